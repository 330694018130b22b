//! Packs: versioned content files with questions, as data.
//!
//! A pack is read in two steps: [`read_pack`] turns its structure into a
//! [`Pack`] or a list of every [`Problem`]; [`read_texts`] flattens the words
//! of one language. `assessments/README.md` explains the files to authors.

mod catalog;
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
pub use model::{GateCondition, Outcome, Pack, Proof, Question, Scale, Section, VerdictRule};
pub use problem::{Fact, Problem};
pub use text::{MAX_TEXT_CHARACTERS, Texts, check_texts, read_texts};
pub use validate::{LAST_SOURCE, MAX_QUESTIONS, read_pack};
