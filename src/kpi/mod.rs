//! Goals, indicators, targets, measurements and their status.

mod band;
mod check;
mod fit;
mod goal;
mod indicator;
mod link;
mod measurement;
pub mod process;
mod profit;
mod reading;
mod role;
mod status;
mod steps;

#[cfg(test)]
mod tests;

pub use band::{BandStep, Ends, band_on, band_path, shaped_bands};
pub use check::{
    Aims, Finding, Fix, GoalCheck, MissingFact, Mistake, Pairs, Repair, Rivals, Rule, Shared, Slot,
    check, check_goals, is_measurable, mend, missing_facts,
};
pub use fit::{
    Asks, Fit, Question, Whom, Yardstick, answered, fit_now, has_lapsed, questions, words_mark,
};
pub use goal::{Goal, Horizon};
pub use indicator::{
    Baseline, ChangeMark, Deviation, Direction, Indicator, Measure, Target, TimeUnit,
};
pub use link::{Link, LinkKind, TradeOff, TradeOffPart};
pub use measurement::{Actual, Measurement, Series, paired};
pub use profit::{Chain, Lack, ProfitTree, Step, profit_tree};
pub use role::{Cause, Counts, Draw, FunnelStage, Profit, Pull, Role, Tells};
pub use status::{
    Assessed, Attainment, Judgement, Level, Status, expected_value, judge, path, reached,
};
pub use steps::{StepShape, TargetStep, shaped, step_on};
