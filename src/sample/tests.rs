use super::*;
use crate::assessment::Standing;
use crate::base::{Id, IdKind};
use crate::kpi::{Judgement, Status, is_measurable, judge};
use crate::pack::{Outcome, Proof, read_texts};
use crate::plan::file::{read_plan, write_plan};
use crate::registers::{CostKind, HiddenCost, Missing, costs_by_stage, hidden_costs, sums};
use crate::workspace::{Command, Readiness, Workspace, readiness, register_proof};
use std::path::Path;

const PLAN: &str = include_str!("../../assessments/sample/plan.yaml");
const LANGUAGES: [&str; 3] = ["en", "zh", "ru"];

fn texts(language: &str) -> Texts {
    let file = format!("assessments/sample/text.{language}.yaml");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(&file);
    let text = std::fs::read_to_string(path).expect("the texts are there");
    read_texts(&file, &text).expect("the texts are sound")
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("test dates are dates")
}

fn at(language: &str, today: &str) -> Project {
    sample(PLAN, &texts(language), date(today)).expect("the sample is sound")
}

fn judged(project: &Project, today: &str) -> Vec<(String, Judgement)> {
    let head = &project.head;
    let one = |indicator: &Indicator| {
        let series = project.series(indicator.id);
        let judged = judge(indicator, series, date(today), head.fiscal, head.grace_days);
        (indicator.name.clone(), judged)
    };
    project.indicators.iter().map(one).collect()
}

fn ready(project: &Project) -> Readiness {
    readiness(project, crate::pack::readiness().expect("the pack in the code is sound"))
}

/// Status, whether stale, actual and expected to one decimal.
fn told(judgement: &Judgement) -> (Status, bool, String, String) {
    let assessed = judgement.assessed.expect("every indicator of the sample has data");
    let expected = assessed.expected.expect("and a target");
    let tenth = |value: f64| format!("{value:.1}");
    (judgement.status, judgement.stale, tenth(assessed.actual), tenth(expected))
}

#[test]
fn the_statuses_are_those_of_the_story() {
    let found: Vec<_> = judged(&at("en", "2026-11-22"), "2026-11-22")
        .iter()
        .map(|(_, judgement)| told(judgement))
        .collect();
    let wanted = [
        (Status::Met, false, "81.4", "80.0"),
        (Status::OnCourse, false, "81.4", "78.6"),
        (Status::Accepted, false, "66.0", "69.1"),
        (Status::Missed, false, "23.2", "30.0"),
        (Status::OnCourse, false, "81.0", "80.0"),
        (Status::OffCourse, true, "33.7", "34.9"),
        (Status::WithinTolerance, false, "39.0", "34.5"),
        (Status::OnCourse, false, "478.0", "464.7"),
        (Status::OnCourse, false, "74.0", "70.4"),
    ];
    let wanted: Vec<_> =
        wanted.map(|(s, stale, a, e)| (s, stale, a.to_owned(), e.to_owned())).into();
    assert_eq!(found, wanted);
}

#[test]
fn the_story_holds_whatever_the_day_it_is_opened_on() {
    let story: Vec<_> = judged(&at("en", "2026-11-22"), "2026-11-22")
        .iter()
        .map(|(_, judgement)| (judgement.status, judgement.stale))
        .collect();
    for today in ["2026-01-31", "2027-03-01", "2027-03-31", "2028-02-29", "2099-12-31"] {
        let project = at("en", today);
        let found: Vec<_> = judged(&project, today)
            .iter()
            .map(|(_, judgement)| (judgement.status, judgement.stale))
            .collect();
        let words = |rows: &[(Status, bool)]| rows.iter().map(|row| row.0).collect::<Vec<_>>();
        assert_eq!(words(&found), words(&story), "{today}");
        // In its first days of grace no month is waited for yet.
        if date(today).day() > u32::from(project.head.grace_days) {
            assert_eq!(found, story, "{today}");
        }
        let overdue = project.answers.iter().filter(|one| one.due < Some(date(today)));
        assert_eq!(overdue.filter(|one| one.due.is_some()).count(), 0, "{today}");
    }
}

#[test]
fn the_anchor_becomes_the_last_full_month_before_today() {
    let rows = [
        ("2026-11-22", "2026-10", "2026-08-31", "2027-04-30"),
        ("2027-03-01", "2027-02", "2026-12-31", "2027-08-31"),
        ("2026-01-31", "2025-12", "2025-10-31", "2026-06-30"),
    ];
    for (today, last, first_due, second_due) in rows {
        let project = at("en", today);
        let first = Id::parse(IdKind::Indicator, "i5amp0001").expect("an id");
        let series = project.series(first);
        let newest = series.keys().next_back().map(ToString::to_string);
        assert_eq!(newest.as_deref(), Some(last), "{today}");
        assert_eq!(series.len(), 24);
        let due: Vec<_> =
            project.indicators.iter().filter_map(|one| one.target.due).take(2).collect();
        assert_eq!(due, [date(first_due), date(second_due)], "{today}");
    }
}

