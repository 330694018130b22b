//! Finds the names of the columns, the rows that are data, and what is wrong
//! with either.

use super::separator::reads_as_number;
use super::{Row, RowProblem, Separator, Table};
use crate::tabular::glyph;
use crate::tabular::when::{Likeness, likeness};
use std::collections::BTreeMap;

/// The names of the columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    pub(super) line: usize,
    pub(super) names: Vec<String>,
}

impl Header {
    /// The line of the names, counted from 1.
    pub const fn line(&self) -> usize {
        self.line
    }

    /// The names as written, one for each column; empty where there is none.
    pub fn names(&self) -> &[String] {
        &self.names
    }
}

/// What is wrong with the names of the columns. Columns are used by position,
/// so none of these changes a value; a remembered choice by name needs them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeaderFlaw {
    /// The first row is data.
    Missing,
    /// A column with cells but no name.
    Unnamed {
        /// The column, counted from zero.
        column: usize,
    },
    /// Several columns bear one name, upper and lower case alike.
    Duplicate {
        /// The name as the first of them writes it.
        name: String,
        /// The columns, counted from zero.
        columns: Vec<usize>,
    },
}

/// Rows looked at to find out what a column holds.
const SAMPLE_ROWS: usize = 200;

/// Words of rows that sum up the rows above.
const TOTALS: [&str; 14] = [
    "total",
    "totals",
    "subtotal",
    "sum",
    "average",
    "mean",
    "итого",
    "всего",
    "сумма",
    "среднее",
    "合计",
    "总计",
    "小计",
    "平均",
];

/// Puts rows under their header; `None` without any row.
pub(super) fn arranged(rows: Vec<Row>, separator: Separator) -> Option<Table> {
    let first_data = first_data_row(&rows);
    let mut above = rows;
    let mut data = above.split_off(first_data.min(above.len()));
    // A table of names only is a table without data.
    if data.is_empty() && above.is_empty() {
        return None;
    }
    let said = |row: &Row| row.cells().filter(|cell| !cell.trim().is_empty()).count();
    let fullest = above.iter().map(said).max();
    let header_at = above.iter().rposition(|row| Some(said(row)) == fullest);
    let header_row = header_at.and_then(|at| above.get(at));
    // Names rule the width; cells may stand under a last name left empty.
    let width = header_row.map_or_else(
        || common_width(&data, usize::MAX),
        |row| common_width(&data, row.record.len()).max(row.filled()),
    );
    let header = header_row.map(|row| Header {
        line: row.line,
        names: (0..width).map(|column| glyph::trimmed(row.cell(column)).to_owned()).collect(),
    });
    let preamble =
        above.iter().enumerate().filter(|(at, _)| Some(*at) != header_at).map(|(_, row)| row.line);
    let preamble = preamble.collect();
    if let Some(first) = data.first_mut() {
        first.blank_lines_before = 0;
    }
    for row in &mut data {
        row.problem = problem(row, width);
    }
    let flaws = flaws(header.as_ref(), &data);
    let (separator_doubtful, turned) = (false, false);
    Some(Table {
        separator,
        separator_doubtful,
        header,
        flaws,
        preamble,
        rows: data,
        width,
        turned,
    })
}

/// Makes every column of a sheet one of the table, named or not.
pub(super) fn widened(table: &mut Table, width: usize) {
    table.width = width;
    if let Some(header) = &mut table.header {
        header.names.resize(width, String::new());
    }
    for row in &mut table.rows {
        row.problem = row.problem.filter(|problem| *problem == RowProblem::Total);
    }
    table.flaws = flaws(table.header.as_ref(), &table.rows);
}

/// The most common number of filled cells, the larger one of equals.
fn common_width(rows: &[Row], limit: usize) -> usize {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for row in rows.iter().take(SAMPLE_ROWS) {
        *counts.entry(row.filled()).or_default() += 1;
    }
    let common = counts.into_iter().max_by_key(|(width, count)| (*count, *width));
    common.map_or(0, |(width, _)| width).min(limit)
}

