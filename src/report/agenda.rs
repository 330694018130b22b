//! What to do next, by whom and by when.

use crate::assessment::{Shortfall, Standing};
use crate::base::{Id, Period};
use crate::key;
use crate::kpi::{Status, judge};
use crate::registers::RiskState;
use crate::workspace::{Project, Readiness};
use chrono::{Days, NaiveDate};

/// What a task is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A question whose gap is to be closed.
    Question {
        /// The question that takes the answer.
        question: String,
        /// How it stands.
        standing: Standing,
        /// What is missing, in a fixed order.
        shortfalls: Vec<Shortfall>,
    },
    /// An action that is not done.
    Action {
        /// The action.
        action: Id,
    },
    /// A risk that is to be looked at again.
    Risk {
        /// The risk.
        risk: Id,
    },
    /// A measurement that is overdue, or the first one.
    Measurement {
        /// The indicator.
        indicator: Id,
        /// The last period that ended without one.
        period: Period,
    },
}

/// Something somebody should do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// What about.
    pub subject: Subject,
    /// By whom.
    pub owner: Option<Id>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Whether that day has passed.
    pub overdue: bool,
}

/// The key of the task a question's gap is, by how the question stands.
pub fn gap_key(standing: Standing) -> &'static str {
    match standing {
        Standing::Open => key!("overview.task_answer"),
        Standing::Unproven => key!("overview.task_prove"),
        Standing::Overridden => key!("overview.task_override"),
        _ => key!("overview.task_close"),
    }
}

/// What to do next: gaps of answered questions, open actions, risks whose day
/// of review has come, and overdue measurements by
/// their date, so what is overdue comes first; then what has no date; then the
/// questions that are still open, in the pack's order.
pub fn agenda(project: &Project, readiness: &Readiness, today: NaiveDate) -> Vec<Task> {
    let mut tasks = gaps(project, readiness, today);
    tasks.extend(actions(project, today));
    tasks.extend(risks(project, today));
    tasks.extend(measurements(project, today));
    // Stable: what is alike keeps its order.
    tasks.sort_by_key(|task| (is_open(task), task.due.is_none(), task.due));
    tasks
}

fn is_open(task: &Task) -> bool {
    matches!(task.subject, Subject::Question { standing: Standing::Open, .. })
}

fn gaps(project: &Project, readiness: &Readiness, today: NaiveDate) -> Vec<Task> {
    let leaves = readiness.judged.iter().flat_map(crate::assessment::Judged::leaves);
    let unfinished =
        leaves.filter(|leaf| !matches!(leaf.standing, Standing::Proven | Standing::NotApplicable));
    let tasks = unfinished.map(|leaf| {
        let answer = project.answer(&leaf.question);
        let due = answer.and_then(|answer| answer.due);
        Task {
            subject: Subject::Question {
                question: leaf.question.clone(),
                standing: leaf.standing,
                shortfalls: leaf.shortfalls.clone(),
            },
            owner: answer.and_then(|answer| answer.owner),
            due,
            overdue: due.is_some_and(|due| due < today),
        }
    });
    tasks.collect()
}

fn actions(project: &Project, today: NaiveDate) -> Vec<Task> {
    let open = project.actions.iter().filter(|action| action.state.is_open());
    let tasks = open.map(|action| Task {
        subject: Subject::Action { action: action.id },
        owner: action.owner,
        due: action.due,
        overdue: action.is_overdue(today),
    });
    tasks.collect()
}

/// Risks whose day of review has come; those of later days are no task yet.
fn risks(project: &Project, today: NaiveDate) -> Vec<Task> {
    let open = project.risks.iter().filter(|risk| risk.state == RiskState::Open);
    let come = open.filter(|risk| risk.due.is_some_and(|due| due <= today));
    let tasks = come.map(|risk| Task {
        subject: Subject::Risk { risk: risk.id },
        owner: risk.owner,
        due: risk.due,
        overdue: risk.is_overdue(today),
    });
    tasks.collect()
}

fn measurements(project: &Project, today: NaiveDate) -> Vec<Task> {
    let head = &project.head;
    let tasks = project.indicators.iter().filter_map(|indicator| {
        let series = project.series(indicator.id);
        let judged = judge(indicator, series, today, head.fiscal, head.grace_days);
        // The next one after the last there is: that is the one waited for.
        let waited_for = match (judged.stale, judged.status, judged.assessed) {
            (true, _, Some(assessed)) => assessed.period.next(head.fiscal),
            (_, Status::NoData, _) => judged.last_ended,
            _ => return None,
        };
        let days = Days::new(u64::from(head.grace_days));
        let due = waited_for.last_day(head.fiscal).checked_add_days(days);
        Some(Task {
            subject: Subject::Measurement { indicator: indicator.id, period: waited_for },
            owner: indicator.owner,
            due: due.filter(|_| judged.stale),
            overdue: judged.stale,
        })
    });
    tasks.collect()
}
