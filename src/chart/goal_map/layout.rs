//! Where everything stands: a pure function of boxes, lines and width.

use super::order::{Columns, Vertex, columns, number};
use super::plot::{Area, Bond, Kind, MapPlot, Node};
use super::route::{Route, gutter_width, routes};
use crate::chart::canvas::Px;
use crate::chart::text::{LINE_HEIGHT, text_width, wrap};

/// Room around the picture, in pixels.
pub(super) const EDGE: f64 = 2.0;
/// Room between the text of a box and its edge, in pixels.
pub(super) const PAD: f64 = 8.0;
/// Room between two boxes of a column, in pixels.
const BETWEEN: f64 = 14.0;
/// Room a line needs that passes a column, in pixels.
const PASS: f64 = 10.0;
/// Distance of two lines at one side of a box, in pixels.
const PORT: f64 = 7.0;
/// Height of the words above the columns, in pixels.
const HEAD: f64 = 24.0;
/// Narrowest and widest box, in pixels.
const BOX: (f64, f64) = (132.0, 260.0);
/// Length of a sample line in the legend, in pixels.
pub(super) const SAMPLE: f64 = 34.0;
/// How much wider bold letters are.
pub(super) const BOLD: f64 = 1.1;
/// How often columns are moved towards what they are tied to.
const SETTLE: usize = 10;

/// A box with its name on lines.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PlacedBox {
    pub area: Area,
    pub kind: Kind,
    pub gap: bool,
    pub lines: Vec<String>,
}

/// A badge on a line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Badge {
    pub area: Area,
    pub text: String,
    pub bond: Bond,
}

/// A kind of line with what it means.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct LegendItem {
    /// Left end of the sample line.
    pub at: Px,
    pub bond: Bond,
    pub text: String,
}

/// The whole map.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct MapLayout {
    pub width: f64,
    pub height: f64,
    /// Boxes in the order of the nodes.
    pub boxes: Vec<PlacedBox>,
    /// Lines in the order given; those of a box with itself are left out.
    pub routes: Vec<Route>,
    pub badges: Vec<Badge>,
    /// Words above the columns, by their left ends.
    pub heads: Vec<(Px, String)>,
    pub legend: Vec<LegendItem>,
}

/// Where columns begin and end, and how wide boxes are.
pub(super) struct Grid {
    pub lefts: Vec<f64>,
    pub box_width: f64,
}

impl Grid {
    fn new(plot: &MapPlot, columns: &Columns) -> Self {
        let count = columns.order.len().max(1);
        let gutters: Vec<f64> =
            (0..count).map(|column| gutter_width(plot, columns, column)).collect();
        let room = f64::from(plot.width) - 2.0 * EDGE - gutters.iter().sum::<f64>();
        let box_width = (room / number(count)).clamp(BOX.0, BOX.1).floor();
        let mut left = EDGE;
        let mut lefts = Vec::with_capacity(count);
        for gutter in gutters {
            lefts.push(left);
            left += box_width + gutter;
        }
        // The end of the last gutter, beyond which nothing stands.
        lefts.push(left);
        Self { lefts, box_width }
    }

    pub fn left(&self, column: usize) -> f64 {
        self.lefts.get(column).copied().unwrap_or_default()
    }

    pub fn right(&self, column: usize) -> f64 {
        self.left(column) + self.box_width
    }
}

