//! Generated values and mutated texts.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use serde_json::{Map, Number, Value};

use crate::base::testing::{fuzz, mutate};

use super::super::{Layout, Limits, YamlErrorKind as Kind, read, write};
use super::SAMPLE;

/// A number from the environment, to test more than a normal run does.
fn env<T: std::str::FromStr>(name: &str) -> Option<T> {
    std::env::var(name).ok().and_then(|text| text.parse().ok())
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => ".{0,12}",
        4 => r#"[-a-y:#?&*!|>@,=<~'"%`{}\[\]\\ \t\n.0-9_]{0,10}"#,
        2 => any::<String>(),
        1 => "(no|yes|on|null|true|[0-9]{4}-[0-9]{2}|[0-9]{2}:[0-9]{2}|-?[0-9.e]+|<<|=)",
    ]
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::from),
        2 => any::<i64>().prop_map(Value::from),
        2 => proptest::num::f64::NORMAL.prop_map(Value::from),
        2 => (-1e6..1e6).prop_map(Value::from),
        6 => text().prop_map(Value::from),
    ];
    leaf.prop_recursive(8, 64, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((text(), inner), 0..6)
                .prop_map(|entries| Value::Object(entries.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// 80.0 is written and read as 80.
fn whole(value: &Value) -> Value {
    match value {
        Value::Array(list) => list.iter().map(whole).collect(),
        Value::Object(map) => map.iter().map(|(key, value)| (key.clone(), whole(value))).collect(),
        Value::Number(number) => Value::Number(whole_number(number)),
        other => other.clone(),
    }
}

fn whole_number(number: &Number) -> Number {
    let text = number.as_f64().filter(|_| number.is_f64()).map(crate::base::plain);
    text.and_then(|text| text.parse::<i64>().ok())
        .filter(|whole| whole.unsigned_abs() < 1 << 53)
        .map_or(number.clone(), Number::from)
}

fn layouts() -> impl Strategy<Value = Layout> {
    prop_oneof![
        Just(Layout::block()),
        Just(Layout::block().one_line("*")),
        Just(Layout::block().one_line("*").one_line("*.*").one_line("*.*.*")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(env("YAML_CASES").unwrap_or(500)))]

    #[test]
    fn what_is_written_reads_back_equal(value in value(), layout in layouts()) {
        let text = write(&value, &layout);
        let back = read(text.as_bytes(), &Limits::PLAN);
        let back = back.map_err(|error| TestCaseError::fail(format!("{error} in:\n{text}")))?;
        prop_assert_eq!(back.value(), &whole(&value), "{}", text);
        prop_assert_eq!(write(back.value(), &layout), text);
    }

    /// A second writer, with other styles (single quotes, block texts).
    #[test]
    fn another_writer_s_text_reads_back_equal(value in value()) {
        let text = serde_yaml::to_string(&value).expect("a value can be written");
        match read(text.as_bytes(), &Limits::PLAN) {
            Ok(back) => {
                // The other writer does not quote everything it should; what
                // its own reader takes for the value must be what ours takes.
                let own: Value = serde_yaml::from_str(&text).expect("its own text");
                prop_assert_eq!(whole(back.value()), whole(&own), "{}", text);
            }
            Err(error) => {
                let own = serde_yaml::from_str::<Value>(&text);
                let excused = own.is_err()
                    || matches!(error.kind, Kind::NumberOutOfRange { .. } | Kind::MergeKey
                        | Kind::KeyNotText | Kind::NotFinite);
                prop_assert!(excused, "{}\n{}", error, text);
            }
        }
    }

    #[test]
    fn cut_anywhere_a_text_never_panics_the_reader(value in value(), cut in any::<prop::sample::Index>()) {
        let text = write(&value, &Layout::block());
        drop(read(&text.as_bytes()[..cut.index(text.len() + 1)], &Limits::PLAN));
    }
}

/// Pieces with a meaning in YAML.
const PIECES: [&str; 44] = [
    "- ",
    "? ",
    ": ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "&a ",
    "*a",
    "!t ",
    "|",
    ">-\n",
    "|2\n",
    "'",
    "\"",
    "\\",
    "\\\n",
    "#",
    " #",
    "\t",
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    " ",
    "  ",
    "\n  ",
    "\n- ",
    "\n---\n",
    "\n...\n",
    "%YAML 1.2\n",
    "<<: ",
    ".nan",
    "1e999",
    "~",
    "\u{FEFF}",
    "\u{85}",
    "\u{2028}",
    "项",
    "🙂",
    "k:\n",
    "{a: [",
    "\\u00",
];

#[test]
fn mutated_texts_are_refused_or_read_but_never_panic() {
    let ours = write(&super::accepted(SAMPLE).into_value(), &Layout::block().one_line("goals"));
    let theirs = serde_yaml::to_string(super::accepted(SAMPLE).value()).expect("a value");
    let samples = [SAMPLE, &ours, &theirs, "a: b\n"];
    fuzz("plan YAML", |dice| {
        let mut text = dice.one(&samples).as_bytes().to_vec();
        mutate(dice, &mut text, &PIECES);
        agrees(&text)
    });
}

/// Reads the text and holds the result against the parser alone: what we call
/// no YAML it must refuse too, and what we accept it must read as the same.
fn agrees(text: &[u8]) -> bool {
    let without_mark = text.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(text);
    let alone = || serde_yaml::from_slice::<Value>(without_mark);
    match read(text, &Limits::PLAN) {
        Ok(document) => {
            assert_eq!(Some(whole(document.value())), alone().ok().as_ref().map(whole));
            let canonical = write(document.value(), &Layout::block());
            let again = read(canonical.as_bytes(), &Limits::PLAN).expect("our own text");
            assert_eq!(whole(again.value()), whole(document.value()));
            true
        }
        Err(error) => {
            if let Kind::Syntax(problem) = &error.kind {
                assert!(alone().is_err(), "{problem:?} only by us: {error}");
            }
            false
        }
    }
}

/// Release builds try 64 KiB of every pair of pieces; debug builds are too slow
/// for that and try less.
#[test]
fn no_small_file_is_slow_to_read() {
    let size = if cfg!(debug_assertions) { 2 * 1024 } else { 64 * 1024 };
    let mut slowest = (Duration::ZERO, String::new());
    for first in PIECES {
        for second in PIECES.iter().chain(&["a", "a: ", "xxxxxxxxx\n  "]) {
            let unit = format!("{first}{second}");
            for head in ["", "a: x", "a: \"x", "a: |\n  ", "[", "a: 'x \n"] {
                let text = head.to_owned() + &unit.repeat(size / unit.len());
                slowest = slowest.max((fastest(&text), format!("{head:?} {unit:?}")));
            }
        }
    }
    println!("slowest: {slowest:?}");
    assert!(slowest.0 < Duration::from_millis(100), "{slowest:?}");
}

/// Time to read a text; a slow reading is repeated, for the machine may have
/// been busy with something else.
fn fastest(text: &str) -> Duration {
    let time = || {
        let start = Instant::now();
        drop(read(text.as_bytes(), &Limits::PLAN));
        start.elapsed()
    };
    let first = time();
    if first < Duration::from_millis(40) {
        return first;
    }
    (0..20).map(|_| time()).fold(first, Duration::min)
}
