//! Tables as spreadsheets and other programs export them, each with what must
//! come of it: read right, asked, or refused; never silently wrong. The files
//! lie in `tests/fixtures/tabular/exports`, what is expected in `cases.json`.

use crm_readiness::base::{Cadence, FiscalStart, Period};
use crm_readiness::tabular::{
    Choices, Preview, Question, RowState, Table, TableError, Terms, Value, ValueShape,
    guess_mapping, preview, read_table, read_text,
};
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::path::Path;

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/tabular/exports")
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

/// What came of a file, in the words of `cases.json`.
fn outcome(case: &Json) -> Json {
    let bytes = std::fs::read(folder().join(text(case, "file"))).expect("the file is there");
    let (table, encoding) = table(&bytes);
    let mut found = serde_json::Map::new();
    if let Some(encoding) = encoding {
        found.insert("encoding".to_owned(), encoding.into());
    }
    let table = match table {
        Ok(table) => table,
        Err(error) => {
            let named = format!("{error:?}");
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
    let shown = preview(&table, &guess.mapping, Choices::default(), &terms, &BTreeMap::new());
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
    let cases = std::fs::read_to_string(folder().join("cases.json")).expect("the cases are there");
    let cases: Vec<Json> = serde_json::from_str(&cases).expect("the cases are JSON");
    assert!(cases.len() >= 50, "{} exports", cases.len());
    let wrong: Vec<String> =
        cases.iter().filter_map(|case| differs(case, &outcome(case))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What a file gave, where it is not what the case says.
fn differs(case: &Json, found: &Json) -> Option<String> {
    let fields = ["encoding", "refused", "asked", "rejected", "read", "others"];
    let first = fields.into_iter().find(|field| case.get(*field) != found.get(*field))?;
    let [wanted, got] =
        [case.get(first), found.get(first)].map(|value| value.cloned().unwrap_or_default());
    Some(format!("{}: {first}: {wanted} wanted, {got} found", text(case, "file")))
}

#[test]
fn every_file_of_the_corpus_has_a_case() {
    let cases = std::fs::read_to_string(folder().join("cases.json")).expect("the cases are there");
    let cases: Vec<Json> = serde_json::from_str(&cases).expect("the cases are JSON");
    let mut named: Vec<&str> = cases.iter().map(|case| text(case, "file")).collect();
    named.extend(["cases.json"]);
    named.sort_unstable();
    let mut there: Vec<String> = std::fs::read_dir(folder())
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    there.sort_unstable();
    assert_eq!(named, there);
}
