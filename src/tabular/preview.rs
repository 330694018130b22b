//! What an import would do, shown before it does anything.
//!
//! Every row of the table comes back with its line, its texts, what they were
//! read as and what would happen. What cannot be decided from the table is a
//! [`Question`]; while one is open, [`Preview::accepted`] hands out nothing.

mod cells;

#[cfg(test)]
mod fuzz;
#[cfg(test)]
mod tests;

pub use cells::{CellError, CellErrorKind};

use super::mapping::{Mapping, ValueColumns};
use super::number::{DecimalMark, sniff_decimal};
use super::table::{Row, Table};
use super::when::{DayMonthOrder, PeriodReading, PeriodRefusal, parse_period, sniff_day_month};
use crate::base::{Cadence, FiscalStart, Period};
use cells::{PercentDoubt, Reader, ValueReading};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The value of one measurement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// A number in the indicator's unit.
    Number(f64),
    /// A share by its counts, 0 ≤ part ≤ whole.
    Counted {
        /// The counted part.
        part: f64,
        /// The counted whole.
        whole: f64,
    },
    /// A share in percent without its counts: 85, never 0.85.
    Percent(f64),
}

/// What the indicator asks of its measurements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// How often it is measured.
    pub cadence: Cadence,
    /// The fiscal year of the project.
    pub fiscal: FiscalStart,
    /// ISO 4217 code of money; `None` for everything else.
    pub currency: Option<String>,
    /// Periods that begin after this day are marked.
    pub today: NaiveDate,
}

/// How the numbers of a percentage column without a percent sign are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PercentForm {
    /// As people say it: 0.85 is less than one percent.
    Percent,
    /// As a spreadsheet stores it: 0.85 is 85 %, and 1.2 is 120 %.
    Fraction,
    /// Mixed: numbers from -1 to 1 are fractions, the others percent.
    SmallFractions,
}

/// Which of several rows of one period counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Keep {
    /// The one that stands first.
    First,
    /// The one that stands last.
    Last,
}

/// Answers to questions; what is `None` is asked when it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Choices {
    /// The decimal mark of all value columns.
    pub decimal: Option<DecimalMark>,
    /// The order of day and month in dates with `/` or `-`.
    pub day_month: Option<DayMonthOrder>,
    /// How percentages without a sign are meant.
    pub percent: Option<PercentForm>,
    /// Which of several rows of one period counts.
    pub duplicates: Option<Keep>,
}

/// Something only the person who has the table knows.
#[derive(Debug, Clone, PartialEq)]
pub enum Question {
    /// Whether the comma separates cells or is the decimal mark. Answered by
    /// reading the text again with a separator.
    Separator {
        /// The line that shows it.
        line: usize,
    },
    /// Whether `1,234` is thousands or thousandths. Answered by
    /// [`Choices::decimal`].
    AmbiguousDecimal {
        /// The line of the example.
        line: usize,
        /// The cell that shows it.
        example: String,
        /// Its value if the comma is the decimal mark.
        as_comma_decimal: f64,
        /// Its value if the point is the decimal mark.
        as_point_decimal: f64,
    },
    /// Which number of `03/04/2026` is the day. Answered by
    /// [`Choices::day_month`].
    AmbiguousDayMonth {
        /// The line of the example.
        line: usize,
        /// The cell that shows it.
        example: String,
        /// The period if the day stands first.
        day_first: Period,
        /// The period if the month stands first.
        month_first: Period,
    },
    /// Whether 0.85 is 85 % or 0.85 %. Answered by [`Choices::percent`].
    Percent {
        /// The line of the example.
        line: usize,
        /// The cell that shows it.
        example: String,
        /// Whether larger numbers stand in the column too, so that
        /// [`PercentForm::SmallFractions`] is an answer.
        mixed: bool,
    },
    /// Which row of a period counts. Answered by [`Choices::duplicates`].
    DuplicatePeriod {
        /// The period.
        period: Period,
        /// The lines that name it.
        lines: Vec<usize>,
    },
}

/// What would happen to a row.
#[derive(Debug, Clone, PartialEq)]
pub enum RowState {
    /// The period has no measurement yet.
    New,
    /// The period has another value, given here.
    Changed(Value),
    /// The period has this value already.
    Same,
    /// A period without a value: nothing happens, a gap stays a gap.
    Blank,
    /// Another row of the same period was chosen.
    LeftOut,
    /// Depends on an open question.
    Pending,
    /// Cannot be imported.
    Rejected(Vec<CellError>),
}

