//! The bullet graph after Stephen Few: one measure as a bar, the target as a
//! stroke across, ranges behind it as shades of one hue.

use super::canvas::{Sheet, sheet};
use super::check::finite;
use super::error::{ChartError, Part};
use super::role::Role;

/// One measure against its target.
#[derive(Debug, Clone, PartialEq)]
pub struct Bullet {
    /// Beginning of every id in the picture; unique within a page.
    pub id_prefix: String,
    /// Accessible name, for instance `42 s, target 30 s`.
    pub title: String,
    /// Width in pixels, 40 to 2000.
    pub width: u32,
    /// Height in pixels, 12 to 200.
    pub height: u32,
    /// The measured value; no bar without it.
    pub actual: Option<f64>,
    /// Whether the value belongs to a period that still runs: a hollow bar.
    pub running: bool,
    /// The target, a stroke across.
    pub target: Option<f64>,
    /// Lower and upper edge of the range within tolerance, or to stay within.
    pub tolerance: Option<(f64, f64)>,
    /// Where the indicator stood before, a small square.
    pub baseline: Option<f64>,
    /// The greatest value possible, where the scale should end: 100 for shares.
    pub ceiling: Option<f64>,
}

/// Room at both ends for a stroke on the edge, in pixels.
const MARGIN: f64 = 4.0;

impl Bullet {
    /// The ends of the scale. A bar shows its value by its length, so zero is
    /// always on it.
    fn scale(&self) -> Result<(f64, f64), ChartError> {
        let (mut low, mut high) = (0.0_f64, 0.0_f64);
        let tolerance = self.tolerance.map(|(low, high)| [low, high]).into_iter().flatten();
        let parts = [
            (Part::Actual, self.actual),
            (Part::Target, self.target),
            (Part::Baseline, self.baseline),
            (Part::Bounds, self.ceiling),
        ];
        let parts = parts.into_iter().filter_map(|(part, value)| Some((part, value?)));
        for (part, value) in parts.chain(tolerance.map(|value| (Part::Tolerance, value))) {
            let value = finite(part, None, value)?;
            low = low.min(value);
            high = high.max(value);
        }
        let air = if self.ceiling.is_some_and(|ceiling| ceiling >= high) { 1.0 } else { 1.06 };
        if low < high { Ok((low * 1.06, high * air)) } else { Ok((0.0, 1.0)) }
    }
}

/// Draws a bullet graph without words.
pub fn draw_bullet(bullet: &Bullet) -> Result<String, ChartError> {
    let (width, height) = (bullet.width, bullet.height);
    if !(40..=2000).contains(&width) || !(12..=200).contains(&height) {
        return Err(ChartError::Size { width, height });
    }
    if let Some((low, high)) = bullet.tolerance.filter(|(low, high)| low > high) {
        return Err(ChartError::Inverted { part: Part::Tolerance, low, high });
    }
    let (low, high) = bullet.scale()?;
    let (right, tall) = (f64::from(width) - MARGIN, f64::from(height));
    let x = |value: f64| {
        MARGIN + (value / 2.0 - low / 2.0) / (high / 2.0 - low / 2.0) * (right - MARGIN)
    };
    let head = Sheet {
        id_prefix: &bullet.id_prefix,
        title: &bullet.title,
        description: "",
        width,
        height,
        kind: "c-cell c-bullet",
    };
    sheet(&head, |canvas| {
        canvas.rect(Role::Track, (MARGIN, tall * 0.1), (right, tall * 0.9))?;
        if let Some((from, to)) = bullet.tolerance {
            // A band of no width would vanish.
            let end = x(to).max(x(from) + 1.0);
            canvas.rect(Role::Reach, (x(from), tall * 0.1), (end, tall * 0.9))?;
        }
        if let Some(actual) = bullet.actual {
            let (from, to) = (x(0.0).min(x(actual)), x(0.0).max(x(actual)));
            let role = if bullet.running { Role::Running } else { Role::Bar };
            canvas.rect(role, (from, tall * 0.36), (to.max(from + 1.0), tall * 0.64))?;
        }
        if low < 0.0 {
            canvas.line(Role::Axis, [(x(0.0), 0.0), (x(0.0), tall)])?;
        }
        if let Some(baseline) = bullet.baseline {
            let (x, y) = (x(baseline), tall * 0.5);
            canvas.rect(Role::Baseline, (x - 2.5, y - 2.5), (x + 2.5, y + 2.5))?;
        }
        if let Some(target) = bullet.target {
            canvas.line(Role::Target, [(x(target), tall * 0.18), (x(target), tall * 0.82)])?;
        }
        Ok(())
    })
}
