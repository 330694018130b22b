//! What grows out of gaps: actions and risks.

use crate::base::Id;
use chrono::NaiveDate;

/// How far an action is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ActionState {
    /// To be done.
    #[default]
    Open,
    /// Being done.
    Doing,
    /// Done.
    Done,
    /// Not done after all.
    Dropped,
}

impl ActionState {
    /// As offered in a form.
    pub const ALL: [Self; 4] = [Self::Open, Self::Doing, Self::Done, Self::Dropped];

    /// Whether something is left to do.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Doing)
    }
}

/// Something to be done by somebody until a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// Record id.
    pub id: Id,
    /// What is to be done.
    pub title: String,
    /// The question whose gap it closes, as `pack.question`.
    pub question: String,
    /// The missing fact it provides, by the word the shortest way keeps it
    /// under; empty for an action of another origin.
    pub gap: String,
    /// Who does it.
    pub owner: Option<Id>,
    /// Until when.
    pub due: Option<NaiveDate>,
    /// How far it is.
    pub state: ActionState,
    /// When it was done.
    pub done: Option<NaiveDate>,
    /// Anything else.
    pub note: String,
}

impl Action {
    /// An open action.
    pub fn new(id: Id, title: &str) -> Self {
        Self {
            id,
            title: title.to_owned(),
            question: String::new(),
            gap: String::new(),
            owner: None,
            due: None,
            state: ActionState::Open,
            done: None,
            note: String::new(),
        }
    }
}

impl Action {
    /// What follows on a day from a change: the day it was done, which goes
    /// when it is taken up again; and a day on which it was done means that it
    /// is.
    pub fn settle(&mut self, before: &Self, today: NaiveDate) {
        let is_done = self.state == ActionState::Done;
        if is_done && before.state != ActionState::Done {
            self.done = self.done.or(Some(today));
        } else if !is_done && before.state == ActionState::Done {
            self.done = None;
        } else if !is_done && before.done.is_none() && self.done.is_some() {
            self.state = ActionState::Done;
        }
    }

    /// Whether it should have been done before a day.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.state.is_open() && self.due.is_some_and(|due| due < today)
    }
}

/// What is done about a risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Response {
    /// Do not go where it can happen.
    Avoid,
    /// Make it less likely or less harmful.
    Reduce,
    /// Let somebody else bear it.
    Transfer,
    /// Bear it knowingly.
    Accept,
}

impl Response {
    /// As offered in a form.
    pub const ALL: [Self; 4] = [Self::Avoid, Self::Reduce, Self::Transfer, Self::Accept];
}

/// How a risk stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RiskState {
    /// It may happen.
    #[default]
    Open,
    /// It has happened.
    Occurred,
    /// It can no longer happen.
    Closed,
}

impl RiskState {
    /// As offered in a form.
    pub const ALL: [Self; 3] = [Self::Open, Self::Occurred, Self::Closed];
}

/// How heavy a risk weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RiskWeight {
    /// Exposure up to 7.
    Low,
    /// Exposure from 8.
    Middle,
    /// Exposure from 15.
    High,
}

impl RiskWeight {
    /// The weight of an exposure. Where the bands of a 5 × 5 matrix end is a
    /// convention; these ends put a likely or grave risk (4 and above on one
    /// side) with a middle rating on the other into the middle band.
    pub fn of(exposure: u8) -> Self {
        match exposure {
            0..=7 => Self::Low,
            8..=14 => Self::Middle,
            15.. => Self::High,
        }
    }
}

/// Something that may go wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Risk {
    /// Record id.
    pub id: Id,
    /// What may go wrong.
    pub title: String,
    /// The question it grew out of, as `pack.question`.
    pub question: String,
    /// The missing fact it grew out of, by the word the shortest way keeps it
    /// under; empty for a risk of another origin.
    pub gap: String,
    /// How likely, 1 (hardly) to 5 (almost certain).
    pub likelihood: Option<u8>,
    /// How bad, 1 (slight) to 5 (ends the project).
    pub impact: Option<u8>,
    /// What is done about it.
    pub response: Option<Response>,
    /// What exactly.
    pub plan: String,
    /// Who watches it.
    pub owner: Option<Id>,
    /// When it is looked at again.
    pub due: Option<NaiveDate>,
    /// How it stands.
    pub state: RiskState,
    /// Anything else.
    pub note: String,
}

impl Risk {
    /// An open risk, not rated.
    pub fn new(id: Id, title: &str) -> Self {
        Self {
            id,
            title: title.to_owned(),
            question: String::new(),
            gap: String::new(),
            likelihood: None,
            impact: None,
            response: None,
            plan: String::new(),
            owner: None,
            due: None,
            state: RiskState::Open,
            note: String::new(),
        }
    }

    /// Likelihood × impact, 1 to 25; `None` until both are rated.
    pub fn exposure(&self) -> Option<u8> {
        Some(self.likelihood?.saturating_mul(self.impact?))
    }

    /// How heavy it weighs; `None` until both are rated.
    pub fn weight(&self) -> Option<RiskWeight> {
        self.exposure().map(RiskWeight::of)
    }

    /// Whether it should have been looked at before a day.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.state == RiskState::Open && self.due.is_some_and(|due| due < today)
    }
}
