//! What is expected on a day on the way from a baseline to a target.

use chrono::NaiveDate;

/// A value on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DatedValue {
    /// The day.
    pub date: NaiveDate,
    /// The value.
    pub value: f64,
}

/// The day lies before the baseline, where nothing is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the day lies before the baseline")]
pub struct BeforeBaseline;

/// The value on the straight line from `baseline` to `target`, by calendar
/// days; from the target's day on the target itself.
pub fn expected_value(
    baseline: DatedValue,
    target: DatedValue,
    day: NaiveDate,
) -> Result<f64, BeforeBaseline> {
    if day >= target.date {
        return Ok(target.value);
    }
    if day < baseline.date {
        return Err(BeforeBaseline);
    }
    let passed = days_between(baseline.date, day) / days_between(baseline.date, target.date);
    Ok(baseline.value + (target.value - baseline.value) * passed)
}

fn days_between(from: NaiveDate, to: NaiveDate) -> f64 {
    // chrono's whole range is under 200 million days.
    i32::try_from((to - from).num_days()).map_or(f64::INFINITY, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Days;
    use proptest::prelude::*;

    fn on(date: &str, value: f64) -> DatedValue {
        DatedValue { date: day(date), value }
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("test dates are dates")
    }

    #[test]
    fn the_way_is_a_straight_line_and_then_the_target() {
        let (baseline, target) = (on("2026-10-31", 62.0), on("2026-11-10", 80.0));
        assert_eq!(expected_value(baseline, target, day("2026-10-31")), Ok(62.0));
        assert_eq!(expected_value(baseline, target, day("2026-11-05")), Ok(71.0));
        assert_eq!(expected_value(baseline, target, day("2026-11-10")), Ok(80.0));
        assert_eq!(expected_value(baseline, target, day("2027-11-10")), Ok(80.0));
    }

    #[test]
    fn nothing_is_expected_before_the_baseline() {
        let (baseline, target) = (on("2026-10-31", 62.0), on("2027-03-31", 80.0));
        assert_eq!(expected_value(baseline, target, day("2026-10-30")), Err(BeforeBaseline));
    }

    #[test]
    fn a_target_due_on_or_before_the_day_of_the_baseline_is_expected_at_once() {
        let (baseline, target) = (on("2026-10-31", 62.0), on("2026-10-31", 80.0));
        assert_eq!(expected_value(baseline, target, day("2026-10-31")), Ok(80.0));
        assert_eq!(expected_value(baseline, target, day("2026-10-30")), Err(BeforeBaseline));
        let overdue = on("2026-09-30", 80.0);
        assert_eq!(expected_value(baseline, overdue, day("2026-10-15")), Ok(80.0));
    }

    proptest! {
        #[test]
        fn the_line_stays_between_its_ends_and_keeps_its_direction(
            from in -1e15f64..1e15, to in -1e15f64..1e15,
            length in 1u64..84_000, first in 0u64..84_000, second in 0u64..84_000,
        ) {
            let start = day("1970-01-01");
            let (baseline, target) =
                (DatedValue { date: start, value: from }, DatedValue { date: start + Days::new(length), value: to });
            let at = |days: u64| expected_value(baseline, target, start + Days::new(days)).expect("after");
            let (early, late) = (at(first.min(second)), at(first.max(second)));
            prop_assert!(from.min(to) <= early && early <= from.max(to));
            let slack = from.abs().max(to.abs()) * 4.0 * f64::EPSILON;
            let progress = if from <= to { late - early } else { early - late };
            prop_assert!(progress >= -slack);
        }
    }
}
