//! Raw event logs: one row a call, an e-mail or an opportunity. The rows are
//! added up as they are read, chunk by chunk, and never stored.
//!
//! The way of the data: the first bytes → [`Sample`] → what a person chooses,
//! [`Rules`] → [`LogReader::push`] for every chunk → [`LogReader::finish`] →
//! [`Adder::outcomes`]. Where chunks are cut does not matter, and states of
//! parts merge into that of the whole.

mod aggregate;
mod choices;
mod moment;

#[cfg(test)]
mod tests;

pub use aggregate::{
    Adder, Aggregate, LeftOut, Length, Outcome, Reckoning, Rest, Rules, Said, When, seconds_of,
};
pub use choices::{Kind, LogChoices, StillOpen, needs_length};
pub use moment::{DateForm, Moment, MomentFault, OrderHint, order_hint, parse_moment};

use super::table::{Separator, TableError, cut_rows, separator_of};
use super::workbook::BookRow;
use super::{DayMonthOrder, ShortYear, ShortYears, encoding, short_years};
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// Rows of a sample.
const SAMPLE_ROWS: usize = 200;

/// The longest row that is read, in bytes.
const MAX_ROW_BYTES: usize = 1024 * 1024;

/// Bytes of the beginning that a sample is made of.
pub const SAMPLE_BYTES: usize = 64 * 1024;

/// The beginning of a log: what its columns are called and hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// What separates the cells.
    pub separator: Separator,
    /// Whether the first line says so, as `sep=;` does.
    declared: bool,
    /// Names of the columns, from the first row.
    pub names: Vec<String>,
    /// Rows below it.
    pub rows: Vec<Vec<String>>,
    /// Whether a column of a workbook holds numbers alone, which are read
    /// without a decimal mark.
    numbers: Vec<bool>,
    /// The row of the names in a sheet, counted from 1.
    heads: usize,
}

impl Sample {
    /// Reads the beginning of a log, `whole` if nothing follows it.
    pub fn read(bytes: &[u8], whole: bool) -> Result<Self, TableError> {
        let bytes = if whole { bytes } else { encoding::until_last_line(bytes) };
        let text = encoding::decode(bytes)?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let (separator, declared) = separator_of(text);
        let rows = match cut_rows(text, separator, SAMPLE_ROWS + 2, true) {
            // The sample may end within a quoted cell.
            Err(TableError::QuoteNeverClosed { .. }) if !whole => {
                cut_rows(text, separator, SAMPLE_ROWS + 2, false)?
            }
            found => found?,
        };
        let mut rows = rows
            .iter()
            .skip(usize::from(declared))
            .map(|row| row.cells().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>());
        let names = rows.next().ok_or(TableError::Empty)?;
        let rows = rows.take(SAMPLE_ROWS).collect();
        Ok(Self { separator, declared, names, rows, numbers: Vec::new(), heads: 1 })
    }

    /// The beginning of a sheet. Names are its first row as full as most.
    pub fn of_sheet(sheet: &[BookRow]) -> Result<Self, TableError> {
        let filled = |row: &BookRow| row.cells.iter().filter(|cell| !cell.text.is_empty()).count();
        let most = sheet.iter().take(SAMPLE_ROWS).map(filled).max().unwrap_or(0);
        let at = sheet.iter().position(|row| 2 * filled(row) > most).ok_or(TableError::Empty)?;
        let head = sheet.get(at).ok_or(TableError::Empty)?;
        let below = sheet.get(at + 1..).unwrap_or_default();
        let below = below.get(..SAMPLE_ROWS).unwrap_or(below);
        let texts = |row: &BookRow| -> Vec<String> {
            row.cells.iter().map(|cell| cell.text.trim().to_owned()).collect()
        };
        let numbers = (0..head.cells.len()).map(|column| {
            let cells = below.iter().filter_map(|row| row.cells.get(column));
            let mut cells = cells.filter(|cell| !cell.text.is_empty()).peekable();
            cells.peek().is_some() && cells.all(|cell| cell.is_number)
        });
        Ok(Self {
            separator: Separator::Tab,
            declared: false,
            names: texts(head),
            rows: below.iter().map(texts).collect(),
            numbers: numbers.collect(),
            heads: head.number,
        })
    }

