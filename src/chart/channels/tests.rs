//! The chart of channels on the sample, in three languages and two widths.

use super::*;
use crate::base::{IdKind, Period};
use crate::i18n::Language;
use crate::i18n::testing::catalogue;
use crate::sample;
use crate::workspace::{Command, ProjectHead, Record, Workspace};
use std::path::Path;

const PLAN: &str = include_str!("../../../assessments/sample/plan.yaml");

fn sample_in(language: Language) -> Project {
    let file = format!("assessments/sample/text.{}.yaml", &language.tag()[..2]);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(&file);
    let text = std::fs::read_to_string(path).expect("the texts are there");
    let texts = crate::pack::read_texts(&file, &text).expect("the texts are sound");
    sample::resolve(PLAN, &texts).expect("the sample is sound")
}

fn channel(n: u64, cost: f64, outcomes: f64) -> Channel {
    Channel {
        name: format!("Channel {n}"),
        period: Period::parse("2026").ok(),
        contacts: Some(100.0),
        cost: Some(cost),
        outcomes: Some(outcomes),
        outcome: "Order".to_owned(),
        ..Channel::new(Id::new(IdKind::Channel, n))
    }
}

fn english(channels: Vec<Channel>) -> Option<ChannelModel> {
    let id = Id::new(IdKind::Project, 1);
    let mut workspace = Workspace::default();
    let head = ProjectHead { currency: "EUR".to_owned(), ..ProjectHead::new(id, "CRM") };
    let records = channels.into_iter().map(Record::Channel).collect();
    for command in [
        Command::AddProject(Box::new(Project::new(head))),
        Command::SaveAll { project: id, records },
    ] {
        workspace.apply(command).expect("the project is sound");
    }
    let project = workspace.project(id).expect("it was added");
    channel_chart(&catalogue(Language::English), project, 720)
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn the_sample_in_every_language() {
    for language in Language::ALL {
        let (words, project) = (catalogue(language), sample_in(language));
        for (kind, width) in [("channels", 720), ("channels-narrow", 328)] {
            let model = channel_chart(&words, &project, width).expect("channels are there");
            let name = format!("{kind}-{}", language.tag());
            crate::chart::tests::golden::golden(&name, model.picture.expect("a comparison"));
        }
    }
}

#[test]
fn the_finding_names_the_channel_that_takes_more_than_it_brings() {
    let project = sample_in(Language::English);
    let model = channel_chart(&catalogue(Language::English), &project, 720).expect("channels");
    assert_eq!(
        model.finding.as_deref(),
        Some("Visit by a representative: 59.1% of the cost for 18.3% of the outcomes")
    );
    assert_eq!(
        plain(&model.summary),
        "Compared are 4 channels of Q3 2026 by one outcome: Order. Cheapest is Web form with \
         25.00 EUR each, dearest Visit by a representative with 711 EUR. 1 channel is not \
         compared: it lacks a number, or counts another outcome or period."
    );
    let cells = |row: usize| model.rows[row].cells.clone().map(|cell| cell.map(|one| plain(&one)));
    let said = |text: &str| Some(text.to_owned());
    assert_eq!(
        cells(0),
        [
            said("7.00 EUR"),
            said("140 EUR"),
            said("5.0% (4.5% to 5.6%)"),
            said("27.8%"),
            said("43.5%"),
        ]
    );
    assert_eq!(cells(4), [None, None, said("30.0% (23.8% to 37.1%)"), None, None]);
    let lacking: Vec<bool> = model.rows.iter().map(|row| row.is_lacking).collect();
    assert_eq!(lacking, [false, false, false, false, true]);
}

#[test]
fn channels_that_match_are_said_to_and_one_alone_is_not_compared() {
    let even = english(vec![channel(1, 50.0, 52.0), channel(2, 50.0, 48.0)]).expect("two");
    assert!(even.finding.is_some_and(|finding| finding.starts_with("Cost and outcomes")));
    let alone = english(vec![channel(1, 50.0, 5.0)]).expect("one");
    assert_eq!((alone.finding, alone.picture), (None, None));
    assert!(alone.summary.starts_with("Two channels of one period"));
    assert_eq!(english(Vec::new()), None);
}

#[test]
fn bars_begin_at_zero_and_keep_to_their_parts() {
    let model = english(vec![channel(1, 75.0, 1.0), channel(2, 25.0, 3.0)]).expect("two");
    let svg = model.picture.expect("a comparison").expect("a picture");
    assert!(svg.contains(">75.0%<") && svg.contains(">25.0%<"), "{svg}");
    for width in [1, 320, 5_000] {
        let picture =
            channel_chart(&catalogue(Language::Russian), &sample_in(Language::Russian), width);
        assert!(picture.and_then(|model| model.picture).is_some_and(|picture| picture.is_ok()));
    }
}

#[test]
fn the_file_holds_every_number() {
    let csv = channel_csv(&catalogue(Language::English), &sample_in(Language::English));
    let lines: Vec<&str> = csv.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines.len(), 6);
    assert!(lines[0].starts_with("Channel,Period,Contacts,Full cost"), "{}", lines[0]);
    assert!(lines[1].starts_with("Telephone,2026-Q3,6200,43400,310,Order,7,140,"), "{}", lines[1]);
    assert!(lines[5].starts_with("Dealer’s counter,2026-Q3,180,,54,Order,,,,"), "{}", lines[5]);
}
