//! Targets that change: values expected on the way, by period.

use super::indicator::{Baseline, Direction, Indicator};
use crate::base::{Cadence, FiscalStart, Period, checked};
use crate::statistics::{DatedValue, expected_value};
use chrono::{Days, NaiveDate};

/// What is expected in one period, and from then on until the next step: a value,
/// or a [band](super::BandStep).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TargetStep<V = f64> {
    /// The period it begins with.
    pub period: Period,
    /// In the indicator's unit.
    pub value: V,
}

/// The last step that has begun by a day; `None` before the first.
pub fn step_on<V: Copy>(
    steps: &[TargetStep<V>],
    day: NaiveDate,
    fiscal: FiscalStart,
) -> Option<TargetStep<V>> {
    let begun = steps.iter().filter(|step| step.period.first_day(fiscal) <= day);
    begun.max_by_key(|step| step.period.first_day(fiscal)).copied()
}

/// The steps as corners of a line that is level within each and ends at the
/// target.
pub(super) fn corners<V: Copy>(
    steps: &[TargetStep<V>],
    (due, target): (NaiveDate, V),
    fiscal: FiscalStart,
) -> Vec<(NaiveDate, V)> {
    let mut corners: Vec<(NaiveDate, V)> = Vec::with_capacity(2 * steps.len() + 1);
    let mut before_due: Vec<&TargetStep<V>> =
        steps.iter().filter(|step| step.period.first_day(fiscal) < due).collect();
    before_due.sort_by_key(|step| step.period.first_day(fiscal));
    for step in before_due {
        let begin = step.period.first_day(fiscal);
        if let Some((_, before)) = corners.last().copied()
            && let Some(eve) = begin.checked_sub_days(Days::new(1))
            && corners.last().is_some_and(|(day, _)| *day < eve)
        {
            corners.push((eve, before));
        }
        corners.push((begin, step.value));
    }
    let Some((last, value)) = corners.last().copied() else { return Vec::new() };
    if let Some(eve) = due.checked_sub_days(Days::new(1))
        && last < eve
    {
        corners.push((eve, value));
    }
    corners.push((due, target));
    corners
}

/// A shape a list of steps can be filled with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepShape {
    /// The target from the first period on.
    Flat,
    /// One value a quarter, on the straight line at its end.
    Quarters,
    /// One value a period, on the straight line at its end.
    Line,
}

impl StepShape {
    /// As offered in a form.
    pub const ALL: [Self; 3] = [Self::Flat, Self::Quarters, Self::Line];

    /// How often it steps in an indicator of a cadence; `None` for the flat one.
    pub(super) fn cadence(self, measured: Cadence) -> Option<Cadence> {
        match self {
            Self::Flat => None,
            // A year has no quarters to step in.
            Self::Quarters if measured != Cadence::Year => Some(Cadence::Quarter),
            Self::Quarters | Self::Line => Some(measured),
        }
    }
}

/// As many steps as anybody would write down.
pub(super) const MOST: usize = 600;

/// Steps of a shape from the period after the baseline, or else the one of
/// `today`, to the due date. `None` without a target and due date, for a band,
/// and for a line without a baseline to draw it from.
pub fn shaped(
    indicator: &Indicator,
    shape: StepShape,
    today: NaiveDate,
    fiscal: FiscalStart,
) -> Option<Vec<TargetStep>> {
    let target = &indicator.target;
    let (aim, due) = (target.value?, target.due?);
    if indicator.direction == Some(Direction::Within) {
        return None;
    }
    let from = match indicator.baseline {
        Baseline::Known { value, period } => {
            Some(DatedValue { date: period.last_day(fiscal), value })
        }
        Baseline::Unset | Baseline::NoneYet => None,
    };
    let begin = from.and_then(|from| from.date.succ_opt()).unwrap_or(today);
    let Some(cadence) = shape.cadence(indicator.cadence) else {
        let period = Period::containing(begin, indicator.cadence, fiscal);
        return Some(vec![TargetStep { period, value: aim }]);
    };
    let (from, to) = (from?, DatedValue { date: due, value: aim });
    let begin = Period::containing(begin, cadence, fiscal);
    let step = |period: Period| {
        let value = expected_value(from, to, period.last_day(fiscal)).ok()?;
        Some(TargetStep { period, value: rounded(value, (aim - from.value).abs()) })
    };
    periods(begin, due, fiscal).map(step).collect()
}

/// The periods one after the other from one on, up to the due date.
pub(super) fn periods(
    begin: Period,
    due: NaiveDate,
    fiscal: FiscalStart,
) -> impl Iterator<Item = Period> {
    let all = std::iter::successors(Some(begin), move |period| Some(period.next(fiscal)));
    all.take_while(move |period| period.first_day(fiscal) <= due).take(MOST)
}