#[test]
fn one_of_eight_gates_counts_as_no_and_one_is_open() {
    let found = ready(&at("en", "2026-11-22"));
    assert_eq!(found.verdict.outcome, Some(Outcome::NotReady));
    assert_eq!((found.verdict.open(), found.verdict.gates.len()), (1, 8));
    let of = |question: &str| {
        let gate = found.verdict.gates.iter().find(|gate| gate.question == question);
        gate.expect("a gate of the pack").clone()
    };
    assert_eq!(of("ready.environment").standing, Standing::Open);
    assert!(of("ready.funding").counts_as_no, "a stage without money");
    for risk in ["ready.steps", "ready.customer", "ready.integrations"] {
        assert!(of(risk).is_named_risk(), "{risk}");
    }
    for proven in ["ready.strategy", "ready.needs", "ready.success"] {
        assert_eq!(of(proven).standing, Standing::Proven, "{proven}");
    }
}

#[test]
fn one_stage_is_unfunded_one_system_unowned_and_one_hidden_cost_left_out() {
    let project = at("en", "2026-11-22");
    let missing = |proof| register_proof(&project, proof).expect("it has a register").missing;
    let id = |kind, text| Id::parse(kind, text).expect("an id");
    let funding = missing(Proof::Funding);
    let stage = |text| id(IdKind::Stage, text);
    let wanted =
        [Missing::StageSecured(stage("s5amp0002")), Missing::StageMoney(stage("s5amp0003"))];
    assert_eq!(funding, wanted);
    let shop = id(IdKind::Integration, "n5amp0003");
    assert_eq!(missing(Proof::Integrations), [Missing::Owner(shop)]);
    let lines: Vec<_> = project.costs.iter().collect();
    let hidden: Vec<_> =
        hidden_costs(&lines).into_iter().filter(|(_, cost)| cost.is_missing()).collect();
    assert_eq!(hidden, [(CostKind::DataUpkeep, HiddenCost::Absent)]);
    // Plan and actual differ, or there would be nothing to see.
    assert_eq!(sums(project.costs.iter()).overrun(), Some(14_500.0));
    let stages: Vec<_> = project.stages.iter().collect();
    for costs in costs_by_stage(&stages, &lines) {
        let needed = costs.stage.and_then(|stage| project.stages.get(stage)?.needed);
        let planned = costs.sums.planned.or(needed);
        assert_eq!(planned, needed, "what a stage needs is what its lines plan");
    }
}

#[test]
fn two_camps_dispute_three_cases_and_finance_has_not_signed() {
    use crate::registers::board;
    for language in LANGUAGES {
        let project = at(language, "2026-11-22");
        let boards: Vec<_> =
            project.terms.iter().map(|term| board(term, project.views.iter())).collect();
        let [customer, crm] = boards.as_slice() else { panic!("{language}: {boards:?}") };
        assert_eq!((customer.cases, customer.disputed, customer.open), (12, 3, 0), "{language}");
        assert_eq!((customer.splits.len(), customer.unsigned.len()), (1, 1), "{language}");
        assert!(customer.outdated.is_empty(), "{language}");
        // The other board shows what a settled one looks like.
        assert_eq!((crm.cases, crm.disputed, crm.open), (4, 0, 0), "{language}");
        assert!(crm.unsigned.is_empty() && crm.outdated.is_empty(), "{language}");
    }
}

#[test]
fn every_indicator_of_the_sample_is_stated_in_full() {
    for indicator in at("en", "2026-11-22").indicators.iter() {
        assert!(is_measurable(indicator), "{}", indicator.name);
    }
}

#[test]
fn the_sample_shows_each_mistake_once_and_its_repair_beside_it() {
    use crate::kpi::{Mistake, Rule};
    use crate::workspace::findings;
    for language in LANGUAGES {
        let project = at(language, "2026-11-22");
        let found = findings(&project, Some(date("2026-11-22")));
        let of = |mistake: Mistake| {
            let rules: Vec<(Rule, Option<String>)> = found
                .iter()
                .filter(|one| one.rule.mistake() == mistake && !one.is_empty_slot())
                .map(|one| (one.rule, one.about.map(|id| id.to_string())))
                .collect();
            rules
        };
        let at = |rule, id: &str| vec![(rule, Some(id.to_owned()))];
        assert_eq!(of(Mistake::Vague), at(Rule::Wording, "g5amp0005"), "{language}");
        assert_eq!(of(Mistake::Conflicting), at(Rule::Known, "g5amp0006"), "{language}");
        assert_eq!(of(Mistake::Misread), at(Rule::Stage, "i5amp0009"), "{language}");
        // Goals without indicators are what is unbalanced, and nothing else.
        let lone = of(Mistake::Unbalanced);
        assert!(lone.iter().all(|(rule, _)| *rule == Rule::NoIndicator), "{language}: {lone:?}");
        // The repairs: a measured goal, a conflict that was decided, stages
        // that fit each other. Without the decision there is a conflict.
        let mut undecided = project.clone();
        undecided.trade_offs = Table::default();
        let open = findings(&undecided, None);
        assert!(open.iter().any(|one| one.rule == Rule::Link), "{language}");
    }
}

