//! Links of other records to one about to go.

use super::command::each;
use super::project::Project;
use super::record::{Record, Slot};
use crate::base::Id;
use crate::kpi::TradeOff;

/// Empties every link of a register to a record, handing each changed record
/// to `note` before and after.
pub(super) fn registers(project: &Project, gone: Id, note: &mut impl FnMut(Slot, Record)) {
    let keep = |link: &mut Option<Id>| {
        if *link == Some(gone) {
            *link = None;
        }
    };
    each(&project.stages, Record::Stage, |stage| keep(&mut stage.after), note);
    each(&project.costs, Record::CostLine, |line| keep(&mut line.stage), note);
    let sign = |view: &mut crate::registers::View| {
        if let Some(signed) = &mut view.signed {
            keep(&mut signed.person);
        }
    };
    each(&project.views, Record::View, sign, note);
    each(&project.integrations, Record::Integration, |row| keep(&mut row.owner), note);
    each(&project.actions, Record::Action, |action| keep(&mut action.owner), note);
    each(&project.snapshots, Record::Snapshot, |found| keep(&mut found.signer), note);
    each(&project.risks, Record::Risk, |risk| keep(&mut risk.owner), note);
}

/// As [`registers`], for goals, indicators and trade-offs. A trade-off that
/// loses one of its last two is not edited here: see [`lone_trade_offs`].
pub(super) fn goals(project: &Project, gone: Id, note: &mut impl FnMut(Slot, Record)) {
    let keep = |link: &mut Option<Id>| {
        if *link == Some(gone) {
            *link = None;
        }
    };
    let edit_goal = |goal: &mut crate::kpi::Goal| {
        keep(&mut goal.owner);
        goal.links.retain(|link| link.to != gone);
    };
    each(&project.goals, Record::Goal, edit_goal, note);
    let edit_indicator = |indicator: &mut crate::kpi::Indicator| {
        keep(&mut indicator.owner);
        keep(&mut indicator.goal);
        if let Some(deviation) = &mut indicator.deviation {
            keep(&mut deviation.who);
        }
        indicator.links.retain(|link| link.to != gone);
    };
    each(&project.indicators, Record::Indicator, edit_indicator, note);
    let lone = lone_trade_offs(project, gone);
    let edit_trade_off = |found: &mut TradeOff| {
        if !lone.contains(&found.id) {
            found.between.retain(|one| *one != gone);
            keep(&mut found.priority);
            keep(&mut found.who);
        }
    };
    each(&project.trade_offs, Record::TradeOff, edit_trade_off, note);
}

/// The trade-offs with nothing left to weigh once a goal or indicator is gone.
pub(super) fn lone_trade_offs(project: &Project, gone: Id) -> Vec<Id> {
    let is_lone = |found: &&TradeOff| {
        let left = found.between.iter().filter(|one| **one != gone).count();
        found.between.contains(&gone) && left < 2
    };
    project.trade_offs.iter().filter(is_lone).map(|found| found.id).collect()
}
