//! Expectations written by hand from how each convention writes numbers.

use super::*;
use crate::base::checked;
use proptest::prelude::*;

fn certain(text: &str, convention: Option<DecimalMark>) -> f64 {
    match parse_number(text, convention) {
        Ok(NumberReading { value: NumberValue::Certain(value), .. }) => value,
        other => panic!("{text:?} under {convention:?}: {other:?}"),
    }
}

fn refusal(text: &str) -> NumberRefusal {
    match parse_number(text, None) {
        Err(refusal) => refusal,
        Ok(reading) => panic!("{text:?} was read as {reading:?}"),
    }
}

#[test]
#[allow(clippy::float_cmp)] // the same decimal text is the same double
fn texts_with_one_reading_are_read_without_asking() {
    let readings = [
        ("1,5", 1.5),
        ("1.5", 1.5),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1 234,5", 1234.5),
        ("1\u{a0}234,5", 1234.5),
        ("1\u{202f}234,5", 1234.5),
        ("1\u{2009}234,5", 1234.5),
        ("1'234.5", 1234.5),
        ("1\u{2019}234.5", 1234.5),
        ("1 234,567", 1234.567),
        ("1 234", 1234.0),
        ("1 234 567", 1_234_567.0),
        ("1,234,567", 1_234_567.0),
        ("1,00,000", 100_000.0),
        ("12,34,567.8", 1_234_567.8),
        ("1.234.567", 1_234_567.0),
        ("1,234.567", 1234.567),
        ("0,123", 0.123),
        ("0.123", 0.123),
        ("1234.567", 1234.567),
        ("1234,567", 1234.567),
        ("1,23", 1.23),
        ("1.2345", 1.2345),
        (".5", 0.5),
        (",5", 0.5),
        ("007", 7.0),
        ("0", 0.0),
        ("-0", 0.0),
        ("-0,0", 0.0),
        ("(0)", 0.0),
        ("\u{2212}5", -5.0),
        ("- 5", -5.0),
        ("+5", 5.0),
        ("12,50-", -12.5),
        ("(12.5)", -12.5),
        ("1.5e3", 1500.0),
        ("1,5E+3", 1500.0),
        ("1.234e3", 1234.0),
        ("1e-15", 1e-15),
        ("1e15", 1e15),
        ("-1000000000000000", -1e15),
        ("0.10000000000000000", 0.1),
        ("123456789012345", 123_456_789_012_345.0),
        ("\u{ff11}\u{ff12}\u{ff0e}\u{ff15}", 12.5),
        ("\u{ff0d}\u{ff15}", -5.0),
        ("\u{feff} 85 \u{200e}", 85.0),
    ];
    for (text, value) in readings {
        assert_eq!(certain(text, None), value, "{text:?}");
        assert!(!(value == 0.0 && certain(text, None).is_sign_negative()), "{text:?} is -0");
    }
}

#[test]
#[allow(clippy::float_cmp)]
fn a_lone_mark_before_three_digits_is_asked_until_the_convention_is_known() {
    let ambiguous = |as_comma_decimal, as_point_decimal| {
        Ok(NumberValue::Ambiguous { as_comma_decimal, as_point_decimal })
    };
    let read = |text: &str| parse_number(text, None).map(|reading| reading.value);
    assert_eq!(read("1,234"), ambiguous(1.234, 1234.0));
    assert_eq!(read("1.234"), ambiguous(1234.0, 1.234));
    assert_eq!(read("-12,500"), ambiguous(-12.5, -12500.0));
    assert_eq!(read("1,000"), ambiguous(1.0, 1000.0));
    for (text, comma, point) in [("1,234", 1.234, 1234.0), ("1.234", 1234.0, 1.234)] {
        assert_eq!(certain(text, Some(DecimalMark::Comma)), comma);
        assert_eq!(certain(text, Some(DecimalMark::Point)), point);
    }
}

#[test]
fn a_text_of_the_other_convention_is_refused_once_the_column_is_known() {
    for text in ["1.5", "1,234.5", "1,234,567"] {
        let found = DecimalMark::Point;
        let refused = Err(NumberRefusal::OtherConvention { found });
        assert_eq!(parse_number(text, Some(DecimalMark::Comma)), refused, "{text}");
        assert!(parse_number(text, Some(DecimalMark::Point)).is_ok(), "{text}");
    }
    assert!(parse_number("1.234.567", Some(DecimalMark::Point)).is_err());
    assert!(parse_number("1 234", Some(DecimalMark::Point)).is_ok());
}

