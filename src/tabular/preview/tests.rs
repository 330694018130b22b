//! Whole imports, from the text to the measurements. Expected values are read
//! off the texts by eye.

mod questions;

use super::*;
use crate::base::{Cadence, FiscalStart};
use crate::tabular::mapping::{MappingProblem, ValueShape, guess_mapping, guess_values_only};
use crate::tabular::number::NumberRefusal;
use crate::tabular::table::{RowProblem, Separator, read_table, read_text};

const SOUVENIRS: &[u8] = include_bytes!("../../../tests/fixtures/tabular/souvenirs.csv");
const INSURANCE: &[u8] = include_bytes!("../../../tests/fixtures/tabular/insurance.csv");

type Known = BTreeMap<Period, Value>;

fn period(text: &str) -> Period {
    Period::parse(text).expect("test periods are periods")
}

fn terms(cadence: Cadence) -> Terms {
    let today = "2026-10-31".parse().expect("a date");
    Terms { cadence, fiscal: FiscalStart::JANUARY, currency: None, today }
}

fn table(text: &str) -> Table {
    read_table(text.as_bytes()).unwrap_or_else(|error| panic!("{text:?}: {error}"))
}

fn mapping(table: &Table, shape: ValueShape, cadence: Cadence) -> Mapping {
    let guess = guess_mapping(table, cadence, shape, FiscalStart::JANUARY);
    guess.unwrap_or_else(|problem| panic!("{problem}: {table:?}")).mapping
}

fn shown(text: &str, shape: ValueShape, choices: Choices) -> Preview {
    let table = table(text);
    let mapping = mapping(&table, shape, Cadence::Month);
    preview(&table, &mapping, choices, &terms(Cadence::Month), &Known::new())
}

fn numbers(values: &[(&str, f64)]) -> Vec<(Period, Value)> {
    values.iter().map(|(name, value)| (period(name), Value::Number(*value))).collect()
}

#[track_caller]
fn expect_numbers(preview: &Preview, values: &[(&str, f64)]) {
    assert_eq!(preview.questions, []);
    assert_eq!(preview.accepted(), Some(numbers(values)));
}

fn errors(row: &PreviewRow) -> &[CellError] {
    match &row.state {
        RowState::Rejected(errors) => errors,
        other => panic!("line {} is {other:?}", row.line),
    }
}

#[test]
fn the_published_souvenir_sales_are_read_as_published() {
    let table = read_table(SOUVENIRS).expect("a table");
    let mapping = mapping(&table, ValueShape::Number, Cadence::Month);
    assert_eq!((table.name(mapping.period), mapping.values), ("Month", ValueColumns::Value(1)));
    let preview =
        preview(&table, &mapping, Choices::default(), &terms(Cadence::Month), &Known::new());
    let accepted = preview.accepted().expect("nothing to ask");
    assert_eq!((accepted.len(), preview.counts.new), (84, 84));
    assert_eq!(accepted[..2], numbers(&[("1987-01", 1664.81), ("1987-02", 2397.53)]));
    assert_eq!(accepted[83..], numbers(&[("1993-12", 104_660.67)]));
}

#[test]
fn either_column_of_the_published_insurance_series_can_be_chosen() {
    let table = read_table(INSURANCE).expect("a table");
    let guess = guess_mapping(&table, Cadence::Month, ValueShape::Number, FiscalStart::JANUARY);
    let guess = guess.expect("a period and two numbers");
    assert_eq!((guess.mapping.values, guess.others), (ValueColumns::Value(1), vec![2]));
    for (name, first) in [("Quotes", 12.97065), ("TVadverts", 7.212_725)] {
        let column = (0..3).find(|column| table.name(*column) == name).expect("a column");
        let mapping = Mapping { period: 0, values: ValueColumns::Value(column) };
        let terms = terms(Cadence::Month);
        let preview = preview(&table, &mapping, Choices::default(), &terms, &Known::new());
        let accepted = preview.accepted().expect("nothing to ask");
        assert_eq!(accepted.len(), 40);
        assert_eq!(accepted[..1], numbers(&[("2002-01", first)]));
    }
}

