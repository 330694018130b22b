//! How long the goal check and the goal map take: a plan of 200 goals and 500
//! indicators looked at for the first time, and again after every letter typed
//! into a goal, which is what a person waits for.
//!
//! `cargo run --release --no-default-features --example goal_check`

use crm_readiness::base::{FiscalStart, Id, IdKind};
use crm_readiness::kpi::{
    Aims, Baseline, Direction, Draw, Goal, GoalCheck, Indicator, Link, LinkKind, Measure, Pull,
    Role, Series, Target,
};
use std::collections::BTreeMap;
use std::time::Instant;

const GOALS: u64 = 200;
const INDICATORS: u64 = 500;
/// Letters typed, one look each.
const LETTERS: usize = 200;

const STATEMENTS: [&str; 6] = [
    "Answer 80 % of calls within 20 seconds by 31 March 2027",
    "Customers get an answer quickly, and the cost per call falls by 5 %",
    "2027年6月前首次解决率从66%提高到75%",
    "缩短热线排队时间，并降低每次来电的成本",
    "К концу 2027 года удержать 87 % клиентов, которые были в начале года",
    "Сократить время ответа на письма с 12 до 4 часов к июню",
];

const NAMES: [&str; 6] = [
    "Calls answered within 20 s",
    "Cost per contact",
    "首次联系解决率",
    "电话等待时间中位数",
    "Удержание клиентов",
    "Письма с ответом в течение 4 часов",
];

fn pick<'a>(list: &[&'a str], n: u64) -> &'a str {
    let place = usize::try_from(n).unwrap_or_default() % list.len();
    list.get(place).copied().unwrap_or_default()
}

fn goal(n: u64) -> Goal {
    let statement = format!("{} ({n})", pick(&STATEMENTS, n));
    Goal::new(Id::new(IdKind::Goal, n), &statement)
}

fn indicator(n: u64) -> Indicator {
    let up = n % 3 != 1;
    let draw = Draw {
        name: format!("team {}", n % 40),
        pull: if n.is_multiple_of(2) { Pull::More } else { Pull::Less },
    };
    let to = Id::new(IdKind::Indicator, (n * 7 + 3) % INDICATORS);
    let link = Link {
        kind: LinkKind::ALL[if n.is_multiple_of(9) { 2 } else { 0 }],
        to,
        note: String::new(),
    };
    Indicator {
        goal: Some(Id::new(IdKind::Goal, n % GOALS)),
        name: format!("{} {n}", pick(&NAMES, n)),
        unit: "points".to_owned(),
        direction: Some(if up { Direction::Up } else { Direction::Down }),
        population: "all contacts of the service line in opening hours".to_owned(),
        source: "ticket system, monthly report".to_owned(),
        method: "cases without a repeat within 14 days ÷ cases closed".to_owned(),
        owner: Some(Id::new(IdKind::Person, 1)),
        baseline: Baseline::NoneYet,
        target: Target { value: Some(80.0), due: "2027-06-30".parse().ok(), ..Target::default() },
        role: Box::new(Role {
            resources: if n.is_multiple_of(5) { vec![draw] } else { Vec::new() },
            ..Role::default()
        }),
        links: if n.is_multiple_of(4) { vec![link] } else { Vec::new() },
        ..Indicator::new(Id::new(IdKind::Indicator, n), Measure::Number)
    }
}

fn main() {
    let mut goals: Vec<Goal> = (0..GOALS).map(goal).collect();
    let indicators: Vec<Indicator> = (0..INDICATORS).map(indicator).collect();
    let history: BTreeMap<Id, Series> = BTreeMap::new();
    let mut check = GoalCheck::default();
    let mut look = |goals: &[Goal]| {
        let aims = Aims {
            goals: goals.iter().collect(),
            indicators: indicators.iter().collect(),
            history: &history,
            trade_offs: Vec::new(),
            today: "2026-11-22".parse().ok(),
            fiscal: FiscalStart::JANUARY,
        };
        let before = Instant::now();
        let found = check.findings(&aims).len();
        (before.elapsed().as_secs_f64() * 1e3, found)
    };
    let (first, found) = look(&goals);
    println!("{GOALS} goals, {INDICATORS} indicators: {found} findings");
    println!("first look         {first:8.2} ms");
    let mut times = Vec::with_capacity(LETTERS);
    let letters: Vec<char> = "faster answers for every caller within the hour ".chars().collect();
    for letter in letters.iter().cycle().take(LETTERS) {
        if let Some(goal) = goals.first_mut() {
            // As long as a goal gets, then anew.
            if goal.statement.len() > 160 {
                goal.statement.clear();
            }
            goal.statement.push(*letter);
        }
        times.push(look(&goals).0);
    }
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times.get(times.len() * share / 100).copied().unwrap_or_default();
    println!("a letter, fastest  {:8.2} ms", at(0));
    println!("a letter, median   {:8.2} ms", at(50));
    println!("a letter, 95 %     {:8.2} ms", at(95));
    println!("a letter, slowest  {:8.2} ms", times.last().copied().unwrap_or_default());
}
