//! Years, days, ordinals and other parts of a moment.

use super::super::item::Item;
use super::super::tag::Tag;

/// A whole number in a range.
pub(super) fn whole(item: Option<&Item>, from: u32, to: u32) -> Option<u32> {
    let value = item?.number()?;
    let fits = value.fract() == 0.0 && (f64::from(from)..=f64::from(to)).contains(&value);
    // Checked just above: a small whole number.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fits.then_some(value as u32)
}

pub(super) fn year(item: Option<&Item>) -> Option<i32> {
    let plain = item.is_some_and(|item| item.text.len() == 4);
    whole(item, 1990, 2199).filter(|_| plain).and_then(|year| i32::try_from(year).ok())
}

pub(super) fn is_mark(items: &[Item], at: usize, marks: &[char]) -> bool {
    items.get(at).is_some_and(|item| item.is_mark(marks))
}

/// Passes over what may stand between the parts of a date.
pub(super) fn past(items: &[Item], mut at: usize) -> usize {
    while items.get(at).is_some_and(|item| {
        item.is_mark(&[',', '.'])
            || ["of", "the", "г", "го", "st", "nd", "rd", "th"].contains(&item.text.as_str())
    }) {
        at += 1;
    }
    at
}

/// The day number of 31st, 2nd, 15-го.
pub(super) fn day_number(item: Option<&Item>) -> Option<u32> {
    let item = item?;
    let digits: String = item.text.chars().take_while(char::is_ascii_digit).collect();
    let rest = item.text.get(digits.len()..)?;
    let day: u32 = digits.parse().ok()?;
    let fits = (1..=31).contains(&day) && ["", "st", "nd", "rd", "th"].contains(&rest);
    fits.then_some(day)
}

/// Q3, q3, 3q.
pub(super) fn quarter_word(text: &str) -> Option<u32> {
    let digit = text.strip_prefix('q').or_else(|| text.strip_suffix('q'))?;
    digit.parse().ok().filter(|quarter| (1..=4).contains(quarter))
}

pub(super) fn ordinal(item: Option<&Item>) -> Option<u32> {
    let text = item?.text.as_str();
    let lists = [
        "first 1st i перв первый первого первом первому первое 一",
        "second 2nd ii втор второй второго втором второму второе 二",
        "third 3rd iii трет третий третьего третьем третьему 三",
        "fourth 4th iv last final четверт четвертый четвертого четвертом четвертому последний последнего последнем 四",
    ];
    let named = lists.iter().position(|list| list.split(' ').any(|word| word == text));
    named.and_then(|at| u32::try_from(at + 1).ok()).or_else(|| whole(item, 1, 4))
}

/// FY27, FY2027.
pub(super) fn fiscal_year(item: Option<&Item>) -> Option<i32> {
    let digits = item?.text.strip_prefix("fy")?;
    let value: i32 = digits.parse().ok()?;
    match digits.len() {
        2 => Some(2000 + value),
        4 => Some(value),
        _ => None,
    }
}

/// How many units ahead a word points: this 0, next 1.
pub(super) fn steps(word: &str) -> i32 {
    let next = [
        "next",
        "following",
        "следующ",
        "будущ",
        "наступающ",
        "明",
        "下",
        "下个",
        "下一",
        "грядущ",
    ];
    i32::from(next.iter().any(|stem| word == *stem || (!stem.is_ascii() && word.starts_with(stem))))
}

pub(super) fn coming_before(items: &[Item], at: usize) -> (i32, usize) {
    match at.checked_sub(1).and_then(|before| items.get(before).map(|item| (before, item))) {
        Some((before, item)) if item.has(Tag::Coming) => (steps(&item.text), before),
        _ => (0, at),
    }
}
