//! The board of indicators: all of them side by side, to be sorted and
//! filtered.

use super::indicators::behind;
use crate::base::{Id, IdKind};
use crate::chart::{Bullet, Sparkline, draw_bullet, draw_sparkline};
use crate::i18n::target_sentence::aim_in_words;
use crate::i18n::values::{actual_in_words, value_in_unit};
use crate::i18n::{Arg, Catalogue, dates};
use crate::key;
use crate::kpi::process::{Heading, NoTrend, Process, process};
use crate::kpi::{Baseline, Direction, Indicator, Judgement, Series, Status, judge};
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

/// A column the board can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// By name.
    Name,
    /// The one furthest behind what is expected first.
    Way,
    /// The worst first.
    Status,
    /// Away from the target first.
    Trend,
    /// Never met first, then most signals.
    Variation,
    /// The oldest first.
    Age,
    /// By owner.
    Owner,
}

impl Column {
    /// As they stand in the table.
    pub const ALL: [Self; 7] =
        [Self::Name, Self::Way, Self::Status, Self::Trend, Self::Variation, Self::Age, Self::Owner];

    /// The word it is remembered by.
    pub fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Way => "way",
            Self::Status => "status",
            Self::Trend => "trend",
            Self::Variation => "variation",
            Self::Age => "age",
            Self::Owner => "owner",
        }
    }
}

/// What the board shows, and in which order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct View {
    /// Column and whether it runs backwards; `None`: the order of the plan.
    pub sort: Option<(Column, bool)>,
    /// Only this status.
    pub status: Option<Status>,
    /// Only indicators under this goal.
    pub goal: Option<Id>,
    /// Only indicators of this person.
    pub owner: Option<Id>,
    /// Only what holds this text in name or owner.
    pub text: String,
}

impl View {
    /// Whether it leaves anything out.
    pub fn filters(&self) -> bool {
        self.status.is_some()
            || self.goal.is_some()
            || self.owner.is_some()
            || !self.text.trim().is_empty()
    }

    /// What it says as a part of an address; the text searched for stays out.
    pub fn address(&self) -> String {
        let sort = self.sort.map(|(column, backwards)| {
            format!("sort-{}{}", column.word(), if backwards { "-back" } else { "" })
        });
        let status = self.status.map(|status| format!("status-{}", status_word(status)));
        let goal = self.goal.map(|goal| format!("goal-{goal}"));
        let owner = self.owner.map(|owner| format!("owner-{owner}"));
        [sort, status, goal, owner].into_iter().flatten().collect::<Vec<_>>().join(".")
    }

    /// Reads [`View::address`]; what it does not know is left out.
    pub fn parse(address: &str) -> Self {
        let mut view = Self::default();
        for (name, value) in address.split('.').filter_map(|part| part.split_once('-')) {
            match name {
                "sort" => {
                    let (word, back) = match value.strip_suffix("-back") {
                        Some(word) => (word, true),
                        None => (value, false),
                    };
                    let column = Column::ALL.into_iter().find(|column| column.word() == word);
                    view.sort = column.map(|column| (column, back));
                }
                "status" => {
                    view.status = STATUSES.into_iter().find(|one| status_word(*one) == value);
                }
                "goal" => view.goal = Id::parse(IdKind::Goal, value).ok(),
                "owner" => view.owner = Id::parse(IdKind::Person, value).ok(),
                _ => {}
            }
        }
        view
    }

    fn shows(&self, score: &Score) -> bool {
        let text = self.text.trim().to_lowercase();
        let holds = |field: &str| field.to_lowercase().contains(&text);
        self.status.is_none_or(|status| score.judgement.status == status)
            && self.goal.is_none_or(|goal| score.goal == Some(goal))
            && self.owner.is_none_or(|owner| score.owner == Some(owner))
            && (text.is_empty() || holds(&score.name) || holds(&score.owner_name))
    }

    /// The scores it shows, in its order; equals keep the order of the plan.
    pub fn arranged<'a>(&self, scores: &'a [Score]) -> Vec<&'a Score> {
        let mut shown: Vec<&Score> = scores.iter().filter(|score| self.shows(score)).collect();
        if let Some((column, backwards)) = self.sort {
            shown.sort_by(|a, b| {
                let order = compare(column, a, b);
                if backwards { order.reverse() } else { order }
            });
        }
        shown
    }
}

