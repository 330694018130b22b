//! Each way a browser may be found.

use super::*;
use crate::storage::boot::{BootText, boot_text};
use crate::storage::envelope::seal;
use crate::storage::journal::Journal;
use crate::storage::testing::key;
use serde_json::json;

fn body(name: &str) -> String {
    seal(1, 0, json!({ "name": name }))
}

fn row(number: u64, name: &str, revision: u64) -> StoredRecord {
    StoredRecord { key: key(number), body: body(name), revision: Revision(revision) }
}

fn loaded(revision: u64, records: Vec<StoredRecord>) -> Loaded {
    Loaded { records, strays: Vec::new(), revision: Revision(revision) }
}

fn text(loaded: &Loaded) -> Option<String> {
    match boot_text(loaded) {
        BootText::Copy(text) => Some(text),
        BootText::TooLarge => None,
    }
}

fn put(number: u64, name: &str) -> (RecordKey, Change) {
    (key(number), Change::Put(body(name)))
}

fn journal<const N: usize>(
    name: &str,
    base: u64,
    written_ms: u64,
    changes: [(RecordKey, Change); N],
) -> RawRecord {
    let journal = Journal::new(Revision(base), written_ms, BTreeMap::from(changes));
    RawRecord { key: name.to_string(), body: journal.text() }
}

/// A browser in which all is well.
fn sound() -> Found {
    let records = loaded(5, vec![row(1, "a", 4), row(2, "b", 5)]);
    Found { boot: text(&records), indexed: Ok(records), journals: vec![], marker: true }
}

fn names(start: &Start) -> Vec<String> {
    let name = |row: &StoredRecord| {
        crate::storage::open(&row.body).expect("opens").data["name"].as_str().map(String::from)
    };
    start.state.records.iter().filter_map(name).collect()
}

fn unopenable() -> StoreError {
    StoreError::Unavailable("internal error".to_string())
}

#[test]
fn an_intact_store_is_used_as_it_is() {
    let start = reconcile(sound());
    assert_eq!((start.origin, names(&start)), (Origin::Store, vec!["a".into(), "b".into()]));
    assert!(start.replay.changes.is_empty() && !start.settings_lost);
    assert_eq!(start.replay.base, Revision(5));
}

#[test]
fn a_first_visit_is_one_only_if_nothing_says_otherwise() {
    let nothing =
        || Found { indexed: Ok(Loaded::default()), boot: None, journals: vec![], marker: false };
    assert_eq!(reconcile(nothing()).origin, Origin::FirstVisit);
    let denied = reconcile(Found { indexed: Err(StoreError::Denied), ..nothing() });
    assert_eq!(denied.origin, Origin::FirstVisit);
    assert_eq!(denied.store_fault, Some(StoreError::Denied));

    let marker = reconcile(Found { marker: true, ..nothing() });
    assert_eq!(marker.origin, Origin::Vanished);
    let damaged = reconcile(Found { boot: Some("{\"form".to_string()), ..nothing() });
    assert_eq!(damaged.origin, Origin::Vanished);
    assert_eq!(damaged.set_aside.len(), 1, "the damaged copy is offered");
    let noted = journal("j", 3, 0, [put(1, "a")]);
    let noted = reconcile(Found { journals: vec![noted], ..nothing() });
    assert_eq!((noted.origin, noted.set_aside.len()), (Origin::Vanished, 1));
    assert!(noted.journals.is_empty(), "and stays where it is");
    let emptied = reconcile(Found { indexed: Ok(loaded(9, vec![])), ..nothing() });
    assert_eq!(emptied.origin, Origin::Store, "all records were deleted on purpose");
}

#[test]
fn an_emptied_store_is_restored_from_the_boot_copy_in_full() {
    let start = reconcile(Found { indexed: Ok(Loaded::default()), ..sound() });
    assert_eq!((start.origin, names(&start)), (Origin::BootCopy, vec!["a".into(), "b".into()]));
    assert!(start.replay.whole);
    assert_eq!(start.replay.changes.len(), 2);
    assert_eq!(start.replay.base, Revision(5));
}

#[test]
fn a_boot_copy_is_never_written_over_a_store_that_does_not_answer() {
    let start = reconcile(Found { indexed: Err(unopenable()), ..sound() });
    assert_eq!((start.origin, names(&start)), (Origin::BootCopy, vec!["a".into(), "b".into()]));
    assert_eq!(start.store_fault, Some(unopenable()));
    assert!(start.replay.changes.is_empty() && !start.replay.whole);
}

#[test]
fn a_store_that_does_not_answer_and_no_copy_is_said_and_journals_stay() {
    let journals = vec![journal("j", 5, 0, [put(1, "x")])];
    let found = Found { indexed: Err(unopenable()), boot: None, journals, marker: true };
    let start = reconcile(found);
    assert_eq!(start.origin, Origin::Unreachable);
    assert!(start.journals.is_empty() && start.state.records.is_empty());
}

