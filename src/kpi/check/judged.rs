//! Points that nobody measured: given by impression, by those who are judged,
//! or by nobody at all.

use super::vague::names_measure;
use super::view::IndicatorView;
use crate::kpi::reading::{Reading, Sense, Tag, Tags};

/// Whether the values are points that nobody was asked for: no survey, no
/// scale, no measure stands anywhere around them.
pub(super) fn graded_by_nobody(view: &IndicatorView<'_>) -> bool {
    let asked = Tags::of(&[Tag::Survey, Tag::Scale]);
    let texts = [&view.name, &view.method, &view.part, &view.population];
    view.is_number()
        && view.around.has(Tag::Points)
        && !view.around.any(asked)
        && !texts
            .into_iter()
            .any(|text| text.tags.any(asked) || names_measure(text) || text.has(Tag::Outcome))
}

/// Whether the values are points by impression, or by those who are judged:
/// nobody else was asked, and no list of points to look at is named.
pub(super) fn judged_by_feel(view: &IndicatorView<'_>) -> bool {
    const LISTS: [&str; 8] =
        ["checklist", "audit", "чек", "аудит", "тест", "清单", "审计", "检查表"];
    let texts = [&view.source, &view.method, &view.name];
    let listed = |reading: &Reading| {
        reading.items.iter().any(|item| LISTS.iter().any(|list| item.text.starts_with(list)))
    };
    let asked = [&view.source, &view.method, &view.name, &view.population];
    view.is_number()
        && (texts.iter().any(|text| text.means(Sense::Impression)) || from_nowhere(view))
        && !asked.iter().any(|text| text.has(Tag::Survey))
        && !texts.iter().any(|text| listed(text))
        && is_points(&view.indicator.unit)
}

/// Whether points come from no system, list or survey, and are of nothing that
/// can be measured: *team spirit*, in the skipper's words.
fn from_nowhere(view: &IndicatorView<'_>) -> bool {
    const HELD: &[&str] = &[
        "exam",
        "result",
        "record",
        "mystery",
        "panel",
        "jury",
        "inspect",
        "tester",
        "review",
        "platform",
        "portal",
        "экзамен",
        "результат",
        "протокол",
        "тайн",
        "жюри",
        "отзыв",
        "площадк",
        "портал",
        "考",
        "暗访",
        "评委",
        "评价",
        "点评",
        "平台",
        "评分",
    ];
    let known = Tags::of(&[Tag::Source, Tag::Survey]);
    // Chinese writes no spaces: there a word may begin anywhere.
    let held = |text: &str| {
        let text = text.to_lowercase();
        let begins = |at: usize| {
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            before.is_none_or(|c| !c.is_alphabetic() || u32::from(c) > 0x3000)
        };
        HELD.iter().any(|held| text.match_indices(held).any(|(at, _)| begins(at)))
    };
    let indicator = view.indicator;
    let texts = [&indicator.source, &indicator.method, &indicator.name];
    !view.source.tags.any(known)
        && !view.method.tags.any(known)
        && !names_measure(&view.name)
        && !view.name.tags.any(Tags::of(&[Tag::Outcome, Tag::Average]))
        && !texts.iter().any(|text| held(text))
}

/// Whether a unit is that of a grade.
fn is_points(unit: &str) -> bool {
    const POINTS: [&str; 14] = [
        "point",
        "score",
        "grade",
        "mark",
        "star",
        "level",
        "балл",
        "оценк",
        "уровен",
        "уровн",
        "звезд",
        "分",
        "级",
        "星",
    ];
    let unit = unit.trim().to_lowercase();
    unit.is_empty() || POINTS.iter().any(|points| unit.starts_with(points))
}
