//! What is asked, what answers it, and which columns are meant.

use super::*;
use crate::tabular::number::DecimalMark;
use crate::tabular::when::{DayMonthOrder, ShortYear, ShortYears};

#[test]
fn a_decimal_is_asked_unless_another_cell_decides() {
    let text = "Month;Sales\n2024-01;1.234\n2024-02;2.345\n";
    let open = shown(text, ValueShape::Number, Choices::default());
    let question = Question::AmbiguousDecimal {
        line: 2,
        example: "1.234".to_owned(),
        as_comma_decimal: 1234.0,
        as_point_decimal: 1.234,
    };
    assert_eq!((open.questions.as_slice(), open.accepted()), ([question].as_slice(), None));
    assert_eq!(open.counts.pending, 2);
    for (mark, values) in [
        (DecimalMark::Comma, [("2024-01", 1234.0), ("2024-02", 2345.0)]),
        (DecimalMark::Point, [("2024-01", 1.234), ("2024-02", 2.345)]),
    ] {
        let choices = Choices { decimal: Some(mark), ..Choices::default() };
        expect_numbers(&shown(text, ValueShape::Number, choices), &values);
    }
    let decided = "Month;Sales\n2024-01;1.234\n2024-02;12,5\n";
    let preview = shown(decided, ValueShape::Number, Choices::default());
    expect_numbers(&preview, &[("2024-01", 1234.0), ("2024-02", 12.5)]);
}

#[test]
fn day_and_month_are_asked_unless_another_cell_decides() {
    let text = "Date;Sales\n03/04/2026;5\n05/06/2026;6\n";
    let open = shown(text, ValueShape::Number, Choices::default());
    let question = Question::AmbiguousDayMonth {
        line: 2,
        example: "03/04/2026".to_owned(),
        day_first: period("2026-04"),
        month_first: period("2026-03"),
    };
    assert_eq!((open.questions.as_slice(), open.accepted()), ([question].as_slice(), None));
    let choices = Choices { day_month: Some(DayMonthOrder::MonthFirst), ..Choices::default() };
    let answered = shown(text, ValueShape::Number, choices);
    expect_numbers(&answered, &[("2026-03", 5.0), ("2026-05", 6.0)]);
    let decided = "Date;Sales\n03/04/2026;5\n13/05/2026;6\n";
    let preview = shown(decided, ValueShape::Number, Choices::default());
    expect_numbers(&preview, &[("2026-04", 5.0), ("2026-05", 6.0)]);
}

#[test]
fn percent_and_fraction_are_asked_once_and_stored_as_people_say_it() {
    let text = "Month;Share\n2024-01;85%\n2024-02;0.85\n2024-03;85\n2024-04;0.07\n2024-05;0\n";
    let open = shown(text, ValueShape::Percent, Choices::default());
    let (line, example) = (3, "0.85".to_owned());
    assert_eq!(open.questions, [Question::Percent { line, example, mixed: true }]);
    assert_eq!(open.accepted(), None);
    let answered = |form| {
        let choices = Choices { percent: Some(form), ..Choices::default() };
        let accepted = shown(text, ValueShape::Percent, choices).accepted().expect("answered");
        accepted.into_iter().map(|(_, value)| value).collect::<Vec<_>>()
    };
    let percent = |values: [f64; 5]| values.map(Value::Percent).to_vec();
    assert_eq!(answered(PercentForm::SmallFractions), percent([85.0, 85.0, 85.0, 7.0, 0.0]));
    assert_eq!(answered(PercentForm::Percent), percent([85.0, 0.85, 85.0, 0.07, 0.0]));
    assert_eq!(answered(PercentForm::Fraction), percent([85.0, 85.0, 8500.0, 7.0, 0.0]));
}

#[test]
fn percentages_that_look_like_percentages_are_not_asked() {
    for text in ["2024-01;85\n2024-02;90,5", "2024-01;0,85 %\n2024-02;1 %", "2024-01;0\n2024-02;0"]
    {
        let preview = shown(text, ValueShape::Percent, Choices::default());
        assert_eq!(preview.questions, [], "{text:?}");
        assert_eq!(preview.counts.new, 2, "{text:?}");
    }
    // Attainment stored as a fraction around one.
    let around_one = shown("2024-01;1,05\n2024-02;1,10", ValueShape::Percent, Choices::default());
    assert!(matches!(around_one.questions.as_slice(), [Question::Percent { mixed: false, .. }]));
}

#[test]
fn two_rows_of_one_period_are_asked_and_never_merged() {
    let text = "Date;Sales\n2024-01-10;5\n2024-02-01;6\n2024-01-20;7\n";
    let open = shown(text, ValueShape::Number, Choices::default());
    let question = Question::DuplicatePeriod { period: period("2024-01"), lines: vec![2, 4] };
    assert_eq!((open.questions.as_slice(), open.accepted()), ([question].as_slice(), None));
    for (keep, value) in [(Keep::First, 5.0), (Keep::Last, 7.0)] {
        let choices = Choices { duplicates: Some(keep), ..Choices::default() };
        let answered = shown(text, ValueShape::Number, choices);
        expect_numbers(&answered, &[("2024-01", value), ("2024-02", 6.0)]);
        assert_eq!((answered.counts.new, answered.counts.left_out), (2, 1));
    }
}

