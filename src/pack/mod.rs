//! Packs: versioned content files with questions, as data.
//!
//! A pack is read in two steps: [`read_pack`] turns its structure into a
//! [`Pack`] or a list of every [`Problem`]; [`read_texts`] flattens the words
//! of one language. `assessments/README.md` explains the files to authors.

mod catalog;
mod collect;
#[cfg(test)]
mod fuzz;
mod model;
mod problem;
mod raw;
#[cfg(test)]
mod tests;
mod text;
#[cfg(test)]
mod text_tests;
mod validate;

pub use catalog::{embedded, readiness};
pub(crate) use collect::Collector;
pub use collect::LAST_SOURCE;
pub use model::{GateCondition, Outcome, Pack, Proof, Question, Scale, Section, VerdictRule};
pub(crate) use problem::locate;
pub use problem::{Fact, Problem};
pub(crate) use raw::open;
pub(crate) use text::Wanted;
pub use text::{MAX_TEXT_CHARACTERS, Texts, check_texts, read_texts};
pub use validate::{MAX_QUESTIONS, read_pack};