#[test]
fn an_emptied_simple_storage_is_told() {
    let start = reconcile(Found { boot: None, marker: false, ..sound() });
    assert_eq!((start.origin, start.settings_lost), (Origin::Store, true));
}

#[test]
fn a_store_gone_back_in_time_is_mended_from_the_boot_copy() {
    let copy = loaded(7, vec![row(1, "a", 4), row(2, "b7", 7), row(3, "c", 6)]);
    let start = reconcile(Found { boot: text(&copy), ..sound() });
    assert_eq!(start.origin, Origin::Mended);
    assert_eq!(names(&start), ["a", "b7", "c"]);
    assert_eq!(start.replay.changes, BTreeMap::from([put(2, "b7"), put(3, "c")]));
    assert_eq!((start.replay.base, start.replay.whole), (Revision(7), true));
}

#[test]
fn a_damaged_boot_copy_beside_an_intact_store_is_set_aside() {
    let start = reconcile(Found { boot: Some("\u{1}".to_string()), ..sound() });
    assert_eq!(start.origin, Origin::Store);
    assert_eq!(start.set_aside, [RawRecord { key: "boot".into(), body: "\u{1}".into() }]);
}

#[test]
fn the_edits_of_a_closed_page_are_made_at_the_next_start() {
    let edits = [put(1, "a2"), (key(2), Change::Delete), put(3, "new")];
    let start = reconcile(Found { journals: vec![journal("j", 5, 0, edits.clone())], ..sound() });
    assert_eq!(names(&start), ["a2", "new"]);
    assert_eq!(start.replay.changes, BTreeMap::from(edits));
    assert_eq!((start.replay.base, start.replay.whole), (Revision(5), false));
    assert_eq!(start.journals, ["j"]);
    assert!(start.superseded.is_empty());
}

#[test]
fn a_first_visit_closed_at_once_keeps_its_edits() {
    let journals = vec![journal("j", 0, 0, [put(1, "a")])];
    let start =
        reconcile(Found { indexed: Ok(Loaded::default()), boot: None, journals, marker: false });
    assert_eq!((start.origin, names(&start)), (Origin::FirstVisit, vec!["a".to_string()]));
    assert_eq!(start.replay.changes.len(), 1);
}

#[test]
fn an_edit_in_flight_that_arrived_after_all_is_made_once() {
    let journals = vec![journal("j", 4, 0, [put(2, "b")])];
    let start = reconcile(Found { journals, ..sound() });
    assert!(start.replay.changes.is_empty() && start.superseded.is_empty());
    assert_eq!(start.journals, ["j"], "it may go");
}

#[test]
fn a_journal_older_than_a_records_last_commit_does_not_undo_it() {
    let journals = vec![journal("j", 4, 0, [put(1, "a2"), put(2, "stale")])];
    let start = reconcile(Found { journals, ..sound() });
    assert_eq!(names(&start), ["a2", "b"]);
    assert_eq!(start.superseded, [put(2, "stale")]);
}

#[test]
fn of_two_closed_tabs_the_later_edit_stands_and_the_other_is_kept() {
    let later = journal("a-later", 5, 20, [put(1, "later")]);
    let earlier = journal("b-earlier", 5, 10, [put(1, "earlier"), put(2, "b2")]);
    let start = reconcile(Found { journals: vec![later, earlier], ..sound() });
    assert_eq!(names(&start), ["later", "b2"]);
    assert_eq!(start.superseded, [put(1, "earlier")]);
    assert_eq!(start.journals, ["b-earlier", "a-later"]);
}

#[test]
fn a_journal_overwrites_no_record_that_does_not_open() {
    let mut damaged = row(1, "", 4);
    damaged.body = r#"{"format":9}"#.to_string();
    let indexed = Ok(loaded(5, vec![damaged.clone()]));
    let journals = vec![journal("j", 5, 0, [put(1, "default")])];
    let start = reconcile(Found { indexed, journals, boot: None, marker: true });
    assert_eq!(start.state.records, [damaged]);
    assert_eq!(start.superseded, [put(1, "default")]);
    assert!(start.replay.changes.is_empty());
}

#[test]
fn a_damaged_journal_is_set_aside_and_the_others_apply() {
    let broken = RawRecord { key: "broken".into(), body: "{\"format\":1,".into() };
    let whole = journal("whole", 5, 0, [put(1, "a2")]);
    let start = reconcile(Found { journals: vec![broken.clone(), whole], ..sound() });
    assert_eq!(start.set_aside, [broken]);
    assert_eq!(
        (names(&start), start.journals),
        (vec!["a2".into(), "b".into()], vec!["whole".into()])
    );
}
