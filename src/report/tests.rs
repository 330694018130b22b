use super::*;
use crate::assessment::{Answer, AnswerValue, Standing};
use crate::base::{Id, IdKind, Period};
use crate::i18n::testing::in_all;
use crate::kpi::Status;
use crate::pack::{Pack, read_texts};
use crate::registers::{SignOff, Stage, Term, View};
use crate::workspace::{Project, ProjectHead, Readiness, readiness};
use chrono::NaiveDate;

fn pack() -> &'static Pack {
    crate::pack::readiness().expect("the pack in the code is sound")
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("test dates are dates")
}

/// The sample as of 2026-11-22.
fn told() -> Project {
    let texts = include_str!("../../assessments/sample/text.en.yaml");
    let texts = read_texts("text.en.yaml", texts).expect("the texts are sound");
    let plan = include_str!("../../assessments/sample/plan.yaml");
    crate::sample::sample(plan, &texts, date("2026-11-22")).expect("the sample is sound")
}

fn ready(project: &Project) -> Readiness {
    readiness(project, pack())
}

fn empty() -> Project {
    Project::new(ProjectHead::new(Id::new(IdKind::Project, 1), "New"))
}

fn answered(project: &mut Project, question: &str, value: AnswerValue) {
    let position = project.answers.next_position();
    let id = Id::new(IdKind::Answer, u64::from(position));
    let answer = Answer { value: Some(value), ..Answer::open(id, question) };
    project.answers.put(position, answer);
}

#[test]
fn blockers_stand_with_the_heaviest_first_and_name_their_gaps() {
    let mut project = told();
    let found = blockers(&project, pack(), &ready(&project));
    let names: Vec<_> =
        found.iter().map(|one| (one.question.as_str(), one.weight, one.gaps.len())).collect();
    assert_eq!(
        names,
        [
            ("ready.funding", Weight::No, 1),
            ("ready.environment", Weight::Open, 1),
            ("ready.steps", Weight::NamedRisk, 1),
            ("ready.customer", Weight::NamedRisk, 1),
            ("ready.integrations", Weight::NamedRisk, 1),
        ]
    );
    let steps = &found[2].gaps[0];
    assert_eq!(steps.question, "ready.steps.success");
    assert_eq!((steps.standing, steps.due), (Standing::Partly, Some(date("2026-11-30"))));
    assert!(steps.owner.is_some());

    // Without its owner a risk counts as no, and comes before open questions.
    let customer = project.answer("ready.customer").expect("answered").id;
    project.answers.get_mut(customer).expect("answered").owner = None;
    let found = blockers(&project, pack(), &ready(&project));
    assert_eq!((found[1].question.as_str(), found[1].weight), ("ready.customer", Weight::No));
}

#[test]
fn proven_gates_and_gates_that_do_not_apply_stand_in_nobodys_way() {
    let mut project = empty();
    assert_eq!(blockers(&project, pack(), &ready(&project)).len(), 8);
    answered(&mut project, "ready.integrations", AnswerValue::NotApplicable);
    let id = project.answer("ready.integrations").expect("answered").id;
    project.answers.get_mut(id).expect("answered").reason = "Nothing to connect".to_owned();
    assert_eq!(blockers(&project, pack(), &ready(&project)).len(), 7);
}

#[test]
fn indicators_off_target_stand_with_the_worst_first() {
    let project = told();
    let found = off_target(&project, date("2026-11-22"));
    let names: Vec<_> = found
        .iter()
        .map(|off| (off.indicator.to_string(), off.judgement.status, off.judgement.stale))
        .collect();
    assert_eq!(
        names,
        [
            ("i5amp0004".to_owned(), Status::Missed, false),
            ("i5amp0006".to_owned(), Status::OffCourse, true),
            ("i5amp0003".to_owned(), Status::Accepted, false),
        ]
    );
}

#[test]
fn an_indicator_that_is_only_late_is_off_target_too() {
    let mut project = told();
    let first = Id::parse(IdKind::Indicator, "i5amp0001").expect("an id");
    let series = project.measurements.get_mut(&first).expect("measured");
    series.remove(&Period::parse("2026-10").expect("a month"));
    let found = off_target(&project, date("2026-11-22"));
    let last = found.last().expect("there are some");
    assert_eq!((last.indicator, last.judgement.status), (first, Status::Met));
}

