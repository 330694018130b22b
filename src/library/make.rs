//! The library with its words in one language, and what it makes of an entry.

use super::model::{Entry, EntryKind, Library, resource_key};
use super::read::{RawLibrary, from_raw};
use crate::base::Id;
use crate::i18n::{Catalogue, Language};
use crate::kpi::{Counts, Draw, Fit, Indicator, Measure, Role};
use crate::pack::Texts;
use crate::plan::yaml::typed_value;
use serde::Deserialize;
use serde_json::Value;

/// What stands in a unit for the currency of the project.
const CURRENCY: &str = "{currency}";

/// The library with its words in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Shelf {
    /// The entries.
    pub library: Library,
    words: Catalogue,
}

/// The file of one language, as the build writes it.
#[derive(Deserialize)]
struct Served {
    library: Value,
    texts: Texts,
}

impl Shelf {
    /// A library with its words.
    pub fn new(library: Library, language: Language, texts: Texts) -> Self {
        Self { library, words: Catalogue::from_map(language, texts) }
    }

    /// Reads the file of a language; `None` where it is not what the build
    /// wrote.
    pub fn served(language: Language, json: &str) -> Option<Self> {
        let served: Served = serde_json::from_str(json).ok()?;
        let raw: RawLibrary = typed_value(&served.library).ok()?;
        Some(Self::new(from_raw(&raw)?, language, served.texts))
    }

    /// The text of a key of the library.
    pub fn text(&self, key: &str) -> String {
        self.words.text(key).into_owned()
    }

    /// One of the words of an entry.
    pub fn say(&self, entry: &Entry, part: &str) -> String {
        self.text(&entry.text_key(part))
    }

    /// The unit of an entry's values in a project with this currency; empty
    /// where it is money and no currency is chosen, and for shares.
    pub fn unit(&self, entry: &Entry, currency: &str) -> String {
        if entry.kind != EntryKind::Number {
            return String::new();
        }
        let unit = self.say(entry, "unit");
        let currency = currency.trim();
        if currency.is_empty() && unit.contains(CURRENCY) {
            return String::new();
        }
        unit.replace(CURRENCY, currency)
    }

    /// The indicator an entry makes: everything the library knows of it, and
    /// nothing only the company knows, such as baseline, target and owner.
    pub fn indicator(&self, entry: &Entry, id: Id, goal: Option<Id>, currency: &str) -> Indicator {
        let say = |part| self.say(entry, part);
        let measure = match entry.kind {
            EntryKind::Number => Measure::Number,
            EntryKind::Share => Measure::Share,
            EntryKind::ServiceLevel { within, unit } => {
                Measure::ServiceLevel { within: Some(within), unit, channel: say("channel") }
            }
        };
        let has = |part| entry.parts().contains(&part);
        let maybe = |part| if has(part) { say(part) } else { String::new() };
        let draws = entry
            .resources
            .iter()
            .map(|(resource, pull)| Draw { name: self.text(&resource_key(resource)), pull: *pull });
        let role = Role {
            part: maybe("part"),
            stage: entry.stage,
            whole_stage: entry.whole_stage,
            counts: measure.is_share().then_some(Counts::Kept),
            resources: draws.collect(),
            levers: Vec::new(),
            tells: Some(entry.tells),
            cause: Some(entry.cause),
            profit: Some(entry.profit),
            profit_how: maybe("how"),
            fit: Fit::default(),
            from: entry.id.clone(),
        };
        Indicator {
            goal,
            name: say("name"),
            unit: self.unit(entry, currency),
            direction: Some(entry.direction),
            population: say("population"),
            source: say("source"),
            method: self.both(&say("formula"), &say("method")),
            cadence: entry.cadence,
            role: Box::new(role),
            ..Indicator::new(id, measure)
        }
    }

    /// Two sentences in a row.
    fn both(&self, first: &str, second: &str) -> String {
        let space = if self.words.language() == Language::Chinese { "" } else { " " };
        format!("{first}{space}{second}")
    }

    /// Whether an entry speaks of every word of a search.
    pub fn matches(&self, entry: &Entry, search: &str) -> bool {
        let parts = ["name", "definition", "formula", "population", "source", "trap"];
        let mut all = parts.map(|part| folded(&self.say(entry, part))).to_vec();
        all.push(folded(&self.text(&entry.group.title_key())));
        let all = all.join("\n");
        folded(search).split_whitespace().all(|word| all.contains(word))
    }
}

/// A text as it is searched: without case, `ё` as `е`.
pub fn folded(text: &str) -> String {
    text.to_lowercase().replace('ё', "е")
}
