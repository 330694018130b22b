//! Values to the types of a caller, with errors that are facts.
//!
//! serde's own value readers put an error into words at once, and one that
//! follows the path beside them wraps every type in a second reader, which was
//! a tenth of the page's program. This one keeps the name, the shape and the
//! expectation apart, and an error picks up its path on the way out.

use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error as _, Expected,
    IntoDeserializer, MapAccess, SeqAccess, Unexpected, VariantAccess, Visitor,
};
use serde_json::{Map, Value};

use super::error::{Shape, YamlErrorKind as Kind};
use super::path::Step;

/// Reads `T` out of `value`; an error comes with the full path of the field
/// that is wrong, missing or unknown.
pub(super) fn typed<T: DeserializeOwned>(value: &Value) -> Result<T, (Kind, Vec<Step>)> {
    T::deserialize(Node(value)).map_err(|Fault { kind, mut path }| {
        path.reverse();
        if let Kind::MissingField { field } | Kind::UnknownField { field, .. } = &kind {
            path.push(Step::Key(field.clone()));
        }
        (kind, path)
    })
}

/// What is wrong, and the way to it from the inside out.
#[derive(Debug)]
struct Fault {
    kind: Kind,
    path: Vec<Step>,
}

impl Fault {
    fn within(mut self, step: Step) -> Self {
        self.path.push(step);
        self
    }
}

impl From<Kind> for Fault {
    fn from(kind: Kind) -> Self {
        Self { kind, path: Vec::new() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)
    }
}

impl std::error::Error for Fault {}

impl serde::de::Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Kind::Refused { message: message.to_string() }.into()
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Kind::WrongType { found: shape(&found), expected: expected.to_string() }.into()
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Kind::WrongValue { found: found.to_string(), expected: expected.to_string() }.into()
    }

    fn invalid_length(found: usize, expected: &dyn Expected) -> Self {
        Kind::WrongLength { found, expected: expected.to_string() }.into()
    }

    fn unknown_variant(found: &str, expected: &'static [&'static str]) -> Self {
        Kind::UnknownName { found: found.to_owned(), expected: owned(expected) }.into()
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        Kind::UnknownField { field: field.to_owned(), expected: owned(expected) }.into()
    }

    fn missing_field(field: &'static str) -> Self {
        Kind::MissingField { field: field.to_owned() }.into()
    }

    fn duplicate_field(field: &'static str) -> Self {
        Kind::DuplicateKey { key: field.to_owned() }.into()
    }
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

fn shape(found: &Unexpected<'_>) -> Shape {
    match found {
        Unexpected::Bool(_) => Shape::Flag,
        Unexpected::Unsigned(_) | Unexpected::Signed(_) | Unexpected::Float(_) => Shape::Number,
        Unexpected::Unit | Unexpected::Option => Shape::Nothing,
        Unexpected::Seq => Shape::List,
        Unexpected::Map => Shape::Map,
        _ => Shape::Text,
    }
}

/// A value to read from.
///
/// Each shape is asked for by name: a reader that offers whatever is there
/// makes every type of ours carry the code for every shape, and takes a list
/// for a record without names.
#[derive(Clone, Copy)]
struct Node<'a>(&'a Value);

impl<'a> Node<'a> {
    fn unexpected(self) -> Unexpected<'a> {
        match self.0 {
            Value::Null => Unexpected::Unit,
            Value::Bool(flag) => Unexpected::Bool(*flag),
            Value::Number(number) => Unexpected::Float(number.as_f64().unwrap_or(f64::NAN)),
            Value::String(text) => Unexpected::Str(text),
            Value::Array(_) => Unexpected::Seq,
            Value::Object(_) => Unexpected::Map,
        }
    }

    fn refuse(self, expected: &dyn Expected) -> Fault {
        Fault::invalid_type(self.unexpected(), expected)
    }

    fn number<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Fault> {
        let Value::Number(number) = self.0 else { return Err(self.refuse(&visitor)) };
        if let Some(number) = number.as_i64() {
            visitor.visit_i64(number)
        } else if let Some(number) = number.as_u64() {
            visitor.visit_u64(number)
        } else {
            visitor.visit_f64(number.as_f64().unwrap_or(f64::NAN))
        }
    }

    fn text<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Value::String(text) => visitor.visit_borrowed_str(text),
            _ => Err(self.refuse(&visitor)),
        }
    }

    fn list<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Fault> {
        let Value::Array(list) = self.0 else { return Err(self.refuse(&visitor)) };
        let mut items = Items { list, next: 0 };
        let value = visitor.visit_seq(&mut items)?;
        if items.next < list.len() {
            return Err(Fault::invalid_length(list.len(), &"fewer elements"));
        }
        Ok(value)
    }

    fn record<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Fault> {
        let Value::Object(map) = self.0 else { return Err(self.refuse(&visitor)) };
        visitor.visit_map(Entries { entries: map.iter(), value: None })
    }
}

