//! Packs: versioned content files with questions, as data.

mod model;

pub use model::{GateCondition, Outcome, Pack, Proof, Question, Scale, Section, VerdictRule};
