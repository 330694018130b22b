//! The smallest set of facts that meets a need.
//!
//! A need is a formula of *all* and *any* over facts. *Any* takes the smallest
//! of its branches. *All* is first split into groups that have no fact in
//! common, whose smallest sets simply add up; only within a group that shares
//! facts are branches searched, with a bound that leaves out those that cannot
//! be smaller than the best so far. The result is exact; only a shared group
//! that needs more than [`STEPS`] steps of search is given up as it stands,
//! and says so.

use std::collections::BTreeSet;

/// Steps of search spent on one group that shares facts. Groups of the packs
/// and registers we know take one to some dozens.
const STEPS: u32 = 2_000;

/// What is needed, over facts of some type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Need<T> {
    /// Every one of these facts.
    Facts(BTreeSet<T>),
    /// All of these needs.
    All(Vec<Need<T>>),
    /// One of these needs; of none, it cannot be met.
    Any(Vec<Need<T>>),
}

/// A set of facts that meets a need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cover<T> {
    /// The facts.
    pub facts: BTreeSet<T>,
    /// Whether there is none smaller for certain.
    pub exact: bool,
}

/// The smallest set of facts that meets a need, of several the first; `None`
/// when nothing does.
pub(super) fn smallest<T: Ord + Copy>(need: &Need<T>) -> Option<Cover<T>> {
    match need {
        Need::Facts(facts) => Some(Cover { facts: facts.clone(), exact: true }),
        Need::Any(branches) => {
            let found: Vec<Cover<T>> = branches.iter().filter_map(smallest).collect();
            let exact = found.iter().all(|cover| cover.exact);
            let best = found.into_iter().min_by_key(|cover| cover.facts.len())?;
            Some(Cover { exact, ..best })
        }
        Need::All(_) => {
            let mut total = Cover { facts: BTreeSet::new(), exact: true };
            for group in groups(flattened(need)) {
                let cover = match group.as_slice() {
                    [alone] => smallest(alone)?,
                    several => Search::run(several)?,
                };
                total.facts.extend(cover.facts);
                total.exact &= cover.exact;
            }
            Some(total)
        }
    }
}

/// The needs of nested *alls*, none of which is an *all* itself.
fn flattened<T>(need: &Need<T>) -> Vec<&Need<T>> {
    match need {
        Need::All(needs) => needs.iter().flat_map(flattened).collect(),
        other => vec![other],
    }
}

fn facts_of<T: Ord + Copy>(need: &Need<T>) -> BTreeSet<T> {
    match need {
        Need::Facts(facts) => facts.clone(),
        Need::All(needs) | Need::Any(needs) => needs.iter().flat_map(facts_of).collect(),
    }
}

/// Needs in groups, so that no fact stands in two of them.
fn groups<T: Ord + Copy>(needs: Vec<&Need<T>>) -> Vec<Vec<&Need<T>>> {
    let mut groups: Vec<(BTreeSet<T>, Vec<&Need<T>>)> = Vec::new();
    for need in needs {
        let (mut facts, mut members) = (facts_of(need), vec![need]);
        let (sharing, apart): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|(other, _)| !other.is_disjoint(&facts));
        for (other, before) in sharing.into_iter().rev() {
            facts.extend(other);
            members.splice(0..0, before);
        }
        groups = apart;
        groups.push((facts, members));
    }
    groups.into_iter().map(|(_, members)| members).collect()
}

/// Facts a need takes at least, beyond those there are.
fn at_least<T: Ord + Copy>(need: &Need<T>, have: &BTreeSet<T>) -> usize {
    match need {
        Need::Facts(facts) => facts.difference(have).count(),
        Need::All(needs) => needs.iter().map(|need| at_least(need, have)).max().unwrap_or(0),
        Need::Any(needs) => {
            needs.iter().map(|need| at_least(need, have)).min().unwrap_or(usize::MAX)
        }
    }
}

/// Branch and bound over needs that share facts.
struct Search<T> {
    best: Option<BTreeSet<T>>,
    left: u32,
}

impl<T: Ord + Copy> Search<T> {
    fn run(needs: &[&Need<T>]) -> Option<Cover<T>> {
        let mut search = Self { best: None, left: STEPS };
        search.go(needs.to_vec(), Vec::new(), BTreeSet::new());
        let exact = search.left > 0;
        search.best.map(|facts| Cover { facts, exact })
    }

