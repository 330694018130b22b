//! The bars: the plan as an outline, what is committed and spent inside it,
//! what it will have cost as a stroke across.

use crate::chart::bars::{BarFrame, MARGIN, SAMPLE};
use crate::chart::canvas::{Canvas, Sheet, sheet};
use crate::chart::check::finite;
use crate::chart::error::{ChartError, Part};
use crate::chart::plot::AxisWords;
use crate::chart::role::Role;

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
/// One bar with the line above it, in pixels.
const PITCH: f64 = 48.0;
/// The middle of a bar below the top of its row, in pixels.
const MIDDLE: f64 = 29.0;
/// Half the height of outline, committed, spent and stroke, in pixels.
const HALVES: [f64; 4] = [9.0, 6.0, 3.0, 13.0];

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
    let highest = if highest > 0.0 { highest * 1.04 } else { 1.0 };
    let rows = plot.bars.len().min(MOST_BARS);
    let frame = BarFrame::new(plot.width, &plot.legend, rows, PITCH, highest, MARGIN);
    let head = Sheet {
        id_prefix: &plot.id_prefix,
        title: &plot.title,
        description: &plot.description,
        width: plot.width,
        height: frame.height().ceil() as u32,
        kind: "c-costs",
    };
    sheet(&head, |canvas| {
        draw_legend(plot, &frame, canvas)?;
        frame.draw_axis(canvas, |index, value| {
            let text = plot.words.short_number(value, frame.ticks.step);
            let with_unit = index == 0 && !plot.unit.is_empty();
            if with_unit { format!("{text}\u{a0}{}", plot.unit) } else { text }
        })?;
        for (bar, row) in plot.bars.iter().take(MOST_BARS).zip(0_u32..) {
            draw_bar(bar, frame.top + f64::from(row) * PITCH, &frame, canvas)?;
        }
        Ok(())
    })
}

fn draw_legend(
    plot: &CostPlot<'_>,
    frame: &BarFrame,
    canvas: &Canvas<'_>,
) -> Result<(), ChartError> {
    for ((index, word), at) in plot.legend.iter().enumerate().zip(&frame.legend) {
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
        frame.legend_word(word, *at, canvas)?;
    }
    Ok(())
}

fn draw_bar(
    bar: &CostBar,
    top: f64,
    frame: &BarFrame,
    canvas: &Canvas<'_>,
) -> Result<(), ChartError> {
    let middle = top + MIDDLE;
    let [outline, committed, spent, stroke] = HALVES;
    let from = |role: Role, half: f64, amount: Option<f64>| match amount {
        // A bar of no length would vanish, and zero is something said.
        Some(amount) => {
            let right = frame.x(amount).max(MARGIN + 1.0);
            canvas.rect(role, (MARGIN, middle - half), (right, middle + half))
        }
        None => Ok(()),
    };
    from(Role::Baseline, outline, bar.planned)?;
    from(Role::Reach, committed, bar.committed)?;
    from(Role::Bar, spent, bar.spent)?;
    if let Some(completion) = bar.completion {
        let x = frame.x(completion);
        canvas.line(Role::Target, [(x, middle - stroke), (x, middle + stroke)])?;
    }
    frame.draw_head(&bar.label, &bar.note, 0.6, top, canvas)
}
