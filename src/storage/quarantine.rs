//! Records that cannot be opened: set aside, listed, never overwritten.

use crate::storage::envelope::{CURRENT_FORMAT, Envelope, EnvelopeError, open};
use crate::storage::migrate::upgrade;
use crate::storage::record::RecordKey;
use crate::storage::store::{Batch, Change, Committed, Loaded, RecordStore, Revision, StoreError};
use serde_json::Value;
use std::future::Future;

/// Why a row was set aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Its envelope does not open, or its data are of a newer format.
    Envelope(EnvelopeError),
    /// Its envelope opens but the data are not what the workspace takes; the
    /// text says in English what does not fit, for the details view.
    Data(String),
    /// The row has not the shape of a record at all.
    Stray,
}

/// One row set aside, as it stands in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quarantined {
    /// The key as text, for the list and the file name of its download.
    pub key: String,
    /// The content, byte for byte.
    pub body: String,
    /// Why.
    pub reason: Reason,
}

/// All rows set aside.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Quarantine {
    rows: Vec<Quarantined>,
}

impl Quarantine {
    /// The rows, in the order of their keys.
    pub fn rows(&self) -> &[Quarantined] {
        &self.rows
    }

    /// Whether everything could be opened.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Sets a row aside.
    pub fn add(&mut self, row: Quarantined) {
        let place = self.rows.partition_point(|other| other.key <= row.key);
        self.rows.insert(place, row);
    }

    /// Whether this change would take a row set aside away. Writing the very
    /// same text is no loss: so a restored copy brings damaged rows back too.
    pub fn refuses(&self, key: RecordKey, change: &Change) -> bool {
        let text = key.to_string();
        let place = self.rows.binary_search_by(|row| row.key.as_str().cmp(&text));
        let row = place.ok().and_then(|place| self.rows.get(place));
        row.is_some_and(|row| !matches!(change, Change::Put(body) if *body == row.body))
    }

    /// The newest format met that is newer than ours, if any: then another,
    /// newer version of the app works on these data.
    pub fn newer_format(&self) -> Option<u64> {
        let format = |row: &Quarantined| match row.reason {
            Reason::Envelope(EnvelopeError::NewerFormat { found, .. }) => Some(found),
            _ => None,
        };
        self.rows.iter().filter_map(format).max()
    }

    /// Refuses a batch that touches a row set aside.
    pub fn check(&self, batch: &Batch) -> Result<(), StoreError> {
        match batch.changes.iter().find(|(key, change)| self.refuses(**key, change)) {
            Some((key, _)) => Err(StoreError::Quarantined(*key)),
            None => Ok(()),
        }
    }
}

/// One opened record.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenedRecord {
    /// Its key.
    pub key: RecordKey,
    /// Its place among its kind.
    pub position: u32,
    /// Its data in the current format.
    pub data: Value,
    /// Whether the stored text is of an older format.
    pub migrated: bool,
}

/// Loaded records, opened as far as they open.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Opened {
    /// The records, by position, then by key.
    pub records: Vec<OpenedRecord>,
    /// The others.
    pub quarantine: Quarantine,
    /// The commit they were loaded at.
    pub revision: Revision,
}

/// Opens every record and brings it to the current format; one that does not
/// open is set aside and the others still load.
pub fn open_all(loaded: Loaded) -> Opened {
    let mut opened = Opened { revision: loaded.revision, ..Opened::default() };
    for stray in loaded.strays {
        let reason = Reason::Stray;
        opened.quarantine.add(Quarantined { key: stray.key, body: stray.body, reason });
    }
    for record in loaded.records {
        let key = record.key;
        match open_one(key, &record.body) {
            Ok(record) => opened.records.push(record),
            Err(error) => opened.quarantine.add(Quarantined {
                key: key.to_string(),
                body: record.body,
                reason: Reason::Envelope(error),
            }),
        }
    }
    opened.records.sort_by_key(|record| (record.position, record.key));
    opened
}

fn open_one(key: RecordKey, body: &str) -> Result<OpenedRecord, EnvelopeError> {
    let found = open(body)?;
    let migrated = found.format < CURRENT_FORMAT;
    let Envelope { position, data, .. } = upgrade(key, found)?;
    Ok(OpenedRecord { key, position, data, migrated })
}

/// A store through which nothing set aside can be overwritten, by whatever
/// path a batch came about.
#[derive(Debug)]
pub struct Guarded<S> {
    inner: S,
    quarantine: Quarantine,
}

