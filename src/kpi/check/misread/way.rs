//! Direction, baseline, target and sentence that point apart.

use super::super::finding::{Finding, Rule, Slot};
use super::super::view::{GoalView, IndicatorView, Views};
use super::alike::{han, same_stem, share_a_word, shared_words};
use crate::base::Id;
use crate::kpi::reading::{Item, ItemKind, Reading, Sense, Tag, Tags, behind};
use crate::kpi::{Baseline, Direction, Measure};

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
    let Some(goal) = views.goal_of(view) else { return };
    // A share of complaints settled goes up while complaints go down; fewer of
    // those who leave is more of those who stay.
    let turned = goes_wrong(&view.name) && !goes_wrong(&goal.reading);
    let straight = view.is_number() || says_again(view);
    let said = wanted(&goal.reading, &view.name).filter(|_| straight && !turned);
    let apart = matches!(
        (said, direction),
        (Some(Direction::Up), Direction::Down) | (Some(Direction::Down), Direction::Up)
    );
    let way = said.filter(|_| apart).unwrap_or(Direction::Down);
    let bad_up = more_of_the_bad(&goal.reading, view);
    let good_gone = less_of_the_good(&goal.reading, view);
    if good_gone || ((apart || bad_up) && !met_beside(views, goal, id, way)) {
        found.push(Finding {
            with: vec![goal.goal.id],
            ..Finding::open(Rule::Backwards, id, Slot::Direction)
        });
    }
}

/// Whether another indicator of what the sentence speaks of goes the way it
/// wants: one is enough, another may go with it.
fn met_beside(views: &Views<'_>, goal: &GoalView<'_>, id: Id, way: Direction) -> bool {
    views.under(goal).any(|one| {
        one.indicator.id != id
            && one.indicator.direction == Some(way)
            && share_a_word(&goal.reading, &one.name)
    })
}

/// Whether a share is of the thing itself, not of those of it that were put
/// right, went well or stayed away.
fn says_again(view: &IndicatorView<'_>) -> bool {
    let name = &view.name;
    view.indicator.measure == Measure::Share
        && !name.means(Sense::Cure)
        && !name.means(Sense::Uncounted)
        && !name.means(Sense::Quick)
        && !name.tags.any(Tags::of(&[Tag::Done, Tag::AtMost, Tag::Closed, Tag::Speed]))
}

/// What goes wrong, as a count or share.
const WRONG: [Sense; 7] = [
    Sense::Bad,
    Sense::Leaving,
    Sense::StockOut,
    Sense::Fault,
    Sense::Waste,
    Sense::Damage,
    Sense::LoanLoss,
];

fn goes_wrong(reading: &Reading) -> bool {
    WRONG.into_iter().any(|sense| reading.means(sense))
}

/// The sentence wants less of what goes wrong, and the indicator, which counts
/// just that, is to go up.
fn more_of_the_bad(sentence: &Reading, view: &IndicatorView<'_>) -> bool {
    const BACK: [&str; 9] =
        ["back", "again", "return", "returns", "снова", "вновь", "обратно", "重新", "回来"];
    let timed = matches!(view.indicator.measure, Measure::ServiceLevel { .. });
    let back = sentence.items.iter().any(|item| BACK.contains(&item.text.as_str()));
    let less =
        goes_down(sentence) || sentence.means(Sense::Less) || sentence.means(Sense::Uncounted);
    let name = &view.name;
    if view.indicator.direction != Some(Direction::Up)
        || timed
        || back
        || !less
        || name.means(Sense::Cure)
        || name.has(Tag::AtMost)
        || (name.has(Tag::Done) && !name.means(Sense::Bad))
    {
        return false;
    }
    // What says the sentence over again needs no word for going wrong.
    let fewer = goes_down(sentence) || sentence.means(Sense::Less);
    let again = fewer && !name.means(Sense::Uncounted) && !sentence.has(Tag::Up);
    let wrong = goes_wrong(name);
    (again || wrong) && {
        let shared = shared_words(sentence, name);
        (again && shared > 2) || (wrong && shared > 0)
    }
}

