//! What a pasted block would do to a sheet.

use super::cell::{CellRefusal, Conventions, Reader, folded};
use super::{Column, Kind, Sheet, Value};
use crate::base::{Id, IdKind};
use crate::i18n::Catalogue;
use crate::tabular::{
    NumberValue, TableError, is_total, parse_number, read_block, sniff_day_month, sniff_decimal,
};
use crate::workspace::{Person, Project, Record};
use std::collections::BTreeMap;

/// The cell a block is pasted into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Start {
    /// Its row, from 0; the number of rows for the row below the last.
    pub row: usize,
    /// Its place among the columns shown, from 0.
    pub column: usize,
}

/// What only the person who has the block knows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PasteQuestion {
    /// Thousands or decimals.
    Decimal {
        /// The value if the comma is the decimal mark.
        as_comma: f64,
        /// The value if the point is the decimal mark.
        as_point: f64,
    },
    /// Which number of a date is the day.
    DayMonth,
}

/// What becomes of one pasted cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// The cell changes.
    Changes(Value),
    /// It says what is there already.
    Same,
    /// It does not fit; the cell stays as it is.
    Refused(CellRefusal),
}

/// One pasted cell.
#[derive(Debug, Clone, PartialEq)]
pub struct PastedCell {
    /// The column it goes into.
    pub column: &'static str,
    /// The text as pasted.
    pub text: String,
    /// What becomes of it.
    pub outcome: Outcome,
}

impl PastedCell {
    /// Whether it changes its cell, when people who are named and not in the
    /// register are added or not.
    pub fn changes(&self, add_people: bool) -> bool {
        match &self.outcome {
            Outcome::Changes(_) => true,
            Outcome::Refused(CellRefusal::Nobody) => add_people,
            Outcome::Refused(_) | Outcome::Same => false,
        }
    }
}

/// Why a pasted row is left out as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// It is a total of other rows.
    Total,
    /// It is new, and its sheet has no rows without a name.
    Nameless,
}

/// One pasted row.
#[derive(Debug, Clone, PartialEq)]
pub struct PastedRow {
    /// The record it changes; `None` adds one.
    pub record: Option<Record>,
    /// What the row is called.
    pub name: String,
    /// Why it is left out, if it is.
    pub left_out: Option<LeftOut>,
    /// Its cells.
    pub cells: Vec<PastedCell>,
}

impl PastedRow {
    /// Whether anything of it is taken.
    fn changes(&self, add_people: bool) -> bool {
        self.left_out.is_none() && self.cells.iter().any(|cell| cell.changes(add_people))
    }
}

/// What pasting would do.
#[derive(Debug, Clone, PartialEq)]
pub struct Pasted {
    /// The rows that get something, in order.
    pub rows: Vec<PastedRow>,
    /// The columns, by name, that get something.
    pub columns: Vec<&'static str>,
    /// Texts of columns for which the sheet has no room.
    pub left_out: usize,
    /// Whether the first row held the heads of the columns.
    pub has_heads: bool,
    /// What must be answered before cells with two readings are taken.
    pub questions: Vec<PasteQuestion>,
    /// Names of people who are not in the register.
    pub unknown: Vec<String>,
}

impl Pasted {
    /// Whether every cell fits, so that nothing has to be shown first.
    pub fn fits(&self) -> bool {
        let cells = self.rows.iter().flat_map(|row| &row.cells);
        self.left_out == 0
            && !self.rows.iter().any(|row| row.left_out.is_some())
            && !cells.into_iter().any(|cell| matches!(cell.outcome, Outcome::Refused(_)))
    }

    fn cells(&self) -> impl Iterator<Item = &PastedCell> {
        self.rows.iter().filter(|row| row.left_out.is_none()).flat_map(|row| &row.cells)
    }

    /// How many cells change, when people who are named and not in the register
    /// are added or not.
    pub fn changed(&self, add_people: bool) -> usize {
        self.cells().filter(|cell| cell.changes(add_people)).count()
    }

    /// How many cells do not fit.
    pub fn refused(&self, add_people: bool) -> usize {
        let refused = |cell: &&PastedCell| matches!(cell.outcome, Outcome::Refused(_));
        self.cells().filter(refused).filter(|cell| !cell.changes(add_people)).count()
    }

    /// How many rows are added.
    pub fn added(&self, add_people: bool) -> usize {
        self.rows.iter().filter(|row| row.record.is_none() && row.changes(add_people)).count()
    }

