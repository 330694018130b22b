//! Which column each box stands in, and in what order, so that lines cross
//! little: the layered method of Sugiyama, Tagawa and Toda (1981), ordering by
//! the mean place of neighbours, then exchanging neighbours while it helps.

use super::plot::{Bond, Kind, MapPlot};

/// Columns of one kind at most: what drives stands left of what it drives, but
/// a chain of ten makes no picture ten columns wide.
const MOST_DEPTH: usize = 2;
/// How often all columns are gone through, there and back.
const SWEEPS: usize = 8;

/// A place in a column: a box, or where a long line passes a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Vertex {
    Box(usize),
    Pass,
}

/// A piece of a line between a column and the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    /// Vertices left and right of the gutter.
    pub left: usize,
    pub right: usize,
    /// Place of the line.
    pub line: usize,
}

/// Columns in order.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Columns {
    /// The kind of each column.
    pub kinds: Vec<Kind>,
    pub vertices: Vec<Vertex>,
    /// The column of each vertex.
    pub column: Vec<usize>,
    /// Vertices of each column from top to bottom.
    pub order: Vec<Vec<usize>>,
    /// Pieces of each gutter, right of the column of the same place.
    pub pieces: Vec<Vec<Piece>>,
    /// Lines whose ends stand in one column, by column.
    pub beside: Vec<Vec<usize>>,
}

/// Places every box in a column and orders the columns.
pub(super) fn columns(plot: &MapPlot) -> Columns {
    let (column_of, kinds) = assign(plot);
    let mut columns = Columns {
        vertices: (0..plot.nodes.len()).map(Vertex::Box).collect(),
        column: column_of,
        order: vec![Vec::new(); kinds.len()],
        pieces: vec![Vec::new(); kinds.len()],
        beside: vec![Vec::new(); kinds.len()],
        kinds,
    };
    for (place, line) in plot.lines.iter().enumerate() {
        columns.add_line(place, line.from, line.to);
    }
    for vertex in 0..columns.vertices.len() {
        let column = columns.column.get(vertex).copied().unwrap_or_default();
        if let Some(order) = columns.order.get_mut(column) {
            order.push(vertex);
        }
    }
    columns.untangle(plot);
    columns
}

/// The column of each box, and the kind of each column; empty ones are left
/// out.
fn assign(plot: &MapPlot) -> (Vec<usize>, Vec<Kind>) {
    let depth = depths(plot);
    let mut keys: Vec<(Kind, usize)> =
        plot.nodes.iter().zip(&depth).map(|(node, depth)| (node.kind, *depth)).collect();
    let wanted = keys.clone();
    keys.sort_unstable();
    keys.dedup();
    let place = |key: &(Kind, usize)| keys.iter().position(|other| other == key);
    let column = wanted.iter().map(|key| place(key).unwrap_or_default()).collect();
    (column, keys.into_iter().map(|key| key.0).collect())
}

/// How many of the same kind lead to each by the longest way without a cycle,
/// counted up to a limit.
fn depths(plot: &MapPlot) -> Vec<usize> {
    let kind = |at: usize| plot.nodes.get(at).map(|node| node.kind);
    let leads: Vec<(usize, usize)> = plot
        .lines
        .iter()
        .filter(|line| matches!(line.bond, Bond::Drives | Bond::Supports))
        .filter(|line| line.from != line.to && kind(line.from) == kind(line.to))
        .map(|line| (line.from, line.to))
        .collect();
    let mut depth = vec![0_usize; plot.nodes.len()];
    // As many rounds as columns: what a cycle pushes on stops at the limit.
    for _ in 0..MOST_DEPTH {
        let before = depth.clone();
        for (from, to) in &leads {
            let next = before.get(*from).map_or(0, |from| (from + 1).min(MOST_DEPTH));
            if let Some(to) = depth.get_mut(*to) {
                *to = (*to).max(next);
            }
        }
    }
    depth
}

impl Columns {
    fn add_line(&mut self, line: usize, from: usize, to: usize) {
        let at = |vertex: usize| self.column.get(vertex).copied();
        let (Some(first), Some(last)) = (at(from), at(to)) else { return };
        if first == last {
            if from != to
                && let Some(beside) = self.beside.get_mut(first)
            {
                beside.push(line);
            }
            return;
        }
        let (mut left, right, start, end) =
            if first < last { (from, to, first, last) } else { (to, from, last, first) };
        for column in start..end {
            let next = if column + 1 == end {
                right
            } else {
                self.vertices.push(Vertex::Pass);
                self.column.push(column + 1);
                self.vertices.len() - 1
            };
            if let Some(pieces) = self.pieces.get_mut(column) {
                pieces.push(Piece { left, right: next, line });
            }
            left = next;
        }
    }

    /// Orders the columns; the best order seen stands.
    fn untangle(&mut self, plot: &MapPlot) {
        let mut best = (self.cost(plot), self.order.clone());
        for sweep in 0..SWEEPS {
            let last = self.order.len();
            let there: Vec<usize> = (0..last).collect();
            let turn: Vec<usize> =
                if sweep % 2 == 0 { there } else { there.into_iter().rev().collect() };
            for column in turn {
                self.by_neighbours(plot, column, sweep % 2 == 0);
            }
            self.exchange(plot);
            let cost = self.cost(plot);
            if cost < best.0 {
                best = (cost, self.order.clone());
            }
        }
        self.order = best.1;
    }

