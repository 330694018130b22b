//! Which columns hold the period and the values.

use super::number::{NumberReading, NumberRefusal, NumberValue, parse_number};
use super::table::{Row, RowProblem, Table};
use super::when::{Likeness, likeness, parse_period};
use crate::base::{Cadence, FiscalStart};
use serde::{Deserialize, Serialize};

/// What one measurement consists of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ValueShape {
    /// One number: a count, money, a duration, a score.
    Number,
    /// A share with its counts.
    Counted,
    /// A share without its counts, in percent as people say it: 85.
    Percent,
}

/// The columns of the values, counted from zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueColumns {
    /// One number.
    Value(usize),
    /// The counts of a share.
    Counted {
        /// The counted part.
        part: usize,
        /// The counted whole.
        whole: usize,
    },
    /// A percentage.
    Percent(usize),
}

impl ValueColumns {
    /// The columns in the order in which they are shown.
    pub fn columns(&self) -> Vec<usize> {
        match *self {
            Self::Value(column) | Self::Percent(column) => vec![column],
            Self::Counted { part, whole } => vec![part, whole],
        }
    }

    /// The shape of the values these columns give.
    pub const fn shape(&self) -> ValueShape {
        match self {
            Self::Value(_) => ValueShape::Number,
            Self::Counted { .. } => ValueShape::Counted,
            Self::Percent(_) => ValueShape::Percent,
        }
    }

    pub(super) fn of(shape: ValueShape, columns: &[usize]) -> Option<Self> {
        match (shape, columns) {
            (ValueShape::Number, [column, ..]) => Some(Self::Value(*column)),
            (ValueShape::Percent, [column, ..]) => Some(Self::Percent(*column)),
            (ValueShape::Counted, [part, whole, ..]) => {
                Some(Self::Counted { part: *part, whole: *whole })
            }
            _ => None,
        }
    }
}

/// Which columns of a table are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mapping {
    /// The column of the period, counted from zero.
    pub period: usize,
    /// The columns of the values.
    pub values: ValueColumns,
}

/// A mapping that seems to fit, to be shown and confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    /// The columns that seem meant.
    pub mapping: Mapping,
    /// Other columns of numbers that may be meant as well.
    pub others: Vec<usize>,
}

/// Why no mapping could be guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MappingProblem {
    /// No column of periods: values pasted alone need a start period.
    #[error("no column holds periods")]
    NoPeriods,
    /// No column of numbers.
    #[error("no column holds numbers")]
    NoNumbers,
    /// A counted share needs two columns of which one never exceeds the other.
    #[error("no two columns hold a part and its whole")]
    NoCounts,
}

/// Rows looked at for a guess.
const SAMPLE_ROWS: usize = 200;

/// Beginnings of names that a column of periods has, in lower case.
const PERIOD_NAMES: [&str; 19] = [
    "month",
    "date",
    "period",
    "week",
    "day",
    "quarter",
    "year",
    "time",
    "месяц",
    "дата",
    "период",
    "неделя",
    "день",
    "квартал",
    "год",
    "日期",
    "月",
    "期间",
    "年",
];

/// Guesses which columns are meant. A guess changes nothing by itself: the
/// preview shows it.
pub fn guess_mapping(
    table: &Table,
    cadence: Cadence,
    shape: ValueShape,
    fiscal: FiscalStart,
) -> Result<Guess, MappingProblem> {
    let period = guess_period(table, cadence, fiscal).ok_or(MappingProblem::NoPeriods)?;
    let numbers: Vec<usize> = number_columns(table, Some(period));
    let values = guess_values(table, shape, &numbers)?;
    let used = values.columns();
    let others = numbers.into_iter().filter(|column| !used.contains(column)).collect();
    Ok(Guess { mapping: Mapping { period, values }, others })
}

/// Guesses the columns of values that were pasted without periods.
pub fn guess_values_only(table: &Table, shape: ValueShape) -> Result<Guess, MappingProblem> {
    let numbers = number_columns(table, None);
    let values = guess_values(table, shape, &numbers)?;
    let used = values.columns();
    let others = numbers.into_iter().filter(|column| !used.contains(column)).collect();
    Ok(Guess { mapping: Mapping { period: 0, values }, others })
}

fn sample(table: &Table, column: usize) -> Vec<&str> {
    let mut cells = table.column(column);
    cells.truncate(SAMPLE_ROWS);
    cells.retain(|cell| !cell.trim().is_empty());
    cells
}