/// The first row that is data: everything above is title, names and units.
fn first_data_row(rows: &[Row]) -> usize {
    let period = period_column(rows);
    let starts_data = |row: &Row| match period {
        Some((column, strength)) => {
            let is_period = row.likeness(column) >= strength;
            // A row with a bad period is still data when a plain number stands
            // in it; a year may be the name of a column.
            let mut others = row.cells().enumerate().filter(|(at, _)| *at != column);
            is_period
                || others.any(|(_, cell)| reads_as_number(cell) && likeness(cell) == Likeness::None)
        }
        None => row.cells().any(reads_as_number),
    };
    let first = rows.iter().position(starts_data).unwrap_or(rows.len());
    let below_names = period.and_then(|(column, strength)| {
        let of_period = rows.iter().position(|row| row.likeness(column) >= strength)?;
        below_names(rows.get(first..of_period)?).map(|rows| first + rows)
    });
    below_names.unwrap_or(first)
}

/// Where data begin in rows above the first of a period, if a blank line and
/// the names of columns stand there: what is above is a title, though a number
/// is in it.
fn below_names(rows: &[Row]) -> Option<usize> {
    let is_named = |row: &Row| row.filled() > 1 && !row.cells().any(reads_as_number);
    let names = rows.iter().rposition(is_named)?;
    let title_ends = rows.get(1..=names)?.iter().any(|row| row.blank_lines_before > 0);
    title_ends.then_some(names + 1)
}

/// The column most of whose cells are periods, and how surely they are.
pub(super) fn period_column(rows: &[Row]) -> Option<(usize, Likeness)> {
    let sample = rows.get(..SAMPLE_ROWS).unwrap_or(rows);
    let width = sample.iter().map(|row| row.record.len()).max().unwrap_or(0);
    let column_like = |strength: Likeness| {
        (0..width).find(|column| {
            let filled = sample.iter().filter(|row| !row.cell(*column).trim().is_empty()).count();
            let periods = sample.iter().filter(|row| row.likeness(*column) >= strength);
            let periods = periods.count();
            periods > 0 && 2 * periods >= filled && 3 * periods >= sample.len()
        })
    };
    let spelled = column_like(Likeness::Spelling).map(|column| (column, Likeness::Spelling));
    // Digits alone are periods only where other columns hold the values.
    let bare = || column_like(Likeness::Digits).filter(|_| width > 1);
    spelled.or_else(|| bare().map(|column| (column, Likeness::Digits)))
}

fn problem(row: &Row, width: usize) -> Option<RowProblem> {
    let first = row.cells().map(glyph::trimmed).find(|cell| !cell.is_empty()).unwrap_or_default();
    // A row of a period is a measurement, whatever its label says.
    let of_a_period = || row.cells().any(|cell| likeness(cell) == Likeness::Spelling);
    let (found, cells) = (row.filled(), row.record.len());
    if is_total(first) && !of_a_period() {
        Some(RowProblem::Total)
    } else if found > width {
        Some(RowProblem::TooLong { found, expected: width })
    } else if cells < width {
        Some(RowProblem::TooShort { found: cells, expected: width })
    } else {
        None
    }
}

/// Whether a cell names a total of the rows above: `Total`, `Grand total 2026`,
/// `Итого:`, `合计`.
pub fn is_total(cell: &str) -> bool {
    if cell.len() > 160 || !cell.contains(char::is_alphabetic) {
        return false;
    }
    let cell = cell.to_lowercase();
    let mut words = cell.split(|glyph: char| !glyph.is_alphabetic());
    words.any(|word| TOTALS.contains(&word))
}

fn flaws(header: Option<&Header>, data: &[Row]) -> Vec<HeaderFlaw> {
    let Some(header) = header else { return vec![HeaderFlaw::Missing] };
    let mut columns_of: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut flaws = Vec::new();
    for (column, name) in header.names.iter().enumerate() {
        if !name.is_empty() {
            columns_of.entry(name.to_lowercase()).or_default().push(column);
        } else if data.iter().any(|row| !row.cell(column).trim().is_empty()) {
            flaws.push(HeaderFlaw::Unnamed { column });
        }
    }
    let shared = columns_of.into_values().filter(|columns| columns.len() > 1);
    flaws.extend(shared.map(|columns| {
        let first = columns.first().and_then(|column| header.names.get(*column));
        HeaderFlaw::Duplicate { name: first.cloned().unwrap_or_default(), columns }
    }));
    flaws
}
