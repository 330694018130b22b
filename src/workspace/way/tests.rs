//! The oracle carries facts out on a real project and asks for its verdict:
//! the way must flip it, and no smaller set of facts may.

use super::*;
use crate::assessment::{AnswerValue, Evidence};
use crate::kpi::{Direction, Goal as BusinessGoal, Indicator, Measure, MissingFact};
use crate::pack::{GateCondition, Proof, Scale, Section, VerdictRule};
use crate::registers::{
    Action, ActionState, Case, Decision, Feasibility, Flow, Integration, Missing, SignOff, Stage,
    Term, View,
};
use crate::workspace::{Person, Position, ProjectHead, Record, Side, Slot};
use proptest::prelude::*;

fn question(id: &str, proof: Proof) -> Question {
    Question {
        id: id.to_owned(),
        scale: Scale::YesPartlyNo,
        gate: true,
        weight: 1.0,
        proof,
        checks: Vec::new(),
        sources: vec![1],
    }
}

fn pack(questions: Vec<Question>) -> Pack {
    let rule = |when, then| VerdictRule { when, then };
    Pack {
        id: "t".to_owned(),
        version: 1,
        sections: vec![Section { id: "s".to_owned(), questions }],
        verdict_sources: Vec::new(),
        verdict: vec![
            rule(GateCondition::AnyNo, Outcome::NotReady),
            rule(GateCondition::AnyOpen, Outcome::NotAssessed),
            rule(GateCondition::AnyAtRisk, Outcome::ReadyWithRisks),
            rule(GateCondition::Otherwise, Outcome::Ready),
        ],
    }
}

const fn person(n: u64) -> (IdKind, u64) {
    (IdKind::Person, n)
}

fn id((kind, n): (IdKind, u64)) -> Id {
    Id::new(kind, n)
}

fn empty() -> Project {
    let mut project = Project::new(ProjectHead::new(Id::new(IdKind::Project, 1), "P"));
    let positions = [Position::Other, Position::Leader, Position::EndUser, Position::Other];
    for (n, position) in (0u64..).zip(positions) {
        let side = if n == 3 { Side::Vendor } else { Side::Own };
        let (role, department) = (String::new(), String::new());
        let someone =
            Person { id: id(person(n)), name: format!("{n}"), role, department, side, position };
        add(&mut project, Record::Person(someone));
    }
    let goal = BusinessGoal::new(Id::new(IdKind::Goal, 1), "g");
    add(&mut project, Record::Goal(goal));
    project
}

/// Puts a record where it is, or last. Unchecked: the oracle does this some
/// hundred thousand times.
fn add(project: &mut Project, record: Record) {
    let position = project.slot(record.id()).map_or(1_000, |slot| slot.position);
    project.put(Slot { position, record });
}

fn full_stage(stage: &mut Stage) {
    stage.needed = stage.needed.or(Some(100.0));
    stage.secured = stage.needed;
}

fn edited<T: Clone>(found: Option<&T>, change: impl FnOnce(&mut T)) -> T {
    let mut record = found.expect("a way names records that exist").clone();
    change(&mut record);
    record
}

/// Carries one missing fact out.
fn carry_out(project: &mut Project, question: &str, fact: MissingLink) {
    match fact {
        MissingLink::Indicator(indicator, missing) => {
            let record = edited(project.indicators.get(indicator), |found| state(found, missing));
            add(project, Record::Indicator(record));
        }
        MissingLink::FirstIndicator => {
            let mut indicator = Indicator::new(Id::new(IdKind::Indicator, 99), Measure::Share);
            for fact in FACTS {
                state(&mut indicator, fact);
            }
            add(project, Record::Indicator(indicator));
        }
        MissingLink::Register(missing) => carry_out_register(project, missing),
        own => {
            let open = || {
                let fresh = project.answers.iter().count() as u64 + 50;
                Answer::open(Id::new(IdKind::Answer, fresh), question)
            };
            let mut answer = project.answer(question).cloned().unwrap_or_else(open);
            carry_out_answer(&mut answer, own);
            add(project, Record::Answer(answer));
        }
    }
}

