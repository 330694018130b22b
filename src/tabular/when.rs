//! Periods as people and other programs write them.
//!
//! English, Russian and Chinese words, the usual numeric spellings and dates
//! with a time behind them are read. `03/04/2026` is two dates: it is asked, or
//! decided by the other cells of its column ([`sniff_day_month`]).

mod words;

#[cfg(test)]
mod tests;

use super::glyph;
use crate::base::{Cadence, FiscalStart, Period};
use chrono::NaiveDate;
use words::Piece;

/// Longer texts are no periods.
const MAX_CHARACTERS: usize = 48;

/// Days since 30 December 1899, as spreadsheets store dates, from 1970-01-01
/// to 2199-12-31.
const SERIALS: std::ops::RangeInclusive<u32> = 25_569..=109_574;

/// Which number of `03/04/2026` is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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

/// The order of day and month in a column, if at least one cell is a date in
/// one order only and none in the other order only.
pub fn sniff_day_month(cells: &[&str]) -> Option<DayMonthOrder> {
    let mut found = None;
    for cell in cells {
        let order = match recognise(cell) {
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

/// What a text says before cadence and order are known.
enum Span {
    /// A period by name: year, quarter, month or week.
    Named(Period),
    /// A calendar date.
    Date(NaiveDate),
    /// A date whose first two numbers may be swapped; at least one reading.
    Slashed { day_first: Option<NaiveDate>, month_first: Option<NaiveDate> },
}

fn recognise(text: &str) -> Result<Span, PeriodRefusal> {
    let text = glyph::folded(text, MAX_CHARACTERS).ok_or(PeriodRefusal::NotAPeriod)?;
    if text.is_empty() {
        return Err(PeriodRefusal::Empty);
    }
    let text = text.to_lowercase();
    let date = without_time(&text).ok_or(PeriodRefusal::NotAPeriod)?;
    let timed = date.len() < text.len();
    let pieces = words::pieces(date).ok_or(PeriodRefusal::NotAPeriod)?;
    let numeric = pieces.iter().all(|piece| matches!(piece, Piece::Number { .. } | Piece::Mark(_)));
    let span = if numeric { numbers(&pieces) } else { worded(&pieces) }?;
    match span {
        Span::Named(_) if timed => Err(PeriodRefusal::NotAPeriod),
        span => Ok(span),
    }
}

/// The text before a time of day; the whole text when it has none; `None` when
/// what follows the date is no time.
fn without_time(text: &str) -> Option<&str> {
    let Some(colon) = text.find(':') else { return Some(text) };
    let head = text.get(..colon)?;
    let before = head.trim_end_matches(|glyph: char| glyph.is_ascii_digit());
    let hour: u32 = head.get(before.len()..)?.parse().ok()?;
    let date = before.strip_suffix(['t', ' '])?.trim_end().trim_end_matches(',');
    let mut rest = text.get(colon + 1..)?;
    let mut fields = vec![hour];
    while let Some(digits) = rest.get(..2).filter(|two| two.bytes().all(|b| b.is_ascii_digit())) {
        fields.push(digits.parse().ok()?);
        rest = rest.get(2..)?;
        match rest.strip_prefix(':') {
            Some(next) if fields.len() < 3 => rest = next,
            _ => break,
        }
    }
    let in_range = match fields.as_slice() {
        [hour, minute] => *hour < 24 && *minute < 60,
        [hour, minute, second] => *hour < 24 && *minute < 60 && *second <= 60,
        _ => false,
    };
    if let Some(fraction) = rest.strip_prefix(['.', ',']) {
        rest = fraction.trim_start_matches(|glyph: char| glyph.is_ascii_digit());
    }
    (in_range && is_zone(rest.trim())).then_some(date)
}

/// `am`, `pm`, `z`, `utc`, `+09:00` or nothing.
fn is_zone(text: &str) -> bool {
    if ["", "am", "pm", "z", "utc", "gmt"].contains(&text) {
        return true;
    }
    let offset = text.strip_prefix(['+', '-']).unwrap_or_default().replacen(':', "", 1);
    matches!(offset.len(), 2 | 4) && offset.bytes().all(|byte| byte.is_ascii_digit())
}

/// Spellings of digits and marks alone.
fn numbers(pieces: &[Piece]) -> Result<Span, PeriodRefusal> {
    use Piece::{Mark, Number};
    match *pieces {
        [Number { value, digits: 4 }] => named(value, ""),
        [Number { value, digits: 6 }] => month(value / 100, value % 100),
        [Number { value, digits: 8 }] => {
            written_date(value / 10_000, value / 100 % 100, value % 100)
        }
        [Number { value, digits: 5 }] if SERIALS.contains(&value) => {
            Err(PeriodRefusal::SpreadsheetSerial { serial: value })
        }
        // 2026.1 may be what a spreadsheet left of 2026.10.
        [Number { digits: 4, .. }, Mark('.'), Number { digits: 1, .. }] => {
            Err(PeriodRefusal::NotAPeriod)
        }
        [
            Number { value: year, digits: 4 },
            Mark('-' | '/' | '.'),
            Number { value, digits: 1 | 2 },
        ]
        | [
            Number { value, digits: 1 | 2 },
            Mark('-' | '/' | '.'),
            Number { value: year, digits: 4 },
        ] => month(year, value),
        [Number { .. }, Mark('-' | '/'), Number { digits: 1 | 2, .. }] => {
            let short = matches!(pieces.first(), Some(Number { digits: 1 | 2, .. }));
            Err(if short { PeriodRefusal::TwoDigitYear } else { PeriodRefusal::NotAPeriod })
        }
        [
            Number { value: first, digits: first_digits },
            Mark(left),
            Number { value: second, digits: 1 | 2 },
            Mark(right),
            Number { value: third, digits: third_digits },
        ] if left == right && matches!(left, '-' | '/' | '.') => {
            match (first_digits, third_digits) {
                (4, 1 | 2) => written_date(first, second, third),
                (1 | 2, 4) if left == '.' => written_date(third, second, first),
                (1 | 2, 4) => slashed(first, second, third),
                (1 | 2, 1 | 2) => Err(PeriodRefusal::TwoDigitYear),
                _ => Err(PeriodRefusal::NotAPeriod),
            }
        }
        _ => Err(PeriodRefusal::NotAPeriod),
    }
}

/// Spellings with words in them. Marks between the pieces say nothing then.
fn worded(pieces: &[Piece]) -> Result<Span, PeriodRefusal> {
    if matches!(pieces.first(), Some(Piece::Mark(_))) {
        return Err(PeriodRefusal::NotAPeriod);
    }
    let said: Vec<Piece> = pieces
        .iter()
        .copied()
        .filter(|piece| !matches!(piece, Piece::Mark(_) | Piece::YearSign))
        .collect();
    let (numbers, words): (Vec<Piece>, Vec<Piece>) =
        said.iter().partition(|piece| matches!(piece, Piece::Number { .. } | Piece::Roman(_)));
    match words.as_slice() {
        [] => year_alone(&numbers),
        [Piece::Quarter] => {
            part_of_year(&numbers, 1).and_then(|(year, part)| named(year, &format!("-Q{part}")))
        }
        [Piece::Week] => {
            part_of_year(&numbers, 2).and_then(|(year, part)| named(year, &format!("-W{part:02}")))
        }
        [Piece::MonthName(number)] => named_month(*number, &numbers),
        [Piece::MonthSign] | [Piece::MonthSign, Piece::DaySign] => signed_month(&said),
        _ => Err(PeriodRefusal::NotAPeriod),
    }
}

fn year_alone(numbers: &[Piece]) -> Result<Span, PeriodRefusal> {
    match *numbers {
        [Piece::Number { value, digits: 4 }] => named(value, ""),
        [Piece::Number { digits: 1 | 2, .. }] => Err(PeriodRefusal::TwoDigitYear),
        _ => Err(PeriodRefusal::NotAPeriod),
    }
}

/// A four-digit year and a number of at most `width` digits, in either order.
fn part_of_year(numbers: &[Piece], width: usize) -> Result<(u32, u32), PeriodRefusal> {
    let part = |piece: &Piece| match *piece {
        Piece::Number { value, digits } if digits <= 2 && (width == 2 || value < 10) => Some(value),
        Piece::Roman(value) if width == 1 => Some(value),
        _ => None,
    };
    match numbers {
        [Piece::Number { value: year, digits: 4 }, other]
        | [other, Piece::Number { value: year, digits: 4 }] => {
            part(other).map(|part| (*year, part)).ok_or(PeriodRefusal::NotAPeriod)
        }
        [one] if part(one).is_some() => Err(PeriodRefusal::YearMissing),
        [one, Piece::Number { digits: 2, .. }] if part(one).is_some() => {
            Err(PeriodRefusal::TwoDigitYear)
        }
        _ => Err(PeriodRefusal::NotAPeriod),
    }
}

/// `Oct 2026`, `31 October 2026`, `October 31, 2026`, `2026 Oct`.
fn named_month(number: u32, numbers: &[Piece]) -> Result<Span, PeriodRefusal> {
    match *numbers {
        [] => Err(PeriodRefusal::YearMissing),
        [Piece::Number { value, digits: 4 }] => month(value, number),
        [Piece::Number { value: year, digits: 4 }, Piece::Number { value: day, digits: 1 | 2 }]
        | [Piece::Number { value: day, digits: 1 | 2 }, Piece::Number { value: year, digits: 4 }] => {
            written_date(year, number, day)
        }
        [Piece::Number { digits: 1 | 2, .. }]
        | [Piece::Number { digits: 1 | 2, .. }, Piece::Number { digits: 1 | 2, .. }] => {
            Err(PeriodRefusal::TwoDigitYear)
        }
        _ => Err(PeriodRefusal::NotAPeriod),
    }
}

/// `2026年10月`, `2026年10月31日`; the signs say which number is which.
fn signed_month(said: &[Piece]) -> Result<Span, PeriodRefusal> {
    use Piece::{DaySign, MonthSign, Number};
    match *said {
        [Number { value: year, digits: 4 }, Number { value, digits: 1 | 2 }, MonthSign] => {
            month(year, value)
        }
        [
            Number { value: year, digits: 4 },
            Number { value, digits: 1 | 2 },
            MonthSign,
            Number { value: day, digits: 1 | 2 },
            DaySign,
        ] => written_date(year, value, day),
        [Number { .. }, MonthSign] | [Number { .. }, MonthSign, Number { .. }, DaySign] => {
            Err(PeriodRefusal::YearMissing)
        }
        [Number { digits: 1 | 2, .. }, Number { .. }, MonthSign, ..] => {
            Err(PeriodRefusal::TwoDigitYear)
        }
        _ => Err(PeriodRefusal::NotAPeriod),
    }
}

fn in_range(year: u32) -> Result<i32, PeriodRefusal> {
    let year = i32::try_from(year).unwrap_or(i32::MAX);
    if (1970..=2199).contains(&year) {
        Ok(year)
    } else {
        Err(PeriodRefusal::YearOutOfRange { year })
    }
}

/// A period by its canonical spelling: the year and what follows it.
fn named(year: u32, rest: &str) -> Result<Span, PeriodRefusal> {
    let year = in_range(year)?;
    let period = Period::parse(&format!("{year}{rest}"));
    period.map(Span::Named).map_err(|_| PeriodRefusal::NoSuchPeriod)
}

fn month(year: u32, month: u32) -> Result<Span, PeriodRefusal> {
    named(year, &format!("-{month:02}"))
}

fn written_date(year: u32, month: u32, day: u32) -> Result<Span, PeriodRefusal> {
    let date = NaiveDate::from_ymd_opt(in_range(year)?, month, day);
    date.map(Span::Date).ok_or(PeriodRefusal::NoSuchPeriod)
}

fn slashed(first: u32, second: u32, year: u32) -> Result<Span, PeriodRefusal> {
    let year = in_range(year)?;
    let day_first = NaiveDate::from_ymd_opt(year, second, first);
    let month_first = NaiveDate::from_ymd_opt(year, first, second);
    if day_first.is_none() && month_first.is_none() {
        return Err(PeriodRefusal::NoSuchPeriod);
    }
    Ok(Span::Slashed { day_first, month_first })
}

/// The period a date falls in, unless that begins before 1970.
fn fitted(date: NaiveDate, cadence: Cadence, fiscal: FiscalStart) -> Result<Period, PeriodRefusal> {
    let period = Period::containing(date, cadence, fiscal);
    let readable = Period::parse(&period.to_string()).is_ok();
    if readable { Ok(period) } else { Err(PeriodRefusal::YearOutOfRange { year: period.year() }) }
}
