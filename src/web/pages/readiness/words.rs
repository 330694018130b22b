//! Verdict, score and dates of the readiness list in words.

use crate::assessment::{Score, Verdict, progress};
use crate::i18n::Arg;
use crate::key;
use crate::pack::Outcome;
use crate::web::texts::Texts;
use crate::workspace::Readiness;

pub fn count(count: usize) -> Arg<'static> {
    Arg::Count(u64::try_from(count).unwrap_or(u64::MAX))
}

/// Why the verdict is what it is, in one sentence.
pub fn verdict(texts: Texts, verdict: &Verdict) -> String {
    let gates = &verdict.gates;
    let failed = gates.iter().filter(|gate| gate.counts_as_no).count();
    let risks = gates.iter().filter(|gate| gate.is_named_risk()).count();
    let (key, number) = match verdict.outcome {
        Some(Outcome::NotReady) => (key!("readiness.not_ready"), failed),
        Some(Outcome::NotAssessed) | None => (key!("readiness.not_assessed"), verdict.open()),
        Some(Outcome::ReadyWithRisks) => (key!("readiness.with_risks"), risks),
        Some(Outcome::Ready) => (key!("readiness.ready"), gates.len()),
    };
    texts.format(key, &[("count", count(number)), ("all", count(gates.len()))])
}

/// The score with what it covers and where it can still go. What is counted
/// is what one answers: sub-checks, not the questions they belong to.
pub fn score(texts: Texts, readiness: &Readiness) -> String {
    let score = &readiness.score;
    let covered = progress(&readiness.judged);
    let Some(value) = score.value else {
        return if score.open == 0 {
            texts.text(key!("readiness.nothing_applies"))
        } else {
            texts.text(key!("readiness.no_score"))
        };
    };
    let args = [
        ("value", percent(value)),
        ("done", count(covered.settled)),
        ("all", count(covered.all)),
        ("worst", Arg::Rounded(score.worst.unwrap_or(value) * 100.0, 0)),
        ("best", percent(score.best.unwrap_or(value))),
    ];
    let key =
        if score.open == 0 { key!("readiness.score_settled") } else { key!("readiness.score") };
    texts.format(key, &args)
}

/// The score of a section, briefly; its coverage stands beside it.
pub fn section_score(texts: Texts, score: &Score) -> String {
    let Some(value) = score.value else {
        return texts.text(key!("readiness.section_no_score"));
    };
    let args = [
        ("value", percent(value)),
        ("worst", Arg::Rounded(score.worst.unwrap_or(value) * 100.0, 0)),
        ("best", percent(score.best.unwrap_or(value))),
    ];
    let key = if score.open == 0 {
        key!("readiness.section_settled")
    } else {
        key!("readiness.section_score")
    };
    texts.format(key, &args)
}

/// A fraction as a whole percentage.
pub fn percent(fraction: f64) -> Arg<'static> {
    Arg::PercentRounded(fraction * 100.0, 0)
}
