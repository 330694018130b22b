//! Who a text counts: stages of the way from stranger to customer, with the
//! part each plays in the sentence.

use super::item::{Item, ItemKind, behind};
use super::tag::{Tag, Tags};
use crate::kpi::FunnelStage;

/// The part a stage plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// What others become: *into buyers*.
    Result,
    /// What is won, or counted: *30 new leads*, *number of orders*.
    Counted,
    /// What the others are taken from: *of visitors*, *from leads*.
    Whole,
    /// What is only spoken of.
    Mentioned,
    /// What tells more of another noun: *customer churn*, 客户的订单.
    Described,
}

/// A stage a text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Claim {
    pub stage: FunnelStage,
    pub part: Part,
    /// The item it stands in.
    pub at: usize,
}

/// Every stage a text names, in order.
pub(super) fn claims(items: &[Item]) -> Vec<Claim> {
    let mut found = Vec::new();
    let mut convert = false;
    for (at, item) in items.iter().enumerate() {
        if item.ends_clause() {
            convert = false;
        }
        convert |= item.has(Tag::Convert);
        let stages: Vec<FunnelStage> = item.tags.stages().collect();
        // A word of several stages means the one that fits the rest; the
        // latest is the boldest claim, the earliest the safest.
        let Some(stage) = stages.last().copied() else { continue };
        let part = part(items, at, convert);
        let stage = if stage == FunnelStage::Opportunity && is_sealed(items, at) {
            FunnelStage::Buyer
        } else {
            stage
        };
        found.push(Claim { stage, part, at });
    }
    // What stands before the result of a conversion is what it is made of.
    if let Some(result) = found.iter().position(|one| one.part == Part::Result) {
        for one in found.iter_mut().take(result) {
            one.part = Part::Whole;
        }
    }
    // "Visitors to buyers": what stands last after a conversion is its result.
    if let [first @ .., last] = found.as_mut_slice()
        && convert_word(items)
        && !first.is_empty()
        && last.part != Part::Result
        && first.iter().all(|one| one.part != Part::Result)
        && first.iter().any(|one| one.stage < last.stage)
        && joined_by_to(items, first.last().map_or(0, |one| one.at), last.at)
    {
        last.part = Part::Result;
        for one in first {
            one.part = Part::Whole;
        }
    }
    found
}

fn convert_word(items: &[Item]) -> bool {
    items
        .iter()
        .any(|item| item.has(Tag::Convert) || (item.has(Tag::Share) && item.has(Tag::Outcome)))
}

fn joined_by_to(items: &[Item], from: usize, to: usize) -> bool {
    from + 1 == to
        || items.get(from..to).unwrap_or_default().iter().any(|item| {
            item.has(Tag::To)
                || item.has(Tag::Into)
                || item.is_mark(&['→', '-', '–', '/'])
                || ["в", "到", "至"].contains(&item.text.as_str())
        })
}

/// Tags of what may stand between a stage and the word that rules it.
const BETWEEN: Tags = Tags::of(&[
    Tag::New,
    Tag::Existing,
    Tag::Lapsed,
    Tag::Coming,
    Tag::Recurring,
    Tag::Phone,
    Tag::Mail,
    Tag::Web,
    Tag::Shop,
]);

