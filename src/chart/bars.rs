//! What pictures of level bars from zero share: a legend on top, rules at
//! round numbers, and a line with a name and a note above each row.

use super::canvas::{Canvas, Px};
use super::error::ChartError;
use super::role::Role;
use super::text::{LINE_HEIGHT, shorten, text_width};
use super::ticks::{NumberTicks, number_ticks};
use plotters::style::text_anchor::HPos;

/// Room left and right of the scale, in pixels.
pub const MARGIN: f64 = 4.0;
/// The sample beside a word of the legend, in pixels.
pub const SAMPLE: f64 = 22.0;

/// Where everything stands in a picture of bars.
pub struct BarFrame {
    width: f64,
    /// Where the scale ends.
    right: f64,
    /// The left end of every sample of the legend.
    pub legend: Vec<Px>,
    /// Where the rows begin.
    pub top: f64,
    bottom: f64,
    highest: f64,
    /// The round numbers of the scale.
    pub ticks: NumberTicks,
}

impl BarFrame {
    /// Rows of height `pitch` on a scale from zero to `highest` (above zero)
    /// that ends `behind` pixels before the edge.
    pub fn new(
        width: u32,
        legend: &[String],
        rows: usize,
        pitch: f64,
        highest: f64,
        behind: f64,
    ) -> Self {
        let most = if width < 480 { 4 } else { 7 };
        let width = f64::from(width);
        let mut places = Vec::new();
        let (mut x, mut y) = (MARGIN, LINE_HEIGHT / 2.0 + 2.0);
        for word in legend {
            let own = SAMPLE + text_width(word);
            if x > MARGIN && x + own > width - MARGIN {
                (x, y) = (MARGIN, y + LINE_HEIGHT + 4.0);
            }
            places.push((x, y));
            x += own + 18.0;
        }
        let top = y + LINE_HEIGHT / 2.0 + 8.0;
        let bottom = top + f64::from(u32::try_from(rows).unwrap_or_default()) * pitch;
        let ticks = number_ticks(0.0, highest, most);
        Self { width, right: width - behind, legend: places, top, bottom, highest, ticks }
    }

    /// Where a value stands.
    pub fn x(&self, value: f64) -> f64 {
        MARGIN + value / self.highest * (self.right - MARGIN)
    }

    /// Height of the picture.
    pub fn height(&self) -> f64 {
        self.bottom + 4.0 + LINE_HEIGHT
    }

    /// The word beside a sample of the legend.
    pub fn legend_word(&self, word: &str, at: Px, canvas: &Canvas<'_>) -> Result<(), ChartError> {
        let room = self.width - MARGIN - at.0 - SAMPLE;
        canvas.text(Role::Tick, &shorten(word, room), (at.0 + SAMPLE, at.1), HPos::Left)
    }

    /// Rules at round numbers, with their words below where there is room.
    pub fn draw_axis(
        &self,
        canvas: &Canvas<'_>,
        word: impl Fn(usize, f64) -> String,
    ) -> Result<(), ChartError> {
        for value in &self.ticks.values {
            let x = self.x(*value);
            let role = if *value > 0.0 { Role::Grid } else { Role::Axis };
            canvas.line(role, [(x, self.top + LINE_HEIGHT), (x, self.bottom)])?;
        }
        let y = self.bottom + 4.0 + LINE_HEIGHT / 2.0;
        let mut free = f64::NEG_INFINITY;
        for (index, value) in self.ticks.values.iter().enumerate() {
            let text = word(index, *value);
            let half = text_width(&text) / 2.0;
            let x = self.x(*value).clamp(half, (self.width - half).max(half));
            if x - half >= free {
                canvas.text(Role::Tick, &text, (x, y), HPos::Center)?;
                free = x + half + 6.0;
            }
        }
        Ok(())
    }

    /// The line above a row: its name, and at the other end a note that takes
    /// at most `share` of it.
    pub fn draw_head(
        &self,
        label: &str,
        note: &str,
        share: f64,
        top: f64,
        canvas: &Canvas<'_>,
    ) -> Result<(), ChartError> {
        let y = top + LINE_HEIGHT / 2.0;
        let room = self.width - 2.0 * MARGIN;
        let note = shorten(note, room * share);
        let label = shorten(label, room - text_width(&note) - 12.0);
        canvas.text(Role::Label, &label, (MARGIN, y), HPos::Left)?;
        canvas.text(Role::Tick, &note, (self.width - MARGIN, y), HPos::Right)
    }
}
