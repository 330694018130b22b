//! Conflicts through a chain: A drives B, and B conflicts with C.

use super::conflict::{Conflict, finding};
use super::finding::{Finding, Rule};
use super::view::Views;
use crate::base::Id;
use crate::kpi::Link;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// As many chains as a person could look through.
const MOST: usize = 200;

/// Every link with the record that holds it.
pub(super) fn links<'v>(views: &'v Views<'_>) -> impl Iterator<Item = (Id, &'v Link)> {
    let goals =
        views.goals.iter().flat_map(|view| view.goal.links.iter().map(|link| (view.goal.id, link)));
    let indicators = views
        .indicators
        .iter()
        .flat_map(|view| view.indicator.links.iter().map(|link| (view.indicator.id, link)));
    goals.chain(indicators)
}

/// For each conflict, everything that drives or supports one of its two, by
/// the shortest way.
pub(super) fn findings(views: &Views<'_>, conflicts: &[Conflict], found: &mut Vec<Finding>) {
    let mut before: BTreeMap<Id, Vec<Id>> = BTreeMap::new();
    for (from, link) in links(views) {
        if link.kind.leads() {
            before.entry(link.to).or_default().push(from);
        }
    }
    if before.is_empty() {
        return;
    }
    let direct: BTreeSet<(Id, Id)> =
        conflicts.iter().flat_map(|one| [(one.one, one.other), (one.other, one.one)]).collect();
    let mut told: BTreeSet<(Id, Id)> = BTreeSet::new();
    for conflict in conflicts {
        for (end, other) in [(conflict.one, conflict.other), (conflict.other, conflict.one)] {
            for path in paths(&before, end, other) {
                let Some(&start) = path.first() else { continue };
                if direct.contains(&(start, other)) || !told.insert((start, other)) {
                    continue;
                }
                let chained =
                    Conflict { rule: Rule::Chain, one: start, other, over: conflict.over.clone() };
                found.extend(finding(views, &chained, path.get(1..).unwrap_or_default()));
                if told.len() >= MOST {
                    return;
                }
            }
        }
    }
}

/// The shortest way to `end` from each record that leads there, without
/// passing through `other`.
fn paths(before: &BTreeMap<Id, Vec<Id>>, end: Id, other: Id) -> Vec<Vec<Id>> {
    let mut ways: Vec<Vec<Id>> = Vec::new();
    let mut seen = BTreeSet::from([end, other]);
    let mut waiting = VecDeque::from([vec![end]]);
    while let Some(way) = waiting.pop_front() {
        let Some(first) = way.first() else { continue };
        for from in before.get(first).into_iter().flatten() {
            if seen.insert(*from) {
                let mut longer = Vec::with_capacity(way.len() + 1);
                longer.push(*from);
                longer.extend_from_slice(&way);
                ways.push(longer.clone());
                waiting.push_back(longer);
            }
        }
        if ways.len() >= MOST {
            break;
        }
    }
    ways
}
