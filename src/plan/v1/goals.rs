//! Goals, links, roles and trade-offs ↔ version 1.

use super::goal_types::{DrawV1, FitV1, LinkV1, TradeOffV1};
use super::read::{Fault, FaultKind, id, link, maybe_date};
use super::types::GoalV1;
use crate::base::{Id, IdKind};
use crate::kpi::{Draw, Fit, Goal, Link, TradeOff};

pub(super) fn goal(goal: &Goal) -> GoalV1 {
    GoalV1 {
        id: goal.id.to_string(),
        statement: goal.statement.clone(),
        why: goal.why.clone(),
        horizon: goal.horizon.map(Into::into),
        strategy: goal.strategy.clone(),
        owner: goal.owner.map(|id| id.to_string()),
        links: links(&goal.links),
    }
}

pub(super) fn goal_from(goal: GoalV1) -> Result<Goal, Fault> {
    Ok(Goal {
        id: id("id", IdKind::Goal, &goal.id)?,
        statement: goal.statement,
        why: goal.why,
        horizon: goal.horizon.map(Into::into),
        strategy: goal.strategy,
        owner: link("owner", IdKind::Person, goal.owner.as_ref())?,
        links: links_from(goal.links)?,
    })
}

pub(super) fn links(links: &[Link]) -> Vec<LinkV1> {
    let row = |link: &Link| LinkV1 {
        kind: link.kind.into(),
        to: link.to.to_string(),
        note: link.note.clone(),
    };
    links.iter().map(row).collect()
}

pub(super) fn links_from(links: Vec<LinkV1>) -> Result<Vec<Link>, Fault> {
    let read = |(place, row): (usize, LinkV1)| {
        let to = goal_or_indicator(&format!("links[{place}].to"), &row.to)?;
        Ok(Link { kind: row.kind.into(), to, note: row.note })
    };
    links.into_iter().enumerate().map(read).collect()
}

fn goal_or_indicator(path: &str, text: &str) -> Result<Id, Fault> {
    id(path, IdKind::Goal, text).or_else(|_| id(path, IdKind::Indicator, text)).map_err(|_| {
        let text = text.chars().take(40).collect();
        Fault { path: path.to_owned(), kind: FaultKind::Id(text) }
    })
}

pub(super) fn draws(draws: &[Draw]) -> Vec<DrawV1> {
    let row = |draw: &Draw| DrawV1 { name: draw.name.clone(), pull: draw.pull.into() };
    draws.iter().map(row).collect()
}

pub(super) fn draws_from(draws: Vec<DrawV1>) -> Vec<Draw> {
    draws.into_iter().map(|row| Draw { name: row.name, pull: row.pull.into() }).collect()
}

pub(super) fn fit(fit: &Fit) -> Option<FitV1> {
    (!fit.is_empty()).then(|| FitV1 {
        whom: fit.whom.map(Into::into),
        yardstick: fit.yardstick.map(Into::into),
        words: fit.words.clone(),
    })
}

pub(super) fn fit_from(fit: Option<FitV1>) -> Fit {
    fit.map_or_else(Fit::default, |fit| Fit {
        whom: fit.whom.map(Into::into),
        yardstick: fit.yardstick.map(Into::into),
        words: fit.words,
    })
}

pub(super) fn trade_off(found: &TradeOff) -> TradeOffV1 {
    TradeOffV1 {
        id: found.id.to_string(),
        between: found.between.iter().map(ToString::to_string).collect(),
        priority: found.priority.map(|id| id.to_string()),
        accepted: found.accepted.clone(),
        who: found.who.map(|id| id.to_string()),
        date: found.date.map(|date| date.to_string()),
        note: found.note.clone(),
    }
}

pub(super) fn trade_off_from(found: TradeOffV1) -> Result<TradeOff, Fault> {
    let between = found.between.iter().enumerate();
    let between =
        between.map(|(place, text)| goal_or_indicator(&format!("between[{place}]"), text));
    let priority = found.priority.map(|text| goal_or_indicator("priority", &text));
    Ok(TradeOff {
        id: id("id", IdKind::TradeOff, &found.id)?,
        between: between.collect::<Result<_, _>>()?,
        priority: priority.transpose()?,
        accepted: found.accepted,
        who: link("who", IdKind::Person, found.who.as_ref())?,
        date: maybe_date("date", found.date.as_ref())?,
        note: found.note,
    })
}