fn carry_out_answer(answer: &mut Answer, fact: MissingLink) {
    match fact {
        MissingLink::Answer(Wanted::Any) => answer.value = Some(AnswerValue::No),
        MissingLink::Answer(Wanted::Partly) => answer.value = Some(AnswerValue::Partly),
        MissingLink::Answer(Wanted::Yes) => answer.value = Some(AnswerValue::Yes),
        MissingLink::Withdraw => answer.value = None,
        MissingLink::Reason => answer.reason = "r".to_owned(),
        MissingLink::Evidence => {
            answer.evidence.push(Evidence { text: "e".to_owned(), date: None, person: None });
        }
        MissingLink::Leader => answer.respondents.push(id(person(1))),
        MissingLink::EndUser => answer.respondents.push(id(person(2))),
        MissingLink::Owner => answer.owner = Some(id(person(0))),
        MissingLink::DueDate => answer.due = "2027-01-31".parse().ok(),
        MissingLink::FirstIndicator | MissingLink::Indicator(..) | MissingLink::Register(_) => {
            unreachable!("not a fact of an answer")
        }
    }
}

const FACTS: [MissingFact; 8] = [
    MissingFact::Goal,
    MissingFact::Value,
    MissingFact::Unit,
    MissingFact::Direction,
    MissingFact::Deadline,
    MissingFact::Population,
    MissingFact::Source,
    MissingFact::Owner,
];

fn state(indicator: &mut Indicator, fact: MissingFact) {
    let said = || "x".to_owned();
    match fact {
        MissingFact::Goal => indicator.goal = Some(Id::new(IdKind::Goal, 1)),
        MissingFact::Value => indicator.target.value = Some(80.0),
        MissingFact::Unit => indicator.unit = said(),
        MissingFact::Direction => indicator.direction = Some(Direction::Up),
        MissingFact::Deadline => indicator.target.due = "2027-06-30".parse().ok(),
        MissingFact::Population => indicator.population = said(),
        MissingFact::Source => indicator.source = said(),
        MissingFact::Owner => indicator.owner = Some(id(person(0))),
        // Nothing here is mistaken.
        MissingFact::Sound => {}
    }
}

