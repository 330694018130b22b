//! Registers, actions and risks: domain ↔ version 1.

use super::read::{Fault, date, id, link, maybe_date, maybe_number, period};
use super::register_types::{
    ActionV1, CaseV1, ChannelV1, CostLineV1, DecisionV1, IntegrationV1, LifeStateV1, RegistersV1,
    RiskV1, SignOffV1, StageV1, TermV1, ViewV1,
};
use crate::base::{Id, IdKind};
use crate::registers::{
    Action, Case, Channel, CostLine, Decision, Integration, LifeState, Risk, SignOff, Stage, Term,
    View,
};
use crate::workspace::Project;
use chrono::NaiveDate;

fn text(id: Option<Id>) -> Option<String> {
    id.map(|id| id.to_string())
}

fn day(date: Option<NaiveDate>) -> Option<String> {
    date.map(|date| date.to_string())
}

pub(super) fn registers(project: &Project) -> RegistersV1 {
    RegistersV1 {
        funding_stages: project.stages.iter().map(stage).collect(),
        cost_lines: project.costs.iter().map(cost).collect(),
        terms: project.terms.iter().map(term).collect(),
        term_views: project.views.iter().map(view).collect(),
        integrations: project.integrations.iter().map(integration).collect(),
        channels: project.channels.iter().map(channel).collect(),
    }
}

pub(super) fn stage(stage: &Stage) -> StageV1 {
    StageV1 {
        id: stage.id.to_string(),
        name: stage.name.clone(),
        after: text(stage.after),
        needed: stage.needed,
        secured: stage.secured,
        earmarked: stage.earmarked,
        release: day(stage.release),
        source: stage.source.clone(),
    }
}

pub(super) fn stage_from(stage: StageV1) -> Result<Stage, Fault> {
    Ok(Stage {
        id: id("id", IdKind::Stage, &stage.id)?,
        name: stage.name,
        after: link("after", IdKind::Stage, stage.after.as_ref())?,
        needed: maybe_number("needed", stage.needed)?,
        secured: maybe_number("secured", stage.secured)?,
        earmarked: maybe_number("earmarked", stage.earmarked)?,
        release: maybe_date("release", stage.release.as_ref())?,
        source: stage.source,
    })
}

pub(super) fn cost(line: &CostLine) -> CostLineV1 {
    CostLineV1 {
        id: line.id.to_string(),
        name: line.name.clone(),
        kind: line.kind.into(),
        stage: text(line.stage),
        planned: line.planned,
        committed: line.committed,
        spent: line.spent,
        forecast: line.forecast,
    }
}

pub(super) fn cost_from(line: CostLineV1) -> Result<CostLine, Fault> {
    Ok(CostLine {
        id: id("id", IdKind::CostLine, &line.id)?,
        name: line.name,
        kind: line.kind.into(),
        stage: link("stage", IdKind::Stage, line.stage.as_ref())?,
        planned: maybe_number("planned", line.planned)?,
        committed: maybe_number("committed", line.committed)?,
        spent: maybe_number("spent", line.spent)?,
        forecast: maybe_number("forecast", line.forecast)?,
    })
}

pub(super) fn term(term: &Term) -> TermV1 {
    let states = term
        .states
        .iter()
        .map(|state| LifeStateV1 { name: state.name.clone(), months: state.months });
    let cases = term.cases.iter().map(|case| CaseV1 {
        case: case.id,
        text: case.text.clone(),
        note: case.note.clone(),
    });
    TermV1 {
        id: term.id.to_string(),
        name: term.name.clone(),
        customer: term.customer,
        wording: term.wording.clone(),
        grain: term.grain.clone(),
        key: term.key.clone(),
        states: states.collect(),
        master: term.master.clone(),
        company: term.company.map(Into::into),
        cases: cases.collect(),
    }
}

pub(super) fn term_from(term: TermV1) -> Result<Term, Fault> {
    let states = term.states.into_iter();
    let cases = term.cases.into_iter();
    Ok(Term {
        id: id("id", IdKind::Term, &term.id)?,
        name: term.name,
        customer: term.customer,
        wording: term.wording,
        grain: term.grain,
        key: term.key,
        states: states.map(|state| LifeState { name: state.name, months: state.months }).collect(),
        master: term.master,
        company: term.company.map(Into::into),
        cases: cases.map(|case| Case { id: case.case, text: case.text, note: case.note }).collect(),
    })
}

pub(super) fn view(view: &View) -> ViewV1 {
    let decisions = view.decisions.iter().map(|decision| DecisionV1 {
        case: decision.case,
        counts: decision.counts,
        comment: decision.comment.clone(),
    });
    ViewV1 {
        id: view.id.to_string(),
        term: view.term.to_string(),
        department: view.department.clone(),
        wording: view.wording.clone(),
        decisions: decisions.collect(),
        note: view.note.clone(),
        signed: view.signed.as_ref().map(|signed| SignOffV1 {
            date: signed.date.to_string(),
            person: text(signed.person),
            wording: signed.wording.clone(),
        }),
    }
}

