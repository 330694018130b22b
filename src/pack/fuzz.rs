//! Damaged packs: whatever the text, a pack or a list of problems.

use super::tests::{GOOD, demo};
use super::text_tests::TEXTS;
use super::{check_texts, read_pack, read_texts};
use crate::base::testing::{Dice, fuzz, mutate};

/// What packs and their words are made of, right and wrong.
const PIECES: [&str; 36] = [
    "\n      - id: ",
    "\n        checks: [",
    "{ id: a }",
    "]",
    "{",
    "}",
    ", ",
    ": ",
    "\n",
    "  ",
    "- ",
    "gate: true",
    "gate: \"no\"",
    "weight: ",
    "-1",
    "0",
    "1e400",
    ".nan",
    "scale: level",
    "proof: participants",
    "proof: nothing",
    "sources: [S-0]",
    "S-117",
    "alpha",
    "beta",
    "one",
    "when: otherwise",
    "then: ready",
    "then: ~",
    "\"",
    "'",
    "&a ",
    "*a",
    "\t",
    "题",
    "\u{feff}",
];

fn damaged(dice: &mut Dice, seed: &str) -> String {
    let mut text = seed.as_bytes().to_vec();
    mutate(dice, &mut text, &PIECES);
    // Files that are no Unicode stop at the one door for YAML text.
    String::from_utf8_lossy(&text).into_owned()
}

#[test]
fn damaged_packs_are_read_or_every_problem_is_named() {
    let pack = demo();
    fuzz("pack", |dice| {
        if dice.roll(2) == 0 {
            return match read_pack("x.yaml", &damaged(dice, GOOD)) {
                Ok(pack) => {
                    assert!(pack.answerable().all(|question| question.weight.is_finite()));
                    true
                }
                Err(problems) => {
                    assert!(
                        problems.iter().all(|problem| problem.to_string().starts_with("x.yaml"))
                    );
                    assert!(!problems.is_empty());
                    false
                }
            };
        }
        let words = damaged(dice, TEXTS);
        let read = read_texts("x.yaml", &words);
        let problems = check_texts(&pack, &[("x.yaml", &words)]);
        assert!(read.is_ok() || !problems.is_empty(), "{words}");
        read.is_ok() && problems.is_empty()
    });
}
