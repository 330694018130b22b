//! What the goal check says of a project.

use super::project::Project;
use crate::base::Id;
use crate::kpi::{
    Aims, Finding, GoalCheck, Mistake, Pairs, ProfitTree, Question, Rivals, Rule, Shared,
    profit_tree, questions,
};
use chrono::NaiveDate;
use std::cell::RefCell;
use std::collections::BTreeSet;

thread_local! {
    // Sentences that have been read once are not read again while somebody
    // types elsewhere. What is found never depends on it.
    static CHECK: RefCell<GoalCheck> = RefCell::default();
}

/// Everything the goal check finds in a project. Moments such as "next
/// quarter" become dates as of `today`; without it they stay words.
pub fn findings(project: &Project, today: Option<NaiveDate>) -> Vec<Finding> {
    CHECK.with_borrow_mut(|check| check.findings(&aims(project, today)))
}

/// Every pair of goals and indicators that competes, settled or not.
pub fn rivals(project: &Project) -> Vec<Rivals> {
    CHECK.with_borrow_mut(|check| check.rivals(&aims(project, None)))
}

/// The pairs worth looking at together, and those nobody has looked at.
pub fn pairs(project: &Project) -> Pairs {
    CHECK.with_borrow_mut(|check| check.pairs(&aims(project, None)))
}

/// What only a person can answer of the indicators of one goal, in their
/// order.
pub fn questions_under(project: &Project, goal: Id) -> Vec<Question> {
    let Some(said) = project.goals.get(goal) else { return Vec::new() };
    project.indicators_of(goal).flat_map(|found| questions(said, found)).collect()
}

/// What the indicators of a project draw on, with who pulls which way.
pub fn shared(project: &Project) -> Vec<Shared> {
    CHECK.with_borrow_mut(|check| check.shared(&aims(project, None)))
}

/// How the indicators of a project lead to overall profit.
pub fn profit(project: &Project) -> ProfitTree {
    let lines = CHECK.with_borrow_mut(|check| check.profit_lines(&aims(project, None)));
    let goals: Vec<_> = project.goals.iter().collect();
    let indicators: Vec<_> = project.indicators.iter().collect();
    profit_tree(&goals, &indicators, lines)
}

fn aims(project: &Project, today: Option<NaiveDate>) -> Aims<'_> {
    Aims {
        goals: project.goals.iter().collect(),
        indicators: project.indicators.iter().collect(),
        history: &project.measurements,
        trade_offs: project.trade_offs.iter().collect(),
        today,
        fiscal: project.head.fiscal,
    }
}

/// The indicators in which the goal check finds a mistake that missing facts
/// do not name: words that measure nothing, a yardstick that measures
/// something else, a conflict nobody has decided.
pub(super) fn mistaken(project: &Project) -> BTreeSet<Id> {
    let found = findings(project, None);
    let counts = found.iter().filter(|one| one.counts_against());
    counts.flat_map(concerned).filter(|id| project.indicators.get(*id).is_some()).collect()
}

