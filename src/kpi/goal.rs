//! What the business wants.

use super::link::Link;
use crate::base::Id;

/// How far ahead a goal looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Horizon {
    /// Within a year.
    Short,
    /// One to three years.
    Middle,
    /// Beyond.
    Long,
}

impl Horizon {
    /// Nearest first.
    pub const ALL: [Self; 3] = [Self::Short, Self::Middle, Self::Long];
}

/// What the business wants, in its own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// Record id.
    pub id: Id,
    /// The goal as a sentence.
    pub statement: String,
    /// Why it is worth the effort; may stay open and then shows as incomplete.
    pub why: String,
    /// How far ahead it looks.
    pub horizon: Option<Horizon>,
    /// The line of the CRM strategy it serves, in words.
    pub strategy: String,
    /// Who answers for it.
    pub owner: Option<Id>,
    /// How it bears on other goals and indicators.
    pub links: Vec<Link>,
}

impl Goal {
    /// A goal with nothing but a statement.
    pub fn new(id: Id, statement: &str) -> Self {
        Self {
            id,
            statement: statement.to_owned(),
            why: String::new(),
            horizon: None,
            strategy: String::new(),
            owner: None,
            links: Vec::new(),
        }
    }
}
