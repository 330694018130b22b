//! Process limits of shares: the p-chart, and Laney's p′ for counts that
//! scatter more than chance does.

use super::xmr::{LimitsError, MIN_POINTS, moving_ranges};
use super::{PointLimits, as_number, chi_square_above, mean, sum};

/// d₂ for ranges of two, 2/√π: mean moving ranges of standard normal values.
const D2: f64 = std::f64::consts::FRAC_2_SQRT_PI;

/// Counts scatter too widely for binomial limits when chance alone would do
/// as much less often than this.
pub const DISPERSION_LEVEL: f64 = 0.01;

/// Part and whole of one period, both counted; the whole above 0.
pub type Counts = (f64, f64);

/// How widely shares scatter, beside what their counts allow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dispersion {
    /// Pearson's chi-square: Σ z², z = (share − p̄) ÷ √(p̄ (1 − p̄) ÷ whole).
    pub chi_square: f64,
    /// Its degrees of freedom: shares less one for each stretch.
    pub freedom: f64,
    /// Laney's `σ_z`: the mean moving range of z ÷ 1.128.
    pub sigma_z: Option<f64>,
}

impl Dispersion {
    /// The probability of scattering as widely by chance.
    pub fn p(&self) -> f64 {
        chi_square_above(self.chi_square, self.freedom)
    }

    /// Whether binomial limits would be too narrow: p below
    /// [`DISPERSION_LEVEL`].
    pub fn is_over(&self) -> bool {
        self.p() < DISPERSION_LEVEL
    }

    /// The test over several stretches with centres of their own.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        Self {
            chi_square: self.chi_square + other.chi_square,
            freedom: self.freedom + other.freedom,
            sigma_z: None,
        }
    }
}

/// The limits of a p-chart, as fractions from 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct ShareLimits {
    /// Pooled part ÷ pooled whole.
    pub centre: f64,
    /// Limits where each share stands; `None` where none does.
    pub points: Vec<Option<PointLimits>>,
    /// How many shares there are.
    pub count: usize,
    /// The factor the limits were widened by: 1 for the p-chart, `σ_z` for p′.
    pub sigma_z: f64,
    /// The fewest cases of the rarer kind to be expected in one period. Below
    /// 5 the normal approximation is rough.
    pub least_expected: f64,
}

/// z-scores, in order of time; `None` when every share is 0 or every one 1,
/// for then nothing scatters.
fn scores(counts: &[Option<Counts>], centre: f64) -> Option<Vec<Option<f64>>> {
    let spread = centre * (1.0 - centre);
    (spread > 0.0).then(|| {
        let score = |(part, whole): Counts| (part / whole - centre) / (spread / whole).sqrt();
        counts.iter().map(|counts| counts.map(score)).collect()
    })
}

fn pooled(counts: &[Option<Counts>]) -> Option<(f64, usize)> {
    let parts: Vec<f64> = counts.iter().flatten().map(|counts| counts.0).collect();
    let wholes: Vec<f64> = counts.iter().flatten().map(|counts| counts.1).collect();
    let whole = sum(&wholes);
    (whole > 0.0).then(|| (sum(&parts) / whole, parts.len()))
}

/// How widely the shares of one stretch scatter; `None` for fewer than two,
/// or when all are 0 or all are 1. Counts without a whole are left out by
/// giving `None`.
pub fn dispersion(counts: &[Option<Counts>]) -> Option<Dispersion> {
    let (centre, count) = pooled(counts)?;
    let scores = scores(counts, centre)?;
    let squares: Vec<f64> = scores.iter().flatten().map(|score| score * score).collect();
    (count > 1).then(|| Dispersion {
        chi_square: sum(&squares),
        freedom: as_number(count - 1),
        sigma_z: sigma_z(&scores),
    })
}

fn sigma_z(scores: &[Option<f64>]) -> Option<f64> {
    let ranges: Vec<f64> = moving_ranges(scores).into_iter().flatten().collect();
    Some(mean(&ranges)? / D2)
}