#[test]
fn odd_exports_of_two_months_all_say_the_same() {
    let january_and_february = [("2024-01", 1234.5), ("2024-02", -7.0)];
    let exports = [
        "Month,Sales\n2024-01,1234.5\n2024-02,-7\n",
        "month;SALES\r\n2024-01;1234,5\r\n2024-02;-7\r\n",
        "\u{feff}Monat;Umsatz\r\nJan 2024;1.234,50\r\nFeb 2024;-7,00\r\n",
        "2024-01\t1234,5\n2024-02\t-7",
        "2024/01|1,234.5\r2024/02|-7\r",
        "\"Month\",\"Sales\"\n\"2024-01\",\"1,234.50\"\n\"2024-02\",\"(7.00)\"\n",
        "sep=;\nMonth;Sales\n2024-01;1234,5\n2024-02;-7\n",
        "Date;Sales\n31.01.2024;1 234,5\n29.02.2024;\u{2212}7\n",
        "Date\tSales\n2024-01-31T00:00:00Z\t1\u{202f}234,5\n2024-02-29T00:00:00Z\t-7\n",
        "Date,Sales\n1/31/2024,1234.5\n2/29/2024,-7\n",
        "Month;Sales\n2024年1月;1234.5\n2024年2月;-7\n合计;1227.5\n",
        "Месяц;Продажи\nянв. 2024;1\u{a0}234,50\nфев. 2024;-7,00\nИтого;1\u{a0}227,50\n",
        "Sales report\n\nMonth,Sales\n2024-01,1234.5\n2024-02,-7\nTotal,1227.5\n",
        "Month,Sales,\n2024-01,1234.5,\n2024-02,-7,\n",
        "Region,Month,Sales\nNorth,2024-01,1234.5\nNorth,2024-02,-7\n",
        "Sales,Month\n1234.5,2024-01\n-7,2024-02\n",
        "\n\n2024-01,1234.5\n\n\n2024-02,-7\n\n",
        ",,\nMonth,,Sales\n2024-01,,1234.5\n,,\n2024-02,,-7\n",
        "Month\t2024-01\t2024-02\nSales\t1234.5\t-7\n",
        "202401;1234.5\n202402;-7\n",
        "Month,Sales\n2024-01,1.2345e3\n2024-02,-7e0\n",
        "Month,Sales\n2024-01,1'234.50\n2024-02,7.00-\n",
        "Month,Note,Sales\n2024-01,\"two\nlines, =1+1\",1234.5\n2024-02,,-7\n",
        "Month;Sales\n;EUR\n2024-01;1234,5\n2024-02;-7\n",
        "Month,Sales,Sales\n2024-01,1234.5,1\n2024-02,-7,2\n",
        "２０２４年１月\t１２３４．５\n２０２４年２月\t－７\n",
        "2024-02,-7\n2024-01,1234.5\n",
    ];
    for text in exports {
        let preview = shown(text, ValueShape::Number, Choices::default());
        assert_eq!(preview.questions, [], "{text:?}");
        assert_eq!(preview.accepted(), Some(numbers(&january_and_february)), "{text:?}");
    }
}

#[test]
fn the_same_file_twice_changes_nothing() {
    let table = read_table(SOUVENIRS).expect("a table");
    let mapping = mapping(&table, ValueShape::Number, Cadence::Month);
    let terms = terms(Cadence::Month);
    let first = preview(&table, &mapping, Choices::default(), &terms, &Known::new());
    let mut known: Known = first.accepted().expect("nothing to ask").into_iter().collect();
    let again = preview(&table, &mapping, Choices::default(), &terms, &known);
    assert_eq!((again.counts.same, again.accepted()), (84, Some(Vec::new())));
    known.insert(period("1987-01"), Value::Number(1.0));
    let corrected = preview(&table, &mapping, Choices::default(), &terms, &known);
    assert_eq!(corrected.rows[0].state, RowState::Changed(Value::Number(1.0)));
    assert_eq!((corrected.counts.changed, corrected.counts.same), (1, 83));
    assert_eq!(corrected.accepted(), Some(numbers(&[("1987-01", 1664.81)])));
}

#[test]
fn counted_shares_need_a_part_within_its_whole() {
    let text =
        "Month;Answered;Calls\n2024-01;80;100\n2024-02;90;120\n2024-03;0;0\n2024-04;1,5;2,5\n";
    let preview = shown(text, ValueShape::Counted, Choices::default());
    let expected = [
        ("2024-01", 80.0, 100.0),
        ("2024-02", 90.0, 120.0),
        ("2024-03", 0.0, 0.0),
        ("2024-04", 1.5, 2.5),
    ];
    let expected =
        expected.map(|(name, part, whole)| (period(name), Value::Counted { part, whole }));
    assert_eq!(preview.accepted(), Some(expected.to_vec()));

    let table = table(
        "Month;Part;Whole\n2024-01;120;100\n2024-02;-5;100\n2024-03;5;\n2024-04;;\n2024-05;80%;100\n2024-06;4;5",
    );
    let values = ValueColumns::Counted { part: 1, whole: 2 };
    let mapping = Mapping { period: 0, values };
    let preview =
        super::preview(&table, &mapping, Choices::default(), &terms(Cadence::Month), &Known::new());
    let first = |row: usize| errors(&preview.rows[row])[0].clone();
    let above = CellErrorKind::PartAboveWhole { part: 120.0, whole: 100.0 };
    assert_eq!(first(0), CellError { column: Some(1), kind: above });
    let negative = CellErrorKind::NegativeCount { value: -5.0 };
    assert_eq!(first(1), CellError { column: Some(1), kind: negative });
    let empty = CellErrorKind::Number(NumberRefusal::NoValue);
    assert_eq!(first(2), CellError { column: Some(2), kind: empty });
    assert_eq!(preview.rows[3].state, RowState::Blank);
    assert_eq!(first(4), CellError { column: Some(1), kind: CellErrorKind::UnexpectedPercent });
    assert_eq!((preview.counts.new, preview.counts.rejected, preview.counts.blank), (1, 4, 1));
}

