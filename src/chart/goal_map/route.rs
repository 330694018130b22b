//! The ways of lines: through the gutters between columns, so that none
//! crosses a box, and the badges on them.

use super::layout::{Badge, Grid};
use super::order::{Columns, Vertex, number};
use super::plot::{Area, Bond, MapPlot};
use crate::chart::canvas::Px;
use crate::chart::text::text_width;

/// Narrowest gutter, in pixels.
const GUTTER: f64 = 56.0;
/// Distance of a column to the first line that stays beside it, in pixels.
const FIRST: f64 = 20.0;
/// Half the height of a badge, in pixels.
const BADGE: f64 = 8.0;

/// The way of one line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Route {
    pub bond: Bond,
    pub points: Vec<Px>,
    /// Tip of the arrow, and the sign of the direction it points in.
    pub head: Option<(Px, f64)>,
}

/// How far from its column each line that stays beside it runs: the shortest
/// nearest, none on another.
fn channels(plot: &MapPlot, columns: &Columns, column: usize) -> Vec<(usize, f64)> {
    let places = columns.places();
    let place = |vertex: usize| places.get(vertex).copied().unwrap_or_default();
    let lines = columns.beside.get(column).map_or(&[][..], Vec::as_slice);
    let mut spans: Vec<(usize, usize, usize)> = lines
        .iter()
        .filter_map(|at| {
            let line = plot.lines.get(*at)?;
            let (from, to) = (place(line.from), place(line.to));
            Some((*at, from.min(to), from.max(to)))
        })
        .collect();
    spans.sort_by_key(|(at, top, bottom)| (bottom - top, *top, *at));
    let mut taken: Vec<(Vec<(usize, usize)>, f64)> = Vec::new();
    let mut found = Vec::new();
    for (at, top, bottom) in spans {
        let line = plot.lines.get(at);
        let pitch = if line.is_some_and(|line| line.badge.is_empty()) { 12.0 } else { 24.0 };
        let free = |(spans, width): &(Vec<(usize, usize)>, f64)| {
            *width >= pitch && spans.iter().all(|other| other.1 < top || bottom < other.0)
        };
        let channel = taken.iter().position(free).unwrap_or_else(|| {
            taken.push((Vec::new(), pitch));
            taken.len() - 1
        });
        let before: f64 = taken.iter().take(channel).map(|(_, width)| width).sum();
        if let Some((spans, _)) = taken.get_mut(channel) {
            spans.push((top, bottom));
        }
        found.push((at, FIRST + before));
    }
    found
}

/// How wide the gutter right of a column must be.
pub(super) fn gutter_width(plot: &MapPlot, columns: &Columns, column: usize) -> f64 {
    let furthest = channels(plot, columns, column).iter().map(|found| found.1).fold(0.0, f64::max);
    let last = column + 1 == columns.order.len();
    let beside = if furthest > 0.0 { furthest + 22.0 } else { 0.0 };
    // Many lines side by side need room to fan out.
    let pieces = columns.pieces.get(column).map_or(0, Vec::len);
    let across = if last { 0.0 } else { GUTTER + (number(pieces) * 1.5).min(48.0) };
    beside.max(across)
}

/// An end of a line at a side of a box.
#[derive(Clone, Copy, PartialEq)]
struct End {
    vertex: usize,
    right: bool,
    /// The line, and which of its pieces.
    line: usize,
    piece: usize,
    /// Height of the other end, which orders the ends of a side.
    toward: f64,
}

