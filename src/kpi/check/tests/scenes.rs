//! Plans in which one rule is broken once.

use super::*;
use crate::kpi::{Counts, Fit, FunnelStage, Role, Tells, TimeUnit, Whom, Yardstick, words_mark};

/// A plan in which a rule, and the slot it opens, is broken once.
pub fn scenes() -> Vec<(Rule, Plan)> {
    let mut all = vague_scenes();
    all.extend(conflict_scenes());
    all.extend(misread_scenes());
    all.extend(balance_scenes());
    all
}

fn vague_scenes() -> Vec<(Rule, Plan)> {
    let level = |within| Measure::ServiceLevel {
        within,
        unit: TimeUnit::Seconds,
        channel: "calls".to_owned(),
    };
    vec![
        (Rule::Wording, alone("Improve customer satisfaction")),
        (Rule::Wording, alone("")),
        (
            Rule::Wording,
            with(|plan| {
                plan.goal(Some(goal_id(1))).statement = "Be more customer-centric".to_owned();
                plan.indicator(Some(kpi(1))).target.value = None;
            }),
        ),
        (
            Rule::Wording,
            first(|one| {
                *one = Indicator {
                    unit: "%".to_owned(),
                    ..full(1, "Customer experience", Measure::Number)
                };
                one.population = "Everybody".to_owned();
                one.source = "Management".to_owned();
            }),
        ),
        (Rule::Name, first(|one| one.name = " ".to_owned())),
        (Rule::Number, first(|one| one.target.value = None)),
        (
            Rule::Number,
            first(|one| {
                one.direction = Some(Direction::Within);
                one.target.low = Some(1.0);
            }),
        ),
        (Rule::Number, alone("Fewer complaints by June 2027")),
        (
            Rule::Unit,
            first(|one| {
                *one = Indicator { unit: String::new(), ..full(1, "Backlog", Measure::Number) }
            }),
        ),
        (Rule::Unit, first(|one| *one = full(1, "Calls answered", level(None)))),
        (Rule::Direction, first(|one| one.direction = None)),
        (
            Rule::Direction,
            first(|one| {
                one.direction = None;
                one.baseline = Baseline::NoneYet;
            }),
        ),
        (Rule::Baseline, first(|one| one.baseline = Baseline::Unset)),
        (
            Rule::Baseline,
            with(|plan| {
                plan.indicator(Some(kpi(1))).baseline = Baseline::Unset;
                plan.measure(kpi(1), &[Actual::Counted { part: 2.0, whole: 3.0 }]);
            }),
        ),
        (Rule::Deadline, first(|one| one.target.due = None)),
        (
            Rule::Deadline,
            with(|plan| {
                plan.goal(Some(goal_id(1))).statement =
                    "75 % solved at once by March 2027".to_owned();
                plan.indicator(Some(kpi(1))).target.due = None;
            }),
        ),
        (Rule::Population, first(|one| one.population = "tbd".to_owned())),
        (Rule::Source, first(|one| one.source = "—".to_owned())),
        (Rule::Owner, first(|one| one.owner = None)),
        (
            Rule::Owner,
            with(|plan| {
                plan.goal(Some(goal_id(1))).owner = Some(person());
                plan.indicator(Some(kpi(1))).owner = None;
            }),
        ),
    ]
}

fn conflict_scenes() -> Vec<(Rule, Plan)> {
    let mut begun = competing();
    begun.trade_offs.push(TradeOff::new(Id::new(IdKind::TradeOff, 1), vec![kpi(1), kpi(2)]));
    let linked = with(|plan| {
        plan.goals.push(goal(2, "Small office"));
        plan.indicator(Some(kpi(1))).links = link(LinkKind::Conflicts, goal_id(9));
        plan.indicators.push(Indicator {
            goal: Some(goal_id(2)),
            ..full(2, "Share of desks in use", Measure::Share)
        });
    });
    let mut chained = linked.clone();
    chained.indicator(Some(kpi(2))).links = link(LinkKind::Drives, kpi(1));
    let mut wait = full(1, "Waiting time on the phone", Measure::Number);
    wait.direction = Some(Direction::Down);
    wait.baseline = Baseline::NoneYet;
    let mut cost = full(2, "Cost per contact", Measure::Number);
    cost.direction = Some(Direction::Down);
    cost.baseline = Baseline::NoneYet;
    let mut fewer = full(2, "Cases solved at first contact", Measure::Share);
    fewer.direction = Some(Direction::Down);
    fewer.baseline = Baseline::NoneYet;
    vec![
        (Rule::Resource, competing()),
        (Rule::Resource, begun),
        (Rule::Link, linked),
        (Rule::Chain, chained),
        (Rule::Known, pair(wait, cost)),
        (
            Rule::Known,
            with(|plan| {
                plan.goal(Some(goal_id(1))).statement =
                    "Shorter queue, lower service cost".to_owned();
            }),
        ),
        (Rule::Opposite, pair(full(1, "Cases solved at first contact", Measure::Share), fewer)),
    ]
}

