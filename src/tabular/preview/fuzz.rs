//! Damaged files: whatever the bytes, there is an answer and no panic.

use super::*;
use crate::base::testing::{Dice, fuzz, mutate};
use crate::base::{Cadence, FiscalStart};
use crate::tabular::mapping::{ValueShape, guess_mapping, guess_values_only};
use crate::tabular::table::read_table;

const SEEDS: [&[u8]; 8] = [
    include_bytes!("../../../tests/fixtures/tabular/souvenirs.csv"),
    include_bytes!("../../../tests/fixtures/tabular/insurance.csv"),
    b"Month;Answered;Calls\r\n2024-01;80;100\r\n2024-02;\"1.234,5\";2.000\r\nTotal;1;2\r\n",
    "Месяц\tДоля\nянв. 2024\t0,85\n03/04/2024\t85 %\nИтого\t1\n".as_bytes(),
    "2024年1月,￥1,234\n2024年第4季度,(5)\n".as_bytes(),
    b"sep=|\nWeek|Value\n2024-W01|1e3\n2024-W02|-0\n",
    b"KPI\t2024\t2025\nSales\t85\t90\n",
    b"12,40\n\n15,42\n",
];

/// Bytes that mean something to the readers.
const SPICE: &[u8] = b"\",;|\t\r\n\0=+-.'%()eEQW/: 0919\xef\xbb\xbf\xff\xfe\xc0\x80\xe2";

/// A few lines of a file, which show everything a whole one does, damaged.
fn damaged(dice: &mut Dice) -> Vec<u8> {
    let seed = *dice.one(&SEEDS);
    let start = dice.roll(seed.len().min(200));
    let mut bytes: Vec<u8> = seed.iter().copied().skip(start / 2 * (start % 2)).take(220).collect();
    let spice: Vec<&[u8]> = SPICE.chunks(1).collect();
    mutate(dice, &mut bytes, &spice);
    bytes
}

/// Whether the bytes gave a table whose columns could be told.
fn import(bytes: &[u8], cadence: Cadence, shape: ValueShape) -> bool {
    let Ok(table) = read_table(bytes) else { return false };
    let mut told = false;
    let today = "2026-10-31".parse().expect("a date");
    let fiscal = FiscalStart::new(4).expect("April is a month");
    let terms = Terms { cadence, fiscal, currency: Some("JPY".to_owned()), today };
    let (choices, known) = (Choices::default(), BTreeMap::new());
    let check = |preview: &Preview| {
        assert_eq!(preview.rows.len(), table.rows().len());
        assert_eq!(preview.accepted().is_none(), !preview.questions.is_empty());
        assert!(preview.counts.pending == 0 || !preview.questions.is_empty());
    };
    if let Ok(guess) = guess_mapping(&table, cadence, shape, fiscal) {
        told = true;
        check(&preview(&table, &guess.mapping, choices, &terms, &known));
    }
    if let Ok(guess) = guess_values_only(&table, shape) {
        let start = Period::parse("2199-01").expect("a month");
        check(&preview_from(start, &table, &guess.mapping.values, choices, &terms, &known));
    }
    told
}

#[test]
fn damaged_files_never_panic_and_never_wait_without_a_question() {
    let shapes = [ValueShape::Number, ValueShape::Counted, ValueShape::Percent];
    fuzz("CSV", |dice| {
        let bytes = damaged(dice);
        import(&bytes, *dice.one(&Cadence::ALL), *dice.one(&shapes))
    });
}

#[test]
fn a_file_cut_at_any_byte_is_an_error_or_a_shorter_table() {
    let whole = SEEDS[2];
    let rows = read_table(whole).expect("the whole file").rows().len();
    for end in 0..whole.len() {
        let cut = &whole[..end];
        if let Ok(table) = read_table(cut) {
            assert!(table.rows().len() <= rows, "cut at {end}");
        }
        import(cut, Cadence::Month, ValueShape::Counted);
    }
}