/// The limits of the shares of one stretch in order of time: centre ±
/// 3 · √(p̄ (1 − p̄) ÷ whole), times `σ_z` where `widened` (D. B. Laney, "Improved
/// control charts for attributes", Quality Engineering 14, 2002; D. C.
/// Montgomery, "Introduction to Statistical Quality Control", p-chart with
/// variable sample size). Needs as many points as every chart here.
pub fn share_limits(counts: &[Option<Counts>], widened: bool) -> Result<ShareLimits, LimitsError> {
    let found = counts.iter().flatten().count();
    if found < MIN_POINTS {
        return Err(LimitsError::TooFewPoints { found });
    }
    let (centre, count) = pooled(counts).ok_or(LimitsError::NoRanges)?;
    let sigma_z = match scores(counts, centre).filter(|_| widened) {
        Some(scores) => sigma_z(&scores).ok_or(LimitsError::NoRanges)?,
        None => 1.0,
    };
    let spread = (centre * (1.0 - centre)).max(0.0);
    let reach = |whole: f64| 3.0 * sigma_z * (spread / whole).sqrt();
    let points = counts.iter().map(|counts| {
        let (_, whole) = (*counts)?;
        Some(PointLimits::around(centre, reach(whole)))
    });
    let wholes = counts.iter().flatten().map(|counts| counts.1);
    let least = wholes.fold(f64::INFINITY, f64::min);
    Ok(ShareLimits {
        centre,
        points: points.collect(),
        count,
        sigma_z,
        least_expected: least * centre.min(1.0 - centre),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn full(counts: &[(u32, u32)]) -> Vec<Option<Counts>> {
        counts.iter().map(|(part, whole)| Some((f64::from(*part), f64::from(*whole)))).collect()
    }

    #[test]
    fn shares_of_all_or_nothing_have_limits_of_no_width() {
        for part in [0, 10] {
            let counts = full(&[(part, 10); 6]);
            let found = share_limits(&counts, true).expect("six shares");
            let limits = found.points[0].expect("a share");
            assert_eq!(limits.lower.to_bits(), limits.upper.to_bits());
            assert_eq!(dispersion(&counts), None);
        }
    }

    #[test]
    fn too_few_shares_have_no_limits_and_nothing_counted_is_no_share() {
        let mut counts = full(&[(1, 10), (2, 10), (1, 10), (3, 10)]);
        counts.push(None);
        let found = share_limits(&counts, false);
        assert_eq!(found, Err(LimitsError::TooFewPoints { found: 4 }));
        counts.push(Some((2.0, 10.0)));
        assert_eq!(share_limits(&counts, false).map(|found| found.points[4]), Ok(None));
    }

    #[test]
    fn limits_are_wider_where_fewer_were_counted() {
        let counts = full(&[(10, 100), (5, 50), (40, 400), (9, 100), (11, 100)]);
        let found = share_limits(&counts, false).expect("five shares");
        let reach = |place: usize| found.points[place].expect("a share").reach();
        assert!(reach(1) > reach(0) && reach(0) > reach(2));
    }

    proptest! {
        #[test]
        fn the_order_of_time_matters_for_laney_only(
            counts in proptest::collection::vec((0u32..50, 50u32..90), 6..30),
        ) {
            let counts = full(&counts);
            let mut reversed = counts.clone();
            reversed.reverse();
            if let (Ok(one), Ok(other)) = (share_limits(&counts, true), share_limits(&reversed, true)) {
                prop_assert!((one.sigma_z - other.sigma_z).abs() < 1e-9);
                prop_assert_eq!(one.centre.to_bits(), other.centre.to_bits());
            }
        }

        #[test]
        fn more_of_everything_narrows_the_limits_and_keeps_the_centre(
            counts in proptest::collection::vec((0u32..50, 50u32..90), 6..30),
        ) {
            let tenfold: Vec<(u32, u32)> = counts.iter().map(|(a, b)| (a * 10, b * 10)).collect();
            let one = share_limits(&full(&counts), false).expect("enough");
            let ten = share_limits(&full(&tenfold), false).expect("enough");
            prop_assert!((one.centre - ten.centre).abs() < 1e-12);
            for (one, ten) in one.points.iter().flatten().zip(ten.points.iter().flatten()) {
                prop_assert!((one.reach() - ten.reach() * 10f64.sqrt()).abs() < 1e-9);
            }
        }
    }
}
