//! Round steps: 1, 2, 2.5, 5 for numbers, days to decades for dates.
//!
//! No logarithm and no power is taken: their last bit differs between
//! platforms, and a golden picture must not.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Ticks of a value axis.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NumberTicks {
    /// Distance of two ticks.
    pub step: f64,
    /// The ticks, rising.
    pub values: Vec<f64>,
}

/// At most `most` ticks (at least one is allowed) within `low..=high`, both
/// finite and `low < high`, at the smallest step of 1, 2, 2.5 or 5 times a
/// power of ten that keeps to it.
pub fn number_ticks(low: f64, high: f64, most: usize) -> NumberTicks {
    let span = high - low;
    if !(span.is_finite() && span > 0.0) {
        return NumberTicks::default();
    }
    let most = most.clamp(1, 50);
    let mut exponent = 0_i32;
    // Start well below the step that can fit; at most some 340 rounds.
    while decimal(1, exponent) * 60.0 > span && exponent > -300 {
        exponent -= 1;
    }
    while decimal(1, exponent + 1) * 60.0 <= span && exponent < 300 {
        exponent += 1;
    }
    for power in exponent..exponent + 6 {
        for tenths in [10, 20, 25, 50] {
            let step = decimal(tenths, power - 1);
            let values = multiples(low, high, step, tenths, power - 1, most);
            if let Some(values) = values {
                return NumberTicks { step, values };
            }
        }
    }
    NumberTicks::default()
}

/// The multiples of a step within the range; `None` if more than `most`.
#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)]
fn multiples(
    low: f64,
    high: f64,
    step: f64,
    tenths: i64,
    exponent: i32,
    most: usize,
) -> Option<Vec<f64>> {
    let (first, last) = ((low / step).ceil(), (high / step).floor());
    if last - first >= most as f64 {
        return None;
    }
    // Below 1e15 / step the quotient is a whole number an i64 can hold.
    let (first, last) = (first as i64, last as i64);
    Some((first..=last).map(|count| decimal(count.saturating_mul(tenths), exponent)).collect())
}

/// `whole × 10^exponent`, correctly rounded for the magnitudes of a chart
/// (divided, not multiplied, for negative exponents: 0.3, never 0.30000000000000004).
#[allow(clippy::cast_precision_loss)]
fn decimal(whole: i64, exponent: i32) -> f64 {
    let power = (0..exponent.unsigned_abs()).fold(1.0_f64, |power, _| power * 10.0);
    if exponent < 0 { whole as f64 / power } else { whole as f64 * power }
}

/// What a tick of the time axis names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CalendarUnit {
    /// A day.
    Day,
    /// A month.
    Month,
    /// Three months, beginning in January, April, July or October.
    Quarter,
    /// A year.
    Year,
}

impl CalendarUnit {
    /// Where the name of the unit that begins on `start` stands when the points
    /// are values of a `points_of` each: below the point itself, which lies on
    /// the last day of its period, or in the middle of all points it names. The
    /// name of a day stands on the day.
    pub fn place(self, start: NaiveDate, points_of: Self) -> Option<NaiveDate> {
        let months = match self {
            Self::Day => return Some(start),
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        };
        let last = start.checked_add_months(chrono::Months::new(months))?.pred_opt()?;
        if points_of >= self { Some(last) } else { Some(start + (last - start) / 2) }
    }
}

/// A round step of the time axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalendarStep {
    /// Every day.
    Days,
    /// Every Monday.
    Weeks,
    /// Every so many months, counted from January: a divisor of twelve.
    Months(u32),
    /// Every so many years, counted from the year nought.
    Years(u32),
}

impl CalendarStep {
    /// Every step, finest first.
    pub const ALL: [Self; 12] = [
        Self::Days,
        Self::Weeks,
        Self::Months(1),
        Self::Months(2),
        Self::Months(3),
        Self::Months(6),
        Self::Years(1),
        Self::Years(2),
        Self::Years(5),
        Self::Years(10),
        Self::Years(25),
        Self::Years(100),
    ];

    /// What a tick at this step names.
    pub const fn unit(self) -> CalendarUnit {
        match self {
            Self::Days | Self::Weeks => CalendarUnit::Day,
            Self::Months(3) => CalendarUnit::Quarter,
            Self::Months(_) => CalendarUnit::Month,
            Self::Years(_) => CalendarUnit::Year,
        }
    }

    /// The shortest distance of two ticks, in days.
    pub fn days(self) -> f64 {
        match self {
            Self::Days => 1.0,
            Self::Weeks => 7.0,
            Self::Months(count) => f64::from(count) * 30.4 - 2.0,
            Self::Years(count) => f64::from(count) * 365.0,
        }
    }

    /// The ticks within `from..=to`; empty when there would be more than `most`.
    pub fn ticks(self, from: NaiveDate, to: NaiveDate, most: usize) -> Vec<NaiveDate> {
        let mut ticks = Vec::new();
        let mut next = self.first(from);
        while let Some(date) = next.filter(|date| *date <= to) {
            if ticks.len() >= most {
                return Vec::new();
            }
            ticks.push(date);
            next = self.after(date);
        }
        ticks
    }

