//! Where the text of an import comes from: the clipboard or a file.

use super::super::Watched;
use super::book::SheetPick;
use super::file::{first_file, read_in, take};
use super::habit::Before;
use super::{Importing, Taken};
use crate::i18n::Arg;
use crate::key;
use crate::tabular::Encoding;
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
            take(importing, texts, chosen, Before::of(session, watched));
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
    let name = move || {
        let name = file.get();
        texts.format(key!("import.from_file"), &[("file", Arg::Text(&name))])
    };
    let from_file = move || {
        view! {
            <p dir="auto">{name}</p>
            <p class="hint" role="status" hidden=move || !importing.reading.get()>{t(key!("import.reading_book"))}</p>
            <SheetPick importing=importing />
            <EncodingPick importing=importing />
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

/// How the bytes of a file of text are read; found, and open to change.
#[component]
fn EncodingPick(
    /// The import.
    importing: Importing,
) -> impl IntoView {
    let texts = Texts::here();
    let now = Memo::new(move |_| importing.taken.with(|taken| taken.encoding));
    let there = Memo::new(move |_| now.get().is_some());
    let note = move || {
        let guessed =
            importing.taken.with(|taken| taken.encoding.filter(|_| !taken.encoding_chosen));
        let encoding = texts.say(&guessed.filter(|encoding| *encoding != Encoding::Utf8)?);
        Some(texts.format(key!("import.decoded"), &[("encoding", Arg::Text(&encoding))]))
    };
    let option = move |encoding: Encoding| {
        let chosen = move || now.get() == Some(encoding);
        view! { <option value=encoding.label() selected=chosen>{texts.say(&encoding)}</option> }
    };
    let choose = move |label: String| {
        if let Some(encoding) = Encoding::ALL.into_iter().find(|one| one.label() == label) {
            read_in(importing, texts, encoding);
        }
    };
    move || {
        there.get().then(|| view! {
            <div class="field">
                <label for="import-encoding">{t(key!("import.encoding_label"))}</label>
                <p class="hint" id="import-encoding-hint" hidden=move || note().is_none()>{note}</p>
                <select id="import-encoding" aria-describedby="import-encoding-hint"
                    prop:value=move || now.get().map(Encoding::label)
                    on:change=move |event| choose(event_target_value(&event))>
                    {Encoding::ALL.map(option).collect_view()}
                </select>
            </div>
        })
    }
}
