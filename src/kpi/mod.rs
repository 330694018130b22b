//! Goals, indicators, targets, measurements and their status.

mod check;
mod goal;
mod indicator;
mod link;
mod measurement;
pub mod process;
mod reading;
mod role;
mod status;

#[cfg(test)]
mod tests;

pub use check::{
    Aims, Finding, Fix, GoalCheck, MissingFact, Mistake, Repair, Rule, Slot, check, check_goals,
    is_measurable, mend, missing_facts,
};
pub use goal::{Goal, Horizon};
pub use indicator::{Baseline, ChangeMark, Direction, Indicator, Measure, Target, TimeUnit};
pub use link::{Link, LinkKind, TradeOff, TradeOffPart};
pub use measurement::{Actual, Measurement, Series};
pub use role::{Cause, Counts, Draw, FunnelStage, Profit, Pull, Role, Tells};
pub use status::{Assessed, Attainment, Judgement, Status, expected_value, judge, path};
