use super::*;
use crate::base::Period;
use crate::kpi::Actual;
use crate::plan::file::read_plan;
use crate::workspace::{Command, Workspace};

const FIXTURE: &str = include_str!("../../../tests/fixtures/plan/v1.yaml");

fn fixture() -> (Project, SummaryV1) {
    let (project, summary) = read_plan(FIXTURE.as_bytes()).expect("the fixture opens");
    (project, summary.expect("it has a summary"))
}

fn packs() -> Vec<&'static Pack> {
    vec![crate::pack::readiness().expect("the pack in the code is sound")]
}

fn counts(preview: &Preview, kind: IdKind) -> (usize, usize, usize, usize) {
    let found = preview.kinds.iter().find(|counts| counts.kind == kind);
    found.map_or((0, 0, 0, 0), |one| (one.new, one.changed, one.same, one.removed))
}

#[test]
fn without_a_project_of_that_id_everything_is_new() {
    let (plan, _) = fixture();
    let found = preview(None, &plan);
    assert!(!found.exists && !found.removes_most() && !found.changes_nothing());
    assert_eq!(counts(&found, IdKind::Project), (1, 0, 0, 0));
    assert_eq!(counts(&found, IdKind::Person), (4, 0, 0, 0));
    assert_eq!(counts(&found, IdKind::Measurement), (6, 0, 0, 0));
}

#[test]
fn the_same_plan_again_changes_nothing() {
    let (plan, _) = fixture();
    let found = preview(Some(&plan), &plan);
    assert!(found.changes_nothing());
    assert_eq!(counts(&found, IdKind::Answer), (0, 0, 5, 0));
    assert_eq!(found.existing(), 25);
}

#[test]
fn records_are_counted_as_new_changed_same_and_removed() {
    let (existing, _) = fixture();
    let mut plan = existing.clone();
    plan.head.name.push('!');
    let goal = plan.goals.iter().next().expect("a goal").id;
    let last = plan.goals.iter().last().expect("a goal").id;
    plan.goals.get_mut(goal).expect("a goal").why.push('!');
    plan.goals.remove(last);
    let new = Id::new(IdKind::Goal, 99);
    plan.goals.put(50, crate::kpi::Goal::new(new, ""));
    for series in plan.measurements.values_mut() {
        if let Some(found) = series.get_mut(&Period::parse("2026-10").expect("a month")) {
            found.actual = Actual::Value(1.0);
        }
    }
    let found = preview(Some(&existing), &plan);
    assert_eq!(counts(&found, IdKind::Project), (0, 1, 0, 0));
    assert_eq!(counts(&found, IdKind::Goal), (1, 1, 1, 1));
    assert_eq!(counts(&found, IdKind::Measurement), (0, 1, 5, 0));
    assert_eq!(found.removed(), 1);
    assert!(!found.removes_most());
}

#[test]
fn more_than_half_removed_asks_again_and_exactly_half_does_not() {
    let (existing, _) = fixture();
    let mut plan = existing.clone();
    plan.answers = crate::workspace::Table::default();
    plan.measurements.clear();
    // 5 answers and 6 measurements of 25 records; one more makes 12 of 25.
    plan.imports = crate::workspace::Table::default();
    assert_eq!(preview(Some(&existing), &plan).removed(), 12);
    assert!(!preview(Some(&existing), &plan).removes_most());
    let goal = plan.goals.iter().last().expect("a goal").id;
    plan.goals.remove(goal);
    assert!(preview(Some(&existing), &plan).removes_most());
}

#[test]
fn the_counts_are_what_a_replacement_then_does() {
    let (existing, _) = fixture();
    let mut plan = existing.clone();
    let gone = plan.answers.iter().next().expect("an answer").id;
    plan.answers.remove(gone);
    plan.head.why = "Because".to_owned();
    let mut workspace = Workspace::default();
    workspace.apply(Command::AddProject(Box::new(existing.clone()))).expect("sound");
    let changes = workspace.apply(Command::ReplaceProject(Box::new(plan.clone()))).expect("sound");
    let found = preview(Some(&existing), &plan);
    let removed = changes.iter().filter(|change| change.after.is_none()).count();
    assert_eq!(found.removed(), removed);
    assert_eq!(workspace.project(plan.head.id), Some(&plan));
}

#[test]
fn a_copy_stands_beside_the_project_it_was_taken_from() {
    let (existing, _) = fixture();
    let copy = copy_as(&existing, Id::new(IdKind::Project, 7));
    let mut workspace = Workspace::default();
    workspace.apply(Command::AddProject(Box::new(existing.clone()))).expect("sound");
    workspace.apply(Command::AddProject(Box::new(copy))).expect("a copy can be added");
    assert_eq!(workspace.projects.len(), 2);
}

#[test]
fn a_summary_that_does_not_follow_from_the_plan_is_noticed() {
    let (plan, _) = fixture();
    let day = "2026-11-22".parse().expect("a date");
    let summary = summary_of(&plan, &packs(), day);
    let check = |plan: &Project, summary: &SummaryV1| check_summary(plan, Some(summary), &packs());
    assert_eq!(check(&plan, &summary), SummaryCheck::Agrees);
    assert_eq!(check_summary(&plan, None, &packs()), SummaryCheck::Absent);

    let mut edited = plan.clone();
    let answer = edited.answers.iter().next().expect("an answer").id;
    edited.answers.get_mut(answer).expect("an answer").value = None;
    let differs = SummaryCheck::Differs { as_of: "2026-11-22".to_owned() };
    assert_eq!(check(&edited, &summary), differs);

    let mut tuned = summary.clone();
    tuned.indicators.pop();
    assert_eq!(check(&plan, &tuned), differs);

    let mut other_version = summary.clone();
    for one in &mut other_version.readiness {
        one.version += 1;
        one.answered += 1;
    }
    assert_eq!(check(&plan, &other_version), SummaryCheck::Agrees);

    let mut undated = summary;
    undated.as_of = "soon".to_owned();
    assert_eq!(check(&plan, &undated), SummaryCheck::Differs { as_of: "soon".to_owned() });
}