/// Whom a finding is held against: both sides of a conflict.
fn concerned(finding: &Finding) -> Vec<Id> {
    let other = match finding.rule.mistake() {
        Mistake::Conflicting => finding.with.last().copied(),
        Mistake::Misread => None,
        // Missing facts are named one by one.
        Mistake::Vague if finding.rule == Rule::Wording => None,
        Mistake::Vague | Mistake::Unbalanced => return Vec::new(),
    };
    finding.about.into_iter().chain(other).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{AnswerValue, Derived};
    use crate::base::IdKind;
    use crate::kpi::{
        Counts, Direction, Goal, Indicator, Link, LinkKind, Measure, MissingFact, Role, Target,
        TradeOff,
    };
    use crate::workspace::{
        Command, Person, Position, ProjectHead, Record, Side, Workspace, criteria,
        derive_success_criteria,
    };

    const YES: Derived = Derived::Value(AnswerValue::Yes);
    const PARTLY: Derived = Derived::Value(AnswerValue::Partly);

    fn at(kind: IdKind, n: u64) -> Id {
        Id::new(kind, n)
    }

    fn full(n: u64, name: &str, unit: &str, direction: Direction) -> Indicator {
        let due = "2027-06-30".parse().ok();
        Indicator {
            name: name.to_owned(),
            goal: Some(at(IdKind::Goal, 1)),
            unit: unit.to_owned(),
            direction: Some(direction),
            target: Target { value: Some(40.0), due, ..Target::default() },
            population: "all calls to the service line".to_owned(),
            source: "telephone system".to_owned(),
            owner: Some(at(IdKind::Person, 1)),
            ..Indicator::new(at(IdKind::Indicator, n), Measure::Number)
        }
    }

    fn waiting() -> Indicator {
        full(1, "Average waiting time of callers", "seconds", Direction::Down)
    }

    fn staffing() -> Indicator {
        full(2, "Overtime of the service team", "hours a month", Direction::Down)
    }

    /// A project with a goal, its owner and what is given.
    fn project_of(records: impl IntoIterator<Item = Record>) -> Project {
        let id = at(IdKind::Project, 1);
        let mut workspace = Workspace::default();
        let project = Project::new(ProjectHead::new(id, "P"));
        workspace.apply(Command::AddProject(Box::new(project))).expect("a new project");
        let owner = Person {
            id: at(IdKind::Person, 1),
            name: "Ivo".to_owned(),
            role: String::new(),
            department: String::new(),
            side: Side::Own,
            position: Position::Leader,
        };
        let goal = Goal::new(at(IdKind::Goal, 1), "Callers wait less than 40 seconds in mid-2027");
        for record in [Record::Person(owner), Record::Goal(goal)].into_iter().chain(records) {
            let record = Box::new(record);
            workspace.apply(Command::Save { project: id, record }).expect("a sound record");
        }
        workspace.project(id).expect("it was added").clone()
    }

    fn mistaken_at(project: &Project) -> Vec<Id> {
        let of = |found: &crate::workspace::Criterion| found.missing == [MissingFact::Sound];
        criteria(project).iter().filter(|found| of(found)).map(|found| found.indicator).collect()
    }

    #[test]
    fn an_indicator_stated_in_full_counts_until_a_mistake_is_found_in_it() {
        let sound = project_of([Record::Indicator(waiting())]);
        assert_eq!(derive_success_criteria(&sound), YES);
        assert_eq!(mistaken_at(&sound), []);
        let share = Indicator {
            measure: Measure::Share,
            role: Box::new(Role { counts: Some(Counts::PercentOnly), ..Role::default() }),
            ..waiting()
        };
        let misread = project_of([Record::Indicator(share)]);
        assert_eq!(mistaken_at(&misread), [waiting().id]);
        assert_eq!(derive_success_criteria(&misread), PARTLY);
    }

    #[test]
    fn a_conflict_is_held_against_both_until_it_is_decided() {
        let against = Link { kind: LinkKind::Conflicts, to: staffing().id, note: String::new() };
        let pulled = Indicator { links: vec![against], ..waiting() };
        let both = || [Record::Indicator(staffing()), Record::Indicator(pulled.clone())];
        let open = project_of(both());
        assert_eq!(mistaken_at(&open), [staffing().id, waiting().id]);
        assert_eq!(derive_success_criteria(&open), PARTLY);
        let decision = TradeOff {
            priority: Some(waiting().id),
            accepted: "up to 60 hours of overtime a month".to_owned(),
            who: Some(at(IdKind::Person, 1)),
            date: "2026-09-01".parse().ok(),
            ..TradeOff::new(at(IdKind::TradeOff, 1), vec![waiting().id, staffing().id])
        };
        let decided = project_of(both().into_iter().chain([Record::TradeOff(decision)]));
        assert_eq!(mistaken_at(&decided), []);
        assert_eq!(derive_success_criteria(&decided), YES);
    }

    #[test]
    fn a_second_look_finds_the_same() {
        let project = project_of([Record::Indicator(staffing()), Record::Indicator(waiting())]);
        let first = findings(&project, None);
        let other = project_of([Record::Indicator(Indicator {
            name: "Better service".to_owned(),
            ..waiting()
        })]);
        assert_ne!(findings(&other, None), first);
        assert_eq!(findings(&project, None), first);
    }
}
