//! Reads the message files; native only, for the build step and for tests.

use super::template::{Piece, pieces};
use super::{Language, Plural};
use serde_yaml::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The messages of every language by key, as [`load`] gives them.
pub type Messages = BTreeMap<Language, BTreeMap<String, String>>;

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
    /// A file is no YAML, or holds a key twice.
    #[error("{}: {reason}", path.display())]
    NotYaml {
        /// The file.
        path: PathBuf,
        /// What the parser says, with line and column.
        reason: String,
    },
    /// A value is neither text, nor a list of texts, nor a map of them.
    #[error("{}: `{key}` is not text; put quotation marks around it", path.display())]
    NotText {
        /// The file.
        path: PathBuf,
        /// The key of the value.
        key: String,
    },
    /// A part of a key is not of `a-z`, `0-9` and `_`.
    #[error("{}: `{key}` is not a key of a-z, 0-9 and _", path.display())]
    BadKey {
        /// The file.
        path: PathBuf,
        /// The key.
        key: String,
    },
    /// Two files of one language hold the same key.
    #[error("{}: `{key}` stands in {} already", second.display(), first.display())]
    Duplicate {
        /// The key.
        key: String,
        /// The file read first.
        first: PathBuf,
        /// The other file.
        second: PathBuf,
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
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) => {
                let (path, reason) = (path.to_owned(), error.to_string());
                return self.problems.push(Problem::Unreadable { path, reason });
            }
        };
        match serde_yaml::from_str::<Value>(&text) {
            Ok(Value::Mapping(map)) => self.map(path, "", &map),
            // A file of comments only holds no messages yet.
            Ok(Value::Null) => {}
            Ok(_) => {
                let reason = "expected a map of messages".to_owned();
                self.problems.push(Problem::NotYaml { path: path.to_owned(), reason });
            }
            Err(error) => {
                let (path, reason) = (path.to_owned(), error.to_string());
                self.problems.push(Problem::NotYaml { path, reason });
            }
        }
    }

    fn map(&mut self, path: &Path, above: &str, map: &serde_yaml::Mapping) {
        for (key, value) in map {
            let part = key.as_str().unwrap_or("?");
            let key = if above.is_empty() { part.to_owned() } else { format!("{above}.{part}") };
            let is_fit = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_');
            if part.is_empty() || !part.bytes().all(is_fit) {
                self.problems.push(Problem::BadKey { path: path.to_owned(), key });
            } else {
                self.value(path, key, value);
            }
        }
    }

    fn value(&mut self, path: &Path, key: String, value: &Value) {
        match value {
            Value::String(text) => self.message(path, key, text),
            Value::Mapping(map) => self.map(path, &key, map),
            Value::Sequence(items) if !items.is_empty() => {
                for (number, item) in (1..).zip(items) {
                    self.value(path, format!("{key}.{number}"), item);
                }
            }
            _ => self.problems.push(Problem::NotText { path: path.to_owned(), key }),
        }
    }

    fn message(&mut self, path: &Path, key: String, text: &str) {
        if let Some((_, first)) = self.found.get(&key) {
            let (first, second) = (first.clone(), path.to_owned());
            self.problems.push(Problem::Duplicate { key, first, second });
        } else {
            self.found.insert(key, (text.to_owned(), path.to_owned()));
        }
    }
}

#[cfg(test)]
mod tests;
