use super::*;
use crate::base::{Id, IdKind};
use crate::kpi::{Direction, Measure, Measurement, Target};
use crate::statistics::{LimitsError, Rule};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn bare(measure: Measure) -> Indicator {
    Indicator {
        direction: Some(Direction::Up),
        target: Target { value: Some(80.0), due: Some(day("2027-12-31")), ..Target::default() },
        ..Indicator::new(Id::new(IdKind::Indicator, 1), measure)
    }
}

/// Monthly actuals from January 2025 on.
fn months(actuals: impl IntoIterator<Item = Option<Actual>>) -> Series {
    let mut period = Period::parse("2025-01").expect("a month");
    let mut series = Series::new();
    for (n, actual) in actuals.into_iter().enumerate() {
        if let Some(actual) = actual {
            let id = Id::new(IdKind::Measurement, u64::try_from(n).expect("small"));
            let indicator = Id::new(IdKind::Indicator, 1);
            let note = String::new();
            let found = Measurement { id, indicator, period, actual, note, import: None };
            series.insert(period, found);
        }
        period = period.next(FiscalStart::JANUARY);
    }
    series
}

fn values(values: &[f64]) -> Series {
    months(values.iter().map(|value| Some(Actual::Value(*value))))
}

fn shares(counts: &[(f64, f64)]) -> Series {
    months(counts.iter().map(|(part, whole)| Actual::counted(*part, *whole)))
}

fn look(indicator: &Indicator, series: &Series) -> Process {
    process(indicator, series, day("2035-06-15"), FiscalStart::JANUARY)
}

fn noisy(count: usize) -> Vec<f64> {
    [61.0, 64.0, 60.0, 63.0, 62.0, 65.0, 59.0, 62.0, 64.0, 61.0]
        .into_iter()
        .cycle()
        .take(count)
        .collect()
}

#[test]
fn nothing_one_value_and_few_values_have_reasons_instead_of_limits() {
    let indicator = bare(Measure::Number);
    let none = look(&indicator, &Series::new());
    assert_eq!((none.segments.len(), none.count(), none.change), (0, 0, None));
    assert_eq!(none.assurance, Err(NoAssurance::NoLimits));
    assert_eq!(none.trend, Err(NoTrend::TooFew { found: 0 }));
    let one = look(&indicator, &values(&[62.0]));
    assert_eq!(one.segments[0].limits, Err(LimitsError::TooFewPoints { found: 1 }));
    assert_eq!(one.projection, Err(NoProjection::NoTrend));
    let five = look(&indicator, &values(&noisy(5)));
    assert!(five.segments[0].limits.as_ref().is_ok_and(SegmentLimits::is_trial));
}

#[test]
fn values_that_never_move_have_limits_without_width_and_no_signal() {
    let flat = look(&bare(Measure::Number), &values(&[62.1; 20]));
    let limits = flat.segments[0].limits.as_ref().expect("limits");
    assert!(limits.points[0].is_some_and(|limits| limits.reach().abs() < 1e-9));
    assert_eq!(flat.signals, []);
    assert_eq!((flat.trend, flat.season), (Err(NoTrend::Flat), None));
    assert_eq!(flat.assurance, Ok(Assurance::Never));
}

#[test]
fn the_running_period_takes_no_part() {
    let series = values(&noisy(12));
    let june = process(&bare(Measure::Number), &series, day("2025-06-15"), FiscalStart::JANUARY);
    assert_eq!(june.count(), 5);
}

#[test]
fn a_missing_year_is_a_gap_and_breaks_runs() {
    let above = |value| Some(Actual::Value(value));
    let gap = std::iter::repeat_n(None, 12);
    let series = months(noisy(20).into_iter().map(above).chain(gap).chain([above(64.5); 6]));
    let found = look(&bare(Measure::Number), &series);
    assert_eq!((found.periods.len(), found.count()), (38, 26));
    assert!(found.signals.iter().all(|signal| signal.rule != Rule::OneSide), "{:?}", found.signals);
}

