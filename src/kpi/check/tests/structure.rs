//! Rules about how a goal and its indicators are built, each where it holds and
//! beside it where it does not.

use super::*;
use crate::kpi::Tells;

/// A goal with one indicator, in a plan that is sound otherwise.
fn one(says: &str, indicator: Indicator) -> Plan {
    with(|plan| {
        plan.goal(Some(goal_id(1))).statement = says.to_owned();
        *plan.indicator(Some(kpi(1))) = indicator;
    })
}

/// A share with its part and whole.
fn share(name: &str, part: &str, population: &str) -> Indicator {
    let mut one = full(1, name, Measure::Share);
    one.role.part = part.to_owned();
    one.population = population.to_owned();
    one
}

fn number(name: &str, unit: &str, population: &str) -> Indicator {
    Indicator {
        unit: unit.to_owned(),
        population: population.to_owned(),
        ..full(1, name, Measure::Number)
    }
}

fn down(indicator: Indicator) -> Indicator {
    let target = Target { value: Some(40.0), ..indicator.target.clone() };
    Indicator { direction: Some(Direction::Down), target, ..indicator }
}

#[test]
fn a_part_must_come_out_of_its_whole() {
    let says = "Complaints get settled within five days";
    let wrong = |part: &str, whole: &str| {
        !one(says, share("Complaints settled", part, whole)).of(Rule::Ratio).is_empty()
    };
    // No word in common.
    assert!(wrong("Complaints settled in 5 days", "All parcels delivered"));
    assert!(!wrong("Complaints settled in 5 days", "Complaints of the month"));
    assert!(wrong("7天内办结的投诉", "小区全部住户"));
    assert!(!wrong("7天内办结的投诉", "当月全部投诉"));
    assert!(wrong("Жалобы, закрытые до выезда", "Все номера отеля"));
    assert!(!wrong("Жалобы, закрытые до выезда", "Все жалобы гостей"));
    // Money out of money is named otherwise.
    assert!(!wrong("Sum of rebates", "Value of the orders invoiced"));
    // The part takes in what the whole leaves out.
    assert!(wrong("All bookings, including those at the desk", "Bookings begun on the site"));
    assert!(wrong("Bookings, including those not begun here", "Bookings begun on the site"));
    assert!(!wrong("Bookings paid", "Bookings, including those at the desk"));
    assert!(wrong("Orders of all channels", "Orders of the web shop"));
    assert!(!wrong("Orders with all fields filled in", "Orders of the web shop"));
    // The part is without what the whole has.
    assert!(wrong("Покупатели без карты", "Владельцы карты"));
    assert!(!wrong("Покупатели без карты", "Все без карты"));
    assert!(!wrong("Покупатели витаминов", "Покупатели с картой"));
}

#[test]
fn who_left_was_there_before_and_staff_hours_are_hours() {
    let fine = |part: &str, whole: &str| {
        one("Lose fewer accounts", down(share("Churn of accounts", part, whole)))
            .of(Rule::Ratio)
            .is_empty()
    };
    assert!(fine("Lapsed accounts", "Existing accounts at the start of the quarter"));
    assert!(!fine("New accounts", "Existing accounts at the start of the quarter"));
    assert!(fine("Hours spent with customers", "Logged-in hours of agents"));
}

#[test]
fn ages_tell_people_apart_by_their_numbers() {
    let others = |says: &str, population: &str| {
        let plan = one(says, share("Kept after a year", "", population));
        !plan.of(Rule::Others).is_empty()
    };
    assert!(others("Drivers under 25 stay with us", "Policyholders aged 60 and over"));
    assert!(!others("Drivers under 25 stay with us", "Policyholders aged 18 to 24"));
    assert!(!others("Drivers under 25 minutes late", "Policyholders aged 60 and over"));
    assert!(!others("Drivers under 25 and over 60 stay with us", "Policyholders aged 18 to 24"));
    assert!(!others("Drivers aged 60 and up stay with us", "Policyholders aged 70 and over"));
    assert!(others("65岁以上的储户留下来", "18到30岁的储户"));
    assert!(!others("65岁以上的储户留下来", "70岁以上的储户"));
    assert!(others("Вкладчики старше 60 лет остаются", "Вкладчики младше 30 лет"));
    assert!(!others("Вкладчики старше 60 лет остаются", "Вкладчики старше 65 лет"));
}

#[test]
fn the_word_before_the_noun_tells_which_are_meant() {
    let others = |says: &str, population: &str| {
        !one(says, share("Еще раз", "", population)).of(Rule::Others).is_empty()
    };
    assert!(others("Ночные пассажиры довольны", "Дневные пассажиры"));
    assert!(others("Складские пассажиры довольны", "Цирковые пассажиры"));
    assert!(!others("Складские пассажиры довольны", "Пассажиры складские"));
    assert!(!others("Складские пассажиры довольны", "Пассажиры"));
    assert!(others("Circus passengers are happy", "Timber passengers"));
    assert!(!others("Guests waiting are served", "Visitors waiting at the desk"));
}

#[test]
fn people_who_have_stayed_for_years_are_no_new_ones() {
    let others = |population: &str| {
        let plan = one("New customers pay their first bill", share("Bills paid", "", population));
        !plan.of(Rule::Others).is_empty()
    };
    assert!(others("Customers with a contract running longer than two years"));
    assert!(!others("Customers with a contract of this year"));
}