/// The ways of all lines, and badges where there is room for them.
pub(super) fn routes(
    plot: &MapPlot,
    columns: &Columns,
    grid: &Grid,
    spans: &[(f64, f64)],
) -> (Vec<Route>, Vec<Badge>) {
    let ports = Ports::new(plot, columns, spans);
    let mut routes = Vec::with_capacity(plot.lines.len());
    let mut wanted: Vec<(usize, Vec<Vec<Px>>)> = Vec::new();
    for (at, line) in plot.lines.iter().enumerate() {
        let mut stretches: Vec<Vec<Px>> = Vec::new();
        for (column, pieces) in columns.pieces.iter().enumerate() {
            for piece in pieces.iter().filter(|piece| piece.line == at) {
                let from = (grid.right(column), ports.height(piece.left, true, at, column));
                let to = (grid.left(column + 1), ports.height(piece.right, false, at, column));
                stretches.push(curve(from, to));
            }
        }
        for (column, beside) in columns.beside.iter().enumerate() {
            if !beside.contains(&at) {
                continue;
            }
            let far = channels(plot, columns, column).into_iter().find(|found| found.0 == at);
            let right = grid.right(column);
            let from = ports.height(line.from, true, at, usize::MAX);
            let to = ports.height(line.to, true, at, usize::MAX - 1);
            stretches.push(bracket(right, right + far.map_or(FIRST, |far| far.1), from, to));
        }
        if stretches.is_empty() {
            continue;
        }
        let column = |vertex: usize| columns.column.get(vertex).copied().unwrap_or_default();
        let backward = column(line.to) < column(line.from);
        let points: Vec<Px> = stretches.concat();
        let tip = if backward { points.first() } else { points.last() };
        let way = if column(line.to) > column(line.from) { 1.0 } else { -1.0 };
        let head = tip.filter(|_| line.bond.has_head()).map(|tip| (*tip, way));
        routes.push(Route { bond: line.bond, points, head });
        if !line.badge.is_empty() {
            wanted.push((at, stretches));
        }
    }
    (routes, badges(plot, columns, grid, &wanted))
}

/// The heights at which lines meet the sides of boxes.
struct Ports(Vec<(End, f64)>);

impl Ports {
    fn new(plot: &MapPlot, columns: &Columns, spans: &[(f64, f64)]) -> Self {
        let middle = |vertex: usize| {
            spans.get(vertex).map_or(0.0, |(top, bottom)| f64::midpoint(*top, *bottom))
        };
        let mut ends = Vec::new();
        for (column, pieces) in columns.pieces.iter().enumerate() {
            for piece in pieces {
                let (line, place) = (piece.line, column);
                let (left, right) = (piece.left, piece.right);
                let toward = middle(right);
                ends.push(End { vertex: left, right: true, line, piece: place, toward });
                let toward = middle(left);
                ends.push(End { vertex: right, right: false, line, piece: place, toward });
            }
        }
        for line in columns.beside.iter().flatten() {
            let Some(found) = plot.lines.get(*line) else { continue };
            for (vertex, other, piece) in
                [(found.from, found.to, usize::MAX), (found.to, found.from, usize::MAX - 1)]
            {
                // Those above leave first, the furthest highest.
                ends.push(End { vertex, right: true, line: *line, piece, toward: middle(other) });
            }
        }
        let place = |end: &End| (end.vertex, end.right);
        ends.sort_by(|a, b| {
            place(a).cmp(&place(b)).then(a.toward.total_cmp(&b.toward)).then(a.line.cmp(&b.line))
        });
        let mut found = Vec::with_capacity(ends.len());
        for side in ends.chunk_by(|a, b| place(a) == place(b)) {
            let Some(first) = side.first() else { continue };
            let (top, bottom) = spans.get(first.vertex).copied().unwrap_or_default();
            let passes = columns.vertices.get(first.vertex) == Some(&Vertex::Pass);
            let step = (bottom - top) / (number(side.len()) + 1.0);
            for (place, end) in side.iter().enumerate() {
                let level = if passes {
                    f64::midpoint(top, bottom)
                } else {
                    top + step * (number(place) + 1.0)
                };
                found.push((*end, level));
            }
        }
        Self(found)
    }

    fn height(&self, vertex: usize, right: bool, line: usize, piece: usize) -> f64 {
        let same = |end: &End| {
            end.vertex == vertex && end.right == right && end.line == line && end.piece == piece
        };
        self.0.iter().find(|(end, _)| same(end)).map_or(0.0, |(_, level)| *level)
    }
}

