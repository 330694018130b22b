//! Limits at single points: what the run rules and assurance read, whichever
//! chart they come from.

/// Centre line and limits where one point stands, in the unit of the values.
/// The limits lie as far below the centre as above it, even where a value
/// cannot go.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PointLimits {
    /// The centre line.
    pub centre: f64,
    /// Lower limit.
    pub lower: f64,
    /// Upper limit.
    pub upper: f64,
}

impl PointLimits {
    /// Limits so far on either side of a centre.
    pub fn around(centre: f64, reach: f64) -> Self {
        Self { centre, lower: centre - reach, upper: centre + reach }
    }

    /// The same in another unit.
    #[must_use]
    pub fn scaled(&self, by: f64) -> Self {
        Self { centre: self.centre * by, lower: self.lower * by, upper: self.upper * by }
    }

    /// How far the limits lie from the centre.
    pub fn reach(&self) -> f64 {
        (self.upper - self.lower) / 2.0
    }

    /// The distance that double arithmetic alone may make: below it two values
    /// are the same.
    pub(super) fn noise(&self, value: f64) -> f64 {
        1e-12 * (self.centre.abs() + value.abs())
    }
}

/// Whether a target is met by a process that goes on as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assurance {
    /// All of the limits lie at or beyond the target.
    Always,
    /// None of them reaches it.
    Never,
    /// The target lies between the limits: met or not by chance.
    ByChance,
}

/// What values should be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Aim {
    /// This or more.
    AtLeast(f64),
    /// This or less.
    AtMost(f64),
    /// Between the two, both included.
    Within(f64, f64),
}

/// Whether values within the limits always meet the aim, never do, or by
/// chance (D. J. Wheeler's voice of the customer against the voice of the
/// process; the "assurance" of NHS England's charts). Limits that differ by
/// point must all agree. `None` without limits.
pub fn assurance(limits: &[PointLimits], aim: Aim) -> Option<Assurance> {
    let one = |limits: &PointLimits| {
        let PointLimits { lower, upper, .. } = *limits;
        let slack = |value: f64| limits.noise(value);
        let (always, never) = match aim {
            Aim::AtLeast(value) => (lower >= value - slack(value), upper < value - slack(value)),
            Aim::AtMost(value) => (upper <= value + slack(value), lower > value + slack(value)),
            Aim::Within(low, high) => (
                lower >= low - slack(low) && upper <= high + slack(high),
                upper < low - slack(low) || lower > high + slack(high),
            ),
        };
        match (always, never) {
            (true, _) => Assurance::Always,
            (_, true) => Assurance::Never,
            _ => Assurance::ByChance,
        }
    };
    let mut all = limits.iter().map(one);
    let first = all.next()?;
    Some(if all.all(|next| next == first) { first } else { Assurance::ByChance })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_target_outside_the_limits_is_met_always_or_never() {
        let limits = [PointLimits::around(70.0, 8.0)];
        let say = |aim| assurance(&limits, aim);
        assert_eq!(say(Aim::AtLeast(62.0)), Some(Assurance::Always));
        assert_eq!(say(Aim::AtLeast(62.1)), Some(Assurance::ByChance));
        assert_eq!(say(Aim::AtLeast(78.0)), Some(Assurance::ByChance));
        assert_eq!(say(Aim::AtLeast(78.1)), Some(Assurance::Never));
        assert_eq!(say(Aim::AtMost(78.0)), Some(Assurance::Always));
        assert_eq!(say(Aim::AtMost(61.9)), Some(Assurance::Never));
        assert_eq!(say(Aim::AtMost(70.0)), Some(Assurance::ByChance));
        assert_eq!(say(Aim::Within(60.0, 80.0)), Some(Assurance::Always));
        assert_eq!(say(Aim::Within(79.0, 90.0)), Some(Assurance::Never));
        assert_eq!(say(Aim::Within(65.0, 75.0)), Some(Assurance::ByChance));
        assert_eq!(assurance(&[], Aim::AtLeast(1.0)), None);
    }

    #[test]
    fn limits_that_differ_by_point_must_agree() {
        let limits = [PointLimits::around(70.0, 4.0), PointLimits::around(70.0, 12.0)];
        assert_eq!(assurance(&limits, Aim::AtLeast(62.0)), Some(Assurance::ByChance));
        assert_eq!(assurance(&limits, Aim::AtLeast(55.0)), Some(Assurance::Always));
    }

    proptest! {
        #[test]
        fn a_mirrored_aim_says_the_same(
            centre in -1e6f64..1e6, reach in 0.0f64..1e6, target in -1e6f64..1e6,
        ) {
            let limits = [PointLimits::around(centre, reach)];
            let mirrored = [PointLimits::around(-centre, reach)];
            prop_assert_eq!(
                assurance(&limits, Aim::AtLeast(target)),
                assurance(&mirrored, Aim::AtMost(-target))
            );
        }
    }
}
