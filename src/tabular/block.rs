//! A block of cells copied from a spreadsheet, every cell at its place.

use super::table::{Separator, TableError, cut_rows};
use super::{MAX_BYTES, MAX_CELL_CHARACTERS, MAX_COLUMNS};

/// Rows of one pasted block at most.
pub const MAX_BLOCK_ROWS: usize = 2_000;

/// Cuts a pasted text into rows and cells as a spreadsheet would: tabs between
/// cells, line ends between rows, cells with either of them in quotation marks.
/// Unlike a file, a block keeps its blank rows: below a blank cell stands the
/// next one. Blank rows at the end are left out.
///
/// # Errors
/// The text is empty or larger than the stated limits.
pub fn read_block(text: &str) -> Result<Vec<Vec<String>>, TableError> {
    if text.len() > MAX_BYTES {
        return Err(TableError::TooLarge { bytes: text.len() });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // Typed text may hold a lone quotation mark; it then is one.
    let rows = match cut_rows(text, Separator::Tab, MAX_BLOCK_ROWS, true) {
        Err(TableError::QuoteNeverClosed { .. }) => {
            cut_rows(text, Separator::Tab, MAX_BLOCK_ROWS, false)?
        }
        other => other?,
    };
    let above = text.lines().take_while(|line| line.trim().is_empty()).count();
    let mut block = vec![Vec::new(); above];
    for row in rows {
        block.extend(std::iter::repeat_n(Vec::new(), row.blank_lines_before()));
        let cells: Vec<String> = row.cells().map(str::to_owned).collect();
        let (line, columns) = (row.line(), cells.len());
        if columns > MAX_COLUMNS {
            return Err(TableError::TooManyColumns { line, columns });
        }
        let long = |cell: &String| cell.chars().count() > MAX_CELL_CHARACTERS;
        if let Some(column) = cells.iter().position(long) {
            return Err(TableError::CellTooLong { line, column });
        }
        block.push(cells);
    }
    if block.iter().all(Vec::is_empty) {
        Err(TableError::Empty)
    } else if block.len() > MAX_BLOCK_ROWS {
        Err(TableError::TooManyRows { limit: MAX_BLOCK_ROWS })
    } else {
        Ok(block)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<Vec<String>> {
        read_block(text).expect("a block")
    }

    #[test]
    fn a_block_keeps_every_cell_at_its_place() {
        assert_eq!(cut("a\tb\r\nc\td\r\n"), [["a", "b"], ["c", "d"]]);
        assert_eq!(cut("100\n\n300\n"), [vec!["100"], vec![], vec!["300"]]);
        assert_eq!(cut("\r\n\t\r\n300"), [vec![], vec![], vec!["300"]]);
        assert_eq!(cut("a\t\tc"), [["a", "", "c"]]);
        assert_eq!(cut("a\n\n\n"), [["a"]]);
    }

    #[test]
    fn quoted_cells_hold_tabs_and_line_ends_and_a_lone_quote_is_text() {
        assert_eq!(cut("\"a\tb\nc \"\"d\"\"\"\te"), [["a\tb\nc \"d\"", "e"]]);
        assert_eq!(cut("\"half\tb\nc\td"), [["\"half", "b"], ["c", "d"]]);
    }

    #[test]
    fn what_is_too_large_or_empty_is_refused() {
        assert_eq!(read_block(" \n\t\n"), Err(TableError::Empty));
        let long = "x\n".repeat(MAX_BLOCK_ROWS + 1);
        assert_eq!(read_block(&long), Err(TableError::TooManyRows { limit: MAX_BLOCK_ROWS }));
        let gap = format!("x{}y", "\n".repeat(MAX_BLOCK_ROWS + 1));
        assert_eq!(read_block(&gap), Err(TableError::TooManyRows { limit: MAX_BLOCK_ROWS }));
        let wide = "\t".repeat(MAX_COLUMNS) + "x";
        let columns = MAX_COLUMNS + 1;
        assert_eq!(read_block(&wide), Err(TableError::TooManyColumns { line: 1, columns }));
        let cell = "x".repeat(MAX_CELL_CHARACTERS + 1);
        assert_eq!(read_block(&cell), Err(TableError::CellTooLong { line: 1, column: 0 }));
    }
}
