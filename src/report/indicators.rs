//! Indicators that are not where they should be, the worst first.

use crate::base::Id;
use crate::kpi::{Baseline, Indicator, Judgement, Status, judge};
use crate::workspace::Project;
use chrono::NaiveDate;

/// An indicator that needs a look, with the judgement that says why.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OffTarget {
    /// The indicator.
    pub indicator: Id,
    /// Its status and the numbers behind it.
    pub judgement: Judgement,
}

/// Indicators that are missed, off course, or whose measurement is overdue.
/// Missed come first, then off course, then what somebody has accepted for a
/// while, then the merely stale; within each the
/// one that lies furthest behind what was expected, measured against the way
/// from baseline to target.
pub fn off_target(project: &Project, today: NaiveDate) -> Vec<OffTarget> {
    let head = &project.head;
    let mut found: Vec<(u8, f64, OffTarget)> = project
        .indicators
        .iter()
        .filter_map(|indicator| {
            let series = project.series(indicator.id);
            let judgement = judge(indicator, series, today, head.fiscal, head.grace_days);
            let rank = match judgement.status {
                Status::Missed => 0,
                Status::OffCourse => 1,
                Status::Accepted => 2,
                _ if judgement.stale => 3,
                _ => return None,
            };
            let off = OffTarget { indicator: indicator.id, judgement };
            Some((rank, behind(indicator, &judgement), off))
        })
        .collect();
    found.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    found.into_iter().map(|(_, _, off)| off).collect()
}

/// How far behind the expected value, as a part of the way from baseline to
/// target; zero where any of the three is unknown.
pub(super) fn behind(indicator: &Indicator, judgement: &Judgement) -> f64 {
    let distance = || {
        let assessed = judgement.assessed?;
        let expected = assessed.expected?;
        let Baseline::Known { value: baseline, .. } = indicator.baseline else { return None };
        let way = indicator.aim()? - baseline;
        (way.abs() > 0.0).then(|| (expected - assessed.actual) / way)
    };
    distance().unwrap_or(0.0)
}
