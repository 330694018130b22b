//! What looks like a refused thing but is somebody's text.

use serde_json::{Value, json};

use super::super::{Layout, write};
use super::accepted;

fn value(text: &str) -> Value {
    accepted(text).into_value()
}

#[test]
fn indicators_inside_texts_are_texts() {
    let hostile = "&a *b !c <<: {[ ]} %TAG --- ... - - - ? : | > @ ` # \\ ' , =";
    let plain = "&a *b !c <<:x {[ ]} %TAG --- ... - - - ? :x | > @ ` x# \\ ' , =";
    for (style, text) in [
        ("plain", format!("k: x{plain}\n")),
        ("double", format!("k: \"{}\"\n", hostile.replace('\\', "\\\\"))),
        ("single", format!("k: '{}'\n", hostile.replace('\'', "''"))),
        ("literal", format!("k: |\n  {hostile}\n  \t{hostile}\n\n   {hostile}\nend: 1\n")),
        ("folded", format!("k: >-\n {hostile}\n {hostile}\nend: 1\n")),
        ("comment", format!("k: v # {hostile}\n#{hostile}\n# \t{hostile}\n")),
    ] {
        assert!(accepted(&text).value()["k"].is_string(), "{style}");
    }
}

#[test]
fn texts_of_several_lines_hold_anything() {
    assert_eq!(value("k: a\n  *b &c !d\n  - e\n  [ {\nl: 1")["k"], "a *b &c !d - e [ {");
    assert_eq!(value("k: 'a\n\n  *b\n  - c'\nl: 1")["k"], "a\n*b - c");
    assert_eq!(value("k: \"a \\\n  &b\n \t\tc\"")["k"], "a &b c");
    assert_eq!(value("- |\n a\n\n\n *b\n- >\n c\n- |2-\n   d\n  e\n")[2], " d\ne");
    assert_eq!(value("k: |+\n\n  - *a\n\n\nl: 1")["k"], "\n- *a\n\n\n");
    assert_eq!(value("|\n ---\n ...\n &x"), "---\n...\n&x");
}

#[test]
fn block_texts_end_where_the_parser_ends_them() {
    let text = "a:\n- |\n  x\n - y\n- b: >\n   z\n  c: '*'\n";
    // ` - y` is no part of the block text and no item: the parser refuses it.
    assert!(super::super::read(text.as_bytes(), &super::super::Limits::PLAN).is_err());
    let text = "a:\n- |\n  x\n\n- b: >\n    z\n  c: '*'\n  # end\nd: |-\n\n\n  e\n \nf: g";
    assert_eq!(value(text), json!({"a": ["x\n", {"b": "z\n", "c": "*"}], "d": "\n\ne", "f": "g"}));
}

#[test]
fn deep_looking_texts_are_not_deep() {
    let brackets = "[{".repeat(2000);
    let dashes = "- ".repeat(2000);
    let text = format!("a: \"{brackets}\"\nb: x{brackets}\nc: |\n  {dashes}\nd: x {dashes}\n");
    let value = value(&text);
    assert_eq!(value["b"], format!("x{brackets}"));
    assert_eq!(value["d"], format!("x {}", dashes.trim_end()));
}

#[test]
fn many_siblings_are_not_deep() {
    let items = "- [{k: [1]}]\n- k:\n  - 1\n".repeat(500);
    assert_eq!(value(&items).as_array().map(Vec::len), Some(1000));
    let flat = format!("[{}]", "{a: [1]}, ".repeat(500));
    assert_eq!(value(&flat).as_array().map(Vec::len), Some(500));
}

#[test]
fn bare_words_mean_what_yaml_1_2_says() {
    let read =
        value("[no, Yes, on, OFF, y, 12:30:45, 2026-10-31, 1_000, =, 0o17, 0x1F, ~, True, 010]");
    let expected = json!([
        "no",
        "Yes",
        "on",
        "OFF",
        "y",
        "12:30:45",
        "2026-10-31",
        "1_000",
        "=",
        15,
        31,
        null,
        true,
        "010"
    ]);
    assert_eq!(read, expected);
}

#[test]
fn tabs_that_are_no_indentation_pass() {
    assert_eq!(
        value("a:\tb\t# c\nd: [\n\t1,\n\t2\n]\ne: x\ty"),
        json!({"a": "b", "d": [1, 2], "e": "x\ty"})
    );
}

#[test]
fn another_writer_s_style_is_read_as_it_is_meant() {
    // The parser's own writer quotes singly and uses block texts.
    let value = json!({
        "*a": "&b", "- ": ["- x", "? y", {"[": "{", "": " "}], "!": "a\nb\n", "c": "\n\n *x\n",
        "tab": "\tx\n\ty", "d": [[["# e"]]], "f": "---\n...", "g": "no", "h": "x: y\n  z: w\n\n\n",
    });
    let text = serde_yaml::to_string(&value).expect("a value can be written");
    assert_eq!(accepted(&text).value(), &value);
    let ours = write(&value, &Layout::block());
    assert_eq!(accepted(&ours).value(), &value);
}

#[test]
fn lines_end_as_the_parser_sees_them_and_are_counted_as_editors_do() {
    // NEL, LS and PS end a line for the parser only.
    let text = "a: 'x\u{85}y\u{2028}z'\nb: 1\nb: 2";
    super::expect(text, &super::YamlErrorKind::DuplicateKey { key: "b".into() }, 3);
    let text = "a: x\u{2028}b: \"*\"\nc: 1\n";
    assert_eq!(value(text)["b"], "*");
}
