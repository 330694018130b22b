//! What the goal check found, in words: what, why it matters, what removes it.

use super::missing::record_name;
use crate::base::Id;
use crate::i18n::target_sentence::duration_unit;
use crate::i18n::values::value_in_unit;
use crate::i18n::{Arg, Catalogue};
use crate::key;
use crate::kpi::{
    Asks, Direction, Finding, Fix, Indicator, Measure, Mistake, Question, Repair, Rule, Slot,
    TradeOffPart, Whom, Yardstick,
};
use crate::workspace::Project;

/// The word of a kind of mistake.
pub fn mistake_key(mistake: Mistake) -> &'static str {
    match mistake {
        Mistake::Vague => key!("goal_check.vague"),
        Mistake::Conflicting => key!("goal_check.conflicting"),
        Mistake::Misread => key!("goal_check.misread"),
        Mistake::Unbalanced => key!("goal_check.unbalanced"),
    }
}

/// What a goal or indicator is called, or that it has no name yet.
pub fn aim_name(catalogue: &Catalogue, project: &Project, id: Id) -> String {
    let name = record_name(project, id);
    match name.trim() {
        "" if project.goals.get(id).is_some() => {
            catalogue.text(key!("goals.no_statement")).into_owned()
        }
        "" => catalogue.text(key!("goals.no_name")).into_owned(),
        name => catalogue.format(key!("goal_check.quoted"), &[("name", Arg::Text(name))]),
    }
}

/// What was found, as one sentence that names the other side of a conflict and
/// the words it was found by.
pub fn finding_words(catalogue: &Catalogue, project: &Project, finding: &Finding) -> String {
    let name = |id: &Id| aim_name(catalogue, project, *id);
    let other = finding.with.last().map(name).unwrap_or_default();
    let between = finding.with.len().saturating_sub(1);
    let path: Vec<String> = finding.with.iter().take(between).map(name).collect();
    let path = path.join(&catalogue.text(key!("readiness.list_comma")));
    let args = [("other", Arg::Text(&other)), ("path", Arg::Text(&path))];
    let what = catalogue.format(what_key(finding), &args);
    match finding.words.trim() {
        "" => what,
        words => {
            let args = [("what", Arg::Text(&what)), ("words", Arg::Text(words))];
            catalogue.format(key!("goal_check.found_by"), &args)
        }
    }
}

/// What is asked of an indicator, with its name and whom it counts.
pub fn question_words(catalogue: &Catalogue, project: &Project, question: &Question) -> String {
    let name = aim_name(catalogue, project, question.indicator);
    let indicator = project.indicators.get(question.indicator);
    let population = indicator.map(|found| found.population.trim()).unwrap_or_default();
    let args = [("indicator", Arg::Text(&name)), ("population", Arg::Text(population))];
    let key = match question.asks {
        Asks::Whom => key!("fit.ask_whom"),
        Asks::Yardstick => key!("fit.ask_yardstick"),
    };
    catalogue.format(key, &args)
}

/// The answer whom an indicator counts, in words.
pub fn whom_key(whom: Whom) -> &'static str {
    match whom {
        Whom::Same => key!("fit.whom_same"),
        Whom::Some => key!("fit.whom_some"),
        Whom::Others => key!("fit.whom_others"),
    }
}

/// The answer what an indicator counts, in words.
pub fn yardstick_key(yardstick: Yardstick) -> &'static str {
    match yardstick {
        Yardstick::Result => key!("fit.yardstick_result"),
        Yardstick::Step => key!("fit.yardstick_step"),
        Yardstick::Activity => key!("fit.yardstick_activity"),
    }
}

fn what_key(finding: &Finding) -> &'static str {
    match finding.rule {
        Rule::Wording => key!("goal_check.what_wording"),
        Rule::Name => key!("goal_check.what_name"),
        Rule::Number => key!("goal_check.what_number"),
        Rule::Unit => key!("goal_check.what_unit"),
        Rule::Direction => key!("goal_check.what_direction"),
        Rule::Baseline => key!("goal_check.what_baseline"),
        Rule::Deadline => key!("goal_check.what_deadline"),
        Rule::Population => key!("goal_check.what_population"),
        Rule::Source => key!("goal_check.what_source"),
        Rule::Owner => key!("goal_check.what_owner"),
        Rule::Resource => key!("goal_check.what_resource"),
        Rule::Link => key!("goal_check.what_link"),
        Rule::Chain => key!("goal_check.what_chain"),
        Rule::Known if finding.with.is_empty() => key!("goal_check.what_known_goal"),
        Rule::Known => key!("goal_check.what_known"),
        Rule::Opposite => key!("goal_check.what_opposite"),
        Rule::Stage => key!("goal_check.what_stage"),
        Rule::Ratio => key!("goal_check.what_ratio"),
        Rule::Others => key!("goal_check.what_population_other"),
        Rule::NoCount => key!("goal_check.what_no_count"),
        Rule::Gameable => key!("goal_check.what_gameable"),
        Rule::Mean => key!("goal_check.what_mean"),
        Rule::Activity => key!("goal_check.what_activity"),
        Rule::Backwards => key!("goal_check.what_backwards"),
        Rule::AllLate => key!("goal_check.what_lagging"),
        Rule::Horizon => key!("goal_check.what_horizon"),
        Rule::NoProfit => key!("goal_check.what_profit"),
        Rule::NoIndicator => key!("goal_check.what_no_indicator"),
        Rule::NoGoal => key!("goal_check.what_no_goal"),
        Rule::History => key!("goal_check.what_history"),
    }
}

