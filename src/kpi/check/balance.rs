//! Unbalanced: a plan that leans to one side, and records that stand alone.

use super::finding::{Finding, Fix, Repair, Rule, Slot};
use super::sentence;
use super::view::{IndicatorView, Views};
use crate::kpi::reading::Tag;
use crate::kpi::{Direction, Horizon, Indicator, Profit, Tells};

/// What can be said of single records.
pub(super) fn records(views: &Views<'_>, found: &mut Vec<Finding>) {
    for view in &views.goals {
        if view.indicators.is_empty() {
            let draft = Box::new(sentence::draft(view, views.aims));
            let finding = Finding::open(Rule::NoIndicator, view.goal.id, Slot::NewIndicator);
            found.push(finding.or_apply(Some(Fix::AddIndicator(draft))));
        }
    }
    for view in &views.indicators {
        // Overall profit is what all goals serve.
        if view.goal.is_none() && view.indicator.role.profit != Some(Profit::Line) {
            found.push(Finding::open(Rule::NoGoal, view.indicator.id, Slot::Goal));
        }
        if is_far(views, view) {
            found.push(Finding::open(Rule::History, view.indicator.id, Slot::Value));
        }
    }
}

/// What can be said of the plan as a whole; nothing while it is empty.
pub(super) fn plan(views: &Views<'_>, found: &mut Vec<Finding>) {
    let tells =
        |wanted| views.indicators.iter().filter(move |view| view.indicator.role.tells == wanted);
    let late = tells(Some(Tells::Late)).count();
    if late == views.indicators.len()
        && let Some(first) = views.indicators.first()
    {
        found.push(Finding::open(Rule::AllLate, first.indicator.id, Slot::Tells));
    }
    let near = |horizon: Option<Horizon>| matches!(horizon, Some(Horizon::Short | Horizon::Middle));
    if let Some(first) = views.goals.first()
        && !views.goals.iter().any(|view| near(view.goal.horizon))
    {
        // A goal without a horizon may turn out near: it is asked first.
        let open = views.goals.iter().find(|view| view.goal.horizon.is_none()).unwrap_or(first);
        found.push(Finding::open(Rule::Horizon, open.goal.id, Slot::Horizon));
    }
    let empty = views.goals.is_empty() && views.indicators.is_empty();
    if !empty && !views.indicators.iter().any(is_profit_line) {
        found.push(Finding {
            rule: Rule::NoProfit,
            about: None,
            with: Vec::new(),
            slot: Slot::Profit,
            repair: Repair::Apply(Fix::AddProfitLine),
            words: String::new(),
            trade_off: None,
        });
    }
}

/// Whether an indicator is the overall profit: as typed, or by its name.
pub(super) fn is_profit_line(view: &IndicatorView<'_>) -> bool {
    let role = &view.indicator.role;
    // Profit of something, or per something, is a part of it.
    let partial = view.name.items.iter().any(|item| {
        item.has(Tag::Per)
            || item.has(Tag::Customer)
            || item.has(Tag::Share)
            || item.has(Tag::Margin)
            || item.has(Tag::Existing)
            || item.has(Tag::New)
    });
    let named = view.is(Tag::ProfitLine) && !partial && view.is_number();
    role.profit == Some(Profit::Line) || (named && role.profit.is_none())
}

/// Values needed before a history says anything.
const HISTORY: usize = 3;

/// Whether the target lies further outside the range of all measured values
/// than twice that range, or half their median, whichever is wider.
///
/// The range alone would call every target of a steady indicator far; half of
/// the median lets a steady value be halved, or raised by half.
fn is_far(views: &Views<'_>, view: &IndicatorView<'_>) -> bool {
    let indicator = view.indicator;
    let mut values: Vec<f64> =
        views.series(indicator.id).values().filter_map(|found| found.actual.number()).collect();
    if values.len() < HISTORY {
        return false;
    }
    values.sort_by(f64::total_cmp);
    let (Some(low), Some(high), Some(median)) =
        (values.first().copied(), values.last().copied(), values.get(values.len() / 2).copied())
    else {
        return false;
    };
    let room = (2.0 * (high - low)).max(0.5 * median.abs());
    let outside = |aim: f64| (low - aim).max(aim - high).max(0.0);
    aims(indicator).into_iter().any(|aim| outside(aim) > room * (1.0 + 1e-9))
}

fn aims(indicator: &Indicator) -> Vec<f64> {
    match indicator.direction {
        Some(Direction::Within) => {
            indicator.band().map(|(low, high)| vec![low, high]).unwrap_or_default()
        }
        _ => indicator.target.value.into_iter().collect(),
    }
}
