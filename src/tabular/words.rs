//! Refusals and questions of an import in the words of the user: the thing,
//! and the repair.

use super::encoding::{Encoding, ForeignFile};
use super::intake::IntakeError;
use super::mapping::MappingProblem;
use super::number::{DecimalMark, NumberRefusal};
use super::preview::CellErrorKind;
use super::table::{
    MAX_BYTES, MAX_CELL_CHARACTERS, MAX_COLUMNS, RowProblem, Separator, TableError,
};
use super::when::{DayMonthOrder, PeriodRefusal};
use super::workbook::BookError;
use crate::base::Cadence;
use crate::i18n::{Arg, Catalogue, InWords};
use crate::key;

fn said(catalogue: &Catalogue, key: &str) -> String {
    catalogue.text(key).into_owned()
}

fn count(count: usize) -> Arg<'static> {
    Arg::Count(u64::try_from(count).unwrap_or(u64::MAX))
}

impl InWords for Cadence {
    fn in_words(&self, catalogue: &Catalogue) -> String {
        let key = match self {
            Self::Day => key!("import.cadence.day"),
            Self::Week => key!("import.cadence.week"),
            Self::Month => key!("import.cadence.month"),
            Self::Quarter => key!("import.cadence.quarter"),
            Self::Year => key!("import.cadence.year"),
        };
        said(catalogue, key)
    }
}

impl InWords for Separator {
    fn in_words(&self, catalogue: &Catalogue) -> String {
        let key = match self {
            Self::Tab => key!("import.separator.tab"),
            Self::Semicolon => key!("import.separator.semicolon"),
            Self::Bar => key!("import.separator.bar"),
            Self::Comma => key!("import.separator.comma"),
            Self::None => key!("import.separator.none"),
        };
        said(catalogue, key)
    }
}

impl InWords for Encoding {
    fn in_words(&self, catalogue: &Catalogue) -> String {
        let key = match self {
            Self::Utf8 => key!("import.encoding.utf_8"),
            Self::Utf16Le => key!("import.encoding.utf_16_le"),
            Self::Utf16Be => key!("import.encoding.utf_16_be"),
            Self::Gb18030 => key!("import.encoding.gb_18030"),
            Self::Big5 => key!("import.encoding.big5"),
            Self::ShiftJis => key!("import.encoding.shift_jis"),
            Self::Windows1251 => key!("import.encoding.windows_1251"),
            Self::Koi8R => key!("import.encoding.koi8_r"),
            Self::Windows1252 => key!("import.encoding.windows_1252"),
            Self::Windows1250 => key!("import.encoding.windows_1250"),
        };
        said(catalogue, key)
    }
}

impl InWords for PeriodRefusal {
    fn in_words(&self, catalogue: &Catalogue) -> String {
        match self {
            Self::Empty => said(catalogue, key!("import.period.empty")),
            Self::NotAPeriod => said(catalogue, key!("import.period.not_a_period")),
            Self::YearMissing => said(catalogue, key!("import.period.year_missing")),
            Self::TwoDigitYear => said(catalogue, key!("import.period.two_digit_year")),
            Self::YearOutOfRange { year } => {
                let year = year.to_string();
                let args = [("year", Arg::Text(&year))];
                catalogue.format(key!("import.period.year_out_of_range"), &args)
            }
            Self::NoSuchPeriod => said(catalogue, key!("import.period.no_such_period")),
            Self::Finer { found, wanted } => {
                other_cadence(catalogue, key!("import.period.finer"), *found, *wanted)
            }
            Self::Coarser { found, wanted } => {
                other_cadence(catalogue, key!("import.period.coarser"), *found, *wanted)
            }
            Self::OtherOrder { order } => {
                let key = match order {
                    DayMonthOrder::DayFirst => key!("import.period.not_day_first"),
                    DayMonthOrder::MonthFirst => key!("import.period.not_month_first"),
                };
                said(catalogue, key)
            }
            Self::SpreadsheetSerial { serial } => {
                let serial = serial.to_string();
                let args = [("serial", Arg::Text(&serial))];
                catalogue.format(key!("import.period.serial"), &args)
            }
        }
    }
}

fn other_cadence(catalogue: &Catalogue, key: &str, found: Cadence, wanted: Cadence) -> String {
    let (found, wanted) = (found.in_words(catalogue), wanted.in_words(catalogue));
    catalogue.format(key, &[("found", Arg::Text(&found)), ("wanted", Arg::Text(&wanted))])
}