/// Why a rule is one.
pub fn why_key(rule: Rule) -> &'static str {
    match rule {
        Rule::Wording => key!("goal_check.why_wording"),
        Rule::Name => key!("goal_check.why_name"),
        Rule::Number => key!("goal_check.why_number"),
        Rule::Unit => key!("goal_check.why_unit"),
        Rule::Direction => key!("goal_check.why_direction"),
        Rule::Baseline => key!("goal_check.why_baseline"),
        Rule::Deadline => key!("goal_check.why_deadline"),
        Rule::Population => key!("goal_check.why_population"),
        Rule::Source => key!("goal_check.why_source"),
        Rule::Owner => key!("goal_check.why_owner"),
        Rule::Resource => key!("goal_check.why_resource"),
        Rule::Link => key!("goal_check.why_link"),
        Rule::Chain => key!("goal_check.why_chain"),
        Rule::Known => key!("goal_check.why_known"),
        Rule::Opposite => key!("goal_check.why_opposite"),
        Rule::Stage => key!("goal_check.why_stage"),
        Rule::Ratio => key!("goal_check.why_ratio"),
        Rule::Others => key!("goal_check.why_population_other"),
        Rule::NoCount => key!("goal_check.why_no_count"),
        Rule::Gameable => key!("goal_check.why_gameable"),
        Rule::Mean => key!("goal_check.why_mean"),
        Rule::Activity => key!("goal_check.why_activity"),
        Rule::Backwards => key!("goal_check.why_backwards"),
        Rule::AllLate => key!("goal_check.why_lagging"),
        Rule::Horizon => key!("goal_check.why_horizon"),
        Rule::NoProfit => key!("goal_check.why_profit"),
        Rule::NoIndicator => key!("goal_check.why_no_indicator"),
        Rule::NoGoal => key!("goal_check.why_no_goal"),
        Rule::History => key!("goal_check.why_history"),
    }
}

/// What the button says that removes a finding, or opens the slot where an
/// entry does.
pub fn repair_words(catalogue: &Catalogue, project: &Project, finding: &Finding) -> String {
    match &finding.repair {
        Repair::Open(slot) => catalogue.text(slot_key(*slot)).into_owned(),
        Repair::Apply(fix) => {
            let indicator = finding.about.and_then(|id| project.indicators.get(id));
            fix_words(catalogue, project, indicator, fix)
        }
    }
}

fn slot_key(slot: Slot) -> &'static str {
    match slot {
        Slot::Statement => key!("goal_check.do_statement"),
        Slot::Horizon => key!("goal_check.do_horizon"),
        Slot::NewIndicator => key!("goal_check.do_new_indicator"),
        Slot::NewOutcome => key!("goal_check.do_new_outcome"),
        Slot::Goal => key!("goal_check.do_goal"),
        Slot::Name => key!("goal_check.do_name"),
        Slot::Value => key!("goal_check.do_value"),
        Slot::Unit => key!("goal_check.do_unit"),
        Slot::Direction => key!("goal_check.do_direction"),
        Slot::Baseline => key!("goal_check.do_baseline"),
        Slot::Deadline => key!("goal_check.do_deadline"),
        Slot::Population => key!("goal_check.do_population"),
        Slot::Source => key!("goal_check.do_source"),
        Slot::Owner => key!("goal_check.do_owner"),
        Slot::Part => key!("goal_check.do_part"),
        Slot::Method => key!("goal_check.do_method"),
        Slot::Stage => key!("goal_check.do_stage"),
        Slot::WholeStage => key!("goal_check.do_whole_stage"),
        Slot::Counts => key!("goal_check.do_counts"),
        Slot::Measurement => key!("goal_check.do_measurement"),
        Slot::Tells => key!("goal_check.do_tells"),
        Slot::Profit => key!("goal_check.do_profit"),
        Slot::TradeOff => key!("goal_check.do_trade_off"),
        Slot::TradeOffPart(part) => part_key(part),
    }
}

fn part_key(part: TradeOffPart) -> &'static str {
    match part {
        TradeOffPart::Priority => key!("goal_check.do_priority"),
        TradeOffPart::Accepted => key!("goal_check.do_accepted"),
        TradeOffPart::Who => key!("goal_check.do_who"),
        TradeOffPart::Date => key!("goal_check.do_date"),
    }
}

