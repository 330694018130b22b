//! The picture of the ways of data: the sample, thirty systems, what is
//! missing, and that nothing lies on anything else.

use super::layout::{FlowLayout, lay_out, sides};
use super::*;
use crate::base::{Id, IdKind};
use crate::chart::tests::golden::golden;
use crate::chart::tests::shape::places;
use crate::chart::text_width;
use crate::i18n::Language;
use crate::i18n::testing::{catalogue, in_all};
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

fn project(rows: Vec<Integration>) -> Project {
    let id = Id::new(IdKind::Project, 1);
    let head = ProjectHead::new(id, "CRM");
    let mut workspace = Workspace::default();
    let records = rows.into_iter().map(Record::Integration).collect();
    for command in [
        Command::AddProject(Box::new(Project::new(head))),
        Command::SaveAll { project: id, records },
    ] {
        workspace.apply(command).expect("the project is sound");
    }
    workspace.project(id).expect("it was added").clone()
}

fn row(n: u64, name: &str, data: &str, flow: Option<Flow>) -> Integration {
    Integration {
        system: name.to_owned(),
        data: data.to_owned(),
        flow,
        ..Integration::new(Id::new(IdKind::Integration, n))
    }
}

/// Thirty systems with long names in a language, every third without a
/// direction or an owner.
fn thirty(language: Language) -> Project {
    let (name, data) = match language {
        Language::Chinese => ("企业资源计划与仓储管理系统", "客户主数据、订单、库存与价格清单"),
        Language::Russian => (
            "Система управления предприятием и складом",
            "Карточки клиентов, заказы, остатки и прайс-листы",
        ),
        _ => (
            "Enterprise resource planning and warehouse",
            "Customer records, orders, stock levels and price lists",
        ),
    };
    let rows = (1_usize..=30).map(|n| {
        let flow = [Some(Flow::In), Some(Flow::Out), Some(Flow::Both), None][n % 4];
        let state = IntegrationState::ALL[n % 3];
        Integration {
            state,
            feasibility: Feasibility::ALL[n % 3],
            ..row(n as u64, &format!("{name} {n}"), if n % 5 == 0 { "" } else { data }, flow)
        }
    });
    project(rows.collect())
}

fn picture(project: &Project, language: Language, width: u32) -> String {
    let model = flow_chart(&catalogue(language), project, width).expect("systems are listed");
    model.picture.expect("it can be drawn")
}

#[test]
fn the_sample_in_every_language() {
    for language in Language::ALL {
        let project = sample_in(language);
        for (kind, width) in [("flows", 1056), ("flows-narrow", 328)] {
            let name = format!("{kind}-{}", language.tag());
            golden(&name, Ok(picture(&project, language, width)));
        }
    }
}

#[test]
fn thirty_systems_can_be_read() {
    for language in Language::ALL {
        let name = format!("flows-thirty-{}", language.tag());
        golden(&name, Ok(picture(&thirty(language), language, 1056)));
    }
}

fn laid_out(project: &Project, language: Language, width: u32) -> FlowLayout {
    let words = catalogue(language);
    let rows: Vec<&Integration> = project.integrations.iter().collect();
    let missing = integrations_proof(rows.iter().copied(), "").missing;
    let systems = rows.iter().map(|row| system(&words, project, row, &missing)).collect();
    lay_out(&FlowPlot {
        id_prefix: "flows".to_owned(),
        title: String::new(),
        description: String::new(),
        width,
        hub: "CRM".to_owned(),
        systems,
    })
}

#[test]
fn no_box_or_word_lies_on_another_and_none_is_cut_off() {
    for language in Language::ALL {
        let project = thirty(language);
        for width in [320, 328, 360, 480, 619, 620, 760, 1056, 1600] {
            let layout = laid_out(&project, language, width);
            assert_eq!(layout.systems.len(), 30);
            let all: Vec<_> = layout.systems.iter().map(|system| system.area).collect();
            for (index, one) in all.iter().enumerate() {
                assert!(one.left >= 0.0 && one.right <= f64::from(width), "{width}");
                assert!(one.bottom <= layout.height);
                for other in all.iter().skip(index + 1).chain([&layout.hub]) {
                    let apart = one.right <= other.left
                        || other.right <= one.left
                        || one.bottom <= other.top
                        || other.bottom <= one.top;
                    assert!(apart, "{width}: {one:?} lies on {other:?}");
                }
            }
            let words: Vec<_> = layout.systems.iter().flat_map(|system| &system.texts).collect();
            for (index, one) in words.iter().enumerate() {
                let span = |written: &super::layout::Written| {
                    let wide = text_width(&written.text);
                    let left =
                        if written.centred { written.at.0 - wide / 2.0 } else { written.at.0 };
                    (left, left + wide)
                };
                let (left, right) = span(one);
                assert!(left >= 0.0 && right <= f64::from(width), "{width}: {one:?}");
                assert!(one.at.1 >= 7.0 && one.at.1 <= layout.height - 7.0, "{one:?}");
                for other in words.iter().skip(index + 1) {
                    let (from, to) = span(other);
                    let apart =
                        right <= from || to <= left || (one.at.1 - other.at.1).abs() >= 12.0;
                    assert!(apart, "{width}: {one:?} lies on {other:?}");
                }
            }
        }
    }
}