#[test]
fn the_agenda_goes_by_date_with_what_is_overdue_first_and_open_questions_last() {
    let project = told();
    let about = |today: &str| {
        let tasks = agenda(&project, &ready(&project), date(today));
        let row = |task: &Task| {
            let subject = match &task.subject {
                Subject::Question { question, .. } => question.clone(),
                Subject::Action { action } => action.to_string(),
                Subject::Risk { risk } => risk.to_string(),
                Subject::Measurement { indicator, period } => format!("{indicator} {period}"),
            };
            (subject, task.due.map(|due| due.to_string()), task.overdue)
        };
        tasks.iter().map(row).collect::<Vec<_>>()
    };
    let row = |subject: &str, due: Option<&str>, overdue| {
        (subject.to_owned(), due.map(str::to_owned), overdue)
    };
    assert_eq!(
        about("2026-11-22"),
        [
            row("i5amp0006 2026-07", Some("2026-08-10"), true),
            row("t5amp0002", Some("2026-10-23"), true),
            row("t5amp0005", Some("2026-11-27"), false),
            row("ready.steps.success", Some("2026-11-30"), false),
            row("ready.customer", Some("2026-11-30"), false),
            row("ready.integrations", Some("2026-11-30"), false),
            row("t5amp0001", Some("2026-12-04"), false),
            row("t5amp0004", Some("2026-12-11"), false),
            row("ready.funding", Some("2026-12-31"), false),
            row("ready.environment", None, false),
        ]
    );
    let is_overdue = |today: &str| {
        let found = about(today).into_iter().find(|row| row.0 == "ready.customer");
        found.expect("the gap is there").2
    };
    assert!(!is_overdue("2026-11-30") && is_overdue("2026-12-01"));
    // A risk is a task from the day it is to be looked at again.
    let is_risk = |today: &str| about(today).iter().any(|row| row.0 == "k5amp0001");
    assert!(!is_risk("2026-12-14") && is_risk("2026-12-15"));
}

#[test]
fn an_empty_project_has_only_open_questions_ahead() {
    let project = empty();
    let tasks = agenda(&project, &ready(&project), date("2026-11-22"));
    assert_eq!(tasks.len(), 10);
    assert!(tasks.iter().all(|task| task.due.is_none() && task.owner.is_none()));
}

pub(super) mod words {
    use super::*;
    use crate::i18n::{Catalogue, Language, source};
    use std::path::Path;

    pub(in crate::report) fn catalogue(language: Language) -> Catalogue {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/i18n/messages");
        let messages = source::load(&folder).expect("the messages are sound");
        let own = messages.get(&language).cloned().expect("a language");
        Catalogue::from_map(language, own)
    }

    #[test]
    fn the_verdict_says_how_many_gates_make_it() {
        let english = catalogue(Language::English);
        assert_eq!(verdict(&english, &ready(&told())), "Not ready: 1 of 8 gates counts as no");
        let mut project = empty();
        let say = |project: &Project| verdict(&english, &ready(project));
        assert_eq!(say(&project), "Not assessed yet: 8 of 8 gates are open");
        answered(&mut project, "ready.funding", AnswerValue::No);
        answered(&mut project, "ready.strategy", AnswerValue::Partly);
        assert_eq!(say(&project), "Not ready: 2 of 8 gates count as no");
    }

    #[test]
    fn the_verdict_has_its_plural_in_every_language() {
        let sample = told();
        let found = Language::ALL.map(|language| verdict(&catalogue(language), &ready(&sample)));
        assert_eq!(
            found,
            [
                "Not ready: 1 of 8 gates counts as no",
                "未就绪：8 个必过问题中有 1 个按“否”计",
                "Не готовы: как «нет» засчитан 1 из 8 обязательных вопросов",
            ]
        );
    }

    #[test]
    fn amounts_carry_their_unit_and_no_false_precision() {
        let english = catalogue(Language::English);
        let project = told();
        let of = |id: &str| {
            let id = Id::parse(IdKind::Indicator, id).expect("an id");
            project.indicators.get(id).expect("it is there").clone()
        };
        assert_eq!(amount(&english, &of("i5amp0001"), 81.417_721), "81.4%");
        assert_eq!(amount(&english, &of("i5amp0008"), 478.0), "478 thousand euros");
        assert_eq!(expected_amount(&english, &of("i5amp0008"), 464.698), "465 thousand euros");
        assert_eq!(expected_amount(&english, &of("i5amp0007"), 34.5198), "34.5 complaints");
    }
}

