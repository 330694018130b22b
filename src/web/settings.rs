//! What this browser remembers beside the projects: language, theme, who uses it.

use super::browser::{Local, Setting};
use crate::i18n::Language;
use crate::storage::You;

/// The look of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

impl Theme {
    /// As offered in the menu.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The word stored and written on the root element.
    pub fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Reads the stored word; anything else counts as nothing said.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|theme| theme.word() == word).unwrap_or_default()
    }
}

/// The stored word for shortcuts switched off.
const OFF: &str = "off";

/// The settings of this browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The language chosen, or the browser's.
    pub language: Language,
    /// The look of the page.
    pub theme: Theme,
    /// Whether single keys act on a question.
    pub shortcuts: bool,
    /// Who uses this browser, in each project.
    pub you: You,
    /// How the last tables of indicators were read, as text: only the part that
    /// imports reads it.
    pub imports: String,
}

impl Settings {
    /// Reads what was stored, with the browser's preferences as second voice.
    pub fn read(local: Option<&Local>, preferences: &[&str]) -> Self {
        let stored = |setting| local.and_then(|local| local.setting(setting));
        let language = stored(Setting::Language).and_then(|tag| Language::from_tag(&tag));
        Self {
            language: language.unwrap_or_else(|| Language::from_preferences(preferences)),
            theme: Theme::from_word(&stored(Setting::Theme).unwrap_or_default()),
            shortcuts: stored(Setting::Shortcuts).as_deref() != Some(OFF),
            you: You::parse(&stored(Setting::You).unwrap_or_default()),
            imports: stored(Setting::Imports).unwrap_or_default(),
        }
    }

    /// Stores them. A browser that refuses keeps them for this visit only.
    pub fn write(&self, local: Option<&Local>) {
        if let Some(local) = local {
            let theme = (self.theme != Theme::System).then(|| self.theme.word());
            let _ = local.set_setting(Setting::Language, Some(self.language.tag()));
            let _ = local.set_setting(Setting::Theme, theme);
            let shortcuts = (!self.shortcuts).then_some(OFF);
            let _ = local.set_setting(Setting::Shortcuts, shortcuts);
            let you = (!self.you.is_empty()).then(|| self.you.to_string());
            let _ = local.set_setting(Setting::You, you.as_deref());
            let imports = (!self.imports.is_empty()).then_some(self.imports.as_str());
            let _ = local.set_setting(Setting::Imports, imports);
        }
    }
}
