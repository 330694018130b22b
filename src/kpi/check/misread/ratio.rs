//! Part and whole of a share: of the same, of one time, the part out of the
//! whole.

use super::super::finding::{Finding, Rule, Slot};
use super::super::view::IndicatorView;
use super::alike::{same_stem, share_a_word};
use super::{group, stage_of, whole};
use crate::kpi::FunnelStage;
use crate::kpi::reading::{Item, Reading, Sense, Senses, Span, Tag, Tags, behind, span_of};

/// Part and whole of a share are of different people, or of different times.
pub(super) fn ratio(view: &IndicatorView<'_>, found: &mut Vec<Finding>) {
    let id = view.indicator.id;
    if !view.indicator.measure.is_share() {
        return;
    }
    // The name may speak of much; the part is what is typed or named as such.
    let part = view.indicator.role.stage.or_else(|| stage_of(&view.part));
    let stages = part.zip(whole(view));
    // Subscribers who reported a fault are subscribers, whatever a report is.
    let among = |whole: FunnelStage| {
        let typed = view.indicator.role.stage.is_some();
        !typed && view.part.claims.iter().any(|claim| group(claim.stage) == group(whole))
    };
    let upside_down =
        stages.filter(|(part, (whole, _))| group(*part) < group(*whole) && !among(*whole));
    if let Some((_, (_, slot))) = upside_down {
        found.push(Finding::open(Rule::Ratio, id, slot));
    } else if parts_apart(view)
        || spans_apart(view)
        || takes_in_others(view)
        || takes_in_all(view)
        || lacks_what_the_whole_has(view)
        || (stages.is_none_or(|(part, (whole, _))| group(part) == group(whole))
            && nothing_in_common(view))
    {
        found.push(Finding::open(Rule::Ratio, id, Slot::Population));
    } else if stages.is_some_and(|(part, (whole, _))| part > whole)
        && same_month_twice(&view.method)
    {
        found.push(Finding::open(Rule::Ratio, id, Slot::Method));
    }
}

/// Sides nobody can be on at once.
const SIDES: [&[Tag]; 4] = [
    // Who has left was there before: churn is taken from the existing ones.
    &[Tag::New, Tag::Existing],
    &[Tag::New, Tag::Lapsed],
    &[Tag::Phone, Tag::Mail, Tag::Chat, Tag::Shop, Tag::Web],
    &[Tag::Business, Tag::Private],
];

/// Sides that meet in one thing: hours with customers are hours of staff.
const MEETING: &[Tag] = &[Tag::Staff, Tag::Customer, Tag::Partner];

/// The part names others than the whole it is taken from.
fn parts_apart(view: &IndicatorView<'_>) -> bool {
    let meets = |reading: &Reading| MEETING.iter().any(|tag| reading.has(*tag));
    let meeting = meets(&view.part) && !share_a_word(&view.part, &view.population);
    let sides = SIDES.into_iter().chain(meeting.then_some(MEETING));
    sides.into_iter().any(|side| {
        let of = |tags: Tags| side.iter().filter(|tag| tags.has(**tag)).collect::<Vec<_>>();
        let (part, whole) = (of(view.part.tags), of(view.population.tags));
        !part.is_empty() && !whole.is_empty() && !part.iter().any(|tag| whole.contains(tag))
    })
}

/// The part takes in what the whole leaves out: *all orders, including those
/// without a quote*, out of quotes.
fn takes_in_others(view: &IndicatorView<'_>) -> bool {
    const INCLUDING: [&str; 12] = [
        "including",
        "includes",
        "incl",
        "plus",
        "also",
        "включая",
        "плюс",
        "числе",
        "含",
        "包含",
        "包括",
        "加上",
    ];
    const NOT: [&str; 14] = [
        "without", "not", "no", "never", "outside", "other", "без", "не", "вне", "没", "未", "无",
        "非", "没有",
    ];
    let items = &view.part.items;
    let is = |item: &Item, words: &[&str]| words.contains(&item.text.as_str());
    let Some(at) = items.iter().position(|item| is(item, &INCLUDING)) else { return false };
    let whole = view.population.items.iter().any(|item| is(item, &INCLUDING));
    let all = items.iter().take(at).any(|item| item.has(Tag::All));
    let han = items.get(at).is_some_and(|item| u32::from(first_char(item)) > 0x3000);
    !whole && (all || han || behind(items, at, 6).iter().any(|item| is(item, &NOT)))
}

