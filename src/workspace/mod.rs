//! The document: projects with their records, the commands that change them,
//! and undo.

mod check;
mod check_goals;
mod check_registers;
mod command;
mod comparison;
mod findings;
mod history;
mod links;
mod many;
mod merge;
mod part;
mod project;
mod readiness;
mod record;
mod snapshot;
mod table;
mod unlink;
mod way;

#[cfg(test)]
mod link_tests;
#[cfg(test)]
mod tests;

pub use command::{Command, CommandError, limits};
pub use comparison::{Comparison, GateChange};
pub use findings::{findings, pairs, profit, questions_under, rivals, shared};
pub use history::History;
pub use links::{PersonLinks, person_links};
pub use merge::{Meeting, MergeRefusal, PartMerge, Said, ViewMerge, compare_part, merged};
pub use part::{departments, part_of};
pub use project::{ImportNote, Person, Position, Project, ProjectGate, ProjectHead, Side};
pub use readiness::{
    Criterion, Readiness, criteria, derive_success_criteria, readiness, register_proof,
};
pub use record::{Change, Record, Slot};
pub use snapshot::{GateRecord, Snapshot, percent};
pub use table::{Keyed, Table};
pub use way::{MissingLink, Step, Wanted, Way, is_missing, shortest_way};

use crate::base::Id;

/// Everything one browser holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Workspace {
    /// The projects, in the order they were added.
    pub projects: Table<Project>,
}

impl Workspace {
    /// One project by its id.
    pub fn project(&self, id: Id) -> Option<&Project> {
        self.projects.get(id)
    }

    /// Every record of every project, as storage keeps them.
    pub fn slots(&self) -> impl Iterator<Item = (Id, Slot)> {
        self.projects.placed().flat_map(|(position, project)| {
            project.slots().into_iter().map(move |mut slot| {
                if matches!(slot.record, Record::Head(_)) {
                    slot.position = position;
                }
                (project.head.id, slot)
            })
        })
    }

    /// Puts records together again. Records of a project without a head are
    /// handed back: there is nothing to show them under.
    pub fn from_slots(slots: impl IntoIterator<Item = (Id, Slot)>) -> (Self, Vec<(Id, Slot)>) {
        let mut workspace = Self::default();
        let mut rest = Vec::new();
        for (project, slot) in slots {
            if let Record::Head(head) = slot.record {
                workspace.projects.put(slot.position, Project::new(head));
            } else {
                rest.push((project, slot));
            }
        }
        rest.sort_by_key(|(_, slot)| slot.position);
        let mut orphans = Vec::new();
        for (project, slot) in rest {
            match workspace.projects.get_mut(project) {
                Some(found) => found.put(slot),
                None => orphans.push((project, slot)),
            }
        }
        (workspace, orphans)
    }

    /// Applies changes as they are, without checks: for undo, redo and
    /// changes another tab has already checked.
    pub fn replay(&mut self, changes: &[Change]) {
        for change in changes {
            self.replay_one(change);
        }
    }

    fn replay_one(&mut self, change: &Change) {
        match &change.after {
            Some(Slot { position, record: Record::Head(head) }) => {
                if let Some(project) = self.projects.get_mut(head.id) {
                    project.head = head.clone();
                } else {
                    self.projects.put(*position, Project::new(head.clone()));
                }
            }
            Some(slot) => {
                if let Some(project) = self.projects.get_mut(change.project) {
                    project.put(slot.clone());
                }
            }
            None if change.record == change.project => {
                self.projects.remove(change.project);
            }
            None => {
                if let Some(project) = self.projects.get_mut(change.project) {
                    project.remove(change.record);
                }
            }
        }
    }
}