fn part(items: &[Item], at: usize, convert: bool) -> Part {
    let Some(item) = items.get(at) else { return Part::Mentioned };
    if item.has(Tag::Into) {
        return Part::Result;
    }
    if item.has(Tag::Gain) && !item.has(Tag::Thing) {
        // "Sell 48 kitchens": what is won is a sale; not in "what we sell".
        let told = items.iter().take(at).rev().take(2).any(|item| {
            item.has(Tag::Who) || ["what", "что", "所", "whatever"].contains(&item.text.as_str())
        });
        return if told { Part::Mentioned } else { Part::Counted };
    }
    if is_modifier(items, at) {
        return if counted_after(items, at) { Part::Counted } else { Part::Described };
    }
    let mut new = item.has(Tag::New);
    let mut number = false;
    let mut back = at;
    for _ in 0..6 {
        let Some(before) = back.checked_sub(1) else { break };
        back = before;
        let Some(item) = items.get(back) else { break };
        if item.ends_clause() || item.is_mark(&[',', '，', '、', '(', '（']) {
            break;
        }
        if item.has(Tag::Into)
            || (convert && (item.has(Tag::To) || ["в", "во"].contains(&item.text.as_str())))
        {
            return Part::Result;
        }
        if item.has(Tag::Count) {
            return Part::Counted;
        }
        if item.has(Tag::Share) && !item.tags.any(Tags::of(&[Tag::Outcome])) {
            return Part::Whole;
        }
        if item.has(Tag::Gain) {
            return Part::Counted;
        }
        if (item.has(Tag::Up) || item.has(Tag::AtLeast)) && !item.has(Tag::To) && !item.has(Tag::By)
        {
            // "More customers", "increase leads", "at least 30 buyers".
            return Part::Counted;
        }
        if item.has(Tag::Convert) {
            return Part::Whole;
        }
        if item.has(Tag::Of) && item.text != "的" {
            // "Number of leads" was met as one word: this is a genitive.
            let counted = back
                .checked_sub(1)
                .and_then(|at| items.get(at))
                .is_some_and(|item| item.has(Tag::Count));
            return if counted { Part::Counted } else { Part::Whole };
        }
        if item.has(Tag::From) || item.has(Tag::Per) {
            return Part::Whole;
        }
        if item.is_number() {
            number = true;
            continue;
        }
        new |= item.has(Tag::New);
        let function = item.tags.any(Tags::of(&[
            Tag::Prep,
            Tag::To,
            Tag::By,
            Tag::In,
            Tag::Within,
            Tag::Who,
            Tag::Was,
        ]));
        if function {
            let aim = item.has(Tag::To) && number;
            return if aim { Part::Counted } else { Part::Mentioned };
        }
        let passes = item.tags.any(BETWEEN)
            || is_adjective(&item.text)
            || is_classifier(item)
            || item.text == "的"
            || item.tags == Tags::NONE
            || item.is_mark(&['«', '"', '“', '-', '%']);
        if !passes {
            break;
        }
    }
    // 订单更多, заказов больше: what is said of it stands behind.
    let more = behind(items, at, 2).iter().any(|item| item.has(Tag::Up) && !item.has(Tag::To));
    if number || new || more { Part::Counted } else { Part::Mentioned }
}

/// Whether a stage only describes the noun after it: *customer churn*, 客户投诉.
fn is_modifier(items: &[Item], at: usize) -> bool {
    let Some(item) = items.get(at) else { return false };
    let han = item.text.chars().next().is_some_and(super::token::is_han);
    let next = items.get(at + 1);
    let noun = |item: &Item| {
        item.kind == ItemKind::Word
            && item.tags.any(Tags::of(&[
                Tag::Measure,
                Tag::Scale,
                Tag::Share,
                Tag::Abstract,
                Tag::Thing,
                Tag::Count,
                Tag::Activity,
                Tag::Speed,
                Tag::Cost,
                Tag::Quality,
                Tag::Source,
            ]))
            && !item.tags.any(Tags::of(&[Tag::Prep, Tag::To, Tag::By, Tag::In, Tag::Who]))
    };
    if next.is_some_and(|next| next.is_mark(&['\''])) {
        return true;
    }
    if han {
        let ends =
            |item: &&Item| !item.ends_clause() && !item.is_mark(&[',', '，', '、', '(', '（']);
        let relative =
            items.iter().skip(at + 1).take(6).take_while(ends).position(|item| item.text == "的");
        let head = relative
            .and_then(|more| items.get(at + 2 + more))
            .is_some_and(|item| item.kind == ItemKind::Word);
        return head || next.is_some_and(noun);
    }
    let latin = item.text.chars().next().is_some_and(|c| c.is_ascii_alphabetic());
    let plural = item.text.ends_with('s')
        || item.text.contains(' ')
        || ["people", "traffic", "footfall", "audience"].contains(&item.text.as_str());
    latin
        && !plural
        && next.is_some_and(|next| {
            noun(next)
                || (next.kind == ItemKind::Word && next.tags == Tags::NONE && next.text.len() > 3)
        })
}

/// Whether an offer is spoken of as won: *win more deals*, 拿下的项目.
fn is_sealed(items: &[Item], at: usize) -> bool {
    let near = items.iter().take(at).rev().take(4).take_while(|item| !item.ends_clause());
    let after = items.get(at + 1).is_some_and(|item| item.has(Tag::Seal));
    after || near.into_iter().any(|item| item.has(Tag::Seal))
}

/// A word that tells what kind of people they are.
fn is_adjective(text: &str) -> bool {
    let english =
        ["loyal", "happy", "satisfied", "paying", "qualified", "good", "better", "interested"];
    let russian = ["ых", "их", "ого", "ный", "ные"];
    english.contains(&text)
        || russian.iter().any(|end| text.ends_with(end) && text.chars().count() > 4)
}

/// A Chinese measure word between a number and what is counted.
fn is_classifier(item: &Item) -> bool {
    let mut chars = item.text.chars();
    chars.next().is_some_and(super::token::is_han) && chars.next().is_none() && item.has(Tag::Thing)
}

/// 客户数, *lead volume*: what follows a stage counts it.
fn counted_after(items: &[Item], at: usize) -> bool {
    items.get(at + 1).is_some_and(|item| {
        item.has(Tag::Count) || ["volume", "量", "数"].contains(&item.text.as_str())
    })
}
