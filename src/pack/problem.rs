//! What is wrong with a content file, where, and how to repair it.

use crate::plan::yaml::{Document, Step, YamlError, YamlErrorKind};
use std::fmt;

/// One thing wrong with a pack or a file of its words.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// The file as it was named by the caller.
    pub file: String,
    /// The place in the structure, for instance
    /// `sections[0].questions[2].weight`; empty for the file as a whole.
    pub path: String,
    /// The line, from 1, where it is known.
    pub line: Option<u32>,
    /// What is wrong.
    pub fact: Fact,
}

/// What is wrong, as data. The text names the repair; the page words it in
/// the user's language.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Fact {
    /// Not YAML, a field that does not exist, or a value of another type.
    #[error("{reason}")]
    Unreadable {
        /// Why the door for YAML refuses it.
        reason: YamlErrorKind,
    },
    /// The file is larger than a content file may be.
    #[error("the file has {bytes} bytes, at most {most} are read: split the pack")]
    TooLarge {
        /// Size found, in bytes.
        bytes: usize,
        /// Size allowed, in bytes.
        most: usize,
    },
    /// `format_version` is absent or of another version than this one reads.
    #[error("format_version is {found}: write `format_version: 1`, or use a newer version of the application", found = found.map_or_else(|| "missing".to_owned(), |number| number.to_string()))]
    UnsupportedFormat {
        /// The version found.
        found: Option<u64>,
    },
    /// A field that must be there is not.
    #[error("`{field}` is missing: add it")]
    Missing {
        /// Name of the field.
        field: &'static str,
    },
    /// An id that does not follow the rule for ids.
    #[error(
        "`{found}` cannot be an id: use a lower-case letter first, then a-z, 0-9 and `-`, at most 40"
    )]
    BadId {
        /// The text found, cut to 60 characters.
        found: String,
    },
    /// An id that is also the name of a text.
    #[error("`{found}` is a reserved name: choose another id")]
    ReservedId {
        /// The id found.
        found: String,
    },
    /// The same id twice.
    #[error("the id `{id}` is used twice: rename one of the two")]
    DuplicateId {
        /// The id in full.
        id: String,
    },
    /// A word that is none of those a field may hold.
    #[error("`{found}` is not known here: write one of {}", allowed.join(", "))]
    UnknownWord {
        /// The word found, cut to 60 characters.
        found: String,
        /// Every word the field may hold.
        allowed: Vec<&'static str>,
    },
    /// A weight that is not above zero and at most 1,000.
    #[error("the weight {found} is out of range: write a number above 0 and at most 1000")]
    Weight {
        /// The weight found.
        found: f64,
    },
    /// The version of a pack is zero.
    #[error("the version is 0: count versions from 1")]
    VersionZero,
    /// More questions than a pack may hold; sub-checks count.
    #[error("{found} questions, at most {most} are allowed: split the pack")]
    TooManyQuestions {
        /// Number found.
        found: usize,
        /// Number allowed.
        most: usize,
    },
    /// A sub-check with sub-checks of its own.
    #[error("a sub-check cannot have sub-checks: make it a question, or move them one level up")]
    NestedTooDeep,
    /// A sub-check that sets `gate`.
    #[error("a sub-check is a gate exactly when its question is: remove `gate` here")]
    GateOnCheck,
    /// A source that is none of S-1 … S-116.
    #[error("`{found}` is no source: write S-1 to S-116, each once")]
    BadSource {
        /// The text found, cut to 60 characters.
        found: String,
    },
    /// The rules of the verdict do not end with one that always applies.
    #[error("the last rule must apply always: end with `{{ when: otherwise, then: … }}`")]
    VerdictNotClosed,
    /// A rule that an earlier one always forestalls.
    #[error("this rule can never decide: an earlier one has the same condition or is `otherwise`")]
    VerdictUnreachable,
    /// A verdict in a pack where nothing is a gate.
    #[error("the pack has a verdict and no gate: set `gate: true` on a question, or remove it")]
    VerdictWithoutGate,
    /// A companion that is no entry of the library.
    #[error("`{found}` is no entry of the library: write the id of one, another than this")]
    NoSuchEntry {
        /// The id found, cut to 60 characters.
        found: String,
    },
    /// A count that is easily pushed up without an outcome beside it.
    #[error("a gameable count needs an outcome beside it: name it in `companions`")]
    NoCompanion,
    /// A field that says nothing for this kind of quantity.
    #[error("`{field}` means nothing for the kind `{kind}`: remove it, or change the kind")]
    NotForKind {
        /// Name of the field.
        field: &'static str,
        /// The kind.
        kind: String,
    },
    /// A number that is no finite number above zero.
    #[error("{found} cannot stand here: write a number above 0")]
    NotAboveZero {
        /// The number found.
        found: f64,
    },
    /// The example does not name a figure of the structure.
    #[error("the example does not name {figure}: name it, or correct `figures`")]
    FigureMissing {
        /// The figure.
        figure: String,
    },
    /// A text is empty.
    #[error("the text is empty: write it, or remove the key")]
    EmptyText,
    /// A number, a truth value or a list where a text belongs.
    #[error("this is not a text: put it in double quotes")]
    NotText,
    /// A text longer than 10,000 characters.
    #[error("the text has more than {most} characters: shorten it")]
    TextTooLong {
        /// Length allowed, in characters.
        most: usize,
    },
    /// The same key twice in one file.
    #[error("the key is there twice: remove one of the two")]
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// A text the pack needs is not there.
    #[error("the text is missing: add it")]
    MissingText {
        /// The flattened key.
        key: String,
    },
    /// A text no part of the pack asks for.
    #[error("no part of the pack uses this text: correct the key or remove it")]
    UnusedText {
        /// The flattened key.
        key: String,
    },
    /// An optional text another language has and this one has not.
    #[error("the text is missing here and stands in {other}: translate it, or remove it there")]
    TextOnlyElsewhere {
        /// The flattened key.
        key: String,
        /// The file that has it.
        other: String,
    },
}

