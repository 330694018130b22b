//! Words by key: nested YAML maps, flattened, and checked against a pack.

use super::model::{Pack, Question, Scale};
use super::problem::{Fact, Problem, locate};
use super::raw::document;
use crate::plan::yaml::{Document, Limits};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Texts by their flattened key, for instance `pack.ready.funding.why`.
pub type Texts = BTreeMap<String, String>;

/// Longest text, in characters.
pub const MAX_TEXT_CHARACTERS: usize = Limits::CONTENT.max_text;

/// Texts of a question that may stand in all languages or in none.
const OPTIONAL: [&str; 2] = ["trap", "not_applicable"];
/// Texts of a question that every kind of question needs.
const ALWAYS: [&str; 3] = ["short", "question", "why"];
/// Texts of a question answered yes, partly or no; hints say what the two
/// lesser answers mean here.
const YES_PARTLY_NO: [&str; 3] = ["evidence", "partly", "no"];
/// Texts of a question answered by a described level.
const LEVEL: [&str; 7] =
    ["evidence", "level_0", "level_1", "level_2", "level_3", "level_4", "level_5"];

/// Whether an id would clash with the name of a text.
pub(super) fn is_part(name: &str) -> bool {
    let parts = [&ALWAYS[..], &OPTIONAL, &YES_PARTLY_NO, &LEVEL];
    parts.into_iter().flatten().any(|part| *part == name)
}

/// Reads a file of nested texts. Texts are kept as they are, whatever they
/// contain; only white space around them goes. The error lists every problem
/// of the file; where the YAML itself cannot be read, the first.
pub fn read_texts(file: &str, text: &str) -> Result<Texts, Vec<Problem>> {
    read(file, text).map(|(texts, _)| texts)
}

fn read(file: &str, text: &str) -> Result<(Texts, Document), Vec<Problem>> {
    let document = document(file, text).map_err(|problem| vec![problem])?;
    let mut flat = Flat { file, texts: Texts::new(), problems: Vec::new() };
    match document.value() {
        Value::Object(entries) => flat.group("", entries),
        _ => flat.problem("", Fact::NotText),
    }
    if flat.problems.is_empty() {
        Ok((flat.texts, document))
    } else {
        locate(&mut flat.problems, text, &document);
        Err(flat.problems)
    }
}

/// Reads the text files of a pack, one per language as (name, content), and
/// names every text that is missing, unused, or not in all languages.
pub fn check_texts(pack: &Pack, files: &[(&str, &str)]) -> Vec<Problem> {
    Wanted::of(pack).check(files)
}

/// The keys a content file asks for.
#[derive(Debug, Default)]
pub(crate) struct Wanted {
    /// In every language.
    pub(crate) required: BTreeSet<String>,
    /// In all languages or in none.
    pub(crate) optional: BTreeSet<String>,
}

impl Wanted {
    /// Reads one file a language, as (name, content), and names every text
    /// that is missing, unused, or not in all languages.
    pub(crate) fn check(&self, files: &[(&str, &str)]) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut read = Vec::new();
        for (file, text) in files {
            match self::read(file, text) {
                Ok((texts, document)) => read.push((*file, *text, texts, document)),
                Err(found) => problems.extend(found),
            }
        }
        for (file, text, texts, document) in &read {
            let others = read.iter().filter(|other| other.0 != *file);
            let others: Vec<_> = others.map(|(name, _, texts, _)| (*name, texts)).collect();
            let mut found = self.compare(file, texts, &others);
            locate(&mut found, text, document);
            problems.append(&mut found);
        }
        problems
    }

    fn of(pack: &Pack) -> Self {
        let titles = ["title", "lead"].map(|part| format!("pack.{}.{part}", pack.id));
        let mut wanted = Self { required: BTreeSet::from(titles), optional: BTreeSet::new() };
        for section in &pack.sections {
            wanted.required.insert(section.title_key(pack));
        }
        for question in pack.questions() {
            wanted.question(question);
            for check in &question.checks {
                wanted.question(check);
            }
        }
        wanted
    }

    fn question(&mut self, question: &Question) {
        let own: &[&str] = match question.scale {
            Scale::YesPartlyNo => &YES_PARTLY_NO,
            Scale::Level => &LEVEL,
        };
        // An answer derived from sub-checks needs no words of its own.
        let own_set =
            if question.checks.is_empty() { &mut self.required } else { &mut self.optional };
        own_set.extend(own.iter().map(|part| question.text_key(part)));
        self.required.extend(ALWAYS.iter().map(|part| question.text_key(part)));
        self.optional.extend(OPTIONAL.iter().map(|part| question.text_key(part)));
    }

    fn compare(&self, file: &str, texts: &Texts, others: &[(&str, &Texts)]) -> Vec<Problem> {
        let missing = self.required.iter().filter(|key| !texts.contains_key(*key));
        let missing = missing.map(|key| (key, Fact::MissingText { key: key.clone() }));
        let elsewhere = self.optional.iter().filter(|key| !texts.contains_key(*key));
        let elsewhere = elsewhere.filter_map(|key| {
            let (other, _) = others.iter().find(|(_, texts)| texts.contains_key(key))?;
            let fact = Fact::TextOnlyElsewhere { key: key.clone(), other: (*other).to_owned() };
            Some((key, fact))
        });
        let known = |key: &&String| self.required.contains(*key) || self.optional.contains(*key);
        let unused = texts.keys().filter(|key| !known(key));
        let unused = unused.map(|key| (key, Fact::UnusedText { key: key.clone() }));
        let all = missing.chain(elsewhere).chain(unused);
        all.map(|(key, fact)| Problem::new(file, key.clone(), fact)).collect()
    }
}

struct Flat<'a> {
    file: &'a str,
    texts: Texts,
    problems: Vec<Problem>,
}

impl Flat<'_> {
    fn problem(&mut self, key: &str, fact: Fact) {
        self.problems.push(Problem::new(self.file, key, fact));
    }

    // Depth is bounded by the door for YAML.
    fn group(&mut self, prefix: &str, entries: &Map<String, Value>) {
        for (name, value) in entries {
            let key = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
            match value {
                Value::Object(entries) => self.group(&key, entries),
                Value::String(text) => self.text(&key, text.trim()),
                // A key without a value is an empty text.
                Value::Null => self.text(&key, ""),
                _ => self.problem(&key, Fact::NotText),
            }
        }
    }

    fn text(&mut self, key: &str, text: &str) {
        if text.is_empty() {
            self.problem(key, Fact::EmptyText);
        }
        // `a.b: x` beside `a: {b: y}`.
        if self.texts.insert(key.to_owned(), text.to_owned()).is_some() {
            self.problem(key, Fact::DuplicateKey { key: key.to_owned() });
        }
    }
}
