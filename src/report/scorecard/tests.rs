use super::*;
use crate::base::{FiscalStart, IdKind, Period};
use crate::i18n::Language;
use crate::i18n::testing::catalogue;
use crate::kpi::{Actual, Direction, Measure, Measurement, Status, Target};
use crate::workspace::{Person, ProjectHead};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn person(n: u64) -> Id {
    Id::new(IdKind::Person, n)
}

/// Three indicators: one without values, one falling behind, one that has met
/// its target of 80.
fn project() -> Project {
    let mut project = Project::new(ProjectHead::new(Id::new(IdKind::Project, 1), "CRM"));
    for (n, name) in [(1, "Zoe"), (2, "anna")] {
        project.people.put(0, Person::new(person(n), name));
    }
    let values: [(&str, Option<u64>, &[f64]); 3] = [
        ("Calls", Some(1), &[]),
        ("adoption", Some(2), &[70.0, 66.0, 68.0, 65.0, 67.0, 64.0, 66.0]),
        ("", None, &[78.0, 80.0, 79.0, 81.0, 80.0, 82.0, 81.0]),
    ];
    for (n, (name, owner, values)) in (1..).zip(values) {
        let id = Id::new(IdKind::Indicator, n);
        let due = Some(day("2026-06-30"));
        let indicator = Indicator {
            name: name.to_owned(),
            owner: owner.map(person),
            direction: Some(Direction::Up),
            target: Target { value: Some(80.0), due, ..Target::default() },
            ..Indicator::new(id, Measure::Number)
        };
        project.indicators.put(u32::try_from(n).expect("small"), indicator);
        let mut period = Period::parse("2026-04").expect("a month");
        let series = project.measurements.entry(id).or_default();
        for (k, value) in (0..).zip(values) {
            let id_of = Id::new(IdKind::Measurement, 100 * n + k);
            let actual = Actual::Value(*value);
            let note = String::new();
            let found =
                Measurement { id: id_of, indicator: id, period, actual, note, import: None };
            series.insert(period, found);
            period = period.next(FiscalStart::JANUARY);
        }
    }
    project
}

fn all(today: &str) -> Vec<Score> {
    scores(&catalogue(Language::English), &project(), day(today))
}

fn names(view: &View, all: &[Score]) -> Vec<String> {
    view.arranged(all).into_iter().map(|score| score.name.clone()).collect()
}

#[test]
fn a_score_says_value_status_age_and_what_it_cannot_say() {
    let all = all("2026-11-18");
    let statuses: Vec<Status> = all.iter().map(|score| score.judgement.status).collect();
    assert_eq!(statuses, [Status::NoData, Status::Missed, Status::Met]);
    assert_eq!((all[0].latest.clone(), all[0].age, all[0].signals), (None, None, None));
    assert_eq!((all[0].bullet.clone(), all[0].spark.clone()), (None, None));
    assert_eq!((all[1].latest.as_deref(), all[1].age), (Some("66"), Some(18)));
    assert_eq!((all[1].signals, all[1].assurance), (Some(0), Some(Assurance::Never)));
    assert_eq!(all[1].trend, Trend::TooFew, "seven values carry no trend");
    let title = all[1].spark.as_deref().expect("a line");
    assert!(title.contains("7 values, from 70 to 66"), "{title}");
}

#[test]
fn a_process_that_keeps_no_one_level_has_no_assurance() {
    let mut project = project();
    let id = Id::new(IdKind::Indicator, 2);
    let series = project.measurements.get_mut(&id).expect("values");
    let mut period = Period::parse("2024-11").expect("a month");
    for n in 0..17_u32 {
        let (id_of, note) = (Id::new(IdKind::Measurement, 900 + u64::from(n)), String::new());
        let actual = Actual::Value(f64::from(90 + n % 3));
        let found = Measurement { id: id_of, indicator: id, period, actual, note, import: None };
        series.insert(period, found);
        period = period.next(FiscalStart::JANUARY);
    }
    let all = scores(&catalogue(Language::English), &project, day("2026-11-18"));
    assert_eq!((all[1].assurance, all[1].unsettled), (None, true));
    assert!(all[1].signals.is_some_and(|signals| signals > 1));
}

