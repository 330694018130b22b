//! One CRM implementation with all its records.

use super::record::{Record, Slot};
use super::snapshot::Snapshot;
use super::table::{Keyed, Table};
use crate::assessment::Answer;
use crate::base::{BusinessClock, FiscalStart, Id, Period};
use crate::kpi::{Goal, Indicator, Measurement, Series, TradeOff};
use crate::registers::{Action, Channel, CostLine, Integration, Risk, Stage, Term, View};
use std::collections::BTreeMap;

/// Which side a person stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Side {
    /// The organisation that introduces the CRM.
    #[default]
    Own,
    /// The supplier of the software.
    Vendor,
    /// An adviser.
    Consultant,
}

impl Side {
    /// As offered in a form.
    pub const ALL: [Self; 3] = [Self::Own, Self::Vendor, Self::Consultant];
}

/// What part a person has in the work the CRM is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Position {
    /// Leads a department or the company.
    Leader,
    /// Will work with the CRM.
    EndUser,
    /// Belongs to the project team.
    ProjectTeam,
    /// Something else.
    #[default]
    Other,
}

impl Position {
    /// As offered in a form.
    pub const ALL: [Self; 4] = [Self::Leader, Self::EndUser, Self::ProjectTeam, Self::Other];
}

/// Someone who owns, answers or signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Record id.
    pub id: Id,
    /// Name, or the role where no name is wanted.
    pub name: String,
    /// What they do in the project.
    pub role: String,
    /// Where they work.
    pub department: String,
    /// Which side they stand on.
    pub side: Side,
    /// Leader, end user, project team.
    pub position: Position,
}

impl Person {
    /// Somebody of the own side of whom only the name is known.
    pub fn new(id: Id, name: &str) -> Self {
        Self {
            id,
            name: name.to_owned(),
            role: String::new(),
            department: String::new(),
            side: Side::Own,
            position: Position::Other,
        }
    }
}

/// What the project itself says.
#[derive(Debug, Clone, PartialEq)]
pub struct ProjectHead {
    /// Record id of the project.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// The organisation it is for.
    pub organisation: String,
    /// Why it is done; may stay open and then shows as incomplete.
    pub why: String,
    /// The benefit expected of it.
    pub benefit: String,
    /// First month of the fiscal year.
    pub fiscal: FiscalStart,
    /// Days a period may lack its measurement before the status is stale.
    pub grace_days: u16,
    /// Whether this is the sample.
    pub sample: bool,
    /// ISO 4217 code of the currency of stages and cost lines; may be empty.
    pub currency: String,
    /// Whether the software is rented for a yearly fee, not bought.
    pub subscription: bool,
    /// Whether the rule of thumb for the total budget is applied; `None`: to
    /// bought software only.
    pub budget_rule: Option<bool>,
    /// The factor of that rule; `None`: the source's own.
    pub budget_factor: Option<f64>,
    /// Why no system needs to be integrated; empty while that is not said.
    pub no_integrations: String,
    /// The gate the readiness check is answered for.
    pub gate: ProjectGate,
    /// The department whose part alone this is; empty for a whole project.
    pub department: String,
    /// Hours of business, for durations on the business clock.
    pub clock: BusinessClock,
}

/// A gate of the project: the same check is answered at each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ProjectGate {
    /// Before implementation starts.
    #[default]
    Start,
    /// Before the pilot.
    Pilot,
    /// Before the roll-out to everybody.
    RollOut,
}

impl ProjectGate {
    /// In their order.
    pub const ALL: [Self; 3] = [Self::Start, Self::Pilot, Self::RollOut];
}

impl ProjectHead {
    /// Days of grace unless the project says otherwise.
    pub const GRACE_DAYS: u16 = 10;

    /// A project with nothing but a name.
    pub fn new(id: Id, name: &str) -> Self {
        Self {
            id,
            name: name.to_owned(),
            organisation: String::new(),
            why: String::new(),
            benefit: String::new(),
            fiscal: FiscalStart::JANUARY,
            grace_days: Self::GRACE_DAYS,
            sample: false,
            currency: String::new(),
            subscription: false,
            budget_rule: None,
            budget_factor: None,
            no_integrations: String::new(),
            gate: ProjectGate::Start,
            department: String::new(),
            clock: BusinessClock::default(),
        }
    }
}