#[test]
fn what_is_no_storable_number_is_refused_with_its_reason() {
    use NumberRefusal as No;
    let refused = [
        ("", No::NoValue),
        (" \u{a0}", No::NoValue),
        ("-", No::NoValue),
        ("\u{2013}", No::NoValue),
        ("n/a", No::NoValue),
        ("#N/A", No::NoValue),
        ("NaN", No::NotFinite),
        ("inf", No::NotFinite),
        ("-Infinity", No::NotFinite),
        ("\u{221e}", No::NotFinite),
        ("1e400", No::TooLarge),
        ("1e16", No::TooLarge),
        ("1000000000000001e0", No::TooPrecise { digits: 16 }),
        ("2000000000000000", No::TooLarge),
        ("1e-400", No::TooSmall),
        ("1e-16", No::TooSmall),
        ("12.970650000000001", No::TooPrecise { digits: 17 }),
        ("0x1F", No::NotANumber),
        ("1,23,4", No::IrregularGrouping),
        ("1,00,0000", No::IrregularGrouping),
        ("100,00,000", No::IrregularGrouping),
        ("1.00.000", No::IrregularGrouping),
        ("1 23", No::IrregularGrouping),
        ("1 234'567", No::IrregularGrouping),
        ("1.234,567,890.1", No::IrregularGrouping),
        ("31.10.2026", No::IrregularGrouping),
        ("1234 567", No::IrregularGrouping),
        ("0 123", No::IrregularGrouping),
        ("1,234e3 4", No::NotANumber),
        ("1 234e3", No::IrregularGrouping),
        ("1.", No::NotANumber),
        (".", No::NotANumber),
        ("1,234.", No::NotANumber),
        ("e3", No::NotANumber),
        ("1e", No::NotANumber),
        ("1e5.5", No::NotANumber),
        ("--5", No::NotANumber),
        ("-(5)", No::NotANumber),
        ("(5", No::NotANumber),
        ("5%%", No::NotANumber),
        ("\u{20ac}5 EUR", No::NotANumber),
        ("\u{20ac}", No::NotANumber),
        ("12k", No::NotANumber),
        ("85 points", No::NotANumber),
        ("\u{665}\u{666}", No::ForeignDigits),
        ("\u{bd}", No::ForeignDigits),
        ("=1+1", No::Formula),
        ("=SUM(A1:A3)", No::Formula),
        ("#DIV/0!", No::SpreadsheetError),
        ("########", No::SpreadsheetError),
    ];
    for (text, reason) in refused {
        assert_eq!(refusal(text), reason, "{text:?}");
    }
    assert_eq!(refusal(&"1".repeat(65)), No::TooLong);
    assert_eq!(refusal(&"\u{4e00}".repeat(5_000)), No::TooLong);
}

#[test]
fn percent_signs_and_currencies_are_reported_beside_the_value() {
    let read = |text: &str| parse_number(text, None).expect("these are numbers");
    for text in ["85%", "85 %", "85\u{202f}%", "\u{ff18}\u{ff15}\u{ff05}", "%85"] {
        let reading = read(text);
        assert_eq!(reading.value, NumberValue::Certain(85.0), "{text:?}");
        assert!(reading.percent && reading.currency.is_none(), "{text:?}");
    }
    let money = [
        ("12,50 \u{20ac}", "\u{20ac}", 12.5),
        ("\u{20ac}12.50", "\u{20ac}", 12.5),
        ("-\u{20ac}5", "\u{20ac}", -5.0),
        ("\u{20ac}-5", "\u{20ac}", -5.0),
        ("($12.50)", "$", -12.5),
        ("$(12.50)", "$", -12.5),
        ("US$5", "US$", 5.0),
        ("EUR 1.234,50", "EUR", 1234.5),
        ("12EUR", "EUR", 12.0),
        ("1 234,50 \u{440}\u{443}\u{431}.", "\u{440}\u{443}\u{431}.", 1234.5),
        ("\u{ffe5}88", "\u{ffe5}", 88.0),
        ("88\u{5143}", "\u{5143}", 88.0),
        ("CHF 1'234.50", "CHF", 1234.5),
    ];
    for (text, mark, value) in money {
        let reading = read(text);
        assert_eq!(reading.value, NumberValue::Certain(value), "{text:?}");
        let written = reading.currency.as_ref().map(CurrencyMark::as_written);
        assert_eq!(written, Some(mark), "{text:?}");
        assert!(!reading.percent, "{text:?}");
    }
}

