//! People of other ages are counted than the goal speaks of: numbers tell it,
//! whatever the people are called.

use super::super::finding::Slot;
use super::super::view::{GoalView, IndicatorView, Views};
use crate::kpi::reading::{Item, Reading, Tag, Tags, behind, span_of};

/// The first indicator of a goal whose population lies wholly outside the ages
/// of the sentence; and where that is said.
pub(super) fn other_ages<'v, 'a>(
    views: &'v Views<'a>,
    view: &'v GoalView<'_>,
) -> Option<(&'v IndicatorView<'a>, Slot)> {
    let (from, to) = ages(&view.reading)?;
    let apart = |one: &&IndicatorView<'_>| {
        let counted = ages(&one.population).or_else(|| ages(&one.part)).or_else(|| ages(&one.name));
        counted.is_some_and(|(low, high)| high <= from || to <= low)
    };
    let told = |one: &IndicatorView<'_>| ages(&one.population).is_some();
    if views.under(view).any(|one| told(one) && !apart(&one)) {
        return None;
    }
    let wrong = views.under(view).find(apart)?;
    Some((wrong, if told(wrong) { Slot::Population } else { Slot::NewOutcome }))
}

/// The ages a text names, from and to in years: *under 25*, *65岁以上*, *старше
/// 60 лет*, *aged 18 to 24*; none where it names two that are no range.
fn ages(reading: &Reading) -> Option<(f64, f64)> {
    const OVER: [&str; 7] = ["over", "above", "older", "старше", "以上", "plus", "upwards"];
    const UNDER: [&str; 8] =
        ["under", "below", "younger", "up to", "младше", "моложе", "以下", "以内"];
    let items = &reading.items;
    let told: Vec<usize> = (0..items.len())
        .filter(|at| items.get(*at).is_some_and(Item::is_number) && is_age(items, *at))
        .collect();
    let value = |at: &usize| items.get(*at).and_then(Item::number);
    let (first, last) = (*told.first()?, *told.last()?);
    if last > first {
        const TO: [&str; 5] = ["to", "and", "到", "至", "до"];
        let between = items.get(first + 1..last).unwrap_or_default();
        let range = between
            .iter()
            .any(|item| TO.contains(&item.text.as_str()) || item.is_mark(&['-', '–', '—', '~']));
        let bound = near_to(items, first, &OVER) || near_to(items, first, &UNDER);
        let (low, high) = (value(&first)?, value(&last)?);
        return (range && !bound).then_some((low.min(high), low.max(high)));
    }
    let years = value(&first)?;
    let after = behind(items, first, 2).iter().map(|item| item.text.as_str());
    let after = after.collect::<Vec<_>>().join(" ");
    let plus = after.starts_with('+') || after.starts_with("and up");
    Some(match (near_to(items, first, &OVER) || plus, near_to(items, first, &UNDER)) {
        (true, _) => (years, f64::INFINITY),
        (false, true) => (0.0, years),
        (false, false) => (years, years + 1.0),
    })
}

/// Whether one of some words stands before a number or close behind it.
fn near_to(items: &[Item], at: usize, words: &[&str]) -> bool {
    let after = behind(items, at, 4);
    let before = items.get(at.saturating_sub(2)..at).unwrap_or_default();
    let joined: String = after.iter().map(|item| item.text.as_str()).collect();
    before.iter().chain(after).any(|item| words.contains(&item.text.as_str()))
        || words.iter().any(|word| !word.is_ascii() && joined.contains(word))
}

/// Whether a number is an age: years of life stand with it, or it bounds
/// people and nothing else follows that it could be of.
fn is_age(items: &[Item], at: usize) -> bool {
    const LIFE: [&str; 8] = ["aged", "age", "ages", "olds", "岁", "周岁", "возраст", "возрасте"];
    const BOUND: [&str; 4] = ["under", "over", "старше", "младше"];
    let after = behind(items, at, 4);
    let before = items.get(at.saturating_sub(3)..at).unwrap_or_default();
    let life = before.iter().chain(after).any(|item| LIFE.contains(&item.text.as_str()));
    let bound = before.last().is_some_and(|item| BOUND.contains(&item.text.as_str()));
    let years =
        after.first().is_some_and(|item| ["лет", "года", "years"].contains(&item.text.as_str()));
    let unit = Tags::of(&[Tag::Unit, Tag::Percent, Tag::Thing, Tag::Currency, Tag::Measure]);
    let alone = after.first().is_none_or(|item| {
        !item.is_number()
            && span_of(item).is_none()
            && !item.tags.any(unit)
            && !item.is_mark(&['%'])
    });
    life || (bound && (years || alone))
}
