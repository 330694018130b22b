//! Whether a fact somebody set out to provide is still missing.

use super::fact::{MissingLink, Wanted};
use crate::assessment::{AnswerValue, Judged, Shortfall, Standing, find_judged};
use crate::pack::Pack;
use crate::workspace::project::Project;
use crate::workspace::readiness::{criteria, readiness, register_proof};

/// Whether a fact of a question is missing in a project; `false` for one whose
/// question or record is no longer there.
pub fn is_missing(project: &Project, pack: &Pack, question: &str, link: MissingLink) -> bool {
    let Some(asked) = pack.question(question) else { return false };
    match link {
        MissingLink::Register(missing) => register_proof(project, asked.proof)
            .is_some_and(|found| found.missing.contains(&missing)),
        MissingLink::Indicator(id, fact) => criteria(project)
            .iter()
            .any(|found| found.indicator == id && found.missing.contains(&fact)),
        MissingLink::FirstIndicator => project.indicators.is_empty(),
        own => {
            let judged = readiness(project, pack).judged;
            find_judged(&judged, question).is_some_and(|found| lacks(found, own))
        }
    }
}

fn lacks(judged: &Judged, link: MissingLink) -> bool {
    let short = |shortfall| judged.shortfalls.contains(&shortfall);
    let value = judged.value.and_then(AnswerValue::score);
    match link {
        MissingLink::Answer(Wanted::Any) => judged.value.is_none(),
        MissingLink::Answer(Wanted::Partly) => value.is_none_or(|value| value <= 0.0),
        MissingLink::Answer(Wanted::Yes) => value.is_none_or(|value| value < 1.0),
        MissingLink::Withdraw => judged.standing == Standing::Overridden,
        MissingLink::Reason => short(Shortfall::Reason),
        MissingLink::Evidence => short(Shortfall::Evidence),
        MissingLink::Leader => short(Shortfall::Leader),
        MissingLink::EndUser => short(Shortfall::EndUser),
        MissingLink::Owner => short(Shortfall::Owner),
        MissingLink::DueDate => short(Shortfall::DueDate),
        MissingLink::FirstIndicator | MissingLink::Indicator(..) | MissingLink::Register(_) => {
            false
        }
    }
}