impl<S: RecordStore> Guarded<S> {
    /// Guards what a load of this store has set aside.
    pub fn new(inner: S, quarantine: Quarantine) -> Self {
        Self { inner, quarantine }
    }

    /// What is guarded.
    pub fn quarantine(&self) -> &Quarantine {
        &self.quarantine
    }
}

impl<S: RecordStore> RecordStore for Guarded<S> {
    fn load(&self) -> impl Future<Output = Result<Loaded, StoreError>> {
        self.inner.load()
    }

    async fn commit(&self, batch: Batch) -> Result<Committed, StoreError> {
        self.quarantine.check(&batch)?;
        self.inner.commit(batch).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::envelope::seal;
    use crate::storage::memory::MemoryStore;
    use crate::storage::record::{RawRecord, StoredRecord};
    use crate::storage::testing::{batch, done, key};
    use serde_json::json;

    const NEWER: &str = r#"{"format":9,"what":"we cannot know"}"#;
    const DAMAGED: &str = "{\"format\":1,\"pos\0\u{1}";

    fn store() -> MemoryStore {
        let good = |position| seal(1, position, json!({ "n": position }));
        let (second, first) = (good(8), good(3));
        let rows: [(u64, &str); 4] = [(1, &second), (2, NEWER), (3, DAMAGED), (4, &first)];
        let store = MemoryStore::new();
        done(store.commit(batch(0, &rows))).expect("commits");
        store
    }

    fn load(store: &impl RecordStore) -> Loaded {
        done(store.load()).expect("loads")
    }

    #[test]
    fn one_damaged_record_is_set_aside_and_the_others_load_in_order() {
        let opened = open_all(load(&store()));
        let keys: Vec<RecordKey> = opened.records.iter().map(|record| record.key).collect();
        assert_eq!(keys, [key(4), key(1)], "by position");
        let aside: Vec<(&str, &str)> = opened
            .quarantine
            .rows()
            .iter()
            .map(|row| (row.key.as_str(), row.body.as_str()))
            .collect();
        let (two, three) = (key(2).to_string(), key(3).to_string());
        assert_eq!(aside, [(two.as_str(), NEWER), (three.as_str(), DAMAGED)]);
        assert_eq!(opened.quarantine.newer_format(), Some(9));
    }

    #[test]
    fn what_is_set_aside_is_neither_overwritten_nor_deleted() {
        let store = store();
        let before = load(&store);
        let guarded = Guarded::new(&store, open_all(before.clone()).quarantine);
        for number in [2, 3] {
            let put = batch(1, &[(1, "new"), (number, "default")]);
            let refused = Err(StoreError::Quarantined(key(number)));
            assert_eq!(done(guarded.commit(put.clone())), refused);
            let whole = Batch { whole: true, ..put };
            assert_eq!(done(guarded.commit(whole)), refused);
            let mut delete = batch(1, &[]);
            delete.changes.insert(key(number), Change::Delete);
            assert_eq!(done(guarded.commit(delete)), refused);
        }
        assert_eq!(load(&guarded), before, "byte for byte, and nothing else written either");
        assert!(done(guarded.commit(batch(1, &[(1, "new"), (2, NEWER)]))).is_ok());
    }

    #[test]
    fn rows_of_a_foreign_shape_are_listed_and_stay() {
        let stray = RawRecord { key: "q1/x".to_string(), body: "{\"body\":7}".to_string() };
        let loaded = Loaded { strays: vec![stray], ..load(&store()) };
        let opened = open_all(loaded);
        let row = opened.quarantine.rows().last().expect("three rows");
        assert_eq!((row.key.as_str(), &row.reason), ("q1/x", &Reason::Stray));
    }

    #[test]
    fn data_the_workspace_refuses_can_be_set_aside_too() {
        let mut quarantine = Quarantine::default();
        for number in [5, 1, 3] {
            let reason = Reason::Data("value is not a number".to_string());
            quarantine.add(Quarantined {
                key: key(number).to_string(),
                body: String::new(),
                reason,
            });
        }
        let held: Vec<bool> =
            (1..=5).map(|number| quarantine.refuses(key(number), &Change::Delete)).collect();
        assert_eq!(held, [true, false, true, false, true]);
    }

    #[test]
    fn a_record_in_the_current_format_is_not_called_migrated() {
        let record = StoredRecord {
            key: key(1),
            body: seal(CURRENT_FORMAT, 0, json!(null)),
            revision: Revision(1),
        };
        let loaded = Loaded { records: vec![record], ..Loaded::default() };
        assert!(open_all(loaded).records.iter().all(|record| !record.migrated));
    }
}
