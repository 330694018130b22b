//! Messages in components: every text is read through [`Texts`], so that the
//! language switches without a reload.
//!
//! A language comes in two files: the words of the first screen and the frame,
//! without which nothing starts, and all others, fetched with the first part
//! that shows more.

use crate::i18n::{Arg, Catalogue, InWords, Language};
use js_sys::Promise;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;
use std::future::Future;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// Messages by key.
pub type Words = BTreeMap<String, String>;

/// The messages of the language in use, as a signal.
#[derive(Clone, Copy)]
pub struct Texts(RwSignal<Catalogue>);

impl Texts {
    /// Texts that have the words of the first screen.
    pub fn new(language: Language, first: Words) -> Self {
        Self(RwSignal::new(Catalogue::from_map(language, first)))
    }

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

    /// The language in use, without tracking, for event handlers.
    pub fn language_now(self) -> Language {
        self.0.with_untracked(Catalogue::language)
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

/// The words beyond the first screen's: whether they are here, and their fetch.
#[derive(Clone, Copy)]
pub struct AllWords {
    texts: Texts,
    whole: StoredValue<bool>,
    /// The fetch, while it goes on.
    pending: StoredValue<Option<Promise>, LocalStorage>,
}

impl AllWords {
    /// For texts that have the words of the first screen.
    pub fn new(texts: Texts) -> Self {
        Self { texts, whole: StoredValue::new(false), pending: StoredValue::new_local(None) }
    }

    /// The words of this page.
    ///
    /// # Panics
    /// Outside of [`App`](super::app::App), which is a mistake in the code.
    pub fn here() -> Self {
        expect_context()
    }

    /// Sees to it that all words of the language are here; `false` if they did
    /// not arrive. The fetch begins with the call, not with the first look at
    /// what it gives.
    pub fn complete(self) -> impl Future<Output = bool> {
        let pending = (!self.whole.get_value()).then(|| self.fetch());
        async move {
            match pending {
                Some(fetch) => JsFuture::from(fetch).await.is_ok(),
                None => true,
            }
        }
    }

    fn fetch(self) -> Promise {
        if let Some(pending) = self.pending.get_value() {
            return pending;
        }
        let language = self.texts.language_now();
        let fetch = future_to_promise(async move {
            let words = load_all(language).await;
            self.pending.set_value(None);
            let words = words.ok_or(JsValue::UNDEFINED)?;
            // Another language may have been chosen meanwhile, whole.
            if self.texts.language_now() == language {
                self.take(language, words);
            }
            Ok(JsValue::UNDEFINED)
        });
        self.pending.set_value(Some(fetch.clone()));
        fetch
    }

    /// Changes the language once all its words are here; calls `failed` and
    /// leaves everything as it is when they do not arrive.
    pub fn switch(self, language: Language, failed: impl FnOnce() + 'static) {
        spawn_local(async move {
            match load_all(language).await {
                Some(words) => self.take(language, words),
                None => failed(),
            }
        });
    }

    fn take(self, language: Language, words: Words) {
        self.texts.0.set(Catalogue::from_map(language, words));
        self.whole.set_value(true);
    }
}

/// Fetches the words of the first screen of a language from the page's own
/// folder.
pub async fn load_first(language: Language) -> Option<Words> {
    load("data-texts", language).await
}

/// Fetches all words of a language.
async fn load_all(language: Language) -> Option<Words> {
    let mut words = load_first(language).await?;
    words.extend(load("data-words", language).await?);
    Some(words)
}

async fn load(attribute: &str, language: Language) -> Option<Words> {
    serde_json::from_str(&fetch_file(attribute, language).await?).ok()
}

/// Fetches a file of a language from the page's own folder; `attribute` names
/// what the build wrote its address into, without the language.
pub async fn fetch_file(attribute: &str, language: Language) -> Option<String> {
    let tag = match language {
        Language::English | Language::Pseudo => "en",
        Language::Chinese => "zh",
        Language::Russian => "ru",
    };
    let address =
        document().get_element_by_id("app")?.get_attribute(&format!("{attribute}-{tag}"))?;
    let response = JsFuture::from(window().fetch_with_str(&address)).await.ok()?;
    let response: web_sys::Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}
