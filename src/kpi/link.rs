//! How goals and indicators bear on each other, and what was decided where
//! they compete.

use crate::base::Id;
use chrono::NaiveDate;

/// How one bears on the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    /// It helps the other.
    Supports,
    /// It gets in the way of the other.
    Conflicts,
    /// The other moves because it moves.
    Drives,
    /// Somebody has looked at the two: neither bears on the other.
    Apart,
}

impl LinkKind {
    /// As offered in a form.
    pub const ALL: [Self; 4] = [Self::Supports, Self::Conflicts, Self::Drives, Self::Apart];

    /// Whether success carries on to the other.
    pub fn leads(self) -> bool {
        matches!(self, Self::Supports | Self::Drives)
    }
}

/// A link from the goal or indicator that holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// How it bears.
    pub kind: LinkKind,
    /// The goal or indicator it bears on.
    pub to: Id,
    /// Why, in words.
    pub note: String,
}

/// What was decided where goals or indicators compete.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TradeOff {
    /// Record id.
    pub id: Id,
    /// The goals and indicators that compete.
    pub between: Vec<Id>,
    /// The one of them that comes first.
    pub priority: Option<Id>,
    /// What the others are allowed to cost.
    pub accepted: String,
    /// The person who decided it.
    pub who: Option<Id>,
    /// When.
    pub date: Option<NaiveDate>,
    /// Anything else.
    pub note: String,
}

impl TradeOff {
    /// Between two that compete, with nothing decided.
    pub fn new(id: Id, between: Vec<Id>) -> Self {
        Self {
            id,
            between,
            priority: None,
            accepted: String::new(),
            who: None,
            date: None,
            note: String::new(),
        }
    }

    /// What is still to be said, in a fixed order.
    pub fn open(&self) -> Vec<TradeOffPart> {
        let has_priority = self.priority.is_some_and(|first| self.between.contains(&first));
        let parts = [
            (TradeOffPart::Priority, has_priority),
            (TradeOffPart::Accepted, !self.accepted.trim().is_empty()),
            (TradeOffPart::Who, self.who.is_some()),
            (TradeOffPart::Date, self.date.is_some()),
        ];
        parts.into_iter().filter_map(|(part, said)| (!said).then_some(part)).collect()
    }
}

/// What a trade-off must say before it settles a conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TradeOffPart {
    /// Which comes first.
    Priority,
    /// What the other is allowed to cost.
    Accepted,
    /// Who decided it.
    Who,
    /// When.
    Date,
}