impl InWords for NumberRefusal {
    fn in_words(&self, catalogue: &Catalogue) -> String {
        let key = match self {
            Self::NoValue => key!("import.number.no_value"),
            Self::NotANumber => key!("import.number.not_a_number"),
            Self::TooLong => key!("import.number.too_long"),
            Self::ForeignDigits => key!("import.number.foreign_digits"),
            Self::IrregularGrouping => key!("import.number.irregular_grouping"),
            Self::OtherConvention { found: DecimalMark::Comma } => {
                key!("import.number.decimal_comma")
            }
            Self::OtherConvention { found: DecimalMark::Point } => {
                key!("import.number.decimal_point")
            }
            Self::TooPrecise { digits } => {
                let args = [("digits", count(*digits))];
                return catalogue.format(key!("import.number.too_precise"), &args);
            }
            Self::NotFinite => key!("import.number.not_finite"),
            Self::TooLarge => key!("import.number.too_large"),
            Self::TooSmall => key!("import.number.too_small"),
            Self::Formula => key!("import.number.formula"),
            Self::Merged => key!("import.number.merged"),
            Self::SpreadsheetError => key!("import.number.spreadsheet_error"),
        };
        said(catalogue, key)
    }
}

impl InWords for RowProblem {
    fn in_words(&self, catalogue: &Catalogue) -> String {
        let cells = |key, found: usize, expected: usize| {
            let (found, expected) = (found.to_string(), expected.to_string());
            let args = [("found", Arg::Text(&found)), ("expected", Arg::Text(&expected))];
            catalogue.format(key, &args)
        };
        match *self {
            Self::TooShort { found, expected } => {
                cells(key!("import.row.too_short"), found, expected)
            }
            Self::TooLong { found, expected } => {
                cells(key!("import.row.too_long"), found, expected)
            }
            Self::Total => said(catalogue, key!("import.row.total")),
        }
    }
}

impl InWords for CellErrorKind {
    fn in_words(&self, catalogue: &Catalogue) -> String {
        match self {
            Self::Row(problem) => problem.in_words(catalogue),
            Self::Period(refusal) => refusal.in_words(catalogue),
            Self::Number(refusal) => refusal.in_words(catalogue),
            Self::UnexpectedPercent => said(catalogue, key!("import.cell.unexpected_percent")),
            Self::Currency { found, expected: Some(expected) } => {
                let args =
                    [("found", Arg::Text(found.as_written())), ("expected", Arg::Text(expected))];
                catalogue.format(key!("import.cell.other_currency"), &args)
            }
            Self::Currency { found, expected: None } => {
                let args = [("found", Arg::Text(found.as_written()))];
                catalogue.format(key!("import.cell.no_money"), &args)
            }
            Self::NegativeCount { value } => {
                let args = [("value", Arg::Number(*value))];
                catalogue.format(key!("import.cell.negative_count"), &args)
            }
            Self::PartAboveWhole { part, whole } => {
                let args = [("part", Arg::Number(*part)), ("whole", Arg::Number(*whole))];
                catalogue.format(key!("import.cell.part_above_whole"), &args)
            }
        }
    }
}

impl InWords for TableError {
    fn in_words(&self, catalogue: &Catalogue) -> String {
        let numbered = |key, line: usize, other: usize| {
            let line = line.to_string();
            let args = [("line", Arg::Text(&line)), ("count", count(other))];
            catalogue.format(key, &args)
        };
        match *self {
            Self::Empty => said(catalogue, key!("import.table.empty")),
            Self::TooLarge { .. } => {
                let megabytes = (MAX_BYTES / 1024 / 1024).to_string();
                let args = [("megabytes", Arg::Text(&megabytes))];
                catalogue.format(key!("import.table.too_large"), &args)
            }
            Self::Encoding { guess } => {
                let args = [("guess", Arg::Text(guess.label()))];
                catalogue.format(key!("import.table.encoding"), &args)
            }
            Self::Foreign { kind } => said(catalogue, foreign_key(kind)),
            Self::QuoteNeverClosed { line } => numbered(key!("import.table.quote"), line, 0),
            Self::TooManyRows { limit } => {
                catalogue.format(key!("import.table.too_many_rows"), &[("count", count(limit))])
            }
            Self::TooManyColumns { line, .. } => {
                numbered(key!("import.table.too_many_columns"), line, MAX_COLUMNS)
            }
            Self::CellTooLong { line, .. } => {
                numbered(key!("import.table.cell_too_long"), line, MAX_CELL_CHARACTERS)
            }
        }
    }
}

fn foreign_key(kind: ForeignFile) -> &'static str {
    match kind {
        ForeignFile::Workbook => key!("import.table.workbook"),
        ForeignFile::OldWorkbook => key!("import.table.old_workbook"),
        ForeignFile::OpenDocument => key!("import.table.open_document"),
        ForeignFile::BinaryWorkbook => key!("import.table.binary_workbook"),
        ForeignFile::Archive => key!("import.table.archive"),
        ForeignFile::Pdf => key!("import.table.pdf"),
        ForeignFile::Picture => key!("import.table.picture"),
        ForeignFile::Binary => key!("import.table.binary"),
    }
}

impl InWords for BookError {
    fn in_words(&self, catalogue: &Catalogue) -> String {
        let key = match *self {
            Self::Foreign(kind) => foreign_key(kind),
            Self::Damaged => key!("import.book.damaged"),
            Self::Locked => key!("import.table.old_workbook"),
            Self::NoSheet => key!("import.book.no_sheet"),
            Self::TooLarge => key!("import.book.too_large"),
            Self::TooManyColumns { row } => {
                let row = row.to_string();
                let args = [("line", Arg::Text(&row)), ("count", count(MAX_COLUMNS))];
                return catalogue.format(key!("import.table.too_many_columns"), &args);
            }
        };
        said(catalogue, key)
    }
}

