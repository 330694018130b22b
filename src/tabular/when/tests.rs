//! Expectations written by hand from the calendar.

use super::*;
use proptest::prelude::*;

const JANUARY: FiscalStart = FiscalStart::JANUARY;

fn period(text: &str) -> Period {
    Period::parse(text).expect("test periods are periods")
}

fn read(text: &str, cadence: Cadence) -> Result<PeriodReading, PeriodRefusal> {
    parse_period(text, cadence, JANUARY, None)
}

#[allow(clippy::unnecessary_wraps)] // reads as what it is compared with
fn certain(text: &str) -> Result<PeriodReading, PeriodRefusal> {
    Ok(PeriodReading::Certain(period(text)))
}

#[test]
fn months_are_read_in_every_spelling_people_use() {
    let october = [
        "2026-10",
        "2026/10",
        "2026.10",
        "10/2026",
        "10.2026",
        "10-2026",
        "202610",
        "2026 Oct",
        "Oct 2026",
        "October 2026",
        "OCTOBER 2026",
        "Oct-2026",
        "2026-Oct",
        "Oct. 2026",
        "2026年10月",
        "2026 年 10 月",
        "2026年十月",
        "октябрь 2026",
        "Октябрь 2026 г.",
        "окт 2026",
        "окт. 2026",
        "октября 2026 года",
        "２０２６年１０月",
        "\u{feff}2026-10 ",
    ];
    for text in october {
        assert_eq!(read(text, Cadence::Month), certain("2026-10"), "{text}");
    }
    let others = [
        ("1987 Jan", "1987-01"),
        ("2026-1", "2026-01"),
        ("1/2026", "2026-01"),
        ("Sept 2026", "2026-09"),
        ("May 2026", "2026-05"),
        ("май 2026", "2026-05"),
        ("мая 2026", "2026-05"),
        ("мар 2026", "2026-03"),
        ("июн 2026", "2026-06"),
        ("июль 2026", "2026-07"),
        ("2026年1月", "2026-01"),
        ("2026年十二月", "2026-12"),
    ];
    for (text, expected) in others {
        assert_eq!(read(text, Cadence::Month), certain(expected), "{text}");
    }
}

#[test]
fn dates_are_taken_as_written_and_become_the_period_they_fall_in() {
    let dates = [
        "2026-10-31",
        "2026/10/31",
        "2026.10.31",
        "31.10.2026",
        "31. 10. 2026",
        "20261031",
        "2026-10-31T07:00:00Z",
        "2026-10-31T23:30:00-11:00",
        "2026-10-31T00:15:00.000+09:00",
        "2026-10-31 07:00",
        "31.10.2026 7:00:05",
        "10/31/2026 7:00 AM",
        "2026年10月31日",
        "2026年10月31日 07:00",
        "2026年十月三十一日",
        "31 October 2026",
        "Oct 31, 2026",
        "October 31st, 2026",
        "31-Oct-2026",
        "2026 Oct 31",
        "31 октября 2026 г.",
        "31/10/2026",
    ];
    for text in dates {
        assert_eq!(read(text, Cadence::Day), certain("2026-10-31"), "{text}");
        assert_eq!(read(text, Cadence::Week), certain("2026-W44"), "{text}");
        assert_eq!(read(text, Cadence::Month), certain("2026-10"), "{text}");
        assert_eq!(read(text, Cadence::Quarter), certain("2026-Q4"), "{text}");
        assert_eq!(read(text, Cadence::Year), certain("2026"), "{text}");
    }
}

#[test]
fn quarters_weeks_and_years_are_read_in_three_languages() {
    for text in [
        "2026-Q4",
        "Q4 2026",
        "2026 Q4",
        "2026Q4",
        "4Q2026",
        "4Q 2026",
        "Q4/2026",
        "q4-2026",
        "4 кв. 2026",
        "4-й квартал 2026 г.",
        "IV кв. 2026",
        "IV квартал 2026",
        "2026年第4季度",
        "2026年第四季度",
        "2026年四季度",
        "2026年4季度",
        "Quarter 4 2026",
    ] {
        assert_eq!(read(text, Cadence::Quarter), certain("2026-Q4"), "{text}");
    }
    for text in [
        "2026-W42",
        "W42 2026",
        "2026 W42",
        "2026W42",
        "week 42 2026",
        "Wk 42, 2026",
        "42 нед. 2026",
        "неделя 42 2026",
        "2026年第42周",
    ] {
        assert_eq!(read(text, Cadence::Week), certain("2026-W42"), "{text}");
    }
    for text in ["2026", "2026年", "2026 г.", "2026 год"] {
        assert_eq!(read(text, Cadence::Year), certain("2026"), "{text}");
    }
    assert_eq!(read("W1 2026", Cadence::Week), certain("2026-W01"));
}

