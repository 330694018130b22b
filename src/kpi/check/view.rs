//! A plan as the goal check sees it: records with what their texts say.

use super::draws::{Drawn, same_name};
use crate::base::{FiscalStart, Id};
use crate::kpi::reading::{Reading, Tag, Tags, read};
use crate::kpi::{Fit, Goal, Indicator, Measure, Series, TradeOff, Whom, Yardstick, fit_now};
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
    pub source: Rc<Reading>,
    pub unit: Rc<Reading>,
    /// The channel of a service level.
    pub channel: Rc<Reading>,
    /// Resources and levers.
    pub draws: Vec<Drawn<'a>>,
    /// What source and unit mean.
    pub around: Tags,
    /// Place of its goal.
    pub goal: Option<usize>,
    /// How it fits its goal, as a person has said of what both say now.
    pub fit: Option<&'a Fit>,
}

impl IndicatorView<'_> {
    /// Whether its name speaks of this.
    pub fn is(&self, tag: Tag) -> bool {
        self.name.has(tag)
    }

    /// Whom it counts, as a person has said.
    pub fn whom(&self) -> Option<Whom> {
        self.fit.and_then(|fit| fit.whom)
    }

    /// What it counts, as a person has said.
    pub fn yardstick(&self) -> Option<Yardstick> {
        self.fit.and_then(|fit| fit.yardstick)
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
    /// Reads what `memory` does not hold yet.
    pub fn new(aims: &'a Aims<'a>, memory: &mut Memory) -> Self {
        memory.turn += 1;
        let goal_places: BTreeMap<Id, usize> =
            aims.goals.iter().enumerate().map(|(place, goal)| (goal.id, place)).collect();
        let mut goals: Vec<GoalView<'a>> = aims
            .goals
            .iter()
            .map(|goal| GoalView {
                goal,
                reading: memory.read(goal.id, Field::Statement, &goal.statement),
                indicators: Vec::new(),
            })
            .collect();
        let mut indicators = Vec::with_capacity(aims.indicators.len());
        for (place, indicator) in aims.indicators.iter().enumerate() {
            let goal = indicator.goal.and_then(|goal| goal_places.get(&goal).copied());
            if let Some(goal) = goal.and_then(|goal| goals.get_mut(goal)) {
                goal.indicators.push(place);
            }
            let said = goal.and_then(|goal| aims.goals.get(goal));
            let fit = said.and_then(|goal| fit_now(goal, indicator));
            let id = indicator.id;
            let draws = indicator.role.resources.iter().chain(&indicator.role.levers);
            let draws = (0u16..).zip(draws).map(|(at, draw)| {
                Drawn::new(draw, memory.same_name(id, Field::Draw(at), &draw.name))
            });
            let draws = draws.collect();
            let mut look = |field, text: &str| memory.read(id, field, text);
            let source = look(Field::Source, &indicator.source);
            let unit = look(Field::Unit, &indicator.unit);
            indicators.push(IndicatorView {
                indicator,
                name: look(Field::Name, &indicator.name),
                population: look(Field::Population, &indicator.population),
                part: look(Field::Part, &indicator.role.part),
                method: look(Field::Method, &indicator.method),
                channel: look(Field::Channel, channel(indicator)),
                draws,
                around: source.tags.and(unit.tags),
                source,
                unit,
                goal,
                fit,
            });
        }
        memory.forget();
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

/// The texts of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Field {
    Statement,
    Name,
    Population,
    Part,
    Method,
    Channel,
    Source,
    Unit,
    /// A resource or lever, by its place.
    Draw(u16),
}

/// What was read before, by record and field.
#[derive(Debug, Default)]
pub(super) struct Memory {
    read: BTreeMap<(Id, Field), Seen>,
    /// What any record says in the same words: a source or a unit is read once
    /// for all that name it.
    by_text: BTreeMap<String, Rc<Reading>>,
    turn: u64,
}

#[derive(Debug)]
struct Seen {
    text: String,
    reading: Rc<Reading>,
    /// The text as a name that others may share, once that was asked for.
    name: Option<Rc<str>>,
    turn: u64,
}

impl Memory {
    fn seen(&mut self, id: Id, field: Field, text: &str) -> &mut Seen {
        let turn = self.turn;
        let by_text = &mut self.by_text;
        let mut fresh = || {
            let known = by_text.get(text).map(Rc::clone);
            let reading = known.unwrap_or_else(|| {
                let reading = Rc::new(read(text));
                by_text.insert(text.to_owned(), Rc::clone(&reading));
                reading
            });
            Seen { text: text.to_owned(), reading, name: None, turn }
        };
        let seen = self.read.entry((id, field)).or_insert_with(&mut fresh);
        if seen.text != text {
            *seen = fresh();
        }
        seen.turn = turn;
        seen
    }

    fn read(&mut self, id: Id, field: Field, text: &str) -> Rc<Reading> {
        Rc::clone(&self.seen(id, field, text).reading)
    }

    fn same_name(&mut self, id: Id, field: Field, text: &str) -> Rc<str> {
        let seen = self.seen(id, field, text);
        let name = seen.name.get_or_insert_with(|| same_name(&seen.reading).into());
        Rc::clone(name)
    }

    /// Drops what this look did not come across.
    fn forget(&mut self) {
        let turn = self.turn;
        let before = self.read.len();
        self.read.retain(|_, seen| seen.turn == turn);
        // A text that is being typed leaves every stage of itself behind.
        if self.read.len() < before || self.by_text.len() > 2 * self.read.len() {
            self.by_text.retain(|_, reading| Rc::strong_count(reading) > 1);
        }
    }
}
