//! The sheets of what grows out of gaps: actions and risks.

use super::columns::{Access, choice, column, field, more};
use super::{Kind, Sheet, Value};
use crate::base::IdKind;
use crate::key;
use crate::registers::{Action, ActionState, Response, Risk, RiskState};
use crate::workspace::Record;

/// Words of how far an action is, in the order of [`ActionState::ALL`].
pub(super) const ACTION_STATES: [&str; 4] = [
    key!("actions.state_open"),
    key!("actions.state_doing"),
    key!("actions.state_done"),
    key!("actions.state_dropped"),
];

/// Actions.
pub static ACTIONS: Sheet = Sheet {
    name: "actions",
    kind: IdKind::Action,
    new: key!("actions.new_action"),
    ordered: false,
    named: false,
    columns: &[
        column("title", key!("actions.title"), Kind::Text, field!(Action.title as Text)),
        column("owner", key!("sheet.owner"), Kind::Person, field!(Action.owner as Link)),
        column("due", key!("actions.due"), Kind::Date, field!(Action.due as Date)),
        column(
            "state",
            key!("sheet.state"),
            Kind::Choice { options: &ACTION_STATES, optional: false },
            choice!(Action.state of ActionState),
        ),
        more(column("done", key!("actions.done_on"), Kind::Date, field!(Action.done as Date))),
        more(column("note", key!("sheet.note"), Kind::Text, field!(Action.note as Text))),
    ],
    rows: |project| project.actions.iter().cloned().map(Record::Action).collect(),
    blank: |id| Record::Action(Action::new(id, "")),
    settle: |before, record, today| {
        if let (Record::Action(before), Record::Action(action)) = (before, record) {
            action.settle(before, today);
        }
    },
};

/// Words of likelihood, 1 to 5.
const LIKELIHOODS: [&str; 5] = [
    key!("actions.likelihood_1"),
    key!("actions.likelihood_2"),
    key!("actions.likelihood_3"),
    key!("actions.likelihood_4"),
    key!("actions.likelihood_5"),
];

/// Words of impact, 1 to 5.
const IMPACTS: [&str; 5] = [
    key!("actions.impact_1"),
    key!("actions.impact_2"),
    key!("actions.impact_3"),
    key!("actions.impact_4"),
    key!("actions.impact_5"),
];

/// Words of what is done about a risk, in the order of [`Response::ALL`].
const RESPONSES: [&str; 4] = [
    key!("actions.response_avoid"),
    key!("actions.response_reduce"),
    key!("actions.response_transfer"),
    key!("actions.response_accept"),
];

/// Words of how a risk stands, in the order of [`RiskState::ALL`].
const RISK_STATES: [&str; 3] =
    [key!("actions.risk_open"), key!("actions.risk_occurred"), key!("actions.risk_closed")];

/// Access to a rating of a risk, 1 to 5.
macro_rules! rating {
    ($field:ident) => {{
        let access: Access = (
            |record| match record {
                Record::Risk(risk) => {
                    Value::Choice(risk.$field.map(|rating| usize::from(rating).saturating_sub(1)))
                }
                _ => Value::Choice(None),
            },
            |record, value| {
                if let (Record::Risk(risk), Value::Choice(place)) = (record, value) {
                    risk.$field = place
                        .and_then(|place| u8::try_from(place + 1).ok())
                        .filter(|rating| (1..=5).contains(rating));
                }
            },
        );
        access
    }};
}

/// Risks.
pub static RISKS: Sheet = Sheet {
    name: "risks",
    kind: IdKind::Risk,
    new: key!("actions.new_risk"),
    ordered: false,
    named: false,
    columns: &[
        column("title", key!("actions.risk"), Kind::Text, field!(Risk.title as Text)),
        column(
            "likelihood",
            key!("actions.likelihood"),
            Kind::Choice { options: &LIKELIHOODS, optional: true },
            rating!(likelihood),
        ),
        column(
            "impact",
            key!("actions.impact"),
            Kind::Choice { options: &IMPACTS, optional: true },
            rating!(impact),
        ),
        column(
            "response",
            key!("actions.response"),
            Kind::Choice { options: &RESPONSES, optional: true },
            choice!(Risk.response of optional Response),
        ),
        more(column("plan", key!("actions.plan"), Kind::Text, field!(Risk.plan as Text))),
        column("owner", key!("sheet.owner"), Kind::Person, field!(Risk.owner as Link)),
        column("due", key!("actions.review"), Kind::Date, field!(Risk.due as Date)),
        column(
            "state",
            key!("sheet.state"),
            Kind::Choice { options: &RISK_STATES, optional: false },
            choice!(Risk.state of RiskState),
        ),
        more(column("note", key!("sheet.note"), Kind::Text, field!(Risk.note as Text))),
    ],
    rows: |project| project.risks.iter().cloned().map(Record::Risk).collect(),
    blank: |id| Record::Risk(Risk::new(id, "")),
    settle: |_, _, _| {},
};
