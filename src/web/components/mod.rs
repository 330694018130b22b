//! Parts that pages are made of.

pub mod chart;
pub mod dialog;
pub mod fields;
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
pub mod status;
pub mod way;
