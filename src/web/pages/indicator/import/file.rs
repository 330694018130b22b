//! A chosen or dropped file: a workbook by its first bytes, else a text.

use super::super::Watched;
use super::book::OpenBook;
use super::decode::decode;
use super::habit::Before;
use super::{Importing, Taken};
use crate::i18n::Arg;
use crate::key;
use crate::tabular::workbook::MAX_BOOK_BYTES;
use crate::tabular::{Encoding, MAX_BYTES, TableError, encoding_of};
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

/// Opens the import with a file, read as the one `before` where that fits.
pub fn take(importing: Importing, texts: Texts, chosen: web_sys::File, before: Before) {
    spawn_local(async move {
        let first = file::first(&chosen, WORKBOOK.len()).await;
        if first.is_ok_and(|first| first == WORKBOOK) {
            open_workbook(importing, texts, chosen, before.sheet).await;
        } else {
            open_text(importing, texts, chosen, before.encoding).await;
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
    importing.start(Taken { file: name, ..Taken::default() });
    importing.reading.set(true);
    let turn = importing.begin_turn();
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
        Err(error) => Err(unreadable(texts, &error)),
    };
    if !importing.is_turn(turn) {
        return;
    }
    importing.reading.set(false);
    match found {
        Ok((book, table)) => importing.replace_sheet(book, table),
        Err(why) => importing.refused.set(Some(why)),
    }
}

/// Opens a file of text in the encoding that it shows, that was chosen the last
/// time, or that it seems to have.
async fn open_text(
    importing: Importing,
    texts: Texts,
    chosen: web_sys::File,
    before: Option<Encoding>,
) {
    let name = chosen.name();
    let refuse = |why| {
        importing.start(Taken { file: name.clone(), ..Taken::default() });
        importing.refused.set(Some(why));
    };
    // One byte more than a table may have tells what is larger.
    let first = match file::first(&chosen, MAX_BYTES + 1).await {
        Ok(first) => first,
        Err(error) => return refuse(unreadable(texts, &error)),
    };
    let whole = first.len() <= MAX_BYTES;
    let guess = match encoding_of(&first, whole) {
        Ok(guess) => guess,
        Err(kind) => return refuse(texts.say(&TableError::Foreign { kind })),
    };
    let encoding = before.filter(|_| !guess.is_sure()).unwrap_or(guess);
    let encoding_chosen = encoding != guess;
    let taken =
        Taken { file: name.clone(), encoding: Some(encoding), encoding_chosen, ..Taken::default() };
    // Too large for a table of values: raw rows, most likely.
    let text = if whole { decode(&first, encoding) } else { Some(String::new()) };
    let fits = text.is_some();
    let text = text.unwrap_or_default();
    importing.start_with(chosen, Taken { text, ..taken }, !whole);
    if !fits {
        importing.refused.set(Some(misfit(texts, encoding)));
    }
}

fn unreadable(texts: Texts, error: &FileError) -> String {
    let why = error.to_string();
    texts.format(key!("import.unreadable"), &[("why", Arg::Text(&why))])
}

/// The text of a file in an encoding; `None` if it is too large for a table.
async fn text_in(
    texts: Texts,
    chosen: &web_sys::File,
    encoding: Encoding,
) -> Result<Option<String>, String> {
    let limit = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX);
    let bytes = match file::read(chosen, limit).await {
        Ok(bytes) => bytes,
        Err(FileError::TooLarge { .. }) => return Ok(None),
        Err(error) => return Err(unreadable(texts, &error)),
    };
    let text = decode(&bytes, encoding);
    text.map(Some).ok_or_else(|| misfit(texts, encoding))
}

/// Says that a file is not in an encoding.
pub fn misfit(texts: Texts, encoding: Encoding) -> String {
    let name = texts.say(&encoding);
    texts.format(key!("import.encoding_misfit"), &[("encoding", Arg::Text(&name))])
}

/// Reads the file again in another encoding.
pub fn read_in(importing: Importing, texts: Texts, encoding: Encoding) {
    let Some(chosen) = importing.file() else { return };
    let turn = importing.begin_turn();
    spawn_local(async move {
        let found = text_in(texts, &chosen, encoding).await;
        if !importing.is_turn(turn) {
            return;
        }
        let file = chosen.name();
        let taken =
            Taken { file, encoding: Some(encoding), encoding_chosen: true, ..Taken::default() };
        match found {
            Ok(text) => importing.replace_text(Taken { text: text.unwrap_or_default(), ..taken }),
            Err(why) => {
                importing.replace_text(taken);
                importing.refused.set(Some(why));
            }
        }
    });
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
            take(self, texts, dropped, Before::of(session, watched));
        }
    }
}
