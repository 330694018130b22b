//! Whether the languages say the same things; native only, for the build step
//! and for tests. English is the measure of the others.

use super::source::{Messages, Problem};
use super::template::{Piece, pieces};
use super::{Language, Plural};
use std::collections::{BTreeMap, BTreeSet};

/// What code asks for under one key.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Message<'a> {
    shape: Shape,
    /// The texts by the last part of their key; one without it for a text.
    texts: BTreeMap<&'a str, &'a str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Text,
    Plural,
    List,
}

/// The keys code may name: plural forms and list entries count as one.
///
/// ```
/// use crm_readiness::i18n::check::keys;
/// let texts = ["a.days.one", "a.days.other", "a.next"].map(|key| (key.into(), String::new()));
/// assert!(keys(&texts.into()).iter().eq(["a.days", "a.next"]));
/// ```
pub fn keys(texts: &BTreeMap<String, String>) -> BTreeSet<String> {
    gather(texts).into_keys().map(str::to_owned).collect()
}

/// Everything that differs between the languages, or that one lacks.
pub fn problems(messages: &Messages) -> Vec<Problem> {
    let gathered: BTreeMap<Language, BTreeMap<&str, Message>> =
        messages.iter().map(|(language, texts)| (*language, gather(texts))).collect();
    let all: BTreeSet<&str> = gathered.values().flat_map(|found| found.keys().copied()).collect();
    let mut problems = Vec::new();
    for key in all {
        let english = gathered.get(&Language::English).and_then(|found| found.get(key));
        for (language, found) in &gathered {
            match found.get(key) {
                None => problems.push(Problem::Missing { language: *language, key: key.into() }),
                Some(message) => {
                    let one = Checked { language: *language, key, message };
                    problems.extend(one.missing_forms());
                    problems.extend(one.uneven_forms());
                    if *language != Language::English {
                        problems.extend(english.and_then(|english| one.difference(english)));
                    }
                }
            }
        }
    }
    problems
}

/// Puts plural forms and list entries under the key they are asked for with.
fn gather(texts: &BTreeMap<String, String>) -> BTreeMap<&str, Message<'_>> {
    // By the key above: the last part, the whole key, the text.
    let mut families: BTreeMap<&str, Vec<(&str, &str, &str)>> = BTreeMap::new();
    for (key, text) in texts {
        let (above, last) = key.rsplit_once('.').unwrap_or(("", key));
        families.entry(above).or_default().push((last, key, text));
    }
    let is_form = |last: &str| Plural::ALL.iter().any(|form| form.suffix() == last);
    let is_number = |last: &str| last.bytes().all(|byte| byte.is_ascii_digit());
    let mut found = BTreeMap::new();
    for (above, family) in families {
        let shape = if family.iter().all(|(last, ..)| is_form(last)) {
            Shape::Plural
        } else if family.iter().all(|(last, ..)| is_number(last)) {
            Shape::List
        } else {
            Shape::Text
        };
        if shape == Shape::Text {
            found.extend(family.into_iter().map(|(_, key, text)| {
                (key, Message { shape, texts: BTreeMap::from([("", text)]) })
            }));
        } else {
            let texts = family.into_iter().map(|(last, _, text)| (last, text)).collect();
            found.insert(above, Message { shape, texts });
        }
    }
    found
}

fn slots(text: &str) -> BTreeSet<&str> {
    let slot = |piece| match piece {
        Piece::Slot(name) => Some(name),
        Piece::Text(_) => None,
    };
    pieces(text).into_iter().filter_map(slot).collect()
}

fn owned(slots: BTreeSet<&str>) -> Vec<String> {
    slots.into_iter().map(str::to_owned).collect()
}

impl Message<'_> {
    /// The slots of all its texts together.
    fn slots(&self) -> BTreeSet<&str> {
        self.texts.values().flat_map(|text| slots(text)).collect()
    }

    fn described(&self) -> String {
        match self.shape {
            Shape::Text => "a text".to_owned(),
            Shape::Plural => "a plural".to_owned(),
            Shape::List => format!("a list of {}", self.texts.len()),
        }
    }
}

/// One message of one language under examination.
struct Checked<'a> {
    language: Language,
    key: &'a str,
    message: &'a Message<'a>,
}

impl Checked<'_> {
    fn missing_forms(&self) -> Vec<Problem> {
        if self.message.shape != Shape::Plural {
            return Vec::new();
        }
        let lacks = |form: &&Plural| !self.message.texts.contains_key(form.suffix());
        Plural::needed(self.language)
            .iter()
            .filter(lacks)
            .map(|form| Problem::MissingForm {
                language: self.language,
                key: self.key.to_owned(),
                form: *form,
            })
            .collect()
    }

    /// Every form and every entry has all slots, but English "one", which
    /// stands for 1 alone and may leave the number out.
    fn uneven_forms(&self) -> Vec<Problem> {
        let expected = self.message.slots();
        let one_is_only_one = self.language == Language::English;
        let mut problems = Vec::new();
        for (last, text) in &self.message.texts {
            let found = slots(text);
            let may_differ = one_is_only_one && *last == Plural::One.suffix();
            if found != expected && !may_differ {
                problems.push(Problem::OtherSlots {
                    language: self.language,
                    key: format!("{}.{last}", self.key),
                    found: owned(found),
                    expected: owned(expected.clone()),
                });
            }
        }
        problems
    }

    /// How the message differs from the English one.
    fn difference(&self, english: &Message<'_>) -> Option<Problem> {
        let (language, key) = (self.language, self.key.to_owned());
        let (found, expected) = (self.message.described(), english.described());
        if found != expected {
            return Some(Problem::OtherShape { language, key, found, english: expected });
        }
        let (found, expected) = (self.message.slots(), english.slots());
        if found != expected {
            let (found, expected) = (owned(found), owned(expected));
            return Some(Problem::OtherSlots { language, key, found, expected });
        }
        let same = |(last, text): (&&str, &&str)| {
            english.texts.get(last) == Some(text) && is_sentence(text)
        };
        self.message.texts.iter().any(same).then_some(Problem::Untranslated { language, key })
    }
}

/// More than three words of Latin letters: no symbol, name or abbreviation.
fn is_sentence(text: &str) -> bool {
    let is_word = |word: &&str| word.chars().any(char::is_alphabetic);
    let words = |piece| match piece {
        Piece::Text(text) => text.split_whitespace().filter(is_word).count(),
        Piece::Slot(_) => 0,
    };
    pieces(text).into_iter().map(words).sum::<usize>() > 3
}

#[cfg(test)]
mod tests;