/// The sentence wants more of the very thing, and it is to go down.
fn less_of_the_good(sentence: &Reading, view: &IndicatorView<'_>) -> bool {
    let more = sentence.has(Tag::Up) && !sentence.has(Tag::Down) && !sentence.means(Sense::Less);
    let name = &view.name;
    let put_otherwise = |text: &Reading| {
        goes_wrong(text) || text.means(Sense::Cure) || text.means(Sense::Uncounted)
    };
    view.indicator.direction == Some(Direction::Down)
        && view.indicator.measure == Measure::Share
        && more
        && !put_otherwise(name)
        && !put_otherwise(sentence)
        && shared_words(sentence, name) > 1
}

/// Whether something is to go up; *a lift* is a thing.
fn goes_up(sentence: &Reading) -> bool {
    let items = &sentence.items;
    let thing = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| items.get(at));
        before.is_some_and(|before| ["a", "an"].contains(&before.text.as_str()))
    };
    items.iter().enumerate().any(|(at, item)| item.has(Tag::Up) && !thing(at))
}

/// Whether something is to go down; *the first drop* is a thing.
fn goes_down(sentence: &Reading) -> bool {
    const COUNTED: [&str; 6] = ["first", "second", "one", "each", "per", "last"];
    let items = &sentence.items;
    let thing = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| items.get(at));
        before.is_some_and(|before| COUNTED.contains(&before.text.as_str()))
    };
    items.iter().enumerate().any(|(at, item)| item.has(Tag::Down) && !thing(at))
}

/// Words that forbid what follows.
const DO_NOT: [&str; 10] = ["别", "不", "勿", "莫", "不得", "不能", "not", "never", "не", "no"];

/// Which way a sentence wants the very thing an indicator is named after.
fn wanted(sentence: &Reading, name: &Reading) -> Option<Direction> {
    let (up, down) = (goes_up(sentence), goes_down(sentence));
    // "Raising a pound costs no more than 22 pence" wants no more pounds.
    let bound = |tag| sentence.items.iter().any(|item| item.has(tag) && !item.has(Tag::To));
    let (up, down) = (up && !bound(Tag::AtMost), down && !bound(Tag::AtLeast));
    let (way, verb) = match (up, down) {
        (true, false) => (Direction::Up, Tag::Up),
        (false, true) => (Direction::Down, Tag::Down),
        _ => return None,
    };
    let items = &sentence.items;
    let at = items.iter().position(|item| item.has(verb) && !item.has(Tag::To))?;
    // "Do not exceed" wants no more of it.
    let before = at.checked_sub(1).and_then(|at| items.get(at));
    if before.is_some_and(|item| DO_NOT.contains(&item.text.as_str())) {
        return None;
    }
    let clause = |item: &&Item| !item.ends_clause() && !item.is_mark(&[',', '，']);
    let after = behind(items, at, 4).iter().take_while(clause).find(|item| is_noun(item));
    let before = items.iter().take(at).rev().take(2).take_while(clause).find(|item| is_noun(item));
    let known = after.or(before).is_some_and(|object| {
        // What a preposition leads to is not what the name counts.
        let led = Tags::of(&[Tag::Prep, Tag::To]);
        let counted =
            name.items.iter().enumerate().take_while(|(at, item)| *at == 0 || !item.tags.any(led));
        counted.into_iter().any(|(_, item)| is_noun(item) && same_stem(&object.text, &item.text))
    });
    (known || in_characters(items, at, name)).then_some(way)
}

/// Chinese words the lists do not know: the two characters behind the verb
/// stand in the name as well.
fn in_characters(items: &[Item], at: usize, name: &Reading) -> bool {
    if !items.iter().any(|item| item.text.chars().any(|c| u32::from(c) > 0x3000)) {
        return false;
    }
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
    // The thing itself stands behind the last 的: 减少客户对账单的争议.
    let clause: Vec<&Item> =
        items.iter().skip(at + 1).take_while(|item| item.kind == ItemKind::Word).collect();
    let of = clause.iter().rposition(|item| item.text == "的");
    let head: String = if let Some(of) = of {
        han(clause.iter().skip(of + 1).copied()).into_iter().take(2).collect()
    } else {
        let chars = han(clause.iter().copied());
        chars.get(chars.len().saturating_sub(2)..).unwrap_or_default().iter().collect()
    };
    let name: String = name.items.iter().map(|item| item.text.as_str()).collect();
    [object, head].iter().any(|word| word.chars().count() == 2 && name.contains(word.as_str()))
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
        && (!item.has(Tag::Share) || item.has(Tag::Outcome))
        && item.text.chars().count() > if plain { 3 } else { 1 }
}
