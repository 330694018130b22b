//! Actuals: one value of one period.

use crate::base::{FiscalStart, Id, NumberError, Period, checked};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What was measured.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Actual {
    /// A value in the indicator's unit. For a share it is a percentage
    /// without its counts.
    Value(f64),
    /// Part of a whole, both counted; 0 ≤ part ≤ whole.
    Counted {
        /// Those that fulfil the definition.
        part: f64,
        /// All of them.
        whole: f64,
    },
}

impl Actual {
    /// A value that may be stored.
    pub fn value(value: f64) -> Result<Self, NumberError> {
        checked(value).map(Self::Value)
    }

    /// Counts that may be stored; `None` unless 0 ≤ part ≤ whole.
    pub fn counted(part: f64, whole: f64) -> Option<Self> {
        let (part, whole) = (checked(part).ok()?, checked(whole).ok()?);
        (0.0 <= part && part <= whole).then_some(Self::Counted { part, whole })
    }

    /// The number to chart and judge: the value, or part ÷ whole in percent.
    /// `None` when the whole is zero.
    pub fn number(&self) -> Option<f64> {
        match *self {
            Self::Value(value) => Some(value),
            Self::Counted { whole, .. } if whole <= 0.0 => None,
            Self::Counted { part, whole } => Some(100.0 * part / whole),
        }
    }
}

/// One actual of one indicator in one period.
#[derive(Debug, Clone, PartialEq)]
pub struct Measurement {
    /// Record id.
    pub id: Id,
    /// The indicator it belongs to.
    pub indicator: Id,
    /// When.
    pub period: Period,
    /// What was measured.
    pub actual: Actual,
    /// Anything worth knowing about this value.
    pub note: String,
    /// The import it came with.
    pub import: Option<Id>,
}

/// The measurements of one indicator by period.
pub type Series = BTreeMap<Period, Measurement>;

/// The values of two indicators in the periods both have one for, up to and
/// with the last that ended before `today`: a period that still runs tells
/// nothing yet.
pub fn paired(
    one: &Series,
    other: &Series,
    today: NaiveDate,
    fiscal: FiscalStart,
) -> Vec<(Period, f64, f64)> {
    let pair = |(period, measured): (&Period, &Measurement)| {
        let beside = other.get(period)?.actual.number()?;
        Some((*period, measured.actual.number()?, beside))
    };
    one.iter().filter(|(period, _)| period.last_day(fiscal) < today).filter_map(pair).collect()
}
