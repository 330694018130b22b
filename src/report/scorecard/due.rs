//! Values that are due.

use crate::base::{FiscalStart, Id, Period};
use crate::kpi::{Indicator, Series, judge};
use crate::workspace::Project;
use chrono::NaiveDate;

/// What is due of an indicator: the period that has ended without a value.
#[derive(Debug, Clone, PartialEq)]
pub struct Due {
    /// The indicator.
    pub indicator: Id,
    /// The last period that has ended.
    pub period: Period,
    /// Whether its days of grace are over.
    pub late: bool,
    /// How many earlier periods since the first value have none either.
    pub earlier: usize,
}

/// Every indicator whose last ended period has no value yet, the late ones
/// first, then in the order of the plan.
pub fn due_round(project: &Project, today: NaiveDate) -> Vec<Due> {
    let (fiscal, grace) = (project.head.fiscal, project.head.grace_days);
    let one = |indicator: &Indicator| {
        let series = project.series(indicator.id);
        let judgement = judge(indicator, series, today, fiscal, grace);
        let period = judgement.last_ended;
        if series.contains_key(&period) {
            return None;
        }
        let over = (today - period.last_day(fiscal)).num_days() > i64::from(grace);
        let earlier = earlier_gaps(series, period, fiscal);
        Some(Due { indicator: indicator.id, period, late: over, earlier })
    };
    let mut due: Vec<Due> = project.indicators.iter().filter_map(one).collect();
    due.sort_by_key(|due| !due.late);
    due
}

fn earlier_gaps(series: &Series, until: Period, fiscal: FiscalStart) -> usize {
    let Some((first, _)) = series.first_key_value() else { return 0 };
    let periods = std::iter::successors(Some(*first), |period| {
        let next = period.next(fiscal);
        (next > *period).then_some(next)
    });
    periods.take_while(|period| *period < until).filter(|p| !series.contains_key(p)).count()
}