impl InWords for MappingProblem {
    fn in_words(&self, catalogue: &Catalogue) -> String {
        let key = match self {
            Self::NoPeriods => key!("import.mapping.no_periods"),
            Self::NoNumbers => key!("import.mapping.no_numbers"),
            Self::NoCounts => key!("import.mapping.no_counts"),
        };
        said(catalogue, key)
    }
}

impl InWords for IntakeError {
    fn in_words(&self, catalogue: &Catalogue) -> String {
        match self {
            Self::Table(error) => error.in_words(catalogue),
            Self::Mapping(problem) => problem.in_words(catalogue),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::testing::in_all;
    use crate::tabular::read_table;

    /// All at once: the messages of three languages are read for each call.
    fn told<T: InWords>(errors: &[T]) {
        let texts = |catalogue: &Catalogue| -> Vec<String> {
            errors.iter().map(|error| error.in_words(catalogue)).collect()
        };
        for text in in_all(|catalogue| texts(catalogue).join("\n")) {
            assert_eq!(text.lines().count(), errors.len(), "{text}");
            assert!(
                text.lines().all(|line| !line.is_empty() && !line.contains(['⟦', '{'])),
                "{text}"
            );
        }
    }

    #[test]
    fn every_refusal_has_words_in_every_language() {
        let (found, wanted) = (Cadence::Day, Cadence::Month);
        let periods = [
            PeriodRefusal::Empty,
            PeriodRefusal::NotAPeriod,
            PeriodRefusal::YearMissing,
            PeriodRefusal::TwoDigitYear,
            PeriodRefusal::YearOutOfRange { year: 2300 },
            PeriodRefusal::NoSuchPeriod,
            PeriodRefusal::Finer { found, wanted },
            PeriodRefusal::Coarser { found: wanted, wanted: found },
            PeriodRefusal::OtherOrder { order: DayMonthOrder::DayFirst },
            PeriodRefusal::OtherOrder { order: DayMonthOrder::MonthFirst },
            PeriodRefusal::SpreadsheetSerial { serial: 46_326 },
        ];
        told(&periods);
        let numbers = [
            NumberRefusal::NoValue,
            NumberRefusal::NotANumber,
            NumberRefusal::TooLong,
            NumberRefusal::ForeignDigits,
            NumberRefusal::IrregularGrouping,
            NumberRefusal::OtherConvention { found: DecimalMark::Comma },
            NumberRefusal::OtherConvention { found: DecimalMark::Point },
            NumberRefusal::TooPrecise { digits: 17 },
            NumberRefusal::NotFinite,
            NumberRefusal::TooLarge,
            NumberRefusal::TooSmall,
            NumberRefusal::Formula,
            NumberRefusal::Merged,
            NumberRefusal::SpreadsheetError,
        ];
        told(&numbers);
        let rows = [
            RowProblem::TooShort { found: 1, expected: 2 },
            RowProblem::TooLong { found: 3, expected: 2 },
            RowProblem::Total,
        ];
        told(&rows);
        let tables = [
            TableError::Empty,
            TableError::TooLarge { bytes: MAX_BYTES + 1 },
            TableError::Encoding { guess: Encoding::Windows1251 },
            TableError::QuoteNeverClosed { line: 3 },
            TableError::TooManyRows { limit: 100_000 },
            TableError::TooManyColumns { line: 1, columns: 2000 },
            TableError::CellTooLong { line: 2, column: 0 },
        ];
        told(&tables);
        let files = [
            ForeignFile::Workbook,
            ForeignFile::OldWorkbook,
            ForeignFile::OpenDocument,
            ForeignFile::BinaryWorkbook,
            ForeignFile::Archive,
            ForeignFile::Pdf,
            ForeignFile::Picture,
            ForeignFile::Binary,
        ];
        told(&files.map(|kind| TableError::Foreign { kind }));
        told(&files.map(BookError::Foreign));
        let books = [
            BookError::Damaged,
            BookError::Locked,
            BookError::NoSheet,
            BookError::TooLarge,
            BookError::TooManyColumns { row: 3 },
        ];
        told(&books);
        told(&[MappingProblem::NoPeriods, MappingProblem::NoNumbers, MappingProblem::NoCounts]);
        told(&Cadence::ALL);
        told(&Encoding::ALL);
        let cells = [
            CellErrorKind::UnexpectedPercent,
            CellErrorKind::NegativeCount { value: -3.0 },
            CellErrorKind::PartAboveWhole { part: 5.0, whole: 4.0 },
        ];
        told(&cells);
    }

    #[test]
    fn a_workbook_is_told_with_the_way_out() {
        let error = read_table(b"PK\x03\x04rest").expect_err("no text");
        let english = in_all(|catalogue| error.in_words(catalogue))[0].clone();
        assert!(english.contains("CSV") && english.contains("paste"), "{english}");
    }
}
