use super::*;
use crate::base::{FiscalStart, Id, IdKind, Period};
use chrono::NaiveDate;
use proptest::prelude::*;

const FISCAL: FiscalStart = FiscalStart::JANUARY;

fn date(text: &str) -> NaiveDate {
    text.parse().expect("test dates are dates")
}

fn period(text: &str) -> Period {
    Period::parse(text).expect("test periods are periods")
}

/// From 60 in December 2025 to 84 by the end of 2026: two points a month.
fn rising() -> Indicator {
    Indicator {
        direction: Some(Direction::Up),
        baseline: Baseline::Known { value: 60.0, period: period("2025-12") },
        target: Target { value: Some(84.0), due: Some(date("2026-12-31")), ..Target::default() },
        tolerance: Some(1.0),
        ..Indicator::new(Id::new(IdKind::Indicator, 1), Measure::Number)
    }
}

fn series(values: &[(&str, f64)]) -> Series {
    let measurement = |(text, value): &(&str, f64)| Measurement {
        id: Id::new(IdKind::Measurement, 1),
        indicator: Id::new(IdKind::Indicator, 1),
        period: period(text),
        actual: Actual::Value(*value),
        note: String::new(),
        import: None,
    };
    values.iter().map(|pair| (period(pair.0), measurement(pair))).collect()
}

fn status(indicator: &Indicator, values: &[(&str, f64)], today: &str) -> Status {
    judge(indicator, &series(values), date(today), FISCAL, 10).status
}

#[test]
fn the_expected_path_is_a_straight_line_by_days_and_then_the_target() {
    let indicator = rising();
    let at = |text: &str| expected_value(&indicator, date(text), FISCAL);
    // 181 of 365 days have passed on 30 June 2026.
    assert!((at("2026-06-30").unwrap_or(0.0) - (60.0 + 24.0 * 181.0 / 365.0)).abs() < 1e-12);
    assert_eq!(at("2025-12-31"), Some(60.0));
    assert_eq!(at("2026-12-31"), Some(84.0));
    assert_eq!(at("2027-05-01"), Some(84.0));
    assert_eq!(at("2025-11-30"), None);
}

#[test]
fn every_status_word_is_reached_by_its_rule() {
    let indicator = rising();
    // Expected at the end of June 2026: 71.90.
    let june = |value| status(&indicator, &[("2026-06", value)], "2026-07-05");
    assert_eq!(june(84.0), Status::Met);
    assert_eq!(june(90.0), Status::Met);
    assert_eq!(june(72.0), Status::OnCourse);
    assert_eq!(june(71.0), Status::WithinTolerance);
    assert_eq!(june(70.0), Status::OffCourse);
    let december = |value| status(&indicator, &[("2026-12", value)], "2027-01-05");
    assert_eq!(december(84.0), Status::Met);
    assert_eq!(december(83.0), Status::WithinTolerance);
    assert_eq!(december(82.9), Status::Missed);
    assert_eq!(status(&indicator, &[], "2026-07-05"), Status::NoData);
    let no_baseline = Indicator { baseline: Baseline::NoneYet, ..rising() };
    assert_eq!(status(&no_baseline, &[("2026-06", 70.0)], "2026-07-05"), Status::NotDueYet);
    assert_eq!(status(&no_baseline, &[("2026-06", 84.0)], "2026-07-05"), Status::Met);
    assert_eq!(status(&no_baseline, &[("2026-12", 70.0)], "2027-01-05"), Status::Missed);
    let no_target = Indicator { target: Target::default(), ..rising() };
    assert_eq!(status(&no_target, &[("2026-06", 70.0)], "2026-07-05"), Status::NoTarget);
}

#[test]
fn less_is_better_is_judged_the_other_way_round() {
    let falling = Indicator {
        direction: Some(Direction::Down),
        baseline: Baseline::Known { value: 84.0, period: period("2025-12") },
        target: Target { value: Some(60.0), due: Some(date("2026-12-31")), ..Target::default() },
        ..rising()
    };
    let june = |value| status(&falling, &[("2026-06", value)], "2026-07-05");
    assert_eq!(june(60.0), Status::Met);
    assert_eq!(june(72.0), Status::OnCourse);
    assert_eq!(june(73.0), Status::WithinTolerance);
    assert_eq!(june(73.2), Status::OffCourse);
}

#[test]
fn a_value_that_equals_the_tolerance_on_paper_is_within_it() {
    // 0.3 − 0.2 is 0.09999999999999998 in doubles, 0.7 + 0.1 less than 0.8.
    let indicator = Indicator {
        baseline: Baseline::NoneYet,
        target: Target { value: Some(0.8), due: Some(date("2026-01-31")), ..Target::default() },
        tolerance: Some(0.1),
        ..rising()
    };
    assert_eq!(status(&indicator, &[("2026-01", 0.7)], "2026-02-03"), Status::WithinTolerance);
    assert_eq!(status(&indicator, &[("2026-01", 0.69)], "2026-02-03"), Status::Missed);
}

