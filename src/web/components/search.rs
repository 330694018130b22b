//! The search of a project: a field, and below it what fits, by keyboard as
//! well as by pointer.

use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::route::Route;
use crate::route::search::{Entry, entries, find};
use crate::web::components::dialog::Dialog;
use crate::web::components::focus::focus_first;
use crate::web::frame::focus_heading;
use crate::web::routing::Routing;
use crate::web::session::{Session, readiness_pack};
use crate::web::texts::{Texts, t};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// More are not worth reading: one more word narrows them down.
const MOST: usize = 30;

/// Id of the list below the field.
const LIST: &str = "search-results";

/// The button of the header with its shortcut, and the dialog both open.
#[component]
pub fn Search(
    /// The project shown.
    project: Id,
) -> impl IntoView {
    let texts = Texts::here();
    let open = RwSignal::new(false);
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        let modified = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
        if modified && !event.shift_key() && event.key().eq_ignore_ascii_case("k") {
            // Browsers would go to their own field.
            event.prevent_default();
            open.set(true);
        }
    });
    on_cleanup(move || handle.remove());
    let heading = Signal::derive(move || texts.text(key!("search.heading")));
    view! {
        <button class="button button-quiet search-open" type="button" aria-keyshortcuts="Control+K Meta+K"
            on:click=move |_| open.set(true)>
            <svg class="mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
                <circle cx="6.5" cy="6.5" r="4.5" fill="none" stroke="currentColor" stroke-width="1.5" />
                <path d="M10 10l4.5 4.5" fill="none" stroke="currentColor" stroke-width="1.5" />
            </svg>
            <span class="search-word">{t(key!("search.open"))}</span>
            <kbd aria-hidden="true">{shortcut()}</kbd>
        </button>
        <Dialog open=open heading=heading><Finder project=project open=open /></Dialog>
    }
}

/// The shortcut as the keyboard at hand has it.
fn shortcut() -> &'static str {
    let is_mac = window().navigator().platform().is_ok_and(|name| name.starts_with("Mac"));
    if is_mac { "⌘K" } else { "Ctrl K" }
}

/// What is typed, what fits, and which of it is chosen.
#[derive(Clone, Copy)]
struct Finding {
    project: Id,
    open: RwSignal<bool>,
    found: Memo<Vec<Entry>>,
    at: RwSignal<usize>,
}

impl Finding {
    /// Moves the choice by so many places, round the ends.
    fn step(self, by: isize) {
        let count = self.found.with_untracked(Vec::len);
        if count > 0 {
            let step = by.rem_euclid(isize::try_from(count).unwrap_or(isize::MAX));
            let step = usize::try_from(step).unwrap_or(0);
            self.at.update(|at| *at = (*at + step) % count);
        }
        let at = self.at.get_untracked();
        request_animation_frame(move || {
            if let Some(option) = document().get_element_by_id(&option_id(at)) {
                option.scroll_into_view_with_bool(false);
            }
        });
    }

    /// Closes the search and goes to an entry.
    fn go(self, at: usize) {
        let Some(entry) = self.found.with_untracked(|found| found.get(at).cloned()) else { return };
        self.open.set(false);
        let routing = Routing::here();
        let route = Route::Project(self.project, entry.place);
        if routing.peek() != route {
            routing.aim_at(entry.aim);
            routing.go(&route);
            return;
        }
        // Already there: nothing changes but where one reads on.
        request_animation_frame(move || {
            if !entry.aim.as_deref().is_some_and(focus_first) {
                focus_heading();
            }
        });
    }

    fn on_key(self, event: &KeyboardEvent) {
        match event.key().as_str() {
            // What an input method composes ends with Enter as well.
            "Enter" if !event.is_composing() => self.go(self.at.get_untracked()),
            "ArrowDown" => self.step(1),
            "ArrowUp" => self.step(-1),
            _ => return,
        }
        event.prevent_default();
    }
}

fn option_id(at: usize) -> String {
    format!("search-{at}")
}

#[component]
fn Finder(
    /// The project shown.
    project: Id,
    /// Whether the dialog is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let query = RwSignal::new(String::new());
    let all = Memo::new(move |_| {
        let pack = readiness_pack()?;
        session.with_project(project, |project| {
            texts.with(|catalogue| entries(catalogue, project, pack))
        })
    });
    let fitting = Memo::new(move |_| {
        let all = all.get().unwrap_or_default();
        query.with(|query| {
            texts.with(|catalogue| {
                let found = find(catalogue, &all, query, usize::MAX);
                (found.len(), found.into_iter().take(MOST).cloned().collect::<Vec<Entry>>())
            })
        })
    });
    let found = Memo::new(move |_| fitting.with(|(_, found)| found.clone()));
    let finding = Finding { project, open, found, at: RwSignal::new(0) };
    let write = move |text: String| {
        finding.at.set(0);
        query.set(text);
    };
    let said = move || {
        let count = fitting.with(|(count, _)| *count);
        let shown = u64::try_from(count.min(MOST)).unwrap_or(u64::MAX);
        let key = match count {
            0 => return texts.text(key!("search.none")),
            _ if count > MOST => key!("search.more"),
            _ => key!("search.found"),
        };
        texts.format(key, &[("count", Arg::Count(shown))])
    };
    let active =
        move || found.with(|found| (!found.is_empty()).then(|| option_id(finding.at.get())));
    view! {
        <div class="field">
            <label for="search-query">{t(key!("search.label"))}</label>
            <p class="hint" id="search-hint">{t(key!("search.hint"))}</p>
            <input id="search-query" type="text" role="combobox" dir="auto" autocomplete="off" maxlength="200" spellcheck="false"
                aria-autocomplete="list" aria-expanded=move || found.with(|found| !found.is_empty()).to_string() aria-controls=LIST
                aria-activedescendant=active aria-describedby="search-hint"
                prop:value=move || query.get()
                on:input=move |event| write(event_target_value(&event))
                on:keydown=move |event| finding.on_key(&event) />
        </div>
        <p class="second small" role="status">{said}</p>
        <Options finding=finding />
        <div class="cluster">
            <button class="button" type="button" on:click=move |_| open.set(false)>{t(key!("search.close"))}</button>
        </div>
    }
}

/// What fits, the best first.
#[component]
fn Options(
    /// What is typed and fits.
    finding: Finding,
) -> impl IntoView {
    let texts = Texts::here();
    let rows = move || {
        finding.found.get().into_iter().enumerate().map(|(at, entry)| {
            let chosen = move || (finding.at.get() == at).to_string();
            let kind = entry.kind.key();
            view! {
                <li id=option_id(at) role="option" aria-selected=chosen on:click=move |_| finding.go(at)>
                    <span class="search-kind second small">{move || texts.text(kind)}</span>
                    <span class="search-title" dir="auto">{entry.title}</span>
                    <span class="search-detail second small" dir="auto">{entry.detail}</span>
                </li>
            }
        }).collect_view()
    };
    view! {
        <ul id=LIST class="search-results" role="listbox" aria-label=t(key!("search.results"))
            hidden=move || finding.found.with(Vec::is_empty)>{rows}</ul>
    }
}
