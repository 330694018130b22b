//! Parts that pages are made of.

pub mod dialog;
pub mod fields;
pub mod focus;
pub mod people;
pub mod status;
