//! The goal map of plans: what it draws, says and lists, in every language.

use super::*;
use crate::base::{Cadence, FiscalStart, IdKind, Period};
use crate::i18n::Language;
use crate::kpi::{
    Actual, Direction, Draw, Goal, Indicator, Link, LinkKind, Measure, Measurement, Profit, Pull,
    TradeOff,
};
use crate::report::tests::words::catalogue;
use crate::workspace::{Command, Person, ProjectHead, Record, Workspace};

fn kpi(n: u64) -> Id {
    Id::new(IdKind::Indicator, n)
}

fn goal(n: u64) -> Id {
    Id::new(IdKind::Goal, n)
}

fn draw(pull: Pull) -> Vec<Draw> {
    vec![Draw { name: "agents on shift".to_owned(), pull }]
}

fn link(kind: LinkKind, to: Id) -> Link {
    Link { kind, to, note: "more calls, more of both".to_owned() }
}

/// Two that pull at one resource, one that drives the first, a line of profit.
fn records() -> Vec<Record> {
    let named = |n, name: &str, direction| {
        let mut found = Indicator::new(kpi(n), Measure::Number);
        found.name = name.to_owned();
        found.goal = Some(goal(1));
        found.direction = Some(direction);
        found
    };
    let mut answered = named(1, "Answered at once", Direction::Up);
    answered.role.resources = draw(Pull::More);
    answered.role.profit = Some(Profit::Leads);
    answered.role.profit_how = "who is served stays".to_owned();
    let mut cost = named(2, "Cost per contact", Direction::Down);
    cost.role.resources = draw(Pull::Less);
    let mut calls = named(3, "Call-backs offered", Direction::Up);
    calls.links = vec![link(LinkKind::Drives, kpi(1))];
    let mut profit = named(4, "Operating profit", Direction::Up);
    profit.role.profit = Some(Profit::Line);
    let person =
        Person { name: "Ivo".to_owned(), ..Person::new(Id::new(IdKind::Person, 1), "Ivo") };
    [Record::Person(person), Record::Goal(Goal::new(goal(1), "Quick answers"))]
        .into_iter()
        .chain([answered, cost, calls, profit].map(Record::Indicator))
        .collect()
}

fn decided() -> Record {
    Record::TradeOff(TradeOff {
        priority: Some(kpi(1)),
        accepted: "up to 8 EUR a contact".to_owned(),
        who: Some(Id::new(IdKind::Person, 1)),
        date: "2026-11-02".parse().ok(),
        ..TradeOff::new(Id::new(IdKind::TradeOff, 1), vec![kpi(1), kpi(2)])
    })
}

fn project(records: Vec<Record>) -> Project {
    let id = Id::new(IdKind::Project, 1);
    let mut workspace = Workspace::default();
    for command in [
        Command::AddProject(Box::new(Project::new(ProjectHead::new(id, "P")))),
        Command::SaveAll { project: id, records },
    ] {
        workspace.apply(command).expect("sound records");
    }
    workspace.project(id).expect("it was added").clone()
}

fn english(project: &Project) -> MapModel {
    goal_map(&catalogue(Language::English), project, 1056).expect("there is something to show")
}

#[test]
fn an_undecided_conflict_stands_first_with_its_chain() {
    let map = english(&project(records()));
    assert_eq!(map.finding, "1 of 1 conflicts are not decided");
    assert_eq!(
        map.summary,
        "Goals: 1. Indicators: 4. Lines between them: 9. 1 chain leads to an undecided conflict."
    );
    let told = |row: &MapRow| [&row.from, &row.how, &row.to, &row.what].map(Clone::clone);
    let rows: Vec<_> = map.rows.iter().take(3).map(told).collect();
    assert_eq!(
        rows,
        [
            [
                "Answered at once",
                "competes with, undecided",
                "Cost per contact",
                "both draw on agents on shift"
            ],
            [
                "Call-backs offered",
                "works against, by way of others",
                "Cost per contact",
                "by way of Answered at once"
            ],
            ["Call-backs offered", "drives", "Answered at once", "more calls, more of both"],
        ]
    );
    assert_eq!(map.rows[0].decided, "Nobody has decided yet which comes first.");
    let svg = map.picture.expect("few boxes").expect("a picture").svg;
    assert!(svg.contains("c-badge-open") && !svg.contains("c-settled"));
}

#[test]
fn a_decided_one_shows_its_trade_off() {
    let mut all = records();
    all.push(decided());
    let map = english(&project(all));
    assert_eq!(map.finding, "The one conflict is decided");
    assert_eq!(
        map.rows[0].decided,
        "\u{201c}Answered at once\u{201d} comes first; Accepted: up to 8 EUR a contact; Decided by Ivo on 2 November 2026"
    );
    let svg = map.picture.expect("few boxes").expect("a picture").svg;
    assert!(svg.contains("c-settled") && !svg.contains("c-badge-open"));
    assert!(!map.summary.contains("chain"), "{}", map.summary);
}

