//! What real programs export. Expectations are read off the texts by eye.

use super::*;

fn read(text: &str) -> Table {
    read_table(text.as_bytes()).unwrap_or_else(|error| panic!("{text:?}: {error}"))
}

fn refused(bytes: &[u8]) -> TableError {
    match read_table(bytes) {
        Err(error) => error,
        Ok(table) => panic!("read as {table:?}"),
    }
}

fn names(table: &Table) -> Vec<&str> {
    table.header().map(Header::names).unwrap_or_default().iter().map(String::as_str).collect()
}

fn cells(table: &Table) -> Vec<Vec<&str>> {
    table.rows().iter().map(|row| row.cells().collect()).collect()
}

fn lines(table: &Table) -> Vec<usize> {
    table.rows().iter().map(Row::line).collect()
}

#[test]
fn separators_are_found_and_reported() {
    let blocks = [
        ("Month,Sales\n2024-01,85\n2024-02,90", Separator::Comma),
        ("Month;Sales\n2024-01;1,5\n2024-02;1,7", Separator::Semicolon),
        ("Month\tSales\n2024-01\t1,5\n2024-02\t1,7", Separator::Tab),
        ("Month|Sales\n2024-01|1,5\n2024-02|1,7", Separator::Bar),
        ("Sales\n1,5\n1,7", Separator::None),
        ("85\n90\n95", Separator::None),
        ("2024-01\t85", Separator::Tab),
        ("Month;Note;Sales\n2024-01;a, b, c;5\n2024-02;d, e, f;6", Separator::Semicolon),
        ("Month,Note,Sales\n2024-01,a; b,5\n2024-02,c; d,6", Separator::Comma),
        ("\"Month\",\"Sales\"\n\"2024-01\",\"1.234,5\"", Separator::Comma),
    ];
    for (text, separator) in blocks {
        let table = read(text);
        assert_eq!(table.separator(), separator, "{text:?}");
        assert!(!table.separator_doubtful(), "{text:?}");
    }
}

#[test]
fn a_declared_separator_is_obeyed_and_its_line_is_no_row() {
    let table = read("sep=;\r\nMonth;Sales\r\n2024-01;1,5\r\n");
    assert_eq!(table.separator(), Separator::Semicolon);
    assert_eq!(
        (names(&table), cells(&table)),
        (vec!["Month", "Sales"], vec![vec!["2024-01", "1,5"]])
    );
    assert_eq!(lines(&table), [3]);
}

#[test]
fn a_comma_between_digits_is_doubtful_until_the_separator_is_given() {
    let text = "12,40\n15,42";
    assert!(read(text).separator_doubtful());
    let pairs = read_text(text, Some(Separator::Comma)).expect("two columns");
    assert_eq!(cells(&pairs), [["12", "40"], ["15", "42"]]);
    let numbers = read_text(text, Some(Separator::None)).expect("one column");
    assert_eq!(cells(&numbers), [["12,40"], ["15,42"]]);
    assert!(!pairs.separator_doubtful() && !numbers.separator_doubtful());
    // One value with a decimal comma, or a part and a whole.
    assert!(read("2024-01,1,5\n2024-02,1,7").separator_doubtful());
    assert!(!read("Month,Part,Whole\n2024-01,1,5\n2024-02,1,7").separator_doubtful());
    // Rising years are more likely a first column.
    let years = read("2024,85\n2025,90");
    assert!(years.separator_doubtful() && years.separator() == Separator::Comma);
}

#[test]
fn a_byte_order_mark_and_any_line_ends_are_fine() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["\u{feff}Month;Sales", "2024-01;1", "", "2024-02;\"a", "b\"", "2024-03;3"];
        let table = read(&text.join(end));
        assert_eq!(names(&table), ["Month", "Sales"], "{end:?}");
        assert_eq!(lines(&table), [2, 4, 6], "{end:?}");
        let gaps: Vec<usize> = table.rows().iter().map(Row::blank_lines_before).collect();
        assert_eq!(gaps, [0, 1, 0], "{end:?}");
        assert_eq!(table.rows()[1].cell(1), format!("a{end}b"));
    }
}

