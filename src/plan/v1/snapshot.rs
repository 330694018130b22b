//! Snapshots of a plan: what readiness said at a gate, and their conversion.

use super::read::{Fault, date, id, link, maybe_number};
use super::types::{is_blank, is_false};
use super::words::{GateWord, OutcomeWord, StandingWord};
use crate::base::IdKind;
use crate::workspace::{GateRecord, Snapshot};
use serde::{Deserialize, Serialize};

#[allow(clippy::trivially_copy_pass_by_ref)] // the signature serde asks for
fn is_none_of(count: &u32) -> bool {
    *count == 0
}

/// What readiness said at a gate: named, dated, signed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SnapshotV1 {
    /// Record id, `f` and eight characters.
    pub id: String,
    /// What it is called.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub name: String,
    /// The gate it was taken at; `start` when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gate: Option<GateWord>,
    /// The day it was signed, `YYYY-MM-DD`.
    pub date: String,
    /// Id of the person who signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signer: Option<String>,
    /// The signer's name on that day.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub signed_by: String,
    /// Anything else, such as conditions.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub note: String,
    /// Id of the pack that was answered.
    pub pack: String,
    /// Its version.
    pub version: u32,
    /// What the verdict was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<OutcomeWord>,
    /// Score in percent, to one decimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// Questions answered.
    #[serde(default, skip_serializing_if = "is_none_of")]
    pub answered: u32,
    /// Questions that did not apply.
    #[serde(default, skip_serializing_if = "is_none_of")]
    pub not_applicable: u32,
    /// Questions that were open.
    #[serde(default, skip_serializing_if = "is_none_of")]
    pub open: u32,
    /// How every gate of the pack stood.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gates: Vec<GateRecordV1>,
}

/// How one gate of a pack stood.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct GateRecordV1 {
    /// Id of its question.
    pub question: String,
    /// How it stood.
    pub standing: StandingWord,
    /// Whether it counted as not met.
    #[serde(default, skip_serializing_if = "is_false")]
    pub counted_as_not_met: bool,
    /// Why it did not apply, or differed from what the register showed.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub reason: String,
}

pub(super) fn snapshot(snapshot: &Snapshot) -> SnapshotV1 {
    let gates = snapshot.gates.iter().map(|gate| GateRecordV1 {
        question: gate.question.clone(),
        standing: gate.standing.into(),
        counted_as_not_met: gate.counted_as_no,
        reason: gate.reason.clone(),
    });
    SnapshotV1 {
        id: snapshot.id.to_string(),
        name: snapshot.name.clone(),
        gate: GateWord::of(snapshot.gate),
        date: snapshot.date.to_string(),
        signer: snapshot.signer.map(|id| id.to_string()),
        signed_by: snapshot.signed.clone(),
        note: snapshot.note.clone(),
        pack: snapshot.pack.clone(),
        version: snapshot.version,
        verdict: snapshot.said.map(Into::into),
        score: snapshot.percent,
        answered: snapshot.answered,
        not_applicable: snapshot.not_applicable,
        open: snapshot.open,
        gates: gates.collect(),
    }
}

pub(super) fn snapshot_from(snapshot: SnapshotV1) -> Result<Snapshot, Fault> {
    let gates = snapshot.gates.into_iter().map(|gate| GateRecord {
        question: gate.question,
        standing: gate.standing.into(),
        counted_as_no: gate.counted_as_not_met,
        reason: gate.reason,
    });
    Ok(Snapshot {
        id: id("id", IdKind::Snapshot, &snapshot.id)?,
        name: snapshot.name,
        gate: GateWord::gate(snapshot.gate),
        date: date("date", &snapshot.date)?,
        signer: link("signer", IdKind::Person, snapshot.signer.as_ref())?,
        signed: snapshot.signed_by,
        note: snapshot.note,
        pack: snapshot.pack,
        version: snapshot.version,
        said: snapshot.verdict.map(Into::into),
        percent: maybe_number("score", snapshot.score)?,
        answered: snapshot.answered,
        not_applicable: snapshot.not_applicable,
        open: snapshot.open,
        gates: gates.collect(),
    })
}
