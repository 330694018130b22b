//! What this browser remembers beside the projects: language, theme, who
//! "you" are.

use crate::i18n::Language;
use serde::{Deserialize, Serialize};

/// The settings as stored; unknown words count as nothing said.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// `en`, `zh-Hans`, `ru`; empty: the browser's.
    pub language: String,
    /// `light`, `dark`; empty: the system's.
    pub theme: String,
    /// Whether single-key shortcuts are off.
    pub shortcuts_off: bool,
}

impl Settings {
    /// The language to show, with the browser's preferences as second voice.
    pub fn language(&self, preferences: &[&str]) -> Language {
        let own = self.language.as_str();
        Language::from_tag(own).unwrap_or_else(|| Language::from_preferences(preferences))
    }
}
