//! Collects every problem of a content file while it is read.

use super::problem::{Fact, Problem, cut};
use std::collections::BTreeSet;

/// Number of the last source element.
pub const LAST_SOURCE: u16 = 116;

/// Collects problems. Each method returns a value that stands in where the
/// file has none; with a problem on the list nothing leaves its reader.
pub(crate) struct Collector<'a> {
    file: &'a str,
    pub(super) problems: Vec<Problem>,
}

impl<'a> Collector<'a> {
    /// For a file, which is only a name for messages.
    pub(crate) fn new(file: &'a str) -> Self {
        Self { file, problems: Vec::new() }
    }

    /// What was read, if nothing was wrong; else the problems, with their
    /// lines.
    pub(crate) fn finish<T>(
        mut self,
        read: T,
        locate: impl FnOnce(&mut [Problem]),
    ) -> Result<T, Vec<Problem>> {
        if self.problems.is_empty() {
            Ok(read)
        } else {
            locate(&mut self.problems);
            Err(self.problems)
        }
    }

    /// Notes a problem.
    pub(crate) fn problem(&mut self, path: &str, fact: Fact) {
        self.problems.push(Problem::new(self.file, path, fact));
    }

    /// An id: a lower-case letter, then letters, digits and `-`.
    pub(crate) fn id(&mut self, path: &str, found: Option<&str>) -> String {
        let Some(id) = found else {
            self.problem(path, Fact::Missing { field: "id" });
            return String::new();
        };
        let starts = id.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase());
        let fits = id
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if !(starts && fits && id.len() <= 40) {
            let path = if path.is_empty() { "id".to_owned() } else { format!("{path}.id") };
            self.problem(&path, Fact::BadId { found: cut(id) });
        }
        id.to_owned()
    }

    /// Notes an id met a second time.
    pub(crate) fn once(&mut self, path: &str, seen: &mut BTreeSet<String>, id: &str) {
        // A missing id ends in a dot or is empty and was named already.
        let missing = id.is_empty() || id.ends_with('.');
        if !missing && !seen.insert(id.to_owned()) {
            self.problem(&format!("{path}.id"), Fact::DuplicateId { id: cut(id) });
        }
    }

    /// One of the words a field may hold.
    pub(crate) fn word<T: Copy>(
        &mut self,
        path: &str,
        field: &'static str,
        found: Option<&str>,
        table: &[(&'static str, T)],
    ) -> T {
        let hit = found.and_then(|found| table.iter().find(|(word, _)| *word == found));
        if hit.is_none() {
            match found {
                None => self.problem(path, Fact::Missing { field }),
                Some(found) => {
                    let allowed = table.iter().map(|(word, _)| *word).collect();
                    let fact = Fact::UnknownWord { found: cut(found), allowed };
                    self.problem(&format!("{path}.{field}"), fact);
                }
            }
        }
        // Tables are the constants above and never empty.
        hit.unwrap_or(&table[0]).1
    }

    /// Numbers of source elements in the field `sources`, each once.
    pub(crate) fn sources(&mut self, path: &str, raw: &[String]) -> Vec<u16> {
        self.numbers(&format!("{path}.sources"), raw)
    }

    /// Numbers of source elements, each once.
    pub(crate) fn numbers(&mut self, path: &str, raw: &[String]) -> Vec<u16> {
        let mut sources = Vec::new();
        for (place, text) in raw.iter().enumerate() {
            let number = source_number(text).filter(|number| !sources.contains(number));
            if number.is_none() {
                self.problem(&format!("{path}[{place}]"), Fact::BadSource { found: cut(text) });
            }
            sources.extend(number);
        }
        sources
    }
}

fn source_number(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("S-")?;
    let number: u16 = digits.parse().ok()?;
    let plain = number.to_string() == digits;
    (plain && (1..=LAST_SOURCE).contains(&number)).then_some(number)
}
