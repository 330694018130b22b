//! Ten reference values for each statistic from independent implementations:
//! Python 3.11 with numpy 2.4.6 (`sum`, `std(ddof=1)`, `percentile`,
//! `interp`), its standard library (`statistics`, `fractions`), statsmodels
//! 0.15.0 (`proportion_confint(method="wilson")`) and statprocon 2.0.0 (`XmR`,
//! which rounds to three decimals; the screened limits are numpy arithmetic).

#![expect(clippy::unreadable_literal, reason = "long digits are easier to compare as printed")]

use super::*;

struct Series {
    values: &'static [f64],
    sum: f64,
    mean: f64,
    deviation: f64,
    median: f64,
    p90: f64,
    p05: f64,
    plain: (f64, f64),
    screened: (f64, f64),
    left_out: usize,
}

const SERIES: [Series; 10] = [
    Series {
        values: &[58.97, 73.94, 68.72, 62.01, 47.23],
        sum: 310.87,
        mean: 62.174,
        deviation: 10.1846025941,
        median: 62.01,
        p90: 71.852,
        p05: 49.578,
        plain: (34.4568, 89.8912),
        screened: (34.4568, 89.8912),
        left_out: 0,
    },
    Series {
        values: &[42.78, 70.68, 67.42, 42.05, 65.63, 38.51],
        sum: 327.07,
        mean: 54.5116666667,
        deviation: 14.8366834794,
        median: 54.205,
        p90: 69.05,
        p05: 39.395,
        plain: (-2.5346933333, 111.5580266667),
        screened: (-2.5346933333, 111.5580266667),
        left_out: 0,
    },
    Series {
        values: &[68.98, 66.32, 68.69, 56.02, 196.21, 57.64, 47.3, 64.93],
        sum: 626.09,
        mean: 78.26125,
        deviation: 48.2382211937,
        median: 65.625,
        p90: 107.149,
        p05: 50.352,
        plain: (-45.02215, 201.54465),
        screened: (-45.02215, 201.54465),
        left_out: 0,
    },
    Series {
        values: &[64.31, 61.54, 62.29, 54.54, 60.09, 57.13, 51.03, 52.11, 59.43],
        sum: 522.47,
        mean: 58.0522222222,
        deviation: 4.6521736258,
        median: 59.43,
        p90: 62.694,
        p05: 51.462,
        plain: (46.6541222222, 69.4503222222),
        screened: (46.6541222222, 69.4503222222),
        left_out: 0,
    },
    Series {
        values: &[41.41, 58.33, 72.37, 73.48, 64.83, 194.81, 56.3, 62.54, 55.17, 68.46],
        sum: 747.7,
        mean: 74.77,
        deviation: 43.2225280766,
        median: 63.685,
        p90: 85.613,
        p05: 47.602,
        plain: (-24.5691777778, 174.1091777778),
        screened: (49.0744, 100.4656),
        left_out: 2,
    },
    Series {
        values: &[55.38, 45.52, 48.08, 52.24, 70.58, 173.81, 68.4, 58.89, 55.16, 65.15, 81.64],
        sum: 774.85,
        mean: 70.4409090909,
        deviation: 35.9010622279,
        median: 58.89,
        p90: 81.64,
        p05: 46.8,
        plain: (-4.9115709091, 145.7933890909),
        screened: (45.6231090909, 95.2587090909),
        left_out: 2,
    },
    Series {
        values: &[
            62.26, 60.57, 61.97, 57.65, 66.95, 49.09, 50.86, 57.78, 65.04, 46.16, 50.82, 43.68,
        ],
        sum: 672.83,
        mean: 56.0691666667,
        deviation: 7.7034767338,
        median: 57.715,
        p90: 64.762,
        p05: 45.044,
        plain: (36.433530303, 75.7048030303),
        screened: (36.433530303, 75.7048030303),
        left_out: 0,
    },
    Series {
        values: &[
            58.19, 53.17, 62.86, 59.13, 51.4, 72.84, 195.4, 55.2, 50.35, 57.22, 72.22, 47.31, 49.77,
        ],
        sum: 885.06,
        mean: 68.0815384615,
        deviation: 39.0733380636,
        median: 57.22,
        p90: 72.716,
        p05: 48.786,
        plain: (-12.7070948718, 148.8701717949),
        screened: (41.0293384615, 95.1337384615),
        left_out: 2,
    },
    Series {
        values: &[
            52.2, 60.01, 70.22, 64.12, 61.46, 62.54, 51.53, 62.63, 59.32, 58.02, 73.69, 56.2,
            58.62, 48.96,
        ],
        sum: 839.52,
        mean: 59.9657142857,
        deviation: 6.7909008288,
        median: 59.665,
        p90: 68.39,
        p05: 50.6305,
        plain: (39.5410065934, 80.390421978),
        screened: (39.5410065934, 80.390421978),
        left_out: 0,
    },
    Series {
        values: &[
            47.58, 71.04, 52.17, 52.87, 39.17, 58.61, 48.21, 190.25, 65.67, 58.73, 62.61, 63.52,
            58.26, 54.46, 60.58,
        ],
        sum: 983.73,
        mean: 65.582,
        deviation: 35.4036019556,
        median: 58.61,
        p90: 68.892,
        p05: 45.057,
        plain: (-6.637, 137.801),
        screened: (40.4272666667, 90.7367333333),
        left_out: 2,
    },
];

#[track_caller]
fn assert_near(found: f64, expected: f64) {
    let within = 1e-9 * expected.abs().max(1.0);
    assert!((found - expected).abs() <= within, "{found}, expected {expected}");
}

