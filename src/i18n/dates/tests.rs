use super::*;
use crate::i18n::testing::in_all;

fn date(text: &str) -> NaiveDate {
    text.parse().expect("test dates are dates")
}

fn period_of(text: &str) -> Period {
    Period::parse(text).expect("test periods are periods")
}

fn april() -> FiscalStart {
    FiscalStart::new(4).expect("April is a month")
}

/// Writes `_` for a space that does not break.
fn shown(texts: [String; 3]) -> [String; 3] {
    texts.map(|text| text.replace('\u{a0}', "_"))
}

#[test]
fn a_date_is_written_long_short_and_within_a_sentence() {
    let day = date("2027-03-31");
    assert_eq!(
        shown(in_all(|catalogue| long(catalogue, day))),
        ["31 March 2027", "2027年3月31日", "31 марта 2027_г."]
    );
    assert_eq!(
        shown(in_all(|catalogue| short(catalogue, day))),
        ["31 Mar 2027", "2027年3月31日", "31 мар. 2027_г."]
    );
    assert_eq!(
        shown(in_all(|catalogue| date_in(catalogue, day))),
        ["on 31 March 2027", "2027年3月31日", "31 марта 2027_г."]
    );
    assert_eq!(
        shown(in_all(|catalogue| short(catalogue, date("2026-08-05")))),
        ["5 Aug 2026", "2026年8月5日", "5 авг. 2026_г."]
    );
}

#[test]
fn a_period_stands_alone_as_a_label() {
    let rows = [
        ("2026-10-31", ["31 October 2026", "2026年10月31日", "31 октября 2026_г."]),
        ("2026-W42", ["Week 42 of 2026", "2026年第42周", "42-я неделя 2026_г."]),
        ("2026-10", ["October 2026", "2026年10月", "октябрь 2026"]),
        ("2026-Q4", ["Q4 2026", "2026年第4季度", "4-й квартал 2026_г."]),
        ("2026", ["2026", "2026年", "2026_г."]),
    ];
    for (text, expected) in rows {
        let say = |catalogue: &Catalogue| period(catalogue, period_of(text), FiscalStart::JANUARY);
        assert_eq!(shown(in_all(say)), expected);
    }
}

#[test]
fn a_period_within_a_sentence_takes_its_preposition_and_case() {
    let rows = [
        ("2026-10-31", ["on 31 October 2026", "2026年10月31日", "31 октября 2026_г."]),
        ("2026-W42", ["in week 42 of 2026", "2026年第42周", "на 42-й неделе 2026_г."]),
        ("2026-10", ["in October 2026", "2026年10月", "в октябре 2026_г."]),
        ("2027-03", ["in March 2027", "2027年3月", "в марте 2027_г."]),
        ("2026-Q1", ["in Q1 2026", "2026年第1季度", "в 1-м квартале 2026_г."]),
        ("2026-Q2", ["in Q2 2026", "2026年第2季度", "во 2-м квартале 2026_г."]),
        ("2026", ["in 2026", "2026年", "в 2026_г."]),
    ];
    for (text, expected) in rows {
        let say =
            |catalogue: &Catalogue| period_in(catalogue, period_of(text), FiscalStart::JANUARY);
        assert_eq!(shown(in_all(say)), expected);
    }
}

#[test]
fn a_fiscal_year_of_its_own_is_called_by_both_calendar_years() {
    let labels = [
        ("2026", ["FY 2026/27", "2026/27财年", "2026/27 фин. год"]),
        ("2026-Q4", ["Q4 FY 2026/27", "2026/27财年第4季度", "4-й квартал 2026/27 фин. года"]),
        ("2099", ["FY 2099/00", "2099/00财年", "2099/00 фин. год"]),
        ("2026-10", ["October 2026", "2026年10月", "октябрь 2026"]),
    ];
    for (text, expected) in labels {
        let expected = expected.map(|text| text.replace("фин. ", "фин._").replace("FY ", "FY_"));
        let say = |catalogue: &Catalogue| period(catalogue, period_of(text), april());
        assert_eq!(shown(in_all(say)), expected);
    }
    let within = [
        ("2026", ["in FY 2026/27", "2026/27财年", "в 2026/27 фин. году"]),
        (
            "2026-Q2",
            ["in Q2 FY 2026/27", "2026/27财年第2季度", "во 2-м квартале 2026/27 фин. года"],
        ),
    ];
    for (text, expected) in within {
        let expected = expected.map(|text| text.replace("фин. ", "фин._").replace("FY ", "FY_"));
        let say = |catalogue: &Catalogue| period_in(catalogue, period_of(text), april());
        assert_eq!(shown(in_all(say)), expected);
    }
}

#[test]
fn axis_marks_are_short_and_name_the_year_when_asked() {
    let rows = [
        ("2026-10-31", ["31 Oct", "10月31日", "31 окт."]),
        ("2026-05-09", ["9 May", "5月9日", "9 мая"]),
        ("2026-W42", ["W42", "42周", "42 нед."]),
        ("2026-10", ["Oct", "10月", "окт."]),
        ("2026-05", ["May", "5月", "май"]),
        ("2026-Q4", ["Q4", "4季度", "4 кв."]),
        ("2026", ["2026", "2026", "2026"]),
    ];
    for (text, expected) in rows {
        let say = |catalogue: &Catalogue| {
            tick(catalogue, period_of(text), FiscalStart::JANUARY, TickYear::Hidden)
        };
        assert_eq!(shown(in_all(say)), expected);
    }
    let with_year = [
        ("2026-10-31", ["31 Oct 2026", "2026年10月31日", "31 окт. 2026"]),
        ("2026-W42", ["W42 2026", "2026年42周", "42 нед. 2026"]),
        ("2026-10", ["Oct 2026", "2026年10月", "окт. 2026"]),
        ("2026-Q4", ["Q4 2026", "2026年4季度", "4 кв. 2026"]),
        ("2026", ["2026", "2026", "2026"]),
    ];
    for (text, expected) in with_year {
        let say = |catalogue: &Catalogue| {
            tick(catalogue, period_of(text), FiscalStart::JANUARY, TickYear::Shown)
        };
        assert_eq!(shown(in_all(say)), expected);
    }
    let fiscal =
        in_all(|catalogue| tick(catalogue, period_of("2026-Q4"), april(), TickYear::Shown));
    assert_eq!(shown(fiscal), ["Q4 2026/27", "2026/27年4季度", "4 кв. 2026/27"]);
}

#[test]
fn every_month_has_its_name_in_the_prepositional_case() {
    let names = [
        "январе",
        "феврале",
        "марте",
        "апреле",
        "мае",
        "июне",
        "июле",
        "августе",
        "сентябре",
        "октябре",
        "ноябре",
        "декабре",
    ];
    for (month, name) in (1..).zip(names) {
        let month = period_of(&format!("2026-{month:02}"));
        let say = |catalogue: &Catalogue| period_in(catalogue, month, april());
        assert_eq!(shown(in_all(say))[2], format!("в {name} 2026_г."));
    }
}
