//! Everything an indicator chart shows, placed in pixels.

use super::canvas::Px;
use super::check::Measured;
use super::frame::{Frame, INSET};
use super::labels::{Obstacles, Rect, capacity, spread};
use super::layout::{GUTTER_GAP, Layout, narrow, wording};
use super::lines::{Actuals, actuals, line};
use super::plot::{Label, Plot};
use super::role::Role;
use super::text::shorten;

/// A label that stands right of the plot, level with what it names.
pub(super) struct EndLabel<'a> {
    value: f64,
    pub label: &'a Label,
    role: Role,
    /// Lower stays when there is no room for all.
    rank: u8,
}

/// Lines and bands that reach the right end of the plot get their labels there.
pub(super) fn end_labels<'a>(plot: &'a Plot<'_>) -> Vec<EndLabel<'a>> {
    let mut ends = Vec::new();
    let days = plot.to.signed_duration_since(plot.from).num_days();
    let reaches = |date: chrono::NaiveDate| {
        plot.to.signed_duration_since(date).num_days() * 33 <= days && date >= plot.from
    };
    let mut add = |value: f64, label: &'a Label, role: Role, rank: u8| {
        if !label.long.is_empty() || !label.short.is_empty() {
            ends.push(EndLabel { value, label, role, rank });
        }
    };
    let last =
        plot.points.iter().rev().find(|point| point.value.is_some() && point.date <= plot.to);
    if let Some(last) = last.filter(|last| reaches(last.date)) {
        add(last.value.unwrap_or_default(), &plot.actual_label, Role::ActualLabel, 0);
    }
    if let Some(target) = &plot.target {
        add(target.value, &target.label, Role::Label, 1);
    }
    let target = plot.target.as_ref().map(|target| target.value);
    if let Some(expected) = &plot.expected
        && let Some((date, value)) = expected.path.last()
        && reaches(*date)
        && target != Some(*value)
    {
        add(*value, &expected.label, Role::Label, 2);
    }
    for (band, rank) in [(&plot.tolerance, 4), (&plot.within, 3)] {
        if let Some(band) = band
            && let Some((date, low, high)) = band.edges.last()
            && reaches(*date)
        {
            add(f64::midpoint(*low, *high), &band.label, Role::Tick, rank);
        }
    }
    for limit in plot.limits.iter().chain(&plot.centres) {
        if let Some((date, value)) = limit.path.last()
            && reaches(*date)
        {
            add(*value, &limit.label, Role::Tick, 5);
        }
    }
    ends
}

/// Least distance of two rings, in pixels.
const RING_PITCH: f64 = 4.0;

/// Where signals are ringed; of rings that would lie on each other only the
/// first is kept.
fn rings(plot: &Plot<'_>, frame: &Frame) -> Vec<Px> {
    let mut rings: Vec<Px> = Vec::new();
    for mark in plot.signals.iter().filter(|mark| plot.shows(mark.date)) {
        let at = (frame.x(mark.date), frame.y(mark.value));
        if rings.last().is_none_or(|last| at.0 - last.0 >= RING_PITCH) {
            rings.push(at);
        }
    }
    rings
}

/// A text with its place.
pub(super) struct Placed {
    pub role: Role,
    pub text: String,
    /// Left end at mid height.
    pub at: Px,
}

/// Everything in pixels, ready to draw.
pub(super) struct Scene<'a, 'w> {
    pub plot: &'a Plot<'w>,
    pub layout: Layout,
    pub actuals: Actuals,
    pub expected: Vec<Px>,
    pub target: Option<(Px, Px)>,
    pub limits: Vec<Vec<Px>>,
    pub centres: Vec<Vec<Px>>,
    /// Rings of signals, at most one a few pixels.
    pub signals: Vec<Px>,
    pub texts: Vec<Placed>,
    pub leads: Vec<(Px, Px)>,
}

impl<'a, 'w> Scene<'a, 'w> {
    /// Places everything; `ends` are the labels `layout` left room for.
    pub fn new(
        plot: &'a Plot<'w>,
        measured: &Measured,
        layout: Layout,
        ends: Vec<EndLabel<'_>>,
    ) -> Self {
        let frame = layout.frame;
        let target = plot.target.as_ref().map(|target| {
            let y = frame.y(target.value);
            let from = target.from.filter(|from| *from > plot.from && *from <= plot.to);
            let left = from.map_or(frame.left - INSET, |from| frame.x(from));
            ((left, y), (frame.right + INSET, y))
        });
        let expected = plot.expected.as_ref().map(|expected| line(&expected.path, &frame));
        let mut scene = Self {
            plot,
            actuals: actuals(&plot.points, measured, &frame),
            expected: expected.unwrap_or_default(),
            target,
            limits: plot.limits.iter().map(|limit| line(&limit.path, &frame)).collect(),
            centres: plot.centres.iter().map(|centre| line(&centre.path, &frame)).collect(),
            signals: rings(plot, &frame),
            texts: Vec::new(),
            leads: Vec::new(),
            layout,
        };
        let in_gutter: Vec<Role> = ends.iter().map(|end| end.role).collect();
        let expected_in_gutter = ends.iter().any(|end| end.rank == 2);
        scene.place_ends(ends);
        scene.place_inside(in_gutter.contains(&Role::ActualLabel), expected_in_gutter);
        scene
    }

