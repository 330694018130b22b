//! Text to rows of cells, with the line each row stood on.

mod cut;
mod grid;
mod header;
mod row;
mod separator;
mod wide;

#[cfg(test)]
mod tests;

pub(super) use cut::rows as cut_rows;
pub use grid::{Grid, Worth};
pub use header::{Header, HeaderFlaw, is_total};
use row::Mark;
pub use row::{Row, RowProblem};
pub use separator::Separator;

use super::encoding::{self, Encoding, ForeignFile, NotText};
use super::number::{DecimalMark, sniff_decimal};
use cut::rows;

/// The largest text that is read, in bytes.
pub const MAX_BYTES: usize = 10 * 1024 * 1024;
/// The most rows that are read.
pub const MAX_ROWS: usize = 100_000;
/// The most columns that are read.
pub const MAX_COLUMNS: usize = 1_000;
/// The longest cell that is read, in characters.
pub const MAX_CELL_CHARACTERS: usize = 10_000;

/// Why a text is no table. Nothing of it is used then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// No cell with anything in it.
    #[error("the table is empty")]
    Empty,
    /// More than [`MAX_BYTES`].
    #[error("{bytes} bytes; at most {MAX_BYTES} are read")]
    TooLarge {
        /// The size found.
        bytes: usize,
    },
    /// Not UTF-8.
    #[error("not UTF-8; it seems to be {guess}")]
    Encoding {
        /// What it seems to be.
        guess: Encoding,
    },
    /// No text at all.
    #[error("not a text file: {kind:?}")]
    Foreign {
        /// What it seems to be.
        kind: ForeignFile,
    },
    /// A quotation mark that is never closed swallows the rest of the file.
    #[error("line {line}: a quoted cell is never closed")]
    QuoteNeverClosed {
        /// The line on which the row with the cell begins.
        line: usize,
    },
    /// More rows than are read: [`MAX_ROWS`] of a file,
    /// [`MAX_BLOCK_ROWS`](super::MAX_BLOCK_ROWS) of a block.
    #[error("more than {limit} rows")]
    TooManyRows {
        /// How many are read at most.
        limit: usize,
    },
    /// More than [`MAX_COLUMNS`].
    #[error("line {line}: {columns} columns; at most {MAX_COLUMNS} are read")]
    TooManyColumns {
        /// The line of the row.
        line: usize,
        /// How many cells it has.
        columns: usize,
    },
    /// More than [`MAX_CELL_CHARACTERS`].
    #[error("line {line}, column {column}: more than {MAX_CELL_CHARACTERS} characters")]
    CellTooLong {
        /// The line of the row.
        line: usize,
        /// The column, counted from zero.
        column: usize,
    },
}

impl From<NotText> for TableError {
    fn from(reason: NotText) -> Self {
        match reason {
            NotText::Encoding(guess) => Self::Encoding { guess },
            NotText::Foreign(kind) => Self::Foreign { kind },
        }
    }
}

/// Rows of cells, and what was found out about the text they came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    separator: Separator,
    separator_doubtful: bool,
    header: Option<Header>,
    flaws: Vec<HeaderFlaw>,
    preamble: Vec<usize>,
    rows: Vec<Row>,
    width: usize,
    turned: bool,
}

impl Table {
    /// What separates the cells.
    pub const fn separator(&self) -> Separator {
        self.separator
    }

    /// Whether the comma may be separator or decimal mark, as in lines of
    /// `12,40` without a header. Reading again with the separator given
    /// ([`read_text`]) settles it.
    pub const fn separator_doubtful(&self) -> bool {
        self.separator_doubtful
    }

    /// The names of the columns, if the table has them.
    pub const fn header(&self) -> Option<&Header> {
        self.header.as_ref()
    }

    /// What is wrong with the names of the columns.
    pub fn flaws(&self) -> &[HeaderFlaw] {
        &self.flaws
    }

    /// Lines with something in them that were skipped: a title above the
    /// header, units below it.
    pub fn preamble(&self) -> &[usize] {
        &self.preamble
    }

    /// The rows below the header, in the order of the text.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The number of columns.
    pub const fn width(&self) -> usize {
        self.width
    }

    /// Whether the periods stood across and rows and columns were swapped.
    pub const fn turned(&self) -> bool {
        self.turned
    }

