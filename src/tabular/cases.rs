//! Boundary cases and decisions pasted from a spreadsheet: a list of cases, a
//! whole board, or a block of decisions.

use super::glyph;
use super::table::{Row, TableError, read_cells};
use crate::base::Id;
use crate::registers::{Term, View, alike};

/// What a cell says of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// It counts, or it does not.
    Decided(bool),
    /// Not decided, said in so many words or by a mark.
    Open,
    /// Nothing.
    Blank,
}

/// Words and marks of a decision in our three languages. Not among them is a
/// plain x: it ticks a box in one country and crosses it out in the next.
const YES: [&str; 13] = ["yes", "y", "true", "1", "+", "да", "д", "是", "算", "对", "✓", "✔", "√"];
const NO: [&str; 13] =
    ["no", "n", "false", "0", "нет", "н", "否", "不是", "不算", "不", "×", "✗", "✘"];
const OPEN: [&str; 9] = ["-", "—", "?", "open", "tbd", "открыто", "не решено", "待定", "未定"];

/// Reads one cell; `None` where it is no decision.
fn said(cell: &str) -> Option<Said> {
    let word = glyph::folded(cell, 20)?.to_lowercase();
    let word = word.trim_end_matches(['.', '。']);
    match word {
        "" => Some(Said::Blank),
        word if YES.contains(&word) => Some(Said::Decided(true)),
        word if NO.contains(&word) => Some(Said::Decided(false)),
        word if OPEN.contains(&word) => Some(Said::Open),
        _ => None,
    }
}

/// A cell that is no decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unclear {
    /// The line it stands on, from 1.
    pub line: usize,
    /// What it says, shortened.
    pub text: String,
}

impl Unclear {
    fn new(line: usize, text: &str) -> Self {
        Self { line, text: glyph::trimmed(text).chars().take(40).collect() }
    }
}

/// One case of a pasted block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    /// The case in words.
    pub text: String,
    /// What the departments say, in the order of the columns.
    pub says: Vec<Said>,
}

/// A pasted block of cases, with decisions where it has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseBlock {
    /// The departments named in the first row; `None` where it names none.
    pub departments: Option<Vec<String>>,
    /// Columns of decisions.
    pub columns: usize,
    /// The cases.
    pub rows: Vec<CaseRow>,
    /// Cells that are no decision; they change nothing.
    pub unclear: Vec<Unclear>,
    /// Lines with decisions but without a case.
    pub caseless: Vec<usize>,
}

/// Reads a block: cases down the first column, a department a further column.
/// The first row may name the departments; a first column of mere numbers is
/// left out.
pub fn read_cases(text: &str) -> Result<CaseBlock, TableError> {
    let rows = read_cells(text)?;
    let width = rows.iter().map(filled).max().unwrap_or_default();
    let first = usize::from(width > 1 && is_numbering(&rows));
    let cell = |row: &Row, column: usize| glyph::trimmed(row.cell(column + first)).to_owned();
    let columns = width.saturating_sub(first + 1);
    let named = rows.first().filter(|row| is_header(row, first, columns));
    let departments =
        named.map(|row| (1..=columns).map(|column| cell(row, column)).collect::<Vec<_>>());
    let mut block = CaseBlock {
        columns,
        rows: Vec::new(),
        unclear: Vec::new(),
        caseless: Vec::new(),
        departments,
    };
    for row in rows.iter().skip(usize::from(named.is_some())) {
        let text = cell(row, 0);
        if text.is_empty() {
            block.caseless.push(row.line());
            continue;
        }
        let says = (1..=columns).map(|column| {
            let cell = cell(row, column);
            said(&cell).unwrap_or_else(|| {
                block.unclear.push(Unclear::new(row.line(), &cell));
                Said::Blank
            })
        });
        let says = says.collect();
        block.rows.push(CaseRow { text, says });
    }
    Ok(block)
}

/// Cells up to the last that holds something.
fn filled(row: &Row) -> usize {
    let last = row.cells().enumerate().filter(|(_, cell)| !glyph::trimmed(cell).is_empty()).last();
    last.map_or(0, |(at, _)| at + 1)
}

/// Whether the first column only counts the rows: the second holds the cases.
fn is_numbering(rows: &[Row]) -> bool {
    let number = |cell: &str| cell.trim_end_matches(['.', ')']).parse::<u32>().is_ok();
    let counts = |row: &Row| number(glyph::trimmed(row.cell(0))) && said(row.cell(1)).is_none();
    let body =
        if rows.first().is_some_and(counts) { rows } else { rows.get(1..).unwrap_or_default() };
    !body.is_empty() && body.iter().all(counts)
}

/// Whether a row names departments: something stands there, and no decision.
fn is_header(row: &Row, first: usize, columns: usize) -> bool {
    let cells = (1..=columns).map(|column| said(row.cell(column + first)));
    let cells: Vec<_> = cells.collect();
    cells.contains(&None) && cells.iter().all(|cell| matches!(cell, None | Some(Said::Blank)))
}

