//! Against an independent computation in Python; see
//! `tests/fixtures/tabular/events/make.py`.

use super::*;
use crate::base::{BusinessClock, Cadence, FiscalStart, Hours, Period};
use crate::kpi::{Actual, TimeUnit};
use proptest::prelude::*;

const CALLS: &[u8] = include_bytes!("../../../tests/fixtures/tabular/events/calls.csv");
const WEEKS: &str = include_str!("../../../tests/fixtures/tabular/events/calls_weeks.txt");
const BANK: &[u8] = include_bytes!("../../../tests/fixtures/tabular/events/bank_calls.csv");
const CHURN: &[u8] = include_bytes!("../../../tests/fixtures/tabular/events/wa_churn.csv");

fn rules(what: Reckoning) -> Rules {
    Rules {
        when: When::Column(0),
        form: DateForm::default(),
        decimal: None,
        what,
        length: Some(Length::Until(1)),
        abandoned: Some(Said { column: 2, text: "Abandoned ".to_owned() }),
        abandoned_rest: Rest::NotMet,
        open_rest: Rest::NotMet,
        clock: None,
    }
}

fn read(bytes: &[u8], rules: Rules, chunk: usize) -> Adder {
    let sample = Sample::read(bytes, true).expect("a log");
    let mut reader = LogReader::new(&sample, rules);
    for part in bytes.chunks(chunk.max(1)) {
        reader.push(part).expect("no row is too long");
    }
    reader.finish().expect("no row is too long")
}

/// The same log as a workbook that another writer made.
const BOOK: &[u8] =
    include_bytes!("../../../tests/fixtures/tabular/workbooks/xlsxwriter-calls.xlsx");

#[test]
fn a_log_in_a_workbook_comes_to_the_same() {
    let book = crate::tabular::workbook::Book::open(BOOK).expect("a workbook");
    let all = || {
        let (mut reader, mut rows) = (book.rows(0).expect("a sheet"), Vec::new());
        while let Some(found) = reader.next().expect("rows") {
            rows.extend(found);
        }
        rows
    };
    let sample = Sample::of_sheet(&all()).expect("a log");
    assert_eq!((sample.moments(), sample.order_of(0, None)), (vec![0, 1], Ok(None)));
    for (what, column) in [(Reckoning::Count, 1), (Reckoning::Within(20.0), 2)] {
        let mut reader = SheetReader::new(&sample, rules(what.clone()));
        all().chunks(7).for_each(|rows| reader.push(rows));
        let outcomes = reader.finish().outcomes(Cadence::Week, FiscalStart::JANUARY);
        if what == Reckoning::Count {
            assert_values(&outcomes, column);
        } else {
            assert_shares(&outcomes, column);
        }
    }
}

#[test]
fn numbers_of_a_sheet_are_read_whatever_mark_texts_have() {
    use crate::tabular::workbook::{BookCell, BookRow};
    let cell = |text: &str, is_number| BookCell { text: text.to_owned(), is_number };
    let sheet = [
        BookRow { number: 1, cells: vec![cell("Calls of October", false)] },
        BookRow { number: 3, cells: vec![cell("began", false), cell("took", false)] },
        BookRow { number: 4, cells: vec![cell("2026-10-01", false), cell("1.234", true)] },
        BookRow { number: 5, cells: vec![cell("2026-10-02", false), cell("0:00:02.500", false)] },
    ];
    let sample = Sample::of_sheet(&sheet).expect("a log");
    assert_eq!(sample.names, ["began", "took"]);
    assert!(!sample.has_numbers(0) && !sample.has_numbers(1));
    let length = Some(Length::Written(1, TimeUnit::Seconds));
    let decimal = Some(crate::tabular::DecimalMark::Comma);
    let what = Reckoning::Quantile(0.0, TimeUnit::Seconds);
    let mut reader =
        SheetReader::new(&sample, Rules { length, decimal, abandoned: None, ..rules(what) });
    reader.push(&sheet);
    assert_eq!(reader.rows(), 2);
    let found = reader.finish().outcomes(Cadence::Day, FiscalStart::JANUARY);
    let values: Vec<Option<Actual>> = found.iter().map(|one| one.actual).collect();
    assert_eq!(values, [Actual::value(1.234).ok(), Actual::value(2.5).ok()]);
}

fn weekly(rules: Rules) -> Vec<Outcome> {
    read(CALLS, rules, 1000).outcomes(Cadence::Week, FiscalStart::JANUARY)
}

/// The columns of the file of expected weeks, without the first two.
fn wanted(column: usize) -> Vec<(Period, String)> {
    let lines = WEEKS.lines().filter(|line| !line.starts_with('#'));
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(' ').collect();
        (Period::parse(cells[0]).expect("a week"), cells[column].to_owned())
    };
    lines.map(row).collect()
}

