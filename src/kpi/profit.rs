//! How indicators lead to overall profit, as the plan says it: by the
//! assumption an indicator states, or by links to one that states its own.
//!
//! It shows what somebody assumed, and never that a change in profit came of
//! anything.

use super::goal::Goal;
use super::indicator::Indicator;
use super::link::Link;
use super::role::Profit;
use crate::base::Id;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// One step of the way to overall profit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The goal or indicator one stands at.
    pub id: Id,
    /// Why it leads to the next, as somebody wrote it; may be empty where a
    /// link or the goal an indicator serves says enough.
    pub says: String,
}

/// The way from an indicator to overall profit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// The steps, the indicator first; after the last comes overall profit.
    pub steps: Vec<Step>,
}

impl Chain {
    /// The indicator it begins with.
    pub fn indicator(&self) -> Option<Id> {
        self.steps.first().map(|step| step.id)
    }

    /// The assumption it rests on: what the step states that nothing but words
    /// connects to profit.
    pub fn assumption(&self) -> &str {
        let said = self.steps.iter().rev().map(|step| step.says.as_str());
        said.into_iter().find(|says| !says.is_empty()).unwrap_or_default()
    }
}

/// Why an indicator has no way to overall profit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// Nobody said what it is to profit.
    Role,
    /// It is said to lead there, but not how.
    How,
}

/// What every indicator is to overall profit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProfitTree {
    /// Indicators that are the overall profit; none means that the plan is
    /// incomplete.
    pub lines: Vec<Id>,
    /// The way of each that leads there.
    pub chains: Vec<Chain>,
    /// Those that guard what must not suffer.
    pub guardrails: Vec<Id>,
    /// Those without a way.
    pub without: Vec<(Id, Lack)>,
}

/// How every indicator leads to profit, in their order. `lines` are those that
/// are the overall profit.
///
/// An indicator leads there when it says how, or when it, or the goal it
/// serves, drives or supports another that does; the shortest way counts. A
/// guardrail is one whatever its links.
pub fn profit_tree(goals: &[&Goal], indicators: &[&Indicator], lines: Vec<Id>) -> ProfitTree {
    let ways = Ways::new(goals, indicators, &lines);
    let mut tree = ProfitTree::default();
    for indicator in indicators {
        if lines.contains(&indicator.id) {
            continue;
        }
        if indicator.role.profit == Some(Profit::Guardrail) {
            tree.guardrails.push(indicator.id);
            continue;
        }
        match ways.from(indicator.id) {
            Some(steps) => tree.chains.push(Chain { steps }),
            None if indicator.role.profit == Some(Profit::Leads) => {
                tree.without.push((indicator.id, Lack::How));
            }
            None => tree.without.push((indicator.id, Lack::Role)),
        }
    }
    ProfitTree { lines, ..tree }
}

