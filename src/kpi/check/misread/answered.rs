//! What a person has said of an indicator and its goal: that it counts others
//! than the goal speaks of, or only a step on the way.

use super::super::finding::{Finding, Rule, Slot};
use super::super::view::{GoalView, IndicatorView, Views};
use crate::kpi::{Profit, Whom, Yardstick};

/// The indicators that are to show whether a goal comes true: all but its
/// guardrails.
fn showing<'v, 'a>(
    views: &'v Views<'a>,
    view: &'v GoalView<'_>,
) -> impl Iterator<Item = &'v IndicatorView<'a>> {
    views.under(view).filter(|one| one.indicator.role.profit != Some(Profit::Guardrail))
}

/// The first indicator that counts others, or only some, while none counts
/// those the goal speaks of; and where that is put right.
pub(super) fn wrong_people<'v, 'a>(
    views: &'v Views<'a>,
    view: &'v GoalView<'_>,
) -> Option<(&'v IndicatorView<'a>, Slot)> {
    if showing(views, view).any(|one| one.whom() == Some(Whom::Same)) {
        return None;
    }
    let wrong = |whom: Whom| whom != Whom::Same;
    let first = showing(views, view).find(|one| one.whom().is_some_and(wrong))?;
    Some((first, Slot::Population))
}

/// The finding, where each indicator of a goal counts a step on the way, or
/// what is done for it.
pub(super) fn only_steps(views: &Views<'_>, view: &GoalView<'_>) -> Option<Finding> {
    let short = |one: &IndicatorView<'_>| one.yardstick().is_some_and(|it| it != Yardstick::Result);
    let step = showing(views, view).find(|one| one.yardstick() == Some(Yardstick::Step))?;
    if !showing(views, view).all(short) {
        return None;
    }
    let finding = Finding::open(Rule::Stage, step.indicator.id, Slot::NewOutcome);
    Some(Finding { with: vec![view.goal.id], ..finding })
}