#[test]
fn a_date_whose_day_and_month_may_be_swapped_is_asked() {
    let asked = Ok(PeriodReading::Ambiguous {
        day_first: period("2026-04"),
        month_first: period("2026-03"),
    });
    for text in ["03/04/2026", "3/4/2026", "03-04-2026", "03/04/2026 07:00"] {
        assert_eq!(read(text, Cadence::Month), asked, "{text}");
        let ordered = |order| parse_period(text, Cadence::Day, JANUARY, Some(order));
        assert_eq!(ordered(DayMonthOrder::DayFirst), certain("2026-04-03"), "{text}");
        assert_eq!(ordered(DayMonthOrder::MonthFirst), certain("2026-03-04"), "{text}");
    }
}

#[test]
fn nothing_is_asked_where_both_readings_agree_or_one_is_no_date() {
    assert_eq!(read("03/03/2026", Cadence::Day), certain("2026-03-03"));
    assert_eq!(read("03/04/2026", Cadence::Year), certain("2026"));
    assert_eq!(read("02/03/2026", Cadence::Quarter), certain("2026-Q1"));
    assert_eq!(read("13/04/2026", Cadence::Month), certain("2026-04"));
    assert_eq!(read("04/13/2026", Cadence::Month), certain("2026-04"));
    assert_eq!(read("03.04.2026", Cadence::Month), certain("2026-04"));
    let fiscal = FiscalStart::new(4).expect("April is a month");
    let asked = parse_period("03/04/2026", Cadence::Year, fiscal, None);
    let (day_first, month_first) = (period("2026"), period("2025"));
    assert_eq!(asked, Ok(PeriodReading::Ambiguous { day_first, month_first }));
}

#[test]
fn one_date_that_reads_one_way_decides_the_column() {
    use DayMonthOrder::{DayFirst, MonthFirst};
    assert_eq!(sniff_day_month(&["03/04/2026", "13/04/2026"], None), Some(DayFirst));
    assert_eq!(sniff_day_month(&["03/04/2026", "04/13/2026"], None), Some(MonthFirst));
    assert_eq!(sniff_day_month(&["13/04/2026", "04/13/2026"], None), None);
    assert_eq!(sniff_day_month(&["03/04/2026", "2026-04-13", "31.12.2026", "x"], None), None);
    let against = parse_period("04/13/2026", Cadence::Day, JANUARY, Some(DayFirst));
    assert_eq!(against, Err(PeriodRefusal::OtherOrder { order: DayFirst }));
}

