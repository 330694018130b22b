//! The same for sums, quantiles, limits at every point, ranks, shares and
//! verdicts: exact fractions and decimals of Python, numpy, scipy and
//! statsmodels, ten values each.

use super::independent::{Row, rows};
use super::*;

fn counts(row: &Row) -> Vec<Option<Counts>> {
    row.full(0).into_iter().zip(row.full(1)).map(Some).collect()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "counts of a file")]
fn whole(value: f64) -> u64 {
    value as u64
}

#[track_caller]
fn assert_all(found: &[f64], wanted: &[f64]) {
    assert_eq!(found.len(), wanted.len());
    for (found, wanted) in found.iter().zip(wanted) {
        assert!((found - wanted).abs() <= 1e-9, "{found}, expected {wanted}");
    }
}

#[test]
fn sums_and_quantiles_agree_with_exact_fractions_and_numpy() {
    for row in rows("series") {
        let values = row.full(0);
        row.assert("sum", sum(&values));
        row.assert("mean", mean(&values).expect("values"));
        row.assert("deviation", standard_deviation(&values).expect("two values"));
        row.assert("median", median(&values).expect("values"));
        row.assert("p90", quantile(&values, 0.9).expect("values"));
        row.assert("p75", quantile(&values, 0.75).expect("values"));
        row.assert("p05", quantile(&values, 0.05).expect("values"));
    }
}

#[test]
fn screened_limits_agree_with_numpy() {
    let mut left_out = 0;
    for row in rows("screened") {
        let found = process_limits(&row.groups[0], Screening::On).expect("enough");
        row.assert("centre", found.centre);
        row.assert("range", found.mean_range);
        row.assert("median", found.median_range);
        row.assert("lower", found.lower);
        row.assert("upper", found.upper);
        row.assert("range_upper", found.range_upper);
        let places: Vec<f64> = found.screened.iter().map(|place| as_number(*place)).collect();
        assert_all(&places, &row.full(1));
        left_out += places.len();
        let plain = process_limits(&row.groups[0], Screening::Off).expect("enough");
        row.assert("plain", plain.lower);
    }
    assert!(left_out >= 8, "{left_out}");
}

#[test]
fn limits_of_shares_agree_with_fifty_digits_at_every_point() {
    for row in rows("share-limits") {
        let counts = counts(&row);
        for (widened, lower, upper) in [(false, 2, 3), (true, 4, 5)] {
            let found = share_limits(&counts, widened).expect("enough");
            row.assert("centre", found.centre);
            row.assert("least", found.least_expected);
            if widened {
                row.assert("sigma", found.sigma_z);
            }
            let points: Vec<PointLimits> = found.points.into_iter().flatten().collect();
            let lowers: Vec<f64> = points.iter().map(|point| point.lower).collect();
            let uppers: Vec<f64> = points.iter().map(|point| point.upper).collect();
            assert_all(&lowers, &row.full(lower));
            assert_all(&uppers, &row.full(upper));
        }
    }
}

#[test]
fn ranks_and_their_correlation_agree_with_scipy() {
    let mut said = [0usize; 3];
    for row in rows("spearman") {
        let (first, second) = (row.full(0), row.full(1));
        assert_all(&ranks(&first), &row.full(2));
        assert_all(&ranks(&second), &row.full(3));
        let pairs: Vec<(f64, f64)> = first.into_iter().zip(second).collect();
        let found = rank_correlation(&pairs).expect("enough pairs that change");
        row.assert("rho", found.rho);
        let (place, word) = match found.movement() {
            Movement::Apart => (0, -1.0),
            Movement::Unclear => (1, 0.0),
            Movement::Together => (2, 1.0),
        };
        row.assert("said", word);
        said[place] += 1;
    }
    assert!(said.iter().all(|count| *count > 0), "{said:?}");
}

#[test]
fn wilson_intervals_agree_with_statsmodels() {
    for row in rows("wilson") {
        let (part, of) = (whole(row.full(0)[0]), whole(row.full(0)[1]));
        let found = Share::new(part, of).expect("a share").wilson_95();
        for (name, found) in [("low", found.low), ("high", found.high)] {
            let wanted = row.figure(name);
            assert!((found - wanted).abs() < 1e-13, "{part}/{of} {name}: {found}, not {wanted}");
        }
    }
}

#[test]
fn pooled_shares_agree_with_exact_fractions() {
    for row in rows("pooled") {
        let counts: Vec<(u64, u64)> =
            counts(&row).into_iter().flatten().map(|(part, of)| (whole(part), whole(of))).collect();
        row.assert("ratio", Share::pooled(&counts).expect("counted").ratio());
    }
}

#[test]
fn ways_to_a_target_agree_with_fractions_and_numpy() {
    for row in rows("attainment") {
        let given = row.full(0);
        row.assert("ratio", attainment(Some(given[0]), given[1], given[2]).expect("defined"));
    }
    for row in rows("band") {
        let given = row.full(0);
        row.assert("distance", distance_outside(given[0], given[1], given[2]).expect("a band"));
    }
    for row in rows("expected") {
        let (values, place) = (row.full(0), row.full(1));
        let from: chrono::NaiveDate =
            format!("{:.0}-{:02.0}-{:02.0}", place[0], place[1], place[2]).parse().expect("a date");
        let later = |days: f64| from + chrono::Days::new(whole(days));
        let baseline = DatedValue { date: from, value: values[0] };
        let target = DatedValue { date: later(place[3]), value: values[1] };
        let found = expected_value(baseline, target, later(place[4])).expect("after");
        row.assert("value", found);
    }
}

#[test]
fn assurance_agrees_with_trying_every_value_between_the_limits() {
    let mut said = [0usize; 3];
    for row in rows("assurance") {
        let points = row.full(0).into_iter().zip(row.full(1));
        let limits: Vec<PointLimits> =
            points.map(|(centre, reach)| PointLimits::around(centre, reach)).collect();
        let aim = match (row.groups[2][0], row.groups[3][0]) {
            (Some(low), Some(high)) => Aim::Within(low, high),
            (Some(low), None) => Aim::AtLeast(low),
            (None, high) => Aim::AtMost(high.expect("an end")),
        };
        let (place, word) = match assurance(&limits, aim).expect("limits") {
            Assurance::Never => (0, -1.0),
            Assurance::ByChance => (1, 0.0),
            Assurance::Always => (2, 1.0),
        };
        row.assert("says", word);
        said[place] += 1;
    }
    assert!(said.iter().all(|count| *count >= 3), "{said:?}");
}
