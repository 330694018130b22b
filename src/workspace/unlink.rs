//! Links of the registers to a record about to go.

use super::command::each;
use super::project::Project;
use super::record::{Record, Slot};
use crate::base::Id;

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
