//! The guard before plotters: nothing gets past that it would stumble over.

use super::error::{ChartError, Part};
use super::plot::{Band, NamedLine, Plot};
use crate::base::checked;
use chrono::NaiveDate;

impl Plot<'_> {
    /// Checks everything plotters would stumble over and returns the lowest
    /// and highest value within the range of dates, `None` without any value.
    pub(super) fn check(&self) -> Result<Option<(f64, f64)>, ChartError> {
        let (width, height) = (self.width, self.height);
        if !(160..=8000).contains(&width) || !(120..=8000).contains(&height) {
            return Err(ChartError::Size { width, height });
        }
        if self.from >= self.to {
            return Err(ChartError::EmptyRange { from: self.from, to: self.to });
        }
        let mut extent = Extent::default();
        self.check_points(&mut extent)?;
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
        if let Some(target) = &self.target {
            extent.add(finite(Part::Target, None, target.value)?);
        }
        if let Some(baseline) = &self.baseline {
            extent.add(finite(Part::Baseline, Some(baseline.date), baseline.value)?);
        }
        for bound in [self.floor, self.ceiling].into_iter().flatten() {
            finite(Part::Bounds, None, bound)?;
        }
        Ok(extent.0)
    }

    fn check_points(&self, extent: &mut Extent) -> Result<(), ChartError> {
        in_order(Part::Actual, self.points.iter().map(|point| point.date))?;
        for point in &self.points {
            let seen = self.shows(point.date);
            if let Some(value) = point.value {
                let value = finite(Part::Actual, Some(point.date), value)?;
                if seen {
                    extent.add(value);
                }
            }
            if let Some(interval) = point.interval {
                let interval = pair(Part::Interval, Some(point.date), interval)?;
                if seen {
                    extent.add_pair(interval);
                }
            }
        }
        Ok(())
    }

    /// Every line but the target.
    fn lines(&self) -> impl Iterator<Item = (Part, &NamedLine)> {
        let expected = self.expected.iter().map(|line| (Part::Expected, line));
        expected.chain(self.limits.iter().map(|line| (Part::Limit, line)))
    }

    /// Every band.
    fn bands(&self) -> impl Iterator<Item = (Part, &Band)> {
        let tolerance = self.tolerance.iter().map(|band| (Part::Tolerance, band));
        tolerance.chain(self.within.iter().map(|band| (Part::Within, band)))
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
    checked(value).map_err(|reason| ChartError::Value { part, date, reason })
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
