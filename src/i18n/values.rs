//! Values of an indicator as people read them: with unit, and with both
//! counts beside a share.

use super::{Arg, Catalogue, numbers};
use crate::base::plain;
use crate::key;
use crate::kpi::{Actual, Attainment, Indicator};

/// What people type has fewer significant digits; more come from a division.
const TYPED_DIGITS: usize = 12;

/// A worked-out number is shown with so many significant digits, and with all
/// of those before its decimal mark.
const SHOWN_DIGITS: i32 = 4;

/// A worked-out percentage has so many decimals, and more only where it would
/// otherwise read as none or all.
const SHARE_DECIMALS: usize = 1;
const MOST_SHARE_DECIMALS: usize = 6;

/// A value in the unit of its indicator: "4.8 visits", "62%", "62 %" in
/// Russian. What was typed shows at its own precision; what was worked out
/// (an expected value, a centre line) is rounded.
pub fn value_in_unit(catalogue: &Catalogue, indicator: &Indicator, value: f64) -> String {
    if indicator.measure.is_share() {
        return share(catalogue, value);
    }
    let language = catalogue.language();
    let number = if is_typed(value) {
        numbers::number(language, value)
    } else {
        numbers::rounded(language, value, decimals_of(value))
    };
    let unit = indicator.shown_unit();
    if unit.is_empty() {
        return number;
    }
    let args = [("value", Arg::Text(&number)), ("unit", Arg::Text(unit))];
    catalogue.format(key!("values.with_unit"), &args)
}

/// An amount of money at its own precision with its ISO 4217 code, "215,000
/// EUR"; the amount alone where no currency is chosen.
pub fn money(catalogue: &Catalogue, currency: &str, amount: f64) -> String {
    let number = numbers::number(catalogue.language(), amount);
    if currency.is_empty() {
        return number;
    }
    let args = [("value", Arg::Text(&number)), ("unit", Arg::Text(currency))];
    catalogue.format(key!("values.with_unit"), &args)
}

/// An amount of money that was worked out, such as the cost of one contact:
/// to the cent below a hundred, in whole units above.
pub fn worked_out_money(catalogue: &Catalogue, currency: &str, amount: f64) -> String {
    let decimals = if amount.abs() < 100.0 { 2 } else { 0 };
    let number = numbers::rounded(catalogue.language(), amount, decimals);
    if currency.is_empty() {
        return number;
    }
    let args = [("value", Arg::Text(&number)), ("unit", Arg::Text(currency))];
    catalogue.format(key!("values.with_unit"), &args)
}

/// An actual in the unit of its indicator. A share has its counts beside it,
/// "81.4% (1,608 of 1,975)", or says that there are none; of nothing at all
/// there is no value.
pub fn actual_in_words(catalogue: &Catalogue, indicator: &Indicator, actual: &Actual) -> String {
    let value = match actual.number() {
        Some(value) => value_in_unit(catalogue, indicator, value),
        None => catalogue.text(key!("values.no_value")).into_owned(),
    };
    match *actual {
        Actual::Counted { part, whole } => {
            let args = [
                ("value", Arg::Text(&value)),
                ("part", Arg::Number(part)),
                ("whole", Arg::Number(whole)),
            ];
            catalogue.format(key!("values.counted"), &args)
        }
        Actual::Value(_) if indicator.measure.is_share() => {
            catalogue.format(key!("values.not_counted"), &[("value", Arg::Text(&value))])
        }
        Actual::Value(_) => value,
    }
}

