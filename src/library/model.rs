//! The structure of the indicator library. Words live in one text file per
//! language and are looked up by key.

use crate::base::Cadence;
use crate::kpi::{Cause, Direction, FunnelStage, Profit, Pull, Tells, TimeUnit};

/// The indicators one can begin with.
#[derive(Debug, Clone, PartialEq)]
pub struct Library {
    /// Version of the content; rises when an entry changes.
    pub version: u32,
    /// The entries, group by group.
    pub entries: Vec<Entry>,
}

/// What an entry is about; the order in which groups are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// What customers bring.
    Revenue,
    /// What it costs to win, serve and keep them.
    Cost,
    /// How fast and smoothly work flows.
    Efficiency,
    /// What customers get, and whether they stay.
    Customer,
    /// Whether the system is used.
    Adoption,
    /// Whether its data can be relied on.
    Data,
    /// What may go wrong.
    Risk,
}

impl Group {
    /// In the order they are shown.
    pub const ALL: [Self; 7] = [
        Self::Revenue,
        Self::Cost,
        Self::Efficiency,
        Self::Customer,
        Self::Adoption,
        Self::Data,
        Self::Risk,
    ];

    /// Its word in files and keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Revenue => "revenue",
            Self::Cost => "cost",
            Self::Efficiency => "efficiency",
            Self::Customer => "customer",
            Self::Adoption => "adoption",
            Self::Data => "data",
            Self::Risk => "risk",
        }
    }

    /// The key of its title.
    pub fn title_key(self) -> String {
        format!("library.group.{}", self.word())
    }
}

/// What kind of quantity an entry is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum EntryKind {
    /// A number in the unit its words name.
    Number,
    /// Part ÷ whole.
    Share,
    /// A share handled within a time.
    ServiceLevel {
        /// The time to begin with, in `unit`; above zero.
        within: f64,
        /// Unit of `within`.
        unit: TimeUnit,
    },
}

/// One indicator of the library.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Stable name, kept by the indicators made of it.
    pub id: String,
    /// What it is about.
    pub group: Group,
    /// What kind of quantity it is.
    pub kind: EntryKind,
    /// Which way is better.
    pub direction: Direction,
    /// How often it is measured.
    pub cadence: Cadence,
    /// Stage of what is counted; of the part, for a share.
    pub stage: Option<FunnelStage>,
    /// Stage of the whole of a share.
    pub whole_stage: Option<FunnelStage>,
    /// Whether it tells early or late.
    pub tells: Tells,
    /// Where the causes of success and failure mostly lie.
    pub cause: Cause,
    /// What it is to overall profit.
    pub profit: Profit,
    /// Resources it draws on, by name within the library.
    pub resources: Vec<(String, Pull)>,
    /// Whether it is a count people can push up without any result.
    pub gameable: bool,
    /// Entries to be read beside it.
    pub companions: Vec<String>,
    /// Numbers of the source elements it fulfils (the 1 of S-1).
    pub sources: Vec<u16>,
    /// Figures its example names; never taken over into a plan.
    pub figures: Vec<f64>,
    /// The source elements whose figures these are; none where they are ours.
    pub claims: Vec<u16>,
}

impl Entry {
    /// The key of one of its texts, for instance
    /// `library.first-contact.trap`.
    pub fn text_key(&self, part: &str) -> String {
        format!("library.{}.{part}", self.id)
    }

    /// The parts of its words, every one needed in every language.
    pub fn parts(&self) -> Vec<&'static str> {
        let mut parts = ALWAYS.to_vec();
        match self.kind {
            EntryKind::Number => parts.push("unit"),
            EntryKind::Share => parts.push("part"),
            EntryKind::ServiceLevel { .. } => parts.extend(["part", "channel"]),
        }
        if self.profit == Profit::Leads {
            parts.push("how");
        }
        parts
    }
}

/// Texts that every entry needs.
const ALWAYS: [&str; 8] =
    ["name", "definition", "formula", "method", "population", "source", "trap", "example"];

impl Library {
    /// An entry by its id.
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// The entries of a group, in their order.
    pub fn of(&self, group: Group) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.group == group)
    }
}

/// The key of what a resource is called.
pub(super) fn resource_key(resource: &str) -> String {
    format!("library.resource.{resource}")
}
