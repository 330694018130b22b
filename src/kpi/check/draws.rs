//! Resources and levers by a name that two writers of it would share.

use crate::kpi::reading::{Item, Reading, span_of};
use crate::kpi::{Draw, Pull};

/// A resource or lever of an indicator.
pub(super) struct Drawn<'a> {
    /// Equal for those who mean the same.
    pub name: String,
    /// As it was written.
    pub said: &'a str,
    pub pull: Pull,
}

impl<'a> Drawn<'a> {
    /// A draw with what its name says.
    pub fn new(draw: &'a Draw, reading: &Reading) -> Self {
        Self { name: same_name(reading), said: draw.name.trim(), pull: draw.pull }
    }
}

/// Words two writers of a name may leave out.
const SMALL: [&str; 14] =
    ["of", "the", "a", "an", "for", "in", "on", "at", "на", "в", "для", "по", "的", "у"];

/// A name without what two writers of it may do differently: case, width,
/// order, plural and Russian endings, small words.
fn same_name(reading: &Reading) -> String {
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
