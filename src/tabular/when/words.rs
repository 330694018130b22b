//! Cuts the text of a period into pieces and knows the words for them.

/// English month names, lower case.
const ENGLISH: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Russian month names: as a heading has them, and as a date has them.
const RUSSIAN: [[&str; 2]; 12] = [
    ["январь", "января"],
    ["февраль", "февраля"],
    ["март", "марта"],
    ["апрель", "апреля"],
    ["май", "мая"],
    ["июнь", "июня"],
    ["июль", "июля"],
    ["август", "августа"],
    ["сентябрь", "сентября"],
    ["октябрь", "октября"],
    ["ноябрь", "ноября"],
    ["декабрь", "декабря"],
];

/// One part of a period's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    /// Digits; how many there are tells years from months.
    Number { value: u32, digits: usize },
    /// `I` to `IV`, used for quarters only.
    Roman(u32),
    /// A character between numbers.
    Mark(char),
    /// A month by name, 1 to 12.
    MonthName(u32),
    /// `Q`, `кв.`, `季`.
    Quarter,
    /// `W`, `week`, `нед.`, `周`.
    Week,
    /// `月`
    MonthSign,
    /// `日`, `号`
    DaySign,
    /// `年`, `г.`: what stands before is a year.
    YearSign,
}

/// The pieces of a folded text in lower case; `None` if any part of it is no
/// part of a period.
pub(super) fn pieces(text: &str) -> Option<Vec<Piece>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(glyph) = rest.chars().next() {
        let run = run_length(rest, glyph);
        let (word, after) = rest.split_at_checked(run)?;
        rest = after;
        if glyph.is_whitespace() || ignorable(word, &found) {
            continue;
        }
        found.push(piece(word, glyph)?);
    }
    Some(found)
}

/// The bytes of the run that begins a text: digits, numerals or letters of one
/// kind together, everything else alone.
fn run_length(text: &str, first: char) -> usize {
    let alike: fn(char) -> bool = match first {
        _ if first.is_ascii_digit() => |c| c.is_ascii_digit(),
        _ if numeral(first).is_some() => |c| numeral(c).is_some(),
        _ if is_sign(first) => return first.len_utf8(),
        _ if first.is_alphabetic() => |c| c.is_alphabetic() && !is_sign(c) && numeral(c).is_none(),
        _ => return first.len_utf8(),
    };
    text.find(|c| !alike(c)).unwrap_or(text.len())
}

fn is_sign(glyph: char) -> bool {
    matches!(glyph, '年' | '月' | '日' | '号' | '季' | '度' | '周' | '週' | '第')
}

/// `第` before and `度` behind a quarter, and ordinal endings say nothing.
fn ignorable(word: &str, before: &[Piece]) -> bool {
    match word {
        "第" => true,
        "度" => before.last() == Some(&Piece::Quarter),
        "st" | "nd" | "rd" | "th" | "й" | "ый" | "я" => {
            let number = before.iter().rev().find(|piece| **piece != Piece::Mark('-'));
            matches!(number, Some(Piece::Number { .. }))
        }
        _ => false,
    }
}

fn piece(word: &str, first: char) -> Option<Piece> {
    if first.is_ascii_digit() {
        // Ten digits and more do not fit and are no part of a date either.
        return word.parse().ok().map(|value| Piece::Number { value, digits: word.len() });
    }
    if numeral(first).is_some() {
        return chinese_number(word).map(|value| Piece::Number { value, digits: 2 });
    }
    if matches!(first, '-' | '/' | '.' | ',' | '\'') {
        return Some(Piece::Mark(first));
    }
    match word {
        "年" | "г" | "год" | "года" => Some(Piece::YearSign),
        "月" => Some(Piece::MonthSign),
        "日" | "号" => Some(Piece::DaySign),
        "q" | "qtr" | "quarter" | "кв" | "квартал" | "季" => Some(Piece::Quarter),
        "w" | "wk" | "week" | "нед" | "неделя" | "周" | "週" => Some(Piece::Week),
        "i" => Some(Piece::Roman(1)),
        "ii" => Some(Piece::Roman(2)),
        "iii" => Some(Piece::Roman(3)),
        "iv" => Some(Piece::Roman(4)),
        _ => month(word).map(Piece::MonthName),
    }
}

/// A month by its name or the first three letters or more of it.
fn month(word: &str) -> Option<u32> {
    if word.chars().take(3).count() < 3 {
        return None;
    }
    (1..).zip(ENGLISH.iter().zip(RUSSIAN)).find_map(|(number, (english, russian))| {
        let known = english.starts_with(word) || russian.iter().any(|name| name.starts_with(word));
        known.then_some(number)
    })
}

fn numeral(glyph: char) -> Option<u32> {
    let digits = "一二三四五六七八九十";
    (1..).zip(digits.chars()).find_map(|(value, digit)| (digit == glyph).then_some(value))
}

/// `一` to `九十九`.
fn chinese_number(text: &str) -> Option<u32> {
    let single = |text: &str| {
        let mut glyphs = text.chars();
        let value = glyphs.next().and_then(numeral).filter(|value| *value < 10);
        if glyphs.next().is_none() { value } else { None }
    };
    match text.split_once('十') {
        None => single(text),
        Some((tens, units)) => {
            let tens = if tens.is_empty() { 1 } else { single(tens)? };
            let units = if units.is_empty() { 0 } else { single(units)? };
            Some(10 * tens + units)
        }
    }
}
