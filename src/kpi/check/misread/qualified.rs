//! The same people by the noun, others by the word before it: first-time
//! donors in the sentence, regular donors in the population.

use super::super::finding::Slot;
use super::super::view::{GoalView, IndicatorView, Views};
use super::alike::same_stem;
use crate::kpi::reading::{Item, ItemKind, Reading, Tag, Tags};

/// The first indicator of a goal that counts differently qualified people than
/// its sentence names, where none counts those; and where that is said.
pub(super) fn otherwise_qualified<'v, 'a>(
    views: &'v Views<'a>,
    view: &'v GoalView<'_>,
) -> Option<(&'v IndicatorView<'a>, Slot)> {
    let ours = qualified(&view.reading)?;
    let apart = |one: &IndicatorView<'_>| {
        qualified(&one.population).is_some_and(|theirs| {
            same_stem(&ours.noun, &theirs.noun)
                && !stands_in(&ours.word, &[&one.population, &one.name, &one.part])
                && !stands_in(&theirs.word, &[&view.reading])
        })
    };
    let all = !view.indicators.is_empty() && views.under(view).all(apart);
    views.under(view).next().filter(|_| all).map(|one| (one, Slot::Population))
}

/// A noun with the word right before it.
struct Qualified {
    word: String,
    noun: String,
}

fn is_han(text: &str) -> bool {
    text.chars().all(|c| u32::from(c) > 0x3000)
}

/// The noun a text begins with, where such a word stands before it: whom a
/// sentence is about is said first.
fn qualified(reading: &Reading) -> Option<Qualified> {
    let empty = Tags::of(&[
        Tag::All,
        Tag::Prep,
        Tag::Per,
        Tag::Of,
        Tag::In,
        Tag::Who,
        Tag::To,
        Tag::From,
        Tag::By,
        Tag::Within,
        Tag::Up,
        Tag::Down,
        Tag::Improve,
        Tag::Hold,
        Tag::Gain,
        Tag::Convert,
        Tag::Act,
        Tag::Change,
        Tag::Count,
        Tag::AtMost,
        Tag::AtLeast,
        Tag::New,
        Tag::Outcome,
    ]);
    let people = Tags::of(&[Tag::Customer, Tag::Buyer]);
    let items = &reading.items;
    let content = |item: &Item| item.kind == ItemKind::Word && !item.tags.any(empty);
    let pair = |at: usize| {
        let (before, noun) = (items.get(at.checked_sub(1)?)?, items.get(at)?);
        let both = content(before) && content(noun) && noun.text.chars().count() > 3;
        // "Guests waiting" qualifies behind the noun.
        let participle = ["ed", "ing"].iter().any(|end| noun.text.ends_with(end));
        let told =
            both && !participle && before.text.chars().count() > 3 && tells_which(&before.text);
        (told && !is_han(&noun.text))
            .then(|| Qualified { word: before.text.clone(), noun: noun.text.clone() })
    };
    let han = |at: usize| {
        let noun = items.get(at)?;
        let from = at.checked_sub(2)?;
        let before = items.get(from..at)?;
        let word: String = before.iter().map(|item| item.text.as_str()).collect();
        let plain = before.iter().all(|item| content(item) && is_han(&item.text));
        (noun.tags.any(people) && is_han(&noun.text) && plain && word.chars().count() == 2)
            .then(|| Qualified { word, noun: noun.text.clone() })
    };
    pair(1).or_else(|| han(2))
}

/// Whether a word may tell which of a kind are meant: in Russian an adjective,
/// by its ending.
fn tells_which(word: &str) -> bool {
    const ENDINGS: [&str; 14] =
        ["ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ых", "их", "ым", "им", "ого"];
    word.is_ascii() || ENDINGS.iter().any(|end| word.ends_with(end))
}

/// Whether a word, or one of its stem, stands in any of some texts.
fn stands_in(word: &str, texts: &[&Reading]) -> bool {
    texts.iter().any(|reading| {
        let all: String = reading.items.iter().map(|item| item.text.as_str()).collect();
        (is_han(word) && all.contains(word))
            || reading.items.iter().any(|item| {
                item.text.split(' ').any(|part| word.split(' ').any(|own| same_stem(part, own)))
            })
    })
}
