//! The sheets there are.

use super::{Column, Kind, Sheet, Value};
use crate::base::IdKind;
use crate::key;
use crate::registers::{
    CostKind, CostLine, Feasibility, Flow, Integration, IntegrationState, Stage,
};
use crate::workspace::{Person, Position, Record, Side};

/// How to read and write one field of one kind of record, as the last two
/// fields of a [`Column`].
pub(super) type Access = (fn(&Record) -> Value, fn(&mut Record, Value));

/// Access to a field that holds what the value holds.
macro_rules! field {
    ($record:ident . $field:ident as Text) => {
        (
            |record| match record {
                Record::$record(row) => Value::Text(row.$field.clone()),
                _ => Value::Text(String::new()),
            },
            |record, value| {
                if let (Record::$record(row), Value::Text(value)) = (record, value) {
                    row.$field = value;
                }
            },
        )
    };
    ($record:ident . $field:ident as $kind:ident) => {
        (
            |record| match record {
                Record::$record(row) => Value::$kind(row.$field),
                _ => Value::$kind(None),
            },
            |record, value| {
                if let (Record::$record(row), Value::$kind(value)) = (record, value) {
                    row.$field = value;
                }
            },
        )
    };
}

pub(super) use field;

/// Access to a field that is one of `$type::ALL`.
macro_rules! choice {
    ($record:ident . $field:ident of $type:ident) => {
        (
            |record| match record {
                Record::$record(row) => {
                    Value::Choice($type::ALL.iter().position(|option| *option == row.$field))
                }
                _ => Value::Choice(None),
            },
            |record, value| {
                if let (Record::$record(row), Value::Choice(Some(place))) = (record, value)
                    && let Some(option) = $type::ALL.get(place)
                {
                    row.$field = *option;
                }
            },
        )
    };
    ($record:ident . $field:ident of optional $type:ident) => {
        (
            |record| match record {
                Record::$record(row) => {
                    Value::Choice($type::ALL.iter().position(|option| Some(*option) == row.$field))
                }
                _ => Value::Choice(None),
            },
            |record, value| {
                if let (Record::$record(row), Value::Choice(place)) = (record, value) {
                    row.$field = place.and_then(|place| $type::ALL.get(place)).copied();
                }
            },
        )
    };
}

pub(super) use choice;

pub(super) const fn column(
    name: &'static str,
    head: &'static str,
    kind: Kind,
    access: Access,
) -> Column {
    Column { name, head, kind, more: false, read: access.0, write: access.1 }
}

pub(super) const fn more(column: Column) -> Column {
    Column { more: true, ..column }
}

/// Stages of the implementation with their money.
pub static STAGES: Sheet = Sheet {
    name: "stages",
    kind: IdKind::Stage,
    new: key!("sheet.new_stage"),
    ordered: true,
    named: false,
    columns: &[
        column("name", key!("sheet.stage"), Kind::Text, field!(Stage.name as Text)),
        column("needed", key!("sheet.needed"), Kind::Money, field!(Stage.needed as Amount)),
        column("secured", key!("sheet.secured"), Kind::Money, field!(Stage.secured as Amount)),
        column(
            "earmarked",
            key!("sheet.earmarked"),
            Kind::Money,
            field!(Stage.earmarked as Amount),
        ),
        column("release", key!("sheet.release"), Kind::Date, field!(Stage.release as Date)),
        column("source", key!("sheet.source"), Kind::Text, field!(Stage.source as Text)),
        more(column("after", key!("sheet.after"), Kind::Stage, field!(Stage.after as Link))),
    ],
    rows: |project| project.stages.iter().cloned().map(Record::Stage).collect(),
    blank: |id| Record::Stage(Stage::new(id)),
    settle: |_, _, _| {},
};

/// Words of the kinds of cost, in the order of [`CostKind::ALL`].
const COST_KINDS: [&str; 8] = [
    key!("registers.cost_software"),
    key!("registers.cost_services"),
    key!("registers.cost_hardware"),
    key!("registers.cost_training"),
    key!("registers.cost_data"),
    key!("registers.cost_integration"),
    key!("registers.cost_management"),
    key!("registers.cost_other"),
];

