//! The business clock: durations that pass only while somebody is there.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use std::collections::BTreeSet;

/// Seconds of a day.
const DAY: u32 = 86_400;

/// Hours of one day of the week, in minutes since midnight; the end lies after
/// the start and at 24:00 at the latest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    from: u16,
    to: u16,
}

/// Why two times are no hours of business.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("hours are written 09:00-17:00, the later time last")]
pub struct HoursError;

impl Hours {
    /// Hours between two times of a day, in minutes since midnight.
    pub fn new(from: u16, to: u16) -> Result<Self, HoursError> {
        if from < to && to <= 1440 { Ok(Self { from, to }) } else { Err(HoursError) }
    }

    /// Reads `09:00-17:00`; a dash of any kind, and `9:00` for `09:00`.
    pub fn parse(text: &str) -> Result<Self, HoursError> {
        let (from, to) = text.split_once(['-', '–', '—']).ok_or(HoursError)?;
        Self::new(minute(from)?, minute(to)?)
    }

    /// Minute of the day on which they begin.
    pub fn from(self) -> u16 {
        self.from
    }

    /// Minute of the day on which they end.
    pub fn to(self) -> u16 {
        self.to
    }

    fn seconds(self) -> u32 {
        u32::from(self.to - self.from) * 60
    }

    /// Seconds that have passed at a second of the day.
    fn passed(self, second: u32) -> u32 {
        second.min(u32::from(self.to) * 60).saturating_sub(u32::from(self.from) * 60)
    }
}

impl std::fmt::Display for Hours {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (from, to) = (self.from, self.to);
        let (hour, minute) = (from / 60, from % 60);
        write!(formatter, "{hour:02}:{minute:02}-{:02}:{:02}", to / 60, to % 60)
    }
}

fn minute(text: &str) -> Result<u16, HoursError> {
    let (hour, minute) = text.trim().split_once(':').ok_or(HoursError)?;
    let digits = |text: &str, most: usize| {
        let fits = (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        if fits { text.parse::<u16>().map_err(|_| HoursError) } else { Err(HoursError) }
    };
    let (hour, minute) = (digits(hour, 2)?, digits(minute, 2)?);
    if minute < 60 && hour <= 24 { Ok(hour * 60 + minute) } else { Err(HoursError) }
}

/// When business is open: hours by day of the week, and days that are closed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BusinessClock {
    /// Hours from Monday to Sunday; `None` when closed.
    pub week: [Option<Hours>; 7],
    /// Days that are closed.
    pub holidays: BTreeSet<NaiveDate>,
}

impl BusinessClock {
    /// Whether it is open at any time of the week.
    pub fn ever_opens(&self) -> bool {
        self.week.iter().any(Option::is_some)
    }

    /// The hours of a day.
    pub fn hours(&self, day: NaiveDate) -> Option<Hours> {
        let weekday = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or_default();
        let hours = self.week.get(weekday).copied().flatten();
        hours.filter(|_| !self.holidays.contains(&day))
    }

    /// Seconds of business between two moments; negative when `to` is the
    /// earlier. Its cost grows with the days between: for many durations take
    /// [`BusinessClock::table`].
    pub fn seconds_between(&self, from: NaiveDateTime, to: NaiveDateTime) -> i64 {
        if to < from {
            return -self.seconds_between(to, from);
        }
        let passed = |at: NaiveDateTime| {
            let second = at.num_seconds_from_midnight();
            self.hours(at.date()).map_or(0, |hours| i64::from(hours.passed(second)))
        };
        let whole: i64 = from
            .date()
            .iter_days()
            .take_while(|day| *day < to.date())
            .filter_map(|day| self.hours(day))
            .map(|hours| i64::from(hours.seconds()))
            .sum();
        whole - passed(from) + passed(to)
    }