#[test]
fn what_is_no_period_is_refused_with_its_reason() {
    use PeriodRefusal as No;
    let refused = [
        ("", No::Empty),
        ("  ", No::Empty),
        ("Jan-87", No::TwoDigitYear),
        ("Jan 15", No::TwoDigitYear),
        ("03/04/26", No::TwoDigitYear),
        ("31.10.26", No::TwoDigitYear),
        ("10/26", No::TwoDigitYear),
        ("31-Oct-26", No::TwoDigitYear),
        ("Jan '87", No::TwoDigitYear),
        ("26年10月", No::TwoDigitYear),
        ("Q4 26", No::TwoDigitYear),
        ("October", No::YearMissing),
        ("окт.", No::YearMissing),
        ("10月", No::YearMissing),
        ("10月31日", No::YearMissing),
        ("Q4", No::YearMissing),
        ("29.02.2026", No::NoSuchPeriod),
        ("2026-02-29", No::NoSuchPeriod),
        ("29 Feb 2026", No::NoSuchPeriod),
        ("2026年2月29日", No::NoSuchPeriod),
        ("2026-13", No::NoSuchPeriod),
        ("13/2026", No::NoSuchPeriod),
        ("2026-00", No::NoSuchPeriod),
        ("31/13/2026", No::NoSuchPeriod),
        ("10.31.2026", No::NoSuchPeriod),
        ("Q5 2026", No::NoSuchPeriod),
        ("W53 2025", No::NoSuchPeriod),
        ("2026/27", No::NoSuchPeriod),
        ("1969-12", No::YearOutOfRange { year: 1969 }),
        ("2200-01", No::YearOutOfRange { year: 2200 }),
        ("0000-01", No::YearOutOfRange { year: 0 }),
        ("9999-12-31", No::YearOutOfRange { year: 9999 }),
        ("Oct 1899", No::YearOutOfRange { year: 1899 }),
        ("262143-01", No::NotAPeriod),
        ("-2026-10", No::NotAPeriod),
        ("-2026 г.", No::NotAPeriod),
        ("46326", No::SpreadsheetSerial { serial: 46326 }),
        ("2026.1", No::NotAPeriod),
        ("FY2026", No::NotAPeriod),
        ("2026年度", No::NotAPeriod),
        ("Total", No::NotAPeriod),
        ("85", No::NotAPeriod),
        ("12.5", No::NotAPeriod),
        ("2026-10-31T25:00:00Z", No::NotAPeriod),
        ("2026-10-31T07:60", No::NotAPeriod),
        ("2026-10-31 7 o'clock", No::NotAPeriod),
        ("2026-10 07:00", No::NotAPeriod),
        ("2026-10/31", No::NotAPeriod),
        ("99999999999999999999", No::NotAPeriod),
        ("Mayor 2026", No::NotAPeriod),
        ("Ma 2026", No::NotAPeriod),
        ("2026-2027", No::NotAPeriod),
        ("=DATE(2026,10,1)", No::NotAPeriod),
    ];
    for (text, reason) in refused {
        assert_eq!(read(text, Cadence::Month), Err(reason), "{text}");
    }
    assert_eq!(read(&"1".repeat(100_000), Cadence::Month), Err(No::NotAPeriod));
    assert_eq!(read("29.02.2028", Cadence::Day), certain("2028-02-29"));
}

#[test]
fn a_period_of_another_cadence_is_refused_with_both_cadences() {
    let refusal = |text, cadence| read(text, cadence).expect_err(text);
    for (text, found, wanted) in [
        ("2026-W42", Cadence::Week, Cadence::Month),
        ("Oct 2026", Cadence::Month, Cadence::Quarter),
        ("Q4 2026", Cadence::Quarter, Cadence::Year),
    ] {
        assert_eq!(refusal(text, wanted), PeriodRefusal::Finer { found, wanted }, "{text}");
        let (found, wanted) = (found, Cadence::Day);
        assert_eq!(refusal(text, wanted), PeriodRefusal::Coarser { found, wanted }, "{text}");
    }
    let (found, wanted) = (Cadence::Year, Cadence::Month);
    assert_eq!(refusal("2026", wanted), PeriodRefusal::Coarser { found, wanted });
}

#[test]
fn a_date_whose_week_or_fiscal_year_begins_before_1970_is_refused() {
    let april = FiscalStart::new(4).expect("April is a month");
    let early = Err(PeriodRefusal::YearOutOfRange { year: 1969 });
    assert_eq!(parse_period("1970-01-01", Cadence::Year, april, None), early);
    assert!(read("1970-01-01", Cadence::Week).is_err());
    assert_eq!(read("1970-01-01", Cadence::Day), certain("1970-01-01"));
}

proptest! {
    #[test]
    fn every_canonical_spelling_is_read_as_itself(
        days in 0u64..83_000, cadence in 0usize..5, month in 1u32..=12,
    ) {
        let fiscal = FiscalStart::new(month).expect("1 to 12");
        let start: NaiveDate = "1971-01-10".parse().expect("a date");
        let cadence = Cadence::ALL[cadence];
        let period = Period::containing(start + chrono::Days::new(days), cadence, fiscal);
        let read = parse_period(&period.to_string(), cadence, fiscal, None);
        prop_assert_eq!(read, Ok(PeriodReading::Certain(period)));
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,30}", parts in "[0-9QWT:/.年月日季кв ,-]{0,20}") {
        for cadence in Cadence::ALL {
            let _ = parse_period(&text, cadence, JANUARY, None);
            let _ = parse_period(&parts, cadence, JANUARY, Some(DayMonthOrder::DayFirst));
        }
    }
}
