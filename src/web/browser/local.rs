//! The simple storage: settings, and what a start needs when the database
//! fails. Never the only place of anything the user entered, but for the note
//! a closing page writes and for values begun and not entered yet.
//!
//! | key | holds |
//! |---|---|
//! | `crm-readiness:language`, `…:theme`, `…:you`, `…:shortcuts`, `…:imports` | settings, as JSON |
//! | `crm-readiness:begun` | values begun and not entered yet, as JSON |
//! | `crm-readiness:marker` | that something was saved here once |
//! | `crm-readiness:boot` | the boot copy |
//! | `crm-readiness:journal:<tab>` | unsaved edits of a tab that closed |
//!
//! The origin may hold keys of others: only these are read, written or
//! removed, and nothing is ever cleared.

use super::fault;
use crate::storage::{BootText, Journal, RawRecord};
use gloo_storage::errors::StorageError;
use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::JsValue;
use web_sys::Storage;

/// Why the simple storage did not do as asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LocalError {
    /// The browser's settings forbid it, or there is none.
    #[error("the simple storage is switched off")]
    Denied,
    /// There is no room.
    #[error("the simple storage is full")]
    Full,
    /// Something else; the text is the browser's reason.
    #[error("the simple storage failed: {0}")]
    Failed(String),
}

/// A setting of this browser, no part of any project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// The language of the page.
    Language,
    /// Light, dark or as the system has it.
    Theme,
    /// Who uses this browser, in each project.
    You,
    /// Whether single keys act on a question.
    Shortcuts,
    /// How the last tables of indicators were read.
    Imports,
    /// Values begun and not entered yet.
    Begun,
}

impl Setting {
    fn name(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Theme => "theme",
            Self::You => "you",
            Self::Shortcuts => "shortcuts",
            Self::Imports => "imports",
            Self::Begun => "begun",
        }
    }
}

/// The simple storage, under one namespace.
#[derive(Debug, Clone)]
pub struct Local {
    namespace: String,
}

impl Local {
    /// Tries whether the storage takes a key and gives it back.
    pub fn probe(namespace: &str) -> Result<Self, LocalError> {
        let local = Self { namespace: namespace.to_string() };
        let (storage, key) = (reach()?, local.key("probe"));
        let written = storage.set_item(&key, "1").map_err(|thrown| local_error(&thrown));
        match written {
            // A full storage still gives settings and the boot copy.
            Ok(()) | Err(LocalError::Full) => {}
            Err(error) => return Err(error),
        }
        storage.remove_item(&key).map_err(|thrown| local_error(&thrown))?;
        Ok(local)
    }

    fn key(&self, name: &str) -> String {
        format!("{}:{name}", self.namespace)
    }

    /// A setting, if it was ever made and can be read.
    pub fn setting(&self, setting: Setting) -> Option<String> {
        // gloo panics when storage is denied, which may happen at any time.
        reach().ok()?;
        LocalStorage::get(self.key(setting.name())).ok()
    }

    /// Makes a setting; `None` takes it back.
    pub fn set_setting(&self, setting: Setting, value: Option<&str>) -> Result<(), LocalError> {
        reach()?;
        let key = self.key(setting.name());
        if let Some(value) = value {
            return LocalStorage::set(key, value).map_err(gloo_error);
        }
        LocalStorage::delete(key);
        Ok(())
    }

    /// Whether something was saved here once.
    pub fn marker(&self) -> bool {
        self.text("marker").is_some()
    }

    /// Notes that something was saved here.
    pub fn mark(&self) -> Result<(), LocalError> {
        self.write("marker", "1")
    }

    /// The text of the boot copy.
    pub fn boot(&self) -> Option<String> {
        self.text("boot")
    }

    /// Keeps a boot copy and the marker; of what is too large only the marker.
    pub fn write_boot(&self, boot: &BootText) -> Result<(), LocalError> {
        self.mark()?;
        match boot {
            BootText::Copy(text) => self.write("boot", text),
            BootText::TooLarge => self.remove("boot"),
        }
    }

    /// The journals by their names, sorted.
    pub fn journals(&self) -> Vec<RawRecord> {
        let Ok(storage) = reach() else { return Vec::new() };
        let prefix = self.key("journal:");
        let count = storage.length().unwrap_or(0);
        let keys = (0..count).filter_map(|index| storage.key(index).ok().flatten());
        let ours = keys.filter_map(|key| key.strip_prefix(&prefix).map(String::from));
        let mut names: Vec<String> = ours.collect();
        names.sort();
        let read = |name: String| {
            let body = self.text(&format!("journal:{name}"))?;
            Some(RawRecord { key: name, body })
        };
        names.into_iter().filter_map(read).collect()
    }

    /// Writes the journal of a tab, at once: for a page that is closing. If
    /// there is no room the boot copy goes: it is a copy, these edits are not.
    pub fn write_journal(&self, tab: &str, journal: &Journal) -> Result<(), LocalError> {
        let (name, text) = (format!("journal:{tab}"), journal.text());
        match self.write(&name, &text) {
            Err(LocalError::Full) => {
                self.remove("boot")?;
                self.write(&name, &text)
            }
            result => result,
        }
    }

    /// Removes a journal whose edits are saved.
    pub fn remove_journal(&self, tab: &str) -> Result<(), LocalError> {
        self.remove(&format!("journal:{tab}"))
    }

    fn text(&self, name: &str) -> Option<String> {
        reach().ok()?.get_item(&self.key(name)).ok().flatten()
    }

    fn write(&self, name: &str, text: &str) -> Result<(), LocalError> {
        reach()?.set_item(&self.key(name), text).map_err(|thrown| local_error(&thrown))
    }

    fn remove(&self, name: &str) -> Result<(), LocalError> {
        reach()?.remove_item(&self.key(name)).map_err(|thrown| local_error(&thrown))
    }
}

/// The storage, unless the browser denies it.
fn reach() -> Result<Storage, LocalError> {
    let window = web_sys::window().ok_or(LocalError::Denied)?;
    match window.local_storage() {
        Ok(Some(storage)) => Ok(storage),
        Ok(None) => Err(LocalError::Denied),
        Err(thrown) => Err(local_error(&thrown)),
    }
}

fn local_error(thrown: &JsValue) -> LocalError {
    match fault::name(thrown).as_str() {
        "SecurityError" => LocalError::Denied,
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => LocalError::Full,
        _ => LocalError::Failed(fault::text(thrown)),
    }
}

fn gloo_error(error: StorageError) -> LocalError {
    match error {
        StorageError::JsError(error) if error.name == "QuotaExceededError" => LocalError::Full,
        error => LocalError::Failed(error.to_string()),
    }
}
