//! The bars: the plan as an outline, what is committed and spent inside it,
//! what it will have cost as a stroke across.

use crate::chart::canvas::{Canvas, Px, Sheet, sheet};
use crate::chart::check::finite;
use crate::chart::error::{ChartError, Part};
use crate::chart::plot::AxisWords;
use crate::chart::role::Role;
use crate::chart::text::{LINE_HEIGHT, shorten, text_width};
use crate::chart::ticks::{NumberTicks, number_ticks};
use plotters::style::text_anchor::HPos;

/// One stage.
#[derive(Debug, Clone, PartialEq)]
pub struct CostBar {
    /// Its name, above the bar.
    pub label: String,
    /// What is worth knowing, at the other end of that line.
    pub note: String,
    /// As planned: an outline.
    pub planned: Option<f64>,
    /// Ordered or signed for: a grey bar.
    pub committed: Option<f64>,
    /// Paid: the bar in front.
    pub spent: Option<f64>,
    /// At completion: a stroke across.
    pub completion: Option<f64>,
}

/// Everything the picture shows.
pub struct CostPlot<'a> {
    /// Beginning of every id in the picture; unique within a page.
    pub id_prefix: String,
    /// Accessible name: the finding.
    pub title: String,
    /// Accessible description: the summary.
    pub description: String,
    /// Width in pixels, 240 to 2000.
    pub width: u32,
    /// Words for planned, committed, spent, at completion.
    pub legend: [String; 4],
    /// What the numbers count, beside the axis: `EUR`.
    pub unit: String,
    /// The stages in order.
    pub bars: Vec<CostBar>,
    /// The reader's language.
    pub words: &'a dyn AxisWords,
}

/// The most bars drawn; a plan has a handful of stages.
const MOST_BARS: usize = 60;
/// Room left and right of the scale, in pixels.
const MARGIN: f64 = 4.0;
/// One bar with the line above it, in pixels.
const PITCH: f64 = 48.0;
/// The middle of a bar below the top of its row, in pixels.
const MIDDLE: f64 = 29.0;
/// Half the height of outline, committed, spent and stroke, in pixels.
const HALVES: [f64; 4] = [9.0, 6.0, 3.0, 13.0];
/// The sample beside a word of the legend, in pixels.
const SAMPLE: f64 = 22.0;

struct Layout {
    width: f64,
    legend: Vec<Px>,
    top: f64,
    bottom: f64,
    highest: f64,
    ticks: NumberTicks,
}

impl Layout {
    fn new(plot: &CostPlot<'_>, highest: f64) -> Self {
        let width = f64::from(plot.width);
        let mut legend = Vec::new();
        let (mut x, mut y) = (MARGIN, LINE_HEIGHT / 2.0 + 2.0);
        for word in &plot.legend {
            let own = SAMPLE + text_width(word);
            if x > MARGIN && x + own > width - MARGIN {
                (x, y) = (MARGIN, y + LINE_HEIGHT + 4.0);
            }
            legend.push((x, y));
            x += own + 18.0;
        }
        let top = y + LINE_HEIGHT / 2.0 + 8.0;
        let count = u32::try_from(plot.bars.len().min(MOST_BARS)).unwrap_or_default();
        let bottom = top + f64::from(count) * PITCH;
        let most = if plot.width < 480 { 4 } else { 7 };
        Self { width, legend, top, bottom, highest, ticks: number_ticks(0.0, highest, most) }
    }

    fn x(&self, value: f64) -> f64 {
        MARGIN + value / self.highest * (self.width - 2.0 * MARGIN)
    }

    fn height(&self) -> f64 {
        self.bottom + 4.0 + LINE_HEIGHT
    }
}

/// Draws plan against actual as one SVG element.
///
/// # Errors
/// An amount is not finite, or the size is none for this chart.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub fn draw_costs(plot: &CostPlot<'_>) -> Result<String, ChartError> {
    if !(240..=2000).contains(&plot.width) {
        return Err(ChartError::Size { width: plot.width, height: 0 });
    }
    let mut highest = 0.0_f64;
    for bar in &plot.bars {
        for amount in [bar.planned, bar.committed, bar.spent, bar.completion].into_iter().flatten()
        {
            highest = highest.max(finite(Part::Actual, None, amount)?);
        }
    }
    let layout = Layout::new(plot, if highest > 0.0 { highest * 1.04 } else { 1.0 });
    let head = Sheet {
        id_prefix: &plot.id_prefix,
        title: &plot.title,
        description: &plot.description,
        width: plot.width,
        height: layout.height().ceil() as u32,
        kind: "c-costs",
    };
    sheet(&head, |canvas| {
        draw_legend(plot, &layout, canvas)?;
        draw_axis(plot, &layout, canvas)?;
        for (bar, row) in plot.bars.iter().take(MOST_BARS).zip(0_u32..) {
            draw_bar(bar, layout.top + f64::from(row) * PITCH, &layout, canvas)?;
        }
        Ok(())
    })
}

