//! What goals and indicators share: links, resources, trade-offs.

use super::types::is_blank;
use super::words::{LinkWord, PullWord, WhomWord, YardstickWord};
use serde::{Deserialize, Serialize};

/// How one goal or indicator bears on another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct LinkV1 {
    /// How it bears.
    pub kind: LinkWord,
    /// Id of the goal or indicator it bears on.
    pub to: String,
    /// Why.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub note: String,
}

/// A resource an indicator draws on, or a lever it is moved by.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DrawV1 {
    /// What it is called; equal names mean the same thing.
    pub name: String,
    /// Whether the target needs more of it or less.
    pub pull: PullWord,
}

/// How an indicator fits its goal, as a person has said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FitV1 {
    /// Whether those counted are those the goal speaks of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whom: Option<WhomWord>,
    /// Whether the result is counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yardstick: Option<YardstickWord>,
    /// A mark of the words the answers were given on; they lapse when those
    /// change. Left out, they hold for any words.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub words: String,
}

/// What was decided where goals or indicators compete.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TradeOffV1 {
    /// Record id, `x` and eight characters.
    pub id: String,
    /// Ids of the goals and indicators that compete.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub between: Vec<String>,
    /// Id of the one that comes first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<String>,
    /// What the others are allowed to cost.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub accepted: String,
    /// Id of the person who decided it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    /// When, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub note: String,
}
