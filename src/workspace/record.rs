//! One record of any kind, as commands, storage and undo pass it on.

use super::project::{ImportNote, Person, ProjectHead};
use super::snapshot::Snapshot;
use super::table::Keyed;
use crate::assessment::Answer;
use crate::base::Id;
use crate::kpi::{Goal, Indicator, Measurement, TradeOff};
use crate::registers::{Action, Channel, CostLine, Integration, Risk, Stage, Term, View};

/// One record of any kind.
#[allow(clippy::large_enum_variant, reason = "records are moved one at a time")]
#[derive(Debug, Clone, PartialEq)]
pub enum Record {
    /// What the project itself says.
    Head(ProjectHead),
    /// A person.
    Person(Person),
    /// An answer.
    Answer(Answer),
    /// A stage with its funding.
    Stage(Stage),
    /// A line of cost.
    CostLine(CostLine),
    /// A term to agree on.
    Term(Term),
    /// One department's view of a term.
    View(View),
    /// A system to integrate.
    Integration(Integration),
    /// A contact channel.
    Channel(Channel),
    /// An action.
    Action(Action),
    /// A risk.
    Risk(Risk),
    /// A trade-off.
    TradeOff(TradeOff),
    /// A goal.
    Goal(Goal),
    /// An indicator.
    Indicator(Indicator),
    /// A measurement.
    Measurement(Measurement),
    /// What readiness said at a gate.
    Snapshot(Snapshot),
    /// The note of an import.
    Import(ImportNote),
}

impl Record {
    /// Its id.
    pub fn id(&self) -> Id {
        match self {
            Self::Head(record) => record.id,
            Self::Person(record) => record.id,
            Self::Answer(record) => record.id,
            Self::Stage(record) => record.id,
            Self::CostLine(record) => record.id,
            Self::Term(record) => record.id,
            Self::View(record) => record.id,
            Self::Integration(record) => record.id,
            Self::Channel(record) => record.id,
            Self::Action(record) => record.id,
            Self::Risk(record) => record.id,
            Self::TradeOff(record) => record.id,
            Self::Goal(record) => record.id,
            Self::Indicator(record) => record.id,
            Self::Measurement(record) => record.id,
            Self::Snapshot(record) => record.id,
            Self::Import(record) => record.id,
        }
    }
}

macro_rules! keyed {
    ($($kind:ty),*) => {$(
        impl Keyed for $kind {
            fn id(&self) -> Id {
                self.id
            }
        }
    )*};
}
keyed!(
    Person,
    Answer,
    Goal,
    Indicator,
    ImportNote,
    Stage,
    CostLine,
    Term,
    View,
    Integration,
    Channel,
    Action,
    Risk,
    TradeOff,
    Snapshot
);

/// A record with the place it has among its kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Slot {
    /// Place in the order of its kind.
    pub position: u32,
    /// The record.
    pub record: Record,
}

/// One record before and after a change. `None` before: it is new; `None`
/// after: it is gone.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The project it belongs to.
    pub project: Id,
    /// The record.
    pub record: Id,
    /// As it was.
    pub before: Option<Slot>,
    /// As it is now.
    pub after: Option<Slot>,
}

impl Change {
    /// The change that takes this one back.
    #[must_use]
    pub fn reversed(&self) -> Self {
        Self { before: self.after.clone(), after: self.before.clone(), ..self.clone() }
    }
}
