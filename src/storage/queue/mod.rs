//! Edits waiting to be saved: what goes into the next commit and when, and
//! whether the word "saved" is true.
//!
//! The queue knows no clock and no store. Its owner tells it the time, in
//! milliseconds on any clock, asks when to come back, and carries batches to
//! the store:
//!
//! ```text
//! change ─► pending ──begin──► in flight ──committed──► saved
//!              ▲                   │
//!              └──────failed───────┘
//! ```

mod wait;

#[cfg(test)]
mod tests;

use crate::storage::journal::Journal;
use crate::storage::quarantine::Quarantine;
use crate::storage::record::{RecordKey, StoredRecord};
use crate::storage::store::{Batch, Change, Committed, Revision, StoreError};
use std::collections::{BTreeMap, BTreeSet};
use wait::Wait;

/// An edit waits this long, in milliseconds, for others to share its commit.
pub const THROTTLE_MS: u64 = 250;

/// The wait before the first retry, in milliseconds; it doubles each time.
pub const FIRST_RETRY_MS: u64 = 1_000;

/// The longest wait before a retry, in milliseconds.
pub const LAST_RETRY_MS: u64 = 30_000;

/// What may be said about the user's edits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveState {
    /// Every edit is in the durable store.
    Saved,
    /// Edits wait for, or are in, a commit.
    Saving,
    /// The last commit failed, for this reason, and none succeeded since;
    /// every edit is still here.
    NotSaved(StoreError),
}

/// Edits between the workspace and the store.
#[derive(Debug)]
pub struct SaveQueue {
    base: Revision,
    own: BTreeSet<Revision>,
    quarantine: Quarantine,
    pending: Pending,
    in_flight: Option<Pending>,
    wait: Option<Wait>,
    failure: Option<StoreError>,
    failures: u32,
}

#[derive(Debug, Clone, Default)]
struct Pending {
    changes: BTreeMap<RecordKey, Change>,
    whole: bool,
}

impl Pending {
    fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// Adds older changes: those already here are newer and stay.
    fn add_older(&mut self, older: Self) {
        for (key, change) in older.changes {
            self.changes.entry(key).or_insert(change);
        }
        self.whole |= older.whole;
    }
}

impl SaveQueue {
    /// A queue for a session that has loaded the store at commit `base` and
    /// could not open what `quarantine` holds.
    pub fn new(base: Revision, quarantine: Quarantine) -> Self {
        Self {
            base,
            own: BTreeSet::new(),
            quarantine,
            pending: Pending::default(),
            in_flight: None,
            wait: None,
            failure: None,
            failures: 0,
        }
    }

    /// Takes an edit; the last edit of a record wins. Refused, with
    /// [`StoreError::Quarantined`], for a record that could not be opened: it
    /// would spoil every batch it is in.
    pub fn change(&mut self, key: RecordKey, change: Change, now: u64) -> Result<(), StoreError> {
        if self.quarantine.refuses(key, &change) {
            return Err(StoreError::Quarantined(key));
        }
        self.pending.changes.insert(key, change);
        self.wait.get_or_insert(Wait { since: now, length: THROTTLE_MS });
        Ok(())
    }

    /// Takes changes older than all edits since: those a start found unsaved,
    /// or, with `whole`, everything the session holds, for a store that has
    /// lost ground. What a quarantine forbids is left out; the base stays the
    /// queue's own.
    pub fn resume(&mut self, mut batch: Batch, now: u64) {
        batch.changes.retain(|key, change| !self.quarantine.refuses(*key, change));
        self.pending.add_older(Pending { changes: batch.changes, whole: batch.whole });
        if !self.pending.is_empty() {
            self.retry_now(now);
        }
    }

    /// In how many milliseconds [`SaveQueue::begin`] has something to do;
    /// `None` if nothing is to be done until a change, an answer or a retry.
    pub fn due_in(&self, now: u64) -> Option<u64> {
        if self.in_flight.is_some() || self.pending.is_empty() {
            return None;
        }
        self.wait.as_ref().map(|wait| wait.left(now))
    }

    /// Hands out the next batch if one is due and none is in flight. The
    /// owner must answer with [`SaveQueue::committed`] or [`SaveQueue::failed`].
    pub fn begin(&mut self, now: u64) -> Option<Batch> {
        if self.due_in(now)? > 0 {
            return None;
        }
        self.wait = None;
        let flight = std::mem::take(&mut self.pending);
        let (changes, whole) = (flight.changes.clone(), flight.whole);
        self.in_flight = Some(flight);
        Some(Batch { changes, base: self.base, whole })
    }

    /// The batch in flight is durable. Returns what it took from other tabs.
    pub fn committed(&mut self, committed: Committed) -> Vec<StoredRecord> {
        self.in_flight = None;
        self.failure = None;
        self.failures = 0;
        let overwritten = committed.overwritten.into_iter();
        let foreign = overwritten.filter(|before| !self.own.contains(&before.revision)).collect();
        if committed.revision == self.base.next() {
            self.base = committed.revision;
        } else {
            self.own.insert(committed.revision);
        }
        foreign
    }

    /// The batch in flight did not reach the store: everything is kept, and
    /// tried again later if it may help.
    pub fn failed(&mut self, error: StoreError, now: u64) {
        if let Some(flight) = self.in_flight.take() {
            self.pending.add_older(flight);
        }
        let doubled = FIRST_RETRY_MS.saturating_mul(1 << self.failures.min(10));
        let wait = Wait { since: now, length: doubled.min(LAST_RETRY_MS) };
        // Without a wait nothing is due until the next edit or `retry_now`.
        self.wait = error.may_pass().then_some(wait);
        self.failures = self.failures.saturating_add(1);
        self.failure = Some(error);
    }

    /// Makes what is pending due at once: the user asked, or space was freed.
    pub fn retry_now(&mut self, now: u64) {
        self.wait = Some(Wait { since: now, length: 0 });
    }

    /// Whether another tab has committed records this session has not loaded.
    pub fn is_behind(&self) -> bool {
        !self.own.is_empty()
    }

    /// Whether a store that stands at this commit still holds what this session
    /// has read or written; else it was emptied, or replaced by an older one.
    pub fn is_at_least(&self, revision: Revision) -> bool {
        let newest = self.own.last().copied().unwrap_or(self.base);
        revision >= newest.max(self.base)
    }

    /// The session has loaded the store anew, at this commit.
    pub fn refreshed(&mut self, revision: Revision) {
        self.base = self.base.max(revision);
        self.own.retain(|own| *own > revision);
    }

    /// What may be said about the user's edits.
    pub fn state(&self) -> SaveState {
        match &self.failure {
            Some(error) => SaveState::NotSaved(error.clone()),
            None if self.pending.is_empty() && self.in_flight.is_none() => SaveState::Saved,
            None => SaveState::Saving,
        }
    }

    /// Every edit that no commit has confirmed, for the note a closing page
    /// writes; `None` if there is none.
    pub fn journal(&self, written_ms: u64) -> Option<Journal> {
        let mut unsaved = self.pending.clone();
        if let Some(flight) = &self.in_flight {
            unsaved.add_older(flight.clone());
        }
        let Pending { changes, .. } = unsaved;
        (!changes.is_empty()).then(|| Journal::new(self.base, written_ms, changes))
    }
}
