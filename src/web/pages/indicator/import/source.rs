//! Where the text of an import comes from: the clipboard or a file.

use super::super::Watched;
use super::book::SheetPick;
use super::file::{first_file, take};
use super::{Importing, Taken, habit};
use crate::i18n::Arg;
use crate::key;
use crate::web::session::Session;
use crate::web::texts::{Texts, t};
use js_sys::Date;
use leptos::html;
use leptos::prelude::*;

/// Date and time on the clock of the device, `YYYY-MM-DDThh:mm`.
pub fn now() -> String {
    let now = Date::new_0();
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date(),
        now.get_hours(),
        now.get_minutes()
    )
}

/// What the browser's file dialog shows first; anything can be chosen.
const ACCEPTED: &str = ".csv,.tsv,.txt,.xlsx,.xlsm,text/csv,text/tab-separated-values,text/plain,\
    application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Opens the browser's file dialog, and the import with what was chosen.
#[component]
pub fn FileButton(
    /// The indicator.
    watched: Watched,
    /// The import.
    importing: Importing,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let input: NodeRef<html::Input> = NodeRef::new();
    let choose = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let choose_it = move |_| {
        let Some(input) = input.get_untracked() else { return };
        let chosen = first_file(&input);
        // The same file can be chosen again after it was changed.
        input.set_value("");
        if let Some(chosen) = chosen {
            take(importing, texts, chosen, habit::sheet(session, watched));
        }
    };
    view! {
        <button class="button" type="button" on:click=choose>{t(key!("import.choose_file"))}</button>
        <input class="import-file" type="file" hidden node_ref=input accept=ACCEPTED
            aria-label=t(key!("import.choose_file")) on:change=choose_it />
    }
}

/// The field to paste into, or the name of the file.
#[component]
pub fn Source(
    /// The import.
    importing: Importing,
) -> impl IntoView {
    let texts = Texts::here();
    let file = Memo::new(move |_| importing.taken.with(|taken| taken.file.clone()));
    let decoded = Memo::new(move |_| importing.taken.with(|taken| taken.decoded));
    let name = move || {
        let name = file.get();
        texts.format(key!("import.from_file"), &[("file", Arg::Text(&name))])
    };
    let note = move || {
        let args = |label| [("encoding", Arg::Text(label))];
        decoded.get().map(|label| texts.format(key!("import.decoded"), &args(label)))
    };
    let from_file = move || {
        view! {
            <p dir="auto">{name}</p>
            <p class="hint" hidden=move || note().is_none()>{note}</p>
            <p class="hint" role="status" hidden=move || !importing.reading.get()>{t(key!("import.reading_book"))}</p>
            <SheetPick importing=importing />
        }
    };
    let field = move || {
        view! {
            <div class="field">
                <label for="import-text">{t(key!("import.paste_here"))}</label>
                <p class="hint" id="import-text-hint">{t(key!("import.paste_hint"))}</p>
                <textarea id="import-text" rows="5" dir="auto" spellcheck="false" aria-describedby="import-text-hint"
                    prop:value=importing.taken.with_untracked(|taken| taken.text.clone())
                    on:input=move |event| importing.replace(Taken { text: event_target_value(&event), ..Taken::default() })></textarea>
            </div>
        }
    };
    move || if file.with(String::is_empty) { field().into_any() } else { from_file().into_any() }
}
