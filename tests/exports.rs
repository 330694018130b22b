//! Tables as spreadsheets and other programs export or keep them, each with
//! what must come of it: read right, asked, or refused; never silently wrong. The
//! files lie in `tests/fixtures/tabular/exports` and `workbooks`, what is expected
//! in the `cases.json` beside them.

use crm_readiness::base::{Cadence, FiscalStart, Period};
use crm_readiness::tabular::workbook::{Book, BookError};
use crm_readiness::tabular::{
    Choices, Grid, Preview, Question, RowState, ShortYear, Table, TableError, Terms, Value,
    ValueShape, Worth, guess_mapping, preview, read_table, read_text,
};
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::path::Path;

const EXPORTS: &str = "exports";
const WORKBOOKS: &str = "workbooks";

fn folder(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/tabular").join(name)
}

fn cases(name: &str) -> Vec<Json> {
    let cases = std::fs::read_to_string(folder(name).join("cases.json"));
    serde_json::from_str(&cases.expect("the cases are there")).expect("the cases are JSON")
}

/// The table of a file, and the encoding it had to be decoded from.
fn table(bytes: &[u8]) -> (Result<Table, TableError>, Option<&'static str>) {
    match read_table(bytes) {
        Err(TableError::Encoding { guess }) => {
            let label = guess.label();
            let encoding =
                encoding_rs::Encoding::for_label(label.as_bytes()).expect("a label browsers know");
            let (text, _, _) = encoding.decode(bytes);
            (read_text(&text, None), Some(label))
        }
        read => (read, None),
    }
}

/// The table of the sheet that seems meant, and its name.
fn sheet(bytes: &[u8]) -> Result<(String, Table), BookError> {
    let book = Book::open(bytes)?;
    let mut best: Option<(Worth, String, Table)> = None;
    for (at, name) in book.sheets().enumerate().filter(|(_, name)| !name.hidden) {
        let (mut rows, mut grid) = (book.rows(at)?, Grid::default());
        while let Some(found) = rows.next()? {
            grid.push(found).expect("not too large");
        }
        let Ok(table) = grid.table(rows.merged()) else { continue };
        if best.as_ref().is_none_or(|(worth, ..)| *worth < table.worth()) {
            best = Some((table.worth(), name.name.clone(), table));
        }
    }
    best.map(|(_, name, table)| (name, table)).ok_or(BookError::NoSheet)
}

fn text<'a>(case: &'a Json, field: &str) -> &'a str {
    case.get(field).and_then(Json::as_str).unwrap_or_default()
}

fn shape(case: &Json) -> ValueShape {
    match text(case, "shape") {
        "percent" => ValueShape::Percent,
        "counted" => ValueShape::Counted,
        _ => ValueShape::Number,
    }
}

fn cadence(case: &Json) -> Cadence {
    match text(case, "cadence") {
        "week" => Cadence::Week,
        "quarter" => Cadence::Quarter,
        _ => Cadence::Month,
    }
}

/// The answers that a case gives beforehand.
fn choices(case: &Json) -> Choices {
    let short_year = match text(case, "year") {
        "last" => Some(ShortYear::Last),
        "first" => Some(ShortYear::First),
        "none" => Some(ShortYear::None),
        _ => None,
    };
    Choices { short_year, ..Choices::default() }
}

