use super::*;
use crate::base::{Id, IdKind};
use crate::i18n::testing::in_all;
use crate::kpi::{BandStep, Target};
use chrono::NaiveDate;

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn known(value: f64, period: &str) -> Baseline {
    Baseline::Known { value, period: Period::parse(period).expect("a period") }
}

fn indicator(name: &str, measure: Measure, direction: Option<Direction>) -> Indicator {
    let name = name.to_owned();
    Indicator { name, direction, ..Indicator::new(Id::new(IdKind::Indicator, 1), measure) }
}

fn aim(value: f64, due: &str) -> Target {
    Target { value: Some(value), due: Some(date(due)), ..Target::default() }
}

fn calls(within: Option<f64>, channel: &str) -> Measure {
    Measure::ServiceLevel { within, unit: TimeUnit::Seconds, channel: channel.to_owned() }
}

/// The sentence in all languages, with plain spaces for those that do not break.
fn sentences(indicator: &Indicator) -> [String; 3] {
    in_all(|catalogue| {
        target_in_plain_text(catalogue, indicator, FiscalStart::JANUARY).replace('\u{a0}', " ")
    })
}

#[test]
fn a_number_is_raised_from_its_baseline_to_its_target() {
    let visits = Indicator {
        unit: "visits".to_owned(),
        baseline: known(4.8, "2026-10"),
        target: aim(5.4, "2027-03-31"),
        ..indicator("visits per customer", Measure::Number, Some(Direction::Up))
    };
    assert_eq!(
        sentences(&visits),
        [
            "Raise visits per customer from 4.8 visits (October 2026) to 5.4 visits by 31 March 2027",
            "到2027年3月31日，将“visits per customer”从 4.8 visits（2026年10月）提高到 5.4 visits",
            "Показатель «visits per customer»: поднять с 4,8 visits (октябрь 2026) до 5,4 visits к 31 марта 2027 г.",
        ]
    );
}

#[test]
fn a_share_is_lowered_in_percent_whatever_its_unit_field_says() {
    let churn = Indicator {
        unit: "visits".to_owned(),
        baseline: known(6.5, "2026-Q3"),
        target: aim(4.0, "2027-12-31"),
        ..indicator("Отток", Measure::Share, Some(Direction::Down))
    };
    assert_eq!(
        sentences(&churn),
        [
            "Lower Отток from 6.5% (Q3 2026) to 4% by 31 December 2027",
            "到2027年12月31日，将“Отток”从 6.5%（2026年第3季度）降低到 4%",
            "Показатель «Отток»: снизить с 6,5 % (3-й квартал 2026 г.) до 4 % к 31 декабря 2027 г.",
        ]
    );
}

#[test]
fn a_service_level_is_a_share_handled_within_a_time() {
    let level = Indicator {
        baseline: known(62.0, "2026-10"),
        target: aim(80.0, "2027-03-31"),
        ..indicator("Answered calls", calls(Some(20.0), "calls"), Some(Direction::Up))
    };
    assert_eq!(
        sentences(&level),
        [
            "Handle 80% of calls within 20 s by 31 March 2027 (62% in October 2026)",
            "到2027年3月31日，“calls”的 80% 在 20 秒内得到处理（2026年10月为 62%）",
            "Канал «calls»: к 31 марта 2027 г. обрабатывать 80 % обращений не дольше чем за 20 с (в октябре 2026 г.: 62 %)",
        ]
    );
}

#[test]
fn a_band_is_kept_from_the_due_date_on() {
    let target = Target {
        value: None,
        low: Some(10.0),
        high: Some(20.0),
        due: Some(date("2027-03-31")),
        ..Target::default()
    };
    let load = Indicator {
        unit: "cases".to_owned(),
        baseline: known(23.0, "2026"),
        target,
        ..indicator("open cases", Measure::Number, Some(Direction::Within))
    };
    assert_eq!(
        sentences(&load),
        [
            "Keep open cases between 10 and 20 cases from 31 March 2027 (23 cases in 2026)",
            "自2027年3月31日起，将“open cases”保持在 10 至 20 cases 之间（2026年为 23 cases）",
            "Показатель «open cases»: с 31 марта 2027 г. удерживать от 10 до 20 cases (в 2026 г.: 23 cases)",
        ]
    );
    let share = Indicator { measure: Measure::Share, ..load };
    assert_eq!(
        sentences(&share)[0],
        "Keep open cases between 10% and 20% from 31 March 2027 (23% in 2026)"
    );
}

