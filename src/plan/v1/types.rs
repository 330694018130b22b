//! The sections of a plan and their records. Field order is the order in the
//! file and never changes within version 1; empty fields are left out.

use super::goal_types::{DrawV1, FitV1, LinkV1, TradeOffV1};
use super::register_types::{ActionV1, RegistersV1, RiskV1};
use super::snapshot::SnapshotV1;
use super::words::{
    AnswerWord, CadenceWord, CauseWord, CountsWord, DirectionWord, FunnelWord, GateWord,
    HorizonWord, KindWord, OutcomeWord, PositionWord, ProfitWord, SideWord, StatusWord, TellsWord,
    TimeUnitWord,
};
use serde::{Deserialize, Serialize};

pub(super) fn is_blank(text: &str) -> bool {
    text.is_empty()
}

#[allow(clippy::trivially_copy_pass_by_ref)] // the signature serde asks for
pub(super) fn is_false(flag: &bool) -> bool {
    !flag
}

/// A whole plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PlanV1 {
    /// `crm-readiness-plan/1`.
    pub format: String,
    /// What the project says of itself.
    pub project: ProjectV1,
    /// People register.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<PersonV1>,
    /// Living answers, one a question.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<AnswerV1>,
    /// What proves answers.
    #[serde(default, skip_serializing_if = "RegistersV1::is_empty")]
    pub registers: RegistersV1,
    /// Goals.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<GoalV1>,
    /// Indicators.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<IndicatorV1>,
    /// Measurements, by indicator and period.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measurements: Vec<MeasurementV1>,
    /// Actions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<ActionV1>,
    /// Risks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub risks: Vec<RiskV1>,
    /// Trade-offs between goals or indicators.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub trade_offs: Vec<TradeOffV1>,
    /// What readiness said at the gates.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub snapshots: Vec<SnapshotV1>,
    /// Notes of imports.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub imports: Vec<ImportV1>,
    /// What followed from the plan on the day of export. Read by people and
    /// other programs; an import does not use it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<SummaryV1>,
}

/// What the project says of itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ProjectV1 {
    /// Record id, `p` and eight characters.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The organisation it is for.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub organisation: String,
    /// Why it is done.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub why: String,
    /// The benefit expected of it.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub benefit: String,
    /// First month of the fiscal year, 1 to 12; January when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fiscal_year_start: Option<u32>,
    /// Days a period may lack its measurement before the status is stale; 10
    /// when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grace_days: Option<u16>,
    /// Whether this is the sample project.
    #[serde(default, skip_serializing_if = "is_false")]
    pub sample: bool,
    /// ISO 4217 code of the currency of stages and cost lines.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub currency: String,
    /// Whether the software is rented, not bought.
    #[serde(default, skip_serializing_if = "is_false")]
    pub subscription: bool,
    /// Whether the rule of thumb for the total budget is applied; to bought
    /// software only when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget_rule: Option<bool>,
    /// The factor of that rule; 4 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget_factor: Option<f64>,
    /// Why no system needs to be integrated.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub no_integrations: String,
    /// The gate the readiness check is answered for; `start` when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gate: Option<GateWord>,
    /// The department whose part alone this is; a whole project when left
    /// out.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub department: String,
    /// Hours of business, for durations on the business clock.
    #[serde(default, skip_serializing_if = "ClockV1::is_empty")]
    pub clock: ClockV1,
}

/// Hours of business by day of the week, `09:00-17:00`; closed where left out.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ClockV1 {
    /// On Mondays.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub monday: String,
    /// On Tuesdays.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub tuesday: String,
    /// On Wednesdays.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub wednesday: String,
    /// On Thursdays.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub thursday: String,
    /// On Fridays.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub friday: String,
    /// On Saturdays.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub saturday: String,
    /// On Sundays.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub sunday: String,
    /// Days that are closed, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holidays: Vec<String>,
}

