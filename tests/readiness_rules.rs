//! The rules of readiness as a whole, from records to verdict, score and
//! summary: every row of the table, each with the value worked out by hand.

#![cfg(not(target_arch = "wasm32"))]

use crm_readiness::assessment::{Answer, AnswerValue, Derived, Evidence, Standing, find_judged};
use crm_readiness::base::{Id, IdKind};
use crm_readiness::kpi::{Direction, Goal, Indicator, Measure};
use crm_readiness::pack::{
    self, GateCondition, Outcome, Pack, Proof, Question, Scale, Section, VerdictRule,
};
use crm_readiness::plan::file::{read_plan, write_plan};
use crm_readiness::plan::summary::summary_of;
use crm_readiness::registers::{
    Case, Decision, Feasibility, Flow, Integration, SignOff, Stage, Term, View,
};
use crm_readiness::workspace::{
    Command, Person, Position, Project, ProjectHead, Readiness, Record, Side, Workspace, readiness,
    register_proof,
};
use proptest::prelude::*;

const PERSON: u64 = 1;

fn id(kind: IdKind, n: u64) -> Id {
    Id::new(kind, n)
}

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a date")
}

/// A project with somebody in it, and these records.
fn project(records: Vec<Record>) -> Project {
    let own = id(IdKind::Project, 1);
    let person = Person {
        id: id(IdKind::Person, PERSON),
        name: "Anna".to_owned(),
        role: String::new(),
        department: String::new(),
        side: Side::Own,
        position: Position::Leader,
    };
    let mut workspace = Workspace::default();
    let head = ProjectHead::new(own, "Rules");
    for command in [
        Command::AddProject(Box::new(Project::new(head))),
        Command::SaveAll { project: own, records: vec![Record::Person(person)] },
        Command::SaveAll { project: own, records },
    ] {
        workspace.apply(command).expect("the records are sound");
    }
    workspace.project(own).expect("just added").clone()
}

fn question(id: &str, proof: Proof, weight: f64) -> Question {
    Question {
        id: id.to_owned(),
        scale: Scale::YesPartlyNo,
        gate: true,
        weight,
        proof,
        checks: Vec::new(),
        sources: vec![1],
    }
}

/// A pack of these questions with the rules of the first pack there is.
fn pack_of(questions: Vec<Question>) -> Pack {
    let rules = pack::readiness().expect("the pack in the code is sound").verdict.clone();
    Pack {
        id: "t".to_owned(),
        version: 1,
        sections: vec![Section { id: "s".to_owned(), questions }],
        verdict_sources: Vec::new(),
        verdict: rules,
    }
}

fn answer(n: u64, question: &str, value: Option<AnswerValue>) -> Answer {
    Answer {
        value,
        note: "kept, so that an open answer is one".to_owned(),
        ..Answer::open(id(IdKind::Answer, n), question)
    }
}

fn named(answer: Answer) -> Answer {
    Answer { owner: Some(id(IdKind::Person, PERSON)), due: Some(day("2027-01-31")), ..answer }
}

fn shown(answer: Answer) -> Answer {
    let text = "minutes of 3 June".to_owned();
    Answer { evidence: vec![Evidence { text, date: None, person: None }], ..answer }
}

/// The records that make the register of a proof say so; `None` where it
/// never does.
fn saying(proof: Proof, wanted: Derived) -> Option<Vec<Record>> {
    use AnswerValue::{No, Partly, Yes};
    let stage = |n, secured, earmarked, promised: bool| {
        Record::Stage(Stage {
            needed: Some(100.0),
            secured: Some(secured),
            earmarked: Some(earmarked),
            release: promised.then(|| day("2027-01-15")),
            source: if promised { "Board".to_owned() } else { String::new() },
            ..Stage::new(id(IdKind::Stage, n))
        })
    };
    let records = match (proof, wanted) {
        (_, Derived::Nothing) => Vec::new(),
        (Proof::Funding, Derived::Value(Yes)) => {
            vec![stage(1, 100.0, 0.0, false), stage(2, 100.0, 0.0, false)]
        }
        (Proof::Funding, Derived::Value(Partly)) => {
            vec![stage(1, 100.0, 0.0, false), stage(2, 40.0, 60.0, true)]
        }
        (Proof::Funding, Derived::Value(No)) => {
            vec![stage(1, 100.0, 0.0, false), stage(2, 40.0, 0.0, false)]
        }
        (Proof::Definition, Derived::Value(Yes)) => board("w", true, true),
        (Proof::Definition, Derived::Value(Partly)) => board("w", true, false),
        (Proof::Definition, Derived::Value(No)) => board("", false, false),
        (Proof::Integrations, Derived::Value(Yes)) => vec![system(Feasibility::Confirmed)],
        (Proof::Integrations, Derived::Value(Partly)) => vec![system(Feasibility::Unknown)],
        (Proof::SuccessCriteria, Derived::Value(Yes)) => indicator(true, true, true),
        (Proof::SuccessCriteria, Derived::Value(Partly)) => indicator(true, true, false),
        (Proof::SuccessCriteria, Derived::Value(No)) => indicator(false, true, false),
        // One row lacks something or none does: a register of systems never
        // says no.
        _ => return None,
    };
    Some(records)
}

