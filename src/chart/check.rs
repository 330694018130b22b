//! The guard before plotters: nothing gets past that it would stumble over.

use super::decimate::{Decimator, Kept};
use super::error::{ChartError, Part};
use super::frame::day_number;
use super::plot::{Band, NamedLine, Plot};
use crate::base::bounded;
use chrono::NaiveDate;

impl Plot<'_> {
    /// Checks everything plotters would stumble over.
    pub(super) fn check(&self) -> Result<Checked, ChartError> {
        let (width, height) = (self.width, self.height);
        if !(160..=8000).contains(&width) || !(120..=8000).contains(&height) {
            return Err(ChartError::Size { width, height });
        }
        if self.from >= self.to {
            return Err(ChartError::EmptyRange { from: self.from, to: self.to });
        }
        let mut extent = Extent::default();
        let measured = self.measure(&mut extent)?;
        for (part, line) in self.lines() {
            in_order(part, line.path.iter().map(|corner| corner.0))?;
            for (date, value) in &line.path {
                extent.add(finite(part, Some(*date), *value)?);
            }
        }
        for (part, band) in self.bands() {
            in_order(part, band.edges.iter().map(|edge| edge.0))?;
            for (date, low, high) in &band.edges {
                extent.add_pair(pair(part, Some(*date), (*low, *high))?);
            }
        }
        in_order(Part::Signal, self.signals.iter().map(|mark| mark.date))?;
        for mark in &self.signals {
            finite(Part::Signal, Some(mark.date), mark.value)?;
        }
        if let Some(target) = &self.target {
            extent.add(finite(Part::Target, None, target.value)?);
        }
        if let Some(baseline) = &self.baseline {
            extent.add(finite(Part::Baseline, Some(baseline.date), baseline.value)?);
        }
        for bound in [self.floor, self.ceiling].into_iter().flatten() {
            finite(Part::Bounds, None, bound)?;
        }
        Ok(Checked { extent: extent.0, measured })
    }

    /// Checks the measured values and reduces them to what one date can show,
    /// all in the one pass over them that their number allows.
    fn measure(&self, extent: &mut Extent) -> Result<Measured, ChartError> {
        let mut values = Decimator::default();
        let mut intervals: Vec<(f64, f64, f64)> = Vec::new();
        let (mut latest, mut day, mut seen) = (NaiveDate::MIN, 0.0, false);
        for (index, point) in self.points.iter().enumerate() {
            let date = point.date;
            if date != latest {
                if date < latest {
                    return Err(ChartError::NotInOrder { part: Part::Actual, date });
                }
                (latest, day, seen) = (date, day_number(date), self.shows(date));
            }
            match point.value {
                Some(value) => {
                    let value = finite(Part::Actual, Some(date), value)?;
                    if seen {
                        values.push(index, day, value);
                    }
                }
                None => values.gap(),
            }
            if let Some(interval) = point.interval {
                let (low, high) = pair(Part::Interval, Some(date), interval)?;
                if seen {
                    unite(&mut intervals, day, low, high);
                }
            }
        }
        // Each date keeps its extremes, so these are the extremes of all.
        let values = values.finish();
        for kept in &values {
            extent.add(kept.y);
        }
        for (_, low, high) in &intervals {
            extent.add_pair((*low, *high));
        }
        Ok(Measured { values, intervals })
    }

    /// Every line but the target.
    fn lines(&self) -> impl Iterator<Item = (Part, &NamedLine)> {
        let expected = self.expected.iter().map(|line| (Part::Expected, line));
        let limits = self.limits.iter().chain(&self.centres);
        expected.chain(limits.map(|line| (Part::Limit, line)))
    }

    /// Every band.
    fn bands(&self) -> impl Iterator<Item = (Part, &Band)> {
        let tolerance = self.tolerance.iter().map(|band| (Part::Tolerance, band));
        let projection = self.projection.iter().map(|band| (Part::Projection, band));
        tolerance.chain(self.within.iter().map(|band| (Part::Within, band))).chain(projection)
    }
}

/// What the guard learned on its way.
pub(super) struct Checked {
    /// Lowest and highest value to show; `None` without any.
    pub extent: Option<(f64, f64)>,
    /// The measured values within the range of dates.
    pub measured: Measured,
}

/// Measured values, reduced to four per date at most.
pub(super) struct Measured {
    /// By number of the day, with their places in the list of points.
    pub values: Vec<Kept>,
    /// Day, lower and upper end of the union of the date's intervals.
    pub intervals: Vec<(f64, f64, f64)>,
}

/// Widens the last interval if it belongs to the same place, else adds one.
pub(super) fn unite(intervals: &mut Vec<(f64, f64, f64)>, place: f64, low: f64, high: f64) {
    match intervals.last_mut() {
        Some(last) if last.0 >= place => {
            last.1 = last.1.min(low);
            last.2 = last.2.max(high);
        }
        _ => intervals.push((place, low, high)),
    }
}

/// Lowest and highest value so far.
#[derive(Default)]
struct Extent(Option<(f64, f64)>);

impl Extent {
    fn add(&mut self, value: f64) {
        self.add_pair((value, value));
    }

    fn add_pair(&mut self, (low, high): (f64, f64)) {
        self.0 = Some(match self.0 {
            None => (low, high),
            Some((lowest, highest)) => (lowest.min(low), highest.max(high)),
        });
    }
}

/// `value` if it can be drawn.
pub(super) fn finite(part: Part, date: Option<NaiveDate>, value: f64) -> Result<f64, ChartError> {
    bounded(value).map_err(|reason| ChartError::Value { part, date, reason })
}

fn pair(
    part: Part,
    date: Option<NaiveDate>,
    (low, high): (f64, f64),
) -> Result<(f64, f64), ChartError> {
    let (low, high) = (finite(part, date, low)?, finite(part, date, high)?);
    if low > high { Err(ChartError::Inverted { part, low, high }) } else { Ok((low, high)) }
}

fn in_order(part: Part, dates: impl Iterator<Item = NaiveDate>) -> Result<(), ChartError> {
    let mut latest = NaiveDate::MIN;
    for date in dates {
        if date < latest {
            return Err(ChartError::NotInOrder { part, date });
        }
        latest = date;
    }
    Ok(())
}
