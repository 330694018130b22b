//! Pairs that nobody has looked at together. Where two compete is often known
//! to people alone: no word and no resource in the plan tells it.

use super::chain::links;
use super::conflict::between_two;
use super::view::{IndicatorView, Views};
use crate::base::Id;
use crate::kpi::Profit;
use std::collections::BTreeSet;

/// The pairs of a plan that are worth looking at: its goals among themselves,
/// and the indicators of each goal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pairs {
    /// Those nobody has looked at: pairs within a goal first, in the order of
    /// the records.
    pub open: Vec<(Id, Id)>,
    /// How many there are in all.
    pub all: usize,
}

/// Looked at is what a link joins (of any kind: one kind says that neither
/// bears on the other), what is known to compete, what a trade-off weighs; of
/// two goals as well where one of each pair of their indicators is. Two
/// indicators that both say what they draw on are compared by that; a
/// guardrail was set with the others in mind.
pub(super) fn pairs(views: &Views<'_>) -> Pairs {
    let seen = seen(views);
    let mut found = Pairs::default();
    let mut look = |one: Id, other: Id, is_seen: bool| {
        found.all += 1;
        if !is_seen && !seen.contains(&ordered(one, other)) {
            found.open.push((one, other));
        }
    };
    let is_named = |text: &str| !text.trim().is_empty();
    for view in &views.goals {
        let named = |one: &&IndicatorView<'_>| is_named(&one.indicator.name);
        let under: Vec<&IndicatorView<'_>> = views.under(view).filter(named).collect();
        for (at, one) in under.iter().enumerate() {
            for other in under.iter().skip(at + 1) {
                look(one.indicator.id, other.indicator.id, is_compared(one, other));
            }
        }
    }
    let goals = views.goals.iter().map(|view| view.goal);
    let goals: Vec<Id> =
        goals.filter(|goal| is_named(&goal.statement)).map(|goal| goal.id).collect();
    for (at, one) in goals.iter().enumerate() {
        for other in goals.iter().skip(at + 1) {
            look(*one, *other, false);
        }
    }
    found
}

fn ordered(one: Id, other: Id) -> (Id, Id) {
    if one < other { (one, other) } else { (other, one) }
}

/// Every pair somebody has looked at, with the pair of their goals.
fn seen(views: &Views<'_>) -> BTreeSet<(Id, Id)> {
    let linked = links(views).map(|(from, link)| (from, link.to));
    let competing = between_two(views).into_iter().map(|found| (found.one, found.other));
    let weighed = views.aims.trade_offs.iter().flat_map(|decided| {
        let between = &decided.between;
        let after = |at: usize| between.iter().skip(at + 1);
        between
            .iter()
            .enumerate()
            .flat_map(move |(at, one)| after(at).map(move |other| (*one, *other)))
            .collect::<Vec<_>>()
    });
    let goal = |id: Id| views.indicator(id).map_or(Some(id), |found| found.indicator.goal);
    let mut seen = BTreeSet::new();
    for (one, other) in linked.chain(competing).chain(weighed) {
        seen.insert(ordered(one, other));
        if let (Some(one), Some(other)) = (goal(one), goal(other)) {
            seen.insert(ordered(one, other));
        }
    }
    seen
}

fn is_compared(one: &IndicatorView<'_>, other: &IndicatorView<'_>) -> bool {
    let guards = |view: &IndicatorView<'_>| view.indicator.role.profit == Some(Profit::Guardrail);
    let draw = !one.draws.is_empty() && !other.draws.is_empty();
    draw || guards(one) || guards(other)
}
