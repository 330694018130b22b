//! Blocks with the periods across: rows and columns change places.

use super::header::{Header, arranged};
use super::{Mark, Row, Table};
use crate::tabular::when::{Likeness, likeness};
use csv::StringRecord;

/// Lines a wide block may have; more is a list whose rows happen to hold dates.
const MAX_LINES: usize = 50;

/// The table with its periods down the first column, if they stood across the
/// first line: `Month, 2024-01, 2024-02` above `Sales, 85, 90`.
pub(super) fn turned(table: &Table) -> Option<Table> {
    if table.rows.len() > MAX_LINES {
        return None;
    }
    let header = table.header.iter().map(|header| (header.line, header.names.clone()));
    let rows = table.rows.iter().map(|row| (row.line, row.cells().map(str::to_owned).collect()));
    let lines: Vec<(usize, Vec<String>)> = header.chain(rows).collect();
    // Names of columns are texts.
    let marked: Vec<Option<&Row>> =
        table.header.iter().map(|_| None).chain(table.rows.iter().map(Some)).collect();
    let ([first, second, ..], true) = (lines.as_slice(), table.preamble.is_empty()) else {
        return None;
    };
    if !periods_across(&first.1) || periods_across(&second.1) {
        return None;
    }
    let width = lines.iter().map(|(_, cells)| cells.len()).max()?;
    let value_line = second.0;
    let rows = (0..width).map(|column| {
        let cells = lines.iter().map(|(_, cells)| cells.get(column).map_or("", String::as_str));
        let record: StringRecord = cells.collect();
        let mark = |row: Option<&Row>| row.map_or(Mark::Text, |row| row.mark(column));
        let marks = marked.iter().copied().map(mark).collect();
        Row { line: value_line, blank_lines_before: 0, record, marks, problem: None }
    });
    let labelled = !is_period(first.1.first()?);
    let mut rows: Vec<Row> = rows.filter(|row| !row.is_blank()).collect();
    let names = (labelled && !rows.is_empty()).then(|| rows.remove(0));
    let mut turned = arranged(rows, table.separator)?;
    if let Some(names) = names {
        let names = names.cells().map(|name| name.trim().to_owned()).collect();
        turned.header = Some(Header { line: first.0, names });
        turned.flaws.clear();
    }
    turned.turned = true;
    Some(turned)
}

fn is_period(cell: &str) -> bool {
    likeness(cell) > Likeness::None
}

/// Whether a line holds two periods or more behind a label, or nothing but
/// periods that are spelled out: `2000` in a row of a period is a value.
fn periods_across(cells: &[String]) -> bool {
    let Some((label, rest)) = cells.split_first() else { return false };
    let filled: Vec<&String> = rest.iter().filter(|cell| !cell.trim().is_empty()).collect();
    let spelled = |cell: &str| likeness(cell) == Likeness::Spelling;
    if is_period(label) {
        spelled(label) && !filled.is_empty() && filled.into_iter().all(|cell| spelled(cell))
    } else {
        filled.len() >= 2 && filled.into_iter().all(|cell| is_period(cell))
    }
}
