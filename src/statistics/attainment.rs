//! How far along the way from a baseline to a target.

/// Why there is no attainment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AttainmentError {
    /// Where the way begins is not known.
    #[error("there is no baseline")]
    NoBaseline,
    /// There is no way to go.
    #[error("the target is the baseline")]
    TargetIsBaseline,
    /// Baseline and target lie so close that the ratio is not finite.
    #[error("the target lies too close to the baseline")]
    TooClose,
}

/// (actual − baseline) ÷ (target − baseline): 0 at the baseline, 1 at the
/// target, below 0 worse than the start, above 1 beyond the target. The same
/// for targets above and below the baseline; nothing is sign-flipped.
pub fn attainment(baseline: Option<f64>, target: f64, actual: f64) -> Result<f64, AttainmentError> {
    let baseline = baseline.ok_or(AttainmentError::NoBaseline)?;
    let way = target - baseline;
    if way == 0.0 {
        return Err(AttainmentError::TargetIsBaseline);
    }
    let ratio = (actual - baseline) / way;
    // Adding 0 turns −0 into 0.
    if ratio.is_finite() { Ok(ratio + 0.0) } else { Err(AttainmentError::TooClose) }
}

/// Why a band is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the lower edge of the band lies above the upper")]
pub struct BandError;

/// How far a value lies outside a band, in the unit of the value: negative
/// below it, positive above, 0 within and on its edges. What an aim to stay
/// within shows instead of an attainment.
pub fn distance_outside(value: f64, low: f64, high: f64) -> Result<f64, BandError> {
    if low > high {
        Err(BandError)
    } else if value < low {
        Ok(value - low)
    } else {
        Ok((value - high).max(0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn attainment_needs_no_direction() {
        // Up from 62 to 80, down from 9.5 to 4: half the way is half the way.
        assert_eq!(attainment(Some(62.0), 80.0, 71.0), Ok(0.5));
        assert_eq!(attainment(Some(9.5), 4.0, 6.75), Ok(0.5));
        assert_eq!(attainment(Some(9.5), 4.0, 12.25), Ok(-0.5));
        assert_eq!(attainment(Some(0.0), -10.0, 0.0).map(f64::to_bits), Ok(0.0f64.to_bits()));
    }

    #[test]
    fn attainment_is_undefined_without_a_way_to_go() {
        assert_eq!(attainment(None, 80.0, 71.0), Err(AttainmentError::NoBaseline));
        assert_eq!(attainment(Some(80.0), 80.0, 71.0), Err(AttainmentError::TargetIsBaseline));
        let tiny = f64::MIN_POSITIVE;
        assert_eq!(attainment(Some(0.0), tiny, 1e15), Err(AttainmentError::TooClose));
    }

    #[test]
    fn a_value_within_its_band_is_no_distance_outside() {
        for value in [2.0, 3.0, 4.0] {
            assert_eq!(distance_outside(value, 2.0, 4.0), Ok(0.0), "{value}");
        }
        assert_eq!(distance_outside(1.5, 2.0, 4.0), Ok(-0.5));
        assert_eq!(distance_outside(4.5, 2.0, 4.0), Ok(0.5));
        assert_eq!(distance_outside(3.0, 4.0, 2.0), Err(BandError));
    }

    proptest! {
        #[test]
        fn the_ends_of_the_way_are_0_and_1(baseline in -1e15f64..1e15, target in -1e15f64..1e15) {
            prop_assume!(baseline < target || target < baseline);
            prop_assert_eq!(attainment(Some(baseline), target, baseline), Ok(0.0));
            prop_assert_eq!(attainment(Some(baseline), target, target), Ok(1.0));
        }

        #[test]
        fn mirrored_values_attain_the_same(
            baseline in -1e6f64..1e6, target in -1e6f64..1e6, actual in -1e6f64..1e6,
        ) {
            let mirrored = attainment(Some(-baseline), -target, -actual);
            prop_assert_eq!(attainment(Some(baseline), target, actual), mirrored);
        }
    }
}
