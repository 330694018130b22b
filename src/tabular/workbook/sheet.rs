//! The rows of a sheet, a few at a time.

use super::BookError;
use super::book::{About, unescape_from};
use super::cell::{BookCell, BookRow, Merged};
use super::format::Look;
use super::xml::{Piece, Tag, Xml};
use crate::tabular::MAX_COLUMNS;
use std::sync::Arc;

/// Pieces looked at before the caller has its turn again: a few milliseconds.
const PIECES_AT_ONCE: usize = 20_000;
/// The last row of any sheet.
const LAST_ROW: usize = 1_048_576;
/// Merged cells remembered at most.
const MOST_MERGED: usize = 20_000;
/// The longest text of a cell, in bytes, before it is looked at.
const MAX_TEXT_BYTES: usize = 1024 * 1024;

/// Rows that come a few at a time, so that others can act between them.
pub trait Rows {
    /// The next rows with something in them, maybe none; `None` at the end.
    fn next(&mut self) -> Result<Option<Vec<BookRow>>, BookError>;

    /// Cells that were made one; known at the end.
    fn merged(&self) -> &[Merged];
}

pub(super) struct SheetRows {
    xml: Xml,
    state: State,
    over: bool,
}

struct State {
    about: Arc<About>,
    row: BookRow,
    /// The column of the next cell, unless it says so itself.
    column: usize,
    cell: Draft,
    merged: Vec<Merged>,
}

/// A cell of which not everything is known yet.
#[derive(Default)]
struct Draft {
    kind: String,
    style: Option<usize>,
    value: String,
    formula: Option<String>,
    /// Which of its texts is being read.
    within: Within,
    /// Whether it is a reading aid, which is no part of the text.
    aside: bool,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Within {
    #[default]
    Nothing,
    Value,
    Formula,
}

impl SheetRows {
    pub(super) fn new(xml: Xml, about: Arc<About>) -> Self {
        let state = State {
            about,
            row: BookRow::default(),
            column: 0,
            cell: Draft::default(),
            merged: Vec::new(),
        };
        Self { xml, state, over: false }
    }
}

impl Rows for SheetRows {
    fn next(&mut self) -> Result<Option<Vec<BookRow>>, BookError> {
        if self.over {
            return Ok(None);
        }
        let mut found = Vec::new();
        for _ in 0..PIECES_AT_ONCE {
            match self.xml.next()? {
                Piece::Open(tag) => self.state.open(&tag)?,
                Piece::Text(text) => self.state.text(&text)?,
                Piece::Close(tag) => found.extend(self.state.close(tag.name())?),
                Piece::Other => {}
                Piece::End => {
                    self.over = true;
                    break;
                }
            }
        }
        Ok(Some(found))
    }

