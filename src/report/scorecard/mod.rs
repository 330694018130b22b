//! The board of indicators: all of them side by side, to be sorted and
//! filtered.

mod due;
#[cfg(test)]
mod tests;
mod view;

pub use due::{Due, due_round};
pub use view::{Column, STATUSES, View};

use super::indicators::behind;
use crate::base::Id;
use crate::chart::{Bullet, Sparkline, draw_bullet, draw_sparkline};
use crate::i18n::target_sentence::aim_now_in_words;
use crate::i18n::values::{actual_in_words, value_in_unit};
use crate::i18n::{Arg, Catalogue, dates};
use crate::key;
use crate::kpi::process::{Heading, NoTrend, Process, process};
use crate::kpi::{Baseline, Direction, Indicator, Judgement, judge};
use crate::statistics::Assurance;
use crate::workspace::Project;
use chrono::NaiveDate;

/// Periods a sparkline shows at most.
const SPARK_PERIODS: usize = 24;

/// One indicator on the board, in words and small pictures.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// The indicator.
    pub id: Id,
    /// Its name; may be empty.
    pub name: String,
    /// The goal it serves.
    pub goal: Option<Id>,
    /// Who answers for it.
    pub owner: Option<Id>,
    /// The owner's name; empty for nobody.
    pub owner_name: String,
    /// The latest value of an ended period.
    pub latest: Option<String>,
    /// Its period.
    pub when: Option<String>,
    /// The target.
    pub target: Option<String>,
    /// The day it is due.
    pub due: Option<String>,
    /// The status and the numbers behind it.
    pub judgement: Judgement,
    /// The bullet graph; `None` without a value or when it cannot be drawn.
    pub bullet: Option<String>,
    /// The sparkline; `None` without two values.
    pub spark: Option<String>,
    /// Which way the values go.
    pub trend: Trend,
    /// How many signals the limits show; `None` without limits.
    pub signals: Option<usize>,
    /// Whether the target is met by the process as it is; only of a process
    /// that keeps one level.
    pub assurance: Option<Assurance>,
    /// Whether there are limits, but of values that keep no one level.
    pub unsettled: bool,
    /// Days since the end of the latest value's period.
    pub age: Option<i64>,
    /// How far behind what is expected, as a part of the way.
    behind: f64,
}

/// Which way values go, seen from the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trend {
    /// Away from it.
    Away(Way),
    /// Rising or falling where neither is better.
    Moving(Way),
    /// Not beyond chance.
    Unclear,
    /// Toward it.
    Toward(Way),
    /// Too few values to say.
    TooFew,
}

/// Up or down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// The values rise.
    Up,
    /// The values fall.
    Down,
}

impl Trend {
    fn of(indicator: &Indicator, process: &Process) -> Self {
        let way = match &process.trend {
            Err(NoTrend::TooFew { .. }) => return Self::TooFew,
            Err(NoTrend::Flat) => return Self::Unclear,
            Ok(trend) => match trend.heading() {
                Heading::Unclear => return Self::Unclear,
                Heading::Rising => Way::Up,
                Heading::Falling => Way::Down,
            },
        };
        match (indicator.direction, way) {
            (Some(Direction::Up), Way::Up) | (Some(Direction::Down), Way::Down) => {
                Self::Toward(way)
            }
            (Some(Direction::Up | Direction::Down), _) => Self::Away(way),
            (Some(Direction::Within) | None, _) => Self::Moving(way),
        }
    }

    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Toward(Way::Up) => key!("scorecard.trend.up_toward"),
            Self::Toward(Way::Down) => key!("scorecard.trend.down_toward"),
            Self::Away(Way::Up) => key!("scorecard.trend.up_away"),
            Self::Away(Way::Down) => key!("scorecard.trend.down_away"),
            Self::Moving(Way::Up) => key!("scorecard.trend.up"),
            Self::Moving(Way::Down) => key!("scorecard.trend.down"),
            Self::Unclear => key!("scorecard.trend.unclear"),
            Self::TooFew => key!("scorecard.trend.too_few"),
        }
    }
}

/// Every indicator of a project on a day, in the order of the plan.
pub fn scores(catalogue: &Catalogue, project: &Project, today: NaiveDate) -> Vec<Score> {
    project.indicators.iter().map(|one| score(catalogue, project, one, today)).collect()
}

