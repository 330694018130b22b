//! A store in memory, for tests. It is no stand-in for a browser that stores
//! nothing: what is only here must not be called saved.

use crate::storage::record::{RecordKey, StoredRecord};
use crate::storage::store::{Batch, Change, Committed, Loaded, RecordStore, Revision, StoreError};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Holds records as long as the value lives. Share it by reference to have
/// several sessions on one store.
#[derive(Debug, Default)]
pub struct MemoryStore {
    inner: RefCell<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    rows: BTreeMap<RecordKey, StoredRecord>,
    revision: Revision,
}

impl MemoryStore {
    /// An empty store.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Inner {
    fn commit(&mut self, batch: &Batch) -> Result<Committed, StoreError> {
        let revision = batch.revision_after(self.revision)?;
        let mut overwritten = Vec::new();
        for (&key, change) in &batch.changes {
            let before = match change {
                Change::Put(body) => {
                    self.rows.insert(key, StoredRecord { key, body: body.clone(), revision })
                }
                Change::Delete => self.rows.remove(&key),
            };
            overwritten.extend(before.filter(|before| batch.overwrites(before)));
        }
        let gone = batch.heads().into_iter().filter(|head| !self.rows.contains_key(head));
        let headless = gone.map(RecordKey::project).collect();
        self.revision = revision;
        Ok(Committed { revision, overwritten, headless })
    }
}

impl RecordStore for MemoryStore {
    async fn load(&self) -> Result<Loaded, StoreError> {
        let inner = self.inner.borrow();
        let records = inner.rows.values().cloned().collect();
        Ok(Loaded { records, strays: Vec::new(), revision: inner.revision })
    }

    async fn commit(&self, batch: Batch) -> Result<Committed, StoreError> {
        self.inner.borrow_mut().commit(&batch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;
    use crate::storage::testing::{batch, done, key};

    #[test]
    fn revisions_ascend_by_one_for_each_commit() {
        let store = MemoryStore::new();
        let first = done(store.commit(batch(0, &[(1, "a"), (2, "b")]))).expect("commits");
        let second = done(store.commit(batch(1, &[(1, "c")]))).expect("commits");
        assert_eq!((first.revision, second.revision), (Revision(1), Revision(2)));
        let loaded = done(store.load()).expect("loads");
        let row = |number, body: &str, revision| StoredRecord {
            key: key(number),
            body: body.to_string(),
            revision: Revision(revision),
        };
        assert_eq!(loaded.records, [row(1, "c", 2), row(2, "b", 1)]);
    }

    #[test]
    fn two_tabs_that_edit_different_records_lose_nothing() {
        let store = MemoryStore::new();
        done(store.commit(batch(0, &[(1, "a"), (2, "b")]))).expect("commits");
        let one = done(store.commit(batch(1, &[(1, "one")]))).expect("commits");
        let two = done(store.commit(batch(1, &[(2, "two")]))).expect("commits");
        assert_eq!((one.overwritten, two.overwritten), (vec![], vec![]));
        assert_eq!(two.revision, Revision(3), "more than one above the base: others were here");
        let bodies: Vec<String> =
            done(store.load()).expect("loads").records.into_iter().map(|row| row.body).collect();
        assert_eq!(bodies, ["one", "two"]);
    }

    #[test]
    fn the_later_edit_of_one_record_wins_and_returns_the_other() {
        let store = MemoryStore::new();
        done(store.commit(batch(0, &[(1, "a")]))).expect("commits");
        done(store.commit(batch(1, &[(1, "one")]))).expect("commits");
        let two = done(store.commit(batch(1, &[(1, "two")]))).expect("commits");
        let bodies: Vec<&str> = two.overwritten.iter().map(|row| row.body.as_str()).collect();
        assert_eq!(bodies, ["one"]);
    }

    #[test]
    fn records_written_into_a_project_that_another_tab_deleted_are_named() {
        let store = MemoryStore::new();
        let head = (key(1).head(), Change::Put("head".to_string()));
        let mut whole = batch(0, &[(1, "a"), (2, "b")]);
        whole.changes.extend([head.clone()]);
        let made = done(store.commit(whole)).expect("commits");
        let none: Vec<Id> = Vec::new();
        assert_eq!(made.headless, none, "its own record came along");
        let edit = done(store.commit(batch(1, &[(1, "c")]))).expect("commits");
        assert_eq!(edit.headless, none, "it is there already");

        let gone = [key(1).head(), key(1), key(2)].map(|key| (key, Change::Delete));
        let deletion = Batch { changes: gone.into(), base: Revision(2), whole: false };
        assert_eq!(done(store.commit(deletion)).expect("commits").headless, none);
        let late = done(store.commit(batch(2, &[(2, "late")]))).expect("commits");
        assert_eq!(late.headless, [key(1).project()]);
        let back = Batch { changes: [head].into(), base: Revision(2), whole: false };
        assert_eq!(done(store.commit(back)).expect("commits").headless, none);
    }

    #[test]
    fn an_emptied_store_takes_only_a_whole_batch() {
        let store = MemoryStore::new();
        let part = batch(7, &[(1, "a")]);
        let lost = StoreError::LostGround { found: Revision(0), expected: Revision(7) };
        assert_eq!(done(store.commit(part.clone())), Err(lost));
        assert!(done(store.load()).expect("loads").is_untouched());
        let whole = done(store.commit(Batch { whole: true, ..part })).expect("commits");
        assert_eq!(whole.revision, Revision(8), "still ascending");
    }
}
