//! From words to what they mean. The lists in `words` are by meaning, not by
//! example; this file knows how their entries match.
//!
//! An entry is one pattern or several with spaces between, which match words
//! in a row. A pattern is a stem with the endings of its language; `stem*`
//! takes any ending, `word=` none. Han entries match as they stand.

use super::sense::Senses;
use super::tag::Tags;
use super::words::{chinese, english, russian, senses, sides};
use std::sync::OnceLock;

/// Endings of English nouns and verbs after a stem that is a word itself.
const ENGLISH_ENDINGS: [&str; 4] = ["", "s", "es", "'s"];

/// Endings of Russian nouns and adjectives.
const RUSSIAN_ENDINGS: [&str; 54] = [
    "", "а", "я", "о", "е", "и", "ы", "у", "ю", "ь", "й", "ой", "ей", "ий", "ый", "ая", "яя", "ое",
    "ее", "ые", "ие", "ого", "его", "ому", "ему", "ым", "им", "ых", "их", "ыми", "ими", "ую", "юю",
    "ою", "ею", "ом", "ем", "ам", "ям", "ами", "ями", "ах", "ях", "ов", "ев", "ью", "ия", "ию",
    "ием", "ии", "иям", "иях", "иями", "ин",
];

/// How what follows a stem is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rest {
    Nothing,
    Ending,
    Anything,
    /// Han: the next word begins right there.
    Open,
}

#[derive(Debug, Clone, Copy)]
struct Pattern {
    stem: &'static str,
    rest: Rest,
}

impl Pattern {
    fn of(text: &'static str) -> Self {
        if let Some(stem) = text.strip_suffix('*') {
            Self { stem, rest: Rest::Anything }
        } else if let Some(stem) = text.strip_suffix('=') {
            Self { stem, rest: Rest::Nothing }
        } else if text.chars().any(super::token::is_han) {
            Self { stem: text, rest: Rest::Open }
        } else {
            Self { stem: text, rest: Rest::Ending }
        }
    }

    /// Whether a word that begins with the stem and goes on with `rest` fits.
    fn takes(self, rest: &str) -> bool {
        match self.rest {
            Rest::Nothing => rest.is_empty(),
            Rest::Anything | Rest::Open => true,
            Rest::Ending => {
                let cyrillic = self.stem.chars().next().is_some_and(|c| c >= 'а');
                let endings: &[&str] = if cyrillic { &RUSSIAN_ENDINGS } else { &ENGLISH_ENDINGS };
                endings.contains(&rest)
            }
        }
    }

    fn fits(self, word: &str) -> bool {
        word.strip_prefix(self.stem).is_some_and(|rest| self.takes(rest))
            || self.fleeting().iter().any(|form| form == word)
    }

    /// Russian puts a vowel between the last two consonants of a stem that has
    /// lost its ending: скидка, скидок; задержка, задержек.
    fn fleeting(self) -> Vec<String> {
        let before = self.stem.strip_suffix('к').filter(|_| self.rest != Rest::Nothing);
        let consonant = |text: &&str| {
            text.chars().next_back().is_some_and(|c| c > 'б' && !"аеиоуыэюяй".contains(c))
        };
        match before.filter(consonant) {
            Some(before) => vec![format!("{before}ок"), format!("{before}ек")],
            None => Vec::new(),
        }
    }
}

/// What an entry says: a set that takes in another.
pub(super) trait Means: Copy {
    fn with(self, other: Self) -> Self;
}

impl Means for Tags {
    fn with(self, other: Self) -> Self {
        self.and(other)
    }
}

impl Means for Senses {
    fn with(self, other: Self) -> Self {
        self.and(other)
    }
}

#[derive(Debug)]
struct Entry<M> {
    first: Pattern,
    more: Vec<Pattern>,
    means: M,
}

/// What was found at a place: how many words it takes, how many bytes of the
/// first one (for Han, where words have no spaces), and what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found<M> {
    pub words: usize,
    pub bytes: usize,
    pub means: M,
}

/// All entries, sorted by the stem of their first pattern.
pub(super) struct Lexicon<M> {
    entries: Vec<Entry<M>>,
    /// Where the entries begin whose stem begins with a byte.
    first: Vec<usize>,
}

impl Lexicon<Tags> {
    /// The lists of all languages: a sentence may mix them.
    pub(super) fn all() -> &'static Self {
        static ALL: OnceLock<Lexicon<Tags>> = OnceLock::new();
        ALL.get_or_init(|| {
            let lists = [english::LISTS, russian::LISTS, chinese::LISTS];
            let rows = lists.into_iter().flatten();
            Lexicon::of(rows.map(|(tags, list)| (Tags::of(tags), *list)))
        })
    }
}

