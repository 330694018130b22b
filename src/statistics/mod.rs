//! Statistics as plain functions on slices. Nothing here knows an indicator,
//! a period or a pack: numbers in, numbers out.
//!
//! Where a figure is undefined the type says so (`Option`, an error of its
//! own), never NaN. Inputs are expected to be finite; numbers are checked
//! where they enter the program ([`crate::base::checked`]).
//!
//! | function | definition |
//! |---|---|
//! | [`sum`], [`mean`], [`standard_deviation`] | exact sum, rounded once; divisor n − 1 |
//! | [`median`], [`quantile`] | Hyndman and Fan's type 7, as spreadsheets have it |
//! | [`Share`] | part of a whole, pooled; Wilson's 95 % interval |
//! | [`rank_correlation`] | Spearman's ρ, equal values sharing their mean rank |
//! | [`process_limits`] | XmR chart: mean ± 2.66 × mean moving range |
//! | [`attainment`] | (actual − baseline) ÷ (target − baseline) |
//! | [`expected_value`] | the straight line from a baseline to a target |

mod attainment;
mod expected;
mod quantile;
mod rank;
mod share;
mod sum;
mod xmr;

pub use attainment::{AttainmentError, BandError, attainment, distance_outside};
pub use expected::{BeforeBaseline, DatedValue, expected_value};
pub use quantile::{median, quantile};
pub use rank::{CorrelationError, MIN_PAIRS, Movement, RankCorrelation, rank_correlation, ranks};
pub use share::{Interval, Share, ShareError, Z_95};
pub use sum::{mean, standard_deviation, sum};
pub use xmr::{
    FULL_POINTS, LIMIT_FACTOR, LimitsError, MIN_POINTS, ProcessLimits, RANGE_LIMIT_FACTOR,
    Screening, moving_ranges, process_limits,
};

/// A count as a number. Exact up to 2^53, far beyond what one page can hold.
#[expect(clippy::cast_precision_loss, reason = "no slice has 2^53 entries")]
fn as_number(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod reference;
