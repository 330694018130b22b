//! What a record must keep to before it enters the document.

use super::check_goals as goals;
use super::check_registers as registers;
use super::command::{CommandError, limits};
use super::project::{ImportNote, Project};
use super::record::Record;
use super::table::Table;
use crate::assessment::{Answer, AnswerValue};
use crate::base::{Id, IdKind, checked, date_in_range};
use crate::kpi::{Actual, Baseline, Indicator, Measure, Measurement, Series};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Checks a whole project, as an import or the sample brings it.
pub(super) fn check_project(project: &Project) -> Result<(), CommandError> {
    let mut ids = BTreeSet::new();
    for slot in project.slots() {
        if !ids.insert(slot.record.id()) {
            return Err(CommandError::DuplicateId(slot.record.id()));
        }
        check_one(project, &slot.record)?;
    }
    let mut questions = BTreeSet::new();
    for answer in project.answers.iter() {
        if !questions.insert(&answer.question) {
            return Err(CommandError::AnswerExists { question: answer.question.clone() });
        }
    }
    check_counts(project, 0)
}

/// Checks a record that is added to or changed in a project.
pub(super) fn check_record(project: &Project, record: &Record) -> Result<(), CommandError> {
    check_one(project, record)?;
    if let Record::Answer(answer) = record {
        let other = project.answer(&answer.question).filter(|found| found.id != answer.id);
        if other.is_some() {
            return Err(CommandError::AnswerExists { question: answer.question.clone() });
        }
    }
    if let Record::Indicator(indicator) = record {
        check_fits_series(indicator, project.series(indicator.id))?;
    }
    let is_new = project.slot(record.id()).is_none();
    check_counts(project, usize::from(is_new))
}

fn check_counts(project: &Project, more: usize) -> Result<(), CommandError> {
    let over = |count: usize, limit: usize| {
        if count > limit { Err(CommandError::TooMany { limit }) } else { Ok(()) }
    };
    over(project.indicators.len() + more, limits::INDICATORS)?;
    over(project.measurement_count(), limits::MEASUREMENTS)?;
    let counts = [
        project.people.len(),
        project.answers.len(),
        project.goals.len(),
        project.imports.len(),
        project.stages.len(),
        project.costs.len(),
        project.terms.len(),
        project.views.len(),
        project.integrations.len(),
        project.channels.len(),
        project.actions.len(),
        project.risks.len(),
        project.trade_offs.len(),
        project.snapshots.len(),
    ];
    for count in counts {
        over(count + more, limits::RECORDS)?;
    }
    Ok(())
}

fn check_one(project: &Project, record: &Record) -> Result<(), CommandError> {
    match record {
        Record::Head(head) => {
            kind(head.id, IdKind::Project)?;
            texts(head.id, &[&head.name, &head.organisation, &head.why, &head.benefit])?;
            list(head.clock.holidays.len())?;
            head.clock.holidays.iter().try_for_each(|day| dates(head.id, Some(*day)))?;
            registers::check_money(head)
        }
        Record::Person(person) => {
            kind(person.id, IdKind::Person)?;
            texts(person.id, &[&person.name, &person.role, &person.department])
        }
        Record::Goal(goal) => goals::check_goal(project, goal),
        Record::TradeOff(found) => goals::check_trade_off(project, found),
        Record::Answer(answer) => check_answer(project, answer),
        Record::Stage(stage) => registers::check_stage(project, stage),
        Record::CostLine(line) => registers::check_cost(project, line),
        Record::Term(term) => registers::check_term(project, term),
        Record::View(view) => registers::check_view(project, view),
        Record::Integration(row) => registers::check_integration(project, row),
        Record::Channel(channel) => registers::check_channel(channel),
        Record::Action(action) => registers::check_action(project, action),
        Record::Risk(risk) => registers::check_risk(project, risk),
        Record::Snapshot(snapshot) => registers::check_snapshot(project, snapshot),
        Record::Indicator(indicator) => check_indicator(project, indicator),
        Record::Measurement(measurement) => {
            check_measurement(project, &project.imports, measurement)
        }
        Record::Import(note) => {
            kind(note.id, IdKind::Import)?;
            texts(note.id, &[&note.file, &note.at, &note.rule])?;
            link(note.id, project.indicators.get(note.indicator).is_some(), note.indicator)
        }
    }
}

fn check_answer(project: &Project, answer: &Answer) -> Result<(), CommandError> {
    let id = answer.id;
    kind(id, IdKind::Answer)?;
    texts(id, &[&answer.question, &answer.reason, &answer.note])?;
    list(answer.evidence.len().max(answer.respondents.len()).max(answer.voices.len()))?;
    let person = |link: Option<Id>| person_exists(project, id, link);
    person(answer.owner)?;
    dates(id, answer.due)?;
    for evidence in &answer.evidence {
        texts(id, &[&evidence.text])?;
        dates(id, evidence.date)?;
        person(evidence.person)?;
    }
    for voice in &answer.voices {
        texts(id, &[&voice.note])?;
        dates(id, voice.date)?;
        person(Some(voice.person))?;
    }
    for respondent in &answer.respondents {
        person(Some(*respondent))?;
    }
    let values = answer.voices.iter().map(|voice| voice.value).chain([answer.value]);
    if values.flatten().any(|value| matches!(value, AnswerValue::Level(6..))) {
        return Err(CommandError::NumberOutOfRange(id));
    }
    Ok(())
}

