//! Calendar periods: the days, weeks, months, quarters and years that
//! measurements belong to. Dates are calendar dates without a time zone.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use std::fmt;

/// How often an indicator is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cadence {
    /// One value a calendar day.
    Day,
    /// One value an ISO week, Monday to Sunday.
    Week,
    /// One value a calendar month.
    Month,
    /// One value a quarter of the fiscal year.
    Quarter,
    /// One value a fiscal year.
    Year,
}

impl Cadence {
    /// Every cadence, shortest first.
    pub const ALL: [Self; 5] = [Self::Day, Self::Week, Self::Month, Self::Quarter, Self::Year];
}

/// The month a fiscal year begins with, 1 to 12. The fiscal year bears the
/// number of the calendar year in which it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FiscalStart(u32);

impl FiscalStart {
    /// A fiscal year that is the calendar year.
    pub const JANUARY: Self = Self(1);

    /// `None` unless `month` is 1 to 12.
    pub fn new(month: u32) -> Option<Self> {
        (1..=12).contains(&month).then_some(Self(month))
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0
    }
}

/// Why a text names no period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a period between 1970 and 2199: write 2026-10, 2026-W42, 2026-Q4, 2026 or 2026-10-31"
)]
pub struct PeriodError(pub String);

/// One period, written `2026-10-31`, `2026-W42`, `2026-10`, `2026-Q4` or
/// `2026`. Periods of one cadence sort by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// Calendar year; ISO year for weeks; fiscal year for quarters and years.
    year: i32,
    part: Part,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Part {
    Day { month: u32, day: u32 },
    Week(u32),
    Month(u32),
    Quarter(u32),
    Year,
}

/// Whether a date lies between 1970-01-01 and 2199-12-31, the stated limits.
pub fn date_in_range(date: NaiveDate) -> bool {
    (1970..=2199).contains(&date.year())
}

impl Period {
    /// Reads one of the five spellings.
    pub fn parse(text: &str) -> Result<Self, PeriodError> {
        Self::read(text).ok_or_else(|| PeriodError(text.chars().take(40).collect()))
    }

    fn read(text: &str) -> Option<Self> {
        let number = |text: &str, digits: usize| {
            let fits = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
            if fits { text.parse::<u32>().ok() } else { None }
        };
        let (year, rest) = match text.split_once('-') {
            Some((year, rest)) => (year, Some(rest)),
            None => (text, None),
        };
        let year = i32::try_from(number(year, 4)?).ok()?;
        let part = match rest {
            None => Part::Year,
            Some(rest) => match rest.as_bytes().first()? {
                b'W' => Part::Week(number(&rest[1..], 2)?),
                b'Q' => Part::Quarter(number(&rest[1..], 1)?),
                _ => match rest.split_once('-') {
                    Some((month, day)) => {
                        Part::Day { month: number(month, 2)?, day: number(day, 2)? }
                    }
                    None => Part::Month(number(rest, 2)?),
                },
            },
        };
        let period = Self { year, part };
        // The calendar itself says whether the parts exist.
        let first = period.first_day_checked(FiscalStart::JANUARY)?;
        date_in_range(first).then_some(period)
    }

    /// The period of this cadence in which a date falls.
    pub fn containing(date: NaiveDate, cadence: Cadence, fiscal: FiscalStart) -> Self {
        let (year, month) = (date.year(), date.month());
        let before_fiscal = month < fiscal.month();
        let fiscal_year = if before_fiscal { year - 1 } else { year };
        match cadence {
            Cadence::Day => Self { year, part: Part::Day { month, day: date.day() } },
            Cadence::Week => {
                let week = date.iso_week();
                Self { year: week.year(), part: Part::Week(week.week()) }
            }
            Cadence::Month => Self { year, part: Part::Month(month) },
            Cadence::Quarter => {
                let months_in = (month + 12 - fiscal.month()) % 12;
                Self { year: fiscal_year, part: Part::Quarter(months_in / 3 + 1) }
            }
            Cadence::Year => Self { year: fiscal_year, part: Part::Year },
        }
    }

    /// The cadence this period belongs to.
    pub fn cadence(&self) -> Cadence {
        match self.part {
            Part::Day { .. } => Cadence::Day,
            Part::Week(_) => Cadence::Week,
            Part::Month(_) => Cadence::Month,
            Part::Quarter(_) => Cadence::Quarter,
            Part::Year => Cadence::Year,
        }
    }

    /// Calendar, ISO or fiscal year, as the cadence has it.
    pub fn year(&self) -> i32 {
        self.year
    }

    fn first_day_checked(&self, fiscal: FiscalStart) -> Option<NaiveDate> {
        let fiscal_first = NaiveDate::from_ymd_opt(self.year, fiscal.month(), 1)?;
        match self.part {
            Part::Day { month, day } => NaiveDate::from_ymd_opt(self.year, month, day),
            Part::Week(week) => NaiveDate::from_isoywd_opt(self.year, week, Weekday::Mon),
            Part::Month(month) => NaiveDate::from_ymd_opt(self.year, month, 1),
            Part::Quarter(quarter @ 1..=4) => {
                fiscal_first.checked_add_months(Months::new(3 * (quarter - 1)))
            }
            Part::Quarter(_) => None,
            Part::Year => Some(fiscal_first),
        }
    }