#[test]
fn a_band_that_changes_is_said_with_the_one_it_begins_with() {
    let period = |when: &str| Period::parse(when).expect("a period");
    let step = |when: &str, value| BandStep { period: period(when), value };
    let mut load = Indicator {
        unit: "cases".to_owned(),
        baseline: known(23.0, "2026"),
        target: Target {
            low: Some(10.0),
            high: Some(20.0),
            due: Some(date("2027-03-31")),
            // In no order of time.
            bands: vec![step("2027-01", (12.0, 24.0)), step("2026-10", (15.0, 30.0))],
            ..Target::default()
        },
        ..indicator("open cases", Measure::Number, Some(Direction::Within))
    };
    assert_eq!(
        sentences(&load),
        [
            "Keep open cases between 10 and 20 cases from 31 March 2027 (23 cases in 2026), \
             at first between 15 and 30 cases from October 2026 on",
            "自2027年3月31日起，将“open cases”保持在 10 至 20 cases 之间（2026年为 23 cases）；\
             此前自2026年10月起保持在 15 至 30 cases 之间",
            "Показатель «open cases»: с 31 марта 2027 г. удерживать от 10 до 20 cases (в 2026 г.: 23 cases); \
             сначала, с периода «октябрь 2026», — от 15 до 30 cases",
        ]
    );
    let now = |indicator: &Indicator, now| {
        in_all(|catalogue| aim_now_in_words(catalogue, indicator, now).unwrap_or_default())
            .map(|text| text.replace('\u{a0}', " "))
    };
    assert_eq!(
        now(&load, Some((12.0, 24.0))),
        [
            "12 to 24 cases now, then 10 to 20 cases",
            "目前 12 至 24 cases，之后 10 至 20 cases",
            "сейчас от 12 до 24 cases, затем от 10 до 20 cases",
        ]
    );
    assert_eq!(now(&load, Some((10.0, 20.0)))[0], "10 to 20 cases");
    assert_eq!(now(&load, None)[0], "10 to 20 cases");
    load.target.low = None;
    assert!(!sentences(&load)[0].contains("at first"), "{}", sentences(&load)[0]);
}

#[test]
fn a_band_that_stands_on_its_head_is_no_band() {
    let target = Target { low: Some(20.0), high: Some(10.0), ..Target::default() };
    let load = Indicator {
        target,
        baseline: Baseline::NoneYet,
        ..indicator("load", Measure::Share, Some(Direction::Within))
    };
    assert_eq!(
        sentences(&load)[0],
        "Keep load [no target yet] [no deadline yet] (not measured yet)"
    );
}

#[test]
fn a_baseline_known_to_be_missing_is_said_and_an_unset_one_is_a_gap() {
    let share = Indicator {
        target: aim(80.0, "2027-03-31"),
        baseline: Baseline::NoneYet,
        ..indicator("adoption", Measure::Share, Some(Direction::Up))
    };
    assert_eq!(
        sentences(&share),
        [
            "Raise adoption to 80% by 31 March 2027 (not measured yet)",
            "到2027年3月31日，将“adoption”提高到 80%（尚未测量）",
            "Показатель «adoption»: поднять до 80 % к 31 марта 2027 г. (пока не измерялось)",
        ]
    );
    let unset = Indicator { baseline: Baseline::Unset, ..share };
    assert_eq!(sentences(&unset)[0], "Raise adoption to 80% by 31 March 2027 [no baseline yet]");
}

