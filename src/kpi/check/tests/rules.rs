//! Single rules at their edges.

use super::repairs::settle;
use super::*;
use crate::kpi::{Cause, TradeOffPart};

/// Takes a part of a trade-off away.
type Break = (fn(&mut TradeOff), TradeOffPart);

#[test]
fn a_trade_off_settles_a_conflict_only_when_everything_is_said() {
    let mut plan = competing();
    let finding = plan.of(Rule::Resource).remove(0);
    settle(&mut plan, &finding);
    assert_eq!(plan.of(Rule::Resource), []);
    let breaks: [Break; 4] = [
        (|decided| decided.priority = None, TradeOffPart::Priority),
        (|decided| decided.accepted = "  ".to_owned(), TradeOffPart::Accepted),
        (|decided| decided.who = None, TradeOffPart::Who),
        (|decided| decided.date = None, TradeOffPart::Date),
    ];
    for (edit, part) in breaks {
        let mut broken = plan.clone();
        edit(&mut broken.trade_offs[0]);
        let slots: Vec<Slot> = broken.of(Rule::Resource).iter().map(|one| one.slot).collect();
        assert_eq!(slots, [Slot::TradeOffPart(part)]);
    }
    // Weighed by the goals they serve counts as well; one of the two does not.
    plan.trade_offs[0].between = vec![goal_id(1), goal_id(2)];
    plan.trade_offs[0].priority = Some(goal_id(2));
    assert_eq!(plan.of(Rule::Resource), []);
    plan.trade_offs[0].between = vec![goal_id(1), goal_id(9)];
    plan.trade_offs[0].priority = Some(goal_id(9));
    assert_eq!(plan.of(Rule::Resource).len(), 1);
}

#[test]
fn a_chain_names_the_way_it_takes() {
    let mut plan = sound();
    plan.goals.push(goal(2, "More advertising"));
    plan.goals.push(goal(3, "Fewer returns"));
    plan.goal(Some(goal_id(1))).links = link(LinkKind::Supports, goal_id(2));
    plan.goal(Some(goal_id(2))).links = link(LinkKind::Conflicts, goal_id(3));
    let chains = plan.of(Rule::Chain);
    assert_eq!(chains.len(), 1);
    assert_eq!(chains[0].about, Some(goal_id(1)));
    assert_eq!(chains[0].with, [goal_id(2), goal_id(3)]);
    // What has nothing to do with the one that competes leads to no conflict.
    plan.goal(Some(goal_id(1))).links = link(LinkKind::Apart, goal_id(2));
    assert_eq!(plan.of(Rule::Chain), []);
    plan.goal(Some(goal_id(1))).links = link(LinkKind::Supports, goal_id(2));
    // Links in a circle end.
    plan.goal(Some(goal_id(3))).links = link(LinkKind::Drives, goal_id(1));
    assert_eq!(plan.of(Rule::Chain).len(), 1);
}

#[test]
fn equal_plans_give_equal_findings_however_often_they_are_read() {
    let plan = competing();
    let aims = Aims {
        goals: plan.goals.iter().collect(),
        indicators: plan.indicators.iter().collect(),
        history: &plan.history,
        trade_offs: Vec::new(),
        today: None,
        fiscal: FiscalStart::JANUARY,
    };
    let mut memory = GoalCheck::default();
    assert_eq!(memory.findings(&aims), memory.findings(&aims));
    assert_eq!(memory.findings(&aims), check(&aims));
    // Where causes lie changes nothing.
    let mut same = plan.clone();
    same.indicators[0].role.cause = Some(Cause::External);
    assert_eq!(same.found(), plan.found());
}

#[test]
fn a_far_target_is_judged_by_range_and_level() {
    let plan = |values: &[f64], target: f64| {
        let values: Vec<Actual> = values.iter().copied().map(Actual::Value).collect();
        with(|plan| {
            *plan.indicator(Some(kpi(1))) = Indicator {
                target: Target {
                    value: Some(target),
                    due: Some(day("2027-06-30")),
                    ..Target::default()
                },
                baseline: Baseline::NoneYet,
                ..full(1, "Orders won", Measure::Number)
            };
            plan.measure(kpi(1), &values);
        })
    };
    let far = |values: &[f64], target| !plan(values, target).of(Rule::History).is_empty();
    assert!(!far(&[60.0, 64.0, 62.0], 80.0));
    assert!(!far(&[60.0, 64.0, 62.0], 95.0));
    assert!(far(&[60.0, 64.0, 62.0], 96.0));
    assert!(far(&[20.0, 24.0, 22.0], 95.0));
    assert!(!far(&[10.0, 60.0, 30.0], 150.0));
    assert!(!far(&[60.0, 64.0], 9_000.0), "two values are no history");
    assert!(far(&[0.0, 0.0, 0.0], 1.0));
}

#[test]
#[ignore = "prints how long a look at a large plan takes"]
fn how_long_a_large_plan_takes() {
    let mut plan = Plan::default();
    for n in 0..200 {
        plan.goals.push(goal(n, &format!("Raise the share of calls answered within 20 s from 62 % to 8{n} % by March 2027, because callers who wait order elsewhere")));
    }
    for n in 0..500 {
        let mut indicator =
            full(n, &format!("Calls answered within 20 seconds in branch {n}"), Measure::Share);
        indicator.goal = Some(goal_id(n % 200));
        indicator.method = format!(
            "Calls answered within 20 seconds ÷ all calls offered to branch {n}, hang-ups included"
        );
        indicator.role.resources = pull(
            &format!("Agents in team {}", n % 50),
            if n % 100 < 50 { Pull::More } else { Pull::Less },
        );
        indicator.links = link(LinkKind::Drives, kpi((n + 1) % 500));
        plan.measure(indicator.id, &[Actual::Counted { part: 80.0, whole: 100.0 }; 12]);
        plan.indicators.push(indicator);
    }
    let mut memory = GoalCheck::default();
    let mut look = |plan: &Plan| {
        let aims = Aims {
            goals: plan.goals.iter().collect(),
            indicators: plan.indicators.iter().collect(),
            history: &plan.history,
            trade_offs: Vec::new(),
            today: Some(day("2026-11-22")),
            fiscal: FiscalStart::JANUARY,
        };
        let start = std::time::Instant::now();
        let found = memory.findings(&aims).len();
        println!("{found} findings in {:.2} ms", start.elapsed().as_secs_f64() * 1_000.0);
    };
    look(&plan);
    for n in 0..40 {
        plan.goals[7].statement.push_str(&n.to_string());
        look(&plan);
    }
}

#[test]
fn faster_says_which_way_is_better_in_every_language() {
    for sentence in ["Answer callers faster", "更快接听来电", "Быстрее отвечать на звонки"]
    {
        assert_eq!(alone(sentence).of(Rule::Direction), [], "{sentence}");
        assert_eq!(alone(sentence).of(Rule::Number).len(), 1, "{sentence}");
    }
    assert_eq!(alone("Answer callers").of(Rule::Direction).len(), 1);
}
