//! The goal map: who serves, drives and supports whom, what competes and what
//! was decided, and what leads to overall profit, as a picture and in words.

mod build;
#[cfg(test)]
mod tests;
mod together;

pub use build::MapRow;
pub use together::{Together, together};

use self::build::{Graph, bond_key, graph};
use crate::base::Id;
use crate::chart::ChartError;
use crate::chart::goal_map::{Area, Bond, DrawnMap, Kind, MapPlot, draw_map};
use crate::i18n::{Arg, Catalogue};
use crate::key;
use crate::tabular::{OutCell, write_csv};
use crate::workspace::Project;

/// The narrowest and the widest picture asked for, in pixels.
const WIDTHS: std::ops::RangeInclusive<u32> = 320..=1600;
/// Boxes beyond which a picture helps nobody.
const MOST: usize = 150;

/// A box one can go to, with whom its lines lead to.
#[derive(Debug, Clone, PartialEq)]
pub struct MapStop {
    /// The goal or indicator.
    pub record: Id,
    /// What it is called.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Its place in pixels.
    pub area: Area,
    /// Stops its lines lead to on the left, on the right, and those above and
    /// below it; places in the list of stops, the nearest first.
    pub ways: [Vec<usize>; 4],
}

/// What the map shows and says.
#[derive(Debug, Clone, PartialEq)]
pub struct MapModel {
    /// The finding as a sentence without full stop: the picture's title.
    pub finding: String,
    /// What there is, in sentences.
    pub summary: String,
    /// The picture, why there is none, or `None` where it would help nobody.
    pub picture: Option<Result<DrawnMap, ChartError>>,
    /// The boxes one can go to, in the order of the records.
    pub stops: Vec<MapStop>,
    /// The lines in words, what competes first.
    pub rows: Vec<MapRow>,
}

/// The goal map of a project, `width` pixels wide or as wide as it must be
/// (asked for within 320 to 1600); `None` while there is nothing to show.
pub fn goal_map(catalogue: &Catalogue, project: &Project, width: u32) -> Option<MapModel> {
    if project.goals.is_empty() && project.indicators.is_empty() {
        return None;
    }
    let graph = graph(catalogue, project);
    let (finding, summary) = (finding(catalogue, &graph), summary(catalogue, project, &graph));
    if graph.nodes.len() > MOST {
        let rows = graph.rows;
        return Some(MapModel { finding, summary, picture: None, stops: Vec::new(), rows });
    }
    let text = |key: &'static str| catalogue.text(key).into_owned();
    let plot = MapPlot {
        id_prefix: format!("map-{}", project.head.id),
        title: finding.clone(),
        description: summary.clone(),
        width: width.clamp(*WIDTHS.start(), *WIDTHS.end()),
        heads: [
            text(key!("goal_map.resources")),
            text(key!("role.indicators")),
            text(key!("role.goals")),
            text(key!("goal_map.profit")),
        ],
        legend: Bond::ALL.map(|bond| text(bond_key(bond))),
        nodes: graph.nodes,
        lines: graph.lines,
    };
    let picture = draw_map(&plot);
    let boxes = picture.as_ref().map(|drawn| drawn.boxes.clone()).unwrap_or_default();
    let stops = stops(&plot, &boxes);
    Some(MapModel { finding, summary, picture: Some(picture), stops, rows: graph.rows })
}

fn count(count: usize) -> Arg<'static> {
    Arg::Count(u64::try_from(count).unwrap_or(u64::MAX))
}

fn finding(catalogue: &Catalogue, graph: &Graph) -> String {
    let all = graph.rivals.len();
    let open = graph.rivals.iter().filter(|rivals| !rivals.settled).count();
    let key = match (all, open) {
        (0, _) => key!("goal_map.finding_none"),
        (_, 0) => key!("goal_map.finding_settled"),
        _ => key!("goal_map.finding_open"),
    };
    let shown = if open == 0 { all } else { open };
    catalogue.format(key, &[("count", count(shown)), ("all", count(all))])
}