/// What came of a file, in the words of `cases.json`.
fn outcome(folder_name: &str, case: &Json) -> Json {
    let bytes = std::fs::read(folder(folder_name).join(text(case, "file")));
    let bytes = bytes.expect("the file is there");
    let mut found = serde_json::Map::new();
    let table = if bytes.starts_with(b"PK\x03\x04") {
        sheet(&bytes).map_err(|error| format!("{error:?}")).map(|(name, table)| {
            if case.get("sheet").is_some() {
                found.insert("sheet".to_owned(), name.into());
            }
            table
        })
    } else {
        let (table, encoding) = table(&bytes);
        if let Some(encoding) = encoding {
            found.insert("encoding".to_owned(), encoding.into());
        }
        table.map_err(|error| format!("{error:?}"))
    };
    let table = match table {
        Ok(table) => table,
        Err(named) => {
            found.insert("refused".to_owned(), named.into());
            return Json::Object(found);
        }
    };
    let fiscal = FiscalStart::JANUARY;
    let guess = match guess_mapping(&table, cadence(case), shape(case), fiscal) {
        Ok(guess) => guess,
        Err(problem) => {
            found.insert("refused".to_owned(), format!("{problem:?}").into());
            return Json::Object(found);
        }
    };
    let terms = Terms {
        cadence: cadence(case),
        fiscal,
        currency: case.get("currency").and_then(Json::as_str).map(str::to_owned),
        today: "2026-11-26".parse().expect("a date"),
    };
    let shown = preview(&table, &guess.mapping, choices(case), &terms, &BTreeMap::new());
    if case.get("others").is_some() {
        found.insert("others".to_owned(), guess.others.len().into());
    }
    told(&shown, &mut found);
    Json::Object(found)
}

fn told(shown: &Preview, found: &mut serde_json::Map<String, Json>) {
    if let Some(question) = shown.questions.first() {
        let asked = match question {
            Question::Separator { .. } => "separator",
            Question::AmbiguousDecimal { .. } => "decimal",
            Question::ShortYear { .. } => "year",
            Question::AmbiguousDayMonth { .. } => "day-month",
            Question::Percent { .. } => "percent",
            Question::DuplicatePeriod { .. } => "duplicate",
        };
        found.insert("asked".to_owned(), asked.into());
        return;
    }
    let rejected =
        shown.rows.iter().filter(|row| matches!(row.state, RowState::Rejected(_))).count();
    if rejected > 0 {
        found.insert("rejected".to_owned(), rejected.into());
    }
    let accepted: Vec<(Period, Value)> = shown.accepted().unwrap_or_default();
    let entry = |(period, value): (Period, Value)| {
        let value = match value {
            Value::Number(value) | Value::Percent(value) => Json::from(value),
            Value::Counted { part, whole } => Json::from(vec![part, whole]),
        };
        (period.to_string(), value)
    };
    if !accepted.is_empty() {
        found.insert("read".to_owned(), Json::Object(accepted.into_iter().map(entry).collect()));
    }
}

#[test]
fn every_export_is_read_right_asked_or_refused() {
    let cases = cases(EXPORTS);
    assert!(cases.len() >= 50, "{} exports", cases.len());
    holds(EXPORTS, &cases);
}

#[test]
fn every_workbook_is_read_right_asked_or_refused() {
    let cases = cases(WORKBOOKS);
    assert!(cases.len() >= 20, "{} workbooks", cases.len());
    holds(WORKBOOKS, &cases);
}

#[track_caller]
fn holds(folder: &str, cases: &[Json]) {
    let wrong: Vec<String> =
        cases.iter().filter_map(|case| differs(case, &outcome(folder, case))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What a file gave, where it is not what the case says.
fn differs(case: &Json, found: &Json) -> Option<String> {
    let fields = ["sheet", "encoding", "refused", "asked", "rejected", "read", "others"];
    let first = fields.into_iter().find(|field| case.get(*field) != found.get(*field))?;
    let [wanted, got] =
        [case.get(first), found.get(first)].map(|value| value.cloned().unwrap_or_default());
    Some(format!("{}: {first}: {wanted} wanted, {got} found", text(case, "file")))
}

#[test]
fn every_file_of_the_corpus_has_a_case() {
    // The log is read by the tests of event logs.
    let others = ["cases.json", "make.py", "make.mjs", "xlsxwriter-calls.xlsx"];
    for name in [EXPORTS, WORKBOOKS] {
        let cases = cases(name);
        // A file may be read several times, with other answers.
        let mut named: Vec<&str> = cases.iter().map(|case| text(case, "file")).collect();
        named.sort_unstable();
        named.dedup();
        let there = std::fs::read_dir(folder(name)).expect("a folder");
        let there = there.map(|entry| entry.expect("an entry").file_name());
        let mut there: Vec<String> =
            there.map(|name| name.to_string_lossy().into_owned()).collect();
        there.retain(|name| !others.contains(&name.as_str()));
        there.sort_unstable();
        assert_eq!(named, there);
    }
}