impl Lexicon<Senses> {
    /// The lists of finer meanings and of sides.
    pub(super) fn finer() -> &'static Self {
        static FINER: OnceLock<Lexicon<Senses>> = OnceLock::new();
        FINER.get_or_init(|| {
            let rows = senses::LISTS.iter().map(|(senses, list)| (Senses::of(senses), *list));
            let sides = sides::FACETS.iter().flat_map(|facet| facet.iter()).enumerate();
            Lexicon::of(rows.chain(sides.map(|(number, list)| (Senses::side(number), *list))))
        })
    }
}

impl<M: Means> Lexicon<M> {
    fn of(rows: impl Iterator<Item = (M, &'static str)>) -> Self {
        let mut entries: Vec<Entry<M>> = rows.flat_map(entries).collect();
        let fleeting: Vec<Entry<M>> = entries.iter().flat_map(with_vowel).collect();
        entries.extend(fleeting);
        entries.sort_by_key(|entry| entry.first.stem);
        let first = (0..=256usize)
            .map(|byte| {
                entries.partition_point(|entry| {
                    let first = entry.first.stem.bytes().next();
                    first.is_some_and(|first| usize::from(first) < byte)
                })
            })
            .collect();
        Self { entries, first }
    }

    /// The longest entry that begins at the first of some words; the tags of
    /// equally long ones together.
    pub(super) fn find(&self, words: &[&str]) -> Option<Found<M>> {
        let word = words.first()?.as_bytes();
        let mut best: Option<Found<M>> = None;
        let byte = usize::from(*word.first()?);
        let (from, to) = (*self.first.get(byte)?, *self.first.get(byte + 1)?);
        let mut rows = self.entries.get(from..to)?;
        for (place, byte) in word.iter().enumerate() {
            let at = |entry: &Entry<M>| entry.first.stem.as_bytes().get(place).copied();
            if place > 0 {
                let from = rows.partition_point(|entry| at(entry) < Some(*byte));
                rows = rows.get(from..).unwrap_or_default();
                let to = rows.partition_point(|entry| at(entry) <= Some(*byte));
                rows = rows.get(..to).unwrap_or_default();
            }
            if rows.is_empty() {
                break;
            }
            let whole = rows.partition_point(|entry| entry.first.stem.len() <= place + 1);
            for entry in rows.get(..whole).unwrap_or_default() {
                if let Some(found) = fit(entry, words) {
                    best = Some(longer(best, found));
                }
            }
        }
        best
    }
}

fn fit<M: Means>(entry: &Entry<M>, words: &[&str]) -> Option<Found<M>> {
    let (first, rest) = words.split_first()?;
    let stem = entry.first.stem.len();
    if !entry.first.takes(first.get(stem..)?) {
        return None;
    }
    let goes_on = entry.more.len() <= rest.len()
        && entry.more.iter().zip(rest).all(|(pattern, word)| pattern.fits(word));
    let bytes = if entry.first.rest == Rest::Open { stem } else { first.len() };
    goes_on.then_some(Found { words: 1 + entry.more.len(), bytes, means: entry.means })
}

fn longer<M: Means>(best: Option<Found<M>>, found: Found<M>) -> Found<M> {
    match best {
        Some(best) if (best.words, best.bytes) > (found.words, found.bytes) => best,
        Some(best) if (best.words, best.bytes) == (found.words, found.bytes) => {
            Found { means: best.means.with(found.means), ..found }
        }
        _ => found,
    }
}

/// An entry whose first word has its fleeting vowel. There are a few dozen,
/// made once, so their letters may stay for ever.
fn with_vowel<M: Means>(entry: &Entry<M>) -> Vec<Entry<M>> {
    let forms = entry.first.fleeting().into_iter();
    let forms = forms.map(|form| Pattern { stem: String::leak(form), rest: Rest::Nothing });
    forms.map(|first| Entry { first, more: entry.more.clone(), means: entry.means }).collect()
}

fn entries<M: Means>((means, list): (M, &'static str)) -> impl Iterator<Item = Entry<M>> {
    list.split(['\n', ',']).map(str::trim).filter(|text| !text.is_empty()).map(move |text| {
        let mut patterns = text.split_whitespace().map(Pattern::of);
        let first = patterns.next().unwrap_or(Pattern { stem: "", rest: Rest::Nothing });
        Entry { first, more: patterns.collect(), means }
    })
}