    /// The records as they should be, pasted on a day: first the people to
    /// add, if they are wanted, then the rows that change. Ids of new records come from
    /// `new_id`.
    pub fn records(
        &self,
        sheet: &Sheet,
        add_people: bool,
        today: chrono::NaiveDate,
        mut new_id: impl FnMut(IdKind) -> Id,
    ) -> Vec<Record> {
        let mut records = Vec::new();
        let mut people = BTreeMap::new();
        for name in self.unknown.iter().filter(|_| add_people) {
            let id = new_id(IdKind::Person);
            people.insert(folded(name), id);
            records.push(Record::Person(Person::new(id, name)));
        }
        for row in self.rows.iter().filter(|row| row.left_out.is_none()) {
            let before = row.record.clone();
            let mut record = before.clone().unwrap_or_else(|| (sheet.blank)(new_id(sheet.kind)));
            let blank = before.is_none().then(|| record.clone());
            for cell in &row.cells {
                let Some(column) = sheet.column(cell.column) else { continue };
                match &cell.outcome {
                    Outcome::Changes(value) => (column.write)(&mut record, value.clone()),
                    Outcome::Refused(CellRefusal::Nobody) => {
                        if let Some(person) = people.get(&folded(&cell.text)) {
                            (column.write)(&mut record, Value::Link(Some(*person)));
                        }
                    }
                    Outcome::Same | Outcome::Refused(_) => {}
                }
            }
            if let Some(before) = before.or(blank).filter(|before| *before != record) {
                (sheet.settle)(&before, &mut record, today);
                records.push(record);
            }
        }
        records
    }
}

