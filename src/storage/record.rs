//! Keys and stored texts of records.

use crate::base::{Id, IdKind};
use crate::storage::store::Revision;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Names one stored record: the project it belongs to and its own id.
///
/// The text form is `p…/i…`, for instance `p00000000/i4k7r2m9q`. The project's
/// own data stand under its id twice, `p…/p…`. Keys sort by project, then record.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct RecordKey {
    project: Id,
    record: Id,
}

/// Why a text is no key of a record.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a record key: expected a project id, `/` and a record id")]
pub struct KeyError(
    /// The text as found, at most 60 characters of it.
    pub String,
);

impl RecordKey {
    /// The key of a record of a project; `None` if `project` is no project's id.
    pub fn new(project: Id, record: Id) -> Option<Self> {
        (project.kind() == Some(IdKind::Project)).then_some(Self { project, record })
    }

    /// The project the record belongs to.
    pub fn project(self) -> Id {
        self.project
    }

    /// The id of the record itself.
    pub fn record(self) -> Id {
        self.record
    }

    /// The key of the project's own record.
    #[must_use]
    pub fn head(self) -> Self {
        Self { record: self.project, ..self }
    }
}

impl FromStr for RecordKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let read = || {
            let (project, record) = text.split_once('/')?;
            Self::new(Id::parse_any(project)?, Id::parse_any(record)?)
        };
        read().ok_or_else(|| KeyError(text.chars().take(60).collect()))
    }
}

impl TryFrom<String> for RecordKey {
    type Error = KeyError;

    fn try_from(text: String) -> Result<Self, KeyError> {
        text.parse()
    }
}

impl From<RecordKey> for String {
    fn from(key: RecordKey) -> Self {
        key.to_string()
    }
}

impl fmt::Display for RecordKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.project, self.record)
    }
}

impl fmt::Debug for RecordKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

/// One record as a store holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoredRecord {
    /// Its key.
    pub key: RecordKey,
    /// Its text, as [`crate::storage::seal`] made it; kept byte for byte even
    /// when it cannot be opened.
    pub body: String,
    /// The commit that wrote this body.
    pub revision: Revision,
}

/// A row of a store that is no record of ours as far as this version knows:
/// its key or its body is of a shape never written by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawRecord {
    /// The key as text.
    pub key: String,
    /// The content as text.
    pub body: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_key_is_a_project_id_a_slash_and_a_record_id() {
        let key: RecordKey = "p00000000/i4k7r2m9q".parse().expect("a key");
        assert_eq!(key.project().as_str(), "p00000000");
        assert_eq!(key.record().as_str(), "i4k7r2m9q");
        for text in ["", "p00000000", "i00000000/p00000000", "p00000000/i0/i0", "/", "p00000000/"] {
            assert_eq!(text.parse::<RecordKey>(), Err(KeyError(text.to_string())), "{text}");
        }
    }

    #[test]
    fn a_key_without_a_project_cannot_be_made() {
        let goal = Id::new(IdKind::Goal, 1);
        assert_eq!(RecordKey::new(goal, goal), None);
    }

    proptest! {
        #[test]
        fn keys_sort_as_their_texts_do(a in any::<[u64; 2]>(), b in any::<[u64; 2]>()) {
            let key = |[project, record]: [u64; 2]| {
                RecordKey::new(Id::new(IdKind::Project, project), Id::new(IdKind::Goal, record))
                    .expect("a project's id")
            };
            let (a, b) = (key(a), key(b));
            prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
            prop_assert_eq!(a.to_string().parse::<RecordKey>(), Ok(a));
        }
    }
}
