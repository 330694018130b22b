//! Where a question stands: what was answered, what the proof says, what is
//! missing. *Open* is never taken for *no*, and *yes* without its proof is
//! never green.

use super::answer::{Answer, AnswerValue};
use crate::base::Id;
use crate::pack::{Pack, Proof, Question};
use std::collections::BTreeMap;

/// What the app worked out from a linked register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Derived {
    /// Nothing is recorded yet to derive from.
    Nothing,
    /// The register says this.
    Value(AnswerValue),
}

/// What the proofs need to know about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PersonFacts {
    /// Belongs to the vendor.
    pub vendor: bool,
    /// A leader of the own side.
    pub own_leader: bool,
    /// An end user of the own side.
    pub own_end_user: bool,
}

/// Everything outside the answers that a judgement rests on.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// The people register, by id.
    pub people: BTreeMap<Id, PersonFacts>,
    /// Derived answers by question id.
    pub derived: BTreeMap<String, Derived>,
}

/// How a question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Not answered yet.
    Open,
    /// Does not apply, with a reason.
    NotApplicable,
    /// *Yes*, and the proof exists. The only green.
    Proven,
    /// *Yes*, but the object that proves it does not exist.
    Unproven,
    /// In part.
    Partly,
    /// Differs from the derived answer; keeps what was given.
    Overridden,
    /// Not in place.
    No,
}

impl Standing {
    /// Whether something is left to do: it calls for an owner and a date.
    pub fn is_gap(self) -> bool {
        matches!(self, Self::Unproven | Self::Partly | Self::Overridden | Self::No)
    }
}

/// A fact that is missing for a question to be green or to be a named risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shortfall {
    /// It has no answer.
    Answer,
    /// *Not applicable* or an override has no reason.
    Reason,
    /// No evidence.
    Evidence,
    /// No leader of the own side among the respondents.
    Leader,
    /// No end user of the own side among the respondents.
    EndUser,
    /// Only the vendor answered or owns it.
    VendorAlone,
    /// No indicator under a goal is stated in full.
    Indicator,
    /// The register behind it is not complete.
    Register,
    /// The gap has no owner.
    Owner,
    /// The gap has no due date.
    DueDate,
}

/// A judged question.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// Its id.
    pub question: String,
    /// What counts: the given answer, else the derived one.
    pub value: Option<AnswerValue>,
    /// What the register says, where it says anything.
    pub derived: Option<AnswerValue>,
    /// How it stands.
    pub standing: Standing,
    /// What is missing, in a fixed order.
    pub shortfalls: Vec<Shortfall>,
    /// Whether its gaps have an owner and a date, so that it may count as a
    /// named risk.
    pub named: bool,
    /// Its sub-checks.
    pub checks: Vec<Judged>,
}

impl Judged {
    /// Itself, or its sub-checks where it has any.
    pub fn leaves(&self) -> impl Iterator<Item = &Judged> {
        self.checks.is_empty().then_some(self).into_iter().chain(&self.checks)
    }
}

/// Judges every question of a pack, in its order.
pub fn judge_pack(pack: &Pack, answers: &BTreeMap<&str, &Answer>, facts: &Facts) -> Vec<Judged> {
    pack.questions().map(|question| judge_question(question, answers, facts)).collect()
}

/// Judges one question with its sub-checks.
pub fn judge_question(
    question: &Question,
    answers: &BTreeMap<&str, &Answer>,
    facts: &Facts,
) -> Judged {
    let leaf = |question: &Question| {
        judge_leaf(question, answers.get(question.id.as_str()).copied(), facts)
    };
    if question.checks.is_empty() {
        return leaf(question);
    }
    let checks: Vec<Judged> = question.checks.iter().map(leaf).collect();
    roll_up(&question.id, checks)
}

/// Joins sub-checks: all applicable yes → yes; none yes → no; else partly.
/// Open while any of them is.
fn roll_up(question: &str, checks: Vec<Judged>) -> Judged {
    let applicable: Vec<&Judged> =
        checks.iter().filter(|check| check.standing != Standing::NotApplicable).collect();
    let value = parent_value(
        checks.iter().map(|check| check.value.filter(|_| check.standing != Standing::Open)),
    );
    let standing = match value {
        None => Standing::Open,
        Some(AnswerValue::NotApplicable) => Standing::NotApplicable,
        Some(AnswerValue::Partly) => Standing::Partly,
        Some(AnswerValue::Yes)
            if applicable.iter().any(|check| check.standing == Standing::Overridden) =>
        {
            Standing::Overridden
        }
        Some(AnswerValue::Yes)
            if applicable.iter().all(|check| check.standing == Standing::Proven) =>
        {
            Standing::Proven
        }
        Some(AnswerValue::Yes) => Standing::Unproven,
        Some(_) => Standing::No,
    };
    let mut shortfalls: Vec<Shortfall> =
        checks.iter().flat_map(|check| check.shortfalls.iter().copied()).collect();
    shortfalls.sort_unstable();
    shortfalls.dedup();
    let named = applicable.iter().all(|check| check.named);
    Judged {
        question: question.to_owned(),
        value,
        derived: None,
        standing,
        shortfalls,
        named,
        checks,
    }
}

