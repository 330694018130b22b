//! Every statistic against ten values of an independent implementation, to
//! 1e-9: `tests/fixtures/statistics/reference.csv`, written by the script
//! beside it, which names the packages and their versions. Tests, trends and
//! charts stand here; sums, shares and verdicts in `reference`.

use super::*;

pub(super) struct Row {
    pub(super) groups: Vec<Vec<Option<f64>>>,
    names: Vec<String>,
    figures: Vec<f64>,
}

impl Row {
    pub(super) fn full(&self, group: usize) -> Vec<f64> {
        self.groups[group].iter().flatten().copied().collect()
    }

    pub(super) fn figure(&self, name: &str) -> f64 {
        self.figures[self.names.iter().position(|found| found == name).expect("a named figure")]
    }

    #[track_caller]
    pub(super) fn assert(&self, name: &str, found: f64) {
        let wanted = self.figure(name);
        let off = (found - wanted).abs();
        assert!(off <= 1e-9 * wanted.abs().max(1.0), "{name}: {found}, expected {wanted}");
    }

    /// Nine digits of however small a probability; pymannkendall's own, one
    /// less the distribution function, has fewer.
    #[track_caller]
    fn assert_digits(&self, name: &str, found: f64) {
        let wanted = self.figure(name);
        assert!((found / wanted - 1.0).abs() <= 1e-9, "{name}: {found}, expected {wanted}");
    }
}

pub(super) fn rows(statistic: &str) -> Vec<Row> {
    let file = include_str!("../../tests/fixtures/statistics/reference.csv");
    let numbers = |text: &str| -> Vec<Option<f64>> {
        text.split(' ').filter(|text| !text.is_empty()).map(|text| text.parse().ok()).collect()
    };
    let row = |line: &str| {
        let parts: Vec<&str> = line.split(';').collect();
        (parts[0] == statistic).then(|| Row {
            groups: parts[1].split('|').map(numbers).collect(),
            names: parts[2].split(' ').map(str::to_owned).collect(),
            figures: numbers(parts[3]).into_iter().flatten().collect(),
        })
    };
    let rows: Vec<Row> =
        file.lines().filter(|line| !line.starts_with('#')).filter_map(row).collect();
    assert_eq!(rows.len(), 10, "{statistic}");
    rows
}

fn places(values: &[f64]) -> Vec<(f64, f64)> {
    values.iter().enumerate().map(|(x, y)| (as_number(x), *y)).collect()
}

#[test]
fn tails_agree_with_scipy() {
    for row in rows("normal") {
        row.assert_digits("p", normal_two_sided(row.full(0)[0]));
    }
    for row in rows("chi-square") {
        let given = row.full(0);
        row.assert_digits("p", chi_square_above(given[0], given[1]));
    }
    for row in rows("f") {
        let given = row.full(0);
        row.assert_digits("p", f_above(given[0], given[1], given[2]));
    }
}

#[test]
fn trends_agree_with_pymannkendall_and_scipy() {
    for row in rows("mann-kendall") {
        let found = mann_kendall(&row.full(0)).expect("a test");
        row.assert("s", found.s);
        row.assert("variance", found.variance);
        row.assert("z", found.z);
        row.assert("p", found.p);
        row.assert("slope", theil_sen(&places(&row.full(0))).expect("a line").slope);
    }
    for row in rows("theil-sen") {
        let found = theil_sen(&places(&row.full(0))).expect("a line");
        row.assert("slope", found.slope);
        row.assert("low", found.low);
        row.assert("high", found.high);
        row.assert("start", found.at(0.0));
    }
}

#[test]
fn before_and_after_agree_with_scipy() {
    for row in rows("compare") {
        let found = compare(&row.full(0), &row.full(1)).expect("two groups");
        row.assert("u", found.u);
        row.assert("p", found.p);
        row.assert("shift", found.shift);
        row.assert("before", found.before);
        row.assert("after", found.after);
    }
}

#[test]
fn seasons_agree_with_scipy() {
    let mut strong = 0;
    for row in rows("season") {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a small count"
        )]
        let length = row.full(1)[0] as usize;
        let found = seasonality(&row.groups[0], length).expect("whole years");
        row.assert("f", found.f);
        row.assert("p", found.p);
        row.assert("explained", found.explained);
        strong += usize::from(found.is_strong());
    }
    assert_eq!(strong, 3);
}

#[test]
fn share_charts_agree_with_shewhart_and_scipy() {
    let mut over = 0;
    for row in rows("shares") {
        let counts: Vec<Option<Counts>> =
            row.full(0).into_iter().zip(row.full(1)).map(Some).collect();
        let found = dispersion(&counts).expect("shares");
        row.assert("chi", found.chi_square);
        row.assert_digits("p", found.p());
        row.assert("sigma", found.sigma_z.expect("neighbours"));
        over += usize::from(found.is_over());
        let plain = share_limits(&counts, false).expect("enough");
        row.assert("centre", plain.centre);
        row.assert("upper", plain.points[0].expect("a share").upper);
        let wide = share_limits(&counts, true).expect("enough");
        row.assert("wide", wide.points.last().copied().flatten().expect("a share").upper);
    }
    assert_eq!(over, 6);
}

#[test]
fn single_values_agree_with_shewhart() {
    for row in rows("xmr") {
        let found = process_limits(&row.groups[0], Screening::Off).expect("enough");
        row.assert("centre", found.centre);
        row.assert("range", found.mean_range);
        row.assert("upper", found.upper);
        // shewhart has D₄ with more digits: 3.26653.
        assert!((found.range_upper / row.figure("range_upper") - 1.0).abs() < 2e-4);
    }
}

#[test]
fn the_run_rules_mark_what_every_window_by_definition_marks() {
    let mut marked = [0usize; 4];
    for row in rows("rules") {
        let limits = vec![Some(PointLimits::around(0.0, 3.0)); row.groups[0].len()];
        let found = signals(&row.groups[0], &limits);
        for (place, rule) in Rule::ALL.into_iter().enumerate() {
            let of_rule = found.iter().filter(|signal| signal.rule == rule);
            let mut places: Vec<usize> = of_rule.flat_map(|signal| signal.places.clone()).collect();
            places.sort_unstable();
            places.dedup();
            let found: Vec<f64> = places.into_iter().map(as_number).collect();
            assert_eq!(found, row.full(place + 1), "{rule:?}");
            marked[place] += found.len();
        }
    }
    assert!(marked.iter().all(|count| *count > 10), "{marked:?}");
}
