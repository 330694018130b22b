//! Control charts printed in handbooks and manuals: their data, and the
//! figures printed beside them, held to half of the last digit printed.
//!
//! Each was looked up where it is printed, and worked out again with Python's
//! `fractions` from the formula it names. Charts known from memory alone are
//! not here.

use super::*;

fn full(values: &[f64]) -> Vec<Option<f64>> {
    values.iter().copied().map(Some).collect()
}

#[track_caller]
fn assert_printed(found: f64, printed: f64, decimals: i32) {
    let half = 0.5 * 10f64.powi(-decimals) + 1e-9;
    assert!((found - printed).abs() <= half, "{found}, printed {printed}");
}

/// Places whose value lies outside its limits.
fn outside(values: &[Option<f64>], limits: &[Option<PointLimits>]) -> Vec<usize> {
    let found = signals(values, limits);
    let found = found.into_iter().filter(|signal| signal.rule == Rule::Outside);
    found.flat_map(|signal| signal.places).collect()
}

/// Places outside the limits of single values.
fn outside_xmr(values: &[Option<f64>], found: &ProcessLimits) -> Vec<usize> {
    outside(values, &vec![Some(found.of_points()); values.len()])
}

fn counts(parts: &[u32], wholes: &[u32]) -> Vec<Option<Counts>> {
    let pair = |(part, whole): (&u32, &u32)| Some((f64::from(*part), f64::from(*whole)));
    parts.iter().zip(wholes).map(pair).collect()
}

fn shares(counts: &[Option<Counts>]) -> Vec<Option<f64>> {
    counts.iter().map(|counts| counts.map(|(part, whole)| part / whole)).collect()
}

/// Limits as those have them who divide by 1.128 where we take 2.66: lower and
/// upper.
fn with_1_128(found: &ProcessLimits) -> (f64, f64) {
    let reach = 3.0 * found.mean_range / 1.128;
    (found.centre - reach, found.centre + reach)
}

/// NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2, "Individuals
/// Control Charts": flow rate of ten batches; printed: mean 50.81, mean moving
/// range 1.8778, limits with 3 ÷ 1.128 55.8041 and 45.8159, in control.
#[test]
fn the_flow_rates_of_the_nist_handbook() {
    let values = full(&[49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]);
    let found = process_limits(&values, Screening::Off).expect("ten values");
    assert_printed(found.centre, 50.81, 2);
    assert_printed(found.mean_range, 1.8778, 4);
    assert_printed(with_1_128(&found).0, 45.8159, 4);
    assert_printed(with_1_128(&found).1, 55.8041, 4);
    assert!((found.upper - 55.8041).abs() < 0.001 && (found.lower - 45.8159).abs() < 0.001);
    assert!(found.is_trial());
    assert!(outside_xmr(&values, &found).is_empty());
}

/// D. J. Wheeler, "Making Sense of Data", page 382, "Data Set to Use When
/// Verifying Software", as the tests of statprocon 2.0.0 quote it: sixteen
/// resistances; printed: mean 4135.50, mean moving range 355.93, natural
/// process limits 3188.72 and 5082.28. The last value lies above them. (The
/// limit of the ranges printed there, 1163.19, is 3.268 of their mean, where
/// we take 3.267.)
#[test]
fn the_values_of_wheeler_for_verifying_software() {
    let values = full(&[
        5045.0, 4350.0, 4350.0, 3975.0, 4290.0, 4430.0, 4485.0, 4285.0, 3980.0, 3925.0, 3645.0,
        3760.0, 3300.0, 3685.0, 3463.0, 5200.0,
    ]);
    let found = process_limits(&values, Screening::Off).expect("sixteen values");
    let ranges: Vec<f64> = moving_ranges(&values).into_iter().flatten().collect();
    let printed = [
        695.0, 0.0, 375.0, 315.0, 140.0, 55.0, 200.0, 305.0, 55.0, 280.0, 115.0, 460.0, 385.0,
        222.0, 1737.0,
    ];
    assert_eq!(ranges, printed);
    assert_printed(found.centre, 4135.50, 2);
    assert_printed(found.mean_range, 355.93, 2);
    assert_printed(found.lower, 3188.72, 2);
    assert_printed(found.upper, 5082.28, 2);
    assert_printed(found.range_upper / RANGE_LIMIT_FACTOR * 3.268, 1163.19, 2);
    assert_printed(found.median_range, 280.0, 9);
    // With 3 ÷ d₂ unrounded, to show that ours is named rightly.
    let unrounded = 3.0 / std::f64::consts::FRAC_2_SQRT_PI * found.mean_range;
    assert_printed(found.centre + unrounded, 5081.81, 2);
    assert_printed(found.centre - unrounded, 3189.19, 2);
    assert!(!found.is_trial());
    assert_eq!(outside_xmr(&values, &found), [15]);
}

