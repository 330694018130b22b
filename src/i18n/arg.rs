//! What fills the slots of a message.

use super::isolate::isolated;
use super::{Catalogue, DurationUnit, dates, durations, numbers};
use crate::base::{FiscalStart, Period};
use chrono::NaiveDate;

/// The value of one slot; the catalogue writes it in its language.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Arg<'a> {
    /// Text as it is: a name, another message, a year. What runs from right to
    /// left in it does not turn the sentence.
    Text(&'a str),
    /// How many; the first count of a message chooses its plural form.
    Count(u64),
    /// A number at its own precision, up to 15 significant digits.
    Number(f64),
    /// A number rounded to so many decimals.
    Rounded(f64, usize),
    /// A percentage as people say it (85 for 85 %), at its own precision.
    Percent(f64),
    /// A percentage rounded to so many decimals.
    PercentRounded(f64, usize),
    /// A date with the month in words: 31 March 2027.
    Date(NaiveDate),
    /// A date for tables: 31 Mar 2027.
    DateShort(NaiveDate),
    /// A period as a label: October 2026.
    Period(Period, FiscalStart),
    /// A period within a sentence: in October 2026.
    PeriodIn(Period, FiscalStart),
    /// A length of time in words: 20 seconds.
    Duration(f64, DurationUnit),
    /// A length of time with the unit's symbol: 20 s.
    DurationShort(f64, DurationUnit),
}

impl Arg<'_> {
    /// The value in the catalogue's language.
    pub(super) fn write(self, catalogue: &Catalogue) -> String {
        let language = catalogue.language();
        match self {
            Self::Text(text) => isolated(text).into_owned(),
            Self::Count(count) => numbers::count(language, count),
            Self::Number(value) => numbers::number(language, value),
            Self::Rounded(value, decimals) => numbers::rounded(language, value, decimals),
            Self::Percent(value) => numbers::percent(language, value),
            Self::PercentRounded(value, decimals) => {
                numbers::percent_rounded(language, value, decimals)
            }
            Self::Date(date) => dates::long(catalogue, date),
            Self::DateShort(date) => dates::short(catalogue, date),
            Self::Period(period, fiscal) => dates::period(catalogue, period, fiscal),
            Self::PeriodIn(period, fiscal) => dates::period_in(catalogue, period, fiscal),
            Self::Duration(amount, unit) => durations::words(catalogue, amount, unit),
            Self::DurationShort(amount, unit) => durations::short(catalogue, amount, unit),
        }
    }
}