#[test]
fn the_answers_of_the_sample_hold_for_its_own_words_and_no_others() {
    use crate::kpi::{fit_now, has_lapsed};
    for language in LANGUAGES {
        let project = at(language, "2026-11-22");
        let answered = project.indicators.iter().filter(|one| !one.role.fit.is_empty());
        let mut count = 0;
        for indicator in answered {
            count += 1;
            let goal = indicator.goal.and_then(|id| project.goals.get(id)).expect("it has one");
            assert!(fit_now(goal, indicator).is_some(), "{language}: {}", indicator.name);
            let mut other = indicator.clone();
            other.population.push_str(", renamed");
            assert!(has_lapsed(goal, &other), "{language}: {}", indicator.name);
        }
        assert!(count > 3, "{language}: only {count} are answered");
    }
}

#[test]
fn the_sample_enters_a_workspace_and_its_plan_file_in_every_language() {
    for language in LANGUAGES {
        let project = at(language, "2026-11-22");
        assert!(project.head.sample);
        let text = write_plan(&project, None);
        // The one in the first line names the schema.
        assert_eq!(text.matches(KEY_MARK).count(), 1, "{language}");
        let (back, _) = read_plan(text.as_bytes()).expect("its own plan opens");
        assert_eq!(back, project);
        let mut workspace = Workspace::default();
        workspace.apply(Command::AddProject(Box::new(project))).expect("the sample is sound");
    }
}

#[test]
fn a_text_that_is_missing_or_unused_is_named() {
    let mut texts = texts("en");
    texts.insert("extra.key".to_owned(), "x".to_owned());
    let unused = SampleError::UnusedText { key: "extra.key".to_owned() };
    assert_eq!(resolve(PLAN, &texts), Err(unused));
    texts.remove("extra.key");
    texts.remove("goal.g1.why");
    let missing = SampleError::MissingText { key: "goal.g1.why".to_owned() };
    assert_eq!(resolve(PLAN, &texts), Err(missing));
}

#[test]
fn the_last_day_of_a_month_stays_the_last_day() {
    assert_eq!(shift_date(date("2027-04-30"), 1), date("2027-05-31"));
    assert_eq!(shift_date(date("2026-12-31"), 2), date("2027-02-28"));
    assert_eq!(shift_date(date("2026-12-15"), -10), date("2026-02-15"));
    assert_eq!(shift_date(date("2026-08-30"), 6), date("2027-02-28"));
}

#[test]
fn the_shortest_way_of_the_sample_names_its_unfunded_stages_the_dispute_and_the_orphan() {
    use crate::workspace::shortest_way;
    let project = at("en", "2026-11-22");
    let pack = crate::pack::readiness().expect("the pack in the code is sound");
    let way = shortest_way(&project, pack, Outcome::Ready).expect("there is a way");
    let codes: Vec<String> = way.steps.iter().map(|step| step.fact.code()).collect();
    let wanted = [
        "stage-secured s5amp0002",
        "stage-money s5amp0003",
        "answer-met",
        "evidence",
        "disputed d5amp0001 2",
        "disputed d5amp0001 8",
        "disputed d5amp0001 11",
        "unsigned v5amp0003",
        "answer-met",
        "evidence",
        "owner n5amp0003",
    ];
    assert_eq!(codes, wanted);
    // Whoever took an action on is asked, by the action's own day.
    let owner = way.steps.last().expect("steps");
    assert_eq!(owner.due, Some(date("2026-11-27")));
    assert!(owner.action.is_some());
    // Stage 2 may wait: its money is earmarked. Stage 3 may not.
    let risks = shortest_way(&project, pack, Outcome::ReadyWithRisks).expect("there is a way");
    let codes: Vec<String> = risks.steps.iter().map(|step| step.fact.code()).collect();
    assert_eq!(codes, ["stage-money s5amp0003", "answer-met", "evidence"]);
}

#[test]
fn every_action_and_risk_of_the_sample_grew_out_of_a_gap_there_is() {
    use crate::workspace::{MissingLink, is_missing};
    let project = at("en", "2026-11-22");
    let pack = crate::pack::readiness().expect("the pack in the code is sound");
    let actions = project.actions.iter().map(|action| (&action.question, &action.gap));
    let risks = project.risks.iter().map(|risk| (&risk.question, &risk.gap));
    for (question, gap) in actions.chain(risks).filter(|(_, gap)| !gap.is_empty()) {
        let fact = MissingLink::parse(gap).expect("a fact of these words");
        assert!(is_missing(&project, pack, question, fact), "{gap}");
    }
    let known = project.actions.iter().filter(|action| !action.question.is_empty());
    let known: Vec<_> = known.map(|action| pack.question(&action.question)).collect();
    assert!(known.len() > 3 && known.iter().all(Option::is_some));
}