/// A board of two departments on one case.
fn board(wording: &str, agree: bool, signed: bool) -> Vec<Record> {
    let term = Term {
        customer: true,
        wording: wording.to_owned(),
        cases: vec![Case { id: 1, text: "A dealer".to_owned(), note: String::new() }],
        ..Term::new(id(IdKind::Term, 1), "Customer")
    };
    let view = |n: u64, counts| {
        Record::View(View {
            decisions: vec![Decision { case: 1, counts, comment: String::new() }],
            signed: signed.then(|| SignOff {
                date: day("2026-10-14"),
                person: None,
                wording: wording.to_owned(),
            }),
            ..View::new(id(IdKind::View, n), term.id, &format!("Department {n}"))
        })
    };
    let (first, second) = (view(1, true), view(2, agree));
    vec![Record::Term(term), first, second]
}

fn system(feasibility: Feasibility) -> Record {
    Record::Integration(Integration {
        system: "ERP".to_owned(),
        data: "Orders".to_owned(),
        flow: Some(Flow::In),
        owner: Some(id(IdKind::Person, PERSON)),
        feasibility,
        ..Integration::new(id(IdKind::Integration, 1))
    })
}

/// An indicator: under a goal or not, with a target value or without, stated
/// in full or not.
fn indicator(goal: bool, aim: bool, full: bool) -> Vec<Record> {
    let business = Goal::new(id(IdKind::Goal, 1), "Reachable");
    let mut indicator = Indicator {
        goal: goal.then_some(business.id),
        direction: Some(Direction::Up),
        population: "Calls".to_owned(),
        source: if full { "Telephony".to_owned() } else { String::new() },
        owner: Some(id(IdKind::Person, PERSON)),
        ..Indicator::new(id(IdKind::Indicator, 1), Measure::Share)
    };
    indicator.target.value = aim.then_some(80.0);
    indicator.target.due = Some(day("2027-03-31"));
    vec![Record::Goal(business), Record::Indicator(indicator)]
}

const REGISTERS: [Proof; 4] =
    [Proof::Funding, Proof::Definition, Proof::Integrations, Proof::SuccessCriteria];

/// What is given, with what a careful person would add to it.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Given {
    Nothing,
    Value(AnswerValue),
    /// Not applicable, without its reason.
    Bare,
}

impl Given {
    fn answer(self) -> Option<Answer> {
        let value = match self {
            Self::Nothing => return None,
            Self::Value(value) => value,
            Self::Bare => AnswerValue::NotApplicable,
        };
        let reason = if self == Self::Bare { String::new() } else { "because".to_owned() };
        Some(Answer { reason, ..answer(1, "t.a", Some(value)) })
    }
}

