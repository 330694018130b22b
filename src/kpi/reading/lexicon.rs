//! From words to what they mean. The lists in `words` are by meaning, not by
//! example; this file knows how their entries match.
//!
//! An entry is one pattern or several with spaces between, which match words
//! in a row. A pattern is a stem with the endings of its language; `stem*`
//! takes any ending, `word=` none. Han entries match as they stand.

use super::tag::{Tag, Tags};
use super::words::{chinese, english, russian};
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

#[derive(Debug)]
struct Entry {
    first: Pattern,
    more: Vec<Pattern>,
    tags: Tags,
}

/// What was found at a place: how many words it takes, how many bytes of the
/// first one (for Han, where words have no spaces), and what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub words: usize,
    pub bytes: usize,
    pub tags: Tags,
}

/// All entries, sorted by the stem of their first pattern.
pub(super) struct Lexicon(Vec<Entry>);

impl Lexicon {
    /// The lists of all languages: a sentence may mix them.
    pub(super) fn all() -> &'static Self {
        static ALL: OnceLock<Lexicon> = OnceLock::new();
        ALL.get_or_init(|| {
            let lists = [english::LISTS, russian::LISTS, chinese::LISTS];
            let mut entries: Vec<Entry> = lists.into_iter().flatten().flat_map(entries).collect();
            let fleeting: Vec<Entry> = entries.iter().flat_map(with_vowel).collect();
            entries.extend(fleeting);
            entries.sort_by_key(|entry| entry.first.stem);
            Lexicon(entries)
        })
    }

    /// The longest entry that begins at the first of some words; the tags of
    /// equally long ones together.
    pub(super) fn find(&self, words: &[&str]) -> Option<Found> {
        let word = words.first()?.as_bytes();
        let mut best: Option<Found> = None;
        let mut rows = self.0.as_slice();
        for (place, byte) in word.iter().enumerate() {
            let at = |entry: &Entry| entry.first.stem.as_bytes().get(place).copied();
            let from = rows.partition_point(|entry| at(entry) < Some(*byte));
            let to = rows.partition_point(|entry| at(entry) <= Some(*byte));
            rows = rows.get(from..to).unwrap_or_default();
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

fn fit(entry: &Entry, words: &[&str]) -> Option<Found> {
    let (first, rest) = words.split_first()?;
    let stem = entry.first.stem.len();
    if !entry.first.takes(first.get(stem..)?) {
        return None;
    }
    let goes_on = entry.more.len() <= rest.len()
        && entry.more.iter().zip(rest).all(|(pattern, word)| pattern.fits(word));
    let bytes = if entry.first.rest == Rest::Open { stem } else { first.len() };
    goes_on.then_some(Found { words: 1 + entry.more.len(), bytes, tags: entry.tags })
}

fn longer(best: Option<Found>, found: Found) -> Found {
    match best {
        Some(best) if (best.words, best.bytes) > (found.words, found.bytes) => best,
        Some(best) if (best.words, best.bytes) == (found.words, found.bytes) => {
            Found { tags: best.tags.and(found.tags), ..found }
        }
        _ => found,
    }
}

/// An entry whose first word has its fleeting vowel. There are a few dozen,
/// made once, so their letters may stay for ever.
fn with_vowel(entry: &Entry) -> Vec<Entry> {
    let forms = entry.first.fleeting().into_iter();
    let forms = forms.map(|form| Pattern { stem: String::leak(form), rest: Rest::Nothing });
    forms.map(|first| Entry { first, more: entry.more.clone(), tags: entry.tags }).collect()
}

fn entries(list: &'static (&'static [Tag], &'static str)) -> impl Iterator<Item = Entry> {
    let tags = Tags::of(list.0);
    list.1.split(['\n', ',']).map(str::trim).filter(|text| !text.is_empty()).map(move |text| {
        let mut patterns = text.split_whitespace().map(Pattern::of);
        let first = patterns.next().unwrap_or(Pattern { stem: "", rest: Rest::Nothing });
        Entry { first, more: patterns.collect(), tags }
    })
}
