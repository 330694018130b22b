//! The value cells of a row.

use super::{PercentForm, Terms, Value};
use crate::base::checked;
use crate::tabular::currency::CurrencyMark;
use crate::tabular::mapping::ValueColumns;
use crate::tabular::number::{DecimalMark, NumberReading, NumberRefusal, NumberValue};
use crate::tabular::table::{Row, RowProblem, Table};
use crate::tabular::when::{PeriodRefusal, ShortYear};

/// What is wrong with a cell, or with the row as a whole.
#[derive(Debug, Clone, PartialEq)]
pub struct CellError {
    /// The column, counted from zero; `None` when it is the whole row.
    pub column: Option<usize>,
    /// What is wrong.
    pub kind: CellErrorKind,
}

impl CellError {
    pub(super) const fn of_row(problem: RowProblem) -> Self {
        Self { column: None, kind: CellErrorKind::Row(problem) }
    }
}

/// What is wrong with a cell.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum CellErrorKind {
    /// The row as a whole.
    #[error("{0:?}")]
    Row(RowProblem),
    /// The period.
    #[error("{0}")]
    Period(PeriodRefusal),
    /// A number.
    #[error("{0}")]
    Number(NumberRefusal),
    /// A percent sign where the value is no percentage.
    #[error("a percent sign where no percentage is measured")]
    UnexpectedPercent,
    /// Another currency than the indicator's, or money where none is measured.
    #[error("`{found}` where {expected:?} is measured")]
    Currency {
        /// The mark beside the number.
        found: CurrencyMark,
        /// The indicator's currency.
        expected: Option<String>,
    },
    /// A count below zero.
    #[error("a count below zero: {value}")]
    NegativeCount {
        /// The count.
        value: f64,
    },
    /// More parts than the whole has.
    #[error("part {part} of whole {whole}")]
    PartAboveWhole {
        /// The counted part.
        part: f64,
        /// The counted whole.
        whole: f64,
    },
}

/// What the value cells of a row say.
pub(super) enum ValueReading {
    Known(Value),
    Blank,
    WaitsForPercent,
    Ambiguous { example: String, as_comma_decimal: f64, as_point_decimal: f64 },
    Wrong(Vec<CellError>),
}

/// One cell: a number with or without percent sign, or why not.
enum Cell {
    Number { value: f64, percent: bool },
    Ambiguous { as_comma_decimal: f64, as_point_decimal: f64 },
    Wrong(CellError),
}

/// Reads the value cells of rows under the settled conventions.
pub(super) struct Reader<'a> {
    pub(super) values: &'a ValueColumns,
    pub(super) decimal: Option<DecimalMark>,
    pub(super) percent: Option<PercentForm>,
    /// Whether the column has numbers that may be fractions.
    pub(super) doubt: bool,
    /// Where the year of two digits stands in most rows.
    pub(super) likely_year: ShortYear,
    pub(super) terms: &'a Terms,
}