fn misread_scenes() -> Vec<(Rule, Plan)> {
    let claiming = |statement: &str, indicator: Indicator| {
        with(|plan| {
            plan.goal(Some(goal_id(1))).statement = statement.to_owned();
            *plan.indicator(Some(kpi(1))) = indicator;
        })
    };
    let staged = |stage, whole| {
        let mut one = full(1, "Result of the campaign", Measure::Share);
        one.role.stage = Some(stage);
        one.role.whole_stage = whole;
        one.role.counts = Some(Counts::Kept);
        one
    };
    let percent = [Actual::Value(61.0), Actual::Value(62.0)];
    let mut paid = count("Result of the campaign");
    paid.role.stage = Some(FunnelStage::Buyer);
    paid.population = "Visitors of the campaign page".to_owned();
    vec![
        (Rule::Stage, claiming("Win 200 new buyers", staged(FunnelStage::Visitor, None))),
        (
            Rule::Stage,
            claiming(
                "Win 200 new buyers",
                Indicator {
                    population: "Visitors of the stand".to_owned(),
                    ..count("People counted")
                },
            ),
        ),
        (Rule::Stage, claiming("Win 200 new buyers", count("Webinar attendees"))),
        (
            Rule::Stage,
            claiming(
                "Win 200 new buyers",
                Indicator {
                    role: Box::new(Role { part: "Visitors".to_owned(), ..Role::default() }),
                    ..full(1, "Share of the campaign", Measure::Share)
                },
            ),
        ),
        (
            Rule::Stage,
            claiming(
                "Turn attendees into buyers",
                staged(FunnelStage::Buyer, Some(FunnelStage::Visitor)),
            ),
        ),
        (
            Rule::Ratio,
            first(|one| {
                *one = staged(FunnelStage::Visitor, Some(FunnelStage::Buyer));
            }),
        ),
        (
            Rule::Ratio,
            first(|one| {
                one.role.part = "E-mails answered".to_owned();
                one.population = "Calls of the day".to_owned();
            }),
        ),
        (
            Rule::Ratio,
            first(|one| {
                *one = staged(FunnelStage::Buyer, Some(FunnelStage::Lead));
                one.method = "Orders of the month ÷ leads of the month".to_owned();
            }),
        ),
        (
            Rule::Others,
            claiming(
                "Win new customers",
                Indicator { population: "Existing customers".to_owned(), ..count("Revenue") },
            ),
        ),
        (Rule::Others, claiming("Win new customers", count("Revenue from existing customers"))),
        (Rule::Others, first(|one| *one = paid)),
        (Rule::Others, answered(Some(Whom::Others), None)),
        (Rule::Others, answered(Some(Whom::Some), None)),
        (Rule::Stage, answered(None, Some(Yardstick::Step))),
        (Rule::Activity, answered(None, Some(Yardstick::Activity))),
        (Rule::NoCount, with(|plan| plan.measure(kpi(1), &percent))),
        (Rule::NoCount, first(|one| one.role.counts = Some(Counts::PercentOnly))),
        (Rule::Gameable, first(|one| *one = count("Clicks"))),
        (Rule::Mean, first(|one| one.method = "Average of the branches' percentages".to_owned())),
        (Rule::Mean, first(|one| one.name = "Average conversion rate across regions".to_owned())),
        (Rule::Activity, first(|one| *one = count("Trainings held"))),
        (Rule::Activity, alone("Introduce the CRM in all branches")),
        (Rule::Backwards, first(|one| one.target.value = Some(40.0))),
        (
            Rule::Backwards,
            claiming(
                "Reduce complaints",
                Indicator { baseline: Baseline::NoneYet, ..count("Complaints") },
            ),
        ),
    ]
}

/// The sound plan, with a person's answers about its first indicator.
pub fn answered(whom: Option<Whom>, yardstick: Option<Yardstick>) -> Plan {
    with(|plan| {
        let words = words_mark(&plan.goals[0], &plan.indicators[0]);
        plan.indicator(Some(kpi(1))).role.fit = Fit { whom, yardstick, words };
    })
}

fn balance_scenes() -> Vec<(Rule, Plan)> {
    let values: Vec<Actual> =
        [61.0, 60.0, 62.0, 61.0].map(|part| Actual::Counted { part, whole: 1_000.0 }).to_vec();
    vec![
        (
            Rule::AllLate,
            with(|plan| {
                plan.indicators.iter_mut().for_each(|one| one.role.tells = Some(Tells::Late));
            }),
        ),
        (
            Rule::Horizon,
            with(|plan| {
                plan.goals.iter_mut().for_each(|goal| goal.horizon = Some(Horizon::Long));
            }),
        ),
        (
            Rule::NoProfit,
            with(|plan| {
                plan.goals.retain(|goal| goal.id != goal_id(9));
                plan.indicators.retain(|one| one.id != kpi(9));
            }),
        ),
        (Rule::NoIndicator, alone("Answer 80 % of calls within 20 s by March 2027")),
        (Rule::NoGoal, first(|one| one.goal = None)),
        (Rule::History, with(|plan| plan.measure(kpi(1), &values))),
    ]
}