/// A project whose term has these departments: what each decides, one letter a
/// case, and the wording it signed.
fn board_of(wording: &str, cases: &[&str], rows: &[(&str, &str, Option<&str>)]) -> Project {
    let mut project = empty();
    let mut term = Term::new(Id::new(IdKind::Term, 1), "Customer");
    term.wording = wording.to_owned();
    term.add_cases(cases.iter().copied());
    for (n, (department, decisions, signed)) in (1..).zip(rows) {
        let mut view = View::new(Id::new(IdKind::View, n), term.id, department);
        for (case, letter) in (1..).zip(decisions.chars()).filter(|(_, letter)| *letter != '-') {
            view.decide(case, Some(letter == 'y'));
        }
        view.signed = signed.map(|wording| SignOff {
            date: date("2026-11-01"),
            person: None,
            wording: wording.to_owned(),
        });
        project.views.put(u32::try_from(n).expect("few"), view);
    }
    project.terms.put(0, term);
    project
}

fn said(project: &Project) -> [String; 3] {
    let term = project.terms.iter().next().expect("a term");
    in_all(|catalogue| board_sentences(catalogue, project, term).join("|"))
}

#[test]
fn a_board_says_what_is_disputed_between_whom_and_who_has_not_signed() {
    let wording = "Whoever bought within two years";
    let project = board_of(
        wording,
        &["A dealer", "A subsidiary", "A lapsed buyer", "A web form"],
        &[
            ("Sales", "yyyy", Some(wording)),
            ("Service", "nyyn", Some("Whoever buys")),
            ("Finance", "yyy-", None),
        ],
    );
    let [english, chinese, russian] = said(&project);
    assert_eq!(
        english,
        "2 of 4 cases are disputed.|Sales and Finance disagree with Service on “A dealer”.|\
         Sales and Service disagree on “A web form”.|Finance has not signed the wording.|\
         Service signed an earlier wording."
    );
    assert_eq!(
        chinese,
        "4 个情形中有 2 个存在争议。|Sales和Finance与Service意见不一：“A dealer”。|\
         Sales与Service意见不一：“A web form”。|Finance尚未签署。|Service签署的是旧的定义。"
    );
    assert_eq!(
        russian,
        "Спорных случаев: 2 из 4.|Мнения разошлись (Sales и Finance — с одной стороны, \
         Service — с другой): «A dealer».|Мнения разошлись (Sales и Service): «A web form».|\
         Не подписано: Finance.|Подписана прежняя формулировка: Service."
    );
}

#[test]
fn a_board_without_dispute_says_what_is_left() {
    let english = |project: &Project| said(project)[0].clone();
    assert_eq!(
        english(&board_of("", &[], &[])),
        "There are no boundary cases yet.|No department is on the board yet.|\
         No wording is agreed yet."
    );
    assert_eq!(
        english(&board_of("w", &["A dealer", "b"], &[("Sales", "y-", None)])),
        "No case is disputed, but 1 of 2 is not decided by everybody yet.|So far only Sales is \
         on the board; one definition takes at least two departments.|Sales has not signed the \
         wording."
    );
    let both = [("Sales", "y", Some("w")), ("Service", "y", Some("w"))];
    assert_eq!(
        english(&board_of("w", &["A dealer"], &both)),
        "The only case is agreed.|Every department has signed the wording."
    );
    let names = ["a", "b", "c", "d", "e"].map(|name| (name, "", None));
    let long = english(&board_of("w", &["A dealer"], &names));
    assert!(long.ends_with("a, b, c and 2 more have not signed the wording."), "{long}");
}