#[test]
fn a_register_and_an_answer_give_the_standing_and_the_verdict_of_their_row() {
    use AnswerValue::{No, NotApplicable, Partly, Yes};
    use Outcome::{NotAssessed, NotReady, Ready, ReadyWithRisks};
    use Standing::{Open, Overridden, Proven, Unproven};
    let (nothing, no, partly, yes) =
        (Derived::Nothing, Derived::Value(No), Derived::Value(Partly), Derived::Value(Yes));
    let given = Given::Value;
    // What the register says, what is given, how it stands; the verdict with
    // owner and date, and without.
    let table = [
        (nothing, Given::Nothing, Open, NotAssessed, NotAssessed),
        (nothing, given(Yes), Unproven, ReadyWithRisks, NotReady),
        (nothing, given(Partly), Standing::Partly, ReadyWithRisks, NotReady),
        (nothing, given(No), Standing::No, NotReady, NotReady),
        (nothing, given(NotApplicable), Standing::NotApplicable, Ready, Ready),
        (nothing, Given::Bare, Open, NotAssessed, NotAssessed),
        (no, Given::Nothing, Standing::No, NotReady, NotReady),
        (no, given(Yes), Overridden, ReadyWithRisks, NotReady),
        (no, given(Partly), Overridden, ReadyWithRisks, NotReady),
        (no, given(No), Standing::No, NotReady, NotReady),
        (no, given(NotApplicable), Standing::NotApplicable, Ready, Ready),
        (no, Given::Bare, Open, NotAssessed, NotAssessed),
        (partly, Given::Nothing, Standing::Partly, ReadyWithRisks, NotReady),
        (partly, given(Yes), Overridden, ReadyWithRisks, NotReady),
        (partly, given(Partly), Standing::Partly, ReadyWithRisks, NotReady),
        (partly, given(No), Overridden, NotReady, NotReady),
        (partly, given(NotApplicable), Standing::NotApplicable, Ready, Ready),
        (partly, Given::Bare, Open, NotAssessed, NotAssessed),
        (yes, Given::Nothing, Proven, Ready, Ready),
        (yes, given(Yes), Proven, Ready, Ready),
        (yes, given(Partly), Overridden, ReadyWithRisks, NotReady),
        (yes, given(No), Overridden, NotReady, NotReady),
        (yes, given(NotApplicable), Standing::NotApplicable, Ready, Ready),
        (yes, Given::Bare, Open, NotAssessed, NotAssessed),
    ];
    let mut rows = 0;
    for proof in REGISTERS {
        let pack = pack_of(vec![question("t.a", proof, 1.0)]);
        for (derived, given, standing, with_owner, without) in table {
            let Some(records) = saying(proof, derived) else { continue };
            let row = format!("{proof:?}: {derived:?}, {given:?}");
            // An answer only for its owner and date says nothing by itself.
            let silent = || answer(1, "t.a", None);
            let owned = named(given.answer().unwrap_or_else(silent));
            for (answer, outcome) in [(Some(owned), with_owner), (given.answer(), without)] {
                let answers = answer.into_iter().map(Record::Answer);
                let project = project(records.iter().cloned().chain(answers).collect());
                if let Some(found) = register_proof(&project, proof) {
                    assert_eq!(found.derived, derived, "{row}");
                }
                let found = readiness(&project, &pack);
                assert_eq!(found.judged[0].standing, standing, "{row}");
                assert_eq!(found.verdict.outcome, Some(outcome), "{row}");
                // Never green without its object, and never an override.
                let yes_said = matches!(given, Given::Nothing | Given::Value(Yes));
                let green = found.judged[0].standing == Proven;
                assert_eq!(green, derived == yes && yes_said, "{row}");
                rows += 1;
            }
        }
    }
    // Four registers, of which one never says no.
    assert_eq!(rows, 2 * (4 * 24 - 6));
}

#[test]
fn an_answer_with_evidence_gives_the_standing_and_the_verdict_of_its_row() {
    use AnswerValue::{No, Partly, Yes};
    let pack = pack_of(vec![question("t.a", Proof::Evidence, 1.0)]);
    let bare = |value| answer(1, "t.a", Some(value));
    let table = [
        (shown(bare(Yes)), Standing::Proven, Outcome::Ready),
        (bare(Yes), Standing::Unproven, Outcome::NotReady),
        (named(bare(Yes)), Standing::Unproven, Outcome::ReadyWithRisks),
        (named(shown(bare(Partly))), Standing::Partly, Outcome::ReadyWithRisks),
        (shown(bare(Partly)), Standing::Partly, Outcome::NotReady),
        (named(shown(bare(No))), Standing::No, Outcome::NotReady),
        (answer(1, "t.a", None), Standing::Open, Outcome::NotAssessed),
    ];
    for (given, standing, outcome) in table {
        let found = readiness(&project(vec![Record::Answer(given.clone())]), &pack);
        assert_eq!(found.judged[0].standing, standing, "{given:?}");
        assert_eq!(found.verdict.outcome, Some(outcome), "{given:?}");
    }
}

