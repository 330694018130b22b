//! A line the size of a word, for table cells.

use super::canvas::{Sheet, sheet};
use super::check::finite;
use super::decimate::decimate;
use super::error::{ChartError, Part};
use super::frame::value_range;
use super::role::Role;

/// The latest values of one indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct Sparkline {
    /// Beginning of every id in the picture; unique within a page.
    pub id_prefix: String,
    /// Accessible name, for instance `falling from 42 to 31 over 12 months`.
    pub title: String,
    /// Width in pixels, 16 to 1000.
    pub width: u32,
    /// Height in pixels, 12 to 200.
    pub height: u32,
    /// One value per period, oldest first; `None` keeps a gap.
    pub values: Vec<Option<f64>>,
    /// Whether the last value belongs to a period that still runs.
    pub running: bool,
    /// The target, a thin line.
    pub target: Option<f64>,
}

/// Room around the scale for the end's disc, in pixels.
const MARGIN: f64 = 4.0;

/// Draws a sparkline: no axis, no words, the latest value marked.
#[allow(clippy::cast_precision_loss)]
pub fn draw_sparkline(spark: &Sparkline) -> Result<String, ChartError> {
    let (width, height) = (spark.width, spark.height);
    if !(16..=1000).contains(&width) || !(12..=200).contains(&height) {
        return Err(ChartError::Size { width, height });
    }
    let mut extent: Option<(f64, f64)> = None;
    let values = spark.values.iter().flatten().map(|value| (Part::Actual, *value));
    for (part, value) in values.chain(spark.target.map(|target| (Part::Target, target))) {
        let value = finite(part, None, value)?;
        let (low, high) = extent.unwrap_or((value, value));
        extent = Some((low.min(value), high.max(value)));
    }
    // Without padding a line would lie on the edge only if it is flat.
    let (low, high) = match extent {
        Some((low, high)) if low < high => (low, high),
        other => value_range(other, None, None),
    };
    let (right, bottom) = (f64::from(width) - MARGIN, f64::from(height) - MARGIN);
    let y = |value: f64| {
        bottom - (value / 2.0 - low / 2.0) / (high / 2.0 - low / 2.0) * (bottom - MARGIN)
    };
    let last = spark.values.len().saturating_sub(1).max(1) as f64;
    let x = |index: usize| MARGIN + (right - MARGIN) * index as f64 / last;
    let points = spark.values.iter().enumerate().map(|(index, value)| (x(index), *value));
    let kept = decimate(points);
    let head = Sheet {
        id_prefix: &spark.id_prefix,
        title: &spark.title,
        description: "",
        width,
        height,
        kind: "c-cell c-spark",
    };
    sheet(&head, |canvas| {
        if let Some(target) = spark.target {
            canvas.line(Role::Target, [(0.0, y(target)), (f64::from(width), y(target))])?;
        }
        for run in kept.chunk_by(|_, next| !next.after_gap).filter(|run| run.len() > 1) {
            canvas.line(Role::Actual, run.iter().map(|point| (point.x, y(point.y))))?;
        }
        for run in kept.chunk_by(|_, next| !next.after_gap) {
            if let [alone] = run {
                canvas.circle(Role::Point, (alone.x, y(alone.y)), 1.0)?;
            }
        }
        match kept.last() {
            Some(end) if spark.running && end.index + 1 == spark.values.len() => {
                canvas.circle(Role::Running, (end.x, y(end.y)), 2.5)
            }
            Some(end) => canvas.circle(Role::Point, (end.x, y(end.y)), 2.5),
            None => Ok(()),
        }
    })
}