#[test]
fn money_must_be_of_the_indicators_currency() {
    let table =
        table("Month;Cost\n2024-01;€ 5,50\n2024-02;6,50 EUR\n2024-03;$7,50\n2024-04;8,50\n");
    let mapping = Mapping { period: 0, values: ValueColumns::Value(1) };
    let of = |currency: Option<&str>| {
        let terms = Terms { currency: currency.map(str::to_owned), ..terms(Cadence::Month) };
        preview(&table, &mapping, Choices::default(), &terms, &Known::new())
    };
    let euro = of(Some("EUR"));
    assert_eq!((euro.counts.new, euro.counts.rejected), (3, 1));
    let error = &errors(&euro.rows[2])[0];
    assert!(matches!(&error.kind, CellErrorKind::Currency { found, expected: Some(code) }
        if found.as_written() == "$" && code == "EUR"));
    assert_eq!(of(None).counts.rejected, 3);
}

#[test]
fn every_error_names_its_column_and_reason_and_the_rest_is_imported() {
    let text = "Month;Sales\n2024-13;5\n2024-02;abc\n45/13;xyz\n2024-W05;7\n2024;8\n2024-05;1e400\n\
        2024-06;=1+1\n2024-07;85%\n2024-08;9;10\n2024-09\n2024-10;11\nTotal;99\n";
    let preview = shown(text, ValueShape::Number, Choices::default());
    let found: Vec<(usize, Vec<CellError>)> = preview
        .rows
        .iter()
        .filter(|row| matches!(row.state, RowState::Rejected(_)))
        .map(|row| (row.line, errors(row).to_vec()))
        .collect();
    let at = |column, kind| CellError { column: Some(column), kind };
    let period_error = |refusal| at(0, CellErrorKind::Period(refusal));
    let number_error = |refusal| at(1, CellErrorKind::Number(refusal));
    let row_error = |problem| CellError { column: None, kind: CellErrorKind::Row(problem) };
    let wanted = Cadence::Month;
    let expected = [
        (2, vec![period_error(PeriodRefusal::NoSuchPeriod)]),
        (3, vec![number_error(NumberRefusal::NotANumber)]),
        (
            4,
            vec![
                period_error(PeriodRefusal::TwoDigitYear),
                number_error(NumberRefusal::NotANumber),
            ],
        ),
        (5, vec![period_error(PeriodRefusal::Finer { found: Cadence::Week, wanted })]),
        (6, vec![period_error(PeriodRefusal::Coarser { found: Cadence::Year, wanted })]),
        (7, vec![number_error(NumberRefusal::TooLarge)]),
        (8, vec![number_error(NumberRefusal::Formula)]),
        (9, vec![at(1, CellErrorKind::UnexpectedPercent)]),
        (10, vec![row_error(RowProblem::TooLong { found: 3, expected: 2 })]),
        (11, vec![row_error(RowProblem::TooShort { found: 1, expected: 2 })]),
        (13, vec![row_error(RowProblem::Total)]),
    ];
    assert_eq!(found, expected);
    expect_numbers(&preview, &[("2024-10", 11.0)]);
}

#[test]
fn future_periods_are_marked_and_imported() {
    let preview =
        shown("2026-09;1\n2026-10;2\n2026-11;3\n", ValueShape::Number, Choices::default());
    let future: Vec<bool> = preview.rows.iter().map(|row| row.future).collect();
    assert_eq!((future, preview.counts.new), (vec![false, false, true], 3));
}

#[test]
fn values_alone_are_counted_on_from_a_start_and_blank_lines_are_gaps() {
    let from = |start: &str, text: &str, cadence| {
        let table = table(text);
        let values = guess_values_only(&table, ValueShape::Number).expect("numbers").mapping.values;
        preview_from(
            period(start),
            &table,
            &values,
            Choices::default(),
            &terms(cadence),
            &Known::new(),
        )
    };
    let block = from("2023-11", "85\n90\n\n95,5\n", Cadence::Month);
    expect_numbers(&block, &[("2023-11", 85.0), ("2023-12", 90.0), ("2024-02", 95.5)]);
    let named = from("2023-Q4", "Sales\n1.5\nn/a\n2.5\n", Cadence::Quarter);
    expect_numbers(&named, &[("2023-Q4", 1.5), ("2024-Q2", 2.5)]);
    let end = from("2199-12", "1\n2\n3\n", Cadence::Month);
    expect_numbers(&end, &[("2199-12", 1.0)]);
    assert_eq!(end.counts.rejected, 2);
    let other = from("2024", "1\n2\n", Cadence::Month);
    assert_eq!(other.counts.rejected, 2);
}
