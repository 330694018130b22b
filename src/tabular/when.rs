//! Periods as people and other programs write them.
//!
//! English, Russian and Chinese words, the usual numeric spellings and dates
//! with a time behind them are read. `03/04/2026` is two dates: it is asked, or
//! decided by the other cells of its column ([`sniff_day_month`]).

mod short_year;
mod spelling;
mod words;

pub use short_year::{ShortYear, ShortYears, long_year, short_years};

#[cfg(test)]
mod tests;

use super::glyph;
use crate::base::{Cadence, FiscalStart, Period};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use spelling::{MAX_CHARACTERS, Span, recognise, without_time};

/// Which number of `03/04/2026` is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DayMonthOrder {
    /// 3 April.
    DayFirst,
    /// 4 March.
    MonthFirst,
}

/// The period a text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodReading {
    /// The only reading, or the one the order chose.
    Certain(Period),
    /// Day and month cannot be told apart, and it matters.
    Ambiguous {
        /// The period if the day stands first.
        day_first: Period,
        /// The period if the month stands first.
        month_first: Period,
    },
}

/// Why a text is not taken as a period of the cadence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PeriodRefusal {
    /// Nothing written.
    #[error("no period")]
    Empty,
    /// Something else than a period.
    #[error("not a period")]
    NotAPeriod,
    /// `October`, `Q4`: the year is missing.
    #[error("a period without its year")]
    YearMissing,
    /// `Jan-87`, `03/04/26`: the century, or even which number is the year, is
    /// a guess.
    #[error("a year needs four digits")]
    TwoDigitYear,
    /// Outside 1970 to 2199.
    #[error("{year} is outside 1970 to 2199")]
    YearOutOfRange {
        /// The year as written.
        year: i32,
    },
    /// 29 February of a common year, month 13, week 53 of a year with 52.
    #[error("the calendar has no such period")]
    NoSuchPeriod,
    /// A shorter period than the cadence, which would have to be summed up.
    #[error("a period of cadence {found:?} where {wanted:?} is measured")]
    Finer {
        /// The cadence of the text.
        found: Cadence,
        /// The cadence of the indicator.
        wanted: Cadence,
    },
    /// A longer period than the cadence, which cannot be divided.
    #[error("a period of cadence {found:?} where {wanted:?} is measured")]
    Coarser {
        /// The cadence of the text.
        found: Cadence,
        /// The cadence of the indicator.
        wanted: Cadence,
    },
    /// No date if day and month stand in the order of the column.
    #[error("no date in the order of day and month that the column has")]
    OtherOrder {
        /// The order of the column.
        order: DayMonthOrder,
    },
    /// A date as a spreadsheet counts days, for instance 46326.
    #[error("{serial} is a day number of a spreadsheet, not a date")]
    SpreadsheetSerial {
        /// The number.
        serial: u32,
    },
}

/// Reads one period of a cadence.
///
/// A calendar date stands for the period of the cadence it falls in; the time
/// and offset behind it are dropped, the date is taken as written. Every other
/// period must be of the cadence itself. Quarters and years are those of the
/// fiscal year, numbered by the calendar year in which it begins, also when
/// written `Q4 2026`. Dates with dots have the day first in every country that
/// writes them so; those with `/` or `-` are asked unless `order` is known.
pub fn parse_period(
    text: &str,
    cadence: Cadence,
    fiscal: FiscalStart,
    order: Option<DayMonthOrder>,
) -> Result<PeriodReading, PeriodRefusal> {
    let certain = |result: Result<Period, PeriodRefusal>| result.map(PeriodReading::Certain);
    let fit = |date: NaiveDate| fitted(date, cadence, fiscal);
    match recognise(text)? {
        Span::Named(period) if period.cadence() == cadence => certain(Ok(period)),
        Span::Named(period) if period.cadence() < cadence => {
            Err(PeriodRefusal::Finer { found: period.cadence(), wanted: cadence })
        }
        Span::Named(period) => {
            Err(PeriodRefusal::Coarser { found: period.cadence(), wanted: cadence })
        }
        Span::Date(date) => certain(fit(date)),
        Span::Slashed { day_first, month_first } => match (order, day_first, month_first) {
            (Some(DayMonthOrder::DayFirst), Some(date), _)
            | (Some(DayMonthOrder::MonthFirst), _, Some(date))
            | (None, Some(date), None)
            | (None, None, Some(date)) => certain(fit(date)),
            (None, Some(day_first), Some(month_first)) => {
                let (day_first, month_first) = (fit(day_first)?, fit(month_first)?);
                if day_first == month_first {
                    certain(Ok(day_first))
                } else {
                    Ok(PeriodReading::Ambiguous { day_first, month_first })
                }
            }
            (Some(order), ..) if day_first.is_some() || month_first.is_some() => {
                Err(PeriodRefusal::OtherOrder { order })
            }
            _ => Err(PeriodRefusal::NoSuchPeriod),
        },
    }
}

