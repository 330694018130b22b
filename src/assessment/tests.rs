use super::*;
use crate::base::{Id, IdKind};
use crate::pack::{GateCondition, Outcome, Pack, Proof, Question, Scale, Section, VerdictRule};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn question(id: &str, weight: f64) -> Question {
    Question {
        id: id.to_owned(),
        scale: Scale::YesPartlyNo,
        gate: true,
        weight,
        proof: Proof::Evidence,
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

fn person() -> Id {
    Id::new(IdKind::Person, 1)
}

/// An answer with everything a careful person would add.
fn full(question: &str, value: AnswerValue) -> Answer {
    let evidence = Evidence { text: "minutes of 3 June".to_owned(), date: None, person: None };
    Answer {
        value: Some(value),
        reason: "because".to_owned(),
        evidence: vec![evidence],
        owner: Some(person()),
        due: "2027-01-31".parse().ok(),
        ..Answer::open(Id::new(IdKind::Answer, 1), question)
    }
}

fn judge_all(pack: &Pack, answers: &[Answer], facts: &Facts) -> Vec<Judged> {
    let by_question: BTreeMap<&str, &Answer> =
        answers.iter().map(|answer| (answer.question.as_str(), answer)).collect();
    judge_pack(pack, &by_question, facts)
}

fn outcome(pack: &Pack, answers: &[Answer]) -> Option<Outcome> {
    verdict(pack, &judge_all(pack, answers, &Facts::default())).outcome
}

#[test]
fn the_verdict_takes_the_first_rule_that_holds() {
    use AnswerValue::{No, NotApplicable, Partly, Yes};
    let pack = pack(vec![question("t.a", 1.0), question("t.b", 1.0)]);
    let table = [
        (Some(No), None, Outcome::NotReady),
        (Some(No), Some(Yes), Outcome::NotReady),
        (Some(Yes), None, Outcome::NotAssessed),
        (None, None, Outcome::NotAssessed),
        (Some(Partly), None, Outcome::NotAssessed),
        (Some(Partly), Some(Yes), Outcome::ReadyWithRisks),
        (Some(NotApplicable), Some(Yes), Outcome::Ready),
        (Some(NotApplicable), Some(NotApplicable), Outcome::Ready),
        (Some(Yes), Some(Yes), Outcome::Ready),
    ];
    for (a, b, expected) in table {
        let answers: Vec<Answer> = [("t.a", a), ("t.b", b)]
            .into_iter()
            .filter_map(|(id, value)| value.map(|value| full(id, value)))
            .collect();
        assert_eq!(outcome(&pack, &answers), Some(expected), "{a:?} {b:?}");
    }
}

#[test]
fn a_risk_without_owner_or_date_counts_as_no() {
    let pack = pack(vec![question("t.a", 1.0)]);
    let named = full("t.a", AnswerValue::Partly);
    assert_eq!(outcome(&pack, std::slice::from_ref(&named)), Some(Outcome::ReadyWithRisks));
    let no_owner = Answer { owner: None, ..named.clone() };
    assert_eq!(outcome(&pack, &[no_owner]), Some(Outcome::NotReady));
    let no_date = Answer { due: None, ..named };
    assert_eq!(outcome(&pack, &[no_date]), Some(Outcome::NotReady));
}

#[test]
fn yes_without_evidence_is_a_risk_and_never_green() {
    let pack = pack(vec![question("t.a", 1.0)]);
    let bare = Answer { evidence: Vec::new(), ..full("t.a", AnswerValue::Yes) };
    let judged = judge_all(&pack, std::slice::from_ref(&bare), &Facts::default());
    assert_eq!(judged[0].standing, Standing::Unproven);
    assert_eq!(judged[0].shortfalls, [Shortfall::Evidence]);
    assert_eq!(outcome(&pack, std::slice::from_ref(&bare)), Some(Outcome::ReadyWithRisks));
    let blank = Answer { evidence: vec![Evidence::default()], ..bare };
    assert_eq!(judge_all(&pack, &[blank], &Facts::default())[0].standing, Standing::Unproven);
}

#[test]
fn not_applicable_needs_a_reason() {
    let pack = pack(vec![question("t.a", 1.0)]);
    let silent = Answer { reason: "  ".to_owned(), ..full("t.a", AnswerValue::NotApplicable) };
    let judged = judge_all(&pack, &[silent], &Facts::default());
    assert_eq!(judged[0].standing, Standing::Open);
    assert_eq!(judged[0].shortfalls, [Shortfall::Reason]);
}

#[test]
fn an_answer_that_differs_from_the_derived_one_is_an_override() {
    use AnswerValue::{No, Partly, Yes};
    let mut criteria = question("t.a", 1.0);
    criteria.proof = Proof::SuccessCriteria;
    let pack = pack(vec![criteria]);
    let table = [
        // derived, given, standing, verdict
        (Derived::Value(Yes), None, Standing::Proven, Outcome::Ready),
        (Derived::Value(Yes), Some(Yes), Standing::Proven, Outcome::Ready),
        (Derived::Value(Yes), Some(Partly), Standing::Overridden, Outcome::ReadyWithRisks),
        (Derived::Value(Yes), Some(No), Standing::Overridden, Outcome::NotReady),
        (Derived::Value(Partly), Some(Yes), Standing::Overridden, Outcome::ReadyWithRisks),
        (Derived::Value(No), Some(Yes), Standing::Overridden, Outcome::ReadyWithRisks),
        (Derived::Value(No), None, Standing::No, Outcome::NotReady),
        (Derived::Nothing, None, Standing::Open, Outcome::NotAssessed),
        (Derived::Nothing, Some(Yes), Standing::Unproven, Outcome::ReadyWithRisks),
        (Derived::Nothing, Some(No), Standing::No, Outcome::NotReady),
    ];
    for (derived, given, standing, outcome) in table {
        let mut facts = Facts::default();
        facts.derived.insert("t.a".to_owned(), derived);
        let answers: Vec<Answer> = given.map(|value| full("t.a", value)).into_iter().collect();
        let judged = judge_all(&pack, &answers, &facts);
        assert_eq!(judged[0].standing, standing, "{derived:?} {given:?}");
        assert_eq!(verdict(&pack, &judged).outcome, Some(outcome), "{derived:?} {given:?}");
    }
}

#[test]
fn needs_are_proven_by_a_leader_and_an_end_user_and_not_by_the_vendor() {
    let mut needs = question("t.a", 1.0);
    needs.proof = Proof::Participants;
    let pack = pack(vec![needs]);
    let (leader, user, vendor) =
        (Id::new(IdKind::Person, 1), Id::new(IdKind::Person, 2), Id::new(IdKind::Person, 3));
    let mut facts = Facts::default();
    facts.people.insert(leader, PersonFacts { own_leader: true, ..PersonFacts::default() });
    facts.people.insert(user, PersonFacts { own_end_user: true, ..PersonFacts::default() });
    facts.people.insert(vendor, PersonFacts { vendor: true, ..PersonFacts::default() });
    let shortfalls = |respondents: Vec<Id>, owner: Id| {
        let answer = Answer { respondents, owner: Some(owner), ..full("t.a", AnswerValue::Yes) };
        judge_all(&pack, &[answer], &facts)[0].shortfalls.clone()
    };
    assert_eq!(shortfalls(vec![leader, user], leader), []);
    assert_eq!(shortfalls(vec![leader], leader), [Shortfall::EndUser]);
    assert_eq!(
        shortfalls(vec![vendor], vendor),
        [Shortfall::Leader, Shortfall::EndUser, Shortfall::VendorAlone]
    );
}

#[test]
fn a_parent_follows_its_sub_checks() {
    use AnswerValue::{No, NotApplicable, Partly, Yes};
    let mut parent = question("t.p", 1.0);
    parent.checks = vec![question("t.p.a", 1.0), question("t.p.b", 1.0)];
    let pack = pack(vec![parent]);
    let table = [
        (Some(Yes), Some(Yes), Some(Yes)),
        (Some(Yes), Some(NotApplicable), Some(Yes)),
        (Some(NotApplicable), Some(NotApplicable), Some(NotApplicable)),
        (Some(No), Some(Partly), Some(No)),
        (Some(Partly), Some(Partly), Some(No)),
        (Some(Yes), Some(No), Some(Partly)),
        (Some(Yes), Some(Partly), Some(Partly)),
        (Some(Yes), None, None),
        (None, None, None),
    ];
    for (a, b, expected) in table {
        let answers: Vec<Answer> = [("t.p.a", a), ("t.p.b", b)]
            .into_iter()
            .filter_map(|(id, value)| value.map(|value| full(id, value)))
            .collect();
        let judged = judge_all(&pack, &answers, &Facts::default());
        assert_eq!(judged[0].value, expected, "{a:?} {b:?}");
    }
}

fn score_of(pack: &Pack, answers: &[Answer]) -> Score {
    let judged = judge_all(pack, answers, &Facts::default());
    score(pack.questions().zip(&judged))
}

#[test]
fn weights_one_and_three_give_the_values_worked_out_by_hand() {
    use AnswerValue::{No, Partly, Yes};
    // (1·0 + 3·1 + 1·½) ÷ (1 + 3 + 1) = 0.7
    let pack = pack(vec![question("t.a", 1.0), question("t.b", 3.0), question("t.c", 1.0)]);
    let answers = [full("t.a", No), full("t.b", Yes), full("t.c", Partly)];
    assert_eq!(score_of(&pack, &answers).value, Some(0.7));
    // Open is not zero: without t.a it is (3 + ½) ÷ 4, between 3.5 ÷ 5 and 4.5 ÷ 5.
    let partial = score_of(&pack, &answers[1..]);
    assert_eq!((partial.value, partial.worst, partial.best), (Some(0.875), Some(0.7), Some(0.9)));
    assert_eq!((partial.answered, partial.open), (2, 1));
}

#[test]
fn nothing_answered_or_nothing_applicable_has_no_score() {
    let pack = pack(vec![question("t.a", 1.0)]);
    let open = score_of(&pack, &[]);
    assert_eq!((open.value, open.worst, open.best), (None, Some(0.0), Some(1.0)));
    assert_eq!(open.coverage(), Some(0.0));
    let out = score_of(&pack, &[full("t.a", AnswerValue::NotApplicable)]);
    assert_eq!((out.value, out.worst, out.best), (None, None, None));
    assert_eq!(out.coverage(), Some(1.0));
    let one = score_of(&pack, &[full("t.a", AnswerValue::Yes)]);
    assert_eq!(one.value, Some(1.0));
    assert_eq!(score_of(&pack, &[full("t.a", AnswerValue::No)]).value, Some(0.0));
    assert_eq!(score(std::iter::empty()).coverage(), None);
}

fn any_value() -> impl Strategy<Value = AnswerValue> {
    prop_oneof![
        Just(AnswerValue::Yes),
        Just(AnswerValue::Partly),
        Just(AnswerValue::No),
        Just(AnswerValue::NotApplicable),
    ]
}

proptest! {
    #[test]
    fn the_range_holds_the_final_score_in_whatever_order_questions_are_answered(
        values in proptest::collection::vec(any_value(), 6),
        order in Just((0..6).collect::<Vec<usize>>()).prop_shuffle(),
    ) {
        let mut parent = question("t.p", 2.0);
        parent.checks = vec![question("t.p.0", 1.0), question("t.p.1", 1.0)];
        let mut questions: Vec<Question> =
            (0..4).map(|n| question(&format!("t.{n}"), f64::from(n) + 1.0)).collect();
        questions.push(parent);
        let pack = pack(questions);
        let ids: Vec<String> = pack.answerable().map(|question| question.id.clone()).collect();
        let all: Vec<Answer> = order.iter().map(|&n| full(&ids[n], values[n])).collect();
        let last = score_of(&pack, &all).value;
        for count in 0..all.len() {
            let range = score_of(&pack, &all[..count]);
            if let (Some(last), Some(worst), Some(best)) = (last, range.worst, range.best) {
                prop_assert!(worst - 1e-12 <= last && last <= best + 1e-12);
            }
        }
    }
}
