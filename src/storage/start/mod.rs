//! What the app starts from: the store, the boot copy and the journals weighed
//! against each other.

mod replay;

#[cfg(test)]
mod tests;

use crate::storage::boot::BootCopy;
use crate::storage::record::{RawRecord, RecordKey, StoredRecord};
use crate::storage::store::{Batch, Change, Loaded, Revision, StoreError};
use std::collections::BTreeMap;

/// The key under which a boot copy that does not open is set aside.
pub const BOOT_KEY: &str = "boot";

/// Everything a browser was found to hold.
#[derive(Debug, Clone)]
pub struct Found {
    /// What the durable store answered.
    pub indexed: Result<Loaded, StoreError>,
    /// The text of the boot copy.
    pub boot: Option<String>,
    /// The texts of the journals by their names.
    pub journals: Vec<RawRecord>,
    /// Whether the simple storage remembers that something was saved once.
    pub marker: bool,
}

/// Where the state of the session comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Nothing was ever saved here, as far as the browser can tell.
    FirstVisit,
    /// The durable store, as it should be.
    Store,
    /// The durable store, and from the boot copy what that store had lost.
    Mended,
    /// The boot copy: the store is empty, or cannot be read.
    BootCopy,
    /// Something was saved here, and the store that holds it cannot be read.
    /// Journals stay where they are.
    Unreachable,
    /// Something was saved here, and it is gone from both places.
    Vanished,
}

/// What to start from and what to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    /// Where `state` comes from.
    pub origin: Origin,
    /// The records to open, with the edits of journals already made.
    pub state: Loaded,
    /// What of `state` the durable store does not hold yet: for
    /// [`crate::storage::SaveQueue::resume`].
    pub replay: Batch,
    /// Names of the journals this start has dealt with: to be removed once
    /// everything is saved, and not before.
    pub journals: Vec<String>,
    /// Edits of journals that were not made because the record was written
    /// later by another tab, or cannot be opened.
    pub superseded: Vec<(RecordKey, Change)>,
    /// Texts that could not be used, byte for byte, to offer for download.
    pub set_aside: Vec<RawRecord>,
    /// Why the durable store could not be read, if so.
    pub store_fault: Option<StoreError>,
    /// Whether the simple storage has lost what it held, settings included,
    /// while the store is intact.
    pub settings_lost: bool,
}

/// Decides what to start from. Nothing is thrown away: what is not used is in
/// [`Start::superseded`] or [`Start::set_aside`].
pub fn reconcile(found: Found) -> Start {
    let mut set_aside = Vec::new();
    let had_boot = found.boot.is_some();
    let boot = found.boot.and_then(|text| {
        let copy = BootCopy::parse(&text).ok();
        if copy.is_none() {
            set_aside.push(RawRecord { key: BOOT_KEY.to_string(), body: text });
        }
        copy
    });
    let (mut journals, broken) = replay::read(found.journals);
    set_aside.extend(broken);
    // A journal that builds on a commit proves that there was one.
    let was_here =
        found.marker || had_boot || journals.iter().any(|(_, note)| note.base > Revision(0));

    let (indexed, store_fault) = match found.indexed {
        Ok(loaded) => (Some(loaded), None),
        Err(error) => (None, Some(error)),
    };
    let settings_lost = !found.marker && indexed.as_ref().is_some_and(|all| !all.is_untouched());
    let (origin, state, replay) = choose(indexed, boot, was_here);
    match origin {
        Origin::Unreachable => journals.clear(),
        // Edits without the records they belong to are no state to start from.
        Origin::Vanished => set_aside.extend(replay::as_texts(&mut journals)),
        Origin::FirstVisit | Origin::Store | Origin::Mended | Origin::BootCopy => {}
    }
    let start = Start {
        origin,
        state,
        replay,
        journals: Vec::new(),
        superseded: Vec::new(),
        set_aside,
        store_fault,
        settings_lost,
    };
    replay::apply(start, journals)
}

fn choose(
    indexed: Option<Loaded>,
    boot: Option<BootCopy>,
    was_here: bool,
) -> (Origin, Loaded, Batch) {
    match (indexed, boot) {
        (Some(loaded), boot) if !loaded.is_untouched() => mend(loaded, boot),
        (None, Some(copy)) => {
            // The store may hold newer records than the copy: nothing of the
            // copy is written over them when it answers again.
            let replay = Batch { base: copy.revision, ..Batch::default() };
            (Origin::BootCopy, state_of(copy), replay)
        }
        (Some(_), Some(copy)) => {
            let replay = whole(&copy.records, copy.revision);
            (Origin::BootCopy, state_of(copy), replay)
        }
        (indexed, None) => {
            let origin = match (was_here, indexed) {
                (false, _) => Origin::FirstVisit,
                (true, None) => Origin::Unreachable,
                (true, Some(_)) => Origin::Vanished,
            };
            (origin, Loaded::default(), Batch::default())
        }
    }
}

/// The store's records, and those the boot copy has from later commits: a boot
/// copy is written after its commit, so a later one means that the store went
/// back in time.
fn mend(loaded: Loaded, boot: Option<BootCopy>) -> (Origin, Loaded, Batch) {
    let Some(copy) = boot.filter(|copy| copy.revision > loaded.revision) else {
        let replay = Batch { base: loaded.revision, ..Batch::default() };
        return (Origin::Store, loaded, replay);
    };
    let later = copy.records.into_iter().filter(|record| record.revision > loaded.revision);
    let later: Vec<StoredRecord> = later.collect();
    let replay = whole(&later, copy.revision);
    let mut rows: BTreeMap<RecordKey, StoredRecord> =
        loaded.records.into_iter().map(|record| (record.key, record)).collect();
    rows.extend(later.into_iter().map(|record| (record.key, record)));
    let records = rows.into_values().collect();
    (Origin::Mended, Loaded { records, strays: loaded.strays, revision: copy.revision }, replay)
}

fn state_of(copy: BootCopy) -> Loaded {
    Loaded { records: copy.records, strays: Vec::new(), revision: copy.revision }
}

fn whole(records: &[StoredRecord], base: Revision) -> Batch {
    let put = |record: &StoredRecord| (record.key, Change::Put(record.body.clone()));
    Batch { changes: records.iter().map(put).collect(), base, whole: true }
}
