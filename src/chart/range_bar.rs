//! A score and what it can still become, on a scale from 0 to 100 percent.

use super::canvas::{Sheet, sheet};
use super::check::finite;
use super::error::{ChartError, Part};
use super::role::Role;

/// The score of one section.
#[derive(Debug, Clone, PartialEq)]
pub struct RangeBar {
    /// Beginning of every id in the picture; unique within a page.
    pub id_prefix: String,
    /// Accessible name, for instance `62 %, can still become 40 to 90 %`.
    pub title: String,
    /// Width in pixels, 40 to 2000.
    pub width: u32,
    /// Height in pixels, 8 to 200.
    pub height: u32,
    /// The score in percent; `None` when there is none.
    pub score: Option<f64>,
    /// The lowest and highest score still possible, in percent.
    pub range: (f64, f64),
}

/// Room at both ends for a mark on the edge, in pixels.
const MARGIN: f64 = 3.0;

fn percentage(value: f64) -> Result<f64, ChartError> {
    let value = finite(Part::Score, None, value)?;
    if (0.0..=100.0).contains(&value) {
        Ok(value)
    } else {
        Err(ChartError::NotAPercentage { value })
    }
}

/// Draws the range as a light band and the score as a mark on it.
pub fn draw_range_bar(bar: &RangeBar) -> Result<String, ChartError> {
    let (width, height) = (bar.width, bar.height);
    if !(40..=2000).contains(&width) || !(8..=200).contains(&height) {
        return Err(ChartError::Size { width, height });
    }
    let (low, high) = (percentage(bar.range.0)?, percentage(bar.range.1)?);
    if low > high {
        return Err(ChartError::Inverted { part: Part::Score, low, high });
    }
    let score = bar.score.map(percentage).transpose()?;
    let (right, tall) = (f64::from(width) - MARGIN, f64::from(height));
    let x = |percent: f64| MARGIN + percent / 100.0 * (right - MARGIN);
    let head = Sheet {
        id_prefix: &bar.id_prefix,
        title: &bar.title,
        description: "",
        width,
        height,
        kind: "c-cell c-range",
    };
    sheet(&head, |canvas| {
        let middle = tall / 2.0;
        canvas.rect(Role::Track, (MARGIN, middle - 2.0), (right, middle + 2.0))?;
        if low < high {
            canvas.rect(Role::Reach, (x(low), middle - 2.0), (x(high), middle + 2.0))?;
        }
        if let Some(score) = score {
            let half = (tall / 2.0).min(6.0);
            let (from, to) = ((x(score) - 1.5, middle - half), (x(score) + 1.5, middle + half));
            canvas.rect(Role::Score, from, to)?;
        }
        Ok(())
    })
}