#[test]
fn a_parent_stands_and_passes_as_its_sub_checks_do() {
    use AnswerValue::{No, NotApplicable, Partly, Yes};
    use Outcome::{NotAssessed, NotReady, Ready, ReadyWithRisks};
    let mut parent = question("t.p", Proof::Evidence, 1.0);
    parent.checks =
        vec![question("t.p.a", Proof::Evidence, 1.0), question("t.p.b", Proof::Evidence, 1.0)];
    let pack = pack_of(vec![parent]);
    let proven = |value| Some((value, true));
    let bare = |value| Some((value, false));
    // The two sub-checks (with evidence or without), how the parent stands;
    // the verdict with owners and dates, and without.
    let table = [
        (proven(Yes), proven(Yes), Standing::Proven, Ready, Ready),
        (proven(Yes), bare(Yes), Standing::Unproven, ReadyWithRisks, NotReady),
        (proven(Yes), proven(NotApplicable), Standing::Proven, Ready, Ready),
        (bare(Yes), proven(NotApplicable), Standing::Unproven, ReadyWithRisks, NotReady),
        (proven(NotApplicable), proven(NotApplicable), Standing::NotApplicable, Ready, Ready),
        (proven(Yes), proven(Partly), Standing::Partly, ReadyWithRisks, NotReady),
        (proven(Yes), proven(No), Standing::Partly, ReadyWithRisks, NotReady),
        (proven(Partly), proven(Partly), Standing::No, NotReady, NotReady),
        (proven(Partly), proven(No), Standing::No, NotReady, NotReady),
        (proven(Partly), proven(NotApplicable), Standing::No, NotReady, NotReady),
        (proven(No), proven(No), Standing::No, NotReady, NotReady),
        (proven(No), proven(NotApplicable), Standing::No, NotReady, NotReady),
        (proven(Yes), None, Standing::Open, NotAssessed, NotAssessed),
        (proven(No), None, Standing::Open, NotAssessed, NotAssessed),
        (None, None, Standing::Open, NotAssessed, NotAssessed),
    ];
    for (first, second, standing, with_owner, without) in table {
        let given = |n: u64, id: &str, part: Option<(AnswerValue, bool)>| {
            let (value, evident) = part?;
            let plain = Answer { reason: "because".to_owned(), ..answer(n, id, Some(value)) };
            Some(if evident { shown(plain) } else { plain })
        };
        let both = [given(1, "t.p.a", first), given(2, "t.p.b", second)];
        for (outcome, owned) in [(with_owner, true), (without, false)] {
            let answers = both.clone().into_iter().flatten();
            let answers = answers.map(|one| if owned { named(one) } else { one });
            let found = readiness(&project(answers.map(Record::Answer).collect()), &pack);
            let row = format!("{first:?} {second:?} {owned}");
            assert_eq!(found.judged[0].standing, standing, "{row}");
            assert_eq!(found.verdict.outcome, Some(outcome), "{row}");
        }
    }
}

#[test]
fn the_verdict_takes_the_first_rule_that_holds_for_any_pair_of_gates() {
    use AnswerValue::{No, NotApplicable, Partly, Yes};
    use Outcome::{NotAssessed, NotReady, Ready, ReadyWithRisks};
    let pack =
        pack_of(vec![question("t.a", Proof::Evidence, 1.0), question("t.b", Proof::Evidence, 1.0)]);
    let order = [
        GateCondition::AnyNo,
        GateCondition::AnyOpen,
        GateCondition::AnyAtRisk,
        GateCondition::Otherwise,
    ];
    assert_eq!(pack.verdict.iter().map(|rule: &VerdictRule| rule.when).collect::<Vec<_>>(), order);
    // Of two gates the one that weighs more decides.
    let kinds = [
        (Some(No), NotReady, 0),
        (None, NotAssessed, 1),
        (Some(Partly), ReadyWithRisks, 2),
        (Some(Yes), Ready, 3),
        (Some(NotApplicable), Ready, 3),
    ];
    for (first, one, rank_of_one) in kinds {
        for (second, other, rank_of_other) in kinds {
            let given = |n: u64, id: &str, value| {
                let plain = Answer { reason: "because".to_owned(), ..answer(n, id, value) };
                Record::Answer(named(shown(plain)))
            };
            let found =
                readiness(&project(vec![given(1, "t.a", first), given(2, "t.b", second)]), &pack);
            let wanted = if rank_of_one <= rank_of_other { one } else { other };
            assert_eq!(found.verdict.outcome, Some(wanted), "{first:?} {second:?}");
        }
    }
}

/// The readiness of the shipped pack, every question of which is answered so.
fn all_answered(value: AnswerValue) -> (Project, Readiness) {
    let pack = pack::readiness().expect("the pack in the code is sound");
    let answers = (1..).zip(pack.answerable()).map(|(n, question)| {
        let plain = answer(n, &question.id, Some(value));
        Record::Answer(Answer { reason: "because".to_owned(), ..shown(plain) })
    });
    let project = project(answers.collect());
    let found = readiness(&project, pack);
    (project, found)
}