/// A curve that leaves and arrives level (a cubic of Bézier's).
fn curve(from: Px, to: Px) -> Vec<Px> {
    if (from.1 - to.1).abs() < 0.5 {
        return vec![from, to];
    }
    let bend = (to.0 - from.0) / 2.0;
    let at = |step: u32| {
        let t = f64::from(step) / 12.0;
        let rest = 1.0 - t;
        let mix = |a: f64, b: f64, c: f64, d: f64| {
            rest.powi(3) * a
                + 3.0 * rest.powi(2) * t * b
                + 3.0 * rest * t.powi(2) * c
                + t.powi(3) * d
        };
        (mix(from.0, from.0 + bend, to.0 - bend, to.0), mix(from.1, from.1, to.1, to.1))
    };
    (0..=12).map(at).collect()
}

/// A way out to `far` and back to the same column, its corners cut.
fn bracket(near: f64, far: f64, from: f64, to: f64) -> Vec<Px> {
    let cut = ((to - from).abs() / 2.0).min(6.0);
    let turn = if to > from { cut } else { -cut };
    vec![
        (near, from),
        (far - cut, from),
        (far, from + turn),
        (far, to - turn),
        (far - cut, to),
        (near, to),
    ]
}

/// A badge on each line that wants one, where it lies on no box and no other
/// badge; nearest to the middle of the line first.
fn badges(
    plot: &MapPlot,
    columns: &Columns,
    grid: &Grid,
    wanted: &[(usize, Vec<Vec<Px>>)],
) -> Vec<Badge> {
    let mut placed: Vec<Badge> = Vec::new();
    // Conflicts first: their numbers must be found.
    let mut turn: Vec<&(usize, Vec<Vec<Px>>)> = wanted.iter().collect();
    let bond = |at: usize| plot.lines.get(at).map(|line| line.bond);
    turn.sort_by_key(|(at, _)| std::cmp::Reverse(bond(*at)));
    for (at, stretches) in turn {
        let Some(line) = plot.lines.get(*at) else { continue };
        // A diamond reaches further than what stands in it.
        let more = if line.bond == Bond::Open { 4.0 } else { 0.0 };
        let half = (text_width(&line.badge) / 2.0 + 5.0).max(BADGE + 1.0) + more;
        let free = |centre: &Px| {
            let area = Area {
                left: centre.0 - half,
                top: centre.1 - BADGE - more,
                right: centre.0 + half,
                bottom: centre.1 + BADGE + more,
            };
            let in_gutter = (0..columns.order.len()).any(|column| {
                area.left > grid.right(column) + 1.0 && area.right < grid.left(column + 1) - 1.0
            });
            let alone = placed.iter().all(|other| !area.meets(&other.area, 1.0));
            (in_gutter && alone).then_some(area)
        };
        let area = candidates(stretches).iter().find_map(free);
        if let Some(area) = area {
            placed.push(Badge { area, text: line.badge.clone(), bond: line.bond });
        }
    }
    placed
}

/// Places along a line, those in the middle of its middle stretch first.
fn candidates(stretches: &[Vec<Px>]) -> Vec<Px> {
    let mut found = Vec::new();
    let middle = stretches.len() / 2;
    let mut order: Vec<usize> = (0..stretches.len()).collect();
    order.sort_by_key(|at| at.abs_diff(middle));
    for points in order.into_iter().filter_map(|at| stretches.get(at)) {
        for share in [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9] {
            found.extend(along(points, share));
        }
    }
    found
}

/// The place at a part of the length of a line.
fn along(points: &[Px], share: f64) -> Option<Px> {
    let length = |ends: &[Px]| match ends {
        [a, b] => (b.0 - a.0).hypot(b.1 - a.1),
        _ => 0.0,
    };
    let all: f64 = points.windows(2).map(length).sum();
    let mut rest = all * share;
    for ends in points.windows(2) {
        let own = length(ends);
        if let [a, b] = ends
            && own >= rest
        {
            let part = if own > 0.0 { rest / own } else { 0.0 };
            return Some((a.0 + (b.0 - a.0) * part, a.1 + (b.1 - a.1) * part));
        }
        rest -= own;
    }
    points.last().copied()
}
