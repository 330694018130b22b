//! A store that fails when told to: for proving that no failure loses data.

use crate::storage::store::{Batch, Committed, Loaded, RecordStore, StoreError};
use std::cell::Cell;

/// Which call fails, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The number of the call, counting loads and commits together from 1.
    pub call: u64,
    /// What the call answers.
    pub error: StoreError,
    /// Whether a commit reaches the store all the same, as when only the
    /// confirmation is lost.
    pub after_commit: bool,
}

/// Passes calls on to another store, except those that a [`Fault`] names.
#[derive(Debug)]
pub struct FaultyStore<S> {
    inner: S,
    faults: Vec<Fault>,
    calls: Cell<u64>,
}

impl<S: RecordStore> FaultyStore<S> {
    /// Wraps a store.
    pub fn new(inner: S, faults: Vec<Fault>) -> Self {
        Self { inner, faults, calls: Cell::new(0) }
    }

    /// How many calls there have been.
    pub fn calls(&self) -> u64 {
        self.calls.get()
    }

    fn next_fault(&self) -> Option<&Fault> {
        let call = self.calls.get() + 1;
        self.calls.set(call);
        self.faults.iter().find(|fault| fault.call == call)
    }
}

impl<S: RecordStore> RecordStore for FaultyStore<S> {
    async fn load(&self) -> Result<Loaded, StoreError> {
        match self.next_fault() {
            Some(fault) => Err(fault.error.clone()),
            None => self.inner.load().await,
        }
    }

    async fn commit(&self, batch: Batch) -> Result<Committed, StoreError> {
        let Some(fault) = self.next_fault() else {
            return self.inner.commit(batch).await;
        };
        if fault.after_commit {
            self.inner.commit(batch).await?;
        }
        Err(fault.error.clone())
    }
}
