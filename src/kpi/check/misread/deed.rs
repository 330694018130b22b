//! Counts of what we do: by the noun they are about, or as things put out that
//! the goal never speaks of.

use super::super::view::IndicatorView;
use super::alike::shared_words;
use crate::kpi::reading::{Item, ItemKind, Reading, Sense, Tag, Tags};
use crate::kpi::{Direction, FunnelStage, Measure};

/// Whether an indicator counts what we do by the noun it is about: *visit
/// reports entered*, 下发的通知份数; or those we have trained. Not where the
/// sentence itself speaks of that, or something comes of it.
pub(super) fn is_deed(sentence: &Reading, view: &IndicatorView<'_>) -> bool {
    let (name, indicator) = (&view.name, view.indicator);
    let comes_of_it = [Sense::Bad, Sense::Commit, Sense::Impression, Sense::Wait, Sense::Quick];
    let result =
        Tags::of(&[Tag::Outcome, Tag::Scale, Tag::Cost, Tag::Speed, Tag::Quality, Tag::Average]);
    let up = indicator.direction == Some(Direction::Up);
    let money = view.around.any(Tags::of(&[Tag::Currency, Tag::Percent]));
    let trained = name.means(Sense::Trained) && !sentence.means(Sense::Trained);
    let stage = indicator.role.stage.is_none_or(|stage| stage <= FunnelStage::Attendee);
    if !up || money || !stage || sentence.means(Sense::Deed) {
        return false;
    }
    if sends_something(sentence, view) {
        return true;
    }
    let counts = match indicator.measure {
        Measure::Number => trained || head_means(name, Sense::Deed) || is_output(sentence, view),
        Measure::Share => trained,
        Measure::ServiceLevel { .. } => false,
    };
    counts
        && !comes_of_it.into_iter().any(|sense| name.means(sense))
        && !name.items.iter().any(|item| {
            let plain = item.has(Tag::Share) && !item.has(Tag::Outcome);
            item.tags.any(result) && !plain && !item.has(Tag::Activity)
        })
}

const PUT_OUT: [&str; 12] = [
    "发到", "发放", "下发", "张贴", "播放", "播出", "印发", "派发", "贴出", "举办", "开展", "发出",
];

/// Whether Chinese says what is sent, and to whom before it: 给流失学员发出的短信,
/// letters of which the sentence says nothing.
fn sends_something(sentence: &Reading, view: &IndicatorView<'_>) -> bool {
    let name = view.indicator.name.as_str();
    let Some((verb, sent)) = name.rsplit_once('的') else { return false };
    let said: String = sentence.items.iter().map(|item| item.text.as_str()).collect();
    let thing: String = sent.chars().take(2).collect();
    view.is_number()
        && (PUT_OUT.iter().any(|put| verb.ends_with(put))
            || ["发给", "寄给", "送给"].iter().any(|put| verb.starts_with(put)))
        && !thing.is_empty()
        && !said.contains(thing.as_str())
}

/// Whether a plain count is of things we have put out, which the sentence never
/// speaks of: *advice sheets handed to farmers*, 发到农户手里的明白纸.
fn is_output(sentence: &Reading, view: &IndicatorView<'_>) -> bool {
    const DONE: [&str; 16] = [
        "made",
        "held",
        "sent",
        "given",
        "handed",
        "issued",
        "posted",
        "printed",
        "shown",
        "put",
        "distributed",
        "published",
        "written",
        "played",
        "aired",
        "hung",
    ];
    const SENT: [&str; 14] = [
        "роздан",
        "разослан",
        "проведен",
        "отправлен",
        "опубликован",
        "напечатан",
        "показан",
        "вывешен",
        "расклеен",
        "организован",
        "размещен",
        "направлен",
        "прочитан",
        "вручен",
    ];
    let name = &view.name;
    let items = &name.items;
    let people = Tags::of(&[Tag::Customer, Tag::Buyer, Tag::Who, Tag::Staff, Tag::Partner]);
    let english = items.iter().skip(1).any(|item| DONE.contains(&item.text.as_str()));
    let russian =
        items.iter().take(2).any(|item| SENT.iter().any(|stem| item.text.starts_with(stem)));
    let text = view.indicator.name.as_str();
    let chinese = PUT_OUT.iter().any(|verb| text.contains(verb));
    let nobody = !name.tags.any(people) && shared_words(sentence, name) == 0;
    (english || russian || chinese) && nobody
}

/// Whether the noun a name is about has a finer meaning: before the first
/// preposition, in Chinese behind the last 的.
fn head_means(name: &Reading, sense: Sense) -> bool {
    let items = &name.items;
    let function = Tags::of(&[Tag::Prep, Tag::In, Tag::Who, Tag::Per, Tag::By, Tag::To, Tag::From]);
    let han = items.iter().any(|item| item.text.chars().any(|c| u32::from(c) > 0x3000));
    let (from, to) = if han {
        let of = items.iter().rev().find(|item| item.text == "的");
        (of.map_or(0, |item| item.span.1), usize::MAX)
    } else {
        let ends = items.iter().skip(1).find(|item| item.tags.any(function) || !word(item));
        (0, ends.map_or(usize::MAX, |item| item.span.0))
    };
    let inside = |span: (usize, usize)| span.0 >= from && span.1 <= to;
    name.sensed.iter().any(|one| one.senses.has(sense) && inside(one.span))
}

fn word(item: &Item) -> bool {
    item.kind == ItemKind::Word || item.is_mark(&['-', '\''])
}
