//! Reads the message files; native only, for the build step and for tests.

use super::template::{Piece, pieces};
use super::{Language, Plural};
use crate::plan::yaml::{self, Document, Limits, Step, YamlErrorKind};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

/// The messages of every language by key, as [`load`] gives them.
pub type Messages = BTreeMap<Language, BTreeMap<String, String>>;

/// Where something stands: a file and, where it is known, a line from 1.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file.
    pub path: PathBuf,
    /// The line.
    pub line: Option<u32>,
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.path.display())?;
        self.line.map_or(Ok(()), |line| write!(formatter, ":{line}"))
    }
}

/// What is wrong with the message files; for whoever writes them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Problem {
    /// A folder or file cannot be read.
    #[error("{}: cannot be read: {reason}", path.display())]
    Unreadable {
        /// The folder or file.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
    /// A file is no YAML, holds a key twice, or is no map.
    #[error("{place}: {reason}")]
    NotYaml {
        /// The file and the line.
        place: Place,
        /// What the door for YAML says.
        reason: String,
    },
    /// A value is neither text, nor a list of texts, nor a map of them.
    #[error("{place}: `{key}` is not text; put quotation marks around it")]
    NotText {
        /// Where the value stands.
        place: Place,
        /// The key of the value.
        key: String,
    },
    /// A part of a key is not of `a-z`, `0-9` and `_`.
    #[error("{place}: `{key}` is not a key of a-z, 0-9 and _")]
    BadKey {
        /// Where the key stands.
        place: Place,
        /// The key.
        key: String,
    },
    /// Two files of one language hold the same key.
    #[error("{place}: `{key}` stands in {} already", first.display())]
    Duplicate {
        /// The key.
        key: String,
        /// The file read first.
        first: PathBuf,
        /// Where it stands again.
        place: Place,
    },
    /// A brace that opens or closes no slot.
    #[error("{language:?}: `{key}` has a brace that belongs to no {{slot}}")]
    LooseBrace {
        /// The language.
        language: Language,
        /// The key.
        key: String,
    },
    /// A message without text.
    #[error("{language:?}: `{key}` is empty")]
    Empty {
        /// The language.
        language: Language,
        /// The key.
        key: String,
    },
    /// A message another language has.
    #[error("{language:?}: `{key}` is missing")]
    Missing {
        /// The language.
        language: Language,
        /// The key.
        key: String,
    },
    /// A text in one language is a plural or a list in another, or lists have
    /// different lengths.
    #[error("{language:?}: `{key}` is {found}, in English {english}")]
    OtherShape {
        /// The language.
        language: Language,
        /// The key.
        key: String,
        /// What it is here.
        found: String,
        /// What it is in English.
        english: String,
    },
    /// A plural message lacks a form its language counts with.
    #[error("{language:?}: `{key}` lacks the plural form `{}`", form.suffix())]
    MissingForm {
        /// The language.
        language: Language,
        /// The key of the plural message.
        key: String,
        /// The form.
        form: Plural,
    },
    /// The slots are not those of the English message, or a form that stands
    /// for many counts lacks the slot that says which.
    #[error("{language:?}: `{key}` has the slots {found:?}, expected {expected:?}")]
    OtherSlots {
        /// The language.
        language: Language,
        /// The key.
        key: String,
        /// The slots found.
        found: Vec<String>,
        /// The slots expected.
        expected: Vec<String>,
    },
    /// A sentence that is still the English one.
    #[error("{language:?}: `{key}` is the English text")]
    Untranslated {
        /// The language.
        language: Language,
        /// The key.
        key: String,
    },
}

/// Reads every `<folder>/<language>/*.yaml`, all problems at once. The files
/// of a language share one space of keys; nested maps join with dots, lists
/// are numbered from 1.
pub fn load(folder: &Path) -> Result<Messages, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut messages = Messages::new();
    for language in Language::ALL {
        let folder = folder.join(language.folder());
        let mut reading = Reading::default();
        match yaml_files(&folder) {
            Ok(files) => files.iter().for_each(|file| reading.file(file)),
            Err(problem) => reading.problems.push(problem),
        }
        problems.extend(reading.problems);
        let texts: BTreeMap<String, String> =
            reading.found.into_iter().map(|(key, (text, _))| (key, text)).collect();
        problems.extend(text_problems(language, &texts));
        messages.insert(language, texts);
    }
    if problems.is_empty() { Ok(messages) } else { Err(problems) }
}