/// How far the way to the target has been gone: "73% of the way", or how far
/// outside its band a value lies. `None` where it is not defined.
pub fn attainment_in_words(
    catalogue: &Catalogue,
    indicator: &Indicator,
    attainment: &Attainment,
) -> Option<String> {
    match *attainment {
        Attainment::Ratio(ratio) => {
            // Short of the target never reads as all of the way.
            let percent = if ratio < 1.0 { (100.0 * ratio).min(99.0) } else { 100.0 * ratio };
            let args = [("share", Arg::PercentRounded(percent, 0))];
            Some(catalogue.format(key!("values.of_the_way"), &args))
        }
        Attainment::OutsideBand(distance) if distance <= 0.0 => {
            Some(catalogue.text(key!("values.in_band")).into_owned())
        }
        Attainment::OutsideBand(distance) => {
            // Between two percentages lie points, not percent.
            let distance = if indicator.measure.is_share() {
                let points = numbers::rounded(catalogue.language(), distance, SHARE_DECIMALS);
                catalogue.format(key!("values.points"), &[("points", Arg::Text(&points))])
            } else {
                value_in_unit(catalogue, indicator, distance)
            };
            let args = [("distance", Arg::Text(&distance))];
            Some(catalogue.format(key!("values.outside_band"), &args))
        }
        Attainment::NoBaseline | Attainment::TargetIsBaseline | Attainment::NoTarget => None,
    }
}

/// A percentage; 99.97 is not rounded to all and 0.02 not to none.
fn share(catalogue: &Catalogue, value: f64) -> String {
    let language = catalogue.language();
    if is_typed(value) {
        return numbers::percent(language, value);
    }
    let reads_as = |decimals: usize| numbers::percent_rounded(language, value, decimals);
    let extremes =
        |decimals: usize| [0.0, 100.0].map(|end| numbers::percent_rounded(language, end, decimals));
    (SHARE_DECIMALS..MOST_SHARE_DECIMALS)
        .find(|decimals| !extremes(*decimals).contains(&reads_as(*decimals)))
        .map_or_else(|| reads_as(MOST_SHARE_DECIMALS), reads_as)
}

fn is_typed(value: f64) -> bool {
    let digits = plain(value.abs()).replace('.', "");
    digits.trim_start_matches('0').len() <= TYPED_DIGITS
}