/// Places everything.
pub(super) fn lay_out(plot: &MapPlot) -> MapLayout {
    let columns = columns(plot);
    let grid = Grid::new(plot, &columns);
    // Goals and profit are written bold, which takes more room.
    let room = |kind: Kind| match kind {
        Kind::Goal | Kind::Profit => (grid.box_width - 2.0 * PAD) / BOLD,
        Kind::Resource | Kind::Indicator => grid.box_width - 2.0 * PAD,
    };
    let names: Vec<Vec<String>> =
        plot.nodes.iter().map(|node| wrap(&node.name, room(node.kind), 3)).collect();
    let spans = vertical(plot, &columns, &names);
    let boxes: Vec<PlacedBox> = plot
        .nodes
        .iter()
        .zip(names)
        .enumerate()
        .map(|(at, (node, lines))| placed(node, lines, at, &columns, &grid, &spans))
        .collect();
    let (routes, badges) = routes(plot, &columns, &grid, &spans);
    let lowest = boxes.iter().map(|one| one.area.bottom).fold(HEAD, f64::max);
    let lowest =
        routes.iter().flat_map(|route| &route.points).fold(lowest, |low, at| low.max(at.1));
    let width = grid.left(columns.order.len()) + EDGE;
    let (legend, height) = legend(plot, width, lowest + 22.0);
    let heads = heads(plot, &columns, &grid);
    MapLayout { width, height, boxes, routes, badges, heads, legend }
}

fn placed(
    node: &Node,
    lines: Vec<String>,
    at: usize,
    columns: &Columns,
    grid: &Grid,
    spans: &[(f64, f64)],
) -> PlacedBox {
    let column = columns.column.get(at).copied().unwrap_or_default();
    let (top, bottom) = spans.get(at).copied().unwrap_or_default();
    let area = Area { left: grid.left(column), top, right: grid.right(column), bottom };
    PlacedBox { area, kind: node.kind, gap: node.gap, lines }
}

/// The words above the first column of each kind.
fn heads(plot: &MapPlot, columns: &Columns, grid: &Grid) -> Vec<(Px, String)> {
    let mut heads = Vec::new();
    for (kind, word) in Kind::ALL.into_iter().zip(&plot.heads) {
        if let Some(column) = columns.kinds.iter().position(|other| *other == kind) {
            heads.push(((grid.left(column), EDGE + LINE_HEIGHT / 2.0), word.clone()));
        }
    }
    heads
}

/// Upper and lower end of every vertex.
fn vertical(plot: &MapPlot, columns: &Columns, names: &[Vec<String>]) -> Vec<(f64, f64)> {
    let heights = heights(plot, columns, names);
    let mut middles = vec![0.0; heights.len()];
    for order in &columns.order {
        let mut top = 0.0;
        for vertex in order {
            let height = heights.get(*vertex).copied().unwrap_or_default();
            if let Some(middle) = middles.get_mut(*vertex) {
                *middle = top + height / 2.0;
            }
            top += height + BETWEEN;
        }
    }
    let ties = ties(plot, columns);
    for round in 0..SETTLE {
        let all: Vec<&Vec<usize>> = columns.order.iter().collect();
        let turn: Vec<&Vec<usize>> =
            if round % 2 == 0 { all } else { all.into_iter().rev().collect() };
        for order in turn {
            settle(order, &heights, &ties, &mut middles);
        }
    }
    let span = |(middle, height): (&f64, &f64)| (middle - height / 2.0, middle + height / 2.0);
    let spans: Vec<(f64, f64)> = middles.iter().zip(&heights).map(span).collect();
    let top = spans.iter().map(|span| span.0).fold(f64::INFINITY, f64::min);
    let shift = if top.is_finite() { EDGE + HEAD - top } else { 0.0 };
    spans.into_iter().map(|(top, bottom)| (top + shift, bottom + shift)).collect()
}

