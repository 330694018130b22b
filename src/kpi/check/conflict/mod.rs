//! Conflicting: two that pull apart, with nothing decided between them.

mod known;
mod levers;
mod sentence;

use super::chain;
use super::finding::{Finding, Rule, Slot};
use super::view::{IndicatorView, Views};
use crate::base::Id;
use crate::kpi::{Direction, LinkKind, Pull, TradeOff};
use std::collections::BTreeMap;

/// Two that conflict, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::kpi::check) struct Conflict {
    pub rule: Rule,
    pub one: Id,
    pub other: Id,
    /// What they share, in the words of the first.
    pub over: String,
}

/// Findings are as many as a person could look through; a plan with more
/// conflicts than this has one problem, not many.
const MOST: usize = 500;

pub(in crate::kpi::check) fn all(views: &Views<'_>, found: &mut Vec<Finding>) {
    let conflicts = between_two(views);
    for conflict in conflicts.iter().take(MOST) {
        found.extend(finding(views, conflict, &[]));
    }
    chain::findings(views, &conflicts, found);
    sentence::sentences(views, found);
}

/// Every pair that pulls apart, whatever was decided.
pub(in crate::kpi::check) fn between_two(views: &Views<'_>) -> Vec<Conflict> {
    let mut conflicts = BTreeMap::new();
    shared(views, &mut conflicts);
    linked(views, &mut conflicts);
    opposite(views, &mut conflicts);
    known::known(views, &mut conflicts);
    known::by_lever(views, &mut conflicts);
    conflicts.into_values().collect()
}

/// Two goals or indicators that compete, with what was decided about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rivals {
    /// The rule that tells it.
    pub rule: Rule,
    /// One of them.
    pub one: Id,
    /// The other.
    pub other: Id,
    /// What they share, in the words of the first; may be empty.
    pub over: String,
    /// The trade-off that weighs them, settled or only begun.
    pub trade_off: Option<Id>,
    /// Whether that trade-off says everything it must.
    pub settled: bool,
}

/// Every conflict of a plan, the settled ones among them, by pair.
pub(in crate::kpi::check) fn rivals(views: &Views<'_>) -> Vec<Rivals> {
    let weighed = |conflict: Conflict| {
        let pair = (conflict.one, conflict.other);
        let decided = weighing(views, &[pair]);
        let Conflict { rule, one, other, over } = conflict;
        Rivals {
            rule,
            one,
            other,
            over,
            trade_off: decided.map(|decided| decided.id),
            settled: decided.is_some_and(|decided| decided.open().is_empty()),
        }
    };
    between_two(views).into_iter().take(MOST).map(weighed).collect()
}

type Conflicts = BTreeMap<(Id, Id), Conflict>;

/// Notes a conflict; of two about the same pair the first stands.
fn note(conflicts: &mut Conflicts, rule: Rule, one: Id, other: Id, over: &str) {
    if one == other {
        return;
    }
    let key = if one < other { (one, other) } else { (other, one) };
    let conflict = Conflict { rule, one, other, over: over.to_owned() };
    conflicts.entry(key).or_insert(conflict);
}

/// The finding of a conflict, unless a trade-off settles it. `path` leads from
/// the first to the one that conflicts with the other.
pub(in crate::kpi::check) fn finding(
    views: &Views<'_>,
    conflict: &Conflict,
    path: &[Id],
) -> Option<Finding> {
    let ends = (path.last().copied().unwrap_or(conflict.one), conflict.other);
    let first = (conflict.one, conflict.other);
    let decided = weighing(views, &[ends, first]);
    let open = decided.and_then(|decided| decided.open().first().copied());
    if decided.is_some() && open.is_none() {
        return None;
    }
    let slot = open.map_or(Slot::TradeOff, Slot::TradeOffPart);
    let mut with = path.to_vec();
    with.push(conflict.other);
    let finding = Finding::open(conflict.rule, conflict.one, slot).by(&conflict.over);
    Some(Finding { with, trade_off: decided.map(|decided| decided.id), ..finding })
}

/// The trade-off that weighs one of some pairs and leaves least open.
fn weighing<'v>(views: &'v Views<'_>, pairs: &[(Id, Id)]) -> Option<&'v TradeOff> {
    let covering = |pair: &(Id, Id)| {
        let pair = *pair;
        views.aims.trade_offs.iter().filter(move |decided| covers(views, decided, pair))
    };
    pairs.iter().flat_map(covering).min_by_key(|decided| decided.open().len()).copied()
}

/// Whether a trade-off weighs two against each other: by themselves, or by
/// the goals they serve.
fn covers(views: &Views<'_>, decided: &TradeOff, (one, other): (Id, Id)) -> bool {
    let goal = |id: Id| views.indicator(id).and_then(|found| found.indicator.goal);
    let sides = |id: Id| [Some(id), goal(id)];
    let names = |id: Id| {
        let between = decided.between.iter().copied();
        between.filter(move |found| sides(id).contains(&Some(*found))).collect::<Vec<_>>()
    };
    let (ones, others) = (names(one), names(other));
    ones.iter().any(|a| others.iter().any(|b| a != b))
}

/// Typed resources and levers: more here, less there.
fn shared(views: &Views<'_>, conflicts: &mut Conflicts) {
    // Who pulls: more first, less second, each with the name in its words.
    let mut pulls: BTreeMap<&str, [Vec<(Id, &str)>; 2]> = BTreeMap::new();
    for view in &views.indicators {
        for drawn in view.draws.iter().filter(|drawn| !drawn.name.is_empty()) {
            let [more, less] = pulls.entry(&drawn.name).or_default();
            let side = if drawn.pull == Pull::More { more } else { less };
            side.push((view.indicator.id, drawn.said));
        }
    }
    for [more, less] in pulls.values() {
        for ((one, over), (other, _)) in
            more.iter().flat_map(|one| less.iter().map(move |other| (one, other)))
        {
            note(conflicts, Rule::Resource, *one, *other, over);
            if conflicts.len() >= MOST {
                return;
            }
        }
    }
}

/// Links of kind *conflicts*.
fn linked(views: &Views<'_>, conflicts: &mut Conflicts) {
    for (id, link) in chain::links(views) {
        if link.kind == LinkKind::Conflicts {
            note(conflicts, Rule::Link, id, link.to, link.note.trim());
        }
    }
}

/// One indicator's name and population, once up and once down.
fn opposite(views: &Views<'_>, conflicts: &mut Conflicts) {
    let mut seen: BTreeMap<(String, String), Vec<&IndicatorView<'_>>> = BTreeMap::new();
    for view in &views.indicators {
        let fold = |text: &str| text.trim().to_lowercase();
        let key = (fold(&view.indicator.name), fold(&view.indicator.population));
        if !key.0.is_empty() {
            seen.entry(key).or_default().push(view);
        }
    }
    for twins in seen.values().filter(|twins| twins.len() > 1) {
        let way =
            |direction| twins.iter().find(move |view| view.indicator.direction == Some(direction));
        if let (Some(up), Some(down)) = (way(Direction::Up), way(Direction::Down)) {
            note(
                conflicts,
                Rule::Opposite,
                up.indicator.id,
                down.indicator.id,
                up.indicator.name.trim(),
            );
        }
    }
}
