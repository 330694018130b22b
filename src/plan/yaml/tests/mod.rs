//! Tests of the YAML door, by what they guard.

mod hostile;
mod import_files;
mod no_false_alarm;
mod places;
mod random;
mod sizes;
mod writing;

use super::{Document, Limits, SyntaxProblem, YamlError, YamlErrorKind, read};

/// Reads a text that must be accepted.
#[track_caller]
fn accepted(text: &str) -> Document {
    read(text.as_bytes(), &Limits::PLAN).unwrap_or_else(|error| panic!("{error} in:\n{text}"))
}

/// Reads a text that must be refused.
#[track_caller]
fn refused(text: impl AsRef<[u8]>) -> YamlError {
    match read(text.as_ref(), &Limits::PLAN) {
        Ok(document) => panic!("accepted as {}", document.value()),
        Err(error) => error,
    }
}

/// Asserts what is refused and in which line.
#[track_caller]
fn expect(text: impl AsRef<[u8]>, kind: &YamlErrorKind, line: impl Into<Option<u32>>) {
    let error = refused(text);
    assert_eq!((&error.kind, error.line), (kind, line.into()), "{error}");
}

fn syntax(problem: SyntaxProblem) -> YamlErrorKind {
    YamlErrorKind::Syntax(problem)
}

/// A small plan with every style of value a person may write.
const SAMPLE: &str = r#"# a plan
project: {name: "Вершина 项目", starts: 2026-01-01} # flow
notes: |
  - first & second
  * not an alias: {x
goals:
- id: g00000001
  title: 'It''s "fine"'
  text: >-
    folded
    text

    and more
  target: 81.25
- id: g00000002
  title: "a \"quoted\" title\n\u4E2D"
  target: -3
  flags: [true, false, null, ~]
? explicit
: value
"end": yes
"#;
