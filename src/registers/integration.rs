//! Systems the CRM exchanges data with.

use super::{Missing, RegisterProof, said};
use crate::assessment::AnswerValue;
use crate::base::Id;

/// Which way data pass, seen from the CRM.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// Into the CRM.
    In,
    /// Out of the CRM.
    Out,
    /// Both ways.
    Both,
}

impl Flow {
    /// As offered in a form.
    pub const ALL: [Self; 3] = [Self::In, Self::Out, Self::Both];
}

/// Whether somebody found out that it can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Feasibility {
    /// Nobody did.
    #[default]
    Unknown,
    /// It can be done.
    Confirmed,
    /// It cannot be done this way.
    NotFeasible,
}

impl Feasibility {
    /// As offered in a form.
    pub const ALL: [Self; 3] = [Self::Unknown, Self::Confirmed, Self::NotFeasible];
}

/// How far the integration is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum IntegrationState {
    /// Planned.
    #[default]
    Planned,
    /// Being built.
    Building,
    /// In use.
    Live,
    /// Given up; counts for nothing.
    Dropped,
}

impl IntegrationState {
    /// As offered in a form.
    pub const ALL: [Self; 4] = [Self::Planned, Self::Building, Self::Live, Self::Dropped];
}

/// One system with the data it exchanges with the CRM.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Integration {
    /// Record id.
    pub id: Id,
    /// The system.
    pub system: String,
    /// What data pass.
    pub data: String,
    /// Which way.
    pub flow: Option<Flow>,
    /// How: interface, file, by hand.
    pub method: String,
    /// How often.
    pub frequency: String,
    /// Who answers for it.
    pub owner: Option<Id>,
    /// Whether it can be done.
    pub feasibility: Feasibility,
    /// What shows that it can be done.
    pub evidence: String,
    /// How far it is.
    pub state: IntegrationState,
    /// Anything else.
    pub note: String,
}

impl Integration {
    /// A row without anything.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            system: String::new(),
            data: String::new(),
            flow: None,
            method: String::new(),
            frequency: String::new(),
            owner: None,
            feasibility: Feasibility::Unknown,
            evidence: String::new(),
            state: IntegrationState::Planned,
            note: String::new(),
        }
    }
}

/// *Yes* when each row has system, data, direction, owner and confirmed
/// feasibility, or when no row is needed and a reason says why; *partly* when
/// a row lacks any of them. Rows given up do not count. Nothing can be said
/// without rows and reason.
pub fn integrations_proof<'a>(
    rows: impl IntoIterator<Item = &'a Integration>,
    none_needed: &str,
) -> RegisterProof {
    let mut missing = Vec::new();
    let mut any = false;
    for row in rows.into_iter().filter(|row| row.state != IntegrationState::Dropped) {
        any = true;
        let facts = [
            (!said(&row.system), Missing::SystemName(row.id)),
            (!said(&row.data), Missing::Data(row.id)),
            (row.flow.is_none(), Missing::Direction(row.id)),
            (row.owner.is_none(), Missing::Owner(row.id)),
            (row.feasibility != Feasibility::Confirmed, Missing::Feasibility(row.id)),
        ];
        missing.extend(facts.into_iter().filter_map(|(lacks, fact)| lacks.then_some(fact)));
    }
    match (any, missing.is_empty()) {
        (true, false) => RegisterProof::new(AnswerValue::Partly, missing),
        (true, true) => RegisterProof::new(AnswerValue::Yes, missing),
        (false, _) if said(none_needed) => RegisterProof::new(AnswerValue::Yes, missing),
        (false, _) => RegisterProof::nothing(Missing::System),
    }
}
