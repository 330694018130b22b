//! Sums whose result does not depend on the order of the numbers, and what is
//! built on them.

use super::as_number;

/// The sum of finite numbers, exact and then rounded once, so that every order
/// gives the same bits; 0 for none.
///
/// Keeps the running total as parts that do not overlap (J. R. Shewchuk,
/// "Adaptive Precision Floating-Point Arithmetic", 1997). That goes beyond
/// compensated sums (Neumaier 1974), whose last digits still depend on order.
/// A number or total that is not finite makes the result so.
pub fn sum(values: &[f64]) -> f64 {
    let mut parts: Vec<f64> = Vec::new();
    for value in values {
        let mut carried = *value;
        // What is lost in each addition stays behind as a part of its own.
        parts.retain_mut(|part| {
            let (total, lost) = two_sum(carried, *part);
            carried = total;
            *part = lost;
            lost != 0.0
        });
        parts.push(carried);
        if !carried.is_finite() {
            return values.iter().sum();
        }
    }
    rounded_once(&parts)
}

/// The sum of two numbers and exactly what rounding took from it (Knuth).
fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let total = a + b;
    let b_in_total = total - a;
    let a_in_total = total - b_in_total;
    (total, (a - a_in_total) + (b - b_in_total))
}

/// Adds parts that do not overlap, smallest first in the slice, with a single
/// rounding to nearest, ties to even.
fn rounded_once(parts: &[f64]) -> f64 {
    let mut from_largest = parts.iter().rev().copied();
    let mut total = from_largest.next().unwrap_or(0.0);
    while let Some(part) = from_largest.next() {
        let (next, lost) = two_sum(total, part);
        total = next;
        if lost == 0.0 {
            continue;
        }
        // The total was rounded. If it lay exactly half-way, the next smaller
        // part decides the direction, which rounding to even could not know.
        if let Some(below) = from_largest.next()
            && (lost > 0.0) == (below > 0.0)
        {
            let (nudged, off) = two_sum(total, 2.0 * lost);
            if off == 0.0 {
                total = nudged;
            }
        }
        break;
    }
    // Never −0.
    total + 0.0
}

/// The arithmetic mean; `None` for no values.
pub fn mean(values: &[f64]) -> Option<f64> {
    if values.is_empty() { None } else { Some(sum(values) / as_number(values.len())) }
}

