use super::*;
use crate::assessment::{Answer, AnswerValue, Derived, Evidence};
use crate::base::{Id, IdKind, Period};
use crate::kpi::{Actual, Direction, Goal, Indicator, Measure, Measurement, Target};
use proptest::prelude::*;

fn id(kind: IdKind, n: u64) -> Id {
    Id::new(kind, n)
}

fn project() -> Id {
    id(IdKind::Project, 1)
}

fn head(n: u64) -> ProjectHead {
    ProjectHead::new(id(IdKind::Project, n), "Sales CRM")
}

fn person(n: u64) -> Person {
    Person {
        id: id(IdKind::Person, n),
        name: format!("Person {n}"),
        role: String::new(),
        department: String::new(),
        side: Side::Own,
        position: Position::Leader,
    }
}

fn goal(n: u64) -> Goal {
    Goal::new(id(IdKind::Goal, n), &format!("Goal {n}"))
}

fn indicator(n: u64, goal: Option<Id>, owner: Option<Id>) -> Indicator {
    Indicator { goal, owner, ..Indicator::new(id(IdKind::Indicator, n), Measure::Number) }
}

fn measurement(n: u64, indicator: Id, month: u32, value: f64) -> Measurement {
    Measurement {
        id: id(IdKind::Measurement, n),
        indicator,
        period: Period::parse(&format!("2026-{month:02}")).expect("a month"),
        actual: Actual::Value(value),
        note: String::new(),
        import: None,
    }
}

fn answer(n: u64, owner: Option<Id>) -> Answer {
    let answer = Answer::open(id(IdKind::Answer, n), &format!("ready.{n}"));
    Answer { value: Some(AnswerValue::Partly), owner, ..answer }
}

fn save(record: Record) -> Command {
    Command::Save { project: project(), record: Box::new(record) }
}

fn remove(record: Id) -> Command {
    Command::Remove { project: project(), record }
}

fn measure(measurements: Vec<Measurement>) -> Command {
    Command::Measure { project: project(), measurements, note: None }
}

fn filled() -> Workspace {
    let mut workspace = Workspace::default();
    let (owner, goal_id, kpi) =
        (id(IdKind::Person, 1), id(IdKind::Goal, 1), id(IdKind::Indicator, 1));
    for command in [
        Command::AddProject(Box::new(Project::new(head(1)))),
        save(Record::Person(person(1))),
        save(Record::Goal(goal(1))),
        save(Record::Indicator(indicator(1, Some(goal_id), Some(owner)))),
        measure(vec![measurement(1, kpi, 1, 5.0), measurement(2, kpi, 2, 6.0)]),
        save(Record::Answer(answer(1, Some(owner)))),
    ] {
        workspace.apply(command).expect("sound commands");
    }
    workspace
}

#[test]
fn records_taken_apart_and_put_together_are_the_same_document() {
    let workspace = filled();
    let (again, orphans) = Workspace::from_slots(workspace.slots());
    assert_eq!(again, workspace);
    assert!(orphans.is_empty());
}

#[test]
fn records_without_their_project_are_handed_back_not_dropped() {
    let whole = filled();
    let slots = whole.slots().filter(|(_, slot)| !matches!(slot.record, Record::Head(_)));
    let (workspace, orphans) = Workspace::from_slots(slots.collect::<Vec<_>>());
    assert!(workspace.projects.is_empty());
    assert_eq!(orphans.len(), 6);
}

#[test]
fn removing_a_person_empties_every_link_to_them() {
    let mut workspace = filled();
    workspace.apply(remove(id(IdKind::Person, 1))).expect("there is a person");
    let project = workspace.project(project()).expect("there is a project");
    assert!(project.indicators.iter().all(|indicator| indicator.owner.is_none()));
    assert!(project.answers.iter().all(|answer| answer.owner.is_none()));
}

#[test]
fn removing_an_indicator_takes_its_measurements_along_and_undo_brings_them_back() {
    let mut workspace = filled();
    let before = workspace.clone();
    let mut history = History::default();
    history.note(workspace.apply(remove(id(IdKind::Indicator, 1))).expect("there is one"));
    assert_eq!(workspace.project(project()).map(Project::measurement_count), Some(0));
    history.undo(&mut workspace);
    assert_eq!(workspace, before);
}

