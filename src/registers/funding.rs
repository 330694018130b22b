//! Money per stage, and what the project costs.

use super::{Missing, RegisterProof, said};
use crate::assessment::AnswerValue;
use crate::base::Id;
use chrono::NaiveDate;

/// One stage of the implementation with its money, in the project's currency.
#[derive(Debug, Clone, PartialEq)]
pub struct Stage {
    /// Record id.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// The stage that must be done before it.
    pub after: Option<Id>,
    /// What it needs.
    pub needed: Option<f64>,
    /// What is approved and at the project's disposal.
    pub secured: Option<f64>,
    /// What is promised for later.
    pub earmarked: Option<f64>,
    /// When the earmarked part is released.
    pub release: Option<NaiveDate>,
    /// Whose budget it comes from.
    pub source: String,
}

impl Stage {
    /// A stage without anything.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            name: String::new(),
            after: None,
            needed: None,
            secured: None,
            earmarked: None,
            release: None,
            source: String::new(),
        }
    }
}

/// How far the money of one stage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StageFunding {
    /// What it needs is not stated.
    Unstated,
    /// Everything needed is secured.
    Secured,
    /// The rest is earmarked, with release date and source.
    Earmarked,
    /// The rest is earmarked, but release date or source is missing.
    Promised,
    /// Money is missing.
    Unfunded,
}

/// How far the money of a stage is. Amounts within a ten-thousandth of a
/// currency unit count as equal.
pub fn stage_funding(stage: &Stage) -> StageFunding {
    const EQUAL: f64 = 1e-4;
    let Some(needed) = stage.needed.filter(|needed| *needed > 0.0) else {
        return StageFunding::Unstated;
    };
    let secured = stage.secured.unwrap_or_default();
    let promised = secured + stage.earmarked.unwrap_or_default();
    if secured + EQUAL >= needed {
        StageFunding::Secured
    } else if promised + EQUAL < needed {
        StageFunding::Unfunded
    } else if stage.release.is_some() && said(&stage.source) {
        StageFunding::Earmarked
    } else {
        StageFunding::Promised
    }
}

/// *Yes* when every stage is secured; *partly* when the next stage, the first
/// of the list, is secured and the rest is earmarked with release date and
/// source; else *no*. Nothing can be said without a stage.
pub fn funding_proof<'a>(stages: impl IntoIterator<Item = &'a Stage>) -> RegisterProof {
    let funded: Vec<(Id, StageFunding)> =
        stages.into_iter().map(|stage| (stage.id, stage_funding(stage))).collect();
    let Some((_, next)) = funded.first() else { return RegisterProof::nothing(Missing::Stage) };
    let covered =
        |funding: StageFunding| matches!(funding, StageFunding::Secured | StageFunding::Earmarked);
    let value = if funded.iter().all(|(_, funding)| *funding == StageFunding::Secured) {
        AnswerValue::Yes
    } else if *next == StageFunding::Secured && funded.iter().all(|(_, funding)| covered(*funding))
    {
        AnswerValue::Partly
    } else {
        AnswerValue::No
    };
    let missing = funded.iter().filter_map(|(id, funding)| match funding {
        StageFunding::Secured => None,
        StageFunding::Unstated => Some(Missing::StageNeed(*id)),
        StageFunding::Unfunded => Some(Missing::StageMoney(*id)),
        StageFunding::Promised => Some(Missing::StageRelease(*id)),
        StageFunding::Earmarked => Some(Missing::StageSecured(*id)),
    });
    RegisterProof::new(value, missing.collect())
}

/// What a cost line pays for. Training, data upkeep, integration and project
/// management are the four costs that plans tend to leave out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CostKind {
    /// Licences and putting the software in place.
    Software,
    /// Services of supplier and advisers.
    Services,
    /// Machines, networks, telephony.
    Hardware,
    /// Training of users, trainers, administrators.
    Training,
    /// Cleaning, moving and upkeep of data.
    DataUpkeep,
    /// Integration with other systems.
    Integration,
    /// Project management.
    ProjectManagement,
    /// Anything else, customer research among it.
    Other,
}

impl CostKind {
    /// As offered in a form.
    pub const ALL: [Self; 8] = [
        Self::Software,
        Self::Services,
        Self::Hardware,
        Self::Training,
        Self::DataUpkeep,
        Self::Integration,
        Self::ProjectManagement,
        Self::Other,
    ];

    /// The four that plans tend to leave out.
    pub const HIDDEN: [Self; 4] =
        [Self::Training, Self::DataUpkeep, Self::Integration, Self::ProjectManagement];
}

/// One line of cost, in the project's currency.
#[derive(Debug, Clone, PartialEq)]
pub struct CostLine {
    /// Record id.
    pub id: Id,
    /// What it pays for, in words.
    pub name: String,
    /// What it pays for.
    pub kind: CostKind,
    /// The stage it belongs to.
    pub stage: Option<Id>,
    /// As planned.
    pub planned: Option<f64>,
    /// Ordered or signed for.
    pub committed: Option<f64>,
    /// Paid.
    pub spent: Option<f64>,
    /// What it will have cost when it is done.
    pub forecast: Option<f64>,
}

impl CostLine {
    /// A line without amounts.
    pub fn new(id: Id, kind: CostKind) -> Self {
        Self {
            id,
            name: String::new(),
            kind,
            stage: None,
            planned: None,
            committed: None,
            spent: None,
            forecast: None,
        }
    }
}
