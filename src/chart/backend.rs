//! The drawing backend behind plotters: an SVG of classes, not of colours.
//!
//! Plotters' own SVG backend fixes colours, measures text by its bytes (or in
//! a page by adding elements to it), rounds to whole pixels and writes one
//! element per dash or point. This one works in tenths of a pixel, knows text
//! widths from a table, and joins neighbouring shapes of one role into one
//! path, so that a picture stays small at any length of data.

use super::path::{PathData, push_tenths};
use super::role::Role;
use super::text::{LINE_HEIGHT, TEXT_SIZE, push_escaped, text_width};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

/// Backend coordinates per pixel: plotters knows whole numbers only.
pub const SCALE: f64 = 10.0;

/// Why the backend refuses to draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BackendError {
    /// A colour that stands for no [`Role`]; a colour would end in the SVG.
    #[error("colour {0:?} stands for no role")]
    NoRole((u8, u8, u8)),
}

type Drawn = Result<(), DrawingErrorKind<BackendError>>;

/// Writes SVG elements into a string; sizes and places in tenths of a pixel.
pub struct SvgBackend<'a> {
    out: &'a mut String,
    size: (u32, u32),
    pending: Option<(Role, PathData)>,
}

impl<'a> SvgBackend<'a> {
    /// A backend for a picture of `width` × `height` pixels that appends to `out`.
    pub fn new(out: &'a mut String, width: u32, height: u32) -> Self {
        Self { out, size: (width * 10, height * 10), pending: None }
    }

    /// The path that collects shapes of this colour's role.
    fn path(
        &mut self,
        colour: BackendColor,
    ) -> Result<&mut PathData, DrawingErrorKind<BackendError>> {
        let role = role_of(colour)?;
        if self.pending.as_ref().is_some_and(|(pending, _)| *pending != role) {
            self.flush();
        }
        let (_, path) = self.pending.get_or_insert_with(|| (role, PathData::default()));
        Ok(path)
    }

    fn flush(&mut self) {
        let Some((role, path)) = self.pending.take() else { return };
        self.out.push_str("\n<path class=\"");
        self.out.push_str(role.class());
        self.out.push_str("\" d=\"");
        self.out.push_str(&path.into_text());
        self.out.push_str("\"/>");
    }
}

fn role_of(colour: BackendColor) -> Result<Role, DrawingErrorKind<BackendError>> {
    Role::decode(colour.rgb).ok_or(DrawingErrorKind::DrawingError(BackendError::NoRole(colour.rgb)))
}

/// Distance from the anchor down to the line the letters stand on, in tenths.
fn baseline_shift(anchor: VPos) -> i32 {
    match anchor {
        VPos::Top => 93,
        VPos::Center => 42,
        VPos::Bottom => -27,
    }
}

impl DrawingBackend for SvgBackend<'_> {
    type ErrorType = BackendError;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        self.flush();
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, colour: BackendColor) -> Drawn {
        self.path(colour)?.polygon([(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)]);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.path(style.color())?.polyline([from, to]);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        self.path(style.color())?.polygon([
            (left, top),
            (right, top),
            (right, bottom),
            (left, bottom),
        ]);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.path(style.color())?.polyline(path);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        self.path(style.color())?.circle(centre, i32::try_from(radius).unwrap_or(0));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        self.path(style.color())?.polygon(corners);
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Drawn {
        let role = role_of(style.color())?;
        self.flush();
        let anchor = style.anchor();
        self.out.push_str("\n<text class=\"");
        self.out.push_str(role.class());
        self.out.push_str("\" x=\"");
        push_tenths(self.out, x);
        self.out.push_str("\" y=\"");
        push_tenths(self.out, y + baseline_shift(anchor.v_pos));
        self.out.push_str(match anchor.h_pos {
            HPos::Left => "\">",
            HPos::Center => "\" text-anchor=\"middle\">",
            HPos::Right => "\" text-anchor=\"end\">",
        });
        push_escaped(self.out, text);
        self.out.push_str("</text>");
        Ok(())
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<BackendError>> {
        // `size()` is in tenths of a pixel already; `as` saturates.
        let scale = style.size() / TEXT_SIZE;
        Ok(((text_width(text) * scale).ceil() as u32, (LINE_HEIGHT * scale).ceil() as u32))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use plotters::prelude::*;

    #[test]
    fn neighbours_of_one_role_become_one_element() -> Result<(), Box<dyn std::error::Error>> {
        let mut out = String::new();
        {
            let area = SvgBackend::new(&mut out, 100, 50).into_drawing_area();
            area.draw(&PathElement::new(vec![(0, 0), (105, 7)], Role::Actual))?;
            area.draw(&PathElement::new(vec![(200, 0), (210, 0)], Role::Actual))?;
            area.draw(&Circle::new((50, 50), 30, Role::Point.filled()))?;
            area.present()?;
        }
        assert_eq!(
            out,
            "\n<path class=\"c-actual\" d=\"M0 0l10.5 .7m9.5-.7h1\"/>\
             \n<path class=\"c-point\" d=\"M2 5a3 3 0 1 0 6 0a3 3 0 1 0-6 0z\"/>"
        );
        Ok(())
    }

    #[test]
    fn a_colour_that_means_nothing_is_refused() {
        let mut out = String::new();
        let area = SvgBackend::new(&mut out, 100, 50).into_drawing_area();
        assert!(area.draw(&PathElement::new(vec![(0, 0), (1, 1)], RED)).is_err());
    }
}