fn heights(plot: &MapPlot, columns: &Columns, names: &[Vec<String>]) -> Vec<f64> {
    let mut sides = vec![[0_usize; 2]; columns.vertices.len()];
    let mut add = |vertex: usize, side: usize| {
        if let Some(count) = sides.get_mut(vertex).and_then(|sides| sides.get_mut(side)) {
            *count += 1;
        }
    };
    for piece in columns.pieces.iter().flatten() {
        add(piece.left, 1);
        add(piece.right, 0);
    }
    for line in columns.beside.iter().flatten().filter_map(|line| plot.lines.get(*line)) {
        add(line.from, 1);
        add(line.to, 1);
    }
    let height = |(at, vertex): (usize, &Vertex)| match vertex {
        Vertex::Pass => PASS,
        Vertex::Box(_) => {
            let lines = names.get(at).map_or(1, |lines| lines.len().max(1));
            let busiest = sides.get(at).map_or(0, |[left, right]| *left.max(right));
            (number(lines) * LINE_HEIGHT + PAD).max(number(busiest) * PORT + PAD)
        }
    };
    columns.vertices.iter().enumerate().map(height).collect()
}

/// The vertices each is tied to by a line.
fn ties(plot: &MapPlot, columns: &Columns) -> Vec<Vec<usize>> {
    let mut ties = vec![Vec::new(); columns.vertices.len()];
    let mut tie = |one: usize, other: usize| {
        if let Some(found) = ties.get_mut(one) {
            found.push(other);
        }
        if let Some(found) = ties.get_mut(other) {
            found.push(one);
        }
    };
    for piece in columns.pieces.iter().flatten() {
        tie(piece.left, piece.right);
    }
    for line in columns.beside.iter().flatten().filter_map(|line| plot.lines.get(*line)) {
        tie(line.from, line.to);
    }
    ties
}

/// Moves the boxes of a column as near as their order allows to the middle of
/// what they are tied to: the least sum of squares, found by pooling
/// neighbours that would overlap (isotonic regression).
fn settle(order: &[usize], heights: &[f64], ties: &[Vec<usize>], middles: &mut [f64]) {
    let of = |values: &[f64], at: usize| values.get(at).copied().unwrap_or_default();
    let mut pools: Vec<(f64, usize)> = Vec::with_capacity(order.len());
    let mut offsets = Vec::with_capacity(order.len());
    let mut offset = 0.0;
    for (place, vertex) in order.iter().enumerate() {
        if let Some(before) = place.checked_sub(1).and_then(|place| order.get(place)) {
            offset += f64::midpoint(of(heights, *before), of(heights, *vertex)) + BETWEEN;
        }
        offsets.push(offset);
        let others = ties.get(*vertex).map_or(&[][..], Vec::as_slice);
        let wanted = if others.is_empty() {
            of(middles, *vertex)
        } else {
            others.iter().map(|other| of(middles, *other)).sum::<f64>() / number(others.len())
        };
        pools.push((wanted - offset, 1));
        while let [.., (above, many), (below, more)] = pools.as_slice() {
            if above <= below {
                break;
            }
            let all = many + more;
            let pooled = (above * number(*many) + below * number(*more)) / number(all);
            pools.truncate(pools.len() - 2);
            pools.push((pooled, all));
        }
    }
    let free = pools.iter().flat_map(|(level, many)| std::iter::repeat_n(*level, *many));
    for ((vertex, level), offset) in order.iter().zip(free).zip(offsets) {
        if let Some(middle) = middles.get_mut(*vertex) {
            *middle = level + offset;
        }
    }
}

/// The kinds of lines there are, with what they mean, in rows.
fn legend(plot: &MapPlot, width: f64, top: f64) -> (Vec<LegendItem>, f64) {
    let mut items = Vec::new();
    let (mut x, mut y) = (EDGE, top);
    for (bond, text) in Bond::ALL.into_iter().zip(&plot.legend) {
        if !plot.lines.iter().any(|line| line.bond == bond) {
            continue;
        }
        let need = SAMPLE + 6.0 + text_width(text) + 20.0;
        if x > EDGE && x + need > width {
            (x, y) = (EDGE, y + 20.0);
        }
        items.push(LegendItem { at: (x, y), bond, text: text.clone() });
        x += need;
    }
    let height = if items.is_empty() { top - 22.0 + EDGE } else { y + 12.0 };
    (items, height.max(60.0))
}