/// The value of a parent from those of its sub-checks; `None` while any of
/// them is open.
pub(super) fn parent_value(
    checks: impl Iterator<Item = Option<AnswerValue>>,
) -> Option<AnswerValue> {
    let (mut yes, mut other) = (0, 0);
    for value in checks {
        match value? {
            AnswerValue::NotApplicable => {}
            AnswerValue::Yes | AnswerValue::Level(5) => yes += 1,
            _ => other += 1,
        }
    }
    Some(match (yes, other) {
        (0, 0) => AnswerValue::NotApplicable,
        (_, 0) => AnswerValue::Yes,
        (0, _) => AnswerValue::No,
        _ => AnswerValue::Partly,
    })
}

/// Judges a question that takes an answer of its own.
pub fn judge_leaf(question: &Question, answer: Option<&Answer>, facts: &Facts) -> Judged {
    let given = answer.and_then(|answer| answer.value);
    let derived = match facts.derived.get(&question.id) {
        Some(Derived::Value(value)) => Some(*value),
        Some(Derived::Nothing) | None => None,
    };
    let value = given.or(derived);
    let has_reason = answer.is_some_and(|answer| !answer.reason.trim().is_empty());
    let mut shortfalls = Vec::new();
    let proof_missing = proof_shortfalls(question, answer, derived, facts);
    let standing = match value {
        None => {
            shortfalls.push(Shortfall::Answer);
            Standing::Open
        }
        Some(AnswerValue::NotApplicable) if has_reason => Standing::NotApplicable,
        Some(AnswerValue::NotApplicable) => {
            shortfalls.push(Shortfall::Reason);
            Standing::Open
        }
        Some(value) if derived.is_some_and(|derived| derived != value) => {
            if !has_reason {
                shortfalls.push(Shortfall::Reason);
            }
            shortfalls.extend(&proof_missing);
            Standing::Overridden
        }
        Some(AnswerValue::No | AnswerValue::Level(0)) => Standing::No,
        Some(AnswerValue::Partly | AnswerValue::Level(1..=4)) => Standing::Partly,
        Some(AnswerValue::Yes | AnswerValue::Level(_)) if proof_missing.is_empty() => {
            Standing::Proven
        }
        Some(AnswerValue::Yes | AnswerValue::Level(_)) => {
            shortfalls.extend(&proof_missing);
            Standing::Unproven
        }
    };
    let gap = standing.is_gap();
    let owner = answer.is_some_and(|answer| answer.owner.is_some());
    let due = answer.is_some_and(|answer| answer.due.is_some());
    if gap && !owner {
        shortfalls.push(Shortfall::Owner);
    }
    if gap && !due {
        shortfalls.push(Shortfall::DueDate);
    }
    shortfalls.sort_unstable();
    shortfalls.dedup();
    Judged {
        question: question.id.clone(),
        value,
        derived,
        standing,
        shortfalls,
        named: !gap || (owner && due),
        checks: Vec::new(),
    }
}

/// What keeps a *yes* from being proven.
fn proof_shortfalls(
    question: &Question,
    answer: Option<&Answer>,
    derived: Option<AnswerValue>,
    facts: &Facts,
) -> Vec<Shortfall> {
    let mut missing = Vec::new();
    let evidence = answer.is_some_and(|answer| answer.evidence.iter().any(|item| !item.is_blank()));
    match question.proof {
        Proof::Evidence => {
            if !evidence {
                missing.push(Shortfall::Evidence);
            }
        }
        Proof::Participants => {
            if !evidence {
                missing.push(Shortfall::Evidence);
            }
            let people: Vec<PersonFacts> = answer
                .into_iter()
                .flat_map(|answer| &answer.respondents)
                .filter_map(|id| facts.people.get(id).copied())
                .collect();
            if !people.iter().any(|person| person.own_leader) {
                missing.push(Shortfall::Leader);
            }
            if !people.iter().any(|person| person.own_end_user) {
                missing.push(Shortfall::EndUser);
            }
            if vendor_alone(answer, &people, facts) {
                missing.push(Shortfall::VendorAlone);
            }
        }
        Proof::Funding | Proof::Definition | Proof::Integrations => {
            if derived != Some(AnswerValue::Yes) {
                missing.push(Shortfall::Register);
            }
        }
        Proof::SuccessCriteria => {
            if derived != Some(AnswerValue::Yes) {
                missing.push(Shortfall::Indicator);
            }
        }
    }
    missing
}

/// Whether nobody but the vendor stands behind an answer.
fn vendor_alone(answer: Option<&Answer>, respondents: &[PersonFacts], facts: &Facts) -> bool {
    let owner = answer.and_then(|answer| answer.owner).and_then(|id| facts.people.get(&id));
    let mut behind = respondents.iter().chain(owner).peekable();
    behind.peek().is_some() && behind.all(|person| person.vendor)
}
