//! Pictures one can open, compared byte by byte. `UPDATE_GOLDEN=1` rewrites them.

use super::super::*;
use super::samples::*;
use std::path::Path;

/// The light palette of the page, for viewing.
const LIGHT: &str = ":root { --paper: #FCFCFA; --ink: #1B1F24; --second: #5A6370; \
    --accent: #1F5FBF; --met: #1A7F4B; --tolerance: #8A5A00; --missed: #B3261E; --rule: #DDDFE2; \
    --wash: #F2F3F0; }";

#[track_caller]
pub fn golden(name: &str, svg: Result<String, ChartError>) {
    let file = standalone(&svg.expect("a chart"), LIGHT);
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden/chart")
        .join(format!("{name}.svg"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &file).expect("the golden folder is writable");
    }
    let wanted = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(wanted == file, "{name}.svg differs: look at it, then run with UPDATE_GOLDEN=1");
}

#[test]
fn months_of_a_time_that_should_fall() {
    golden("months", draw(&full(&ENGLISH_TEXTS, &Words::English)));
}

#[test]
fn the_same_on_a_narrow_screen() {
    for (name, texts, words) in [
        ("narrow", ENGLISH_TEXTS, Words::English),
        ("narrow-chinese", CHINESE_TEXTS, Words::Chinese),
        ("narrow-russian", RUSSIAN_TEXTS, Words::Russian),
    ] {
        let mut plot = full(&texts, &words);
        plot.width = 320;
        plot.height = 260;
        golden(name, draw(&plot));
    }
}

#[test]
fn the_same_in_chinese() {
    golden("chinese", draw(&full(&CHINESE_TEXTS, &Words::Chinese)));
}

#[test]
fn the_same_in_russian() {
    golden("russian", draw(&full(&RUSSIAN_TEXTS, &Words::Russian)));
}

#[test]
fn a_share_with_intervals() {
    let mut plot = Plot::new(day("2025-01-01"), day("2026-06-30"), &Words::English);
    plot.title = "Calls answered within 20 seconds reach the target".to_owned();
    plot.unit = "% of calls, more is better".to_owned();
    (plot.floor, plot.ceiling) = (Some(0.0), Some(100.0));
    let dates = months("2025-01-01", 15);
    plot.points = dates
        .iter()
        .enumerate()
        .map(|(index, date)| {
            let value = 68.0 + 1.1 * index as f64 + 9.0 * wander(index);
            let interval = Some((value - 7.0, (value + 6.0).min(100.0)));
            PlotPoint { interval, ..PlotPoint::new(*date, value) }
        })
        .collect();
    plot.actual_label = Label::new("Mar 87 %", "87 %");
    plot.target = Some(Target {
        value: 80.0,
        from: None,
        due: Some(day("2026-01-31")),
        label: Label::new("Target 80 %", "80 %"),
    });
    plot.limits = [("Upper limit", 97.0), ("Mean", 80.9), ("Lower limit", 64.8)]
        .into_iter()
        .map(|(name, value)| NamedLine {
            path: vec![(plot.from, value), (plot.to, value)],
            label: name.into(),
        })
        .collect();
    golden("share", draw(&plot));
}

#[test]
fn one_value_and_no_value() {
    let mut plot = Plot::new(day("2026-01-01"), day("2026-12-31"), &Words::English);
    plot.title = "The first value is in".to_owned();
    plot.unit = "orders a month".to_owned();
    plot.points = vec![PlotPoint::new(day("2026-03-01"), 120.0)];
    plot.actual_label = "Mar 120".into();
    plot.target = Some(Target {
        value: 200.0,
        from: Some(day("2026-02-01")),
        due: Some(day("2026-10-31")),
        label: "Target 200".into(),
    });
    golden("one", draw(&plot));
    plot.title = "No value yet".to_owned();
    plot.points.clear();
    golden("none", draw(&plot));
}

#[test]
fn a_year_without_values_stays_a_gap() {
    let mut plot = Plot::new(day("2023-01-01"), day("2026-03-31"), &Words::English);
    plot.title = "A year was not measured".to_owned();
    plot.unit = "complaints".to_owned();
    plot.actual_label = "Mar 47".into();
    plot.points = months("2023-01-01", 39)
        .into_iter()
        .enumerate()
        .map(|(index, date)| {
            let value = (20.0 + 30.0 * wander(index)).round();
            if (12..24).contains(&index) || index == 30 || index == 32 {
                PlotPoint::gap(date)
            } else {
                PlotPoint::new(date, value)
            }
        })
        .collect();
    plot.within =
        Some(Band::flat(plot.from, plot.to, 20.0, 35.0, Label::new("Keep 20 to 35", "20–35")));
    golden("gap", draw(&plot));
}

#[test]
fn values_below_zero() {
    let mut plot = Plot::new(day("2026-01-05"), day("2026-03-15"), &Words::English);
    plot.title = "Profit crosses zero".to_owned();
    plot.unit = "thousand euros".to_owned();
    plot.actual_label = "Profit".into();
    plot.points = (0..10)
        .map(|week| {
            PlotPoint::new(plot.from + chrono::Days::new(7 * week), -45.0 + 7.5 * week as f64)
        })
        .collect();
    golden("negative", draw(&plot));
}

#[test]
fn the_largest_values_that_may_be_stored() {
    let mut plot = Plot::new(day("2026-01-01"), day("2030-12-31"), &Words::English);
    plot.title = "Large values".to_owned();
    plot.unit = "roubles".to_owned();
    plot.points = (0..5)
        .map(|year| {
            PlotPoint::new(
                day("2026-06-30") + chrono::Months::new(12 * year),
                2e14 * f64::from(year + 1),
            )
        })
        .collect();
    plot.actual_label = "2030".into();
    golden("large", draw(&plot));
}

#[test]
fn a_hundred_thousand_values() {
    golden("long", draw(&long(100_000, &Words::English)));
}

#[test]
fn small_charts_of_table_cells() {
    golden(
        "sparkline",
        draw_sparkline(&Sparkline {
            id_prefix: "s".to_owned(),
            title: "falling over 18 months".to_owned(),
            width: 96,
            height: 24,
            values: (0..18)
                .map(|month| (month != 7).then(|| 60.0 - 1.5 * month as f64 + 9.0 * wander(month)))
                .collect(),
            running: true,
            target: Some(34.0),
        }),
    );
    let bullet = Bullet {
        id_prefix: "b".to_owned(),
        title: "42 min, target 30 min".to_owned(),
        width: 160,
        height: 20,
        actual: Some(42.0),
        running: false,
        target: Some(30.0),
        tolerance: Some((30.0, 34.0)),
        baseline: Some(62.0),
        ceiling: None,
    };
    golden("bullet", draw_bullet(&bullet));
    golden(
        "bullet-negative",
        draw_bullet(&Bullet {
            actual: Some(-12.0),
            target: Some(20.0),
            tolerance: None,
            baseline: Some(-30.0),
            running: true,
            ..bullet
        }),
    );
    golden(
        "range",
        draw_range_bar(&RangeBar {
            id_prefix: "r".to_owned(),
            title: "62 %, can still become 40 to 90 %".to_owned(),
            width: 160,
            height: 14,
            score: Some(62.0),
            range: (40.0, 90.0),
        }),
    );
}