/// To a thousandth of the way: what is worked out shows no more digits than
/// anybody could mean.
pub(super) fn rounded(value: f64, way: f64) -> f64 {
    if way <= 0.0 {
        return value;
    }
    let unit = 10_f64.powf((way / 1000.0).log10().ceil());
    // Through text: 0.1 × 3 shall be 0.3.
    let steps = (value / unit).round();
    let decimals = (-unit.log10()).max(0.0).round();
    let text =
        format!("{:.*}", if decimals < 12.0 { as_count(decimals) } else { 12 }, steps * unit);
    text.parse().ok().and_then(|value| checked(value).ok()).unwrap_or(value)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between 0 and 12 by the check before it"
)]
fn as_count(decimals: f64) -> usize {
    decimals as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Id, IdKind};
    use crate::kpi::{Measure, Target};
    use proptest::prelude::*;

    const FISCAL: FiscalStart = FiscalStart::JANUARY;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("test dates are dates")
    }

    fn step(period: &str, value: f64) -> TargetStep {
        TargetStep { period: Period::parse(period).expect("a period"), value }
    }

    /// From 60 in December 2025 to 84 by the end of 2026.
    fn rising() -> Indicator {
        Indicator {
            direction: Some(Direction::Up),
            baseline: Baseline::Known {
                value: 60.0,
                period: Period::parse("2025-12").expect("one"),
            },
            target: Target { value: Some(84.0), due: Some(day("2026-12-31")), ..Target::default() },
            ..Indicator::new(Id::new(IdKind::Indicator, 1), Measure::Number)
        }
    }

    fn told(shape: StepShape) -> Vec<(String, f64)> {
        let steps = shaped(&rising(), shape, day("2026-11-22"), FISCAL).expect("a shape");
        steps.iter().map(|step| (step.period.to_string(), step.value)).collect()
    }

    #[test]
    fn a_step_holds_until_the_next_and_nothing_before_the_first() {
        let steps = [step("2026-Q1", 65.0), step("2026-07", 75.0)];
        let at = |text: &str| step_on(&steps, day(text), FISCAL).map(|step| step.value);
        assert_eq!(at("2025-12-31"), None);
        assert_eq!((at("2026-01-01"), at("2026-06-30")), (Some(65.0), Some(65.0)));
        assert_eq!((at("2026-07-01"), at("2027-01-01")), (Some(75.0), Some(75.0)));
    }

    #[test]
    fn the_corners_are_level_and_end_at_the_target() {
        let steps = [step("2026-01", 65.0), step("2026-07", 75.0), step("2027-03", 99.0)];
        let found = corners(&steps, (day("2026-12-31"), 84.0), FISCAL);
        let wanted = [
            ("2026-01-01", 65.0),
            ("2026-06-30", 65.0),
            ("2026-07-01", 75.0),
            ("2026-12-30", 75.0),
            ("2026-12-31", 84.0),
        ];
        assert_eq!(found, wanted.map(|(text, value)| (day(text), value)));
        assert_eq!(corners(&[], (day("2026-12-31"), 84.0), FISCAL), []);
    }

    #[test]
    fn shapes_are_filled_from_the_baseline_to_the_due_date() {
        assert_eq!(told(StepShape::Flat), [("2026-01".to_owned(), 84.0)]);
        // 90, 181, 273 and 365 of 365 days: 65.918, 71.901, 77.951, 84.
        let quarters: Vec<f64> = told(StepShape::Quarters).iter().map(|step| step.1).collect();
        assert_eq!(quarters, [65.9, 71.9, 78.0, 84.0]);
        let line = told(StepShape::Line);
        assert_eq!((line.len(), line[0].clone()), (12, ("2026-01".to_owned(), 62.0)));
        assert_eq!(line[11], ("2026-12".to_owned(), 84.0));
        let band = Indicator { direction: Some(Direction::Within), ..rising() };
        assert_eq!(shaped(&band, StepShape::Flat, day("2026-11-22"), FISCAL), None);
        let unknown = Indicator { baseline: Baseline::NoneYet, ..rising() };
        assert_eq!(shaped(&unknown, StepShape::Line, day("2026-11-22"), FISCAL), None);
        let flat = shaped(&unknown, StepShape::Flat, day("2026-11-22"), FISCAL).expect("flat");
        assert_eq!(flat[0].period.to_string(), "2026-11");
    }

    proptest! {
        #[test]
        fn corners_go_forward_in_time_and_say_what_is_expected(
            months in prop::collection::btree_set(0i32..40, 1..12), value in -100.0f64..100.0, due in 1u64..1200,
        ) {
            let start = Period::parse("2026-01").expect("a period");
            let steps: Vec<TargetStep> = months.iter().enumerate().map(|(at, month)| {
                let value = value + f64::from(u8::try_from(at).expect("few"));
                TargetStep { period: start.shifted(*month, FISCAL), value }
            }).collect();
            let due = day("2026-01-01") + Days::new(due);
            let found = corners(&steps, (due, 7.0), FISCAL);
            prop_assert!(found.windows(2).all(|pair| pair[0].0 < pair[1].0), "{found:?}");
            for (date, value) in found.iter().filter(|corner| corner.0 < due) {
                prop_assert_eq!(step_on(&steps, *date, FISCAL).map(|step| step.value), Some(*value));
            }
            prop_assert!(found.last().is_none_or(|last| *last == (due, 7.0)));
        }

        #[test]
        fn a_filled_line_stays_between_its_ends(from in -1e6f64..1e6, to in -1e6f64..1e6, months in 1i32..60) {
            let base = rising();
            let due = Period::parse("2025-12").expect("one").shifted(months, FISCAL).last_day(FISCAL);
            let indicator = Indicator {
                baseline: Baseline::Known { value: from, period: Period::parse("2025-12").expect("one") },
                target: Target { value: Some(to), due: Some(due), ..Target::default() },
                ..base
            };
            let steps = shaped(&indicator, StepShape::Line, due, FISCAL).expect("a line");
            prop_assert_eq!(steps.len(), usize::try_from(months).expect("positive"));
            let slack = (to - from).abs() / 100.0;
            for step in &steps {
                prop_assert!(step.value >= from.min(to) - slack && step.value <= from.max(to) + slack);
            }
        }
    }
}
