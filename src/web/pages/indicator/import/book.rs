//! Workbooks: a part of the program of their own, fetched when somebody chooses
//! the first one. A sheet is read a few rows at a time, so that the page stays
//! alive meanwhile.

use super::{Importing, Taken, file};
use crate::i18n::Arg;
use crate::key;
use crate::tabular::workbook::{Book, BookError, BookRow, Rows, SheetName};
use crate::tabular::{Encoding, Grid, Table, TableError, Worth};
use crate::web::browser::timer;
use crate::web::parts::{PartMissing, part};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

part! {
sheets:
fn open_book(bytes: Vec<u8>) -> Result<Book, BookError> {
    Book::open(&bytes)
}

sheets:
fn rows_of(book: Arc<Book>, sheet: usize) -> Result<Box<dyn Rows>, BookError> {
    book.rows(sheet)
}
}

/// A workbook that was chosen.
#[derive(Clone)]
pub struct OpenBook {
    book: Arc<Book>,
    /// Its sheets.
    pub sheets: Arc<[SheetName]>,
    /// The sheet that is read.
    pub at: usize,
}

/// Why a file gives no rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileFault {
    /// By itself.
    Book(BookError),
    /// The part that reads it did not arrive.
    Part,
    /// A file of text does not fit the encoding.
    Encoding(Encoding),
}

impl From<BookError> for FileFault {
    fn from(error: BookError) -> Self {
        Self::Book(error)
    }
}

impl From<PartMissing> for FileFault {
    fn from(_: PartMissing) -> Self {
        Self::Part
    }
}

impl FileFault {
    /// The thing, and the repair.
    pub fn in_words(self, texts: Texts) -> String {
        match self {
            Self::Book(error) => texts.say(&error),
            Self::Encoding(encoding) => file::misfit(texts, encoding),
            Self::Part => texts.text(key!("frame.part_missing_why")),
        }
    }
}

impl OpenBook {
    /// Opens a workbook at the sheet that is meant: the one read the last time,
    /// else the first shown one with a table.
    pub async fn open(
        bytes: Vec<u8>,
        before: Option<&str>,
    ) -> Result<(Self, Result<Arc<Table>, TableError>), FileFault> {
        let book = Arc::new(open_book(bytes).await??);
        let sheets: Arc<[SheetName]> = book.sheets().cloned().collect();
        let mut open = Self { book, sheets, at: 0 };
        let known = open.sheets.iter().position(|sheet| Some(sheet.name.as_str()) == before);
        if let Some(at) = known {
            open.at = at;
            let table = open.table().await?;
            return Ok((open, table));
        }
        let table = open.go_to_best().await?;
        Ok((open, table))
    }

    /// Goes to the first sheet whose table has values of periods, else to the
    /// one that is most of a table; to hidden ones only where all are.
    async fn go_to_best(&mut self) -> Result<Result<Arc<Table>, TableError>, FileFault> {
        let hidden = |at: &usize| self.sheets.get(*at).is_some_and(|one| one.hidden);
        let mut places: Vec<usize> = (0..self.sheets.len()).filter(|at| !hidden(at)).collect();
        if places.is_empty() {
            places.extend(0..self.sheets.len());
        }
        let (mut best, mut best_at, mut worth) = (Err(TableError::Empty), self.at, None);
        for at in places {
            self.at = at;
            let table = self.table().await?;
            let found: Option<Worth> = table.as_ref().ok().map(|table| table.worth());
            // A sheet that is refused says why, if there is no better one.
            if found > worth || best == Err(TableError::Empty) {
                (best, best_at, worth) = (table, at, found);
            }
            if worth == Some(Worth::Values) {
                break;
            }
        }
        self.at = best_at;
        Ok(best)
    }

    /// The table of the sheet.
    pub async fn table(&self) -> Result<Result<Arc<Table>, TableError>, FileFault> {
        let (mut rows, mut grid) = (self.rows().await?, Grid::default());
        while let Some(found) = rows.next()? {
            if let Err(error) = grid.push(found) {
                return Ok(Err(error));
            }
            timer::pause().await;
        }
        Ok(grid.table(rows.merged()).map(Arc::new))
    }

    /// The first rows of the sheet.
    pub async fn first_rows(&self) -> Result<Vec<BookRow>, FileFault> {
        let mut rows = self.rows().await?;
        loop {
            match rows.next()? {
                Some(found) if found.is_empty() => timer::pause().await,
                found => return Ok(found.unwrap_or_default()),
            }
        }
    }

    /// A reader for the rows of the sheet.
    pub async fn rows(&self) -> Result<Box<dyn Rows>, FileFault> {
        Ok(rows_of(Arc::clone(&self.book), self.at).await??)
    }

    /// The name of the sheet, where there is a choice.
    pub fn sheet(&self) -> Option<&str> {
        let name = self.sheets.get(self.at).map(|sheet| sheet.name.as_str());
        name.filter(|_| self.sheets.len() > 1)
    }
}

/// What the rows of a sheet were read from, as it is remembered.
pub fn full_name(file: &str, book: &OpenBook) -> String {
    book.sheet().map_or_else(|| file.to_owned(), |sheet| format!("{file} › {sheet}"))
}

/// Which sheet of the workbook is read, where it has several.
#[component]
pub fn SheetPick(
    /// The import.
    importing: Importing,
) -> impl IntoView {
    let texts = Texts::here();
    let book = move || {
        importing.taken.track();
        importing.book()
    };
    // The list stays while another sheet is read, and keeps the focus.
    let sheets = Memo::new(move |_| book().map(|book| book.sheets).filter(|all| all.len() > 1));
    let at = move || book().map(|book| book.at.to_string()).unwrap_or_default();
    let option = move |(place, sheet): (usize, &SheetName)| {
        let name = if sheet.hidden {
            texts.format(key!("import.hidden_sheet"), &[("name", Arg::Text(&sheet.name))])
        } else {
            sheet.name.clone()
        };
        let place = place.to_string();
        view! { <option value=place.clone() selected=move || at() == place>{name}</option> }
    };
    move || {
        sheets.get().map(|sheets| {
            view! {
                <div class="field">
                    <label for="import-sheet">{t(key!("import.sheet"))}</label>
                    <select id="import-sheet" prop:value=at
                        on:change=move |event| pick(importing, texts, &event_target_value(&event))>
                        {sheets.iter().enumerate().map(option).collect_view()}
                    </select>
                </div>
            }
        })
    }
}

/// Reads another sheet of the workbook.
fn pick(importing: Importing, texts: Texts, place: &str) {
    let (Ok(at), Some(book)) = (place.parse::<usize>(), importing.book()) else { return };
    let book = OpenBook { at, ..book };
    importing.reading.set(true);
    let turn = importing.begin_turn();
    spawn_local(async move {
        let found = book.table().await;
        if !importing.is_turn(turn) {
            return;
        }
        importing.reading.set(false);
        match found {
            Ok(table) => importing.replace_sheet(book, table),
            Err(fault) => importing.refused.set(Some(fault.in_words(texts))),
        }
    });
}

impl Taken {
    /// What a sheet of a workbook gave.
    pub fn of_sheet(file: String, table: Result<Arc<Table>, TableError>) -> Self {
        Self { file, sheet: Some(table), ..Self::default() }
    }
}
