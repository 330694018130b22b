//! Tokens with what they mean: the material every other reader works on.

use super::lexicon::Lexicon;
use super::numeral;
use super::tag::{Tag, Tags};
use super::token::{Kind, Token};

/// A word or phrase, a number, or a mark.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Item {
    /// In lower case, a phrase with single spaces.
    pub text: String,
    pub kind: ItemKind,
    pub tags: Tags,
    /// Where it begins and ends in the sentence, in characters.
    pub span: (usize, usize),
}

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum ItemKind {
    /// A word or phrase.
    Word,
    /// A number, with its value where it can be read in one way only.
    Number(Option<f64>),
    /// Any other character.
    Mark(char),
}

impl Item {
    /// Whether it means something.
    pub(crate) fn has(&self, tag: Tag) -> bool {
        self.tags.has(tag)
    }

    /// Whether it is a mark.
    pub(crate) fn is_mark(&self, marks: &[char]) -> bool {
        matches!(self.kind, ItemKind::Mark(c) if marks.contains(&c))
    }

    /// Whether a sentence or clause ends here.
    pub(crate) fn ends_clause(&self) -> bool {
        self.is_mark(&['.', ';', '。', '；', ';', '!', '?', '！', '？', ':', '：'])
    }

    pub(crate) fn number(&self) -> Option<f64> {
        match self.kind {
            ItemKind::Number(value) => value,
            _ => None,
        }
    }

    pub(crate) fn is_number(&self) -> bool {
        matches!(self.kind, ItemKind::Number(_))
    }

    fn word(text: &str, tags: Tags, span: (usize, usize)) -> Self {
        Self { text: text.to_owned(), kind: ItemKind::Word, tags, span }
    }
}

/// Some items behind a place, as many as there are.
pub(crate) fn behind(items: &[Item], at: usize, count: usize) -> &[Item] {
    let rest = items.get(at + 1..).unwrap_or_default();
    rest.get(..count.min(rest.len())).unwrap_or_default()
}

/// The items of a sentence.
pub(super) fn items(tokens: &[Token]) -> Vec<Item> {
    let mut found = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let rest = tokens.get(at..).unwrap_or_default();
        at += match token.kind {
            Kind::Number(value) => {
                let kind = ItemKind::Number(value);
                found.push(Item {
                    text: token.text.clone(),
                    kind,
                    tags: Tags::NONE,
                    span: token.span,
                });
                1
            }
            // A hyphen inside a word joins its parts.
            Kind::Mark('-') if joins(tokens, at) => 1,
            Kind::Mark(c) => {
                let kind = ItemKind::Mark(c);
                found.push(Item {
                    text: token.text.clone(),
                    kind,
                    tags: Tags::NONE,
                    span: token.span,
                });
                1
            }
            Kind::Han => {
                han(token, &mut found);
                1
            }
            Kind::Word => phrase(rest, &mut found),
        };
    }
    numeral::join(&mut found);
    found
}

fn joins(tokens: &[Token], at: usize) -> bool {
    let word = |token: Option<&Token>| token.is_some_and(|token| token.kind == Kind::Word);
    let near =
        |a: Option<&Token>, b: Option<&Token>| a.zip(b).is_some_and(|(a, b)| a.span.1 == b.span.0);
    let (before, hyphen, after) =
        (at.checked_sub(1).and_then(|at| tokens.get(at)), tokens.get(at), tokens.get(at + 1));
    word(before) && word(after) && near(before, hyphen) && near(hyphen, after)
}

/// Words in a row that a phrase may take; a hyphen between them is passed over.
const PHRASE: usize = 6;

/// Reads the phrase or word that begins some tokens; returns how many it took.
fn phrase(tokens: &[Token], found: &mut Vec<Item>) -> usize {
    let mut words: Vec<&str> = Vec::with_capacity(PHRASE);
    let mut ends: Vec<usize> = Vec::with_capacity(PHRASE);
    for (place, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Word => {
                words.push(&token.text);
                ends.push(place + 1);
                if words.len() == PHRASE {
                    break;
                }
            }
            Kind::Mark('-' | '&') if place > 0 => {}
            _ => break,
        }
    }
    let hit = Lexicon::all().find(&words);
    // "Lead-to-order" is a compound of nouns, whatever "lead to" means.
    let compound = hit.is_some_and(|hit| {
        hit.means.has(Tag::Nothing) && ends.get(hit.words - 1).is_some_and(|end| *end > hit.words)
    });
    let hit = if compound { Lexicon::all().find(words.get(..1).unwrap_or_default()) } else { hit };
    let (taken, tags) = hit.map_or((1, Tags::NONE), |hit| (hit.words, hit.means));
    let length = ends.get(taken.saturating_sub(1)).copied().unwrap_or(1);
    let from = tokens.first().map_or(0, |token| token.span.0);
    let to = tokens.get(length - 1).map_or(from, |token| token.span.1);
    let text = words.get(..taken).unwrap_or_default().join(" ");
    found.push(Item::word(&text, tags, (from, to)));
    length
}

/// Cuts a run of Han characters into numerals, known words, and single
/// characters.
fn han(token: &Token, found: &mut Vec<Item>) {
    let mut rest = token.text.as_str();
    let mut at = token.span.0;
    while let Some(first) = rest.chars().next() {
        let before = found.last();
        if let Some(numeral) = numeral::han(rest, before) {
            let end = at + numeral.length;
            let bytes: usize = rest.chars().take(numeral.length).map(char::len_utf8).sum();
            let (text, after) = rest.split_at(bytes);
            found.push(Item {
                text: text.to_owned(),
                kind: ItemKind::Number(Some(numeral.value)),
                tags: numeral.tags,
                span: (at, end),
            });
            (rest, at) = (after, end);
            continue;
        }
        let (bytes, tags) = match Lexicon::all().find(&[rest]) {
            Some(hit) => (hit.bytes, hit.means),
            None => (first.len_utf8(), Tags::NONE),
        };
        let (text, after) = rest.split_at(bytes);
        let end = at + text.chars().count();
        found.push(Item::word(text, tags, (at, end)));
        (rest, at) = (after, end);
    }
}
