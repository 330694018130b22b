//! The score of a set of questions, what it covers, and where it can still go.

use super::answer::AnswerValue;
use super::standing::{Judged, Standing, parent_value};
use crate::pack::Question;

/// A score with everything that must stand beside it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// Σ weight·value ÷ Σ weight over answered, applicable questions, 0 to 1.
    /// `None` when nothing is answered or nothing applies.
    pub value: Option<f64>,
    /// The value if every open question turned out worst.
    pub worst: Option<f64>,
    /// The value if every open question turned out best.
    pub best: Option<f64>,
    /// Questions answered, applicable.
    pub answered: usize,
    /// Questions that do not apply, with a reason.
    pub not_applicable: usize,
    /// Questions still open.
    pub open: usize,
}

impl Score {
    /// All questions asked.
    pub fn all(&self) -> usize {
        self.answered + self.not_applicable + self.open
    }

    /// Answered or not applicable ÷ all; `None` for an empty set.
    pub fn coverage(&self) -> Option<f64> {
        let done = self.answered + self.not_applicable;
        (self.all() > 0).then(|| ratio(done, self.all()))
    }
}

#[allow(clippy::cast_precision_loss)] // counts of questions are far below 2^52
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

/// Weighted values of one reading of the answers.
#[derive(Default)]
struct Pool {
    weighted: f64,
    weight: f64,
}

impl Pool {
    fn add(&mut self, weight: f64, value: Option<f64>) {
        if let Some(value) = value {
            self.weighted += weight * value;
            self.weight += weight;
        }
    }

    fn mean(&self) -> Option<f64> {
        (self.weight > 0.0).then(|| self.weighted / self.weight)
    }
}

/// Scores questions with their judgements, pooling questions, not sections.
///
/// A question with sub-checks counts once, with the value its sub-checks
/// give it; it is open while one of them is.
pub fn score<'a>(items: impl IntoIterator<Item = (&'a Question, &'a Judged)>) -> Score {
    let (mut now, mut worst, mut best) = (Pool::default(), Pool::default(), Pool::default());
    let mut result =
        Score { value: None, worst: None, best: None, answered: 0, not_applicable: 0, open: 0 };
    for (question, judged) in items {
        match judged.standing {
            Standing::Open => result.open += 1,
            Standing::NotApplicable => result.not_applicable += 1,
            _ => {
                result.answered += 1;
                now.add(question.weight, judged.value.and_then(AnswerValue::score));
            }
        }
        worst.add(question.weight, if_open(judged, AnswerValue::No));
        best.add(question.weight, if_open(judged, AnswerValue::Yes));
    }
    (result.value, result.worst, result.best) = (now.mean(), worst.mean(), best.mean());
    result
}

/// What one question puts into the score.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoreInput {
    /// Its id.
    pub question: String,
    /// Its weight.
    pub weight: f64,
    /// Its value, 0 to 1; `None` for one that is left out.
    pub value: Option<f64>,
    /// How it stands: why it is left out, where it is.
    pub standing: Standing,
}

/// What every question puts into the score, in their order: the receipt.
pub fn score_inputs<'a>(
    items: impl IntoIterator<Item = (&'a Question, &'a Judged)>,
) -> Vec<ScoreInput> {
    let input = |(question, judged): (&Question, &Judged)| ScoreInput {
        question: question.id.clone(),
        weight: question.weight,
        value: judged
            .value
            .filter(|_| judged.standing != Standing::Open)
            .and_then(AnswerValue::score),
        standing: judged.standing,
    };
    items.into_iter().map(input).collect()
}

/// Σ weight·value and Σ weight over what is not left out.
pub fn score_sums(inputs: &[ScoreInput]) -> (f64, f64) {
    let mut pool = Pool::default();
    for input in inputs {
        pool.add(input.weight, input.value);
    }
    (pool.weighted, pool.weight)
}

/// The value a question would have with every open part answered so.
fn if_open(judged: &Judged, value: AnswerValue) -> Option<f64> {
    let settled = |judged: &Judged| match judged.standing {
        Standing::Open => value,
        _ => judged.value.unwrap_or(value),
    };
    if judged.checks.is_empty() {
        settled(judged).score()
    } else {
        parent_value(judged.checks.iter().map(|check| Some(settled(check))))
            .and_then(AnswerValue::score)
    }
}