/// Who leads to whom.
struct Ways<'a> {
    /// The next of each, with why.
    next: BTreeMap<Id, Vec<(Id, &'a str)>>,
    /// Those that state how they lead to profit, through the goal they serve.
    stated: BTreeMap<Id, (Option<Id>, &'a str)>,
    lines: &'a [Id],
}

impl<'a> Ways<'a> {
    fn new(goals: &[&'a Goal], indicators: &[&'a Indicator], lines: &'a [Id]) -> Self {
        let mut next: BTreeMap<Id, Vec<(Id, &'a str)>> = BTreeMap::new();
        let mut stated = BTreeMap::new();
        let known: BTreeSet<Id> = goals.iter().map(|goal| goal.id).collect();
        for indicator in indicators {
            let how = indicator.role.profit_how.trim();
            let goal = indicator.goal.filter(|goal| known.contains(goal));
            if indicator.role.profit == Some(Profit::Leads) && !how.is_empty() {
                stated.insert(indicator.id, (goal, how));
            }
            let mut ahead = led_to(&indicator.links);
            ahead.extend(goal.map(|goal| (goal, "")));
            next.insert(indicator.id, ahead);
        }
        for goal in goals {
            next.insert(goal.id, led_to(&goal.links));
        }
        // What guards does not lead, not even for others.
        for guard in indicators {
            if guard.role.profit == Some(Profit::Guardrail) {
                next.remove(&guard.id);
            }
        }
        Self { next, stated, lines }
    }

    /// The shortest way; of two as short the one written first.
    fn from(&self, start: Id) -> Option<Vec<Step>> {
        let mut seen = BTreeSet::from([start]);
        let mut waiting = VecDeque::from([(start, Vec::new())]);
        while let Some((at, before)) = waiting.pop_front() {
            if let Some((goal, how)) = self.stated.get(&at) {
                let own = Step { id: at, says: (*how).to_owned() };
                let goal = goal.map(|id| Step { id, says: String::new() });
                return Some(before.into_iter().chain([own]).chain(goal).collect());
            }
            for (to, says) in self.next.get(&at).into_iter().flatten() {
                let mut steps: Vec<Step> = before.clone();
                steps.push(Step { id: at, says: (*says).to_owned() });
                if self.lines.contains(to) {
                    return Some(steps);
                }
                if seen.insert(*to) {
                    waiting.push_back((*to, steps));
                }
            }
        }
        None
    }
}

/// What drives and supports lead to, in their order.
fn led_to(links: &[Link]) -> Vec<(Id, &str)> {
    let leads = links.iter().filter(|link| link.kind.leads());
    leads.map(|link| (link.to, link.note.trim())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::IdKind;
    use crate::kpi::{LinkKind, Measure};
    use proptest::prelude::*;

    fn kpi(n: u64) -> Id {
        Id::new(IdKind::Indicator, n)
    }

    fn goal(n: u64) -> Id {
        Id::new(IdKind::Goal, n)
    }

    fn drives(to: Id, note: &str) -> Link {
        Link { kind: LinkKind::Drives, to, note: note.to_owned() }
    }

    fn indicator(n: u64, under: Option<u64>, profit: Option<Profit>, how: &str) -> Indicator {
        let mut found = Indicator::new(kpi(n), Measure::Number);
        found.goal = under.map(goal);
        found.role.profit = profit;
        found.role.profit_how = how.to_owned();
        found
    }

    fn tree(goals: &[Goal], indicators: &[Indicator], lines: &[Id]) -> ProfitTree {
        let goals: Vec<_> = goals.iter().collect();
        let indicators: Vec<_> = indicators.iter().collect();
        profit_tree(&goals, &indicators, lines.to_vec())
    }

    fn steps(tree: &ProfitTree, of: Id) -> Option<Vec<Id>> {
        let chain = tree.chains.iter().find(|chain| chain.indicator() == Some(of))?;
        Some(chain.steps.iter().map(|step| step.id).collect())
    }

    #[test]
    fn an_indicator_that_says_how_leads_there_through_its_goal() {
        let leads = indicator(1, Some(1), Some(Profit::Leads), "who waits less orders again");
        let found = tree(&[Goal::new(goal(1), "g")], &[leads, indicator(2, None, None, "")], &[]);
        assert_eq!(steps(&found, kpi(1)), Some(vec![kpi(1), goal(1)]));
        assert_eq!(found.chains[0].assumption(), "who waits less orders again");
        assert_eq!(found.without, [(kpi(2), Lack::Role)]);
        assert!(found.lines.is_empty(), "nothing is made up where no line is");
    }

    #[test]
    fn a_word_without_a_how_is_no_way_and_a_guardrail_stands_apart() {
        let blank = indicator(1, None, Some(Profit::Leads), "  ");
        let mut guard = indicator(2, None, Some(Profit::Guardrail), "must not suffer");
        guard.links = vec![drives(kpi(3), "")];
        let found =
            tree(&[], &[blank, guard, indicator(3, None, Some(Profit::Line), "")], &[kpi(3)]);
        assert_eq!(found.without, [(kpi(1), Lack::How)]);
        assert_eq!((found.guardrails, found.chains), (vec![kpi(2)], vec![]));
    }

    #[test]
    fn links_lead_there_by_the_shortest_way_and_cycles_end() {
        let mut first = indicator(1, None, None, "");
        first.links = vec![drives(kpi(2), "more of one is more of two")];
        let mut second = indicator(2, None, None, "");
        second.links = vec![drives(kpi(1), ""), drives(kpi(3), "")];
        let third = indicator(3, Some(1), Some(Profit::Leads), "three earns");
        let mut fourth = indicator(4, None, None, "");
        fourth.links = vec![Link { kind: LinkKind::Conflicts, to: kpi(3), note: String::new() }];
        let found = tree(
            &[Goal::new(goal(1), "g")],
            &[first, second, third, fourth, indicator(9, None, None, "")],
            &[kpi(9)],
        );
        assert_eq!(steps(&found, kpi(1)), Some(vec![kpi(1), kpi(2), kpi(3), goal(1)]));
        assert_eq!(found.chains[0].steps[0].says, "more of one is more of two");
        assert_eq!(found.chains[0].assumption(), "three earns");
        assert_eq!(found.without, [(kpi(4), Lack::Role)], "a conflict leads nowhere");
    }

    #[test]
    fn a_goal_that_drives_another_carries_its_indicators_along() {
        let mut near = Goal::new(goal(1), "near");
        near.links = vec![drives(goal(2), "")];
        let mut far = Goal::new(goal(2), "far");
        far.links = vec![drives(kpi(9), "what stays, pays")];
        let found = tree(&[near, far], &[indicator(1, Some(1), None, "")], &[kpi(9)]);
        assert_eq!(steps(&found, kpi(1)), Some(vec![kpi(1), goal(1), goal(2)]));
        // A sibling's assumption is not one's own.
        let silent = indicator(1, Some(3), None, "");
        let states = indicator(2, Some(3), Some(Profit::Leads), "two earns");
        let found = tree(&[Goal::new(goal(3), "g")], &[silent, states], &[]);
        assert_eq!(found.without, [(kpi(1), Lack::Role)]);
    }

    proptest! {
        #[test]
        fn every_indicator_is_exactly_one_thing(
            roles in prop::collection::vec((0u8..4, any::<bool>(), prop::collection::vec(0u64..12, 0..3)), 1..12),
        ) {
            let indicators: Vec<Indicator> = (0u64..).zip(&roles).map(|(n, (role, how, to))| {
                let profit = [None, Some(Profit::Leads), Some(Profit::Guardrail), None];
                let profit = profit.get(usize::from(*role)).copied().flatten();
                let mut found = indicator(n, None, profit, if *how { "so" } else { "" });
                found.links = to.iter().map(|to| drives(kpi(*to), "")).collect();
                found
            }).collect();
            let found = tree(&[], &indicators, &[kpi(0)]);
            let count = found.lines.len() + found.chains.len() + found.guardrails.len() + found.without.len();
            prop_assert_eq!(count, indicators.len());
            for chain in &found.chains {
                let seen: BTreeSet<_> = chain.steps.iter().map(|step| step.id).collect();
                prop_assert_eq!(seen.len(), chain.steps.len(), "no step twice");
            }
        }
    }
}
