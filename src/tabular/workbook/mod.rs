//! Workbooks (`.xlsx`, `.xlsm`): the cells of a sheet as texts, and which of
//! them are numbers.
//!
//! The way of the data: bytes → [`Book::open`] → [`Book::sheets`] →
//! [`Book::rows`] → [`Table::of_cells`](super::Table::of_cells), or row by row
//! into [`events`](super::events). A workbook says what a cell is: a number is
//! exact whatever country wrote it, a date is a date, and a percentage is one by
//! its style. What it does not say is not made up: a formula whose result was
//! never worked out, an error, a number merged over several rows stay refusals of
//! their cell.

mod book;
mod cell;
mod format;
#[cfg(test)]
mod fuzz;
mod sheet;
#[cfg(test)]
pub(super) mod testing;
#[cfg(test)]
mod tests;
mod unpack;
mod xml;
mod zip;

pub use book::{Book, SheetName};
pub use cell::{BookCell, BookRow, Merged};
pub use sheet::Rows;

use super::ForeignFile;

/// The largest workbook that is read, in bytes.
pub const MAX_BOOK_BYTES: usize = 50 * 1024 * 1024;

/// The most that one part of a workbook may unpack to, in bytes: a sheet of a
/// million rows and a dozen columns.
pub const MAX_UNPACKED_BYTES: u64 = 1024 * 1024 * 1024;

/// The most text that all cells may share, in bytes.
pub const MAX_SHARED_TEXT_BYTES: usize = 64 * 1024 * 1024;

/// Why a workbook is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BookError {
    /// A file of another kind in the same wrapping.
    #[error("not a workbook that can be read: {0:?}")]
    Foreign(ForeignFile),
    /// Part of it is missing or no XML.
    #[error("the workbook is damaged")]
    Damaged,
    /// It needs a password.
    #[error("the workbook is locked by a password")]
    Locked,
    /// It has charts only, or no such sheet.
    #[error("no sheet with cells")]
    NoSheet,
    /// It unpacks to more than is read.
    #[error("the workbook unpacks to more than is read")]
    TooLarge,
    /// A row has more columns than are read.
    #[error("row {row}: more than {} columns", super::MAX_COLUMNS)]
    TooManyColumns {
        /// The row, counted from 1.
        row: usize,
    },
}
