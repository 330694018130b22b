//! Numbers as people of a language write them. A negative number has a minus
//! sign (U+2212), not a hyphen; Russian groups digits with a space that does
//! not break (U+00A0). What is not finite shows as a dash.

use super::Language;
use crate::base::{MAX_SIGNIFICANT_DIGITS, plain};

const MINUS: char = '\u{2212}';
const NO_BREAK_SPACE: char = '\u{a0}';
const NOT_FINITE: &str = "—";

/// More decimals than a stored number can carry are not shown.
const MAX_DECIMALS: usize = MAX_SIGNIFICANT_DIGITS;

/// The decimal mark of a language.
pub const fn decimal_mark(language: Language) -> char {
    match language {
        Language::Russian => ',',
        Language::English | Language::Chinese | Language::Pseudo => '.',
    }
}

/// What stands between groups of three digits.
pub const fn group_mark(language: Language) -> char {
    match language {
        Language::Russian => NO_BREAK_SPACE,
        Language::English | Language::Chinese | Language::Pseudo => ',',
    }
}

/// How many, with digits grouped.
pub fn count(language: Language, count: u64) -> String {
    localised(language, &count.to_string())
}

/// A number at its own precision: the shortest decimal that means it, of at
/// most 15 significant digits.
pub fn number(language: Language, value: f64) -> String {
    if value.is_finite() { localised(language, &shortest(value)) } else { NOT_FINITE.to_owned() }
}

/// A number with exactly so many decimals (at most 15). Halves go away from
/// zero, judged on the decimal a person would see: 1.005 gives 1.01.
pub fn rounded(language: Language, value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return NOT_FINITE.to_owned();
    }
    localised(language, &round_decimal(&shortest(value), decimals.min(MAX_DECIMALS)))
}

/// A percentage as people say it (85 for 85 %), at its own precision.
pub fn percent(language: Language, value: f64) -> String {
    with_percent_sign(language, number(language, value))
}

/// A percentage as people say it, with so many decimals.
pub fn percent_rounded(language: Language, value: f64, decimals: usize) -> String {
    with_percent_sign(language, rounded(language, value, decimals))
}

fn with_percent_sign(language: Language, mut number: String) -> String {
    if language == Language::Russian {
        number.push(NO_BREAK_SPACE);
    }
    number.push('%');
    number
}

/// Plain decimal of at most 15 significant digits, so that 0.1 + 0.2 is 0.3.
fn shortest(value: f64) -> String {
    let exact = plain(value);
    let digits = exact.bytes().filter(u8::is_ascii_digit).count();
    if digits <= MAX_SIGNIFICANT_DIGITS {
        return exact;
    }
    // A double nearest to a decimal of 15 digits prints as just that decimal.
    let cut = format!("{value:.precision$e}", precision = MAX_SIGNIFICANT_DIGITS - 1);
    cut.parse().map_or(exact, plain)
}

/// Rounds the text of a plain decimal, half away from zero.
fn round_decimal(plain: &str, decimals: usize) -> String {
    let (sign, size) = match plain.strip_prefix('-') {
        Some(size) => ("-", size),
        None => ("", plain),
    };
    let (whole, fraction) = size.split_once('.').unwrap_or((size, ""));
    let mut kept: Vec<u8> = whole.bytes().collect();
    kept.extend(fraction.bytes().chain(std::iter::repeat(b'0')).take(decimals));
    if fraction.as_bytes().get(decimals).is_some_and(|first_cut| *first_cut >= b'5') {
        add_one(&mut kept);
    }
    let (whole, fraction) = kept.split_at(kept.len().saturating_sub(decimals));
    let text = |digits: &[u8]| digits.iter().map(|digit| char::from(*digit)).collect::<String>();
    let point = if decimals == 0 { "" } else { "." };
    format!("{sign}{}{point}{}", text(whole), text(fraction))
}

/// Adds one to a number of decimal digits.
fn add_one(digits: &mut Vec<u8>) {
    for digit in digits.iter_mut().rev() {
        if *digit < b'9' {
            *digit += 1;
            return;
        }
        *digit = b'0';
    }
    digits.insert(0, b'1');
}

