//! From data to pixels: clipped to the time axis, reduced to what can be seen.

use super::canvas::Px;
use super::check::{Measured, unite};
use super::decimate::{Decimator, decimate};
use super::frame::{Frame, day_number};
use super::plot::{Band, PlotPoint};
use chrono::NaiveDate;

/// Columns the measured values are reduced to, at most.
const COLUMNS: f64 = 1000.0;

/// Columns every other line is reduced to, at most: they bend seldom.
const FEW_COLUMNS: f64 = 200.0;

/// More measured values than this show as a line only.
const MOST_DISCS: usize = 120;

/// One measured value in the picture.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen {
    pub at: Px,
    pub after_gap: bool,
    pub running: bool,
}

/// The measured values as they will be drawn.
#[derive(Debug, Default)]
pub(super) struct Actuals {
    /// What is left after reduction, in order of time.
    pub seen: Vec<Seen>,
    /// Whether there is room for a disc on every value.
    pub discs: bool,
    /// One upright stroke per pixel column: place, lower and upper end.
    pub intervals: Vec<(Px, Px)>,
}

/// Columns per pixel, so that there are at most `most` over the plot.
fn density(frame: &Frame, most: f64) -> f64 {
    (most / frame.width()).min(1.0)
}

/// Reduces the measured values to what a screen can show.
pub(super) fn actuals(points: &[PlotPoint], measured: &Measured, frame: &Frame) -> Actuals {
    let density = density(frame, COLUMNS);
    let mut columns = Decimator::default();
    for value in &measured.values {
        if value.after_gap {
            columns.gap();
        }
        columns.push(value.index, frame.x_of_day(value.x) * density, value.y);
    }
    let seen: Vec<Seen> = columns
        .finish()
        .iter()
        .map(|kept| Seen {
            at: (kept.x / density, frame.y(kept.y)),
            after_gap: kept.after_gap,
            running: points.get(kept.index).is_some_and(|point| point.running),
        })
        .collect();
    let room = frame.width() / 8.0;
    let discs = seen.len() <= MOST_DISCS && points_of(seen.len()) <= room.max(2.0);
    Actuals { discs, seen, intervals: intervals(measured, frame, density) }
}

#[allow(clippy::cast_precision_loss)]
fn points_of(count: usize) -> f64 {
    count as f64
}

/// One stroke per column: the union of the intervals in it, where the first
/// of them lies.
fn intervals(measured: &Measured, frame: &Frame, density: f64) -> Vec<(Px, Px)> {
    let mut columns: Vec<(f64, f64, f64)> = Vec::new();
    let mut places: Vec<f64> = Vec::new();
    for &(day, low, high) in &measured.intervals {
        let x = frame.x_of_day(day);
        unite(&mut columns, (x * density).floor(), low, high);
        if places.len() < columns.len() {
            places.push(x);
        }
    }
    let strokes = places.into_iter().zip(columns);
    strokes.map(|(x, (_, low, high))| ((x, frame.y(low)), (x, frame.y(high)))).collect()
}

/// A line clipped to the time axis and reduced, in pixels.
pub(super) fn line(path: &[(NaiveDate, f64)], frame: &Frame) -> Vec<Px> {
    let days: Vec<Px> = path.iter().map(|(date, value)| (day_number(*date), *value)).collect();
    reduced(&clipped(&days, frame.days), frame)
}

/// The outline of a band, clipped and reduced, in pixels.
pub(super) fn outline(band: &Band, frame: &Frame) -> Vec<Px> {
    let edge = |pick: fn(&(NaiveDate, f64, f64)) -> f64| -> Vec<Px> {
        let days: Vec<Px> =
            band.edges.iter().map(|edge| (day_number(edge.0), pick(edge))).collect();
        reduced(&clipped(&days, frame.days), frame)
    };
    let mut outline = edge(|edge| edge.2);
    outline.extend(edge(|edge| edge.1).into_iter().rev());
    outline
}

fn reduced(days: &[Px], frame: &Frame) -> Vec<Px> {
    let density = density(frame, FEW_COLUMNS);
    let columns = days.iter().map(|(day, value)| (frame.x_of_day(*day) * density, Some(*value)));
    decimate(columns).iter().map(|kept| (kept.x / density, frame.y(kept.y))).collect()
}

/// The part of a line between two days, with its ends on the borders.
fn clipped(path: &[Px], (from, to): (f64, f64)) -> Vec<Px> {
    let mut part = Vec::new();
    let mut before: Option<Px> = None;
    for &point in path {
        if let Some(before) = before.filter(|before| before.0 < from && point.0 > from) {
            part.push((from, between(before, point, from)));
        }
        if point.0 > to {
            if let Some(before) = before.filter(|before| before.0 < to) {
                part.push((to, between(before, point, to)));
            }
            break;
        }
        if point.0 >= from {
            part.push(point);
        }
        before = Some(point);
    }
    part
}

/// The value of the stretch from `a` to `b` at `day`.
fn between(a: Px, b: Px, day: f64) -> f64 {
    a.1 + (b.1 - a.1) * ((day - a.0) / (b.0 - a.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_ends_on_the_borders_it_crosses() {
        let path = [(0.0, 0.0), (10.0, 10.0), (20.0, 0.0)];
        assert_eq!(clipped(&path, (5.0, 15.0)), [(5.0, 5.0), (10.0, 10.0), (15.0, 5.0)]);
        assert_eq!(clipped(&path, (2.0, 4.0)), [(2.0, 2.0), (4.0, 4.0)]);
        assert_eq!(clipped(&path, (0.0, 20.0)), path);
        assert_eq!(clipped(&path, (30.0, 40.0)), []);
    }
}
