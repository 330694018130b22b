//! The indicator library: definitions to begin with, each with its trap.
//!
//! An entry becomes an indicator of a project with everything the library
//! knows, and nothing it cannot know: no baseline, no target, no date, no
//! owner. `assessments/README.md` explains the files to authors.

mod make;
mod model;
mod read;
#[cfg(test)]
mod tests;

pub use make::{Shelf, folded};
pub use model::{Entry, EntryKind, Group, Library};
pub use read::{check_library_texts, read_library};
