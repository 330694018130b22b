//! Room for axes and labels: what is left is the plot.

use super::error::ChartError;
use super::frame::{Frame, INSET, day_number, value_range};
use super::plot::{Label, Plot};
use super::text::{LINE_HEIGHT, shorten, text_width};
use super::ticks::{CalendarStep, CalendarUnit, NumberTicks, number_ticks};
use chrono::{Datelike, NaiveDate};

/// A text at a place on one axis.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct AxisText {
    /// Pixels from the left or from the top.
    pub at: f64,
    pub text: String,
}

/// A change mark with its label, if there was room for one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PlacedMark {
    pub x: f64,
    pub row: usize,
    pub text: String,
    /// Whether the text stands left of its line.
    pub before: bool,
}

/// Everything placed before a line is drawn.
pub(super) struct Layout {
    pub frame: Frame,
    pub numbers: Vec<AxisText>,
    pub dates: Vec<AxisText>,
    pub years: Vec<AxisText>,
    /// Where ticks stand, labelled or not.
    pub ticks: Vec<f64>,
    pub marks: Vec<PlacedMark>,
    /// Room for text right of the plot.
    pub gutter: f64,
}

/// Pixels between the plot's edge and the labels beside it.
pub(super) const GUTTER_GAP: f64 = 12.0;

/// Whether labels take their short form.
pub(super) fn narrow(plot: &Plot<'_>) -> bool {
    plot.width < 480
}

/// The wording of a label in at most `room` pixels.
pub(super) fn wording(label: &Label, narrow: bool, room: f64) -> String {
    if !narrow && text_width(&label.long) <= room {
        return label.long.clone();
    }
    if text_width(&label.long) <= room * 0.7 {
        return label.long.clone();
    }
    shorten(&label.short, room)
}

/// Places axes, ticks and change marks around the plot; `end_labels` stand
/// right of it.
pub(super) fn lay_out(
    plot: &Plot<'_>,
    extent: Option<(f64, f64)>,
    end_labels: &[&Label],
) -> Result<Layout, ChartError> {
    let (width, height) = (f64::from(plot.width), f64::from(plot.height));
    let values = value_range(extent, plot.floor, plot.ceiling);
    let unit_row = if plot.unit.is_empty() { 0.0 } else { 18.0 };
    let mut frame = Frame {
        left: 0.0,
        right: width,
        top: unit_row + 10.0,
        bottom: height - 2.0 * LINE_HEIGHT - 10.0,
        days: (day_number(plot.from), day_number(plot.to)),
        values,
    };
    let texts = number_texts(plot, extent, &frame);
    let widest = texts.iter().map(|(_, text)| text_width(text)).fold(0.0, f64::max);
    frame.left = widest + 8.0 + INSET;
    let gutter = gutter(plot, end_labels);
    let beside = if gutter > 0.0 { gutter + GUTTER_GAP + 2.0 } else { 12.0 };
    frame.right = width - beside - INSET;
    if frame.width() < 40.0 {
        return Err(ChartError::Size { width: plot.width, height: plot.height });
    }
    let marks = place_marks(plot, &frame);
    let rows = marks.iter().filter(|mark| !mark.text.is_empty()).map(|mark| mark.row + 1).max();
    frame.top += rows.map_or(0.0, |rows| row_height(rows) + 4.0);
    if frame.bottom - frame.top < 30.0 {
        return Err(ChartError::Size { width: plot.width, height: plot.height });
    }
    let numbers =
        texts.into_iter().map(|(value, text)| AxisText { at: frame.y(value), text }).collect();
    let (ticks, dates, years) = date_texts(plot, &frame);
    Ok(Layout { frame, numbers, dates, years, ticks, marks, gutter })
}

/// Height of so many rows of mark labels.
#[allow(clippy::cast_precision_loss)]
pub(super) fn row_height(rows: usize) -> f64 {
    rows as f64 * LINE_HEIGHT
}

/// Ticks of the value axis and their texts, in the short form when the long
/// one would take more than a fifth of the width.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn number_texts(plot: &Plot<'_>, extent: Option<(f64, f64)>, frame: &Frame) -> Vec<(f64, String)> {
    if extent.is_none() {
        return Vec::new();
    }
    let most = ((frame.bottom - frame.top) / 38.0).clamp(2.0, 9.0) as usize;
    let NumberTicks { step, values } = number_ticks(frame.values.0, frame.values.1, most);
    let room = f64::from(plot.width) * 0.2;
    let long: Vec<_> =
        values.iter().map(|value| (*value, plot.words.number(*value, step))).collect();
    if long.iter().all(|(_, text)| text_width(text) <= room) {
        return long;
    }
    let short = |value: &f64| (*value, shorten(&plot.words.short_number(*value, step), room * 1.5));
    values.iter().map(short).collect()
}