    /// The units of this step that are named within `from..=to`, each with the
    /// place of its name for points that are values of a `points_of` each; empty
    /// when there would be more than `most`.
    pub fn named(
        self,
        (from, to): (NaiveDate, NaiveDate),
        points_of: CalendarUnit,
        most: usize,
    ) -> Vec<(NaiveDate, NaiveDate)> {
        // The unit that runs when the axis begins may be named within it.
        let early = from.checked_sub_months(chrono::Months::new(12)).unwrap_or(from);
        let starts =
            self.ticks(if self.unit() == CalendarUnit::Day { from } else { early }, to, most);
        let placed = starts.into_iter().filter_map(|start| {
            let place = self.unit().place(start, points_of)?;
            (from <= place && place <= to).then_some((start, place))
        });
        placed.collect()
    }

    /// The first tick on or after `from`.
    fn first(self, from: NaiveDate) -> Option<NaiveDate> {
        let start = match self {
            Self::Days => return Some(from),
            Self::Weeks => from.week(Weekday::Mon).checked_first_day()?,
            Self::Months(count) => {
                let month = from.month0() - from.month0() % count.max(1) + 1;
                NaiveDate::from_ymd_opt(from.year(), month, 1)?
            }
            Self::Years(count) => {
                let past = from.year().rem_euclid(i32::try_from(count.max(1)).ok()?);
                NaiveDate::from_ymd_opt(from.year() - past, 1, 1)?
            }
        };
        if start < from { self.after(start) } else { Some(start) }
    }

    /// The tick after the tick `date`.
    fn after(self, date: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Days => date.succ_opt(),
            Self::Weeks => date.checked_add_days(Days::new(7)),
            Self::Months(count) => date.checked_add_months(chrono::Months::new(count.max(1))),
            Self::Years(count) => {
                date.checked_add_months(chrono::Months::new(count.max(1).saturating_mul(12)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn number_ticks_stand_on_round_decimals() {
        assert_eq!(number_ticks(0.0, 1.0, 6).values, [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        assert_eq!(number_ticks(-7.0, 12.0, 5).values, [-5.0, 0.0, 5.0, 10.0]);
        assert_eq!(number_ticks(0.05, 0.4, 4).values, [0.1, 0.2, 0.3, 0.4]);
        assert_eq!(number_ticks(30.0, 80.0, 3).values, [40.0, 60.0, 80.0]);
        assert_eq!(number_ticks(0.0, 9.0, 4).values, [0.0, 2.5, 5.0, 7.5]);
    }

    #[test]
    fn a_range_that_is_no_range_has_no_ticks() {
        for (low, high) in [(1.0, 1.0), (2.0, 1.0), (f64::NAN, 1.0), (0.0, f64::INFINITY)] {
            assert!(number_ticks(low, high, 5).values.is_empty());
        }
    }

    #[test]
    fn a_name_stands_below_its_point_or_amid_the_points_it_names() {
        let span = (day("2026-01-31"), day("2026-10-31"));
        let named = |step: CalendarStep, points_of| step.named(span, points_of, 600);
        let months = named(CalendarStep::Months(1), CalendarUnit::Month);
        assert_eq!(months.first(), Some(&(day("2026-01-01"), day("2026-01-31"))));
        assert_eq!(months.last(), Some(&(day("2026-10-01"), day("2026-10-31"))));
        assert_eq!(months.len(), 10);
        // The quarter of several months is named in its middle.
        let quarters = named(CalendarStep::Months(3), CalendarUnit::Month);
        assert_eq!(quarters.first(), Some(&(day("2026-01-01"), day("2026-02-14"))));
        assert_eq!(quarters.len(), 3);
        let days = named(CalendarStep::Days, CalendarUnit::Day);
        assert_eq!(days.first(), Some(&(day("2026-01-31"), day("2026-01-31"))));
    }

    #[test]
    fn date_ticks_stand_on_round_calendar_steps() {
        let (from, to) = (day("2025-11-20"), day("2026-07-01"));
        assert_eq!(
            CalendarStep::Months(3).ticks(from, to, 9),
            [day("2026-01-01"), day("2026-04-01"), day("2026-07-01")]
        );
        assert_eq!(
            CalendarStep::Years(5).ticks(day("1998-01-02"), day("2007-01-01"), 9),
            [day("2000-01-01"), day("2005-01-01")]
        );
        assert_eq!(
            CalendarStep::Weeks.ticks(day("2026-10-14"), day("2026-10-27"), 9),
            [day("2026-10-19"), day("2026-10-26")]
        );
        assert!(CalendarStep::Days.ticks(from, to, 20).is_empty());
    }

    proptest! {
        #[test]
        fn ticks_lie_within_the_range_and_are_not_too_many(
            low in -1e15f64..1e15, span in 1e-3f64..1e15, most in 1usize..12,
        ) {
            let ticks = number_ticks(low, low + span, most);
            prop_assert!(ticks.values.len() <= most);
            for pair in ticks.values.windows(2) {
                prop_assert!(pair[1] > pair[0]);
            }
            let slack = ticks.step * 1e-6 + low.abs() * 1e-15;
            for tick in &ticks.values {
                prop_assert!(*tick >= low - slack && *tick <= low + span + slack);
            }
        }

        #[test]
        fn an_axis_with_room_for_five_shows_at_least_two(
            low in -1e6f64..1e6, span in 1e-3f64..1e6,
        ) {
            prop_assert!(number_ticks(low, low + span, 5).values.len() >= 2);
        }
    }
}
