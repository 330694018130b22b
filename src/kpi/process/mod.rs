//! Signal or noise? What an indicator's values say about the process behind
//! them: limits, signals, season, trend, and what may be expected of it.
//!
//! Only periods that have ended take part. Everything is `Result`: where a
//! figure has no basis, the reason stands in its place.

mod limits;
mod outlook;

#[cfg(test)]
mod tests;

pub use limits::{ChartKind, Segment, SegmentLimits};
pub use outlook::{
    ChangeEffect, Heading, NoAssurance, NoProjection, NoTrend, Projection, TREND_LEVEL,
    TREND_POINTS, TREND_WINDOW, Trend,
};

use super::indicator::{ChangeMark, Indicator};
use super::measurement::{Actual, Series};
use crate::base::{Cadence, FiscalStart, Period};
use crate::statistics::{Assurance, Counts, Dispersion, Rule, Seasonality, Signal, seasonality};
use chrono::NaiveDate;

/// Everything said about the process behind an indicator. Places count the
/// periods from the first one with a value.
#[derive(Debug, Clone, PartialEq)]
pub struct Process {
    /// Every period from the first to the last that has ended and has a value.
    pub periods: Vec<Period>,
    /// Its values; `None` where one is missing.
    pub values: Vec<Option<f64>>,
    /// The chart whose limits these are.
    pub kind: ChartKind,
    /// How widely shares scatter, where all are counted.
    pub dispersion: Option<Dispersion>,
    /// Stretches with limits of their own, in order of time; at least one
    /// unless there are no values.
    pub segments: Vec<Segment>,
    /// Signals, by stretch, then by rule, then by time.
    pub signals: Vec<Signal>,
    /// The test of a season; `None` where the cadence has none or values are
    /// too few for one.
    pub season: Option<Seasonality>,
    /// Whether the target is met by this process.
    pub assurance: Result<Assurance, NoAssurance>,
    /// Whether the values of the last stretch rise or fall.
    pub trend: Result<Trend, NoTrend>,
    /// When the target may be reached.
    pub projection: Result<Projection, NoProjection>,
    /// The values before and after the last change.
    pub change: Option<ChangeEffect>,
}

impl Process {
    /// How many values there are.
    pub fn count(&self) -> usize {
        self.values.iter().flatten().count()
    }

    /// The stretch the latest value belongs to.
    pub fn last_segment(&self) -> Option<&Segment> {
        self.segments.last()
    }

    /// The place of a period.
    pub fn place(&self, period: Period) -> Option<usize> {
        self.periods.binary_search(&period).ok()
    }

    /// Whether the last stretch keeps one level: no run on one side of its
    /// mean, none that rises or falls. Without that its limits describe no one
    /// process, and what follows from them says little.
    pub fn is_settled(&self) -> bool {
        let since = self.last_segment().map_or(0, |segment| segment.first);
        let runs = self.signals.iter().filter(|signal| {
            matches!(signal.rule, Rule::OneSide | Rule::Run)
                && signal.places.last().is_some_and(|place| *place >= since)
        });
        runs.count() == 0
    }

    /// A season that has to be named before any signal.
    pub fn strong_season(&self) -> Option<Seasonality> {
        self.season.filter(Seasonality::is_strong)
    }
}

/// What `series` says on a day about the process behind `indicator`.
pub fn process(
    indicator: &Indicator,
    series: &Series,
    today: NaiveDate,
    fiscal: FiscalStart,
) -> Process {
    let ended = Period::containing(today, indicator.cadence, fiscal).previous(fiscal);
    let places = Places::of(series, ended, fiscal);
    let (kind, dispersion, segments) = limits::of(indicator, &places, fiscal);
    let signals = limits::signals_in(&places.values, &segments);
    let season = season_length(indicator.cadence)
        .and_then(|length| seasonality(recent(&places.values), length));
    let trend = outlook::trend(&places.values, segments.last());
    let assurance = outlook::assurance_of(indicator, segments.last());
    let strong = season.is_some_and(|season| season.is_strong());
    let projection = outlook::projection(indicator, &trend, strong, &places.periods, fiscal);
    let change = outlook::last_change(indicator, &places, fiscal);
    Process {
        periods: places.periods,
        values: places.values,
        kind,
        dispersion,
        segments,
        signals,
        season,
        assurance,
        trend,
        projection,
        change,
    }
}

/// The latest values, as many as tests whose cost grows with the square of
/// their number take.
fn recent(values: &[Option<f64>]) -> &[Option<f64>] {
    values.get(values.len().saturating_sub(TREND_WINDOW)..).unwrap_or_default()
}

/// Periods after which a season begins anew.
pub fn season_length(cadence: Cadence) -> Option<usize> {
    match cadence {
        Cadence::Day => Some(7),
        Cadence::Week => Some(52),
        Cadence::Month => Some(12),
        Cadence::Quarter => Some(4),
        Cadence::Year => None,
    }
}

/// Values side by side with their periods and counts.
struct Places {
    periods: Vec<Period>,
    values: Vec<Option<f64>>,
    /// Part and whole where both are whole numbers and something was counted.
    counts: Vec<Option<Counts>>,
}

impl Places {
    fn of(series: &Series, last: Period, fiscal: FiscalStart) -> Self {
        let mut found = Self { periods: Vec::new(), values: Vec::new(), counts: Vec::new() };
        let known = series.range(..=last).filter_map(|(period, measurement)| {
            Some((*period, measurement.actual.number()?, measurement.actual))
        });
        for (period, value, actual) in known {
            while let Some(before) = found.periods.last() {
                let next = before.next(fiscal);
                // The calendar's last period has no later one.
                if next >= period || next == *before {
                    break;
                }
                found.push(next, None, None);
            }
            let counts = match actual {
                Actual::Counted { part, whole } if part.fract() + whole.fract() <= 0.0 => {
                    Some((part, whole))
                }
                Actual::Counted { .. } | Actual::Value(_) => None,
            };
            found.push(period, Some(value), counts);
        }
        found
    }

    fn push(&mut self, period: Period, value: Option<f64>, counts: Option<Counts>) {
        self.periods.push(period);
        self.values.push(value);
        self.counts.push(counts);
    }

    /// The first place that belongs to the time after a change: its period
    /// lies there for the larger part. `None` when no value has come since.
    fn since(&self, mark: &ChangeMark, fiscal: FiscalStart) -> Option<usize> {
        self.periods.iter().position(|period| {
            let (first, last) = (period.first_day(fiscal), period.last_day(fiscal));
            let before = (mark.date - first).num_days();
            let after = (last - mark.date).num_days() + 1;
            after >= before
        })
    }
}
