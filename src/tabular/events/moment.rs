//! Points in time as logs write them.

#[cfg(test)]
mod tests;

use crate::tabular::when::worded_date;
use crate::tabular::{DayMonthOrder, PeriodRefusal, ShortYear, long_year};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

/// A point in time as written, with its distance from UTC where that is
/// written too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Date and time on the clock of the log.
    pub local: NaiveDateTime,
    /// Minutes east of UTC.
    pub offset: Option<i32>,
}

impl Moment {
    /// Seconds from another moment to this one. Where only one of both says
    /// its distance from UTC, both are taken as written.
    pub fn seconds_since(&self, earlier: &Self) -> f64 {
        let mut passed = self.local - earlier.local;
        if let (Some(own), Some(other)) = (self.offset, earlier.offset) {
            passed -= TimeDelta::minutes(i64::from(own - other));
        }
        #[expect(clippy::cast_precision_loss, reason = "230 years are 7e12 milliseconds")]
        let milliseconds = passed.num_milliseconds() as f64;
        milliseconds / 1000.0
    }
}

/// How dates are meant that can be read several ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DateForm {
    /// Which number of `03/04/2026` is the day.
    pub order: Option<DayMonthOrder>,
    /// Which number of `03/04/26` is the year.
    pub year: Option<ShortYear>,
}

/// Why a text is no moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MomentFault {
    /// Nothing written.
    Empty,
    /// Something else.
    NotAMoment,
    /// Day and month cannot be told apart, and no order was chosen.
    Order,
    /// No number has four digits, and nobody said which is the year.
    Year,
}

/// What a text says of the order of day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderHint {
    /// It has one reading.
    Clear,
    /// Only with the day first.
    DayFirst,
    /// Only with the month first.
    MonthFirst,
    /// It has two readings.
    Open,
}

/// Which order of day and month a text asks for; `None` if it is no moment
/// either way.
pub fn order_hint(text: &str, year: Option<ShortYear>) -> Option<OrderHint> {
    let read = |order| parse_moment(text.as_bytes(), DateForm { order: Some(order), year }).ok();
    let (day, month) = (read(DayMonthOrder::DayFirst), read(DayMonthOrder::MonthFirst));
    match (day, month) {
        (None, None) => None,
        (Some(_), None) => Some(OrderHint::DayFirst),
        (None, Some(_)) => Some(OrderHint::MonthFirst),
        (Some(one), Some(other)) if one == other => Some(OrderHint::Clear),
        (Some(_), Some(_)) => Some(OrderHint::Open),
    }
}

/// Reads `2026-10-31T09:30:15.250+01:00`, `2026-10-31 9:30`, `31.10.2026`,
/// `31/10/2026 09:30`, `10/31/2026 9:30 AM`, `31-Oct-2026 14:05:10`, `31 окт. 2026 г.`,
/// `2026年10月31日 14:05` and the like. A date alone is its first moment. Years have four digits, or two where somebody has said which number is
/// one, and lie from 1970 to 2199.
pub fn parse_moment(text: &[u8], form: DateForm) -> Result<Moment, MomentFault> {
    let mut at = Cursor { rest: text.trim_ascii() };
    if at.rest.is_empty() {
        return Err(MomentFault::Empty);
    }
    let date = match at.date(form) {
        Err(MomentFault::NotAMoment) => return worded_moment(text, form),
        date => date?,
    };
    let wrong = MomentFault::NotAMoment;
    let Some(separator) = at.rest.first() else {
        return Ok(Moment { local: date.and_time(NaiveTime::MIN), offset: None });
    };
    if !matches!(separator, b'T' | b't' | b' ' | b',') {
        return Err(wrong);
    }
    at.moment_of(date).ok_or(wrong)
}

/// Reads a moment whose month is a word or a sign: the date as tables of periods may
/// have it, the time as moments have it.
fn worded_moment(text: &[u8], form: DateForm) -> Result<Moment, MomentFault> {
    let wrong = MomentFault::NotAMoment;
    let text = std::str::from_utf8(text).map_err(|_| wrong)?;
    let (date, rest) = worded_date(text, form.year).map_err(|refusal| match refusal {
        PeriodRefusal::TwoDigitYear => MomentFault::Year,
        _ => wrong,
    })?;
    if rest.is_empty() {
        return Ok(Moment { local: date.and_time(NaiveTime::MIN), offset: None });
    }
    Cursor { rest: rest.as_bytes() }.moment_of(date).ok_or(wrong)
}

struct Cursor<'a> {
    rest: &'a [u8],
}