/// D. C. Montgomery and G. C. Runger, "Applied Statistics and Probability for
/// Engineers", 3rd edition, example 16-2 with table 16-3: concentration of
/// twenty hours; printed: mean 99.1, mean moving range 2.59, limits 105.99 and
/// 92.21, none outside.
#[test]
fn the_concentrations_of_montgomery_and_runger() {
    let values = full(&[
        102.0, 94.8, 98.3, 98.4, 102.0, 98.5, 99.0, 97.7, 100.0, 98.1, 101.3, 98.7, 101.1, 98.4,
        97.0, 96.7, 100.3, 101.4, 97.2, 101.0,
    ]);
    let found = process_limits(&values, Screening::Off).expect("twenty values");
    assert_printed(found.centre, 99.1, 1);
    assert_printed(found.mean_range, 2.59, 2);
    // The book takes 99.1 and 2.59 before it goes on.
    assert!((found.upper - 105.99).abs() < 0.01 && (found.lower - 92.21).abs() < 0.01);
    assert!(outside_xmr(&values, &found).is_empty());
}

/// L. Scrucca's R package qcc, vignette "A quick tour of qcc", chart of
/// individual values: viscosity of twenty batches (Montgomery 2005, page 232);
/// printed: centre 34.088, standard deviation 0.5076521, limits 32.56504 and
/// 35.61096; without batch 4, where a controller failed, 33.98947, 0.4117415,
/// 32.75425 and 35.2247.
#[test]
fn the_viscosities_of_the_qcc_package() {
    let mut values = full(&[
        34.05, 34.40, 33.59, 35.96, 34.70, 33.51, 33.79, 34.04, 34.52, 33.75, 33.27, 33.71, 34.03,
        34.58, 34.02, 33.97, 34.05, 34.04, 33.73, 34.05,
    ]);
    let all = process_limits(&values, Screening::Off).expect("twenty values");
    assert_printed(all.centre, 34.088, 3);
    assert_printed(all.mean_range / 1.128, 0.507_652_1, 7);
    assert_printed(with_1_128(&all).0, 32.56504, 5);
    assert_printed(with_1_128(&all).1, 35.61096, 5);
    assert_eq!(outside_xmr(&values, &all), [3]);
    values.remove(3);
    let rest = process_limits(&values, Screening::Off).expect("nineteen values");
    assert_printed(rest.centre, 33.98947, 5);
    assert_printed(rest.mean_range / 1.128, 0.411_741_5, 7);
    assert_printed(with_1_128(&rest).0, 32.75425, 5);
    assert_printed(with_1_128(&rest).1, 35.2247, 4);
    assert!(outside_xmr(&values, &rest).is_empty());
}

/// W. A. Taylor, "Change-Point Analysis: A Powerful New Tool for Detecting
/// Changes": trade deficit of the United States in thousand million dollars,
/// the 24 months of 1987 and 1988. He prints no limits but what they show:
/// October 1987 alone lies outside, and it barely does.
#[test]
fn the_trade_deficits_of_taylor() {
    let values = full(&[
        10.7, 13.0, 11.4, 11.5, 12.5, 14.1, 14.8, 14.1, 12.6, 16.0, 11.7, 10.6, 10.0, 11.4, 7.9,
        9.5, 8.0, 11.8, 10.5, 11.2, 9.2, 10.1, 10.4, 10.5,
    ]);
    let found = process_limits(&values, Screening::Off).expect("24 months");
    assert_eq!(outside_xmr(&values, &found), [9]);
    assert!(16.0 - found.upper < 0.1 * (found.upper - found.lower));
}

