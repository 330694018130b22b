//! What the board shows, and in which order.

use super::Score;
use crate::base::{Id, IdKind};
use crate::kpi::Status;
use crate::statistics::Assurance;

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