/// Reads a block of decisions alone, as copied from the inside of a board;
/// `None` where a cell of it is none.
pub fn read_decisions(text: &str) -> Option<Vec<Vec<Said>>> {
    let rows = read_cells(text).ok()?;
    rows.iter().map(|row| row.cells().map(said).collect()).collect()
}

/// What a pasted block would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockPlan {
    /// The term with the new cases.
    pub term: Term,
    /// The departments that change or are new, as they would be.
    pub views: Vec<View>,
    /// Cases that are new.
    pub new_cases: usize,
    /// Cases that are there already.
    pub known_cases: usize,
    /// Departments that are new, by name.
    pub new_departments: Vec<String>,
    /// Decisions on what was open.
    pub decided: usize,
    /// Decisions that turn round or open what was decided.
    pub changed: usize,
    /// Columns nobody can be found for: the block names no departments and has
    /// more columns than the board.
    pub nameless_columns: usize,
}

impl BlockPlan {
    /// Whether pasting would change anything.
    pub fn changes(&self) -> bool {
        self.new_cases > 0 || !self.views.is_empty()
    }
}

/// Works out what a block would change. Columns go to departments by their
/// names; without names, from the left. `new_id` gives ids for departments
/// that are new.
pub fn plan_block(
    term: &Term,
    views: &[&View],
    block: &CaseBlock,
    mut new_id: impl FnMut() -> Id,
) -> BlockPlan {
    let mut plan = BlockPlan {
        term: term.clone(),
        views: Vec::new(),
        new_cases: 0,
        known_cases: 0,
        new_departments: Vec::new(),
        decided: 0,
        changed: 0,
        nameless_columns: 0,
    };
    plan.term.add_cases(block.rows.iter().map(|row| row.text.as_str()));
    plan.new_cases = plan.term.cases.len() - term.cases.len();
    plan.known_cases =
        block.rows.iter().filter(|row| term.case_by_text(&row.text).is_some()).count();
    for column in 0..block.columns {
        let name = block.departments.as_ref().map(|names| names[column].as_str());
        let found = match name {
            Some(name) => views.iter().find(|view| alike(&view.department) == alike(name)),
            None => views.get(column),
        };
        // The same department again, in a further column.
        let planned = name.and_then(|name| {
            plan.views.iter().position(|view| alike(&view.department) == alike(name))
        });
        let mut view = match (planned, found, name) {
            (Some(at), ..) => plan.views.remove(at),
            (None, Some(view), _) => (*view).clone(),
            (None, None, Some(name)) if !name.is_empty() => {
                plan.new_departments.push(name.to_owned());
                View::new(new_id(), term.id, name)
            }
            (None, None, _) => {
                let says = block.rows.iter().any(|row| row.says[column] != Said::Blank);
                plan.nameless_columns += usize::from(says);
                continue;
            }
        };
        let before = view.clone();
        for row in &block.rows {
            let Some(case) = plan.term.case_by_text(&row.text).map(|case| case.id) else {
                continue;
            };
            let (decided, changed) = decide(&mut view, case, row.says[column]);
            plan.decided += decided;
            plan.changed += changed;
        }
        if view != before || planned.is_some() || found.is_none() {
            plan.views.push(view);
        }
    }
    plan
}

/// Decides as a cell says; counts a decision on what was open, and one that
/// changes what stood.
fn decide(view: &mut View, case: u32, said: Said) -> (usize, usize) {
    let before = view.decision(case).map(|decision| decision.counts);
    let after = match said {
        Said::Decided(counts) => Some(counts),
        Said::Open => None,
        Said::Blank => before,
    };
    if before == after {
        return (0, 0);
    }
    view.decide(case, after);
    if before.is_none() { (1, 0) } else { (0, 1) }
}

/// Puts a block of decisions onto the board, its first cell on the first of
/// `views` and `cases`; gives the departments that change, and how many cells
/// lay outside of the board.
pub fn paste_decisions(views: &[&View], cases: &[u32], block: &[Vec<Said>]) -> (Vec<View>, usize) {
    let mut outside = 0;
    let mut after: Vec<View> = views.iter().map(|view| (*view).clone()).collect();
    for (down, row) in block.iter().enumerate() {
        for (across, said) in row.iter().enumerate() {
            match (cases.get(down), after.get_mut(across)) {
                (Some(case), Some(view)) => drop(decide(view, *case, *said)),
                _ => outside += usize::from(*said != Said::Blank),
            }
        }
    }
    let changed = after.into_iter().zip(views).filter(|(after, before)| after != **before);
    (changed.map(|(after, _)| after).collect(), outside)
}

#[cfg(test)]
#[path = "cases_tests.rs"]
mod tests;