/// One row and what it was read as.
#[derive(Debug, Clone, PartialEq)]
pub struct PreviewRow {
    /// The line it begins on, counted from 1.
    pub line: usize,
    /// The text of the period; empty when periods were counted from a start.
    pub period_text: String,
    /// The texts of the value columns.
    pub value_texts: Vec<String>,
    /// The period, once certain.
    pub period: Option<Period>,
    /// The value, once certain.
    pub value: Option<Value>,
    /// Whether the period begins after today: marked, not refused.
    pub future: bool,
    /// What would happen.
    pub state: RowState,
}

/// How many rows are in each state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// [`RowState::New`]
    pub new: usize,
    /// [`RowState::Changed`]
    pub changed: usize,
    /// [`RowState::Same`]
    pub same: usize,
    /// [`RowState::Blank`]
    pub blank: usize,
    /// [`RowState::LeftOut`]
    pub left_out: usize,
    /// [`RowState::Pending`]
    pub pending: usize,
    /// [`RowState::Rejected`]
    pub rejected: usize,
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Preview {
    /// One for each row below the header.
    pub rows: Vec<PreviewRow>,
    /// What must be answered first.
    pub questions: Vec<Question>,
    /// Rows in each state.
    pub counts: Counts,
}

impl Preview {
    /// The new and changed measurements, by period; `None` while a question is
    /// open.
    pub fn accepted(&self) -> Option<Vec<(Period, Value)>> {
        if !self.questions.is_empty() {
            return None;
        }
        let mut accepted: Vec<(Period, Value)> = self
            .rows
            .iter()
            .filter(|row| matches!(row.state, RowState::New | RowState::Changed(_)))
            .filter_map(|row| Some((row.period?, row.value?)))
            .collect();
        accepted.sort_by_key(|(period, _)| *period);
        Some(accepted)
    }
}

/// Shows what importing a table with a column of periods would do to the
/// `existing` measurements of one indicator.
pub fn preview(
    table: &Table,
    mapping: &Mapping,
    choices: Choices,
    terms: &Terms,
    existing: &BTreeMap<Period, Value>,
) -> Preview {
    let column = mapping.period;
    let order = choices.day_month.or_else(|| sniff_day_month(&table.column(column)));
    let periods = table.rows().iter().map(|row| {
        let text = row.cell(column).to_owned();
        let reading = parse_period(&text, terms.cadence, terms.fiscal, order);
        PeriodCell { column: Some(column), text, reading }
    });
    assembled(table, &mapping.values, choices, terms, existing, periods.collect())
}

/// Shows what importing values without periods would do: the first row belongs
/// to `start`, each further one to the next period. Blank lines are gaps.
pub fn preview_from(
    start: Period,
    table: &Table,
    values: &ValueColumns,
    choices: Choices,
    terms: &Terms,
    existing: &BTreeMap<Period, Value>,
) -> Preview {
    let mut next = Some(start);
    let mut counted_on = |steps: usize| {
        let reading = next;
        for _ in 0..steps {
            // Beyond the last year there is no next period.
            next = next
                .map(|period| period.next(terms.fiscal))
                .filter(|period| Period::parse(&period.to_string()).is_ok());
        }
        reading
    };
    let periods = table.rows().iter().map(|row| {
        counted_on(row.blank_lines_before());
        let reading = match counted_on(1) {
            Some(period) => parse_period(&period.to_string(), terms.cadence, terms.fiscal, None),
            None => Err(PeriodRefusal::YearOutOfRange { year: 2200 }),
        };
        PeriodCell { column: None, text: String::new(), reading }
    });
    let periods = periods.collect();
    assembled(table, values, choices, terms, existing, periods)
}

/// The period of a row, read or counted.
struct PeriodCell {
    column: Option<usize>,
    text: String,
    reading: Result<PeriodReading, PeriodRefusal>,
}

fn assembled(
    table: &Table,
    values: &ValueColumns,
    choices: Choices,
    terms: &Terms,
    existing: &BTreeMap<Period, Value>,
    periods: Vec<PeriodCell>,
) -> Preview {
    let decimal = choices.decimal.or_else(|| {
        let cells: Vec<&str> =
            values.columns().into_iter().flat_map(|column| table.column(column)).collect();
        sniff_decimal(&cells)
    });
    let doubt = cells::percent_doubt(table, values, decimal);
    let reader =
        Reader { values, decimal, percent: choices.percent, doubt: doubt.is_some(), terms };
    let mut questions = Questions::default();
    if table.separator_doubtful() {
        questions.separator =
            table.rows().first().map(|row| Question::Separator { line: row.line() });
    }
    if let (None, Some(PercentDoubt { line, example, mixed })) = (choices.percent, doubt) {
        questions.percent = Some(Question::Percent { line, example, mixed });
    }
    let rows = table.rows().iter().zip(periods);
    let mut rows: Vec<PreviewRow> =
        rows.map(|(row, period)| judged(row, period, &reader, existing, &mut questions)).collect();
    let duplicates = settle_duplicates(&mut rows, choices.duplicates);
    let counts = counted(&rows);
    let Questions { separator, decimal, day_month, percent } = questions;
    let asked = [separator, decimal, day_month, percent].into_iter().flatten();
    Preview { rows, questions: asked.chain(duplicates).collect(), counts }
}

