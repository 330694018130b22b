//! The one door for YAML text: plan files, content packs, message files.
//!
//! # In
//! [`read`] takes bytes and gives a [`Document`] or a [`YamlError`] with the
//! line. It accepts one YAML 1.2 document in UTF-8, with or without byte order
//! mark, with LF, CRLF or lone CR. It refuses what has no place in these files
//! (anchors, aliases, tags, merge keys, a second document, tab indentation),
//! what a parser would pass in silence (duplicate keys, keys that are no text,
//! numbers that cannot be kept, NaN and infinity) and what would cost too much
//! time or memory (see [`Limits`]). No character inside a text is mistaken for
//! any of these.
//!
//! A bare word means what YAML 1.2 says: `no`, `on`, `12:30` and `2026-10-31`
//! are texts.
//!
//! # Out
//! [`write`](fn@write) gives one canonical text for a value. A text stands there without
//! quotes only if readers of YAML 1.1 and 1.2 alike take it for that text, so
//! `no` comes out as `"no"`. Every text stays on one line: one edited value is
//! one changed line.

mod decode;
mod error;
mod facts;
mod path;
mod quote;
mod scan;
mod typed;
mod value;
mod write;

#[cfg(test)]
mod tests;

use serde::de::DeserializeOwned;
use serde_json::Value;

pub use error::{Encoding, FileType, Shape, SyntaxProblem, YamlError, YamlErrorKind};
pub use path::{Step, show};
pub use write::{Layout, write};

/// How much a text may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Size of the file in bytes.
    pub max_bytes: usize,
    /// Lists and maps inside one another: `a: {b: 1}` has depth 2.
    pub max_depth: usize,
    /// Characters (Unicode scalar values) of one text or key.
    pub max_text: usize,
    /// Entries: texts, numbers, lists, maps and list dashes counted together.
    /// Bounds memory, of which the parser takes some hundred bytes an entry.
    pub max_nodes: usize,
}

impl Limits {
    /// An exported plan: 100,000 measurements with all their fields fit.
    pub const PLAN: Self =
        Self { max_bytes: 10 * 1024 * 1024, max_depth: 32, max_text: 10_000, max_nodes: 2_500_000 };

    /// A content pack or a message file.
    pub const CONTENT: Self = Self { max_bytes: 2 * 1024 * 1024, max_nodes: 200_000, ..Self::PLAN };
}

impl Default for Limits {
    fn default() -> Self {
        Self::PLAN
    }
}

/// A text that was read: its value, and the way back to its lines.
#[derive(Debug, Clone)]
pub struct Document {
    text: String,
    value: Value,
}

/// Reads one YAML document.
///
/// # Errors
/// The first reason to refuse it, with its line where it has one. Checks of the
/// file as a whole come first: size, emptiness, encoding.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Document, YamlError> {
    let text = decode::decode(bytes, limits)?;
    if scan::scan(text, limits)? == scan::Content::None {
        return Err(YamlError::whole(YamlErrorKind::NoContent));
    }
    let value = value::parse(text, limits)?;
    Ok(Document { text: text.to_owned(), value })
}

impl Document {
    /// What the text says. Keys keep their order.
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// Gives the value away.
    pub fn into_value(self) -> Value {
        self.value
    }

    /// The line (from 1) of the key or list item a path leads to. For a path
    /// that does not exist, as for a missing field, the line of its nearest
    /// existing parent; for the root, the first line with content.
    ///
    /// Reads the text again up to that place, so ask only for what is shown.
    pub fn line_of(&self, path: &[Step]) -> Option<u32> {
        path::locate(&self.text, &self.value, path)
            .map(|at| error::line_at(self.text.as_bytes(), at))
    }

    /// Reads the value as a type of the caller.
    ///
    /// # Errors
    /// The first field that is wrong, missing or (for types that deny unknown
    /// fields) unknown, with its path and line; a missing field has the line of
    /// its parent.
    pub fn typed<T: DeserializeOwned>(&self) -> Result<T, YamlError> {
        typed::typed(&self.value).map_err(|(kind, path)| YamlError {
            kind,
            line: self.line_of(&path),
            path: Some(show(&path)).filter(|path| !path.is_empty()),
        })
    }
}

/// Reads a value that never was a text of ours, such as a stored record, as a
/// type of the caller.
///
/// # Errors
/// As [`Document::typed`], without a line.
pub fn typed_value<T: DeserializeOwned>(value: &Value) -> Result<T, YamlError> {
    typed::typed(value).map_err(|(kind, path)| YamlError {
        kind,
        line: None,
        path: Some(show(&path)).filter(|path| !path.is_empty()),
    })
}
