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
//! | [`share_limits`], [`dispersion`] | p-chart, and Laney's p′ where counts scatter too widely for it |
//! | [`signals`] | the four run rules |
//! | [`assurance`] | a target against limits: always, never, by chance |
//! | [`theil_sen`], [`mann_kendall`] | a line that single values do not turn, and whether it is more than chance |
//! | [`seasonality`] | analysis of variance of ranks by season |
//! | [`compare`] | Hodges–Lehmann shift and Mann–Whitney test of before and after |
//! | [`attainment`] | (actual − baseline) ÷ (target − baseline) |
//! | [`expected_value`] | the straight line from a baseline to a target |

mod attainment;
mod comparison;
mod distribution;
mod expected;
mod limits;
mod quantile;
mod rank;
mod rules;
mod season;
mod share;
mod share_chart;
mod sum;
mod trend;
mod xmr;

pub use attainment::{AttainmentError, BandError, attainment, distance_outside};
pub use comparison::{Comparison, compare};
pub use distribution::{chi_square_above, f_above, normal_two_sided};
pub use expected::{BeforeBaseline, DatedValue, expected_value};
pub use limits::{Aim, Assurance, PointLimits, assurance};
pub use quantile::{median, quantile};
pub use rank::{CorrelationError, MIN_PAIRS, Movement, RankCorrelation, rank_correlation, ranks};
pub use rules::{RUN_LENGTH, Rule, Signal, signals};
pub use season::{SEASON_LEVEL, STRONG_SEASON, Seasonality, seasonality};
pub use share::{Interval, Share, ShareError, Z_95};
pub use share_chart::{
    Counts, DISPERSION_LEVEL, Dispersion, ShareLimits, dispersion, share_limits,
};
pub use sum::{mean, standard_deviation, sum};
pub use trend::{MannKendall, TheilSen, mann_kendall, theil_sen};
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
mod examples;
#[cfg(test)]
mod independent;
#[cfg(test)]
mod reference;
