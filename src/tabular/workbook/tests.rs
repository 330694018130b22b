//! What no writer at hand makes; files of real writers are read by
//! `tests/exports.rs`.

use super::testing::{PARTS, archive, with};
use super::*;
use crate::tabular::{Grid, Row, Table, Worth};

fn rows_of(bytes: &[u8]) -> Result<(Vec<BookRow>, Vec<Merged>), BookError> {
    let mut reader = Book::open(bytes)?.rows(0)?;
    let mut rows = Vec::new();
    while let Some(more) = reader.next()? {
        rows.extend(more);
    }
    Ok((rows, reader.merged().to_vec()))
}

fn table(sheet: &str) -> Table {
    let content = format!("<worksheet>{sheet}</worksheet>");
    let (rows, merged) = rows_of(&with("xl/worksheets/sheet1.xml", &content)).expect("a workbook");
    let mut grid = Grid::default();
    grid.push(rows).expect("not too large");
    grid.table(&merged).expect("a table")
}

fn cells(table: &Table) -> Vec<Vec<&str>> {
    table.rows().iter().map(|row| row.cells().collect()).collect()
}

/// What a cell of the sheet says.
fn said(cell: &str) -> String {
    let content = format!("<worksheet><sheetData><row>{cell}</row></sheetData></worksheet>");
    let (rows, _) = rows_of(&with("xl/worksheets/sheet1.xml", &content)).expect("a workbook");
    rows.first().and_then(|row| row.cells.last()).map(|cell| cell.text.clone()).unwrap_or_default()
}

#[test]
fn a_workbook_gives_its_sheets_and_their_cells() {
    let book = Book::open(&with("", "")).expect("a workbook");
    let names: Vec<(&str, bool)> =
        book.sheets().map(|sheet| (sheet.name.as_str(), sheet.hidden)).collect();
    assert_eq!(names, [("Calls & mails", false), ("Old", true)]);
    let (rows, merged) = rows_of(&with("", "")).expect("a workbook");
    let texts: Vec<Vec<&str>> =
        rows.iter().map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect()).collect();
    assert_eq!(texts, [["Month", "Value"], ["2026-01-01", "1234.5"], ["2026-02-01", "2469"]]);
    assert_eq!(rows[1].cells.iter().map(|cell| cell.is_number).collect::<Vec<_>>(), [false, true]);
    assert_eq!(merged, [Merged { rows: (8, 9), columns: (0, 1) }]);
}

