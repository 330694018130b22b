//! Which character separates the cells.

use super::cut::rows;
use super::{MAX_COLUMNS, Row};
use crate::tabular::number::{NumberRefusal, parse_number};
use crate::tabular::when::{Likeness, likeness};
use serde::{Deserialize, Serialize};

/// What separates the cells of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Separator {
    /// TAB, as in blocks copied from a spreadsheet.
    Tab,
    /// `;`
    Semicolon,
    /// `|`
    Bar,
    /// `,`
    Comma,
    /// Nothing: one cell a line.
    None,
}

impl Separator {
    /// Those that may be found in a text, the least doubtful first: a comma
    /// may be a decimal mark as well.
    const CANDIDATES: [Self; 4] = [Self::Tab, Self::Semicolon, Self::Bar, Self::Comma];

    /// The character; `None` for [`Separator::None`].
    pub const fn character(self) -> Option<char> {
        match self {
            Self::Tab => Some('\t'),
            Self::Semicolon => Some(';'),
            Self::Bar => Some('|'),
            Self::Comma => Some(','),
            Self::None => None,
        }
    }

    pub(in crate::tabular) const fn byte(self) -> u8 {
        match self {
            Self::Tab => b'\t',
            Self::Semicolon => b';',
            Self::Bar => b'|',
            Self::Comma => b',',
            // ASCII's own unit separator, which no keyboard types.
            Self::None => 0x1f,
        }
    }
}

/// Rows looked at to find the separator.
const SAMPLE_ROWS: usize = 100;
/// Bytes looked at to find the separator.
const SAMPLE_BYTES: usize = 64 * 1024;

/// The separator a first line `sep=;` declares, as spreadsheets write it.
pub(super) fn declared(text: &str) -> Option<Separator> {
    let line = text.lines().next()?.trim_matches(['"', ' ']);
    let start = line.get(..4).filter(|start| start.eq_ignore_ascii_case("sep="))?;
    let mark = line.get(start.len()..)?.chars().next()?;
    Separator::CANDIDATES.into_iter().find(|candidate| candidate.character() == Some(mark))
}

/// The separator a text seems to have, and whether that is doubtful (unless
/// the table turns out to have a header).
pub(super) fn sniff(text: &str) -> (Separator, bool) {
    let text = sample(text);
    let scores = Separator::CANDIDATES.map(|candidate| (candidate, score(text, candidate)));
    let mut best = (Separator::None, Score::default());
    for (candidate, score) in scores {
        if score > best.1 {
            best = (candidate, score);
        }
    }
    match best.0 {
        Separator::Comma => comma_or_decimal(text),
        other => (other, false),
    }
}

/// The beginning of a text, up to the end of a line.
fn sample(text: &str) -> &str {
    let mut end = SAMPLE_BYTES.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text.get(..end).unwrap_or(text);
    let last_break = if end < text.len() { head.rfind(['\n', '\r']) } else { None };
    last_break.and_then(|at| head.get(..at)).unwrap_or(head)
}

/// Rows that become two cells or more with a meaning, then rows that become
/// two cells or more.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Score {
    meaningful: usize,
    separated: usize,
}

fn score(text: &str, separator: Separator) -> Score {
    if !separator.character().is_some_and(|mark| text.contains(mark)) {
        return Score::default();
    }
    let rows = sampled_rows(text, separator);
    let meaning = |cell: &str| likeness(cell) > Likeness::None || reads_as_number(cell);
    let meaningful = rows.iter().filter(|row| {
        row.cells().take(MAX_COLUMNS).filter(|cell| meaning(cell)).take(2).count() == 2
    });
    let separated = rows.iter().filter(|row| row.record.len() > 1);
    Score { meaningful: meaningful.count(), separated: separated.count() }
}

fn sampled_rows(text: &str, separator: Separator) -> Vec<Row> {
    // The sample may end within a quoted cell, or a quotation mark may never be
    // closed: then quotes are plain characters for the count.
    rows(text, separator, SAMPLE_ROWS, true)
        .or_else(|_| rows(text, separator, SAMPLE_ROWS, false))
        .unwrap_or_default()
}

/// Lines such as `12,40` are two whole numbers or one with a decimal comma.
fn comma_or_decimal(text: &str) -> (Separator, bool) {
    let lines = text.split(['\n', '\r']).filter(|line| !line.trim().is_empty());
    let lines: Vec<&str> = lines.take(SAMPLE_ROWS).collect();
    let (first, data) = match lines.as_slice() {
        [first, data @ ..] if !reads_as_number(first) && !data.is_empty() => (Some(*first), data),
        all => (None, all),
    };
    let whole_lines_are_numbers = data.iter().all(|line| reads_as_number(line));
    let plain_digits = |line: &str| line.split(',').all(|cell| digits(cell) && !cell.is_empty());
    match first {
        // A header with one name over lines that are numbers: one column.
        Some(first) if whole_lines_are_numbers && !first.contains(',') => (Separator::None, false),
        // A header decides: the caller drops the doubt if there is one.
        Some(_) => (Separator::Comma, wider_than_two(text)),
        None if whole_lines_are_numbers && starts_with_years(data) => (Separator::Comma, true),
        // Two columns would have a comma in every line.
        None if whole_lines_are_numbers => {
            (Separator::None, data.iter().all(|line| line.contains(',')))
        }
        None => {
            let doubtful = data.iter().any(|line| plain_digits(line)) || wider_than_two(text);
            (Separator::Comma, doubtful)
        }
    }
}

fn digits(cell: &str) -> bool {
    cell.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether unquoted rows have more cells than a period and a value, so that
/// `2024-01,1,5` may be one value written with a decimal comma.
fn wider_than_two(text: &str) -> bool {
    let rows = sampled_rows(text, Separator::Comma);
    let split = |row: &Row| {
        let cells: Vec<&str> = row.cells().skip(1).collect();
        cells.len() == 2 && cells.iter().all(|cell| digits(cell) && !cell.is_empty())
    };
    !text.contains('"') && !rows.is_empty() && rows.iter().all(split)
}

/// Whether the first numbers of the lines are rising years.
fn starts_with_years(lines: &[&str]) -> bool {
    let years: Option<Vec<u32>> = lines
        .iter()
        .map(|line| line.split(',').next().filter(|cell| cell.len() == 4)?.parse().ok())
        .collect();
    years.is_some_and(|years| {
        years.iter().all(|year| (1970..=2199).contains(year))
            && years.windows(2).all(|pair| pair.first() < pair.last())
    })
}

/// Whether a cell is a number, one that cannot be stored included.
pub(super) fn reads_as_number(cell: &str) -> bool {
    matches!(
        parse_number(cell, None),
        Ok(_)
            | Err(NumberRefusal::TooPrecise { .. }
                | NumberRefusal::TooLarge
                | NumberRefusal::TooSmall)
    )
}