    fn merged(&self) -> &[Merged] {
        &self.state.merged
    }
}

impl State {
    fn open(&mut self, tag: &Tag<'_>) -> Result<(), BookError> {
        match tag.name() {
            "row" => {
                // Numbers that do not rise, or that no sheet has, say nothing.
                let rises = self.row.number + 1..=LAST_ROW;
                let number = tag.attribute("r").and_then(|number| number.parse().ok());
                let number = number.filter(|number| rises.contains(number));
                let number = number.unwrap_or(self.row.number + 1);
                self.row = BookRow { number, cells: Vec::new() };
                self.column = 0;
            }
            "c" => {
                let place = tag.attribute("r").and_then(|place| reference(&place));
                self.column = place.map_or(self.column, |(column, _)| column);
                self.cell = Draft {
                    kind: tag.attribute("t").unwrap_or_default(),
                    style: tag.attribute("s").and_then(|style| style.parse().ok()),
                    ..Draft::default()
                };
            }
            "v" | "t" => self.cell.within = Within::Value,
            "f" => {
                self.cell.within = Within::Formula;
                self.cell.formula = Some(String::new());
            }
            "rPh" => self.cell.aside = true,
            "mergeCell" => {
                let range = tag.attribute("ref").unwrap_or_default();
                self.merged.extend(range_of(&range));
                if self.merged.len() > MOST_MERGED {
                    return Err(BookError::TooLarge);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), BookError> {
        let cell = &mut self.cell;
        let into = match (cell.within, &mut cell.formula) {
            _ if cell.aside => return Ok(()),
            (Within::Value, _) => &mut cell.value,
            (Within::Formula, Some(formula)) => formula,
            _ => return Ok(()),
        };
        into.push_str(text);
        if into.len() > MAX_TEXT_BYTES { Err(BookError::TooLarge) } else { Ok(()) }
    }

    /// The row that has ended, if something stands in it.
    fn close(&mut self, name: &str) -> Result<Option<BookRow>, BookError> {
        match name {
            "v" | "t" | "f" => self.cell.within = Within::Nothing,
            "rPh" => self.cell.aside = false,
            "c" => {
                let draft = std::mem::take(&mut self.cell);
                let column = self.column;
                self.column = column.saturating_add(1);
                if let Some(cell) = draft.read(&self.about)? {
                    if column >= MAX_COLUMNS {
                        return Err(BookError::TooManyColumns { row: self.row.number });
                    }
                    if self.row.cells.len() <= column {
                        self.row.cells.resize(column + 1, BookCell::default());
                    }
                    if let Some(place) = self.row.cells.get_mut(column) {
                        *place = cell;
                    }
                }
            }
            "row" => {
                let number = self.row.number;
                let row = std::mem::replace(&mut self.row, BookRow { number, cells: Vec::new() });
                return Ok(Some(row).filter(|row| !row.cells.is_empty()));
            }
            _ => {}
        }
        Ok(None)
    }
}

impl Draft {
    /// What the cell says; `None` if nothing.
    fn read(self, about: &About) -> Result<Option<BookCell>, BookError> {
        let mut value = self.value;
        if let Some(formula) = self.formula {
            // A text may be the empty one; a number without digits is none yet.
            let missing = value.is_empty() && matches!(self.kind.as_str(), "" | "n");
            if about.unsettled || missing {
                return Ok(Some(BookCell::text(format!("={formula}"))));
            }
        }
        let cell = match self.kind.as_str() {
            "s" if value.trim().is_empty() => return Ok(None),
            "s" => {
                let text = value.trim().parse().ok().and_then(|number| about.shared.get(number));
                BookCell::text(text.ok_or(BookError::Damaged)?.to_owned())
            }
            "" | "n" => {
                let look = self.style.and_then(|style| about.looks.get(style));
                BookCell::number(&value, look.unwrap_or(&Look::Plain), about.since_1904)
            }
            "b" => BookCell::text(if value.trim() == "0" { "FALSE" } else { "TRUE" }.to_owned()),
            _ => {
                unescape_from(&mut value, 0);
                BookCell::text(value)
            }
        };
        Ok(Some(cell).filter(|cell| !cell.text.is_empty()))
    }
}

/// `B12` as column from zero and row from one.
fn reference(text: &str) -> Option<(usize, usize)> {
    let digits = text.find(|glyph: char| glyph.is_ascii_digit())?;
    let (letters, row) = text.split_at_checked(digits)?;
    let column =
        letters.bytes().filter(|byte| *byte != b'$').try_fold(0_usize, |column, byte| {
            let letter =
                byte.to_ascii_uppercase().checked_sub(b'A').filter(|letter| *letter < 26)?;
            column.checked_mul(26)?.checked_add(usize::from(letter) + 1)
        })?;
    Some((column.checked_sub(1)?, row.parse().ok()?))
}

/// `B12:C14`.
fn range_of(text: &str) -> Option<Merged> {
    let (first, last) = text.split_once(':')?;
    let (first, last) = (reference(first)?, reference(last)?);
    let merged = Merged { rows: (first.1, last.1), columns: (first.0, last.0) };
    (first.0 <= last.0 && first.1 <= last.1).then_some(merged)
}