/// Looks at a block pasted into a cell of a sheet whose `shown` columns are
/// seen. A first row of column heads is recognised, and the columns then go
/// where their heads say, whether they are seen or not. Texts go into the rows
/// from the cell on and below the last into new ones; blank new rows are left
/// out.
///
/// # Errors
/// The text is no block.
pub fn paste(
    catalogue: &Catalogue,
    project: &Project,
    sheet: &Sheet,
    shown: &[&'static Column],
    start: Start,
    text: &str,
    chosen: Conventions,
) -> Result<Pasted, TableError> {
    let mut block = read_block(text)?;
    let heads = heads(catalogue, sheet, &block);
    let targets = match &heads {
        Some(heads) => {
            block.remove(0);
            heads.clone()
        }
        None => shown.iter().skip(start.column).copied().map(Some).collect(),
    };
    let target = |place: usize| targets.get(place).copied().flatten();
    let left_out = block
        .iter()
        .flat_map(|row| row.iter().enumerate())
        .filter(|(place, text)| target(*place).is_none() && !text.trim().is_empty())
        .map(|(place, _)| place)
        .collect::<std::collections::BTreeSet<_>>()
        .len();
    let widths = block.iter().map(Vec::len).chain(heads.as_ref().map(Vec::len));
    let width = widths.max().unwrap_or_default();
    let columns: Vec<&'static Column> = (0..width).filter_map(target).collect();
    let of = |kind: Kind| -> Vec<&str> {
        let cells = block.iter().flat_map(|row| row.iter().enumerate());
        let wanted = |place: usize| target(place).is_some_and(|column| column.kind == kind);
        cells.filter(|(place, _)| wanted(*place)).map(|(_, text)| text.as_str()).collect()
    };
    let conventions = Conventions {
        decimal: chosen.decimal.or_else(|| sniff_decimal(&of(Kind::Money))),
        order: chosen.order.or_else(|| sniff_day_month(&of(Kind::Date), None)),
    };
    let reader = Reader { catalogue, project, conventions };
    let existing = (sheet.rows)(project);
    let mut rows = Vec::new();
    for (offset, cells) in block.iter().enumerate() {
        let record = existing.get(start.row + offset).cloned();
        if record.is_none() && cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        rows.push(row(&reader, sheet, record, &columns_of(cells, width, target)));
    }
    let questions = questions(&rows, sheet);
    let unknown = unknown(&rows);
    let columns = columns.iter().map(|column| column.name).collect();
    Ok(Pasted { rows, columns, left_out, has_heads: heads.is_some(), questions, unknown })
}

/// The cells of a row with their columns; a row that is shorter than the block
/// has empty cells at its end.
fn columns_of(
    cells: &[String],
    width: usize,
    target: impl Fn(usize) -> Option<&'static Column>,
) -> Vec<(&'static Column, String)> {
    let text = |place: usize| cells.get(place).cloned().unwrap_or_default();
    (0..width).filter_map(|place| Some((target(place)?, text(place)))).collect()
}

fn row(
    reader: &Reader<'_>,
    sheet: &Sheet,
    record: Option<Record>,
    cells: &[(&'static Column, String)],
) -> PastedRow {
    let blank = (sheet.blank)(Id::new(sheet.kind, 0));
    let before = record.as_ref().unwrap_or(&blank);
    let mut after = before.clone();
    let outcome = |(column, text): &(&'static Column, String)| {
        let outcome = match reader.read(column, text) {
            // A new row keeps what the column begins with.
            _ if record.is_none() && text.trim().is_empty() => Outcome::Same,
            Ok(value) if value == (column.read)(before) => Outcome::Same,
            Ok(value) if value.is_empty() && sheet.needs(column) => {
                Outcome::Refused(CellRefusal::Nameless)
            }
            Ok(value) => {
                (column.write)(&mut after, value.clone());
                Outcome::Changes(value)
            }
            Err(refusal) => Outcome::Refused(refusal),
        };
        PastedCell { column: column.name, text: text.trim().to_owned(), outcome }
    };
    let cells: Vec<PastedCell> = cells.iter().map(outcome).collect();
    let name = sheet.row_name(&after);
    let left_out = match record {
        None if name.is_empty() && sheet.named => Some(LeftOut::Nameless),
        None if name.split_whitespace().count() <= 2 && is_total(&name) => Some(LeftOut::Total),
        Some(_) | None => None,
    };
    PastedRow { record, name, left_out, cells }
}

/// The columns the cells of the first row name, if it is a row of heads: two
/// of its texts or more, or its only one, and none that is not a head where it
/// is no more than a word.
fn heads(
    catalogue: &Catalogue,
    sheet: &Sheet,
    block: &[Vec<String>],
) -> Option<Vec<Option<&'static Column>>> {
    let first = block.first()?;
    let head = |text: &String| {
        let text = folded(text);
        // "Needed, EUR" and "Needed (EUR)" are the column "Needed".
        let bare = text.split([',', '(', '，', '（']).next().unwrap_or_default().trim();
        let named = |column: &&Column| folded(&catalogue.text(column.head)) == bare;
        sheet.columns.iter().find(named)
    };
    let found: Vec<Option<&'static Column>> = first.iter().map(head).collect();
    let (known, filled) = (
        found.iter().flatten().count(),
        first.iter().filter(|text| !text.trim().is_empty()).count(),
    );
    let enough = known >= 2 || (known == 1 && filled == 1 && block.len() > 1);
    (enough && 2 * known >= filled).then_some(found)
}

/// What the cells with two readings ask.
fn questions(rows: &[PastedRow], sheet: &Sheet) -> Vec<PasteQuestion> {
    let doubtful = |kind: Kind| {
        let cells = rows.iter().filter(|row| row.left_out.is_none()).flat_map(|row| &row.cells);
        cells.into_iter().find(move |cell| {
            cell.outcome == Outcome::Refused(CellRefusal::TwoReadings)
                && sheet.column(cell.column).is_some_and(|column| column.kind == kind)
        })
    };
    let decimal = doubtful(Kind::Money).and_then(|cell| match parse_number(&cell.text, None) {
        Ok(reading) => match reading.value {
            NumberValue::Ambiguous { as_comma_decimal, as_point_decimal } => {
                Some(PasteQuestion::Decimal {
                    as_comma: as_comma_decimal,
                    as_point: as_point_decimal,
                })
            }
            NumberValue::Certain(_) => None,
        },
        Err(_) => None,
    });
    let order = doubtful(Kind::Date).map(|_| PasteQuestion::DayMonth);
    decimal.into_iter().chain(order).collect()
}

/// People named who are not in the register, each once, as first written.
fn unknown(rows: &[PastedRow]) -> Vec<String> {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let mut order = Vec::new();
    for cell in rows.iter().filter(|row| row.left_out.is_none()).flat_map(|row| &row.cells) {
        if cell.outcome == Outcome::Refused(CellRefusal::Nobody) {
            let key = folded(&cell.text);
            if names.insert(key.clone(), cell.text.clone()).is_none() {
                order.push(cell.text.clone());
            }
        }
    }
    order
}