fn carry_out_register(project: &mut Project, missing: Missing) {
    let said = || "x".to_owned();
    let fresh = |kind| Id::new(kind, 99);
    let record = match missing {
        Missing::Stage => {
            let mut stage = Stage::new(fresh(IdKind::Stage));
            full_stage(&mut stage);
            Record::Stage(stage)
        }
        Missing::StageRelease(stage) => Record::Stage(edited(project.stages.get(stage), |found| {
            found.release = "2027-01-31".parse().ok();
            found.source = said();
        })),
        Missing::StageNeed(stage) | Missing::StageMoney(stage) | Missing::StageSecured(stage) => {
            Record::Stage(edited(project.stages.get(stage), full_stage))
        }
        Missing::System => {
            let mut row = Integration::new(fresh(IdKind::Integration));
            (row.system, row.data, row.flow) = (said(), said(), Some(Flow::In));
            (row.owner, row.feasibility) = (Some(id(person(0))), Feasibility::Confirmed);
            Record::Integration(row)
        }
        Missing::SystemName(row)
        | Missing::Data(row)
        | Missing::Direction(row)
        | Missing::Owner(row)
        | Missing::Feasibility(row) => {
            Record::Integration(edited(project.integrations.get(row), |found| match missing {
                Missing::SystemName(_) => found.system = said(),
                Missing::Data(_) => found.data = said(),
                Missing::Direction(_) => found.flow = Some(Flow::Both),
                Missing::Owner(_) => found.owner = Some(id(person(0))),
                _ => found.feasibility = Feasibility::Confirmed,
            }))
        }
        Missing::Wording(term) => {
            Record::Term(edited(project.terms.get(term), |found| found.wording = said()))
        }
        Missing::Disputed { case, .. } => {
            let views: Vec<View> = project.views.iter().cloned().collect();
            for view in views {
                add(project, Record::View(decided(view, case, true)));
            }
            return;
        }
        Missing::Undecided(view) => {
            let term = project.terms.iter().next().expect("a view has a term").clone();
            let all: Vec<&View> = project.views.iter().collect();
            let open = |case: &&Case| {
                all.iter().any(|found| found.id == view && found.decision(case.id).is_none())
            };
            // It joins the others where they agree.
            let counts = |case: u32| {
                all.iter().any(|found| found.decision(case).is_some_and(|one| one.counts))
            };
            let choices: Vec<(u32, bool)> =
                term.cases.iter().filter(open).map(|case| (case.id, counts(case.id))).collect();
            Record::View(edited(project.views.get(view), |found| {
                for (case, counts) in choices {
                    *found = decided(found.clone(), case, counts);
                }
            }))
        }
        Missing::Unsigned(view) => {
            let wording = project.terms.iter().next().map(|term| term.wording.clone());
            Record::View(edited(project.views.get(view), |found| {
                let date = "2026-11-18".parse().expect("a date");
                let wording = wording.unwrap_or_default();
                found.signed = Some(SignOff { date, person: None, wording });
            }))
        }
        Missing::Term => {
            add(project, Record::Term(term("x", 1)));
            for n in 1..3 {
                let view = decided(
                    View::new(Id::new(IdKind::View, n), term("x", 1).id, &format!("{n}")),
                    1,
                    true,
                );
                let view = View {
                    signed: Some(SignOff {
                        date: "2026-11-18".parse().expect("a date"),
                        person: None,
                        wording: said(),
                    }),
                    ..view
                };
                add(project, Record::View(view));
            }
            return;
        }
        Missing::Departments(_) | Missing::Cases(_) => unreachable!("not in these projects"),
    };
    add(project, record);
}

fn decided(mut view: View, case: u32, counts: bool) -> View {
    view.decisions.retain(|found| found.case != case);
    view.decisions.push(Decision { case, counts, comment: String::new() });
    view
}

fn term(wording: &str, cases: u32) -> Term {
    let case = |id| Case { id, text: format!("case {id}"), note: String::new() };
    Term {
        customer: true,
        wording: wording.to_owned(),
        cases: (1..=cases).map(case).collect(),
        ..Term::new(Id::new(IdKind::Term, 1), "Customer")
    }
}

fn outcome_of(project: &Project, pack: &Pack) -> Option<Outcome> {
    readiness(project, pack).verdict.outcome
}

fn reaches(project: &Project, pack: &Pack, aim: Outcome) -> bool {
    outcome_of(project, pack).is_some_and(|found| rank(found) >= rank(aim))
}

/// Every fact anybody could provide, whether a way would name it or not.
fn everything(project: &Project, pack: &Pack) -> Vec<(String, MissingLink)> {
    let own = [
        MissingLink::Answer(Wanted::Any),
        MissingLink::Answer(Wanted::Partly),
        MissingLink::Answer(Wanted::Yes),
        MissingLink::Withdraw,
        MissingLink::Reason,
        MissingLink::Evidence,
        MissingLink::Leader,
        MissingLink::EndUser,
        MissingLink::Owner,
        MissingLink::DueDate,
    ];
    let mut all: Vec<(String, MissingLink)> = Vec::new();
    for question in pack.answerable() {
        let answer = project.answer(&question.id);
        let derived = matches!(
            question.proof,
            Proof::Funding | Proof::Definition | Proof::Integrations | Proof::SuccessCriteria
        );
        for fact in own {
            let takes_part = question.proof == Proof::Participants;
            let useful = match fact {
                MissingLink::Leader | MissingLink::EndUser => takes_part,
                MissingLink::Evidence => !derived,
                MissingLink::Reason => {
                    answer.is_some_and(|found| found.value == Some(AnswerValue::NotApplicable))
                }
                MissingLink::Withdraw => answer.is_some_and(|found| found.value.is_some()),
                MissingLink::Owner => answer.is_none_or(|found| found.owner.is_none()),
                MissingLink::DueDate => answer.is_none_or(|found| found.due.is_none()),
                _ => true,
            };
            if useful {
                all.push((question.id.clone(), fact));
            }
        }
        for link in proof::lacks(project, question.proof) {
            if !all.iter().any(|(_, found)| *found == link) {
                all.push((question.id.clone(), link));
            }
        }
    }
    all
}