pub(super) fn view_from(view: ViewV1) -> Result<View, Fault> {
    let signed = view.signed.map(|signed| {
        Ok::<_, Fault>(SignOff {
            date: date("signed.date", &signed.date)?,
            person: link("signed.person", IdKind::Person, signed.person.as_ref())?,
            wording: signed.wording,
        })
    });
    let decisions = view.decisions.into_iter().map(|decision| Decision {
        case: decision.case,
        counts: decision.counts,
        comment: decision.comment,
    });
    Ok(View {
        id: id("id", IdKind::View, &view.id)?,
        term: id("term", IdKind::Term, &view.term)?,
        department: view.department,
        wording: view.wording,
        decisions: decisions.collect(),
        note: view.note,
        signed: signed.transpose()?,
    })
}

pub(super) fn integration(row: &Integration) -> IntegrationV1 {
    IntegrationV1 {
        id: row.id.to_string(),
        system: row.system.clone(),
        data: row.data.clone(),
        direction: row.flow.map(Into::into),
        method: row.method.clone(),
        frequency: row.frequency.clone(),
        owner: text(row.owner),
        feasibility: row.feasibility.into(),
        evidence: row.evidence.clone(),
        state: row.state.into(),
        note: row.note.clone(),
    }
}

pub(super) fn integration_from(row: IntegrationV1) -> Result<Integration, Fault> {
    Ok(Integration {
        id: id("id", IdKind::Integration, &row.id)?,
        system: row.system,
        data: row.data,
        flow: row.direction.map(Into::into),
        method: row.method,
        frequency: row.frequency,
        owner: link("owner", IdKind::Person, row.owner.as_ref())?,
        feasibility: row.feasibility.into(),
        evidence: row.evidence,
        state: row.state.into(),
        note: row.note,
    })
}

pub(super) fn channel(row: &Channel) -> ChannelV1 {
    ChannelV1 {
        id: row.id.to_string(),
        name: row.name.clone(),
        period: row.period.map(|period| period.to_string()),
        contacts: row.contacts,
        cost: row.cost,
        outcomes: row.outcomes,
        outcome: row.outcome.clone(),
        note: row.note.clone(),
    }
}

pub(super) fn channel_from(row: ChannelV1) -> Result<Channel, Fault> {
    Ok(Channel {
        id: id("id", IdKind::Channel, &row.id)?,
        name: row.name,
        period: row.period.map(|text| period("period", &text)).transpose()?,
        contacts: maybe_number("contacts", row.contacts)?,
        cost: maybe_number("cost", row.cost)?,
        outcomes: maybe_number("outcomes", row.outcomes)?,
        outcome: row.outcome,
        note: row.note,
    })
}

pub(super) fn action(action: &Action) -> ActionV1 {
    ActionV1 {
        id: action.id.to_string(),
        title: action.title.clone(),
        question: action.question.clone(),
        gap: action.gap.clone(),
        owner: text(action.owner),
        due: day(action.due),
        state: action.state.into(),
        done: day(action.done),
        note: action.note.clone(),
    }
}

pub(super) fn action_from(action: ActionV1) -> Result<Action, Fault> {
    Ok(Action {
        id: id("id", IdKind::Action, &action.id)?,
        title: action.title,
        question: action.question,
        gap: action.gap,
        owner: link("owner", IdKind::Person, action.owner.as_ref())?,
        due: maybe_date("due", action.due.as_ref())?,
        state: action.state.into(),
        done: maybe_date("done", action.done.as_ref())?,
        note: action.note,
    })
}

pub(super) fn risk(risk: &Risk) -> RiskV1 {
    RiskV1 {
        id: risk.id.to_string(),
        title: risk.title.clone(),
        question: risk.question.clone(),
        gap: risk.gap.clone(),
        likelihood: risk.likelihood,
        impact: risk.impact,
        response: risk.response.map(Into::into),
        plan: risk.plan.clone(),
        owner: text(risk.owner),
        due: day(risk.due),
        state: risk.state.into(),
        note: risk.note.clone(),
    }
}

pub(super) fn risk_from(risk: RiskV1) -> Result<Risk, Fault> {
    Ok(Risk {
        id: id("id", IdKind::Risk, &risk.id)?,
        title: risk.title,
        question: risk.question,
        gap: risk.gap,
        likelihood: risk.likelihood,
        impact: risk.impact,
        response: risk.response.map(Into::into),
        plan: risk.plan,
        owner: link("owner", IdKind::Person, risk.owner.as_ref())?,
        due: maybe_date("due", risk.due.as_ref())?,
        state: risk.state.into(),
        note: risk.note,
    })
}
