//! What is stored, in which form, and what happens when storing fails.
//!
//! | file | holds |
//! |---|---|
//! | `record` | the key of a record and its stored text |
//! | `envelope`, `migrate` | the form of that text, its version, old versions brought up to date |
//! | `store` | the trait every store fulfils, and its errors |
//! | `memory`, `faulty` | a store in memory; a store that fails on a chosen call |
//! | `quarantine` | records that could not be opened: kept, listed, never overwritten |
//! | `queue` | edits waiting to be saved, and whether the word "saved" is true |
//! | `fields` | one record changed by two windows: their fields put together |
//! | `boot`, `journal` | the second copy, and the edits a closing page wrote down |
//! | `start` | which of all these the app starts from |
//! | `you`, `rows` | what a browser keeps beside the projects: who uses it, values begun and not entered |
//!
//! # The way of a session
//! 1. [`reconcile`] what the browser holds into a [`Start`].
//! 2. [`open_all`] its state; data the workspace refuses join the quarantine.
//! 3. Make a [`SaveQueue`] at the state's revision, [`SaveQueue::resume`] the
//!    start's replay, and put a [`Guarded`] around the store.
//! 4. Every edit goes to [`SaveQueue::change`]; a timer set to
//!    [`SaveQueue::due_in`] carries batches to the store and answers back.
//!    [`SaveQueue::state`] alone says "saved".
//! 5. Once saved: write the boot copy, remove the journals the start dealt with.
//! 6. A closing page writes [`SaveQueue::journal`].
//! 7. On [`StoreError::LostGround`], resume everything the session holds.
//!
//! # Invariants
//! - A commit is all or nothing, and "saved" is said only after it returned.
//! - What failed to open is never overwritten; a newer format is never rewritten.
//! - Revisions ascend by counting, never by a clock.

pub mod boot;
pub mod envelope;
pub mod faulty;
pub mod fields;
pub mod journal;
pub mod memory;
pub mod migrate;
pub mod quarantine;
pub mod queue;
pub mod record;
pub mod rows;
pub mod start;
pub mod store;
pub mod you;

#[cfg(test)]
mod fuzz;
#[cfg(test)]
mod testing;

pub use boot::{BootCopy, BootText, boot_text};
pub use envelope::{CURRENT_FORMAT, Envelope, EnvelopeError, open, seal};
pub use faulty::{Fault, FaultyStore};
pub use fields::{Joined, join_fields};
pub use journal::Journal;
pub use memory::MemoryStore;
pub use quarantine::{Guarded, Opened, OpenedRecord, Quarantine, Quarantined, Reason, open_all};
pub use queue::{SaveQueue, SaveState};
pub use record::{KeyError, RawRecord, RecordKey, StoredRecord};
pub use rows::{BegunRow, BegunRows};
pub use start::{Found, Origin, Start, reconcile};
pub use store::{Batch, Change, Committed, Loaded, RecordStore, Revision, StoreError};
pub use you::You;