impl Cursor<'_> {
    /// The moment of a date by the time that follows it to the end.
    fn moment_of(mut self, date: NaiveDate) -> Option<Moment> {
        self.skip_blanks();
        let time = self.time()?;
        let offset = self.offset()?;
        self.rest.is_empty().then(|| Moment { local: date.and_time(time), offset })
    }

    fn skip_blanks(&mut self) {
        while let Some((b'T' | b't' | b' ' | b',', rest)) = self.rest.split_first() {
            self.rest = rest;
        }
    }

    fn take(&mut self, wanted: u8) -> bool {
        match self.rest.split_first() {
            Some((found, rest)) if *found == wanted => {
                self.rest = rest;
                true
            }
            _ => false,
        }
    }

    /// Digits, at most so many: their value and how many there are.
    fn digits(&mut self, most: usize) -> Option<(u32, usize)> {
        let count = self.rest.iter().take(most).take_while(|byte| byte.is_ascii_digit()).count();
        let (digits, rest) = self.rest.split_at_checked(count).filter(|_| count > 0)?;
        self.rest = rest;
        let value = digits.iter().fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
        Some((value, count))
    }

    fn date(&mut self, form: DateForm) -> Result<NaiveDate, MomentFault> {
        let wrong = MomentFault::NotAMoment;
        let (first, width) = self.digits(4).ok_or(wrong)?;
        let mark = *self.rest.first().ok_or(wrong)?;
        if !matches!(mark, b'-' | b'/' | b'.') || !self.take(mark) {
            return Err(wrong);
        }
        let (second, _) = self.digits(2).ok_or(wrong)?;
        if !self.take(mark) {
            return Err(wrong);
        }
        if width == 4 {
            let (day, _) = self.digits(2).ok_or(wrong)?;
            return date(first, second, day).ok_or(wrong);
        }
        let (third, digits) = self.digits(4).ok_or(wrong)?;
        let year = match (digits, form.year) {
            _ if width > 2 => return Err(wrong),
            (4, _) => third,
            (2, Some(ShortYear::Last)) => long_year(third),
            (1 | 2, Some(ShortYear::First)) if width == 2 => {
                return date(long_year(first), second, third).ok_or(wrong);
            }
            (1 | 2, None) => return Err(MomentFault::Year),
            _ => return Err(wrong),
        };
        let day_first = || date(year, second, first);
        let month_first = || date(year, first, second);
        match (mark, form.order) {
            // With dots the day stands first wherever dates are written so.
            (b'.', _) | (_, Some(DayMonthOrder::DayFirst)) => day_first().ok_or(wrong),
            (_, Some(DayMonthOrder::MonthFirst)) => month_first().ok_or(wrong),
            (_, None) => match (day_first(), month_first()) {
                (Some(one), Some(other)) if one == other => Ok(one),
                (Some(_), Some(_)) => Err(MomentFault::Order),
                (Some(only), None) | (None, Some(only)) => Ok(only),
                (None, None) => Err(wrong),
            },
        }
    }

    fn time(&mut self) -> Option<NaiveTime> {
        let (mut hour, _) = self.digits(2)?;
        let mut parts = [0, 0];
        for part in &mut parts {
            if self.take(b':') {
                let (value, width) = self.digits(2)?;
                *part = (width == 2).then_some(value)?;
            } else {
                break;
            }
        }
        let mut milliseconds = 0;
        if self.rest.first().is_some_and(|byte| matches!(byte, b'.' | b',')) {
            self.rest = self.rest.get(1..)?;
            let (value, width) = self.digits(3)?;
            milliseconds = value * [100, 10, 1].get(width - 1).copied()?;
            while self.digits(9).is_some() {}
        }
        if let Some((half, rest)) = half_of_day(self.rest) {
            if !(1..=12).contains(&hour) {
                return None;
            }
            hour = hour % 12 + 12 * u32::from(half);
            self.rest = rest;
        }
        let [minute, second] = parts;
        NaiveTime::from_hms_milli_opt(hour, minute, second, milliseconds)
    }

    /// `Z`, `+01:00`, `+0100`, `+01`, or nothing.
    #[expect(clippy::option_option, reason = "nothing written is no fault")]
    fn offset(&mut self) -> Option<Option<i32>> {
        self.skip_blanks();
        if self.rest.is_empty() {
            return Some(None);
        }
        if self.take(b'Z') || self.take(b'z') {
            return Some(Some(0));
        }
        let sign = if self.take(b'+') {
            1
        } else if self.take(b'-') {
            -1
        } else {
            return None;
        };
        let (hours, _) = self.digits(2)?;
        self.take(b':');
        let minutes = self.digits(2).map_or(0, |(minutes, _)| minutes);
        let fits = hours <= 15 && minutes < 60;
        i32::try_from(hours * 60 + minutes).ok().filter(|_| fits).map(|found| Some(sign * found))
    }
}

/// `AM` or `PM` with a blank before it or none; whether it is the second half.
fn half_of_day(text: &[u8]) -> Option<(bool, &[u8])> {
    let text = text.strip_prefix(b" ").unwrap_or(text);
    let (half, rest) = text.split_at_checked(2)?;
    match half.to_ascii_uppercase().as_slice() {
        b"AM" => Some((false, rest)),
        b"PM" => Some((true, rest)),
        _ => None,
    }
}

fn date(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let year = i32::try_from(year).ok().filter(|year| (1970..=2199).contains(year))?;
    NaiveDate::from_ymd_opt(year, month, day)
}
