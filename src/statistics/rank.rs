//! Whether two series of numbers rise and fall together.

use super::sum::{mean, sum};

/// Fewer pairs than this say nothing: of five, one in sixty orders agrees
/// with another in full by chance.
pub const MIN_PAIRS: usize = 6;

/// Spearman's rank correlation with how many pairs it rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankCorrelation {
    /// From −1, always apart, to 1, always together.
    pub rho: f64,
    /// Pairs it was worked out from.
    pub pairs: usize,
}

/// What a correlation can be said to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Movement {
    /// Both rise and fall together.
    Together,
    /// One rises where the other falls.
    Apart,
    /// Chance alone would often show as much.
    Unclear,
}

impl RankCorrelation {
    /// What can be said of it: together or apart where |ρ| · √(n − 1) is at
    /// least 1.96. The variance of ρ among unrelated numbers is 1 ÷ (n − 1),
    /// so chance shows as much in about one of twenty cases (Kendall and
    /// Gibbons, *Rank Correlation Methods*, 5th edition, chapter 4).
    pub fn movement(&self) -> Movement {
        let degrees = super::as_number(self.pairs.saturating_sub(1));
        match self.rho * degrees.sqrt() {
            score if score >= 1.96 => Movement::Together,
            score if score <= -1.96 => Movement::Apart,
            _ => Movement::Unclear,
        }
    }
}

/// Why there is no correlation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CorrelationError {
    /// Fewer than [`MIN_PAIRS`] pairs.
    #[error("{pairs} pairs are too few")]
    TooFew {
        /// Pairs there are.
        pairs: usize,
    },
    /// One side never changes.
    #[error("one side never changes")]
    Constant,
}

/// Spearman's ρ: the product-moment correlation of the ranks, equal values
/// sharing the mean of their ranks.
///
/// Ranks, not values: the two sides have different units, a single outlier
/// must not decide, and what matters is whether one is high where the other
/// is.
pub fn rank_correlation(pairs: &[(f64, f64)]) -> Result<RankCorrelation, CorrelationError> {
    if pairs.len() < MIN_PAIRS {
        return Err(CorrelationError::TooFew { pairs: pairs.len() });
    }
    let first = ranks(&pairs.iter().map(|pair| pair.0).collect::<Vec<_>>());
    let second = ranks(&pairs.iter().map(|pair| pair.1).collect::<Vec<_>>());
    let rho = product_moment(&first, &second).ok_or(CorrelationError::Constant)?;
    Ok(RankCorrelation { rho, pairs: pairs.len() })
}

/// The place of each value among all, 1 for the least; equal values share the
/// mean of their places.
pub fn ranks(values: &[f64]) -> Vec<f64> {
    let below = |value: f64| values.iter().filter(|other| **other < value).count();
    let above = |value: f64| values.iter().filter(|other| **other > value).count();
    let equal = |value: f64| values.len() - below(value) - above(value);
    let rank = |value: &f64| {
        let (below, equal) = (super::as_number(below(*value)), super::as_number(equal(*value)));
        below + f64::midpoint(equal, 1.0)
    };
    values.iter().map(rank).collect()
}