#[test]
fn limits_begin_anew_only_at_a_change_with_a_reason() {
    let mut all = noisy(14);
    all.extend(noisy(14).iter().map(|value| value + 20.0));
    let series = values(&all);
    let mut indicator = bare(Measure::Number);
    indicator.changes = vec![ChangeMark::new(day("2026-03-05"), "Go-live")];
    let plain = look(&indicator, &series);
    assert_eq!(plain.segments.len(), 1);
    assert!(plain.signals.iter().any(|signal| signal.rule == Rule::OneSide));
    assert_eq!(plain.assurance, Ok(Assurance::ByChance));
    indicator.changes[0].restart = "The new routing".to_owned();
    let anew = look(&indicator, &series);
    assert_eq!(anew.segments.len(), 2);
    assert_eq!((anew.segments[1].first, anew.segments[1].mark), (14, Some(0)));
    assert_eq!(anew.signals, []);
    assert_eq!(anew.assurance, Ok(Assurance::ByChance), "75.2 to 89.1 around 80");
    indicator.target.value = Some(70.0);
    assert_eq!(look(&indicator, &series).assurance, Ok(Assurance::Always));
}

#[test]
fn a_change_belongs_to_the_period_that_lies_after_it_for_the_larger_part() {
    let mut indicator = bare(Measure::Number);
    let series = values(&noisy(24));
    for (date, first) in [("2026-03-05", 14), ("2026-03-16", 14), ("2026-03-25", 15)] {
        indicator.changes =
            vec![ChangeMark { restart: "why".to_owned(), ..ChangeMark::new(day(date), "Go-live") }];
        assert_eq!(look(&indicator, &series).segments[1].first, first, "{date}");
    }
    // Before the first value, after the last one, twice in one month.
    let at =
        |date: &str| ChangeMark { restart: "why".to_owned(), ..ChangeMark::new(day(date), "x") };
    indicator.changes = vec![at("2020-01-01"), at("2034-01-01")];
    assert_eq!(look(&indicator, &series).segments.len(), 1);
    indicator.changes = vec![at("2026-03-03"), at("2026-03-05")];
    let found = look(&indicator, &series);
    assert_eq!((found.segments.len(), found.segments[1].mark), (2, Some(1)));
}

#[test]
fn shares_choose_their_chart_by_how_widely_they_scatter() {
    let indicator = bare(Measure::Share);
    let calm: Vec<(f64, f64)> = noisy(20).iter().map(|value| (value * 2.0, 200.0)).collect();
    let found = look(&indicator, &shares(&calm));
    assert_eq!(found.kind, ChartKind::Shares);
    assert!(!found.dispersion.expect("tested").is_over());
    let many: Vec<(f64, f64)> = noisy(20).iter().map(|value| (value * 2000.0, 200_000.0)).collect();
    let found = look(&indicator, &shares(&many));
    assert_eq!(found.kind, ChartKind::WideShares);
    let limits = found.segments[0].limits.as_ref().expect("limits");
    assert!(limits.sigma_z.expect("Laney") > 5.0);
    // The same spread called noise: nothing outside.
    assert!(found.signals.iter().all(|signal| signal.rule != Rule::Outside));
    let mut mixed = shares(&calm);
    let first = mixed.values_mut().next().expect("a value");
    first.actual = Actual::Value(60.0);
    assert_eq!(look(&indicator, &mixed).kind, ChartKind::UncountedShares(1));
}

#[test]
fn a_whole_of_zero_is_a_missing_value() {
    let mut counts: Vec<(f64, f64)> = noisy(12).iter().map(|value| (*value, 100.0)).collect();
    counts[4] = (0.0, 0.0);
    let found = look(&bare(Measure::Share), &shares(&counts));
    assert_eq!((found.kind, found.count(), found.values[4]), (ChartKind::Shares, 11, None));
}

