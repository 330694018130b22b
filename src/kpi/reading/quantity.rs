//! The numbers of a sentence: what each is of, and what it is for.

use super::calendar::{Span, span_of};
use super::item::Item;
use super::tag::Tag;
use super::when::When;

/// What a number is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Percent,
    /// Percentage points.
    Points,
    Money,
    Time(Span),
    /// A thing counted, named by the item at this place.
    Thing(usize),
    /// So many times as much.
    Times,
    /// Nothing is said.
    Bare,
}

/// What a number is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To be reached.
    Aim,
    /// How much it changes.
    Change,
    /// Where things stood.
    Baseline,
    /// A time within which something is done.
    Limit,
    /// The base of a rate: per 100 orders.
    Base,
}

/// One number of a sentence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Quantity {
    /// The item it stands in.
    pub at: usize,
    /// Its value where it can be read in one way only.
    pub value: Option<f64>,
    pub unit: Unit,
    pub purpose: Purpose,
}

/// The numbers of a sentence that belong to no date.
pub(super) fn quantities(items: &[Item], whens: &[When]) -> Vec<Quantity> {
    let in_date = |at: usize| whens.iter().any(|when| (when.from..when.to).contains(&at));
    let mut found: Vec<Quantity> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        if in_date(at) {
            continue;
        }
        if item.is_number() {
            if !is_name(items, at) {
                found.push(quantity(items, at));
            }
        } else if multiplies(&item.text) {
            found.push(Quantity { at, value: None, unit: Unit::Times, purpose: Purpose::Change });
        }
    }
    settle_limits(&mut found);
    found
}

fn multiplies(text: &str) -> bool {
    let stems = ["doubl", "tripl", "quadrupl", "halv", "удво", "утро", "вдвое", "втрое"];
    stems.iter().any(|stem| text.starts_with(stem))
}

/// Numbers that name or order: 24/7, No. 1, CRM 2.0, a list's 1., 2-го.
fn is_name(items: &[Item], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| items.get(at));
    let next = items.get(at + 1);
    let mark = |item: Option<&Item>, marks: &[char]| item.is_some_and(|item| item.is_mark(marks));
    let value = items.get(at).and_then(Item::number);
    // 4.5/5 is a grade on its scale; 24/7 and the second half of both are not.
    if mark(next, &['/']) && items.get(at + 2).is_some_and(Item::is_number) {
        let scale = items.get(at + 2).and_then(Item::number);
        return value.zip(scale).is_none_or(|(value, scale)| value > scale);
    }
    if mark(before, &['/']) && at > 1 && items.get(at - 2).is_some_and(Item::is_number) {
        return true;
    }
    let starts = at == 0 && mark(next, &['.', ')']);
    let source = before
        .is_some_and(|item| item.has(Tag::Source) && item.text.is_ascii() && item.text.len() <= 4);
    let numbered = mark(before, &['№', '#']) || before.is_some_and(|item| item.text == "第");
    let ordinal = mark(next, &['-'])
        && items.get(at + 2).is_some_and(|item| {
            item.text.chars().count() <= 2 && item.text.chars().all(char::is_alphabetic)
        });
    let out_of = before.is_some_and(|item| item.text == "из" || item.text == "out of")
        && at > 1
        && items.get(at - 2).is_some_and(Item::is_number);
    starts || source || numbered || ordinal || out_of
}

fn quantity(items: &[Item], at: usize) -> Quantity {
    let unit = unit_of(items, at);
    let value = items.get(at).and_then(Item::number);
    Quantity { at, value, unit, purpose: purpose(items, at, unit) }
}

const MONEY: [char; 7] = ['€', '$', '£', '¥', '￥', '₽', '₸'];

fn unit_of(items: &[Item], at: usize) -> Unit {
    let number = items.get(at);
    let before = at.checked_sub(1).and_then(|at| items.get(at));
    if number.is_some_and(|item| item.has(Tag::Percent)) {
        return Unit::Percent;
    }
    if before.is_some_and(|item| item.is_mark(&MONEY) || item.has(Tag::Currency)) {
        return Unit::Money;
    }
    let mut next = at + 1;
    // A grade on its scale: 4.5 out of 5.
    if items.get(next).is_some_and(|item| {
        item.is_mark(&['/']) || ["out of", "из", "of"].contains(&item.text.as_str())
    }) && items.get(next + 1).is_some_and(Item::is_number)
    {
        return Unit::Thing(at);
    }
    let last = next + 3;
    while let Some(item) = items.get(next).filter(|_| next <= last) {
        if item.is_mark(&['%']) || item.has(Tag::Percent) {
            let points = items.get(next + 1).is_some_and(|item| {
                item.has(Tag::Points)
                    || ["points", "пункта", "пунктов", "пункт"].contains(&item.text.as_str())
            });
            return if points { Unit::Points } else { Unit::Percent };
        }
        if item.has(Tag::Points) {
            return Unit::Points;
        }
        if item.is_mark(&MONEY) || item.has(Tag::Currency) {
            return Unit::Money;
        }
        if next < last
            && let Some(span) = span_of(item)
        {
            return Unit::Time(span);
        }
        if item.text == "x"
            || item.text == "倍"
            || ["times", "раз", "раза"].contains(&item.text.as_str())
        {
            return Unit::Times;
        }
        if item.has(Tag::Thing)
            || item.has(Tag::Measure)
            || item.has(Tag::Scale)
            || item.has(Tag::Customer)
            || item.has(Tag::Staff)
            || item.has(Tag::Partner)
        {
            return Unit::Thing(next);
        }
        // Adjectives stand between; a preposition, a verb, a mark ends the phrase.
        let stops = !matches!(item.kind, super::item::ItemKind::Word)
            || [
                Tag::Prep,
                Tag::To,
                Tag::By,
                Tag::In,
                Tag::Per,
                Tag::Was,
                Tag::Within,
                Tag::Who,
                Tag::Recurring,
                Tag::From,
                Tag::Into,
            ]
            .iter()
            .any(|tag| item.has(*tag));
        if stops {
            break;
        }
        // An unknown plain word straight after a number is what it counts.
        let untagged = item.tags == super::tag::Tags::NONE;
        let ends = items.get(next + 1).is_none_or(|after| {
            !matches!(after.kind, super::item::ItemKind::Word)
                || [
                    Tag::Prep,
                    Tag::To,
                    Tag::By,
                    Tag::In,
                    Tag::Per,
                    Tag::Within,
                    Tag::Recurring,
                    Tag::From,
                ]
                .iter()
                .any(|tag| after.has(*tag))
        });
        let letters = item.text.chars().count() > 2
            || super::token::is_han(item.text.chars().next().unwrap_or(' '));
        if untagged && ends && letters && item.text.chars().all(char::is_alphabetic) {
            return Unit::Thing(next);
        }
        next += 1;
    }
    Unit::Bare
}

