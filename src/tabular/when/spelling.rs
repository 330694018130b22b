//! The spellings of periods and dates.

use super::PeriodRefusal;
use super::words::{self, Piece};
use crate::base::Period;
use crate::tabular::glyph;
use chrono::NaiveDate;

/// Longer texts are no periods.
pub(super) const MAX_CHARACTERS: usize = 48;

/// Days since 30 December 1899, as spreadsheets store dates, from 1970-01-01
/// to 2199-12-31.
const SERIALS: std::ops::RangeInclusive<u32> = 25_569..=109_574;

/// What a text says before cadence and order are known.
pub(super) enum Span {
    /// A period by name: year, quarter, month or week.
    Named(Period),
    /// A calendar date.
    Date(NaiveDate),
    /// A date whose first two numbers may be swapped; at least one reading.
    Slashed { day_first: Option<NaiveDate>, month_first: Option<NaiveDate> },
}

/// Finds out what a text says, whatever the cadence.
pub(super) fn recognise(text: &str) -> Result<Span, PeriodRefusal> {
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
pub(super) fn without_time(text: &str) -> Option<&str> {
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
