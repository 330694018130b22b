//! Scripted sessions on a store that fails.

use super::*;
use crate::storage::faulty::{Fault, FaultyStore};
use crate::storage::memory::MemoryStore;
use crate::storage::quarantine::{Quarantined, Reason};
use crate::storage::store::RecordStore;
use crate::storage::testing::{done, key};
use proptest::prelude::*;

type Model = BTreeMap<RecordKey, String>;

/// One edit: when it comes, which record, and its new body or its end.
#[derive(Debug, Clone)]
struct Edit {
    at: u64,
    record: u64,
    body: Option<String>,
}

fn edit(at: u64, record: u64, body: &str) -> Edit {
    Edit { at, record, body: (!body.is_empty()).then(|| body.to_string()) }
}

fn script() -> Vec<Edit> {
    vec![
        edit(0, 1, "a"),
        edit(10, 2, "b"),
        edit(240, 1, "a2"),
        edit(260, 3, "c"),
        edit(300, 1, "a3"),
        edit(700, 2, ""),
        edit(701, 3, "c2"),
        edit(1500, 2, "b again"),
        edit(1900, 4, "d"),
        edit(2400, 1, ""),
    ]
}

fn make(model: &mut Model, key: RecordKey, change: &Change) {
    match change {
        Change::Put(body) => model.insert(key, body.clone()),
        Change::Delete => model.remove(&key),
    };
}

fn held(store: &MemoryStore) -> Model {
    let loaded = done(store.load()).expect("loads");
    loaded.records.into_iter().map(|row| (row.key, row.body)).collect()
}

/// A session played millisecond by millisecond, checking after each that
/// nothing is lost, nothing half-written and "saved" is true.
struct Session {
    memory: MemoryStore,
    faults: Vec<Fault>,
    /// How long a commit takes.
    latency: u64,
}

impl Session {
    fn play(&self, edits: &[Edit]) -> u64 {
        let store = FaultyStore::new(&self.memory, self.faults.clone());
        let mut queue = SaveQueue::new(Revision(0), Quarantine::default());
        let mut states = vec![held(&self.memory)];
        let mut flight: Option<(u64, Batch)> = None;
        let mut next = 0;
        let end = edits.last().map_or(0, |edit| edit.at) + 5 * 60_000;
        let mut now = 0;
        while now <= end {
            while let Some(edit) = edits.get(next).filter(|edit| edit.at <= now) {
                let change = edit.body.clone().map_or(Change::Delete, Change::Put);
                let mut model = states.last().cloned().unwrap_or_default();
                make(&mut model, key(edit.record), &change);
                states.push(model);
                queue.change(key(edit.record), change, now).expect("no quarantine");
                next += 1;
            }
            if let Some((_, batch)) = flight.take_if(|(ends, _)| *ends <= now) {
                match done(store.commit(batch)) {
                    Ok(committed) => drop(queue.committed(committed)),
                    Err(error) => queue.failed(error, now),
                }
            }
            if let Some(batch) = queue.begin(now) {
                flight = Some((now + self.latency, batch));
            }
            self.check(&queue, &states);
            if next == edits.len() && queue.state() == SaveState::Saved {
                break;
            }
            now += 1;
        }
        assert_eq!(queue.state(), SaveState::Saved, "in the end everything is saved");
        store.calls()
    }

    fn check(&self, queue: &SaveQueue, states: &[Model]) {
        let stored = held(&self.memory);
        assert!(states.contains(&stored), "half-written: {stored:?}");
        let last = states.last().expect("the state before any edit");
        if queue.state() == SaveState::Saved {
            assert_eq!(&stored, last, "said saved");
        }
        let mut survives = stored;
        for (key, change) in queue.journal(0).map(|journal| journal.changes).unwrap_or_default() {
            make(&mut survives, key, &change);
        }
        assert_eq!(&survives, last, "stored and unsaved together are all edits");
    }
}

fn every_error() -> Vec<StoreError> {
    vec![StoreError::QuotaExceeded, StoreError::Aborted("disk".to_string()), StoreError::Blocked]
}

