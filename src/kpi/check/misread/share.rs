//! Shares with their counts, never averaged.

use super::super::finding::{Finding, Fix, Rule, Slot};
use super::super::sentence;
use super::super::view::{IndicatorView, Views};
use super::counted;
use crate::kpi::reading::{Item, Reading, Sense, Senses, Tag, Tags, behind};
use crate::kpi::{Actual, Counts};

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
    let percent = matches!(latest.map(|found| found.actual), Some(Actual::Value(_)));
    if beside {
        return;
    }
    let told = latest.is_none() && indicator.role.counts != Some(Counts::Kept);
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
