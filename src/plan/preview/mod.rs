//! What an import would change, counted before anything changes.

#[cfg(test)]
mod tests;

use super::summary::summary_of;
use super::v1::SummaryV1;
use crate::base::{Id, IdKind};
use crate::pack::Pack;
use crate::workspace::{Project, Record};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Records of one kind, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// The kind.
    pub kind: IdKind,
    /// Records only the plan has.
    pub new: usize,
    /// Records both have, with other content.
    pub changed: usize,
    /// Records both have, alike.
    pub same: usize,
    /// Records only the existing project has; a replacement removes them.
    pub removed: usize,
}

/// Whether the summary in a plan is what follows from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SummaryCheck {
    /// The plan has no summary.
    Absent,
    /// It is what follows from the plan on its date.
    Agrees,
    /// It is not: the plan was edited after the export, or made by an app
    /// that reckons otherwise. The date is the summary's own.
    Differs {
        /// The date, as written.
        as_of: String,
    },
}

/// An import before it happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// One entry a kind, in the order of the plan; kinds without records are
    /// left out.
    pub kinds: Vec<Counts>,
    /// Whether a project with the plan's id is there.
    pub exists: bool,
}

impl Preview {
    /// All records a replacement would remove.
    pub fn removed(&self) -> usize {
        self.kinds.iter().map(|counts| counts.removed).sum()
    }

    /// All records that are there, and would be compared or removed; the
    /// project's own fields are no record here, they are never removed.
    pub fn existing(&self) -> usize {
        let others = self.kinds.iter().filter(|counts| counts.kind != IdKind::Project);
        others.map(|counts| counts.changed + counts.same + counts.removed).sum()
    }

    /// Whether a replacement would remove more than half of what is there.
    pub fn removes_most(&self) -> bool {
        2 * self.removed() > self.existing()
    }

    /// Whether the plan says exactly what is there.
    pub fn changes_nothing(&self) -> bool {
        self.exists && self.kinds.iter().all(|one| one.new + one.changed + one.removed == 0)
    }
}

/// Compares a plan with the project of the same id, record by record. Without
/// one everything is new.
pub fn preview(existing: Option<&Project>, plan: &Project) -> Preview {
    let before = existing.map(records).unwrap_or_default();
    let after = records(plan);
    let counts = IdKind::ALL.into_iter().map(|kind| {
        let mut counts = Counts { kind, new: 0, changed: 0, same: 0, removed: 0 };
        let of_kind = |id: &Id| id.kind() == Some(kind);
        for (id, record) in after.iter().filter(|(id, _)| of_kind(id)) {
            match before.get(id) {
                None => counts.new += 1,
                Some(found) if found == record => counts.same += 1,
                Some(_) => counts.changed += 1,
            }
        }
        let gone = before.keys().filter(|id| of_kind(id) && !after.contains_key(id));
        counts.removed = gone.count();
        counts
    });
    let kinds = counts.filter(|one| one.new + one.changed + one.same + one.removed > 0);
    Preview { kinds: kinds.collect(), exists: existing.is_some() }
}

/// Records by id. Where a record stands in its list is not counted as a
/// change of it.
fn records(project: &Project) -> BTreeMap<Id, Record> {
    project.slots().into_iter().map(|slot| (slot.record.id(), slot.record)).collect()
}

/// Works the summary of a plan out again, as of its own date, and compares.
/// What it says of packs that are not here, or in another version, is not
/// compared.
pub fn check_summary(plan: &Project, summary: Option<&SummaryV1>, packs: &[&Pack]) -> SummaryCheck {
    let Some(said) = summary else { return SummaryCheck::Absent };
    let differs = || SummaryCheck::Differs { as_of: said.as_of.clone() };
    let Ok(day) = said.as_of.parse::<NaiveDate>() else { return differs() };
    let follows = summary_of(plan, packs, day);
    let readiness_agrees = said.readiness.iter().all(|one| {
        let same_pack = |found: &&crate::plan::v1::AssessmentSummaryV1| {
            found.pack == one.pack && found.version == one.version
        };
        follows.readiness.iter().find(same_pack).is_none_or(|found| found == one)
    });
    if readiness_agrees && said.indicators == follows.indicators {
        SummaryCheck::Agrees
    } else {
        differs()
    }
}

/// A copy under another id, to stand beside the project it was taken from.
#[must_use]
pub fn copy_as(plan: &Project, id: Id) -> Project {
    let mut copy = plan.clone();
    copy.head.id = id;
    copy
}
