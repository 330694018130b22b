//! The shortest way to a verdict: the smallest set of missing facts that
//! flips it.
//!
//! Method. Each gate is asked what would make it pass. For a question that
//! takes an answer of its own, every change of its answer, of the facts around
//! it, and of what its register says is judged by the rules themselves; the
//! choices none of which is part of another are kept. A parent passes when its
//! sub-checks do. Register facts are shared by all questions that the register
//! proves. The smallest set that serves all gates is then searched exactly;
//! `cover` says how. Its answer is `exact` for every pack and register of a
//! realistic size, and says so when it is not.
//!
//! What counts as one fact is what a register or a question names as missing.
//! A fact whose record does not exist yet stands for the whole record; more
//! may be asked for once it is there ([`MissingLink::leads_on`]).

mod cover;
mod fact;
mod leaf;
mod missing;
mod proof;
#[cfg(test)]
mod tests;

pub use fact::{MissingLink, Wanted};
pub use missing::is_missing;

use super::project::Project;
use super::readiness::{facts, readiness};
use crate::assessment::{Answer, Facts, Found, rule_for};
use crate::base::{Id, IdKind};
use crate::pack::{Outcome, Pack, Question};
use crate::registers::Action;
use chrono::NaiveDate;
use cover::{Need, smallest};
use leaf::{Goal, Leaf};
use std::collections::BTreeSet;

/// A missing fact of one question, by the question's place, or of a register
/// that several may share.
type Atom = (usize, MissingLink);

/// The place of what belongs to no single question.
const SHARED: usize = usize::MAX;

/// One missing fact on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The first question it is for: the one that takes the answer.
    pub question: String,
    /// The fact.
    pub fact: MissingLink,
    /// Who provides it: the owner of its action, else of its record, else who
    /// closes the gap.
    pub owner: Option<Id>,
    /// Until when: by its action, else by the answer.
    pub due: Option<NaiveDate>,
    /// The open action that provides it. One that is done has not.
    pub action: Option<Id>,
}

/// A set of missing facts that flips a verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// The facts, in the pack's order; none when the verdict is there.
    pub steps: Vec<Step>,
    /// Whether there is no smaller set for certain.
    pub exact: bool,
}

/// The smallest set of missing facts that brings the verdict to `aim` or
/// better; `None` where no set of facts does, by the pack's rules.
pub fn shortest_way(project: &Project, pack: &Pack, aim: Outcome) -> Option<Way> {
    let good = |outcome: Option<Outcome>| outcome.is_some_and(|found| rank(found) >= rank(aim));
    if good(readiness(project, pack).verdict.outcome) {
        return Some(Way { steps: Vec::new(), exact: true });
    }
    let outcome = |found| Some(pack.verdict.get(rule_for(pack, found)?)?.then);
    let with_risks = good(outcome(Found { at_risk: true, ..Found::default() }));
    if !good(outcome(Found::default())) {
        return None;
    }
    let goal = if with_risks { Goal::Passing } else { Goal::Closed };
    let facts = facts(project, pack);
    let leaves = leaves(project, pack, &facts);
    let gates = pack.questions().filter(|question| question.gate);
    let need = Need::All(gates.map(|gate| gate_need(gate, &leaves, goal)).collect());
    let found = smallest(&need)?;
    Some(Way { steps: steps(project, &leaves, found.facts), exact: found.exact })
}

fn rank(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::NotReady | Outcome::NotAssessed => 0,
        Outcome::ReadyWithRisks => 1,
        Outcome::Ready => 2,
    }
}

fn leaves<'a>(project: &Project, pack: &'a Pack, facts: &'a Facts) -> Vec<Leaf<'a>> {
    let leaf = |(place, question): (usize, &'a Question)| {
        let open = || Answer::open(Id::new(IdKind::Answer, 0), &question.id);
        Leaf {
            place,
            question,
            answer: project.answer(&question.id).cloned().unwrap_or_else(open),
            facts,
            levels: proof::levels(project, question.proof),
        }
    };
    pack.answerable().enumerate().map(leaf).collect()
}

/// What a gate needs. A parent is closed when its sub-checks are; it passes
/// as well when one of them is yes and the others are answered, every gap
/// named.
fn gate_need(gate: &Question, leaves: &[Leaf<'_>], goal: Goal) -> Need<Atom> {
    let of = |question: &Question, goal: Goal| {
        let leaf = leaves.iter().find(|leaf| leaf.question.id == question.id);
        leaf.map_or(Need::Any(Vec::new()), |leaf| leaf.need(goal))
    };
    if gate.checks.is_empty() {
        return of(gate, goal);
    }
    let closed = Need::All(gate.checks.iter().map(|check| of(check, Goal::Closed)).collect());
    if goal == Goal::Closed {
        return closed;
    }
    let with_yes = |place: usize| {
        let needs = gate.checks.iter().enumerate();
        let goal = |other| if other == place { Goal::Yes } else { Goal::Answered };
        Need::All(needs.map(|(other, check)| of(check, goal(other))).collect())
    };
    Need::Any((0..gate.checks.len()).map(with_yes).chain([closed]).collect())
}

/// The facts as steps: by question, within one as its register lists them.
fn steps(project: &Project, leaves: &[Leaf<'_>], mut facts: BTreeSet<Atom>) -> Vec<Step> {
    let mut steps = Vec::new();
    for leaf in leaves {
        let own: Vec<Atom> =
            facts.iter().copied().filter(|(place, _)| *place == leaf.place).collect();
        let lacks = proof::lacks(project, leaf.question.proof);
        let shared = lacks.into_iter().map(|link| (SHARED, link));
        for atom in own.into_iter().chain(shared) {
            if facts.remove(&atom) {
                steps.push(step(project, leaf, atom.1));
            }
        }
    }
    steps
}

fn step(project: &Project, leaf: &Leaf<'_>, fact: MissingLink) -> Step {
    let question = leaf.question.id.clone();
    let code = fact.code();
    let of_fact = |action: &&Action| {
        let same = action.question == question && action.gap == code;
        same && action.state.is_open()
    };
    let action = project.actions.iter().rev().find(of_fact);
    let record = record_owner(project, fact);
    let owner = action.and_then(|action| action.owner).or(record).or(leaf.answer.owner);
    Step {
        owner,
        due: action.and_then(|action| action.due).or(leaf.answer.due),
        action: action.map(|action| action.id),
        question,
        fact,
    }
}

/// Who answers for the record a fact belongs to.
fn record_owner(project: &Project, fact: MissingLink) -> Option<Id> {
    let record = fact.record()?;
    match record.kind()? {
        IdKind::Integration => project.integrations.get(record)?.owner,
        IdKind::Indicator => project.indicators.get(record)?.owner,
        // Whoever signed an older wording signs the new one.
        IdKind::View => project.views.get(record)?.signed.as_ref()?.person,
        _ => None,
    }
}
