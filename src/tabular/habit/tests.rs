use super::*;
use crate::kpi::Measure;
use crate::tabular::{Keep, Looked, read_text};
use proptest::prelude::*;

fn indicator(measure: Measure) -> Indicator {
    Indicator::new(Id::new(IdKind::Indicator, 1), measure)
}

fn table(text: &str) -> Table {
    read_text(text, None).expect("a table")
}

fn look(table: &Table, indicator: &Indicator, intake: Intake) -> Looked {
    let today = "2026-11-18".parse().expect("a date");
    let (none, january) = (Series::new(), FiscalStart::JANUARY);
    intake.look(table, indicator, &none, january, today).expect("columns")
}

/// The habit of an import that went as the intake says.
fn habit(text: &str, indicator: &Indicator, intake: Intake) -> Habit {
    let table = table(text);
    let looked = look(&table, indicator, intake);
    assert_eq!(looked.questions, [], "an import with a question is not carried out");
    Habit::of(&table, looked.columns, None, intake.choices, None)
}

fn settle(habit: &Habit, text: &str, indicator: &Indicator) -> Option<Intake> {
    let today = "2026-11-18".parse().expect("a date");
    habit.settle(&table(text), indicator, &Series::new(), FiscalStart::JANUARY, today)
}

const COLUMNS: Columns = Columns { period: Some(0), values: ValueColumns::Value(2) };

#[test]
fn columns_are_found_again_by_name_wherever_they_stand_now() {
    let number = indicator(Measure::Number);
    let chosen = Intake { columns: Some(COLUMNS), ..Intake::default() };
    let kept = habit("Month\tBudget\tSpent\n2026-09\t10\t12\n", &number, chosen);
    let settled = settle(&kept, "Note\tSPENT\tmonth\tBudget\nx\t13\t2026-10\t11\n", &number);
    let wanted = Columns { period: Some(2), values: ValueColumns::Value(1) };
    assert_eq!(settled.and_then(|intake| intake.columns), Some(wanted));
}

#[test]
fn a_table_of_another_source_is_read_afresh() {
    let number = indicator(Measure::Number);
    let chosen = Intake { columns: Some(COLUMNS), ..Intake::default() };
    let kept = habit("Month\tBudget\tSpent\n2026-09\t10\t12\n", &number, chosen);
    for text in [
        "Month\tBudget\tCost\n2026-10\t11\t13\n",
        "Month\tSpent\tSpent\n2026-10\t11\t13\n",
        "2026-10\t11\t13\n2026-11\t12\t14\n",
    ] {
        assert_eq!(settle(&kept, text, &number), None, "{text}");
    }
}

#[test]
fn counts_are_found_by_name_in_any_order() {
    let share = indicator(Measure::Share);
    let kept =
        habit("Month,Answered,Calls\n2024-01,80,100\n2024-02,80,100\n", &share, Intake::default());
    let settled = settle(&kept, "CALLS;answered;month\n100;80;2024-02\n100;80;2024-03\n", &share);
    let wanted = Columns { period: Some(2), values: ValueColumns::Counted { part: 1, whole: 0 } };
    assert_eq!(settled.and_then(|intake| intake.columns), Some(wanted));
}

#[test]
fn columns_without_names_are_found_by_their_place_in_a_table_as_wide() {
    let number = indicator(Measure::Number);
    let chosen = Intake { columns: Some(COLUMNS), ..Intake::default() };
    let kept = habit("2026-08\t10\t12\n2026-09\t10\t12\n", &number, chosen);
    let same = settle(&kept, "2026-10\t11\t13\n2026-11\t12\t14\n", &number);
    assert_eq!(same.and_then(|intake| intake.columns), Some(COLUMNS));
    assert_eq!(settle(&kept, "2026-10\t11\n2026-11\t12\n", &number), None);
    assert_eq!(settle(&kept, "Month\tBudget\tSpent\n2026-10\t11\t13\n", &number), None);
}

#[test]
fn answers_of_the_last_time_answer_the_same_questions_and_no_others() {
    let number = indicator(Measure::Number);
    let choices = Choices {
        decimal: Some(DecimalMark::Comma),
        day_month: Some(DayMonthOrder::DayFirst),
        duplicates: Some(Keep::Last),
        ..Choices::default()
    };
    let text = "Date\tValue\n03/04/2026\t1,234\n";
    let kept = habit(text, &number, Intake { choices, ..Intake::default() });

    let again = settle(&kept, "Date\tValue\n05/06/2026\t5,678\n", &number).expect("the same");
    assert_eq!(again.choices.decimal, Some(DecimalMark::Comma));
    assert_eq!(again.choices.day_month, Some(DayMonthOrder::DayFirst));
    assert_eq!(again.choices.duplicates, None, "asked every time");
    let looked = look(&table("Date\tValue\n05/06/2026\t5,678\n"), &number, again);
    assert_eq!(looked.questions, []);

    // This table says by itself that the point is the decimal mark.
    let plain = settle(&kept, "Date\tValue\n2026-05-06\t5.6\n2026-06-07\t1.25\n", &number);
    assert_eq!(plain.expect("the same").choices, Choices::default());
}