/// Writes a plain decimal with the marks of a language.
fn localised(language: Language, plain: &str) -> String {
    let (negative, size) = match plain.strip_prefix('-') {
        Some(size) => (true, size),
        None => (false, plain),
    };
    let (whole, fraction) = size.split_once('.').unwrap_or((size, ""));
    let mut written = String::with_capacity(plain.len() + 8);
    // Nothing but zeros is left of a small negative number: then no sign.
    if negative && size.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) {
        written.push(MINUS);
    }
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            written.push(group_mark(language));
        }
        written.push(digit);
    }
    if !fraction.is_empty() {
        written.push(decimal_mark(language));
        written.push_str(fraction);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn in_all(write: impl Fn(Language) -> String) -> [String; 3] {
        Language::ALL.map(write)
    }

    #[test]
    fn digits_are_grouped_as_the_language_does() {
        let rows: [(f64, [&str; 3]); 9] = [
            (1234.5, ["1,234.5", "1,234.5", "1\u{a0}234,5"]),
            (1_234_567.0, ["1,234,567", "1,234,567", "1\u{a0}234\u{a0}567"]),
            (999.0, ["999", "999", "999"]),
            (-1234.0, ["−1,234", "−1,234", "−1\u{a0}234"]),
            (0.001, ["0.001", "0.001", "0,001"]),
            (-0.0, ["0", "0", "0"]),
            (0.1 + 0.2, ["0.3", "0.3", "0,3"]),
            (2.0 / 3.0, ["0.666666666666667", "0.666666666666667", "0,666666666666667"]),
            (f64::NAN, ["—", "—", "—"]),
        ];
        for (value, expected) in rows {
            assert_eq!(in_all(|language| number(language, value)), expected, "{value}");
        }
        let largest = "1,000,000,000,000,000";
        assert_eq!(number(Language::English, 1e15), largest);
        assert_eq!(in_all(|language| count(language, 12_345)), ["12,345", "12,345", "12\u{a0}345"]);
    }

    #[test]
    fn halves_are_rounded_away_from_zero_on_the_decimal_one_sees() {
        let rows = [
            (1.005, 2, "1.01"),
            (2.675, 2, "2.68"),
            (0.25, 1, "0.3"),
            (-0.25, 1, "−0.3"),
            (-0.04, 1, "0.0"),
            (0.5, 0, "1"),
            (999.95, 1, "1,000.0"),
            (99.949, 1, "99.9"),
            (9.999, 2, "10.00"),
            (3.0, 2, "3.00"),
            (0.0, 0, "0"),
            (1e-7, 2, "0.00"),
            (1.0 / 3.0, 99, "0.333333333333333"),
        ];
        for (value, decimals, expected) in rows {
            assert_eq!(rounded(Language::English, value, decimals), expected, "{value}");
        }
        assert_eq!(rounded(Language::Russian, 1234.56, 1), "1\u{a0}234,6");
    }

    #[test]
    fn a_percentage_has_its_sign_where_the_language_puts_it() {
        assert_eq!(in_all(|language| percent(language, 80.0)), ["80%", "80%", "80\u{a0}%"]);
        assert_eq!(
            in_all(|language| percent_rounded(language, -62.55, 1)),
            ["−62.6%", "−62.6%", "−62,6\u{a0}%"]
        );
    }

    proptest! {
        #[test]
        fn a_number_reads_back_to_15_digits(value in -1e15f64..1e15) {
            for language in Language::ALL {
                let text = number(language, value)
                    .replace(group_mark(language), "")
                    .replace(decimal_mark(language), ".")
                    .replace(MINUS, "-");
                let back: f64 = text.parse().expect("a plain number");
                prop_assert!((back - value).abs() <= value.abs() * 1e-14);
            }
        }

        #[test]
        fn rounding_moves_by_at_most_half_a_unit(value in -1e6f64..1e6, decimals in 0usize..6) {
            let text = rounded(Language::English, value, decimals).replace(',', "").replace(MINUS, "-");
            let back: f64 = text.parse().expect("a plain number");
            let half = 0.5 * 0.1f64.powi(i32::try_from(decimals).expect("small"));
            prop_assert!((back - value).abs() <= half * (1.0 + 1e-6));
        }
    }
}
