//! Links between goals and indicators, and trade-offs, as the document
//! changes under them.

use super::*;
use crate::base::IdKind;
use crate::kpi::{Goal, Indicator, Link, LinkKind, Measure, TradeOff};

fn goal_id(n: u64) -> Id {
    Id::new(IdKind::Goal, n)
}

fn kpi() -> Id {
    Id::new(IdKind::Indicator, 1)
}

fn project() -> Id {
    Id::new(IdKind::Project, 1)
}

fn save(record: Record) -> Command {
    Command::Save { project: project(), record: Box::new(record) }
}

fn link_to(to: Id) -> Vec<Link> {
    vec![Link { kind: LinkKind::Drives, to, note: String::new() }]
}

fn decided(n: u64, between: Vec<Id>) -> Record {
    let priority = between.first().copied();
    let id = Id::new(IdKind::TradeOff, n);
    Record::TradeOff(TradeOff { priority, ..TradeOff::new(id, between) })
}

/// Three goals; the first and an indicator drive the second; two trade-offs.
fn linked() -> Workspace {
    let mut workspace = Workspace::default();
    let indicator = Indicator {
        goal: Some(goal_id(3)),
        links: link_to(goal_id(2)),
        ..Indicator::new(kpi(), Measure::Number)
    };
    for command in [
        Command::AddProject(Box::new(Project::new(ProjectHead::new(project(), "Linked")))),
        save(Record::Goal(Goal::new(goal_id(1), "Faster"))),
        save(Record::Goal(Goal::new(goal_id(2), "Cheaper"))),
        save(Record::Goal(Goal::new(goal_id(3), "Better"))),
        save(Record::Goal(Goal { links: link_to(goal_id(2)), ..Goal::new(goal_id(1), "Faster") })),
        save(Record::Indicator(indicator)),
        save(decided(1, vec![goal_id(1), goal_id(2)])),
        save(decided(2, vec![goal_id(2), goal_id(3), kpi()])),
    ] {
        workspace.apply(command).expect("sound commands");
    }
    workspace
}

fn only(workspace: &Workspace) -> &Project {
    workspace.project(project()).expect("the project is there")
}

#[test]
fn removing_a_goal_empties_links_to_it_and_takes_a_trade_off_between_two_along() {
    let mut workspace = linked();
    let before = workspace.clone();
    let mut history = History::default();
    let gone = Command::Remove { project: project(), record: goal_id(2) };
    history.note(workspace.apply(gone).expect("there is a goal"));
    let left = only(&workspace);
    assert!(left.goals.iter().all(|goal| goal.links.is_empty()));
    assert!(left.indicators.iter().all(|indicator| indicator.links.is_empty()));
    let between: Vec<_> = left.trade_offs.iter().map(|found| found.between.clone()).collect();
    assert_eq!(between, [vec![goal_id(3), kpi()]]);
    assert!(left.trade_offs.iter().all(|found| found.priority.is_none()));
    history.undo(&mut workspace);
    assert_eq!(workspace, before);
}

#[test]
fn removing_an_indicator_leaves_trade_offs_with_what_is_left() {
    let mut workspace = linked();
    let gone = Command::Remove { project: project(), record: kpi() };
    workspace.apply(gone).expect("there is an indicator");
    let between: Vec<_> =
        only(&workspace).trade_offs.iter().map(|found| found.between.len()).collect();
    assert_eq!(between, [2, 2]);
}

#[test]
fn a_link_to_nowhere_or_to_itself_is_refused() {
    let mut workspace = linked();
    let before = workspace.clone();
    let one = |links| save(Record::Goal(Goal { links, ..goal_one() }));
    for command in [
        one(link_to(goal_id(9))),
        one(link_to(goal_id(1))),
        one(link_to(project())),
        save(decided(3, vec![goal_id(1), goal_id(9)])),
    ] {
        let refused = workspace.apply(command).expect_err("there is nothing to point to");
        assert!(matches!(refused, CommandError::DanglingLink { .. }), "{refused:?}");
        assert_eq!(workspace, before);
    }
}

fn goal_one() -> Goal {
    Goal::new(goal_id(1), "Faster")
}
