//! Files of words, good and hostile.

use super::tests::demo;
use super::*;

pub(super) const TEXTS: &str = r#"
pack:
  demo:
    title: "T"
    lead: "L"
    section: { one: { title: "S" } }
    alpha:
      short: "a"
      question: "a?"
      why: "w"
      first: { short: "f", question: "f?", why: "w", evidence: "e", partly: "p", no: "n" }
      second: { short: "s", question: "s?", why: "w", evidence: "e", partly: "p", no: "n" }
    beta:
      short: "b"
      question: "b?"
      why: "w"
      evidence: "e"
      level_0: "0"
      level_1: "1"
      level_2: "2"
      level_3: "3"
      level_4: "4"
      level_5: "5"
"#;

#[test]
fn texts_are_flattened_and_hostile_text_stays_text() {
    let hostile =
        "<img src=x onerror=alert(1)> {{7*7}} ${x} \u{202e}gpj.exe =1+1 'q' \\n &amp; ';--";
    let yaml = format!("pack:\n  demo:\n    a: '{}'\n    b: no\n", hostile.replace('\'', "''"));
    let texts = read_texts("t.yaml", &yaml).expect("text is text");
    assert_eq!(texts["pack.demo.a"], hostile);
    assert_eq!(texts["pack.demo.b"], "no");
}

#[test]
fn what_is_no_text_is_named_with_its_line() {
    let yaml = "a:\n  b: 12\n  c: true\n  d: [x]\n  e:\n  g: x\na.g: y\n";
    let found = read_texts("t.yaml", yaml).expect_err("all wrong");
    let found: Vec<_> = found.into_iter().map(|problem| (problem.line, problem.fact)).collect();
    assert_eq!(
        found,
        [
            (Some(2), Fact::NotText),
            (Some(3), Fact::NotText),
            (Some(4), Fact::NotText),
            (Some(5), Fact::EmptyText),
            (Some(6), Fact::DuplicateKey { key: "a.g".into() }),
        ]
    );
    let long = format!("a: \"{}\"\n", "x".repeat(MAX_TEXT_CHARACTERS + 1));
    for (yaml, expected) in [
        (long.as_str(), "t.yaml:1: a: the text has more than 10000 characters: shorten it"),
        ("a:\n  b: x\n  b: y\n", "t.yaml:3: a.b: the key is there twice: remove one of the two"),
    ] {
        let found = read_texts("t.yaml", yaml).expect_err("refused");
        assert_eq!(found.iter().map(ToString::to_string).collect::<Vec<_>>(), [expected]);
    }
    for text in ["", "x", "[]", "12"] {
        assert!(read_texts("t.yaml", text).is_err(), "{text}");
    }
}

#[test]
fn complete_texts_have_no_problem() {
    assert_eq!(check_texts(&demo(), &[("en", TEXTS), ("ru", TEXTS)]), []);
}

#[test]
fn missing_unused_and_differing_texts_are_named_per_language() {
    let en = TEXTS.replace("    title: \"T\"\n", "").replace("short: \"b\"", "shrot: \"b\"");
    let ru = TEXTS.replace("short: \"b\"", "short: \"b\"\n      trap: \"t\"");
    let found = check_texts(&demo(), &[("en", &en), ("ru", &ru), ("zh", "pack: [")]);
    let found: Vec<_> = found.iter().map(ToString::to_string).collect();
    assert!(found[0].starts_with("zh"), "{}", found[0]);
    assert_eq!(
        found[1..],
        [
            "en:12: pack.demo.beta.short: the text is missing: add it",
            "en:3: pack.demo.title: the text is missing: add it",
            "en:12: pack.demo.beta.trap: the text is missing here and stands in ru: translate it, or remove it there",
            "en:13: pack.demo.beta.shrot: no part of the pack uses this text: correct the key or remove it",
        ]
    );
}
