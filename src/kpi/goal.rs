//! What the business wants.

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
}
