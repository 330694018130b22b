//! Why a chart is not drawn.

use crate::base::NumberError;
use chrono::NaiveDate;

/// The part of a chart an error points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The measured points.
    Actual,
    /// The uncertainty interval of a point.
    Interval,
    /// The path from baseline to target.
    Expected,
    /// The target line.
    Target,
    /// The tolerance band.
    Tolerance,
    /// The stay-within band.
    Within,
    /// The baseline mark.
    Baseline,
    /// The process limits.
    Limit,
    /// The marks of signals.
    Signal,
    /// Where the values may go.
    Projection,
    /// The natural lower or upper end of the scale.
    Bounds,
    /// A score or its range, in percent.
    Score,
}

/// Facts that keep a chart from being drawn. Plotters itself panics on a
/// range that is not a number and never returns from an infinite one, so all
/// of this is checked before the first line.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ChartError {
    /// A value is not finite or beyond ±1e15.
    #[error("{part:?}: {reason}")]
    Value {
        /// Where the value stands.
        part: Part,
        /// The date it belongs to, if it has one.
        date: Option<NaiveDate>,
        /// What is wrong with it.
        reason: NumberError,
    },
    /// The range of dates does not run forward.
    #[error("the range of dates from {from} to {to} is empty")]
    EmptyRange {
        /// First date of the range.
        from: NaiveDate,
        /// Last date of the range.
        to: NaiveDate,
    },
    /// A date stands before the one that precedes it in the list.
    #[error("{part:?}: {date} comes after a later date")]
    NotInOrder {
        /// The list.
        part: Part,
        /// The date that comes too late in the list.
        date: NaiveDate,
    },
    /// The lower edge of a band or interval lies above its upper edge.
    #[error("{part:?}: lower edge {low} above upper edge {high}")]
    Inverted {
        /// The band or interval.
        part: Part,
        /// The edge given as lower.
        low: f64,
        /// The edge given as upper.
        high: f64,
    },
    /// A share lies outside 0 to 100 percent.
    #[error("{value} is not a percentage from 0 to 100")]
    NotAPercentage {
        /// The value.
        value: f64,
    },
    /// The picture is too small to hold anything, or larger than any screen.
    #[error("{width} × {height} px is no size for this chart")]
    Size {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
    /// The drawing library refused; a fault of this program, not of the data.
    #[error("drawing failed: {0}")]
    Drawing(String),
}
