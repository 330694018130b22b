//! Quarters, halves, years, ends of them, and spans from now.

use super::super::calendar::{Moment, Span, span_of};
use super::super::item::{Item, ItemKind};
use super::super::tag::Tag;
use super::Hit;
use super::parts::{coming_before, fiscal_year, is_mark, ordinal, past, quarter_word, steps, year};

/// Quarters and halves of a year.
pub(super) fn part_of_year(items: &[Item], at: usize) -> Hit {
    let item = items.get(at)?;
    let with_year = |to: usize| {
        let next = past(items, to);
        match year(items.get(next)) {
            Some(year) => {
                let more =
                    items.get(next + 1).is_some_and(|item| span_of(item) == Some(Span::Year));
                (Some(year), next + 1 + usize::from(more))
            }
            None => match fiscal_year(items.get(next)) {
                Some(year) => (Some(year), next + 1),
                None => (None, to),
            },
        }
    };
    if let Some(quarter) = quarter_word(&item.text) {
        let (year, to) = with_year(at + 1);
        return Some((Moment::Quarter(year, quarter), at, to));
    }
    for (words, half) in [(["h1", "上半年"], 1), (["h2", "下半年"], 2)] {
        if words.contains(&item.text.as_str()) {
            let (year, to) = with_year(at + 1);
            return Some((Moment::Half(year, half), at, to));
        }
    }
    let number = ordinal(Some(item))?;
    // 3-й квартал, 第三季度.
    let mut unit_at = at + 1;
    if is_mark(items, unit_at, &['-']) {
        unit_at += 2;
    }
    let unit = items.get(unit_at)?;
    let from = if at > 0 && items.get(at - 1).is_some_and(|item| item.text == "第") {
        at - 1
    } else {
        at
    };
    let is_half = unit.text == "half" || span_of(unit) == Some(Span::HalfYear);
    // "4 quarters" is a span of time, not a quarter of a year.
    let is_quarter = span_of(unit) == Some(Span::Quarter)
        && !["quarters", "квартала", "кварталов", "个季度"].contains(&unit.text.as_str());
    let genitive = unit.text == "квартала"
        && (item.text.chars().any(char::is_alphabetic)
            || unit_at > at + 1
            || at
                .checked_sub(1)
                .and_then(|at| items.get(at))
                .is_some_and(|item| item.has(Tag::End)));
    let (year, to) = with_year(unit_at + 1);
    if is_half && number <= 2 {
        Some((Moment::Half(year, number), from, to))
    } else if is_quarter || genitive {
        Some((Moment::Quarter(year, number), from, to))
    } else {
        None
    }
}

/// The end of a unit: end of the next quarter, конец года, 明年底, year-end.
pub(super) fn end_of(items: &[Item], at: usize) -> Hit {
    let item = items.get(at)?;
    let han = [
        ("年底", Span::Year),
        ("年末", Span::Year),
        ("岁末", Span::Year),
        ("月底", Span::Month),
        ("月末", Span::Month),
        ("季末", Span::Quarter),
        ("季度末", Span::Quarter),
        ("季度底", Span::Quarter),
    ];
    if let Some((_, span)) = han.into_iter().find(|(word, _)| *word == item.text) {
        let (later, from) = coming_before(items, at);
        return Some((Moment::Running(span, later), from, at + 1));
    }
    if ["eoy", "eoq", "eom"].contains(&item.text.as_str()) {
        let span = match item.text.as_str() {
            "eoq" => Span::Quarter,
            "eom" => Span::Month,
            _ => Span::Year,
        };
        let to = at + 1;
        return Some(match year(items.get(to)) {
            Some(year) => (Moment::Year(year), at, to + 1),
            None => (Moment::Running(span, 0), at, to),
        });
    }
    // "year end", "year's end".
    if span_of(item).is_some()
        && items.get(at + 1).is_some_and(|item| item.text == "end" || item.text == "ends")
    {
        let span = span_of(item)?;
        let (later, from) = coming_before(items, at);
        return Some((Moment::Running(span, later), from, at + 2));
    }
    if !item.has(Tag::End) {
        return None;
    }
    let mut to = past(items, at + 1);
    let mut later = 0;
    while let Some(word) = items.get(to).filter(|item| item.has(Tag::Coming) || item.has(Tag::Of)) {
        later = later.max(steps(&word.text));
        to += 1;
    }
    if ["fiscal", "financial", "calendar", "business", "финансового", "календарного", "отчетного"]
        .contains(&items.get(to)?.text.as_str())
    {
        to += 1;
    }
    if let Some(year) = year(items.get(to)).or_else(|| fiscal_year(items.get(to))) {
        let more = items.get(to + 1).is_some_and(|item| span_of(item) == Some(Span::Year));
        return Some((Moment::Year(year), at, to + 1 + usize::from(more)));
    }
    let unit = items.get(to)?;
    if let Some(span) = span_of(unit).filter(|span| *span >= Span::Week) {
        return Some((Moment::Running(span, later), at, to + 1));
    }
    unit.has(Tag::Occasion).then_some((Moment::Unclear, at, to + 1))
}