#[test]
fn nothing_said_is_a_sentence_of_labelled_gaps() {
    let blank = indicator("  ", Measure::Number, None);
    assert_eq!(
        sentences(&blank),
        [
            "[raise or lower?] [no name yet] to [no target yet] [no deadline yet] [no baseline yet]",
            "[尚无截止日期]，将“[尚无名称]”[提高还是降低？]到 [尚无目标值][尚无基线]",
            "Показатель «[нет названия]»: [поднять или снизить?] до [нет целевого значения] [нет срока] [нет исходного значения]",
        ]
    );
    let level = indicator("", calls(None, ""), None);
    assert_eq!(
        sentences(&level)[0],
        "Handle [no target yet] of [no channel yet] within [no time yet] [no deadline yet] [no baseline yet]"
    );
}

#[test]
fn a_gap_knows_the_slot_it_stands_for() {
    let visits = Indicator {
        target: aim(5.4, "2027-03-31"),
        baseline: Baseline::NoneYet,
        ..indicator("visits", Measure::Number, Some(Direction::Up))
    };
    let catalogue = crate::i18n::testing::catalogue(crate::i18n::Language::English);
    assert_eq!(
        target_sentence(&catalogue, &visits, FiscalStart::JANUARY),
        [
            Part::Said("Raise visits to 5.4 ".to_owned()),
            Part::Gap { slot: Slot::Unit, words: "no unit yet".to_owned() },
            Part::Said(" by 31 March 2027 (not measured yet)".to_owned()),
        ]
    );
}

#[test]
fn russian_prepositions_follow_the_sound_of_the_number() {
    let mut share = Indicator {
        baseline: known(100.0, "2026-10"),
        target: aim(80.0, "2027-03-02"),
        ..indicator("X", Measure::Number, Some(Direction::Down))
    };
    share.unit = "шт.".to_owned();
    assert_eq!(
        sentences(&share)[2],
        "Показатель «X»: снизить со 100 шт. (октябрь 2026) до 80 шт. ко 2 марта 2027 г."
    );
    for (value, preposition) in
        [(99.9, "с"), (120.5, "со"), (200.0, "с"), (1_100.0, "с"), (150_000.0, "со"), (-100.0, "с")]
    {
        share.baseline = known(value, "2026-10");
        let said = sentences(&share)[2].clone();
        assert!(said.contains(&format!("снизить {preposition} ")), "{value}: {said}");
    }
}

#[test]
fn words_of_the_user_are_never_read_as_slots() {
    let odd = Indicator {
        target: aim(80.0, "2027-03-31"),
        baseline: Baseline::NoneYet,
        ..indicator("{to} {by}", Measure::Share, Some(Direction::Up))
    };
    assert_eq!(sentences(&odd)[0], "Raise {to} {by} to 80% by 31 March 2027 (not measured yet)");
}

#[test]
fn a_service_level_to_be_lowered_reads_as_a_share() {
    let odd = Indicator {
        target: aim(10.0, "2027-03-31"),
        baseline: known(20.0, "2026"),
        ..indicator("lost calls", calls(Some(20.0), "calls"), Some(Direction::Down))
    };
    assert_eq!(sentences(&odd)[0], "Lower lost calls from 20% (2026) to 10% by 31 March 2027");
}

#[test]
fn an_aim_is_a_value_or_a_band() {
    let target = Target { low: Some(10.0), high: Some(20.0), ..aim(15.0, "2027-03-31") };
    let mut load =
        Indicator { target, ..indicator("load", Measure::Number, Some(Direction::Within)) };
    load.unit = "cases".to_owned();
    let said = |indicator: &Indicator| {
        in_all(|catalogue| aim_in_words(catalogue, indicator).unwrap_or_default())
            .map(|text| text.replace('\u{a0}', " "))
    };
    assert_eq!(said(&load), ["10 to 20 cases", "10 至 20 cases", "от 10 до 20 cases"]);
    load.direction = None;
    assert_eq!(said(&load)[0], "15 cases");
    load.target = Target::default();
    assert_eq!(said(&load)[0], "");
}
