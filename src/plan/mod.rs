//! The exported plan and the one door every YAML text goes through.
//!
//! | module | holds |
//! |---|---|
//! | [`file`] | a project to the text of its plan file, and back |
//! | [`preview`] | what an import would change, before it does |
//! | [`v1`] | version 1 of the plan: its shape, to and from the domain |
//! | [`summary`] | what followed from a plan on one day |
//! | [`yaml`] | YAML text in and out: limits, refusals with their line, canonical writing |

pub mod file;
pub mod preview;
pub mod summary;
#[cfg(test)]
mod testing;
pub mod v1;
pub mod yaml;
