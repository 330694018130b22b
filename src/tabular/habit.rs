//! How the last table of an indicator was read: the next one of the same
//! source is read alike, said so, and open to change.

#[cfg(test)]
mod tests;

use super::encoding::Encoding;
use super::intake::{Columns, Intake};
use super::mapping::{ValueColumns, ValueShape};
use super::number::DecimalMark;
use super::preview::{Choices, PercentForm, Question};
use super::table::{HeaderFlaw, Separator, Table};
use super::when::{DayMonthOrder, ShortYear};
use crate::base::{FiscalStart, Id, IdKind};
use crate::kpi::{Indicator, Series};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Indicators remembered at most, the latest import last.
const MOST: usize = 300;

/// The longest name of a sheet.
const MAX_SHEET_CHARACTERS: usize = 200;

/// A column as it is found again: by its name, else by its place in a table as
/// wide as the one before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Column {
    Name(String),
    Place(usize),
}

/// What was chosen, or seemed meant and was confirmed, at an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Habit {
    /// The column of the period; none where rows were counted on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    period: Option<Column>,
    /// The columns of the values, in the order of [`ValueColumns::columns`].
    values: Vec<Column>,
    shape: ValueShape,
    /// How many columns the table had.
    width: usize,
    /// The separator, where it was chosen against what seemed meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    separator: Option<Separator>,
    /// The sheet, where the table came from a workbook with several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sheet: Option<String>,
    /// The encoding of the file, where it was chosen against what seemed meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    encoding: Option<Encoding>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    decimal: Option<DecimalMark>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    short_year: Option<ShortYear>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    day_month: Option<DayMonthOrder>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    percent: Option<PercentForm>,
}

impl Habit {
    /// What an import that was carried out tells about the next one. Answers
    /// that were not asked for this time stay as they were `before`; which of
    /// several rows of a period counts is asked every time.
    pub fn of(
        table: &Table,
        columns: Columns,
        separator: Option<Separator>,
        choices: Choices,
        before: Option<&Self>,
    ) -> Self {
        let column = |place: usize| match name_of(table, place) {
            Some(name) => Column::Name(name),
            None => Column::Place(place),
        };
        Self {
            period: columns.period.map(column),
            values: columns.values.columns().into_iter().map(column).collect(),
            shape: columns.values.shape(),
            width: table.width(),
            separator,
            sheet: before.and_then(|before| before.sheet.clone()),
            encoding: before.and_then(|before| before.encoding),
            decimal: choices.decimal.or(before.and_then(|before| before.decimal)),
            short_year: choices.short_year.or(before.and_then(|before| before.short_year)),
            day_month: choices.day_month.or(before.and_then(|before| before.day_month)),
            percent: choices.percent.or(before.and_then(|before| before.percent)),
        }
    }

    /// The separator to read the next text with, unless it finds its own.
    pub fn separator(&self) -> Option<Separator> {
        self.separator
    }

    /// The sheet to read of the next workbook, if it has one of that name.
    pub fn sheet(&self) -> Option<&str> {
        self.sheet.as_deref()
    }

    /// The encoding to read the next file with, unless it shows its own.
    pub fn encoding(&self) -> Option<Encoding> {
        self.encoding
    }

    /// Remembers the encoding that was chosen.
    pub fn remember_encoding(&mut self, encoding: Encoding) {
        self.encoding = Some(encoding);
    }

    /// Remembers which sheet was read, if there was a choice.
    pub fn remember_sheet(&mut self, sheet: Option<&str>) {
        self.sheet = sheet.map(|name| name.chars().take(MAX_SHEET_CHARACTERS).collect());
    }

    /// The columns of a table that are those of before; `None` of a table of
    /// another source.
    pub fn columns(&self, table: &Table) -> Option<Columns> {
        let find = |column: &Column| self.find(column, table);
        let period = match &self.period {
            Some(column) => Some(find(column)?),
            None => None,
        };
        let values: Option<Vec<usize>> = self.values.iter().map(find).collect();
        Some(Columns { period, values: ValueColumns::of(self.shape, &values?)? })
    }

    fn find(&self, column: &Column, table: &Table) -> Option<usize> {
        match column {
            Column::Name(name) => {
                let wanted = name.to_lowercase();
                let named = |place: &usize| table.name(*place).to_lowercase() == wanted;
                let mut found = (0..table.width()).filter(named);
                let first = found.next();
                first.filter(|_| found.next().is_none())
            }
            Column::Place(place) => {
                let fits = table.width() == self.width && *place < table.width();
                (fits && table.name(*place).is_empty()).then_some(*place)
            }
        }
    }

    /// What is settled about a table because it was settled the last time: its
    /// columns, and answers to questions that it raises. What a table says by
    /// itself is never overruled.
    pub fn settle(
        &self,
        table: &Table,
        indicator: &Indicator,
        series: &Series,
        fiscal: FiscalStart,
        today: NaiveDate,
    ) -> Option<Intake> {
        let columns = Some(self.columns(table)?);
        let mut intake = Intake { columns, ..Intake::default() };
        // An answer may raise one more question: with the decimals known, a
        // percentage may turn out to be a fraction.
        for _ in 0..4 {
            let looked = intake.look(table, indicator, series, fiscal, today).ok()?;
            let before = intake.choices;
            for question in looked.questions {
                match question {
                    Question::AmbiguousDecimal { .. } => intake.choices.decimal = self.decimal,
                    Question::ShortYear { .. } => intake.choices.short_year = self.short_year,
                    Question::AmbiguousDayMonth { .. } => intake.choices.day_month = self.day_month,
                    Question::Percent { .. } => intake.choices.percent = self.percent,
                    Question::Separator { .. } | Question::DuplicatePeriod { .. } => {}
                }
            }
            if intake.choices == before {
                break;
            }
        }
        Some(intake)
    }
}

/// The name of a column, if it is its own alone.
fn name_of(table: &Table, place: usize) -> Option<String> {
    let shared = table.flaws().iter().any(
        |flaw| matches!(flaw, HeaderFlaw::Duplicate { columns, .. } if columns.contains(&place)),
    );
    let name = table.name(place);
    (!shared && !name.is_empty()).then(|| name.to_owned())
}

/// The habits of a browser, one an indicator: a setting of the browser, no
/// part of any plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Habits(Vec<(Id, Habit)>);

impl Habits {
    /// Reads what was written; what cannot be read is forgotten.
    pub fn parse(text: &str) -> Self {
        let rows: Vec<(String, Habit)> = serde_json::from_str(text).unwrap_or_default();
        let row =
            |(id, habit): (String, Habit)| Some((Id::parse(IdKind::Indicator, &id).ok()?, habit));
        Self(rows.into_iter().filter_map(row).take(MOST).collect())
    }

    /// Its text.
    pub fn text(&self) -> String {
        let rows: Vec<(String, &Habit)> =
            self.0.iter().map(|(id, habit)| (id.to_string(), habit)).collect();
        // Texts and whole numbers only: there is always a text.
        serde_json::to_string(&rows).unwrap_or_default()
    }

    /// The habit of an indicator.
    pub fn of(&self, indicator: Id) -> Option<&Habit> {
        self.0.iter().find(|(id, _)| *id == indicator).map(|(_, habit)| habit)
    }

    /// Keeps the habit of an indicator; the oldest goes when there are too many.
    pub fn keep(&mut self, indicator: Id, habit: Habit) {
        self.0.retain(|(id, _)| *id != indicator);
        if self.0.len() >= MOST {
            self.0.remove(0);
        }
        self.0.push((indicator, habit));
    }
}
