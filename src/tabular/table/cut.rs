//! Cuts text into rows and knows the line of each.

use super::{Row, Separator, TableError};
use csv::{ReaderBuilder, StringRecord};

/// Cuts a text into rows, up to one more than `limit`; blank ones are counted,
/// not kept.
pub(in crate::tabular) fn rows(
    text: &str,
    separator: Separator,
    limit: usize,
    quoting: bool,
) -> Result<Vec<Row>, TableError> {
    // The csv reader takes an open quotation mark to the end of the text for a
    // cell. A row of our own behind the text tells: it must come back alone.
    let guarded = format!("{text}\n{GUARD}\n");
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .quoting(quoting)
        .delimiter(separator.byte())
        .from_reader(guarded.as_bytes());
    let mut lines = Lines { text: &guarded, at: 0, line: 1 };
    let (mut rows, mut blank, mut closed) = (Vec::new(), 0, false);
    let mut last_line = 1;
    let mut record = StringRecord::new();
    // Reading from memory cannot fail, and the text is UTF-8 already.
    while reader.read_record(&mut record).unwrap_or(false) {
        let start = record.position().map_or(0, csv::Position::byte);
        let (line, skipped) = lines.record_at(usize::try_from(start).unwrap_or(usize::MAX));
        last_line = line;
        blank += skipped;
        closed = record.len() == 1 && record.get(0) == Some(GUARD);
        if closed {
            break;
        }
        let (marks, problem) = (Vec::new(), None);
        let record = record.clone();
        let mut row = Row { line, blank_lines_before: blank, record, marks, problem };
        if row.is_blank() {
            blank += 1;
            continue;
        }
        if rows.is_empty() {
            row.blank_lines_before = 0;
        }
        blank = 0;
        rows.push(row);
        if rows.len() > limit {
            return Ok(rows);
        }
    }
    if closed { Ok(rows) } else { Err(TableError::QuoteNeverClosed { line: last_line }) }
}

/// No cell of a text file that a person made.
const GUARD: &str = "\u{1}\u{2}end of the table\u{2}\u{1}";

/// Counts lines up to a place that only moves forward: LF, CRLF and lone CR.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    /// The line of the record that the reader found from byte `start` on, and
    /// how many blank lines the reader passed over to get there.
    fn record_at(&mut self, start: usize) -> (usize, usize) {
        let bytes = self.text.as_bytes();
        let split_break =
            start > 0 && bytes.get(start - 1) == Some(&b'\r') && bytes.get(start) == Some(&b'\n');
        // The reader stops between the two characters of a CRLF.
        let after_break = if split_break { start + 1 } else { start };
        self.advance(after_break);
        let before = self.line;
        let blank = bytes.iter().skip(after_break).take_while(|b| matches!(b, b'\r' | b'\n'));
        self.advance(after_break + blank.count());
        (self.line, self.line - before)
    }

    fn advance(&mut self, to: usize) {
        let bytes = self.text.as_bytes();
        for at in self.at..to.min(bytes.len()) {
            let next_is_feed = bytes.get(at + 1) == Some(&b'\n');
            match bytes.get(at) {
                Some(b'\n') => self.line += 1,
                Some(b'\r') if !next_is_feed => self.line += 1,
                _ => {}
            }
        }
        self.at = self.at.max(to);
    }
}
