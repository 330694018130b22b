//! Facts for the people who decide: what stands in the way, which indicators
//! are off target, what to do next, by whom and by when. Derived, never stored.

mod agenda;
mod board;
pub mod calendar;
mod channels;
mod comparison;
mod deviation;
mod findings;
mod gates;
pub mod goal_map;
mod indicators;
mod missing;
mod money;
mod profit;
mod registers;
pub mod scorecard;
#[cfg(test)]
mod tests;
mod trade_offs;
mod way;
mod words;

pub use agenda::{Subject, Task, agenda, gap_key};
pub use board::{board_sentences, listed};
pub use channels::{ChannelFinding, channel_findings, channel_receipt};
pub use comparison::comparison_words;
pub use deviation::{deviation_words, levels_words};
pub use findings::{
    aim_name, direction_key, finding_words, mistake_key, question_words, repair_words, whom_key,
    why_key, yardstick_key,
};
pub use gates::{Blocker, Gap, Weight, blockers};
pub use indicators::{OffTarget, off_target};
pub use missing::{missing_fact, missing_place, record_name};
pub use money::{
    Money, completion_receipt, completion_says, gap_receipt, rule_receipt, rule_says, stages_over,
};
pub use profit::{ProfitFacts, WayToProfit, lack_key, profit_facts, profit_summary};
pub use registers::{Said, register_words};
pub use trade_offs::{competing, trade_off_words};
pub use way::{StepGroup, by_owner, fact_key, link_words, place_of};
pub use words::{amount, band_words, expected_amount, expected_words, measured, verdict};
