//! The registers that prove answers: money per stage, one definition of a
//! term, systems to integrate; contact channels with what they cost; and what
//! grows out of gaps, actions and risks.
//!
//! Each `…_proof` function derives the answer its register gives and names
//! every fact that is still missing, so that nobody has to guess what turns it
//! green.

mod action;
mod board;
mod budget;
mod channel;
mod definition;
mod difference;
mod funding;
mod integration;
mod starter;

#[cfg(test)]
mod tests;

pub use action::{Action, ActionState, Response, Risk, RiskState, RiskWeight};
pub use board::{Board, Split, alike, board, disputed_first, without_case};
pub use budget::{
    HiddenCost, RULE_BASE, RULE_BESIDE, RULE_FACTOR, RuleOfThumb, StageCosts, Sums, ToComplete,
    completion, costs_by_stage, funding_gap, hidden_costs, rule_applies, rule_of_thumb, stage_gap,
    sums, to_complete,
};
pub use channel::{
    Channel, ChannelFigures, ChannelGap, ChannelGroup, ChannelParts, channel_figures, channel_gaps,
    channel_groups, one_period,
};
pub use definition::{
    Agreement, Case, CompanyType, Decision, LifeState, SignOff, Signature, Term, View, agreement,
    definition_proof, signature,
};
pub use difference::{Piece, difference};
pub use funding::{CostKind, CostLine, Stage, StageFunding, funding_proof, stage_funding};
pub use integration::{Feasibility, Flow, Integration, IntegrationState, integrations_proof};
pub use starter::Starter;

use crate::assessment::{AnswerValue, Derived};
use crate::base::Id;

/// A fact a register lacks, with the record it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    /// No stage is listed.
    Stage,
    /// What the stage needs is not stated.
    StageNeed(Id),
    /// Less is secured than the stage needs, and the rest is not promised
    /// either.
    StageMoney(Id),
    /// The stage waits for earmarked money: promised, not secured.
    StageSecured(Id),
    /// The earmarked money of the stage has no release date or no source.
    StageRelease(Id),
    /// The word is not on the definition board.
    Term,
    /// No wording is agreed for the term.
    Wording(Id),
    /// Fewer than two departments take part in the term.
    Departments(Id),
    /// The term has no boundary case.
    Cases(Id),
    /// Departments decided a boundary case differently.
    Disputed {
        /// The term.
        term: Id,
        /// The case.
        case: u32,
    },
    /// A department has not decided every boundary case.
    Undecided(Id),
    /// A department has not signed the wording as it stands.
    Unsigned(Id),
    /// No system is listed, and no reason says that none is needed.
    System,
    /// A row names no system.
    SystemName(Id),
    /// A row does not say what data pass.
    Data(Id),
    /// A row does not say which way they pass.
    Direction(Id),
    /// Nobody owns the integration.
    Owner(Id),
    /// Nobody confirmed that it can be done.
    Feasibility(Id),
}

impl Missing {
    /// The record the fact belongs to; `None` where the register is empty.
    pub fn record(self) -> Option<Id> {
        match self {
            Self::Stage | Self::Term | Self::System => None,
            Self::StageNeed(id)
            | Self::StageMoney(id)
            | Self::StageSecured(id)
            | Self::StageRelease(id)
            | Self::Wording(id)
            | Self::Departments(id)
            | Self::Cases(id)
            | Self::Disputed { term: id, .. }
            | Self::Undecided(id)
            | Self::Unsigned(id)
            | Self::SystemName(id)
            | Self::Data(id)
            | Self::Direction(id)
            | Self::Owner(id)
            | Self::Feasibility(id) => Some(id),
        }
    }
}

/// What a register says of its question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterProof {
    /// The derived answer.
    pub derived: Derived,
    /// Every fact that keeps it from *yes*, in the order of the records; none
    /// when it is *yes*.
    pub missing: Vec<Missing>,
}

impl RegisterProof {
    fn new(value: AnswerValue, missing: Vec<Missing>) -> Self {
        Self { derived: Derived::Value(value), missing }
    }

    fn nothing(missing: Missing) -> Self {
        Self { derived: Derived::Nothing, missing: vec![missing] }
    }
}

/// Whether a text says anything.
fn said(text: &str) -> bool {
    !text.trim().is_empty()
}
