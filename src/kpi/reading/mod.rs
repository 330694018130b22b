//! Reads sentences about goals: numbers with their units, moments, direction,
//! who is counted, and whether anything in them can be measured.
//!
//! English, Russian and Chinese are read alike, also mixed in one sentence.
//! The reader works from the grammar of quantities and from open word lists by
//! meaning; it never guesses: what it cannot tell, it leaves out.

mod calendar;
mod claim;
mod item;
mod lexicon;
mod numeral;
mod quantity;
mod sense;
mod tag;
#[cfg(test)]
mod tests;
mod token;
mod when;
mod words;

pub(crate) use calendar::{Moment, Span, span_of};
pub(crate) use claim::{Claim, Part};
pub(crate) use item::{Item, ItemKind, behind};
pub(crate) use quantity::{Purpose, Quantity, Unit};
pub(crate) use sense::{Sense, Sensed, Senses, facets};
pub(crate) use tag::{Tag, Tags};
pub(crate) use when::{Use, When};

/// What a text says.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Reading {
    pub items: Vec<Item>,
    pub whens: Vec<When>,
    pub quantities: Vec<Quantity>,
    pub claims: Vec<Claim>,
    /// Everything any of its words means.
    pub tags: Tags,
    /// Finer meanings with their places.
    pub sensed: Vec<Sensed>,
    /// All of them together.
    pub senses: Senses,
}

/// Reads a text.
pub(crate) fn read(text: &str) -> Reading {
    let tokens = token::tokens(text);
    let items = item::items(&tokens);
    let whens = when::whens(&items);
    let quantities = quantity::quantities(&items, &whens);
    let claims = claim::claims(&items);
    let tags = items.iter().fold(Tags::NONE, |all, item| all.and(item.tags));
    let sensed = sense::senses(&tokens);
    let meanings = sensed.iter().fold(Senses::default(), |all, one| all.and(one.senses));
    Reading { items, whens, quantities, claims, tags, sensed, senses: meanings }
}

impl Reading {
    /// Whether any word means this.
    pub(crate) fn has(&self, tag: Tag) -> bool {
        self.tags.has(tag)
    }

    /// Whether any word has this finer meaning.
    pub(crate) fn means(&self, sense: Sense) -> bool {
        self.senses.has(sense)
    }

    /// The moment it is due.
    pub(crate) fn deadline(&self) -> Option<&When> {
        self.whens.iter().rev().find(|when| when.uses == Use::Deadline)
    }

    /// The numbers with a purpose.
    pub(crate) fn numbers(&self, purpose: Purpose) -> impl Iterator<Item = &Quantity> {
        self.quantities.iter().filter(move |one| one.purpose == purpose)
    }

    /// Whether a number says what is to be reached, or by how much.
    pub(crate) fn has_aim(&self) -> bool {
        self.quantities.iter().any(|one| matches!(one.purpose, Purpose::Aim | Purpose::Change))
    }
}
