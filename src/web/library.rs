//! The indicator library of the page: a file of its own a language, fetched
//! when something first asks for it.

use super::texts::{Texts, fetch_file};
use crate::i18n::Language;
use crate::library::Shelf;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::sync::Arc;

thread_local! {
    /// The library in each language that was asked for.
    static SHELVES: RefCell<Vec<(Language, Arc<Shelf>)>> = const { RefCell::new(Vec::new()) };
}

/// The library in the language in use, as far as it is here.
#[derive(Clone, Copy)]
pub struct LibraryHere {
    shelf: RwSignal<Option<Arc<Shelf>>>,
    failed: RwSignal<bool>,
    texts: Texts,
}

impl LibraryHere {
    /// Fetches the library once `wanted` says so, and again with the language.
    pub fn when(wanted: impl Fn() -> bool + 'static) -> Self {
        let here =
            Self { shelf: RwSignal::new(None), failed: RwSignal::new(false), texts: Texts::here() };
        Effect::new(move |_| {
            if wanted() {
                here.fetch(here.texts.language());
            }
        });
        here
    }

    /// The library; `None` while it is on its way; tracks it.
    pub fn shelf(self) -> Option<Arc<Shelf>> {
        self.shelf.get()
    }

    /// Whether it did not arrive; tracks it.
    pub fn failed(self) -> bool {
        self.failed.get()
    }

    /// Asks for it again.
    pub fn again(self) {
        self.fetch(self.texts.language_now());
    }

    fn fetch(self, language: Language) {
        self.failed.set(false);
        if let Some(shelf) = known(language) {
            self.shelf.set(Some(shelf));
            return;
        }
        spawn_local(async move {
            let json = fetch_file("data-library", language).await;
            let found = json.and_then(|json| Shelf::served(language, &json)).map(Arc::new);
            if let Some(found) = &found {
                SHELVES.with_borrow_mut(|shelves| shelves.push((language, Arc::clone(found))));
            }
            // The page may be gone, or show another language by now.
            if self.texts.language_now() == language {
                let failed = found.is_none();
                self.shelf.try_set(found);
                self.failed.try_set(failed);
            }
        });
    }
}

fn known(language: Language) -> Option<Arc<Shelf>> {
    SHELVES.with_borrow(|shelves| {
        shelves.iter().find(|(own, _)| *own == language).map(|(_, shelf)| Arc::clone(shelf))
    })
}
