//! Depth, length, number and time.

use std::time::{Duration, Instant};

use super::super::{Limits, YamlErrorKind as Kind, read};
use super::{accepted, expect, refused};

#[test]
fn nesting_up_to_the_limit_is_read_and_one_more_refused() {
    let too_deep = Kind::TooDeep { limit: 32 };
    let flow = |n: usize| format!("{}{}", "[".repeat(n), "]".repeat(n));
    accepted(&flow(32));
    expect(flow(33), &too_deep, 1);
    let dashes = |n: usize| format!("{}x", "- ".repeat(n));
    accepted(&dashes(32));
    expect(dashes(33), &too_deep, 1);
    let maps = |n: usize| {
        let lines = (0..n).map(|depth| format!("{}k:\n", " ".repeat(depth)));
        lines.collect::<String>() + &" ".repeat(n) + "x"
    };
    accepted(&maps(32));
    expect(maps(33), &too_deep, 33);
    // A list in the column of its key opens without indentation.
    let mixed = |n: usize| {
        let lines = (1..n).map(|depth| format!("{}- k:\n", "  ".repeat(depth - 1)));
        format!("k:\n{}{}- x", lines.collect::<String>(), "  ".repeat(n - 1))
    };
    accepted(&mixed(16));
    assert_eq!(refused(mixed(16).replace('x', "[x]")).kind, too_deep);
    assert_eq!(refused(mixed(17)).kind, too_deep);
}

/// The worst that fits into a megabyte, by what it is made of.
fn hostile_texts() -> Vec<(&'static str, String)> {
    let fill = |unit: &str| unit.repeat(1_000_000 / unit.len());
    let steps: String = (0..1400).map(|depth| " ".repeat(depth) + "a:\n").collect();
    vec![
        ("[", fill("[")),
        ("{", fill("{")),
        ("- ", fill("- ")),
        ("? ", fill("? ")),
        (": ", fill(": ")),
        ("{a: ", fill("{a: ")),
        ("{? ", fill("{? ")),
        ("[{", fill("[{")),
        ("{a: [", fill("{a: [")),
        ("indentation", steps),
        ("one text", "a: ".to_owned() + &"x".repeat(5_000_000)),
        ("one quoted text", format!("a: \"{}\"", "x".repeat(1_000_000))),
        ("one block text", "a: |\n".to_owned() + &"  xxxxxxx\n".repeat(100_000)),
        ("wide gap", format!("a: x{}y{}", " ".repeat(500_000), "\n  y".repeat(120_000))),
        ("quoted gap", format!("a: \"x{}y{}\"", " ".repeat(500_000), "\n  y".repeat(120_000))),
        ("empty lines", format!("a: |\n  x{}{}", "\n".repeat(500_000), "  x\n".repeat(120_000))),
    ]
}

#[test]
fn hostile_megabytes_are_refused_at_once() {
    for (name, text) in hostile_texts() {
        let start = Instant::now();
        let error = refused(&text);
        println!("{name}: {:?}, {error}", start.elapsed());
        // 1 to 35 ms in release on a busy two-core machine.
        let limit = Duration::from_millis(if cfg!(debug_assertions) { 5000 } else { 250 });
        assert!(start.elapsed() < limit, "{name}: {error} after {:?}", start.elapsed());
    }
}

#[test]
fn one_text_over_the_limit_is_refused_with_its_line() {
    let limits = Limits { max_text: 4, ..Limits::PLAN };
    let text = |value: &str| format!("a: 1\nb: {value}\n");
    assert!(read(text("项目项目").as_bytes(), &limits).is_ok());
    assert!(
        read(text("\"\\U0001F600\\U0001F600\\U0001F600\\U0001F600\"").as_bytes(), &limits).is_ok()
    );
    for value in ["12345x", "\"abcde\"", "'abcde'", "|\n  abcd\n", "{abcde: 1}"] {
        let error = read(text(value).as_bytes(), &limits).map(|_| ()).expect_err("refused");
        assert_eq!((error.kind, error.line), (Kind::TextTooLong { limit: 4 }, Some(2)), "{value}");
    }
}

#[test]
fn too_many_entries_are_refused() {
    let limits = Limits { max_nodes: 10, ..Limits::PLAN };
    assert!(read(b"[1, 2, 3, 4, 5, 6, 7, 8, 9]", &limits).is_ok());
    let error =
        read(b"[1, 2, 3, 4, 5,\n 6, 7, 8, 9, 10]", &limits).map(|_| ()).expect_err("refused");
    assert_eq!((error.kind, error.line), (Kind::TooManyNodes { limit: 10 }, Some(2)));
}

#[test]
fn long_gaps_in_texts_of_several_lines_are_refused() {
    let gap = Kind::LongGap { limit: 1000 };
    let blanks = |count| " ".repeat(count);
    let lines = |count| "\n".repeat(count);
    for text in [
        format!("a: x{}y\n  z", blanks(1001)),
        format!("a: 'x{}\n y'", blanks(1001)),
        format!("a: \"x{}y\"", lines(1002)),
        format!("a: |\n x{} y", lines(1003)),
    ] {
        expect(text, &gap, 1);
    }
    // On one line, or within the limit, they are somebody's text.
    accepted(&format!("a: x{}y\nb: '{}'\nc: |\n  x{}y", blanks(5000), blanks(5000), blanks(5000)));
    accepted(&format!("a: x{0}\nb: |\n y{0}\nc: |\n z\n{0}d: 1", lines(5000)));
    accepted(&format!("a: 'x{}y{} z'\nb: |\n x{} y", blanks(1000), lines(1000), lines(1000)));
}
