//! Boxes in columns with lines between them: the picture of a goal map.
//!
//! Columns go by kind: resources, indicators, goals, overall profit; what
//! drives another of its kind stands left of it. Lines keep to the gutters
//! between columns, so that none crosses a box. What the boxes and lines are,
//! and every word, comes from [`crate::report::goal_map`].

mod draw;
mod layout;
mod order;
mod plot;
mod route;
#[cfg(test)]
mod tests;

pub use draw::{DrawnMap, draw_map};
pub use plot::{Area, Bond, Kind, Line, MapPlot, Node};
