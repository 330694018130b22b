//! What a person has said counts, as long as the words stand; and which pairs
//! nobody has looked at.

use super::scenes::answered;
use super::*;
use crate::kpi::{Fit, Profit, Whom, Yardstick, words_mark};

/// The sound plan whose goal has a second indicator, with answers of both.
fn two(first: Fit, second: Fit) -> Plan {
    with(|plan| {
        let other = full(2, "Cases closed in a week", Measure::Share);
        plan.indicators.push(other);
        plan.indicator(Some(kpi(1))).role.fit = first;
        plan.indicator(Some(kpi(2))).role.fit = second;
    })
}

fn whom(whom: Whom) -> Fit {
    Fit { whom: Some(whom), ..Fit::default() }
}

fn counts(yardstick: Yardstick) -> Fit {
    Fit { yardstick: Some(yardstick), ..Fit::default() }
}

#[test]
fn answers_that_fit_are_no_findings() {
    assert_eq!(answered(Some(Whom::Same), Some(Yardstick::Result)).found(), []);
}

#[test]
fn one_indicator_of_the_right_people_or_of_the_result_is_enough() {
    let found = |first: Fit, second: Fit, rule: Rule| two(first, second).of(rule).len();
    assert_eq!(found(whom(Whom::Others), whom(Whom::Same), Rule::Others), 0);
    assert_eq!(found(whom(Whom::Others), Fit::default(), Rule::Others), 1);
    assert_eq!(found(whom(Whom::Some), whom(Whom::Others), Rule::Others), 1);
    assert_eq!(found(counts(Yardstick::Step), counts(Yardstick::Result), Rule::Stage), 0);
    assert_eq!(found(counts(Yardstick::Step), Fit::default(), Rule::Stage), 0);
    assert_eq!(found(counts(Yardstick::Activity), counts(Yardstick::Step), Rule::Stage), 1);
    assert_eq!(found(counts(Yardstick::Activity), Fit::default(), Rule::Activity), 0);
    let both = || counts(Yardstick::Activity);
    assert_eq!(found(both(), both(), Rule::Activity), 1);
    // A guardrail guards others than the goal speaks of.
    let mut plan = two(whom(Whom::Same), whom(Whom::Others));
    plan.indicator(Some(kpi(1))).role.fit = Fit::default();
    plan.indicator(Some(kpi(2))).role.profit = Some(Profit::Guardrail);
    assert_eq!(plan.of(Rule::Others), []);
}

#[test]
fn a_person_who_has_looked_outweighs_what_words_suggest() {
    let trainings = |fit: Fit| {
        with(|plan| {
            plan.indicators.retain(|one| one.id != kpi(1));
            let mut one = count("Trainings held");
            one.role.fit = fit;
            plan.indicators.push(one);
        })
    };
    assert_eq!(trainings(Fit::default()).of(Rule::Activity).len(), 1);
    assert_eq!(trainings(counts(Yardstick::Result)).of(Rule::Activity), []);
    let old = |fit: Fit| {
        with(|plan| {
            plan.goals[0].statement = "Win new customers".to_owned();
            plan.indicators.retain(|one| one.id != kpi(1));
            let mut one =
                Indicator { population: "Existing customers".to_owned(), ..count("Revenue") };
            one.role.fit = fit;
            plan.indicators.push(one);
        })
    };
    assert_eq!(old(Fit::default()).of(Rule::Others).len(), 1);
    assert_eq!(old(whom(Whom::Same)).of(Rule::Others), []);
    // Not once the words are others than those looked at.
    let mut plan = old(whom(Whom::Same));
    let one = plan.indicator(Some(kpi(1))).clone();
    let mark = words_mark(&plan.goals[0], &one);
    plan.indicator(Some(kpi(1))).role.fit.words = mark;
    assert_eq!(plan.of(Rule::Others), []);
    plan.indicator(Some(kpi(1))).population = "Existing customers of ours".to_owned();
    assert_eq!(plan.of(Rule::Others).len(), 1);
}

impl Plan {
    fn pairs(&self) -> Pairs {
        GoalCheck::default().pairs(&Aims {
            goals: self.goals.iter().collect(),
            indicators: self.indicators.iter().collect(),
            history: &self.history,
            trade_offs: self.trade_offs.iter().collect(),
            today: None,
            fiscal: FiscalStart::JANUARY,
        })
    }
}

#[test]
fn goals_and_the_indicators_of_a_goal_are_looked_at_in_pairs() {
    let mut plan = two(Fit::default(), Fit::default());
    let pairs = plan.pairs();
    assert_eq!(pairs.open, [(kpi(1), kpi(2)), (goal_id(1), goal_id(9))]);
    assert_eq!(pairs.all, 2);
    // Without words there is nothing to look at.
    plan.goal(Some(goal_id(9))).statement = " ".to_owned();
    plan.indicator(Some(kpi(2))).name = String::new();
    assert_eq!(plan.pairs(), Pairs::default());
}

#[test]
fn a_pair_is_looked_at_once_anybody_has_said_or_shown_how_the_two_bear() {
    let open = |edit: &dyn Fn(&mut Plan)| {
        let mut plan = two(Fit::default(), Fit::default());
        edit(&mut plan);
        plan.pairs().open
    };
    let (within, goals) = ((kpi(1), kpi(2)), (goal_id(1), goal_id(9)));
    for kind in LinkKind::ALL {
        let linked = open(&|plan| plan.goal(Some(goal_id(9))).links = link(kind, goal_id(1)));
        assert_eq!(linked, [within], "{kind:?}");
        // Between indicators of two goals it tells of the goals as well.
        let linked = open(&|plan| plan.indicator(Some(kpi(2))).links = link(kind, kpi(9)));
        assert_eq!(linked, [within], "{kind:?}");
        let linked = open(&|plan| plan.indicator(Some(kpi(2))).links = link(kind, kpi(1)));
        assert_eq!(linked, [goals], "{kind:?}");
    }
    let weighed = open(&|plan| {
        let between = vec![goal_id(9), kpi(2), goal_id(1)];
        plan.trade_offs.push(TradeOff::new(Id::new(IdKind::TradeOff, 1), between));
    });
    assert_eq!(weighed, [within]);
    let drawn = |one: Pull, other: Pull| {
        open(&|plan| {
            plan.indicator(Some(kpi(1))).role.resources = pull("Agents", one);
            plan.indicator(Some(kpi(2))).role.levers = pull("Money", other);
        })
    };
    assert_eq!(drawn(Pull::More, Pull::Less), [goals]);
    let guarded = open(&|plan| plan.indicator(Some(kpi(2))).role.profit = Some(Profit::Guardrail));
    assert_eq!(guarded, [goals]);
}
