//! Answers and what follows from them: standing, score, verdict.

mod answer;
mod score;
mod standing;
mod verdict;

#[cfg(test)]
mod tests;

pub use answer::{Answer, AnswerValue, Evidence, Voice};
pub use score::{Score, score};
pub use standing::{
    Derived, Facts, Judged, PersonFacts, Shortfall, Standing, judge_leaf, judge_pack,
    judge_question,
};
pub use verdict::{Gate, Verdict, verdict};
