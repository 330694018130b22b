//! Commands on several records at once: a pasted block, an order.

use super::Workspace;
use super::command::{CommandError, change};
use super::record::{Change, Record, Slot};
use crate::base::{Id, IdKind};

impl Workspace {
    /// Saves records one after the other, on a copy: when one is refused,
    /// none has been saved.
    pub(super) fn save_all(
        &self,
        project: Id,
        records: Vec<Record>,
    ) -> Result<Vec<Change>, CommandError> {
        let mut copy = Self::default();
        let position = self.projects.position(project).unwrap_or_default();
        copy.projects.put(position, self.found(project)?.clone());
        let mut all = Vec::new();
        for record in records {
            let changes = copy.save(project, record)?;
            copy.replay(&changes);
            all.extend(changes);
        }
        Ok(all)
    }

    /// Puts each of two records of one kind where the other one stands.
    pub(super) fn swap(
        &self,
        project: Id,
        record: Id,
        with: Id,
    ) -> Result<Vec<Change>, CommandError> {
        let found = self.found(project)?;
        let slot = |id: Id| found.slot(id).ok_or(CommandError::NoSuchRecord(id));
        slot(record)?;
        slot(with)?;
        let kind = record.kind();
        let in_order = !matches!(kind, Some(IdKind::Project | IdKind::Measurement));
        if kind != with.kind() || !in_order {
            return Err(CommandError::WrongKindOfId(with));
        }
        let mut before: Vec<Slot> =
            found.slots().into_iter().filter(|slot| slot.record.id().kind() == kind).collect();
        before.sort_by_key(|slot| (slot.position, slot.record.id()));
        let mut order: Vec<Id> = before.iter().map(|slot| slot.record.id()).collect();
        let place = |id: Id| before.iter().position(|slot| slot.record.id() == id);
        if let (Some(one), Some(other)) = (place(record), place(with)) {
            order.swap(one, other);
        }
        // Merged plans may hold several records at one position; then those
        // behind move up, or the swap would not show.
        let mut next = 0;
        let mut changes = Vec::new();
        for (slot, id) in before.iter().zip(order) {
            let position = slot.position.max(next);
            next = position.saturating_add(1);
            let Some(own) = before.iter().find(|slot| slot.record.id() == id) else { continue };
            if own.position != position {
                let after = Slot { position, record: own.record.clone() };
                changes.push(change(project, Some(own.clone()), Some(after)));
            }
        }
        Ok(changes)
    }
}
