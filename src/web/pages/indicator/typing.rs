//! From what is typed over a stored value to the value.

use super::Watched;
use super::cells::{Draft, RowError, Typed, read_row};
use crate::base::Period;
use crate::key;
use crate::kpi::{Actual, Measurement};
use crate::web::session::Session;
use crate::web::texts::Texts;
use crate::workspace::Record;
use leptos::prelude::*;

/// The measurement of a period.
fn stored_now(session: Session, watched: Watched, period: Period) -> Option<Measurement> {
    session.peek_project(watched.project, |found| {
        found.measurement(watched.indicator, period).cloned()
    })?
}

/// What is typed in a row as it reads now.
fn read_typed(
    texts: Texts,
    watched: Watched,
    typed: &Typed,
) -> Option<Result<Option<Actual>, RowError>> {
    watched
        .record
        .with_untracked(|record| record.as_ref().map(|record| read_row(typed, record, texts)))
}

/// Stores what was typed as far as it can be read already: a page that stops
/// before the field is left loses nothing. What is wrong with it is said when
/// it is left.
pub fn keep_typed(session: Session, texts: Texts, watched: Watched, period: Period, draft: Draft) {
    let Some(typed) = draft.typed.get_untracked() else { return };
    let Some(stored) = stored_now(session, watched, period) else { return };
    if let Some(Ok(Some(actual))) = read_typed(texts, watched, &typed) {
        let record = Record::Measurement(Measurement { actual, ..stored });
        session.save_typing(watched.project, "value", record);
    }
}

/// Takes what was typed over a stored value, if it can be read.
pub fn commit(session: Session, texts: Texts, watched: Watched, period: Period, draft: Draft) {
    let Some(typed) = draft.typed.get_untracked() else { return };
    let Some(stored) = stored_now(session, watched, period) else { return };
    match read_typed(texts, watched, &typed) {
        Some(Ok(Some(actual))) => {
            let record = Record::Measurement(Measurement { actual, ..stored });
            if session.save_typing(watched.project, "value", record) {
                draft.clear();
            }
        }
        Some(Ok(None)) if typed.is_empty() => {
            let text = texts.text(key!("indicator.value_missing"));
            draft.error.set(Some(RowError::of_value(text)));
        }
        // One of the counts is still to come.
        Some(Ok(None)) | None => draft.error.set(None),
        Some(Err(error)) => draft.error.set(Some(error)),
    }
}
