//! Values to canonical text.

use serde_json::{Map, Number, Value};

use super::quote::{Context, push_text};
use crate::base::plain;

/// The longest written key, in bytes, that may stand before `:` without `?`.
/// YAML allows 1024 characters.
const LONG_KEY: usize = 1000;

/// Choices of the canonical form.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    one_line: Vec<Vec<String>>,
}

impl Layout {
    /// Everything in block style.
    pub fn block() -> Self {
        Self::default()
    }

    /// Also writes each map in the list at `path` on one line, as
    /// `- {id: m00000000, value: 81.2}`. A path is a row of keys joined by dots,
    /// `*` standing for any key or list position: `measurements`,
    /// `projects.*.measurements`.
    #[must_use]
    pub fn one_line(mut self, path: &str) -> Self {
        self.one_line.push(path.split('.').map(str::to_owned).collect());
        self
    }

    fn is_one_line(&self, path: &[Option<&str>]) -> bool {
        self.one_line.iter().any(|pattern| {
            pattern.len() == path.len()
                && pattern
                    .iter()
                    .zip(path)
                    .all(|(want, step)| want == "*" || Some(want.as_str()) == *step)
        })
    }
}

/// Writes `value` in the one form it has: block style, two spaces a level, a
/// list right under its key, keys in the order given, every text on one line,
/// numbers without exponent. Ends with a line feed.
///
/// [`read`](super::read) gives the same value back, except that a fraction-less
/// number comes back as a whole number (`80.0` is written `80`) and `-0` as 0.
/// Whole numbers beyond 64 signed bits are written but not read.
pub fn write(value: &Value, layout: &Layout) -> String {
    let mut writer = Writer { out: String::new(), layout, path: Vec::new() };
    match value {
        Value::Object(map) if !map.is_empty() => writer.map(map, 0),
        Value::Array(list) if !list.is_empty() => writer.list(list, 0),
        leaf => {
            push_leaf(&mut writer.out, leaf, Context::Block);
            writer.out.push('\n');
        }
    }
    writer.out
}

struct Writer<'a> {
    out: String,
    layout: &'a Layout,
    /// Keys down to here; `None` is a list position.
    path: Vec<Option<&'a str>>,
}

impl<'a> Writer<'a> {
    /// Writes the entries of a map. The first one continues the line.
    fn map(&mut self, map: &'a Map<String, Value>, column: usize) {
        for (place, (key, value)) in map.iter().enumerate() {
            if place > 0 {
                self.indent(column);
            }
            self.path.push(Some(key));
            let short = written_key(key, Context::Block);
            if short.len() <= LONG_KEY {
                self.out.push_str(&short);
            } else {
                self.out.push_str("? ");
                self.out.push_str(&short);
                self.out.push('\n');
                self.indent(column);
            }
            self.out.push(':');
            self.under_key(value, column);
            self.path.pop();
        }
    }

    /// Writes what follows `key:`.
    fn under_key(&mut self, value: &'a Value, column: usize) {
        match value {
            Value::Object(map) if !map.is_empty() => {
                self.out.push('\n');
                self.indent(column + 2);
                self.map(map, column + 2);
            }
            Value::Array(list) if !list.is_empty() => {
                self.out.push('\n');
                self.indent(column);
                self.list(list, column);
            }
            leaf => {
                self.out.push(' ');
                push_leaf(&mut self.out, leaf, Context::Block);
                self.out.push('\n');
            }
        }
    }

    /// Writes the items of a list. The first one continues the line.
    fn list(&mut self, list: &'a [Value], column: usize) {
        let one_line = self.layout.is_one_line(&self.path);
        self.path.push(None);
        for (place, item) in list.iter().enumerate() {
            if place > 0 {
                self.indent(column);
            }
            self.out.push_str("- ");
            match item {
                Value::Object(map) if one_line && !map.is_empty() => {
                    push_flow(&mut self.out, item);
                    self.out.push('\n');
                }
                Value::Object(map) if !map.is_empty() => self.map(map, column + 2),
                Value::Array(list) if !list.is_empty() => self.list(list, column + 2),
                leaf => {
                    push_leaf(&mut self.out, leaf, Context::Block);
                    self.out.push('\n');
                }
            }
        }
        self.path.pop();
    }

    fn indent(&mut self, column: usize) {
        self.out.extend(std::iter::repeat_n(' ', column));
    }
}

fn written_key(key: &str, context: Context) -> String {
    let mut written = String::with_capacity(key.len() + 2);
    push_text(&mut written, key, context);
    written
}

/// Appends a value in one line.
fn push_flow(out: &mut String, value: &Value) {
    match value {
        Value::Object(map) => {
            out.push('{');
            for (place, (key, value)) in map.iter().enumerate() {
                if place > 0 {
                    out.push_str(", ");
                }
                let key = written_key(key, Context::Flow);
                if key.len() > LONG_KEY {
                    out.push_str("? ");
                }
                out.push_str(&key);
                out.push_str(": ");
                push_flow(out, value);
            }
            out.push('}');
        }
        Value::Array(list) => {
            out.push('[');
            for (place, item) in list.iter().enumerate() {
                if place > 0 {
                    out.push_str(", ");
                }
                push_flow(out, item);
            }
            out.push(']');
        }
        leaf => push_leaf(out, leaf, Context::Flow),
    }
}

/// Appends a scalar or an empty collection.
fn push_leaf(out: &mut String, value: &Value, context: Context) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(number) => out.push_str(&written_number(number)),
        Value::String(text) => push_text(out, text, context),
        Value::Array(_) => out.push_str("[]"),
        Value::Object(_) => out.push_str("{}"),
    }
}

fn written_number(number: &Number) -> String {
    if number.is_i64() || number.is_u64() {
        return number.to_string();
    }
    let value = number.as_f64().unwrap_or_default();
    let mut text = plain(value);
    // Without a point, a reader would take these digits for a whole number that
    // it cannot hold exactly.
    if value.abs() >= 9_007_199_254_740_992.0 {
        text.push_str(".0");
    }
    text
}
