//! What a record of the registers must keep to.

use super::check::{dates, kind, link, list, person_exists, texts};
use super::command::CommandError;
use super::project::{Project, ProjectHead};
use super::snapshot::Snapshot;
use crate::base::{Id, IdKind, checked};
use crate::registers::{Action, Channel, CostLine, Integration, Risk, Stage, Term, View, alike};
use std::collections::BTreeSet;

/// Amounts are money or counts: finite, storable, not below zero.
fn amounts(id: Id, amounts: &[Option<f64>]) -> Result<(), CommandError> {
    let fits = |amount: &f64| checked(*amount).is_ok() && *amount >= 0.0;
    if amounts.iter().flatten().all(fits) {
        Ok(())
    } else {
        Err(CommandError::NumberOutOfRange(id))
    }
}

pub(super) fn check_money(head: &ProjectHead) -> Result<(), CommandError> {
    texts(head.id, &[&head.currency, &head.no_integrations, &head.department])?;
    amounts(head.id, &[head.budget_factor])
}

pub(super) fn check_stage(project: &Project, stage: &Stage) -> Result<(), CommandError> {
    let id = stage.id;
    kind(id, IdKind::Stage)?;
    texts(id, &[&stage.name, &stage.source])?;
    amounts(id, &[stage.needed, stage.secured, stage.earmarked])?;
    dates(id, stage.release)?;
    match stage.after {
        Some(after) => link(id, after != id && project.stages.get(after).is_some(), after),
        None => Ok(()),
    }
}

pub(super) fn check_cost(project: &Project, line: &CostLine) -> Result<(), CommandError> {
    let id = line.id;
    kind(id, IdKind::CostLine)?;
    texts(id, &[&line.name])?;
    amounts(id, &[line.planned, line.committed, line.spent, line.forecast])?;
    match line.stage {
        Some(stage) => link(id, project.stages.get(stage).is_some(), stage),
        None => Ok(()),
    }
}

pub(super) fn check_term(project: &Project, term: &Term) -> Result<(), CommandError> {
    let id = term.id;
    kind(id, IdKind::Term)?;
    texts(id, &[&term.name, &term.wording, &term.grain, &term.key, &term.master])?;
    list(term.states.len().max(term.cases.len()))?;
    for state in &term.states {
        texts(id, &[&state.name])?;
    }
    let mut numbers = BTreeSet::new();
    for case in &term.cases {
        texts(id, &[&case.text, &case.note])?;
        if !numbers.insert(case.id) {
            return Err(CommandError::DuplicateId(id));
        }
    }
    let other = |found: &&Term| found.customer && found.id != id;
    if term.customer && project.terms.iter().any(|found| other(&found)) {
        return Err(CommandError::SecondCustomer(id));
    }
    Ok(())
}

pub(super) fn check_view(project: &Project, view: &View) -> Result<(), CommandError> {
    let id = view.id;
    kind(id, IdKind::View)?;
    texts(id, &[&view.department, &view.wording, &view.note])?;
    list(view.decisions.len())?;
    let mut cases = BTreeSet::new();
    for decision in &view.decisions {
        texts(id, &[&decision.comment])?;
        if !cases.insert(decision.case) {
            return Err(CommandError::DuplicateId(id));
        }
    }
    if let Some(signed) = &view.signed {
        texts(id, &[&signed.wording])?;
        dates(id, Some(signed.date))?;
        person_exists(project, id, signed.person)?;
    }
    link(id, project.terms.get(view.term).is_some(), view.term)?;
    let own = alike(&view.department);
    let part = &project.head.department;
    if !part.trim().is_empty() && alike(part) != own {
        return Err(CommandError::OtherDepartment(id));
    }
    let twin = project
        .views
        .iter()
        .any(|found| found.id != id && found.term == view.term && alike(&found.department) == own);
    if twin {
        Err(CommandError::DepartmentExists { department: view.department.clone() })
    } else {
        Ok(())
    }
}

pub(super) fn check_integration(project: &Project, row: &Integration) -> Result<(), CommandError> {
    let id = row.id;
    kind(id, IdKind::Integration)?;
    texts(id, &[&row.system, &row.data, &row.method, &row.frequency, &row.evidence, &row.note])?;
    person_exists(project, id, row.owner)
}

pub(super) fn check_channel(channel: &Channel) -> Result<(), CommandError> {
    let id = channel.id;
    kind(id, IdKind::Channel)?;
    texts(id, &[&channel.name, &channel.outcome, &channel.note])?;
    amounts(id, &[channel.contacts, channel.cost, channel.outcomes])?;
    let whole = |count: &f64| count.fract() == 0.0;
    if [channel.contacts, channel.outcomes].iter().flatten().all(whole) {
        Ok(())
    } else {
        Err(CommandError::NumberOutOfRange(id))
    }
}

pub(super) fn check_action(project: &Project, action: &Action) -> Result<(), CommandError> {
    let id = action.id;
    kind(id, IdKind::Action)?;
    texts(id, &[&action.title, &action.question, &action.gap, &action.note])?;
    dates(id, action.due)?;
    dates(id, action.done)?;
    person_exists(project, id, action.owner)
}

pub(super) fn check_risk(project: &Project, risk: &Risk) -> Result<(), CommandError> {
    let id = risk.id;
    kind(id, IdKind::Risk)?;
    texts(id, &[&risk.title, &risk.question, &risk.gap, &risk.plan, &risk.note])?;
    dates(id, risk.due)?;
    if [risk.likelihood, risk.impact].into_iter().flatten().any(|rating| !(1..=5).contains(&rating))
    {
        return Err(CommandError::NumberOutOfRange(id));
    }
    person_exists(project, id, risk.owner)
}

pub(super) fn check_snapshot(project: &Project, snapshot: &Snapshot) -> Result<(), CommandError> {
    let id = snapshot.id;
    kind(id, IdKind::Snapshot)?;
    texts(id, &[&snapshot.name, &snapshot.signed, &snapshot.note, &snapshot.pack])?;
    dates(id, Some(snapshot.date))?;
    if snapshot.percent.is_some_and(|percent| !(0.0..=100.0).contains(&percent)) {
        return Err(CommandError::NumberOutOfRange(id));
    }
    if snapshot.gates.len() > crate::pack::MAX_QUESTIONS {
        return Err(CommandError::TooMany { limit: crate::pack::MAX_QUESTIONS });
    }
    for gate in &snapshot.gates {
        texts(id, &[&gate.question, &gate.reason])?;
    }
    person_exists(project, id, snapshot.signer)
}
