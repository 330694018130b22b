//! Numbers as people type, paste and export them.
//!
//! `1,5`, `1.234,5`, `1,234.5`, `1 234,5`, `1'234.5` have one reading each.
//! `1,234` has two, and nobody but its author knows which: it is asked, or
//! decided by the other cells of its column ([`sniff_decimal`]), never guessed.

mod layout;

#[cfg(test)]
mod tests;

use super::currency::{self, CurrencyMark};
use super::glyph;
use layout::{Layout, layout};
use serde::{Deserialize, Serialize};

/// The smallest size other than zero that a text may name. Plain decimals are
/// written without exponent, so a smaller number would be a page of zeros.
pub const MIN_MAGNITUDE: f64 = 1e-15;

/// Longer texts are no numbers.
const MAX_CHARACTERS: usize = 64;

/// The character that separates whole from fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DecimalMark {
    /// `1,5`
    Comma,
    /// `1.5`
    Point,
}

impl DecimalMark {
    const fn of(mark: char) -> Option<Self> {
        match mark {
            ',' => Some(Self::Comma),
            '.' => Some(Self::Point),
            _ => None,
        }
    }

    const fn other(self) -> Self {
        match self {
            Self::Comma => Self::Point,
            Self::Point => Self::Comma,
        }
    }
}

/// What the digits of a text mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NumberValue {
    /// The only reading, or the one the convention chose.
    Certain(f64),
    /// `1,234` or `1.234`: thousands or thousandths.
    Ambiguous {
        /// The value if the comma is the decimal mark.
        as_comma_decimal: f64,
        /// The value if the point is the decimal mark.
        as_point_decimal: f64,
    },
}

/// A number and the marks that stood beside it. The marks change nothing about
/// the value: `85 %` reads as 85 with `percent` set.
#[derive(Debug, Clone, PartialEq)]
pub struct NumberReading {
    /// The value, without regard to a percent sign.
    pub value: NumberValue,
    /// Whether a percent sign stood beside it.
    pub percent: bool,
    /// The currency sign or code beside it.
    pub currency: Option<CurrencyMark>,
}

/// Why a text is not taken as a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NumberRefusal {
    /// Empty, a lone dash, `n/a` or `null`: nothing was measured.
    #[error("no value")]
    NoValue,
    /// Something else than a number.
    #[error("not a number")]
    NotANumber,
    /// Longer than any number.
    #[error("too long for a number")]
    TooLong,
    /// Digits of another script than ASCII and its full-width forms.
    #[error("digits of a script that is not read")]
    ForeignDigits,
    /// Groups of other sizes than three, or mixed marks: `1,23,4`.
    #[error("digits are not grouped in threes")]
    IrregularGrouping,
    /// Written with the other decimal mark than the column.
    #[error("written with another decimal mark than the column")]
    OtherConvention {
        /// The mark the text must have been written with.
        found: DecimalMark,
    },
    /// More than fifteen significant digits, which a double would change.
    #[error("{digits} significant digits; at most 15 are kept exactly")]
    TooPrecise {
        /// How many there are.
        digits: usize,
    },
    /// `NaN` or infinity.
    #[error("not a finite number")]
    NotFinite,
    /// Beyond 1e15 in size.
    #[error("larger than 1e15 in size")]
    TooLarge,
    /// Not zero, but below [`MIN_MAGNITUDE`] in size.
    #[error("smaller than 1e-15 in size")]
    TooSmall,
    /// A formula instead of its result.
    #[error("a formula, not its result")]
    Formula,
    /// One cell for several rows.
    #[error("one number for several rows")]
    Merged,
    /// `#DIV/0!`, `#REF!`, `####`.
    #[error("an error of the spreadsheet")]
    SpreadsheetError,
}