fn score(
    catalogue: &Catalogue,
    project: &Project,
    indicator: &Indicator,
    today: NaiveDate,
) -> Score {
    let (fiscal, grace) = (project.head.fiscal, project.head.grace_days);
    let series = project.series(indicator.id);
    let judgement = judge(indicator, series, today, fiscal, grace);
    let found = process(indicator, series, today, fiscal);
    let owner = indicator.owner.and_then(|owner| project.people.get(owner));
    let latest = judgement.assessed.and_then(|assessed| series.get(&assessed.period));
    let limited = found.last_segment().is_some_and(|segment| segment.limits.is_ok());
    let latest_words = latest.map(|found| actual_in_words(catalogue, indicator, &found.actual));
    Score {
        id: indicator.id,
        name: indicator.name.trim().to_owned(),
        goal: indicator.goal,
        owner: indicator.owner,
        owner_name: owner.map(|owner| owner.name.trim().to_owned()).unwrap_or_default(),
        when: latest.map(|found| dates::period(catalogue, found.period, fiscal)),
        target: aim_now_in_words(catalogue, indicator, judgement.assessed.and_then(|one| one.band)),
        due: indicator.target.due.map(|due| dates::short(catalogue, due)),
        bullet: bullet(catalogue, indicator, &judgement, latest_words.as_deref()),
        spark: spark(catalogue, indicator, &found),
        latest: latest_words,
        trend: Trend::of(indicator, &found),
        signals: limited.then_some(found.signals.len()),
        assurance: found.assurance.ok().filter(|_| found.is_settled()),
        unsettled: limited && !found.is_settled(),
        age: latest.map(|found| (today - found.period.last_day(fiscal)).num_days()),
        behind: behind(indicator, &judgement),
        judgement,
    }
}

/// The latest value as a bar beside its target.
fn bullet(
    catalogue: &Catalogue,
    indicator: &Indicator,
    judgement: &Judgement,
    latest: Option<&str>,
) -> Option<String> {
    let assessed = judgement.assessed?;
    let slack = indicator.tolerance.unwrap_or(0.0);
    let band = assessed.band.or(indicator.band());
    let tolerance = match (band, indicator.aim(), indicator.direction) {
        (Some(band), ..) => Some(band),
        (None, Some(aim), Some(Direction::Down)) if slack > 0.0 => Some((aim, aim + slack)),
        (None, Some(aim), Some(Direction::Up)) if slack > 0.0 => Some((aim - slack, aim)),
        _ => None,
    };
    let baseline = match indicator.baseline {
        Baseline::Known { value, .. } => Some(value),
        Baseline::Unset | Baseline::NoneYet => None,
    };
    let target = aim_now_in_words(catalogue, indicator, assessed.band).unwrap_or_default();
    let args = [("latest", Arg::Text(latest.unwrap_or_default())), ("target", Arg::Text(&target))];
    let key =
        if target.is_empty() { key!("scorecard.bullet_bare") } else { key!("scorecard.bullet") };
    let drawn = draw_bullet(&Bullet {
        id_prefix: format!("bullet-{}", indicator.id),
        title: catalogue.format(key, &args),
        width: 132,
        height: 22,
        actual: Some(assessed.actual),
        running: false,
        target: indicator.aim(),
        tolerance,
        baseline,
        ceiling: indicator.measure.is_share().then_some(100.0),
    });
    drawn.ok()
}

/// The values of the latest periods as a line.
fn spark(catalogue: &Catalogue, indicator: &Indicator, process: &Process) -> Option<String> {
    let from = process.values.len().saturating_sub(SPARK_PERIODS);
    let values: Vec<Option<f64>> = process.values.get(from..)?.to_vec();
    let known: Vec<f64> = values.iter().flatten().copied().collect();
    let (first, last) = (known.first()?, known.last()?);
    if known.len() < 2 {
        return None;
    }
    let (first, last) =
        (value_in_unit(catalogue, indicator, *first), value_in_unit(catalogue, indicator, *last));
    let count = u64::try_from(known.len()).unwrap_or_default();
    let args =
        [("count", Arg::Count(count)), ("first", Arg::Text(&first)), ("last", Arg::Text(&last))];
    let drawn = draw_sparkline(&Sparkline {
        id_prefix: format!("spark-{}", indicator.id),
        title: catalogue.format(key!("scorecard.spark"), &args),
        width: 96,
        height: 26,
        values,
        running: false,
        target: indicator.aim(),
    });
    drawn.ok()
}