/// Whether carrying facts out gave an answer that differs from its register:
/// no way asks for an override, so the oracle leaves such sets out.
fn overrides(before: &Project, after: &Project, pack: &Pack) -> bool {
    let judged = readiness(after, pack).judged;
    let given = |project: &Project, question: &str| project.answer(question)?.value;
    let mut leaves = judged.iter().flat_map(crate::assessment::Judged::leaves);
    leaves.any(|leaf| {
        leaf.standing == crate::assessment::Standing::Overridden
            && given(before, &leaf.question) != given(after, &leaf.question)
    })
}

/// Whether any set of so many facts brings the verdict there.
fn some_set_reaches(
    project: &Project,
    pack: &Pack,
    aim: Outcome,
    facts: &[(String, MissingLink)],
    size: usize,
) -> Option<Vec<(String, MissingLink)>> {
    fn go(
        project: &Project,
        check: &dyn Fn(&Project) -> bool,
        facts: &[(String, MissingLink)],
        size: usize,
        taken: &mut Vec<(String, MissingLink)>,
    ) -> bool {
        if size == 0 {
            return check(project);
        }
        for (place, (question, fact)) in facts.iter().enumerate() {
            let mut changed = project.clone();
            carry_out(&mut changed, question, *fact);
            taken.push((question.clone(), *fact));
            if go(&changed, check, &facts[place + 1..], size - 1, taken) {
                return true;
            }
            taken.pop();
        }
        false
    }
    let check = |found: &Project| reaches(found, pack, aim) && !overrides(project, found, pack);
    let mut taken = Vec::new();
    go(project, &check, facts, size, &mut taken).then_some(taken)
}

/// Ways are held against every set of fewer facts than this; larger sets take
/// minutes to try.
const MOST: usize = 4;

#[track_caller]
fn expect_shortest(project: &Project, pack: &Pack, aim: Outcome) {
    let way = shortest_way(project, pack, aim).expect("there is a way by these rules");
    assert!(way.exact);
    let mut there = project.clone();
    // Facts build on each other in their own order: a wording is signed after
    // it is agreed.
    let mut steps = way.steps.clone();
    steps.sort_by_key(|step| step.fact);
    for step in &steps {
        carry_out(&mut there, &step.question, step.fact);
    }
    assert!(reaches(&there, pack, aim), "{aim:?} by {:?}", way.steps);
    let mut facts = everything(project, pack);
    facts.sort_by_key(|(_, fact)| *fact);
    for size in 0..way.steps.len().min(MOST) {
        let smaller = some_set_reaches(project, pack, aim, &facts, size);
        assert_eq!(smaller, None, "smaller than {:?}", way.steps);
    }
}

fn any_answer(question: &'static str, n: u64) -> impl Strategy<Value = Option<Answer>> {
    use AnswerValue::{No, NotApplicable, Partly, Yes};
    let value =
        prop::sample::select(vec![None, Some(Yes), Some(Partly), Some(No), Some(NotApplicable)]);
    let people = prop::sample::subsequence(vec![1u64, 2, 3], 0..=3);
    let answer = (value, any::<[bool; 4]>(), people).prop_map(
        move |(value, [reason, evidence, owner, due], people)| Answer {
            value,
            reason: if reason { "r".to_owned() } else { String::new() },
            note: "n".to_owned(),
            evidence: if evidence {
                vec![Evidence { text: "e".to_owned(), date: None, person: None }]
            } else {
                Vec::new()
            },
            respondents: people.into_iter().map(|n| id(person(n))).collect(),
            owner: owner.then(|| id(person(0))),
            due: due.then(|| "2027-01-31".parse().expect("a date")),
            ..Answer::open(Id::new(IdKind::Answer, n), question)
        },
    );
    prop::option::of(answer)
}