/// What is remembered of one import of measurements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportNote {
    /// Record id.
    pub id: Id,
    /// The indicator it filled.
    pub indicator: Id,
    /// File name; empty for a pasted block.
    pub file: String,
    /// When, as `YYYY-MM-DDThh:mm` on the clock of the one who imported.
    pub at: String,
    /// Rows that brought a new period.
    pub new: u32,
    /// Rows that changed a value.
    pub changed: u32,
    /// Rows that said what was already there.
    pub same: u32,
    /// Rows left out.
    pub rejected: u32,
    /// Rows of the event log the values were worked out from; `None` when
    /// each row was a value.
    pub events: Option<u32>,
    /// What was counted of the event log and how, in the words of the page;
    /// empty when each row was a value.
    pub rule: String,
}

/// One CRM implementation with all its records.
#[derive(Debug, Clone, PartialEq)]
pub struct Project {
    /// What it says of itself.
    pub head: ProjectHead,
    /// People register.
    pub people: Table<Person>,
    /// Living answers, one a question.
    pub answers: Table<Answer>,
    /// Stages with their funding, in order.
    pub stages: Table<Stage>,
    /// Lines of cost.
    pub costs: Table<CostLine>,
    /// Terms to agree on.
    pub terms: Table<Term>,
    /// What departments say of the terms.
    pub views: Table<View>,
    /// Systems to integrate.
    pub integrations: Table<Integration>,
    /// Contact channels.
    pub channels: Table<Channel>,
    /// Goals.
    pub goals: Table<Goal>,
    /// Indicators.
    pub indicators: Table<Indicator>,
    /// Measurements by indicator and period.
    pub measurements: BTreeMap<Id, Series>,
    /// Actions.
    pub actions: Table<Action>,
    /// Risks.
    pub risks: Table<Risk>,
    /// Trade-offs between goals or indicators.
    pub trade_offs: Table<TradeOff>,
    /// What readiness said at the gates.
    pub snapshots: Table<Snapshot>,
    /// Notes of imports.
    pub imports: Table<ImportNote>,
}

impl Keyed for Project {
    fn id(&self) -> Id {
        self.head.id
    }
}

impl Project {
    /// A project without records.
    pub fn new(head: ProjectHead) -> Self {
        Self {
            head,
            people: Table::default(),
            answers: Table::default(),
            stages: Table::default(),
            costs: Table::default(),
            terms: Table::default(),
            views: Table::default(),
            integrations: Table::default(),
            channels: Table::default(),
            goals: Table::default(),
            indicators: Table::default(),
            measurements: BTreeMap::new(),
            actions: Table::default(),
            risks: Table::default(),
            trade_offs: Table::default(),
            snapshots: Table::default(),
            imports: Table::default(),
        }
    }