    /// Whether a column holds numbers that have one reading.
    pub fn has_numbers(&self, column: usize) -> bool {
        self.numbers.get(column).copied().unwrap_or(false)
    }

    /// Different texts of a column, the most frequent first, at most so many.
    pub fn texts_of(&self, column: usize, most: usize) -> Vec<String> {
        let mut counts: Vec<(String, usize)> = Vec::new();
        for cell in self.rows.iter().filter_map(|row| row.get(column)) {
            match counts.iter_mut().find(|(known, _)| known == cell.trim()) {
                Some((_, count)) => *count += 1,
                None if !cell.trim().is_empty() => counts.push((cell.trim().to_owned(), 1)),
                None => {}
            }
        }
        counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        counts.into_iter().take(most).map(|(text, _)| text).collect()
    }

    /// Columns whose cells are moments, most of them; those whose years have two
    /// digits, as other things may have them, only where there are no others.
    pub fn moments(&self) -> Vec<usize> {
        let sure = self.columns_of(&|cell| order_hint(cell, None).is_some());
        if sure.is_empty() { self.columns_of(&|cell| is_short(cell)) } else { sure }
    }

    fn columns_of(&self, is_moment: &dyn Fn(&str) -> bool) -> Vec<usize> {
        let holds = |column: &usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(*column));
            let cells: Vec<&String> = cells.filter(|cell| !cell.trim().is_empty()).collect();
            let read = cells.iter().filter(|cell| is_moment(cell)).count();
            !cells.is_empty() && read * 10 >= cells.len() * 9
        };
        (0..self.names.len()).filter(holds).collect()
    }

    /// The first moment of a column whose year has two digits, and the years it
    /// may name.
    pub fn short_year_in(&self, column: usize) -> Option<(String, ShortYears)> {
        let mut cells = self.rows.iter().filter_map(|row| row.get(column));
        let cell = cells.find(|cell| is_short(cell))?;
        Some((cell.clone(), short_years(cell)?))
    }

    /// The order of day and month in a column: known, unimportant (`Ok(None)`)
    /// or to be asked.
    pub fn order_of(
        &self,
        column: usize,
        year: Option<ShortYear>,
    ) -> Result<Option<DayMonthOrder>, AskOrder> {
        let cells = self.rows.iter().filter_map(|row| row.get(column));
        let hints: Vec<OrderHint> = cells.filter_map(|cell| order_hint(cell, year)).collect();
        let has = |hint| hints.contains(&hint);
        match (has(OrderHint::DayFirst), has(OrderHint::MonthFirst), has(OrderHint::Open)) {
            (true, false, _) => Ok(Some(DayMonthOrder::DayFirst)),
            (false, true, _) => Ok(Some(DayMonthOrder::MonthFirst)),
            (false, false, false) => Ok(None),
            _ => Err(AskOrder),
        }
    }
}

/// Whether a text is a moment whose year has two digits.
fn is_short(text: &str) -> bool {
    let read = |year| order_hint(text, Some(year)).is_some();
    order_hint(text, None).is_none() && (read(ShortYear::Last) || read(ShortYear::First))
}

/// Day and month cannot be told apart; somebody has to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("day and month cannot be told apart")]
pub struct AskOrder;

/// Why a log is not read on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LogError {
    /// A row longer than a mebibyte: a quotation mark is never closed.
    #[error("line {line}: a row is longer than {MAX_ROW_BYTES} bytes")]
    RowTooLong {
        /// The line it ends on or after.
        line: u64,
    },
}

/// Adds up the rows of a sheet.
pub struct SheetReader {
    adder: Adder,
    heads: usize,
}

