//! The goal is that somebody binds himself, and only those who look are
//! counted.

use super::super::finding::{Finding, Rule, Slot};
use super::super::view::{GoalView, IndicatorView, Views};
use crate::kpi::reading::{Reading, Sense, Sensed, Tag, Tags};
use crate::kpi::{Direction, FunnelStage, Measure, Yardstick};

/// The finding, where each indicator of the goal stops before the claim.
pub(super) fn stops_early(views: &Views<'_>, view: &GoalView<'_>) -> Option<Finding> {
    let claim = view.reading.sensed.iter().find(|one| commits(&view.reading, one))?;
    let first = views.under(view).next()?;
    if !views.under(view).all(is_early) {
        return None;
    }
    let typed = first.indicator.role.stage.is_some();
    let slot = if typed { Slot::Stage } else { Slot::NewOutcome };
    let (from, to) = claim.span;
    let words: String =
        view.goal.statement.chars().skip(from).take(to.saturating_sub(from)).collect();
    let finding = Finding::open(Rule::Stage, first.indicator.id, slot).by(&words);
    Some(Finding { with: vec![view.goal.id], ..finding })
}

/// Whether a word says that somebody binds himself, and not only who others
/// are: *who bought*, 买过的客户.
fn commits(reading: &Reading, one: &Sensed) -> bool {
    if !one.senses.has(Sense::Commit) {
        return false;
    }
    let items = &reading.items;
    let at = items.iter().position(|item| item.span.1 > one.span.0).unwrap_or(items.len());
    let told = items.iter().take(at).rev().take(2).any(|item| item.has(Tag::Who));
    let ends = |text: &str| ["的", "者", "后", "过"].contains(&text);
    let han = items.get(at).is_some_and(|item| !item.text.is_ascii())
        && items.iter().skip(at + 1).take(2).any(|item| ends(&item.text));
    !told && !han
}

/// Whether a share is of people who did something, as its name says: *couples
/// who took a photo*. What they did is then all that is known of them.
fn is_of_people(view: &IndicatorView<'_>) -> bool {
    const WHO: [&str; 2] = ["who", "кто"];
    let items = &view.name.items;
    let relative = items.iter().any(|item| WHO.contains(&item.text.as_str()));
    let participle = items.iter().skip(1).take(2).any(|item| {
        ["вшиеся", "вшие", "вшихся", "вших"].iter().any(|end| item.text.ends_with(end))
    });
    let han = items.iter().position(|item| item.text == "的").is_some_and(|at| {
        items.iter().skip(at).any(|item| ["人", "占比"].contains(&item.text.as_str()))
    });
    relative || participle || han
}

/// Whether an indicator counts people who have not bound themselves yet, and
/// none who already had.
fn is_early(view: &IndicatorView<'_>) -> bool {
    let role = &view.indicator.role;
    let timed = matches!(view.indicator.measure, Measure::ServiceLevel { .. });
    let is_result = view.yardstick() == Some(Yardstick::Result);
    if timed || is_result || view.indicator.direction == Some(Direction::Down) {
        return false;
    }
    if let Some(stage) = role.stage {
        return stage < FunnelStage::Opportunity;
    }
    let bound = Tags::of(&[
        Tag::Buyer,
        Tag::Returning,
        Tag::Advocate,
        Tag::Outcome,
        Tag::Speed,
        Tag::Quality,
        Tag::Cost,
        Tag::Average,
    ]);
    let told = view.name.senses.and(view.part.senses);
    let grade = view.name.items.iter().any(|item| item.has(Tag::Scale) && !item.has(Tag::Share));
    let share = view.indicator.measure.is_share() && is_of_people(view);
    (told.has(Sense::Early) || share)
        && !told.has(Sense::Commit)
        && !view.population.means(Sense::Commit)
        && !told.has(Sense::Bad)
        && !view.name.tags.and(view.part.tags).any(bound)
        && !grade
}
