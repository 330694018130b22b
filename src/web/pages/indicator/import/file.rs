//! A chosen or dropped file: a workbook by its first bytes, else a text.

use super::super::Watched;
use super::book::OpenBook;
use super::decode::decode;
use super::{Importing, Taken, habit};
use crate::i18n::Arg;
use crate::key;
use crate::tabular::workbook::MAX_BOOK_BYTES;
use crate::tabular::{MAX_BYTES, TableError, read_table};
use crate::web::browser::file::{self, FileError};
use crate::web::session::Session;
use crate::web::texts::Texts;
use js_sys::Reflect;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast as _, JsValue};

/// How every workbook begins, which is a zip archive.
const WORKBOOK: &[u8] = b"PK\x03\x04";

/// The first file that an input or a drop holds.
pub fn first_file(holder: &JsValue) -> Option<web_sys::File> {
    let files = Reflect::get(holder, &"files".into()).ok()?;
    Reflect::get_u32(&files, 0).ok()?.dyn_into().ok()
}

/// Opens the import with a file; `sheet` is the one that was read the last time.
pub fn take(importing: Importing, texts: Texts, chosen: web_sys::File, sheet: Option<String>) {
    spawn_local(async move {
        let first = file::first(&chosen, WORKBOOK.len()).await;
        if first.is_ok_and(|first| first == WORKBOOK) {
            open_workbook(importing, texts, chosen, sheet).await;
        } else {
            open_text(importing, texts, chosen).await;
        }
    });
}

async fn open_workbook(
    importing: Importing,
    texts: Texts,
    chosen: web_sys::File,
    sheet: Option<String>,
) {
    let name = chosen.name();
    importing.start(Taken { file: name.clone(), ..Taken::default() });
    importing.reading.set(true);
    let limit = u64::try_from(MAX_BOOK_BYTES).unwrap_or(u64::MAX);
    let found = match file::read(&chosen, limit).await {
        Ok(bytes) => {
            let opened = OpenBook::open(bytes, sheet.as_deref()).await;
            opened.map_err(|fault| fault.in_words(texts))
        }
        Err(FileError::TooLarge { .. }) => {
            let megabytes = (MAX_BOOK_BYTES / 1024 / 1024).to_string();
            let args = [("megabytes", Arg::Text(&megabytes))];
            Err(texts.format(key!("import.book.file_too_large"), &args))
        }
        Err(FileError::Unreadable(why)) => {
            Err(texts.format(key!("import.unreadable"), &[("why", Arg::Text(&why))]))
        }
    };
    // Another file may have been chosen meanwhile, or the dialog closed.
    let current = importing.taken.with_untracked(|taken| taken.file == name);
    if !current || !importing.open.get_untracked() {
        return;
    }
    importing.reading.set(false);
    match found {
        Ok((book, table)) => importing.replace_sheet(book, table),
        Err(why) => importing.refused.set(Some(why)),
    }
}

async fn open_text(importing: Importing, texts: Texts, chosen: web_sys::File) {
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
            let taken = Taken { text, file: name, decoded, ..Taken::default() };
            importing.start_with(chosen, taken, false);
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

impl Importing {
    /// Takes a dropped file, if there is one.
    pub fn take_drop(
        self,
        texts: Texts,
        event: &leptos::ev::DragEvent,
        session: Session,
        watched: Watched,
    ) {
        let held = Reflect::get(event, &"dataTransfer".into()).unwrap_or_default();
        if let Some(dropped) = first_file(&held) {
            event.prevent_default();
            event.stop_propagation();
            take(self, texts, dropped, habit::sheet(session, watched));
        }
    }
}