#[test]
fn every_kind_of_cell_says_what_it_is() {
    let rows = [
        (r"<c><v>0.30000000000000004</v></c>", "0.3"),
        (r"<c><v>0.85714285714285721</v></c>", "0.857142857142857"),
        (r"<c><v>-0</v></c>", "0"),
        (r"<c><v>1E+2</v></c>", "100"),
        (r"<c><v>1.5e300</v></c>", "1.5e300"),
        (r"<c><v>1234567890123456789</v></c>", "1.2345678901234568e18"),
        (r#"<c s="2"><v>0.07</v></c>"#, "7%"),
        (r#"<c s="1"><v>46326.396006944444</v></c>"#, "2026-10-31T09:30:15"),
        (r#"<c s="1"><v>46325.99999999999</v></c>"#, "2026-10-31"),
        (r#"<c s="1"><v>59</v></c>"#, "1900-02-28"),
        (r#"<c s="1"><v>-1</v></c>"#, "#####"),
        (r#"<c s="3"><v>1.0855</v></c>"#, "26:03:07.200"),
        (r#"<c s="9"><v>5</v></c>"#, "5"),
        (r#"<c t="b"><v>1</v></c>"#, "TRUE"),
        (r#"<c t="b"><v>0</v></c>"#, "FALSE"),
        (r#"<c t="e"><v>#DIV/0!</v></c>"#, "#DIV/0!"),
        (r#"<c t="d"><v>2026-10-31T00:00:00</v></c>"#, "2026-10-31T00:00:00"),
        (r#"<c t="inlineStr"><is><t>a &lt; &#98;</t><rPh><t>x</t></rPh></is></c>"#, "a < b"),
        (r#"<c t="str"><f>A1</f><v>a_x000D_b_x</v></c>"#, "a\rb_x"),
        (r#"<c t="str"><f>IF(A1,1,"")</f><v></v></c>"#, ""),
        (r"<c><f>SUM(A1:A2)</f><v></v></c>", "=SUM(A1:A2)"),
        (r"<c><f>SUM(A1:A2)</f></c>", "=SUM(A1:A2)"),
        (r#"<c><f t="shared" si="0"/><v>7</v></c>"#, "7"),
        (r#"<c t="s"><v></v></c>"#, ""),
        (r"<c><v>12,5</v></c>", "12,5"),
        (r"<c><v>NaN</v></c>", "NaN"),
    ];
    for (cell, wanted) in rows {
        assert_eq!(said(cell), wanted, "{cell}");
    }
}

#[test]
fn the_system_of_1904_counts_from_its_own_day() {
    let (name, text) = PARTS[1];
    let bytes = with(name, &text.replace("date1904=\"0\"", "date1904=\"1\""));
    let (rows, _) = rows_of(&bytes).expect("a workbook");
    assert_eq!(rows[1].cells[0].text, "2030-01-02");
}

#[test]
fn results_that_were_never_worked_out_are_not_believed() {
    let (name, text) = PARTS[1];
    let bytes = with(name, &text.replace("<sheets>", "<calcPr fullCalcOnLoad=\"1\"/><sheets>"));
    let (rows, _) = rows_of(&bytes).expect("a workbook");
    assert_eq!(
        (rows[1].cells[1].text.as_str(), rows[2].cells[1].text.as_str()),
        ("1234.5", "=B2*2")
    );
}

#[test]
fn a_sheet_becomes_a_table_whose_numbers_have_one_reading() {
    let table = table(
        r#"<sheetData>
        <row r="2"><c r="C2" t="inlineStr"><is><t>Sales report</t></is></c></row>
        <row r="4"><c r="C4" t="inlineStr"><is><t>Month</t></is></c><c r="D4" t="inlineStr"><is><t>Sales</t></is></c></row>
        <row r="5"><c r="C5" s="1"><v>46023</v></c><c r="D5"><v>1.234</v></c></row>
        <row r="7"><c r="C7" s="1"><v>46054</v></c><c r="D7" t="inlineStr"><is><t>1.234</t></is></c><c r="G7" t="inlineStr"><is><t>typed</t></is></c></row>
        </sheetData>"#,
    );
    assert_eq!(table.header().map(|header| (header.line(), header.names().len())), Some((4, 5)));
    assert_eq!(table.rows().iter().map(Row::line).collect::<Vec<_>>(), [5, 7]);
    assert!(table.rows().iter().all(|row| row.problem().is_none()));
    assert_eq!(table.worth(), Worth::Values);
    let read = |at: usize| table.rows()[at].number(1, None).map(|found| found.value);
    assert_eq!(read(0), Ok(crate::tabular::NumberValue::Certain(1.234)));
    // A number tells nothing of how texts beside it are written.
    assert_eq!(table.decimal_of(&[1]), None);
    assert!(matches!(read(1), Ok(crate::tabular::NumberValue::Ambiguous { .. })));
}

#[test]
fn an_amount_with_decimals_is_no_month() {
    let table = table(
        r#"<sheetData><row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>
        <row r="2"><c r="A2"><v>12.2026</v></c><c r="B2" s="1"><v>46023</v></c></row>
        <row r="3"><c r="A3"><v>11.2026</v></c><c r="B3" s="1"><v>46054</v></c></row></sheetData>"#,
    );
    let guess = crate::tabular::guess_mapping(
        &table,
        crate::base::Cadence::Month,
        crate::tabular::ValueShape::Number,
        crate::base::FiscalStart::JANUARY,
    );
    assert_eq!(guess.expect("columns").mapping.period, 1);
}

#[test]
fn merged_names_and_labels_hold_for_every_row_and_merged_numbers_for_none() {
    let text = |place: &str, text: &str| {
        format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    let table = table(&format!(
        "<sheetData><row r=\"1\">{}{}</row><row r=\"2\">{}{}</row>\
         <row r=\"3\">{}<c r=\"B3\"><v>8</v></c><c r=\"C3\"><v>10</v></c></row>\
         <row r=\"4\">{}<c r=\"C4\"><v>20</v></c></row></sheetData>\
         <mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/><mergeCell ref=\"B3:B4\"/></mergeCells>",
        text("A1", "Month"),
        text("B1", "Calls"),
        text("B2", "answered"),
        text("C2", "all"),
        text("A3", "2026-01"),
        text("A4", "2026-02"),
    ));
    assert_eq!(
        table.header().map(|header| header.names().to_vec()),
        Some(vec!["Month".to_owned(), "answered".to_owned(), "all".to_owned()])
    );
    assert_eq!(cells(&table), [["2026-01", "8", "10"], ["2026-02", "8", "20"]]);
    for row in table.rows() {
        assert_eq!(row.number(1, None), Err(crate::tabular::NumberRefusal::Merged));
        assert!(row.number(2, None).is_ok());
    }
}

#[test]
fn months_across_keep_their_numbers() {
    let table = table(
        r#"<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46023</v></c><c r="C1" s="1"><v>46054</v></c></row>
        <row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>1.234</v></c><c r="C2"><v>2</v></c></row></sheetData>"#,
    );
    assert!(table.turned());
    assert_eq!(cells(&table), [["2026-01-01", "1.234"], ["2026-02-01", "2"]]);
    assert!(
        table.rows()[0]
            .number(1, None)
            .is_ok_and(|found| found.value == crate::tabular::NumberValue::Certain(1.234))
    );
}

#[test]
fn other_files_in_the_same_wrapping_are_named() {
    let foreign = |files: &[(&str, &[u8])]| Book::open(&archive(files)).err();
    let kind = |kind| Some(BookError::Foreign(kind));
    let mimetype: (&str, &[u8]) = ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet");
    assert_eq!(foreign(&[mimetype, ("content.xml", b"<a/>")]), kind(ForeignFile::OpenDocument));
    assert_eq!(foreign(&[("a.txt", b"a")]), kind(ForeignFile::Archive));
    let links = |target: &str| {
        format!(
            "<Relationships><Relationship Id=\"1\" Type=\"a/officeDocument\" Target=\"{target}\"/></Relationships>"
        )
    };
    let binary = links("xl/workbook.bin");
    assert_eq!(
        foreign(&[("_rels/.rels", binary.as_bytes()), ("xl/workbook.bin", b"x")]),
        kind(ForeignFile::BinaryWorkbook)
    );
    let letter = links("word/document.xml");
    assert_eq!(
        foreign(&[("_rels/.rels", letter.as_bytes()), ("word/document.xml", b"<a/>")]),
        kind(ForeignFile::Archive)
    );
    assert_eq!(Book::open(b"PK\x03\x04rest").err(), Some(BookError::Damaged));
    assert_eq!(Book::open(&with("xl/workbook.xml", "<workbook/>")).err(), Some(BookError::NoSheet));
}

#[test]
fn what_is_too_large_is_refused_before_it_is_held() {
    let sheet = |rows: &str| rows_of(&with("xl/worksheets/sheet1.xml", rows)).err();
    let far = "<worksheet><sheetData><row r=\"3\"><c r=\"XFD3\"><v>1</v></c></row></sheetData></worksheet>";
    assert_eq!(sheet(far), Some(BookError::TooManyColumns { row: 3 }));
    let long = format!(
        "<worksheet><row><c t=\"str\"><v>{}</v></c></row></worksheet>",
        "x".repeat(3 << 20)
    );
    assert_eq!(sheet(&long), Some(BookError::TooLarge));
    let deep = "<a>".repeat(1000);
    assert_eq!(sheet(&deep), Some(BookError::Damaged));
    let text = format!("<si><t>{}</t></si>", "x".repeat(1 << 19));
    let texts = format!("<sst>{}</sst>", text.repeat(MAX_SHARED_TEXT_BYTES / (1 << 19) + 1));
    assert_eq!(rows_of(&with("xl/sharedStrings.xml", &texts)).err(), Some(BookError::TooLarge));
}

#[test]
fn an_archive_that_lies_about_its_size_is_stopped_where_the_limit_is() {
    // Ten megabytes of tags, packed; the directory says ten bytes.
    let tags = "<si><t>x</t></si>".repeat(10 << 20 >> 4);
    let packed = miniz_oxide::deflate::compress_to_vec(tags.as_bytes(), 1);
    assert!(packed.len() < tags.len() / 50, "{}", packed.len());
    let mut bytes = archive(&[("xl/sharedStrings.xml", &packed)]);
    let name = bytes.windows(20).rposition(|text| text == b"xl/sharedStrings.xml");
    let entry = name.expect("it is there") - 46;
    (bytes[entry + 10], bytes[entry + 24]) = (8, 10);
    let entries = zip::entries(&bytes).expect("an archive");
    let bytes: std::sync::Arc<[u8]> = bytes.into();
    let read = |most: u64| {
        let mut xml = xml::Xml::new(&bytes, &entries[0], most)?;
        while !matches!(xml.next()?, xml::Piece::End) {}
        Ok(())
    };
    assert_eq!(read(1 << 20), Err(BookError::TooLarge));
    assert_eq!(read(1 << 24), Ok(()));
}

#[test]
fn a_locked_file_says_so() {
    let mut bytes = with("", "");
    let name = bytes.windows(15).rposition(|text| text == b"xl/workbook.xml").expect("it is there");
    bytes[name - 46 + 8] = 1;
    assert_eq!(Book::open(&bytes).err(), Some(BookError::Locked));
}
