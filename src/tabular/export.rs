//! Cells on their way out: text that no spreadsheet takes for a formula, and
//! numbers that every reader takes for numbers.

use crate::base::plain;
use csv::{Terminator, WriterBuilder};

/// The prefix that makes a cell text. Spreadsheets know it as such.
const PREFIX: char = '\'';

/// Whether a cell beginning so is, or may become, a formula or a command; the
/// prefix itself counts, so that taking it off is always right.
fn needs_prefix(text: &str) -> bool {
    text.starts_with(|first: char| {
        matches!(
            first,
            '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\0' | PREFIX
                // Full-width forms, which some spreadsheets fold.
                | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}'
        )
    })
}

/// A text as a CSV cell: with a prefix if a spreadsheet could take it for a
/// formula. For text only; a number is never changed.
pub fn export_cell(text: &str) -> String {
    if needs_prefix(text) { format!("{PREFIX}{text}") } else { text.to_owned() }
}

/// The text of a cell that [`export_cell`] wrote.
pub fn import_cell(cell: &str) -> &str {
    cell.strip_prefix(PREFIX).filter(|text| needs_prefix(text)).unwrap_or(cell)
}

/// One cell to be written.
#[derive(Debug, Clone, PartialEq)]
pub enum OutCell {
    /// Text of a person; written by [`export_cell`].
    Text(String),
    /// A number; written as plain decimal with a point, negatives untouched.
    Number(f64),
    /// Nothing.
    Empty,
}

/// Rows as CSV text: commas, CRLF, quotes where needed, without a byte order
/// mark (spreadsheets take one in front for UTF-8).
pub fn write_csv(rows: &[Vec<OutCell>]) -> String {
    let mut writer =
        WriterBuilder::new().flexible(true).terminator(Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        let cells = row.iter().map(|cell| match cell {
            OutCell::Text(text) => export_cell(text),
            OutCell::Number(value) => plain(*value),
            OutCell::Empty => String::new(),
        });
        // Writing to memory cannot fail.
        let _ = writer.write_record(cells);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tabular::read_table;
    use proptest::prelude::*;

    #[test]
    fn text_that_could_be_a_formula_gets_a_prefix_and_other_text_does_not() {
        for start in ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "'", "\u{ff1d}"] {
            let text = format!("{start}SUM(A1)");
            assert_eq!(export_cell(&text), format!("'{text}"), "{text:?}");
        }
        for text in ["", "Sales", "5 - 3", "a=b", "\u{5143}", " x"] {
            assert_eq!(export_cell(text), text);
        }
        assert_eq!(import_cell("'t is a name"), "'t is a name");
    }

    #[test]
    fn numbers_are_written_plainly_and_negatives_stay_numbers() {
        let text = |text: &str| OutCell::Text(text.to_owned());
        let rows = vec![
            vec![text("Month"), text("Sales, net"), text("Note")],
            vec![text("2024-01"), OutCell::Number(-12.5), text("-5")],
            vec![text("2024-02"), OutCell::Number(1e15), text("say \"=1\"")],
            vec![text("2024-03"), OutCell::Empty, text("=1+1")],
        ];
        let expected = "Month,\"Sales, net\",Note\r\n2024-01,-12.5,'-5\r\n\
            2024-02,1000000000000000,\"say \"\"=1\"\"\"\r\n2024-03,,'=1+1\r\n";
        assert_eq!(write_csv(&rows), expected);
    }

    proptest! {
        #[test]
        fn every_text_comes_back(text in any::<String>(), odd in "['=+@\t\r\n\0-]{0,4}[a-z]?") {
            for text in [text, odd] {
                let cell = export_cell(&text);
                prop_assert_eq!(import_cell(&cell), text.as_str());
                prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\0']));
            }
        }

        #[test]
        fn what_is_written_is_read_back_cell_for_cell(
            texts in proptest::collection::vec("[a-z=;,\t\"\r\n|'-]{0,8}", 1..6),
            value in -1e9f64..1e9,
        ) {
            let rows: Vec<Vec<OutCell>> = std::iter::once(vec![
                OutCell::Text("Month".into()), OutCell::Text("Value".into()), OutCell::Text("Note".into()),
            ])
            .chain(texts.iter().map(|text| {
                vec![OutCell::Text("2024-01".into()), OutCell::Number(value), OutCell::Text(text.clone())]
            }))
            .collect();
            let written = write_csv(&rows);
            let table = read_table(written.as_bytes()).expect("our own CSV");
            let notes = table.rows().iter().map(|row| import_cell(row.cell(2)).to_owned());
            prop_assert_eq!(notes.collect::<Vec<_>>(), texts);
            let plain_value = plain(value);
            prop_assert!(table.column(1).iter().all(|cell| *cell == plain_value));
        }
    }
}
