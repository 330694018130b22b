//! One import: a table, how its columns are meant, and the measurements of
//! one indicator that come of it.

#[cfg(test)]
mod tests;

use super::mapping::{
    Mapping, MappingProblem, ValueColumns, ValueShape, guess_mapping, guess_values_only,
};
use super::preview::{
    Choices, Counts, Preview, PreviewRow, Question, RowState, Terms, Value, preview, preview_from,
};
use super::table::{Table, TableError};
use crate::base::{FiscalStart, Period};
use crate::kpi::{Actual, Indicator, Series};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Which columns are read; without a period column the rows are counted on
/// from a start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Columns {
    /// The column of the period, counted from zero.
    pub period: Option<usize>,
    /// The columns of the values.
    pub values: ValueColumns,
}

/// How the user settled what the table leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Intake {
    /// The columns chosen; those that seem meant if `None`.
    pub columns: Option<Columns>,
    /// The period of the first row, where there is no column of periods.
    pub start: Option<Period>,
    /// Answers to questions.
    pub choices: Choices,
}

/// Why a text gives nothing to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IntakeError {
    /// It is no table.
    #[error("{0}")]
    Table(#[from] TableError),
    /// No columns can be guessed.
    #[error("{0}")]
    Mapping(#[from] MappingProblem),
}

/// A row of the preview; a share beyond 0 to 100 % cannot be stored and is
/// left out, whatever the row says.
#[derive(Debug, Clone, PartialEq)]
pub struct IntakeRow {
    /// The row as read.
    pub row: PreviewRow,
    /// Whether it is a percentage outside 0 to 100.
    pub out_of_range: bool,
}

/// What importing would do.
#[derive(Debug, Clone, PartialEq)]
pub struct Looked {
    /// The columns read.
    pub columns: Columns,
    /// The period of the first row, where periods are counted on.
    pub start: Period,
    /// One for each row below the header.
    pub rows: Vec<IntakeRow>,
    /// What must be answered first.
    pub questions: Vec<Question>,
    /// Rows in each state.
    pub counts: Counts,
}

impl Looked {
    /// The new and changed actuals by period; `None` while a question is open.
    pub fn accepted(&self) -> Option<Vec<(Period, Actual)>> {
        if !self.questions.is_empty() {
            return None;
        }
        let rows = self.rows.iter().filter(|found| {
            !found.out_of_range && matches!(found.row.state, RowState::New | RowState::Changed(_))
        });
        let mut accepted: Vec<(Period, Actual)> =
            rows.filter_map(|found| Some((found.row.period?, actual(found.row.value?)?))).collect();
        accepted.sort_by_key(|(period, _)| *period);
        Some(accepted)
    }
}

fn actual(value: Value) -> Option<Actual> {
    match value {
        Value::Number(value) | Value::Percent(value) => Actual::value(value).ok(),
        Value::Counted { part, whole } => Actual::counted(part, whole),
    }
}

/// The first period without a measurement: the one after the last measured,
/// else the last that has ended.
pub fn next_missing(
    indicator: &Indicator,
    series: &Series,
    fiscal: FiscalStart,
    today: NaiveDate,
) -> Period {
    series.last_key_value().map_or_else(
        || Period::containing(today, indicator.cadence, fiscal).previous(fiscal),
        |(last, _)| last.next(fiscal),
    )
}

impl Intake {
    /// Looks at a table for an indicator.
    pub fn look(
        &self,
        table: &Table,
        indicator: &Indicator,
        series: &Series,
        fiscal: FiscalStart,
        today: NaiveDate,
    ) -> Result<Looked, IntakeError> {
        let columns = match self.columns {
            Some(columns) => columns,
            None => guess(table, indicator, fiscal)?,
        };
        let start = self.start.unwrap_or_else(|| next_missing(indicator, series, fiscal, today));
        let terms = terms(indicator, fiscal, today);
        let share = indicator.measure.is_share();
        let existing = existing(series, share);
        let Preview { rows, questions, counts } = match columns.period {
            Some(period) => {
                let mapping = Mapping { period, values: columns.values };
                preview(table, &mapping, self.choices, &terms, &existing)
            }
            None => preview_from(start, table, &columns.values, self.choices, &terms, &existing),
        };
        let rows = rows.into_iter().map(|row| {
            let beyond = |value| matches!(value, Value::Percent(p) if !(0.0..=100.0).contains(&p));
            IntakeRow { out_of_range: share && row.value.is_some_and(beyond), row }
        });
        let rows: Vec<IntakeRow> = rows.collect();
        let counts = without_out_of_range(counts, &rows);
        Ok(Looked { columns, start, rows, questions, counts })
    }
}

fn without_out_of_range(mut counts: Counts, rows: &[IntakeRow]) -> Counts {
    for found in rows.iter().filter(|found| found.out_of_range) {
        let count = match found.row.state {
            RowState::New => &mut counts.new,
            RowState::Changed(_) => &mut counts.changed,
            _ => continue,
        };
        *count = count.saturating_sub(1);
        counts.rejected += 1;
    }
    counts
}

/// What the indicator asks of a table. A unit that looks like a currency code
/// is one, so that `€ 12` is taken for EUR and refused for USD.
fn terms(indicator: &Indicator, fiscal: FiscalStart, today: NaiveDate) -> Terms {
    let unit = indicator.shown_unit();
    let code = unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase());
    let currency = code.then(|| unit.to_owned());
    Terms { cadence: indicator.cadence, fiscal, currency, today }
}

fn existing(series: &Series, share: bool) -> BTreeMap<Period, Value> {
    let value = |actual: Actual| match actual {
        Actual::Counted { part, whole } => Value::Counted { part, whole },
        Actual::Value(value) if share => Value::Percent(value),
        Actual::Value(value) => Value::Number(value),
    };
    series.iter().map(|(period, found)| (*period, value(found.actual))).collect()
}

/// The columns that seem meant: counts before a percentage, and values alone
/// where there are no periods.
fn guess(
    table: &Table,
    indicator: &Indicator,
    fiscal: FiscalStart,
) -> Result<Columns, MappingProblem> {
    let shapes: &[ValueShape] = if indicator.measure.is_share() {
        &[ValueShape::Counted, ValueShape::Percent]
    } else {
        &[ValueShape::Number]
    };
    let mut problem = MappingProblem::NoNumbers;
    for shape in shapes {
        let found = guess_mapping(table, indicator.cadence, *shape, fiscal)
            .map(|guess| (Some(guess.mapping.period), guess.mapping.values))
            .or_else(|why| match why {
                MappingProblem::NoPeriods => {
                    guess_values_only(table, *shape).map(|guess| (None, guess.mapping.values))
                }
                other => Err(other),
            });
        match found {
            Ok((period, values)) => return Ok(Columns { period, values }),
            Err(why) => problem = why,
        }
    }
    Err(problem)
}