/// Lines of cost.
pub static COSTS: Sheet = Sheet {
    name: "costs",
    kind: IdKind::CostLine,
    new: key!("sheet.new_cost"),
    ordered: false,
    named: false,
    columns: &[
        column("name", key!("sheet.cost"), Kind::Text, field!(CostLine.name as Text)),
        column(
            "kind",
            key!("sheet.cost_kind"),
            Kind::Choice { options: &COST_KINDS, optional: false },
            choice!(CostLine.kind of CostKind),
        ),
        column("stage", key!("sheet.stage"), Kind::Stage, field!(CostLine.stage as Link)),
        column("planned", key!("sheet.planned"), Kind::Money, field!(CostLine.planned as Amount)),
        column(
            "committed",
            key!("sheet.committed"),
            Kind::Money,
            field!(CostLine.committed as Amount),
        ),
        column("spent", key!("sheet.spent"), Kind::Money, field!(CostLine.spent as Amount)),
        column(
            "forecast",
            key!("sheet.forecast"),
            Kind::Money,
            field!(CostLine.forecast as Amount),
        ),
    ],
    rows: |project| project.costs.iter().cloned().map(Record::CostLine).collect(),
    blank: |id| Record::CostLine(CostLine::new(id, CostKind::Other)),
    settle: |_, _, _| {},
};

/// Words of the directions, in the order of [`Flow::ALL`].
const FLOWS: [&str; 3] =
    [key!("registers.flow_in"), key!("registers.flow_out"), key!("registers.flow_both")];

/// Words of feasibility, in the order of [`Feasibility::ALL`].
const FEASIBILITIES: [&str; 3] = [
    key!("registers.feasibility_unknown"),
    key!("registers.feasibility_confirmed"),
    key!("registers.feasibility_not"),
];

/// Words of how far an integration is, in the order of
/// [`IntegrationState::ALL`].
const INTEGRATION_STATES: [&str; 4] = [
    key!("registers.integration_planned"),
    key!("registers.integration_building"),
    key!("registers.integration_live"),
    key!("registers.integration_dropped"),
];

/// Systems to integrate.
pub static INTEGRATIONS: Sheet = Sheet {
    name: "integrations",
    kind: IdKind::Integration,
    new: key!("sheet.new_integration"),
    ordered: false,
    named: false,
    columns: &[
        column("system", key!("sheet.system"), Kind::Text, field!(Integration.system as Text)),
        column("data", key!("sheet.data"), Kind::Text, field!(Integration.data as Text)),
        column(
            "direction",
            key!("sheet.direction"),
            Kind::Choice { options: &FLOWS, optional: true },
            choice!(Integration.flow of optional Flow),
        ),
        column("method", key!("sheet.method"), Kind::Text, field!(Integration.method as Text)),
        column("owner", key!("sheet.owner"), Kind::Person, field!(Integration.owner as Link)),
        column(
            "feasibility",
            key!("sheet.feasibility"),
            Kind::Choice { options: &FEASIBILITIES, optional: false },
            choice!(Integration.feasibility of Feasibility),
        ),
        column(
            "state",
            key!("sheet.state"),
            Kind::Choice { options: &INTEGRATION_STATES, optional: false },
            choice!(Integration.state of IntegrationState),
        ),
        more(column(
            "frequency",
            key!("sheet.frequency"),
            Kind::Text,
            field!(Integration.frequency as Text),
        )),
        more(column(
            "evidence",
            key!("sheet.evidence"),
            Kind::Text,
            field!(Integration.evidence as Text),
        )),
        more(column("note", key!("sheet.note"), Kind::Text, field!(Integration.note as Text))),
    ],
    rows: |project| project.integrations.iter().cloned().map(Record::Integration).collect(),
    blank: |id| Record::Integration(Integration::new(id)),
    settle: |_, _, _| {},
};

/// Words of the sides, in the order of [`Side::ALL`].
const SIDES: [&str; 3] =
    [key!("people.side_own"), key!("people.side_vendor"), key!("people.side_consultant")];

/// Words of the positions, in the order of [`Position::ALL`].
const POSITIONS: [&str; 4] = [
    key!("people.position_leader"),
    key!("people.position_end_user"),
    key!("people.position_project_team"),
    key!("people.position_other"),
];

/// Whoever owns, answers or vouches.
pub static PEOPLE: Sheet = Sheet {
    name: "people",
    kind: IdKind::Person,
    new: key!("people.new"),
    ordered: false,
    named: true,
    columns: &[
        column("name", key!("people_page.name"), Kind::Text, field!(Person.name as Text)),
        column("role", key!("people_page.role"), Kind::Text, field!(Person.role as Text)),
        column(
            "department",
            key!("people_page.department"),
            Kind::Text,
            field!(Person.department as Text),
        ),
        column(
            "side",
            key!("people.side"),
            Kind::Choice { options: &SIDES, optional: false },
            choice!(Person.side of Side),
        ),
        column(
            "position",
            key!("people.position"),
            Kind::Choice { options: &POSITIONS, optional: false },
            choice!(Person.position of Position),
        ),
    ],
    rows: |project| project.people.iter().cloned().map(Record::Person).collect(),
    blank: |id| Record::Person(Person::new(id, "")),
    settle: |_, _, _| {},
};
