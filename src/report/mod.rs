//! Facts for the people who decide: what stands in the way, which indicators
//! are off target, what to do next, by whom and by when. Derived, never stored.

mod agenda;
pub mod calendar;
mod gates;
mod indicators;
mod missing;
#[cfg(test)]
mod tests;
mod way;
mod words;

pub use agenda::{Subject, Task, agenda, gap_key};
pub use gates::{Blocker, Gap, Weight, blockers};
pub use indicators::{OffTarget, off_target};
pub use missing::{missing_fact, record_name};
pub use way::{StepGroup, by_owner, fact_key, link_words, place_of};
pub use words::{amount, expected_amount, measured, verdict};
