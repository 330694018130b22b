//! Indentation, depth, and where a key may begin.

use super::{Checked, Kind, Scan};
use crate::plan::yaml::error::{SyntaxProblem, YamlError};

/// A key on one line may be at most this many bytes long (a rule of YAML).
const KEY_REACH: usize = 1024;

/// A place where a key may have begun: known only once its `:` comes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Key {
    pub(super) at: usize,
    line: usize,
    pub(super) column: usize,
    /// Nothing but a key may stand here.
    required: bool,
}

impl Scan<'_> {
    /// Opens a block list or map if `column` lies deeper than the current one.
    pub(super) fn roll(&mut self, column: usize) -> Checked {
        if self.open.is_empty() && self.indent < Some(column) {
            self.indents.push(self.indent);
            self.indent = Some(column);
            self.check_depth()?;
            self.count_node()?;
        }
        Ok(())
    }

    /// Closes the block collections that lie deeper than `column`.
    pub(super) fn unroll(&mut self, column: Option<usize>) {
        while self.open.is_empty() && self.indent > column {
            self.indent = self.indents.pop().flatten();
        }
    }

    /// Counts open collections, but not a list standing in the column of its
    /// key, which opens without indentation: the reader counts exactly, here
    /// the parser is kept from anything more than twice as deep.
    pub(super) fn check_depth(&self) -> Checked {
        if self.indents.len() + self.open.len() > self.limits.max_depth {
            return Err(self.here(Kind::TooDeep { limit: self.limits.max_depth }));
        }
        Ok(())
    }

    pub(super) fn count_node(&mut self) -> Checked {
        self.nodes += 1;
        if self.nodes > self.limits.max_nodes {
            return Err(self.here(Kind::TooManyNodes { limit: self.limits.max_nodes }));
        }
        Ok(())
    }

    /// Notes that a key may begin here.
    pub(super) fn save_key(&mut self) -> Checked {
        if self.key_allowed {
            self.remove_key()?;
            let required = self.open.is_empty() && self.indent == Some(self.column);
            let key = Key { at: self.at, line: self.line, column: self.column, required };
            if let Some(slot) = self.keys.last_mut() {
                *slot = Some(key);
            }
        }
        Ok(())
    }

    pub(super) fn remove_key(&mut self) -> Checked {
        match self.keys.last_mut().and_then(Option::take) {
            Some(key) if key.required => Err(self.missing_colon(key)),
            _ => Ok(()),
        }
    }

    /// A key must be on one line and within reach of its `:`.
    pub(super) fn drop_stale_keys(&mut self) -> Checked {
        let (line, at) = (self.line, self.at);
        let stale = |key: &Key| key.line < line || key.at + KEY_REACH < at;
        let mut required = None;
        for slot in &mut self.keys {
            if let Some(key) = slot.take_if(|key| stale(key)) {
                required = required.or(Some(key).filter(|key| key.required));
            }
        }
        required.map_or(Ok(()), |key| Err(self.missing_colon(key)))
    }

    fn missing_colon(&self, key: Key) -> YamlError {
        self.error(Kind::Syntax(SyntaxProblem::MissingColon), key.at)
    }
}
