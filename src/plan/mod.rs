//! The exported plan and the one door every YAML text goes through.
//!
//! | module | holds |
//! |---|---|
//! | [`yaml`] | YAML text in and out: limits, refusals with their line, canonical writing |

pub mod yaml;
