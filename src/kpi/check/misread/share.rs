//! Shares: part and whole of the same, with their counts, never averaged.

use super::super::finding::{Finding, Fix, Rule, Slot};
use super::super::sentence;
use super::super::view::{IndicatorView, Views};
use super::way::share_a_word;
use super::{counted, group, stage_of, whole};
use crate::kpi::reading::{Item, Reading, Sense, Senses, Span, Tag, Tags, behind, span_of};
use crate::kpi::{Actual, Counts, FunnelStage};

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
    &[Tag::Phone, Tag::Mail, Tag::Chat, Tag::Shop],
    &[Tag::Business, Tag::Private],
];

/// Sides that meet in one thing: hours with customers are hours of staff.
const MEETING: &[Tag] = &[Tag::Staff, Tag::Customer, Tag::Partner];

/// The part names others than the whole it is taken from.
fn parts_apart(view: &IndicatorView<'_>) -> bool {
    let meeting = !share_a_word(&view.part, &view.population);
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
    !whole && (all || behind(items, at, 6).iter().any(|item| is(item, &NOT)))
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
        items.iter().enumerate().any(|(at, item)| item.has(Tag::All) && (led(at) || han(item, at)))
    };
    all(&view.part) && !all(&view.population) && !view.population.items.is_empty()
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
    let amount = view.population.items.iter().any(|item| {
        item.tags.any(Tags::of(&[Tag::Cost, Tag::Currency]))
            || AMOUNTS.iter().any(|word| item.text.starts_with(word))
    });
    told(&view.part)
        && !amount
        && told(&view.population)
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

/// A share of which only the percentage is known, with no count beside it.
pub(super) fn no_count(views: &Views<'_>, view: &IndicatorView<'_>, found: &mut Vec<Finding>) {
    let indicator = view.indicator;
    if !indicator.measure.is_share() {
        return;
    }
    let beside = views.goal_of(view).is_some_and(|goal| {
        views.under(goal).any(|other| {
            other.is_number()
                && (other.is(Tag::Count)
                    || counted(other).is_some()
                    || other.around.any(Tags::of(&[Tag::Thing, Tag::Customer])))
        })
    });
    let latest = views.series(indicator.id).values().next_back();
    // Whoever says that counts are kept has them, if not here.
    let kept = indicator.role.counts == Some(Counts::Kept);
    let percent = !kept && matches!(latest.map(|found| found.actual), Some(Actual::Value(_)));
    if beside {
        return;
    }
    let told = latest.is_none() && !kept;
    if percent {
        found.push(Finding::open(Rule::NoCount, indicator.id, Slot::Measurement));
    } else if latest.is_none() && indicator.role.counts == Some(Counts::PercentOnly) {
        found.push(
            Finding::open(Rule::NoCount, indicator.id, Slot::Counts)
                .or_apply(Some(Fix::KeepCounts)),
        );
    } else if told && let Some(words) = tells_only_percent(view) {
        let finding = Finding::open(Rule::NoCount, indicator.id, Slot::Counts).by(&words);
        found.push(finding.or_apply(Some(Fix::KeepCounts)));
    }
}

/// What is looked for in a text that tells only a percentage.
const TELLS: Senses =
    Senses::of(&[Sense::OnlyThat, Sense::Uncounted, Sense::Withheld, Sense::Delivered]);

/// Words of a method that works a share out.
const WORKED_OUT: [&str; 8] = ["divided", "out of", "by", "из", "делим", "разделить", "除以", "中"];

/// The words of method or source that say that nothing but the percentage is
/// told: *only the rate*, *without how many*, *how many is not known*.
fn tells_only_percent(view: &IndicatorView<'_>) -> Option<String> {
    let texts = [(&view.method, &view.indicator.method), (&view.source, &view.indicator.source)];
    let telling = texts.into_iter().filter(|(reading, _)| reading.senses.any(TELLS));
    telling.into_iter().find_map(|(reading, text)| {
        let sensed = &reading.sensed;
        let near = |one: (usize, usize), other: (usize, usize)| {
            let (first, second) = if one.0 <= other.0 { (one, other) } else { (other, one) };
            let wide = text.is_ascii() || text.chars().all(|c| u32::from(c) < 0x3000);
            second.0.saturating_sub(first.1) <= if wide { 24 } else { 4 }
        };
        let of = |sense| sensed.iter().filter(move |one| one.senses.has(sense));
        let marks = reading.items.iter().filter(|item| item.is_mark(&['%']));
        let shares: Vec<_> =
            of(Sense::ShareWord).map(|one| one.span).chain(marks.map(|item| item.span)).collect();
        let only = of(Sense::OnlyThat).find_map(|only| {
            let share = shares.iter().find(|share| near(only.span, **share))?;
            Some((only.span, *share))
        });
        let without = of(Sense::Uncounted).find_map(|not| {
            let counts = of(Sense::Counts)
                .find(|counts| counts.span.0 >= not.span.1 && near(not.span, counts.span))?;
            Some((not.span, counts.span))
        });
        let withheld = || {
            of(Sense::Withheld).find_map(|not| {
                let counts = of(Sense::Counts).find(|counts| near(not.span, counts.span))?;
                Some((not.span, counts.span))
            })
        };
        // A percentage somebody sends, with nothing it is worked out from.
        let worked_out = reading.items.iter().any(|item| {
            item.is_mark(&['/', '÷', '∕', ':'])
                || item.has(Tag::Average)
                || WORKED_OUT.contains(&item.text.as_str())
        });
        let sent = || {
            of(Sense::Delivered).filter(|_| !worked_out).find_map(|sent| {
                let share = shares.iter().find(|share| near(sent.span, **share))?;
                Some((sent.span, *share))
            })
        };
        let (one, other) = only.or(without).or_else(withheld).or_else(sent)?;
        let (from, to) = (one.0.min(other.0), one.1.max(other.1));
        Some(text.chars().skip(from).take(to - from).collect())
    })
}

