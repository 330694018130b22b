//! Trends that single values cannot fake: Theil–Sen lines and the
//! Mann–Kendall test.

use super::{Z_95, as_number, median, normal_two_sided};

/// Whether values rise or fall more steadily than chance would let them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MannKendall {
    /// Pairs that rise less pairs that fall.
    pub s: f64,
    /// The variance of `s` without a trend, corrected for ties.
    pub variance: f64,
    /// (|s| − 1) ÷ √variance with the sign of `s`: corrected for continuity.
    pub z: f64,
    /// The probability of so large an `s`, of either sign, without a trend.
    pub p: f64,
}

/// The Mann–Kendall test of values in the order of time (H. B. Mann 1945;
/// M. G. Kendall 1975; ties as in R. O. Gilbert, "Statistical Methods for
/// Environmental Pollution Monitoring", 1987, section 16.4). It takes the
/// values for independent of each other. `None` for fewer than two values and
/// for values that are all equal. Its cost grows with the square of the
/// number of values.
pub fn mann_kendall(values: &[f64]) -> Option<MannKendall> {
    let n = as_number(values.len());
    let mut s = 0i64;
    for (place, later) in values.iter().enumerate() {
        for earlier in values.iter().take(place) {
            s += match later.total_cmp(earlier) {
                std::cmp::Ordering::Greater => 1,
                std::cmp::Ordering::Less => -1,
                std::cmp::Ordering::Equal => 0,
            };
        }
    }
    let ties: f64 = tied(values).map(|t| t * (t - 1.0) * (2.0 * t + 5.0)).sum();
    let variance = (n * (n - 1.0) * (2.0 * n + 5.0) - ties) / 18.0;
    if values.len() < 2 || variance <= 0.0 {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "pairs of one page are far below 2^53")]
    let s = s as f64;
    let z = s.signum() * (s.abs() - 1.0).max(0.0) / variance.sqrt();
    Some(MannKendall { s, variance, z, p: normal_two_sided(z) })
}

/// How many values share each value that occurs more than once.
fn tied(values: &[f64]) -> impl Iterator<Item = f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let groups: Vec<f64> = sorted
        .chunk_by(|a, b| a.total_cmp(b).is_eq())
        .filter(|group| group.len() > 1)
        .map(|group| as_number(group.len()))
        .collect();
    groups.into_iter()
}

/// A line through the middle of the points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TheilSen {
    /// The median of the slopes of all pairs.
    pub slope: f64,
    /// Lower end of the slope's 95 % interval.
    pub low: f64,
    /// Upper end of the slope's 95 % interval.
    pub high: f64,
    /// The median place, where the line passes
    pub middle_x: f64,
    /// the median value.
    pub middle_y: f64,
}

impl TheilSen {
    /// The value of the line at a place.
    pub fn at(&self, x: f64) -> f64 {
        self.middle_y + self.slope * (x - self.middle_x)
    }
}

/// The Theil–Sen line through points (H. Theil 1950; P. K. Sen 1968, with
/// Sen's interval of the slope): up to some 29 % of the values may be wild
/// before it moves. `None` for fewer than two different places. Its cost grows
/// with the square of the number of points.
pub fn theil_sen(points: &[(f64, f64)]) -> Option<TheilSen> {
    let mut slopes = Vec::with_capacity(points.len() * points.len() / 2);
    for (place, (x, y)) in points.iter().enumerate() {
        for (before_x, before_y) in points.iter().take(place) {
            let run = x - before_x;
            if run.abs() > 0.0 {
                slopes.push((y - before_y) / run);
            }
        }
    }
    slopes.sort_unstable_by(f64::total_cmp);
    let slope = median(&slopes)?;
    let xs: Vec<f64> = points.iter().map(|point| point.0).collect();
    let ys: Vec<f64> = points.iter().map(|point| point.1).collect();
    let n = as_number(points.len());
    let tied =
        |values: &[f64]| -> f64 { tied(values).map(|t| t * (t - 1.0) * (2.0 * t + 5.0)).sum() };
    let variance = (n * (n - 1.0) * (2.0 * n + 5.0) - tied(&xs) - tied(&ys)) / 18.0;
    let reach = Z_95 * variance.max(0.0).sqrt();
    let count = as_number(slopes.len());
    let low = slope_at(&slopes, ((count - reach) / 2.0).round_ties_even() - 1.0)?;
    let high = slope_at(&slopes, f64::midpoint(count, reach).round_ties_even())?;
    Some(TheilSen { slope, low, high, middle_x: median(&xs)?, middle_y: median(&ys)? })
}

/// A slope by its place in their order, counted from 0; the first or last one
/// beyond the ends.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to the slice before"
)]
fn slope_at(slopes: &[f64], place: f64) -> Option<f64> {
    let last = slopes.len().checked_sub(1)?;
    slopes.get((place.max(0.0) as usize).min(last)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn values_that_never_move_have_no_trend_to_test() {
        assert_eq!(mann_kendall(&[7.0; 12]), None);
        assert_eq!(mann_kendall(&[7.0]), None);
        assert_eq!(mann_kendall(&[]), None);
        let flat: Vec<(f64, f64)> = (0..12).map(|x| (f64::from(x), 7.0)).collect();
        let line = theil_sen(&flat).expect("a line");
        assert!(line.slope.abs() + line.low.abs() + line.high.abs() < 1e-300);
        assert_eq!(theil_sen(&[(1.0, 2.0)]), None);
        assert_eq!(theil_sen(&[(1.0, 2.0), (1.0, 3.0)]), None);
    }

    #[test]
    fn one_wild_value_does_not_turn_the_line() {
        let mut points: Vec<(f64, f64)> =
            (0..15).map(|x| (f64::from(x), 2.0 * f64::from(x))).collect();
        points[14].1 = -1e9;
        let line = theil_sen(&points).expect("a line");
        assert!((line.slope - 2.0).abs() < 1e-12, "{line:?}");
    }

    proptest! {
        #[test]
        fn mirrored_values_mirror_the_trend(values in proptest::collection::vec(-50i32..50, 2..40)) {
            let values: Vec<f64> = values.into_iter().map(f64::from).collect();
            let mirrored: Vec<f64> = values.iter().map(|value| -value).collect();
            let (one, other) = (mann_kendall(&values), mann_kendall(&mirrored));
            prop_assert_eq!(one.map(|found| found.s), other.map(|found| -found.s));
            let points = |values: &[f64]| -> Vec<(f64, f64)> {
                values.iter().enumerate().map(|(x, y)| (as_number(x), *y)).collect()
            };
            let (one, other) = (theil_sen(&points(&values)), theil_sen(&points(&mirrored)));
            let (one, other) = (one.expect("a line"), other.expect("a line"));
            prop_assert!((one.slope + other.slope).abs() < 1e-9);
        }

        #[test]
        fn the_slope_lies_in_its_interval(values in proptest::collection::vec(-50i32..50, 2..40)) {
            let points: Vec<(f64, f64)> =
                values.iter().enumerate().map(|(x, y)| (as_number(x), f64::from(*y))).collect();
            let line = theil_sen(&points).expect("a line");
            prop_assert!(line.low <= line.slope && line.slope <= line.high);
        }
    }
}
