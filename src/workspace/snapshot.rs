//! What readiness said at a gate, kept: named, dated, signed.
//!
//! A snapshot is the one record that holds what follows from others. It is not
//! worked out again when answers change, for it says what was said on its day.

use super::project::{Project, ProjectGate};
use super::readiness::Readiness;
use crate::assessment::{Gate, Standing};
use crate::base::Id;
use crate::pack::{Outcome, Pack};
use chrono::NaiveDate;

/// What readiness said at a gate.
#[derive(Debug, Clone, PartialEq)]
pub struct Snapshot {
    /// Record id.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// The gate it was taken at.
    pub gate: ProjectGate,
    /// The day it was signed.
    pub date: NaiveDate,
    /// Who signed, from the people register.
    pub signer: Option<Id>,
    /// The signer's name on that day; empty while nobody signed.
    pub signed: String,
    /// Anything else, such as conditions.
    pub note: String,
    /// The pack that was answered.
    pub pack: String,
    /// Its version, and so that of its rules.
    pub version: u32,
    /// What the verdict was.
    pub said: Option<Outcome>,
    /// Score in percent, to one decimal; `None` while nothing counted.
    pub percent: Option<f64>,
    /// Questions answered.
    pub answered: u32,
    /// Questions that did not apply.
    pub not_applicable: u32,
    /// Questions that were open.
    pub open: u32,
    /// How every gate of the pack stood, in its order.
    pub gates: Vec<GateRecord>,
}

/// How one gate stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GateRecord {
    /// Its question.
    pub question: String,
    /// How it stood.
    pub standing: Standing,
    /// Whether it counted as *no*.
    pub counted_as_no: bool,
    /// Why it did not apply, or differed from what the register showed.
    pub reason: String,
}

/// Fraction → percent to one decimal, as in the summary of a plan.
pub fn percent(fraction: f64) -> f64 {
    (fraction * 1000.0).round() / 10.0
}

impl Snapshot {
    /// What readiness says of a project, to be signed on a day.
    pub fn take(
        id: Id,
        project: &Project,
        pack: &Pack,
        readiness: &Readiness,
        date: NaiveDate,
    ) -> Self {
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let score = readiness.score;
        Self {
            id,
            name: String::new(),
            gate: project.head.gate,
            date,
            signer: None,
            signed: String::new(),
            note: String::new(),
            pack: pack.id.clone(),
            version: pack.version,
            said: readiness.verdict.outcome,
            percent: score.value.map(percent),
            answered: count(score.answered),
            not_applicable: count(score.not_applicable),
            open: count(score.open),
            gates: readiness.verdict.gates.iter().map(|gate| record(project, gate)).collect(),
        }
    }

    /// Signs it in the name of a person of the project.
    #[must_use]
    pub fn signed_by(self, project: &Project, person: Option<Id>) -> Self {
        let signer = person.and_then(|person| project.people.get(person));
        Self {
            signer: signer.map(|person| person.id),
            signed: signer.map(|person| person.name.clone()).unwrap_or_default(),
            ..self
        }
    }
}

fn record(project: &Project, gate: &Gate) -> GateRecord {
    let owes = matches!(gate.standing, Standing::Overridden | Standing::NotApplicable);
    let answer = project.answer(&gate.question).filter(|_| owes);
    GateRecord {
        question: gate.question.clone(),
        standing: gate.standing,
        counted_as_no: gate.counts_as_no,
        reason: answer.map(|answer| answer.reason.trim().to_owned()).unwrap_or_default(),
    }
}

impl ProjectGate {
    /// The gate after this one; `None` after the last.
    pub fn next(self) -> Option<Self> {
        match self {
            Self::Start => Some(Self::Pilot),
            Self::Pilot => Some(Self::RollOut),
            Self::RollOut => None,
        }
    }
}
