//! Damaged stores: whatever a browser hands back, each text is opened, set
//! aside or left for later, and none is lost.

use super::{record_data, record_from};
use crate::base::testing::{Dice, fuzz, mutate};
use crate::plan::file::read_plan;
use crate::storage::{
    BootText, Change, Found, Journal, Loaded, RawRecord, RecordKey, Revision, StoredRecord,
    boot_text, open_all, reconcile, seal,
};
use crate::workspace::{Slot, Workspace};
use std::collections::BTreeMap;

const PLANS: [&str; 5] = [
    include_str!("../../../tests/fixtures/plan/v1-department.yaml"),
    include_str!("../../../tests/fixtures/plan/v1-fit.yaml"),
    include_str!("../../../tests/fixtures/plan/v1-goals.yaml"),
    include_str!("../../../tests/fixtures/plan/v1-registers.yaml"),
    include_str!("../../../tests/fixtures/plan/v1.yaml"),
];

/// What stored texts are made of, right and wrong.
const PIECES: [&str; 32] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u0000",
    "\\ud800",
    "null",
    "true",
    "-1",
    "0",
    "1e400",
    "1e15",
    "0.1",
    "\"format\":2",
    "\"format\":0",
    "\"position\":4294967296",
    "\"data\":",
    "\"value\":",
    "\"id\":",
    "\"2026-10\"",
    "\"2026-W60\"",
    "\"met\"",
    "\"kind\":",
    "\"owner\":",
    "\"h0000v1aa\"",
    "\"put\":",
    "项",
    "\u{0}",
];

/// The records of every plan as they are stored.
fn stored() -> Vec<StoredRecord> {
    let projects = PLANS.map(|text| read_plan(text.as_bytes()).expect("a fixture opens").0);
    let records = projects.iter().flat_map(|project| {
        project.slots().into_iter().map(|slot| {
            let key = RecordKey::new(project.head.id, slot.record.id()).expect("a project's id");
            let body = seal(1, slot.position, record_data(&slot.record));
            StoredRecord { key, body, revision: Revision(3) }
        })
    });
    records.collect()
}

fn damaged(dice: &mut Dice, text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    mutate(dice, &mut bytes, &PIECES);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A few records, some of them damaged, with a boot copy and a journal that
/// may be as well.
fn found(dice: &mut Dice, stored: &[StoredRecord]) -> Found {
    let mut rows = BTreeMap::new();
    for _ in 0..=dice.roll(3) {
        let mut row = dice.one(stored).clone();
        if dice.roll(2) == 0 {
            row.body = damaged(dice, &row.body);
        }
        rows.insert(row.key, row);
    }
    let records: Vec<StoredRecord> = rows.into_values().collect();
    let revision = Revision(u64::try_from(dice.roll(5)).unwrap_or(0));
    let loaded = Loaded { records, strays: Vec::new(), revision };
    let boot = match (dice.roll(4), boot_text(&loaded)) {
        (0, BootText::Copy(text)) => Some(damaged(dice, &text)),
        (1, BootText::Copy(text)) => Some(text),
        _ => None,
    };
    let note = dice.one(stored);
    let edit = Change::Put(damaged(dice, &note.body));
    let journal = Journal::new(revision, 0, BTreeMap::from([(note.key, edit)])).text();
    let journals = match dice.roll(4) {
        0 => vec![RawRecord { key: "tab".to_owned(), body: damaged(dice, &journal) }],
        1 => vec![RawRecord { key: "tab".to_owned(), body: journal }],
        _ => Vec::new(),
    };
    let indexed = match dice.roll(8) {
        0 => Ok(Loaded::default()),
        1 => Err(crate::storage::StoreError::Denied),
        _ => Ok(loaded),
    };
    Found { indexed, boot, journals, marker: dice.roll(2) == 0 }
}

#[test]
fn damaged_stores_open_as_far_as_they_open_and_lose_nothing() {
    let stored = stored();
    fuzz("stored state", |dice| {
        let found = found(dice, &stored);
        let texts = found.journals.len() + usize::from(found.boot.is_some());
        let start = reconcile(found);
        assert!(start.set_aside.len() <= texts);
        let held = start.state.records.len() + start.state.strays.len();
        let opened = open_all(start.state);
        assert_eq!(opened.records.len() + opened.quarantine.rows().len(), held);
        let mut slots = Vec::new();
        let mut refused = 0;
        for row in opened.records {
            let Ok(record) = record_from(row.key.record(), &row.data) else {
                refused += 1;
                continue;
            };
            let again = record_from(record.id(), &record_data(&record));
            assert_eq!(again.as_ref(), Ok(&record));
            slots.push((row.key.project(), Slot { position: row.position, record }));
        }
        let whole = refused == 0 && opened.quarantine.is_empty();
        let read = slots.len();
        let (workspace, orphans) = Workspace::from_slots(slots);
        let placed: usize = workspace.projects.iter().map(|project| project.slots().len()).sum();
        // Two measurements of one period are one place.
        assert!(placed + orphans.len() <= read);
        whole
    });
}
