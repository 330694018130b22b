//! Finds the moments a sentence names, and which of them is the deadline.

mod date;
mod parts;
mod period;

use super::calendar::Moment;
use super::item::Item;
use super::tag::Tag;

/// What a moment is in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// When it is due.
    Deadline,
    /// When something was measured, or begins.
    Start,
}

/// A moment with the items that name it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct When {
    pub from: usize,
    /// One past its last item.
    pub to: usize,
    pub moment: Moment,
    pub uses: Use,
}

/// Every moment of a sentence, in order.
pub(in crate::kpi::reading) fn whens(items: &[Item]) -> Vec<When> {
    let mut found: Vec<When> = Vec::new();
    let mut at = 0;
    while at < items.len() {
        let Some((moment, from, to)) = moment_at(items, at) else {
            at += 1;
            continue;
        };
        let uses = use_of(items, from, to);
        found.push(When { from, to, moment, uses });
        at = to.max(at + 1);
    }
    found
}

type Hit = Option<(Moment, usize, usize)>;

fn moment_at(items: &[Item], at: usize) -> Hit {
    date::numeric(items, at)
        .or_else(|| date::named_month(items, at))
        .or_else(|| date::han_year(items, at))
        .or_else(|| period::part_of_year(items, at))
        .or_else(|| period::end_of(items, at))
        .or_else(|| period::running(items, at))
        .or_else(|| period::from_now(items, at))
        .or_else(|| period::plain_year(items, at))
        .or_else(|| period::occasion(items, at))
}

/// Whether a moment is due or a start. What comes after *from*, *was*,
/// *compared with*, or stands in brackets behind a number, is a start.
fn use_of(items: &[Item], from: usize, to: usize) -> Use {
    let mut at = from;
    let mut number = false;
    for _ in 0..6 {
        let Some(item) = at.checked_sub(1).and_then(|at| items.get(at)) else { break };
        at -= 1;
        let strong =
            item.has(Tag::By) && !["к", "до", "前", "до=", "to"].contains(&item.text.as_str());
        if item.is_mark(&['(', '（', '[']) {
            // In brackets: of the number in them, unless a deadline is named.
            let due = items.get(at + 1).is_some_and(|item| {
                item.has(Tag::By) || item.has(Tag::Within) || item.has(Tag::End)
            });
            return if due && !number { Use::Deadline } else { Use::Start };
        }
        if item.has(Tag::Was) || (item.has(Tag::From) && !number) {
            return Use::Start;
        }
        if item.has(Tag::From) {
            return Use::Start;
        }
        if strong || item.ends_clause() || item.is_mark(&[',', '，', '、']) {
            break;
        }
        if item.has(Tag::By) || item.has(Tag::To) {
            break;
        }
        if item.is_number() {
            // "62 % in October": the month belongs to the number; one with an
            // aim before it does not.
            number = true;
            continue;
        }
        if item.has(Tag::Up)
            || item.has(Tag::Down)
            || item.has(Tag::AtLeast)
            || item.has(Tag::AtMost)
        {
            break;
        }
    }
    // 2026年10月为62%: what is told of a moment is how things stood.
    let told = items.get(to).is_some_and(|item| {
        ["为", "是", "was", "had", "were", "составлял", "составляла", "было", "была"]
            .contains(&item.text.as_str())
    });
    if told { Use::Start } else { Use::Deadline }
}
