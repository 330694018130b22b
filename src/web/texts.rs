//! Messages in components: every text is read through [`Texts`], so that the
//! language switches without a reload.

use crate::i18n::{Arg, Catalogue, InWords, Language};
use leptos::prelude::*;

/// The messages of the language in use, as a signal.
#[derive(Clone, Copy)]
pub struct Texts(pub RwSignal<Catalogue>);

impl Texts {
    /// The messages of this page.
    ///
    /// # Panics
    /// Outside of [`App`](super::app::App), which is a mistake in the code.
    pub fn here() -> Self {
        expect_context()
    }

    /// A message without slots; tracks the language.
    pub fn text(self, key: &str) -> String {
        self.0.with(|catalogue| catalogue.text(key).into_owned())
    }

    /// A message with its slots filled; tracks the language.
    pub fn format(self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.0.with(|catalogue| catalogue.format(key, args))
    }

    /// A fact in words; tracks the language.
    pub fn say(self, fact: &impl InWords) -> String {
        self.0.with(|catalogue| fact.in_words(catalogue))
    }

    /// Anything that needs the whole catalogue; tracks the language.
    pub fn with<T>(self, read: impl FnOnce(&Catalogue) -> T) -> T {
        self.0.with(read)
    }

    /// The language in use; tracks it.
    pub fn language(self) -> Language {
        self.0.with(Catalogue::language)
    }
}

/// The text of a key as a closure, for views: `{t(key!("walk.next"))}`.
pub fn t(key: &'static str) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    let texts = Texts::here();
    move || texts.text(key)
}
