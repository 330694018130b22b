//! Charts as a whole: goldens, refusals, sizes.

#![allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]

pub(crate) mod golden;
mod guard;
mod samples;
pub(crate) mod shape;
