//! Paths into a document, and the line a path leads to.

use std::fmt::{self, Write};

use serde::de::{
    DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::Value;

use super::value::{Place, offset, parser};

/// One step of a path into a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Into a map, by key.
    Key(String),
    /// Into a list, by position from 0.
    Index(usize),
}

impl From<&str> for Step {
    fn from(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

impl From<String> for Step {
    fn from(key: String) -> Self {
        Self::Key(key)
    }
}

impl From<usize> for Step {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

/// A path in words, for instance `indicators[2].target`; keys that are no plain
/// names stand in brackets and quotes. The root is the empty text.
pub fn show(path: &[Step]) -> String {
    let mut text = String::new();
    for step in path {
        match step {
            Step::Key(key) if is_name(key) => {
                if !text.is_empty() {
                    text.push('.');
                }
                text.push_str(key);
            }
            // Writing to a String cannot fail.
            Step::Key(key) => drop(write!(text, "[{key:?}]")),
            Step::Index(index) => drop(write!(text, "[{index}]")),
        }
    }
    text
}

fn is_name(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-')
}

/// The part of `path` that exists in `value`.
fn existing<'a>(value: &Value, path: &'a [Step]) -> &'a [Step] {
    let mut node = value;
    for (depth, step) in path.iter().enumerate() {
        let next = match step {
            Step::Key(key) => node.as_object().and_then(|map| map.get(key)),
            Step::Index(index) => node.as_array().and_then(|list| list.get(*index)),
        };
        match next {
            Some(next) => node = next,
            None => return path.get(..depth).unwrap_or_default(),
        }
    }
    path
}

/// The byte where the key or list item stands that `path` leads to, or the
/// nearest existing one above it. Reads the text again up to that place with a
/// seed that raises an error there: the parser adds the place to it.
pub(super) fn locate(text: &str, value: &Value, path: &[Step]) -> Option<usize> {
    Walk(existing(value, path)).deserialize(parser(text)).err().as_ref().and_then(offset)
}

/// Goes down the path and raises an error at its end.
#[derive(Clone, Copy)]
struct Walk<'a>(&'a [Step]);

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.0.is_empty() {
            Place.deserialize(deserializer)
        } else {
            deserializer.deserialize_any(self)
        }
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list or a map")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        if let Some((Step::Index(index), rest)) = self.0.split_first() {
            for _ in 0..*index {
                items.next_element::<IgnoredAny>()?;
            }
            items.next_element_seed(Walk(rest))?;
        }
        Err(A::Error::custom("not found"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        if let Some((Step::Key(wanted), rest)) = self.0.split_first() {
            let last = rest.is_empty();
            while let Some(found) = entries.next_key_seed(KeyAt { wanted, last })? {
                if found {
                    entries.next_value_seed(Walk(rest))?;
                } else {
                    entries.next_value::<IgnoredAny>()?;
                }
            }
        }
        Err(A::Error::custom("not found"))
    }
}

/// Compares a key with the wanted one; if that ends the path, its own place is
/// what is looked for.
struct KeyAt<'a> {
    wanted: &'a str,
    last: bool,
}

impl<'de> DeserializeSeed<'de> for KeyAt<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for KeyAt<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: serde::de::Error>(self, key: &str) -> Result<bool, E> {
        match key == self.wanted {
            true if self.last => Err(E::custom("here")),
            found => Ok(found),
        }
    }
}