    /// Labels right of the plot, spread so that none lies on another.
    fn place_ends(&mut self, mut ends: Vec<EndLabel<'_>>) {
        let frame = self.layout.frame;
        ends.sort_by_key(|end| end.rank);
        ends.truncate(capacity(frame.top, frame.bottom));
        ends.sort_by(|a, b| b.value.total_cmp(&a.value).then(a.rank.cmp(&b.rank)));
        let wanted: Vec<f64> = ends.iter().map(|end| frame.y(end.value)).collect();
        let edge = frame.right + INSET;
        for (end, y) in ends.iter().zip(spread(&wanted, frame.top, frame.bottom)) {
            let text = wording(end.label, narrow(self.plot), self.layout.gutter);
            let level = frame.y(end.value);
            if (y - level).abs() > 4.0 {
                self.leads.push(((edge + 1.0, level), (edge + GUTTER_GAP - 3.0, y)));
            }
            self.texts.push(Placed { role: end.role, text, at: (edge + GUTTER_GAP, y) });
        }
    }

    /// Labels inside the plot, where they cross the fewest lines.
    fn place_inside(&mut self, actual_done: bool, expected_done: bool) {
        let frame = self.layout.frame;
        let mut obstacles = self.obstacles();
        let bounds = Rect {
            left: frame.left - INSET + 1.0,
            top: frame.top - 4.0,
            right: f64::from(self.plot.width) - 2.0,
            bottom: frame.bottom - 1.0,
        };
        let mut wanted: Vec<(Role, &Label, Vec<Px>)> = Vec::new();
        if let Some(last) = self.actuals.seen.last().filter(|_| !actual_done) {
            wanted.push((Role::ActualLabel, &self.plot.actual_label, vec![last.at]));
        }
        if let Some(baseline) = &self.plot.baseline
            && self.plot.shows(baseline.date)
        {
            let at = (frame.x(baseline.date), frame.y(baseline.value));
            wanted.push((Role::Label, &baseline.label, vec![at]));
        }
        if let Some(expected) = self.plot.expected.as_ref().filter(|_| !expected_done) {
            wanted.push((Role::Label, &expected.label, along(&self.expected)));
        }
        let marks = self.plot.signals.iter().filter(|mark| self.plot.shows(mark.date));
        for mark in marks.filter(|mark| !mark.label.long.is_empty()) {
            let at = (frame.x(mark.date), frame.y(mark.value));
            wanted.push((Role::SignalLabel, &mark.label, vec![at]));
        }
        if let Some(band) = &self.plot.projection {
            let ends = band.edges.iter().rev();
            let ends = ends.map(|edge| (frame.x(edge.0), frame.y(f64::midpoint(edge.1, edge.2))));
            wanted.push((Role::Tick, &band.label, ends.collect()));
        }
        for (role, label, anchors) in wanted {
            let room = frame.width() * 0.6;
            let short = shorten(&label.short, room);
            let long = if narrow(self.plot) { short.clone() } else { wording(label, false, room) };
            if long.is_empty() {
                continue;
            }
            let placed = obstacles.place(&[&long, &short], &anchors, &bounds);
            if let Some((text, at)) = placed.filter(|(text, _)| !text.is_empty()) {
                obstacles.add_text(Rect::of_text(text, at));
                self.texts.push(Placed { role, text: text.to_owned(), at });
            }
        }
    }

    fn obstacles(&self) -> Obstacles {
        let mut obstacles = Obstacles::default();
        obstacles.add_line(10.0, self.actuals.seen.iter().map(|seen| seen.at).collect());
        obstacles.add_line(2.0, self.expected.clone());
        if let Some((from, to)) = self.target {
            obstacles.add_line(3.0, vec![from, to]);
        }
        for limit in self.limits.iter().chain(&self.centres) {
            obstacles.add_line(1.0, limit.clone());
        }
        for ring in &self.signals {
            obstacles.add_line(6.0, vec![*ring]);
        }
        for (low, high) in &self.actuals.intervals {
            obstacles.add_line(0.5, vec![*low, *high]);
        }
        let frame = &self.layout.frame;
        for mark in &self.layout.marks {
            obstacles.add_line(2.0, vec![(mark.x, frame.top), (mark.x, frame.bottom)]);
        }
        if let Some(baseline) = &self.plot.baseline {
            obstacles.add_line(4.0, vec![(frame.x(baseline.date), frame.y(baseline.value))]);
        }
        for placed in &self.texts {
            obstacles.add_text(Rect::of_text(&placed.text, placed.at));
        }
        obstacles
    }
}

/// Places along a line where its label may hang, the middle first.
fn along(line: &[Px]) -> Vec<Px> {
    let (Some(first), Some(last)) = (line.first(), line.last()) else { return Vec::new() };
    let places = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9];
    let at = |share: f64| {
        let x = first.0 + (last.0 - first.0) * share;
        let ends = line.windows(2).find_map(|ends| match ends {
            [a, b] if a.0 <= x && x <= b.0 && a.0 < b.0 => Some((*a, *b)),
            _ => None,
        });
        let (a, b) = ends?;
        Some((x, a.1 + (b.1 - a.1) * (x - a.0) / (b.0 - a.0)))
    };
    places.into_iter().filter_map(at).collect()
}