#[test]
fn a_measurement_of_a_known_period_takes_its_place_and_keeps_its_id() {
    let mut workspace = filled();
    let kpi = id(IdKind::Indicator, 1);
    workspace.apply(measure(vec![measurement(9, kpi, 1, 7.0)])).expect("a sound measurement");
    let series = workspace.project(project()).expect("a project").series(kpi).clone();
    let first = series.values().next().expect("two measurements");
    assert_eq!((first.id, first.actual), (id(IdKind::Measurement, 1), Actual::Value(7.0)));
    assert_eq!(series.len(), 2);
}

#[test]
fn what_does_not_fit_is_refused_and_changes_nothing() {
    let kpi = id(IdKind::Indicator, 1);
    let foreign = id(IdKind::Goal, 99);
    let week = Measurement {
        period: Period::parse("2026-W05").expect("a week"),
        ..measurement(3, kpi, 1, 1.0)
    };
    let long = Goal { statement: "x".repeat(10_001), ..goal(2) };
    let counted = Measurement {
        actual: Actual::Counted { part: 1.0, whole: 2.0 },
        ..measurement(3, kpi, 3, 1.0)
    };
    let weekly = Indicator { cadence: crate::base::Cadence::Week, ..indicator(1, None, None) };
    let table = [
        (measure(vec![week]), "cadence"),
        (measure(vec![measurement(3, kpi, 3, 1.0), measurement(4, kpi, 3, 2.0)]), "period twice"),
        (measure(vec![measurement(1, kpi, 3, 1.0)]), "id of another period"),
        (measure(vec![counted]), "counts of a number"),
        (measure(vec![measurement(3, kpi, 3, f64::NAN)]), "not a number"),
        (measure(vec![measurement(3, kpi, 3, 1e16)]), "too large"),
        (measure(vec![measurement(3, foreign, 3, 1.0)]), "no such indicator"),
        (save(Record::Indicator(indicator(2, Some(foreign), None))), "no such goal"),
        (save(Record::Indicator(weekly)), "cadence under measurements"),
        (save(Record::Goal(long)), "long text"),
        (save(Record::Answer(Answer { id: id(IdKind::Answer, 2), ..answer(1, None) })), "twice"),
        (save(Record::Goal(Goal { id: kpi, ..goal(1) })), "wrong kind of id"),
        (remove(foreign), "no such record"),
        (remove(project()), "the head is no record to remove"),
        (Command::AddProject(Box::new(Project::new(head(1)))), "there already"),
        (Command::RemoveProject(id(IdKind::Project, 7)), "no such project"),
    ];
    for (command, why) in table {
        let mut workspace = filled();
        assert!(workspace.apply(command).is_err(), "{why}");
        assert_eq!(workspace, filled(), "{why}");
    }
}

#[test]
fn a_band_of_the_way_stands_upright_and_within_what_a_share_can_be() {
    let with = |ends, measure| {
        let mut indicator = Indicator::new(id(IdKind::Indicator, 5), measure);
        indicator.direction = Some(crate::kpi::Direction::Within);
        let period = Period::parse("2026-10").expect("a month");
        indicator.target.bands = vec![crate::kpi::BandStep { period, value: ends }];
        filled().apply(save(Record::Indicator(indicator))).is_ok()
    };
    let number = || Measure::Number;
    assert!(with((0.0, 100.0), Measure::Share) && !with((0.0, 100.1), Measure::Share));
    assert!(with((15.0, 130.0), number()) && with((-15.0, -15.0), number()));
    assert!(!with((30.0, 15.0), number()) && !with((f64::NAN, 15.0), number()));
    assert!(!with((15.0, 1e16), number()));
}

#[test]
fn a_share_stays_between_none_and_all() {
    let mut workspace = filled();
    let share = Indicator::new(id(IdKind::Indicator, 5), Measure::Share);
    let with_target = |value| {
        let target = Target { value: Some(value), ..Target::default() };
        save(Record::Indicator(Indicator { target, ..share.clone() }))
    };
    assert!(workspace.apply(with_target(100.0)).is_ok());
    assert!(workspace.apply(with_target(100.1)).is_err());
    assert!(workspace.apply(measure(vec![measurement(8, share.id, 1, 101.0)])).is_err());
}

#[test]
fn a_blank_answer_leaves_no_record() {
    let mut workspace = filled();
    let blank = Answer::open(id(IdKind::Answer, 1), "ready.1");
    workspace.apply(save(Record::Answer(blank))).expect("may be emptied");
    assert!(workspace.project(project()).is_some_and(|project| project.answers.is_empty()));
}

