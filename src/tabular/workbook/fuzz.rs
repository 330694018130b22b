//! Damaged workbooks: whatever the bytes, there is an answer and no panic.

use super::testing::{PARTS, archive};
use super::*;
use crate::base::testing::{Dice, fuzz, mutate};
use crate::base::{Cadence, FiscalStart};
use crate::tabular::{Grid, Table, ValueShape, guess_mapping};

/// Files of other writers, packed.
const FILES: [&[u8]; 3] = [
    include_bytes!("../../../tests/fixtures/tabular/workbooks/openpyxl-plain.xlsx"),
    include_bytes!("../../../tests/fixtures/tabular/workbooks/xlsxwriter-merged.xlsx"),
    include_bytes!("../../../tests/fixtures/tabular/workbooks/excelize-money.xlsx"),
];

/// Texts that mean something in the XML of a workbook.
const PIECES: [&str; 30] = [
    "<row r=\"9\">",
    "</row>",
    "<c r=\"XFD1048576\">",
    "<c r=\"B2\" s=\"1\">",
    "<v>",
    "</v>",
    "</c>",
    "t=\"s\"",
    "t=\"b\"",
    "t=\"e\"",
    "t=\"d\"",
    "s=\"3\"",
    "1e308",
    "-46326.5",
    "4294967296",
    "<f>",
    "</f>",
    "&amp;",
    "&#x0;",
    "&#xFFFFFF;",
    "_xFFFF_",
    "<![CDATA[",
    "]]>",
    "<!--",
    "<mergeCell ref=\"A1:XFD1048576\"/>",
    "A0:A0",
    "$",
    "\u{feff}",
    "<t>",
    "<rPh>",
];

/// A workbook with one of its files, or its archive, damaged.
fn damaged(dice: &mut Dice) -> Vec<u8> {
    if dice.roll(3) == 0 {
        let mut bytes = dice.one(&FILES).to_vec();
        // Where it counts: the directory, near the end, more often than not.
        let from = if dice.roll(2) == 0 { bytes.len().saturating_sub(900) } else { 0 };
        let mut tail = bytes.split_off(from);
        mutate(
            dice,
            &mut tail,
            &[&b"PK\x01\x02"[..], b"PK\x05\x06", b"\xff\xff\xff\xff", b"\0\0", b"\x08\0"],
        );
        bytes.extend(tail);
        return bytes;
    }
    let mut texts = PARTS.map(|(_, text)| text.as_bytes().to_vec());
    let at = if dice.roll(2) == 0 { texts.len() - 1 } else { dice.roll(texts.len()) };
    mutate(dice, &mut texts[at], &PIECES);
    let files: Vec<(&str, &[u8])> =
        PARTS.iter().zip(&texts).map(|((name, _), text)| (*name, text.as_slice())).collect();
    archive(&files)
}

/// The table of each sheet, as the page reads it.
fn tables(bytes: &[u8]) -> Result<Vec<Table>, BookError> {
    let book = Book::open(bytes)?;
    let mut tables = Vec::new();
    for sheet in 0..book.sheets().count().min(3) {
        let (mut rows, mut grid) = (book.rows(sheet)?, Grid::default());
        while let Some(found) = rows.next()? {
            assert!(found.iter().all(|row| row.cells.iter().any(|cell| !cell.text.is_empty())));
            if grid.push(found).is_err() {
                break;
            }
        }
        tables.extend(grid.table(rows.merged()));
    }
    Ok(tables)
}

#[test]
fn damaged_workbooks_are_read_or_refused_and_never_panic() {
    let fiscal = FiscalStart::new(4).expect("April is a month");
    fuzz("workbooks", |dice| {
        let Ok(tables) = tables(&damaged(dice)) else { return false };
        for table in &tables {
            let _ = guess_mapping(table, Cadence::Month, ValueShape::Number, fiscal);
        }
        !tables.is_empty()
    });
}
