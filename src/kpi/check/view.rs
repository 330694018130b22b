//! A plan as the goal check sees it: records with what their texts say.

use super::draws::Drawn;
use crate::base::{FiscalStart, Id};
use crate::kpi::reading::{Reading, Tag, Tags, read};
use crate::kpi::{Goal, Indicator, Measure, Series, TradeOff};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::rc::Rc;

/// What the goal check looks at.
#[derive(Debug, Clone)]
pub struct Aims<'a> {
    /// Goals in their order.
    pub goals: Vec<&'a Goal>,
    /// Indicators in their order.
    pub indicators: Vec<&'a Indicator>,
    /// Measurements by indicator.
    pub history: &'a BTreeMap<Id, Series>,
    /// Trade-offs.
    pub trade_offs: Vec<&'a TradeOff>,
    /// The day moments such as "next quarter" are told from; without it they
    /// count as said, but are not turned into dates.
    pub today: Option<NaiveDate>,
    /// First month of the fiscal year.
    pub fiscal: FiscalStart,
}

/// A goal with what its sentence says.
pub(super) struct GoalView<'a> {
    pub goal: &'a Goal,
    pub reading: Rc<Reading>,
    /// Places of its indicators.
    pub indicators: Vec<usize>,
}

/// An indicator with what its texts say.
pub(super) struct IndicatorView<'a> {
    pub indicator: &'a Indicator,
    pub name: Rc<Reading>,
    pub population: Rc<Reading>,
    pub part: Rc<Reading>,
    pub method: Rc<Reading>,
    /// The channel of a service level.
    pub channel: Rc<Reading>,
    /// Resources and levers.
    pub draws: Vec<Drawn<'a>>,
    /// What source and unit mean.
    pub around: Tags,
    /// Place of its goal.
    pub goal: Option<usize>,
}

impl IndicatorView<'_> {
    /// Whether its name speaks of this.
    pub fn is(&self, tag: Tag) -> bool {
        self.name.has(tag)
    }

    /// Whether it is a plain count of things, not a time, money or a grade.
    pub fn is_number(&self) -> bool {
        matches!(self.indicator.measure, Measure::Number)
    }
}

/// All records of a plan.
pub(super) struct Views<'a> {
    pub goals: Vec<GoalView<'a>>,
    pub indicators: Vec<IndicatorView<'a>>,
    pub aims: &'a Aims<'a>,
    places: BTreeMap<Id, usize>,
}

impl<'a> Views<'a> {
    /// Reads what is not `known` yet, and forgets what is no longer said.
    pub fn new(aims: &'a Aims<'a>, known: &mut BTreeMap<String, Rc<Reading>>) -> Self {
        let mut fresh = BTreeMap::new();
        let mut look = |text: &str| look_up(known, &mut fresh, text);
        let goal_places: BTreeMap<Id, usize> =
            aims.goals.iter().enumerate().map(|(place, goal)| (goal.id, place)).collect();
        let mut goals: Vec<GoalView<'a>> = aims
            .goals
            .iter()
            .map(|goal| GoalView { goal, reading: look(&goal.statement), indicators: Vec::new() })
            .collect();
        let mut indicators = Vec::with_capacity(aims.indicators.len());
        for (place, indicator) in aims.indicators.iter().enumerate() {
            let goal = indicator.goal.and_then(|goal| goal_places.get(&goal).copied());
            if let Some(goal) = goal.and_then(|goal| goals.get_mut(goal)) {
                goal.indicators.push(place);
            }
            indicators.push(IndicatorView {
                indicator,
                name: look(&indicator.name),
                population: look(&indicator.population),
                part: look(&indicator.role.part),
                method: look(&indicator.method),
                channel: look(channel(indicator)),
                draws: indicator
                    .role
                    .resources
                    .iter()
                    .chain(&indicator.role.levers)
                    .map(|draw| Drawn::new(draw, &look(&draw.name)))
                    .collect(),
                around: look(&indicator.source).tags.and(look(&indicator.unit).tags),
                goal,
            });
        }
        *known = fresh;
        let ids = aims.goals.iter().map(|goal| goal.id);
        let ids = ids.chain(aims.indicators.iter().map(|indicator| indicator.id));
        let places = ids.enumerate().map(|(place, id)| (id, place)).collect();
        Self { goals, indicators, aims, places }
    }

    /// Where a goal or indicator stands among all of them.
    pub fn place(&self, id: Id) -> Option<usize> {
        self.places.get(&id).copied()
    }

    /// An indicator by its id.
    pub fn indicator(&self, id: Id) -> Option<&IndicatorView<'a>> {
        let place = self.place(id)?.checked_sub(self.goals.len())?;
        self.indicators.get(place)
    }

    /// The measurements of an indicator.
    pub fn series(&self, indicator: Id) -> &'a Series {
        static NONE: Series = Series::new();
        self.aims.history.get(&indicator).unwrap_or(&NONE)
    }

    /// The goal an indicator serves.
    pub fn goal_of(&self, indicator: &IndicatorView<'_>) -> Option<&GoalView<'a>> {
        indicator.goal.and_then(|place| self.goals.get(place))
    }

    /// The indicators of a goal.
    pub fn under<'s>(
        &'s self,
        goal: &'s GoalView<'_>,
    ) -> impl Iterator<Item = &'s IndicatorView<'a>> {
        goal.indicators.iter().filter_map(|place| self.indicators.get(*place))
    }
}

fn channel(indicator: &Indicator) -> &str {
    match &indicator.measure {
        Measure::ServiceLevel { channel, .. } => channel,
        _ => "",
    }
}

fn look_up(
    known: &BTreeMap<String, Rc<Reading>>,
    fresh: &mut BTreeMap<String, Rc<Reading>>,
    text: &str,
) -> Rc<Reading> {
    if let Some(found) = fresh.get(text) {
        return Rc::clone(found);
    }
    let found = known.get(text).map_or_else(|| Rc::new(read(text)), Rc::clone);
    fresh.insert(text.to_owned(), Rc::clone(&found));
    found
}
