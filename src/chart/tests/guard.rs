//! What is refused, and what must not be.

use super::super::*;
use super::samples::*;
use crate::base::NumberError;
use proptest::prelude::*;

fn plain_plot(words: &Words) -> Plot<'_> {
    Plot::new(day("2026-01-01"), day("2026-12-31"), words)
}

type Change = Box<dyn Fn(&mut Plot<'_>)>;

#[test]
fn values_that_are_no_numbers_are_refused_wherever_they_stand() {
    let date = day("2026-05-01");
    let bad = [
        (f64::NAN, NumberError::NotFinite),
        (f64::INFINITY, NumberError::NotFinite),
        (f64::NEG_INFINITY, NumberError::NotFinite),
        (1.1e15, NumberError::TooLarge),
    ];
    for (value, reason) in bad {
        let fill: [(Part, Change); 9] = [
            (Part::Actual, Box::new(move |plot| plot.points = vec![PlotPoint::new(date, value)])),
            (
                Part::Interval,
                Box::new(move |plot| {
                    let interval = Some((0.0, value));
                    plot.points = vec![PlotPoint { interval, ..PlotPoint::new(date, 1.0) }];
                }),
            ),
            (
                Part::Expected,
                Box::new(move |plot| {
                    plot.expected = Some(NamedLine { path: vec![(date, value)], label: "".into() });
                }),
            ),
            (
                Part::Target,
                Box::new(move |plot| {
                    plot.target = Some(Target { value, from: None, due: None, label: "".into() });
                }),
            ),
            (
                Part::Tolerance,
                Box::new(move |plot| {
                    plot.tolerance =
                        Some(Band { edges: vec![(date, 0.0, value)], label: "".into() });
                }),
            ),
            (
                Part::Within,
                Box::new(move |plot| {
                    plot.within = Some(Band { edges: vec![(date, value, 0.0)], label: "".into() });
                }),
            ),
            (
                Part::Baseline,
                Box::new(move |plot| {
                    plot.baseline = Some(Baseline { date, value, label: "".into() });
                }),
            ),
            (
                Part::Limit,
                Box::new(move |plot| {
                    plot.limits = vec![NamedLine { path: vec![(date, value)], label: "".into() }];
                }),
            ),
            (Part::Bounds, Box::new(move |plot| plot.floor = Some(value))),
        ];
        for (wanted, change) in fill {
            let mut plot = plain_plot(&Words::English);
            change(&mut plot);
            match draw(&plot) {
                Err(ChartError::Value { part, reason: found, .. }) => {
                    assert_eq!((part, found), (wanted, reason));
                }
                other => panic!("{wanted:?} {value}: {other:?}"),
            }
        }
    }
}

#[test]
fn ranges_sizes_and_orders_that_make_no_picture_are_refused() {
    let mut plot = plain_plot(&Words::English);
    plot.to = plot.from;
    assert!(matches!(draw(&plot), Err(ChartError::EmptyRange { .. })));

    let mut plot = plain_plot(&Words::English);
    plot.width = 10;
    assert!(matches!(draw(&plot), Err(ChartError::Size { width: 10, .. })));

    let mut plot = plain_plot(&Words::English);
    plot.points =
        vec![PlotPoint::new(day("2026-03-01"), 1.0), PlotPoint::new(day("2026-02-01"), 1.0)];
    let late = ChartError::NotInOrder { part: Part::Actual, date: day("2026-02-01") };
    assert_eq!(draw(&plot), Err(late));

    let mut plot = plain_plot(&Words::English);
    plot.within = Some(Band::flat(plot.from, plot.to, 2.0, 1.0, "".into()));
    let inverted = ChartError::Inverted { part: Part::Within, low: 2.0, high: 1.0 };
    assert_eq!(draw(&plot), Err(inverted));
}

#[test]
fn constant_single_and_absent_values_draw() {
    for values in [vec![], vec![0.0], vec![-5.0], vec![1e15], vec![3.0; 12], vec![-1e15, 1e15]] {
        let mut plot = plain_plot(&Words::English);
        plot.points = months("2026-01-01", 12)
            .into_iter()
            .zip(&values)
            .map(|(date, value)| PlotPoint::new(date, *value))
            .collect();
        let svg = draw(&plot).expect("draws");
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{values:?}");
        assert_eq!(svg.contains("c-point"), !values.is_empty(), "{values:?}");
    }
}

#[test]
fn small_charts_refuse_what_they_cannot_show() {
    let bar = RangeBar {
        id_prefix: "r".to_owned(),
        title: String::new(),
        width: 100,
        height: 12,
        score: Some(50.0),
        range: (0.0, 100.0),
    };
    assert!(draw_range_bar(&bar).is_ok());
    let over = RangeBar { score: Some(101.0), ..bar.clone() };
    assert_eq!(draw_range_bar(&over), Err(ChartError::NotAPercentage { value: 101.0 }));
    let inverted = RangeBar { range: (60.0, 40.0), ..bar.clone() };
    assert!(matches!(draw_range_bar(&inverted), Err(ChartError::Inverted { .. })));
    let nan = RangeBar { range: (f64::NAN, 40.0), ..bar };
    assert!(matches!(draw_range_bar(&nan), Err(ChartError::Value { part: Part::Score, .. })));
    let spark = Sparkline {
        id_prefix: "s".to_owned(),
        title: String::new(),
        width: 96,
        height: 24,
        values: vec![Some(f64::NAN)],
        running: false,
        target: None,
    };
    assert!(matches!(draw_sparkline(&spark), Err(ChartError::Value { part: Part::Actual, .. })));
    for values in [vec![], vec![None], vec![Some(2.0)], vec![Some(2.0); 3], vec![Some(1.0), None]] {
        assert!(draw_sparkline(&Sparkline { values, ..spark.clone() }).is_ok());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_finite_draws_inside_the_picture(
        values in prop::collection::vec(prop::option::weighted(0.8, -1e15f64..=1e15), 0..60),
        width in 320u32..1200, height in 200u32..600, scale in -15i32..1,
        target in prop::option::of(-1e15f64..=1e15),
    ) {
        let scale = (0..-scale).fold(1.0, |scale: f64, _| scale / 10.0);
        let mut plot = full(&ENGLISH_TEXTS, &Words::English);
        (plot.width, plot.height) = (width, height);
        plot.points = values.iter().enumerate().map(|(index, value)| PlotPoint {
            value: value.map(|value| value * scale),
            ..PlotPoint::new(plot.from + chrono::Days::new(11 * index as u64), 0.0)
        }).collect();
        plot.target = target.map(|value| Target {
            value: value * scale, from: None, due: None, label: "T".into(),
        });
        let picture = draw_picture(&plot);
        prop_assert!(picture.is_ok(), "{:?}", picture.err());
        let svg = picture.expect("checked above").svg;
        for (x, y) in super::shape::places(&svg) {
            prop_assert!((0.0..=f64::from(width)).contains(&x), "x {x}");
            prop_assert!((0.0..=f64::from(height)).contains(&y), "y {y}");
        }
    }
}
