//! The indicator library: search, groups, and each entry with its trap.

mod entry;
mod tools;

use self::entry::EntryItem;
use self::tools::Tools;
use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::library::{Group, Shelf};
use crate::route::{Place, Route};
use crate::web::components::focus::focus;
use crate::web::library::LibraryHere;
use crate::web::session::Here;
use crate::web::texts::{Texts, t};
use leptos::prelude::*;
use std::sync::Arc;

/// What is looked for, and where a find goes.
#[derive(Clone, Copy)]
pub(super) struct Looking {
    /// The words searched for.
    pub search: RwSignal<String>,
    /// The group looked at; all when `None`.
    pub group: RwSignal<Option<Group>>,
    /// The goal an indicator is added under.
    pub goal: RwSignal<Option<Id>>,
}

impl Looking {
    /// Shows an entry, whatever was searched for.
    pub fn show(self, entry: &str) {
        self.search.set(String::new());
        self.group.set(None);
        focus(&entry::details_id(entry));
    }
}

/// The library, once it is here.
#[component]
pub fn LibraryPage(
    /// The goal to add under.
    #[prop(optional_no_strip)]
    goal: Option<Id>,
) -> impl IntoView {
    let library = LibraryHere::when(|| true);
    let looking = Looking {
        search: RwSignal::new(String::new()),
        group: RwSignal::new(None),
        goal: RwSignal::new(goal),
    };
    let goals = Route::Project(Here::project(), Place::Goals).href();
    let shown = move || match (library.shelf(), library.failed()) {
        (Some(shelf), _) => view! { <Entries shelf=shelf looking=looking /> }.into_any(),
        (None, true) => view! { <Missing library=library /> }.into_any(),
        (None, false) => {
            view! { <p class="second waiting" role="status">{t(key!("frame.loading"))}</p> }
                .into_any()
        }
    };
    view! {
        <h1>{t(key!("library_page.heading"))}</h1>
        <p class="lead second">{t(key!("library_page.lead"))}</p>
        <p class="no-print"><a href=goals>{t(key!("frame.goals"))}</a></p>
        <Tools looking=looking />
        {shown}
    }
}

/// It did not arrive; another try.
#[component]
fn Missing(
    /// The library.
    library: LibraryHere,
) -> impl IntoView {
    view! {
        <p role="alert"><strong>{t(key!("library_page.missing"))}</strong> " " {t(key!("frame.part_missing_why"))}</p>
        <p>
            <button class="button button-primary" type="button" on:click=move |_| library.again()>
                {t(key!("frame.try_again"))}
            </button>
        </p>
    }
}

/// The ids of what is found in a group.
fn found(shelf: &Shelf, looking: Looking, group: Group) -> Vec<String> {
    if looking.group.get().is_some_and(|only| only != group) {
        return Vec::new();
    }
    looking.search.with(|search| {
        let entries = shelf.library.of(group).filter(|entry| shelf.matches(entry, search));
        entries.map(|entry| entry.id.clone()).collect()
    })
}

/// The entries that are found, by group, and how many they are.
#[component]
fn Entries(
    /// The library.
    shelf: Arc<Shelf>,
    /// What is looked for.
    looking: Looking,
) -> impl IntoView {
    let texts = Texts::here();
    let total = shelf.library.entries.len().to_string();
    let shelf = StoredValue::new(shelf);
    let groups = Group::ALL.map(|group| {
        (group, Memo::new(move |_| shelf.with_value(|shelf| found(shelf, looking, group))))
    });
    let says = move || {
        let count: usize = groups.iter().map(|(_, entries)| entries.with(Vec::len)).sum();
        let as_count = Arg::Count(u64::try_from(count).unwrap_or(u64::MAX));
        let args = [("count", as_count), ("total", Arg::Text(&total))];
        match count {
            0 => texts.text(key!("library_page.none")),
            _ => texts.format(key!("library_page.shown"), &args),
        }
    };
    let sections = groups.map(|(group, entries)| {
        view! { <Section shelf=shelf group=group entries=entries looking=looking /> }
    });
    view! {
        <p class="second" role="status">{says}</p>
        {sections}
    }
}

/// The entries of one group; nothing where none is found.
#[component]
fn Section(
    /// The library.
    shelf: StoredValue<Arc<Shelf>>,
    /// The group.
    group: Group,
    /// Ids of the entries found in it.
    entries: Memo<Vec<String>>,
    /// What is looked for.
    looking: Looking,
) -> impl IntoView {
    let title = shelf.with_value(|shelf| shelf.text(&group.title_key()));
    let id = format!("library-{}", group.word());
    let labelled_by = id.clone();
    view! {
        <section class="library-group" aria-labelledby=labelled_by hidden=move || entries.with(Vec::is_empty)>
            <h2 id=id>{title}</h2>
            <ul class="library-entries">
                <For each=move || entries.get() key=Clone::clone let:entry>
                    <EntryItem shelf=shelf entry=entry looking=looking />
                </For>
            </ul>
        </section>
    }
}