    /// The answer to a question.
    pub fn answer(&self, question: &str) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.question == question)
    }

    /// The measurements of an indicator.
    pub fn series(&self, indicator: Id) -> &Series {
        static NONE: Series = Series::new();
        self.measurements.get(&indicator).unwrap_or(&NONE)
    }

    /// The measurement of an indicator in a period.
    pub fn measurement(&self, indicator: Id, period: Period) -> Option<&Measurement> {
        self.series(indicator).get(&period)
    }

    /// How many measurements it holds.
    pub fn measurement_count(&self) -> usize {
        self.measurements.values().map(Series::len).sum()
    }

    /// The indicators under a goal.
    pub fn indicators_of(&self, goal: Id) -> impl Iterator<Item = &Indicator> {
        self.indicators.iter().filter(move |indicator| indicator.goal == Some(goal))
    }

    /// A record by its id, with its place.
    pub fn slot(&self, id: Id) -> Option<Slot> {
        if id == self.head.id {
            return Some(Slot { position: 0, record: Record::Head(self.head.clone()) });
        }
        let measurement =
            || self.measurements.values().flat_map(Series::values).find(|found| found.id == id);
        None.or_else(|| slot_in(&self.people, id, Record::Person))
            .or_else(|| slot_in(&self.answers, id, Record::Answer))
            .or_else(|| slot_in(&self.stages, id, Record::Stage))
            .or_else(|| slot_in(&self.costs, id, Record::CostLine))
            .or_else(|| slot_in(&self.terms, id, Record::Term))
            .or_else(|| slot_in(&self.views, id, Record::View))
            .or_else(|| slot_in(&self.integrations, id, Record::Integration))
            .or_else(|| slot_in(&self.channels, id, Record::Channel))
            .or_else(|| slot_in(&self.actions, id, Record::Action))
            .or_else(|| slot_in(&self.risks, id, Record::Risk))
            .or_else(|| slot_in(&self.trade_offs, id, Record::TradeOff))
            .or_else(|| slot_in(&self.goals, id, Record::Goal))
            .or_else(|| slot_in(&self.indicators, id, Record::Indicator))
            .or_else(|| slot_in(&self.snapshots, id, Record::Snapshot))
            .or_else(|| slot_in(&self.imports, id, Record::Import))
            .or_else(|| {
                Some(Slot { position: 0, record: Record::Measurement(measurement()?.clone()) })
            })
    }

    /// Every record with its place, the head first.
    pub fn slots(&self) -> Vec<Slot> {
        let mut slots = vec![Slot { position: 0, record: Record::Head(self.head.clone()) }];
        slots.extend(all_in(&self.people, Record::Person));
        slots.extend(all_in(&self.answers, Record::Answer));
        slots.extend(all_in(&self.stages, Record::Stage));
        slots.extend(all_in(&self.costs, Record::CostLine));
        slots.extend(all_in(&self.terms, Record::Term));
        slots.extend(all_in(&self.views, Record::View));
        slots.extend(all_in(&self.integrations, Record::Integration));
        slots.extend(all_in(&self.channels, Record::Channel));
        slots.extend(all_in(&self.goals, Record::Goal));
        slots.extend(all_in(&self.indicators, Record::Indicator));
        let measurements = self.measurements.values().flat_map(Series::values).cloned();
        slots.extend(
            measurements.map(|found| Slot { position: 0, record: Record::Measurement(found) }),
        );
        slots.extend(all_in(&self.actions, Record::Action));
        slots.extend(all_in(&self.risks, Record::Risk));
        slots.extend(all_in(&self.trade_offs, Record::TradeOff));
        slots.extend(all_in(&self.snapshots, Record::Snapshot));
        slots.extend(all_in(&self.imports, Record::Import));
        slots
    }

    /// Puts a record at its place, unchecked.
    pub(super) fn put(&mut self, slot: Slot) {
        let position = slot.position;
        match slot.record {
            Record::Head(head) => self.head = head,
            Record::Person(record) => self.people.put(position, record),
            Record::Answer(record) => self.answers.put(position, record),
            Record::Stage(record) => self.stages.put(position, record),
            Record::CostLine(record) => self.costs.put(position, record),
            Record::Term(record) => self.terms.put(position, record),
            Record::View(record) => self.views.put(position, record),
            Record::Integration(record) => self.integrations.put(position, record),
            Record::Channel(record) => self.channels.put(position, record),
            Record::Action(record) => self.actions.put(position, record),
            Record::Risk(record) => self.risks.put(position, record),
            Record::TradeOff(record) => self.trade_offs.put(position, record),
            Record::Goal(record) => self.goals.put(position, record),
            Record::Indicator(record) => self.indicators.put(position, record),
            Record::Snapshot(record) => self.snapshots.put(position, record),
            Record::Import(record) => self.imports.put(position, record),
            Record::Measurement(record) => {
                self.measurements
                    .entry(record.indicator)
                    .or_default()
                    .insert(record.period, record);
            }
        }
    }

    /// Takes a record out, unchecked.
    pub(super) fn remove(&mut self, id: Id) {
        self.people.remove(id);
        self.answers.remove(id);
        self.stages.remove(id);
        self.costs.remove(id);
        self.terms.remove(id);
        self.views.remove(id);
        self.integrations.remove(id);
        self.channels.remove(id);
        self.actions.remove(id);
        self.risks.remove(id);
        self.trade_offs.remove(id);
        self.goals.remove(id);
        self.indicators.remove(id);
        self.snapshots.remove(id);
        self.imports.remove(id);
        if id.kind() == Some(crate::base::IdKind::Measurement) {
            for series in self.measurements.values_mut() {
                series.retain(|_, measurement| measurement.id != id);
            }
            self.measurements.retain(|_, series| !series.is_empty());
        }
    }
}

fn slot_in<T: Keyed + Clone>(table: &Table<T>, id: Id, record: fn(T) -> Record) -> Option<Slot> {
    let (position, row) = table.placed().find(|(_, row)| row.id() == id)?;
    Some(Slot { position, record: record(row.clone()) })
}

fn all_in<T: Keyed + Clone>(
    table: &Table<T>,
    record: fn(T) -> Record,
) -> impl Iterator<Item = Slot> {
    table.placed().map(move |(position, row)| Slot { position, record: record(row.clone()) })
}