    /// The name of a column; empty without header or name.
    pub fn name(&self, column: usize) -> &str {
        let names = self.header.as_ref().map(Header::names).unwrap_or_default();
        names.get(column).map(String::as_str).unwrap_or_default()
    }

    /// The decimal mark of columns, as far as their texts tell.
    pub(super) fn decimal_of(&self, columns: &[usize]) -> Option<DecimalMark> {
        let rows = self.rows.iter().filter(|row| row.problem != Some(RowProblem::Total));
        let texts = rows.flat_map(|row| {
            let text = columns.iter().filter(|column| row.mark(**column) == Mark::Text);
            text.map(|column| row.cell(*column))
        });
        sniff_decimal(&texts.collect::<Vec<_>>())
    }

    /// The cells of one column below the header, totals left out.
    pub fn column(&self, column: usize) -> Vec<&str> {
        let rows = self.rows.iter().filter(|row| row.problem != Some(RowProblem::Total));
        rows.map(|row| row.cell(column)).collect()
    }
}

/// Reads a file: UTF-8, with or without byte order mark.
pub fn read_table(bytes: &[u8]) -> Result<Table, TableError> {
    if bytes.len() > MAX_BYTES {
        return Err(TableError::TooLarge { bytes: bytes.len() });
    }
    read_text(encoding::decode(bytes)?, None)
}

/// What separates the cells of a text, and whether its first line says so.
pub(super) fn separator_of(text: &str) -> (Separator, bool) {
    match separator::declared(text) {
        Some(declared) => (declared, true),
        None => (separator::sniff(text).0, false),
    }
}

/// Reads a text, with the given separator or the one it seems to have.
pub fn read_text(text: &str, separator: Option<Separator>) -> Result<Table, TableError> {
    if text.len() > MAX_BYTES {
        return Err(TableError::TooLarge { bytes: text.len() });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.chars().all(|glyph| glyph.is_whitespace() || ",;|\"".contains(glyph)) {
        return Err(TableError::Empty);
    }
    let declared = separator::declared(text);
    let (separator, doubtful) = match separator.or(declared) {
        Some(separator) => (separator, false),
        None => separator::sniff(text),
    };
    let mut rows = rows(text, separator, MAX_ROWS, true)?;
    if declared.is_some() && !rows.is_empty() {
        rows.remove(0);
    }
    if rows.len() > MAX_ROWS {
        return Err(TableError::TooManyRows { limit: MAX_ROWS });
    }
    rows.iter().try_for_each(check_sizes)?;
    let table = header::arranged(rows, separator).ok_or(TableError::Empty)?;
    let doubtful = doubtful && table.header.is_none();
    let mut table = wide::turned(&table).unwrap_or(table);
    table.separator_doubtful = doubtful;
    Ok(table)
}

/// Reads a block copied from a spreadsheet, cell by cell, without looking for
/// names of columns: cells are separated by tabs alone, so that a list of
/// sentences stays one. A quotation mark that is never closed is a character.
pub fn read_cells(text: &str) -> Result<Vec<Row>, TableError> {
    if text.len() > MAX_BYTES {
        return Err(TableError::TooLarge { bytes: text.len() });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let rows = match rows(text, Separator::Tab, MAX_ROWS, true) {
        Err(TableError::QuoteNeverClosed { .. }) => rows(text, Separator::Tab, MAX_ROWS, false)?,
        found => found?,
    };
    match rows.len() {
        0 => Err(TableError::Empty),
        1..=MAX_ROWS => rows.iter().try_for_each(check_sizes).map(|()| rows),
        _ => Err(TableError::TooManyRows { limit: MAX_ROWS }),
    }
}

fn check_sizes(row: &Row) -> Result<(), TableError> {
    let (line, columns) = (row.line, row.record.len());
    if columns > MAX_COLUMNS {
        return Err(TableError::TooManyColumns { line, columns });
    }
    let long =
        |cell: &str| cell.len() > MAX_CELL_CHARACTERS && cell.chars().count() > MAX_CELL_CHARACTERS;
    match row.cells().position(long) {
        Some(column) => Err(TableError::CellTooLong { line, column }),
        None => Ok(()),
    }
}