#[test]
fn arrow_keys_lead_along_the_lines_there_and_back() {
    let map = english(&project(records()));
    let at = |id: Id| map.stops.iter().position(|stop| stop.record == id).expect("a stop");
    assert_eq!(map.stops.len(), 5);
    let [left, right, ..] = &map.stops[at(kpi(3))].ways;
    assert_eq!((left.as_slice(), right.first()), (&[][..], Some(&at(kpi(1)))));
    assert!(map.stops[at(kpi(1))].ways[0].contains(&at(kpi(3))));
    assert_eq!(map.stops[at(goal(1))].ways[1], [at(kpi(4))], "on to profit");
    let [_, _, above, below] = &map.stops[at(kpi(2))].ways;
    assert_eq!(above.len() + below.len(), 1, "within the column");
}

#[test]
fn a_plan_without_a_profit_line_shows_that_it_is_missing() {
    let all: Vec<Record> = records().into_iter().filter(|one| one.id() != kpi(4)).collect();
    let map = english(&project(all));
    assert!(map.rows.iter().any(|row| row.to == "No line of overall profit yet"));
    let empty = project(Vec::new());
    assert_eq!(goal_map(&catalogue(Language::English), &empty, 1056), None);
}

#[test]
fn too_many_boxes_become_a_table_alone() {
    let many = (0..200).map(|n| Record::Goal(Goal::new(goal(n), "g"))).collect();
    let map = english(&project(many));
    assert!(map.picture.is_none() && map.summary.contains("too many"));
}

#[test]
fn the_table_leaves_as_a_file_with_a_head_and_a_line_a_row() {
    let map = english(&project(records()));
    let csv = map_csv(&catalogue(Language::English), &map.rows);
    assert!(csv.starts_with("From,How,To,By what,Trade-off\r\n"), "{csv}");
    assert_eq!(csv.lines().count(), map.rows.len() + 1);
}

#[test]
fn everything_is_said_in_every_language() {
    let project = project(records());
    for language in [Language::English, Language::Chinese, Language::Russian] {
        let map = goal_map(&catalogue(language), &project, 360).expect("something to show");
        let mut said = vec![map.finding, map.summary];
        said.extend(map.rows.into_iter().flat_map(|row| [row.from, row.how, row.to]));
        for words in said {
            assert!(!words.is_empty() && !words.contains('{'), "{words}");
        }
    }
}

/// Monthly values of both from January 2026 on.
fn measured(pairs: &[(f64, f64)]) -> Project {
    let mut all = records();
    let mut month = Period::containing(day("2026-01-15"), Cadence::Month, FiscalStart::JANUARY);
    let mut n = 0;
    for (first, second) in pairs {
        for (indicator, value) in [(kpi(1), *first), (kpi(2), *second)] {
            n += 1;
            all.push(Record::Measurement(Measurement {
                id: Id::new(IdKind::Measurement, n),
                indicator,
                period: month,
                actual: Actual::Value(value),
                note: String::new(),
                import: None,
            }));
        }
        month = month.next(FiscalStart::JANUARY);
    }
    project(all)
}

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("test dates are dates")
}

fn said(pairs: &[(f64, f64)], today: &str) -> Together {
    let catalogue = catalogue(Language::English);
    together(&catalogue, &measured(pairs), (kpi(1), kpi(2)), day(today)).expect("values")
}

#[test]
fn two_that_moved_together_are_said_to_and_never_to_cause() {
    let rising: Vec<_> = (1..=7).map(|n| (f64::from(n), f64::from(n * n))).collect();
    let found = said(&rising, "2026-11-22");
    assert_eq!(
        found.says,
        "In 7 periods the two moved together (rank correlation 1.00), which is no proof of cause. \
         Better of the one went with worse of the other."
    );
    assert_eq!(found.rows.len(), 7);
    assert_eq!(found.rows[1], ["February 2026", "2", "4", "2", "2"].map(str::to_owned));
    // July still runs.
    let running = said(&rising, "2026-07-20");
    assert!(running.says.starts_with("In 6 periods"), "{}", running.says);
}

#[test]
fn few_pairs_chance_and_a_constant_say_so() {
    let few = said(&[(1.0, 2.0), (2.0, 3.0), (3.0, 4.0), (4.0, 5.0), (5.0, 6.0)], "2026-11-22");
    assert_eq!(few.says, "Only 5 periods have a value of both; below 6 nothing is said.");
    let chance = [(1.0, 3.0), (2.0, 1.0), (3.0, 6.0), (4.0, 2.0), (5.0, 5.0), (6.0, 4.0)];
    assert!(said(&chance, "2026-11-22").says.contains("can be told from chance"));
    let flat: Vec<_> = (0..8).map(|n| (f64::from(n), 5.0)).collect();
    assert_eq!(
        said(&flat, "2026-11-22").says,
        "One of the two has never changed, so nothing can be said."
    );
    let none = project(records());
    let english = catalogue(Language::English);
    assert_eq!(together(&english, &none, (kpi(1), kpi(2)), day("2026-11-22")), None);
}