#[test]
fn replacing_a_project_is_one_step_that_undo_takes_back() {
    let mut workspace = filled();
    let before = workspace.clone();
    let mut other = Project::new(head(1));
    other.head.name = "Service CRM".to_owned();
    other.goals.put(0, goal(7));
    let mut history = History::default();
    let command = Command::ReplaceProject(Box::new(other.clone()));
    history.note(workspace.apply(command).expect("a sound project"));
    assert_eq!(workspace.project(project()), Some(&other));
    history.undo(&mut workspace);
    assert_eq!(workspace, before);
    history.redo(&mut workspace);
    assert_eq!(workspace.project(project()), Some(&other));
}

#[test]
fn typing_in_one_field_is_one_step_back() {
    let mut workspace = filled();
    let before = workspace.clone();
    let mut history = History::default();
    for statement in ["F", "Fe", "Few", "Fewer"] {
        let goal = Goal { statement: statement.to_owned(), ..goal(1) };
        let changes = workspace.apply(save(Record::Goal(goal))).expect("sound");
        history.note_typing("g.statement", changes);
    }
    history.undo(&mut workspace);
    assert_eq!(workspace, before);
    assert!(!history.can_undo());
    history.redo(&mut workspace);
    let statement = |workspace: &Workspace| {
        let project = workspace.project(project()).expect("a project");
        project.goals.iter().next().map(|goal| goal.statement.clone())
    };
    assert_eq!(statement(&workspace).as_deref(), Some("Fewer"));
    let other = Goal { why: "w".to_owned(), statement: "Fewer".to_owned(), ..goal(1) };
    let changes = workspace.apply(save(Record::Goal(other))).expect("sound");
    history.note_typing("g.why", changes);
    history.undo(&mut workspace);
    assert_eq!(statement(&workspace).as_deref(), Some("Fewer"));
}

#[test]
fn success_criteria_follow_from_the_indicators() {
    let derived = |workspace: &Workspace| {
        derive_success_criteria(workspace.project(project()).expect("a project"))
    };
    let mut workspace = Workspace::default();
    workspace.apply(Command::AddProject(Box::new(Project::new(head(1))))).expect("a new project");
    assert_eq!(derived(&workspace), Derived::Nothing);
    let mut workspace = filled();
    assert_eq!(derived(&workspace), Derived::Value(AnswerValue::No));
    let mut kpi = indicator(1, Some(id(IdKind::Goal, 1)), Some(id(IdKind::Person, 1)));
    kpi.target.value = Some(5.4);
    workspace.apply(save(Record::Indicator(kpi.clone()))).expect("sound");
    assert_eq!(derived(&workspace), Derived::Value(AnswerValue::Partly));
    kpi.unit = "visits".to_owned();
    kpi.direction = Some(Direction::Up);
    kpi.target.due = "2027-03-31".parse().ok();
    kpi.population = "active customers".to_owned();
    kpi.source = "CRM".to_owned();
    workspace.apply(save(Record::Indicator(kpi.clone()))).expect("sound");
    assert_eq!(derived(&workspace), Derived::Value(AnswerValue::Yes));
    kpi.goal = None;
    workspace.apply(save(Record::Indicator(kpi))).expect("sound");
    assert_eq!(derived(&workspace), Derived::Value(AnswerValue::No));
}

#[test]
fn what_an_indicator_lacks_as_a_success_criterion_is_named() {
    use crate::kpi::MissingFact;
    let workspace = filled();
    let found = criteria(workspace.project(project()).expect("a project"));
    let first = found.first().expect("an indicator");
    assert!(!first.counts());
    assert!(first.missing.contains(&MissingFact::Deadline), "{:?}", first.missing);
    assert!(!first.missing.contains(&MissingFact::Goal), "{:?}", first.missing);
}

#[test]
fn a_person_is_removed_with_exactly_the_links_that_were_said() {
    let mut workspace = filled();
    let gone = id(IdKind::Person, 1);
    let mut given = answer(7, Some(gone));
    given.respondents = vec![gone];
    given.evidence = vec![
        Evidence { text: "minutes".to_owned(), date: None, person: Some(gone) },
        Evidence { text: "budget".to_owned(), date: None, person: Some(gone) },
    ];
    workspace.apply(save(Record::Answer(given))).expect("sound");
    let links = |workspace: &Workspace| {
        person_links(workspace.project(project()).expect("a project"), gone)
    };
    let said = links(&workspace);
    assert_eq!((said.took_part, said.evidence), (1, 2));
    assert!(said.gaps >= 1 && said.indicators >= 1, "{said:?}");
    workspace.apply(remove(gone)).expect("sound");
    assert!(links(&workspace).is_empty());
}

