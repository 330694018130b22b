//! Aims that are known to compete, whoever sets them.

use super::super::finding::Rule;
use super::super::view::{IndicatorView, Views};
use super::levers::Pulled;
use super::{Conflicts, MOST, note};
use crate::kpi::reading::{Item, Sense, Tag, span_of};
use crate::kpi::{Direction, LinkKind, Measure, Profit};

/// Subjects that are known to compete.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Subject {
    /// Served sooner.
    Sooner,
    /// Service for less money, or with fewer people.
    Cheaper,
    /// Less time for each contact.
    Shorter,
    /// Right the first time.
    Right,
    /// People and places in use more of the time.
    Fuller,
    /// Price given away for volume.
    Discounts,
    /// More left of the price.
    Margin,
}

const RIVALS: [(Subject, Subject); 5] = [
    // Where every seat is taken, whoever comes waits (Kingman's formula).
    (Subject::Sooner, Subject::Fuller),
    (Subject::Sooner, Subject::Cheaper),
    (Subject::Shorter, Subject::Right),
    (Subject::Right, Subject::Cheaper),
    (Subject::Discounts, Subject::Margin),
];

/// Pairs known to compete, as long as nobody has said what they draw on or
/// how they bear on each other.
pub(super) fn known(views: &Views<'_>, conflicts: &mut Conflicts) {
    let subjects: Vec<(Subject, &IndicatorView<'_>)> =
        views.indicators.iter().filter_map(|view| Some((subject(view)?, view))).collect();
    let of = |subject| {
        subjects.iter().filter(move |(found, _)| *found == subject).map(|(_, view)| *view)
    };
    for (left, right) in RIVALS {
        for (one, other) in of(left).flat_map(|one| of(right).map(move |other| (one, other))) {
            if !is_examined(one, other) {
                note(conflicts, Rule::Known, one.indicator.id, other.indicator.id, "");
            }
            if conflicts.len() >= MOST {
                return;
            }
        }
    }
}

/// Pairs whose levers are known to move each other, unless examined.
pub(super) fn by_lever(views: &Views<'_>, conflicts: &mut Conflicts) {
    let pulled = views.indicators.iter().map(|view| (view, Pulled::of(view)));
    let pulling: Vec<_> = pulled.filter(|(_, pulled)| pulled.any()).collect();
    for (at, (one, left)) in pulling.iter().enumerate() {
        for (other, right) in pulling.iter().skip(at + 1) {
            if conflicts.len() >= MOST {
                return;
            }
            if left.competes(*right) && !is_examined(one, other) {
                note(conflicts, Rule::Known, one.indicator.id, other.indicator.id, "");
            }
        }
    }
}

/// Whether somebody has thought about two: both say what they draw on, one is
/// a guardrail of the other, or a link says that they go together.
fn is_examined(one: &IndicatorView<'_>, other: &IndicatorView<'_>) -> bool {
    let draws = |view: &IndicatorView<'_>| !view.draws.is_empty();
    let guardrail =
        |view: &IndicatorView<'_>| view.indicator.role.profit == Some(Profit::Guardrail);
    let goes_with = |from: &IndicatorView<'_>, to: &IndicatorView<'_>| {
        let links = from.indicator.links.iter();
        links.filter(|link| link.kind != LinkKind::Conflicts).any(|link| link.to == to.indicator.id)
    };
    let linked = goes_with(one, other) || goes_with(other, one);
    (draws(one) && draws(other)) || guardrail(one) || guardrail(other) || linked
}

/// What an indicator improves, where it is one of the subjects that compete.
fn subject(view: &IndicatorView<'_>) -> Option<Subject> {
    let direction = view.indicator.direction?;
    let (up, down) = (direction == Direction::Up, direction == Direction::Down);
    let selling = view.name.items.iter().any(is_selling);
    let timed = matches!(view.indicator.measure, Measure::ServiceLevel { .. });
    if view.is(Tag::Handling) {
        // Calls an hour go up when each call gets shorter.
        let count =
            view.name.items.iter().any(|item| item.has(Tag::Handling) && item.has(Tag::Thing));
        return (down || (up && count)).then_some(Subject::Shorter);
    }
    if view.is(Tag::Discount) {
        return up.then_some(Subject::Discounts);
    }
    if view.is(Tag::Margin) {
        return up.then_some(Subject::Margin);
    }
    if view.is(Tag::Cost) {
        return (down && !selling).then_some(Subject::Cheaper);
    }
    let quick = view.name.means(Sense::Quick) && view.indicator.measure.is_share();
    if view.name.means(Sense::Fuller) && up {
        return Some(Subject::Fuller);
    }
    // Whatever it is called, a time that is to get shorter is a wait.
    let time = view.unit.items.first().is_some_and(|item| span_of(item).is_some());
    let wait = view.is_number() && down && time;
    if view.is(Tag::Speed) || timed || quick || wait {
        return (down || timed || (up && view.indicator.measure.is_share()))
            .then_some(Subject::Sooner);
    }
    let right = view.name.items.iter().any(|item| item.has(Tag::Quality) && item.has(Tag::Share));
    let wrong = view.is(Tag::Quality) && !right;
    ((right || is_at_once(view)) && up || wrong && down).then_some(Subject::Right)
}

/// Whether it is about what is settled in one go, however that is put: first
/// or single, the way people come, and settled.
fn is_at_once(view: &IndicatorView<'_>) -> bool {
    const ONE: [&str; 17] = [
        "first",
        "one",
        "single",
        "once",
        "перв",
        "один",
        "одн",
        "единствен",
        "首",
        "首次",
        "一次",
        "一通",
        "一个",
        "首个",
        "首通",
        "第一次",
        "一遍",
    ];
    const SETTLED: [&str; 17] = [
        "solve",
        "resolve",
        "settle",
        "fix",
        "complete",
        "done",
        "handled",
        "решен",
        "решён",
        "решенн",
        "урегулирован",
        "исправлен",
        "解决",
        "办结",
        "办好",
        "修好",
        "办成",
    ];
    const WAYS: [&str; 16] = [
        "call",
        "contact",
        "visit",
        "mail",
        "trip",
        "chat",
        "звон",
        "обращени",
        "визит",
        "контакт",
        "выезд",
        "来电",
        "电话",
        "联系",
        "上门",
        "接触",
    ];
    const NO_SECOND: [&str; 6] = ["second", "another", "repeat", "повторн", "второ", "再次"];
    const WITHOUT: [&str; 5] = ["without", "no", "без", "无", "无需"];
    // Chinese writes no spaces: there a word may stand anywhere.
    let name = view.indicator.name.as_str();
    let han = |word: &str| word.chars().all(|c| u32::from(c) > 0x3000);
    let starts = |words: &[&str]| {
        words.iter().any(|word| {
            let mut items = view.name.items.iter();
            (han(word) && name.contains(word)) || items.any(|item| item.text.starts_with(word))
        })
    };
    let once = starts(&ONE) || (starts(&NO_SECOND) && starts(&WITHOUT));
    once && starts(&SETTLED) && starts(&WAYS)
}

/// Whether a word tells that money is spent on winning customers, which costs
/// service nothing.
fn is_selling(item: &Item) -> bool {
    const STEMS: [&str; 14] = [
        "acqui",
        "lead",
        "marketing",
        "campaign",
        "advert",
        "привлеч",
        "лид",
        "маркет",
        "реклам",
        "кампани",
        "获客",
        "线索",
        "营销",
        "推广",
    ];
    item.has(Tag::Gain)
        || item.has(Tag::New)
        || STEMS.iter().any(|stem| item.text.starts_with(stem))
}
