//! Is the target met? The status of the last ended period, and every number
//! behind it.

use super::band::{Ends, band_on};
use super::indicator::{Baseline, Direction, Indicator};
use super::measurement::{Measurement, Series};
use super::steps;
use crate::base::{FiscalStart, Period};
use crate::statistics::{self, AttainmentError, DatedValue};
use chrono::{Days, NaiveDate};

/// The status word of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// At or beyond the final target.
    Met,
    /// At or beyond what was expected by now.
    OnCourse,
    /// Worse than expected by at most the tolerance.
    WithinTolerance,
    /// Worse than that, before the due date.
    OffCourse,
    /// Worse than that, from the due date on.
    Missed,
    /// Off course or missed, and accepted for a while by somebody who says why.
    Accepted,
    /// No baseline to expect anything from, and not due.
    NotDueYet,
    /// No measurement of an ended period.
    NoData,
    /// No target, direction or due date to judge by.
    NoTarget,
}

/// How far the way from baseline to target has been gone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Attainment {
    /// (actual − baseline) ÷ (target − baseline); 1 is the target, below 0 is
    /// worse than the start.
    Ratio(f64),
    /// Stay-within: how far outside the band of its period, or of the target before
    /// there is one; 0 when inside; in the unit.
    OutsideBand(f64),
    /// There is no baseline.
    NoBaseline,
    /// Target and baseline are the same, or too close to tell apart.
    TargetIsBaseline,
    /// There is no target.
    NoTarget,
}

/// The measurement a judgement rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Assessed {
    /// Its period, ended before today.
    pub period: Period,
    /// Its value in the indicator's unit.
    pub actual: f64,
    /// What was expected at the end of that period.
    pub expected: Option<f64>,
    /// Stay-within: the band at the end of that period.
    pub band: Option<Ends>,
    /// How far the way to the target has been gone.
    pub attainment: Attainment,
}

/// The status with all its inputs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Judgement {
    /// The status word.
    pub status: Status,
    /// The last ended period that could be judged.
    pub assessed: Option<Assessed>,
    /// Whether the period after the one judged still lacks its measurement
    /// when its days of grace are over. The status is then an old one.
    pub stale: bool,
    /// The last period that has ended.
    pub last_ended: Period,
    /// What the status would be if nobody had accepted the deviation.
    pub excused: Option<Status>,
}

/// The promises a target can be split into, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The least that was promised.
    Commit,
    /// The target itself.
    Target,
    /// What would be better still.
    Stretch,
}

/// The highest level a value has reached; `None` where it has reached none, or
/// better has no direction.
pub fn reached(indicator: &Indicator, actual: f64) -> Option<Level> {
    let direction = indicator.direction?;
    let at = |level: Option<f64>| {
        level.is_some_and(|level| behind(direction, actual, level) <= slack(0.0, level))
    };
    let target = &indicator.target;
    match direction {
        Direction::Within => None,
        _ if at(target.stretch) => Some(Level::Stretch),
        _ if at(target.value) => Some(Level::Target),
        _ if at(target.commit) => Some(Level::Commit),
        _ => None,
    }
}

/// The value expected on a day: what the steps of the target say, or else the
/// straight line from baseline (end of its period) to target (due date); from
/// the due date on the target itself. Before the first step, or the baseline's
/// period, there is nothing to expect.
pub fn expected_value(indicator: &Indicator, day: NaiveDate, fiscal: FiscalStart) -> Option<f64> {
    let (target, due) = (indicator.aim()?, indicator.target.due?);
    if day < due && !indicator.target.steps.is_empty() {
        return steps::step_on(&indicator.target.steps, day, fiscal).map(|step| step.value);
    }
    let Baseline::Known { value, period } = indicator.baseline else {
        return (day >= due).then_some(target);
    };
    let from = DatedValue { date: period.last_day(fiscal), value };
    let to = DatedValue { date: due, value: target };
    statistics::expected_value(from, to, day).ok()
}

/// The expected path as corner points: the steps of the target, or the
/// baseline at the end of its period; then the target at its due date.
pub fn path(indicator: &Indicator, fiscal: FiscalStart) -> Vec<(NaiveDate, f64)> {
    let (Some(target), Some(due)) = (indicator.aim(), indicator.target.due) else {
        return Vec::new();
    };
    if !indicator.target.steps.is_empty() {
        return steps::corners(&indicator.target.steps, (due, target), fiscal);
    }
    match indicator.baseline {
        Baseline::Known { value, period } if period.last_day(fiscal) < due => {
            vec![(period.last_day(fiscal), value), (due, target)]
        }
        _ => Vec::new(),
    }
}

