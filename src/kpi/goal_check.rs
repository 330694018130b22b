//! Whether an indicator can be measured at all: the facts a target must state.

use super::indicator::{Direction, Indicator, Measure};

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
}

/// The facts missing for an indicator to count as a success criterion, in a
/// fixed order. Value, unit, direction, deadline, population, source, owner,
/// and a goal it serves.
pub fn missing_facts(indicator: &Indicator) -> Vec<MissingFact> {
    let blank = |text: &str| text.trim().is_empty();
    let aim_missing = match indicator.direction {
        Some(Direction::Within) => indicator.band().is_none(),
        _ => indicator.target.value.is_none(),
    };
    let unit_missing = match &indicator.measure {
        Measure::Number => blank(&indicator.unit),
        Measure::Share => false,
        Measure::ServiceLevel { within, .. } => within.is_none_or(|within| within <= 0.0),
    };
    let facts = [
        (MissingFact::Goal, indicator.goal.is_none()),
        (MissingFact::Value, aim_missing),
        (MissingFact::Unit, unit_missing),
        (MissingFact::Direction, indicator.direction.is_none()),
        (MissingFact::Deadline, indicator.target.due.is_none()),
        (MissingFact::Population, blank(&indicator.population)),
        (MissingFact::Source, blank(&indicator.source)),
        (MissingFact::Owner, indicator.owner.is_none()),
    ];
    facts.into_iter().filter_map(|(fact, missing)| missing.then_some(fact)).collect()
}

/// Whether an indicator is stated in full.
pub fn is_measurable(indicator: &Indicator) -> bool {
    missing_facts(indicator).is_empty()
}