/// The part is of those without what the whole has: buyers without a card out
/// of card holders.
fn lacks_what_the_whole_has(view: &IndicatorView<'_>) -> bool {
    const WITHOUT: [&str; 4] = ["without", "no", "без", "无"];
    let lacking = |reading: &Reading| -> Vec<String> {
        let items = &reading.items;
        let at = (0..items.len())
            .filter(|at| items.get(*at).is_some_and(|item| WITHOUT.contains(&item.text.as_str())));
        let next = at.filter_map(|at| items.get(at + 1));
        next.filter(|item| item.text.chars().count() > 3).map(|item| item.text.clone()).collect()
    };
    let lacked = lacking(&view.part);
    let has = |word: &String| view.population.items.iter().any(|item| same_stem(&item.text, word));
    lacked.iter().any(has) && lacking(&view.population).is_empty()
}

/// The part is of all, the whole of some: orders of every channel out of the
/// viewers of one.
fn takes_in_all(view: &IndicatorView<'_>) -> bool {
    // In front, or behind *of*: not in "fields that are all filled in".
    let all = |reading: &Reading| {
        let items = &reading.items;
        let told = |at: usize| at.checked_sub(1).and_then(|at| items.get(at));
        let led = |at: usize| told(at).is_none_or(|before| before.has(Tag::Of));
        let han = |item: &Item, at: usize| at < 4 && u32::from(first_char(item)) > 0x3000;
        items.iter().enumerate().any(|(at, item)| {
            item.has(Tag::All) && (led(at) || han(item, at) || item.text == "всех")
        })
    };
    let told = view.indicator.role.part.trim();
    let every = ["全", "各", "所有"].iter().any(|word| told.starts_with(word));
    (every || all(&view.part)) && !all(&view.population) && !view.population.items.is_empty()
}

fn first_char(item: &Item) -> char {
    item.text.chars().next().unwrap_or(' ')
}

/// Part and whole are both told, and no word of the one stands in the other:
/// complaints out of parcels.
fn nothing_in_common(view: &IndicatorView<'_>) -> bool {
    const AMOUNTS: [&str; 9] =
        ["value", "sum", "amount", "total", "turnover", "сумм", "стоимост", "金额", "总额"];
    let told = |reading: &Reading| !reading.items.is_empty();
    // Money out of money: discounts out of the list price.
    let amount = || {
        view.population.items.iter().any(|item| {
            item.tags.any(Tags::of(&[Tag::Cost, Tag::Currency]))
                || AMOUNTS.iter().any(|word| item.text.starts_with(word))
        })
    };
    told(&view.part)
        && told(&view.population)
        && !amount()
        && !share_a_word(&view.part, &view.population)
}

/// The part is of one month, the whole of a year; not where the whole began
/// together and is followed from then on.
fn spans_apart(view: &IndicatorView<'_>) -> bool {
    let part = span_of_count(view.name.senses.and(view.part.senses));
    let whole = span_of_count(view.population.senses);
    let apart = part.zip(whole).is_some_and(|(part, whole)| part != whole);
    apart && !view.population.has(Tag::Cohort)
}

/// The one time something is counted in.
fn span_of_count(senses: Senses) -> Option<Span> {
    const SPANS: [(Sense, Span); 4] = [
        (Sense::SpanWeek, Span::Week),
        (Sense::SpanMonth, Span::Month),
        (Sense::SpanQuarter, Span::Quarter),
        (Sense::SpanYear, Span::Year),
    ];
    let mut spans = SPANS.into_iter().filter(|(sense, _)| senses.has(*sense));
    let (_, first) = spans.next()?;
    spans.next().is_none().then_some(first)
}

/// This month's orders by this month's leads: the orders come of other leads.
fn same_month_twice(method: &Reading) -> bool {
    const DIVIDED: [&str; 6] = ["divided", "разделить", "делим", "деленные", "除以", "к"];
    let items = &method.items;
    let at = items
        .iter()
        .position(|item| item.is_mark(&['÷', '/', '∕']) || DIVIDED.contains(&item.text.as_str()));
    let Some(at) = at else { return false };
    let timed = |items: &[Item]| {
        items.iter().any(|item| {
            span_of(item).is_some_and(|span| span >= Span::Week) || item.has(Tag::Recurring)
        })
    };
    // What is told in sentences after the division is no part of the whole.
    let whole = items.get(at + 1..).unwrap_or_default();
    let end = whole.iter().position(Item::ends_clause).unwrap_or(whole.len());
    let sides = (items.get(..at).unwrap_or_default(), whole.get(..end).unwrap_or_default());
    timed(sides.0) && timed(sides.1) && !method.tags.any(Tags::of(&[Tag::Cohort, Tag::Into]))
}
