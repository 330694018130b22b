//! Goals, indicators, targets, measurements and their status.

mod goal;
mod goal_check;
mod indicator;
mod link;
mod measurement;
mod role;
mod status;

#[cfg(test)]
mod tests;

pub use goal::{Goal, Horizon};
pub use goal_check::{MissingFact, is_measurable, missing_facts};
pub use indicator::{Baseline, ChangeMark, Direction, Indicator, Measure, Target, TimeUnit};
pub use link::{Link, LinkKind, TradeOff, TradeOffPart};
pub use measurement::{Actual, Measurement, Series};
pub use role::{Cause, Counts, Draw, FunnelStage, Profit, Pull, Role, Tells};
pub use status::{Assessed, Attainment, Judgement, Status, expected_value, judge, path};
