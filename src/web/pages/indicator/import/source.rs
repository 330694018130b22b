//! Where the text of an import comes from: the clipboard or a file.

use super::{Importing, Taken};
use crate::i18n::Arg;
use crate::key;
use crate::tabular::{Encoding, MAX_BYTES, TableError, read_table};
use crate::web::browser::file::{self, FileError};
use crate::web::texts::{Texts, t};
use js_sys::{Array, Date, Function, Reflect, Uint8Array};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast as _, JsValue};

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

/// Opens the browser's file dialog, and the import with what was chosen.
#[component]
pub fn FileButton(
    /// The import.
    importing: Importing,
) -> impl IntoView {
    let texts = Texts::here();
    let input: NodeRef<html::Input> = NodeRef::new();
    let choose = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let take = move |_| {
        let Some(input) = input.get_untracked() else { return };
        let chosen = first_file(&input);
        // The same file can be chosen again after it was changed.
        input.set_value("");
        if let Some(chosen) = chosen {
            spawn_local(open(importing, texts, chosen));
        }
    };
    view! {
        <button class="button" type="button" on:click=choose>{t(key!("import.choose_file"))}</button>
        <input class="import-file" type="file" hidden node_ref=input accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
            aria-label=t(key!("import.choose_file")) on:change=take />
    }
}

fn first_file(input: &web_sys::HtmlInputElement) -> Option<web_sys::File> {
    let files = Reflect::get(input, &"files".into()).ok()?;
    Reflect::get_u32(&files, 0).ok()?.dyn_into().ok()
}

async fn open(importing: Importing, texts: Texts, chosen: web_sys::File) {
    let name = chosen.name();
    let limit = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX);
    let taken = match file::read(&chosen, limit).await {
        Ok(bytes) => decoded(bytes, texts),
        // Too large for a table of values: raw rows, most likely.
        Err(FileError::TooLarge { .. }) => {
            importing.start_with(chosen, Taken { file: name, ..Taken::default() }, true);
            return;
        }
        Err(FileError::Unreadable(why)) => {
            Err(texts.format(key!("import.unreadable"), &[("why", Arg::Text(&why))]))
        }
    };
    match taken {
        Ok((text, decoded)) => {
            importing.start_with(chosen, Taken { text, file: name, decoded }, false);
        }
        Err(why) => {
            importing.start(Taken { file: name, ..Taken::default() });
            importing.refused.set(Some(why));
        }
    }
}

/// The text of a file, decoded by the encoding it seems to have.
fn decoded(bytes: Vec<u8>, texts: Texts) -> Result<(String, Option<&'static str>), String> {
    match read_table(&bytes) {
        Err(TableError::Encoding { guess }) => decode(&bytes, guess)
            .map(|text| (text, Some(guess.label())))
            .ok_or_else(|| texts.say(&TableError::Encoding { guess })),
        Err(error @ TableError::Foreign { .. }) => Err(texts.say(&error)),
        // Any other fault is told from the text, where it can be repaired.
        Ok(_) | Err(_) => String::from_utf8(bytes)
            .map(|text| (text, None))
            .map_err(|_| texts.say(&TableError::Empty)),
    }
}

/// Decodes with the browser's own tables; `None` where it has none, or where
/// the bytes do not fit.
fn decode(bytes: &[u8], encoding: Encoding) -> Option<String> {
    let class: Function =
        Reflect::get(&js_sys::global(), &"TextDecoder".into()).ok()?.dyn_into().ok()?;
    let options = js_sys::Object::new();
    Reflect::set(&options, &"fatal".into(), &JsValue::TRUE).ok()?;
    let arguments = Array::of2(&encoding.label().into(), &options);
    let decoder = Reflect::construct(&class, &arguments).ok()?;
    let decode: Function = Reflect::get(&decoder, &"decode".into()).ok()?.dyn_into().ok()?;
    decode.call1(&decoder, &Uint8Array::from(bytes)).ok()?.as_string()
}

/// The field to paste into, or the name of the file.
#[component]
pub fn Source(
    /// The import.
    importing: Importing,
) -> impl IntoView {
    let texts = Texts::here();
    let file = Memo::new(move |_| importing.taken.with(|taken| taken.file.clone()));
    let decoded = move || importing.taken.with(|taken| taken.decoded);
    let from_file = move || {
        let name = file.get();
        let from = texts.format(key!("import.from_file"), &[("file", Arg::Text(&name))]);
        let note = decoded()
            .map(|label| texts.format(key!("import.decoded"), &[("encoding", Arg::Text(label))]));
        view! { <p dir="auto">{from}</p> {note.map(|note| view! { <p class="hint">{note}</p> })} }
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
