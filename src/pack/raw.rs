//! A pack as it is written in YAML, before anything is checked.
//!
//! Unknown fields are refused here. What can be missing or wrong without
//! stopping the reader is optional or plain text, so that `validate` can name
//! all problems of a file at once.

use super::problem::{Fact, Problem, locate};
use crate::plan::yaml::{self, Document, Limits};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The version of every content file.
const FORMAT_VERSION: u64 = 1;

/// The one field every version of the format has.
#[derive(Debug, Deserialize)]
struct RawHead {
    format_version: Option<u64>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPack {
    #[serde(rename = "format_version")]
    pub(super) _format_version: u64,
    pub(super) id: Option<String>,
    pub(super) version: Option<u32>,
    #[serde(default)]
    pub(super) sections: Vec<RawSection>,
    pub(super) verdict: Option<RawVerdict>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSection {
    pub(super) id: Option<String>,
    #[serde(default)]
    pub(super) questions: Vec<RawQuestion>,
}

/// A question or a sub-check.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawQuestion {
    pub(super) id: Option<String>,
    pub(super) gate: Option<bool>,
    pub(super) weight: Option<f64>,
    pub(super) scale: Option<String>,
    pub(super) proof: Option<String>,
    #[serde(default)]
    pub(super) checks: Vec<RawQuestion>,
    #[serde(default)]
    pub(super) sources: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawVerdict {
    #[serde(default)]
    pub(super) sources: Vec<String>,
    #[serde(default)]
    pub(super) rules: Vec<RawRule>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRule {
    pub(super) when: Option<String>,
    pub(super) then: Option<String>,
}

/// Reads the text of a content file through the one door for YAML.
pub(super) fn document(file: &str, text: &str) -> Result<Document, Problem> {
    yaml::read(text.as_bytes(), &Limits::CONTENT).map_err(|error| Problem::refused(file, error))
}

/// Reads what a document says as one of the types above.
pub(super) fn typed<T: DeserializeOwned>(file: &str, document: &Document) -> Result<T, Problem> {
    document.typed().map_err(|error| Problem::refused(file, error))
}

/// Opens a content file of the version this one reads; the one problem that
/// stops it otherwise.
pub(crate) fn open<T: DeserializeOwned>(file: &str, text: &str) -> Result<(Document, T), Problem> {
    let document = document(file, text)?;
    let head: RawHead = typed(file, &document)?;
    if head.format_version != Some(FORMAT_VERSION) {
        let fact = Fact::UnsupportedFormat { found: head.format_version };
        let mut problems = [Problem::new(file, "format_version", fact)];
        locate(&mut problems, text, &document);
        let [problem] = problems;
        return Err(problem);
    }
    let raw = typed(file, &document)?;
    Ok((document, raw))
}