    /// Meets `needs`, and one branch of each of `choices`, on top of what there
    /// is.
    fn go<'a>(
        &mut self,
        needs: Vec<&'a Need<T>>,
        mut choices: Vec<&'a [Need<T>]>,
        mut have: BTreeSet<T>,
    ) {
        if self.left == 0 {
            return;
        }
        self.left -= 1;
        for need in needs.into_iter().flat_map(flattened) {
            match need {
                Need::Facts(facts) => have.extend(facts),
                Need::Any(branches) => choices.push(branches),
                Need::All(_) => {} // flattened has taken them apart
            }
        }
        let rest = choices.iter().map(|branches| cheapest(branches, &have)).max().unwrap_or(0);
        let bound = have.len().saturating_add(rest);
        if rest == usize::MAX || self.best.as_ref().is_some_and(|best| best.len() <= bound) {
            return;
        }
        let fewest = (0..choices.len()).min_by_key(|place| choices[*place].len());
        let Some(place) = fewest else {
            self.best = Some(have);
            return;
        };
        let branches = choices.remove(place);
        let mut order: Vec<&Need<T>> = branches.iter().collect();
        order.sort_by_key(|branch| at_least(branch, &have));
        for branch in order {
            self.go(vec![branch], choices.clone(), have.clone());
        }
    }
}

fn cheapest<T: Ord + Copy>(branches: &[Need<T>], have: &BTreeSet<T>) -> usize {
    branches.iter().map(|branch| at_least(branch, have)).min().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn met(need: &Need<u8>, have: &BTreeSet<u8>) -> bool {
        match need {
            Need::Facts(facts) => facts.is_subset(have),
            Need::All(needs) => needs.iter().all(|need| met(need, have)),
            Need::Any(needs) => needs.iter().any(|need| met(need, have)),
        }
    }

    /// Tries every set of eight facts.
    fn by_trying(need: &Need<u8>) -> Option<usize> {
        let sets = (0u16..256)
            .map(|bits| (0..8).filter(|place| bits >> place & 1 == 1).collect::<BTreeSet<u8>>());
        sets.filter(|set| met(need, set)).map(|set| set.len()).min()
    }

    fn any_need() -> impl Strategy<Value = Need<u8>> {
        let facts = proptest::collection::btree_set(0u8..8, 0..4).prop_map(Need::Facts);
        facts.prop_recursive(4, 24, 4, |inner| {
            let needs = proptest::collection::vec(inner, 0..4);
            (needs, any::<bool>())
                .prop_map(|(needs, all)| if all { Need::All(needs) } else { Need::Any(needs) })
        })
    }

    proptest! {
        #[test]
        fn no_smaller_set_of_facts_meets_a_need(need in any_need()) {
            let found = smallest(&need);
            prop_assert_eq!(found.as_ref().map(|cover| cover.facts.len()), by_trying(&need));
            if let Some(cover) = found {
                prop_assert!(cover.exact && met(&need, &cover.facts));
            }
        }
    }

    #[test]
    fn a_shared_fact_beats_two_that_are_each_smaller() {
        // Alone, {1} and {2} are smallest; together {3, 4} serves both.
        let facts = |list: &[u8]| Need::Facts(list.iter().copied().collect());
        let one = Need::Any(vec![facts(&[1, 5]), facts(&[3, 4])]);
        let two = Need::Any(vec![facts(&[2, 6]), facts(&[3, 4])]);
        let found = smallest(&Need::All(vec![one, two])).expect("it can be met");
        assert_eq!(found.facts, BTreeSet::from([3, 4]));
    }

    #[test]
    fn what_takes_too_long_to_search_says_that_it_may_not_be_the_smallest() {
        // Any three of 24 facts in each of 40 needs: far too many branches.
        let need = |n: u32| {
            let branch =
                |k: u32| Need::Facts((0..3).map(|i| (n * 7 + k * 5 + i * k) % 61).collect());
            Need::Any((0..24).map(branch).collect())
        };
        let found = smallest(&Need::All((0..40).map(need).collect())).expect("it can be met");
        assert!(!found.exact);
    }
}
