use super::*;
use crate::base::IdKind;
use chrono::NaiveDate;

fn stage(n: u64, needed: f64, secured: f64, earmarked: f64, released: bool) -> Stage {
    Stage {
        needed: Some(needed),
        secured: Some(secured),
        earmarked: Some(earmarked),
        release: released.then(NaiveDate::default),
        source: if released { "Sales budget".to_owned() } else { String::new() },
        ..Stage::new(Id::new(IdKind::Stage, n))
    }
}

#[track_caller]
fn expect_funding(stages: &[Stage], value: AnswerValue, missing: &[Missing]) {
    let found = funding_proof(stages);
    assert_eq!(found, RegisterProof::new(value, missing.to_vec()));
}

#[test]
fn funding_is_yes_only_when_every_stage_is_secured() {
    let id = |n| Id::new(IdKind::Stage, n);
    let secured = |n| stage(n, 100.0, 100.0, 0.0, false);
    expect_funding(&[secured(1), secured(2)], AnswerValue::Yes, &[]);
    // The next stage secured, the rest earmarked with date and source: partly.
    let earmarked = stage(2, 100.0, 40.0, 60.0, true);
    expect_funding(
        &[secured(1), earmarked.clone()],
        AnswerValue::Partly,
        &[Missing::StageSecured(id(2))],
    );
    // A promise without date or source does not carry the rest.
    let promised = stage(2, 100.0, 40.0, 60.0, false);
    expect_funding(&[secured(1), promised], AnswerValue::No, &[Missing::StageRelease(id(2))]);
    // Money is missing.
    let short = stage(2, 100.0, 40.0, 59.0, true);
    expect_funding(&[secured(1), short], AnswerValue::No, &[Missing::StageMoney(id(2))]);
    // The next stage is the first: earmarked is not enough for it.
    let first = Stage { id: id(1), ..earmarked };
    expect_funding(&[first, secured(2)], AnswerValue::No, &[Missing::StageSecured(id(1))]);
    // What is not stated cannot be funded.
    let blank = Stage::new(id(2));
    expect_funding(&[secured(1), blank], AnswerValue::No, &[Missing::StageNeed(id(2))]);
    let free = stage(2, 0.0, 0.0, 0.0, false);
    expect_funding(&[secured(1), free], AnswerValue::No, &[Missing::StageNeed(id(2))]);
    assert_eq!(funding_proof(&[]), RegisterProof::nothing(Missing::Stage));
}

#[test]
fn cents_that_do_not_add_up_exactly_still_fund_a_stage() {
    let thirds = stage(1, 0.3, 0.1 + 0.2, 0.0, false);
    assert_eq!(stage_funding(&thirds), StageFunding::Secured);
    let other_way = stage(1, 0.1 + 0.2, 0.3, 0.0, false);
    assert_eq!(stage_funding(&other_way), StageFunding::Secured);
}

fn board(wording: &str, cases: u32) -> Term {
    Term {
        customer: true,
        wording: wording.to_owned(),
        cases: (1..=cases)
            .map(|id| Case { id, text: format!("case {id}"), note: String::new() })
            .collect(),
        ..Term::new(Id::new(IdKind::Term, 1), "Customer")
    }
}

fn view(term: &Term, n: u64, decisions: &[bool], signs: Option<&str>) -> View {
    let decisions = (1..).zip(decisions).map(|(case, counts)| Decision {
        case,
        counts: *counts,
        comment: String::new(),
    });
    View {
        decisions: decisions.collect(),
        signed: signs.map(|wording| SignOff {
            date: NaiveDate::default(),
            person: None,
            wording: wording.to_owned(),
        }),
        ..View::new(Id::new(IdKind::View, n), term.id, &format!("Department {n}"))
    }
}

#[track_caller]
fn expect_definition(term: &Term, views: &[View], value: AnswerValue, missing: &[Missing]) {
    let found = definition_proof(Some(term), views);
    assert_eq!(found, RegisterProof::new(value, missing.to_vec()));
}