fn summary(catalogue: &Catalogue, project: &Project, graph: &Graph) -> String {
    let args = [
        ("goals", count(project.goals.len())),
        ("indicators", count(project.indicators.len())),
        ("lines", count(graph.lines.len())),
    ];
    let mut said = catalogue.format(key!("goal_map.summary"), &args);
    let mut add = |next: &str| {
        let args = [("first", Arg::Text(&said)), ("second", Arg::Text(next))];
        said = catalogue.format(key!("chart.two_sentences"), &args);
    };
    if graph.chains > 0 {
        let chains = [("count", count(graph.chains))];
        add(&catalogue.format(key!("goal_map.summary_chains"), &chains));
    }
    if graph.nodes.len() > MOST {
        add(&catalogue.text(key!("goal_map.too_many")));
    }
    said
}

/// The boxes one can go to, and where arrow keys lead from each.
fn stops(plot: &MapPlot, boxes: &[Area]) -> Vec<MapStop> {
    let places: Vec<usize> = plot
        .nodes
        .iter()
        .enumerate()
        .filter(|(_, node)| node.record.is_some())
        .map(|(at, _)| at)
        .collect();
    let area = |node: usize| boxes.get(node).copied();
    let stop_of = |node: usize| places.iter().position(|at| *at == node);
    let one = |at: &usize| {
        let (node, own) = (plot.nodes.get(*at)?, area(*at)?);
        let mut tied: Vec<usize> = plot
            .lines
            .iter()
            .filter_map(|line| match *at {
                _ if line.from == *at => Some(line.to),
                _ if line.to == *at => Some(line.from),
                _ => None,
            })
            .filter(|other| other != at)
            .collect();
        // The nearest first; of equals the upper.
        let distance = |other: usize| {
            let there = area(other).map(|area| area.middle()).unwrap_or_default();
            let here = own.middle();
            (there.0 - here.0).abs() + (there.1 - here.1).abs()
        };
        tied.sort_by(|a, b| distance(*a).total_cmp(&distance(*b)).then(a.cmp(b)));
        tied.dedup();
        let side = |wanted: fn(f64) -> bool| -> Vec<usize> {
            let on_side = tied
                .iter()
                .filter(|other| area(**other).is_some_and(|area| wanted(area.left - own.left)));
            on_side.filter_map(|other| stop_of(*other)).collect()
        };
        let mut column: Vec<(f64, usize)> = places
            .iter()
            .enumerate()
            .filter_map(|(stop, node)| {
                let area = area(*node)?;
                ((area.left - own.left).abs() < 1.0).then_some((area.top - own.top, stop))
            })
            .collect();
        column.sort_by(|a, b| a.0.abs().total_cmp(&b.0.abs()));
        let above = column.iter().filter(|(dy, _)| *dy < 0.0).map(|(_, stop)| *stop).collect();
        let below = column.iter().filter(|(dy, _)| *dy > 0.0).map(|(_, stop)| *stop).collect();
        let ways = [side(|dx| dx < -1.0), side(|dx| dx > 1.0), above, below];
        let (name, kind) = (node.name.clone(), node.kind);
        Some(MapStop { record: node.record?, name, kind, area: own, ways })
    };
    places.iter().filter_map(one).collect()
}

/// The rows of the table as CSV.
pub fn map_csv(catalogue: &Catalogue, rows: &[MapRow]) -> String {
    let heads = columns().map(|key| OutCell::Text(catalogue.text(key).into_owned()));
    let cells = |row: &MapRow| {
        let texts = [&row.from, &row.how, &row.to, &row.what, &row.decided];
        texts.map(|text| OutCell::Text(text.clone())).to_vec()
    };
    let mut all = vec![heads.to_vec()];
    all.extend(rows.iter().map(cells));
    write_csv(&all)
}

/// The heads of the table: from, how, to, by what, what was decided.
pub fn columns() -> [&'static str; 5] {
    [
        key!("goal_map.column_from"),
        key!("goal_map.column_how"),
        key!("goal_map.column_to"),
        key!("goal_map.column_what"),
        key!("goal_map.column_decided"),
    ]
}
