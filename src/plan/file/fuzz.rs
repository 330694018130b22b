//! Damaged plans: whatever the bytes, a plan or a refusal with its place.

use super::{read_plan, write_plan};
use crate::base::testing::{Dice, fuzz, mutate};

/// Every section of a plan with two records at most, so that an input is read
/// in microseconds and most edits land in something that matters.
const SMALL: [&str; 6] = [
    include_str!("../../../tests/fixtures/plan/v1-department.yaml"),
    include_str!("../../../tests/fixtures/plan/v1-fit.yaml"),
    include_str!("../../../tests/fixtures/plan/v1-gaps.yaml"),
    include_str!("../../../tests/fixtures/plan/v1-goals.yaml"),
    include_str!("../../../tests/fixtures/plan/v1-roll-out.yaml"),
    include_str!("../../../tests/fixtures/plan/v1-snapshots.yaml"),
];

/// The whole of version 1, tried less often: each takes as long as ten others.
const LARGE: [&str; 2] = [
    include_str!("../../../tests/fixtures/plan/v1.yaml"),
    include_str!("../../../tests/fixtures/plan/v1-registers.yaml"),
];

/// What plans are made of, right and wrong.
const PIECES: [&str; 40] = [
    "\n- {",
    "}",
    ", ",
    ": ",
    "\n  - ",
    "\n",
    "  ",
    "- id: ",
    "h0000v1aa",
    "i0000v1aa",
    "g0000v1aa",
    "p0000v1aa",
    "m0000v1zz",
    "\"2026-10\"",
    "\"2026-W60\"",
    "\"2026-02-30\"",
    "\"9999-12-31\"",
    "\"1969-12-31\"",
    "value: ",
    "part: ",
    "whole: 0",
    "-1",
    "1e15",
    "1e400",
    "0.1234567890123456",
    "-0",
    ".nan",
    "~",
    "true",
    "met",
    "not-met",
    "level: 6",
    "kind: share",
    "owner: ",
    "goals:\n",
    "measurements:\n",
    "summary:\n",
    "\u{202e}",
    "项目",
    "\"\"",
];

fn damaged(dice: &mut Dice) -> Vec<u8> {
    let seeds: &[&str] = if dice.roll(16) == 0 { &LARGE } else { &SMALL };
    let mut text = dice.one(seeds).as_bytes().to_vec();
    mutate(dice, &mut text, &PIECES);
    text
}

#[test]
fn damaged_plans_are_refused_with_a_place_or_come_back_as_they_were_read() {
    fuzz("plan file", |dice| {
        let text = damaged(dice);
        match read_plan(&text) {
            Ok((project, summary)) => {
                let again = write_plan(&project, summary);
                let (back, summary) = read_plan(again.as_bytes()).expect("our own file opens");
                assert_eq!(back, project);
                assert_eq!(write_plan(&back, summary), again);
                true
            }
            Err(error) => {
                // A lone carriage return ends a line too.
                let lines = text.split(|byte| matches!(byte, b'\n' | b'\r')).count();
                let named = error.line().and_then(|line| usize::try_from(line).ok());
                assert!(named.is_none_or(|line| line <= lines), "{error:?}");
                false
            }
        }
    });
}
