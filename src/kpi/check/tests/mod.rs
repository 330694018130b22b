//! Plans for the tests of the goal check.

mod answers;
mod repairs;
mod rules;
mod scenes;
mod structure;

use super::*;
use crate::base::{FiscalStart, IdKind, Period};
use crate::kpi::{
    Actual, Baseline, Direction, Draw, Goal, Horizon, Indicator, Link, LinkKind, Measure,
    Measurement, Pull, Series, Target, TradeOff,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn goal_id(n: u64) -> Id {
    Id::new(IdKind::Goal, n)
}

fn kpi(n: u64) -> Id {
    Id::new(IdKind::Indicator, n)
}

fn person() -> Id {
    Id::new(IdKind::Person, 1)
}

/// A plan that owns its records.
#[derive(Debug, Clone, Default)]
struct Plan {
    goals: Vec<Goal>,
    indicators: Vec<Indicator>,
    history: BTreeMap<Id, Series>,
    trade_offs: Vec<TradeOff>,
}

impl Plan {
    fn found(&self) -> Vec<Finding> {
        check(&Aims {
            goals: self.goals.iter().collect(),
            indicators: self.indicators.iter().collect(),
            history: &self.history,
            trade_offs: self.trade_offs.iter().collect(),
            today: Some(day("2026-11-22")),
            fiscal: FiscalStart::JANUARY,
        })
    }

    fn of(&self, rule: Rule) -> Vec<Finding> {
        self.found().into_iter().filter(|one| one.rule == rule).collect()
    }

    fn goal(&mut self, id: Option<Id>) -> &mut Goal {
        self.goals.iter_mut().find(|goal| Some(goal.id) == id).expect("the goal is there")
    }

    fn indicator(&mut self, id: Option<Id>) -> &mut Indicator {
        self.indicators.iter_mut().find(|one| Some(one.id) == id).expect("the indicator is there")
    }

    fn measure(&mut self, id: Id, values: &[Actual]) {
        let series = self.history.entry(id).or_default();
        series.clear();
        for (place, actual) in values.iter().enumerate() {
            let period = Period::parse(&format!("2026-{:02}", place + 1)).expect("a month");
            let id_of = Id::new(IdKind::Measurement, u64::try_from(place).unwrap_or(0));
            let note = String::new();
            let found = Measurement {
                id: id_of,
                indicator: id,
                period,
                actual: *actual,
                note,
                import: None,
            };
            series.insert(period, found);
        }
    }
}

/// A goal that looks a year ahead.
fn goal(n: u64, statement: &str) -> Goal {
    Goal { horizon: Some(Horizon::Short), ..Goal::new(goal_id(n), statement) }
}

/// An indicator with every slot filled.
fn full(n: u64, name: &str, measure: Measure) -> Indicator {
    Indicator {
        goal: Some(goal_id(1)),
        name: name.to_owned(),
        unit: "cases".to_owned(),
        direction: Some(Direction::Up),
        population: "Cases closed".to_owned(),
        source: "Ticket system".to_owned(),
        owner: Some(person()),
        baseline: Baseline::Known {
            value: 60.0,
            period: Period::parse("2026-10").expect("a month"),
        },
        target: Target { value: Some(75.0), due: Some(day("2027-06-30")), ..Target::default() },
        ..Indicator::new(kpi(n), measure)
    }
}

/// The line of overall profit, under a goal of its own.
fn profit() -> Indicator {
    Indicator { goal: Some(goal_id(9)), ..full(9, "Operating profit", Measure::Number) }
}

/// A plan without a finding; every scene breaks one thing in it.
fn sound() -> Plan {
    Plan {
        goals: vec![goal(1, "Solve it the first time"), goal(9, "Overall profit")],
        indicators: vec![full(1, "Cases solved at first contact", Measure::Share), profit()],
        ..Plan::default()
    }
}

#[test]
fn a_sound_plan_has_no_findings() {
    assert_eq!(sound().found(), []);
}

fn with(edit: impl FnOnce(&mut Plan)) -> Plan {
    let mut plan = sound();
    edit(&mut plan);
    plan
}

/// The sound plan with its first indicator edited.
fn first(edit: impl FnOnce(&mut Indicator)) -> Plan {
    with(|plan| edit(plan.indicator(Some(kpi(1)))))
}

/// The sound plan with another sentence and no indicator under it.
fn alone(statement: &str) -> Plan {
    with(|plan| {
        plan.goal(Some(goal_id(1))).statement = statement.to_owned();
        plan.indicators.retain(|one| one.id != kpi(1));
    })
}

fn pull(name: &str, pull: Pull) -> Vec<Draw> {
    vec![Draw { name: name.to_owned(), pull }]
}

/// Two indicators under two goals.
fn pair(one: Indicator, other: Indicator) -> Plan {
    with(|plan| {
        plan.goals.push(goal(2, "Cheaper"));
        plan.indicators.retain(|found| found.id == kpi(9));
        plan.indicators.push(one);
        plan.indicators.push(Indicator { goal: Some(goal_id(2)), ..other });
    })
}

fn competing() -> Plan {
    let mut one = full(1, "Cases solved at first contact", Measure::Share);
    let mut other = full(2, "Cases closed in a week", Measure::Share);
    one.role.resources = pull("Agents on shift", Pull::More);
    other.role.levers = pull("agent on shift", Pull::Less);
    pair(one, other)
}

fn link(kind: LinkKind, to: Id) -> Vec<Link> {
    vec![Link { kind, to, note: String::new() }]
}

fn count(name: &str) -> Indicator {
    full(1, name, Measure::Number)
}
