//! Carries out repairs: those that need no new fact at once, the others by
//! moving the cursor into the slot.

use crate::base::{Id, IdKind};
use crate::key;
use crate::kpi::{Finding, Fix, Indicator, Measure, Repair, Slot, TradeOff, TradeOffPart, mend};
use crate::route::{Place, Route};
use crate::web::components::focus::focus_on;
use crate::web::routing::Routing;
use crate::web::session::{Here, Session};
use crate::web::texts::Texts;
use crate::workspace::{Project, Record};
use leptos::prelude::*;

/// Opens the form of a goal, with the cursor in a slot; there on the page that
/// has such forms.
#[derive(Clone, Copy)]
pub struct OpenGoal(pub Callback<(Id, Slot)>);

/// Carries out repairs in the project shown.
#[derive(Clone, Copy)]
pub struct Mender {
    session: Session,
    project: Id,
    routing: Routing,
    texts: Texts,
    open_goal: Option<OpenGoal>,
}

impl Mender {
    /// For the page shown.
    pub fn here() -> Self {
        Self {
            session: Session::here(),
            project: Here::project(),
            routing: Routing::here(),
            texts: Texts::here(),
            open_goal: use_context(),
        }
    }

    /// Removes a finding, or opens the slot where an entry removes it.
    pub fn carry_out(self, finding: &Finding) {
        match &finding.repair {
            Repair::Apply(fix) => self.use_fix(finding, fix),
            Repair::Open(slot) => self.open(finding, *slot),
        }
    }

    fn use_fix(self, finding: &Finding, fix: &Fix) {
        let current = finding.about.and_then(|id| self.indicator(id));
        let id = self.session.new_id(IdKind::Indicator);
        let Some(mut mended) = mend(current.as_ref(), fix, id) else { return };
        if matches!(fix, Fix::AddProfitLine) {
            mended.name = untrack(|| self.texts.text(key!("goal_check.profit_name")));
        }
        let changed = mended.id;
        if !self.session.save(self.project, Record::Indicator(mended)) {
            return;
        }
        // The button is gone with its finding.
        match fix {
            Fix::AddIndicator(_) | Fix::AddProfitLine => self.go(Place::Definition(changed), None),
            _ => {
                self.session.tell(untrack(|| self.texts.text(key!("goal_check.done"))));
                let here = self.is_here(&Place::Definition(changed));
                let field = definition_field(finding.slot).filter(|_| here);
                focus_on(field.unwrap_or("#goal-check"));
            }
        }
    }

    fn open(self, finding: &Finding, slot: Slot) {
        match (slot, finding.about) {
            (Slot::Statement | Slot::Horizon, Some(goal)) => match self.open_goal {
                Some(OpenGoal(open)) => open.run((goal, slot)),
                None => self.go(Place::Goals, None),
            },
            (Slot::NewIndicator | Slot::NewOutcome, about) => {
                let goal = about.and_then(|about| self.goal_of(about));
                add_indicator(self.session, self.project, self.routing, goal);
            }
            (Slot::TradeOff, Some(about)) => self.decide(about, finding.with.last().copied()),
            (Slot::TradeOffPart(part), _) => {
                if let Some(id) = finding.trade_off {
                    self.go(Place::Goals, Some(trade_off_field(id, part)));
                }
            }
            (Slot::Measurement, Some(about)) => self.go(Place::Indicator(about), None),
            (slot, Some(about)) => {
                let field = definition_field(slot).map(str::to_owned);
                self.go(Place::Definition(about), field);
            }
            (_, None) => {}
        }
    }

    /// Begins a trade-off between two, or between what one goal promises.
    fn decide(self, about: Id, other: Option<Id>) {
        let between = match other {
            Some(other) => vec![about, other],
            None => self.promised(about),
        };
        let id = self.session.new_id(IdKind::TradeOff);
        let mut begun = TradeOff::new(id, between);
        begun.who = self.session.you_now(self.project);
        // Where there is one alone, nothing else could come first.
        if let [only] = begun.between.as_slice() {
            begun.priority = Some(*only);
        }
        let first = begun.open().first().copied().unwrap_or(TradeOffPart::Priority);
        if self.session.save(self.project, Record::TradeOff(begun)) {
            self.go(Place::Goals, Some(trade_off_field(id, first)));
        }
    }

    /// A goal, before the indicators that measure its promises.
    fn promised(self, goal: Id) -> Vec<Id> {
        let under = |project: &Project| {
            let ids: Vec<Id> = project.indicators_of(goal).map(|found| found.id).collect();
            ids
        };
        let under = self.session.peek_project(self.project, under).unwrap_or_default();
        match under.len() {
            0 | 1 => vec![goal],
            _ => [vec![goal], under].concat(),
        }
    }

    fn indicator(self, id: Id) -> Option<Indicator> {
        self.session.peek_project(self.project, |project| project.indicators.get(id).cloned())?
    }

    fn goal_of(self, id: Id) -> Option<Id> {
        match self.indicator(id) {
            Some(indicator) => indicator.goal,
            None => Some(id),
        }
    }

    fn is_here(self, place: &Place) -> bool {
        untrack(|| self.routing.place()).as_ref() == Some(place)
    }

    /// Goes to a place, or stays there, with the cursor in a field.
    fn go(self, place: Place, field: Option<String>) {
        if self.is_here(&place) {
            if let Some(field) = field {
                focus_on(field);
            }
            return;
        }
        self.routing.aim_at(field);
        self.routing.go(&Route::Project(self.project, place));
    }
}

/// Adds an indicator under a goal and opens its definition.
pub fn add_indicator(session: Session, project: Id, routing: Routing, goal: Option<Id>) {
    let id = session.new_id(IdKind::Indicator);
    let indicator = Indicator { goal, ..Indicator::new(id, Measure::Number) };
    if session.save(project, Record::Indicator(indicator)) {
        routing.go(&Route::Project(project, Place::Definition(id)));
    }
}

/// The field of a slot on the page of a definition, by its selector.
pub fn definition_field(slot: Slot) -> Option<&'static str> {
    Some(match slot {
        Slot::Goal => "#definition-goal",
        Slot::Name => "#definition-name",
        Slot::Value => "#definition-target, #definition-low",
        Slot::Unit => "#definition-unit, #definition-within",
        Slot::Direction => "[name=definition-direction]",
        Slot::Baseline => "[name=definition-baseline]",
        Slot::Deadline => "#definition-due",
        Slot::Population => "#definition-population",
        Slot::Source => "#definition-source",
        Slot::Owner => "#definition-owner",
        Slot::Part => "#definition-part",
        Slot::Method => "#definition-method",
        Slot::Stage => "#definition-stage",
        Slot::WholeStage => "#definition-whole-stage",
        Slot::Counts => "#definition-counts",
        Slot::Tells => "#definition-tells",
        Slot::Profit => "#definition-profit",
        Slot::Statement
        | Slot::Horizon
        | Slot::NewIndicator
        | Slot::NewOutcome
        | Slot::Measurement
        | Slot::TradeOff
        | Slot::TradeOffPart(_) => return None,
    })
}

/// The field of a trade-off's form, by its selector.
pub fn trade_off_field(id: Id, part: TradeOffPart) -> String {
    match part {
        TradeOffPart::Priority => format!("[name=trade-off-{id}-priority]"),
        TradeOffPart::Accepted => format!("#trade-off-{id}-accepted"),
        TradeOffPart::Who => format!("#trade-off-{id}-who"),
        TradeOffPart::Date => format!("#trade-off-{id}-date"),
    }
}
