//! Medians and percentiles.

use super::as_number;

/// The value below which a fraction `p` (0 to 1; 0.9 for P90) of the values
/// lies; `None` for no values or when `p` is no such fraction.
///
/// Definition 7 of R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical
/// Packages" (1996): with the values sorted, the place (n − 1) · p counted
/// from 0, and a straight line between the two values around it. It is what
/// spreadsheets call PERCENTILE.INC and the default of R and numpy.
pub fn quantile(values: &[f64], p: f64) -> Option<f64> {
    if !(0.0..=1.0).contains(&p) {
        return None;
    }
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let last = sorted.len().checked_sub(1)?;
    let place = as_number(last) * p;
    let below = whole_part(place, last);
    let low = *sorted.get(below)?;
    let high = *sorted.get((below + 1).min(last))?;
    let fraction = place - as_number(below);
    // Both forms keep equal neighbours and the ends exact.
    let found = if fraction < 0.5 {
        low + (high - low) * fraction
    } else {
        high - (high - low) * (1.0 - fraction)
    };
    Some(found)
}

/// The middle value, or the mean of the two middle ones; `None` for none.
pub fn median(values: &[f64]) -> Option<f64> {
    quantile(values, 0.5)
}

/// The whole part of a place within a slice whose last index is `last`.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place is not negative; cutting its fraction off is the purpose"
)]
fn whole_part(place: f64, last: usize) -> usize {
    (place as usize).min(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_median_is_the_middle_or_the_mean_of_the_two_middle_values() {
        assert_eq!(median(&[5.0, 1.0, 3.0]), Some(3.0));
        assert_eq!(median(&[4.0, 1.0, 3.0, 2.0]), Some(2.5));
        assert_eq!(median(&[7.0]), Some(7.0));
        assert_eq!(median(&[]), None);
    }

    #[test]
    fn a_percentile_lies_on_the_line_between_its_neighbours() {
        // Definition 7: place (4 − 1) · 0.9 = 2.7, so 0.7 of the way from 30 to 40.
        let found = quantile(&[40.0, 10.0, 30.0, 20.0], 0.9).expect("there are values");
        assert!((found - 37.0).abs() < 1e-12);
        assert_eq!(quantile(&[40.0, 10.0], 0.0), Some(10.0));
        assert_eq!(quantile(&[40.0, 10.0], 1.0), Some(40.0));
    }

    #[test]
    fn what_is_no_fraction_has_no_quantile() {
        for p in [-0.1, 1.1, 90.0, f64::NAN, f64::INFINITY] {
            assert_eq!(quantile(&[1.0, 2.0], p), None, "{p}");
        }
    }

    proptest! {
        #[test]
        fn quantiles_rise_with_the_fraction_and_stay_among_the_values(
            values in proptest::collection::vec(-1e15f64..1e15, 1..40),
            a in 0.0f64..=1.0,
            b in 0.0f64..=1.0,
        ) {
            let at = |p: f64| quantile(&values, p).expect("there are values");
            let (low, high) = (at(a.min(b)), at(a.max(b)));
            let slack = 1e15 * f64::EPSILON;
            prop_assert!(at(0.0) <= low && low <= high + slack && high <= at(1.0));
        }

        #[test]
        fn the_order_of_the_values_does_not_matter(
            (values, shuffled) in proptest::collection::vec(-1e6f64..1e6, 1..40)
                .prop_flat_map(|values| (Just(values.clone()), Just(values).prop_shuffle())),
            p in 0.0f64..=1.0,
        ) {
            let bits = |values: &[f64]| quantile(values, p).map(f64::to_bits);
            prop_assert_eq!(bits(&values), bits(&shuffled));
        }
    }
}
