//! Damaged numbers and dates: whatever the cell, a value that may be stored,
//! a question, or a refusal.

use super::number::{DecimalMark, NumberReading, NumberValue, parse_number, sniff_decimal};
use super::when::{
    DayMonthOrder, PeriodReading, ShortYear, parse_period_with, short_years, sniff_day_month,
};
use crate::base::testing::{Dice, fuzz, mutate};
use crate::base::{Cadence, FiscalStart, Period, checked};

const CELLS: [&str; 43] = [
    "Jan-26",
    "03/04/26",
    "26年10月",
    "1,5",
    "1.234,5",
    "1,234.5",
    "1\u{a0}234,5",
    "1\u{202f}234",
    "1'234.5",
    "1,234",
    "-12.40",
    "12-",
    "(5)",
    "85 %",
    "85%",
    "€ 12",
    "￥１２３",
    "1.5e3",
    "999999999999999",
    "0.000000000000001",
    "n/a",
    "—",
    "=SUM(A1:A2)",
    "#DIV/0!",
    "2026-10",
    "10/2026",
    "2026 Oct",
    "October 2026",
    "окт. 2026 г.",
    "2026年十月",
    "2026年第4季度",
    "Q4 2026",
    "2026-Q4",
    "2026-W53",
    "KW 12 2026",
    "FY2026",
    "03/04/2026",
    "31.12.2199",
    "2026-02-29",
    "1970-01-01",
    "2026-10-25T02:30:00+02:00",
    "12:30:45",
    "46326",
];

/// Marks, digits and letters with a meaning in numbers and dates.
const PIECES: [&str; 40] = [
    "0", "9", "1", "-", "+", ",", ".", "'", " ", "\u{a0}", "\u{202f}", "\u{2019}", "%", "％", "e",
    "E5", "e-400", "(", ")", "$", "USD", "руб.", "元", "/", ":", "T", "Z", "W", "Q", "年", "月",
    "日", "季", "г.", "кв", "Oct", "мая", "２", "٣", "\u{202e}",
];

fn cell(dice: &mut Dice) -> String {
    let mut text = dice.one(&CELLS).as_bytes().to_vec();
    mutate(dice, &mut text, &PIECES);
    String::from_utf8_lossy(&text).into_owned()
}

fn may_be_stored(value: f64) {
    assert_eq!(checked(value), Ok(value));
    assert!(value != 0.0 || value.is_sign_positive(), "a negative zero");
}

/// Whether the text is a number with one reading.
fn number(text: &str, convention: Option<DecimalMark>) -> bool {
    match parse_number(text, convention) {
        Ok(NumberReading { value: NumberValue::Certain(value), .. }) => {
            may_be_stored(value);
            true
        }
        Ok(NumberReading {
            value: NumberValue::Ambiguous { as_comma_decimal, as_point_decimal },
            ..
        }) => {
            may_be_stored(as_comma_decimal);
            may_be_stored(as_point_decimal);
            assert!(convention.is_none(), "{text:?} is asked although the mark is known");
            false
        }
        Err(_) => false,
    }
}

/// Whether the text is one period of the cadence.
fn period(
    text: &str,
    cadence: Cadence,
    fiscal: FiscalStart,
    (order, year): (Option<DayMonthOrder>, Option<ShortYear>),
) -> bool {
    let offered = short_years(text);
    assert!(offered.is_none_or(|years| years.last.is_some() || years.first.is_some()), "{text:?}");
    let sound = |period: Period| {
        assert_eq!(period.cadence(), cadence, "{text:?}");
        assert_eq!(Period::parse(&period.to_string()), Ok(period), "{text:?}");
    };
    match parse_period_with(text, cadence, fiscal, order, year) {
        Ok(PeriodReading::Certain(period)) => {
            sound(period);
            true
        }
        Ok(PeriodReading::Ambiguous { day_first, month_first }) => {
            sound(day_first);
            sound(month_first);
            assert!(order.is_none(), "{text:?} is asked although the order is known");
            false
        }
        Err(_) => false,
    }
}

#[test]
fn damaged_cells_give_what_may_be_stored_or_a_question_or_a_refusal() {
    let marks = [None, Some(DecimalMark::Comma), Some(DecimalMark::Point)];
    let orders = [None, Some(DayMonthOrder::DayFirst), Some(DayMonthOrder::MonthFirst)];
    let years = [None, Some(ShortYear::Last), Some(ShortYear::First), Some(ShortYear::None)];
    fuzz("numbers and dates", |dice| {
        let text = cell(dice);
        let fiscal = FiscalStart::new(1 + u32::try_from(dice.roll(12)).unwrap_or(0));
        let fiscal = fiscal.expect("a month from 1 to 12");
        let one = number(&text, *dice.one(&marks));
        let year = *dice.one(&years);
        let said = (*dice.one(&orders), year);
        let other = period(&text, *dice.one(&Cadence::ALL), fiscal, said);
        let second = cell(dice);
        let (_, _) = (sniff_decimal(&[&text, &second]), sniff_day_month(&[&text, &second], year));
        one || other
    });
}
