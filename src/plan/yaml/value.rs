//! Text to value: what the scan let pass is read by the parser into a
//! [`Value`] that keeps the order of keys.

use std::cell::RefCell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::Limits;
use super::error::{SyntaxProblem, YamlError, YamlErrorKind as Kind};
use super::path::{Step, show};

/// Reads `text`, which the scan has passed.
pub(super) fn parse(text: &str, limits: &Limits) -> Result<Value, YamlError> {
    let notes = Notes { limits, fault: RefCell::new(None) };
    let result = Node { notes: &notes, depth: 0 }.deserialize(parser(text));
    result.map_err(|error| match notes.fault.into_inner() {
        Some(Fault { kind, mut path }) => {
            path.reverse();
            let path = Some(show(&path)).filter(|path| !path.is_empty());
            let line = offset(&error).map(|at| super::error::line_at(text.as_bytes(), at));
            YamlError { kind, line, path }
        }
        None => syntax(text, &error),
    })
}

/// The parser at the beginning of `text`.
pub(super) fn parser(text: &str) -> serde_yaml::Deserializer<'_> {
    serde_yaml::Deserializer::from_str(text)
}

/// The byte the parser points at.
pub(super) fn offset(error: &serde_yaml::Error) -> Option<usize> {
    error.location().map(|location| location.index())
}

/// What went wrong, told beside the parser's own error, which holds only words.
struct Fault {
    kind: Kind,
    /// From the inside out.
    path: Vec<Step>,
}

struct Notes<'a> {
    limits: &'a Limits,
    fault: RefCell<Option<Fault>>,
}

impl Notes<'_> {
    fn refuse<E: serde::de::Error>(&self, kind: Kind) -> E {
        *self.fault.borrow_mut() = Some(Fault { kind, path: Vec::new() });
        E::custom("refused")
    }

    /// Adds a step to the path of a fault on its way out.
    fn under<E>(&self, step: impl FnOnce() -> Step) -> impl FnOnce(E) -> E {
        |error| {
            if let Some(fault) = self.fault.borrow_mut().as_mut() {
                fault.path.push(step());
            }
            error
        }
    }

    fn text<E: serde::de::Error>(&self, text: &str) -> Result<String, E> {
        let limit = self.limits.max_text;
        if text.len() > limit && text.chars().count() > limit {
            return Err(self.refuse(Kind::TextTooLong { limit }));
        }
        Ok(text.to_owned())
    }

    fn too_large<E: serde::de::Error>(&self, number: impl fmt::Display) -> E {
        let text = number.to_string().chars().take(40).collect();
        self.refuse(Kind::NumberOutOfRange { text })
    }
}

/// Reads one value.
struct Node<'a> {
    notes: &'a Notes<'a>,
    /// How many collections it stands in.
    depth: usize,
}

impl Node<'_> {
    fn inner<E: serde::de::Error>(&self) -> Result<usize, E> {
        let limit = self.notes.limits.max_depth;
        if self.depth >= limit {
            return Err(self.notes.refuse(Kind::TooDeep { limit }));
        }
        Ok(self.depth + 1)
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Bool(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::from(number))
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Value, E> {
        i64::try_from(number).map(Value::from).map_err(|_| self.notes.too_large(number))
    }

    fn visit_i128<E: serde::de::Error>(self, number: i128) -> Result<Value, E> {
        Err(self.notes.too_large(number))
    }

    fn visit_u128<E: serde::de::Error>(self, number: u128) -> Result<Value, E> {
        Err(self.notes.too_large(number))
    }

    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Value, E> {
        // Adding 0 turns -0 into 0.
        Number::from_f64(number + 0.0)
            .map(Value::Number)
            .ok_or_else(|| self.notes.refuse(Kind::NotFinite))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Value, E> {
        self.notes.text(text).map(Value::String)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let depth = self.inner()?;
        let mut list = Vec::new();
        let notes = self.notes;
        while let Some(item) = items
            .next_element_seed(Node { notes, depth })
            .map_err(notes.under(|| Step::Index(list.len())))?
        {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let depth = self.inner()?;
        let mut map = Map::new();
        let notes = self.notes;
        while let Some(key) = entries.next_key_seed(Key { notes, map: &map })? {
            let value = entries
                .next_value_seed(Node { notes, depth })
                .map_err(notes.under(|| Step::Key(key.clone())))?;
            map.insert(key, value);
        }
        Ok(Value::Object(map))
    }
}

/// Reads one key. Refusing a duplicate here and not in the map makes the
/// parser report the line of that key.
struct Key<'a> {
    notes: &'a Notes<'a>,
    map: &'a Map<String, Value>,
}

impl Key<'_> {
    fn no_text<T, E: serde::de::Error>(&self) -> Result<T, E> {
        Err(self.notes.refuse(Kind::KeyNotText))
    }
}

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Key<'_> {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text as key")
    }

    fn visit_str<E: serde::de::Error>(self, key: &str) -> Result<String, E> {
        if self.map.contains_key(key) {
            let step = Step::Key(key.to_owned());
            let error = self.notes.refuse(Kind::DuplicateKey { key: key.to_owned() });
            return Err(self.notes.under(|| step)(error));
        }
        self.notes.text(key)
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<String, E> {
        self.no_text()
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<String, E> {
        self.no_text()
    }

    fn visit_bool<E: serde::de::Error>(self, _: bool) -> Result<String, E> {
        self.no_text()
    }

    fn visit_i64<E: serde::de::Error>(self, _: i64) -> Result<String, E> {
        self.no_text()
    }

    fn visit_u64<E: serde::de::Error>(self, _: u64) -> Result<String, E> {
        self.no_text()
    }

    fn visit_i128<E: serde::de::Error>(self, _: i128) -> Result<String, E> {
        self.no_text()
    }

    fn visit_u128<E: serde::de::Error>(self, _: u128) -> Result<String, E> {
        self.no_text()
    }

    fn visit_f64<E: serde::de::Error>(self, _: f64) -> Result<String, E> {
        self.no_text()
    }

    fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<String, A::Error> {
        self.no_text()
    }

    fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<String, A::Error> {
        self.no_text()
    }
}

/// The parser's own refusals. It offers words only; those of the version in use
/// are told apart here, and anything else is a fault of structure.
fn syntax(text: &str, error: &serde_yaml::Error) -> YamlError {
    let words = error.to_string();
    let (problem, at) = if words.contains("more than one document") {
        (SyntaxProblem::TrailingContent, trailing(text))
    } else if words.contains("escape") {
        (SyntaxProblem::BadEscape, offset(error))
    } else {
        (SyntaxProblem::BadStructure, offset(error))
    };
    let line = at.map(|at| super::error::line_at(text.as_bytes(), at));
    YamlError { kind: Kind::Syntax(problem), line, path: None }
}

/// Where the parser stumbles over what follows the first document.
fn trailing(text: &str) -> Option<usize> {
    let second = parser(text).nth(1)?;
    let result = Place.deserialize(second);
    result.err().as_ref().and_then(offset)
}

/// Raises an error at the place of any value.
pub(super) struct Place;

impl<'de> DeserializeSeed<'de> for Place {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Place {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no value at all")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        Err(A::Error::custom("here"))
    }

    fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        Err(A::Error::custom("here"))
    }
}