#[test]
fn every_fact_a_board_lacks_leads_to_the_field_that_mends_it() {
    use crate::registers::definition_proof;
    use crate::route::{BoardSpot, Place};
    let mut project = board_of("", &[], &[("Sales", "", None)]);
    let places = |project: &Project| {
        let term = project.terms.iter().next();
        let proof = definition_proof(term, project.views.iter());
        let place = |fact: &_| missing_place(project, *fact).expect("every fact has a place");
        proof.missing.iter().map(place).collect::<Vec<_>>()
    };
    let (term, view) = (Id::new(IdKind::Term, 1), Id::new(IdKind::View, 1));
    let at = |spot| Place::Term(term, Some(spot));
    assert_eq!(
        places(&project),
        [
            at(BoardSpot::NewDepartment),
            at(BoardSpot::NewCase),
            at(BoardSpot::Wording),
            at(BoardSpot::Signature(view)),
        ]
    );
    project = board_of("w", &["a", "b"], &[("Sales", "y-", Some("w")), ("IT", "ny", Some("w"))]);
    let found = project.terms.get_mut(term).expect("there");
    found.customer = true;
    assert_eq!(
        places(&project),
        [Place::Customer(Some(BoardSpot::Case(1))), Place::Customer(Some(BoardSpot::Open(view)))]
    );
    assert_eq!(places(&empty()), [Place::Customer(None)]);
}

#[test]
fn the_report_says_what_every_register_shows() {
    let said = |project: &Project| {
        in_all(|catalogue| {
            let found = register_words(catalogue, project);
            let lines = found.iter().map(|(name, said)| format!("{name}: {}", said.join("|")));
            lines.collect::<Vec<_>>().join("\n")
        })
    };
    let said = |project: &Project| said(project).map(|text| text.replace('\u{a0}', " "));
    let [english, chinese, russian] = said(&told());
    let first = "Funding: Still to find for all stages: 95,000 EUR.|Have the earmarked money approved \
                 for the stage: Stage 2: marketing and call centre.|Find the money for the stage: \
                 Stage 3: stock and analysis.|The project is expected to cost 14,500 EUR more than \
                 planned: 369,500 EUR instead of 355,000 EUR.|";
    assert!(english.starts_with(first), "{english}");
    assert!(english.contains("\nCustomer: 3 of 12 cases are disputed.|Sales and"), "{english}");
    assert!(english.contains("\nCRM: All 4 cases are agreed.|"), "{english}");
    let last = "\nIntegrations: Something is still missing at 1 of 5 systems.|Name an owner for the \
                integration with Web shop.";
    assert!(english.ends_with(last), "{english}");
    assert!(
        chinese.ends_with("系统集成: 5 个系统中有 1 个信息不全。|为与“Web shop”的集成指定责任人。")
    );
    assert!(russian.contains("Осталось найти на все этапы: 95 000 EUR.|Утвердите"), "{russian}");

    let mut project = empty();
    assert_eq!(said(&project), ["", "", ""]);
    project.head.no_integrations = "It runs alone".to_owned();
    assert_eq!(said(&project)[0], "Integrations: No system is integrated: It runs alone");
    for position in 0..10 {
        let id = Id::new(IdKind::Stage, u64::from(position));
        project.stages.put(position, Stage { name: format!("S{position}"), ..Stage::new(id) });
    }
    let english = said(&project)[0].clone();
    assert!(english.contains("What the stages need is not stated yet.|"), "{english}");
    assert!(english.contains("stage needs: S7.|2 more.\n"), "{english}");
}

#[test]
fn a_comparison_says_what_changed_and_what_did_not() {
    use crate::assessment::Standing;
    use crate::pack::Outcome;
    use crate::workspace::{Comparison, GateChange};
    let mut found = Comparison {
        outcomes: [Some(Outcome::NotReady), Some(Outcome::ReadyWithRisks)],
        percents: [None, Some(72.5)],
        changed: vec![GateChange {
            question: "ready.funding".to_owned(),
            then: Some(Standing::No),
            later: Some(Standing::Partly),
        }],
        same: 2,
        same_rules: false,
    };
    let [english, chinese, russian] =
        in_all(|catalogue| comparison_words(catalogue, &found).join(" "));
    assert_eq!(
        english,
        "Verdict: Not ready, then Ready with named risks. Score: No score, then 72.5%. 2 gates \
         stand as they did. The two were answered by different versions of the questions; rules \
         and words may differ."
    );
    assert!(chinese.contains("2 个必过问题与当时相同。"), "{chinese}");
    assert!(russian.contains("Без изменений: 2 обязательных вопроса."), "{russian}");
    found.outcomes = [Some(Outcome::Ready); 2];
    found.percents = [Some(100.0); 2];
    found.changed.clear();
    found.same_rules = true;
    let english = in_all(|catalogue| comparison_words(catalogue, &found).join(" "))[0].clone();
    assert_eq!(english, "Nothing differs: verdict, score and gates are as they were.");
}
