//! What may be expected of a process: assurance, trend, projection, and what
//! the last change went with.

use super::{Places, Segment};
use crate::base::{FiscalStart, Period};
use crate::kpi::indicator::{Direction, Indicator};
use crate::statistics::{
    Aim, Assurance, Comparison, MannKendall, PointLimits, TheilSen, assurance, compare,
    mann_kendall, median, theil_sen,
};

/// Fewer values than this carry no trend: below ten the normal approximation
/// of the Mann–Kendall test does not hold (Gilbert 1987).
pub const TREND_POINTS: usize = 10;

/// So many of the latest values are looked at for a trend or a season.
pub const TREND_WINDOW: usize = 400;

/// A trend, or a difference, this unlikely by chance is named.
pub const TREND_LEVEL: f64 = 0.05;

/// Fewer values than this on either side of a change are not compared.
const CHANGE_POINTS: usize = 5;

/// Why nothing is said about meeting the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoAssurance {
    /// There is no target or no direction.
    NoTarget,
    /// The last stretch has no limits.
    NoLimits,
}

/// Why there is no trend to test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoTrend {
    /// Fewer values than [`TREND_POINTS`] in the last stretch.
    TooFew {
        /// How many there are.
        found: usize,
    },
    /// The values never move.
    Flat,
}

/// Which way values go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// Up, more steadily than chance.
    Rising,
    /// Down, more steadily than chance.
    Falling,
    /// Neither.
    Unclear,
}

/// A line through the values of the last stretch, and its test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trend {
    /// The line, by place.
    pub line: TheilSen,
    /// Whether it is more than chance.
    pub test: MannKendall,
    /// How many values it rests on.
    pub count: usize,
    /// Whether two levels with a step between them lie closer to the values
    /// than the line does.
    pub is_step: bool,
    /// The place of the first of them
    pub first: usize,
    /// and of the last.
    pub last: usize,
}

impl Trend {
    /// Which way, if the test says so.
    pub fn heading(&self) -> Heading {
        if self.test.p >= TREND_LEVEL {
            Heading::Unclear
        } else if self.test.s > 0.0 {
            Heading::Rising
        } else {
            Heading::Falling
        }
    }
}

/// Why no date is given for reaching the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoProjection {
    /// There is no single value to reach.
    NoTarget,
    /// Too few values, or values that never move.
    NoTrend,
    /// No trend beyond chance.
    Unclear,
    /// A strong season would be taken for a trend.
    Season,
    /// A step describes the values better than a slope.
    Step,
    /// The values go the other way.
    Away,
    /// The middle of the values has reached the target.
    Reached,
    /// Not within as many periods as there are values.
    TooFar,
}

/// When the middle of the values reaches the target if they go on as they
/// have: with the steepest and the flattest slope of the 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Projection {
    /// The first period, with the steepest slope.
    pub earliest: Period,
    /// The last one; `None` when the flattest slope does not get there within
    /// as many periods as there are values.
    pub latest: Option<Period>,
    /// The last period a projection looks at.
    pub horizon: Period,
    /// Value of the steepest line at the last value and at the horizon
    pub steep: (f64, f64),
    /// and of the flattest.
    pub flat: (f64, f64),
}

/// The values on both sides of a change.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChangeEffect {
    /// The mark, by its place in the indicator's list.
    pub mark: usize,
    /// How many values lie before it, back to the mark before
    pub before: usize,
    /// and how many after.
    pub after: usize,
    /// The comparison; `None` with fewer than five on either side.
    pub found: Option<Comparison>,
    /// Whether the values before it already had a trend, which would explain
    /// a difference as well.
    pub was_moving: bool,
}

/// The target as an aim.
fn aim(indicator: &Indicator) -> Option<Aim> {
    if let Some((low, high)) = indicator.band() {
        return Some(Aim::Within(low, high));
    }
    let value = indicator.aim()?;
    match indicator.direction? {
        Direction::Up => Some(Aim::AtLeast(value)),
        Direction::Down => Some(Aim::AtMost(value)),
        Direction::Within => None,
    }
}

pub(super) fn assurance_of(
    indicator: &Indicator,
    last: Option<&Segment>,
) -> Result<Assurance, NoAssurance> {
    let aim = aim(indicator).ok_or(NoAssurance::NoTarget)?;
    let limits = last.and_then(|segment| segment.limits.as_ref().ok());
    let limits = limits.ok_or(NoAssurance::NoLimits)?;
    let points: Vec<PointLimits> = limits.points.iter().flatten().copied().collect();
    assurance(&points, aim).ok_or(NoAssurance::NoLimits)
}

pub(super) fn trend(values: &[Option<f64>], last: Option<&Segment>) -> Result<Trend, NoTrend> {
    let Some(segment) = last else { return Err(NoTrend::TooFew { found: 0 }) };
    let placed = values.iter().enumerate().skip(segment.first);
    let placed: Vec<(usize, f64)> =
        placed.filter_map(|(place, value)| Some((place, (*value)?))).collect();
    let placed = placed.get(placed.len().saturating_sub(TREND_WINDOW)..).unwrap_or_default();
    if placed.len() < TREND_POINTS {
        return Err(NoTrend::TooFew { found: placed.len() });
    }
    let points: Vec<(f64, f64)> = placed.iter().map(|(x, y)| (as_number(*x), *y)).collect();
    let values: Vec<f64> = placed.iter().map(|(_, value)| *value).collect();
    let (Some(line), Some(test)) = (theil_sen(&points), mann_kendall(&values)) else {
        return Err(NoTrend::Flat);
    };
    let (first, last) = (placed.first().map(|one| one.0), placed.last().map(|one| one.0));
    Ok(Trend {
        line,
        test,
        count: placed.len(),
        is_step: is_step(&points, &line),
        first: first.unwrap_or_default(),
        last: last.unwrap_or_default(),
    })
}