/// Decimals that leave [`SHOWN_DIGITS`] significant ones.
fn decimals_of(value: f64) -> usize {
    let before = (1..SHOWN_DIGITS).filter(|place| value.abs() >= 10f64.powi(*place)).count();
    let after = (0..10).filter(|place| value.abs() < 10f64.powi(-place)).count();
    usize::try_from(SHOWN_DIGITS).unwrap_or_default() - 1 - before + after
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Id, IdKind};
    use crate::i18n::testing::in_all;
    use crate::kpi::Measure;

    fn indicator(measure: Measure, unit: &str) -> Indicator {
        let unit = unit.to_owned();
        Indicator { unit, ..Indicator::new(Id::new(IdKind::Indicator, 1), measure) }
    }

    fn spaced(texts: [&str; 3]) -> [String; 3] {
        texts.map(|text| text.replace('_', "\u{a0}"))
    }

    #[test]
    fn a_number_has_its_unit_behind_it() {
        let visits = indicator(Measure::Number, " visits ");
        let rows: [(f64, [&str; 3]); 5] = [
            (4.8, ["4.8_visits", "4.8_visits", "4,8_visits"]),
            (12_500.0, ["12,500_visits", "12,500_visits", "12_500_visits"]),
            (0.000_12, ["0.00012_visits", "0.00012_visits", "0,00012_visits"]),
            (123_456.789, ["123,456.789_visits", "123,456.789_visits", "123_456,789_visits"]),
            (-3.0, ["−3_visits", "−3_visits", "−3_visits"]),
        ];
        for (value, expected) in rows {
            assert_eq!(in_all(|words| value_in_unit(words, &visits, value)), spaced(expected));
        }
        let bare = indicator(Measure::Number, "");
        assert_eq!(in_all(|words| value_in_unit(words, &bare, 4.8)), ["4.8", "4.8", "4,8"]);
    }

    #[test]
    fn money_has_its_currency_behind_it() {
        let said = |amount| in_all(|words| money(words, "EUR", amount));
        assert_eq!(said(215_000.0), spaced(["215,000_EUR", "215,000_EUR", "215_000_EUR"]));
        assert_eq!(said(0.1 + 0.2)[0], "0.3\u{a0}EUR");
        assert_eq!(in_all(|words| money(words, "", 12.5)), ["12.5", "12.5", "12,5"]);
    }

    #[test]
    fn a_worked_out_number_is_rounded() {
        let bare = indicator(Measure::Number, "");
        let rows = [
            (1.0 / 3.0, "0.3333"),
            (200.0 / 3.0, "66.67"),
            (1e7 / 3.0, "3,333,333"),
            (0.002 / 3.0, "0.0006667"),
            (10.0 / 3.0, "3.333"),
        ];
        for (value, expected) in rows {
            let said = in_all(|words| value_in_unit(words, &bare, value));
            assert_eq!(said[0], expected);
        }
    }

    #[test]
    fn a_share_is_a_percentage_with_its_counts() {
        let share = indicator(Measure::Share, "ignored");
        let actual = Actual::Counted { part: 1608.0, whole: 1975.0 };
        assert_eq!(
            in_all(|words| actual_in_words(words, &share, &actual)),
            spaced(["81.4% (1,608 of 1,975)", "81.4%（1,608/1,975）", "81,4_% (1_608 из 1_975)"])
        );
        let half = Actual::Counted { part: 5.0, whole: 10.0 };
        assert_eq!(in_all(|words| actual_in_words(words, &share, &half))[0], "50% (5 of 10)");
    }

    #[test]
    fn a_percentage_without_counts_says_so() {
        let share = indicator(Measure::Share, "");
        assert_eq!(
            in_all(|words| actual_in_words(words, &share, &Actual::Value(62.0))),
            spaced(["62% (no count)", "62%（无计数）", "62_% (без количеств)"])
        );
        let number = indicator(Measure::Number, "");
        assert_eq!(in_all(|words| actual_in_words(words, &number, &Actual::Value(62.0)))[0], "62");
    }

    #[test]
    fn a_share_of_nothing_has_no_value() {
        let share = indicator(Measure::Share, "");
        let actual = Actual::Counted { part: 0.0, whole: 0.0 };
        assert_eq!(
            in_all(|words| actual_in_words(words, &share, &actual)),
            ["no value (0 of 0)", "无数值（0/0）", "нет значения (0 из 0)"]
        );
    }

    #[test]
    fn nearly_all_does_not_read_as_all_nor_nearly_none_as_none() {
        let share = indicator(Measure::Share, "");
        let said = |part: f64, whole: f64| {
            in_all(|words| actual_in_words(words, &share, &Actual::Counted { part, whole }))[0]
                .clone()
        };
        assert_eq!(said(2999.0, 3001.0), "99.9% (2,999 of 3,001)");
        assert_eq!(said(7000.0, 7001.0), "99.99% (7,000 of 7,001)");
        assert_eq!(said(1.0, 7001.0), "0.01% (1 of 7,001)");
        assert_eq!(said(7.0, 7.0), "100% (7 of 7)");
    }

    #[test]
    fn a_precise_percentage_stays_as_it_was_typed() {
        let share = indicator(Measure::Share, "");
        assert_eq!(in_all(|words| value_in_unit(words, &share, 99.95))[0], "99.95%");
    }

    #[test]
    fn attainment_is_a_part_of_the_way_and_short_of_it_never_reads_as_all() {
        let share = indicator(Measure::Share, "");
        let said = |attainment| {
            let all =
                in_all(|words| attainment_in_words(words, &share, &attainment).unwrap_or_default());
            all.map(|text| text.replace('\u{a0}', " "))
        };
        assert_eq!(said(Attainment::Ratio(0.733)), ["73% of the way", "已完成 73%", "73 % пути"]);
        assert_eq!(said(Attainment::Ratio(0.999))[0], "99% of the way");
        assert_eq!(said(Attainment::Ratio(1.2))[0], "120% of the way");
        assert_eq!(said(Attainment::Ratio(-0.25))[0], "−25% of the way");
        assert_eq!(said(Attainment::OutsideBand(0.0))[0], "in the band");
        assert_eq!(
            said(Attainment::OutsideBand(2.5)),
            ["2.5 points outside the band", "超出区间 2.5 个百分点", "2,5 п. п. за границей"]
        );
        assert_eq!(said(Attainment::NoBaseline), ["", "", ""]);
    }
}
