//! What goals, the roles of indicators, links and trade-offs must keep to.

use super::check::{dates, kind, link, list, person_exists, texts};
use super::command::CommandError;
use super::project::Project;
use crate::base::{Id, IdKind};
use crate::kpi::{Goal, Link, Role, TradeOff};

pub(super) fn check_goal(project: &Project, goal: &Goal) -> Result<(), CommandError> {
    let id = goal.id;
    kind(id, IdKind::Goal)?;
    texts(id, &[&goal.statement, &goal.why, &goal.strategy])?;
    person_exists(project, id, goal.owner)?;
    check_links(project, id, &goal.links)
}

pub(super) fn check_role(id: Id, role: &Role) -> Result<(), CommandError> {
    texts(id, &[&role.part, &role.profit_how, &role.fit.words, &role.from])?;
    list(role.resources.len().max(role.levers.len()))?;
    for draw in role.resources.iter().chain(&role.levers) {
        texts(id, &[&draw.name])?;
    }
    Ok(())
}

pub(super) fn check_links(project: &Project, id: Id, links: &[Link]) -> Result<(), CommandError> {
    list(links.len())?;
    for found in links {
        texts(id, &[&found.note])?;
        link(id, found.to != id && is_goal_or_indicator(project, found.to), found.to)?;
    }
    Ok(())
}

pub(super) fn check_trade_off(project: &Project, found: &TradeOff) -> Result<(), CommandError> {
    let id = found.id;
    kind(id, IdKind::TradeOff)?;
    texts(id, &[&found.accepted, &found.note])?;
    dates(id, found.date)?;
    list(found.between.len())?;
    for one in found.between.iter().chain(&found.priority) {
        link(id, is_goal_or_indicator(project, *one), *one)?;
    }
    person_exists(project, id, found.who)
}

fn is_goal_or_indicator(project: &Project, id: Id) -> bool {
    project.goals.get(id).is_some() || project.indicators.get(id).is_some()
}