fn product_moment(first: &[f64], second: &[f64]) -> Option<f64> {
    let (one, other) = (mean(first)?, mean(second)?);
    let products = |left: &[f64], from: f64, right: &[f64], to: f64| {
        let all: Vec<f64> =
            left.iter().zip(right).map(|(left, right)| (left - from) * (right - to)).collect();
        sum(&all)
    };
    let spread = products(first, one, first, one) * products(second, other, second, other);
    let rho = products(first, one, second, other) / spread.sqrt();
    rho.is_finite().then(|| rho.clamp(-1.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(first: &[f64], second: &[f64]) -> Result<RankCorrelation, CorrelationError> {
        let pairs: Vec<_> = first.iter().copied().zip(second.iter().copied()).collect();
        rank_correlation(&pairs)
    }

    #[test]
    #[expect(clippy::unreadable_literal, reason = "as printed by the oracle")]
    fn it_is_what_scipy_works_out() {
        // scipy.stats.spearmanr, version 1.17.1.
        let cases: [(&[f64], &[f64], f64); 5] = [
            (
                &[86.0, 97.0, 99.0, 100.0, 101.0, 103.0, 106.0, 110.0, 112.0, 113.0],
                &[2.0, 20.0, 28.0, 27.0, 50.0, 29.0, 7.0, 17.0, 6.0, 12.0],
                -0.17575757575757575,
            ),
            (
                &[62.0, 64.0, 61.0, 70.0, 73.0, 75.0, 74.0, 80.0],
                &[7.2, 7.4, 7.1, 7.9, 8.1, 8.0, 8.4, 8.6],
                0.9285714285714287,
            ),
            (
                &[1.0, 2.0, 2.0, 3.0, 3.0, 3.0, 4.0],
                &[9.0, 9.0, 7.0, 5.0, 5.0, 1.0, 1.0],
                -0.9136304946339742,
            ),
            (&[4.1, 3.9, 3.7, 3.5, 3.3, 3.1], &[10.0, 12.0, 14.0, 16.0, 18.0, 20.0], -1.0),
            (
                &[0.5, -2.0, 3.0, 3.0, 8.0, -2.0, 0.5, 1000000.0],
                &[5.0, 4.0, 4.0, 4.0, 3.0, 9.0, 5.0, 2.0],
                -0.8125634840021284,
            ),
        ];
        for (first, second, rho) in cases {
            let found = of(first, second).expect("enough pairs that change");
            assert!((found.rho - rho).abs() < 1e-12, "{found:?}, not {rho}");
            assert_eq!(found.pairs, first.len());
        }
    }

    #[test]
    fn too_few_pairs_and_a_side_that_never_changes_say_nothing() {
        let five = [1.0, 2.0, 3.0, 4.0, 5.0];
        assert_eq!(of(&five, &five), Err(CorrelationError::TooFew { pairs: 5 }));
        let flat = of(&[1.0; 6], &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
        assert_eq!(flat, Err(CorrelationError::Constant));
    }

    #[test]
    fn it_takes_more_to_say_anything_of_few_pairs() {
        let told = |rho, pairs| RankCorrelation { rho, pairs }.movement();
        assert_eq!(told(0.87, 6), Movement::Unclear);
        assert_eq!(told(0.88, 6), Movement::Together);
        assert_eq!(told(-0.88, 6), Movement::Apart);
        assert_eq!(told(0.40, 25), Movement::Unclear);
        assert_eq!(told(-0.41, 25), Movement::Apart);
    }

    proptest! {
        #[test]
        fn it_knows_no_order_of_sides_and_turns_with_one_of_them(
            pairs in prop::collection::vec((-1e6f64..1e6, -1e6f64..1e6), 6..40),
        ) {
            let Ok(found) = rank_correlation(&pairs) else { return Ok(()) };
            prop_assert!((-1.0..=1.0).contains(&found.rho));
            let swapped: Vec<_> = pairs.iter().map(|pair| (pair.1, pair.0)).collect();
            let turned: Vec<_> = pairs.iter().map(|pair| (pair.0, -pair.1)).collect();
            let cubed: Vec<_> = pairs.iter().map(|pair| (pair.0.powi(3), pair.1)).collect();
            let rho = |pairs: &[(f64, f64)]| rank_correlation(pairs).expect("both sides change").rho;
            prop_assert!((rho(&swapped) - found.rho).abs() < 1e-12);
            prop_assert!((rho(&turned) + found.rho).abs() < 1e-12);
            prop_assert!((rho(&cubed) - found.rho).abs() < 1e-9, "only the order counts");
        }

        #[test]
        fn ranks_add_up_and_keep_the_order(values in prop::collection::vec(-5i32..5, 1..30)) {
            let values: Vec<f64> = values.into_iter().map(f64::from).collect();
            let found = ranks(&values);
            let all = super::super::as_number(values.len());
            prop_assert!((found.iter().sum::<f64>() - all * (all + 1.0) / 2.0).abs() < 1e-9);
            for (one, rank) in values.iter().zip(&found) {
                for (other, second) in values.iter().zip(&found) {
                    prop_assert_eq!(one < other, rank < second);
                }
            }
        }
    }
}