impl ClockV1 {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Someone who owns, answers or signs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PersonV1 {
    /// Record id, `h` and eight characters.
    pub id: String,
    /// Name, or the role where no name is wanted.
    pub name: String,
    /// What they do in the project.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub role: String,
    /// Where they work.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub department: String,
    /// Which side they stand on.
    pub side: SideWord,
    /// Leader, end user, project team.
    pub position: PositionWord,
}

/// The living answer to one question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AnswerV1 {
    /// Record id, `a` and eight characters.
    pub id: String,
    /// Id of the question in its pack.
    pub question: String,
    /// The answer; open when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<AnswerWord>,
    /// The level 0 to 5 where the answer is `level`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<u8>,
    /// Why it does not apply, or differs from the derived answer.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub reason: String,
    /// Anything else worth keeping.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub note: String,
    /// What shows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceV1>,
    /// Ids of those who took part in answering.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub respondents: Vec<String>,
    /// Id of the person who closes the gap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Until when, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    /// Answers of several respondents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub voices: Vec<VoiceV1>,
}

/// Something that shows an answer to be true.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct EvidenceV1 {
    /// A text or a link.
    pub text: String,
    /// When it was made or seen, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Id of the person who vouches for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
}

/// What one of several respondents said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct VoiceV1 {
    /// Id of the person.
    pub person: String,
    /// What they answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<AnswerWord>,
    /// The level 0 to 5 where the answer is `level`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<u8>,
    /// In their words.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub note: String,
    /// When, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
}

/// What the business wants.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct GoalV1 {
    /// Record id, `g` and eight characters.
    pub id: String,
    /// The goal as a sentence.
    pub statement: String,
    /// Why it is worth the effort.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub why: String,
    /// How far ahead it looks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub horizon: Option<HorizonWord>,
    /// The line of the CRM strategy it serves.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub strategy: String,
    /// Id of the person who answers for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// How it bears on other goals and indicators.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<LinkV1>,
}

/// The definition of one indicator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct IndicatorV1 {
    /// Record id, `i` and eight characters.
    pub id: String,
    /// Id of the goal it serves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<String>,
    /// What it is called.
    pub name: String,
    /// Kind of quantity.
    pub kind: KindWord,
    /// The time a service level promises, in `within-unit`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<f64>,
    /// Unit of `within`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within_unit: Option<TimeUnitWord>,
    /// The channel of a service level.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub channel: String,
    /// Unit of the values; shares are in percent.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub unit: String,
    /// Which way is better.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<DirectionWord>,
    /// Who or what is counted.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub population: String,
    /// Where the values come from.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub source: String,
    /// How they are worked out.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub method: String,
    /// Id of the person who answers for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// How often it is measured.
    pub cadence: CadenceWord,
    /// Where things stood before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<BaselineV1>,
    /// What it should become and by when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<TargetV1>,
    /// How much worse than expected still passes, in the unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tolerance: Option<f64>,
    /// A deviation somebody has accepted for a while.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deviation: Option<DeviationV1>,
    /// Go-live, training and other changes, by date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<ChangeV1>,
    /// Who or what forms the part of a share.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub part: String,
    /// Stage of what is counted; of the part, for a share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<FunnelWord>,
    /// Stage of the whole of a share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whole_stage: Option<FunnelWord>,
    /// Whether the values of a share come with their counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts: Option<CountsWord>,
    /// Resources it draws on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resources: Vec<DrawV1>,
    /// Levers it is moved by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levers: Vec<DrawV1>,
    /// Whether it leads or lags.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tells: Option<TellsWord>,
    /// Where the causes of its success and failure lie.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<CauseWord>,
    /// What it is to overall profit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profit: Option<ProfitWord>,
    /// How it leads to profit: the assumption.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub profit_how: String,
    /// How it fits its goal, as a person has said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fit: Option<FitV1>,
    /// How it bears on other goals and indicators.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<LinkV1>,
    /// Whether moving ranges far above the others are left out of its process
    /// limits.
    #[serde(default, skip_serializing_if = "is_false")]
    pub screening: bool,
    /// The entry of the indicator library it was made of.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub from: String,
}