#[track_caller]
fn assert_shares(found: &[Outcome], column: usize) {
    let found: Vec<(Period, String)> = found
        .iter()
        .map(|one| match one.actual {
            Some(Actual::Counted { part, whole }) => (one.period, format!("{part}/{whole}")),
            other => panic!("{other:?} is no share"),
        })
        .collect();
    assert_eq!(found, wanted(column));
}

#[track_caller]
fn assert_values(found: &[Outcome], column: usize) {
    for (found, (period, wanted)) in found.iter().zip(wanted(column)) {
        let Some(Actual::Value(value)) = found.actual else { panic!("{found:?} is no value") };
        assert_eq!(found.period, period);
        let wanted: f64 = wanted.parse().expect("a number");
        assert!((value - wanted).abs() < 1e-9 * wanted.max(1.0), "{period}: {value}, {wanted}");
    }
    assert_eq!(found.len(), wanted(column).len());
}

#[test]
fn counts_levels_and_quantiles_are_those_of_the_independent_computation() {
    assert_values(&weekly(rules(Reckoning::Count)), 1);
    assert_shares(&weekly(rules(Reckoning::Within(20.0))), 2);
    let left_out = Rules {
        abandoned_rest: Rest::LeftOut,
        open_rest: Rest::LeftOut,
        ..rules(Reckoning::Within(20.0))
    };
    assert_shares(&weekly(left_out), 3);
    assert_values(&weekly(rules(Reckoning::Quantile(0.5, TimeUnit::Seconds))), 4);
    assert_values(&weekly(rules(Reckoning::Quantile(0.9, TimeUnit::Seconds))), 5);
}

#[test]
fn the_business_clock_stands_still_at_night_and_on_holidays() {
    let mut clock = BusinessClock::default();
    clock.week[..5].fill(Hours::parse("09:00-17:00").ok());
    clock.holidays.insert("2026-10-14".parse().expect("a date"));
    let rules = Rules { clock: Some(clock), ..rules(Reckoning::Within(20.0)) };
    assert_shares(&weekly(rules), 6);
}

#[test]
fn the_volumes_of_the_bank_add_up() {
    let rules = Rules { length: None, abandoned: None, ..rules(Reckoning::Sum(1)) };
    let found = read(BANK, rules, 77).outcomes(Cadence::Day, FiscalStart::JANUARY);
    let text = std::str::from_utf8(BANK).expect("text");
    for outcome in &found {
        let day = outcome.period.to_string();
        let of_day = text.lines().filter(|line| line.starts_with(&day));
        let sum: f64 = of_day.filter_map(|line| line.split_once(',')?.1.parse::<f64>().ok()).sum();
        assert_eq!(outcome.actual, Some(Actual::Value(sum)));
    }
    assert_eq!(found.len(), 3);
}

#[test]
fn a_log_without_moments_belongs_to_the_period_named() {
    let period = Period::parse("2026-Q3").expect("a quarter");
    let said = Said { column: 0, text: "yes".to_owned() };
    let rules = Rules {
        when: When::Fixed(period),
        length: None,
        abandoned: None,
        ..rules(Reckoning::Conversion(said))
    };
    let found = read(CHURN, rules, 5).outcomes(Cadence::Quarter, FiscalStart::JANUARY);
    // Python: 102 of the first 400 customers churned.
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].actual, Actual::counted(102.0, 400.0));
}

#[test]
fn what_cannot_be_counted_is_counted_by_reason() {
    let log = "began,seconds,state\n2026-10-01 10:00,5,\n,5,\nsoon,5,\n2026-10-01 10:00,x,\n\
               2026-10-01 10:00,-3,\n2026-10-01 10:00,,\n2026-10-01 10:00,7,abandoned\n2026-10-01";
    let base = Rules {
        length: Some(Length::Written(1, TimeUnit::Minutes)),
        open_rest: Rest::LeftOut,
        abandoned_rest: Rest::LeftOut,
        ..rules(Reckoning::Within(300.0))
    };
    let found = read(log.as_bytes(), base, 3);
    assert_eq!(found.sum.rows, 8);
    let left_out: Vec<(LeftOut, u64)> = found.sum.left_out.clone().into_iter().collect();
    assert_eq!(
        left_out,
        [
            (LeftOut::NoBeginning, 1),
            (LeftOut::WrongBeginning, 1),
            (LeftOut::WrongValue, 1),
            (LeftOut::EndsBefore, 1),
            (LeftOut::Abandoned, 1),
            (LeftOut::Open, 2),
        ]
    );
    let outcomes = found.outcomes(Cadence::Month, FiscalStart::JANUARY);
    assert_eq!(outcomes[0].actual, Actual::counted(1.0, 1.0));
}