fn any_command() -> impl Strategy<Value = Command> {
    let n = 1u64..4;
    let link = |kind: IdKind| proptest::option::of((1u64..4).prop_map(move |n| id(kind, n)));
    prop_oneof![
        n.clone().prop_map(|n| save(Record::Person(person(n)))),
        (n.clone(), ".{0,3}").prop_map(|(n, why)| save(Record::Goal(Goal { why, ..goal(n) }))),
        (n.clone(), link(IdKind::Goal), link(IdKind::Person))
            .prop_map(|(n, goal, owner)| save(Record::Indicator(indicator(n, goal, owner)))),
        (n.clone(), link(IdKind::Person))
            .prop_map(|(n, owner)| save(Record::Answer(answer(n, owner)))),
        (1u64..9, n.clone(), 1u32..5, -9i8..9).prop_map(|(m, n, month, value)| {
            measure(vec![measurement(m, id(IdKind::Indicator, n), month, f64::from(value))])
        }),
        n.clone().prop_map(|n| remove(id(IdKind::Person, n))),
        n.clone().prop_map(|n| remove(id(IdKind::Goal, n))),
        n.clone().prop_map(|n| remove(id(IdKind::Indicator, n))),
        (1u64..9).prop_map(|n| remove(id(IdKind::Measurement, n))),
        Just(Command::RemoveProject(project())),
        Just(Command::AddProject(Box::new(Project::new(head(1))))),
        Just(Command::AddProject(Box::new(Project::new(head(2))))),
    ]
}

proptest! {
    #[test]
    fn any_list_of_commands_undone_gives_the_start_and_redone_the_end(
        commands in proptest::collection::vec(any_command(), 0..40),
    ) {
        let start = filled();
        let mut workspace = start.clone();
        let mut history = History::default();
        for command in commands {
            if let Ok(changes) = workspace.apply(command) {
                history.note(changes);
            }
        }
        let end = workspace.clone();
        while history.can_undo() {
            history.undo(&mut workspace);
        }
        prop_assert_eq!(&workspace, &start);
        while history.can_redo() {
            history.redo(&mut workspace);
        }
        prop_assert_eq!(&workspace, &end);
    }
}

fn stage(n: u64) -> Record {
    Record::Stage(crate::registers::Stage::new(id(IdKind::Stage, n)))
}

fn stages(workspace: &Workspace) -> Vec<Id> {
    let found = workspace.project(project()).expect("it was added");
    found.stages.iter().map(|stage| stage.id).collect()
}

#[test]
fn several_records_are_one_step_or_none() {
    let mut workspace = filled();
    let line = crate::registers::CostLine {
        stage: Some(id(IdKind::Stage, 2)),
        ..crate::registers::CostLine::new(
            id(IdKind::CostLine, 1),
            crate::registers::CostKind::Other,
        )
    };
    let all = |records| Command::SaveAll { project: project(), records };
    let before = workspace.clone();
    // The line points to a stage that comes after it.
    let early = vec![stage(1), Record::CostLine(line.clone()), stage(2)];
    let refused = CommandError::DanglingLink { record: line.id, missing: id(IdKind::Stage, 2) };
    assert_eq!(workspace.apply(all(early)), Err(refused));
    assert_eq!(workspace, before);
    let changes = workspace.apply(all(vec![stage(1), stage(2), Record::CostLine(line)]));
    let changes = changes.expect("the stage comes first");
    assert_eq!(stages(&workspace), [id(IdKind::Stage, 1), id(IdKind::Stage, 2)]);
    let mut history = History::default();
    history.note(changes);
    history.undo(&mut workspace);
    assert_eq!(workspace, before);
}

