//! An indicator chart as SVG. The target and its tolerance are the ground,
//! the measured values the figure.

use super::canvas::{Canvas, Px, Sheet, sheet};
use super::error::ChartError;
use super::frame::{Frame, INSET};
use super::labels::{Obstacles, Rect, capacity, spread};
use super::layout::{GUTTER_GAP, Layout, lay_out, narrow, row_height, wording};
use super::lines::{Actuals, Seen, actuals, line, outline};
use super::plot::{Label, Plot};
use super::role::Role;
use super::text::{LINE_HEIGHT, shorten, text_width};
use plotters::style::text_anchor::HPos;

/// A chart and the scales it was drawn with.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// The SVG element.
    pub svg: String,
    /// Where dates and values lie in it.
    pub frame: Frame,
}

/// Draws an indicator chart as one SVG element.
pub fn draw(plot: &Plot<'_>) -> Result<String, ChartError> {
    draw_picture(plot).map(|picture| picture.svg)
}

/// Draws an indicator chart and tells where dates and values lie in it, for a
/// marker that follows pointer or slider.
pub fn draw_picture(plot: &Plot<'_>) -> Result<Picture, ChartError> {
    let extent = plot.check()?;
    let ends = end_labels(plot);
    let labels: Vec<&Label> = ends.iter().map(|end| end.label).collect();
    let layout = lay_out(plot, extent, &labels)?;
    let scene = Scene::new(plot, layout, ends);
    let head = Sheet {
        id_prefix: &plot.id_prefix,
        title: &plot.title,
        description: &plot.description,
        width: plot.width,
        height: plot.height,
        kind: "c-plot",
    };
    let svg = sheet(&head, |canvas| scene.draw(canvas))?;
    Ok(Picture { svg, frame: scene.layout.frame })
}

/// A label that stands right of the plot, level with what it names.
struct EndLabel<'a> {
    value: f64,
    label: &'a Label,
    role: Role,
    /// Lower stays when there is no room for all.
    rank: u8,
}

/// Lines and bands that reach the right end of the plot get their labels there.
fn end_labels<'a>(plot: &'a Plot<'_>) -> Vec<EndLabel<'a>> {
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
    for limit in &plot.limits {
        if let Some((date, value)) = limit.path.last()
            && reaches(*date)
        {
            add(*value, &limit.label, Role::Tick, 5);
        }
    }
    ends
}

/// A text with its place.
struct Placed {
    role: Role,
    text: String,
    /// Left end at mid height.
    at: Px,
}

/// Everything in pixels, ready to draw.
struct Scene<'a, 'w> {
    plot: &'a Plot<'w>,
    layout: Layout,
    actuals: Actuals,
    expected: Vec<Px>,
    target: Option<(Px, Px)>,
    limits: Vec<Vec<Px>>,
    texts: Vec<Placed>,
    leads: Vec<(Px, Px)>,
}

