//! Bands that change by period, in every word and picture of a chart.

use super::*;
use crate::base::FiscalStart;
use crate::kpi::{BandStep, StepShape, shaped_bands};

/// Open cases: 10 to 20 by the end of 2026; 15 to 30 and 12 to 24 on the way.
fn load() -> Indicator {
    let step = |when: &str, value| BandStep { period: period(when), value };
    Indicator {
        name: "Open cases".to_owned(),
        unit: "cases".to_owned(),
        direction: Some(Direction::Within),
        baseline: Baseline::Known { value: 23.0, period: period("2025-12") },
        target: Target {
            low: Some(10.0),
            high: Some(20.0),
            due: Some(day("2026-12-31")),
            bands: vec![step("2026-Q1", (15.0, 30.0)), step("2026-07", (12.0, 24.0))],
            ..Target::default()
        },
        tolerance: Some(2.0),
        ..Indicator::new(Id::new(IdKind::Indicator, 9), Measure::Number)
    }
}

fn year(indicator: &Indicator) -> Series {
    let all = [33.0, 29.0, 28.0, 26.0, 27.0, 24.0, 25.0, 23.0, 22.0, 21.0, 24.0];
    let rows = all.into_iter().zip(1..).map(|(value, month)| (format!("2026-{month:02}"), value));
    let rows: Vec<(String, f64)> = rows.collect();
    let rows: Vec<(&str, f64)> = rows.iter().map(|(when, value)| (when.as_str(), *value)).collect();
    values(indicator, &rows)
}

fn chart_on(indicator: &Indicator, series: &Series, today: &str) -> ChartModel {
    indicator_chart(&catalogue(Language::English), &head(), indicator, series, day(today), 640)
}

#[test]
fn finding_summary_and_table_tell_the_band_of_the_period() {
    let load = load();
    let series = year(&load);
    let early = chart_on(&load, &series, "2026-04-15");
    assert_eq!(early.judgement.status, Status::OnCourse);
    let plain = |text: &str| text.replace('\u{a0}', " ");
    assert_eq!(
        plain(&early.finding),
        "Open cases is inside its band: 28 cases in March 2026, band 15 cases to 30 cases"
    );
    let said =
        "The band is 15 cases to 30 cases. From 31 December 2026 on it is 10 cases to 20 cases.";
    assert!(plain(&early.summary).contains(said), "{}", early.summary);
    let expected = early.readings.iter().map(|one| plain(one.expected.as_deref().unwrap_or("—")));
    let expected: Vec<String> = expected.collect();
    assert_eq!(
        (expected[0].as_str(), expected[6].as_str()),
        ("15 cases to 30 cases", "12 cases to 24 cases")
    );
    assert!(plain(&early.readings[6].spoken).contains("12 cases to 24 cases expected"));
    let late = chart_on(&load, &series, "2026-09-15");
    assert_eq!(late.judgement.status, Status::OnCourse);
    let outside = values(&load, &[("2026-08", 27.0)]);
    let late = chart_on(&load, &outside, "2026-09-15");
    assert_eq!(late.judgement.status, Status::OffCourse);
    assert!(plain(&late.summary).contains("the value is 3 cases outside it"), "{}", late.summary);
    let due = chart_on(&load, &values(&load, &[("2026-12", 24.0)]), "2027-01-15");
    assert_eq!(due.judgement.status, Status::Missed);
    assert!(!due.summary.contains("From 31"), "{}", due.summary);
}

#[test]
fn the_receipt_names_the_step_the_due_date_or_that_nothing_holds_yet() {
    let load = load();
    let english = catalogue(Language::English);
    let text = |when: &str, term: &str| {
        let series = values(&load, &[(when, 14.0)]);
        let lines = receipt(&english, &head(), &load, &series, day("2027-06-15"));
        lines.into_iter().find(|line| line.term == term).expect("a line").text
    };
    assert_eq!(
        text("2026-05", "Expected value"),
        "The series of bands says 15 to 30 from Q1 2026 on."
    );
    assert!(text("2026-12", "Expected value").contains("31 December 2026"));
    assert!(text("2025-11", "Expected value").contains("begins later"));
    assert!(text("2026-05", "Status").contains("On course: inside the band of its period alone"));
    let flat =
        Indicator { target: Target { bands: Vec::new(), ..load.target.clone() }, ..load.clone() };
    let series = year(&flat);
    let lines = receipt(&english, &head(), &flat, &series, day("2026-12-05"));
    assert!(lines.iter().all(|line| line.term != "Expected value"));
    assert!(lines.iter().any(|line| line.text.contains("Met: inside the band.")));
}

#[test]
fn an_accepted_deviation_from_a_band_names_the_band() {
    let deviation = crate::kpi::Deviation {
        until: Some(day("2026-12-31")),
        who: Some(Id::new(IdKind::Person, 1)),
        why: "a new team".to_owned(),
    };
    let load = Indicator { deviation: Some(deviation), ..load() };
    let model = chart_on(&load, &values(&load, &[("2026-10", 40.0)]), "2026-11-15");
    assert_eq!(model.judgement.status, Status::Accepted);
    assert!(model.finding.ends_with("target 10\u{a0}cases to 20\u{a0}cases"), "{}", model.finding);
}

#[test]
fn no_language_leaves_a_slot_open_where_bands_change() {
    let load = load();
    for (when, today) in
        [("2026-05", "2026-06-15"), ("2026-12", "2027-01-15"), ("2025-11", "2026-01-15")]
    {
        let series = values(&load, &[(when, 27.0)]);
        for said in in_all(|catalogue| {
            let model = indicator_chart(catalogue, &head(), &load, &series, day(today), 640);
            let lines = receipt(catalogue, &head(), &load, &series, day(today));
            let lines = lines.into_iter().map(|line| line.text);
            lines.chain([model.finding, model.summary]).collect::<Vec<_>>().join("\n")
        }) {
            assert!(!said.contains('⟦') && !said.contains('{') && !said.contains("  "), "{said}");
        }
    }
}

#[test]
fn the_picture_draws_the_band_as_steps_or_sloping() {
    let stepped = load();
    let mut sloping = load();
    sloping.target.bands.truncate(1);
    let line = shaped_bands(&sloping, StepShape::Line, day("2026-11-18"), FiscalStart::JANUARY);
    sloping.target.bands = line.expect("a way");
    for (name, indicator) in [("bands-stepped", stepped), ("bands-sloping", sloping)] {
        let series = year(&indicator);
        let model = indicator_chart(
            &catalogue(Language::English),
            &head(),
            &indicator,
            &series,
            day("2026-12-05"),
            960,
        );
        golden(name, model.picture);
    }
}
