//! A pack as it is written in YAML, before anything is checked.
//!
//! Unknown fields are refused here. What can be missing or wrong without
//! stopping the reader is optional or plain text, so that `validate` can name
//! all problems of a file at once.

use super::problem::{Fact, Problem};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Largest content file that is read, in bytes.
pub(super) const MAX_BYTES: usize = 2 * 1024 * 1024;

/// The one field every version of the format has.
#[derive(Debug, Deserialize)]
pub(super) struct RawHead {
    pub(super) format_version: Option<u64>,
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

/// Reads YAML text of bounded size; the only place of this module that knows
/// the YAML reader.
pub(super) fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Problem> {
    if text.len() > MAX_BYTES {
        let fact = Fact::TooLarge { bytes: text.len(), most: MAX_BYTES };
        return Err(Problem::new(file, "", fact));
    }
    let text = text.trim_start_matches('\u{feff}');
    let reader = serde_yaml::Deserializer::from_str(text);
    serde_path_to_error::deserialize(reader).map_err(|error| {
        let path = error.path().to_string();
        let inner = error.into_inner();
        // The reader repeats its own idea of path and place in the text.
        let message = inner.to_string();
        let message = message.split(" at line ").next().unwrap_or_default();
        let message = message.strip_prefix(&format!("{path}: ")).unwrap_or(message);
        let fact = Fact::Unreadable { message: message.to_owned() };
        let path = if path == "." || path == "?" { String::new() } else { path };
        let line = inner.location().map(|place| place.line());
        Problem { line, ..Problem::new(file, path, fact) }
    })
}