fn yaml_files(folder: &Path) -> Result<Vec<PathBuf>, Problem> {
    let unreadable = |error: std::io::Error| Problem::Unreadable {
        path: folder.to_owned(),
        reason: error.to_string(),
    };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|extension| extension == "yaml") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn text_problems(language: Language, texts: &BTreeMap<String, String>) -> Vec<Problem> {
    let loose = |text: &str| {
        pieces(text)
            .iter()
            .any(|piece| matches!(piece, Piece::Text(text) if text.contains(['{', '}'])))
    };
    let mut problems = Vec::new();
    for (key, text) in texts {
        let key = key.clone();
        if text.trim().is_empty() {
            problems.push(Problem::Empty { language, key });
        } else if loose(text) {
            problems.push(Problem::LooseBrace { language, key });
        }
    }
    problems
}

/// The messages of one language while its files are read, each with its file.
#[derive(Default)]
struct Reading {
    found: BTreeMap<String, (String, PathBuf)>,
    problems: Vec<Problem>,
}

impl Reading {
    fn file(&mut self, path: &Path) {
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                let (path, reason) = (path.to_owned(), error.to_string());
                return self.problems.push(Problem::Unreadable { path, reason });
            }
        };
        match yaml::read(&bytes, &Limits::CONTENT) {
            Ok(document) => OpenFile { path, document: &document, reading: self }.read(),
            // A file of comments only holds no messages yet.
            Err(error) if matches!(error.kind, YamlErrorKind::Empty | YamlErrorKind::NoContent) => {
            }
            Err(error) => {
                let place = Place { path: path.to_owned(), line: error.line };
                self.problems.push(Problem::NotYaml { place, reason: error.kind.to_string() });
            }
        }
    }
}

/// One file while its messages are taken over.
struct OpenFile<'a> {
    path: &'a Path,
    document: &'a Document,
    reading: &'a mut Reading,
}

impl OpenFile<'_> {
    fn read(mut self) {
        if let Value::Object(map) = self.document.value() {
            self.map(&[], map);
        } else {
            let (place, reason) = (self.place(&[]), "expected a map of messages".to_owned());
            self.reading.problems.push(Problem::NotYaml { place, reason });
        }
    }

    fn place(&self, steps: &[Step]) -> Place {
        Place { path: self.path.to_owned(), line: self.document.line_of(steps) }
    }

    fn map(&mut self, above: &[Step], map: &Map<String, Value>) {
        let is_fit = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_');
        for (part, value) in map {
            let steps = [above, &[Step::from(part.as_str())]].concat();
            if part.is_empty() || !part.bytes().all(is_fit) {
                let (place, key) = (self.place(&steps), key_of(&steps));
                self.reading.problems.push(Problem::BadKey { place, key });
            } else {
                self.value(&steps, value);
            }
        }
    }

    fn value(&mut self, steps: &[Step], value: &Value) {
        match value {
            Value::String(text) => self.message(steps, text),
            Value::Object(map) => self.map(steps, map),
            Value::Array(items) if !items.is_empty() => {
                for (index, item) in items.iter().enumerate() {
                    self.value(&[steps, &[Step::Index(index)]].concat(), item);
                }
            }
            _ => {
                let (place, key) = (self.place(steps), key_of(steps));
                self.reading.problems.push(Problem::NotText { place, key });
            }
        }
    }

    fn message(&mut self, steps: &[Step], text: &str) {
        let key = key_of(steps);
        if let Some((_, first)) = self.reading.found.get(&key) {
            let (first, place) = (first.clone(), self.place(steps));
            self.reading.problems.push(Problem::Duplicate { key, first, place });
        } else {
            self.reading.found.insert(key, (text.to_owned(), self.path.to_owned()));
        }
    }
}

/// Steps joined with dots; lists are numbered from 1.
fn key_of(steps: &[Step]) -> String {
    let part = |step: &Step| match step {
        Step::Key(key) => key.clone(),
        Step::Index(index) => (index + 1).to_string(),
    };
    steps.iter().map(part).collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests;
