//! Data of an older format, brought up to date one format at a time.

use crate::storage::envelope::{CURRENT_FORMAT, Envelope, EnvelopeError};
use crate::storage::record::RecordKey;
use serde_json::Value;

/// Rewrites the data of one record from one format to the next. The key tells
/// what kind of record it is; the error says in English what did not fit.
pub type Step = fn(RecordKey, Value) -> Result<Value, String>;

/// The steps: the entry at place `n` leads from format `n + 1` to `n + 2`.
/// Format 1 is the first and the current one, so there is none yet.
pub const STEPS: &[Step] = &[];

// The newest format is where the last step leads.
const _: () = assert!(STEPS.len() + 1 == CURRENT_FORMAT as usize);

/// Brings the data of an opened envelope to [`CURRENT_FORMAT`].
///
/// Nothing is written: the migrated record is stored when it next changes, or
/// in one batch with all others, so that an interrupted migration leaves the
/// old text and running it again gives the same result.
pub fn upgrade(key: RecordKey, envelope: Envelope) -> Result<Envelope, EnvelopeError> {
    upgrade_with(key, envelope, STEPS)
}

/// As [`upgrade`], with a table of steps of one's own.
pub fn upgrade_with(
    key: RecordKey,
    mut envelope: Envelope,
    steps: &[Step],
) -> Result<Envelope, EnvelopeError> {
    let done = usize::try_from(envelope.format.saturating_sub(1)).unwrap_or(usize::MAX);
    for step in steps.iter().skip(done) {
        let from = envelope.format;
        envelope.data =
            step(key, envelope.data).map_err(|fault| EnvelopeError::NotMigrated { from, fault })?;
        envelope.format += 1;
    }
    Ok(envelope)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::envelope::{open, open_known, seal};
    use crate::storage::testing::key;
    use serde_json::json;

    /// Every format ever released, as its version wrote it.
    const RELEASED: [&str; 1] = [r#"{"format":1,"position":4,"data":{"name":"Umsatz"}}"#];

    fn rename(_: RecordKey, mut data: Value) -> Result<Value, String> {
        let fields = data.as_object_mut().ok_or("no object")?;
        let name = fields.shift_remove("name").ok_or("no name")?;
        fields.insert("title".to_string(), name);
        Ok(data)
    }

    fn note_kind(key: RecordKey, mut data: Value) -> Result<Value, String> {
        let fields = data.as_object_mut().ok_or("no object")?;
        fields.insert("kind".to_string(), json!(key.record().as_str().get(..1)));
        Ok(data)
    }

    fn open_with(body: &str, steps: &[Step]) -> Result<Envelope, EnvelopeError> {
        let known = u32::try_from(steps.len()).expect("few steps") + 1;
        upgrade_with(key(1), open_known(body, known)?, steps)
    }

    #[test]
    fn every_released_format_opens_as_the_current_one() {
        for body in RELEASED {
            let envelope = open(body).and_then(|envelope| upgrade(key(1), envelope));
            assert_eq!(envelope.map(|envelope| envelope.format), Ok(CURRENT_FORMAT));
        }
        assert_eq!(RELEASED.len(), CURRENT_FORMAT as usize, "a fixture for each format");
    }

    #[test]
    fn each_step_is_taken_once_and_in_order_from_the_format_found() {
        let steps: &[Step] = &[rename, note_kind];
        let oldest = open_with(RELEASED[0], steps).expect("migrates");
        let data = json!({"title": "Umsatz", "kind": "i"});
        assert_eq!(oldest, Envelope { format: 3, position: 4, data: data.clone() });

        let middle = seal(2, 4, json!({"title": "Umsatz"}));
        assert_eq!(open_with(&middle, steps).map(|found| found.data), Ok(data));

        // Running it again on its own result changes nothing.
        let again = seal(oldest.format, oldest.position, oldest.data.clone());
        assert_eq!(open_with(&again, steps), Ok(oldest));
    }

    #[test]
    fn data_that_do_not_fit_a_step_are_refused_with_the_format() {
        let steps: &[Step] = &[note_kind, rename];
        let refused = open_with(&seal(1, 0, json!({})), steps);
        let fault = "no name".to_string();
        assert_eq!(refused, Err(EnvelopeError::NotMigrated { from: 2, fault }));
    }
}
