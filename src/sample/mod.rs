//! The sample project: an invented company, told once as of a fixed month and
//! opened as if that month had just ended.
//!
//! `assessments/sample/plan.yaml` is a plan whose texts are keys of
//! `text.<language>.yaml` beside it. The build resolves the keys, one file a
//! language; the page moves the dates.

#[cfg(test)]
mod tests;

use crate::assessment::Answer;
use crate::base::{FiscalStart, shift_months};
use crate::kpi::{Baseline, Indicator, Measurement, Series, words_mark};
use crate::pack::Texts;
use crate::plan::v1::{self, Fault, PlanV1};
use crate::plan::yaml::{self, Limits, YamlError};
use crate::workspace::{Project, Table};
use chrono::{Datelike, NaiveDate};
use serde_json::Value;
use std::collections::BTreeSet;

/// The last full month of the story: year and month.
pub const ANCHOR: (i32, u32) = (2026, 10);

/// What stands before the key of a text in the plan of the sample.
const KEY_MARK: char = '$';

/// Why the sample's files do not make a project.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum SampleError {
    /// The plan is no YAML of the shape of a plan.
    #[error("plan.yaml: {0}")]
    Text(#[from] YamlError),
    /// A key in the plan has no text.
    #[error("the text `{key}` is missing")]
    MissingText {
        /// The key.
        key: String,
    },
    /// A text that no key in the plan asks for.
    #[error("the text `{key}` is unused")]
    UnusedText {
        /// The key.
        key: String,
    },
    /// With its texts in place the plan has another shape.
    #[error("plan.yaml: {0}")]
    Shape(String),
    /// A field of the plan says something it cannot.
    #[error("plan.yaml: {0}")]
    Field(#[from] Fault),
}

/// The sample in the language of `texts`, as if its last full month were the
/// last one that ended before `today`.
///
/// # Errors
/// The first thing wrong in the two files.
pub fn sample(plan_yaml: &str, texts: &Texts, today: NaiveDate) -> Result<Project, SampleError> {
    resolve(plan_yaml, texts).map(|project| moved_to(&project, today))
}

/// The sample as of its own month, in the language of `texts`.
///
/// # Errors
/// The first thing wrong in the two files; a text nobody asks for is wrong.
pub fn resolve(plan_yaml: &str, texts: &Texts) -> Result<Project, SampleError> {
    let document = yaml::read(plan_yaml.as_bytes(), &Limits::PLAN)?;
    // Read as it stands first: a mistake then has its line.
    let _: PlanV1 = document.typed()?;
    let mut value = document.into_value();
    let mut used = BTreeSet::new();
    put_texts(&mut value, texts, &mut used)?;
    if let Some(key) = texts.keys().find(|key| !used.contains(*key)) {
        return Err(SampleError::UnusedText { key: key.clone() });
    }
    let plan = serde_json::from_value::<PlanV1>(value)
        .map_err(|error| SampleError::Shape(error.to_string()))?;
    let mut project = v1::project_from(plan)?;
    project.head.sample = true;
    mark_words(&mut project);
    Ok(project)
}

/// The answers of the sample hold for its texts in this language.
fn mark_words(project: &mut Project) {
    let goals = project.goals.clone();
    project.indicators = each(&project.indicators, |indicator| {
        let goal = indicator.goal.and_then(|goal| goals.get(goal));
        if let Some(goal) = goal.filter(|_| !indicator.role.fit.is_empty()) {
            indicator.role.fit.words = words_mark(goal, indicator);
        }
    });
}

fn put_texts(
    value: &mut Value,
    texts: &Texts,
    used: &mut BTreeSet<String>,
) -> Result<(), SampleError> {
    match value {
        Value::String(text) => {
            if let Some(key) = text.strip_prefix(KEY_MARK) {
                let missing = || SampleError::MissingText { key: key.to_owned() };
                let found = texts.get(key).ok_or_else(missing)?.clone();
                used.insert(key.to_owned());
                *text = found;
            }
            Ok(())
        }
        Value::Array(items) => items.iter_mut().try_for_each(|item| put_texts(item, texts, used)),
        Value::Object(map) => map.values_mut().try_for_each(|item| put_texts(item, texts, used)),
        Value::Null | Value::Bool(_) | Value::Number(_) => Ok(()),
    }
}

/// A project told as of [`ANCHOR`], with every date and period moved so that
/// this month becomes the last full one before `today`.
#[must_use]
pub fn moved_to(project: &Project, today: NaiveDate) -> Project {
    let (year, month) = ANCHOR;
    let months =
        (today.year() - year) * 12 + month_of(today) - 1 - i32::try_from(month).unwrap_or(1);
    shifted(project, months)
}

fn month_of(date: NaiveDate) -> i32 {
    i32::try_from(date.month()).unwrap_or(1)
}

/// A project with every date and period so many months later.
fn shifted(project: &Project, months: i32) -> Project {
    let fiscal = project.head.fiscal;
    let mut moved = project.clone();
    moved.answers = each(&project.answers, |answer| shift_answer(answer, months));
    moved.stages = each(&project.stages, |stage| shift(&mut stage.release, months));
    moved.views = each(&project.views, |view| {
        if let Some(signed) = &mut view.signed {
            signed.date = shift_date(signed.date, months);
        }
    });
    moved.channels = each(&project.channels, |channel| {
        channel.period = channel.period.map(|period| period.shifted(months, fiscal));
    });
    moved.actions = each(&project.actions, |action| {
        shift(&mut action.due, months);
        shift(&mut action.done, months);
    });
    moved.risks = each(&project.risks, |risk| shift(&mut risk.due, months));
    moved.trade_offs = each(&project.trade_offs, |decided| shift(&mut decided.date, months));
    moved.snapshots = each(&project.snapshots, |found| found.date = shift_date(found.date, months));
    moved.indicators =
        each(&project.indicators, |indicator| shift_indicator(indicator, months, fiscal));
    moved.measurements = project
        .measurements
        .iter()
        .map(|(id, series)| (*id, shift_series(series, months, fiscal)))
        .collect();
    moved
}

fn each<T: crate::workspace::Keyed + Clone>(table: &Table<T>, change: impl Fn(&mut T)) -> Table<T> {
    let mut moved = Table::default();
    for (position, row) in table.placed() {
        let mut row = row.clone();
        change(&mut row);
        moved.put(position, row);
    }
    moved
}

fn shift_answer(answer: &mut Answer, months: i32) {
    shift(&mut answer.due, months);
    answer.evidence.iter_mut().for_each(|evidence| shift(&mut evidence.date, months));
    answer.voices.iter_mut().for_each(|voice| shift(&mut voice.date, months));
}

fn shift(date: &mut Option<NaiveDate>, months: i32) {
    *date = date.map(|date| shift_date(date, months));
}

fn shift_indicator(indicator: &mut Indicator, months: i32, fiscal: FiscalStart) {
    if let Baseline::Known { period, .. } = &mut indicator.baseline {
        *period = period.shifted(months, fiscal);
    }
    indicator.target.due = indicator.target.due.map(|due| shift_date(due, months));
    for step in &mut indicator.target.steps {
        step.period = step.period.shifted(months, fiscal);
    }
    for step in &mut indicator.target.bands {
        step.period = step.period.shifted(months, fiscal);
    }
    if let Some(deviation) = &mut indicator.deviation {
        shift(&mut deviation.until, months);
    }
    for change in &mut indicator.changes {
        change.date = shift_date(change.date, months);
    }
}

fn shift_series(series: &Series, months: i32, fiscal: FiscalStart) -> Series {
    let moved = series.values().map(|measurement| {
        let period = measurement.period.shifted(months, fiscal);
        (period, Measurement { period, ..measurement.clone() })
    });
    moved.collect()
}

/// As [`shift_months`], but the last day of a month stays the last day: a
/// target due at the end of April is due at the end of May, not on the 30th.
fn shift_date(date: NaiveDate, months: i32) -> NaiveDate {
    match date.succ_opt() {
        Some(next) if next.day() == 1 => shift_months(next, months).pred_opt().unwrap_or(date),
        _ => shift_months(date, months),
    }
}
