//! Nothing lies on anything else, lines keep off boxes, and crossings are few.

use super::layout::{MapLayout, lay_out};
use super::order::columns;
use super::*;
use crate::chart::tests::golden::golden;
use crate::chart::text_width;
use proptest::prelude::*;

fn node(kind: Kind, name: &str) -> Node {
    Node { record: None, kind, name: name.to_owned(), gap: false }
}

fn line(from: usize, to: usize, bond: Bond, badge: &str) -> Line {
    Line { from, to, bond, badge: badge.to_owned() }
}

fn plot(nodes: Vec<Node>, lines: Vec<Line>, width: u32) -> MapPlot {
    MapPlot {
        id_prefix: "map".to_owned(),
        title: "A map".to_owned(),
        description: "What it shows".to_owned(),
        width,
        heads: ["Resources", "Indicators", "Goals", "Overall profit"].map(str::to_owned),
        legend: [
            "measures",
            "supports",
            "drives",
            "leads to profit",
            "more",
            "less",
            "decided",
            "undecided",
        ]
        .map(str::to_owned),
        nodes,
        lines,
    }
}

/// Sixty boxes: 8 resources, 36 indicators, 15 goals, the line of profit, tied
/// as plans tie them.
fn sixty() -> MapPlot {
    let mut nodes = Vec::new();
    let mut lines = Vec::new();
    for n in 0..36 {
        nodes.push(node(Kind::Indicator, &format!("Indicator {n} of the service and sales teams")));
    }
    for n in 0..15 {
        nodes.push(node(Kind::Goal, &format!("Goal {n}: customers get what they were promised")));
    }
    for n in 0..8 {
        nodes.push(node(Kind::Resource, &format!("Resource {n}")));
    }
    nodes.push(node(Kind::Profit, "Operating profit"));
    for n in 0..36_usize {
        // Scattered on purpose: the order of the records is not a good one.
        lines.push(line(n, 36 + (n * 7) % 15, Bond::Serves, ""));
        if n % 3 == 0 {
            lines.push(line(
                51 + (n * 5) % 8,
                n,
                if n % 2 == 0 { Bond::More } else { Bond::Less },
                "+",
            ));
        }
        if n % 6 == 1 {
            lines.push(line(n, (n * 11 + 5) % 36, Bond::Drives, ""));
        }
    }
    for n in 0..10_usize {
        let bond = if n % 2 == 0 { Bond::Open } else { Bond::Settled };
        lines.push(line((n * 3) % 36, (n * 3 + 4) % 36, bond, &(n + 1).to_string()));
    }
    for n in 0..15_usize {
        lines.push(line(36 + n, 59, Bond::Leads, ""));
    }
    plot(nodes, lines, 1200)
}

#[test]
fn a_small_map_and_one_of_sixty() {
    let small = plot(
        vec![
            node(Kind::Indicator, "Calls answered within 20 seconds"),
            node(Kind::Indicator, "Solved at first contact"),
            node(Kind::Indicator, "Cost per contact"),
            node(Kind::Goal, "Customers get an answer quickly"),
            node(Kind::Goal, "Service costs less"),
            node(Kind::Resource, "Agents on shift"),
            node(Kind::Profit, "Operating profit"),
        ],
        vec![
            line(0, 2, Bond::Open, "1"),
            line(0, 1, Bond::Settled, "2"),
            line(1, 2, Bond::Drives, ""),
            line(5, 0, Bond::More, "+"),
            line(5, 2, Bond::Less, "−"),
            line(0, 3, Bond::Serves, ""),
            line(1, 3, Bond::Serves, ""),
            line(2, 4, Bond::Serves, ""),
            line(3, 4, Bond::Supports, ""),
            line(3, 6, Bond::Leads, ""),
            line(4, 6, Bond::Leads, ""),
        ],
        1056,
    );
    golden("goal-map", draw_map(&small).map(|drawn| drawn.svg));
    golden("goal-map-sixty", draw_map(&sixty()).map(|drawn| drawn.svg));
}

