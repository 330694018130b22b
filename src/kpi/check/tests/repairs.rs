//! Repairs remove what was found, and invent nothing.

use super::scenes::scenes;
use super::*;
use crate::kpi::{Counts, FunnelStage, Profit, Tells, TimeUnit};
use std::collections::BTreeSet;

/// A valid entry in the slot a finding opens, as a person would make it.
fn fill(plan: &mut Plan, finding: &Finding) {
    let Repair::Open(slot) = finding.repair else { panic!("{finding:?} opens no slot") };
    let about = finding.about;
    let under = match about.and_then(|id| id.kind()) {
        Some(IdKind::Goal) => about,
        _ => about.and_then(|id| plan.indicator(Some(id)).goal),
    };
    match slot {
        Slot::Statement => {
            plan.goal(about).statement =
                "By 31 March 2027 answer 80 % of calls, 62 % in October 2026, by the \
                 ticket system; owner: head of service"
                    .to_owned();
        }
        Slot::Horizon => plan.goal(about).horizon = Some(Horizon::Middle),
        Slot::NewIndicator | Slot::NewOutcome => {
            let indicator = Indicator { goal: under, ..full(7, "Orders won", Measure::Share) };
            plan.indicators.push(indicator);
            plan.indicator(Some(kpi(7))).role.stage = Some(FunnelStage::Buyer);
        }
        Slot::Goal => plan.indicator(about).goal = Some(goal_id(1)),
        Slot::Name => plan.indicator(about).name = "Cases solved at first contact".to_owned(),
        Slot::Value => {
            let target = &mut plan.indicator(about).target;
            (target.value, target.low, target.high) = (Some(6.5), Some(5.0), Some(6.5));
        }
        Slot::Unit => {
            let indicator = plan.indicator(about);
            indicator.unit = "days".to_owned();
            if let Measure::ServiceLevel { within, .. } = &mut indicator.measure {
                *within = Some(20.0);
            }
        }
        Slot::Direction => {
            let indicator = plan.indicator(about);
            let down = indicator.direction == Some(Direction::Up);
            indicator.direction = Some(if down { Direction::Down } else { Direction::Up });
        }
        Slot::Baseline => plan.indicator(about).baseline = Baseline::NoneYet,
        Slot::Deadline => plan.indicator(about).target.due = Some(day("2027-12-31")),
        Slot::Population => {
            plan.indicator(about).population =
                "New customers who bought and wrote e-mails".to_owned();
        }
        Slot::Part => plan.indicator(about).role.part = "Those who bought".to_owned(),
        Slot::Source => plan.indicator(about).source = "CRM".to_owned(),
        Slot::Owner => plan.indicator(about).owner = Some(person()),
        Slot::Method => {
            plan.indicator(about).method =
                "Orders that came of leads 60 days old ÷ those leads".to_owned();
        }
        Slot::Stage => plan.indicator(about).role.stage = Some(FunnelStage::Buyer),
        Slot::WholeStage => {
            let role = &mut plan.indicator(about).role;
            let bought = role.stage == Some(FunnelStage::Buyer);
            role.whole_stage =
                Some(if bought { FunnelStage::Attendee } else { FunnelStage::Reached });
        }
        Slot::Counts => plan.indicator(about).role.counts = Some(Counts::Kept),
        Slot::Measurement => {
            let id = about.expect("a measurement belongs to an indicator");
            plan.measure(id, &[Actual::Counted { part: 61.0, whole: 100.0 }]);
        }
        Slot::Tells => plan.indicator(about).role.tells = Some(Tells::Early),
        Slot::Profit => plan.indicator(about).role.profit = Some(Profit::Line),
        Slot::TradeOff | Slot::TradeOffPart(_) => settle(plan, finding),
    }
}

/// Decides the conflict of a finding, in the trade-off begun for it or in a
/// new one.
pub fn settle(plan: &mut Plan, finding: &Finding) {
    let one = finding.about.expect("a conflict is of somebody");
    let between = [vec![one], finding.with.clone()].concat();
    let id = finding.trade_off.unwrap_or(Id::new(IdKind::TradeOff, 8));
    let mut decided = TradeOff::new(id, between);
    decided.priority = Some(one);
    decided.accepted = "A little more money until summer".to_owned();
    decided.who = Some(person());
    decided.date = Some(day("2026-11-02"));
    plan.trade_offs.retain(|found| found.id != id);
    plan.trade_offs.push(decided);
}

