//! Packs, good and hostile.

use super::*;
use proptest::prelude::*;

pub(super) const GOOD: &str = "\
format_version: 1
id: demo
version: 3
sections:
  - id: one
    questions:
      - id: alpha
        gate: true
        weight: 2.5
        sources: [S-1, S-116]
        checks:
          - id: first
          - id: second
      - id: beta
        scale: level
        proof: participants
verdict:
  sources: [S-10]
  rules:
    - when: any-gate-no
      then: not-ready
    - when: otherwise
      then: ready
";

pub(super) fn demo() -> Pack {
    read_pack("demo.yaml", GOOD).expect("the good pack is good")
}

/// The problems of the good pack after one replacement.
#[track_caller]
fn broken(from: &str, to: &str) -> Vec<Problem> {
    assert!(GOOD.contains(from), "nothing to replace: {from}");
    read_pack("demo.yaml", &GOOD.replacen(from, to, 1)).expect_err(to)
}

/// One replacement gives exactly one problem, worded so.
#[track_caller]
fn one_problem(from: &str, to: &str, expected: &str) {
    let found: Vec<String> = broken(from, to).iter().map(ToString::to_string).collect();
    assert_eq!(found, [expected]);
}

#[test]
fn a_good_pack_is_read_with_defaults_and_inherited_gates() {
    let pack = demo();
    assert_eq!((pack.id.as_str(), pack.version), ("demo", 3));
    let ids: Vec<_> = pack.answerable().map(|question| question.id.as_str()).collect();
    assert_eq!(ids, ["demo.alpha.first", "demo.alpha.second", "demo.beta"]);
    let alpha = pack.question("demo.alpha").expect("there");
    assert!(alpha.gate && alpha.checks.iter().all(|check| check.gate));
    assert!((alpha.weight - 2.5).abs() < f64::EPSILON);
    assert_eq!(alpha.sources, [1, 116]);
    let beta = pack.question("demo.beta").expect("there");
    assert_eq!((beta.scale, beta.proof, beta.gate), (Scale::Level, Proof::Participants, false));
    assert_eq!(pack.verdict_sources, [10]);
    let last = VerdictRule { when: GateCondition::Otherwise, then: Outcome::Ready };
    assert_eq!(pack.verdict.last(), Some(&last));
}