    /// The same for many durations within some years, each at the same small
    /// cost.
    pub fn table(&self, first: NaiveDate, last: NaiveDate) -> ClockTable {
        let mut opened = Vec::new();
        let mut before = 0u64;
        for day in first.iter_days().take_while(|day| *day <= last) {
            let hours = self.hours(day);
            opened.push((before, hours));
            before += hours.map_or(0, |hours| u64::from(hours.seconds()));
        }
        ClockTable { first, opened }
    }
}

/// Seconds of business before each day of a stretch.
#[derive(Debug, Clone, PartialEq)]
pub struct ClockTable {
    first: NaiveDate,
    opened: Vec<(u64, Option<Hours>)>,
}

impl ClockTable {
    /// Seconds of business between two moments, both within its days; `None`
    /// when one is not.
    pub fn seconds_between(&self, from: NaiveDateTime, to: NaiveDateTime) -> Option<i64> {
        Some(self.at(to)? - self.at(from)?)
    }

    fn at(&self, moment: NaiveDateTime) -> Option<i64> {
        let place = usize::try_from((moment.date() - self.first).num_days()).ok()?;
        let (before, hours) = self.opened.get(place)?;
        let second = moment.num_seconds_from_midnight().min(DAY);
        let today = hours.map_or(0, |hours| hours.passed(second));
        i64::try_from(before + u64::from(today)).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Days, TimeDelta};
    use proptest::prelude::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a moment")
    }

    fn office() -> BusinessClock {
        let nine_to_five = Hours::parse("09:00-17:00").ok();
        let mut week = [nine_to_five; 7];
        (week[5], week[6]) = (Hours::parse("10:00–12:30").ok(), None);
        BusinessClock { week, holidays: BTreeSet::from([at("2026-11-25 00:00").date()]) }
    }

    #[test]
    fn hours_are_read_and_written() {
        let hours = Hours::parse(" 8:30 – 24:00").expect("hours");
        assert_eq!((hours.to_string().as_str(), hours.from()), ("08:30-24:00", 510));
        for wrong in [
            "",
            "9-17",
            "09:00",
            "17:00-09:00",
            "09:00-09:00",
            "09:60-10:00",
            "1:00-25:00",
            "٠٩:00-10:00",
        ] {
            assert_eq!(Hours::parse(wrong), Err(HoursError), "{wrong}");
        }
    }

    #[test]
    fn nights_weekends_and_holidays_do_not_count() {
        let clock = office();
        let hours = |from, to| clock.seconds_between(at(from), at(to)) / 60;
        // Monday 23 November 2026 to Tuesday: the night is left out.
        assert_eq!(hours("2026-11-23 16:30", "2026-11-24 09:15"), 45);
        // Tuesday to Thursday over a holiday.
        assert_eq!(hours("2026-11-24 16:00", "2026-11-26 10:00"), 120);
        // Friday evening to Monday: two and a half hours of Saturday.
        assert_eq!(hours("2026-11-27 18:00", "2026-11-30 09:00"), 150);
        assert_eq!(hours("2026-11-29 08:00", "2026-11-29 20:00"), 0);
        assert_eq!(hours("2026-11-24 09:15", "2026-11-23 16:30"), -45);
    }

    proptest! {
        #[test]
        fn table_and_clock_agree_with_counting_every_minute(start in 0u64..60_000, length in 0i64..6_000) {
            let clock = office();
            let first = at("2026-10-01 00:00").date();
            let from = first.and_hms_opt(0, 0, 0).expect("midnight")
                + TimeDelta::minutes(i64::try_from(start).expect("small"));
            let to = from + TimeDelta::minutes(length);
            let open = |minute: i64| {
                let moment = from + TimeDelta::minutes(minute);
                let now = u16::try_from(moment.hour() * 60 + moment.minute()).expect("of a day");
                clock.hours(moment.date()).is_some_and(|h| h.from() <= now && now < h.to())
            };
            let counted = i64::try_from((0..length).filter(|minute| open(*minute)).count()).expect("small");
            prop_assert_eq!(clock.seconds_between(from, to), counted * 60);
            let table = clock.table(first, first + Days::new(60));
            prop_assert_eq!(table.seconds_between(from, to), Some(counted * 60));
        }
    }
}
