//! A guard that reads the text once before the parser does.
//!
//! The parser underneath takes quadratic time on some nested texts, resolves
//! aliases and swallows tags. This scan follows the same token rules as that
//! parser (what opens a key, where a plain text ends, how far a block text
//! reaches) and keeps no values. So it knows for certain whether a `*` is an
//! alias or a character of somebody's note, and refuses the former before the
//! parser sees it. Every byte is looked at a bounded number of times.
//!
//! Indentation is `Option<usize>`: `None` is outside of every collection and
//! orders below column 0, as the parser's -1 does.

mod chars;
mod levels;
mod scalar;

use self::levels::Key;
use super::Limits;
use super::error::{SyntaxProblem, YamlError, YamlErrorKind as Kind};

type Checked<T = ()> = Result<T, YamlError>;

/// What the text turned out to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// Comments, white space and document markers only.
    None,
    /// A value.
    Some,
}

/// Reads through `text`; refuses what the module [`super`] promises to refuse.
pub(super) fn scan(text: &str, limits: &Limits) -> Checked<Content> {
    let mut scan = Scan {
        bytes: text.as_bytes(),
        limits,
        at: 0,
        line: 0,
        column: 0,
        open: Vec::new(),
        keys: vec![None],
        indents: Vec::new(),
        indent: None,
        key_allowed: true,
        plain: None,
        question: false,
        text_start: 0,
        nodes: 0,
        stage: Stage::Before,
        seen: false,
    };
    while scan.token()? {}
    Ok(if scan.seen { Content::Some } else { Content::None })
}

/// How far the one document has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Before,
    /// After `---`.
    Announced,
    Inside,
    /// After `...`.
    After,
}

struct Scan<'a> {
    bytes: &'a [u8],
    limits: &'a Limits,
    at: usize,
    /// Lines and columns as the parser counts them.
    line: usize,
    column: usize,
    /// Open brackets: the byte and where it stands.
    open: Vec<(u8, usize)>,
    /// One possible key for the block level and for each open bracket.
    keys: Vec<Option<Key>>,
    /// Outer indentations, and the current one.
    indents: Vec<Option<usize>>,
    indent: Option<usize>,
    key_allowed: bool,
    /// Extent of the latest plain scalar.
    plain: Option<(usize, usize)>,
    /// Whether the latest token was `?`.
    question: bool,
    /// Where the scalar being passed begins.
    text_start: usize,
    nodes: usize,
    stage: Stage,
    /// Whether there was any content.
    seen: bool,
}

