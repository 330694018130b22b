//! Points in time, spelling by spelling.

use super::*;
use proptest::prelude::*;

fn read(text: &str) -> Result<String, MomentFault> {
    parse_moment(text.as_bytes(), DateForm::default())
        .map(|found| format!("{} {:?}", found.local.format("%Y-%m-%d %H:%M:%S%.3f"), found.offset))
}

#[test]
fn the_usual_spellings_are_read() {
    let rows = [
        ("2003-03-03T07:05:00Z", "2003-03-03 07:05:00.000 Some(0)"),
        ("2026-10-31 9:30", "2026-10-31 09:30:00.000 None"),
        ("2026/10/31", "2026-10-31 00:00:00.000 None"),
        ("31.10.2026 23:59:59,5", "2026-10-31 23:59:59.500 None"),
        ("31/10/2026 09:30", "2026-10-31 09:30:00.000 None"),
        ("10/31/2026, 12:30 PM", "2026-10-31 12:30:00.000 None"),
        ("10/31/2026 12:05:09am", "2026-10-31 00:05:09.000 None"),
        ("2026-10-31T09:30:15.123456+01:00", "2026-10-31 09:30:15.123 Some(60)"),
        ("2026-10-31T09:30-0330", "2026-10-31 09:30:00.000 Some(-210)"),
        ("05/05/2026", "2026-05-05 00:00:00.000 None"),
        ("31-Oct-2026 14:05:10", "2026-10-31 14:05:10.000 None"),
        ("31-OCT-2026 02:05:10.25 pm", "2026-10-31 14:05:10.250 None"),
        ("31/Oct/2026 14:05 +0200", "2026-10-31 14:05:00.000 Some(120)"),
        ("Oct 31, 2026, 2:05 PM", "2026-10-31 14:05:00.000 None"),
        ("2026-Oct-31T14:05Z", "2026-10-31 14:05:00.000 Some(0)"),
        ("31st October 2026", "2026-10-31 00:00:00.000 None"),
        ("31 окт. 2026 г. 14:05", "2026-10-31 14:05:00.000 None"),
        ("31 октября 2026 г., 14:05:10", "2026-10-31 14:05:10.000 None"),
        ("1 мая 2026", "2026-05-01 00:00:00.000 None"),
        ("2026年10月31日 14:05", "2026-10-31 14:05:00.000 None"),
    ];
    for (text, wanted) in rows {
        assert_eq!(read(text).as_deref(), Ok(wanted), "{text}");
    }
}

#[test]
fn what_is_doubtful_or_wrong_is_refused() {
    assert_eq!(read("  "), Err(MomentFault::Empty));
    assert_eq!(read("03/04/2026 10:00"), Err(MomentFault::Order));
    for text in [
        "tomorrow",
        "2026-02-30",
        "2026-10-31T25:00",
        "2026-10-31 09:60",
        "2026-10-31 09:30 +99",
        "2026-10-31 13:00 PM",
        "1969-01-01",
        "2026-10-31x",
        "46326",
        "2026-10-31 09:3",
        "2026-10-",
        "31.10.2026 09:30 CET",
        "31-Oct-2026 25:00",
        "31-Oct-2026 14:05 CET",
        "31-Oct-2026 1405",
        "29-Feb-2026 14:05",
        "31-Okt-2026 14:05",
        "Oct 2026",
        "Q4 2026",
        "31 Oct 14:05",
        "20261031",
        "q4 26",
        "2026年10月",
    ] {
        assert_eq!(read(text), Err(MomentFault::NotAMoment), "{text}");
    }
    assert_eq!(read("31/10/26"), Err(MomentFault::Year));
    assert_eq!(read("31-Oct-26 14:05"), Err(MomentFault::Year));
    assert_eq!(order_hint("31-Oct-2026 14:05", None), Some(OrderHint::Clear));
    assert_eq!(order_hint("03/04/2026", None), Some(OrderHint::Open));
    assert_eq!(order_hint("13/04/2026", None), Some(OrderHint::DayFirst));
    assert_eq!(order_hint("04/13/2026", None), Some(OrderHint::MonthFirst));
    assert_eq!(order_hint("2026-04-03", None), Some(OrderHint::Clear));
    assert_eq!(order_hint("no", None), None);
}