#[test]
fn a_projection_has_a_range_and_a_basis() {
    let mut indicator = bare(Measure::Number);
    let up: Vec<f64> =
        noisy(16).iter().zip(0..).map(|(v, n)| v - 20.0 + f64::from(n) * 1.5).collect();
    let found = look(&indicator, &values(&up));
    let projected = found.projection.expect("a basis");
    let latest = projected.latest.expect("within sight");
    assert!(projected.earliest <= latest && latest <= projected.horizon, "{projected:?}");
    assert!(projected.earliest > *found.periods.last().expect("periods"));
    assert_eq!(found.trend.map(|trend| trend.heading()), Ok(Heading::Rising));
    indicator.direction = Some(Direction::Down);
    indicator.target.value = Some(30.0);
    assert_eq!(look(&indicator, &values(&up)).projection, Err(NoProjection::Away));
    indicator.target.value = Some(90.0);
    assert_eq!(look(&indicator, &values(&up)).projection, Err(NoProjection::Reached));
    indicator.direction = Some(Direction::Up);
    indicator.target.value = Some(900.0);
    assert_eq!(look(&indicator, &values(&up)).projection, Err(NoProjection::TooFar));
    assert_eq!(look(&indicator, &values(&noisy(16))).projection, Err(NoProjection::Unclear));
    indicator.direction = Some(Direction::Within);
    assert_eq!(look(&indicator, &values(&up)).projection, Err(NoProjection::NoTarget));
}

#[test]
fn a_step_is_no_slope_to_go_on_along() {
    let mut all = noisy(14);
    all.extend(noisy(14).iter().map(|value| value + 9.0));
    let found = look(&bare(Measure::Number), &values(&all));
    assert_eq!(found.trend.map(|trend| trend.heading()), Ok(Heading::Rising));
    assert_eq!(found.projection, Err(NoProjection::Step));
}

#[test]
fn a_strong_season_is_named_and_keeps_a_projection_back() {
    let wave = [0.0, 2.0, 9.0, 4.0, 1.0, 3.0, 14.0, 18.0, 25.0, 12.0, 6.0, 5.0];
    let season: Vec<f64> = (0..48)
        .map(|n: u8| wave[usize::from(n) % 12] + f64::from(n) * 0.4 + f64::from(n % 5))
        .collect();
    let found = look(&bare(Measure::Number), &values(&season));
    assert!(found.strong_season().is_some(), "{:?}", found.season);
    assert_eq!(found.projection, Err(NoProjection::Season));
}

#[test]
fn before_and_after_are_compared_with_five_on_either_side() {
    let mut indicator = bare(Measure::Number);
    indicator.changes = vec![ChangeMark::new(day("2025-11-03"), "Training")];
    let mut all = noisy(10);
    all.extend(noisy(8).iter().map(|value| value + 9.0));
    let effect = look(&indicator, &values(&all)).change.expect("a change");
    assert_eq!((effect.before, effect.after, effect.was_moving), (10, 8, false));
    let found = effect.found.expect("enough on both sides");
    assert!((found.shift - 9.0).abs() < 1.5 && found.p < 0.01, "{found:?}");
    let effect = look(&indicator, &values(&all[..13])).change.expect("a change");
    assert_eq!((effect.after, effect.found), (3, None));
    let moving: Vec<f64> = (0..18).map(f64::from).collect();
    assert!(look(&indicator, &values(&moving)).change.expect("a change").was_moving);
}

proptest! {
    #[test]
    fn every_place_has_its_stretch_and_signals_stand_on_values(
        given in proptest::collection::vec(proptest::option::weighted(0.9, -1000i32..1000), 0..60),
        cuts in proptest::collection::vec(0u64..2000, 0..4),
    ) {
        let mut indicator = bare(Measure::Number);
        for cut in cuts {
            let date = day("2025-01-01") + chrono::Days::new(cut);
            indicator.changes.push(ChangeMark { restart: "why".into(), ..ChangeMark::new(date, "x") });
        }
        let series = months(given.iter().map(|v| v.map(|v| Actual::Value(f64::from(v)))));
        let found = look(&indicator, &series);
        let places: Vec<usize> = found.segments.iter().flat_map(Segment::places).collect();
        prop_assert_eq!(places, (0..found.values.len()).collect::<Vec<_>>());
        for signal in &found.signals {
            prop_assert!(signal.places.iter().all(|place| found.values[*place].is_some()));
        }
    }
}