/// As [`parse_period`], where somebody has said which number of two digits is the
/// year.
pub fn parse_period_with(
    text: &str,
    cadence: Cadence,
    fiscal: FiscalStart,
    order: Option<DayMonthOrder>,
    year: Option<ShortYear>,
) -> Result<PeriodReading, PeriodRefusal> {
    let read = parse_period(text, cadence, fiscal, order);
    match (read, year) {
        (Err(PeriodRefusal::TwoDigitYear), Some(ShortYear::None)) => {
            Err(PeriodRefusal::YearMissing)
        }
        (Err(PeriodRefusal::TwoDigitYear), Some(which)) => {
            let (text, _) =
                short_year::written_out(text, which).ok_or(PeriodRefusal::TwoDigitYear)?;
            match parse_period(&text, cadence, fiscal, order) {
                Err(PeriodRefusal::NotAPeriod) => Err(PeriodRefusal::TwoDigitYear),
                read => read,
            }
        }
        (read, _) => read,
    }
}

/// A date with its month in words or signs, `31-Oct-26 14:05`, `31 окт. 2026 г.`,
/// and the text that follows it: a time of day or nothing. A year of two digits is
/// refused as such until somebody has said which number it is.
pub(super) fn worded_date(
    text: &str,
    year: Option<ShortYear>,
) -> Result<(NaiveDate, String), PeriodRefusal> {
    let wrong = PeriodRefusal::NotAPeriod;
    let text = glyph::folded(text, MAX_CHARACTERS).ok_or(wrong)?.to_lowercase();
    let written = without_time(&text).ok_or(wrong)?;
    // Digits and marks alone may as well be a number of something.
    if !written.chars().any(char::is_alphabetic) {
        return Err(wrong);
    }
    let rest = text.get(written.len()..).unwrap_or_default().to_owned();
    let date = |text: &str| match recognise(text)? {
        Span::Date(date) => Ok(date),
        Span::Named(_) | Span::Slashed { .. } => Err(wrong),
    };
    let with = |which| date(&short_year::written_out(written, which).ok_or(wrong)?.0);
    let found = match (date(written), year) {
        (Err(PeriodRefusal::TwoDigitYear), Some(which)) => with(which),
        (Err(PeriodRefusal::TwoDigitYear), None)
            if with(ShortYear::Last).is_err() && with(ShortYear::First).is_err() =>
        {
            Err(wrong)
        }
        (found, _) => found,
    };
    found.map(|date| (date, rest))
}

/// The order of day and month in a column, if at least one cell is a date in
/// one order only and none in the other order only.
pub fn sniff_day_month(cells: &[&str], year: Option<ShortYear>) -> Option<DayMonthOrder> {
    let mut found = None;
    for cell in cells {
        let written_out = || Some(short_year::written_out(cell, year?)?.0);
        let read = match recognise(cell) {
            Err(PeriodRefusal::TwoDigitYear) => {
                written_out().map_or(Err(PeriodRefusal::TwoDigitYear), |text| recognise(&text))
            }
            read => read,
        };
        let order = match read {
            Ok(Span::Slashed { day_first: Some(_), month_first: None }) => DayMonthOrder::DayFirst,
            Ok(Span::Slashed { day_first: None, month_first: Some(_) }) => {
                DayMonthOrder::MonthFirst
            }
            _ => continue,
        };
        if found.is_some_and(|known| known != order) {
            return None;
        }
        found = Some(order);
    }
    found
}

/// How much a text looks like a period, whatever the cadence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// Not at all.
    None,
    /// Digits only, so it may as well be a number: `2026`, `202610`.
    Digits,
    /// A spelling only periods have, even if this one is refused.
    Spelling,
}

/// Judges a cell for finding the column with the periods.
pub(super) fn likeness(text: &str) -> Likeness {
    // Without a year in digits nothing is a period; most text ends here.
    if !text.chars().any(|glyph| glyph::fold(glyph).is_ascii_digit()) {
        return Likeness::None;
    }
    let digits = || glyph::trimmed(text).chars().all(|glyph| glyph::fold(glyph).is_ascii_digit());
    match recognise(text) {
        Err(PeriodRefusal::Empty | PeriodRefusal::NotAPeriod | PeriodRefusal::YearMissing) => {
            Likeness::None
        }
        Ok(_) if digits() => Likeness::Digits,
        Err(_) if digits() => Likeness::None,
        _ => Likeness::Spelling,
    }
}

/// The period a date falls in, unless that begins before 1970.
fn fitted(date: NaiveDate, cadence: Cadence, fiscal: FiscalStart) -> Result<Period, PeriodRefusal> {
    let period = Period::containing(date, cadence, fiscal);
    let readable = Period::parse(&period.to_string()).is_ok();
    if readable { Ok(period) } else { Err(PeriodRefusal::YearOutOfRange { year: period.year() }) }
}