impl<'a, 'w> Scene<'a, 'w> {
    fn new(plot: &'a Plot<'w>, layout: Layout, ends: Vec<EndLabel<'_>>) -> Self {
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
            actuals: actuals(plot, &frame),
            expected: expected.unwrap_or_default(),
            target,
            limits: plot.limits.iter().map(|limit| line(&limit.path, &frame)).collect(),
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
        for limit in &self.limits {
            obstacles.add_line(1.0, limit.clone());
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

    fn draw(&self, canvas: &Canvas<'_>) -> Result<(), ChartError> {
        self.draw_ground(canvas)?;
        self.draw_marks(canvas)?;
        self.draw_comparison(canvas)?;
        draw_actuals(&self.actuals, canvas)?;
        self.draw_points_of_note(canvas)?;
        self.draw_texts(canvas)
    }

    /// Bands, rules and the time axis.
    fn draw_ground(&self, canvas: &Canvas<'_>) -> Result<(), ChartError> {
        let frame = &self.layout.frame;
        let bands = [(&self.plot.within, Role::Within), (&self.plot.tolerance, Role::Tolerance)];
        for (band, role) in bands {
            let outline = band.as_ref().map(|band| outline(band, frame)).unwrap_or_default();
            if outline.len() > 2 {
                canvas.polygon(role, outline)?;
            }
        }
        let (left, right) = (frame.left - INSET, frame.right + INSET);
        for tick in self.layout.numbers.iter().filter(|tick| tick.at < frame.bottom - 1.0) {
            canvas.line(Role::Grid, [(left, tick.at), (right, tick.at)])?;
        }
        canvas.line(Role::Axis, [(left, frame.bottom), (right, frame.bottom)])?;
        for x in &self.layout.ticks {
            canvas.line(Role::Axis, [(*x, frame.bottom), (*x, frame.bottom + 4.0)])?;
        }
        if frame.values.0 < 0.0 && frame.values.1 > 0.0 {
            let zero = frame.y(0.0);
            canvas.line(Role::Axis, [(left, zero), (right, zero)])?;
        }
        Ok(())
    }

    fn draw_marks(&self, canvas: &Canvas<'_>) -> Result<(), ChartError> {
        let frame = &self.layout.frame;
        for mark in &self.layout.marks {
            let top = if mark.text.is_empty() { frame.top } else { self.mark_row(mark.row) - 6.0 };
            canvas.line(Role::Mark, [(mark.x, top), (mark.x, frame.bottom)])?;
        }
        Ok(())
    }

    /// Mid height of a row of mark labels.
    fn mark_row(&self, row: usize) -> f64 {
        let rows = self.layout.marks.iter().filter(|mark| !mark.text.is_empty());
        let rows = rows.map(|mark| mark.row + 1).max().unwrap_or(0);
        self.layout.frame.top - 4.0 - row_height(rows) + row_height(row) + LINE_HEIGHT / 2.0 - 5.0
    }

    /// Limits, target and expected path.
    fn draw_comparison(&self, canvas: &Canvas<'_>) -> Result<(), ChartError> {
        for limit in &self.limits {
            canvas.line(Role::Limit, limit.iter().copied())?;
        }
        if let Some((from, to)) = self.target {
            canvas.line(Role::Target, [from, to])?;
        }
        if self.expected.len() > 1 {
            canvas.line(Role::Expected, self.expected.iter().copied())?;
        }
        Ok(())
    }

    /// The baseline's square and the diamond of the day the target is due.
    fn draw_points_of_note(&self, canvas: &Canvas<'_>) -> Result<(), ChartError> {
        let frame = &self.layout.frame;
        if let Some(baseline) = &self.plot.baseline
            && self.plot.shows(baseline.date)
        {
            let (x, y) = (frame.x(baseline.date), frame.y(baseline.value));
            canvas.rect(Role::Baseline, (x - 3.5, y - 3.5), (x + 3.5, y + 3.5))?;
        }
        let due = self.plot.target.as_ref().and_then(|target| Some((target.value, target.due?)));
        if let Some((value, due)) = due.filter(|(_, due)| self.plot.shows(*due)) {
            let (x, y) = (frame.x(due), frame.y(value));
            canvas.polygon(Role::Due, [(x, y - 5.0), (x + 5.0, y), (x, y + 5.0), (x - 5.0, y)])?;
        }
        for (from, to) in &self.leads {
            canvas.line(Role::Lead, [*from, *to])?;
        }
        Ok(())
    }

    fn draw_texts(&self, canvas: &Canvas<'_>) -> Result<(), ChartError> {
        let frame = &self.layout.frame;
        if !self.plot.unit.is_empty() {
            let unit = shorten(&self.plot.unit, f64::from(self.plot.width) - 4.0);
            canvas.text(Role::Tick, &unit, (1.0, 9.0), HPos::Left)?;
        }
        for tick in &self.layout.numbers {
            let at = (frame.left - INSET - 7.0, tick.at);
            canvas.text(Role::Tick, &tick.text, at, HPos::Right)?;
        }
        let row = frame.bottom + 6.0 + LINE_HEIGHT / 2.0;
        for (texts, y) in [(&self.layout.dates, row), (&self.layout.years, row + LINE_HEIGHT)] {
            for tick in texts {
                canvas.text(Role::Tick, &tick.text, (tick.at, y), HPos::Center)?;
            }
        }
        for mark in self.layout.marks.iter().filter(|mark| !mark.text.is_empty()) {
            let y = self.mark_row(mark.row);
            let left =
                if mark.before { mark.x - 4.0 - text_width(&mark.text) } else { mark.x + 4.0 };
            canvas.text(Role::MarkLabel, &mark.text, (left, y), HPos::Left)?;
        }
        for placed in &self.texts {
            canvas.text(placed.role, &placed.text, placed.at, HPos::Left)?;
        }
        Ok(())
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

/// Intervals, the line, and its discs; the running period as a ring.
fn draw_actuals(actuals: &Actuals, canvas: &Canvas<'_>) -> Result<(), ChartError> {
    for (low, high) in &actuals.intervals {
        canvas.line(Role::Interval, [*low, *high])?;
    }
    let seen = &actuals.seen;
    for run in runs(seen, |a, b| !b.after_gap && !a.running && !b.running) {
        if run.len() > 1 {
            canvas.line(Role::Actual, run.iter().map(|seen| seen.at))?;
        }
    }
    for run in runs(seen, |a, b| !b.after_gap && (a.running || b.running)) {
        if run.len() > 1 {
            canvas.line(Role::RunningLine, run.iter().map(|seen| seen.at))?;
        }
    }
    for run in runs(seen, |_, b| !b.after_gap) {
        for point in run.iter().filter(|point| !point.running) {
            // A lone value between two gaps would leave no trace as a line.
            if actuals.discs || run.len() == 1 {
                canvas.circle(Role::Point, point.at, if actuals.discs { 3.0 } else { 1.5 })?;
            }
        }
    }
    for point in seen.iter().filter(|point| point.running) {
        canvas.circle(Role::Running, point.at, 3.5)?;
    }
    Ok(())
}

/// Cuts a sequence wherever two neighbours do not belong together.
fn runs(seen: &[Seen], together: impl Fn(&Seen, &Seen) -> bool) -> impl Iterator<Item = &[Seen]> {
    seen.chunk_by(move |a, b| together(a, b))
}
