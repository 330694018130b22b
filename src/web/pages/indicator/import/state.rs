//! What the import dialog holds: where the text came from, and what was chosen.

use super::book::{self, OpenBook};
use crate::tabular::{Choices, Encoding, Intake, Separator, Table, TableError, read_text};
use crate::web::browser::clipboard::pasted_block;
use leptos::prelude::*;
use std::sync::Arc;

/// Where a text came from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Taken {
    /// The text.
    pub text: String,
    /// Name of the file; empty for a pasted block.
    pub file: String,
    /// The encoding it was read in; `None` of a pasted block and of a sheet.
    pub encoding: Option<Encoding>,
    /// Whether somebody chose that.
    pub encoding_chosen: bool,
    /// The table of a sheet, where it came from a workbook.
    pub sheet: Option<Result<Arc<Table>, TableError>>,
}

impl Taken {
    /// The table; `None` while there is nothing to read.
    pub fn table(&self, separator: Option<Separator>) -> Option<Result<Arc<Table>, TableError>> {
        let from_text = || {
            let blank = self.text.trim().is_empty();
            (!blank).then(|| read_text(&self.text, separator).map(Arc::new))
        };
        self.sheet.clone().or_else(from_text)
    }
}

/// The state of the import dialog.
#[derive(Clone, Copy)]
pub struct Importing {
    /// Whether it is open.
    pub open: RwSignal<bool>,
    /// The text.
    pub taken: RwSignal<Taken>,
    /// Why a file gave no text.
    pub refused: RwSignal<Option<String>>,
    /// The separator chosen.
    pub separator: RwSignal<Option<Separator>>,
    /// Columns and answers chosen.
    pub intake: RwSignal<Intake>,
    /// Why the import was not carried out.
    pub failed: RwSignal<Option<String>>,
    /// Whether the text is read as the one of the import before.
    pub as_before: RwSignal<bool>,
    /// Whether each row is one contact or case, to be added up.
    pub raw: RwSignal<bool>,
    /// Whether a workbook is being read.
    pub reading: RwSignal<bool>,
    /// The file, for rows that are read in slices.
    file: StoredValue<Option<web_sys::File>, LocalStorage>,
    /// The workbook, where it is one.
    book: StoredValue<Option<OpenBook>, LocalStorage>,
    /// Counts what was put in place or asked for, so that what arrives late is
    /// known to be late.
    turn: StoredValue<u32>,
}

/// Where raw rows come from.
pub enum RawSource {
    /// A file.
    File(web_sys::File),
    /// A sheet of a workbook.
    Sheet(OpenBook),
    /// A pasted text.
    Text(String),
}

impl Importing {
    /// A closed dialog.
    pub fn new() -> Self {
        Self {
            open: RwSignal::new(false),
            taken: RwSignal::new(Taken::default()),
            refused: RwSignal::new(None),
            separator: RwSignal::new(None),
            intake: RwSignal::new(Intake::default()),
            failed: RwSignal::new(None),
            raw: RwSignal::new(false),
            reading: RwSignal::new(false),
            file: StoredValue::new_local(None),
            book: StoredValue::new_local(None),
            turn: StoredValue::new(0),
            as_before: RwSignal::new(false),
        }
    }

    /// Where raw rows would come from; `None` without any.
    pub fn raw_source(self) -> Option<RawSource> {
        if let Some(book) = self.book() {
            return Some(RawSource::Sheet(book));
        }
        if let Some(file) = self.file() {
            return Some(RawSource::File(file));
        }
        let text = self.taken.try_with_untracked(|taken| taken.text.clone())?;
        (!text.is_empty()).then_some(RawSource::Text(text))
    }

    /// The workbook that is open.
    pub fn book(self) -> Option<OpenBook> {
        self.book.try_get_value().flatten()
    }

    /// Whether the table is a sheet of a workbook; tracks it.
    pub fn is_sheet(self) -> bool {
        self.taken.with(|taken| taken.sheet.is_some())
    }

    /// Puts a sheet of a workbook in place.
    pub fn replace_sheet(self, book: OpenBook, table: Result<Arc<Table>, TableError>) {
        let file = self.taken.with_untracked(|taken| taken.file.clone());
        self.book.set_value(Some(book));
        self.replace_text(Taken::of_sheet(file, table));
    }

    /// Begins something that takes a while.
    pub fn begin_turn(self) -> u32 {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.turn.get_value()
    }

    /// Whether nothing else was asked for since, and the dialog is still open.
    pub fn is_turn(self, turn: u32) -> bool {
        self.turn.try_get_value() == Some(turn) && self.open.try_get_untracked() == Some(true)
    }

    /// The chosen file of text.
    pub fn file(self) -> Option<web_sys::File> {
        self.file.try_get_value().flatten()
    }

    /// Opens with a file: as a table where it was read as one, else for rows to
    /// be added up.
    pub fn start_with(self, file: web_sys::File, taken: Taken, raw: bool) {
        self.file.set_value(Some(file));
        self.book.set_value(None);
        self.raw.set(raw);
        self.replace_text(taken);
        self.open.set(true);
    }

    /// Opens with a text, every choice made anew.
    pub fn start(self, taken: Taken) {
        self.raw.set(false);
        self.replace(taken);
        self.open.set(true);
    }

    /// Opens to be pasted into.
    pub fn paste(self) {
        self.start(Taken::default());
    }

    /// Puts another text in place; choices belonged to the one before.
    pub fn replace(self, taken: Taken) {
        self.file.set_value(None);
        self.book.set_value(None);
        self.replace_text(taken);
    }

    /// What the values were read from, as it is remembered.
    pub fn source_name(self) -> String {
        let file = self.taken.with_untracked(|taken| taken.file.clone());
        let name = self.book().map_or(file.clone(), |book| book::full_name(&file, &book));
        name.chars().take(1000).collect()
    }

    pub fn replace_text(self, taken: Taken) {
        self.begin_turn();
        self.reading.set(false);
        self.refused.set(None);
        self.failed.set(None);
        self.afresh();
        self.taken.set(taken);
    }

    /// Every choice made anew: what seems meant, not what was meant before.
    pub fn afresh(self) {
        self.as_before.set(false);
        self.separator.set(None);
        self.intake.set(Intake::default());
    }

    /// Answers questions.
    pub fn choose(self, change: impl FnOnce(&mut Choices)) {
        self.intake.update(|intake| change(&mut intake.choices));
    }

    /// Takes a pasted block of more than one cell; anything else is left to
    /// the input it was meant for.
    pub fn take_block(self, event: &leptos::ev::ClipboardEvent) {
        let Some(text) = pasted_block(event) else { return };
        event.prevent_default();
        self.start(Taken { text, ..Taken::default() });
    }
}
