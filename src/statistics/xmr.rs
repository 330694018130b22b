//! Process limits of the `XmR` chart: is a change signal or noise?

use super::{PointLimits, mean, median};

/// Limits lie this many mean moving ranges from the centre: 3 ÷ d₂, where
/// d₂ = 2/√π = 1.128379 for ranges of two, rounded from 2.65868 to 2.66 as
/// D. J. Wheeler, "Understanding Variation" (1993), and published examples do.
pub const LIMIT_FACTOR: f64 = 2.66;

/// The upper limit of the moving ranges, in mean moving ranges (D₄ for ranges
/// of two); screening leaves out ranges above it.
pub const RANGE_LIMIT_FACTOR: f64 = 3.267;

/// With fewer points there are no limits.
pub const MIN_POINTS: usize = 5;

/// With fewer points the limits are trial limits.
pub const FULL_POINTS: usize = 12;

/// Whether ranges far above the others count for the limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Screening {
    /// Every range counts.
    #[default]
    Off,
    /// Ranges above [`RANGE_LIMIT_FACTOR`] times their mean are left out, once;
    /// the centre stays the mean of all values.
    On,
}

/// Why there are no limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LimitsError {
    /// Fewer values than [`MIN_POINTS`].
    #[error("{found} values, {MIN_POINTS} are needed")]
    TooFewPoints {
        /// How many values there are.
        found: usize,
    },
    /// No two values follow each other, so nothing says how much is noise.
    #[error("no two values follow each other")]
    NoRanges,
    /// No two neighbours that count differ though the values do, so limits
    /// would have no width and call everything a signal.
    #[error("no neighbours differ, though the values do")]
    NoSpread,
}

/// The limits of an `XmR` chart, in the unit of the values.
#[derive(Debug, Clone, PartialEq)]
pub struct ProcessLimits {
    /// The mean of the values.
    pub centre: f64,
    /// Centre − 2.66 × mean moving range; may lie below what is possible.
    pub lower: f64,
    /// Centre + 2.66 × mean moving range.
    pub upper: f64,
    /// The mean of the moving ranges that count.
    pub mean_range: f64,
    /// The median of all moving ranges, to hold beside their mean.
    pub median_range: f64,
    /// The upper limit of the moving ranges that count.
    pub range_upper: f64,
    /// How many values there are.
    pub points: usize,
    /// Places of the ranges that screening left out: the later value of each.
    pub screened: Vec<usize>,
}

impl ProcessLimits {
    /// The limits of every point.
    pub fn of_points(&self) -> PointLimits {
        PointLimits { centre: self.centre, lower: self.lower, upper: self.upper }
    }

    /// Fewer than [`FULL_POINTS`] values: trial limits.
    pub fn is_trial(&self) -> bool {
        self.points < FULL_POINTS
    }
}

/// |value − the value before|, at the place of the later one; `None` at the
/// first place and where either value is missing, for a gap is no step.
pub fn moving_ranges(values: &[Option<f64>]) -> Vec<Option<f64>> {
    let steps = values.windows(2).map(|pair| match pair {
        [Some(before), Some(after)] => Some((after - before).abs()),
        _ => None,
    });
    values.first().map(|_| None).into_iter().chain(steps).collect()
}

/// The limits of a series in the order of time, missing values as `None`.
pub fn process_limits(
    values: &[Option<f64>],
    screening: Screening,
) -> Result<ProcessLimits, LimitsError> {
    let found = values.iter().flatten().count();
    if found < MIN_POINTS {
        return Err(LimitsError::TooFewPoints { found });
    }
    let limits = limits(values, screening).ok_or(LimitsError::NoRanges)?;
    let first = values.iter().flatten().next();
    let moves = values.iter().flatten().any(|value| Some(value) != first);
    if moves && limits.mean_range <= 0.0 { Err(LimitsError::NoSpread) } else { Ok(limits) }
}