fn draw_legend(
    plot: &CostPlot<'_>,
    layout: &Layout,
    canvas: &Canvas<'_>,
) -> Result<(), ChartError> {
    for ((index, word), at) in plot.legend.iter().enumerate().zip(&layout.legend) {
        let (left, right) = (at.0, at.0 + SAMPLE - 8.0);
        let half = HALVES.get(index).map_or(3.0, |half| half.min(6.0));
        match index {
            0 => canvas.rect(Role::Baseline, (left, at.1 - half), (right, at.1 + half))?,
            1 => canvas.rect(Role::Reach, (left, at.1 - half), (right, at.1 + half))?,
            2 => canvas.rect(Role::Bar, (left, at.1 - half), (right, at.1 + half))?,
            _ => {
                let middle = f64::midpoint(left, right);
                canvas.line(Role::Target, [(middle, at.1 - 7.0), (middle, at.1 + 7.0)])?;
            }
        }
        let room = layout.width - MARGIN - left - SAMPLE;
        canvas.text(Role::Tick, &shorten(word, room), (left + SAMPLE, at.1), HPos::Left)?;
    }
    Ok(())
}

/// Rules at round amounts, with the amounts below.
fn draw_axis(plot: &CostPlot<'_>, layout: &Layout, canvas: &Canvas<'_>) -> Result<(), ChartError> {
    for value in &layout.ticks.values {
        let x = layout.x(*value);
        let role = if *value > 0.0 { Role::Grid } else { Role::Axis };
        canvas.line(role, [(x, layout.top + LINE_HEIGHT), (x, layout.bottom)])?;
    }
    let step = layout.ticks.step;
    let y = layout.bottom + 4.0 + LINE_HEIGHT / 2.0;
    let mut free = f64::NEG_INFINITY;
    for (index, value) in layout.ticks.values.iter().enumerate() {
        let mut text = plot.words.short_number(*value, step);
        if index == 0 && !plot.unit.is_empty() {
            text = format!("{text}\u{a0}{}", plot.unit);
        }
        let half = text_width(&text) / 2.0;
        let x = layout.x(*value).clamp(half, (layout.width - half).max(half));
        if x - half >= free {
            canvas.text(Role::Tick, &text, (x, y), HPos::Center)?;
            free = x + half + 6.0;
        }
    }
    Ok(())
}

fn draw_bar(
    bar: &CostBar,
    top: f64,
    layout: &Layout,
    canvas: &Canvas<'_>,
) -> Result<(), ChartError> {
    let middle = top + MIDDLE;
    let [outline, committed, spent, stroke] = HALVES;
    let from = |role: Role, half: f64, amount: Option<f64>| match amount {
        // A bar of no length would vanish, and zero is something said.
        Some(amount) => {
            let right = layout.x(amount).max(MARGIN + 1.0);
            canvas.rect(role, (MARGIN, middle - half), (right, middle + half))
        }
        None => Ok(()),
    };
    from(Role::Baseline, outline, bar.planned)?;
    from(Role::Reach, committed, bar.committed)?;
    from(Role::Bar, spent, bar.spent)?;
    if let Some(completion) = bar.completion {
        let x = layout.x(completion);
        canvas.line(Role::Target, [(x, middle - stroke), (x, middle + stroke)])?;
    }
    let y = top + LINE_HEIGHT / 2.0;
    let room = layout.width - 2.0 * MARGIN;
    let note = shorten(&bar.note, room * 0.6);
    let label = shorten(&bar.label, room - text_width(&note) - 12.0);
    canvas.text(Role::Label, &label, (MARGIN, y), HPos::Left)?;
    canvas.text(Role::Tick, &note, (layout.width - MARGIN, y), HPos::Right)
}