#[test]
fn durations_are_read_as_numbers_or_as_clock_times() {
    let log =
        "began,took\n2026-10-01,90\n2026-10-01,1:30\n2026-10-01,0:01:30\n2026-10-01,1:2:3:4\n";
    let base = Rules {
        length: Some(Length::Written(1, TimeUnit::Seconds)),
        abandoned: None,
        ..rules(Reckoning::Quantile(1.0, TimeUnit::Minutes))
    };
    let found = read(log.as_bytes(), base, 9);
    assert_eq!(found.sum.left_out.get(&LeftOut::WrongValue), Some(&1));
    let outcomes = found.outcomes(Cadence::Day, FiscalStart::JANUARY);
    assert_eq!((outcomes[0].actual, outcomes[0].rows), (Some(Actual::Value(1.5)), 3));
}

#[test]
fn the_sample_knows_moments_texts_and_the_order_of_dates() {
    let sample = Sample::read(CALLS, true).expect("a log");
    assert_eq!((sample.separator, sample.names.len()), (Separator::Semicolon, 4));
    assert_eq!(sample.moments(), [0, 1]);
    assert_eq!(sample.texts_of(2, 2), ["done", "abandoned"]);
    assert_eq!(sample.order_of(0, None), Ok(None), "dots have one order");
    let unclear = Sample::read(b"sep=;\nat;x\n03/04/2026;1\n05/06/2026;2\n", true).expect("a log");
    assert_eq!((unclear.names[0].as_str(), unclear.order_of(0, None)), ("at", Err(AskOrder)));
    let cut = Sample::read(b"at,x\n2026-01-01,1\n2026-01-02,\"un", false).expect("a log");
    assert_eq!(cut.rows.len(), 1);
    assert!(Sample::read(b"PK\x03\x04", true).is_err());
    assert!(Sample::read(b"", true).is_err());
}

#[test]
fn a_quotation_mark_that_is_never_closed_ends_in_an_error_not_in_memory() {
    let mut log = b"at,x\n2026-01-01,\"".to_vec();
    log.resize(3 * 1024 * 1024, b'a');
    let sample = Sample::read(b"at,x\n", true).expect("a log");
    let mut reader = LogReader::new(&sample, rules(Reckoning::Count));
    assert!(matches!(reader.push(&log), Err(LogError::RowTooLong { .. })));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn wherever_the_log_is_cut_the_result_is_the_same(sizes in proptest::collection::vec(1usize..9000, 1..30)) {
        let whole = read(CALLS, rules(Reckoning::Within(20.0)), CALLS.len());
        let sample = Sample::read(CALLS, true).expect("a log");
        let mut reader = LogReader::new(&sample, rules(Reckoning::Within(20.0)));
        let mut rest = CALLS;
        for size in sizes.iter().cycle() {
            let (part, after) = rest.split_at(rest.len().min(*size));
            reader.push(part).expect("short rows");
            rest = after;
            if rest.is_empty() {
                break;
            }
        }
        prop_assert_eq!(reader.finish().expect("short rows").sum, whole.sum);
    }

    #[test]
    fn parts_of_a_log_merge_into_the_whole_in_any_order(cut in 1usize..1400, turned in any::<bool>()) {
        let what = || rules(Reckoning::Quantile(0.9, TimeUnit::Seconds));
        let whole = read(CALLS, what(), 4096);
        let text = std::str::from_utf8(CALLS).expect("text");
        let (head, rows) = text.split_once('\n').expect("a head");
        let rows: Vec<&str> = rows.lines().collect();
        let part = |rows: &[&str]| read(format!("{head}\n{}\n", rows.join("\n")).as_bytes(), what(), 4096);
        let (mut one, mut other) = (part(&rows[..cut]), part(&rows[cut..]));
        if turned {
            std::mem::swap(&mut one, &mut other);
        }
        one.sum.merge(&other.sum);
        prop_assert_eq!((one.sum.rows, &one.sum.left_out), (whole.sum.rows, &whole.sum.left_out));
        let outcomes = |found: &Adder| found.outcomes(Cadence::Month, FiscalStart::JANUARY);
        prop_assert_eq!(outcomes(&one), outcomes(&whole));
    }

    #[test]
    fn no_bytes_stop_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..300), chunk in 1usize..50) {
        let sample = Sample::read(b"a,b,c\n", true).expect("a head");
        let mut reader = LogReader::new(&sample, rules(Reckoning::Within(20.0)));
        for part in bytes.chunks(chunk) {
            let _ = reader.push(part);
        }
        let _ = reader.finish();
        let _ = Sample::read(&bytes, chunk % 2 == 0);
    }
}