    /// The first day of the period.
    pub fn first_day(&self, fiscal: FiscalStart) -> NaiveDate {
        // Every Period was made from parts the calendar knows.
        self.first_day_checked(fiscal).unwrap_or_default()
    }

    /// The last day of the period.
    pub fn last_day(&self, fiscal: FiscalStart) -> NaiveDate {
        let first = self.first_day(fiscal);
        let after = match self.cadence() {
            Cadence::Day => return first,
            Cadence::Week => first.checked_add_days(Days::new(7)),
            Cadence::Month => first.checked_add_months(Months::new(1)),
            Cadence::Quarter => first.checked_add_months(Months::new(3)),
            Cadence::Year => first.checked_add_months(Months::new(12)),
        };
        after.and_then(|date| date.pred_opt()).unwrap_or(first)
    }

    /// The period that follows.
    #[must_use]
    pub fn next(&self, fiscal: FiscalStart) -> Self {
        let last = self.last_day(fiscal);
        let after = last.succ_opt().unwrap_or(last);
        Self::containing(after, self.cadence(), fiscal)
    }

    /// The period before.
    #[must_use]
    pub fn previous(&self, fiscal: FiscalStart) -> Self {
        let first = self.first_day(fiscal);
        let before = first.pred_opt().unwrap_or(first);
        Self::containing(before, self.cadence(), fiscal)
    }

    /// The same period so many months later (earlier when negative); days
    /// past the end of a shorter month become its last day.
    #[must_use]
    pub fn shifted(&self, months: i32, fiscal: FiscalStart) -> Self {
        Self::containing(shift_months(self.first_day(fiscal), months), self.cadence(), fiscal)
    }
}

/// A date moved by whole months; a day past the month's end becomes its last.
pub fn shift_months(date: NaiveDate, months: i32) -> NaiveDate {
    let distance = Months::new(months.unsigned_abs());
    let moved = if months < 0 {
        date.checked_sub_months(distance)
    } else {
        date.checked_add_months(distance)
    };
    moved.unwrap_or(date)
}

impl fmt::Display for Period {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.part {
            Part::Day { month, day } => write!(formatter, "{}-{month:02}-{day:02}", self.year),
            Part::Week(week) => write!(formatter, "{}-W{week:02}", self.year),
            Part::Month(month) => write!(formatter, "{}-{month:02}", self.year),
            Part::Quarter(quarter) => write!(formatter, "{}-Q{quarter}", self.year),
            Part::Year => write!(formatter, "{}", self.year),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("test dates are dates")
    }

    fn period(text: &str) -> Period {
        Period::parse(text).expect("test periods are periods")
    }

    #[test]
    fn the_five_spellings_are_read_and_written_alike() {
        for text in ["2026-10-31", "2026-W42", "2026-10", "2026-Q4", "2026", "2024-02-29"] {
            assert_eq!(period(text).to_string(), text);
        }
    }

    #[test]
    fn what_no_calendar_knows_is_refused() {
        let wrong = [
            "",
            "26",
            "2026-13",
            "2026-00",
            "2026-Q5",
            "2026-Q0",
            "2025-W53",
            "2026-02-29",
            "1969",
            "2200-01",
            "0000",
            "2026-1",
            "2026-10-1",
            "-2026",
            "2026-",
            "262143",
            "2026-W1",
            "２０２６",
        ];
        for text in wrong {
            assert!(Period::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_week_runs_from_monday_to_sunday_across_the_year() {
        // ISO 8601: 2026-W53 is 28 December 2026 to 3 January 2027.
        let week = period("2026-W53");
        assert_eq!(week.first_day(FiscalStart::JANUARY), date("2026-12-28"));
        assert_eq!(week.last_day(FiscalStart::JANUARY), date("2027-01-03"));
        assert_eq!(
            Period::containing(date("2027-01-01"), Cadence::Week, FiscalStart::JANUARY),
            week
        );
    }

    #[test]
    fn quarters_follow_the_fiscal_year() {
        let april = FiscalStart::new(4).expect("April is a month");
        let quarter = period("2026-Q4");
        assert_eq!(quarter.first_day(april), date("2027-01-01"));
        assert_eq!(quarter.last_day(april), date("2027-03-31"));
        assert_eq!(quarter.next(april), period("2027-Q1"));
        assert_eq!(Period::containing(date("2027-02-10"), Cadence::Year, april), period("2026"));
    }

    proptest! {
        #[test]
        fn a_period_holds_the_day_it_was_made_from(
            days in 0u64..83_000, cadence in 0usize..5, month in 1u32..=12,
        ) {
            let fiscal = FiscalStart::new(month).expect("1 to 12");
            let day = date("1971-01-01") + Days::new(days);
            let period = Period::containing(day, Cadence::ALL[cadence], fiscal);
            prop_assert!(period.first_day(fiscal) <= day && day <= period.last_day(fiscal));
            prop_assert_eq!(Period::parse(&period.to_string()), Ok(period));
            prop_assert_eq!(period.next(fiscal).previous(fiscal), period);
            prop_assert!(period < period.next(fiscal));
        }
    }
}