impl SheetReader {
    /// A reader for the sheet that the sample was taken from.
    pub fn new(sample: &Sample, rules: Rules) -> Self {
        Self { adder: Adder::new(rules), heads: sample.heads }
    }

    /// Reads the next rows, from the first on.
    pub fn push(&mut self, rows: &[BookRow]) {
        for row in rows.iter().filter(|row| row.number > self.heads) {
            let cell = |column: usize| row.cells.get(column);
            let text = |column| cell(column).map(|cell| cell.text.as_bytes()).unwrap_or_default();
            self.adder.add_known(text, |column| cell(column).is_some_and(|cell| cell.is_number));
        }
    }

    /// Rows read so far.
    pub fn rows(&self) -> u64 {
        self.adder.sum.rows
    }

    /// What all rows come to.
    pub fn finish(self) -> Adder {
        self.adder
    }
}

/// Reads a log chunk by chunk and adds up its rows.
pub struct LogReader {
    csv: Reader,
    adder: Adder,
    out: Vec<u8>,
    ends: Vec<usize>,
    filled: (usize, usize),
    /// Rows above the first of the log.
    heads: usize,
    begun: bool,
}

impl LogReader {
    /// A reader for the rest of what the sample was taken from.
    pub fn new(sample: &Sample, rules: Rules) -> Self {
        let csv = ReaderBuilder::new().delimiter(sample.separator.byte()).build();
        Self {
            csv,
            adder: Adder::new(rules),
            out: vec![0; 4096],
            ends: vec![0; 64],
            filled: (0, 0),
            heads: 1 + usize::from(sample.declared),
            begun: false,
        }
    }

    /// Reads the next bytes, cut anywhere.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), LogError> {
        let mut rest = bytes;
        if !self.begun && !bytes.is_empty() {
            self.begun = true;
            rest = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        }
        while !rest.is_empty() {
            rest = self.step(rest)?;
        }
        Ok(())
    }

    /// Reads the last row, which need not end with a line break, and gives
    /// what all rows come to.
    pub fn finish(mut self) -> Result<Adder, LogError> {
        // An empty input tells the reader that nothing follows.
        for _ in 0..3 {
            self.step(&[])?;
        }
        Ok(self.adder)
    }

    /// Rows read so far.
    pub fn rows(&self) -> u64 {
        self.adder.sum.rows
    }

    fn step<'a>(&mut self, input: &'a [u8]) -> Result<&'a [u8], LogError> {
        let (out_at, ends_at) = self.filled;
        let out = self.out.get_mut(out_at..).unwrap_or_default();
        let ends = self.ends.get_mut(ends_at..).unwrap_or_default();
        let (result, read, written, ended) = self.csv.read_record(input, out, ends);
        self.filled = (out_at + written, ends_at + ended);
        match result {
            ReadRecordResult::Record => self.take_row(),
            ReadRecordResult::OutputFull if self.out.len() >= MAX_ROW_BYTES => {
                return Err(LogError::RowTooLong { line: self.csv.line() });
            }
            ReadRecordResult::OutputFull => self.out.resize(self.out.len() * 2, 0),
            ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
            ReadRecordResult::InputEmpty | ReadRecordResult::End => {}
        }
        Ok(input.get(read..).unwrap_or_default())
    }

    fn take_row(&mut self) {
        let (length, count) = self.filled;
        self.filled = (0, 0);
        if let Some(heads) = self.heads.checked_sub(1) {
            self.heads = heads;
            return;
        }
        let (out, ends) = (self.out.get(..length), self.ends.get(..count));
        let (Some(out), Some(ends)) = (out, ends) else { return };
        let cell = |column: usize| -> &[u8] {
            let start = match column.checked_sub(1) {
                None => Some(0),
                Some(before) => ends.get(before).copied(),
            };
            let range = start.zip(ends.get(column).copied());
            range.and_then(|(start, end)| out.get(start..end)).unwrap_or_default()
        };
        self.adder.add(cell);
    }
}
