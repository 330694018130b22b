//! Why a text is refused, as facts: the wording shown to people is made from
//! these elsewhere, in their language. `Display` is the plain English fallback.

use std::fmt;

pub use super::facts::{Encoding, FileType, Shape, SyntaxProblem};

/// Why a YAML text is refused, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{kind}", Place(self.line, self.path.as_deref()))]
pub struct YamlError {
    /// What is wrong.
    pub kind: YamlErrorKind,
    /// The line, counted from 1 as editors count: by LF, CRLF and lone CR.
    pub line: Option<u32>,
    /// The place in the document, for instance `indicators[2].target`.
    pub path: Option<String>,
}

impl YamlError {
    /// An error about the file as a whole.
    pub(super) fn whole(kind: YamlErrorKind) -> Self {
        Self { kind, line: None, path: None }
    }

    /// An error at the byte `offset` of `text`.
    pub(super) fn at(kind: YamlErrorKind, text: &[u8], offset: usize) -> Self {
        Self { kind, line: Some(line_at(text, offset)), path: None }
    }
}

/// Writes "line 3, goals[0]: " as far as known.
struct Place<'a>(Option<u32>, Option<&'a str>);

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0, self.1) {
            (Some(line), Some(path)) => write!(f, "line {line}, {path}: "),
            (Some(line), None) => write!(f, "line {line}: "),
            (None, Some(path)) => write!(f, "{path}: "),
            (None, None) => Ok(()),
        }
    }
}

/// The line (from 1) of a byte offset. Counted here and not taken from the
/// parser, which also counts NEL, LS and PS that no editor shows as lines.
pub(super) fn line_at(text: &[u8], offset: usize) -> u32 {
    let before = text.get(..offset).unwrap_or(text);
    let breaks = before
        .iter()
        .enumerate()
        .filter(|&(at, &byte)| byte == b'\n' || byte == b'\r' && text.get(at + 1) != Some(&b'\n'))
        .count();
    u32::try_from(breaks).unwrap_or(u32::MAX).saturating_add(1)
}

/// What is wrong with a text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum YamlErrorKind {
    /// More bytes than the limit; nothing was read.
    #[error("the file has {bytes} bytes; the limit is {limit}")]
    TooLarge {
        /// Size of the file in bytes.
        bytes: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// No bytes at all.
    #[error("the file is empty")]
    Empty,
    /// Only white space, comments or document markers.
    #[error("the file holds only comments or white space")]
    NoContent,
    /// No text file.
    #[error("this is not a text file{}", looks_like.map_or("", FileType::clause))]
    Binary {
        /// What its first bytes say it is.
        looks_like: Option<FileType>,
    },
    /// Text in another encoding than UTF-8, or damaged.
    #[error("the text is not UTF-8{}", guess.map_or("", Encoding::clause))]
    NotUtf8 {
        /// The encoding it probably is in.
        guess: Option<Encoding>,
    },
    /// A control character that YAML text may not hold.
    #[error("control character U+{code:04X} is not allowed")]
    ControlCharacter {
        /// Its code point.
        code: u32,
    },
    /// An anchor (`&name`).
    #[error("anchors (`&`) are not supported; quote a text that begins with `&`")]
    Anchor,
    /// An alias (`*name`).
    #[error("aliases (`*`) are not supported; quote a text that begins with `*`")]
    Alias,
    /// A tag (`!name`).
    #[error("tags (`!`) are not supported; quote a text that begins with `!`")]
    Tag,
    /// A merge key (`<<`).
    #[error("merge keys (`<<`) are not supported")]
    MergeKey,
    /// A tab where indentation is measured.
    #[error("a tab is used for indentation; use spaces")]
    TabIndentation,
    /// A second document.
    #[error("the file holds more than one document")]
    SecondDocument,
    /// Lists and maps nested too deeply.
    #[error("nested deeper than {limit} levels")]
    TooDeep {
        /// The limit in levels.
        limit: usize,
    },
    /// More entries than any real file has.
    #[error("more than {limit} entries")]
    TooManyNodes {
        /// The limit.
        limit: usize,
    },
    /// One text too long.
    #[error("a text is longer than {limit} characters")]
    TextTooLong {
        /// The limit in characters.
        limit: usize,
    },
    /// Too many blanks or empty lines in a row inside a text of several lines.
    #[error("more than {limit} blanks or empty lines in a row")]
    LongGap {
        /// The limit in characters.
        limit: usize,
    },
    /// A number beyond what can be kept exactly: whole numbers beyond 64 bits,
    /// others beyond a double.
    #[error("the number `{text}` is out of range")]
    NumberOutOfRange {
        /// The number as found, shortened.
        text: String,
    },
    /// `.nan` or `.inf`.
    #[error("not a finite number")]
    NotFinite,
    /// The same key twice in one map.
    #[error("the key `{key}` appears twice")]
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// A key that is no text.
    #[error("a key must be text; quote it")]
    KeyNotText,
    /// Not YAML.
    #[error("{0}")]
    Syntax(SyntaxProblem),
    /// A required field is absent.
    #[error("the field `{field}` is missing")]
    MissingField {
        /// Its name.
        field: String,
    },
    /// A field nobody knows.
    #[error("the field `{field}` is unknown{}", OneOf(expected))]
    UnknownField {
        /// Its name.
        field: String,
        /// The names known at this place.
        expected: Vec<String>,
    },
    /// A name out of a fixed list was expected.
    #[error("`{found}` is unknown{}", OneOf(expected))]
    UnknownName {
        /// The name as found.
        found: String,
        /// The names known at this place.
        expected: Vec<String>,
    },
    /// A value of another type was expected.
    #[error("found {found}, expected {expected}")]
    WrongType {
        /// The shape of what was found.
        found: Shape,
        /// What was expected, in the words of the reading type.
        expected: String,
    },
    /// The right type but a value that is not allowed.
    #[error("{found} is not allowed, expected {expected}")]
    WrongValue {
        /// What was found.
        found: String,
        /// What was expected, in the words of the reading type.
        expected: String,
    },
    /// Too many or too few items.
    #[error("{found} items, expected {expected}")]
    WrongLength {
        /// Number of items found.
        found: usize,
        /// What was expected, in the words of the reading type.
        expected: String,
    },
    /// Refused by the reading type, in its own words.
    #[error("{message}")]
    Refused {
        /// Its words.
        message: String,
    },
}

/// Writes "; expected one of a, b" unless the list is empty.
struct OneOf<'a>(&'a [String]);

impl fmt::Display for OneOf<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return Ok(());
        }
        write!(f, "; known here: {}", self.0.join(", "))
    }
}