impl Reader<'_> {
    pub(super) fn value(&self, row: &Row) -> ValueReading {
        let columns = self.values.columns();
        let asked = columns.len();
        let mut wrong = Vec::new();
        let mut numbers = Vec::new();
        let mut doubtful = None;
        for column in columns {
            match self.cell(row, column) {
                Cell::Number { value, percent } => numbers.push((column, value, percent)),
                Cell::Ambiguous { as_comma_decimal, as_point_decimal } => {
                    let example = row.cell(column).to_owned();
                    doubtful = Some(ValueReading::Ambiguous {
                        example,
                        as_comma_decimal,
                        as_point_decimal,
                    });
                }
                Cell::Wrong(error) => wrong.push(error),
            }
        }
        let empty = CellErrorKind::Number(NumberRefusal::NoValue);
        if wrong.len() == asked && wrong.iter().all(|error| error.kind == empty) {
            return ValueReading::Blank;
        }
        if !wrong.is_empty() {
            return ValueReading::Wrong(wrong);
        }
        if let Some(doubtful) = doubtful {
            return doubtful;
        }
        match (self.values, numbers.as_slice()) {
            (ValueColumns::Value(_), [(_, value, _)]) => ValueReading::Known(Value::Number(*value)),
            (ValueColumns::Percent(_), [(column, value, signed)]) => {
                self.percentage(*value, *signed, *column)
            }
            (ValueColumns::Counted { .. }, [(at, part, _), (whole_at, whole, _)]) => {
                counted((*at, *part), (*whole_at, *whole))
            }
            _ => ValueReading::Blank,
        }
    }

    fn cell(&self, row: &Row, column: usize) -> Cell {
        let wrong = |kind| Cell::Wrong(CellError { column: Some(column), kind });
        let NumberReading { value, percent, currency } = match row.number(column, self.decimal) {
            Ok(reading) => reading,
            Err(refusal) => return wrong(CellErrorKind::Number(refusal)),
        };
        if let Some(found) = currency {
            let expected = self.currency();
            if !expected.is_some_and(|code| found.may_be(code)) {
                let expected = expected.map(str::to_owned);
                return wrong(CellErrorKind::Currency { found, expected });
            }
        }
        if percent && !matches!(self.values, ValueColumns::Percent(_)) {
            return wrong(CellErrorKind::UnexpectedPercent);
        }
        match value {
            NumberValue::Certain(value) => Cell::Number { value, percent },
            NumberValue::Ambiguous { as_comma_decimal, as_point_decimal } => {
                Cell::Ambiguous { as_comma_decimal, as_point_decimal }
            }
        }
    }

    /// Money is a plain number; shares have no currency.
    fn currency(&self) -> Option<&str> {
        match self.values {
            ValueColumns::Value(_) => self.terms.currency.as_deref(),
            ValueColumns::Counted { .. } | ValueColumns::Percent(_) => None,
        }
    }

    fn percentage(&self, value: f64, signed: bool, column: usize) -> ValueReading {
        let fraction = match self.percent {
            _ if signed => false,
            Some(PercentForm::Fraction) => true,
            Some(PercentForm::SmallFractions) => value.abs() <= 1.0,
            // Zero is zero percent either way.
            None if self.doubt && value != 0.0 => return ValueReading::WaitsForPercent,
            Some(PercentForm::Percent) | None => false,
        };
        let percent = if fraction { hundredfold(value) } else { Some(value) };
        percent.map_or_else(
            || {
                let kind = CellErrorKind::Number(NumberRefusal::TooLarge);
                ValueReading::Wrong(vec![CellError { column: Some(column), kind }])
            },
            |percent| ValueReading::Known(Value::Percent(percent)),
        )
    }
}

/// Moves the decimal point of the shortest decimal by two places. Multiplying
/// would make 7.000000000000001 of 0.07.
fn hundredfold(value: f64) -> Option<f64> {
    format!("{value}e2").parse().ok().and_then(|moved| checked(moved).ok())
}

fn counted((part_at, part): (usize, f64), (whole_at, whole): (usize, f64)) -> ValueReading {
    let mut wrong = Vec::new();
    for (column, value) in [(part_at, part), (whole_at, whole)] {
        if value < 0.0 {
            let kind = CellErrorKind::NegativeCount { value };
            wrong.push(CellError { column: Some(column), kind });
        }
    }
    if wrong.is_empty() && part > whole {
        let kind = CellErrorKind::PartAboveWhole { part, whole };
        wrong.push(CellError { column: Some(part_at), kind });
    }
    if wrong.is_empty() {
        ValueReading::Known(Value::Counted { part, whole })
    } else {
        ValueReading::Wrong(wrong)
    }
}

/// A percentage column that may hold fractions, by an example.
pub(super) struct PercentDoubt {
    pub(super) line: usize,
    pub(super) example: String,
    pub(super) mixed: bool,
}

/// Finds numbers without percent sign that look like fractions: any from -1 to
/// 1, or a column that stays below 2 throughout (fractions around one).
pub(super) fn percent_doubt(
    table: &Table,
    values: &ValueColumns,
    decimal: Option<DecimalMark>,
) -> Option<PercentDoubt> {
    let ValueColumns::Percent(column) = *values else { return None };
    let unsigned =
        table.rows().iter().filter(|row| row.problem().is_none()).filter_map(|row| {
            match row.number(column, decimal) {
                Ok(NumberReading {
                    value: NumberValue::Certain(value), percent: false, ..
                }) if value != 0.0 => Some((row, value.abs())),
                _ => None,
            }
        });
    let unsigned: Vec<(&Row, f64)> = unsigned.collect();
    let small = unsigned.iter().find(|(_, size)| *size <= 1.0);
    let all_low = unsigned.iter().all(|(_, size)| *size < 2.0);
    let (row, _) = small.or_else(|| unsigned.first().filter(|_| all_low))?;
    Some(PercentDoubt { line: row.line(), example: row.cell(column).to_owned(), mixed: !all_low })
}
