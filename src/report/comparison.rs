//! Two records of readiness beside each other, in sentences.

use crate::i18n::{Arg, Catalogue};
use crate::key;
use crate::pack::Outcome;
use crate::workspace::Comparison;

/// Verdict and score of both, how many gates stand as they did, and whether
/// the rules may differ.
pub fn comparison_words(catalogue: &Catalogue, found: &Comparison) -> Vec<String> {
    let mut said = if found.is_empty() {
        vec![catalogue.text(key!("gates.compare_same")).into_owned()]
    } else {
        let outcomes = found.outcomes.map(|outcome| outcome_word(catalogue, outcome));
        let scores = found.percents.map(|percent| score_word(catalogue, percent));
        let same = u64::try_from(found.same).unwrap_or(u64::MAX);
        let mut said = vec![
            pair(catalogue, [key!("gates.verdict_same"), key!("gates.verdict_pair")], &outcomes),
            pair(catalogue, [key!("gates.score_same"), key!("gates.score_pair")], &scores),
        ];
        if same > 0 {
            said.push(catalogue.format(key!("gates.others"), &[("count", Arg::Count(same))]));
        }
        said
    };
    if !found.same_rules {
        said.push(catalogue.text(key!("gates.rules")).into_owned());
    }
    said
}

/// One message when both are the same, the other when not.
fn pair(catalogue: &Catalogue, keys: [&str; 2], [then, later]: &[String; 2]) -> String {
    let [same, changed] = keys;
    let later_only = [("later", Arg::Text(later.as_str()))];
    if then == later {
        return catalogue.format(same, &later_only);
    }
    catalogue.format(changed, &[("then", Arg::Text(then)), ("later", Arg::Text(later))])
}

fn outcome_word(catalogue: &Catalogue, outcome: Option<Outcome>) -> String {
    let key = match outcome {
        Some(Outcome::Ready) => key!("verdict.ready"),
        Some(Outcome::ReadyWithRisks) => key!("verdict.ready_with_risks"),
        Some(Outcome::NotReady) => key!("verdict.not_ready"),
        Some(Outcome::NotAssessed) | None => key!("verdict.not_assessed"),
    };
    catalogue.text(key).into_owned()
}

fn score_word(catalogue: &Catalogue, percent: Option<f64>) -> String {
    match percent {
        Some(percent) => {
            catalogue.format(key!("overview.score"), &[("score", Arg::PercentRounded(percent, 1))])
        }
        None => catalogue.text(key!("gates.no_score")).into_owned(),
    }
}