/// Width of the widest end label, at most a good quarter of the picture.
fn gutter(plot: &Plot<'_>, labels: &[&Label]) -> f64 {
    let room = f64::from(plot.width) * 0.27;
    let widths = labels.iter().map(|label| text_width(&wording(label, narrow(plot), room)));
    widths.fold(0.0, f64::max)
}

/// Ticks of the time axis at the finest step whose labels keep apart, with
/// years in a second row where the first does not name them.
fn date_texts(plot: &Plot<'_>, frame: &Frame) -> (Vec<f64>, Vec<AxisText>, Vec<AxisText>) {
    let per_day = frame.width() / (frame.days.1 - frame.days.0);
    for step in CalendarStep::ALL {
        let distance = step.days() * per_day;
        if distance < 16.0 {
            continue;
        }
        let named = step.named((plot.from, plot.to), plot.points_of, 600);
        if named.is_empty() {
            continue;
        }
        let word = |date: &NaiveDate| match step.unit() {
            CalendarUnit::Day => plot.words.day(*date),
            CalendarUnit::Month => plot.words.month(*date),
            CalendarUnit::Quarter => plot.words.quarter(*date),
            CalendarUnit::Year => plot.words.year(*date),
        };
        let text = |(start, place): &(_, _)| AxisText { at: frame.x(*place), text: word(start) };
        let texts: Vec<AxisText> = named.iter().map(text).collect();
        let widest = texts.iter().map(|text| text_width(&text.text)).fold(0.0, f64::max);
        if widest + 10.0 > distance && texts.len() > 1 {
            continue;
        }
        // A name below its point has its tick there, one below several where they begin.
        let tick = |(start, place): &(NaiveDate, NaiveDate)| {
            if plot.points_of >= step.unit() { *place } else { *start }
        };
        let ticks = named.iter().map(tick).filter(|tick| plot.shows(*tick));
        let ticks = ticks.map(|tick| frame.x(tick)).collect();
        let years = if step.unit() == CalendarUnit::Year {
            Vec::new()
        } else {
            year_texts(plot, frame, &named)
        };
        let width = f64::from(plot.width);
        return (ticks, keep_inside(texts, width), keep_inside(years, width));
    }
    (Vec::new(), Vec::new(), Vec::new())
}

/// The year below the first tick and below the first tick of each later year.
fn year_texts(plot: &Plot<'_>, frame: &Frame, named: &[(NaiveDate, NaiveDate)]) -> Vec<AxisText> {
    let mut texts: Vec<AxisText> = Vec::new();
    let mut last = None;
    for (start, place) in named {
        if last.replace(start.year()) == Some(start.year()) {
            continue;
        }
        let next = AxisText { at: frame.x(*place), text: plot.words.year(*start) };
        // A year that has but one tick gives way to the one that follows.
        if let Some(before) = texts.last()
            && next.at - before.at
                < f64::midpoint(text_width(&before.text), text_width(&next.text)) + 6.0
        {
            texts.pop();
        }
        texts.push(next);
    }
    texts
}

/// Shifts centred texts that would stick out of the picture.
fn keep_inside(texts: Vec<AxisText>, width: f64) -> Vec<AxisText> {
    let moved = texts.into_iter().map(|text| {
        let half = text_width(&text.text) / 2.0;
        AxisText { at: text.at.min(width - half - 1.0).max(half + 1.0), ..text }
    });
    moved.collect()
}

/// Change marks, at most one in three pixels, with labels in up to three rows so that
/// no label lies on another or on another mark's line.
fn place_marks(plot: &Plot<'_>, frame: &Frame) -> Vec<PlacedMark> {
    let width = f64::from(plot.width);
    let mut ends = [f64::MIN; 3];
    let mut placed: Vec<PlacedMark> = Vec::new();
    for mark in plot.marks.iter().filter(|mark| plot.shows(mark.date)) {
        let x = frame.x(mark.date);
        let last = placed.last().map_or(f64::MIN, |mark| mark.x);
        if x - last < 3.0 {
            continue;
        }
        // A line runs down through the rows below its own: those must be free.
        let row = ends.iter().rposition(|end| *end > x - 5.0).map_or(0, |taken| taken + 1);
        let mut next = PlacedMark { x, row, text: String::new(), before: false };
        if let Some(end) = ends.get_mut(row) {
            let wanted = (width * 0.34).max(60.0);
            let after = width - x - 6.0;
            let text = shorten(&mark.label, wanted.min(after));
            let whole = shorten(&mark.label, wanted);
            let left = x - 4.0 - text_width(&whole);
            if text != whole && left > last + 4.0 && left > *end && left > 0.0 {
                next.before = true;
                next.text = whole;
                *end = x;
            } else if !text.is_empty() {
                *end = x + 4.0 + text_width(&text);
                next.text = text;
            }
        }
        placed.push(next);
    }
    placed
}
