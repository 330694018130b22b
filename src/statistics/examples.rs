//! Control charts printed in books and handbooks: their data, and the figures
//! printed beside them to the digits printed.

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

/// NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2: flow rate of ten
/// batches; printed: mean 50.81, mean moving range 1.8778, limits with 3 ÷ 1.128
/// 55.8041 and 45.8159, none outside.
#[test]
fn the_flow_rates_of_the_nist_handbook() {
    let values = full(&[49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]);
    let found = process_limits(&values, Screening::Off).expect("ten values");
    assert_printed(found.centre, 50.81, 2);
    assert_printed(found.mean_range, 1.8778, 4);
    // The handbook rounds the ranges before it divides by 1.128.
    assert!((found.centre + 3.0 * found.mean_range / 1.128 - 55.8041).abs() < 2e-4);
    assert!((found.upper - 55.8041).abs() < 0.002, "2.66 for 3 ÷ 1.128");
    assert!((found.lower - 45.8159).abs() < 0.002);
    assert!(found.is_trial());
    assert_eq!(outside(&values, &vec![Some(found.of_points()); 10]), Vec::<usize>::new());
}

/// D. C. Montgomery, "Introduction to Statistical Quality Control", example of
/// individuals: cost of processing loan applications in twenty weeks; printed:
/// mean 300.5, mean moving range 7.79, limits 321.22 and 279.78, none outside.
#[test]
fn the_loan_costs_of_montgomery() {
    let values = full(&[
        310.0, 288.0, 297.0, 298.0, 307.0, 303.0, 294.0, 297.0, 308.0, 306.0, 294.0, 299.0, 297.0,
        299.0, 314.0, 295.0, 293.0, 306.0, 301.0, 304.0,
    ]);
    let found = process_limits(&values, Screening::Off).expect("twenty values");
    assert_printed(found.centre, 300.5, 1);
    assert_printed(found.mean_range, 7.79, 2);
    assert!((found.upper - 321.22).abs() < 0.015 && (found.lower - 279.78).abs() < 0.015);
    assert!(!found.is_trial());
    assert_eq!(outside(&values, &vec![Some(found.of_points()); 20]), Vec::<usize>::new());
}

/// The same book, p-chart: cans of orange juice concentrate, thirty samples of
/// 50; printed: p̄ 0.2313, limits 0.4102 and 0.0524, samples 15 and 23 outside.
#[test]
fn the_juice_cans_of_montgomery() {
    let parts = [
        12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9,
        12, 7, 13, 9, 6,
    ];
    let counts: Vec<Option<Counts>> =
        parts.iter().map(|part| Some((f64::from(*part), 50.0))).collect();
    let found = share_limits(&counts, false).expect("thirty samples");
    let limits = found.points[0].expect("a share");
    assert_printed(found.centre, 0.2313, 4);
    assert_printed(limits.upper, 0.4102, 4);
    assert_printed(limits.lower, 0.0524, 4);
    let values: Vec<Option<f64>> =
        counts.iter().map(|c| c.map(|(part, whole)| part / whole)).collect();
    assert_eq!(outside(&values, &found.points), [14, 22]);
}

/// The same book, p-chart with variable sample size: purchase orders of 25
/// weeks; printed: p̄ 234 ÷ 2450 = 0.096, limits of the first sample (100) 0.184
/// and 0.007 and of the second (80) 0.195 and 0, only sample 11 outside.
#[test]
fn the_purchase_orders_of_montgomery() {
    let wholes = [
        100, 80, 80, 100, 110, 110, 100, 100, 90, 90, 110, 120, 120, 120, 110, 80, 80, 80, 90, 100,
        100, 100, 100, 90, 90,
    ];
    let parts =
        [12, 8, 6, 9, 10, 12, 11, 16, 10, 6, 20, 15, 9, 8, 6, 8, 10, 7, 5, 8, 5, 8, 10, 6, 9];
    let counts: Vec<Option<Counts>> = parts
        .iter()
        .zip(wholes)
        .map(|(part, whole)| Some((f64::from(*part), f64::from(whole))))
        .collect();
    let found = share_limits(&counts, false).expect("25 samples");
    assert_printed(found.centre, 0.096, 3);
    let limits = |place: usize| found.points[place].expect("a share");
    assert_printed(limits(0).upper, 0.184, 3);
    assert_printed(limits(0).lower, 0.007, 3);
    // The book takes p̄ as 0.096 before it goes on.
    assert!((limits(1).upper - 0.195).abs() < 0.001 && limits(1).lower < 0.0);
    let values: Vec<Option<f64>> =
        counts.iter().map(|c| c.map(|(part, whole)| part / whole)).collect();
    assert_eq!(outside(&values, &found.points), [10]);
}

/// D. J. Wheeler, "Understanding Variation": trade deficit of the United
/// States by month of 1987, in thousand million dollars. Mean 12.75 and the
/// limits follow from his 2.66 and the mean moving range 18.3 ÷ 11.
#[test]
fn the_trade_deficits_of_wheeler() {
    let values = full(&[10.7, 13.0, 11.4, 11.5, 12.5, 14.1, 14.8, 14.1, 12.6, 16.0, 11.7, 10.6]);
    let found = process_limits(&values, Screening::Off).expect("twelve months");
    assert_printed(found.centre, 12.75, 2);
    assert_printed(found.mean_range, 1.66, 2);
    assert_printed(found.upper, 17.18, 2);
    assert_printed(found.lower, 8.32, 2);
    let signals = signals(&values, &vec![Some(found.of_points()); 12]);
    assert_eq!(signals, [], "no month of the year is a signal");
}