/// The arithmetic alone; two values that follow each other are enough.
fn limits(values: &[Option<f64>], screening: Screening) -> Option<ProcessLimits> {
    let present: Vec<f64> = values.iter().flatten().copied().collect();
    let ranges = moving_ranges(values);
    let all: Vec<f64> = ranges.iter().flatten().copied().collect();
    let mean_of_all = mean(&all)?;
    let is_screened =
        |range: f64| screening == Screening::On && range > RANGE_LIMIT_FACTOR * mean_of_all;
    let counted: Vec<f64> = all.iter().copied().filter(|range| !is_screened(*range)).collect();
    let screened = ranges
        .iter()
        .enumerate()
        .filter(|(_, range)| range.is_some_and(is_screened))
        .map(|(place, _)| place)
        .collect();
    let centre = mean(&present)?;
    let mean_range = mean(&counted)?;
    Some(ProcessLimits {
        centre,
        lower: centre - LIMIT_FACTOR * mean_range,
        upper: centre + LIMIT_FACTOR * mean_range,
        mean_range,
        median_range: median(&all)?,
        range_upper: RANGE_LIMIT_FACTOR * mean_range,
        points: present.len(),
        screened,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn full(values: &[f64]) -> Vec<Option<f64>> {
        values.iter().copied().map(Some).collect()
    }

    #[track_caller]
    fn assert_near(found: f64, expected: f64, within: f64) {
        assert!((found - expected).abs() <= within, "{found}, expected {expected}");
    }

    #[test]
    fn four_known_points_give_the_published_limits() {
        let found = limits(&full(&[10.0, 50.0, 40.0, 30.0]), Screening::Off).expect("ranges");
        assert_near(found.upper, 85.7, 1e-9);
        assert_near(found.lower, -20.7, 1e-9);
    }

    #[test]
    fn screening_leaves_out_the_two_ranges_of_one_spike() {
        let mut series = [1.0, 2.0].repeat(9);
        series[4] = 10.0;
        series.splice(5.., [1.0, 2.0].repeat(7).into_iter().take(13));
        let plain = process_limits(&full(&series), Screening::Off).expect("18 points");
        assert_near(plain.centre, 1.944, 0.0005);
        assert_near(plain.lower, -3.06, 0.005);
        assert_near(plain.upper, 6.95, 0.005);
        assert_eq!(plain.screened, Vec::<usize>::new());
        let screened = process_limits(&full(&series), Screening::On).expect("18 points");
        assert_near(screened.lower, -0.72, 0.005);
        assert_near(screened.upper, 4.60, 0.005);
        assert_near(screened.centre, plain.centre, 0.0);
        assert_eq!(screened.screened, [4, 5]);
    }

    #[test]
    fn a_gap_is_no_step() {
        let series = [Some(1.0), Some(3.0), None, Some(9.0), Some(8.0)];
        assert_eq!(moving_ranges(&series), [None, Some(2.0), None, None, Some(1.0)]);
        assert_eq!(moving_ranges(&[]), []);
        let gap = [Some(10.0), Some(12.0), None, Some(50.0), Some(52.0), Some(50.0)];
        let found = process_limits(&gap, Screening::Off).expect("five points");
        assert_near(found.mean_range, 2.0, 1e-12);
        assert_near(found.centre, 34.8, 1e-12);
    }

    #[test]
    fn too_few_points_have_no_limits_and_few_have_trial_limits() {
        let points = |count: usize| full(&[1.0, 2.0].repeat(6)[..count]);
        let four = process_limits(&points(4), Screening::Off);
        assert_eq!(four, Err(LimitsError::TooFewPoints { found: 4 }));
        let trial =
            |count| process_limits(&points(count), Screening::Off).map(|found| found.is_trial());
        assert_eq!(trial(5), Ok(true));
        assert_eq!(trial(11), Ok(true));
        assert_eq!(trial(12), Ok(false));
        let missing = [Some(1.0), Some(2.0), None, None, Some(3.0), Some(4.0)];
        let found = process_limits(&missing, Screening::Off);
        assert_eq!(found, Err(LimitsError::TooFewPoints { found: 4 }));
        let alone = [Some(1.0), None].repeat(6);
        assert_eq!(process_limits(&alone, Screening::Off), Err(LimitsError::NoRanges));
    }

    #[test]
    fn a_series_that_never_moves_has_limits_of_no_width() {
        let found = process_limits(&full(&[7.0; 6]), Screening::On).expect("six points");
        assert_near(found.lower, 7.0, 0.0);
        assert_near(found.upper, 7.0, 0.0);
    }

    #[test]
    fn two_levels_without_any_step_between_have_no_limits() {
        let levels = [Some(5.0), Some(5.0), Some(5.0), None, Some(7.0), Some(7.0)];
        assert_eq!(process_limits(&levels, Screening::Off), Err(LimitsError::NoSpread));
    }

    fn series() -> impl Strategy<Value = Vec<Option<f64>>> {
        let value = proptest::option::weighted(0.85, -1e6f64..1e6);
        proptest::collection::vec(value, 0..40)
    }

    proptest! {
        #[test]
        fn reversed_time_gives_the_same_limits(values in series()) {
            let mut reversed = values.clone();
            reversed.reverse();
            let key = |values: &[Option<f64>]| process_limits(values, Screening::On)
                .map(|found| (found.lower.to_bits(), found.upper.to_bits()));
            prop_assert_eq!(key(&values), key(&reversed));
        }

        #[test]
        fn screening_never_widens_the_limits(values in series()) {
            if let Ok(plain) = process_limits(&values, Screening::Off) {
                if let Ok(screened) = process_limits(&values, Screening::On) {
                    prop_assert!(screened.upper <= plain.upper && plain.lower <= screened.lower);
                }
                prop_assert!(plain.lower <= plain.centre && plain.centre <= plain.upper);
            }
        }

        #[test]
        fn limits_move_with_the_values(values in series(), by in -1000i32..1000) {
            let by = f64::from(by);
            let moved: Vec<Option<f64>> = values.iter().map(|value| value.map(|v| v + by)).collect();
            if let Ok(found) = process_limits(&values, Screening::Off) {
                let after = process_limits(&moved, Screening::Off).expect("as before");
                prop_assert!((after.upper - found.upper - by).abs() < 1e-6);
            }
        }
    }
}