#[test]
fn a_sign_may_stand_for_every_currency_that_uses_it_and_a_code_for_one() {
    let mark = |text: &str| parse_number(text, None).ok().and_then(|reading| reading.currency);
    let may_be = |text: &str, code: &str| mark(text).is_some_and(|mark| mark.may_be(code));
    assert!(may_be("$5", "USD") && may_be("$5", "AUD") && !may_be("$5", "EUR"));
    assert!(may_be("\u{a5}5", "JPY") && may_be("\u{a5}5", "CNY"));
    assert!(may_be("5 EUR", "EUR") && !may_be("5 EUR", "USD"));
    assert!(may_be("5 kr", "SEK") && may_be("5 kr", "NOK"));
}

#[test]
fn the_other_cells_of_a_column_decide_the_decimal_mark() {
    assert_eq!(sniff_decimal(&["1.234", "12,5"]), Some(DecimalMark::Comma));
    assert_eq!(sniff_decimal(&["1,234", "0.5"]), Some(DecimalMark::Point));
    assert_eq!(sniff_decimal(&["1,234", "1,234,567"]), Some(DecimalMark::Point));
    assert_eq!(sniff_decimal(&["1,234", "2,345", "17", "1 000"]), None);
    assert_eq!(sniff_decimal(&["1,5", "1.5", "1.234"]), None);
    assert_eq!(sniff_decimal(&["1.234", "=1,5", "x,5", "2026-10-31"]), None);
    assert_eq!(sniff_decimal(&[]), None);
}

/// Writes a whole number of thousandths in one convention.
fn written(thousandths: i64, group: &str, mark: char, decimals: usize) -> String {
    let size = thousandths.unsigned_abs();
    let mut whole = (size / 1000).to_string();
    let mut at = whole.len();
    while at > 3 {
        at -= 3;
        whole.insert_str(at, group);
    }
    let fraction = format!("{:03}", size % 1000);
    let sign = if thousandths < 0 { "-" } else { "" };
    let shown = &fraction[..decimals];
    if decimals == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}{mark}{shown}") }
}

proptest! {
    #[test]
    #[allow(clippy::float_cmp)] // the same decimal text is the same double
    fn a_number_reads_back_from_every_convention(
        thousandths in -999_999_999_999i64..999_999_999_999, style in 0usize..8, decimals in 0usize..4,
    ) {
        let (group, mark) = [
            (".", ','), (",", '.'), (" ", ','), ("\u{a0}", ','),
            ("\u{202f}", ','), ("'", '.'), ("\u{2019}", ','), ("", '.'),
        ][style];
        let step = 10i64.pow(3 - u32::try_from(decimals).unwrap_or(0));
        let shown = thousandths / step * step;
        let text = written(shown, group, mark, decimals);
        // The oracle is the standard library's reading of the plain decimal.
        let expected: f64 = written(shown, "", '.', decimals).parse().expect("a plain decimal");
        let convention = DecimalMark::of(mark);
        prop_assert_eq!(certain(&text, convention), expected + 0.0);
        match parse_number(&text, None).map(|reading| reading.value) {
            Ok(NumberValue::Certain(value)) => prop_assert_eq!(value, expected + 0.0),
            Ok(NumberValue::Ambiguous { as_comma_decimal, as_point_decimal }) => {
                prop_assert!(as_comma_decimal == expected || as_point_decimal == expected);
            }
            Err(refusal) => prop_assert!(false, "{text:?}: {refusal}"),
        }
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,40}") {
        let _ = parse_number(&text, None);
        let _ = parse_number(&text, Some(DecimalMark::Comma));
        let _ = sniff_decimal(&[&text]);
    }

    #[test]
    fn no_text_of_number_characters_panics_or_yields_what_may_not_be_stored(
        text in "[0-9.,' eE+()%$\u{20ac}-]{0,24}",
    ) {
        if let Ok(NumberReading { value: NumberValue::Certain(value), .. }) = parse_number(&text, None) {
            prop_assert_eq!(checked(value), Ok(value));
        }
    }
}
