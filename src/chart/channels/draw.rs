//! The bars: a channel's part of the cost above its part of the outcomes, both
//! from zero.

use crate::chart::canvas::{Canvas, Px, Sheet, sheet};
use crate::chart::check::finite;
use crate::chart::error::{ChartError, Part};
use crate::chart::plot::AxisWords;
use crate::chart::role::Role;
use crate::chart::text::{LINE_HEIGHT, shorten, text_width};
use crate::chart::ticks::{NumberTicks, number_ticks};
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
/// Room left of the scale, in pixels.
const MARGIN: f64 = 4.0;
/// One channel with the line above it, in pixels.
const PITCH: f64 = 60.0;
/// The middle of a bar below the top of its row, in pixels.
const MIDDLES: [f64; 2] = [27.0, 42.0];
/// Half the height of a bar, in pixels.
const HALF: f64 = 6.0;
/// The sample beside a word of the legend, in pixels.
const SAMPLE: f64 = 22.0;
/// What the two bars mean.
const ROLES: [Role; 2] = [Role::Reach, Role::Bar];

struct Layout {
    width: f64,
    /// Where the scale ends, with room for the words behind the bars.
    right: f64,
    legend: Vec<Px>,
    top: f64,
    bottom: f64,
    highest: f64,
    ticks: NumberTicks,
}

impl Layout {
    /// `highest`: the largest part, in percent.
    fn new(plot: &ChannelPlot<'_>, highest: f64) -> Self {
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
        let said = plot.bars.iter().flat_map(|bar| &bar.said).map(|text| text_width(text));
        let right = width - said.fold(0.0, f64::max) - 10.0;
        let most = if plot.width < 480 { 4 } else { 7 };
        Self { width, right, legend, top, bottom, highest, ticks: number_ticks(0.0, highest, most) }
    }

    fn x(&self, percent: f64) -> f64 {
        MARGIN + percent / self.highest * (self.right - MARGIN)
    }

    fn height(&self) -> f64 {
        self.bottom + 4.0 + LINE_HEIGHT
    }
}

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
    let layout = Layout::new(plot, if highest > 0.0 { highest } else { 1.0 });
    let head = Sheet {
        id_prefix: &plot.id_prefix,
        title: &plot.title,
        description: &plot.description,
        width: plot.width,
        height: layout.height().ceil() as u32,
        kind: "c-channels",
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
    plot: &ChannelPlot<'_>,
    layout: &Layout,
    canvas: &Canvas<'_>,
) -> Result<(), ChartError> {
    for ((word, role), at) in plot.legend.iter().zip(ROLES).zip(&layout.legend) {
        let (left, right) = (at.0, at.0 + SAMPLE - 8.0);
        canvas.rect(role, (left, at.1 - HALF), (right, at.1 + HALF))?;
        let room = layout.width - MARGIN - left - SAMPLE;
        canvas.text(Role::Tick, &shorten(word, room), (left + SAMPLE, at.1), HPos::Left)?;
    }
    Ok(())
}

/// Rules at round percentages, with the percentages below.
fn draw_axis(
    plot: &ChannelPlot<'_>,
    layout: &Layout,
    canvas: &Canvas<'_>,
) -> Result<(), ChartError> {
    for value in &layout.ticks.values {
        let x = layout.x(*value);
        let role = if *value > 0.0 { Role::Grid } else { Role::Axis };
        canvas.line(role, [(x, layout.top + LINE_HEIGHT), (x, layout.bottom)])?;
    }
    let y = layout.bottom + 4.0 + LINE_HEIGHT / 2.0;
    let mut free = f64::NEG_INFINITY;
    for (index, value) in layout.ticks.values.iter().enumerate() {
        let text = match index {
            0 => plot.zero.clone(),
            _ => plot.words.number(*value, layout.ticks.step),
        };
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
    bar: &ChannelBar,
    top: f64,
    layout: &Layout,
    canvas: &Canvas<'_>,
) -> Result<(), ChartError> {
    for (((part, said), role), middle) in bar.parts.iter().zip(&bar.said).zip(ROLES).zip(MIDDLES) {
        let y = top + middle;
        // A bar of no length would vanish, and zero is something said.
        let right = layout.x(part * 100.0).max(MARGIN + 1.0);
        canvas.rect(role, (MARGIN, y - HALF), (right, y + HALF))?;
        canvas.text(Role::Tick, said, (right + 5.0, y), HPos::Left)?;
    }
    let y = top + LINE_HEIGHT / 2.0;
    let room = layout.width - 2.0 * MARGIN;
    let note = shorten(&bar.note, room * 0.5);
    let label = shorten(&bar.label, room - text_width(&note) - 12.0);
    canvas.text(Role::Label, &label, (MARGIN, y), HPos::Left)?;
    canvas.text(Role::Tick, &note, (layout.width - MARGIN, y), HPos::Right)
}
