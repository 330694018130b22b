//! Records of a register as a sheet of cells: which columns it has, what a
//! typed or pasted text means in each, and what a pasted block would change.
//!
//! A [`Sheet`] says how to read and write the cells of one kind of record; the
//! page draws any of them with the same table. Nothing here changes a project:
//! a [`Pasted`] block hands out the records as they should be, for one command.

mod cell;
mod channels;
mod columns;
mod paste;
mod tasks;
mod words;

#[cfg(test)]
mod tests;

pub use cell::{CellRefusal, Conventions, Reader, shown};
pub use channels::CHANNELS;
pub use columns::{COSTS, INTEGRATIONS, PEOPLE, STAGES};
pub use paste::{LeftOut, Outcome, PasteQuestion, Pasted, PastedCell, PastedRow, Start, paste};
pub use tasks::{ACTIONS, RISKS};

use crate::base::{Id, IdKind, Period};
use crate::statistics::sum;
use crate::workspace::{Project, Record};
use chrono::NaiveDate;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text; empty for none.
    Text(String),
    /// An amount.
    Amount(Option<f64>),
    /// A calendar date.
    Date(Option<NaiveDate>),
    /// One of the column's options, by its place among them.
    Choice(Option<usize>),
    /// A period.
    Period(Option<Period>),
    /// Another record.
    Link(Option<Id>),
}

impl Value {
    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.trim().is_empty(),
            Self::Amount(amount) => amount.is_none(),
            Self::Date(date) => date.is_none(),
            Self::Choice(place) => place.is_none(),
            Self::Period(period) => period.is_none(),
            Self::Link(id) => id.is_none(),
        }
    }
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// Money in the project's currency, not below zero.
    Money,
    /// A whole number, not below zero.
    Count,
    /// A calendar date.
    Date,
    /// A period of any length.
    Period,
    /// One of a few words, given by their keys.
    Choice {
        /// The keys, in the order they are offered.
        options: &'static [&'static str],
        /// Whether none may be chosen.
        optional: bool,
    },
    /// Somebody of the people register.
    Person,
    /// A stage of the implementation.
    Stage,
}

/// One column of a sheet.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name in addresses and ids: a word of small letters.
    pub name: &'static str,
    /// Key of its head.
    pub head: &'static str,
    /// What its cells hold.
    pub kind: Kind,
    /// Whether it is only shown when more columns are asked for.
    pub more: bool,
    /// Reads the cell of a record.
    pub read: fn(&Record) -> Value,
    /// Puts a value into the cell of a record; a value of another kind than
    /// the column's changes nothing.
    pub write: fn(&mut Record, Value),
}

/// The records of one kind as rows of cells.
#[derive(Debug, Clone, Copy)]
pub struct Sheet {
    /// Its name in ids: a word of small letters.
    pub name: &'static str,
    /// Kind of its records' ids.
    pub kind: IdKind,
    /// Key of what a new row is called: "new stage".
    pub new: &'static str,
    /// Whether the order of the rows means something, so that it can be
    /// changed.
    pub ordered: bool,
    /// Whether a row without a name, in its first column, is no row.
    pub named: bool,
    /// Its columns; the first names the row.
    pub columns: &'static [Column],
    /// The records, in order.
    pub rows: fn(&Project) -> Vec<Record>,
    /// A record nobody has written into.
    pub blank: fn(Id) -> Record,
    /// What follows, on a day, from a change that was written into a record,
    /// given as it was before: the day an action was done.
    pub settle: fn(&Record, &mut Record, NaiveDate),
}

impl Sheet {
    /// A column by its name.
    pub fn column(&self, name: &str) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// What a row is called: the text of its first column.
    pub fn row_name(&self, record: &Record) -> String {
        match self.columns.first().map(|column| (column.read)(record)) {
            Some(Value::Text(text)) => text.trim().to_owned(),
            _ => String::new(),
        }
    }

    /// The sums of its columns of money and counts, by name, each exact and
    /// rounded once; `None` where no cell holds an amount. None at all where
    /// rows are of different periods: their sum is of nothing.
    pub fn totals(&self, project: &Project) -> Vec<(&'static str, Option<f64>)> {
        let records = (self.rows)(project);
        let mut periods = self
            .columns
            .iter()
            .filter(|column| column.kind == Kind::Period)
            .flat_map(|column| records.iter().map(|record| (column.read)(record)))
            .filter(|period| !period.is_empty());
        let first = periods.next();
        if periods.any(|period| Some(period) != first) {
            return Vec::new();
        }
        let summed = |column: &&Column| matches!(column.kind, Kind::Money | Kind::Count);
        let money = self.columns.iter().filter(summed);
        let total = |column: &'static Column| {
            let amounts: Vec<f64> = records
                .iter()
                .filter_map(|record| match (column.read)(record) {
                    Value::Amount(amount) => amount,
                    _ => None,
                })
                .collect();
            (column.name, (!amounts.is_empty()).then(|| sum(&amounts)))
        };
        money.map(total).collect()
    }

    /// Whether a column must say something in every row.
    pub fn needs(&self, column: &Column) -> bool {
        self.named && self.columns.first().is_some_and(|first| first.name == column.name)
    }

    /// Whether nobody has written into a record.
    pub fn is_blank(&self, record: &Record) -> bool {
        *record == (self.blank)(record.id())
    }
}
