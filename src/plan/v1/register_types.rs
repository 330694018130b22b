//! The registers of a plan, and its actions and risks.

use super::types::{is_blank, is_false};
use super::words::{
    ActionStateWord, CompanyWord, CostWord, FeasibilityWord, FlowWord, IntegrationStateWord,
    ResponseWord, RiskStateWord,
};
use serde::{Deserialize, Serialize};

/// What proves answers, register by register.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RegistersV1 {
    /// Stages with their funding, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub funding_stages: Vec<StageV1>,
    /// Lines of cost.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cost_lines: Vec<CostLineV1>,
    /// Terms to agree on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<TermV1>,
    /// What departments say of the terms.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub term_views: Vec<ViewV1>,
    /// Systems to integrate.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub integrations: Vec<IntegrationV1>,
    /// Contact channels with cost and outcomes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<ChannelV1>,
}

impl RegistersV1 {
    /// Whether nothing is in any of them.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// One stage with its money, in the project's currency.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct StageV1 {
    /// Record id, `s` and eight characters.
    pub id: String,
    /// What it is called.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub name: String,
    /// Id of the stage that must be done before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// What it needs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needed: Option<f64>,
    /// What is approved and at the project's disposal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secured: Option<f64>,
    /// What is promised for later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earmarked: Option<f64>,
    /// When the earmarked part is released, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release: Option<String>,
    /// Whose budget it comes from.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub source: String,
}

/// One line of cost, in the project's currency.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CostLineV1 {
    /// Record id, `c` and eight characters.
    pub id: String,
    /// What it pays for, in words.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub name: String,
    /// What it pays for.
    pub kind: CostWord,
    /// Id of the stage it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<String>,
    /// As planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned: Option<f64>,
    /// Ordered or signed for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub committed: Option<f64>,
    /// Paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spent: Option<f64>,
    /// What it will have cost when it is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forecast: Option<f64>,
}

/// A term the departments agree on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TermV1 {
    /// Record id, `d` and eight characters.
    pub id: String,
    /// The term.
    pub name: String,
    /// Whether it is the definition of the customer; one term at most.
    #[serde(default, skip_serializing_if = "is_false")]
    pub customer: bool,
    /// The agreed wording.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub wording: String,
    /// What is one: a legal entity, a site, a household, a person.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub grain: String,
    /// What tells two of them apart.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub key: String,
    /// States of its life.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub states: Vec<LifeStateV1>,
    /// The system whose record counts.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub master: String,
    /// What kind of company meets the cases.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<CompanyWord>,
    /// Boundary cases.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cases: Vec<CaseV1>,
}

/// A state in the life of what a term names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct LifeStateV1 {
    /// What it is called.
    pub name: String,
    /// Months without activity after which it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<u16>,
}

/// A boundary case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CaseV1 {
    /// Number within the term, never used again.
    pub case: u32,
    /// The case in words.
    pub text: String,
    /// Anything worth knowing about it.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub note: String,
}

/// What one department says of a term.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ViewV1 {
    /// Record id, `v` and eight characters.
    pub id: String,
    /// Id of the term.
    pub term: String,
    /// The department.
    pub department: String,
    /// The term in its own words.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub wording: String,
    /// Its decisions on the boundary cases.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<DecisionV1>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub note: String,
    /// Its signature.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed: Option<SignOffV1>,
}

/// What a department says of a boundary case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DecisionV1 {
    /// The case, by its number.
    pub case: u32,
    /// Whether it counts as the term.
    pub counts: bool,
    /// Why.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub comment: String,
}

/// A department's signature.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SignOffV1 {
    /// When, `YYYY-MM-DD`.
    pub date: String,
    /// Id of the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// The wording they signed.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub wording: String,
}

/// One system with the data it exchanges with the CRM.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct IntegrationV1 {
    /// Record id, `n` and eight characters.
    pub id: String,
    /// The system.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub system: String,
    /// What data pass.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub data: String,
    /// Which way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<FlowWord>,
    /// How: interface, file, by hand.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub method: String,
    /// How often.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub frequency: String,
    /// Id of the person who answers for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Whether it can be done.
    pub feasibility: FeasibilityWord,
    /// What shows that it can be done.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub evidence: String,
    /// How far it is.
    pub state: IntegrationStateWord,
    /// Anything else.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub note: String,
}

/// One contact channel over one period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ChannelV1 {
    /// Record id, `w` and eight characters.
    pub id: String,
    /// What it is called.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub name: String,
    /// `2026-10`, `2026-W42`, `2026-Q4`, `2026` or `2026-10-31`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// Contacts handled, a whole number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contacts: Option<f64>,
    /// What it cost in full, in the project's currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<f64>,
    /// Outcomes reached, a whole number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcomes: Option<f64>,
    /// What counts as an outcome.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub outcome: String,
    /// Anything else.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub note: String,
}

/// Something to be done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ActionV1 {
    /// Record id, `t` and eight characters.
    pub id: String,
    /// What is to be done.
    pub title: String,
    /// The question whose gap it closes.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub question: String,
    /// The missing fact it provides, for instance `feasibility n5amp0003`.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub gap: String,
    /// Id of the person who does it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Until when, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    /// How far it is.
    pub state: ActionStateWord,
    /// When it was done, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<String>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub note: String,
}

/// Something that may go wrong.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RiskV1 {
    /// Record id, `k` and eight characters.
    pub id: String,
    /// What may go wrong.
    pub title: String,
    /// The question it grew out of.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub question: String,
    /// The missing fact it grew out of, for instance `stage-money s5amp0003`.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub gap: String,
    /// How likely, 1 to 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub likelihood: Option<u8>,
    /// How bad, 1 to 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub impact: Option<u8>,
    /// What is done about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<ResponseWord>,
    /// What exactly.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub plan: String,
    /// Id of the person who watches it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// When it is looked at again, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    /// How it stands.
    pub state: RiskStateWord,
    /// Anything else.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub note: String,
}