/// Judges an indicator on a day. The running period is never judged.
///
/// `grace_days`: a period may lack its measurement this many days after its
/// end before the status is stale.
pub fn judge(
    indicator: &Indicator,
    series: &Series,
    today: NaiveDate,
    fiscal: FiscalStart,
    grace_days: u16,
) -> Judgement {
    let running = Period::containing(today, indicator.cadence, fiscal);
    let last_ended = running.previous(fiscal);
    let latest = series
        .values()
        .rev()
        .filter(|measurement| measurement.period <= last_ended)
        .find_map(|measurement| Some((measurement, measurement.actual.number()?)));
    let Some((measurement, actual)) = latest else {
        let status = Status::NoData;
        return Judgement { status, assessed: None, stale: false, last_ended, excused: None };
    };
    let assessed = assess(indicator, measurement, actual, fiscal);
    // The first period that lacks its value counts: a new month does not make
    // an old gap fresh again.
    let missing = measurement.period.next(fiscal);
    let late = missing.last_day(fiscal).checked_add_days(Days::new(u64::from(grace_days)));
    let stale = late.is_some_and(|late| today > late);
    let found = status_of(indicator, &assessed, fiscal);
    // What is well needs no excuse.
    let excusable = matches!(found, Status::OffCourse | Status::Missed);
    let holds = indicator.deviation.as_ref().is_some_and(|deviation| deviation.holds(today));
    let (status, excused) =
        if excusable && holds { (Status::Accepted, Some(found)) } else { (found, None) };
    Judgement { status, assessed: Some(assessed), stale, last_ended, excused }
}

fn assess(
    indicator: &Indicator,
    measurement: &Measurement,
    actual: f64,
    fiscal: FiscalStart,
) -> Assessed {
    let period = measurement.period;
    let expected = expected_value(indicator, period.last_day(fiscal), fiscal);
    let band = band_on(indicator, period.last_day(fiscal), fiscal);
    Assessed { period, actual, expected, band, attainment: attainment(indicator, actual, band) }
}

fn attainment(indicator: &Indicator, actual: f64, band: Option<Ends>) -> Attainment {
    if let Some((low, high)) = band.or_else(|| indicator.band())
        && let Ok(distance) = statistics::distance_outside(actual, low, high)
    {
        return Attainment::OutsideBand(distance.abs());
    }
    let Some(target) = indicator.aim() else { return Attainment::NoTarget };
    let baseline = match indicator.baseline {
        Baseline::Known { value, .. } => Some(value),
        Baseline::Unset | Baseline::NoneYet => None,
    };
    match statistics::attainment(baseline, target, actual) {
        Ok(ratio) => Attainment::Ratio(ratio),
        Err(AttainmentError::NoBaseline) => Attainment::NoBaseline,
        Err(AttainmentError::TargetIsBaseline | AttainmentError::TooClose) => {
            Attainment::TargetIsBaseline
        }
    }
}

fn status_of(indicator: &Indicator, assessed: &Assessed, fiscal: FiscalStart) -> Status {
    let (Some(direction), Some(due)) = (indicator.direction, indicator.target.due) else {
        return Status::NoTarget;
    };
    let is_due = assessed.period.last_day(fiscal) >= due;
    let late = if is_due { Status::Missed } else { Status::OffCourse };
    let tolerance = indicator.tolerance.unwrap_or(0.0);
    if direction == Direction::Within {
        return status_in_band(indicator, assessed, tolerance, late);
    }
    let Some(target) = indicator.aim() else { return Status::NoTarget };
    let behind = |value: f64| behind(direction, assessed.actual, value);
    if behind(target) <= slack(0.0, target) {
        return Status::Met;
    }
    match assessed.expected {
        None => Status::NotDueYet,
        Some(expected) if behind(expected) <= slack(0.0, expected) => Status::OnCourse,
        Some(expected) if behind(expected) <= slack(tolerance, expected) => Status::WithinTolerance,
        Some(_) => late,
    }
}

/// The same for *within*: met inside the target's band, on course inside that of the
/// period alone. A value in the target's band is off course while another one holds.
fn status_in_band(
    indicator: &Indicator,
    assessed: &Assessed,
    tolerance: f64,
    late: Status,
) -> Status {
    let Attainment::OutsideBand(distance) = assessed.attainment else { return Status::NoTarget };
    let own = indicator
        .band()
        .and_then(|(low, high)| statistics::distance_outside(assessed.actual, low, high).ok());
    let in_own = own.is_some_and(|distance| distance.abs() <= 0.0);
    if distance <= 0.0 {
        return if in_own { Status::Met } else { Status::OnCourse };
    }
    if assessed.band.is_none() {
        Status::NotDueYet
    } else if distance <= slack(tolerance, assessed.actual) {
        Status::WithinTolerance
    } else {
        late
    }
}

/// How much worse an actual is than a value, whatever the direction.
fn behind(direction: Direction, actual: f64, value: f64) -> f64 {
    match direction {
        Direction::Down => actual - value,
        Direction::Up | Direction::Within => value - actual,
    }
}

/// The tolerance plus what double arithmetic may add: decimals of 15 digits
/// that are equal on paper must compare as equal.
fn slack(tolerance: f64, scale: f64) -> f64 {
    tolerance + 1e-12 * (scale.abs() + tolerance)
}