/// The standard deviation of a sample (divisor n − 1); `None` for fewer than
/// two values.
///
/// Two passes, with the correction for the rounding of the mean (Chan, Golub
/// and `LeVeque`, "Algorithms for Computing the Sample Variance", 1983).
pub fn standard_deviation(values: &[f64]) -> Option<f64> {
    if values.len() < 2 {
        return None;
    }
    let centre = mean(values)?;
    let differences: Vec<f64> = values.iter().map(|value| value - centre).collect();
    let squares: Vec<f64> = differences.iter().map(|difference| difference.powi(2)).collect();
    let left_over = sum(&differences);
    let count = as_number(values.len());
    let variance = (sum(&squares) - left_over * left_over / count) / (count - 1.0);
    Some(variance.max(0.0).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Agreement with a certified value, in decimal digits (NIST's "LRE").
    fn digits(found: f64, certified: f64) -> f64 {
        -((found - certified).abs() / certified.abs()).max(1e-16).log10()
    }

    /// NIST's constructed sets: one value, then 500 pairs around it.
    fn constructed(middle: f64, low: f64, high: f64) -> Vec<f64> {
        std::iter::once(middle).chain((0..500).flat_map(|_| [low, high])).collect()
    }

    #[test]
    fn mean_and_deviation_agree_with_the_certified_values_of_nist() {
        // NIST Statistical Reference Datasets, univariate summary statistics:
        // certified mean and standard deviation of NumAcc1–4 and Mavro. The
        // digits asked of the deviation are those the decimal inputs keep as
        // doubles: 10 000 000.1 itself is off by 1e-9.
        let mavro = [
            2.0018, 2.0017, 2.0018, 2.0019, 2.0018, 2.0017, 2.0015, 2.0014, 2.0015, 2.0015, 2.0017,
            2.0018, 2.0018, 2.0019, 2.0019, 2.0021, 2.0020, 2.0016, 2.0014, 2.0013, 2.0013, 2.0015,
            2.0015, 2.0016, 2.0015, 2.0014, 2.0013, 2.0014, 2.0015, 2.0014, 2.0015, 2.0016, 2.0015,
            2.0016, 2.0019, 2.0020, 2.0020, 2.0021, 2.0022, 2.0023, 2.0024, 2.0025, 2.0027, 2.0026,
            2.0026, 2.0026, 2.0027, 2.0026, 2.0025, 2.0024,
        ];
        let sets = [
            (vec![10_000_001.0, 10_000_003.0, 10_000_002.0], 10_000_002.0, 1.0, 15.0),
            (constructed(1.2, 1.1, 1.3), 1.2, 0.1, 14.0),
            (constructed(1_000_000.2, 1_000_000.1, 1_000_000.3), 1_000_000.2, 0.1, 9.0),
            (constructed(10_000_000.2, 10_000_000.1, 10_000_000.3), 10_000_000.2, 0.1, 8.0),
            (mavro.to_vec(), 2.001_856, 0.000_429_123_454_003_053, 12.0),
        ];
        for (values, certified_mean, certified_deviation, wanted) in sets {
            let found = mean(&values).expect("there are values");
            assert!(digits(found, certified_mean) >= 15.0, "{found} for {certified_mean}");
            let found = standard_deviation(&values).expect("there are values");
            let got = digits(found, certified_deviation);
            assert!(got >= wanted, "{found} for {certified_deviation}: {got} digits");
        }
    }

    #[test]
    fn the_deviation_of_neighbouring_doubles_survives_a_rounded_mean() {
        // The mean, 1e15 + 1/16, is no double; the deviation is √(1/128).
        let found = standard_deviation(&[1e15, 1e15 + 0.125]).expect("two values");
        assert!((found - 0.007_812_5f64.sqrt()).abs() < 1e-15, "{found}");
    }

    #[test]
    fn what_a_plain_sum_loses_is_kept() {
        assert_eq!(sum(&[1e15, 0.1, -1e15]).to_bits(), 0.1f64.to_bits());
        assert_eq!(sum(&[0.1; 10]).to_bits(), 1.0f64.to_bits());
        assert_eq!(sum(&[1e100, 1.0, -1e100, 1.0]).to_bits(), 2.0f64.to_bits());
        // Half-way between two doubles: the small third part decides.
        let half_way = [1.0, f64::EPSILON / 2.0, 1e-40];
        assert_eq!(sum(&half_way).to_bits(), (1.0 + f64::EPSILON).to_bits());
        let below = [1.0, f64::EPSILON / 2.0, -1e-40];
        assert_eq!(sum(&below).to_bits(), 1.0f64.to_bits());
    }

    #[test]
    fn nothing_to_add_is_zero_and_has_no_mean() {
        assert_eq!(sum(&[]).to_bits(), 0.0f64.to_bits());
        assert_eq!(sum(&[-0.0, -0.0]).to_bits(), 0.0f64.to_bits());
        assert_eq!(mean(&[]), None);
        assert_eq!(standard_deviation(&[3.0]), None);
        assert_eq!(standard_deviation(&[3.0, 3.0]), Some(0.0));
    }

    #[test]
    fn a_number_that_is_not_finite_shows_in_the_sum() {
        assert!(sum(&[1.0, f64::NAN]).is_nan());
        assert!(sum(&[1.0, f64::INFINITY, 2.0]).is_infinite());
        assert!(sum(&[f64::MAX, f64::MAX]).is_infinite());
    }

    proptest! {
        #[test]
        fn the_order_of_the_numbers_does_not_matter(
            (values, shuffled) in proptest::collection::vec(-1e15f64..1e15, 0..40)
                .prop_flat_map(|values| (Just(values.clone()), Just(values).prop_shuffle())),
        ) {
            prop_assert_eq!(sum(&values).to_bits(), sum(&shuffled).to_bits());
            let bits = |value: Option<f64>| value.map(f64::to_bits);
            prop_assert_eq!(bits(mean(&values)), bits(mean(&shuffled)));
        }

        #[test]
        fn the_sum_is_the_exact_total_rounded_once(
            terms in proptest::collection::vec((any::<i32>(), 0u32..80), 0..40),
        ) {
            // Whole numbers from 2^0 to 2^111, added exactly as integers.
            let values: Vec<f64> =
                terms.iter().map(|(whole, power)| f64::from(*whole) * 2f64.powi(power.cast_signed())).collect();
            let total: i128 = terms.iter().map(|(whole, power)| i128::from(*whole) << power).sum();
            #[expect(clippy::cast_precision_loss, reason = "the rounding is the point")]
            let expected = total as f64;
            prop_assert_eq!(sum(&values).to_bits(), expected.to_bits());
        }

        #[test]
        fn the_mean_lies_between_the_extremes(values in proptest::collection::vec(-1e15f64..1e15, 1..40)) {
            let found = mean(&values).expect("there are values");
            let low = values.iter().copied().fold(f64::INFINITY, f64::min);
            let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let slack = (low.abs().max(high.abs())) * f64::EPSILON;
            prop_assert!(low - slack <= found && found <= high + slack);
        }
    }
}