/// Where things stood before: a value with its period, or `none-yet: true`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct BaselineV1 {
    /// In the indicator's unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// `2026-10`, `2026-W42`, `2026-Q4`, `2026` or `2026-10-31`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// None has been measured yet.
    #[serde(default, skip_serializing_if = "is_false")]
    pub none_yet: bool,
}

/// What it should become and by when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TargetV1 {
    /// The value to reach.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// Lower end of a band to stay within.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// Upper end of a band to stay within.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// The day it is due, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    /// The least that was promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commit: Option<f64>,
    /// What would be better still than the target.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stretch: Option<f64>,
    /// Values expected on the way; each holds until the next in time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub series: Vec<StepV1>,
    /// Bands to stay within on the way; each holds until the next in time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<BandStepV1>,
}

/// The value expected from a period on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct StepV1 {
    /// The period it begins with.
    pub period: String,
    /// In the indicator's unit.
    pub value: f64,
}

/// The band to stay within from a period on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct BandStepV1 {
    /// The period it begins with.
    pub period: String,
    /// Lower end, in the indicator's unit.
    pub low: f64,
    /// Upper end, not below the lower one.
    pub high: f64,
}

/// A deviation from the target that somebody has accepted for a while.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DeviationV1 {
    /// The last day it holds, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Id of the person who accepted it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    /// Why.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub why: String,
}

/// Something that changed on a day and may show in the numbers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ChangeV1 {
    /// The day, `YYYY-MM-DD`.
    pub date: String,
    /// What changed.
    pub label: String,
    /// Why process limits begin anew here; they do not when left out.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub limits_restart: String,
}

/// One actual: a value, or part and whole of a share.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct MeasurementV1 {
    /// Record id, `m` and eight characters.
    pub id: String,
    /// Id of the indicator.
    pub indicator: String,
    /// `2026-10`, `2026-W42`, `2026-Q4`, `2026` or `2026-10-31`.
    pub period: String,
    /// In the indicator's unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// Those that fulfil the definition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<f64>,
    /// All of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whole: Option<f64>,
    /// Anything worth knowing about this value.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub note: String,
    /// Id of the import it came with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import: Option<String>,
}

/// What is remembered of one import of measurements.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ImportV1 {
    /// Record id, `u` and eight characters.
    pub id: String,
    /// Id of the indicator it filled.
    pub indicator: String,
    /// File name; left out for a pasted block.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub file: String,
    /// When, `YYYY-MM-DDThh:mm` on the clock of the one who imported.
    pub at: String,
    /// Rows that brought a new period.
    pub new: u32,
    /// Rows that changed a value.
    pub changed: u32,
    /// Rows that said what was already there.
    pub same: u32,
    /// Rows left out.
    pub rejected: u32,
    /// Rows of the event log that the values were worked out from; left out
    /// when each row was a value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub events: Option<u32>,
    /// What was counted of the event log, and how, in the words of the page.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub rule: String,
}

/// What followed from the plan on the day of export.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SummaryV1 {
    /// The day, `YYYY-MM-DD`.
    pub as_of: String,
    /// Readiness by pack.
    pub readiness: Vec<AssessmentSummaryV1>,
    /// Status by indicator.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<IndicatorSummaryV1>,
}

/// What followed from one pack.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AssessmentSummaryV1 {
    /// Id of the pack.
    pub pack: String,
    /// Its version.
    pub version: u32,
    /// The verdict.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<OutcomeWord>,
    /// Score in percent, rounded to one decimal; none while nothing counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// The score if all open questions turned out worst.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score_at_worst: Option<f64>,
    /// The score if all open questions turned out best.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score_at_best: Option<f64>,
    /// Questions answered.
    pub answered: u32,
    /// Questions that do not apply.
    pub not_applicable: u32,
    /// Questions still open.
    pub open: u32,
}

/// The status of one indicator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct IndicatorSummaryV1 {
    /// Id of the indicator.
    pub id: String,
    /// Its status.
    pub status: StatusWord,
    /// Whether a measurement is overdue.
    #[serde(default, skip_serializing_if = "is_false")]
    pub stale: bool,
    /// The period judged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// Its value in the indicator's unit, to 15 significant digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual: Option<f64>,
}
