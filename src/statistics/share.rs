//! Shares: a part of a whole, both counted.

/// The normal quantile of a two-sided 95 % interval.
pub const Z_95: f64 = 1.959_963_984_540_054;

/// Why two counts make no share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ShareError {
    /// Nothing was counted, so there is no share of it.
    #[error("the whole is 0")]
    NoWhole,
    /// More than everything.
    #[error("the part {part} is larger than the whole {whole}")]
    PartAboveWhole {
        /// The part.
        part: u64,
        /// The whole.
        whole: u64,
    },
    /// Counts beyond 2^53 are not exact as numbers.
    #[error("the whole {whole} is too large")]
    TooLarge {
        /// The whole.
        whole: u64,
    },
}

/// A range from `low` to `high`, both included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// A part of a whole; the whole is at least 1 and holds the part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    part: u64,
    whole: u64,
}

impl Share {
    /// The largest whole: up to it every count is exact as a number.
    pub const MAX_WHOLE: u64 = 1 << 53;

    /// A share of counts, or why they make none.
    pub fn new(part: u64, whole: u64) -> Result<Self, ShareError> {
        if whole == 0 {
            Err(ShareError::NoWhole)
        } else if part > whole {
            Err(ShareError::PartAboveWhole { part, whole })
        } else if whole > Self::MAX_WHOLE {
            Err(ShareError::TooLarge { whole })
        } else {
            Ok(Self { part, whole })
        }
    }

    /// All parts of all wholes, never the mean of the ratios. Entries that
    /// counted nothing (0 of 0) add nothing; nothing at all has no share.
    pub fn pooled(counts: &[(u64, u64)]) -> Result<Self, ShareError> {
        let (mut part, mut whole) = (0u64, 0u64);
        for (one_part, one_whole) in counts {
            if one_part > one_whole {
                return Err(ShareError::PartAboveWhole { part: *one_part, whole: *one_whole });
            }
            part = part.saturating_add(*one_part);
            whole = whole.saturating_add(*one_whole);
        }
        Self::new(part, whole)
    }

    /// What was counted as the part.
    pub fn part(self) -> u64 {
        self.part
    }

    /// What was counted as the whole.
    pub fn whole(self) -> u64 {
        self.whole
    }

    /// Part ÷ whole, from 0 to 1.
    pub fn ratio(self) -> f64 {
        exact(self.part) / exact(self.whole)
    }

    /// Wilson's score interval for the true ratio at 95 %, from 0 to 1,
    /// without continuity correction.
    ///
    /// E. B. Wilson (1927); R. G. Newcombe, "Two-sided confidence intervals
    /// for the single proportion" (1998), method 3. It counts on independent
    /// cases of one kind.
    pub fn wilson_95(self) -> Interval {
        let rest = Self { part: self.whole - self.part, whole: self.whole };
        // Each end from the side where it is small, so that it keeps its digits.
        Interval { low: self.lower_end(), high: 1.0 - rest.lower_end() }
    }

    /// The interval's ends solve (n + z²)·x² − (2k + z²)·x + k²/n = 0. The
    /// larger one is a plain sum; their product k²/(n·(n + z²)) gives the
    /// smaller without subtracting near equals.
    fn lower_end(self) -> f64 {
        let (part, whole) = (exact(self.part), exact(self.whole));
        let z_squared = Z_95 * Z_95;
        let missing = exact(self.whole - self.part);
        let root = Z_95 * (z_squared + 4.0 * part * (missing / whole)).sqrt();
        let upper_doubled = 2.0 * part + z_squared + root;
        // k²/(n(n + z²)) over upper_doubled/(2(n + z²)).
        2.0 * (part / whole) * part / upper_doubled
    }
}