fn guess_period(table: &Table, cadence: Cadence, fiscal: FiscalStart) -> Option<usize> {
    let best = |reads: &dyn Fn(&str) -> bool| {
        let mut best: Option<((bool, usize), usize)> = None;
        for column in 0..table.width() {
            let cells = sample(table, column);
            let rows = table.rows().iter().take(SAMPLE_ROWS);
            let amounts = rows.filter(|row| {
                row.likeness(column) == Likeness::None
                    && likeness(row.cell(column)) > Likeness::None
            });
            let count = cells.iter().filter(|cell| reads(cell)).count();
            let count = count.saturating_sub(amounts.count());
            let name = table.name(column).to_lowercase();
            let score = (PERIOD_NAMES.iter().any(|known| name.starts_with(known)), count);
            // The leftmost of equals stays.
            if count > 0 && 2 * count >= cells.len() && best.is_none_or(|(known, _)| score > known)
            {
                best = Some((score, column));
            }
        }
        best.map(|(_, column)| column)
    };
    // Periods of another cadence are taken too, so that each row can say so.
    best(&|cell| parse_period(cell, cadence, fiscal, None).is_ok())
        .or_else(|| best(&|cell| likeness(cell) == Likeness::Spelling))
        .or_else(|| best(&|cell| likeness(cell) == Likeness::Digits).filter(|_| table.width() > 1))
}

/// Columns of numbers: those right of the period first, as people write.
fn number_columns(table: &Table, period: Option<usize>) -> Vec<usize> {
    let is_number = |column: &usize| {
        let mut cells = sample(table, *column);
        // A dash where nothing was measured speaks neither for nor against.
        cells.retain(|cell| parse_number(cell, None) != Err(NumberRefusal::NoValue));
        // A formula without its result stands where a number is meant.
        let reads =
            |cell: &&&str| matches!(parse_number(cell, None), Ok(_) | Err(NumberRefusal::Formula));
        let count = cells.iter().filter(reads).count();
        count > 0 && 2 * count >= cells.len()
    };
    let first = period.map_or(0, |column| column + 1);
    let right = first..table.width();
    let left = 0..period.unwrap_or(0);
    right.chain(left).filter(is_number).collect()
}

fn guess_values(
    table: &Table,
    shape: ValueShape,
    numbers: &[usize],
) -> Result<ValueColumns, MappingProblem> {
    if shape == ValueShape::Counted {
        return guess_counts(table, numbers).ok_or(MappingProblem::NoCounts);
    }
    let signed = |column: &&usize| {
        let says = |text: &str| text.contains(['%', '\u{ff05}']);
        says(table.name(**column)) || sample(table, **column).into_iter().any(says)
    };
    let marked = if shape == ValueShape::Percent { numbers.iter().find(signed) } else { None };
    let column = marked.or_else(|| numbers.first()).ok_or(MappingProblem::NoNumbers)?;
    ValueColumns::of(shape, &[*column]).ok_or(MappingProblem::NoNumbers)
}

/// The first two columns of which one never exceeds the other.
fn guess_counts(table: &Table, numbers: &[usize]) -> Option<ValueColumns> {
    // More columns than this are not a table of one share.
    let numbers = numbers.get(..8).unwrap_or(numbers);
    let pairs = numbers
        .iter()
        .enumerate()
        .flat_map(|(at, first)| numbers.iter().skip(at + 1).map(move |second| (*first, *second)));
    pairs.into_iter().find_map(|(first, second)| {
        let values = [values(table, first), values(table, second)];
        let [left, right] = &values;
        let both: Vec<(f64, f64)> =
            left.iter().zip(right).filter_map(|(a, b)| Some(((*a)?, (*b)?))).collect();
        let ordered = |fits: fn(&(f64, f64)) -> bool| !both.is_empty() && both.iter().all(fits);
        if ordered(|(a, b)| 0.0 <= *a && a <= b) {
            Some(ValueColumns::Counted { part: first, whole: second })
        } else if ordered(|(a, b)| 0.0 <= *b && b <= a) {
            Some(ValueColumns::Counted { part: second, whole: first })
        } else {
            None
        }
    })
}

fn values(table: &Table, column: usize) -> Vec<Option<f64>> {
    let mark = table.decimal_of(&[column]);
    let rows = table.rows().iter().filter(|row| row.problem() != Some(RowProblem::Total));
    let value = |row: &Row| match row.number(column, mark) {
        Ok(NumberReading { value: NumberValue::Certain(value), percent: false, .. }) => Some(value),
        _ => None,
    };
    rows.take(SAMPLE_ROWS).map(value).collect()
}
