//! A table from the cells of a workbook, which say what they are.

use super::header::{self, arranged};
use super::separator::reads_as_number;
use super::{
    MAX_CELL_CHARACTERS, MAX_ROWS, Mark, Row, Separator, Table, TableError, check_sizes, wide,
};
use crate::tabular::workbook::{BookCell, BookRow, Merged};
use csv::StringRecord;

/// Cells that are read at most, empty ones to the left of others included.
const MAX_CELLS: usize = 5_000_000;
/// Cells that a merged one is copied into at most.
const MAX_COPIED: usize = 1_000_000;

/// Rows of a sheet, taken one after the other.
#[derive(Debug, Default)]
pub struct Grid {
    rows: Vec<Row>,
    cells: usize,
}

/// How much of a table the cells of a sheet are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Worth {
    /// Words only.
    Words,
    /// Numbers, of no period.
    Numbers,
    /// Numbers of periods.
    Values,
}

impl Grid {
    /// Takes the next rows.
    pub fn push(&mut self, rows: Vec<BookRow>) -> Result<(), TableError> {
        for row in rows {
            let before = self.rows.last().map_or(row.number, |last| last.line + 1);
            self.cells += row.cells.len();
            if self.rows.len() >= MAX_ROWS || self.cells > MAX_CELLS {
                return Err(TableError::TooManyRows { limit: self.rows.len() });
            }
            let is_number = |cell: &BookCell| cell.is_number;
            let numbers = row.cells.iter().any(is_number);
            let mark = |number| if number { Mark::Number } else { Mark::Text };
            let marks = row.cells.iter().filter(|_| numbers).map(|cell| mark(cell.is_number));
            let made = Row {
                line: row.number,
                blank_lines_before: row.number.saturating_sub(before),
                marks: marks.collect(),
                record: row.cells.iter().map(|cell| cell.text.as_str()).collect(),
                problem: None,
            };
            check_sizes(&made)?;
            self.rows.push(made);
        }
        Ok(())
    }

    /// The table that all rows make.
    pub fn table(mut self, merged: &[Merged]) -> Result<Table, TableError> {
        self.spread(merged);
        self.rows.retain(|row| !row.is_blank());
        let filled = |row: &Row| row.cells().position(|cell| !cell.trim().is_empty());
        let first = self.rows.iter().filter_map(filled).min().ok_or(TableError::Empty)?;
        let width = self.rows.iter().map(Row::filled).max().unwrap_or(0) - first;
        if width * self.rows.len() > MAX_CELLS {
            return Err(TableError::TooManyRows { limit: MAX_CELLS / width });
        }
        for row in &mut self.rows {
            let cells = row.record.iter().skip(first);
            row.record = cells.chain(std::iter::repeat("")).take(width).collect::<StringRecord>();
            row.marks.drain(..first.min(row.marks.len()));
        }
        let mut table = arranged(self.rows, Separator::Tab).ok_or(TableError::Empty)?;
        if let Some(turned) = wide::turned(&table) {
            table = turned;
        } else {
            // Cells of a sheet stand where they stand: a remark beside the
            // table is none too many.
            header::widened(&mut table, width);
        }
        Ok(table)
    }

    /// What merged cells say holds for each row they cover, so that names over
    /// two lines and a label before several rows are found in each. A number
    /// over several rows belongs to none of them.
    fn spread(&mut self, merged: &[Merged]) {
        let mut left = MAX_COPIED;
        for cell in merged.iter().filter(|cell| cell.rows.0 < cell.rows.1) {
            let (first, column) = (cell.rows.0, cell.columns.0);
            let Ok(top) = self.rows.binary_search_by_key(&first, |row| row.line) else { continue };
            let Some(row) = self.rows.get_mut(top) else { continue };
            let text = row.cell(column).to_owned();
            let number = row.mark(column) == Mark::Number;
            if number {
                row.set(column, &text, Mark::Merged);
            }
            let below = self.rows.iter_mut().skip(top + 1);
            for row in below.take_while(|row| row.line <= cell.rows.1) {
                let room = text.chars().count() <= MAX_CELL_CHARACTERS && left > 0;
                if room {
                    left -= 1;
                    row.set(column, &text, if number { Mark::Merged } else { Mark::Text });
                }
            }
        }
    }
}

impl Table {
    /// How much of a table it is, to find the sheet that is meant.
    pub fn worth(&self) -> Worth {
        let mut rows = self.rows.iter();
        let numbers = rows.any(|row| row.cells().any(reads_as_number));
        match (numbers, header::period_column(&self.rows)) {
            (true, Some(_)) => Worth::Values,
            (true, None) => Worth::Numbers,
            (false, _) => Worth::Words,
        }
    }
}
