//! Plotters' drawing area with our backend behind it, in pixels and roles.

use super::backend::{BackendError, SCALE, SvgBackend};
use super::error::ChartError;
use super::role::Role;
use super::text::{TEXT_SIZE, push_escaped};
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, IntoFont, TextStyle};

/// A point in pixels from the upper left corner.
pub(super) type Px = (f64, f64);

/// Name and size of one picture.
pub(super) struct Sheet<'a> {
    pub id_prefix: &'a str,
    pub title: &'a str,
    pub description: &'a str,
    pub width: u32,
    pub height: u32,
    /// Class beside `c-chart`.
    pub kind: &'static str,
}

/// Where marks are drawn; every coordinate in pixels.
pub(super) struct Canvas<'a> {
    area: DrawingArea<SvgBackend<'a>, Shift>,
}

type Drawn = Result<(), ChartError>;

fn failed(error: &DrawingAreaErrorKind<BackendError>) -> ChartError {
    ChartError::Drawing(error.to_string())
}

/// Pixels in backend units, to the nearest tenth. Half a unit is the most a
/// place is off; `as` saturates, and values were checked to be finite.
#[allow(clippy::cast_possible_truncation)]
fn unit(pixels: f64) -> i32 {
    (pixels * SCALE + 0.5).floor() as i32
}

fn units((x, y): Px) -> (i32, i32) {
    (unit(x), unit(y))
}

impl Canvas<'_> {
    /// A line through `points`; shapes of one role drawn in a row become one element.
    pub fn line(&self, role: Role, points: impl IntoIterator<Item = Px>) -> Drawn {
        let path: Vec<_> = points.into_iter().map(units).collect();
        self.area.draw(&PathElement::new(path, role)).map_err(|error| failed(&error))
    }

    /// A closed area.
    pub fn polygon(&self, role: Role, corners: impl IntoIterator<Item = Px>) -> Drawn {
        let corners: Vec<_> = corners.into_iter().map(units).collect();
        self.area.draw(&Polygon::new(corners, role)).map_err(|error| failed(&error))
    }

    /// A rectangle between two opposite corners.
    pub fn rect(&self, role: Role, from: Px, to: Px) -> Drawn {
        let shape = Rectangle::new([units(from), units(to)], role.filled());
        self.area.draw(&shape).map_err(|error| failed(&error))
    }

    /// A circle.
    pub fn circle(&self, role: Role, centre: Px, radius: f64) -> Drawn {
        let shape = Circle::new(units(centre), unit(radius), role.filled());
        self.area.draw(&shape).map_err(|error| failed(&error))
    }

    /// One line of text, `at` being its left, middle or right end at mid height.
    pub fn text(&self, role: Role, text: &str, at: Px, anchor: HPos) -> Drawn {
        let style: TextStyle = ("sans-serif", TEXT_SIZE * SCALE).into_font().into();
        let style = style.color(&role).pos(Pos::new(anchor, VPos::Center));
        self.area.draw(&Text::new(text, units(at), style)).map_err(|error| failed(&error))
    }
}

/// Draws one SVG element: the head with title and description, then what `marks` draws.
pub(super) fn sheet(
    sheet: &Sheet<'_>,
    marks: impl FnOnce(&Canvas<'_>) -> Result<(), ChartError>,
) -> Result<String, ChartError> {
    let mut out = String::with_capacity(4096);
    head(&mut out, sheet);
    {
        let backend = SvgBackend::new(&mut out, sheet.width, sheet.height);
        let canvas = Canvas { area: backend.into_drawing_area() };
        marks(&canvas)?;
        canvas.area.present().map_err(|error| failed(&error))?;
    }
    out.push_str("\n</svg>\n");
    Ok(out)
}

fn head(out: &mut String, sheet: &Sheet<'_>) {
    let id = identifier(sheet.id_prefix);
    let Sheet { width, height, kind, .. } = sheet;
    let described = !sheet.description.is_empty();
    let start = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"c-chart {kind}\" role=\"img\" \
         viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         font-size=\"{TEXT_SIZE}\" aria-labelledby=\"{id}-title\""
    );
    out.push_str(&start);
    if described {
        out.push_str(" aria-describedby=\"");
        out.push_str(&id);
        out.push_str("-desc\"");
    }
    out.push('>');
    named(out, "title", &format!("{id}-title"), sheet.title);
    if described {
        named(out, "desc", &format!("{id}-desc"), sheet.description);
    }
}

fn named(out: &mut String, element: &str, id: &str, text: &str) {
    for part in ["\n<", element, " id=\"", id, "\">"] {
        out.push_str(part);
    }
    push_escaped(out, text);
    for part in ["</", element, ">"] {
        out.push_str(part);
    }
}

/// A prefix that is one word of an id reference and needs no escaping.
fn identifier(prefix: &str) -> String {
    let word = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '-' };
    prefix.chars().map(word).collect()
}