#[test]
fn other_encodings_are_refused_with_a_guess() {
    let utf_16 = |text: &str, order: fn(u16) -> [u8; 2]| -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    };
    let text = "\u{feff}Month\tSales\n2024-01\t85\n";
    // "Месяц;Продажи" and "окт 2026;5" in windows-1251, by its published table.
    let russian = b"\xcc\xe5\xf1\xff\xf6;\xcf\xf0\xee\xe4\xe0\xe6\xe8\n\xee\xea\xf2 2026;5\n";
    // "月份,销售额" in GBK.
    let chinese = b"\xd4\xc2\xb7\xdd,\xcf\xfa\xca\xdb\xb6\xee\n2026-10,5\n";
    // "Région;Été" in windows-1252.
    let french = b"R\xe9gion;\xc9t\xe9\n2026-10;5\n";
    let cases: [(Vec<u8>, Encoding); 7] = [
        (utf_16(text, u16::to_le_bytes), Encoding::Utf16Le),
        (utf_16(text, u16::to_be_bytes), Encoding::Utf16Be),
        (utf_16("Month\tSales\n", u16::to_le_bytes), Encoding::Utf16Le),
        (utf_16("Month\tSales\n", u16::to_be_bytes), Encoding::Utf16Be),
        (russian.to_vec(), Encoding::Windows1251),
        (chinese.to_vec(), Encoding::Gb18030),
        (french.to_vec(), Encoding::Windows1252),
    ];
    for (bytes, guess) in cases {
        assert_eq!(refused(&bytes), TableError::Encoding { guess });
    }
}

#[test]
fn files_of_other_kinds_are_named() {
    let files: [(&[u8], ForeignFile); 5] = [
        (b"PK\x03\x04\x14\x00\x06\x00", ForeignFile::Workbook),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ForeignFile::OldWorkbook),
        (b"\x89PNG\r\n\x1a\n\x00\x00", ForeignFile::Picture),
        (b"%PDF-1.7\n", ForeignFile::Pdf),
        (b"\x7fELF\x02\x01\x01\x03\x04\xfe\xff\x81", ForeignFile::Binary),
    ];
    for (bytes, kind) in files {
        assert_eq!(refused(bytes), TableError::Foreign { kind });
    }
}

#[test]
fn a_text_with_nothing_in_it_is_empty() {
    for text in ["", "\u{feff}", "\n\n", " \t \r\n", ",,,\n,,,", ";;"] {
        assert_eq!(refused(text.as_bytes()), TableError::Empty, "{text:?}");
    }
}

#[test]
fn a_quote_that_is_never_closed_is_an_error_with_its_line() {
    let error = |line| TableError::QuoteNeverClosed { line };
    assert_eq!(refused(b"Month,Sales\n2024-01,\"85\n2024-02,90\n"), error(2));
    assert_eq!(refused(b"\"Month,Sales\n2024-01,85\n2024-02,90"), error(1));
    assert_eq!(refused(b"Month;Sales\r\n2024-01;5\r\n\r\n2024-02;\"90\"\"\r\n"), error(4));
    // A mark of inches within a cell opens nothing.
    assert_eq!(read("Month,Size\n2024-01,5\"\n2024-02,6\"").rows().len(), 2);
}

#[test]
fn ragged_rows_are_kept_with_their_line_and_problem() {
    let table = read("Month,Sales,Quotes\n2024-01,1,2\n2024-02,1\n2024-03,1,2,3\n2024-04,1,2,,\n");
    let problems: Vec<Option<RowProblem>> = table.rows().iter().map(Row::problem).collect();
    let expected = 3;
    assert_eq!(
        problems,
        [
            None,
            Some(RowProblem::TooShort { found: 2, expected }),
            Some(RowProblem::TooLong { found: 4, expected }),
            None,
        ]
    );
    assert_eq!(lines(&table), [2, 3, 4, 5]);
    // A decimal comma that became a separator does not pass as two values.
    let split = read("Month,Sales\n2024-01,1,5\n2024-02,1,7\n");
    assert!(split.rows().iter().all(|row| row.problem().is_some()));
}

#[test]
fn the_header_is_told_from_data_titles_and_units() {
    let table =
        read("Sales of the shop\nCreated by ERP\n\nMonth;Sales\n;EUR\n2024-01;5\n2024-02;6");
    assert_eq!(names(&table), ["Month", "Sales"]);
    assert_eq!(table.header().map(Header::line), Some(4));
    assert_eq!(table.preamble(), [1, 2, 5]);
    assert_eq!(lines(&table), [6, 7]);
    let bare = read("2024-01\t85\n2024-02\t90");
    assert_eq!((bare.header(), bare.rows().len()), (None, 2));
    assert_eq!(bare.flaws(), [HeaderFlaw::Missing]);
    // A year may be a name, a bad first period is still a row.
    assert_eq!(names(&read("Month,2024\n2024-01,5\n2024-02,6")), ["Month", "2024"]);
    assert_eq!(read("foo,5\n2024-02,6\n2024-03,7").rows().len(), 3);
    assert_eq!(read("2024-01,n/a\n2024-02,6\n2024-03,7").rows().len(), 3);
    // Years of two digits are refused later, but they are rows.
    assert_eq!(read("Month,Sales\nJan-87,5\nFeb-87,6").rows().len(), 2);
    assert_eq!(names(&read("Year,Sales\n2024,1990\n2025,2010")), ["Year", "Sales"]);
    let only_names = read("Month,Sales\n");
    assert_eq!((names(&only_names), only_names.rows().len()), (vec!["Month", "Sales"], 0));
}

