//! Readiness of one project: the pack's questions, judged on its answers and
//! on what its registers prove.

use super::findings::mistaken;
use super::project::{Position, Project, Side};
use crate::assessment::{
    Answer, AnswerValue, Derived, Facts, Judged, PersonFacts, Score, Verdict, judge_pack, score,
    verdict,
};
use crate::base::Id;
use crate::kpi::{Indicator, MissingFact, missing_facts};
use crate::pack::{Pack, Proof};
use crate::registers::{RegisterProof, definition_proof, funding_proof, integrations_proof};
use std::collections::BTreeMap;

/// What the readiness places and the report show, derived, never stored.
#[derive(Debug, Clone, PartialEq)]
pub struct Readiness {
    /// Every question of the pack, judged, in its order.
    pub judged: Vec<Judged>,
    /// The overall score; pools questions, not sections.
    pub score: Score,
    /// The score of each section, in the pack's order.
    pub sections: Vec<Score>,
    /// The verdict.
    pub verdict: Verdict,
}

/// Works out the readiness of a project against a pack.
pub fn readiness(project: &Project, pack: &Pack) -> Readiness {
    let answers: BTreeMap<&str, &Answer> =
        project.answers.iter().map(|answer| (answer.question.as_str(), answer)).collect();
    let judged = judge_pack(pack, &answers, &facts(project, pack));
    let mut rest = judged.as_slice();
    let mut sections = Vec::new();
    for section in &pack.sections {
        let (own, after) = rest.split_at(section.questions.len().min(rest.len()));
        sections.push(score(section.questions.iter().zip(own)));
        rest = after;
    }
    Readiness {
        score: score(pack.questions().zip(&judged)),
        verdict: verdict(pack, &judged),
        sections,
        judged,
    }
}

pub(super) fn facts(project: &Project, pack: &Pack) -> Facts {
    let mut facts = Facts::default();
    for person in project.people.iter() {
        let own = person.side == Side::Own;
        let about = PersonFacts {
            vendor: person.side == Side::Vendor,
            own_leader: own && person.position == Position::Leader,
            own_end_user: own && person.position == Position::EndUser,
        };
        facts.people.insert(person.id, about);
    }
    for question in pack.answerable() {
        let derived = match question.proof {
            Proof::SuccessCriteria => Some(derive_success_criteria(project)),
            proof => register_proof(project, proof).map(|found| found.derived),
        };
        if let Some(derived) = derived {
            facts.derived.insert(question.id.clone(), derived);
        }
    }
    facts
}

/// What the register behind a proof says, with every fact it lacks; `None` for
/// proofs without a register.
pub fn register_proof(project: &Project, proof: Proof) -> Option<RegisterProof> {
    match proof {
        Proof::Funding => Some(funding_proof(project.stages.iter())),
        Proof::Definition => {
            let term = project.terms.iter().find(|term| term.customer);
            Some(definition_proof(term, project.views.iter()))
        }
        Proof::Integrations => {
            let reason = &project.head.no_integrations;
            Some(integrations_proof(project.integrations.iter(), reason))
        }
        Proof::Evidence | Proof::Participants | Proof::SuccessCriteria => None,
    }
}

/// One indicator seen as a success criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// The indicator.
    pub indicator: Id,
    /// The goal it serves, where there is one.
    pub goal: Option<Id>,
    /// The facts it leaves out, in a fixed order; none for one that counts.
    pub missing: Vec<MissingFact>,
    /// Whether it names what to reach: a value or a band.
    pub has_aim: bool,
}

impl Criterion {
    /// Whether it is stated in full under a goal, without a mistake.
    pub fn counts(&self) -> bool {
        self.missing.is_empty()
    }
}

/// Every indicator of a project as a success criterion, in their order.
pub fn criteria(project: &Project) -> Vec<Criterion> {
    let mut criteria = stated(project);
    let mistaken = mistaken(project);
    for found in criteria.iter_mut().filter(|found| mistaken.contains(&found.indicator)) {
        found.missing.push(MissingFact::Sound);
    }
    criteria
}

/// The same without the goal check: what each indicator says by itself.
fn stated(project: &Project) -> Vec<Criterion> {
    project.indicators.iter().map(|indicator| criterion(project, indicator)).collect()
}

fn criterion(project: &Project, indicator: &Indicator) -> Criterion {
    let goal = indicator.goal.filter(|goal| project.goals.get(*goal).is_some());
    let mut missing = missing_facts(indicator);
    if goal.is_none() && !missing.contains(&MissingFact::Goal) {
        missing.push(MissingFact::Goal);
        missing.sort_unstable();
    }
    let has_aim = indicator.target.value.is_some() || indicator.band().is_some();
    Criterion { indicator: indicator.id, goal, missing, has_aim }
}

/// Success criteria are set when a goal has at least one indicator that is
/// stated in full, and in which the goal check finds no mistake; in part when an indicator under a goal names a target
/// value; nothing can be said while no indicator exists.
pub fn derive_success_criteria(project: &Project) -> Derived {
    let criteria = stated(project);
    let counts = || {
        let mistaken = mistaken(project);
        let full = criteria.iter().filter(|found| found.counts());
        full.map(|found| found.indicator).any(|indicator| !mistaken.contains(&indicator))
    };
    if criteria.is_empty() {
        Derived::Nothing
    } else if criteria.iter().any(Criterion::counts) && counts() {
        Derived::Value(AnswerValue::Yes)
    } else if criteria.iter().any(|found| found.goal.is_some() && found.has_aim) {
        Derived::Value(AnswerValue::Partly)
    } else {
        Derived::Value(AnswerValue::No)
    }
}