#[test]
fn a_definition_is_yes_only_when_worded_undisputed_and_signed_by_all() {
    let id = |n| Id::new(IdKind::View, n);
    let wording = "Whoever bought in the last 24 months";
    let term = board(wording, 1);
    let signed = Some(wording);
    let agreed = [view(&term, 1, &[true], signed), view(&term, 2, &[true], signed)];
    expect_definition(&term, &agreed, AnswerValue::Yes, &[]);
    // One department did not sign.
    let unsigned = [view(&term, 1, &[true], signed), view(&term, 2, &[true], None)];
    expect_definition(&term, &unsigned, AnswerValue::Partly, &[Missing::Unsigned(id(2))]);
    // One signed what has been reworded since.
    let old = [view(&term, 1, &[true], signed), view(&term, 2, &[true], Some("Whoever buys"))];
    expect_definition(&term, &old, AnswerValue::Partly, &[Missing::Unsigned(id(2))]);
    // The case is disputed, though both signed.
    let disputed = [view(&term, 1, &[true], signed), view(&term, 2, &[false], signed)];
    let dispute = Missing::Disputed { term: term.id, case: 1 };
    expect_definition(&term, &disputed, AnswerValue::Partly, &[dispute]);
    // A case nobody decided.
    let open = [view(&term, 1, &[true], signed), view(&term, 2, &[], signed)];
    expect_definition(&term, &open, AnswerValue::Partly, &[Missing::Undecided(id(2))]);
    // One department alone agrees with nobody.
    let alone = Missing::Departments(term.id);
    expect_definition(&term, &agreed[..1], AnswerValue::Partly, &[alone]);
    // Cases are agreed, the wording is not.
    let silent = board("", 1);
    let cases = [view(&silent, 1, &[true], None), view(&silent, 2, &[true], None)];
    let missing = [Missing::Wording(silent.id), Missing::Unsigned(id(1)), Missing::Unsigned(id(2))];
    expect_definition(&silent, &cases, AnswerValue::Partly, &missing);
    // Nothing is agreed.
    let apart = [view(&silent, 1, &[true], None), view(&silent, 2, &[false], None)];
    let missing: Vec<Missing> =
        [Missing::Disputed { term: silent.id, case: 1 }].into_iter().chain(missing).collect();
    expect_definition(&silent, &apart, AnswerValue::No, &missing);
}

#[test]
fn nothing_is_said_of_a_definition_nobody_worked_on() {
    assert_eq!(definition_proof(None, &[]), RegisterProof::nothing(Missing::Term));
    let term = board("", 12);
    let found = definition_proof(Some(&term), &[view(&term, 1, &[], None)]);
    assert_eq!(found.derived, Derived::Nothing);
    assert!(found.missing.contains(&Missing::Departments(term.id)));
}

#[test]
fn views_of_another_term_do_not_count() {
    let term = board("w", 1);
    let other = Term { id: Id::new(IdKind::Term, 2), ..board("w", 1) };
    let views = [view(&term, 1, &[true], Some("w")), view(&other, 2, &[false], Some("w"))];
    expect_definition(&term, &views, AnswerValue::Partly, &[Missing::Departments(term.id)]);
}

fn complete(n: u64) -> Integration {
    Integration {
        system: "Accounting".to_owned(),
        data: "Invoices".to_owned(),
        flow: Some(Flow::In),
        owner: Some(Id::new(IdKind::Person, 1)),
        feasibility: Feasibility::Confirmed,
        ..Integration::new(Id::new(IdKind::Integration, n))
    }
}

#[test]
fn integrations_are_yes_only_when_every_row_is_complete() {
    let id = Id::new(IdKind::Integration, 2);
    let partly = |row: Integration, fact: Missing| {
        let found = integrations_proof(&[complete(1), row], "");
        assert_eq!(found, RegisterProof::new(AnswerValue::Partly, vec![fact]));
    };
    let yes = RegisterProof::new(AnswerValue::Yes, Vec::new());
    assert_eq!(integrations_proof(&[complete(1), complete(2)], ""), yes);
    partly(Integration { system: " ".to_owned(), ..complete(2) }, Missing::SystemName(id));
    partly(Integration { data: String::new(), ..complete(2) }, Missing::Data(id));
    partly(Integration { flow: None, ..complete(2) }, Missing::Direction(id));
    partly(Integration { owner: None, ..complete(2) }, Missing::Owner(id));
    for feasibility in [Feasibility::Unknown, Feasibility::NotFeasible] {
        partly(Integration { feasibility, ..complete(2) }, Missing::Feasibility(id));
    }
    let dropped = Integration { state: IntegrationState::Dropped, ..Integration::new(id) };
    assert_eq!(integrations_proof(&[complete(1), dropped.clone()], ""), yes);
    assert_eq!(integrations_proof(&[], "Orders come by paper only"), yes);
    assert_eq!(integrations_proof(&[], " "), RegisterProof::nothing(Missing::System));
    assert_eq!(integrations_proof(&[dropped], ""), RegisterProof::nothing(Missing::System));
}