fn check_indicator(project: &Project, indicator: &Indicator) -> Result<(), CommandError> {
    let id = indicator.id;
    kind(id, IdKind::Indicator)?;
    let texts_of = [
        &indicator.name,
        &indicator.unit,
        &indicator.population,
        &indicator.source,
        &indicator.method,
    ];
    texts(id, &texts_of.map(String::as_str))?;
    list(indicator.changes.len())?;
    person_exists(project, id, indicator.owner)?;
    if let Some(goal) = indicator.goal {
        link(id, project.goals.get(goal).is_some(), goal)?;
    }
    let target = &indicator.target;
    let mut values = vec![target.value, target.low, target.high, target.commit, target.stretch];
    values.extend(target.steps.iter().map(|step| Some(step.value)));
    let ends = target.bands.iter().flat_map(|step| [Some(step.value.0), Some(step.value.1)]);
    values.extend(ends);
    if let Baseline::Known { value, .. } = indicator.baseline {
        values.push(Some(value));
    }
    let share = indicator.measure.is_share();
    // A band of the way is whole or not there; the target's own is typed end by end.
    let upright = target.bands.iter().all(|step| step.value.0 <= step.value.1);
    if !upright || !values.into_iter().flatten().all(|value| value_fits(share, value)) {
        return Err(CommandError::NumberOutOfRange(id));
    }
    let mut amounts = vec![indicator.tolerance];
    if let Measure::ServiceLevel { within, channel, .. } = &indicator.measure {
        amounts.push(*within);
        texts(id, &[channel])?;
    }
    if !amounts.into_iter().flatten().all(|amount| checked(amount).is_ok() && amount >= 0.0) {
        return Err(CommandError::NumberOutOfRange(id));
    }
    goals::check_role(id, &indicator.role)?;
    goals::check_links(project, id, &indicator.links)?;
    dates(id, target.due)?;
    list(target.steps.len().max(target.bands.len()))?;
    if let Some(deviation) = &indicator.deviation {
        texts(id, &[&deviation.why])?;
        dates(id, deviation.until)?;
        person_exists(project, id, deviation.who)?;
    }
    for change in &indicator.changes {
        texts(id, &[&change.label, &change.restart])?;
        dates(id, Some(change.date))?;
    }
    Ok(())
}

/// Checks a measurement against its indicator and a table of imports.
pub(super) fn check_measurement(
    project: &Project,
    imports: &Table<ImportNote>,
    measurement: &Measurement,
) -> Result<(), CommandError> {
    let id = measurement.id;
    kind(id, IdKind::Measurement)?;
    texts(id, &[&measurement.note])?;
    let indicator = project.indicators.get(measurement.indicator);
    link(id, indicator.is_some(), measurement.indicator)?;
    if let Some(import) = measurement.import {
        link(id, imports.get(import).is_some(), import)?;
    }
    let Some(indicator) = indicator else { return Ok(()) };
    if measurement.period.cadence() != indicator.cadence {
        return Err(CommandError::WrongCadence {
            indicator: indicator.id,
            period: measurement.period,
            cadence: indicator.cadence,
        });
    }
    if actual_fits(indicator.measure.is_share(), measurement.actual) {
        Ok(())
    } else {
        Err(CommandError::NumberOutOfRange(id))
    }
}

fn check_fits_series(indicator: &Indicator, series: &Series) -> Result<(), CommandError> {
    let share = indicator.measure.is_share();
    let misfits = series
        .values()
        .filter(|found| {
            found.period.cadence() != indicator.cadence || !actual_fits(share, found.actual)
        })
        .count();
    if misfits == 0 {
        Ok(())
    } else {
        Err(CommandError::MeasurementsWouldNotFit { indicator: indicator.id, count: misfits })
    }
}

/// A share lies between 0 and 100; counts belong to shares only.
fn actual_fits(share: bool, actual: Actual) -> bool {
    match actual {
        Actual::Value(value) => value_fits(share, value),
        Actual::Counted { part, whole } => share && Actual::counted(part, whole).is_some(),
    }
}

fn value_fits(share: bool, value: f64) -> bool {
    checked(value).is_ok() && (!share || (0.0..=100.0).contains(&value))
}

pub(super) fn kind(id: Id, kind: IdKind) -> Result<(), CommandError> {
    if id.kind() == Some(kind) { Ok(()) } else { Err(CommandError::WrongKindOfId(id)) }
}

pub(super) fn texts(id: Id, texts: &[&str]) -> Result<(), CommandError> {
    let fits = |text: &&str| text.len() <= limits::TEXT || text.chars().count() <= limits::TEXT;
    if texts.iter().all(fits) { Ok(()) } else { Err(CommandError::TextTooLong(id)) }
}

pub(super) fn list(length: usize) -> Result<(), CommandError> {
    if length <= limits::LIST { Ok(()) } else { Err(CommandError::TooMany { limit: limits::LIST }) }
}

pub(super) fn dates(id: Id, date: Option<NaiveDate>) -> Result<(), CommandError> {
    if date.is_none_or(date_in_range) { Ok(()) } else { Err(CommandError::DateOutOfRange(id)) }
}

pub(super) fn link(record: Id, there: bool, missing: Id) -> Result<(), CommandError> {
    if there { Ok(()) } else { Err(CommandError::DanglingLink { record, missing }) }
}

pub(super) fn person_exists(
    project: &Project,
    record: Id,
    person: Option<Id>,
) -> Result<(), CommandError> {
    match person {
        Some(person) => link(record, project.people.get(person).is_some(), person),
        None => Ok(()),
    }
}