impl Scan<'_> {
    /// Passes one token; `false` at the end of the text.
    fn token(&mut self) -> Checked<bool> {
        self.skip_to_token();
        self.drop_stale_keys()?;
        self.unroll(Some(self.column));
        if self.at >= self.bytes.len() {
            return self.end().map(|()| false);
        }
        let byte = self.peek(0);
        if self.at_document_marker() {
            return self.document_marker(byte).map(|()| true);
        }
        if self.column == 0 && byte == b'%' {
            return self.directive().map(|()| true);
        }
        if self.stage == Stage::After {
            return Err(self.here(Kind::SecondDocument));
        }
        self.stage = Stage::Inside;
        self.seen = true;
        let question = std::mem::take(&mut self.question);
        self.content_token(byte, question).map(|()| true)
    }

    fn content_token(&mut self, byte: u8, question: bool) -> Checked {
        let flow = !self.open.is_empty();
        match byte {
            b'[' | b'{' => self.open_bracket(byte),
            b']' | b'}' => self.close_bracket(byte),
            b',' if flow => self.comma(),
            b'-' if self.blank_or_end(1) => self.item(),
            b'?' if flow || self.blank_or_end(1) => self.question(),
            b':' if flow || self.blank_or_end(1) => self.colon(),
            b'*' => Err(self.here(Kind::Alias)),
            b'&' => Err(self.here(Kind::Anchor)),
            b'!' => Err(self.here(Kind::Tag)),
            b'|' | b'>' if !flow => self.block_scalar(),
            b'\'' | b'"' => self.quoted_scalar(byte),
            b'\t' => Err(self.here(Kind::TabIndentation)),
            b',' | b'#' | b'|' | b'>' | b'%' | b'@' | b'`' => {
                Err(self.syntax(SyntaxProblem::NeedsQuotes))
            }
            _ => self.plain_scalar(question),
        }
    }

    fn open_bracket(&mut self, byte: u8) -> Checked {
        self.save_key()?;
        self.keys.push(None);
        self.open.push((byte, self.at));
        self.key_allowed = true;
        self.check_depth()?;
        self.count_node()?;
        self.skip(1);
        Ok(())
    }

    fn close_bracket(&mut self, byte: u8) -> Checked {
        self.remove_key()?;
        let expected = if byte == b']' { b'[' } else { b'{' };
        match self.open.pop() {
            Some((opened, _)) if opened == expected => {}
            _ => return Err(self.syntax(SyntaxProblem::UnmatchedBracket)),
        }
        self.keys.pop();
        self.key_allowed = false;
        self.skip(1);
        Ok(())
    }

    fn comma(&mut self) -> Checked {
        self.remove_key()?;
        self.key_allowed = true;
        self.skip(1);
        Ok(())
    }

    fn item(&mut self) -> Checked {
        if !self.open.is_empty() || !self.key_allowed {
            return Err(self.syntax(SyntaxProblem::UnexpectedItem));
        }
        self.roll(self.column)?;
        self.remove_key()?;
        self.key_allowed = true;
        self.count_node()?;
        self.skip(1);
        Ok(())
    }

    fn question(&mut self) -> Checked {
        if self.open.is_empty() {
            if !self.key_allowed {
                return Err(self.syntax(SyntaxProblem::UnexpectedItem));
            }
            self.roll(self.column)?;
        }
        self.remove_key()?;
        self.key_allowed = self.open.is_empty();
        self.question = true;
        self.count_node()?;
        self.skip(1);
        Ok(())
    }

    fn colon(&mut self) -> Checked {
        if let Some(key) = self.keys.last_mut().and_then(Option::take) {
            if self.plain.is_some_and(|(start, end)| start == key.at && self.is_merge(start, end)) {
                return Err(self.error(Kind::MergeKey, key.at));
            }
            self.roll(key.column)?;
            self.key_allowed = false;
        } else {
            if self.open.is_empty() {
                if !self.key_allowed {
                    return Err(self.syntax(SyntaxProblem::UnexpectedColon));
                }
                self.roll(self.column)?;
            }
            self.key_allowed = self.open.is_empty();
            self.count_node()?;
        }
        self.skip(1);
        Ok(())
    }

    /// `---` opens the document and `...` ends it.
    fn document_marker(&mut self, byte: u8) -> Checked {
        if let Some(&(_, at)) = self.open.last() {
            return Err(self.error(Kind::Syntax(SyntaxProblem::UnclosedBracket), at));
        }
        self.unroll(None);
        self.remove_key()?;
        self.key_allowed = false;
        if byte == b'.' {
            self.stage = Stage::After;
        } else if self.stage == Stage::Before {
            self.stage = Stage::Announced;
        } else {
            return Err(self.here(Kind::SecondDocument));
        }
        self.skip(3);
        Ok(())
    }

    /// `%YAML 1.2` is passed over; the parser judges it. `%TAG` makes tags.
    fn directive(&mut self) -> Checked {
        if self.stage != Stage::Before {
            return Err(self.syntax(SyntaxProblem::NeedsQuotes));
        }
        if self.rest().starts_with(b"%TAG") {
            return Err(self.here(Kind::Tag));
        }
        self.unroll(None);
        self.remove_key()?;
        self.key_allowed = false;
        self.skip_to_break();
        self.skip_break();
        Ok(())
    }

    fn end(&mut self) -> Checked {
        if let Some(&(_, at)) = self.open.last() {
            return Err(self.error(Kind::Syntax(SyntaxProblem::UnclosedBracket), at));
        }
        self.unroll(None);
        self.remove_key()
    }

    fn is_merge(&self, start: usize, end: usize) -> bool {
        self.bytes.get(start..end) == Some(b"<<")
    }

    fn syntax(&self, problem: SyntaxProblem) -> YamlError {
        self.here(Kind::Syntax(problem))
    }

    fn here(&self, kind: Kind) -> YamlError {
        self.error(kind, self.at)
    }

    fn error(&self, kind: Kind, at: usize) -> YamlError {
        YamlError::at(kind, self.bytes, at)
    }
}
