//! Bands that change: the two ends a value is held between, by period.

use super::indicator::{Baseline, Indicator};
use super::steps::{StepShape, TargetStep, corners, periods, rounded, step_on};
use crate::base::{FiscalStart, Period};
use crate::statistics::{DatedValue, expected_value};
use chrono::NaiveDate;

/// Both ends of a band, the lower one first; they belong to it.
pub type Ends = (f64, f64);

/// The band of one period, and from then on until the next step.
pub type BandStep = TargetStep<Ends>;

/// The band a value is held to on a day: what the steps of the target say; without
/// any, and from the due date on, the target's own. Before the first step there is
/// none.
pub fn band_on(indicator: &Indicator, day: NaiveDate, fiscal: FiscalStart) -> Option<Ends> {
    let own = indicator.band()?;
    let steps = &indicator.target.bands;
    match indicator.target.due {
        Some(due) if day < due && !steps.is_empty() => {
            step_on(steps, day, fiscal).map(|step| step.value)
        }
        _ => Some(own),
    }
}

/// The band as corner points, level within each step and the target's own at its due
/// date; empty where it does not change.
pub fn band_path(indicator: &Indicator, fiscal: FiscalStart) -> Vec<(NaiveDate, Ends)> {
    let (Some(own), Some(due)) = (indicator.band(), indicator.target.due) else {
        return Vec::new();
    };
    corners(&indicator.target.bands, (due, own), fiscal)
}

/// Steps of a shape up to the due date, as [`shaped`](super::shaped) has them for single
/// values. Both ends go the straight way alike: from the first step there is, or else
/// from the band that holds baseline and target, which narrows to the target. `None`
/// without a band and due date, and for a way that begins nowhere.
pub fn shaped_bands(
    indicator: &Indicator,
    shape: StepShape,
    today: NaiveDate,
    fiscal: FiscalStart,
) -> Option<Vec<BandStep>> {
    let (own, due) = (indicator.band()?, indicator.target.due?);
    let baseline = match indicator.baseline {
        Baseline::Known { value, period } => Some((value, period.last_day(fiscal))),
        Baseline::Unset | Baseline::NoneYet => None,
    };
    let after = baseline.and_then(|(_, day)| day.succ_opt()).unwrap_or(today);
    let Some(cadence) = shape.cadence(indicator.cadence) else {
        let period = Period::containing(after, indicator.cadence, fiscal);
        return Some(vec![TargetStep { period, value: own }]);
    };
    let (begin, from, start) = if let Some(first) = first_step(indicator, due, fiscal) {
        let begin = Period::containing(first.period.first_day(fiscal), cadence, fiscal);
        (begin, first.period.last_day(fiscal), first.value)
    } else {
        let (value, day) = baseline?;
        let begin = Period::containing(after, cadence, fiscal);
        (begin, day, (own.0.min(value), own.1.max(value)))
    };
    let step = |period: Period| {
        // A first step may be longer than the periods its way is filled with.
        let day = period.last_day(fiscal).max(from);
        Some(TargetStep { period, value: between((from, start), (due, own), day)? })
    };
    periods(begin, due, fiscal).map(step).collect()
}

/// The first step in time, if a way to the target begins with it.
fn first_step(indicator: &Indicator, due: NaiveDate, fiscal: FiscalStart) -> Option<BandStep> {
    let first = indicator.target.bands.iter().min_by_key(|step| step.period.first_day(fiscal));
    let own = indicator.band();
    first.copied().filter(|step| step.period.first_day(fiscal) < due && Some(step.value) != own)
}

