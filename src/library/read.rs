//! From the file to a [`Library`], naming all problems at once.

use super::model::{Entry, EntryKind, Group, Library, resource_key};
use crate::base::{Cadence, bounded};
use crate::kpi::{Cause, Direction, FunnelStage, Profit, Pull, Tells, TimeUnit};
use crate::pack::{Collector, Fact, Problem, Wanted, locate, open, read_texts};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct RawLibrary {
    #[serde(rename = "format_version")]
    _format_version: u64,
    version: Option<u32>,
    #[serde(default)]
    entries: Vec<RawEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct RawEntry {
    id: Option<String>,
    group: Option<String>,
    kind: Option<String>,
    within: Option<f64>,
    within_unit: Option<String>,
    direction: Option<String>,
    cadence: Option<String>,
    stage: Option<String>,
    whole_stage: Option<String>,
    tells: Option<String>,
    cause: Option<String>,
    profit: Option<String>,
    #[serde(default)]
    resources: BTreeMap<String, String>,
    gameable: Option<bool>,
    #[serde(default)]
    companions: Vec<String>,
    #[serde(default)]
    sources: Vec<String>,
    #[serde(default)]
    figures: Vec<f64>,
    #[serde(default)]
    claims: Vec<String>,
}

/// Ids that are the names of other texts.
const RESERVED: [&str; 2] = ["group", "resource"];

const KINDS: [(&str, &str); 3] =
    [("number", "number"), ("share", "share"), ("service-level", "service-level")];
const TIME_UNITS: [(&str, TimeUnit); 4] = [
    ("seconds", TimeUnit::Seconds),
    ("minutes", TimeUnit::Minutes),
    ("hours", TimeUnit::Hours),
    ("days", TimeUnit::Days),
];
const GROUPS: [(&str, Group); 7] = [
    (Group::Revenue.word(), Group::Revenue),
    (Group::Cost.word(), Group::Cost),
    (Group::Efficiency.word(), Group::Efficiency),
    (Group::Customer.word(), Group::Customer),
    (Group::Adoption.word(), Group::Adoption),
    (Group::Data.word(), Group::Data),
    (Group::Risk.word(), Group::Risk),
];
const DIRECTIONS: [(&str, Direction); 3] =
    [("up", Direction::Up), ("down", Direction::Down), ("within", Direction::Within)];
const CADENCES: [(&str, Cadence); 5] = [
    ("day", Cadence::Day),
    ("week", Cadence::Week),
    ("month", Cadence::Month),
    ("quarter", Cadence::Quarter),
    ("year", Cadence::Year),
];
const STAGES: [(&str, FunnelStage); 9] = [
    ("reached", FunnelStage::Reached),
    ("visitor", FunnelStage::Visitor),
    ("attendee", FunnelStage::Attendee),
    ("lead", FunnelStage::Lead),
    ("opportunity", FunnelStage::Opportunity),
    ("buyer", FunnelStage::Buyer),
    ("customer", FunnelStage::Customer),
    ("returning", FunnelStage::Returning),
    ("advocate", FunnelStage::Advocate),
];
const TELLS: [(&str, Tells); 2] = [("leading", Tells::Early), ("lagging", Tells::Late)];
const CAUSES: [(&str, Cause); 2] = [("internal", Cause::Internal), ("external", Cause::External)];
const PROFITS: [(&str, Profit); 3] =
    [("line", Profit::Line), ("leads", Profit::Leads), ("guardrail", Profit::Guardrail)];
const PULLS: [(&str, Pull); 2] = [("more", Pull::More), ("less", Pull::Less)];

/// Reads the library. `file` is only a name for messages.
///
/// # Errors
/// Every problem of the file; where the YAML itself cannot be read, the first.
pub fn read_library(file: &str, text: &str) -> Result<Library, Vec<Problem>> {
    let (document, raw): (_, RawLibrary) = open(file, text).map_err(|problem| vec![problem])?;
    let mut check = Collector::new(file);
    let library = check.library(&raw);
    check.finish(library, |problems| locate(problems, text, &document))
}

/// As [`read_library`], for what was read as a value before; `None` where it
/// is no library.
pub(super) fn from_raw(raw: &RawLibrary) -> Option<Library> {
    let mut check = Collector::new("");
    let library = check.library(raw);
    check.finish(library, |_| ()).ok()
}

impl Collector<'_> {
    fn library(&mut self, raw: &RawLibrary) -> Library {
        match raw.version {
            None => self.problem("", Fact::Missing { field: "version" }),
            Some(0) => self.problem("version", Fact::VersionZero),
            Some(_) => {}
        }
        if raw.entries.is_empty() {
            self.problem("", Fact::Missing { field: "entries" });
        }
        let known: BTreeSet<&str> =
            raw.entries.iter().filter_map(|entry| entry.id.as_deref()).collect();
        let mut seen = BTreeSet::new();
        let mut entries = Vec::with_capacity(raw.entries.len());
        for (place, entry) in raw.entries.iter().enumerate() {
            let path = format!("entries[{place}]");
            let entry = self.entry(&path, entry, &known);
            self.once(&path, &mut seen, &entry.id);
            entries.push(entry);
        }
        Library { version: raw.version.unwrap_or(0), entries }
    }

    fn entry(&mut self, path: &str, raw: &RawEntry, known: &BTreeSet<&str>) -> Entry {
        let id = self.id(path, raw.id.as_deref());
        if RESERVED.contains(&id.as_str()) {
            self.problem(&format!("{path}.id"), Fact::ReservedId { found: id.clone() });
        }
        let kind = self.kind(path, raw);
        if kind == EntryKind::Number && raw.whole_stage.is_some() {
            self.not_for_kind(path, "whole-stage", raw);
        }
        self.companions(path, raw, known);
        for (place, figure) in raw.figures.iter().enumerate() {
            self.above_zero(&format!("{path}.figures[{place}]"), *figure);
        }
        Entry {
            id,
            group: self.word(path, "group", raw.group.as_deref(), &GROUPS),
            kind,
            direction: self.word(path, "direction", raw.direction.as_deref(), &DIRECTIONS),
            cadence: self.word(path, "cadence", raw.cadence.as_deref(), &CADENCES),
            stage: self.maybe(path, "stage", raw.stage.as_deref(), &STAGES),
            whole_stage: self.maybe(path, "whole-stage", raw.whole_stage.as_deref(), &STAGES),
            tells: self.word(path, "tells", raw.tells.as_deref(), &TELLS),
            cause: self.word(path, "cause", raw.cause.as_deref(), &CAUSES),
            profit: self.word(path, "profit", raw.profit.as_deref(), &PROFITS),
            resources: self.resources(path, &raw.resources),
            gameable: raw.gameable.unwrap_or(false),
            companions: raw.companions.clone(),
            sources: self.sources(path, &raw.sources),
            figures: raw.figures.clone(),
            claims: self.numbers(&format!("{path}.claims"), &raw.claims),
        }
    }

    fn kind(&mut self, path: &str, raw: &RawEntry) -> EntryKind {
        let kind = self.word(path, "kind", raw.kind.as_deref(), &KINDS);
        if kind == "service-level" {
            let within = raw.within.unwrap_or_default();
            match raw.within {
                None => self.problem(path, Fact::Missing { field: "within" }),
                Some(within) => self.above_zero(&format!("{path}.within"), within),
            }
            let unit = self.word(path, "within-unit", raw.within_unit.as_deref(), &TIME_UNITS);
            return EntryKind::ServiceLevel { within, unit };
        }
        if raw.within.is_some() {
            self.not_for_kind(path, "within", raw);
        }
        if raw.within_unit.is_some() {
            self.not_for_kind(path, "within-unit", raw);
        }
        if kind == "share" { EntryKind::Share } else { EntryKind::Number }
    }

    fn not_for_kind(&mut self, path: &str, field: &'static str, raw: &RawEntry) {
        let kind = raw.kind.clone().unwrap_or_default();
        self.problem(&format!("{path}.{field}"), Fact::NotForKind { field, kind });
    }

    fn above_zero(&mut self, path: &str, found: f64) {
        // Written so that NaN is out as well.
        if !(found > 0.0 && bounded(found).is_ok()) {
            self.problem(path, Fact::NotAboveZero { found });
        }
    }

    fn companions(&mut self, path: &str, raw: &RawEntry, known: &BTreeSet<&str>) {
        for (place, companion) in raw.companions.iter().enumerate() {
            if !known.contains(companion.as_str()) || raw.id.as_ref() == Some(companion) {
                let found = companion.chars().take(60).collect();
                self.problem(&format!("{path}.companions[{place}]"), Fact::NoSuchEntry { found });
            }
        }
        if raw.gameable == Some(true) && raw.companions.is_empty() {
            self.problem(path, Fact::NoCompanion);
        }
    }

    fn resources(&mut self, path: &str, raw: &BTreeMap<String, String>) -> Vec<(String, Pull)> {
        let mut found = Vec::with_capacity(raw.len());
        for (resource, pull) in raw {
            let path = format!("{path}.resources");
            self.id(&path, Some(resource));
            found.push((resource.clone(), self.word(&path, "pull", Some(pull), &PULLS)));
        }
        found
    }

    /// A word that may be left out.
    fn maybe<T: Copy>(
        &mut self,
        path: &str,
        field: &'static str,
        found: Option<&str>,
        table: &[(&'static str, T)],
    ) -> Option<T> {
        found.map(|found| self.word(path, field, Some(found), table))
    }
}

/// Reads the text files of the library, one per language as (name, content),
/// and names every text that is missing or unused, and every figure of an
/// example that its text leaves out.
pub fn check_library_texts(library: &Library, files: &[(&str, &str)]) -> Vec<Problem> {
    let mut wanted = Wanted::default();
    wanted.required.extend(Group::ALL.map(Group::title_key));
    for entry in &library.entries {
        wanted.required.extend(entry.parts().into_iter().map(|part| entry.text_key(part)));
        wanted.required.extend(entry.resources.iter().map(|(name, _)| resource_key(name)));
    }
    let mut problems = wanted.check(files);
    for (file, text) in files {
        let Ok(texts) = read_texts(file, text) else { continue };
        for entry in &library.entries {
            let key = entry.text_key("example");
            let Some(example) = texts.get(&key) else { continue };
            let missing = entry.figures.iter().filter(|figure| !names(example, **figure));
            problems.extend(missing.map(|figure| {
                let fact = Fact::FigureMissing { figure: figure.to_string() };
                Problem::new(file, key.clone(), fact)
            }));
        }
    }
    problems
}

/// Whether a text names a figure as a number of its own, with a decimal point
/// or comma.
fn names(text: &str, figure: f64) -> bool {
    let digits = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
    let numbers = text.split(|c| !digits(c)).map(|number| number.trim_matches(['.', ',']));
    let plain = figure.to_string();
    numbers.into_iter().any(|number| number.replace(',', ".") == plain)
}