/// A count as a number; exact up to [`Share::MAX_WHOLE`].
#[expect(clippy::cast_precision_loss, reason = "a share's counts are at most 2^53")]
fn exact(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn share(part: u64, whole: u64) -> Share {
        Share::new(part, whole).expect("test shares are shares")
    }

    #[test]
    fn wilson_intervals_are_those_of_newcombe_1998() {
        // Newcombe (1998), table I, method 3, to the four digits printed.
        let rows = [
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0, 0.1611),
            (1, 29, 0.0061, 0.1718),
        ];
        for (part, whole, low, high) in rows {
            let found = share(part, whole).wilson_95();
            assert!((found.low - low).abs() <= 0.000_05, "{found:?}");
            assert!((found.high - high).abs() <= 0.000_05, "{found:?}");
        }
        let near_one = share(9999, 10_000).wilson_95();
        assert!((near_one.low - 0.999_434).abs() < 5e-7, "{near_one:?}");
        assert!((near_one.high - 0.999_982).abs() < 5e-7, "{near_one:?}");
    }

    #[test]
    fn none_and_all_reach_the_very_ends() {
        assert_eq!(share(0, 20).wilson_95().low.to_bits(), 0.0f64.to_bits());
        assert_eq!(share(20, 20).wilson_95().high.to_bits(), 1.0f64.to_bits());
    }

    #[test]
    fn counts_that_make_no_share_are_refused() {
        assert_eq!(Share::new(0, 0), Err(ShareError::NoWhole));
        assert_eq!(Share::new(3, 2), Err(ShareError::PartAboveWhole { part: 3, whole: 2 }));
        let whole = Share::MAX_WHOLE + 1;
        assert_eq!(Share::new(0, whole), Err(ShareError::TooLarge { whole }));
    }

    #[test]
    fn pooling_adds_the_counts_and_not_the_percentages() {
        // 1 of 2 and 90 of 100: the mean of the ratios would be 0.7.
        let pooled = Share::pooled(&[(1, 2), (0, 0), (90, 100)]);
        assert_eq!(pooled, Share::new(91, 102));
        assert_eq!(Share::pooled(&[(0, 0), (0, 0)]), Err(ShareError::NoWhole));
        assert_eq!(Share::pooled(&[]), Err(ShareError::NoWhole));
        // A whole that holds the sum of the parts does not excuse one entry.
        let wrong = Share::pooled(&[(3, 2), (0, 10)]);
        assert_eq!(wrong, Err(ShareError::PartAboveWhole { part: 3, whole: 2 }));
        let overflowing = Share::pooled(&[(1, u64::MAX), (1, u64::MAX)]);
        assert_eq!(overflowing, Err(ShareError::TooLarge { whole: u64::MAX }));
    }

    fn any_share() -> impl Strategy<Value = Share> {
        (1u64..=Share::MAX_WHOLE)
            .prop_flat_map(|whole| (0..=whole, Just(whole)))
            .prop_map(|(part, whole)| share(part, whole))
    }

    fn small_share() -> impl Strategy<Value = Share> {
        (1u64..500)
            .prop_flat_map(|whole| (0..=whole, Just(whole)))
            .prop_map(|(part, whole)| share(part, whole))
    }

    proptest! {
        #[test]
        fn the_interval_stays_within_0_and_1_and_holds_the_ratio(
            share in prop_oneof![any_share(), small_share()],
        ) {
            let Interval { low, high } = share.wilson_95();
            prop_assert!(0.0 <= low && low <= share.ratio());
            prop_assert!(share.ratio() <= high && high <= 1.0);
        }

        #[test]
        fn part_and_rest_have_mirrored_intervals(share in small_share()) {
            let rest = Share::new(share.whole() - share.part(), share.whole()).expect("a share");
            let (one, other) = (share.wilson_95(), rest.wilson_95());
            prop_assert!((one.low - (1.0 - other.high)).abs() < 1e-15);
        }

        #[test]
        fn both_ends_lie_z_standard_errors_from_the_ratio(share in small_share()) {
            // The property that defines the interval: |p − x| = z·√(x(1 − x)/n).
            let Interval { low, high } = share.wilson_95();
            for end in [low, high] {
                let error = (end * (1.0 - end) / exact(share.whole())).sqrt();
                prop_assert!(((share.ratio() - end).abs() - Z_95 * error).abs() < 1e-9);
            }
        }

        #[test]
        fn the_order_of_pooling_does_not_matter(
            (counts, shuffled) in proptest::collection::vec(small_share(), 1..20)
                .prop_map(|shares| shares.iter().map(|one| (one.part(), one.whole())).collect())
                .prop_flat_map(|counts: Vec<(u64, u64)>| (Just(counts.clone()), Just(counts).prop_shuffle())),
        ) {
            prop_assert_eq!(Share::pooled(&counts), Share::pooled(&shuffled));
        }
    }
}