fn any_stages() -> impl Strategy<Value = Vec<Stage>> {
    let stage = (prop::option::of(Just(100.0)), 0u32..3, any::<bool>()).prop_map(
        |(needed, money, released)| Stage {
            needed,
            secured: (money > 0).then_some(if money == 2 { 100.0 } else { 40.0 }),
            earmarked: (money == 1).then_some(60.0),
            release: released.then(|| "2027-01-31".parse().expect("a date")),
            source: if released { "s".to_owned() } else { String::new() },
            ..Stage::new(Id::new(IdKind::Stage, 0))
        },
    );
    prop::collection::vec(stage, 0..3).prop_map(|stages| {
        let numbered = (1u64..).zip(stages);
        numbered.map(|(n, stage)| Stage { id: Id::new(IdKind::Stage, n), ..stage }).collect()
    })
}

fn any_indicators() -> impl Strategy<Value = Vec<Indicator>> {
    let facts = prop::sample::subsequence(FACTS.to_vec(), 4..=8);
    prop::collection::vec(facts, 0..3).prop_map(|all| {
        let one = |(n, facts): (u64, Vec<MissingFact>)| {
            let mut indicator = Indicator::new(Id::new(IdKind::Indicator, n), Measure::Number);
            for fact in facts {
                state(&mut indicator, fact);
            }
            indicator
        };
        (1u64..).zip(all).map(one).collect()
    })
}

fn any_rows() -> impl Strategy<Value = Vec<Integration>> {
    let row = any::<[bool; 3]>().prop_map(|[owner, flow, confirmed]| Integration {
        system: "s".to_owned(),
        data: "d".to_owned(),
        flow: flow.then_some(Flow::In),
        owner: owner.then(|| id(person(0))),
        feasibility: if confirmed { Feasibility::Confirmed } else { Feasibility::Unknown },
        ..Integration::new(Id::new(IdKind::Integration, 0))
    });
    prop::collection::vec(row, 0..2).prop_map(|rows| {
        let numbered = (1u64..).zip(rows);
        numbered
            .map(|(n, row)| Integration { id: Id::new(IdKind::Integration, n), ..row })
            .collect()
    })
}

/// A board of two departments: wording, decisions, signatures as they come.
fn any_board() -> impl Strategy<Value = Option<(Term, Vec<View>)>> {
    let view = (prop::option::of(any::<bool>()), any::<bool>());
    let board = (any::<bool>(), prop::collection::vec(view, 2)).prop_map(|(worded, views)| {
        let term = term(if worded { "w" } else { "" }, 1);
        let view = |(n, (decision, signs)): (u64, (Option<bool>, bool))| {
            let mut view = View::new(Id::new(IdKind::View, n), term.id, &format!("D{n}"));
            if let Some(counts) = decision {
                view = decided(view, 1, counts);
            }
            view.signed = signs.then(|| SignOff {
                date: "2026-11-18".parse().expect("a date"),
                person: None,
                wording: "w".to_owned(),
            });
            view
        };
        let views = (1u64..).zip(views).map(view).collect();
        (term, views)
    });
    prop::option::of(board)
}

const POOL: [(&str, Proof); 6] = [
    ("t.a", Proof::Evidence),
    ("t.b", Proof::Participants),
    ("t.c", Proof::Funding),
    ("t.d", Proof::SuccessCriteria),
    ("t.e", Proof::Integrations),
    ("t.f", Proof::Definition),
];

/// A small pack over the project below: two of the pool, the first perhaps
/// twice (then two questions share a register) or as a parent of both.
fn any_pack() -> impl Strategy<Value = Pack> {
    (prop::sample::subsequence(POOL.to_vec(), 2), 0u8..3).prop_map(|(two, shape)| {
        let [(a, first), (b, second)] = two[..] else { unreachable!("two were taken") };
        match shape {
            0 => pack(vec![question(a, first), question(b, second)]),
            1 => pack(vec![question(a, first), question("t.twin", first)]),
            _ => {
                let mut parent = question("t.p", Proof::Evidence);
                parent.checks = vec![question(a, first), question(b, second)];
                pack(vec![parent])
            }
        }
    })
}

