//! Direction, baseline, target and sentence that point apart.

use super::super::finding::{Finding, Rule, Slot};
use super::super::view::{IndicatorView, Views};
use crate::kpi::reading::{Item, ItemKind, Reading, Tag, Tags, behind};
use crate::kpi::{Baseline, Direction};

/// Direction, baseline and target, or the sentence, point apart.
pub(super) fn backwards(views: &Views<'_>, view: &IndicatorView<'_>, found: &mut Vec<Finding>) {
    let indicator = view.indicator;
    let Some(direction) = indicator.direction else { return };
    let id = indicator.id;
    if let (Baseline::Known { value, .. }, Some(target)) = (indicator.baseline, indicator.aim()) {
        let away = match direction {
            Direction::Up => target < value,
            Direction::Down => target > value,
            Direction::Within => false,
        };
        if away {
            found.push(Finding::open(Rule::Backwards, id, Slot::Direction));
            return;
        }
    }
    // A share of complaints settled goes up while complaints go down.
    let Some(goal) = views.goal_of(view).filter(|_| view.is_number()) else { return };
    let said = wanted(&goal.reading, &view.name);
    let apart = matches!(
        (said, direction),
        (Some(Direction::Up), Direction::Down) | (Some(Direction::Down), Direction::Up)
    );
    if apart {
        found.push(Finding {
            with: vec![goal.goal.id],
            ..Finding::open(Rule::Backwards, id, Slot::Direction)
        });
    }
}

/// Which way a sentence wants the very thing an indicator is named after.
fn wanted(sentence: &Reading, name: &Reading) -> Option<Direction> {
    let (up, down) = (sentence.has(Tag::Up), sentence.has(Tag::Down));
    let (way, verb) = match (up, down) {
        (true, false) => (Direction::Up, Tag::Up),
        (false, true) => (Direction::Down, Tag::Down),
        _ => return None,
    };
    let items = &sentence.items;
    let at = items.iter().position(|item| item.has(verb) && !item.has(Tag::To))?;
    let clause = |item: &&Item| !item.ends_clause() && !item.is_mark(&[',', '，']);
    let after = behind(items, at, 4).iter().take_while(clause).find(|item| is_noun(item));
    let before = items.iter().take(at).rev().take(2).take_while(clause).find(|item| is_noun(item));
    let known = after.or(before).is_some_and(|object| {
        name.items.iter().any(|item| is_noun(item) && same_stem(&object.text, &item.text))
    });
    (known || in_characters(items, at, name)).then_some(way)
}

/// Chinese words the lists do not know: the two characters behind the verb
/// stand in the name as well.
fn in_characters(items: &[Item], at: usize, name: &Reading) -> bool {
    let people = Tags::of(&[
        Tag::Customer,
        Tag::Buyer,
        Tag::Lead,
        Tag::Staff,
        Tag::Partner,
        Tag::New,
        Tag::Existing,
    ]);
    let passed = |item: &&Item| item.tags.any(people) || item.text == "的";
    let object: String = behind(items, at, 4)
        .iter()
        .skip_while(passed)
        .take_while(|item| item.kind == ItemKind::Word)
        .flat_map(|item| item.text.chars())
        .take_while(|c| u32::from(*c) > 0x3000)
        .take(2)
        .collect();
    let name: String = name.items.iter().map(|item| item.text.as_str()).collect();
    object.chars().count() == 2 && name.contains(&object)
}

/// A noun that may go up or down; *number of* only leads to one. Chinese
/// needs a known word, because its unknown ones are cut into characters.
fn is_noun(item: &Item) -> bool {
    let noun = item.tags.any(Tags::of(&[Tag::Measure, Tag::Thing, Tag::Quality]));
    let plain = item.tags == Tags::NONE
        && item.text.chars().all(|c| c.is_alphabetic() && u32::from(c) < 0x3000);
    item.kind == ItemKind::Word
        && (noun || plain)
        && !item.tags.any(Tags::of(&[Tag::Up, Tag::Down, Tag::Count]))
        && item.text.chars().count() > if plain { 3 } else { 1 }
}

fn same_stem(one: &str, other: &str) -> bool {
    let stem = |text: &str| {
        let length = text.chars().count();
        text.chars().take(if length > 5 { length - 2 } else { length }).collect::<String>()
    };
    one == other
        || (one.chars().count() > 4
            && (other.starts_with(&stem(one)) || one.starts_with(&stem(other))))
}