#[test]
fn ways_are_level_and_point_where_data_go() {
    let project = project(vec![
        row(1, "Telephony", "Calls", Some(Flow::In)),
        row(2, "Accounting", "Invoices", Some(Flow::Out)),
        row(3, "ERP", "Orders", Some(Flow::Both)),
        row(4, "Shop", "Baskets", None),
    ]);
    for width in [328, 1056] {
        let layout = laid_out(&project, Language::English, width);
        for system in &layout.systems {
            assert!((system.from.1 - system.to.1).abs() < f64::EPSILON, "level");
        }
        let heads: Vec<_> = layout.systems.iter().map(|system| system.heads).collect();
        assert_eq!(heads, [(false, true), (true, false), (true, true), (false, false)]);
    }
    let layout = laid_out(&project, Language::English, 1056);
    let is_left = |index: usize| layout.systems[index].area.left < layout.hub.left;
    assert!(is_left(0) && !is_left(1), "senders left, receivers right");
}

#[test]
fn systems_of_both_ways_fill_the_shorter_side() {
    let systems: Vec<_> = (0..9)
        .map(|n| {
            let way = if n < 2 { Way::Out } else { Way::Both };
            let text = || Gap { text: "x".to_owned(), gap: false };
            let state = IntegrationState::Live;
            FlowSystem { name: text(), data: text(), owner: text(), stands: text(), way, state }
        })
        .collect();
    let (left, right) = sides(&systems);
    assert_eq!(left.len().abs_diff(right.len()), 1);
    assert!(right.starts_with(&[0, 1]));
    let mut all = [left, right].concat();
    all.sort_unstable();
    assert_eq!(all, (0..9).collect::<Vec<_>>());
}

#[test]
fn what_is_missing_is_said_in_words_and_drawn_in_its_own_shape() {
    let bare = Integration::new(Id::new(IdKind::Integration, 1));
    let svg = picture(&project(vec![bare]), Language::English, 1056);
    for words in ["which system?", "which data?", "no owner", "which way?", "Not checked yet"] {
        assert!(svg.contains(words), "{words}");
    }
    assert!(svg.contains("c-system-gap") && !svg.contains("c-flow-head"));
    let whole = sample_in(Language::English);
    let svg = picture(&whole, Language::English, 1056);
    assert_eq!(svg.matches("no owner").count(), 1, "the web shop");
}

#[test]
fn the_finding_counts_what_is_missing_and_leaves_out_what_was_given_up() {
    let said = in_all(|words| {
        let project = sample_in(words.language());
        flow_chart(words, &project, 720).expect("systems").finding
    });
    assert_eq!(said[0], "Something is still missing at 1 of 5 systems");
    assert!(said[1].contains('5') && said[2].contains("1 из 5"), "{said:?}");
    let dropped = |n| Integration {
        state: IntegrationState::Dropped,
        ..row(n, "Fax", "Orders", Some(Flow::In))
    };
    let words = catalogue(Language::English);
    assert_eq!(flow_chart(&words, &project(vec![dropped(1)]), 720), None);
    let both = project(vec![row(1, "ERP", "Orders", Some(Flow::In)), dropped(2)]);
    let model = flow_chart(&words, &both, 720).expect("one system is left");
    assert_eq!(
        model.summary,
        "Into the CRM: 1. Out of the CRM: 0. Both ways: 0. Given up and not drawn: 1."
    );
}

#[test]
fn hostile_words_stay_text_and_inside() {
    let name = "</text><script>alert(1)</script>".repeat(20);
    let project = project(vec![row(1, &name, &name, Some(Flow::Both))]);
    for width in [320, 1056] {
        let svg = picture(&project, Language::English, width);
        assert!(!svg.contains("<script"));
        for (x, _) in places(&svg) {
            assert!((-0.1..=f64::from(width) + 0.1).contains(&x), "{width}: {x}");
        }
    }
}
