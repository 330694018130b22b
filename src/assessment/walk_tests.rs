use super::*;
use crate::base::{Id, IdKind};
use crate::pack;
use std::collections::BTreeMap;

fn ids(pack: &pack::Pack) -> Vec<&str> {
    stops(pack).iter().map(|stop| stop.question.id.as_str()).collect()
}

fn judged(pack: &pack::Pack, answers: &[(&str, AnswerValue)]) -> Vec<Judged> {
    let answers: Vec<Answer> = answers
        .iter()
        .map(|(question, value)| Answer {
            value: Some(*value),
            ..Answer::open(Id::new(IdKind::Answer, 1), question)
        })
        .collect();
    let by_question: BTreeMap<&str, &Answer> =
        answers.iter().map(|answer| (answer.question.as_str(), answer)).collect();
    judge_pack(pack, &by_question, &Facts::default())
}

#[test]
fn the_walk_stops_at_sub_checks_instead_of_their_question() {
    let pack = pack::readiness().expect("a sound pack");
    let stops = ids(pack);
    assert_eq!(stops.len(), 10);
    assert!(stops.contains(&"ready.steps.needs"));
    assert!(!stops.contains(&"ready.steps"));
    let check = whereabouts(pack, "ready.steps.execution").expect("on the way");
    assert_eq!(check.stop.parent.map(|parent| parent.id.as_str()), Some("ready.steps"));
    assert_eq!((check.number, check.count), (4, 10));
    assert_eq!(whereabouts(pack, "ready.steps"), None);
    assert_eq!(whereabouts(pack, "ready.nothing"), None);
}

#[test]
fn going_on_from_the_first_visits_every_stop_once_and_back_again() {
    let pack = pack::readiness().expect("a sound pack");
    let stops = ids(pack);
    let mut way = vec!["ready.funding"];
    while let Some(next) = whereabouts(pack, way[way.len() - 1]).and_then(|at| at.next) {
        way.push(&next.id);
    }
    assert_eq!(way, stops);
    let mut back = vec![way[way.len() - 1]];
    while let Some(previous) = whereabouts(pack, back[back.len() - 1]).and_then(|at| at.previous) {
        back.push(&previous.id);
    }
    back.reverse();
    assert_eq!(back, stops);
}

#[test]
fn not_applicable_without_a_reason_is_not_settled() {
    let pack = pack::readiness().expect("a sound pack");
    let judged = judged(
        pack,
        &[("ready.funding", AnswerValue::NotApplicable), ("ready.strategy", AnswerValue::No)],
    );
    assert_eq!(progress(&judged), Progress { settled: 1, all: 10 });
    assert_eq!(first_open(&judged), Some("ready.funding"));
}

#[test]
fn the_walk_resumes_at_an_open_sub_check() {
    let pack = pack::readiness().expect("a sound pack");
    let answers = [
        ("ready.funding", AnswerValue::Yes),
        ("ready.strategy", AnswerValue::Yes),
        ("ready.steps.needs", AnswerValue::Partly),
    ];
    let judged = judged(pack, &answers);
    assert_eq!(first_open(&judged), Some("ready.steps.execution"));
    let needs = find_judged(&judged, "ready.steps.needs").expect("judged");
    assert_eq!(needs.standing, Standing::Partly);
}

#[test]
fn every_question_is_open_a_gap_not_applicable_or_proven() {
    let pack = pack::readiness().expect("a sound pack");
    let judged =
        judged(pack, &[("ready.funding", AnswerValue::Yes), ("ready.strategy", AnswerValue::No)]);
    let counts = Filter::ALL.map(|filter| filter.count(&judged));
    assert_eq!(counts, [10, 8, 2, 0]);
    for filter in [Filter::Open, Filter::Gaps, Filter::NotApplicable] {
        assert!(!filter.keeps(Standing::Proven), "{filter:?}");
    }
}

#[test]
fn keys_belong_to_a_text_field_while_it_has_the_focus() {
    for key in ["1", "n", "Enter", "т"] {
        assert_eq!(ask(key, false, Focus::Writing, 4), None, "{key}");
    }
}

#[test]
fn enter_presses_a_button_and_goes_on_elsewhere() {
    assert_eq!(ask("Enter", false, Focus::Operating, 4), None);
    assert_eq!(ask("Enter", false, Focus::Resting, 4), Some(Ask::Next));
    assert_eq!(ask("Enter", true, Focus::Resting, 4), Some(Ask::Previous));
}

#[test]
fn digits_choose_only_answers_that_exist() {
    assert_eq!(ask("1", false, Focus::Resting, 4), Some(Ask::Answer(0)));
    assert_eq!(ask("4", false, Focus::Operating, 4), Some(Ask::Answer(3)));
    for key in ["0", "5", "+1", "١", "10", "", "F1", "ArrowDown"] {
        assert_eq!(ask(key, false, Focus::Resting, 4), None, "{key}");
    }
}

#[test]
fn the_receipt_adds_up_to_the_score_and_leaves_out_what_is_open() {
    use AnswerValue::{No, NotApplicable, Partly, Yes};
    let pack = pack::readiness().expect("a sound pack");
    let answers = [
        ("ready.funding", Yes),
        ("ready.strategy", Partly),
        ("ready.steps.needs", Yes),
        ("ready.customer", No),
        // Without a reason it is still open.
        ("ready.environment", NotApplicable),
    ];
    let judged = judged(pack, &answers);
    let inputs = score_inputs(pack.questions().zip(&judged));
    assert_eq!(inputs.len(), 8);
    assert_eq!(inputs.iter().filter(|input| input.value.is_some()).count(), 3);
    let (weighted, weight) = score_sums(&inputs);
    assert_eq!((weighted, weight), (1.5, 3.0));
    assert_eq!(score(pack.questions().zip(&judged)).value, Some(weighted / weight));
}

#[test]
fn the_verdict_names_the_rule_that_held() {
    let pack = pack::readiness().expect("a sound pack");
    let rule = |answers: &[(&str, AnswerValue)]| verdict(pack, &judged(pack, answers)).rule;
    assert_eq!(rule(&[("ready.funding", AnswerValue::No)]), Some(0));
    assert_eq!(rule(&[]), Some(1));
}
