//! The edits of journals, made after the fact.

use super::Start;
use crate::storage::envelope::open;
use crate::storage::journal::Journal;
use crate::storage::record::{RawRecord, RecordKey, StoredRecord};
use crate::storage::store::{Change, Revision};
use std::collections::BTreeMap;

/// The journals that can be read, oldest first, and the texts of the others.
pub(super) fn read(texts: Vec<RawRecord>) -> (Vec<(String, Journal)>, Vec<RawRecord>) {
    let mut journals = Vec::new();
    let mut broken = Vec::new();
    for text in texts {
        match Journal::parse(&text.body) {
            Ok(journal) => journals.push((text.key, journal)),
            Err(_) => broken.push(text),
        }
    }
    journals.sort_by(|(a_name, a), (b_name, b)| {
        (a.base, a.written_ms, a_name).cmp(&(b.base, b.written_ms, b_name))
    });
    (journals, broken)
}

/// Takes the journals out, as texts.
pub(super) fn as_texts(journals: &mut Vec<(String, Journal)>) -> Vec<RawRecord> {
    let text = |(key, journal): (String, Journal)| RawRecord { key, body: journal.text() };
    std::mem::take(journals).into_iter().map(text).collect()
}

/// Makes the edits of the journals in a start's state, and notes them for the
/// next commit.
pub(super) fn apply(mut start: Start, journals: Vec<(String, Journal)>) -> Start {
    let records = std::mem::take(&mut start.state.records);
    let mut rows: BTreeMap<RecordKey, StoredRecord> =
        records.into_iter().map(|record| (record.key, record)).collect();
    let mut made: BTreeMap<RecordKey, Change> = BTreeMap::new();
    for (name, journal) in journals {
        for (key, change) in journal.changes {
            if !may_change(rows.get(&key), &change, journal.base) {
                start.superseded.push((key, change));
                continue;
            }
            if !differs(rows.get(&key), &change) {
                continue;
            }
            // Two tabs closed with an edit of one record: the later stands.
            start.superseded.extend(made.insert(key, change.clone()).map(|earlier| (key, earlier)));
            match change {
                Change::Put(body) => {
                    // Nothing has committed it yet: it is as old as the journal.
                    rows.insert(key, StoredRecord { key, body, revision: journal.base });
                }
                Change::Delete => {
                    rows.remove(&key);
                }
            }
        }
        start.journals.push(name);
    }
    start.replay.changes.extend(made);
    start.state.records = rows.into_values().collect();
    start
}

/// Whether no commit wrote the record after the edit's base, and the record is
/// one that opens: what does not is never overwritten.
fn may_change(row: Option<&StoredRecord>, change: &Change, base: Revision) -> bool {
    let Some(row) = row else { return true };
    let settled = row.revision <= base && open(&row.body).is_ok();
    settled || !differs(Some(row), change)
}

fn differs(row: Option<&StoredRecord>, change: &Change) -> bool {
    match (row, change) {
        (Some(row), Change::Put(body)) => row.body != *body,
        (Some(_), Change::Delete) | (None, Change::Put(_)) => true,
        (None, Change::Delete) => false,
    }
}
