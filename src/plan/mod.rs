//! The exported plan and the one door for YAML text.

pub mod summary;
pub mod v1;