#[test]
fn stay_within_shows_the_distance_outside_the_band() {
    let band = Indicator {
        direction: Some(Direction::Within),
        target: Target {
            value: None,
            low: Some(10.0),
            high: Some(20.0),
            due: Some(date("2026-12-31")),
            ..Target::default()
        },
        tolerance: Some(1.0),
        ..rising()
    };
    let june = |value| judge(&band, &series(&[("2026-06", value)]), date("2026-07-05"), FISCAL, 10);
    assert_eq!(june(10.0).status, Status::Met);
    assert_eq!(june(21.0).status, Status::WithinTolerance);
    let off = june(7.0);
    assert_eq!(off.status, Status::OffCourse);
    assert_eq!(
        off.assessed.map(|assessed| assessed.attainment),
        Some(Attainment::OutsideBand(3.0))
    );
    assert_eq!(status(&band, &[("2026-12", 7.0)], "2027-01-05"), Status::Missed);
}

#[test]
fn attainment_says_why_it_is_undefined() {
    let attainment = |indicator: &Indicator| {
        judge(indicator, &series(&[("2026-06", 66.0)]), date("2026-07-05"), FISCAL, 10)
            .assessed
            .map(|assessed| assessed.attainment)
    };
    assert_eq!(attainment(&rising()), Some(Attainment::Ratio(0.25)));
    let none_yet = Indicator { baseline: Baseline::NoneYet, ..rising() };
    assert_eq!(attainment(&none_yet), Some(Attainment::NoBaseline));
    let flat = Indicator {
        baseline: Baseline::Known { value: 84.0, period: period("2025-12") },
        ..rising()
    };
    assert_eq!(attainment(&flat), Some(Attainment::TargetIsBaseline));
    let zero = Indicator {
        target: Target { value: Some(0.0), due: Some(date("2026-12-31")), ..Target::default() },
        direction: Some(Direction::Down),
        ..rising()
    };
    assert_eq!(attainment(&zero), Some(Attainment::Ratio(-0.1)));
}

#[test]
fn the_running_period_is_never_judged_and_lateness_makes_stale() {
    let indicator = rising();
    let values = [("2026-05", 90.0), ("2026-06", 70.0), ("2026-07", 99.0)];
    let july = judge(&indicator, &series(&values), date("2026-07-20"), FISCAL, 10);
    assert_eq!(july.assessed.map(|assessed| assessed.period), Some(period("2026-06")));
    let stale =
        |today: &str| judge(&indicator, &series(&values[..1]), date(today), FISCAL, 10).stale;
    assert!(!stale("2026-07-10"));
    assert!(stale("2026-07-11"));
    assert!(!stale("2026-06-30"));
    // June is still missing when July has just ended.
    assert!(stale("2026-08-03"));
}

#[test]
fn an_empty_whole_has_no_value_and_is_passed_over() {
    let empty = Actual::Counted { part: 0.0, whole: 0.0 };
    assert_eq!(empty.number(), None);
    assert_eq!(Actual::Counted { part: 81.0, whole: 324.0 }.number(), Some(25.0));
    assert_eq!(Actual::counted(5.0, 4.0), None);
    assert_eq!(Actual::counted(-1.0, 4.0), None);
    assert_eq!(Actual::counted(f64::NAN, 4.0), None);
}

#[test]
fn a_target_counts_only_when_every_fact_is_stated() {
    let mut indicator = rising();
    assert_eq!(
        missing_facts(&indicator),
        [
            MissingFact::Goal,
            MissingFact::Unit,
            MissingFact::Population,
            MissingFact::Source,
            MissingFact::Owner
        ]
    );
    indicator.goal = Some(Id::new(IdKind::Goal, 1));
    indicator.unit = "visits".to_owned();
    indicator.population = "active customers".to_owned();
    indicator.source = "CRM".to_owned();
    indicator.owner = Some(Id::new(IdKind::Person, 1));
    assert!(is_measurable(&indicator));
    indicator.measure =
        Measure::ServiceLevel { within: None, unit: TimeUnit::Seconds, channel: String::new() };
    assert_eq!(missing_facts(&indicator), [MissingFact::Unit]);
}

proptest! {
    #[test]
    fn mirroring_all_values_and_the_direction_changes_no_status(
        start in -100.0f64..100.0, aim in -100.0f64..100.0, actual in -150.0f64..150.0,
        tolerance in 0.0f64..20.0,
    ) {
        let build = |sign: f64, direction| Indicator {
            direction: Some(direction),
            baseline: Baseline::Known { value: sign * start, period: period("2025-12") },
            target: Target { value: Some(sign * aim), due: Some(date("2026-12-31")), ..Target::default() },
            tolerance: Some(tolerance),
            ..rising()
        };
        let up = status(&build(1.0, Direction::Up), &[("2026-06", actual)], "2026-07-05");
        let down = status(&build(-1.0, Direction::Down), &[("2026-06", -actual)], "2026-07-05");
        prop_assert_eq!(up, down);
    }
}

