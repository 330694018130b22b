//! Misread: the yardstick measures something else than the goal claims.

mod ages;
mod alike;
mod answered;
mod apart;
mod claim;
mod deed;
mod early;
mod effort;
mod qualified;
mod ratio;
mod share;
mod way;

use super::finding::{Finding, Slot};
use super::view::{IndicatorView, Views};
use crate::kpi::reading::{Item, ItemKind, Part, Reading, Tag, Tags};
use crate::kpi::{FunnelStage, Measure};

/// What the claim of a goal needs from at least one of its indicators.
pub(in crate::kpi::check) fn goals(views: &Views<'_>, found: &mut Vec<Finding>) {
    for view in &views.goals {
        let before = found.len();
        claim::claim_and_count(views, view, found);
        claim::others(views, view, found);
        // Once the claimed stage is counted, an effort has its result.
        if found.len() == before {
            effort::activity(views, view, found);
            effort::gameable(views, view, found);
        }
    }
}

/// What can be told of an indicator by itself.
pub(in crate::kpi::check) fn indicators(views: &Views<'_>, found: &mut Vec<Finding>) {
    for view in &views.indicators {
        ratio::ratio(view, found);
        claim::population(view, found);
        share::no_count(views, view, found);
        share::mean(view, found);
        way::backwards(views, view, found);
    }
}

/// Stages that are one and the same to a claim: who buys is a customer.
fn group(stage: FunnelStage) -> FunnelStage {
    if stage == FunnelStage::Customer { FunnelStage::Buyer } else { stage }
}

/// The stage an indicator counts: as typed, else as its texts say; with the
/// slot where another entry changes it. What a name says is kept: a result is
/// counted beside it.
fn counted(view: &IndicatorView<'_>) -> Option<(FunnelStage, Slot)> {
    let role = &view.indicator.role;
    if let Some(stage) = role.stage {
        return Some((stage, Slot::Stage));
    }
    // A time, an amount of money, a grade: what is measured is not a count.
    let amount = Tags::of(&[Tag::Speed, Tag::Cost, Tag::Handling, Tag::Margin, Tag::ProfitLine]);
    let measured = view.name.items.iter().any(|item| {
        item.tags.any(amount)
            || (item.has(Tag::Scale) && !item.has(Tag::Share))
            || (item.has(Tag::Outcome) && item.has(Tag::Measure) && !item.has(Tag::Share))
    });
    let name = (&view.name, Slot::NewOutcome);
    let part = (&view.part, Slot::Part);
    let texts = match view.indicator.measure {
        Measure::ServiceLevel { .. } => Vec::new(),
        Measure::Share => vec![part, name],
        Measure::Number if measured => Vec::new(),
        Measure::Number => vec![name, part, (&view.population, Slot::Population)],
    };
    texts.into_iter().find_map(|(reading, slot)| Some((stage_of(reading)?, slot)))
}

/// The stage of the whole of a share, with the slot where it is said.
fn whole(view: &IndicatorView<'_>) -> Option<(FunnelStage, Slot)> {
    if !view.indicator.measure.is_share() {
        return None;
    }
    if let Some(stage) = view.indicator.role.whole_stage {
        return Some((stage, Slot::WholeStage));
    }
    let named = view.name.claims.iter().find(|claim| claim.part == Part::Whole);
    let named = named.map(|claim| (claim.stage, Slot::Name));
    named.or_else(|| Some((stage_of(&view.population)?, Slot::Population)))
}

/// The stage a short text is about: its result, else what it counts, else the
/// first it names.
fn stage_of(reading: &Reading) -> Option<FunnelStage> {
    let claims = reading
        .claims
        .iter()
        .filter(|claim| claim.part != Part::Whole && !is_only_described(reading, claim.at));
    claims.min_by_key(|claim| claim.part).map(|claim| claim.stage)
}

/// Whether a stage only describes another noun: *customer complaints*.
fn is_only_described(reading: &Reading, at: usize) -> bool {
    let noun = |item: &Item| {
        item.kind == ItemKind::Word
            && item.tags.any(Tags::of(&[
                Tag::Measure,
                Tag::Abstract,
                Tag::Quality,
                Tag::Speed,
                Tag::Cost,
            ]))
            && !item.has(Tag::Customer)
    };
    reading.items.get(at + 1).is_some_and(noun)
}