/// Whether the best two levels leave clearly less of the values unexplained
/// than the line: by a fifth of the sum of absolute distances, for a step has
/// one more thing to choose than a line. Either level holds five values.
fn is_step(points: &[(f64, f64)], line: &TheilSen) -> bool {
    let values: Vec<f64> = points.iter().map(|point| point.1).collect();
    let off = |values: &[f64]| {
        let middle = median(values).unwrap_or_default();
        values.iter().map(|value| (value - middle).abs()).sum::<f64>()
    };
    let by_line: f64 = points.iter().map(|(x, y)| (y - line.at(*x)).abs()).sum();
    let cuts = CHANGE_POINTS..(values.len() + 1).saturating_sub(CHANGE_POINTS);
    let steps = cuts.filter_map(|cut| values.split_at_checked(cut));
    let by_step = steps.map(|(one, other)| off(one) + off(other)).fold(f64::INFINITY, f64::min);
    by_step < 0.8 * by_line
}

pub(super) fn projection(
    indicator: &Indicator,
    trend: &Result<Trend, NoTrend>,
    season: bool,
    periods: &[Period],
    fiscal: FiscalStart,
) -> Result<Projection, NoProjection> {
    let target = indicator.aim().ok_or(NoProjection::NoTarget)?;
    let up = match indicator.direction.ok_or(NoProjection::NoTarget)? {
        Direction::Up => true,
        Direction::Down => false,
        Direction::Within => return Err(NoProjection::NoTarget),
    };
    let trend = trend.map_err(|_| NoProjection::NoTrend)?;
    let line = trend.line;
    let last = as_number(trend.last);
    let missing = target - line.at(last);
    if if up { missing <= 0.0 } else { missing >= 0.0 } {
        return Err(NoProjection::Reached);
    }
    if season {
        return Err(NoProjection::Season);
    }
    match (trend.heading(), up) {
        (Heading::Unclear, _) => return Err(NoProjection::Unclear),
        (Heading::Rising, true) | (Heading::Falling, false) => {}
        _ => return Err(NoProjection::Away),
    }
    if trend.is_step {
        return Err(NoProjection::Step);
    }
    let (steep, flat) = if up { (line.high, line.low) } else { (line.low, line.high) };
    let ahead = trend.count;
    let reached = |slope: f64| {
        let toward = if up { slope > 0.0 } else { slope < 0.0 };
        let place = line.middle_x + (target - line.middle_y) / slope;
        toward.then(|| steps((place - last).ceil()).max(1)).filter(|steps| *steps <= ahead)
    };
    let from = periods.get(trend.last).copied().ok_or(NoProjection::NoTrend)?;
    let later = |count: usize| (0..count).fold(from, |period, _| period.next(fiscal));
    let earliest = reached(steep).ok_or(NoProjection::TooFar)?;
    let ends = |slope: f64| {
        let at = |x: f64| line.middle_y + slope * (x - line.middle_x);
        (at(last), at(last + as_number(ahead)))
    };
    Ok(Projection {
        earliest: later(earliest),
        latest: reached(flat).map(later),
        horizon: later(ahead),
        steep: ends(steep),
        flat: ends(flat),
    })
}

/// The values around the last change that any value has followed.
pub(super) fn last_change(
    indicator: &Indicator,
    places: &Places,
    fiscal: FiscalStart,
) -> Option<ChangeEffect> {
    let marks = indicator.changes.iter().enumerate();
    let mut marks: Vec<(usize, usize)> =
        marks.filter_map(|(mark, change)| Some((places.since(change, fiscal)?, mark))).collect();
    marks.sort_unstable();
    let (cut, mark) = marks.iter().rev().find(|(cut, _)| *cut > 0).copied()?;
    let begin = marks.iter().rev().map(|(place, _)| *place).find(|place| *place < cut);
    let side = |values: &[Option<f64>]| -> Vec<f64> { values.iter().flatten().copied().collect() };
    let before = side(places.values.get(begin.unwrap_or(0)..cut).unwrap_or_default());
    let after = side(places.values.get(cut..).unwrap_or_default());
    let near = before.get(before.len().saturating_sub(TREND_WINDOW)..).unwrap_or_default();
    let since = after.get(..after.len().min(TREND_WINDOW)).unwrap_or_default();
    let enough = before.len() >= CHANGE_POINTS && after.len() >= CHANGE_POINTS;
    let was_moving = mann_kendall(near).is_some_and(|test| test.p < TREND_LEVEL);
    Some(ChangeEffect {
        mark,
        before: before.len(),
        after: after.len(),
        found: compare(near, since).filter(|_| enough),
        was_moving,
    })
}

/// A number of whole steps; as large as a place can be when it is larger.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
fn steps(count: f64) -> usize {
    count.max(0.0) as usize
}

#[expect(clippy::cast_precision_loss, reason = "no series has 2^53 places")]
fn as_number(place: usize) -> f64 {
    place as f64
}
