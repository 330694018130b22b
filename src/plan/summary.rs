//! What followed from a plan on one day, as it stands last in the file.

use super::v1::{AssessmentSummaryV1, IndicatorSummaryV1, SummaryV1};
use crate::kpi::judge;
use crate::pack::Pack;
use crate::workspace::{Project, percent, readiness};
use chrono::NaiveDate;

/// The summary of a project on a day.
pub fn summary_of(project: &Project, packs: &[&Pack], today: NaiveDate) -> SummaryV1 {
    SummaryV1 {
        as_of: today.to_string(),
        readiness: packs.iter().map(|pack| assessment(project, pack)).collect(),
        indicators: indicators(project, today),
    }
}

fn assessment(project: &Project, pack: &Pack) -> AssessmentSummaryV1 {
    let readiness = readiness(project, pack);
    let score = readiness.score;
    let percent = |value: Option<f64>| value.map(percent);
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    AssessmentSummaryV1 {
        pack: pack.id.clone(),
        version: pack.version,
        verdict: readiness.verdict.outcome.map(Into::into),
        score: percent(score.value),
        score_at_worst: percent(score.worst),
        score_at_best: percent(score.best),
        answered: count(score.answered),
        not_applicable: count(score.not_applicable),
        open: count(score.open),
    }
}

fn indicators(project: &Project, today: NaiveDate) -> Vec<IndicatorSummaryV1> {
    let head = &project.head;
    let summary = project.indicators.iter().map(|indicator| {
        let series = project.series(indicator.id);
        let judged = judge(indicator, series, today, head.fiscal, head.grace_days);
        IndicatorSummaryV1 {
            id: indicator.id.to_string(),
            status: judged.status.into(),
            stale: judged.stale,
            period: judged.assessed.map(|assessed| assessed.period.to_string()),
            actual: judged.assessed.and_then(|assessed| to_15_digits(assessed.actual)),
        }
    });
    summary.collect()
}

/// A computed value as people may copy it: 15 significant digits.
fn to_15_digits(value: f64) -> Option<f64> {
    format!("{value:.14e}").parse().ok()
}
