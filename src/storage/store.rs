//! What every store does, and how storing can fail.

use crate::base::Id;
use crate::storage::record::{RawRecord, RecordKey, StoredRecord};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::future::Future;

/// The number of a commit: 0 before the first, then one more each time.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Revision(pub u64);

impl Revision {
    /// The revision of the commit that follows.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

impl fmt::Display for Revision {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// Everything a store holds, read in one transaction.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Loaded {
    /// The records, sorted by key.
    pub records: Vec<StoredRecord>,
    /// Rows without the shape of a record; they stay where they are.
    pub strays: Vec<RawRecord>,
    /// The last commit.
    pub revision: Revision,
}

impl Loaded {
    /// Whether nothing was ever committed here.
    pub fn is_untouched(&self) -> bool {
        self.records.is_empty() && self.strays.is_empty() && self.revision == Revision(0)
    }
}

/// What becomes of one record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// It gets this body.
    Put(String),
    /// It goes.
    Delete,
}

/// The changes of one commit, at most one for each record.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Batch {
    /// The changes by record.
    pub changes: BTreeMap<RecordKey, Change>,
    /// The commit these changes build on: the last one whose records are known.
    pub base: Revision,
    /// Whether the changes hold everything the base held, so that they may be
    /// written into a store that has lost it. Nothing else is deleted.
    pub whole: bool,
}

/// What a commit did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Committed {
    /// The number of this commit. More than one above the base: others
    /// committed meanwhile, and their records are worth loading.
    pub revision: Revision,
    /// Records that somebody wrote after the base and this commit replaced or
    /// deleted, as they stood before, so that no edit is lost without a trace.
    pub overwritten: Vec<StoredRecord>,
    /// Projects this commit wrote records of although the store no longer
    /// holds their own: another tab has deleted them meanwhile. Whoever knows
    /// them whole writes them again, or their records belong to nothing.
    pub headless: Vec<Id>,
}

/// Why a store did not do as asked. Whatever the variant, the store still
/// holds what it held before the call.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The browser's settings forbid this page to store anything.
    #[error("storage is switched off for this page")]
    Denied,
    /// Another tab keeps the database open in an older version.
    #[error("another tab holds an older version open")]
    Blocked,
    /// A newer version of the app has changed the database.
    #[error("a newer version of the app owns the stored data")]
    NewerVersion,
    /// The connection was closed because a newer version of the app, in
    /// another tab, is changing the database.
    #[error("a newer version of the app took over in another tab")]
    VersionChanged,
    /// The space the browser grants, or the disk, is full.
    #[error("the storage is full")]
    QuotaExceeded,
    /// The transaction was taken back; the text is the browser's reason.
    #[error("the transaction was aborted: {0}")]
    Aborted(String),
    /// The store does not answer; the text is the browser's reason.
    #[error("the store is unavailable: {0}")]
    Unavailable(String),
    /// The store has lost commits that this session had read or written:
    /// it was emptied or replaced behind the session's back.
    #[error("the store stands at commit {found}, but {expected} was there before")]
    LostGround {
        /// The commit the store stands at.
        found: Revision,
        /// The commit the batch builds on.
        expected: Revision,
    },
    /// The batch would overwrite or delete a record that could not be opened.
    #[error("record {0} could not be opened and must not be overwritten")]
    Quarantined(RecordKey),
}

impl StoreError {
    /// Whether the same call may succeed later without anybody's doing more
    /// than, say, freeing space or closing another tab.
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Blocked | Self::QuotaExceeded | Self::Aborted(_) | Self::Unavailable(_) => true,
            Self::Denied
            | Self::NewerVersion
            | Self::VersionChanged
            | Self::LostGround { .. }
            | Self::Quarantined(_) => false,
        }
    }
}

/// A durable place for records.
pub trait RecordStore {
    /// Reads everything, in one transaction.
    fn load(&self) -> impl Future<Output = Result<Loaded, StoreError>>;

    /// Makes all changes of the batch or none, and returns once they are
    /// durable.
    ///
    /// A base older than the store's last commit is no error: another tab may
    /// edit other records. Its edits of the same records come back in
    /// [`Committed::overwritten`]. A base *newer* than the store's last commit
    /// is [`StoreError::LostGround`], unless the batch is [`Batch::whole`].
    fn commit(&self, batch: Batch) -> impl Future<Output = Result<Committed, StoreError>>;
}

impl<S: RecordStore> RecordStore for &S {
    fn load(&self) -> impl Future<Output = Result<Loaded, StoreError>> {
        (**self).load()
    }

    fn commit(&self, batch: Batch) -> impl Future<Output = Result<Committed, StoreError>> {
        (**self).commit(batch)
    }
}

impl Batch {
    /// The number the commit of this batch gets in a store that stands at
    /// `current`, or the refusal if that store has lost what it builds on.
    pub fn revision_after(&self, current: Revision) -> Result<Revision, StoreError> {
        if current < self.base && !self.whole {
            return Err(StoreError::LostGround { found: current, expected: self.base });
        }
        Ok(current.max(self.base).next())
    }

    /// The keys of the projects' own records that must be there after this
    /// batch, for what it writes to belong to something.
    pub fn heads(&self) -> BTreeSet<RecordKey> {
        let written = self.changes.iter().filter(|(_, change)| matches!(change, Change::Put(_)));
        written.map(|(key, _)| key.head()).collect()
    }

    /// Whether this batch, by changing `before`, takes an edit from somebody
    /// who made it after the base.
    pub fn overwrites(&self, before: &StoredRecord) -> bool {
        let replaced = match self.changes.get(&before.key) {
            None => false,
            Some(Change::Delete) => true,
            Some(Change::Put(body)) => *body != before.body,
        };
        replaced && before.revision > self.base
    }
}