#[test]
fn swapped_records_change_places_and_nothing_else() {
    let mut workspace = filled();
    let records = (1..=4).map(stage).collect();
    workspace.apply(Command::SaveAll { project: project(), records }).expect("they are sound");
    let before = workspace.clone();
    let s = |n| id(IdKind::Stage, n);
    let swap = |record, with| Command::Swap { project: project(), record, with };
    let changes = workspace.apply(swap(s(1), s(2))).expect("both are there");
    assert_eq!(stages(&workspace), [s(2), s(1), s(3), s(4)]);
    assert_eq!(changes.len(), 2);
    workspace.apply(swap(s(1), s(2))).expect("both are there");
    assert_eq!(workspace, before);
    assert_eq!(workspace.apply(swap(s(1), s(9))), Err(CommandError::NoSuchRecord(s(9))));
    let person = id(IdKind::Person, 1);
    assert_eq!(workspace.apply(swap(s(1), person)), Err(CommandError::WrongKindOfId(person)));
}

#[test]
fn records_at_one_position_can_be_swapped() {
    let mut workspace = filled();
    let s = |n| id(IdKind::Stage, n);
    let at_one = |n| Change {
        project: project(),
        record: s(n),
        before: None,
        after: Some(Slot { position: 5, record: stage(n) }),
    };
    workspace.replay(&[at_one(1), at_one(2), at_one(3)]);
    let swap = Command::Swap { project: project(), record: s(1), with: s(2) };
    workspace.apply(swap).expect("both are there");
    assert_eq!(stages(&workspace), [s(2), s(1), s(3)]);
}

mod snapshots {
    use super::*;
    use crate::assessment::{Answer, AnswerValue, Standing};
    use crate::pack::Outcome;
    use crate::workspace::{ProjectGate, Snapshot, readiness};
    use chrono::NaiveDate;

    fn day() -> NaiveDate {
        "2026-11-18".parse().expect("a date")
    }

    #[test]
    fn a_snapshot_keeps_what_was_said_when_answers_change_and_its_signer_goes() {
        let pack = crate::pack::readiness().expect("the pack in the code is sound");
        let id = Id::new(IdKind::Project, 1);
        let signer = Id::new(IdKind::Person, 1);
        let person = Person {
            id: signer,
            name: "Anna Weber".to_owned(),
            role: String::new(),
            department: String::new(),
            side: Side::Own,
            position: Position::Leader,
        };
        let answer = |value, reason: &str| Answer {
            value: Some(value),
            reason: reason.to_owned(),
            ..Answer::open(Id::new(IdKind::Answer, 1), "ready.environment")
        };
        let mut workspace = Workspace::default();
        let save = |record| Command::Save { project: id, record: Box::new(record) };
        let head = ProjectHead { gate: ProjectGate::Pilot, ..ProjectHead::new(id, "P") };
        for command in [
            Command::AddProject(Box::new(Project::new(head))),
            save(Record::Person(person)),
            save(Record::Answer(answer(AnswerValue::NotApplicable, "rented"))),
        ] {
            workspace.apply(command).expect("sound");
        }
        let project = workspace.project(id).expect("added");
        let said = readiness(project, pack);
        let taken = Snapshot::take(Id::new(IdKind::Snapshot, 1), project, pack, &said, day());
        let taken = taken.signed_by(project, Some(signer));
        assert_eq!((taken.gate, taken.said), (ProjectGate::Pilot, Some(Outcome::NotAssessed)));
        assert_eq!((taken.answered, taken.not_applicable, taken.open), (0, 1, 7));
        assert_eq!((taken.pack.as_str(), taken.version), ("ready", pack.version));
        let environment = taken.gates.iter().find(|gate| gate.question == "ready.environment");
        let environment = environment.expect("a gate");
        assert_eq!(environment.standing, Standing::NotApplicable);
        assert_eq!(environment.reason, "rented");
        for command in [
            save(Record::Snapshot(taken.clone())),
            save(Record::Answer(answer(AnswerValue::No, ""))),
            Command::Remove { project: id, record: signer },
        ] {
            workspace.apply(command).expect("sound");
        }
        let kept = workspace.project(id).expect("added").snapshots.get(taken.id).cloned();
        assert_eq!(kept, Some(Snapshot { signer: None, ..taken }));
        assert_eq!(kept.map(|kept| kept.signed), Some("Anna Weber".to_owned()));
    }

    #[test]
    fn gates_come_in_their_order_and_end() {
        assert_eq!(ProjectGate::Start.next(), Some(ProjectGate::Pilot));
        assert_eq!(ProjectGate::Pilot.next(), Some(ProjectGate::RollOut));
        assert_eq!(ProjectGate::RollOut.next(), None);
    }
}
