//! Charts as a whole: goldens, refusals, sizes.

mod golden;
mod guard;
mod samples;
mod shape;
