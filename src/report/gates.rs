//! What stands in the way: the gates that are not proven.

use crate::assessment::{Gate, Judged, Standing};
use crate::base::Id;
use crate::pack::Pack;
use crate::workspace::{Project, Readiness};
use chrono::NaiveDate;

/// How much a gate weighs on the verdict, the heaviest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It counts as *no*.
    No,
    /// It is open.
    Open,
    /// It is a risk with owner and date.
    NamedRisk,
}

/// A part of a gate that is not closed, with who closes it and by when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The question that takes the answer: the gate or one of its sub-checks.
    pub question: String,
    /// How it stands.
    pub standing: Standing,
    /// Who closes it.
    pub owner: Option<Id>,
    /// Until when.
    pub due: Option<NaiveDate>,
}

/// A gate that stands in the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blocker {
    /// The gate's question.
    pub question: String,
    /// How it stands.
    pub standing: Standing,
    /// What it does to the verdict.
    pub weight: Weight,
    /// What is not closed in it, at least one.
    pub gaps: Vec<Gap>,
}

/// The gates that stand in the way, the heaviest first, else in the pack's
/// order.
pub fn blockers(project: &Project, pack: &Pack, readiness: &Readiness) -> Vec<Blocker> {
    let judged = pack.questions().zip(&readiness.judged).filter(|(question, _)| question.gate);
    let mut found: Vec<Blocker> = readiness
        .verdict
        .gates
        .iter()
        .zip(judged)
        .filter_map(|(gate, (_, judged))| blocker(project, gate, judged))
        .collect();
    found.sort_by_key(|blocker| blocker.weight);
    found
}

fn blocker(project: &Project, gate: &Gate, judged: &Judged) -> Option<Blocker> {
    let weight = if gate.counts_as_no {
        Weight::No
    } else if gate.standing == Standing::Open {
        Weight::Open
    } else if gate.is_named_risk() {
        Weight::NamedRisk
    } else {
        return None;
    };
    let closed = |standing| matches!(standing, Standing::Proven | Standing::NotApplicable);
    let gaps = judged.leaves().filter(|leaf| !closed(leaf.standing)).map(|leaf| {
        let answer = project.answer(&leaf.question);
        Gap {
            question: leaf.question.clone(),
            standing: leaf.standing,
            owner: answer.and_then(|answer| answer.owner),
            due: answer.and_then(|answer| answer.due),
        }
    });
    let gaps = gaps.collect();
    Some(Blocker { question: gate.question.clone(), standing: gate.standing, weight, gaps })
}