#[test]
fn a_year_of_two_digits_is_read_once_it_is_known_which_it_is() {
    let read = |text: &str, year, order| {
        let found = parse_moment(text.as_bytes(), DateForm { order, year: Some(year) });
        found.map(|found| found.local.format("%Y-%m-%d %H:%M").to_string())
    };
    let (day, month) = (Some(DayMonthOrder::DayFirst), Some(DayMonthOrder::MonthFirst));
    let rows = [
        ("31.10.26 9:30", ShortYear::Last, None, Ok("2026-10-31 09:30")),
        ("03/04/26", ShortYear::Last, day, Ok("2026-04-03 00:00")),
        ("03/04/26", ShortYear::Last, month, Ok("2026-03-04 00:00")),
        ("03/04/26", ShortYear::Last, None, Err(MomentFault::Order)),
        ("26-10-31 09:30", ShortYear::First, None, Ok("2026-10-31 09:30")),
        ("26-31-10", ShortYear::First, None, Err(MomentFault::NotAMoment)),
        ("31/10/87", ShortYear::Last, None, Ok("1987-10-31 00:00")),
        ("31/10/26", ShortYear::None, None, Err(MomentFault::NotAMoment)),
        ("31/10/2026", ShortYear::First, None, Ok("2026-10-31 00:00")),
        ("31-Oct-26 14:05", ShortYear::Last, None, Ok("2026-10-31 14:05")),
        ("31-Oct-26 14:05", ShortYear::First, None, Ok("2031-10-26 14:05")),
        ("31-Oct-26 14:05", ShortYear::None, None, Err(MomentFault::NotAMoment)),
        ("31 окт. 26 г. 14:05:10", ShortYear::Last, None, Ok("2026-10-31 14:05")),
        ("31-Oct-2026 14:05", ShortYear::First, None, Ok("2026-10-31 14:05")),
        ("Oct-26 14:05", ShortYear::Last, None, Err(MomentFault::NotAMoment)),
    ];
    for (text, year, order, wanted) in rows {
        assert_eq!(read(text, year, order), wanted.map(str::to_owned), "{text}");
    }
    assert_eq!(order_hint("13/04/26", Some(ShortYear::Last)), Some(OrderHint::DayFirst));
}

#[test]
fn distances_respect_what_is_said_of_utc() {
    let at = |text: &str| parse_moment(text.as_bytes(), DateForm::default()).expect("a moment");
    let seconds = |from, to| at(to).seconds_since(&at(from));
    assert!((seconds("2026-03-29T01:30+01:00", "2026-03-29T03:30+02:00") - 3600.0).abs() < 1e-9);
    assert!((seconds("2026-03-29 01:30", "2026-03-29T03:30Z") - 7200.0).abs() < 1e-9);
}

proptest! {
    #[test]
    fn a_month_in_words_says_the_same_as_its_number(days in 0u32..40_000, seconds in 0u32..86_400) {
        let date = NaiveDate::from_ymd_opt(1990, 1, 1).expect("a date");
        let date = date + chrono::Days::new(u64::from(days));
        let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).expect("a time");
        let at = date.and_time(time);
        let wanted = parse_moment(at.format("%Y-%m-%d %H:%M:%S").to_string().as_bytes(), DateForm::default());
        prop_assert!(wanted.is_ok());
        for spelling in ["%d-%b-%Y %H:%M:%S", "%e %B %Y %H:%M:%S", "%b %d, %Y %I:%M:%S %p", "%Y-%b-%d %H:%M:%S"] {
            let text = at.format(spelling).to_string();
            prop_assert_eq!(parse_moment(text.as_bytes(), DateForm::default()), wanted, "{}", text);
        }
    }

    #[test]
    fn no_worded_text_stops_the_reader(text in "[0-9]{0,4}[-/ .年]{0,2}(oct|май|Mar|月|10)?[-/ .]{0,2}[0-9]{0,4}[日г]?[ T]?[0-9:]{0,8}(am|PM|Z)?") {
        for year in [None, Some(ShortYear::Last), Some(ShortYear::First), Some(ShortYear::None)] {
            let _ = parse_moment(text.as_bytes(), DateForm { order: None, year });
            let _ = order_hint(&text, year);
        }
    }

    #[test]
    fn nothing_stops_the_reader(text in proptest::collection::vec(any::<u8>(), 0..40)) {
        let order = Some(DayMonthOrder::DayFirst);
        for year in [None, Some(ShortYear::Last), Some(ShortYear::First)] {
            let _ = parse_moment(&text, DateForm { order, year });
        }
    }
}
