//! Version 1 of the plan: the shape of the exported file and of stored
//! records. Types of their own, apart from the domain, so that the domain may
//! change while every file ever written still opens.

mod convert;
mod goal_types;
mod goals;
mod read;
mod register_types;
mod registers;
#[cfg(feature = "schema")]
mod schema;
mod snapshot;
mod types;
mod words;

#[cfg(test)]
mod fuzz;
#[cfg(test)]
mod tests;

pub use convert::{plan_of, record_data};
pub use goal_types::{DrawV1, FitV1, LinkV1, TradeOffV1};
pub use read::{Fault, FaultKind, project_from, record_from};
pub use register_types::{
    ActionV1, CaseV1, ChannelV1, CostLineV1, DecisionV1, IntegrationV1, LifeStateV1, RegistersV1,
    RiskV1, SignOffV1, StageV1, TermV1, ViewV1,
};
#[cfg(feature = "schema")]
pub use schema::schema;
pub use snapshot::{GateRecordV1, SnapshotV1};
pub use types::{
    AnswerV1, AssessmentSummaryV1, BaselineV1, ChangeV1, ClockV1, DeviationV1, EvidenceV1, GoalV1,
    ImportV1, IndicatorSummaryV1, IndicatorV1, MeasurementV1, PersonV1, PlanV1, ProjectV1, StepV1,
    SummaryV1, TargetV1, VoiceV1,
};
pub use words::{
    ActionStateWord, AnswerWord, CadenceWord, CauseWord, CompanyWord, CostWord, CountsWord,
    DirectionWord, FeasibilityWord, FlowWord, FunnelWord, GateWord, HorizonWord,
    IntegrationStateWord, KindWord, LinkWord, OutcomeWord, PositionWord, ProfitWord, PullWord,
    ResponseWord, RiskStateWord, SideWord, StandingWord, StatusWord, TellsWord, TimeUnitWord,
    WhomWord, YardstickWord,
};

/// What stands in `format` of every plan of this version.
pub const FORMAT: &str = "crm-readiness-plan/1";

/// File name of the JSON Schema, shipped beside the page.
pub const SCHEMA_FILE: &str = "crm-readiness-plan.v1.schema.json";