/// The questions of a table, each asked once, by its first example.
#[derive(Default)]
struct Questions {
    separator: Option<Question>,
    decimal: Option<Question>,
    day_month: Option<Question>,
    percent: Option<Question>,
}

fn judged(
    row: &Row,
    cell: PeriodCell,
    reader: &Reader<'_>,
    existing: &BTreeMap<Period, Value>,
    questions: &mut Questions,
) -> PreviewRow {
    let line = row.line();
    let columns = reader.values.columns();
    let value_texts = columns.iter().map(|column| row.cell(*column).to_owned()).collect();
    let mut shown = PreviewRow {
        line,
        period_text: cell.text,
        value_texts,
        period: None,
        value: None,
        future: false,
        state: RowState::Pending,
    };
    if let Some(problem) = row.problem() {
        shown.state = RowState::Rejected(vec![CellError::of_row(problem)]);
        return shown;
    }
    let mut errors = Vec::new();
    let mut pending = false;
    match cell.reading {
        Ok(PeriodReading::Certain(period)) => shown.period = Some(period),
        Ok(PeriodReading::Ambiguous { day_first, month_first }) => {
            pending = true;
            let example = shown.period_text.clone();
            questions.day_month.get_or_insert(Question::AmbiguousDayMonth {
                line,
                example,
                day_first,
                month_first,
            });
        }
        Err(refusal) => {
            errors.push(CellError { column: cell.column, kind: CellErrorKind::Period(refusal) });
        }
    }
    let mut blank = false;
    match reader.value(row) {
        ValueReading::Known(value) => shown.value = Some(value),
        ValueReading::Blank => blank = true,
        ValueReading::WaitsForPercent => pending = true,
        ValueReading::Ambiguous { example, as_comma_decimal, as_point_decimal } => {
            pending = true;
            questions.decimal.get_or_insert(Question::AmbiguousDecimal {
                line,
                example,
                as_comma_decimal,
                as_point_decimal,
            });
        }
        ValueReading::Wrong(wrong) => errors.extend(wrong),
    }
    let fiscal = reader.terms.fiscal;
    shown.future = shown.period.is_some_and(|period| period.first_day(fiscal) > reader.terms.today);
    shown.state = match (shown.period, shown.value) {
        _ if !errors.is_empty() => RowState::Rejected(errors),
        _ if blank => RowState::Blank,
        (Some(period), Some(value)) if !pending => match existing.get(&period) {
            None => RowState::New,
            Some(known) if *known == value => RowState::Same,
            Some(known) => RowState::Changed(*known),
        },
        _ => RowState::Pending,
    };
    shown
}

/// Applies the choice between rows of one period, or asks for it.
fn settle_duplicates(rows: &mut [PreviewRow], keep: Option<Keep>) -> Vec<Question> {
    let mut by_period: BTreeMap<Period, Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        let counts = matches!(row.state, RowState::New | RowState::Changed(_) | RowState::Same);
        if let (Some(period), true) = (row.period, counts) {
            by_period.entry(period).or_default().push(at);
        }
    }
    by_period.retain(|_, places| places.len() > 1);
    let mut questions = Vec::new();
    for (period, places) in by_period {
        let kept = match keep {
            Some(Keep::First) => places.first(),
            Some(Keep::Last) => places.last(),
            None => None,
        };
        let mut lines = Vec::new();
        for at in &places {
            let Some(row) = rows.get_mut(*at) else { continue };
            lines.push(row.line);
            if keep.is_none() {
                row.state = RowState::Pending;
            } else if Some(at) != kept {
                row.state = RowState::LeftOut;
            }
        }
        if keep.is_none() {
            questions.push(Question::DuplicatePeriod { period, lines });
        }
    }
    questions
}

fn counted(rows: &[PreviewRow]) -> Counts {
    let mut counts = Counts::default();
    for row in rows {
        let count = match row.state {
            RowState::New => &mut counts.new,
            RowState::Changed(_) => &mut counts.changed,
            RowState::Same => &mut counts.same,
            RowState::Blank => &mut counts.blank,
            RowState::LeftOut => &mut counts.left_out,
            RowState::Pending => &mut counts.pending,
            RowState::Rejected(_) => &mut counts.rejected,
        };
        *count += 1;
    }
    counts
}
