//! Charts as SVG text: the indicator chart, and the small ones of table cells.
//!
//! Data comes in as dates and numbers ([`Plot`]), judged and worded elsewhere;
//! what goes out is one `<svg>` of classes whose colours the style sheet
//! holds. Plotters maps and draws, through a backend of our own, which is why
//! the picture made in a page equals, byte for byte, the one made natively.
//! However long the data, a picture keeps to some hundred kilobytes and a few
//! dozen elements: neighbouring shapes of one role are one path, and of the
//! points in one pixel column only those that can be seen are drawn.

mod backend;
mod bars;
mod bullet;
mod canvas;
pub mod channels;
mod check;
pub mod costs;
mod decimate;
mod draw;
mod error;
pub mod flows;
mod frame;
pub mod goal_map;
pub mod indicator;
mod labels;
mod layout;
mod lines;
mod path;
mod plot;
mod range_bar;
mod role;
mod scene;
mod sparkline;
mod standalone;
#[cfg(test)]
mod tests;
mod text;
mod ticks;

pub use backend::{BackendError, SCALE, SvgBackend};
pub use bullet::{Bullet, draw_bullet};
pub use decimate::{Kept, decimate};
pub use draw::{Picture, draw, draw_picture};
pub use error::{ChartError, Part};
pub use frame::{Frame, INSET};
pub use plot::{
    AxisWords, Band, Baseline, ChangeMark, Label, NamedLine, Plot, PlotPoint, SignalMark, Target,
};
pub use range_bar::{RangeBar, draw_range_bar};
pub use role::Role;
pub use sparkline::{Sparkline, draw_sparkline};
pub use standalone::{CHART_CSS, size, standalone};
pub use text::{LINE_HEIGHT, TEXT_SIZE, shorten, text_width, wrap};
pub use ticks::{CalendarStep, CalendarUnit, NumberTicks, number_ticks};
