//! What an import would do, shown before it does anything.
//!
//! Every row of the table comes back with its line, its texts, what they were
//! read as and what would happen. What cannot be decided from the table is a
//! [`Question`]; while one is open, [`Preview::accepted`] hands out nothing.

mod cells;
mod model;

#[cfg(test)]
mod fuzz;
#[cfg(test)]
mod tests;

pub use cells::{CellError, CellErrorKind};
pub use model::{
    Choices, Counts, Keep, PercentForm, Preview, PreviewRow, Question, RowState, Terms, Value,
};

use super::mapping::{Mapping, ValueColumns};
use super::table::{Row, Table};
use super::when::{
    PeriodReading, PeriodRefusal, ShortYear, ShortYears, parse_period, parse_period_with,
    short_years, sniff_day_month,
};
use crate::base::Period;
use cells::{PercentDoubt, Reader, ValueReading};
use std::collections::BTreeMap;

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
    let year = choices.short_year;
    let order = choices.day_month.or_else(|| sniff_day_month(&table.column(column), year));
    let periods = table.rows().iter().map(|row| {
        let text = row.cell(column).to_owned();
        let reading = parse_period_with(&text, terms.cadence, terms.fiscal, order, year);
        let years = if year.is_none() { short_years(&text) } else { None };
        PeriodCell { column: Some(column), text, reading, years }
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
        PeriodCell { column: None, text: String::new(), reading, years: None }
    });
    let periods = periods.collect();
    assembled(table, values, choices, terms, existing, periods)
}

/// The period of a row, read or counted.
struct PeriodCell {
    column: Option<usize>,
    text: String,
    reading: Result<PeriodReading, PeriodRefusal>,
    /// The years it may name, while nobody has said which it does.
    years: Option<ShortYears>,
}

/// Where the year stands in most texts; last where both fit.
fn likely_year(periods: &[PeriodCell]) -> ShortYear {
    let years = periods.iter().filter_map(|cell| cell.years);
    let (last, first) = years.fold((0, 0), |(last, first), years| {
        (last + usize::from(years.last.is_some()), first + usize::from(years.first.is_some()))
    });
    if first > last { ShortYear::First } else { ShortYear::Last }
}

fn assembled(
    table: &Table,
    values: &ValueColumns,
    choices: Choices,
    terms: &Terms,
    existing: &BTreeMap<Period, Value>,
    periods: Vec<PeriodCell>,
) -> Preview {
    let decimal = choices.decimal.or_else(|| table.decimal_of(&values.columns()));
    let doubt = cells::percent_doubt(table, values, decimal);
    let (percent, doubt_percent) = (choices.percent, doubt.is_some());
    let likely_year = likely_year(&periods);
    let reader = Reader { values, decimal, percent, doubt: doubt_percent, likely_year, terms };
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
    let Questions { separator, decimal, short_year, day_month, percent } = questions;
    let asked = [separator, decimal, short_year, day_month, percent].into_iter().flatten();
    Preview { rows, questions: asked.chain(duplicates).collect(), counts }
}

/// The questions of a table, each asked once, by its first example.
#[derive(Default)]
struct Questions {
    separator: Option<Question>,
    decimal: Option<Question>,
    short_year: Option<Question>,
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
    match cell.reading {
        Ok(PeriodReading::Certain(period)) => shown.period = Some(period),
        Ok(PeriodReading::Ambiguous { day_first, month_first }) => {
            let example = shown.period_text.clone();
            let question = Question::AmbiguousDayMonth { line, example, day_first, month_first };
            questions.day_month.get_or_insert(question);
        }
        Err(PeriodRefusal::TwoDigitYear) if let Some(years) = cell.years => {
            let example = shown.period_text.clone();
            let likely = reader.likely_year;
            questions.short_year.get_or_insert(Question::ShortYear {
                line,
                example,
                years,
                likely,
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
        ValueReading::WaitsForPercent => {}
        ValueReading::Ambiguous { example, as_comma_decimal, as_point_decimal } => {
            let question =
                Question::AmbiguousDecimal { line, example, as_comma_decimal, as_point_decimal };
            questions.decimal.get_or_insert(question);
        }
        ValueReading::Wrong(wrong) => errors.extend(wrong),
    }
    let first_day = shown.period.map(|period| period.first_day(reader.terms.fiscal));
    shown.future = first_day.is_some_and(|day| day > reader.terms.today);
    shown.state = match (shown.period, shown.value) {
        _ if !errors.is_empty() => RowState::Rejected(errors),
        _ if blank => RowState::Blank,
        (Some(period), Some(value)) => compared(existing.get(&period), value),
        _ => RowState::Pending,
    };
    shown
}

fn compared(known: Option<&Value>, value: Value) -> RowState {
    match known {
        None => RowState::New,
        Some(known) if *known == value => RowState::Same,
        Some(known) => RowState::Changed(*known),
    }
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
