//! What a preview is asked with and what it answers.

use super::cells::CellError;
use crate::base::{Cadence, FiscalStart, Period};
use crate::tabular::number::DecimalMark;
use crate::tabular::when::{DayMonthOrder, ShortYear, ShortYears};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
    /// Which number of two digits is the year.
    pub short_year: Option<ShortYear>,
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
    /// Whether the 26 of `Jan-26` is the year 2026, and which number of
    /// `03/04/26` is the year. Answered by [`Choices::short_year`].
    ShortYear {
        /// The line of the example.
        line: usize,
        /// The cell that shows it.
        example: String,
        /// The years it may name.
        years: ShortYears,
        /// The reading that fits most rows: to be offered first, never taken.
        likely: ShortYear,
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