/// Rising, with a step of 65 from January and 80 from July 2026.
fn stepped() -> Indicator {
    let step = |text, value| TargetStep { period: period(text), value };
    let target = Target {
        commit: Some(80.0),
        stretch: Some(90.0),
        steps: vec![step("2026-01", 65.0), step("2026-07", 80.0)],
        ..rising().target
    };
    Indicator { target, ..rising() }
}

#[test]
fn a_series_of_targets_takes_the_place_of_the_straight_line() {
    let indicator = stepped();
    let at = |text: &str| expected_value(&indicator, date(text), FISCAL);
    assert_eq!(at("2025-12-31"), None, "the series has not begun");
    assert_eq!((at("2026-01-31"), at("2026-06-30")), (Some(65.0), Some(65.0)));
    assert_eq!((at("2026-07-31"), at("2026-12-30")), (Some(80.0), Some(80.0)));
    assert_eq!(at("2026-12-31"), Some(84.0), "from the due date on the target itself");
    let june = |value| status(&indicator, &[("2026-06", value)], "2026-07-05");
    assert_eq!(june(84.0), Status::Met);
    assert_eq!(june(65.0), Status::OnCourse);
    assert_eq!(june(64.0), Status::WithinTolerance);
    assert_eq!(june(63.9), Status::OffCourse);
    let july = |value| status(&indicator, &[("2026-07", value)], "2026-08-05");
    assert_eq!((july(65.0), july(79.0)), (Status::OffCourse, Status::WithinTolerance));
    // The promised 80 is not the target: from the due date on 84 counts.
    assert_eq!(status(&indicator, &[("2026-12", 81.0)], "2027-01-05"), Status::Missed);
    // Without a baseline the series is enough to expect something.
    let fresh = Indicator { baseline: Baseline::NoneYet, ..stepped() };
    assert_eq!(status(&fresh, &[("2026-06", 66.0)], "2026-07-05"), Status::OnCourse);
    assert_eq!(status(&fresh, &[("2025-11", 66.0)], "2025-12-05"), Status::NotDueYet);
}

#[test]
fn the_levels_of_a_target_are_reached_one_after_the_other() {
    let level = |value| reached(&stepped(), value);
    assert_eq!((level(79.9), level(80.0)), (None, Some(Level::Commit)));
    assert_eq!((level(84.0), level(90.0)), (Some(Level::Target), Some(Level::Stretch)));
    let falling = Indicator { direction: Some(Direction::Down), ..stepped() };
    assert_eq!(reached(&falling, 91.0), None);
    assert_eq!(reached(&falling, 90.0), Some(Level::Stretch));
    let band = Indicator { direction: Some(Direction::Within), ..stepped() };
    assert_eq!(reached(&band, 80.0), None, "a band has one level");
}

/// Accepted until the middle of July 2026.
fn excused() -> Indicator {
    let deviation = Deviation {
        until: Some(date("2026-07-15")),
        who: Some(Id::new(IdKind::Person, 1)),
        why: "the new line starts in July".to_owned(),
    };
    Indicator { deviation: Some(deviation), ..rising() }
}

#[test]
fn an_accepted_deviation_excuses_what_is_off_and_nothing_else() {
    let june = |value, today: &str| {
        judge(&excused(), &series(&[("2026-06", value)]), date(today), FISCAL, 10)
    };
    let off = june(60.0, "2026-07-15");
    assert_eq!((off.status, off.excused), (Status::Accepted, Some(Status::OffCourse)));
    for (value, status) in
        [(84.0, Status::Met), (72.0, Status::OnCourse), (71.0, Status::WithinTolerance)]
    {
        let found = june(value, "2026-07-05");
        assert_eq!((found.status, found.excused), (status, None), "{value}");
    }
    // It ends by itself the day after.
    let over = june(60.0, "2026-07-16");
    assert_eq!((over.status, over.excused), (Status::OffCourse, None));
}

#[test]
fn a_deviation_that_does_not_say_who_why_and_until_when_excuses_nothing() {
    let whole = excused().deviation.expect("it is there");
    let parts = [
        Deviation { until: None, ..whole.clone() },
        Deviation { who: None, ..whole.clone() },
        Deviation { why: "  ".to_owned(), ..whole.clone() },
    ];
    for deviation in parts {
        let indicator = Indicator { deviation: Some(deviation), ..rising() };
        let found = status(&indicator, &[("2026-06", 60.0)], "2026-07-05");
        assert_eq!(found, Status::OffCourse);
    }
    let late = Deviation { until: Some(date("2027-03-31")), ..whole };
    let indicator = Indicator { deviation: Some(late), ..rising() };
    let found = judge(&indicator, &series(&[("2026-12", 60.0)]), date("2027-01-05"), FISCAL, 10);
    assert_eq!((found.status, found.excused), (Status::Accepted, Some(Status::Missed)));
}
