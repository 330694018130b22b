//! Chance for tests, the same on every machine: each input has a number, and
//! the number alone makes it again.

use std::str::FromStr;

/// Inputs a door is tried with while one works; `scripts/test.sh` asks for
/// 250,000.
const INPUTS: u64 = 5_000;

/// A small source of chance (xorshift, 64 bits).
#[derive(Debug)]
pub struct Dice(u64);

impl Dice {
    /// The source of one input.
    pub fn of_input(number: u64) -> Self {
        Self(number.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `sides`; 0 when there is nothing to choose from.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).map_or(0, |roll| roll % sides.max(1))
    }

    /// One of a list that is not empty.
    pub fn one<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.roll(list.len())]
    }
}

fn env<T: FromStr>(name: &str) -> Option<T> {
    std::env::var(name).ok().and_then(|text| text.parse().ok())
}

/// Says how to make an input again if its check panics.
struct Witness<'a>(&'a str, u64);

impl Drop for Witness<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("{}: again with FUZZ_SEED={} FUZZ_INPUTS=1", self.0, self.1);
        }
    }
}

/// Tries a door with very many inputs: `check` makes one from its source of
/// chance and says whether the door took it. `FUZZ_INPUTS` tries more or fewer,
/// `FUZZ_SEED` begins elsewhere.
///
/// Neither all may be taken nor all refused: then the inputs would miss
/// either what lies behind the door or its lock.
///
/// # Panics
/// When a check does, or the inputs are all of one kind.
pub fn fuzz(door: &str, mut check: impl FnMut(&mut Dice) -> bool) {
    let first: u64 = env("FUZZ_SEED").unwrap_or(1);
    let total = env("FUZZ_INPUTS").unwrap_or(INPUTS);
    println!("{door}: {total} inputs from FUZZ_SEED={first}");
    let mut taken = 0;
    for number in first..first.saturating_add(total) {
        let _witness = Witness(door, number);
        taken += u64::from(check(&mut Dice::of_input(number)));
    }
    println!("{door}: {taken} taken");
    if total >= 1_000 {
        let some = total / 100;
        assert!((some..total - some).contains(&taken), "{door}: {taken} of {total} taken");
    }
}

/// Up to five edits: bytes changed, taken out, doubled, cut off, or a piece
/// with a meaning put in.
pub fn mutate<P: AsRef<[u8]>>(dice: &mut Dice, text: &mut Vec<u8>, pieces: &[P]) {
    for _ in 0..=dice.roll(4) {
        let at = dice.roll(text.len() + 1);
        let end = (at + dice.roll(12)).min(text.len());
        match dice.roll(7) {
            0 if at < text.len() => text[at] = u8::try_from(dice.roll(256)).unwrap_or(0),
            1 => drop(text.drain(at..end)),
            2 => {
                let copy = text[at..end].to_vec();
                let to = dice.roll(text.len() + 1);
                drop(text.splice(to..to, copy));
            }
            3 => text.truncate(at),
            _ => drop(text.splice(at..at, dice.one(pieces).as_ref().iter().copied())),
        }
    }
}