/// The mean of percentages: a small branch weighs as much as a large one.
pub(super) fn mean(view: &IndicatorView<'_>, found: &mut Vec<Finding>) {
    let indicator = view.indicator;
    let percent = indicator.measure.is_share()
        || indicator.unit.trim() == "%"
        || view.around.has(Tag::Percent);
    let rates = |item: &Item| {
        item.has(Tag::Share)
            || item.has(Tag::Percent)
            || item.is_mark(&['%'])
            || (item.text.chars().count() > 1 && item.text.ends_with('率'))
    };
    if percent && adds_up_rates(&view.method, &indicator.method) {
        found.push(Finding::open(Rule::Mean, indicator.id, Slot::Method));
        return;
    }
    let rows: [(&Reading, &str, Slot); 2] = [
        (&view.method, &indicator.method, Slot::Method),
        (&view.name, &indicator.name, Slot::Name),
    ];
    for (reading, text, slot) in rows {
        let Some(at) = reading.items.iter().position(|item| item.has(Tag::Average)) else {
            continue;
        };
        let near = behind(&reading.items, at, 7);
        let before = reading.items.get(at.saturating_sub(7)..at).unwrap_or_default();
        let nouns = near.iter().take_while(|item| !item.ends_clause());
        let of_rates =
            nouns.clone().any(rates) || (before.iter().any(rates) && !near.iter().any(is_amount));
        let spread = reading.has(Tag::Spread) && !near.iter().any(is_amount);
        let averaged =
            (of_rates && !first_amount(near)) || (percent && spread && slot == Slot::Method);
        if averaged {
            let words =
                reading.items.get(at).map(|item| sentence::words(text, item)).unwrap_or_default();
            found.push(Finding::open(Rule::Mean, indicator.id, slot).by(&words));
            return;
        }
    }
}

/// Rates added up and divided by how many they are: a mean that is not called
/// one.
fn adds_up_rates(method: &Reading, text: &str) -> bool {
    const ADD: [&str; 10] =
        ["add", "sum", "totalled", "слож", "склад", "сумм", "相加", "加总", "加起来", "累加"];
    const DIVIDE: [&str; 4] = ["divid", "разделить", "дел", "除以"];
    // Chinese writes no spaces: there a word may begin anywhere.
    let text = text.to_lowercase();
    let begins = |at: usize| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        before.is_none_or(|c| !c.is_alphabetic() || u32::from(c) > 0x3000)
    };
    let first = |words: &[&str]| {
        let all = words.iter().flat_map(|word| text.match_indices(word));
        all.map(|(at, _)| at).filter(|at| begins(*at)).min()
    };
    let (Some(added), Some(divided)) = (first(&ADD), first(&DIVIDE)) else { return false };
    let rates = method
        .items
        .iter()
        .any(|item| (item.has(Tag::Share) && !item.has(Tag::Count)) || item.has(Tag::Percent));
    let (behind, whole) = (text.get(divided..).unwrap_or_default(), method.items.iter().rev());
    // What it is divided by is a bare number, or that of the branches.
    let counted = whole.take(4).any(|item| item.tags.any(Tags::of(&[Tag::Customer, Tag::Thing])));
    added < divided && rates && (!counted || behind.chars().count() < 8)
}

/// A quantity that may be averaged: a time, an amount, a grade.
fn is_amount(item: &Item) -> bool {
    item.tags.any(Tags::of(&[Tag::Speed, Tag::Handling, Tag::Cost]))
        || (item.has(Tag::Measure) && !item.has(Tag::Share))
}

/// Whether the first noun behind *average* is such a quantity.
fn first_amount(near: &[Item]) -> bool {
    let noun = near.iter().find(|item| {
        item.tags.any(Tags::of(&[Tag::Measure, Tag::Share, Tag::Percent, Tag::Scale]))
            || item.is_mark(&['%'])
    });
    noun.is_some_and(|item| is_amount(item) || (item.has(Tag::Scale) && !item.has(Tag::Share)))
}
