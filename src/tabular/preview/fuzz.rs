//! Damaged files: whatever the bytes, there is an answer and no panic.

use super::*;
use crate::base::{Cadence, FiscalStart};
use crate::tabular::mapping::{ValueShape, guess_mapping, guess_values_only};
use crate::tabular::table::read_table;

/// Inputs of a run; a multiple of the seeds below in any case.
const INPUTS: usize = 20_000;

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

/// Xorshift: small, and the same everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or(0) % limit.max(1)
    }
}

fn mutated(seed: &[u8], random: &mut Random) -> Vec<u8> {
    // A few lines show everything a whole file does.
    let start = random.below(seed.len().min(200));
    let mut bytes: Vec<u8> = seed.iter().copied().skip(start / 2 * (start % 2)).take(220).collect();
    for _ in 0..=random.below(6) {
        let at = random.below(bytes.len() + 1);
        let spice = SPICE[random.below(SPICE.len())];
        match random.below(5) {
            0 => bytes.insert(at, spice),
            1 if at < bytes.len() => bytes[at] = spice,
            2 if at < bytes.len() => {
                bytes.remove(at);
            }
            3 => bytes.truncate(at),
            _ => {
                let piece: Vec<u8> =
                    bytes.iter().copied().skip(at).take(random.below(30)).collect();
                let to = random.below(bytes.len() + 1);
                bytes.splice(to..to, piece);
            }
        }
    }
    bytes
}

fn import(bytes: &[u8], cadence: Cadence, shape: ValueShape) {
    let Ok(table) = read_table(bytes) else { return };
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
        check(&preview(&table, &guess.mapping, choices, &terms, &known));
    }
    if let Ok(guess) = guess_values_only(&table, shape) {
        let start = Period::parse("2199-01").expect("a month");
        check(&preview_from(start, &table, &guess.mapping.values, choices, &terms, &known));
    }
}

#[test]
fn damaged_files_never_panic_and_never_wait_without_a_question() {
    let seed = 0x5eed_7ab1_e5ca_1e00;
    println!("seed {seed:#x}");
    let mut random = Random(seed);
    let shapes = [ValueShape::Number, ValueShape::Counted, ValueShape::Percent];
    for input in 0..INPUTS {
        let bytes = mutated(SEEDS[input % SEEDS.len()], &mut random);
        import(&bytes, Cadence::ALL[random.below(5)], shapes[random.below(3)]);
    }
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