/// What is replaced in the good pack, by what, and what is then said.
const MISTAKES: &[(&str, &str, &str)] = &[
    (
        "      - id: beta\n        scale",
        "      - scale",
        "14: sections[0].questions[1]: `id` is missing: add it",
    ),
    (
        "id: beta",
        "id: alpha",
        "14: sections[0].questions[1].id: the id `demo.alpha` is used twice: rename one of the two",
    ),
    (
        "id: second",
        "id: first",
        "13: sections[0].questions[0].checks[1].id: the id `demo.alpha.first` is used twice: rename one of the two",
    ),
    (
        "id: beta",
        "id: Бета",
        "14: sections[0].questions[1].id: `Бета` cannot be an id: use a lower-case letter first, then a-z, 0-9 and `-`, at most 40",
    ),
    (
        "id: beta",
        "id: section",
        "14: sections[0].questions[1].id: `demo.section` is a reserved name: choose another id",
    ),
    (
        "id: second",
        "id: why",
        "13: sections[0].questions[0].checks[1].id: `demo.alpha.why` is a reserved name: choose another id",
    ),
    ("version: 3", "version: 0", "3: version: the version is 0: count versions from 1"),
    ("\nversion: 3", "", "1: `version` is missing: add it"),
    (
        "weight: 2.5",
        "weight: 0",
        "9: sections[0].questions[0].weight: the weight 0 is out of range: write a number above 0 and at most 1000",
    ),
    (
        "weight: 2.5",
        "weight: -1",
        "9: sections[0].questions[0].weight: the weight -1 is out of range: write a number above 0 and at most 1000",
    ),
    ("weight: 2.5", "weight: .nan", "9: sections[0].questions[0].weight: not a finite number"),
    ("weight: 2.5", "weight: .inf", "9: sections[0].questions[0].weight: not a finite number"),
    (
        "scale: level",
        "scale: stars",
        "15: sections[0].questions[1].scale: `stars` is not known here: write one of yes-partly-no, level",
    ),
    (
        "proof: participants",
        "proof: oath",
        "16: sections[0].questions[1].proof: `oath` is not known here: write one of evidence, participants, success-criteria, funding, definition, integrations",
    ),
    (
        "- id: second",
        "- id: second\n            gate: true",
        "14: sections[0].questions[0].checks[1].gate: a sub-check is a gate exactly when its question is: remove `gate` here",
    ),
    (
        "- id: second",
        "- id: second\n            checks: [{ id: deep }]",
        "14: sections[0].questions[0].checks[1].checks: a sub-check cannot have sub-checks: make it a question, or move them one level up",
    ),
    (
        "S-116",
        "S-117",
        "10: sections[0].questions[0].sources[1]: `S-117` is no source: write S-1 to S-116, each once",
    ),
    (
        "S-116",
        "S-01",
        "10: sections[0].questions[0].sources[1]: `S-01` is no source: write S-1 to S-116, each once",
    ),
    (
        "S-116",
        "S-1",
        "10: sections[0].questions[0].sources[1]: `S-1` is no source: write S-1 to S-116, each once",
    ),
    (
        "any-gate-no",
        "any-gate",
        "20: verdict.rules[0].when: `any-gate` is not known here: write one of any-gate-no, any-gate-open, any-gate-at-risk, otherwise",
    ),
    ("      then: not-ready\n", "", "20: verdict.rules[0]: `then` is missing: add it"),
    (
        "when: otherwise",
        "when: any-gate-open",
        "19: verdict.rules: the last rule must apply always: end with `{ when: otherwise, then: … }`",
    ),
    (
        "any-gate-no",
        "otherwise",
        "22: verdict.rules[1]: this rule can never decide: an earlier one has the same condition or is `otherwise`",
    ),
    (
        "gate: true",
        "gate: false",
        "17: verdict: the pack has a verdict and no gate: set `gate: true` on a question, or remove it",
    ),
    (
        "format_version: 1",
        "format_version: 2",
        "1: format_version: format_version is 2: write `format_version: 1`, or use a newer version of the application",
    ),
    (
        "format_version: 1\n",
        "",
        "1: format_version: format_version is missing: write `format_version: 1`, or use a newer version of the application",
    ),
];

#[test]
fn every_mistake_is_named_with_its_line_and_repair() {
    for (from, to, expected) in MISTAKES {
        one_problem(from, to, &format!("demo.yaml:{expected}"));
    }
}

#[test]
fn unknown_fields_and_wrong_types_are_refused_with_their_place() {
    for (from, to, line, path) in [
        ("weight: 2.5", "wieght: 2.5", Some(9), "sections[0].questions[0].wieght"),
        ("weight: 2.5", "weight: heavy", Some(9), "sections[0].questions[0].weight"),
        ("gate: true", "gate: yes", Some(8), "sections[0].questions[0].gate"),
        ("version: 3", "version: -3", Some(3), "version"),
        ("sources: [S-10]", "sources: S-10", Some(18), "verdict.sources"),
        ("when: otherwise", "if: otherwise", Some(22), "verdict.rules[1].if"),
    ] {
        let found = broken(from, to);
        let [Problem { line: at, path: place, fact: Fact::Unreadable { reason }, .. }] =
            found.as_slice()
        else {
            panic!("{to}: {found:?}")
        };
        assert_eq!((*at, place.as_str()), (line, path), "{to}: {reason}");
    }
    one_problem(
        "version: 3",
        "version: 3\nversion: 4",
        "demo.yaml:4: version: the key is there twice: remove one of the two",
    );
}

#[test]
fn all_problems_of_a_file_are_named_at_once() {
    let text = GOOD
        .replace("id: beta", "id: alpha")
        .replace("weight: 2.5", "weight: 0")
        .replace("S-116", "S-900")
        .replace("when: otherwise", "when: never");
    let found = read_pack("demo.yaml", &text).expect_err("four mistakes");
    let lines: Vec<_> = found.iter().map(|problem| problem.line).collect();
    // The unknown condition also leaves the verdict without its last rule.
    assert_eq!(lines, [Some(9), Some(10), Some(14), Some(22), Some(19)]);
}