    /// Place of every vertex in its column.
    pub fn places(&self) -> Vec<usize> {
        let mut places = vec![0; self.vertices.len()];
        for order in &self.order {
            for (place, vertex) in order.iter().enumerate() {
                if let Some(slot) = places.get_mut(*vertex) {
                    *slot = place;
                }
            }
        }
        places
    }

    /// Orders a column by the mean height of neighbours in the columns gone
    /// through before, and of those beside it.
    fn by_neighbours(&mut self, plot: &MapPlot, column: usize, rightward: bool) {
        let places = self.places();
        // Heights as parts of a column, so that long and short ones compare.
        let height = |vertex: usize| {
            let column = self.column.get(vertex).copied().unwrap_or_default();
            let all = self.order.get(column).map_or(1, Vec::len).max(1);
            (number(places.get(vertex).copied().unwrap_or_default()) + 0.5) / number(all)
        };
        let gutter = if rightward { column.checked_sub(1) } else { Some(column) };
        let pieces = gutter.and_then(|gutter| self.pieces.get(gutter));
        let wanted = |vertex: usize| {
            let across = pieces.into_iter().flatten().filter_map(|piece| {
                let (own, other) =
                    if rightward { (piece.right, piece.left) } else { (piece.left, piece.right) };
                (own == vertex).then_some(other)
            });
            let beside = self.beside.get(column).into_iter().flatten().filter_map(|line| {
                let line = plot.lines.get(*line)?;
                match vertex {
                    _ if line.from == vertex => Some(line.to),
                    _ if line.to == vertex => Some(line.from),
                    _ => None,
                }
            });
            let heights: Vec<f64> = across.chain(beside).map(height).collect();
            let own = height(vertex);
            if heights.is_empty() {
                own
            } else {
                heights.iter().sum::<f64>() / number(heights.len())
            }
        };
        let Some(order) = self.order.get(column) else { return };
        let mut keyed: Vec<(f64, usize)> =
            order.iter().map(|vertex| (wanted(*vertex), *vertex)).collect();
        // Stable: equals keep their order.
        keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
        if let Some(order) = self.order.get_mut(column) {
            *order = keyed.into_iter().map(|(_, vertex)| vertex).collect();
        }
    }

    /// Exchanges neighbours while that lowers the cost.
    fn exchange(&mut self, plot: &MapPlot) {
        for _ in 0..4 {
            let mut better = false;
            for column in 0..self.order.len() {
                let length = self.order.get(column).map_or(0, Vec::len);
                for place in 1..length {
                    let before = self.cost_around(plot, column);
                    self.swap(column, place);
                    if self.cost_around(plot, column) < before {
                        better = true;
                    } else {
                        self.swap(column, place);
                    }
                }
            }
            if !better {
                return;
            }
        }
    }

    fn swap(&mut self, column: usize, place: usize) {
        if let Some(order) = self.order.get_mut(column)
            && place > 0
            && place < order.len()
        {
            order.swap(place - 1, place);
        }
    }

    /// What it costs to read: crossings, and how far lines within a column
    /// reach.
    fn cost(&self, plot: &MapPlot) -> usize {
        let places = self.places();
        let columns = 0..self.order.len();
        let gutters: usize = columns.clone().map(|gutter| self.crossings_in(gutter, &places)).sum();
        let reach: usize = columns.map(|column| self.reach(plot, column, &places)).sum();
        2 * gutters + reach
    }

    fn cost_around(&self, plot: &MapPlot, column: usize) -> usize {
        let places = self.places();
        let left = column.checked_sub(1).map_or(0, |left| self.crossings_in(left, &places));
        2 * (left + self.crossings_in(column, &places)) + self.reach(plot, column, &places)
    }

    /// Pairs of lines that cross in a gutter.
    fn crossings_in(&self, gutter: usize, places: &[usize]) -> usize {
        let place = |vertex: usize| places.get(vertex).copied().unwrap_or_default();
        let Some(pieces) = self.pieces.get(gutter) else { return 0 };
        let mut ends: Vec<(usize, usize)> =
            pieces.iter().map(|piece| (place(piece.left), place(piece.right))).collect();
        ends.sort_unstable();
        let mut crossings = 0;
        for (at, (left, right)) in ends.iter().enumerate() {
            let rest = ends.iter().skip(at + 1);
            crossings += rest.filter(|other| other.0 > *left && other.1 < *right).count();
        }
        crossings
    }

    fn reach(&self, plot: &MapPlot, column: usize, places: &[usize]) -> usize {
        let place = |vertex: usize| places.get(vertex).copied().unwrap_or_default();
        let lines = self.beside.get(column).into_iter().flatten();
        let ends = lines.filter_map(|line| plot.lines.get(*line));
        ends.map(|line| place(line.from).abs_diff(place(line.to))).sum()
    }

    /// How many pairs of lines cross in all gutters.
    #[cfg(test)]
    pub fn crossings(&self) -> usize {
        let places = self.places();
        (0..self.order.len()).map(|gutter| self.crossings_in(gutter, &places)).sum()
    }

    /// The same with every column in the order of the records.
    #[cfg(test)]
    pub fn crossings_as_written(&self) -> usize {
        let mut plain = self.clone();
        for order in &mut plain.order {
            order.sort_unstable();
        }
        plain.crossings()
    }
}

/// A count as a number; no map has 2^32 boxes.
pub(super) fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
