//! A row with something in it, and what its cells are.

use crate::tabular::number::{DecimalMark, NumberReading, NumberRefusal, parse_number};
use crate::tabular::when::{Likeness, likeness};
use csv::StringRecord;

/// What is wrong with a row as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowProblem {
    /// Fewer cells than columns: which are missing is not known.
    TooShort {
        /// Cells in the row.
        found: usize,
        /// Columns of the table.
        expected: usize,
    },
    /// More cells than columns, as when a decimal comma became a separator.
    TooLong {
        /// Cells in the row, empty ones at the end left out.
        found: usize,
        /// Columns of the table.
        expected: usize,
    },
    /// A total of the rows above, no measurement.
    Total,
}

/// One row with something in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub(super) line: usize,
    pub(super) blank_lines_before: usize,
    pub(super) record: StringRecord,
    /// What each cell is; none in a text, where every cell is text.
    pub(super) marks: Vec<Mark>,
    pub(super) problem: Option<RowProblem>,
}

/// What a cell is, beside its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// A text, whatever it reads like.
    Text,
    /// A number with a decimal point, by the word of a workbook.
    Number,
    /// A number merged over several rows.
    Merged,
}

impl Row {
    /// The line the row begins on, counted from 1.
    pub const fn line(&self) -> usize {
        self.line
    }

    /// Blank lines and rows between the row before and this one.
    pub const fn blank_lines_before(&self) -> usize {
        self.blank_lines_before
    }

    /// The text of a cell; empty where the row is too short.
    pub fn cell(&self, column: usize) -> &str {
        self.record.get(column).unwrap_or_default()
    }

    /// The number in a cell. Where a workbook says that it is one, it has one
    /// reading whatever the `decimal` mark of the texts around it.
    pub(in crate::tabular) fn number(
        &self,
        column: usize,
        decimal: Option<DecimalMark>,
    ) -> Result<NumberReading, NumberRefusal> {
        match self.mark(column) {
            Mark::Text => parse_number(self.cell(column), decimal),
            Mark::Number => parse_number(self.cell(column), Some(DecimalMark::Point)),
            Mark::Merged => Err(NumberRefusal::Merged),
        }
    }

    /// How much a cell looks like a period. A number of a workbook with decimals
    /// is none: 12.2026 is an amount, where a text may be December.
    pub(in crate::tabular) fn likeness(&self, column: usize) -> Likeness {
        let text = self.cell(column);
        if self.mark(column) != Mark::Text && text.contains('.') {
            return Likeness::None;
        }
        likeness(text)
    }

    pub(super) fn mark(&self, column: usize) -> Mark {
        self.marks.get(column).copied().unwrap_or(Mark::Text)
    }

    /// All cells of the row.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        self.record.iter()
    }

    /// What is wrong with the row as a whole.
    pub const fn problem(&self) -> Option<RowProblem> {
        self.problem
    }

    pub(super) fn is_blank(&self) -> bool {
        self.cells().all(|cell| cell.trim().is_empty())
    }

    /// Cells up to the last that holds something.
    pub(super) fn filled(&self) -> usize {
        let from_end = self.cells().collect::<Vec<_>>().into_iter().rev();
        self.record.len() - from_end.take_while(|cell| cell.trim().is_empty()).count()
    }

    /// Puts a text into a cell.
    pub(super) fn set(&mut self, column: usize, text: &str, mark: Mark) {
        let width = self.record.len().max(column + 1);
        let cells = (0..width).map(|at| if at == column { text } else { self.cell(at) });
        let record: StringRecord = cells.collect();
        self.record = record;
        if self.marks.len() < width && (mark != Mark::Text || !self.marks.is_empty()) {
            self.marks.resize(width, Mark::Text);
        }
        if let Some(place) = self.marks.get_mut(column) {
            *place = mark;
        }
    }
}