/// The vignette of qcc again, p-chart: cans of orange juice concentrate, thirty
/// samples of 50 (Montgomery 1991, pages 152 to 155); printed: centre
/// 0.2313333, limits 0.05242755 and 0.4102391, samples 15 and 23 outside;
/// without these two 0.215, 0.04070284 and 0.3892972.
#[test]
fn the_juice_cans_of_the_qcc_package() {
    let mut parts = vec![
        12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9,
        12, 7, 13, 9, 6,
    ];
    let all = counts(&parts, &[50; 30]);
    let found = share_limits(&all, false).expect("thirty samples");
    let limits = found.points[0].expect("a share");
    assert_printed(found.centre, 0.231_333_3, 7);
    assert_printed(limits.lower, 0.052_427_55, 8);
    assert_printed(limits.upper, 0.410_239_1, 7);
    assert_eq!(outside(&shares(&all), &found.points), [14, 22]);
    for place in [22, 14] {
        parts.remove(place);
    }
    let rest = share_limits(&counts(&parts, &[50; 28]), false).expect("28 samples");
    let limits = rest.points[0].expect("a share");
    assert_printed(rest.centre, 0.215, 3);
    assert_printed(limits.lower, 0.040_702_84, 8);
    assert_printed(limits.upper, 0.389_297_2, 7);
}

/// The manual of Maple, `ProcessControl[PControlLimits]`: p-chart with variable
/// sample size, 25 samples of 80 to 120. It prints limits to fifteen digits, of
/// which nine hold (samples of one size differ from the tenth on), and 0 for
/// those below.
#[test]
fn the_samples_of_the_maple_manual() {
    let wholes = [
        100, 80, 80, 100, 110, 110, 100, 100, 90, 90, 110, 120, 120, 120, 110, 80, 80, 80, 90, 100,
        100, 100, 100, 90, 90,
    ];
    let parts =
        [12, 8, 6, 9, 10, 12, 11, 16, 10, 6, 20, 15, 9, 8, 6, 8, 10, 7, 5, 8, 5, 8, 10, 6, 9];
    let counts = counts(&parts, &wholes);
    let found = share_limits(&counts, false).expect("25 samples");
    let limits = |place: usize| found.points[place].expect("a share");
    for place in [0, 3] {
        assert_printed(limits(place).lower, 0.007_334_695, 9);
        assert_printed(limits(place).upper, 0.183_685_714, 9);
    }
    for place in [1, 2] {
        assert!(limits(place).lower < 0.0);
        assert_printed(limits(place).upper, 0.194_093_421, 9);
    }
    assert_eq!(outside(&shares(&counts), &found.points), [10]);
}

/// M. A. Mohammed, J. S. Panesar, D. B. Laney and R. Wilson, "Statistical
/// process control charts for attribute data involving very large sample
/// sizes", BMJ Quality & Safety 22, 2013: attendances seen within four hours in
/// the emergency departments of the NHS, twenty weeks. Limits of the p′-chart
/// (`pp`) of J. Anhøj's R package qicharts2 0.8.1, which divides by 1.128 where
/// we take 2 ÷ √π, as the tests of PowerBI-SPC print them. Nearly every week
/// lies outside of the plain p-chart, none outside of p′.
#[test]
fn the_emergency_attendances_of_mohammed_and_laney() {
    let parts = [
        266_501, 264_225, 276_532, 281_461, 269_071, 261_215, 270_409, 279_778, 270_483, 270_320,
        267_923, 271_478, 255_353, 256_820, 261_835, 259_144, 255_910, 260_863, 264_465, 260_989,
    ];
    let wholes = [
        280_443, 276_823, 291_681, 296_155, 282_343, 275_888, 283_867, 295_251, 284_468, 282_529,
        279_618, 283_932, 266_629, 268_091, 276_803, 271_578, 266_005, 273_520, 278_574, 273_772,
    ];
    let counts = counts(&parts, &wholes);
    let wide = share_limits(&counts, true).expect("twenty weeks");
    assert_printed(wide.centre, 0.952_899_711_344, 12);
    let printed = [
        (0, 0.940_129_644_178, 0.965_669_778_511),
        (1, 0.940_046_418_625, 0.965_753_004_063),
        (3, 0.940_473_007_478, 0.965_326_415_210),
        (12, 0.939_803_013_989, 0.965_996_408_699),
        (19, 0.939_974_996_523, 0.965_824_426_165),
    ];
    for (place, lower, upper) in printed {
        let reach = wide.points[place].expect("a share").reach();
        let reach = reach * std::f64::consts::FRAC_2_SQRT_PI / 1.128;
        assert_printed(wide.centre - reach, lower, 9);
        assert_printed(wide.centre + reach, upper, 9);
    }
    assert!(dispersion(&counts).expect("shares").is_over());
    let plain = share_limits(&counts, false).expect("twenty weeks");
    assert_eq!(outside(&shares(&counts), &plain.points).len(), 16);
    assert!(outside(&shares(&counts), &wide.points).is_empty());
}
