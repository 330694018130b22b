//! Days and months: 31 March 2027, 31.03.2027, 2027年3月.

use super::super::calendar::{Moment, Span, month_of, span_of};
use super::super::item::Item;
use super::super::tag::{Tag, Tags};
use super::Hit;
use super::parts::{day_number, is_mark, past, quarter_word, whole, year};

/// 2027-03-31, 31.03.2027, 31/3/2027, 03/2027.
pub(super) fn numeric(items: &[Item], at: usize) -> Hit {
    let first = items.get(at)?;
    if !first.is_number() {
        return None;
    }
    let parts: Vec<u32> = first.text.split('.').filter_map(|part| part.parse().ok()).collect();
    match (first.text.matches('.').count(), parts.as_slice()) {
        (2, &[day, month, year]) if year >= 1990 => {
            return Some((day_month(year, month, day)?, at, at + 1));
        }
        (2, &[year, month, day]) if year >= 1990 => {
            return Some((day_month(year, month, day)?, at, at + 1));
        }
        (1, &[month, year]) if (1..=12).contains(&month) && (1990..2200).contains(&year) => {
            return Some((Moment::Month(i32::try_from(year).ok(), month), at, at + 1));
        }
        (1, &[day, month])
            if first.text.len() == 5 && (1..=31).contains(&day) && (1..=12).contains(&month) =>
        {
            // 31.03 is a day only where a day is expected.
            let expected = at > 0 && items.get(at - 1).is_some_and(|item| item.has(Tag::By));
            let unit = items.get(at + 1).is_some_and(|item| item.tags != Tags::NONE);
            return (expected && !unit && day > 12).then_some((
                Moment::DayOf(month, day),
                at,
                at + 1,
            ));
        }
        _ => {}
    }
    for mark in ['-', '/'] {
        if !is_mark(items, at + 1, &[mark]) {
            continue;
        }
        let second = whole(items.get(at + 2), 1, 31);
        if let (Some(year), Some(month)) = (year(Some(first)), second.filter(|month| *month <= 12))
        {
            let day =
                is_mark(items, at + 3, &[mark]).then(|| whole(items.get(at + 4), 1, 31)).flatten();
            return Some(match day {
                Some(day) => (Moment::Day(year, month, day), at, at + 5),
                None => (Moment::Month(Some(year), month), at, at + 3),
            });
        }
        let (one, two) = (whole(Some(first), 1, 31)?, second?);
        if is_mark(items, at + 3, &[mark])
            && let Some(year) = year(items.get(at + 4))
        {
            // 03/04/2027 has two readings: a moment, but which?
            let moment = match (one, two) {
                (day, month) | (month, day) if day > 12 && month <= 12 => {
                    Moment::Day(year, month, day)
                }
                _ => Moment::Unclear,
            };
            return Some((moment, at, at + 5));
        }
        if let (true, Some(year)) = (one <= 12, year(items.get(at + 2))) {
            return Some((Moment::Month(Some(year), one), at, at + 3));
        }
    }
    None
}

fn day_month(year: u32, month: u32, day: u32) -> Option<Moment> {
    Some(Moment::Day(i32::try_from(year).ok()?, month, day))
}

pub(super) fn named_month(items: &[Item], at: usize) -> Hit {
    let item = items.get(at)?;
    let month = month_of(item)?;
    let before = at.checked_sub(1).and_then(|at| items.get(at));
    let of = before.is_some_and(|item| item.text == "of");
    let day_at = at.checked_sub(if of { 2 } else { 1 });
    let day_before = day_at.and_then(|at| day_number(items.get(at)));
    let next = past(items, at + 1);
    let year_next = year(items.get(next));
    let day_after = day_number(items.get(at + 1)).filter(|_| year_next.is_none());
    if item.text == "may" || item.text == "march" || item.text == "mar" {
        // A verb as well: only a date or a word of time makes it a month.
        let timely = before.is_some_and(|item| {
            item.has(Tag::By)
                || item.has(Tag::In)
                || item.has(Tag::End)
                || item.has(Tag::From)
                || item.has(Tag::Coming)
                || of
        });
        if day_before.is_none() && year_next.is_none() && day_after.is_none() && !timely {
            return None;
        }
    }
    let (from, day) = match (day_before, day_at) {
        (Some(day), Some(from)) => (from, Some(day)),
        _ => (at, day_after),
    };
    let after =
        if day_before.is_none() && day_after.is_some() { past(items, at + 2) } else { next };
    let year = year(items.get(after));
    let mut to = if year.is_some() {
        after + 1
    } else if day_before.is_none() && day_after.is_some() {
        at + 2
    } else {
        at + 1
    };
    if year.is_some() && items.get(to).is_some_and(|item| span_of(item) == Some(Span::Year)) {
        to += 1;
    }
    let moment = match (day, year) {
        (Some(day), Some(year)) => Moment::Day(year, month, day),
        (Some(day), None) => Moment::DayOf(month, day),
        (None, year) => Moment::Month(year, month),
    };
    Some((moment, from, to))
}

/// 2027年3月31日, 2027年底, 3月底, 6月30日.
pub(super) fn han_year(items: &[Item], at: usize) -> Hit {
    let sign =
        |at: usize, sign: char| items.get(at).is_some_and(|item| item.text.starts_with(sign));
    let number = items.get(at).filter(|item| item.is_number())?;
    let is_year = sign(at + 1, '年') || sign(at + 1, '财');
    if let Some(year) = year(Some(number)).filter(|_| is_year) {
        let rest = at + 2;
        if let Some(month) = whole(items.get(rest), 1, 12) {
            if sign(rest + 1, '月') {
                let day = whole(items.get(rest + 2), 1, 31)
                    .filter(|_| sign(rest + 3, '日') || sign(rest + 3, '号'));
                return Some(match day {
                    Some(day) => (Moment::Day(year, month, day), at, rest + 4),
                    None => (Moment::Month(Some(year), month), at, rest + 2),
                });
            }
            if items.get(rest + 1).is_some_and(|item| {
                span_of(item) == Some(Span::Quarter) || item.text.starts_with('季')
            }) && month <= 4
            {
                return Some((Moment::Quarter(Some(year), month), at, rest + 2));
            }
        }
        let ordinal = items.get(rest).is_some_and(|item| item.text == "第");
        if ordinal && let Some(quarter) = whole(items.get(rest + 1), 1, 4) {
            return Some((Moment::Quarter(Some(year), quarter), at, rest + 3));
        }
        if let Some(quarter) = items.get(rest).and_then(|item| quarter_word(&item.text)) {
            return Some((Moment::Quarter(Some(year), quarter), at, rest + 1));
        }
        for (word, half) in [("上半年", 1), ("下半年", 2)] {
            if items.get(rest).is_some_and(|item| item.text == word) {
                return Some((Moment::Half(Some(year), half), at, rest + 1));
            }
        }
        return Some((Moment::Year(year), at, rest));
    }
    let month = whole(Some(number), 1, 12)?;
    if !sign(at + 1, '月') {
        return None;
    }
    match whole(items.get(at + 2), 1, 31).filter(|_| sign(at + 3, '日') || sign(at + 3, '号')) {
        Some(day) => Some((Moment::DayOf(month, day), at, at + 4)),
        None => Some((Moment::Month(None, month), at, at + 2)),
    }
}