#[test]
fn an_answer_that_was_not_asked_for_this_time_is_still_known_the_next() {
    let number = indicator(Measure::Number);
    let choices = Choices { decimal: Some(DecimalMark::Comma), ..Choices::default() };
    let first =
        habit("Month\tValue\n2026-04\t1,234\n", &number, Intake { choices, ..Intake::default() });
    let clear = table("Month\tValue\n2026-05\t7\n");
    let looked = look(&clear, &number, Intake::default());
    let second = Habit::of(&clear, looked.columns, None, Choices::default(), Some(&first));
    let third = settle(&second, "Month\tValue\n2026-06\t5,678\n", &number).expect("the same");
    assert_eq!(third.choices.decimal, Some(DecimalMark::Comma));
}

#[test]
fn a_fraction_is_taken_as_the_last_time_once_its_decimals_are_known() {
    let share = indicator(Measure::Share);
    let choices = Choices { percent: Some(PercentForm::Fraction), ..Choices::default() };
    let kept =
        habit("Month\tRate\n2026-09\t0.85\n", &share, Intake { choices, ..Intake::default() });
    let settled = settle(&kept, "Month\tRate\n2026-10\t0.9\n", &share).expect("the same");
    assert_eq!(settled.choices.percent, Some(PercentForm::Fraction));
}

fn any_habit() -> impl Strategy<Value = Habit> {
    let column =
        || prop_oneof![".{0,8}".prop_map(Column::Name), (0usize..9).prop_map(Column::Place)];
    let shapes = [ValueShape::Number, ValueShape::Counted, ValueShape::Percent];
    (
        proptest::option::of(column()),
        proptest::collection::vec(column(), 1..3),
        0usize..3,
        proptest::option::of(Just(Separator::Semicolon)),
        proptest::option::of(Just(DecimalMark::Point)),
        proptest::option::of(Just(DayMonthOrder::MonthFirst)),
    )
        .prop_map(move |(period, values, shape, separator, decimal, day_month)| Habit {
            sheet: decimal.map(|_| "Sales 2026".to_owned()),
            period,
            values,
            shape: shapes[shape],
            width: 4,
            separator,
            encoding: separator.map(|_| Encoding::Koi8R),
            decimal,
            short_year: day_month.map(|_| ShortYear::Last),
            day_month,
            percent: None,
        })
}

proptest! {
    #[test]
    fn habits_read_back_as_they_were_kept(kept in proptest::collection::vec((0u64..6, any_habit()), 0..9)) {
        let mut habits = Habits::default();
        for (number, habit) in kept {
            let id = Id::new(IdKind::Indicator, number);
            habits.keep(id, habit.clone());
            prop_assert_eq!(habits.of(id), Some(&habit));
        }
        prop_assert_eq!(Habits::parse(&habits.text()), habits);
    }

    #[test]
    fn whatever_is_stored_there_is_an_answer(text in ".{0,60}", habit in any_habit(), cells in "[a-z0-9.,/\t\n-]{1,60}") {
        prop_assert_eq!(Habits::parse(&text), Habits::default());
        if let Ok(table) = read_text(&cells, None) {
            let columns = habit.columns(&table);
            let inside = |columns: Columns| {
                columns.period.into_iter().chain(columns.values.columns()).all(|at| at < table.width())
            };
            prop_assert!(columns.is_none_or(inside));
        }
    }
}

#[test]
fn there_is_an_end_to_what_is_remembered_and_the_oldest_goes() {
    let kept = habit("Month\tValue\n2026-04\t1\n", &indicator(Measure::Number), Intake::default());
    let mut habits = Habits::default();
    for number in 0..=u64::try_from(MOST).expect("few") {
        habits.keep(Id::new(IdKind::Indicator, number), kept.clone());
    }
    assert_eq!(habits.0.len(), MOST);
    assert_eq!(habits.of(Id::new(IdKind::Indicator, 0)), None);
    assert!(habits.of(Id::new(IdKind::Indicator, 1)).is_some());
}