/// Reads one number.
///
/// Accepted: the five ways of grouping above with space, no-break, narrow and
/// thin space, apostrophe; signs before, and a minus behind as ledgers print it;
/// accounting parentheses for negatives; `1.5e3`; one percent sign; one currency
/// mark. Full-width digits and marks are read, because East Asian input methods
/// type them; digits of other scripts are refused. Zeros at either end are not
/// significant digits.
///
/// `convention` is the decimal mark of the column, once known. A text that can
/// only have been written with the other mark is then refused.
pub fn parse_number(
    text: &str,
    convention: Option<DecimalMark>,
) -> Result<NumberReading, NumberRefusal> {
    let (dress, layout) = dissect(text)?;
    let signed = |value: f64| if dress.negative { -value + 0.0 } else { value };
    let value = match (layout, convention) {
        (Layout::One { value, proves: Some(found) }, Some(mark)) if found != mark => {
            let _ = value;
            return Err(NumberRefusal::OtherConvention { found });
        }
        (Layout::One { value, .. }, _) => NumberValue::Certain(signed(value)),
        (Layout::Two { mark, decimal, grouped }, convention) => {
            let (decimal, grouped) = (signed(decimal), signed(grouped));
            match (convention, mark) {
                (Some(known), _) if known == mark => NumberValue::Certain(decimal),
                (Some(_), _) => NumberValue::Certain(grouped),
                (None, DecimalMark::Comma) => {
                    NumberValue::Ambiguous { as_comma_decimal: decimal, as_point_decimal: grouped }
                }
                (None, DecimalMark::Point) => {
                    NumberValue::Ambiguous { as_comma_decimal: grouped, as_point_decimal: decimal }
                }
            }
        }
    };
    Ok(NumberReading { value, percent: dress.percent, currency: dress.currency })
}

/// The decimal mark of a column, if at least one cell can only have been
/// written with it and no cell only with the other one.
pub fn sniff_decimal(cells: &[&str]) -> Option<DecimalMark> {
    let mut found = None;
    for cell in cells {
        if let Ok((_, Layout::One { proves: Some(mark), .. })) = dissect(cell) {
            if found.is_some_and(|known| known != mark) {
                return None;
            }
            found = Some(mark);
        }
    }
    found
}

/// What surrounds the digits.
struct Dress {
    negative: bool,
    percent: bool,
    currency: Option<CurrencyMark>,
}

fn dissect(text: &str) -> Result<(Dress, Layout), NumberRefusal> {
    let text = glyph::folded(text, MAX_CHARACTERS).ok_or(NumberRefusal::TooLong)?;
    if let Some(refusal) = known_word(&text) {
        return Err(refusal);
    }
    let (dress, core) = undress(&text);
    layout(core).map(|layout| (dress, layout))
}

/// Words and cells that are known to be no number.
fn known_word(text: &str) -> Option<NumberRefusal> {
    if text.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let word = text.to_ascii_lowercase();
    match word.as_str() {
        "" | "-" | "--" | "\u{2014}" | "n/a" | "#n/a" | "na" | "null" => {
            Some(NumberRefusal::NoValue)
        }
        _ if word.starts_with('=') => Some(NumberRefusal::Formula),
        _ if word.starts_with('#') => Some(NumberRefusal::SpreadsheetError),
        _ => {
            let unsigned = word.trim_start_matches(['-', '+', '(']).trim_end_matches(')');
            let endless = ["nan", "inf", "infinity", "\u{221e}"].contains(&unsigned);
            endless.then_some(NumberRefusal::NotFinite)
        }
    }
}

/// Takes sign, parentheses, percent sign and currency mark off, each once and
/// in whatever order they stand.
fn undress(text: &str) -> (Dress, &str) {
    let mut dress = Dress { negative: false, percent: false, currency: None };
    let mut signed = false;
    let mut rest = text.trim();
    loop {
        let before = rest;
        if !signed && let Some((negative, inner)) = strip_sign(rest) {
            (signed, dress.negative, rest) = (true, negative, inner.trim());
        }
        if !dress.percent
            && let Some(inner) = rest.strip_suffix('%').or_else(|| rest.strip_prefix('%'))
        {
            (dress.percent, rest) = (true, inner.trim());
        }
        if dress.currency.is_none()
            && let Some((mark, inner)) = currency::strip(rest)
        {
            (dress.currency, rest) = (Some(mark), inner.trim());
        }
        if rest == before {
            return (dress, rest);
        }
    }
}

fn strip_sign(text: &str) -> Option<(bool, &str)> {
    if let Some(inner) = text.strip_prefix('(') {
        return inner.strip_suffix(')').map(|inner| (true, inner));
    }
    let behind = || text.strip_suffix('-').map(|inner| (true, inner));
    let plus = || text.strip_prefix('+').map(|inner| (false, inner));
    text.strip_prefix('-').map(|inner| (true, inner)).or_else(plus).or_else(behind)
}
