//! Whether an indicator can be measured at all: the facts a target must state.

use super::blank::is_blank;
use super::finding::Slot;
use crate::kpi::{Baseline, Direction, Indicator, Measure};

/// A fact an indicator leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MissingFact {
    /// The goal it serves.
    Goal,
    /// The target value, or the band of *within*.
    Value,
    /// The unit; the time and its unit for a service level.
    Unit,
    /// Which way is better.
    Direction,
    /// The due date.
    Deadline,
    /// Who or what is counted.
    Population,
    /// Where the values come from.
    Source,
    /// Who answers for it.
    Owner,
    /// An answer to a mistake the goal check finds in it: the one fact that
    /// the indicator alone does not show.
    Sound,
}

impl MissingFact {
    /// The slot it is stated in; a mistake may lie in any.
    pub fn slot(self) -> Option<Slot> {
        Some(match self {
            Self::Goal => Slot::Goal,
            Self::Value => Slot::Value,
            Self::Unit => Slot::Unit,
            Self::Direction => Slot::Direction,
            Self::Deadline => Slot::Deadline,
            Self::Population => Slot::Population,
            Self::Source => Slot::Source,
            Self::Owner => Slot::Owner,
            Self::Sound => return None,
        })
    }
}

/// The facts missing for an indicator to count as a success criterion, in a
/// fixed order: value, unit, direction, deadline, population, source, owner,
/// and a goal it serves.
pub fn missing_facts(indicator: &Indicator) -> Vec<MissingFact> {
    let (aim_missing, unit_missing) = (lacks_aim(indicator), lacks_unit(indicator));
    let facts = [
        (MissingFact::Goal, indicator.goal.is_none()),
        (MissingFact::Value, aim_missing),
        (MissingFact::Unit, unit_missing),
        (MissingFact::Direction, indicator.direction.is_none()),
        (MissingFact::Deadline, indicator.target.due.is_none()),
        (MissingFact::Population, is_blank(&indicator.population)),
        (MissingFact::Source, is_blank(&indicator.source)),
        (MissingFact::Owner, indicator.owner.is_none()),
    ];
    facts.into_iter().filter_map(|(fact, missing)| missing.then_some(fact)).collect()
}

/// Whether an indicator is stated in full.
pub fn is_measurable(indicator: &Indicator) -> bool {
    missing_facts(indicator).is_empty()
}

/// Whether it names a value to reach in a unit: enough to see that something
/// is measured.
pub(super) fn has_measure(indicator: &Indicator) -> bool {
    !lacks_aim(indicator) && !lacks_unit(indicator)
}

/// Whether nobody has said where things stood.
pub(super) fn lacks_baseline(indicator: &Indicator) -> bool {
    indicator.baseline == Baseline::Unset
}

fn lacks_aim(indicator: &Indicator) -> bool {
    match indicator.direction {
        Some(Direction::Within) => indicator.band().is_none(),
        _ => indicator.target.value.is_none(),
    }
}

fn lacks_unit(indicator: &Indicator) -> bool {
    match &indicator.measure {
        Measure::Number => is_blank(&indicator.unit),
        Measure::Share => false,
        Measure::ServiceLevel { within, .. } => within.is_none_or(|within| within <= 0.0),
    }
}
