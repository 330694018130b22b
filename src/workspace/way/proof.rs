//! What a register can be made to say, and the facts that takes.

use super::cover::Need;
use super::fact::MissingLink;
use super::{Atom, SHARED};
use crate::assessment::{AnswerValue, Derived};
use crate::kpi::MissingFact;
use crate::pack::Proof;
use crate::registers::{Missing, RegisterProof};
use crate::workspace::project::Project;
use crate::workspace::readiness::{Criterion, criteria, derive_success_criteria, register_proof};

/// Something a register says, with what it needs to say so.
pub(super) struct Level {
    /// What it says; `None` for a question without a register.
    pub derived: Option<Derived>,
    /// What that takes.
    pub need: Need<Atom>,
}

/// What the register behind a proof says now, then what it can be made to
/// say, upwards.
pub(super) fn levels(project: &Project, proof: Proof) -> Vec<Level> {
    let now = |derived| Level { derived, need: facts([]) };
    match proof {
        Proof::Evidence | Proof::Participants => vec![now(None)],
        Proof::SuccessCriteria => {
            let mut levels = vec![now(Some(derive_success_criteria(project)))];
            levels.extend(criteria_levels(project));
            levels
        }
        Proof::Funding | Proof::Definition | Proof::Integrations => {
            let Some(found) = register_proof(project, proof) else { return vec![now(None)] };
            let mut levels = vec![now(Some(found.derived))];
            levels.extend(partly(project, proof, &found));
            levels.push(Level {
                derived: Some(Derived::Value(AnswerValue::Yes)),
                need: facts(found.missing.iter().map(|missing| secured(*missing))),
            });
            levels
        }
    }
}

/// The facts a register lacks, in its own order.
pub(super) fn lacks(project: &Project, proof: Proof) -> Vec<MissingLink> {
    if proof == Proof::SuccessCriteria {
        let found = criteria(project);
        let of_one = |criterion: &Criterion| {
            let indicator = criterion.indicator;
            let facts = criterion.missing.iter();
            facts.map(move |fact| MissingLink::Indicator(indicator, *fact)).collect::<Vec<_>>()
        };
        let first = found.is_empty().then_some(MissingLink::FirstIndicator);
        return first.into_iter().chain(found.iter().flat_map(of_one)).collect();
    }
    let missing = register_proof(project, proof).map(|found| found.missing);
    let missing = missing.unwrap_or_default().into_iter();
    let both = missing.flat_map(|missing| [MissingLink::Register(missing), secured(missing)]);
    both.collect()
}

/// What makes a register say *yes*: money that is earmarked without date and
/// source needs neither once it is secured.
fn secured(missing: Missing) -> MissingLink {
    MissingLink::Register(match missing {
        Missing::StageRelease(stage) => Missing::StageSecured(stage),
        other => other,
    })
}

fn facts(links: impl IntoIterator<Item = MissingLink>) -> Need<Atom> {
    Need::Facts(links.into_iter().map(|link| (SHARED, link)).collect())
}

/// What makes a register say *partly* that says less, where that takes fewer
/// facts than *yes*.
fn partly(project: &Project, proof: Proof, found: &RegisterProof) -> Option<Level> {
    if matches!(found.derived, Derived::Value(AnswerValue::Yes | AnswerValue::Partly)) {
        return None;
    }
    let needs: Vec<Need<Atom>> = match proof {
        // The next stage is secured; later ones may wait for money that is
        // earmarked with date and source, or be secured as well.
        Proof::Funding => {
            let next = project.stages.iter().next().map(|stage| stage.id);
            let need = |missing: &Missing| match missing {
                missing if missing.record() == next => Some(facts([secured(*missing)])),
                Missing::StageSecured(_) => None,
                Missing::StageRelease(_) => {
                    let ways = [MissingLink::Register(*missing), secured(*missing)];
                    Some(Need::Any(ways.map(|link| facts([link])).to_vec()))
                }
                missing => Some(facts([MissingLink::Register(*missing)])),
            };
            found.missing.iter().filter_map(need).collect()
        }
        // An agreed wording alone is partly.
        Proof::Definition => {
            let wording = |missing: &&Missing| matches!(missing, Missing::Wording(_));
            let found = found.missing.iter().filter(wording);
            found.map(|missing| facts([MissingLink::Register(*missing)])).collect()
        }
        _ => Vec::new(),
    };
    let derived = Some(Derived::Value(AnswerValue::Partly));
    (!needs.is_empty()).then_some(Level { derived, need: Need::All(needs) })
}

/// One indicator is enough, so each of them is a way of its own; a new one is,
/// where there is none.
fn criteria_levels(project: &Project) -> Vec<Level> {
    let found = criteria(project);
    if found.is_empty() {
        let need = facts([MissingLink::FirstIndicator]);
        return vec![Level { derived: Some(Derived::Value(AnswerValue::Yes)), need }];
    }
    let lacks = |criterion: &Criterion, part: bool| {
        let of_part = |fact: &MissingFact| match fact {
            MissingFact::Goal => true,
            MissingFact::Value => !criterion.has_aim,
            _ => false,
        };
        let facts_of = criterion.missing.iter().filter(|fact| !part || of_part(fact));
        facts(facts_of.map(|fact| MissingLink::Indicator(criterion.indicator, *fact)))
    };
    let level = |value, part| Level {
        derived: Some(Derived::Value(value)),
        need: Need::Any(found.iter().map(|criterion| lacks(criterion, part)).collect()),
    };
    vec![level(AnswerValue::Partly, true), level(AnswerValue::Yes, false)]
}
