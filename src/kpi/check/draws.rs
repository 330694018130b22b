//! Resources and levers by a name that two writers of it would share.

use super::view::Views;
use crate::base::Id;
use crate::kpi::reading::{Item, Reading, span_of};
use crate::kpi::{Draw, Pull};
use std::rc::Rc;

/// A resource or lever of an indicator.
pub(super) struct Drawn<'a> {
    /// Equal for those who mean the same.
    pub name: Rc<str>,
    /// As it was written.
    pub said: &'a str,
    pub pull: Pull,
}

impl<'a> Drawn<'a> {
    /// A draw with the name it shares.
    pub fn new(draw: &'a Draw, name: Rc<str>) -> Self {
        Self { name, said: draw.name.trim(), pull: draw.pull }
    }
}

/// A resource or lever with everyone who draws on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// What it is called, in the words of the first.
    pub name: String,
    /// Who draws on it, and which way.
    pub pulls: Vec<(Id, Pull)>,
}

/// What indicators draw on, in the order they name it.
pub(super) fn shared(views: &Views<'_>) -> Vec<Shared> {
    let mut found: Vec<(&str, Shared)> = Vec::new();
    for view in &views.indicators {
        for drawn in view.draws.iter().filter(|drawn| !drawn.name.is_empty()) {
            let pull = (view.indicator.id, drawn.pull);
            let known = found.iter_mut().find(|(name, _)| **name == *drawn.name);
            if let Some((_, shared)) = known {
                shared.pulls.push(pull);
            } else {
                let shared = Shared { name: drawn.said.to_owned(), pulls: vec![pull] };
                found.push((&drawn.name, shared));
            }
        }
    }
    found.into_iter().map(|(_, shared)| shared).collect()
}

/// Words two writers of a name may leave out.
const SMALL: [&str; 14] =
    ["of", "the", "a", "an", "for", "in", "on", "at", "на", "в", "для", "по", "的", "у"];

/// A name without what two writers of it may do differently: case, width,
/// order, plural and Russian endings, small words.
pub(super) fn same_name(reading: &Reading) -> String {
    let stem = |item: &Item| {
        // Day and days, день and дней.
        if let Some(span) = span_of(item) {
            return format!("{span:?}");
        }
        let text = &item.text;
        let cut = |ends: &[&str]| {
            let rest = ends.iter().find_map(|end| text.strip_suffix(end));
            rest.filter(|rest| rest.chars().count() >= 3).unwrap_or(text).to_owned()
        };
        if text.chars().any(|c| matches!(c, 'а'..='я')) {
            cut(&[
                "иями", "ями", "ами", "ией", "ия", "ию", "ии", "ов", "ев", "ей", "ам", "ям", "ах",
                "ях", "ого", "его", "ых", "их", "ые", "ие", "ый", "ий", "ая", "ое", "ую", "ой",
                "ом", "ем", "а", "я", "о", "е", "и", "ы", "у", "ю", "ь",
            ])
        } else {
            cut(&["ies", "es", "s", "y"])
        }
    };
    let mut words: Vec<String> = reading
        .items
        .iter()
        .filter(|item| {
            item.text.chars().any(char::is_alphanumeric) && !SMALL.contains(&item.text.as_str())
        })
        .map(stem)
        .collect();
    words.sort_unstable();
    words.join(" ")
}