/// This quarter, в следующем году, 明年, 本季度, 年内.
pub(super) fn running(items: &[Item], at: usize) -> Hit {
    let item = items.get(at)?;
    if ["年内", "年"].contains(&item.text.as_str())
        && items.get(at + 1).is_some_and(|next| next.text == "内")
        && !at.checked_sub(1).and_then(|at| items.get(at)).is_some_and(Item::is_number)
    {
        return Some((Moment::Running(Span::Year, 0), at, at + 2));
    }
    let article = ["the", "our", "后"].contains(&item.text.as_str());
    if !item.has(Tag::Coming) || article {
        return None;
    }
    let mut to = at + 1;
    if items.get(to).is_some_and(|item| {
        ["fiscal", "financial", "calendar", "个", "финансовом", "календарном"]
            .contains(&item.text.as_str())
    }) {
        to += 1;
    }
    let unit = items.get(to)?;
    let han_unit = || match unit.text.chars().next() {
        Some('年') => Some(Span::Year),
        Some('季') => Some(Span::Quarter),
        Some('月') => Some(Span::Month),
        _ => None,
    };
    let span = span_of(unit).or_else(han_unit).filter(|span| *span >= Span::Week)?;
    let half = items.get(to + 1).is_some_and(|item| item.has(Tag::HalfYear));
    Some((Moment::Running(span, steps(&item.text)), at, to + 1 + usize::from(half)))
}

/// Within six months, в течение года, 半年内, over the next two quarters.
pub(super) fn from_now(items: &[Item], at: usize) -> Hit {
    let before = |back: usize| at.checked_sub(back).and_then(|at| items.get(at));
    let opens = |item: &Item| {
        item.has(Tag::Within)
            || item.has(Tag::Coming)
            || (item.has(Tag::In) && item.text != "по")
            || item.text == "через"
    };
    let item = items.get(at)?;
    let word = item
        .text
        .strip_prefix("a ")
        .and_then(|unit| SPAN_WORDS.iter().find(|(name, _)| *name == unit));
    if let (Some((_, span)), true) = (word, before(1).is_some_and(opens)) {
        return Some((Moment::FromNow(1.0, *span), at, at + 1));
    }
    let (count, unit_at) = match item.kind {
        ItemKind::Number(value) => (value?, at + 1),
        _ if item.text == "a" || item.text == "one" => (1.0, at + 1),
        _ => (1.0, at),
    };
    let mut to = unit_at;
    if items.get(to).is_some_and(|item| item.text == "个" || item.text == "calendar") {
        to += 1;
    }
    let span = span_of(items.get(to)?)?;
    let after = items.get(to + 1);
    let closes = after.is_some_and(|item| {
        ["内", "之内", "以内", "后", "from", "time"].contains(&item.text.as_str())
    });
    let opened = before(1).is_some_and(opens)
        || before(2).is_some_and(|item| {
            item.has(Tag::Within) && before(1).is_some_and(|near| near.has(Tag::Prep))
        });
    // Seconds to weeks are what is promised to one customer; a month and more
    // is when a goal is due, unless it tells who is counted.
    let coming = before(1).is_some_and(|item| item.has(Tag::Coming) && item.text != "the");
    let long = span >= Span::Month || (span >= Span::Day && coming);
    let relative = (1..=6)
        .filter_map(before)
        .take_while(|item| !item.ends_clause() && !item.is_mark(&[',']))
        .any(|item| item.has(Tag::Who));
    if !long || !(opened || closes) || relative {
        return None;
    }
    let recurring = span_of(items.get(to)?) == Some(Span::Month)
        && unit_at == at
        && !closes
        && before(1).is_some_and(|item| {
            item.text == "за" || item.text == "в" || item.text == "per" || item.text == "in"
        });
    (!recurring).then_some((Moment::FromNow(count, span), at, to + 1 + usize::from(closes)))
}

const SPAN_WORDS: [(&str, Span); 4] = [
    ("year", Span::Year),
    ("quarter", Span::Quarter),
    ("month", Span::Month),
    ("week", Span::Week),
];

/// A bare year; a number that counts something is none.
pub(super) fn plain_year(items: &[Item], at: usize) -> Hit {
    if let Some(year) = fiscal_year(items.get(at)) {
        return Some((Moment::Year(year), at, at + 1));
    }
    let year = year(items.get(at))?;
    let before = at.checked_sub(1).and_then(|at| items.get(at));
    let next = items.get(at + 1);
    if next.is_some_and(|item| span_of(item) == Some(Span::Year)) {
        return Some((Moment::Year(year), at, at + 2));
    }
    let counts = next.is_some_and(|item| {
        item.has(Tag::Thing)
            || item.has(Tag::Currency)
            || item.has(Tag::New)
            || item.has(Tag::Points)
            || item.is_mark(&['%', '€', '$', '₽', '¥', '£'])
    });
    let timely = before.is_some_and(|item| {
        item.has(Tag::By) || item.has(Tag::In) || item.has(Tag::From) || item.has(Tag::End)
    });
    let likely = (2020..=2040).contains(&year);
    (!counts && (timely || likely)).then_some((Moment::Year(year), at, at + 1))
}

pub(super) fn occasion(items: &[Item], at: usize) -> Hit {
    let item = items.get(at).filter(|item| item.has(Tag::Occasion))?;
    let timely = (1..=2)
        .filter_map(|back| at.checked_sub(back).and_then(|at| items.get(at)))
        .any(|item| item.has(Tag::By));
    let han = items.get(at + 1).is_some_and(|item| item.has(Tag::By) && item.text != "to");
    let _ = item;
    let to = if year(items.get(at + 1)).is_some() { at + 2 } else { at + 1 };
    (timely || han).then_some((Moment::Unclear, at, to))
}