#[test]
fn lines_hold_in_flow_style_and_after_a_block_of_text() {
    let text = "format_version: 1\nid: demo\nversion: 1\nsections:\n  - id: >\n      two\n      lines\n    \
                questions: [{ id: a }, {\n    id: b, weight: 0 }]\n";
    let found = read_pack("demo.yaml", text).expect_err("a bad id and a bad weight");
    let places: Vec<_> =
        found.iter().map(|problem| (problem.line, problem.path.as_str())).collect();
    let weight = (Some(9), "sections[0].questions[1].weight");
    assert_eq!(places, [(Some(5), "sections[0].id"), weight]);
}

#[test]
fn lines_of_very_many_problems_are_given_up_before_they_cost_too_much() {
    let text = flat_pack(1_900).replace("id: q", "weight: 0\n        id: q");
    let found = read_pack("big.yaml", &text).expect_err("every weight is wrong");
    assert_eq!(found.len(), 1_900);
    assert!(found[0].line == Some(7) && found[1_899].line.is_none());
    assert!(found[1_899].to_string().starts_with("big.yaml: sections[0].questions[1899].weight: "));
}

/// A pack of so many questions, ending inside the last one.
fn flat_pack(questions: usize) -> String {
    let head = "format_version: 1\nid: big\nversion: 1\nsections:\n  - id: s\n    questions:\n";
    let questions =
        (0..questions).map(|number| ["      - id: q", &number.to_string(), "\n"].concat());
    head.to_owned() + &questions.collect::<Vec<_>>().concat()
}

#[test]
fn ten_thousand_questions_are_refused_in_one_line() {
    let text = flat_pack(10_000);
    let found = read_pack("big.yaml", &text).expect_err("too many");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].fact, Fact::TooManyQuestions { found: 10_000, most: 2_000 });
}

#[test]
fn two_thousand_questions_pass_and_sub_checks_count() {
    let text = flat_pack(1_999);
    let with = |checks: &str| read_pack("big.yaml", &format!("{text}        checks: [{checks}]\n"));
    assert!(with("{ id: a }").is_ok());
    assert!(with("{ id: a }, { id: b }").is_err());
}

#[test]
fn what_is_no_pack_is_refused_without_a_panic() {
    let deep = "[".repeat(5_000);
    let large = format!("id: \"{}\"", "x".repeat(3 * 1024 * 1024));
    let bomb = "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n\
                c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c]\n";
    let hostile = [
        "",
        "null",
        "[]",
        "- 1",
        "\u{0}",
        "\u{89}PNG",
        "---\n---\n",
        ": :",
        "{",
        &deep,
        &large,
        bomb,
    ];
    for text in hostile {
        let name: String = text.chars().take(20).collect();
        assert!(read_pack("x.yaml", text).is_err(), "{name}");
    }
    assert!(read_pack("x.yaml", &format!("\u{feff}{GOOD}")).is_ok(), "a byte order mark is fine");
}

#[test]
fn every_embedded_pack_is_sound() {
    for pack in embedded() {
        assert!(pack.is_ok(), "{}", pack.err().map(list).unwrap_or_default());
    }
    assert_eq!(readiness().map(|pack| pack.id.as_str()), Ok("ready"));
}

fn list(problems: &[Problem]) -> String {
    problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n")
}

proptest! {
    #[test]
    fn no_text_makes_the_readers_panic(text in "[ \\-a-c:\\[\\]{}\"'|>&*!#%\\n\u{4e2d}]{0,200}") {
        let _ = read_pack("x", &text);
        let _ = check_texts(&demo(), &[("x", &text), ("y", &text)]);
    }

    #[test]
    fn a_cut_pack_is_read_or_named(end in 0..GOOD.len()) {
        if let Err(problems) = read_pack("x", &GOOD[..end]) {
            prop_assert!(!problems.is_empty());
        }
    }
}