/// What is wrong with a layout; nothing, if all is well.
fn faults(layout: &MapLayout) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, one) in layout.boxes.iter().enumerate() {
        if one.area.left < 0.0 || one.area.right > layout.width || one.area.bottom > layout.height {
            faults.push(format!("box {at} leaves the picture"));
        }
        for other in layout.boxes.iter().skip(at + 1) {
            if one.area.meets(&other.area, 8.0) {
                faults.push(format!("two boxes meet: {:?} {:?}", one.lines, other.lines));
            }
        }
        for words in &one.lines {
            let bold = if matches!(one.kind, Kind::Goal | Kind::Profit) { 1.1 } else { 1.0 };
            if text_width(words) * bold > one.area.right - one.area.left - 10.0 {
                faults.push(format!("{words} is wider than its box"));
            }
        }
    }
    for (at, badge) in layout.badges.iter().enumerate() {
        if layout.boxes.iter().any(|one| one.area.meets(&badge.area, 0.0)) {
            faults.push(format!("badge {} lies on a box", badge.text));
        }
        if layout.badges.iter().skip(at + 1).any(|other| other.area.meets(&badge.area, 0.5)) {
            faults.push(format!("badge {} lies on another", badge.text));
        }
        if badge.area.left < 0.0 || badge.area.right > layout.width {
            faults.push(format!("badge {} leaves the picture", badge.text));
        }
    }
    for route in &layout.routes {
        for ends in route.points.windows(2) {
            for step in 0..=8 {
                let part = f64::from(step) / 8.0;
                let x = ends[0].0 + (ends[1].0 - ends[0].0) * part;
                let y = ends[0].1 + (ends[1].1 - ends[0].1) * part;
                let inside = layout.boxes.iter().any(|one| {
                    one.area.left + 0.5 < x
                        && x < one.area.right - 0.5
                        && one.area.top < y
                        && y < one.area.bottom
                });
                if inside {
                    faults.push(format!("{:?} crosses a box at {x}, {y}", route.bond));
                }
            }
        }
    }
    faults
}

#[test]
fn sixty_boxes_can_be_read() {
    let layout = lay_out(&sixty());
    assert_eq!(faults(&layout), Vec::<String>::new());
    let numbered = layout.badges.iter().filter(|badge| badge.bond.is_conflict()).count();
    assert_eq!(numbered, 10, "every conflict has its number");
    assert_eq!(layout, lay_out(&sixty()), "the same every time");
}

#[test]
fn fewer_lines_cross_than_in_the_order_of_the_records() {
    let found = columns(&sixty());
    let (now, before) = (found.crossings(), found.crossings_as_written());
    assert!(now * 2 < before, "{now} of {before}");
    // What can be drawn without a crossing is.
    let nodes =
        (0..6).map(|n| node(if n < 3 { Kind::Indicator } else { Kind::Goal }, "n")).collect();
    let lines = vec![
        line(0, 5, Bond::Serves, ""),
        line(1, 4, Bond::Serves, ""),
        line(2, 3, Bond::Serves, ""),
    ];
    assert_eq!(columns(&plot(nodes, lines, 900)).crossings(), 0);
}

#[test]
fn what_drives_stands_left_of_what_it_drives_and_cycles_end() {
    let nodes = || (0..3).map(|n| node(Kind::Indicator, &n.to_string())).collect::<Vec<_>>();
    let chain = vec![line(0, 1, Bond::Drives, ""), line(1, 2, Bond::Drives, "")];
    let layout = lay_out(&plot(nodes(), chain, 900));
    let lefts: Vec<f64> = layout.boxes.iter().map(|one| one.area.left).collect();
    assert!(lefts[0] < lefts[1] && lefts[1] < lefts[2], "{lefts:?}");
    let cycle = vec![
        line(0, 1, Bond::Drives, ""),
        line(1, 0, Bond::Drives, ""),
        line(2, 2, Bond::Drives, ""),
    ];
    assert_eq!(faults(&lay_out(&plot(nodes(), cycle, 900))), Vec::<String>::new());
}

#[test]
fn a_size_that_makes_no_picture_is_refused() {
    let wanted = Err(crate::chart::ChartError::Size { width: 10, height: 0 });
    assert_eq!(draw_map(&plot(Vec::new(), Vec::new(), 10)), wanted);
    assert!(draw_map(&plot(Vec::new(), Vec::new(), 400)).is_ok());
}

fn any_plot() -> impl Strategy<Value = MapPlot> {
    let node = (0usize..4, "\\PC{0,40}");
    (prop::collection::vec(node, 1..24), 240u32..2000).prop_flat_map(|(kinds, width)| {
        let all = kinds.len();
        let line = (0..all, 0..all, 0usize..8, "[0-9]{0,2}");
        prop::collection::vec(line, 0..36).prop_map(move |lines| {
            let nodes = kinds.iter().map(|(kind, name)| node_of(*kind, name)).collect();
            let lines = lines
                .iter()
                .map(|(from, to, bond, badge)| line_of(*from, *to, *bond, badge))
                .collect();
            plot(nodes, lines, width)
        })
    })
}

fn node_of(kind: usize, name: &str) -> Node {
    node(Kind::ALL[kind], name)
}

fn line_of(from: usize, to: usize, bond: usize, badge: &str) -> Line {
    line(from, to, Bond::ALL[bond], badge)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn whatever_is_tied_to_whatever_nothing_lies_on_anything(plot in any_plot()) {
        let layout = lay_out(&plot);
        prop_assert_eq!(faults(&layout), Vec::<String>::new());
        prop_assert_eq!(&layout, &lay_out(&plot));
        let drawn = draw_map(&plot).expect("a picture");
        prop_assert!(!drawn.svg.contains("NaN") && !drawn.svg.contains("inf"));
    }
}
