//! Sentences that promise two things that compete.

use super::super::finding::{Finding, Mistake, Rule, Slot};
use super::super::sentence::words;
use super::super::view::{GoalView, Views};
use super::levers::promised_both;
use crate::base::Id;
use crate::kpi::Profit;
use crate::kpi::reading::{Item, Reading, Tag, Tags, behind};

/// Sentences that promise two things that compete.
pub(super) fn sentences(views: &Views<'_>, found: &mut Vec<Finding>) {
    for view in &views.goals {
        let id = view.goal.id;
        let (reading, text) = (&view.reading, &view.goal.statement);
        let both = promises_both(reading, text).or_else(|| promised_both(reading, text));
        let Some(words) = both else { continue };
        let told = found.iter().any(|one| {
            one.rule.mistake() == Mistake::Conflicting
                && views.under(view).any(|under| one.about == Some(under.indicator.id))
        });
        if told || is_weighed(views, view) {
            continue;
        }
        let begun = views.aims.trade_offs.iter().filter(|decided| decided.between.contains(&id));
        let decided = begun.min_by_key(|decided| decided.open().len());
        let open = decided.and_then(|decided| decided.open().first().copied());
        if decided.is_some() && open.is_none() {
            continue;
        }
        let slot = open.map_or(Slot::TradeOff, Slot::TradeOffPart);
        let finding = Finding::open(Rule::Known, id, slot).by(&words);
        found.push(Finding { trade_off: decided.map(|decided| decided.id), ..finding });
    }
}

/// Whether the indicators of a goal say what they draw on, or its trade-offs
/// weigh them.
fn is_weighed(views: &Views<'_>, view: &GoalView<'_>) -> bool {
    let ids: Vec<Id> = views.under(view).map(|one| one.indicator.id).collect();
    let drawn = views.under(view).filter(|one| {
        !one.draws.is_empty() || one.indicator.role.profit == Some(Profit::Guardrail)
    });
    let decided = views.aims.trade_offs.iter().any(|decided| {
        decided.open().is_empty()
            && decided.between.iter().filter(|one| ids.contains(one)).count() > 1
    });
    decided || drawn.count() > 1
}

/// The words of the second promise, where a sentence makes both.
fn promises_both(reading: &Reading, text: &str) -> Option<String> {
    let less = |tag: Tag| {
        reading.items.iter().enumerate().find(|(at, item)| {
            item.has(tag) && (item.has(Tag::Down) || ruled_by(reading, *at, Tag::Down))
        })
    };
    // Fewer people is less cost.
    let fewer = || {
        let items = &reading.items;
        let direct = |at: usize| {
            let near = items.iter().take(at).rev().take(4);
            let function = Tags::of(&[
                Tag::Prep,
                Tag::In,
                Tag::By,
                Tag::To,
                Tag::Per,
                Tag::Of,
                Tag::From,
                Tag::Measure,
            ]);
            // Chinese says so right behind.
            let next = items.get(at + 1).is_some_and(|item| item.has(Tag::Down));
            next || near.take_while(|item| !item.tags.any(function)).any(|item| item.has(Tag::Down))
        };
        items.iter().enumerate().find(|(at, item)| item.has(Tag::Staff) && direct(*at))
    };
    let cost = less(Tag::Cost).or_else(fewer);
    // Any time that is to get shorter is somebody served sooner.
    let time = reading.items.iter().enumerate().any(|(at, item)| {
        const TIMES: [&str; 9] =
            ["time", "times", "врем", "срок", "时间", "时长", "周期", "时效", "duration"];
        TIMES.iter().any(|time| item.text.starts_with(time) || item.text.ends_with(time))
            && !item.has(Tag::Handling)
            && ruled_by(reading, at, Tag::Down)
    });
    let sooner = time
        || reading.has(Tag::Faster)
        || reading.has(Tag::Speed)
            && (less(Tag::Speed).is_some()
                || reading.tags.any(Tags::of(&[Tag::Improve, Tag::Up]))
                || reading.has_aim());
    // Better at less: but more profit at less cost is no contradiction.
    let money = Tags::of(&[Tag::Margin, Tag::ProfitLine, Tag::Cost]);
    let better = reading.items.iter().enumerate().any(|(at, item)| {
        let promised = item.has(Tag::Abstract) || (item.has(Tag::Quality) && item.has(Tag::Share));
        let verb = item.has(Tag::Improve)
            && !BEING.iter().any(|stem| item.text.starts_with(stem))
            && !behind(&reading.items, at, 3).iter().any(|item| item.tags.any(money));
        verb || (promised
            && (ruled_by(reading, at, Tag::Improve) || ruled_by(reading, at, Tag::Up)))
    });
    let shorter = less(Tag::Handling);
    let right = reading.items.iter().any(|item| item.has(Tag::Quality) && item.has(Tag::Share));
    let margin = reading.items.iter().enumerate().any(|(at, item)| {
        item.has(Tag::Margin)
            && (ruled_by(reading, at, Tag::Up) || ruled_by(reading, at, Tag::Improve))
    });
    let discount = reading
        .items
        .iter()
        .enumerate()
        .find(|(at, item)| item.has(Tag::Discount) && ruled_by(reading, *at, Tag::Up));
    let second = if sooner || better { cost } else { None };
    let second = second.or(if right { shorter } else { None });
    let second = second.or(if margin { discount } else { None });
    second.map(|(_, item)| words(text, item))
}

/// Words for what somebody wants to be, not to do.
const BEING: [&str; 6] = ["be", "becom", "быть", "стать", "станов", "成为"];

/// Whether the verb that rules an item means this: the nearest one before it
/// in its clause, else, as in Chinese, one right behind it. What stands behind
/// "without" is not promised.
fn ruled_by(reading: &Reading, at: usize, tag: Tag) -> bool {
    const WITHOUT: [&str; 8] = ["without", "not", "без", "не", "不", "而不", "no", "未"];
    let verbs = Tags::of(&[Tag::Up, Tag::Down, Tag::Improve, Tag::Hold, Tag::Gain, Tag::Convert]);
    let ends = |item: &Item| item.ends_clause() || item.is_mark(&[',', '，', '、']);
    let items = &reading.items;
    let before = items.iter().take(at).rev().take(10).take_while(|item| !ends(item));
    for item in before {
        if WITHOUT.contains(&item.text.as_str()) {
            return false;
        }
        let noun = item.tags.any(Tags::of(&[Tag::Abstract, Tag::Measure, Tag::Thing]));
        if item.tags.any(verbs) && !item.has(Tag::To) && !noun {
            return item.has(tag);
        }
    }
    let goes_on = |item: &&Item| !ends(item) && !AND.contains(&item.text.as_str());
    behind(items, at, 3).iter().take_while(goes_on).any(|item| item.has(tag))
}

const AND: [&str; 12] =
    ["and", "while", "but", "и", "а", "но", "并", "同时", "但", "且", "和", "与"];
