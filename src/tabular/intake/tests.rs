use super::*;
use crate::base::{Cadence, Id, IdKind};
use crate::kpi::{Measure, Measurement};
use crate::tabular::{Keep, read_table, read_text};

fn indicator(measure: Measure, unit: &str) -> Indicator {
    Indicator { unit: unit.to_owned(), ..Indicator::new(Id::new(IdKind::Indicator, 1), measure) }
}

fn look(text: &str, indicator: &Indicator, intake: Intake, series: &Series) -> Looked {
    let table = read_text(text, None).expect("a table");
    let today = "2026-11-18".parse().expect("a date");
    intake.look(&table, indicator, series, FiscalStart::JANUARY, today).expect("columns")
}

fn measured(when: &str, value: f64) -> (Period, Measurement) {
    let period = Period::parse(when).expect("a period");
    let measurement = Measurement {
        id: Id::new(IdKind::Measurement, 1),
        indicator: Id::new(IdKind::Indicator, 1),
        period,
        actual: Actual::Value(value),
        note: String::new(),
        import: None,
    };
    (period, measurement)
}

#[test]
fn the_published_souvenir_sales_come_in_month_by_month() {
    let bytes = include_bytes!("../../../tests/fixtures/tabular/souvenirs.csv");
    let table = read_table(bytes).expect("a table");
    let sales = indicator(Measure::Number, "AUD");
    let today = "2026-11-18".parse().expect("a date");
    let looked = Intake::default()
        .look(&table, &sales, &Series::new(), FiscalStart::JANUARY, today)
        .expect("columns");
    let accepted = looked.accepted().expect("no question");
    assert_eq!(accepted.len(), 84);
    let at = |when: &str| {
        let period = Period::parse(when).expect("a period");
        accepted.iter().find(|(found, _)| *found == period).map(|(_, actual)| *actual)
    };
    // The published series: its first, its famous last December.
    assert_eq!(at("1987-01"), Some(Actual::Value(1664.81)));
    assert_eq!(at("1993-12"), Some(Actual::Value(104_660.67)));
}

#[test]
fn a_share_takes_counts_first_and_a_percentage_otherwise() {
    let share = indicator(Measure::Share, "");
    let counts = look(
        "Month\tCalls\tSolved\n2026-09\t200\t120\n2026-10\t210\t130\n",
        &share,
        Intake::default(),
        &Series::new(),
    );
    assert_eq!(counts.columns.values, ValueColumns::Counted { part: 2, whole: 1 });
    let percent = look(
        "Month\tSolved\n2026-09\t60%\n2026-10\t62.5%\n",
        &share,
        Intake::default(),
        &Series::new(),
    );
    let accepted = percent.accepted().expect("no question");
    assert_eq!(
        accepted.iter().map(|(_, actual)| *actual).collect::<Vec<_>>(),
        [Actual::Value(60.0), Actual::Value(62.5)]
    );
}

#[test]
fn a_percentage_beyond_what_a_share_can_be_is_rejected_and_the_rest_goes_in() {
    let share = indicator(Measure::Share, "");
    let looked = look(
        "Month\tSolved\n2026-08\t61%\n2026-09\t120%\n2026-10\t-3%\n",
        &share,
        Intake::default(),
        &Series::new(),
    );
    assert_eq!((looked.counts.new, looked.counts.rejected), (1, 2));
    assert_eq!(looked.accepted().map(|accepted| accepted.len()), Some(1));
}

#[test]
fn values_alone_are_counted_on_from_the_first_missing_period() {
    let calls = indicator(Measure::Number, "calls");
    let series = Series::from([measured("2026-07", 5.0)]);
    let looked = look("7\n8\n\n9\n", &calls, Intake::default(), &series);
    assert_eq!(looked.columns.period, None);
    let periods: Vec<String> = looked
        .accepted()
        .expect("no question")
        .iter()
        .map(|(period, _)| period.to_string())
        .collect();
    assert_eq!(periods, ["2026-08", "2026-09", "2026-11"]);
    let empty = next_missing(
        &calls,
        &Series::new(),
        FiscalStart::JANUARY,
        "2026-11-18".parse().expect("a date"),
    );
    assert_eq!(empty.to_string(), "2026-10");
}

#[test]
fn an_open_question_hands_out_nothing_until_it_is_answered() {
    let calls = indicator(Measure::Number, "");
    let text = "Month;Calls\n2026-09;1,234\n2026-09;1,500\n";
    let looked = look(text, &calls, Intake::default(), &Series::new());
    assert!(looked.accepted().is_none());
    assert!(!looked.questions.is_empty());
    let choices = Choices {
        decimal: Some(crate::tabular::DecimalMark::Point),
        duplicates: Some(Keep::Last),
        ..Choices::default()
    };
    let looked = look(text, &calls, Intake { choices, ..Intake::default() }, &Series::new());
    let accepted = looked.accepted().expect("all answered");
    assert_eq!(accepted.first().map(|(_, actual)| *actual), Some(Actual::Value(1500.0)));
}

#[test]
fn a_currency_code_as_unit_refuses_another_currency() {
    let money = indicator(Measure::Number, "USD");
    let text = "Month;Cost\n2026-08;$ 12.5\n2026-09;€ 13.5\n";
    let looked = look(text, &money, Intake::default(), &Series::new());
    assert_eq!((looked.counts.new, looked.counts.rejected), (1, 1));
    let weekly = Indicator { cadence: Cadence::Week, ..money };
    let looked = look(text, &weekly, Intake::default(), &Series::new());
    assert_eq!(looked.counts.rejected, 2);
}
