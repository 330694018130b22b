//! Answers and what follows from them: standing, score, verdict.

mod answer;
mod score;
mod standing;
mod verdict;
mod walk;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod walk_tests;

pub use answer::{Answer, AnswerValue, Evidence, Voice};
pub use score::{Score, ScoreInput, score, score_inputs, score_sums};
pub use standing::{
    Derived, Facts, Judged, PersonFacts, Shortfall, Standing, judge_leaf, judge_pack,
    judge_question,
};
pub use verdict::{Found, Gate, Verdict, passes, rule_for, verdict};
pub use walk::{
    Ask, Filter, Focus, Progress, Stop, Whereabouts, ask, find_judged, first_open, progress, stops,
    whereabouts,
};
