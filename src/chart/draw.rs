//! An indicator chart as SVG. The target and its tolerance are the ground,
//! the measured values the figure.

use super::canvas::{Canvas, Sheet, sheet};
use super::error::ChartError;
use super::frame::{Frame, INSET};
use super::layout::{lay_out, narrow, row_height};
use super::lines::{Actuals, Seen, outline};
use super::plot::{Label, Plot};
use super::role::Role;
use super::scene::{Scene, end_labels};
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
    let checked = plot.check()?;
    let ends = end_labels(plot);
    let labels: Vec<&Label> = ends.iter().map(|end| end.label).collect();
    let layout = lay_out(plot, checked.extent, &labels)?;
    let scene = Scene::new(plot, &checked.measured, layout, ends);
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

impl Scene<'_, '_> {
    /// Ground first, then comparison, figure and words.
    fn draw(&self, canvas: &Canvas<'_>) -> Result<(), ChartError> {
        self.draw_ground(canvas)?;
        self.draw_marks(canvas)?;
        self.draw_comparison(canvas)?;
        draw_actuals(&self.actuals, canvas)?;
        for at in &self.signals {
            canvas.circle(Role::Signal, *at, if narrow(self.plot) { 4.5 } else { 6.0 })?;
        }
        self.draw_points_of_note(canvas)?;
        self.draw_texts(canvas)
    }

    /// Bands, rules and the time axis.
    fn draw_ground(&self, canvas: &Canvas<'_>) -> Result<(), ChartError> {
        let frame = &self.layout.frame;
        let bands = [
            (&self.plot.within, Role::Within),
            (&self.plot.tolerance, Role::Tolerance),
            (&self.plot.projection, Role::Projection),
        ];
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
        for centre in &self.centres {
            canvas.line(Role::Centre, centre.iter().copied())?;
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
