//! The canonical form.

use serde_json::{Map, Value, json};

use super::super::{Layout, write};
use super::accepted;
use super::hostile::hostile_texts;

/// Every hostile text as value, inside brackets and as key, each beside its
/// code points, so that a reader in any language can check what it got.
fn hostile_value() -> Value {
    let codes = |text: &str| {
        let codes = text.chars().map(|c| format!("U+{:04X}", u32::from(c)));
        codes.collect::<Vec<_>>().join(" ")
    };
    let texts = hostile_texts();
    let items: Vec<Value> =
        texts.iter().map(|text| json!({"codes": codes(text), "text": text})).collect();
    let keys: Map<String, Value> =
        texts.iter().map(|text| (text.clone(), codes(text).into())).collect();
    let nested: Vec<Value> = texts.iter().map(|text| json!({text: [text]})).collect();
    json!({
        "block": items.clone(), "flow": items, "keys": keys, "nested": nested.clone(),
        "nested_flow": nested,
    })
}

/// The golden file was read with `PyYAML` 6.0.3 (`safe_load`, a YAML 1.1 reader,
/// both its Python and its libyaml scanner), ruamel.yaml and npm's yaml 2 (both
/// in YAML 1.1 and 1.2 mode) and js-yaml 3: every text came back as a string
/// equal to its code points. After a
/// change of the file (written anew when `UPDATE_GOLDEN` is set) repeat that.
#[test]
fn hostile_texts_are_written_as_in_the_golden_file_and_stay_texts() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/yaml/hostile.yaml");
    let layout = Layout::block().one_line("flow").one_line("nested_flow");
    let value = hostile_value();
    let text = write(&value, &layout);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(path, &text).expect("the fixture can be written");
    }
    let golden = std::fs::read_to_string(path).expect("the fixture is there");
    let differs = text.lines().zip(golden.lines()).find(|(ours, golden)| ours != golden);
    assert_eq!(differs, None);
    assert_eq!(text.len(), golden.len());
    assert_eq!(accepted(&golden).value(), &value);
}

#[test]
fn the_canonical_form_is_fixed() {
    let value = json!({
        "title": "A plan",
        "empty": {"list": [], "map": {}, "text": "", "nothing": null},
        "period": "2026-10",
        "goals": [
            {"id": "g1", "notes": ["one", "two: 2"], "deep": {"a": {"b": true}}},
            [],
            [["x", {"v": 1, "z": 2}], "w"],
            {},
        ],
        "text": "line one\nline two\n",
        "measurements": [
            {"id": "m00000000", "period": "2026-10", "value": 81.2, "note": "a, b", "tags": ["x"], "more": {"k": []}},
            "odd one",
        ],
        "inner": {"measurements": [{"a": 1}], "list": [{"measurements": [{"a": 1, "b": 2}]}]},
    });
    let layout = Layout::block().one_line("measurements").one_line("inner.list.*.measurements");
    let expected = r#"title: A plan
empty:
  list: []
  map: {}
  text: ""
  nothing: null
period: "2026-10"
goals:
- id: g1
  notes:
  - one
  - "two: 2"
  deep:
    a:
      b: true
- []
- - - x
    - v: 1
      z: 2
  - w
- {}
text: "line one\nline two\n"
measurements:
- {id: m00000000, period: "2026-10", value: 81.2, note: "a, b", tags: [x], more: {k: []}}
- odd one
inner:
  measurements:
  - a: 1
  list:
  - measurements:
    - {a: 1, b: 2}
"#;
    assert_eq!(write(&value, &layout), expected);
    assert_eq!(accepted(expected).value(), &value);
}

#[test]
fn one_edited_value_is_one_changed_line() {
    let with = |note: &str| {
        let value = json!({"a": [{"note": note, "rest": "x"}], "b": 1});
        write(&value, &Layout::block())
    };
    let before = with("short");
    for note in ["", "two\nlines\n", "- x", "# y", "a: b", &"long ".repeat(1999)] {
        let after = with(note);
        let changed = before.lines().zip(after.lines()).filter(|(old, new)| old != new).count();
        assert_eq!((changed, after.lines().count()), (1, before.lines().count()), "{note:?}");
    }
}

#[test]
fn numbers_are_written_without_exponent() {
    for (number, text) in [
        (json!(0), "0\n"),
        (json!(-5), "-5\n"),
        (json!(81.2), "81.2\n"),
        (json!(80.0), "80\n"),
        (json!(-0.0), "0\n"),
        (json!(1e15), "1000000000000000\n"),
        (json!(1e-15), "0.000000000000001\n"),
        (json!(1e20), "100000000000000000000.0\n"),
        (json!(i64::MIN), "-9223372036854775808\n"),
    ] {
        assert_eq!(write(&number, &Layout::block()), text);
        assert_eq!(
            accepted(text).value().as_f64().map(f64::to_bits),
            number.as_f64().map(|n| (n + 0.0).to_bits())
        );
    }
}

#[test]
fn keys_too_long_for_one_line_are_written_explicitly() {
    let long = |c: &str| c.repeat(2500);
    let value = json!({
        long("a"): "x", long("项"): {"b": [1]}, long("-"): [{long("c"): {}}],
        "flow": [{long("d"): 1, "e": long("f"), long("g"): {long("h"): [long("i")]}}],
    });
    for layout in [Layout::block(), Layout::block().one_line("flow")] {
        assert_eq!(accepted(&write(&value, &layout)).value(), &value);
    }
}

#[test]
fn text_of_the_full_length_comes_back() {
    for c in ["x", "项", "😀", "\u{202E}", "\u{E0041}", "\n", "\"", " "] {
        let wide = format!("x{}y", c.repeat(9_998));
        let value = json!({"a": [c.repeat(10_000), wide], "b": {"c": c.repeat(10_000), "d": wide}});
        assert_eq!(accepted(&write(&value, &Layout::block())).value(), &value);
    }
}
