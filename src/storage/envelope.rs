//! The text of a stored record: `{"format":1,"position":n,"data":{…}}`.
//!
//! The envelope says by which version of the app its data can be read, so that
//! no version ever guesses at, or rewrites, what a newer one wrote.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The format this version writes.
pub const CURRENT_FORMAT: u32 = 1;

/// A stored record's text, taken apart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Envelope {
    /// The format of `data`.
    pub format: u32,
    /// The place of the record among those of its kind, lowest first.
    pub position: u32,
    /// The record's own data, in the shape `format` says.
    pub data: Value,
}

/// Only what says the format; everything else may have changed since.
#[derive(Deserialize)]
pub(super) struct Head {
    pub format: u64,
}

/// Why a stored text does not open.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EnvelopeError {
    /// No JSON, or not of the shape an envelope has.
    #[error("unreadable at line {line}, column {column}: {fault}")]
    Unreadable {
        /// Line of the fault, from 1; 0 when it has no place.
        line: usize,
        /// Column of the fault, from 1; 0 when it has no place.
        column: usize,
        /// What the JSON reader said, in English, for the details view.
        fault: String,
    },
    /// A newer version of the app wrote it.
    #[error("format {found} is newer than {known}, the newest known here")]
    NewerFormat {
        /// The format found.
        found: u64,
        /// The newest format this version knows.
        known: u32,
    },
    /// A format number that no version ever wrote.
    #[error("there never was a format {found}")]
    NoSuchFormat {
        /// The format found.
        found: u32,
    },
    /// An older format whose data do not fit the migration to the next one.
    #[error("data of format {from} do not migrate: {fault}")]
    NotMigrated {
        /// The format at which it stopped.
        from: u32,
        /// What did not fit, in English, for the details view.
        fault: String,
    },
}

impl From<serde_json::Error> for EnvelopeError {
    fn from(error: serde_json::Error) -> Self {
        Self::Unreadable { line: error.line(), column: error.column(), fault: error.to_string() }
    }
}

/// Writes the text of a record in the given format.
pub fn seal(format: u32, position: u32, data: Value) -> String {
    let mut envelope = Map::new();
    envelope.insert("format".to_string(), format.into());
    envelope.insert("position".to_string(), position.into());
    envelope.insert("data".to_string(), data);
    Value::Object(envelope).to_string()
}

/// Takes a record's text apart if its format is at most [`CURRENT_FORMAT`].
/// The data are still those of the format found; see [`crate::storage::migrate`].
pub fn open(body: &str) -> Result<Envelope, EnvelopeError> {
    open_known(body, CURRENT_FORMAT)
}

/// As [`open`], for a version that knows formats up to `known`.
pub fn open_known(body: &str, known: u32) -> Result<Envelope, EnvelopeError> {
    // The format is read first: a newer envelope may look different altogether
    // and is then "newer", not "damaged".
    let Head { format: found } = serde_json::from_str(body)?;
    if found > u64::from(known) {
        return Err(EnvelopeError::NewerFormat { found, known });
    }
    let envelope: Envelope = serde_json::from_str(body)?;
    match envelope.format {
        0 => Err(EnvelopeError::NoSuchFormat { found: 0 }),
        _ => Ok(envelope),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn an_envelope_is_written_in_its_documented_form() {
        let text = seal(1, 7, json!({"name": "客户", "value": 85.5}));
        assert_eq!(text, r#"{"format":1,"position":7,"data":{"name":"客户","value":85.5}}"#);
    }

    #[test]
    fn a_newer_format_is_named_even_when_its_shape_is_unknown() {
        let text = r#"{"layout":"columns","format":2,"rows":[1,2]}"#;
        let newer = EnvelopeError::NewerFormat { found: 2, known: 1 };
        assert_eq!(open(text), Err(newer));
        let far = open(r#"{"format":18446744073709551615}"#);
        assert_eq!(far, Err(EnvelopeError::NewerFormat { found: u64::MAX, known: 1 }));
    }

    #[test]
    fn what_is_no_envelope_is_unreadable_with_its_place() {
        let damaged = [
            "",
            "null",
            "[]",
            "\0\0\0",
            r#"{"format":1,"position":1}"#,
            r#"{"format":1,"position":1,"data":{}}x"#,
            r#"{"format":1,"format":1,"position":1,"data":{}}"#,
            r#"{"format":1,"position":1,"data":{},"extra":0}"#,
            r#"{"format":1.5,"position":1,"data":{}}"#,
            r#"{"format":-1,"position":1,"data":{}}"#,
            r#"{"format":"1","position":1,"data":{}}"#,
            r#"{"format":1,"position":1,"data":1e400}"#,
        ];
        for text in damaged {
            assert!(matches!(open(text), Err(EnvelopeError::Unreadable { .. })), "{text}");
        }
        let Err(EnvelopeError::Unreadable { line, column, .. }) = open("{\n  \"format\": x") else {
            panic!("opened")
        };
        assert_eq!((line, column), (2, 13));
        let zero = open(r#"{"format":0,"position":1,"data":{}}"#);
        assert_eq!(zero, Err(EnvelopeError::NoSuchFormat { found: 0 }));
    }

    #[test]
    fn data_nested_a_hundred_thousand_deep_are_refused_not_followed() {
        let text = format!(r#"{{"format":1,"position":1,"data":{}"#, "[".repeat(100_000));
        assert!(matches!(open(&text), Err(EnvelopeError::Unreadable { .. })));
    }

    #[test]
    fn a_text_cut_off_at_any_byte_is_unreadable() {
        let text = seal(1, 3, json!({"name": "Заказы", "list": [1, 2.5, null]}));
        for (end, _) in text.char_indices() {
            assert!(open(&text[..end]).is_err(), "cut at {end}");
        }
    }

    proptest! {
        #[test]
        fn what_is_sealed_opens_unchanged(
            position: u32, name in ".*", value in -1e15f64..1e15, count: i64,
        ) {
            // Fifteen significant digits are the stated precision of stored numbers.
            let value: f64 = format!("{value:.14e}").parse().expect("a number");
            let data = json!({"name": name, "value": value, "count": count});
            let envelope = Envelope { format: 1, position, data: data.clone() };
            prop_assert_eq!(open(&seal(1, position, data)), Ok(envelope));
        }
    }
}
