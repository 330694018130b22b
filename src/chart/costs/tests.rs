//! The chart of costs on the sample, in three languages and two widths.

use super::*;
use crate::base::{Id, IdKind};
use crate::chart::tests::shape::places;
use crate::i18n::Language;
use crate::i18n::testing::catalogue;
use crate::registers::CostKind;
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

fn line(n: u64) -> CostLine {
    CostLine::new(Id::new(IdKind::CostLine, n), CostKind::Other)
}

fn project(records: Vec<Record>) -> Project {
    let id = Id::new(IdKind::Project, 1);
    let mut workspace = Workspace::default();
    let head = ProjectHead { currency: "EUR".to_owned(), ..ProjectHead::new(id, "CRM") };
    for command in [
        Command::AddProject(Box::new(Project::new(head))),
        Command::SaveAll { project: id, records },
    ] {
        workspace.apply(command).expect("the project is sound");
    }
    workspace.project(id).expect("it was added").clone()
}

fn costs(lines: Vec<CostLine>) -> Project {
    project(lines.into_iter().map(Record::CostLine).collect())
}

fn english(project: &Project) -> CostModel {
    cost_chart(&catalogue(Language::English), project, 720).expect("costs are there")
}

#[test]
fn the_sample_in_every_language() {
    for language in Language::ALL {
        let (words, project) = (catalogue(language), sample_in(language));
        for (kind, width) in [("costs", 720), ("costs-narrow", 328)] {
            let model = cost_chart(&words, &project, width).expect("costs are there");
            let name = format!("{kind}-{}", language.tag());
            crate::chart::tests::golden::golden(&name, model.picture);
        }
    }
}

#[test]
fn the_finding_compares_completion_with_plan() {
    let over = english(&sample_in(Language::English));
    let space = |text: &str| text.replace('\u{a0}', " ");
    assert_eq!(
        space(&over.finding),
        "The project is expected to cost 14,500 EUR more than planned: 369,500 EUR instead of 355,000 EUR"
    );
    assert!(space(&over.summary).starts_with("104,000 EUR are spent, of 355,000 EUR planned."));
    assert!(over.summary.contains("Stage 1"), "{}", over.summary);
    let of = |planned, forecast, spent| {
        english(&costs(vec![CostLine { planned, spent, forecast, ..line(1) }])).finding
    };
    assert!(of(Some(10.0), Some(8.0), None).contains("less than planned"));
    assert!(of(Some(10.0), None, Some(3.0)).contains("what was planned"));
    assert!(of(None, Some(8.0), None).contains("without a plan"));
    assert!(of(None, None, Some(8.0)).contains("without plan or forecast"));
}

#[test]
fn without_an_amount_there_is_no_chart() {
    let words = catalogue(Language::English);
    assert_eq!(cost_chart(&words, &costs(vec![line(1)]), 720), None);
    assert_eq!(cost_chart(&words, &costs(Vec::new()), 720), None);
}

#[test]
fn extremes_stay_inside_the_picture() {
    let huge = CostLine { planned: Some(1e15), spent: Some(0.0), ..line(1) };
    let small = CostLine { forecast: Some(1e-15), ..line(2) };
    let nothing = CostLine { planned: Some(0.0), ..line(3) };
    let name = "A stage with a name that no picture of any width can hold ".repeat(5);
    let mut stage = Stage::new(Id::new(IdKind::Stage, 1));
    stage.name = name;
    let records = vec![
        Record::Stage(stage),
        Record::CostLine(CostLine { stage: Some(Id::new(IdKind::Stage, 1)), ..huge }),
        Record::CostLine(small),
        Record::CostLine(nothing.clone()),
    ];
    for project in [project(records), costs(vec![nothing])] {
        for language in Language::ALL {
            for width in [320, 360, 720, 1600] {
                let model = cost_chart(&catalogue(language), &project, width).expect("costs");
                let svg = model.picture.expect("it can be drawn");
                for (x, _) in places(&svg) {
                    assert!((-0.1..=f64::from(width) + 0.1).contains(&x), "{width}: {x}");
                }
            }
        }
    }
}

#[test]
fn the_file_holds_plain_numbers() {
    let csv = cost_csv(&catalogue(Language::English), &sample_in(Language::English));
    let lines: Vec<&str> = csv.trim_start_matches('\u{feff}').lines().collect();
    assert!(lines[0].contains("Planned, EUR"), "{csv}");
    assert!(lines[1].ends_with("215000,196500,104000,222500"), "{csv}");
    assert_eq!(lines.len(), 3);
}

#[test]
fn a_long_name_leaves_room_for_its_note() {
    let mut stage = Stage::new(Id::new(IdKind::Stage, 1));
    stage.name = "name ".repeat(60);
    let own =
        CostLine { stage: Some(stage.id), planned: Some(1.0), forecast: Some(3.0), ..line(1) };
    let project = project(vec![Record::Stage(stage), Record::CostLine(own)]);
    let svg = cost_chart(&catalogue(Language::English), &project, 320)
        .expect("costs")
        .picture
        .expect("it can be drawn");
    assert!(svg.contains("above plan") && svg.contains('…'));
}