/// The band on the straight way from one to another, both ends to a thousandth of the
/// shorter way that any of them goes.
fn between(
    (from, start): (NaiveDate, Ends),
    (due, target): (NaiveDate, Ends),
    day: NaiveDate,
) -> Option<Ends> {
    let end = |from_value: f64, to_value: f64| {
        let (date, value) = (from, from_value);
        let to = DatedValue { date: due, value: to_value };
        expected_value(DatedValue { date, value }, to, day).ok()
    };
    let ways = [(target.0 - start.0).abs(), (target.1 - start.1).abs()];
    let way = ways.into_iter().filter(|way| *way > 0.0).fold(f64::INFINITY, f64::min);
    let round = |value: f64, way_of_end: f64| {
        // An end that stays where it is keeps all its digits.
        if way_of_end > 0.0 { rounded(value, way) } else { value }
    };
    let exact = (end(start.0, target.0)?, end(start.1, target.1)?);
    let (low, high) = (round(exact.0, ways[0]), round(exact.1, ways[1]));
    Some(if low <= high { (low, high) } else { (exact.0, exact.1.max(exact.0)) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Id, IdKind};
    use crate::kpi::{Actual, Direction, Measure, Measurement, Series, Status, Target, judge};
    use proptest::prelude::*;

    const FISCAL: FiscalStart = FiscalStart::JANUARY;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("test dates are dates")
    }

    fn period(text: &str) -> Period {
        Period::parse(text).expect("a period")
    }

    fn step(text: &str, low: f64, high: f64) -> BandStep {
        TargetStep { period: period(text), value: (low, high) }
    }

    /// 23 in December 2025; 10 to 20 by the end of 2026.
    fn load(bands: Vec<BandStep>) -> Indicator {
        Indicator {
            direction: Some(Direction::Within),
            baseline: Baseline::Known { value: 23.0, period: period("2025-12") },
            target: Target {
                low: Some(10.0),
                high: Some(20.0),
                due: Some(day("2026-12-31")),
                bands,
                ..Target::default()
            },
            tolerance: Some(2.0),
            ..Indicator::new(Id::new(IdKind::Indicator, 1), Measure::Number)
        }
    }

    fn stepped() -> Indicator {
        load(vec![step("2026-Q1", 15.0, 30.0), step("2026-07", 12.0, 24.0)])
    }

    #[test]
    fn a_band_holds_until_the_next_and_the_targets_own_from_the_due_date_on() {
        let at = |indicator: &Indicator, text: &str| band_on(indicator, day(text), FISCAL);
        let bands = stepped();
        assert_eq!(at(&bands, "2025-12-31"), None);
        assert_eq!(at(&bands, "2026-06-30"), Some((15.0, 30.0)));
        assert_eq!(at(&bands, "2026-07-01"), Some((12.0, 24.0)));
        assert_eq!(at(&bands, "2026-12-31"), Some((10.0, 20.0)));
        assert_eq!(at(&load(Vec::new()), "2020-01-01"), Some((10.0, 20.0)));
        let open = Indicator { direction: Some(Direction::Up), ..bands };
        assert_eq!((at(&open, "2026-12-31"), band_path(&open, FISCAL)), (None, Vec::new()));
    }

    #[test]
    fn the_corners_of_a_band_are_level_and_end_at_the_target() {
        let wanted = [
            ("2026-01-01", (15.0, 30.0)),
            ("2026-06-30", (15.0, 30.0)),
            ("2026-07-01", (12.0, 24.0)),
            ("2026-12-30", (12.0, 24.0)),
            ("2026-12-31", (10.0, 20.0)),
        ];
        assert_eq!(band_path(&stepped(), FISCAL), wanted.map(|(text, ends)| (day(text), ends)));
        assert_eq!(band_path(&load(Vec::new()), FISCAL), []);
    }

    #[test]
    fn a_value_is_judged_by_the_band_of_its_period() {
        let status = |indicator: &Indicator, when: &str, value: f64| {
            let found = Measurement {
                id: Id::new(IdKind::Measurement, 1),
                indicator: indicator.id,
                period: period(when),
                actual: Actual::value(value).expect("a number"),
                note: String::new(),
                import: None,
            };
            let series: Series = [(found.period, found)].into();
            judge(indicator, &series, day("2027-06-01"), FISCAL, 10).status
        };
        let bands = stepped();
        let rows = [
            ("2026-03", 28.0, Status::OnCourse),
            ("2026-03", 16.0, Status::Met),
            // In the band of the target, while another one holds.
            ("2026-03", 14.0, Status::WithinTolerance),
            ("2026-03", 12.5, Status::OffCourse),
            ("2026-08", 28.0, Status::OffCourse),
            ("2026-08", 25.0, Status::WithinTolerance),
            ("2026-12", 24.0, Status::Missed),
            ("2026-12", 20.0, Status::Met),
            ("2025-11", 40.0, Status::NotDueYet),
        ];
        for (when, value, wanted) in rows {
            assert_eq!(status(&bands, when, value), wanted, "{when}: {value}");
        }
        // Without steps the one band holds all along.
        let flat = load(Vec::new());
        assert_eq!(status(&flat, "2025-11", 40.0), Status::OffCourse);
        assert_eq!(status(&flat, "2026-03", 15.0), Status::Met);
    }

    fn told(indicator: &Indicator, shape: StepShape) -> Option<Vec<(String, Ends)>> {
        let steps = shaped_bands(indicator, shape, day("2026-11-22"), FISCAL)?;
        Some(steps.iter().map(|step| (step.period.to_string(), step.value)).collect())
    }

    #[test]
    fn shapes_narrow_from_what_holds_the_baseline_or_go_on_from_the_first_step() {
        let flat = load(Vec::new());
        let one = |period: &str, ends| Some(vec![(period.to_owned(), ends)]);
        assert_eq!(told(&flat, StepShape::Flat), one("2026-01", (10.0, 20.0)));
        // 90, 181, 273 and 365 of 365 days from 23 to 20; the lower end holds 23.
        let quarters = told(&flat, StepShape::Quarters).expect("a way");
        let ends: Vec<Ends> = quarters.iter().map(|step| step.1).collect();
        assert_eq!(ends, [(10.0, 22.26), (10.0, 21.51), (10.0, 20.76), (10.0, 20.0)]);
        let wide = load(vec![step("2026-09", 20.0, 40.0)]);
        let line = told(&wide, StepShape::Line).expect("a way");
        // 0, 31, 61 and 92 of 92 days, both ends alike.
        let wanted = [
            ("2026-09", (20.0, 40.0)),
            ("2026-10", (16.63, 33.26)),
            ("2026-11", (13.37, 26.74)),
            ("2026-12", (10.0, 20.0)),
        ];
        assert_eq!(line, wanted.map(|(period, ends)| (period.to_owned(), ends)));
        let unknown = Indicator { baseline: Baseline::NoneYet, ..flat };
        assert_eq!(told(&unknown, StepShape::Line), None);
        assert_eq!(told(&unknown, StepShape::Flat), one("2026-11", (10.0, 20.0)));
        let up = Indicator { direction: Some(Direction::Up), ..unknown };
        assert_eq!(told(&up, StepShape::Flat), None);
    }

    #[test]
    fn a_way_filled_in_again_stays_what_it_is() {
        for bands in [Vec::new(), vec![step("2026-09", 20.0, 40.0)]] {
            let mut indicator = load(bands);
            for shape in [StepShape::Line, StepShape::Quarters] {
                let fill = |indicator: &Indicator| {
                    shaped_bands(indicator, shape, day("2026-11-22"), FISCAL).expect("a way")
                };
                indicator.target.bands = fill(&indicator);
                let again = fill(&indicator);
                for (one, other) in indicator.target.bands.iter().zip(&again) {
                    assert_eq!(one.period, other.period);
                    let near = |a: f64, b: f64| (a - b).abs() < 0.03;
                    assert!(near(one.value.0, other.value.0) && near(one.value.1, other.value.1));
                }
            }
        }
    }

    proptest! {
        #[test]
        fn filled_bands_are_bands_and_both_ends_go_the_same_part_of_their_way(
            low in -1e6f64..1e6, width in 0.0f64..1e6, start in -1e6f64..1e6, wide in 0.0f64..1e6, months in 2i32..60,
        ) {
            let due = period("2026-01").shifted(months, FISCAL).last_day(FISCAL);
            let mut indicator = load(vec![step("2026-01", start, start + wide)]);
            (indicator.target.low, indicator.target.high) = (Some(low), Some(low + width));
            indicator.target.due = Some(due);
            let steps = shaped_bands(&indicator, StepShape::Line, due, FISCAL).expect("a way");
            prop_assert_eq!(steps.len(), usize::try_from(months + 1).expect("positive"));
            let part = |from: f64, to: f64, at: f64| (at - from) / (to - from);
            let ways = [(low - start).abs(), (low + width - start - wide).abs()];
            for step in &steps {
                let (one, other) = step.value;
                prop_assert!(one <= other);
                if ways.iter().all(|way| *way > 1.0) {
                    let (a, b) = (part(start, low, one), part(start + wide, low + width, other));
                    prop_assert!((a - b).abs() < 0.011, "{a} {b}");
                }
            }
        }

        #[test]
        fn the_band_of_a_day_is_that_of_the_corners(
            months in prop::collection::btree_set(0i32..40, 1..12), low in -100.0f64..100.0, due in 1u64..1200,
        ) {
            let start = period("2026-01");
            let bands = months.iter().enumerate().map(|(at, month)| {
                let low = low + f64::from(u8::try_from(at).expect("few"));
                TargetStep { period: start.shifted(*month, FISCAL), value: (low, low + 5.0) }
            });
            let mut indicator = load(bands.collect());
            indicator.target.due = Some(day("2026-01-01") + chrono::Days::new(due));
            let path = band_path(&indicator, FISCAL);
            prop_assert!(path.windows(2).all(|pair| pair[0].0 < pair[1].0), "{path:?}");
            for (date, ends) in path {
                prop_assert_eq!(band_on(&indicator, date, FISCAL), Some(ends));
            }
        }
    }
}
