//! Paths, lines and typed reading.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::{Shape, Step, YamlErrorKind as Kind, show};
use super::{SAMPLE, accepted};

#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Plan {
    title: String,
    #[serde(default)]
    goals: Vec<Goal>,
    #[serde(default)]
    owners: BTreeMap<String, Owner>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Goal {
    id: String,
    target: Option<f64>,
    #[serde(default)]
    kind: Direction,
    #[serde(default)]
    weights: Vec<u8>,
}

#[derive(Debug, Deserialize, PartialEq, Default)]
#[serde(rename_all = "snake_case")]
enum Direction {
    #[default]
    Up,
    Down,
    Between {
        low: i32,
        high: i32,
    },
}

#[derive(Debug, Deserialize, PartialEq)]
struct Owner(String);

#[track_caller]
fn expect(text: &str, kind: &Kind, line: u32, path: &str) {
    let error = accepted(text).typed::<Plan>().map(|_| ()).expect_err("refused");
    let found = (&error.kind, error.line, error.path.as_deref().unwrap_or_default());
    assert_eq!(found, (kind, Some(line), path), "{error}");
}

#[test]
fn a_document_is_read_as_the_type_of_its_caller() {
    let text = "title: T\ngoals:\n- {id: g, target: 80, kind: {between: {low: 1, high: 2}}}\n- id: h\n  \
                target:\n  kind: down\n  weights: [1, 255]\nowners: {a: b}";
    let goal = |id: &str, target, kind, weights| Goal { id: id.into(), target, kind, weights };
    let expected = Plan {
        title: "T".into(),
        goals: vec![
            goal("g", Some(80.0), Direction::Between { low: 1, high: 2 }, vec![]),
            goal("h", None, Direction::Down, vec![1, 255]),
        ],
        owners: BTreeMap::from([("a".into(), Owner("b".into()))]),
    };
    assert_eq!(accepted(text).typed::<Plan>(), Ok(expected));
}

#[test]
fn a_missing_field_has_the_line_of_its_parent() {
    let missing = |field: &str| Kind::MissingField { field: field.into() };
    expect("# c\ngoals: []", &missing("title"), 2, "title");
    expect("title: T\ngoals:\n- id: g\n- target: 1\n", &missing("id"), 4, "goals[1].id");
    expect(
        "title: T\ngoals:\n- id: g\n  kind:\n    between:\n      low: 1",
        &missing("high"),
        5,
        "goals[0].kind.between.high",
    );
}

#[test]
fn a_wrong_type_has_path_and_line() {
    let wrong = |found, expected: &str| Kind::WrongType { found, expected: expected.into() };
    expect("title: 5", &wrong(Shape::Number, "a string"), 1, "title");
    expect(
        "title: T\ngoals:\n- id: g\n  target:\n    many\n",
        &wrong(Shape::Text, "f64"),
        4,
        "goals[0].target",
    );
    expect("title: T\ngoals:\n\n  a: b", &wrong(Shape::Map, "a sequence"), 2, "goals");
    expect(
        "title: T\ngoals:\n- id: g\n  weights:\n  - 1\n  - no",
        &wrong(Shape::Text, "u8"),
        6,
        "goals[0].weights[1]",
    );
    expect("title: T\nowners:\n  a.b: []", &wrong(Shape::List, "a string"), 3, "owners[\"a.b\"]");
}

#[test]
fn an_unknown_field_has_its_own_line() {
    let known = ["id", "target", "kind", "weights"].map(String::from).to_vec();
    expect(
        "title: T\ngoals:\n- id: g\n  target: 1\n  tarket: 2",
        &Kind::UnknownField { field: "tarket".into(), expected: known },
        5,
        "goals[0].tarket",
    );
}

#[test]
fn an_unknown_name_or_value_has_its_line() {
    let known = ["up", "down", "between"].map(String::from).to_vec();
    expect(
        "title: T\ngoals:\n- id: g\n  kind: sideways",
        &Kind::UnknownName { found: "sideways".into(), expected: known },
        4,
        "goals[0].kind",
    );
    expect(
        "title: T\ngoals:\n- id: g\n  weights: [1, 2,\n   300]",
        &Kind::WrongValue { found: "integer `300`".into(), expected: "u8".into() },
        5,
        "goals[0].weights[2]",
    );
}

#[test]
fn the_line_of_every_path_is_found() {
    let document = accepted(SAMPLE);
    let path = |steps: &[Step]| document.line_of(steps);
    let goals = || Step::from("goals");
    assert_eq!(path(&[]), Some(2));
    assert_eq!(path(&["project".into(), "starts".into()]), Some(2));
    assert_eq!(path(&["notes".into()]), Some(3));
    assert_eq!(path(&[goals()]), Some(6));
    assert_eq!(path(&[goals(), 0.into()]), Some(7));
    assert_eq!(path(&[goals(), 0.into(), "text".into()]), Some(9));
    assert_eq!(path(&[goals(), 1.into(), "flags".into(), 3.into()]), Some(18));
    assert_eq!(path(&["explicit".into()]), Some(19));
    assert_eq!(path(&["end".into()]), Some(21));
    // What does not exist has the line of what would hold it.
    assert_eq!(path(&[goals(), 1.into(), "nothing".into(), 7.into()]), Some(15));
    assert_eq!(path(&[goals(), 9.into()]), Some(6));
    assert_eq!(path(&["nothing".into()]), Some(2));
}

#[test]
fn lines_do_not_move_with_a_byte_order_mark() {
    let document = accepted("\u{FEFF}a: 1\r\nb: 2");
    assert_eq!(document.line_of(&["b".into()]), Some(2));
}

#[test]
fn errors_read_well_in_english() {
    let error = accepted("title: T\ngoals:\n- id: g\n  tarket: 2").typed::<Plan>().map(|_| ());
    assert_eq!(
        error.map_err(|error| error.to_string()),
        Err("line 4, goals[0].tarket: the field `tarket` is unknown; \
             known here: id, target, kind, weights"
            .to_owned())
    );
    assert_eq!(show(&["a b".into(), 0.into(), "c".into()]), "[\"a b\"][0].c");
}