#[test]
fn all_no_is_nought_all_yes_is_all_and_all_not_applicable_is_no_score() {
    let (_, none) = all_answered(AnswerValue::No);
    assert_eq!((none.score.value, none.score.coverage()), (Some(0.0), Some(1.0)));
    let (_, all) = all_answered(AnswerValue::Yes);
    assert_eq!((all.score.value, all.score.coverage()), (Some(1.0), Some(1.0)));
    assert_eq!((all.score.worst, all.score.best), (Some(1.0), Some(1.0)));
    let (project, out) = all_answered(AnswerValue::NotApplicable);
    assert_eq!((out.score.value, out.score.worst, out.score.best), (None, None, None));
    assert_eq!((out.score.not_applicable, out.score.open), (8, 0));
    assert_eq!(out.verdict.outcome, Some(Outcome::Ready));
    let pack = pack::readiness().expect("the pack in the code is sound");
    let summary = summary_of(&project, &[pack], day("2026-11-18"));
    assert_eq!(summary.readiness[0].score, None);
}

#[test]
fn one_item_scores_what_it_says_and_a_skipped_one_is_not_nought() {
    let one = pack_of(vec![question("t.a", Proof::Evidence, 3.0)]);
    let score = |pack: &Pack, answers: &[(&str, AnswerValue)]| {
        let answers = (1..).zip(answers);
        let answers = answers.map(|(n, (id, value))| Record::Answer(answer(n, id, Some(*value))));
        readiness(&project(answers.collect()), pack).score
    };
    for (value, wanted) in
        [(AnswerValue::Yes, 1.0), (AnswerValue::Partly, 0.5), (AnswerValue::No, 0.0)]
    {
        assert_eq!(score(&one, &[("t.a", value)]).value, Some(wanted));
    }
    let two =
        pack_of(vec![question("t.a", Proof::Evidence, 1.0), question("t.b", Proof::Evidence, 1.0)]);
    let skipped = score(&two, &[("t.a", AnswerValue::Yes)]);
    let nought = score(&two, &[("t.a", AnswerValue::Yes), ("t.b", AnswerValue::No)]);
    assert_eq!((skipped.value, nought.value), (Some(1.0), Some(0.5)));
    assert_eq!((skipped.worst, skipped.best), (Some(0.5), Some(1.0)));
    assert_eq!((skipped.coverage(), nought.coverage()), (Some(0.5), Some(1.0)));
}

#[test]
fn weights_one_and_three_on_nought_half_and_all_give_the_values_worked_out_by_hand() {
    use AnswerValue::{No, Partly, Yes};
    let pack =
        pack_of(vec![question("t.a", Proof::Evidence, 1.0), question("t.b", Proof::Evidence, 3.0)]);
    // (1 × a + 3 × b) ÷ 4
    let table = [
        (No, No, 0.0),
        (No, Partly, 0.375),
        (No, Yes, 0.75),
        (Partly, No, 0.125),
        (Partly, Partly, 0.5),
        (Partly, Yes, 0.875),
        (Yes, No, 0.25),
        (Yes, Partly, 0.625),
        (Yes, Yes, 1.0),
    ];
    for (a, b, wanted) in table {
        let answers = vec![
            Record::Answer(answer(1, "t.a", Some(a))),
            Record::Answer(answer(2, "t.b", Some(b))),
        ];
        let score = readiness(&project(answers), &pack).score;
        assert_eq!(score.value, Some(wanted), "{a:?} {b:?}");
    }
}

fn any_value() -> impl Strategy<Value = Option<AnswerValue>> {
    use AnswerValue::{No, NotApplicable, Partly, Yes};
    prop::sample::select(vec![None, Some(Yes), Some(Partly), Some(No), Some(NotApplicable)])
}

/// What a question comes to by the text of the rule.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Said {
    Open,
    Out,
    Worth(f64),
}

/// Yes 1, partly ½, no 0.
fn plainly(word: Option<&str>) -> Said {
    match word {
        None => Said::Open,
        Some("met") => Said::Worth(1.0),
        Some("partly") => Said::Worth(0.5),
        Some("not-met") => Said::Worth(0.0),
        Some("not-applicable") => Said::Out,
        Some(other) => panic!("{other}"),
    }
}

