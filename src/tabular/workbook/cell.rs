//! What a cell says, as a text.

use super::format::Look;
use crate::tabular::MIN_MAGNITUDE;
use chrono::{Days, NaiveDate, TimeDelta};

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BookCell {
    /// What it says: a number with a decimal point, a date as `2026-10-31`, a
    /// point in time as `2026-10-31T09:30:15`, a duration as `0:01:15`.
    pub text: String,
    /// Whether it is a number, and so has one reading.
    pub is_number: bool,
}

/// One row with something in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BookRow {
    /// Its number, counted from 1.
    pub number: usize,
    /// Its cells from the first column on, up to the last that holds something.
    pub cells: Vec<BookCell>,
}

/// Cells made one; rows and columns counted from 1 and 0, both ends within.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merged {
    /// First and last row.
    pub rows: (usize, usize),
    /// First and last column.
    pub columns: (usize, usize),
}

/// Days between the two systems of counting days.
const DAYS_TO_1904: f64 = 1_462.0;
/// The day with the largest number that a spreadsheet shows as a date,
/// 31 December 9999.
const LAST_DAY: f64 = 2_958_465.0;
/// Day numbers from 1970 on: what looks like a time of day and is one of these
/// has its date too.
const FIRST_MOMENT: f64 = 25_569.0;
/// What a spreadsheet shows where a date has no form.
const NO_DATE: &str = "#####";

impl BookCell {
    pub(super) fn text(text: String) -> Self {
        Self { text, is_number: false }
    }

    /// A number as written in the file, by the look of its cell.
    pub(super) fn number(raw: &str, look: &Look, since_1904: bool) -> Self {
        let raw = raw.trim();
        let Some(value) = raw.parse::<f64>().ok().filter(|value| value.is_finite()) else {
            return Self::text(raw.to_owned());
        };
        let day = if since_1904 { value + DAYS_TO_1904 } else { value };
        match look {
            Look::Plain => Self { text: plain(value), is_number: true },
            Look::Percent => Self { text: percent(value), is_number: true },
            Look::Signed(sign) => Self { text: format!("{}{sign}", plain(value)), is_number: true },
            Look::Money(mark) => Self { text: format!("{mark} {}", plain(value)), is_number: true },
            Look::Date => Self::text(moment(day)),
            // A time of day alone is less than a day; a duration may be more.
            Look::Time if day >= FIRST_MOMENT => Self::text(moment(day)),
            Look::Time => Self::text(duration(value)),
        }
    }
}

/// A number in decimal digits. Beyond the fifteen digits that a spreadsheet
/// shows and that are kept here, a number of it holds noise: 0.1 + 0.2.
fn plain(value: f64) -> String {
    let size = value.abs();
    let kept = if size < 1e15 { format!("{value:.14e}").parse().unwrap_or(value) } else { value };
    let kept = kept + 0.0;
    if kept == 0.0 || (MIN_MAGNITUDE..1e16).contains(&size) {
        kept.to_string()
    } else {
        format!("{kept:e}")
    }
}

/// The decimal point is moved; multiplying would make 7.000000000000001 of 0.07.
fn percent(value: f64) -> String {
    let moved = format!("{value}e2").parse().unwrap_or(value);
    format!("{}%", plain(moved))
}

/// The date of a day number, with its time where it has one.
fn moment(day: f64) -> String {
    if !(0.0..=LAST_DAY + 1.0).contains(&day) {
        return NO_DATE.to_owned();
    }
    let (days, milliseconds) = split(day);
    // There was no 29 February 1900, but it has a number.
    let first = if days < 60 { (1899, 12, 31) } else { (1899, 12, 30) };
    let date = NaiveDate::from_ymd_opt(first.0, first.1, first.2)
        .and_then(|first| first.checked_add_days(Days::new(days)));
    let Some(date) = date else { return NO_DATE.to_owned() };
    if milliseconds == 0 {
        return date.to_string();
    }
    let time = date.and_hms_opt(0, 0, 0).and_then(|midnight| {
        midnight.checked_add_signed(TimeDelta::try_milliseconds(milliseconds)?)
    });
    time.map_or_else(|| NO_DATE.to_owned(), |time| time.format("%Y-%m-%dT%H:%M:%S%.f").to_string())
}

/// `26:03:07` of a number of days.
fn duration(value: f64) -> String {
    if !(0.0..=LAST_DAY).contains(&value) {
        return NO_DATE.to_owned();
    }
    let (days, milliseconds) = split(value);
    let seconds = milliseconds / 1000;
    let hours = days.saturating_mul(24).saturating_add_signed(seconds / 3600);
    let (minutes, seconds, rest) = (seconds / 60 % 60, seconds % 60, milliseconds % 1000);
    let whole = format!("{hours}:{minutes:02}:{seconds:02}");
    if rest == 0 { whole } else { format!("{whole}.{rest:03}") }
}

/// Whole days and milliseconds; a double holds a day of this century to less
/// than a millisecond.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked before")]
fn split(day: f64) -> (u64, i64) {
    let (days, milliseconds) = (day.floor(), (day.fract() * 86_400_000.0).round());
    if milliseconds >= 86_400_000.0 {
        (days as u64 + 1, 0)
    } else {
        (days as u64, milliseconds as i64)
    }
}