#[test]
fn sums_means_and_deviations_agree() {
    for series in SERIES {
        assert_near(sum(series.values), series.sum);
        assert_near(mean(series.values).expect("values"), series.mean);
        assert_near(standard_deviation(series.values).expect("values"), series.deviation);
    }
}

#[test]
fn medians_and_percentiles_agree() {
    for series in SERIES {
        assert_near(median(series.values).expect("values"), series.median);
        assert_near(quantile(series.values, 0.9).expect("values"), series.p90);
        assert_near(quantile(series.values, 0.05).expect("values"), series.p05);
    }
}

#[test]
fn process_limits_agree() {
    for series in SERIES {
        let values: Vec<Option<f64>> = series.values.iter().copied().map(Some).collect();
        for (screening, limits, left_out) in
            [(Screening::Off, series.plain, 0), (Screening::On, series.screened, series.left_out)]
        {
            let found = process_limits(&values, screening).expect("five points or more");
            assert_near(found.lower, limits.0);
            assert_near(found.upper, limits.1);
            assert_eq!(found.screened.len(), left_out);
        }
    }
}

#[test]
fn wilson_intervals_agree() {
    let rows = [
        (81, 263, 0.255_288_519_878_274_2, 0.366_209_576_982_800_04),
        (15, 148, 0.062_386_399_530_736_28, 0.160_487_241_723_308_03),
        (0, 20, 0.0, 0.161_125_158_052_819_4),
        (1, 29, 0.006_113_214_292_762_667, 0.171_755_218_793_202_94),
        (80, 100, 0.711_170_834_406_841_1, 0.866_633_066_668_967_6),
        (9999, 10_000, 0.999_433_731_102_598_7, 0.999_982_347_326_398_9),
        (29, 29, 0.883_030_201_500_259_2, 1.0),
        (1, 1, 0.206_549_314_377_237_4, 1.0),
        (1_234_567, 7_654_321, 0.161_029_816_457_610_8, 0.161_550_932_674_566_52),
        (3, 100_000, 1.020_275_854_451_734_8e-5, 8.820_804_925_176_734e-5),
    ];
    for (part, whole, low, high) in rows {
        let found = Share::new(part, whole).expect("a share").wilson_95();
        assert!((found.low - low).abs() < 1e-13, "{part}/{whole}: {found:?}");
        assert!((found.high - high).abs() < 1e-13, "{part}/{whole}: {found:?}");
    }
}

#[test]
fn pooled_shares_agree() {
    // fractions.Fraction over the running totals of the rows.
    let rows = [
        (81, 263, 0.307_984_790_874_524_74),
        (15, 148, 0.233_576_642_335_766_43),
        (0, 20, 0.222_737_819_025_522_05),
        (1, 29, 0.210_869_565_217_391_3),
        (80, 100, 0.316_071_428_571_428_57),
        (9999, 10_000, 0.963_636_363_636_363_6),
        (29, 29, 0.963_735_952_403_437_6),
        (0, 0, 0.963_735_952_403_437_6),
        (1, 2, 0.963_648_380_700_594_9),
        (3, 5, 0.963_476_783_691_959_2),
    ];
    let counts: Vec<(u64, u64)> = rows.iter().map(|(part, whole, _)| (*part, *whole)).collect();
    for (last, (.., ratio)) in rows.iter().enumerate() {
        let pooled = Share::pooled(&counts[..=last]).expect("counted");
        assert_near(pooled.ratio(), *ratio);
    }
}

#[test]
fn attainments_agree() {
    let rows = [
        (62.0, 80.0, 71.0, 0.5),
        (62.0, 80.0, 80.0, 1.0),
        (62.0, 80.0, 50.0, -0.666_666_666_666_666_6),
        (9.5, 4.0, 6.25, 0.590_909_090_909_090_9),
        (9.5, 4.0, 12.0, -0.454_545_454_545_454_53),
        (-3.0, 5.0, 1.0, 0.5),
        (0.1, 0.3, 0.2, 0.5),
        (100.0, 0.0, -10.0, 1.1),
        (1e15, -1e15, 0.0, 0.5),
        (12.25, 12.5, 12.4, 0.6),
    ];
    for (baseline, target, actual, expected) in rows {
        assert_near(attainment(Some(baseline), target, actual).expect("defined"), expected);
    }
}

#[test]
fn expected_values_agree() {
    let rows = [
        ("2026-10-31", 62.0, "2027-03-31", 80.0, "2026-10-31", 62.0),
        ("2026-10-31", 62.0, "2027-03-31", 80.0, "2026-11-30", 65.576_158_940_397_35),
        ("2026-10-31", 62.0, "2027-03-31", 80.0, "2026-12-31", 69.271_523_178_807_95),
        ("2026-10-31", 62.0, "2027-03-31", 80.0, "2027-01-31", 72.966_887_417_218_54),
        ("2026-10-31", 62.0, "2027-03-31", 80.0, "2027-02-28", 76.304_635_761_589_41),
        ("2026-10-31", 62.0, "2027-03-31", 80.0, "2027-03-31", 80.0),
        ("2026-10-31", 62.0, "2027-03-31", 80.0, "2027-12-31", 80.0),
        ("2027-12-31", 9.5, "2028-12-31", 4.0, "2028-02-29", 8.598_360_655_737_705),
        ("1970-01-01", -1.0, "2199-12-31", 1.0, "2026-11-22", -0.505_291_351_705_255_6),
        ("2026-01-01", 100.0, "2026-01-03", 0.0, "2026-01-02", 50.0),
    ];
    let day = |text: &str| text.parse().expect("a date");
    for (from, baseline, to, target, on, expected) in rows {
        let baseline = DatedValue { date: day(from), value: baseline };
        let target = DatedValue { date: day(to), value: target };
        assert_near(expected_value(baseline, target, day(on)).expect("after"), expected);
    }
}