/// Open while a part is; all applicable parts yes → yes; none yes → no; else
/// partly.
fn joined(parts: &[Said]) -> Said {
    let yes = parts.iter().filter(|part| **part == Said::Worth(1.0)).count();
    let applicable = parts.iter().filter(|part| **part != Said::Out).count();
    match (parts.contains(&Said::Open), yes, applicable) {
        (true, _, _) => Said::Open,
        (_, _, 0) => Said::Out,
        (_, yes, all) if yes == all => Said::Worth(1.0),
        (_, 0, _) => Said::Worth(0.0),
        _ => Said::Worth(0.5),
    }
}

proptest! {
    #[test]
    fn the_summary_is_what_the_answers_of_the_exported_plan_come_to(
        values in prop::collection::vec(any_value(), 10),
    ) {
        let pack = pack::readiness().expect("the pack in the code is sound");
        let answers = (1..).zip(pack.answerable()).zip(&values);
        let answers = answers.map(|((n, question), value)| {
            let plain = answer(n, &question.id, *value);
            Record::Answer(Answer { reason: "because".to_owned(), ..plain })
        });
        let project = project(answers.collect());
        let summary = summary_of(&project, &[pack], day("2026-11-18"));
        let text = write_plan(&project, Some(summary));
        // From the text alone, line by line, with nothing of the product.
        let mut said: Vec<(String, Option<String>)> = Vec::new();
        let answers = text.split("\nsummary:").next().unwrap_or_default();
        for line in answers.lines().map(str::trim) {
            if let Some(question) = line.strip_prefix("question: ") {
                said.push((question.to_owned(), None));
            } else if let (Some(word), Some(last)) = (line.strip_prefix("answer: "), said.last_mut()) {
                last.1 = Some(word.to_owned());
            }
        }
        let of = |id: &str| {
            let found = said.iter().find(|(question, _)| question == id);
            plainly(found.and_then(|(_, word)| word.as_deref()))
        };
        let (mut sum, mut count, mut out, mut open) = (0.0, 0, 0, 0);
        for question in pack.questions() {
            let said = if question.checks.is_empty() {
                of(&question.id)
            } else {
                joined(&question.checks.iter().map(|check| of(&check.id)).collect::<Vec<_>>())
            };
            match said {
                Said::Open => open += 1,
                Said::Out => out += 1,
                Said::Worth(value) => {
                    sum += value;
                    count += 1;
                }
            }
        }
        let percent = (count > 0).then(|| (sum / f64::from(count) * 1000.0).round() / 10.0);
        let (back, stored) = read_plan(text.as_bytes()).expect("its own plan opens");
        let stored = stored.expect("it was written with its summary");
        let found = &stored.readiness[0];
        prop_assert_eq!(found.score, percent);
        prop_assert_eq!((found.answered, found.not_applicable, found.open), (count, out, open));
        prop_assert_eq!(summary_of(&back, &[pack], day("2026-11-18")), stored);
    }

    #[test]
    fn the_range_of_the_shipped_pack_holds_its_final_score_in_whatever_order_it_is_answered(
        values in prop::collection::vec(any_value(), 10),
        order in Just((0..10).collect::<Vec<usize>>()).prop_shuffle(),
    ) {
        let pack = pack::readiness().expect("the pack in the code is sound");
        let questions: Vec<&Question> = pack.answerable().collect();
        let answers: Vec<Record> = order
            .iter()
            .map(|place| {
                let given = values[*place].unwrap_or(AnswerValue::No);
                let n = u64::try_from(*place).expect("a small number") + 1;
                let plain = answer(n, &questions[*place].id, Some(given));
                Record::Answer(Answer { reason: "because".to_owned(), ..plain })
            })
            .collect();
        let last = readiness(&project(answers.clone()), pack).score.value;
        for count in 0..answers.len() {
            let score = readiness(&project(answers[..count].to_vec()), pack).score;
            if let (Some(last), Some(worst), Some(best)) = (last, score.worst, score.best) {
                prop_assert!(worst - 1e-12 <= last && last <= best + 1e-12);
            }
        }
    }
}

#[test]
fn the_needs_are_proven_only_with_a_leader_and_an_end_user_of_the_own_side() {
    let pack = pack::readiness().expect("the pack in the code is sound");
    let given = Answer {
        respondents: vec![id(IdKind::Person, PERSON)],
        ..shown(answer(1, "ready.needs", Some(AnswerValue::Yes)))
    };
    let found = readiness(&project(vec![Record::Answer(given)]), pack);
    let needs = find_judged(&found.judged, "ready.needs").expect("a question of the pack");
    assert_eq!(needs.standing, Standing::Unproven, "no end user took part");
}