#[test]
fn exposure_needs_both_ratings() {
    let risk = Risk { likelihood: Some(4), ..Risk::new(Id::new(IdKind::Risk, 1), "r") };
    assert_eq!(risk.exposure(), None);
    assert_eq!(Risk { impact: Some(5), ..risk }.exposure(), Some(20));
}

fn action(state: ActionState, done: Option<&str>) -> Action {
    let done = done.map(|day| day.parse().expect("a date"));
    Action { state, done, ..Action::new(Id::new(IdKind::Action, 1), "a") }
}

#[test]
fn an_action_keeps_the_day_it_was_done_until_it_is_taken_up_again() {
    use ActionState::{Doing, Done, Dropped, Open};
    let today: NaiveDate = "2026-11-18".parse().expect("a date");
    let (open, earlier) = (action(Open, None), Some("2026-11-02"));
    // Before, after what was written, after what follows.
    let table = [
        (open.clone(), action(Done, None), action(Done, Some("2026-11-18"))),
        (open.clone(), action(Done, earlier), action(Done, earlier)),
        (open.clone(), action(Open, earlier), action(Done, earlier)),
        (open.clone(), action(Doing, None), action(Doing, None)),
        (action(Done, earlier), action(Open, earlier), action(Open, None)),
        (action(Done, earlier), action(Dropped, earlier), action(Dropped, None)),
        (action(Done, earlier), action(Done, None), action(Done, None)),
    ];
    for (before, written, wanted) in table {
        let mut after = written.clone();
        after.settle(&before, today);
        assert_eq!(after, wanted, "{before:?} {written:?}");
    }
}

#[test]
fn an_action_is_overdue_from_the_day_after_until_it_is_done_or_dropped() {
    let today: NaiveDate = "2026-11-18".parse().expect("a date");
    let due = |state, due: &str| Action { due: due.parse().ok(), ..action(state, None) };
    assert!(due(ActionState::Doing, "2026-11-17").is_overdue(today));
    assert!(!due(ActionState::Open, "2026-11-18").is_overdue(today));
    assert!(!due(ActionState::Done, "2026-11-01").is_overdue(today));
    assert!(!due(ActionState::Dropped, "2026-11-01").is_overdue(today));
    assert!(!action(ActionState::Open, None).is_overdue(today));
    let risk = Risk { due: "2026-11-17".parse().ok(), ..Risk::new(Id::new(IdKind::Risk, 1), "r") };
    assert!(risk.is_overdue(today));
    assert!(!Risk { state: RiskState::Closed, ..risk }.is_overdue(today));
}

#[test]
fn a_risk_weighs_as_its_cell_of_the_matrix() {
    // Likelihood down from 1 to 5, impact across: l low, m middle, h high.
    let matrix = ["lllll", "lllmm", "llmmh", "lmmhh", "lmhhh"];
    for (likelihood, row) in (1u8..).zip(matrix) {
        for (impact, wanted) in (1u8..).zip(row.chars()) {
            let risk = Risk {
                likelihood: Some(likelihood),
                impact: Some(impact),
                ..Risk::new(Id::new(IdKind::Risk, 1), "r")
            };
            let weight = match risk.weight().expect("rated") {
                RiskWeight::Low => 'l',
                RiskWeight::Middle => 'm',
                RiskWeight::High => 'h',
            };
            assert_eq!(weight, wanted, "{likelihood} × {impact}");
        }
    }
}