#[test]
fn every_repair_removes_its_finding_at_once_or_by_an_entry_in_the_slot_it_opens() {
    let mut walked = BTreeSet::new();
    for (rule, plan) in scenes() {
        let found = plan.of(rule);
        assert_eq!(found.len(), 1, "{rule:?}: {:?} in {:?}", plan.found(), plan.goals);
        let finding = &found[0];
        walked.insert(rule);
        let mut mended = plan.clone();
        match &finding.repair {
            Repair::Open(slot) => {
                assert_eq!(finding.slot, *slot, "{rule:?}");
                fill(&mut mended, finding);
            }
            Repair::Apply(fix) => apply(&mut mended, finding, fix),
        }
        assert_eq!(mended.of(rule), [], "{rule:?} after {:?}", finding.repair);
    }
    let all: BTreeSet<Rule> = Rule::ALL.iter().copied().collect();
    assert_eq!(walked, all, "every rule has a scene");
}

fn apply(plan: &mut Plan, finding: &Finding, fix: &Fix) {
    let new_id = kpi(6);
    let indicator = plan.indicators.iter().find(|one| Some(one.id) == finding.about).cloned();
    let mended = mend(indicator.as_ref(), fix, new_id).expect("a fix has something to act on");
    plan.indicators.retain(|one| one.id != mended.id);
    plan.indicators.push(mended);
}

#[test]
fn a_repair_at_once_uses_only_what_the_plan_says() {
    let said = |rule: Rule, plan: &Plan| plan.of(rule).first().map(|one| one.repair.clone());
    let taken = |statement: &str, edit: fn(&mut Indicator)| {
        with(|plan| {
            plan.goal(Some(goal_id(1))).statement = statement.to_owned();
            edit(plan.indicator(Some(kpi(1))));
        })
    };
    let sentence = "Raise cases solved at once from 60 % in October 2026 to 75 % by March 2027";
    let rows: [(Rule, Plan, Option<Fix>); 9] = [
        (
            Rule::Deadline,
            taken(sentence, |one| one.target.due = None),
            Some(Fix::Deadline(day("2027-03-31"))),
        ),
        (Rule::Number, taken(sentence, |one| one.target.value = None), Some(Fix::Value(75.0))),
        (
            Rule::Baseline,
            taken(sentence, |one| one.baseline = Baseline::Unset),
            Some(Fix::Baseline(60.0, Period::parse("2026-10").expect("a month"))),
        ),
        (
            Rule::Direction,
            taken("Anything", |one| one.direction = None),
            Some(Fix::Direction(Direction::Up)),
        ),
        // A date with two readings, a number of something else, two numbers:
        // nothing is taken, the slot opens.
        (Rule::Deadline, taken("75 % by 03/04/2027", |one| one.target.due = None), None),
        (Rule::Number, taken("Answer within 20 s", |one| one.target.value = None), None),
        (Rule::Number, taken("Reach 75 % or 80 %", |one| one.target.value = None), None),
        (Rule::Owner, taken("Owner: head of service", |one| one.owner = None), None),
        (Rule::Source, taken("According to the CRM", |one| one.source = String::new()), None),
    ];
    for (rule, plan, fix) in rows {
        let wanted = fix.map(Repair::Apply);
        let found = said(rule, &plan);
        match wanted {
            Some(wanted) => assert_eq!(found, Some(wanted), "{rule:?}"),
            None => assert!(matches!(found, Some(Repair::Open(_))), "{rule:?}: {found:?}"),
        }
    }
}

#[test]
fn an_indicator_is_begun_with_everything_the_sentence_says_and_nothing_else() {
    let draft = |statement: &str| match alone(statement)
        .of(Rule::NoIndicator)
        .first()
        .map(|one| one.repair.clone())
    {
        Some(Repair::Apply(Fix::AddIndicator(draft))) => *draft,
        other => panic!("{other:?}"),
    };
    let level = draft(
        "Answer at least 80 % of calls within 20 seconds by 31 March 2027, up from 62 % in October 2026",
    );
    let promised = Measure::ServiceLevel {
        within: Some(20.0),
        unit: TimeUnit::Seconds,
        channel: "calls".to_owned(),
    };
    assert_eq!(level.measure, promised);
    assert_eq!(level.direction, Some(Direction::Up));
    assert_eq!(level.target.value, Some(80.0));
    assert_eq!(level.target.due, Some(day("2027-03-31")));
    let october = Period::parse("2026-10").expect("a month");
    assert_eq!(level.baseline, Baseline::Known { value: 62.0, period: october });
    let blank = draft("Improve customer satisfaction");
    let nothing = Indicator { goal: Some(goal_id(1)), ..Indicator::new(blank.id, Measure::Number) };
    assert_eq!(blank, nothing);
    let orders = draft("500 orders a month");
    assert_eq!((orders.target.value, orders.unit.as_str()), (Some(500.0), "orders"));
    let share = draft("Повысить долю решённых с первого раза до 75 % к концу 2027 года");
    assert_eq!((share.measure.is_share(), share.target.value), (true, Some(75.0)));
    assert_eq!(share.target.due, Some(day("2027-12-31")));
    let chinese = draft("2027年6月底前将首次解决率提高到75%");
    assert_eq!((chinese.target.value, chinese.target.due), (Some(75.0), Some(day("2027-06-30"))));
}
