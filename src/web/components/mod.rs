//! Parts that pages are made of.

pub mod chart;
mod chart_files;
pub mod dialog;
pub mod fields;
pub mod fit;
pub mod focus;
pub mod gap;
pub mod goal_check;
pub mod links;
pub mod overwritten;
pub mod people;
pub mod pick;
pub mod profit;
pub mod proof;
pub mod readings;
pub mod register;
pub mod search;
pub mod status;
pub mod way;
pub mod you;
