//! The bars: a channel's part of the cost above its part of the outcomes, both
//! from zero.

use crate::chart::bars::{BarFrame, MARGIN, SAMPLE};
use crate::chart::canvas::{Canvas, Sheet, sheet};
use crate::chart::check::finite;
use crate::chart::error::{ChartError, Part};
use crate::chart::plot::AxisWords;
use crate::chart::role::Role;
use crate::chart::text::text_width;
use plotters::style::text_anchor::HPos;

/// One channel.
#[derive(Debug, Clone, PartialEq)]
pub struct ChannelBar {
    /// Its name, above the bars.
    pub label: String,
    /// What is worth knowing, at the other end of that line: the cost of an
    /// outcome.
    pub note: String,
    /// Its part of the cost and of the outcomes, 0 to 1.
    pub parts: [f64; 2],
    /// The same in words, at the ends of the bars.
    pub said: [String; 2],
}

/// Everything the picture shows.
pub struct ChannelPlot<'a> {
    /// Beginning of every id in the picture; unique within a page.
    pub id_prefix: String,
    /// Accessible name: the finding.
    pub title: String,
    /// Accessible description: the summary.
    pub description: String,
    /// Width in pixels, 240 to 2000.
    pub width: u32,
    /// Words for the part of the cost and of the outcomes.
    pub legend: [String; 2],
    /// Zero as a percentage, where the scale begins.
    pub zero: String,
    /// The channels in order.
    pub bars: Vec<ChannelBar>,
    /// The reader's language.
    pub words: &'a dyn AxisWords,
}

/// The most channels drawn; a company has a handful.
const MOST_BARS: usize = 40;
/// One channel with the line above it, in pixels.
const PITCH: f64 = 60.0;
/// The middle of a bar below the top of its row, in pixels.
const MIDDLES: [f64; 2] = [27.0, 42.0];
/// Half the height of a bar, in pixels.
const HALF: f64 = 6.0;
/// What the two bars mean.
const ROLES: [Role; 2] = [Role::Reach, Role::Bar];

/// Draws the parts of cost and outcomes as one SVG element.
///
/// # Errors
/// A part is not finite, or the size is none for this chart.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub fn draw_channels(plot: &ChannelPlot<'_>) -> Result<String, ChartError> {
    if !(240..=2000).contains(&plot.width) {
        return Err(ChartError::Size { width: plot.width, height: 0 });
    }
    let mut highest = 0.0_f64;
    for part in plot.bars.iter().flat_map(|bar| bar.parts) {
        highest = highest.max(finite(Part::Actual, None, part)? * 100.0);
    }
    // Room for the words behind the bars.
    let said = plot.bars.iter().flat_map(|bar| &bar.said).map(|text| text_width(text));
    let behind = said.fold(0.0, f64::max) + 10.0;
    let highest = if highest > 0.0 { highest } else { 1.0 };
    let rows = plot.bars.len().min(MOST_BARS);
    let frame = BarFrame::new(plot.width, &plot.legend, rows, PITCH, highest, behind);
    let head = Sheet {
        id_prefix: &plot.id_prefix,
        title: &plot.title,
        description: &plot.description,
        width: plot.width,
        height: frame.height().ceil() as u32,
        kind: "c-channels",
    };
    sheet(&head, |canvas| {
        for ((word, role), at) in plot.legend.iter().zip(ROLES).zip(&frame.legend) {
            let right = at.0 + SAMPLE - 8.0;
            canvas.rect(role, (at.0, at.1 - HALF), (right, at.1 + HALF))?;
            frame.legend_word(word, *at, canvas)?;
        }
        frame.draw_axis(canvas, |index, value| match index {
            0 => plot.zero.clone(),
            _ => plot.words.number(value, frame.ticks.step),
        })?;
        for (bar, row) in plot.bars.iter().take(MOST_BARS).zip(0_u32..) {
            draw_bar(bar, frame.top + f64::from(row) * PITCH, &frame, canvas)?;
        }
        Ok(())
    })
}

fn draw_bar(
    bar: &ChannelBar,
    top: f64,
    frame: &BarFrame,
    canvas: &Canvas<'_>,
) -> Result<(), ChartError> {
    for (((part, said), role), middle) in bar.parts.iter().zip(&bar.said).zip(ROLES).zip(MIDDLES) {
        let y = top + middle;
        // A bar of no length would vanish, and zero is something said.
        let right = frame.x(part * 100.0).max(MARGIN + 1.0);
        canvas.rect(role, (MARGIN, y - HALF), (right, y + HALF))?;
        canvas.text(Role::Tick, said, (right + 5.0, y), HPos::Left)?;
    }
    frame.draw_head(&bar.label, &bar.note, 0.5, top, canvas)
}