#[test]
fn missing_and_repeated_names_are_reported() {
    let table = read("Month,sales,SALES,\n2024-01,1,2,3\n2024-02,1,2,3");
    let repeated = HeaderFlaw::Duplicate { name: "sales".to_owned(), columns: vec![1, 2] };
    assert_eq!(table.flaws(), [HeaderFlaw::Unnamed { column: 3 }, repeated]);
    // A merged title cell leaves empty neighbours.
    let merged = read("Sales,,\nMonth,2024,2025\n2024-01,1,2\n2024-02,1,2");
    assert_eq!(names(&merged), ["Month", "2024", "2025"]);
}

#[test]
fn totals_are_recognised_in_three_languages_and_measurements_are_not() {
    for label in
        ["Total", "TOTAL:", "Grand total", "Sum", "Total 2024", "Итого", "Всего:", "合计", "总计"]
    {
        let table = read(&format!("Month;Sales\n2024-01;5\n2024-02;6\n{label};11\n"));
        let last = table.rows().last().and_then(Row::problem);
        assert_eq!(last, Some(RowProblem::Total), "{label}");
        assert_eq!(table.column(1), ["5", "6"], "{label}");
    }
    let labelled = read("Region;Month;Sales\nTotal;2024-01;5\nTotal;2024-02;6\n");
    assert!(labelled.rows().iter().all(|row| row.problem().is_none()));
}

#[test]
fn formulas_and_white_space_stay_text() {
    let table = read("Month,Sales,Note\n2024-01,5,=1+1\n2024-02,6,\"=cmd|' /C calc'!A0\"\n");
    assert_eq!(table.column(2), ["=1+1", "=cmd|' /C calc'!A0"]);
}

#[test]
fn a_block_with_the_periods_across_is_turned() {
    let expected = [["2024-01", "85"], ["2024-02", "90"], ["2024-03", ""]];
    for text in [
        "Month\t2024-01\t2024-02\t2024-03\nSales\t85\t90\t",
        "\t2024-01\t2024-02\t2024-03\nSales\t85\t90",
    ] {
        let table = read(text);
        assert!(table.turned(), "{text:?}");
        assert_eq!(cells(&table), expected, "{text:?}");
        assert_eq!(table.name(1), "Sales");
        assert_eq!(lines(&table), [2, 2, 2]);
    }
    let bare = read("2024-01\t2024-02\n85\t90");
    assert_eq!(cells(&bare), [["2024-01", "85"], ["2024-02", "90"]]);
    let years = read("KPI;2024;2025\nSales;85;90\nQuotes;5;6");
    assert_eq!(cells(&years), [["2024", "85", "5"], ["2025", "90", "6"]]);
    assert_eq!(names(&years), ["KPI", "Sales", "Quotes"]);
    let tall = read("Jan 2024\t2000\t1999\nFeb 2024\t85\t90");
    assert!(!tall.turned() && tall.rows().len() == 2);
}

#[test]
fn limits_are_kept_exactly() {
    let column = |rows: usize| "5\n".repeat(rows);
    assert_eq!(read(&column(MAX_ROWS)).rows().len(), MAX_ROWS);
    assert_eq!(
        refused(column(MAX_ROWS + 1).as_bytes()),
        TableError::TooManyRows { limit: MAX_ROWS }
    );
    let cell = |size: usize| format!("Month;Note\n2024-01;{}\n", "\u{e9}".repeat(size));
    assert_eq!(read(&cell(MAX_CELL_CHARACTERS)).rows().len(), 1);
    let long = refused(cell(MAX_CELL_CHARACTERS + 1).as_bytes());
    assert_eq!(long, TableError::CellTooLong { line: 2, column: 1 });
    let wide = format!("x{}\n", ";5".repeat(MAX_COLUMNS));
    let columns = MAX_COLUMNS + 1;
    assert_eq!(refused(wide.as_bytes()), TableError::TooManyColumns { line: 1, columns });
    let bytes = MAX_BYTES + 1;
    assert_eq!(refused(&vec![b'5'; bytes]), TableError::TooLarge { bytes });
}