#[test]
fn whichever_call_fails_nothing_is_lost_or_half_written() {
    let calls = Session { memory: MemoryStore::new(), faults: vec![], latency: 30 }.play(&script());
    assert!(calls >= 4, "the script makes several commits, not {calls}");
    for call in 1..=calls {
        for error in every_error() {
            for after_commit in [false, true] {
                for latency in [0, 30, 600] {
                    let faults = vec![Fault { call, error: error.clone(), after_commit }];
                    Session { memory: MemoryStore::new(), faults, latency }.play(&script());
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn any_session_with_any_failures_ends_saved(
        edits in prop::collection::vec((0u64..900, 1u64..4, "[a-c]?"), 1..25),
        failing in prop::collection::btree_map(1u64..12, any::<bool>(), 0..6),
        latency in 0u64..700,
    ) {
        let mut at = 0;
        let mut edits: Vec<Edit> =
            edits.iter().map(|(gap, record, body)| { at += gap; edit(at, *record, body) }).collect();
        edits.sort_by_key(|edit| edit.at);
        let faults = failing.into_iter()
            .map(|(call, after_commit)| Fault { call, error: StoreError::QuotaExceeded, after_commit })
            .collect();
        Session { memory: MemoryStore::new(), faults, latency }.play(&edits);
    }
}

fn queue() -> SaveQueue {
    SaveQueue::new(Revision(3), Quarantine::default())
}

fn put(queue: &mut SaveQueue, record: u64, body: &str, now: u64) {
    queue.change(key(record), Change::Put(body.to_string()), now).expect("no quarantine");
}

fn committed(revision: u64) -> Committed {
    Committed { revision: Revision(revision), ..Committed::default() }
}

#[test]
fn edits_share_a_commit_for_250_ms_from_the_first_not_the_last() {
    let mut queue = queue();
    put(&mut queue, 1, "a", 1000);
    put(&mut queue, 1, "ab", 1200);
    assert_eq!(queue.due_in(1200), Some(50));
    assert_eq!(queue.begin(1249), None);
    let batch = queue.begin(1250).expect("due");
    assert_eq!(batch.changes, BTreeMap::from([(key(1), Change::Put("ab".to_string()))]));
    assert_eq!((batch.base, batch.whole), (Revision(3), false));
}

#[test]
fn only_one_commit_is_in_flight_and_saved_waits_for_all() {
    let mut queue = queue();
    put(&mut queue, 1, "a", 0);
    queue.begin(250).expect("due");
    put(&mut queue, 2, "b", 260);
    assert_eq!((queue.begin(9000), queue.due_in(9000)), (None, None));
    queue.committed(committed(4));
    assert_eq!(queue.state(), SaveState::Saving);
    assert_eq!(queue.begin(9000).map(|batch| batch.base), Some(Revision(4)));
    queue.committed(committed(5));
    assert_eq!(queue.state(), SaveState::Saved);
}

#[test]
fn a_failure_shows_until_a_commit_succeeds_and_retries_ever_less_often() {
    let mut queue = queue();
    put(&mut queue, 1, "a", 0);
    let mut waits = Vec::new();
    let mut now = 250;
    for _ in 0..7 {
        queue.begin(now).expect("due");
        queue.failed(StoreError::QuotaExceeded, now);
        assert_eq!(queue.state(), SaveState::NotSaved(StoreError::QuotaExceeded));
        let wait = queue.due_in(now).expect("retries");
        waits.push(wait);
        now += wait;
    }
    assert_eq!(waits, [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    queue.retry_now(now);
    queue.begin(now).expect("due at once");
    assert_eq!(queue.state(), SaveState::NotSaved(StoreError::QuotaExceeded), "not yet");
    queue.committed(committed(4));
    assert_eq!(queue.state(), SaveState::Saved);
}

#[test]
fn what_time_does_not_heal_is_not_retried_by_itself() {
    let mut queue = queue();
    put(&mut queue, 1, "a", 0);
    queue.begin(250).expect("due");
    queue.failed(StoreError::VersionChanged, 260);
    assert_eq!(queue.due_in(1_000_000), None);
    assert!(queue.journal(0).is_some(), "kept all the same");
    queue.retry_now(1_000_000);
    assert!(queue.begin(1_000_000).is_some());
}

#[test]
fn a_clock_set_back_delays_no_commit() {
    let mut queue = queue();
    put(&mut queue, 1, "a", 86_400_000);
    assert!(queue.begin(5).is_some());
}

#[test]
fn an_edit_of_a_record_set_aside_is_refused_and_spoils_no_batch() {
    let mut quarantine = Quarantine::default();
    let (held, body, reason) = (key(2), "{dam".to_string(), Reason::Stray);
    quarantine.add(Quarantined { key: held.to_string(), body: body.clone(), reason });
    let mut queue = SaveQueue::new(Revision(3), quarantine);
    let change = Change::Put("new".to_string());
    assert_eq!(queue.change(held, change.clone(), 0), Err(StoreError::Quarantined(held)));
    let changes = BTreeMap::from([(key(1), change.clone()), (held, change)]);
    queue.resume(Batch { changes, base: Revision(3), whole: true }, 0);
    assert_eq!(queue.begin(0).map(|batch| batch.changes.len()), Some(1));
    queue.committed(committed(4));
    // The damaged text itself may be written back.
    let changes = BTreeMap::from([(held, Change::Put(body))]);
    queue.resume(Batch { changes, base: Revision(3), whole: true }, 0);
    assert_eq!(queue.begin(0).map(|batch| batch.changes.len()), Some(1));
}

#[test]
fn what_is_resumed_never_overwrites_a_newer_edit() {
    let mut queue = queue();
    put(&mut queue, 1, "newer", 0);
    let older = |number| (key(number), Change::Put("older".to_string()));
    let changes = BTreeMap::from([older(1), older(2)]);
    queue.resume(Batch { changes, base: Revision(3), whole: true }, 1);
    let batch = queue.begin(1).expect("due at once");
    assert!(batch.whole);
    let newer = Change::Put("newer".to_string());
    assert_eq!(batch.changes, BTreeMap::from([(key(1), newer), older(2)]));
    queue.failed(StoreError::Blocked, 2);
    queue.retry_now(3);
    assert_eq!(queue.begin(3).map(|batch| batch.whole), Some(true), "still whole");
}

#[test]
fn an_emptied_store_is_filled_again_from_the_session() {
    let memory = MemoryStore::new();
    let mut queue = queue();
    put(&mut queue, 1, "a", 0);
    let lost = done(memory.commit(queue.begin(250).expect("due"))).expect_err("lost ground");
    queue.failed(lost, 251);
    let all = BTreeMap::from([
        (key(1), Change::Put("before".to_string())),
        (key(2), Change::Put("b".to_string())),
    ]);
    queue.resume(Batch { changes: all, base: Revision(3), whole: true }, 252);
    let answer = done(memory.commit(queue.begin(252).expect("due"))).expect("whole");
    assert_eq!(answer.revision, Revision(4));
    queue.committed(answer);
    assert_eq!(queue.state(), SaveState::Saved);
    let bodies: Vec<String> = held(&memory).into_values().collect();
    assert_eq!(bodies, ["a", "b"]);
}

#[test]
fn another_tabs_edit_that_was_replaced_comes_back_but_not_ones_own() {
    let memory = MemoryStore::new();
    let mut one = SaveQueue::new(Revision(0), Quarantine::default());
    let mut two = SaveQueue::new(Revision(0), Quarantine::default());
    let save = |queue: &mut SaveQueue, body: &str| {
        put(queue, 1, body, 0);
        let answer = done(memory.commit(queue.begin(250).expect("due"))).expect("commits");
        let foreign = queue.committed(answer);
        foreign.into_iter().map(|row| row.body).collect::<Vec<_>>()
    };
    assert_eq!(save(&mut one, "one"), [""; 0]);
    assert_eq!(save(&mut two, "two"), ["one"]);
    assert!(two.is_behind() && !one.is_behind());
    assert_eq!(save(&mut two, "two again"), [""; 0], "one's own edit is no loss");
    assert_eq!(save(&mut one, "one again"), ["two again"]);
    one.refreshed(Revision(4));
    assert!(!one.is_behind());
    assert_eq!(save(&mut one, "one at last"), [""; 0]);
}

#[test]
fn a_store_below_what_the_session_has_read_or_written_is_known_as_emptied() {
    let mut queue = SaveQueue::new(Revision(4), Quarantine::default());
    assert!(queue.is_at_least(Revision(4)) && queue.is_at_least(Revision(9)));
    assert!(!queue.is_at_least(Revision(3)) && !queue.is_at_least(Revision(0)));
    // Another tab committed 5 and 6 meanwhile: the own commit is number 7.
    queue.change(key(1), Change::Put("a".to_string()), 0).expect("taken");
    queue.begin(THROTTLE_MS).expect("due");
    queue.committed(committed(7));
    assert!(!queue.is_at_least(Revision(6)) && queue.is_at_least(Revision(7)));
}
