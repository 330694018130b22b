//! Digits and the marks between them.

use super::{DecimalMark, MIN_MAGNITUDE, NumberRefusal};
use crate::base::{MAX_SIGNIFICANT_DIGITS, NumberError, checked};

/// The readings the digits allow.
pub(super) enum Layout {
    /// One reading; `proves` is the decimal mark it must have been written with.
    One { value: f64, proves: Option<DecimalMark> },
    /// One `mark` that may be decimal or group.
    Two { mark: DecimalMark, decimal: f64, grouped: f64 },
}

/// Finds the readings of digits with marks between them.
pub(super) fn layout(core: &str) -> Result<Layout, NumberRefusal> {
    let (mantissa, exponent) = split_exponent(core)?;
    if let Some(foreign) = mantissa.chars().find(|c| !c.is_ascii_digit() && !is_mark(*c)) {
        let digits = foreign.is_numeric();
        return Err(if digits { NumberRefusal::ForeignDigits } else { NumberRefusal::NotANumber });
    }
    let pieces: Vec<&str> = mantissa.split(is_mark).collect();
    let marks: Vec<char> = mantissa.chars().filter(|c| is_mark(*c)).collect();
    if pieces.iter().all(|piece| piece.is_empty()) {
        return Err(NumberRefusal::NotANumber);
    }
    match (pieces.as_slice(), marks.as_slice()) {
        ([whole], []) => one(whole, "", exponent, None),
        ([whole, fraction], [mark]) if let Some(mark) = DecimalMark::of(*mark) => {
            single_mark(whole, fraction, mark, exponent)
        }
        _ if exponent.is_some() => Err(NumberRefusal::IrregularGrouping),
        ([groups @ .., fraction], [group_marks @ .., last])
            if let Some(mark) = DecimalMark::of(*last)
                && !group_marks.is_empty()
                && !group_marks.contains(last) =>
        {
            if fraction.is_empty() {
                return Err(NumberRefusal::NotANumber);
            }
            one(&joined(groups, group_marks)?, fraction, None, Some(mark))
        }
        (groups, marks) => {
            let proves = marks.first().and_then(|mark| DecimalMark::of(*mark));
            one(&joined(groups, marks)?, "", None, proves.map(DecimalMark::other))
        }
    }
}

/// `whole` and `fraction` with one comma or point between them.
fn single_mark(
    whole: &str,
    fraction: &str,
    mark: DecimalMark,
    exponent: Option<i32>,
) -> Result<Layout, NumberRefusal> {
    if fraction.is_empty() {
        return Err(NumberRefusal::NotANumber);
    }
    let decimal = number(whole, fraction, exponent)?;
    // Spreadsheets never group the digits of a number with exponent.
    if exponent.is_none() && is_head(whole) && fraction.len() == 3 {
        let grouped = number(&format!("{whole}{fraction}"), "", None)?;
        Ok(Layout::Two { mark, decimal, grouped })
    } else {
        Ok(Layout::One { value: decimal, proves: Some(mark) })
    }
}

fn one(
    whole: &str,
    fraction: &str,
    exponent: Option<i32>,
    proves: Option<DecimalMark>,
) -> Result<Layout, NumberRefusal> {
    Ok(Layout::One { value: number(whole, fraction, exponent)?, proves })
}

fn is_mark(glyph: char) -> bool {
    matches!(glyph, ',' | '.' | ' ' | '\'')
}

/// Whether digits may be the first group: `0,123` is never thousands.
fn is_head(digits: &str) -> bool {
    (1..=3).contains(&digits.len()) && !digits.starts_with('0')
}

fn joined(groups: &[&str], marks: &[char]) -> Result<String, NumberRefusal> {
    let alike = marks.windows(2).all(|pair| pair.first() == pair.last());
    let regular = match groups {
        [head, rest @ ..] => is_head(head) && rest.iter().all(|group| group.len() == 3),
        [] => false,
    };
    // Lakh and crore: groups of two down to a last one of three, by commas.
    let indian = match groups {
        [head, middle @ .., last] => {
            is_head(head)
                && head.len() < 3
                && !middle.is_empty()
                && middle.iter().all(|group| group.len() == 2)
                && last.len() == 3
                && marks.first() == Some(&',')
        }
        _ => false,
    };
    if alike && (regular || indian) {
        Ok(groups.concat())
    } else {
        Err(NumberRefusal::IrregularGrouping)
    }
}

fn split_exponent(core: &str) -> Result<(&str, Option<i32>), NumberRefusal> {
    match core.split_once(['e', 'E']) {
        None => Ok((core, None)),
        Some((mantissa, exponent)) => {
            let digits = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
            let fits = (1..=4).contains(&digits.len())
                && digits.bytes().all(|byte| byte.is_ascii_digit())
                && mantissa.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == ',');
            let exponent = if fits { exponent.parse().ok() } else { None };
            exponent.map(|value| (mantissa, Some(value))).ok_or(NumberRefusal::NotANumber)
        }
    }
}

/// The value of ASCII digits, unsigned.
fn number(whole: &str, fraction: &str, exponent: Option<i32>) -> Result<f64, NumberRefusal> {
    let digits = format!("{whole}{fraction}");
    let significant = digits.trim_matches('0').len();
    if significant > MAX_SIGNIFICANT_DIGITS {
        return Err(NumberRefusal::TooPrecise { digits: significant });
    }
    let text = format!("0{whole}.{fraction}0e{}", exponent.unwrap_or(0));
    let value: f64 = text.parse().map_err(|_| NumberRefusal::NotANumber)?;
    let value = checked(value).map_err(|error| match error {
        NumberError::NotFinite | NumberError::TooLarge => NumberRefusal::TooLarge,
        NumberError::TooPrecise => NumberRefusal::TooPrecise { digits: significant },
    })?;
    if significant > 0 && value < MIN_MAGNITUDE { Err(NumberRefusal::TooSmall) } else { Ok(value) }
}