#[test]
fn a_count_nobody_paid_for_needs_a_result_beside_it() {
    let counted =
        |says: &str, indicator: Indicator| !one(says, indicator).of(Rule::Gameable).is_empty();
    let stamps = || number("Stamps in the booklet", "stamps", "Booklets of the season");
    assert!(
        counted("Families enjoy the park", stamps()),
        "{:?}",
        one("Families enjoy the park", stamps()).found()
    );
    assert!(!counted("More stamps in every booklet", stamps()), "the goal itself");
    assert!(!counted("Families enjoy the park", down(stamps())));
    let money = number("Takings of the kiosk", "EUR", "Booklets of the season");
    assert!(!counted("Families enjoy the park", money));
    let closed = number("Закрытые наряды", "нарядов", "Все наряды");
    assert!(counted("Абоненты довольны ремонтом", closed));
    let mut plan = one("Families enjoy the park", stamps());
    let beside = Indicator {
        population: "Families".to_owned(),
        ..full(7, "Families who came again", Measure::Share)
    };
    plan.indicators.push(beside);
    assert_eq!(plan.of(Rule::Gameable), []);
}

#[test]
fn letters_sent_to_those_the_goal_speaks_of_are_what_is_done() {
    let done = |name: &str| {
        !one("唤回沉睡的信用卡客户", number(name, "条", "沉睡的信用卡客户"))
            .of(Rule::Activity)
            .is_empty()
    };
    assert!(done("发给沉睡客户的短信条数"));
    assert!(done("给沉睡客户发出的短信"));
    assert!(!done("重新刷卡的沉睡客户"));
}

#[test]
fn rates_added_up_and_divided_are_a_mean() {
    let mean = |method: &str| {
        let mut share = share("Repairs that came back", "Repairs back", "Repairs of the month");
        share.method = method.to_owned();
        !one("Fewer repairs come back", down(share)).of(Rule::Mean).is_empty()
    };
    assert!(mean("The rates of the five workshops added up, divided by five"));
    assert!(mean("把五个车间的返修率相加除以五"));
    assert!(mean("Доли пяти цехов сложить и разделить на пять"));
    assert!(!mean("Repairs back of all workshops added up, divided by all repairs"));
}

#[test]
fn a_full_house_makes_people_wait() {
    let seats = full(1, "Utilisation of the chairs", Measure::Share);
    let wait = down(Indicator {
        unit: "minutes".to_owned(),
        ..full(2, "From the door to the chair", Measure::Number)
    });
    let known = |one: Indicator, other: Indicator| !pair(one, other).of(Rule::Known).is_empty();
    assert!(known(seats.clone(), wait.clone()));
    let length = Indicator { unit: "metres".to_owned(), ..wait };
    assert!(!known(seats, length));
}

#[test]
fn solved_in_one_go_is_quality_however_it_is_put() {
    let shorter = || {
        down(Indicator {
            unit: "minutes".to_owned(),
            ..full(1, "Handling time per call", Measure::Number)
        })
    };
    let known =
        |name: &str| !pair(shorter(), full(2, name, Measure::Share)).of(Rule::Known).is_empty();
    for name in
        ["Problems solved without a second call", "Решено за один звонок", "一通电话解决的问题"]
    {
        assert!(known(name), "{name}");
    }
    assert!(!known("Problems noted during a call"));
}

#[test]
fn what_is_wanted_less_may_stand_at_the_end_or_in_a_share() {
    let backwards =
        |says: &str, indicator: Indicator| !one(says, indicator).of(Rule::Backwards).is_empty();
    let disputes = |name: &str| share(name, "", "开给客户的账单");
    assert!(backwards("减少客户对账单的争议", disputes("有争议账单占比")));
    assert!(!backwards("减少客户对账单的争议", down(disputes("有争议账单占比"))));
    assert!(backwards("Fewer returned parcels", share("Parcels sent back", "", "Parcels sent")));
    let first = share("Orders complete at the first drop", "", "Orders");
    assert!(!backwards("Everything they ordered comes in the first drop", first));
    // One that goes the way of the sentence is enough.
    let mut plan = one("Lose fewer accounts", down(share("Accounts lost", "", "Accounts")));
    let live = Indicator {
        population: "Accounts".to_owned(),
        ..full(7, "Accounts live in 14 days", Measure::Share)
    };
    plan.indicators.push(live);
    assert_eq!(plan.of(Rule::Backwards), []);
    // What it has nothing to do with does not help it.
    let mut plan = one(
        "Fewer complaints of tenants",
        number("Complaints of tenants", "complaints", "Tenants"),
    );
    plan.indicators.push(Indicator {
        goal: Some(goal_id(1)),
        ..down(full(7, "Heating hours", Measure::Number))
    });
    assert_eq!(plan.of(Rule::Backwards).len(), 1);
}

#[test]
fn counts_that_are_said_to_be_kept_must_stand_beside_the_value() {
    let latest = |actual| {
        let mut plan = first(|one| one.role.counts = Some(crate::kpi::Counts::Kept));
        plan.measure(kpi(1), &[actual]);
        plan.of(Rule::NoCount).len()
    };
    assert_eq!(latest(Actual::Value(61.0)), 1);
    assert_eq!(latest(Actual::Counted { part: 61.0, whole: 100.0 }), 0);
}

#[test]
fn a_single_indicator_that_tells_late_is_all_late() {
    let late = |tells| {
        let mut plan = with(|plan| plan.indicators.truncate(1));
        plan.indicators[0].role.tells = tells;
        !plan.of(Rule::AllLate).is_empty()
    };
    assert!(late(Some(Tells::Late)));
    assert!(!late(Some(Tells::Early)));
    assert!(!late(None));
}