#[test]
fn the_board_shows_the_band_that_holds_and_the_one_to_come() {
    let mut project = project();
    let id = Id::new(IdKind::Indicator, 2);
    let indicator = project.indicators.get_mut(id).expect("it is there");
    indicator.direction = Some(Direction::Within);
    let period = Period::parse("2026-04").expect("a month");
    indicator.target = Target {
        low: Some(70.0),
        high: Some(80.0),
        due: Some(day("2026-12-31")),
        bands: vec![crate::kpi::BandStep { period, value: (60.0, 70.0) }],
        ..Target::default()
    };
    let score = |today: &str| {
        let all = scores(&catalogue(Language::English), &project, day(today));
        all.into_iter().find(|score| score.id == id).expect("it is there")
    };
    let now = score("2026-11-18");
    assert_eq!(now.judgement.status, Status::OnCourse);
    assert_eq!(now.target.as_deref(), Some("60 to 70 now, then 70 to 80"));
    assert!(now.bullet.is_some_and(|bullet| bullet.contains("60 to 70 now")));
    let found = scores(&catalogue(Language::English), &project, day("2026-05-05"));
    let early = found.into_iter().find(|score| score.id == id).expect("it is there");
    // 70 in April lies in both.
    assert_eq!(early.judgement.status, Status::Met);
}

#[test]
fn the_board_sorts_by_every_column_and_back() {
    let all = all("2026-11-18");
    let sorted =
        |column, back| names(&View { sort: Some((column, back)), ..View::default() }, &all);
    assert_eq!(names(&View::default(), &all), ["Calls", "adoption", ""]);
    assert_eq!(sorted(Column::Name, false), ["adoption", "Calls", ""], "no name comes last");
    assert_eq!(sorted(Column::Status, false), ["adoption", "Calls", ""]);
    assert_eq!(sorted(Column::Status, true), ["", "Calls", "adoption"]);
    assert_eq!(sorted(Column::Owner, false), ["adoption", "Calls", ""]);
    assert_eq!(sorted(Column::Variation, false)[0], "adoption");
    assert_eq!(sorted(Column::Age, false)[0], "Calls", "no value at all is the oldest");
    for column in Column::ALL {
        let mut found = sorted(column, true);
        found.sort();
        assert_eq!(found, ["", "Calls", "adoption"], "{column:?} loses nobody");
    }
}

#[test]
fn the_board_filters_and_its_address_says_how() {
    let all = all("2026-11-18");
    let view = View { status: Some(Status::Missed), owner: Some(person(2)), ..View::default() };
    assert_eq!(names(&view, &all), ["adoption"]);
    assert!(view.filters());
    let text = |text: &str| View { text: text.to_owned(), ..View::default() };
    assert_eq!(names(&text(" ZO "), &all), ["Calls"], "by the owner's name");
    assert_eq!(names(&text("ADOPT"), &all), ["adoption"]);
    for sort in [None, Some((Column::Variation, true)), Some((Column::Name, false))] {
        for status in STATUSES {
            let view = View {
                sort,
                status: Some(status),
                goal: Some(Id::new(IdKind::Goal, 7)),
                ..View::default()
            };
            assert_eq!(View::parse(&view.address()), view);
        }
    }
    assert_eq!(View::parse("sort-x.status-y.else.goal-1"), View::default());
}

#[test]
fn what_is_due_is_the_last_ended_period_without_a_value() {
    let found = due_round(&project(), day("2026-12-05"));
    // Values end with October; November has ended five days ago.
    let periods: Vec<String> = found.iter().map(|due| due.period.to_string()).collect();
    assert_eq!(periods, ["2026-11"; 3]);
    assert!(found.iter().all(|due| !due.late && due.earlier == 0));
    let late = due_round(&project(), day("2027-01-20"));
    assert!(late.iter().all(|due| due.late));
    assert_eq!(late[0].earlier, 0, "nothing is open before the first value");
    assert_eq!(late[1].earlier, 1);
    let none = due_round(&project(), day("2026-11-18"));
    assert_eq!(none.len(), 1, "only the indicator without any value");
}