impl Problem {
    /// A problem at a place whose line is not known yet.
    pub(crate) fn new(file: &str, path: impl Into<String>, fact: Fact) -> Self {
        Self { file: file.to_owned(), path: path.into(), line: None, fact }
    }

    /// What the door for YAML refuses, with the repair where there is one.
    pub(super) fn refused(file: &str, error: YamlError) -> Self {
        let fact = match error.kind {
            YamlErrorKind::TooLarge { bytes, limit } => Fact::TooLarge { bytes, most: limit },
            YamlErrorKind::DuplicateKey { key } => Fact::DuplicateKey { key },
            YamlErrorKind::TextTooLong { limit } => Fact::TextTooLong { most: limit },
            reason => Fact::Unreadable { reason },
        };
        Self { line: error.line, ..Self::new(file, error.path.unwrap_or_default(), fact) }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(formatter, ":{line}")?;
        }
        if !self.path.is_empty() {
            write!(formatter, ": {}", self.path)?;
        }
        write!(formatter, ": {}", self.fact)
    }
}

impl std::error::Error for Problem {}

/// The beginning of a text from outside, fit to be quoted in a message.
pub(super) fn cut(text: &str) -> String {
    text.chars().take(60).collect()
}

/// How much text may be read again to find lines, in bytes.
const MOST_READ_AGAIN: usize = 2 * 1024 * 1024;

/// Gives the problems their lines; a place that is not written has the line of
/// the nearest one around it. Each line costs reading the file once more, so in
/// a file with very many problems the later ones have only their path.
pub(crate) fn locate(problems: &mut [Problem], text: &str, document: &Document) {
    let affordable = MOST_READ_AGAIN / text.len().max(1);
    for problem in problems.iter_mut().take(affordable) {
        problem.line = document.line_of(&steps(&problem.path));
    }
}

/// The steps of a path as it stands in a [`Problem`].
fn steps(path: &str) -> Vec<Step> {
    let parts = path.split(['.', '[']).filter(|part| !part.is_empty());
    let step = |part: &str| match part.strip_suffix(']').and_then(|index| index.parse().ok()) {
        Some(index) => Step::Index(index),
        None => Step::from(part),
    };
    parts.map(step).collect()
}