/// Forwards what the format's types ask for to the readers above.
macro_rules! shapes {
    ($($reader:ident: $($method:ident)+;)+) => {
        $($(
            fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
                self.$reader(visitor)
            }
        )+)+
    };
}

impl<'de> Deserializer<'de> for Node<'de> {
    type Error = Fault;

    shapes! {
        number: deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
            deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
            deserialize_f32 deserialize_f64;
        text: deserialize_char deserialize_str deserialize_string deserialize_identifier;
        list: deserialize_seq deserialize_bytes deserialize_byte_buf;
        record: deserialize_map;
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(flag) => visitor.visit_bool(*flag),
            Value::Number(_) => self.number(visitor),
            Value::String(_) => self.text(visitor),
            Value::Array(_) => self.list(visitor),
            Value::Object(_) => self.record(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Value::Bool(flag) => visitor.visit_bool(*flag),
            _ => Err(self.refuse(&visitor)),
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            _ => Err(self.refuse(&visitor)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Fault> {
        self.list(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.list(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.record(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match self.0 {
            Value::String(name) => visitor.visit_enum(Choice { name, content: None }),
            Value::Object(map) => match map.iter().next() {
                Some((name, content)) if map.len() == 1 => {
                    visitor.visit_enum(Choice { name, content: Some(Node(content)) })
                }
                _ => Err(self.refuse(&"a name, or a map with one name as its key")),
            },
            _ => Err(self.refuse(&"a name, or a map with one name as its key")),
        }
    }
}

struct Items<'a> {
    list: &'a [Value],
    next: usize,
}

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Fault> {
        let at = self.next;
        let Some(item) = self.list.get(at) else { return Ok(None) };
        self.next += 1;
        seed.deserialize(Node(item)).map(Some).map_err(|fault| fault.within(Step::Index(at)))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.list.len() - self.next)
    }
}

struct Entries<'a> {
    entries: <&'a Map<String, Value> as IntoIterator>::IntoIter,
    value: Option<(&'a str, Node<'a>)>,
}

impl<'de> MapAccess<'de> for Entries<'de> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Fault> {
        let Some((key, value)) = self.entries.next() else { return Ok(None) };
        self.value = Some((key, Node(value)));
        let key: StrDeserializer<'de, Fault> = key.as_str().into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let Some((key, value)) = self.value.take() else {
            return Err(Fault::custom("a value was asked for before its key"));
        };
        seed.deserialize(value).map_err(|fault| fault.within(Step::Key(key.to_owned())))
    }
}

/// One of several named shapes, with what belongs to it.
struct Choice<'a> {
    name: &'a str,
    content: Option<Node<'a>>,
}

impl<'de> EnumAccess<'de> for Choice<'de> {
    type Error = Fault;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Fault> {
        let name: StrDeserializer<'de, Fault> = self.name.into_deserializer();
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'de> Choice<'de> {
    fn content<T>(self, read: impl FnOnce(Node<'de>) -> Result<T, Fault>) -> Result<T, Fault> {
        let Some(content) = self.content else {
            return Err(Fault::invalid_type(Unexpected::UnitVariant, &"content of this name"));
        };
        read(content).map_err(|fault| fault.within(Step::Key(self.name.to_owned())))
    }
}

impl<'de> VariantAccess<'de> for Choice<'de> {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        match self.content {
            None => Ok(()),
            Some(content) => Err(content.refuse(&"a name alone")),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Fault> {
        self.content(|content| seed.deserialize(content))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Fault> {
        self.content(|content| content.list(visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.content(|content| content.record(visitor))
    }
}
