//! The real message files, for unit tests of any module.

use super::{Catalogue, Language, source};
use std::path::Path;

/// The catalogue of a language as it will be served.
pub(crate) fn catalogue(language: Language) -> Catalogue {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/i18n/messages");
    let mut messages = source::load(&folder).expect("the message files are sound");
    let key = if language == Language::Pseudo { Language::English } else { language };
    Catalogue::from_map(language, messages.remove(&key).expect("every language is loaded"))
}

/// What a function says in English, Chinese and Russian.
pub(crate) fn in_all(say: impl Fn(&Catalogue) -> String) -> [String; 3] {
    Language::ALL.map(|language| say(&catalogue(language)))
}
