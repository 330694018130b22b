//! The note a closing page writes: edits that no commit has confirmed yet.
//!
//! A page that closes has no time for a transaction, but may write one text
//! into the browser's simple storage. The next start applies it.

use crate::storage::envelope::EnvelopeError;
use crate::storage::record::RecordKey;
use crate::storage::store::{Change, Revision};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The format of the journal's text.
pub const JOURNAL_FORMAT: u32 = 1;

/// Unconfirmed edits of one tab.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Journal {
    format: u32,
    /// The commit the edits build on.
    pub base: Revision,
    /// When it was written, in milliseconds since 1970 by the tab's clock.
    /// Only orders journals of one base.
    pub written_ms: u64,
    /// The edits by record.
    pub changes: BTreeMap<RecordKey, Change>,
}

impl Journal {
    /// A journal in the current format.
    pub fn new(base: Revision, written_ms: u64, changes: BTreeMap<RecordKey, Change>) -> Self {
        Self { format: JOURNAL_FORMAT, base, written_ms, changes }
    }

    /// Its text.
    pub fn text(&self) -> String {
        // Strings and integers only: there is always a text.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads its text.
    pub fn parse(text: &str) -> Result<Self, EnvelopeError> {
        super::boot::known_format(text, JOURNAL_FORMAT)?;
        Ok(serde_json::from_str(text)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::testing::key;

    #[test]
    fn a_journal_reads_back_and_its_text_is_fixed() {
        let changes = BTreeMap::from([
            (key(1), Change::Put("{\"format\":1}".to_string())),
            (key(2), Change::Delete),
        ]);
        let journal = Journal::new(Revision(7), 1_790_000_000_000, changes);
        let text = concat!(
            r#"{"format":1,"base":7,"written_ms":1790000000000,"changes":{"#,
            r#""p10000000/i10000000":{"put":"{\"format\":1}"},"p10000000/i20000000":"delete"}}"#
        );
        assert_eq!(journal.text(), text);
        assert_eq!(Journal::parse(text), Ok(journal));
    }

    #[test]
    fn a_newer_or_damaged_journal_is_refused() {
        let newer = EnvelopeError::NewerFormat { found: 2, known: 1 };
        assert_eq!(Journal::parse(r#"{"format":2,"edits":[]}"#), Err(newer));
        for text in ["", "{", r#"{"format":1,"base":1,"written_ms":1,"changes":{"x":"delete"}}"#] {
            assert!(
                matches!(Journal::parse(text), Err(EnvelopeError::Unreadable { .. })),
                "{text}"
            );
        }
    }
}
