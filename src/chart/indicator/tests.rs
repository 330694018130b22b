//! Findings, summaries and pictures of one indicator, in three languages.

use super::*;
use crate::base::{Cadence, Id, IdKind, Period};
use crate::chart::standalone;
use crate::i18n::Language;
use crate::i18n::testing::{catalogue, in_all};
use crate::kpi::{Actual, Baseline, ChangeMark, Direction, Measure, Status, Target};
use std::path::Path;

mod bands;

fn head() -> ProjectHead {
    ProjectHead::new(Id::new(IdKind::Project, 1), "Service CRM")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn period(text: &str) -> Period {
    Period::parse(text).expect("a period")
}

/// First-call resolution: 62 % in October 2025, 80 % by 31 March 2027.
fn resolution() -> Indicator {
    Indicator {
        name: "First-call resolution".to_owned(),
        direction: Some(Direction::Up),
        baseline: Baseline::Known { value: 62.0, period: period("2025-10") },
        target: Target { value: Some(80.0), due: Some(day("2027-03-31")), ..Target::default() },
        tolerance: Some(2.0),
        ..Indicator::new(Id::new(IdKind::Indicator, 7), Measure::Share)
    }
}

fn minutes() -> Indicator {
    Indicator {
        name: "First response".to_owned(),
        unit: "min".to_owned(),
        direction: Some(Direction::Down),
        target: Target { value: Some(30.0), due: Some(day("2026-06-30")), ..Target::default() },
        ..Indicator::new(Id::new(IdKind::Indicator, 8), Measure::Number)
    }
}

fn series(indicator: &Indicator, actuals: &[(&str, Actual)]) -> Series {
    let measurement = |(number, (when, actual)): (usize, &(&str, Actual))| {
        let found = Measurement {
            id: Id::new(IdKind::Measurement, number as u64),
            indicator: indicator.id,
            period: period(when),
            actual: *actual,
            note: String::new(),
            import: None,
        };
        (found.period, found)
    };
    actuals.iter().enumerate().map(measurement).collect()
}

fn values(indicator: &Indicator, actuals: &[(&str, f64)]) -> Series {
    let actuals: Vec<_> =
        actuals.iter().map(|(when, value)| (*when, Actual::Value(*value))).collect();
    series(indicator, &actuals)
}

fn counted(part: f64, whole: f64) -> Actual {
    Actual::counted(part, whole).expect("counts")
}

fn small(count: u64) -> f64 {
    f64::from(u32::try_from(count).expect("a small count"))
}

/// 24 months of counts; the last one still runs on 18 November 2026.
fn two_years(indicator: &Indicator) -> Series {
    let start = period("2024-12");
    let months = std::iter::successors(Some(start), |month| Some(month.next(FiscalStart::JANUARY)));
    let mut all = Series::new();
    for (index, month) in months.take(24).enumerate() {
        // A wandering count that is the same on every machine.
        let mixed = (index as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40;
        let whole = 180 + mixed % 40;
        let part = whole * (60 + index as u64 / 3 + mixed % 6) / 100;
        if index == 9 {
            continue;
        }
        let found = Measurement {
            id: Id::new(IdKind::Measurement, index as u64),
            indicator: indicator.id,
            period: month,
            actual: counted(small(part), small(whole)),
            note: String::new(),
            import: None,
        };
        all.insert(month, found);
    }
    all
}

fn findings(indicator: &Indicator, series: &Series, today: &str) -> [String; 3] {
    in_all(|catalogue| finding(catalogue, &head(), indicator, series, day(today)))
}

#[test]
fn the_finding_names_value_period_and_what_was_expected() {
    let indicator = resolution();
    let actuals = series(&indicator, &[("2026-10", counted(66.0, 100.0))]);
    assert_eq!(
        findings(&indicator, &actuals, "2026-11-18"),
        [
            "First-call resolution is off course: 66.0% in October 2026, 74.7% expected",
            "First-call resolution偏离目标：2026年10月为 66.0%，预期 74.7%",
            "First-call resolution: отстаёт от плана — 66,0\u{a0}% в октябре 2026\u{a0}г., \
             ожидалось 74,7\u{a0}%",
        ]
    );
}

#[test]
fn every_status_has_its_own_finding() {
    let share = resolution();
    let open = Indicator { baseline: Baseline::NoneYet, ..resolution() };
    let free = Indicator { target: Target::default(), ..resolution() };
    let time = minutes();
    let band = Indicator {
        direction: Some(Direction::Within),
        tolerance: Some(5.0),
        target: Target {
            low: Some(20.0),
            high: Some(35.0),
            due: Some(day("2026-01-31")),
            value: None,
            ..Target::default()
        },
        ..minutes()
    };
    let rows: [(&Indicator, Series, Status, &str); 12] = [
        (
            &share,
            values(&share, &[("2026-10", 80.0)]),
            Status::Met,
            "First-call resolution has met its target: 80% in October 2026, target 80%",
        ),
        (
            &share,
            values(&share, &[("2026-10", 75.0)]),
            Status::OnCourse,
            "First-call resolution is on course: 75% in October 2026, 74.7% expected",
        ),
        (
            &share,
            values(&share, &[("2026-10", 73.0)]),
            Status::WithinTolerance,
            "First-call resolution is within tolerance: 73% in October 2026, 74.7% expected",
        ),
        (
            &share,
            values(&share, &[("2026-10", 60.0)]),
            Status::OffCourse,
            "First-call resolution is off course: 60% in October 2026, 74.7% expected",
        ),
        (
            &open,
            values(&open, &[("2026-10", 60.0)]),
            Status::NotDueYet,
            "First-call resolution is not due yet: 60% in October 2026, target 80% by 31 March 2027",
        ),
        (
            &free,
            values(&free, &[("2026-10", 60.0)]),
            Status::NoTarget,
            "First-call resolution: 60% in October 2026, with no target to judge it by",
        ),
        (
            &time,
            values(&time, &[("2026-10", 34.5)]),
            Status::Missed,
            "First response has missed its target: 34.5\u{a0}min in October 2026, target 30\u{a0}min",
        ),
        (
            &band,
            values(&band, &[("2026-10", 20.0)]),
            Status::Met,
            "First response is inside its band: 20\u{a0}min in October 2026, band 20\u{a0}min to 35\u{a0}min",
        ),
        (
            &band,
            values(&band, &[("2026-10", 38.0)]),
            Status::WithinTolerance,
            "First response is just outside its band: 38\u{a0}min in October 2026, band 20\u{a0}min to 35\u{a0}min",
        ),
        (
            &band,
            values(&band, &[("2026-10", 41.0)]),
            Status::Missed,
            "First response is outside its band: 41\u{a0}min in October 2026, band 20\u{a0}min to 35\u{a0}min",
        ),
        (&share, Series::new(), Status::NoData, "First-call resolution has no values yet"),
        (
            &share,
            values(&share, &[("2026-11", 70.0)]),
            Status::NoData,
            "First-call resolution has no value of a period that has ended",
        ),
    ];
    let english = catalogue(Language::English);
    for (indicator, series, status, wanted) in rows {
        let model = indicator_chart(&english, &head(), indicator, &series, day("2026-11-18"), 640);
        assert_eq!((model.judgement.status, model.finding.as_str()), (status, wanted));
        assert!(model.picture.is_ok(), "{wanted}: {:?}", model.picture);
    }
}

#[test]
fn no_language_leaves_a_slot_open_or_lacks_a_message() {
    let share = resolution();
    let band = Indicator {
        direction: Some(Direction::Within),
        target: Target {
            low: Some(20.0),
            high: Some(35.0),
            due: Some(day("2026-01-31")),
            value: None,
            ..Target::default()
        },
        ..minutes()
    };
    let same = Indicator {
        baseline: Baseline::Known { value: 80.0, period: period("2025-10") },
        ..resolution()
    };
    let open = Indicator { baseline: Baseline::Unset, ..resolution() };
    let rows = [
        (&share, two_years(&share), "2026-11-18"),
        (&share, two_years(&share), "2027-11-18"),
        (&share, Series::new(), "2026-11-18"),
        (&same, two_years(&same), "2026-11-18"),
        (&open, two_years(&open), "2026-11-18"),
        (&band, values(&band, &[("2026-08", 50.0), ("2026-10", 12.0)]), "2026-11-18"),
    ];
    for language in Language::ALL {
        let catalogue = catalogue(language);
        for (indicator, series, today) in &rows {
            let model = indicator_chart(&catalogue, &head(), indicator, series, day(today), 640);
            let receipt = receipt(&catalogue, &head(), indicator, series, day(today));
            let mut said = vec![model.finding, model.summary, csv(&catalogue, indicator, series)];
            said.extend(model.readings.into_iter().map(|reading| reading.spoken));
            said.extend(receipt.into_iter().map(|line| format!("{}: {}", line.term, line.text)));
            for text in said {
                assert!(!text.contains('⟦') && !text.contains('{'), "{language:?}: {text}");
                assert!(!text.contains("\u{a0}\u{a0}") && !text.contains("  "), "{text}");
            }
        }
    }
}

#[test]
fn the_summary_gives_counts_interval_way_and_what_is_missing() {
    let indicator = resolution();
    let english = catalogue(Language::English);
    let actuals = series(
        &indicator,
        &[
            ("2026-05", counted(90.0, 100.0)),
            ("2026-06", counted(61.0, 100.0)),
            ("2026-07", counted(62.0, 100.0)),
            ("2026-09", counted(60.0, 100.0)),
            ("2026-10", counted(71.0, 100.0)),
            ("2026-11", counted(3.0, 4.0)),
        ],
    );
    let say = |today: &str| {
        indicator_chart(&english, &head(), &indicator, &actuals, day(today), 640).summary
    };
    // Wilson for 71 of 100: 61.5 to 79.0 (Newcombe's method 3).
    assert_eq!(
        say("2026-11-18"),
        "October 2026: 71 of 100; 95% interval 61.5% to 79.0%. \
         It is the best value since May 2026. \
         50% of the way from the baseline 62% to the target 80%, due 31 March 2027. \
         So far 75.0% in November 2026; that period is still running and is not judged. \
         1 period in between has no value."
    );
    let later = say("2027-02-20");
    assert!(later.contains("January 2027 has no value yet"), "{later}");
}

#[test]
fn a_period_that_has_not_begun_is_not_said_to_be_running() {
    let indicator = minutes();
    let english = catalogue(Language::English);
    let actuals = values(&indicator, &[("2026-10", 40.0), ("2026-12", 35.0)]);
    let model = indicator_chart(&english, &head(), &indicator, &actuals, day("2026-11-18"), 640);
    assert!(
        model
            .summary
            .contains("35\u{a0}min in December 2026 belongs to a period that has not begun")
    );
    let last = model.readings.last().expect("readings");
    assert!(last.spoken.ends_with("not begun yet"), "{}", last.spoken);
}

#[test]
fn few_values_are_said_to_be_few_and_a_fall_below_the_start_is_said_to_be_one() {
    let indicator = resolution();
    let english = catalogue(Language::English);
    let actuals = values(&indicator, &[("2026-09", 61.0), ("2026-10", 60.0)]);
    let model = indicator_chart(&english, &head(), &indicator, &actuals, day("2026-11-18"), 640);
    assert_eq!(
        model.summary,
        "October 2026: a percentage without its counts, so no interval can be given. \
         That is worse than the baseline 62%; the target is 80%, due 31 March 2027. \
         2 values are too few to tell a change from chance."
    );
}

#[test]
fn the_receipt_puts_the_numbers_into_the_rules() {
    let indicator = resolution();
    let english = catalogue(Language::English);
    let actuals = series(&indicator, &[("2026-10", counted(66.0, 100.0))]);
    let lines = receipt(&english, &head(), &indicator, &actuals, day("2026-11-18"));
    let text = |term: &str| {
        lines.iter().find(|line| line.term == term).map(|line| line.text.clone()).expect("a line")
    };
    // 31 October 2025 to 31 October 2026 is 365 days, to 31 March 2027 516.
    assert!(
        text("Expected value").contains("= 62 + (80 − 62) × 365 ÷ 516 = 74.7%"),
        "{}",
        text("Expected value")
    );
    assert!(text("Attainment").contains("(66.0% − 62) ÷ (80 − 62) = 22.2%"));
    assert!(text("95% interval").contains("66 of 100: 56.3% to 74.5%"), "{}", text("95% interval"));
    assert!(text("Stale").contains("10 days"));
}

#[test]
fn every_reading_lies_in_the_picture_and_speaks_for_itself() {
    let indicator = resolution();
    let english = catalogue(Language::English);
    let model = indicator_chart(
        &english,
        &head(),
        &indicator,
        &two_years(&indicator),
        day("2026-11-18"),
        700,
    );
    assert_eq!(model.readings.len(), 23);
    for pair in model.readings.windows(2) {
        let x = |reading: &Reading| reading.place.expect("a place").0;
        assert!(x(&pair[0]) < x(&pair[1]));
    }
    let last = model.readings.last().expect("readings");
    assert!(last.running && last.spoken.ends_with("still running"), "{}", last.spoken);
    assert!(last.place.is_some_and(|(x, y)| x < 700.0 && y > 0.0));
}

#[test]
fn values_without_a_target_or_without_anything_are_drawn() {
    let bare = Indicator {
        cadence: Cadence::Day,
        ..Indicator::new(Id::new(IdKind::Indicator, 9), Measure::Number)
    };
    for language in Language::ALL {
        let catalogue = catalogue(language);
        for series in [
            Series::new(),
            values(&bare, &[("2199-12-31", -1e15)]),
            values(&bare, &[("1970-01-01", 0.0)]),
        ] {
            for width in [0, 320, 5000] {
                let model =
                    indicator_chart(&catalogue, &head(), &bare, &series, day("2026-11-18"), width);
                assert!(model.picture.is_ok(), "{:?}", model.picture);
            }
        }
    }
}

#[test]
fn the_file_holds_counts_and_percent_side_by_side_and_reads_back() {
    let indicator = resolution();
    let english = catalogue(Language::English);
    let actuals =
        series(&indicator, &[("2026-09", counted(1.0, 3.0)), ("2026-10", Actual::Value(66.5))]);
    let text = csv(&english, &indicator, &actuals);
    assert_eq!(
        text,
        "\u{feff}Period,Part,Whole,Percent,Note\r\n\
         2026-09,1,3,33.3333333333333,\r\n2026-10,,,66.5,\r\n"
    );
}

#[test]
fn only_the_light_value_of_a_token_is_kept() {
    let css = ":root { /* a: b; */--paper: light-dark(#fcfcfa, #14171a); --radius: 6px; }";
    assert_eq!(light_tokens(css), ":root { --paper: #fcfcfa; --radius: 6px; }");
    assert_eq!(light_tokens("a: light-dark(#fff"), "a: ");
    assert_eq!(dark_tokens(css), ":root { --paper: #14171a; --radius: 6px; }");
    assert_eq!(dark_tokens("a: light-dark(#fff); b"), "a: #fff; b");
}

#[test]
fn large_numbers_get_short_words_of_the_language() {
    use crate::chart::AxisWords as _;
    let short = |value: f64, step: f64| {
        in_all(|catalogue| CatalogueWords(catalogue).short_number(value, step))
    };
    assert_eq!(short(2_500_000.0, 500_000.0), ["2.5\u{a0}M", "250万", "2,5\u{a0}млн"]);
    assert_eq!(short(4e14, 1e14), ["400\u{a0}tn", "400万亿", "400\u{a0}трлн"]);
    assert_eq!(short(0.0, 1e6), ["0", "0", "0"]);
}

#[track_caller]
fn golden(name: &str, picture: Result<Picture, ChartError>) {
    let tokens = light_tokens(include_str!("../../../style/tokens.css"));
    let file = standalone(&picture.expect("a chart").svg, &tokens);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/chart");
    let path = folder.join(format!("{name}.svg"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &file).expect("the golden folder is writable");
    }
    let wanted = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(wanted == file, "{name}.svg differs: look at it, then run with UPDATE_GOLDEN=1");
}

#[test]
fn two_years_of_a_share_in_every_language() {
    let names = ["First-call resolution", "首次来电解决率", "Решено с первого звонка"];
    let marks = ["Go-live", "系统上线", "Запуск системы"];
    for (language, (name, mark)) in Language::ALL.into_iter().zip(names.into_iter().zip(marks)) {
        let change = ChangeMark::new(day("2026-02-02"), mark);
        let indicator = Indicator { name: name.to_owned(), changes: vec![change], ..resolution() };
        let series = two_years(&indicator);
        for (width, kind) in [(960, "indicator"), (320, "indicator-narrow")] {
            let today = day("2026-11-18");
            let model =
                indicator_chart(&catalogue(language), &head(), &indicator, &series, today, width);
            golden(&format!("{kind}-{}", language.tag()), model.picture);
        }
    }
}

fn layered(indicator: &Indicator, series: &Series, language: Language, width: u32) -> ChartModel {
    let catalogue = catalogue(language);
    layered_chart(&catalogue, &head(), indicator, series, day("2026-11-18"), width, Layer::Process)
}

fn monthly(indicator: &Indicator, from: &str, all: &[f64]) -> Series {
    let mut when = period(from);
    let mut rows = Vec::new();
    for value in all {
        rows.push((when, Actual::Value(*value)));
        when = when.next(FiscalStart::JANUARY);
    }
    let texts: Vec<(String, Actual)> =
        rows.into_iter().map(|(when, actual)| (when.to_string(), actual)).collect();
    let rows: Vec<(&str, Actual)> =
        texts.iter().map(|(when, actual)| (when.as_str(), *actual)).collect();
    series(indicator, &rows)
}

const CALM: [f64; 14] =
    [61.0, 64.0, 60.0, 63.0, 62.0, 65.0, 59.0, 62.0, 64.0, 61.0, 63.0, 60.0, 62.0, 64.0];

fn said(model: &ChartModel, term: &str) -> String {
    let process = model.process.as_ref().expect("the layer is asked for");
    let found = process.said.iter().find(|said| said.term == term);
    found.map(|said| said.lines.join(" ")).unwrap_or_default()
}

#[test]
fn the_second_layer_says_limits_signals_and_assurance() {
    let indicator = Indicator { unit: "min".to_owned(), ..minutes() };
    let mut values = CALM.to_vec();
    values.push(80.0);
    let model =
        layered(&indicator, &monthly(&indicator, "2025-08", &values), Language::English, 960);
    assert!(
        said(&model, "Limits").starts_with("15 values vary around"),
        "{}",
        said(&model, "Limits")
    );
    assert!(
        said(&model, "Signals").contains("October 2026: 80\u{a0}min lies above the upper limit.")
    );
    assert!(said(&model, "Target").contains("never met"), "{}", said(&model, "Target"));
    let last = model.readings.last().expect("readings");
    assert!(last.spoken.ends_with("above the limit"), "{}", last.spoken);
    assert!(last.limits.is_some());
    let first = indicator_chart(
        &catalogue(Language::English),
        &head(),
        &indicator,
        &monthly(&indicator, "2025-08", &values),
        day("2026-11-18"),
        960,
    );
    assert_eq!((first.process, first.readings[0].limits.clone()), (None, None));
}

#[test]
fn whatever_the_values_the_second_layer_has_words_for_them() {
    let share = resolution();
    let counted_calm: Vec<(String, Actual)> = CALM
        .iter()
        .zip(1..)
        .map(|(value, n): (&f64, u32)| {
            (format!("2025-{:02}", n.min(12)), counted(*value * 100.0, 10_000.0))
        })
        .collect();
    let wide: Vec<(&str, Actual)> =
        counted_calm.iter().take(12).map(|(when, actual)| (when.as_str(), *actual)).collect();
    let minutes = minutes();
    let huge: Vec<f64> = CALM.iter().map(|value| value / 65.0 * 1e15).collect();
    let rising: Vec<f64> =
        CALM.iter().zip(0..).map(|(v, n): (&f64, i32)| v + f64::from(n) * 2.0).collect();
    let mut gap = monthly(&minutes, "2023-01", &CALM[..6]);
    gap.extend(monthly(&minutes, "2025-08", &CALM));
    let rows = [
        (&minutes, Series::new()),
        (&minutes, monthly(&minutes, "2026-05", &CALM[..1])),
        (&minutes, monthly(&minutes, "2026-05", &[5.0; 6])),
        (&minutes, monthly(&minutes, "2025-08", &CALM.map(|value| value - 62.0))),
        (&minutes, monthly(&minutes, "2025-08", &huge)),
        (&minutes, monthly(&minutes, "2025-08", &rising)),
        (&minutes, gap),
        (&share, series(&share, &wide)),
        (&share, two_years(&share)),
        (&share, monthly(&share, "2025-08", &CALM)),
    ];
    for language in Language::ALL {
        for (indicator, series) in &rows {
            let model = layered(indicator, series, language, 640);
            assert!(model.picture.is_ok(), "{:?}", model.picture);
            let catalogue = catalogue(language);
            let receipt = layered_receipt(
                &catalogue,
                &head(),
                indicator,
                series,
                day("2026-11-18"),
                Layer::Process,
            );
            let process = model.process.expect("asked for");
            let mut all: Vec<String> =
                process.said.into_iter().flat_map(|said| said.lines).collect();
            all.extend(receipt.into_iter().map(|line| line.text));
            all.extend(model.readings.into_iter().map(|reading| reading.spoken));
            for text in all {
                assert!(!text.contains('⟦') && !text.contains('{'), "{language:?}: {text}");
                assert!(!text.contains("  ") && !text.is_empty(), "{text}");
            }
        }
    }
}

#[test]
fn pictures_of_signal_and_noise() {
    let base = minutes();
    let mut stepped = CALM.to_vec();
    stepped.extend(CALM.iter().map(|value| value - 18.0));
    stepped.push(75.0);
    let anew = Indicator {
        changes: vec![ChangeMark {
            restart: "New routing".to_owned(),
            ..ChangeMark::new(day("2025-10-02"), "Go-live")
        }],
        ..base.clone()
    };
    let coming = |value: &f64, n: i32| value + f64::from(n) * 1.6 - 40.0;
    let rising: Vec<f64> = CALM.iter().chain(&CALM).zip(0..).map(|(v, n)| coming(v, n)).collect();
    let up = Indicator {
        direction: Some(Direction::Up),
        target: Target { value: Some(80.0), ..base.target.clone() },
        ..base.clone()
    };
    let share = Indicator { name: "首次来电解决率".to_owned(), ..resolution() };
    let mut gap = monthly(&base, "2023-01", &CALM[..8]);
    gap.extend(monthly(&base, "2025-08", &CALM));
    let huge: Vec<f64> = CALM.iter().map(|value| value / 65.0 * 1e15).collect();
    let rows: [(&str, &Indicator, Series, Language, u32); 10] = [
        ("none", &base, Series::new(), Language::English, 960),
        ("one", &base, monthly(&base, "2026-05", &CALM[..1]), Language::English, 960),
        ("restart", &anew, monthly(&anew, "2024-08", &stepped[..27]), Language::English, 960),
        ("signals", &base, monthly(&base, "2024-06", &stepped), Language::English, 960),
        ("projection", &up, monthly(&up, "2024-07", &rising), Language::English, 960),
        ("projection-narrow", &up, monthly(&up, "2024-07", &rising), Language::Russian, 320),
        (
            "negative",
            &base,
            monthly(&base, "2025-08", &CALM.map(|v| v - 62.0)),
            Language::English,
            960,
        ),
        ("gap", &base, gap, Language::English, 960),
        ("large", &base, monthly(&base, "2025-08", &huge), Language::English, 960),
        ("chinese", &share, two_years(&share), Language::Chinese, 960),
    ];
    for (name, indicator, series, language, width) in rows {
        golden(&format!("process-{name}"), layered(indicator, &series, language, width).picture);
    }
}