/// Every status, the worst first.
pub const STATUSES: [Status; 9] = [
    Status::Missed,
    Status::OffCourse,
    Status::NoData,
    Status::NoTarget,
    Status::Accepted,
    Status::WithinTolerance,
    Status::NotDueYet,
    Status::OnCourse,
    Status::Met,
];

fn status_word(status: Status) -> &'static str {
    match status {
        Status::Missed => "missed",
        Status::OffCourse => "off-course",
        Status::Accepted => "accepted",
        Status::NoData => "no-data",
        Status::NoTarget => "no-target",
        Status::WithinTolerance => "within-tolerance",
        Status::NotDueYet => "not-due",
        Status::OnCourse => "on-course",
        Status::Met => "met",
    }
}

fn compare(column: Column, a: &Score, b: &Score) -> std::cmp::Ordering {
    let text = |text: &str| (text.trim().is_empty(), text.trim().to_lowercase());
    match column {
        Column::Name => text(&a.name).cmp(&text(&b.name)),
        Column::Owner => text(&a.owner_name).cmp(&text(&b.owner_name)),
        Column::Way => b.behind.total_cmp(&a.behind),
        Column::Status => rank(a).cmp(&rank(b)).then(b.behind.total_cmp(&a.behind)),
        Column::Trend => a.trend.cmp(&b.trend),
        Column::Variation => {
            assurance_rank(a).cmp(&assurance_rank(b)).then(b.signals.cmp(&a.signals))
        }
        Column::Age => b.age.unwrap_or(i64::MAX).cmp(&a.age.unwrap_or(i64::MAX)),
    }
}

/// The worst first; a stale one before a fresh one of the same status.
fn rank(score: &Score) -> (usize, bool) {
    let rank = STATUSES.iter().position(|status| *status == score.judgement.status);
    (rank.unwrap_or_default(), !score.judgement.stale)
}

fn assurance_rank(score: &Score) -> u8 {
    match score.assurance {
        Some(Assurance::Never) => 0,
        Some(Assurance::ByChance) => 1,
        None => 2,
        Some(Assurance::Always) => 3,
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
        target: aim_in_words(catalogue, indicator),
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
    let actual = judgement.assessed?.actual;
    let slack = indicator.tolerance.unwrap_or(0.0);
    let tolerance = match (indicator.band(), indicator.aim(), indicator.direction) {
        (Some(band), ..) => Some(band),
        (None, Some(aim), Some(Direction::Down)) if slack > 0.0 => Some((aim, aim + slack)),
        (None, Some(aim), Some(Direction::Up)) if slack > 0.0 => Some((aim - slack, aim)),
        _ => None,
    };
    let baseline = match indicator.baseline {
        Baseline::Known { value, .. } => Some(value),
        Baseline::Unset | Baseline::NoneYet => None,
    };
    let target = aim_in_words(catalogue, indicator).unwrap_or_default();
    let args = [("latest", Arg::Text(latest.unwrap_or_default())), ("target", Arg::Text(&target))];
    let key =
        if target.is_empty() { key!("scorecard.bullet_bare") } else { key!("scorecard.bullet") };
    let drawn = draw_bullet(&Bullet {
        id_prefix: format!("bullet-{}", indicator.id),
        title: catalogue.format(key, &args),
        width: 132,
        height: 22,
        actual: Some(actual),
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

/// What is due of an indicator: the period that has ended without a value.
#[derive(Debug, Clone, PartialEq)]
pub struct Due {
    /// The indicator.
    pub indicator: Id,
    /// The last period that has ended.
    pub period: crate::base::Period,
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

fn earlier_gaps(
    series: &Series,
    until: crate::base::Period,
    fiscal: crate::base::FiscalStart,
) -> usize {
    let Some((first, _)) = series.first_key_value() else { return 0 };
    let periods = std::iter::successors(Some(*first), |period| {
        let next = period.next(fiscal);
        (next > *period).then_some(next)
    });
    periods.take_while(|period| *period < until).filter(|p| !series.contains_key(p)).count()
}