fn any_project() -> impl Strategy<Value = Project> {
    let answers = (
        any_answer("t.a", 1),
        any_answer("t.b", 2),
        any_answer("t.c", 3),
        any_answer("t.d", 4),
        any_answer("t.e", 5),
        any_answer("t.f", 6),
        any_answer("t.twin", 7),
    );
    (answers, any_stages(), any_indicators(), any_rows(), any_board()).prop_map(
        |((a, b, c, d, e, f, g), stages, indicators, rows, board)| {
            let mut project = empty();
            let answers = [a, b, c, d, e, f, g].into_iter().flatten().map(Record::Answer);
            let rows = rows.into_iter().map(Record::Integration);
            let stages = stages.into_iter().map(Record::Stage);
            let indicators = indicators.into_iter().map(Record::Indicator);
            let (term, views) = board.unzip();
            let board = term.into_iter().map(Record::Term);
            let views = views.unwrap_or_default().into_iter().map(Record::View);
            let all = answers.chain(rows).chain(stages).chain(indicators).chain(board).chain(views);
            all.for_each(|record| add(&mut project, record));
            project
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_way_flips_the_verdict_and_no_smaller_set_of_facts_does(
        project in any_project(), pack in any_pack(),
    ) {
        expect_shortest(&project, &pack, Outcome::Ready);
        expect_shortest(&project, &pack, Outcome::ReadyWithRisks);
    }
}

fn names(way: &Way) -> Vec<(String, String)> {
    way.steps.iter().map(|step| (step.question.clone(), step.fact.code())).collect()
}

#[track_caller]
fn expect_steps(project: &Project, pack: &Pack, aim: Outcome, wanted: &[(&str, &str)]) {
    let way = shortest_way(project, pack, aim).expect("there is a way");
    let wanted: Vec<_> = wanted
        .iter()
        .map(|(question, code)| ((*question).to_owned(), (*code).to_owned()))
        .collect();
    assert_eq!(names(&way), wanted);
}

#[test]
fn of_several_indicators_the_one_that_lacks_least_is_finished() {
    let pack = pack(vec![question("t.d", Proof::SuccessCriteria)]);
    let mut project = empty();
    for (n, facts) in [(1, &FACTS[..5]), (2, &FACTS[..7]), (3, &FACTS[2..8])] {
        let mut indicator = Indicator::new(Id::new(IdKind::Indicator, n), Measure::Number);
        for fact in facts {
            state(&mut indicator, *fact);
        }
        add(&mut project, Record::Indicator(indicator));
    }
    expect_steps(&project, &pack, Outcome::Ready, &[("t.d", "owner i20000000")]);
}

#[test]
fn nothing_is_left_to_do_where_the_verdict_is_there() {
    let pack = pack(vec![question("t.a", Proof::Evidence)]);
    let mut project = empty();
    let facts = [MissingLink::Answer(Wanted::Partly), MissingLink::Owner, MissingLink::DueDate];
    for fact in facts {
        carry_out(&mut project, "t.a", fact);
    }
    expect_steps(&project, &pack, Outcome::ReadyWithRisks, &[]);
    let rest = [("t.a", "answer-met"), ("t.a", "evidence")];
    expect_steps(&project, &pack, Outcome::Ready, &rest);
}

#[test]
fn a_way_asks_neither_for_an_override_nor_to_leave_a_question_out() {
    let pack = pack(vec![question("t.c", Proof::Funding)]);
    let mut project = empty();
    let short = Stage { needed: Some(100.0), ..Stage::new(Id::new(IdKind::Stage, 1)) };
    add(&mut project, Record::Stage(short));
    // “Yes” with owner and date would pass as an override, “not applicable” as
    // well; the way asks for the money.
    let wanted = [("t.c", "stage-money s10000000")];
    expect_steps(&project, &pack, Outcome::ReadyWithRisks, &wanted);
    carry_out(&mut project, "t.c", MissingLink::Answer(Wanted::Partly));
    let wanted = [("t.c", "withdraw"), ("t.c", "stage-money s10000000")];
    expect_steps(&project, &pack, Outcome::Ready, &wanted);
}

#[test]
fn rules_that_never_say_ready_have_no_way() {
    let mut pack = pack(vec![question("t.a", Proof::Evidence)]);
    pack.verdict.pop();
    let last = VerdictRule { when: GateCondition::Otherwise, then: Outcome::NotReady };
    pack.verdict.push(last);
    assert_eq!(shortest_way(&empty(), &pack, Outcome::Ready), None);
    // By these rules a risk passes, where no risk at all does not; but nobody
    // is led into a gap.
    assert_eq!(shortest_way(&empty(), &pack, Outcome::ReadyWithRisks), None);
}

#[test]
fn rules_that_take_no_risk_ask_for_proof() {
    let mut pack = pack(vec![question("t.a", Proof::Evidence)]);
    pack.verdict[2].then = Outcome::NotReady;
    let wanted = [("t.a", "answer-met"), ("t.a", "evidence")];
    expect_steps(&empty(), &pack, Outcome::ReadyWithRisks, &wanted);
}

#[test]
fn a_step_is_done_by_whoever_owns_its_action_its_record_or_the_gap() {
    let pack = pack(vec![question("t.e", Proof::Integrations)]);
    let mut project = empty();
    let row = Integration {
        system: "s".to_owned(),
        data: "d".to_owned(),
        owner: Some(id(person(1))),
        ..Integration::new(Id::new(IdKind::Integration, 1))
    };
    add(&mut project, Record::Integration(row));
    let answer = Answer {
        owner: Some(id(person(0))),
        due: "2027-01-31".parse().ok(),
        ..Answer::open(Id::new(IdKind::Answer, 1), "t.e")
    };
    add(&mut project, Record::Answer(answer));
    let action = Action {
        question: "t.e".to_owned(),
        gap: "feasibility n10000000".to_owned(),
        owner: Some(id(person(2))),
        due: "2026-12-01".parse().ok(),
        ..Action::new(Id::new(IdKind::Action, 1), "Ask the supplier")
    };
    add(&mut project, Record::Action(action.clone()));
    let who = |project: &Project| {
        let way = shortest_way(project, &pack, Outcome::Ready).expect("there is a way");
        let steps = way.steps.iter();
        steps
            .map(|step| (step.owner, step.due.map(|due| due.to_string()), step.action))
            .collect::<Vec<_>>()
    };
    let date = |text: &str| Some(text.to_owned());
    let by_row = (Some(id(person(1))), date("2027-01-31"), None);
    let by_action = (Some(id(person(2))), date("2026-12-01"), Some(action.id));
    assert_eq!(who(&project), [by_row.clone(), by_action]);
    for state in [ActionState::Dropped, ActionState::Done] {
        add(&mut project, Record::Action(Action { state, ..action.clone() }));
        assert_eq!(who(&project), [by_row.clone(), by_row.clone()], "{state:?}");
    }
}

#[test]
fn following_only_the_shortest_way_makes_a_blank_project_ready() {
    let pack = crate::pack::readiness().expect("the pack in the code is sound");
    for aim in [Outcome::ReadyWithRisks, Outcome::Ready] {
        let mut project = empty();
        let mut before = usize::MAX;
        for _ in 0..4 {
            let way = shortest_way(&project, pack, aim).expect("there is a way");
            assert!(way.exact && way.steps.len() < before, "{aim:?}: {:?}", names(&way));
            before = way.steps.len();
            if before == 0 {
                break;
            }
            for step in &way.steps {
                carry_out(&mut project, &step.question, step.fact);
            }
        }
        assert!(reaches(&project, pack, aim), "{aim:?}");
    }
}