/// Words that may stand between a number and what rules it.
fn is_filler(item: &Item) -> bool {
    const FILLERS: [&str; 24] = [
        "about",
        "around",
        "approximately",
        "roughly",
        "some",
        "a",
        "the",
        "an",
        "only",
        "just",
        "another",
        "further",
        "примерно",
        "около",
        "приблизительно",
        "уже",
        "лишь",
        "еще",
        "约",
        "大约",
        "左右",
        "的",
        "了",
        "up",
    ];
    FILLERS.contains(&item.text.as_str())
        || item.is_mark(&['€', '$', '£', '¥', '₽', '«', '»', '"', '~', '≈', '“', '”'])
}

fn purpose(items: &[Item], at: usize, unit: Unit) -> Purpose {
    let mut back = at;
    let mut near = None;
    while let Some(before) = back.checked_sub(1) {
        back = before;
        match items.get(back) {
            Some(item) if is_filler(item) => {}
            found => {
                near = found;
                break;
            }
        }
    }
    let Some(item) = near else { return Purpose::Aim };
    let further = back.checked_sub(1).and_then(|at| items.get(at));
    if item.is_mark(&['(', '（', '[']) {
        return Purpose::Baseline;
    }
    if item.is_mark(&['≥', '≤', '>', '<', '=', '→']) {
        return Purpose::Aim;
    }
    if item.has(Tag::Was) {
        return Purpose::Baseline;
    }
    if item.has(Tag::Per) || item.text == "in every" {
        return Purpose::Base;
    }
    let small = matches!(unit, Unit::Time(span) if span <= Span::Week);
    // на 100 заказов, 每百单: a round base behind a rate.
    if item.text == "на" {
        let round = items
            .get(at)
            .and_then(Item::number)
            .is_some_and(|value| [10.0, 100.0, 1_000.0, 10_000.0].contains(&value));
        let rate = round
            && matches!(unit, Unit::Thing(_))
            && further.is_some_and(|item| !item.has(Tag::Up) && !item.has(Tag::Down));
        return if rate { Purpose::Base } else { Purpose::Change };
    }
    if small && (item.has(Tag::Within) || item.has(Tag::In) || item.has(Tag::AtMost)) {
        return Purpose::Limit;
    }
    if small
        && super::item::behind(items, at, 3)
            .iter()
            .any(|item| ["内", "之内", "以内"].contains(&item.text.as_str()))
    {
        return Purpose::Limit;
    }
    if item.has(Tag::To) || item.has(Tag::AtLeast) || item.has(Tag::AtMost) {
        return Purpose::Aim;
    }
    if item.has(Tag::From) {
        return Purpose::Baseline;
    }
    if item.has(Tag::Change) || item.text == "by" {
        return Purpose::Change;
    }
    let percent = matches!(unit, Unit::Percent | Unit::Points | Unit::Times);
    if percent && (item.has(Tag::Up) || item.has(Tag::Down) || item.has(Tag::Improve)) {
        return Purpose::Change;
    }
    Purpose::Aim
}

/// A time beside a share is the promise the share is measured against.
fn settle_limits(found: &mut [Quantity]) {
    let share = found.iter().any(|one| one.unit == Unit::Percent && one.purpose == Purpose::Aim);
    let aim = found
        .iter()
        .any(|one| matches!(one.purpose, Purpose::Aim | Purpose::Change) && !is_time(one.unit));
    for one in found.iter_mut() {
        if is_time(one.unit) && one.purpose == Purpose::Aim && share {
            one.purpose = Purpose::Limit;
        }
        // A limit that stands alone is itself what is to be reached.
        if one.purpose == Purpose::Limit && !aim {
            one.purpose = Purpose::Aim;
        }
    }
}

fn is_time(unit: Unit) -> bool {
    matches!(unit, Unit::Time(_))
}