#[test]
fn the_whole_is_found_on_either_side_of_the_part() {
    let values = |text: &str| mapping(&table(text), ValueShape::Counted, Cadence::Month).values;
    let left = values("Month,Calls,Answered\n2024-01,100,80\n2024-02,50,50\n");
    assert_eq!(left, ValueColumns::Counted { part: 2, whole: 1 });
    let right = values("Month,Answered,Calls\n2024-01,80,100\n2024-02,50,50\n");
    assert_eq!(right, ValueColumns::Counted { part: 1, whole: 2 });
    let neither = table("Month,A,B\n2024-01,1,2\n2024-02,2,1\n");
    let guess = guess_mapping(&neither, Cadence::Month, ValueShape::Counted, FiscalStart::JANUARY);
    assert_eq!(guess, Err(MappingProblem::NoCounts));
}

#[test]
fn a_doubtful_comma_is_a_question_until_the_text_is_read_again() {
    let text = "12,40\n15,42\n";
    let terms = terms(Cadence::Month);
    let from = |table: &Table, values: ValueColumns| {
        preview_from(period("2024-01"), table, &values, Choices::default(), &terms, &Known::new())
    };
    let open = from(&table(text), ValueColumns::Value(0));
    assert_eq!(
        (open.questions.as_slice(), open.accepted()),
        ([Question::Separator { line: 1 }].as_slice(), None)
    );
    let one = read_text(text, Some(Separator::None)).expect("one column");
    expect_numbers(&from(&one, ValueColumns::Value(0)), &[("2024-01", 12.4), ("2024-02", 15.42)]);
    let two = read_text(text, Some(Separator::Comma)).expect("two columns");
    let counted = from(&two, ValueColumns::Counted { part: 0, whole: 1 });
    let first = (period("2024-01"), Value::Counted { part: 12.0, whole: 40.0 });
    assert_eq!(counted.accepted().expect("no question")[0], first);
}

#[test]
fn a_table_without_periods_or_numbers_has_no_mapping() {
    let guess = |text: &str| {
        guess_mapping(&table(text), Cadence::Month, ValueShape::Number, FiscalStart::JANUARY)
    };
    assert_eq!(guess("85\n90\n95").map(|_| ()), Err(MappingProblem::NoPeriods));
    assert_eq!(guess("Name;Value\nNorth;5\nSouth;6").map(|_| ()), Err(MappingProblem::NoPeriods));
    assert_eq!(
        guess("Month;Note\n2024-01;a\n2024-02;b").map(|_| ()),
        Err(MappingProblem::NoNumbers)
    );
}

#[test]
fn years_beside_values_that_look_like_years_are_told_apart() {
    let table = table("Year;Customers\n2024;1990\n2025;2010\n");
    let mapping = mapping(&table, ValueShape::Number, Cadence::Year);
    let preview =
        preview(&table, &mapping, Choices::default(), &terms(Cadence::Year), &Known::new());
    expect_numbers(&preview, &[("2024", 1990.0), ("2025", 2010.0)]);
}

#[test]
fn a_year_of_two_digits_is_asked_and_the_likely_one_is_not_taken() {
    let shown_with = |text, choices| shown(text, ValueShape::Number, choices);
    let open = shown_with("Month;Sales\nJan-26;5\nFeb-26;6\n", Choices::default());
    let years = ShortYears { last: Some(2026), first: None };
    let (line, example, likely) = (2, "Jan-26".to_owned(), ShortYear::Last);
    assert_eq!(open.questions, [Question::ShortYear { line, example, years, likely }]);
    assert_eq!((open.accepted(), open.counts.pending), (None, 2));
    let answered =
        |text, year| shown_with(text, Choices { short_year: Some(year), ..Choices::default() });
    let last = answered("Month;Sales\nJan-26;5\nFeb-26;6\n", ShortYear::Last);
    expect_numbers(&last, &[("2026-01", 5.0), ("2026-02", 6.0)]);
    let none = answered("Month;Sales\nJan-26;5\nFeb-26;6\n", ShortYear::None);
    assert_eq!((none.counts.rejected, none.accepted()), (2, Some(Vec::new())));
    // Which number is the day is the next question, unless a cell decides.
    let next = answered("Date;Sales\n03/04/26;5\n05/06/26;6\n", ShortYear::Last);
    assert!(matches!(next.questions.as_slice(), [Question::AmbiguousDayMonth { .. }]));
    let decided = answered("Date;Sales\n03/04/26;5\n13/05/26;6\n", ShortYear::Last);
    expect_numbers(&decided, &[("2026-04", 5.0), ("2026-05", 6.0)]);
    let first = shown_with("Month;Sales\n26-10;5\n26-11;6\n", Choices::default());
    let likely = |question: &Question| {
        matches!(question, Question::ShortYear { likely: ShortYear::First, .. })
    };
    assert!(first.questions.iter().all(likely), "{:?}", first.questions);
}