/// The word of a direction.
pub fn direction_key(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => key!("definition.direction_up"),
        Direction::Down => key!("definition.direction_down"),
        Direction::Within => key!("definition.direction_within"),
    }
}

fn fix_words(
    catalogue: &Catalogue,
    project: &Project,
    indicator: Option<&Indicator>,
    fix: &Fix,
) -> String {
    let value = |value: f64| match indicator {
        Some(indicator) => value_in_unit(catalogue, indicator, value),
        None => catalogue.format(key!("overview.bare"), &[("value", Arg::Number(value))]),
    };
    let say = |key, name: &str, words: &str| catalogue.format(key, &[(name, Arg::Text(words))]);
    match fix {
        Fix::Direction(direction) => {
            let words = catalogue.text(direction_key(*direction));
            say(key!("goal_check.use_direction"), "direction", &words)
        }
        Fix::Value(found) => say(key!("goal_check.use_value"), "value", &value(*found)),
        Fix::Unit(unit) => say(key!("goal_check.use_unit"), "unit", unit),
        Fix::Within(time, unit) => {
            let args = [("time", Arg::Duration(*time, duration_unit(*unit)))];
            catalogue.format(key!("goal_check.use_within"), &args)
        }
        Fix::Deadline(day) => {
            catalogue.format(key!("goal_check.use_deadline"), &[("date", Arg::Date(*day))])
        }
        Fix::Baseline(found, period) => {
            let args = [
                ("value", Arg::Text(&value(*found))),
                ("period", Arg::Period(*period, project.head.fiscal)),
            ];
            catalogue.format(key!("goal_check.use_baseline"), &args)
        }
        Fix::Owner(person) => {
            say(key!("goal_check.use_owner"), "person", &record_name(project, *person))
        }
        Fix::KeepCounts => catalogue.text(key!("goal_check.use_counts")).into_owned(),
        Fix::AddIndicator(draft) if says_more(draft) => {
            catalogue.text(key!("goal_check.use_draft")).into_owned()
        }
        Fix::AddIndicator(_) => catalogue.text(key!("goal_check.do_new_indicator")).into_owned(),
        Fix::AddProfitLine => catalogue.text(key!("goal_check.use_profit_line")).into_owned(),
    }
}

/// Whether a draft says more than the goal it is for.
fn says_more(draft: &Indicator) -> bool {
    let blank = Indicator { goal: draft.goal, ..Indicator::new(draft.id, Measure::Number) };
    *draft != blank
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::IdKind;
    use crate::i18n::Language;
    use crate::kpi::{Goal, Link, LinkKind};
    use crate::report::tests::words::catalogue;
    use crate::workspace::{Command, ProjectHead, Record, Workspace, findings};

    fn kpi(n: u64) -> Id {
        Id::new(IdKind::Indicator, n)
    }

    /// Marketing drives leads, leads conflict with cost.
    fn project() -> Project {
        let id = Id::new(IdKind::Project, 1);
        let goal = Goal::new(Id::new(IdKind::Goal, 1), "");
        let link = |kind, to| vec![Link { kind, to, note: String::new() }];
        let named = |n, name: &str, links| Indicator {
            name: name.to_owned(),
            links,
            ..Indicator::new(kpi(n), Measure::Number)
        };
        let mut workspace = Workspace::default();
        let project = Project::new(ProjectHead::new(id, "P"));
        workspace.apply(Command::AddProject(Box::new(project))).expect("a new project");
        for record in [
            Record::Goal(goal),
            Record::Indicator(named(3, "Cost", Vec::new())),
            Record::Indicator(named(2, "Leads", link(LinkKind::Conflicts, kpi(3)))),
            Record::Indicator(named(1, "Visits", link(LinkKind::Drives, kpi(2)))),
        ] {
            let record = Box::new(record);
            workspace.apply(Command::Save { project: id, record }).expect("a sound record");
        }
        workspace.project(id).expect("it was added").clone()
    }

    #[test]
    fn a_conflict_names_the_other_and_the_way_there() {
        let project = project();
        let found = findings(&project, None);
        let chain = found.iter().find(|one| one.rule == Rule::Chain).expect("there is a chain");
        let english = catalogue(Language::English);
        assert_eq!(
            finding_words(&english, &project, chain),
            "Drives \u{201c}Leads\u{201d}, which works against \u{201c}Cost\u{201d}"
        );
        assert_eq!(repair_words(&english, &project, chain), "Decide which comes first");
    }

    #[test]
    fn every_finding_is_said_in_every_language_without_a_gap() {
        let project = project();
        let found = findings(&project, None);
        assert!(found.len() > 20, "{}", found.len());
        for language in [Language::English, Language::Chinese, Language::Russian] {
            let catalogue = catalogue(language);
            for one in &found {
                for said in [
                    finding_words(&catalogue, &project, one),
                    catalogue.text(why_key(one.rule)).into_owned(),
                    repair_words(&catalogue, &project, one),
                ] {
                    assert!(!said.is_empty() && !said.contains('{'), "{:?}: {said}", one.rule);
                }
            }
        }
    }
}
