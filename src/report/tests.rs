use super::*;
use crate::assessment::{Answer, AnswerValue, Standing};
use crate::base::{Id, IdKind, Period};
use crate::kpi::Status;
use crate::pack::{Pack, read_texts};
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
            ("i5amp0003".to_owned(), Status::OffCourse, false),
            ("i5amp0006".to_owned(), Status::OffCourse, true),
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

mod words {
    use super::*;
    use crate::i18n::{Catalogue, Language, source};
    use std::path::Path;

    fn catalogue(language: Language) -> Catalogue {
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
