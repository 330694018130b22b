//! The one way the document changes: a command is checked, then becomes a
//! list of record changes that undo, storage and other tabs all understand.

use super::Workspace;
use super::check::check_record;
use super::project::{ImportNote, Project};
use super::record::{Change, Record, Slot};
use super::table::{Keyed, Table};
use crate::base::{Cadence, Id, IdKind, Period};
use crate::kpi::{Measurement, Series};
use std::collections::{BTreeMap, BTreeSet};

/// Stated limits; what is larger is refused, never cut.
pub mod limits {
    /// Characters in one text.
    pub const TEXT: usize = 10_000;
    /// Measurements in one project.
    pub const MEASUREMENTS: usize = 100_000;
    /// Indicators in one project.
    pub const INDICATORS: usize = 2_000;
    /// Records of any other kind in one project.
    pub const RECORDS: usize = 10_000;
    /// Pieces of evidence, change marks or respondents in one record.
    pub const LIST: usize = 200;
}

/// A change somebody asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Adds a project with all its records: a new one, the sample, an import.
    AddProject(Box<Project>),
    /// Puts a project in the place of the one with its id.
    ReplaceProject(Box<Project>),
    /// Removes a project with all its records.
    RemoveProject(Id),
    /// Adds a record or changes the one with its id. A blank answer is
    /// removed: a question nobody touched has no record.
    Save {
        /// In this project.
        project: Id,
        /// The record as it should be.
        record: Box<Record>,
    },
    /// Adds or changes records in their order, as one step; a later one may
    /// point to an earlier one.
    SaveAll {
        /// In this project.
        project: Id,
        /// The records as they should be.
        records: Vec<Record>,
    },
    /// Lets two records of one kind swap their places.
    Swap {
        /// In this project.
        project: Id,
        /// One record.
        record: Id,
        /// The other.
        with: Id,
    },
    /// Removes a record and what cannot be without it; links to it are
    /// emptied.
    Remove {
        /// In this project.
        project: Id,
        /// The record.
        record: Id,
    },
    /// Records measurements as one step, with the note of the import they
    /// came from. A measurement takes the place, and the id, of the one
    /// already there for its period.
    Measure {
        /// In this project.
        project: Id,
        /// The measurements.
        measurements: Vec<Measurement>,
        /// The import.
        note: Option<ImportNote>,
    },
}

/// Why a command changes nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CommandError {
    /// There is no such project.
    #[error("there is no project {0}")]
    NoSuchProject(Id),
    /// A project with this id is there already.
    #[error("project {0} is there already")]
    ProjectExists(Id),
    /// There is no such record.
    #[error("there is no record {0}")]
    NoSuchRecord(Id),
    /// A record points to one that is not there.
    #[error("record {record} points to {missing}, which is not there")]
    DanglingLink {
        /// The record.
        record: Id,
        /// What it points to.
        missing: Id,
    },
    /// A text is longer than the stated limit.
    #[error("a text of record {0} is longer than 10,000 characters")]
    TextTooLong(Id),
    /// There would be more records than the stated limit.
    #[error("more than {limit} records of this kind")]
    TooMany {
        /// The limit.
        limit: usize,
    },
    /// A number is not finite, too large, or outside what its kind allows.
    #[error("a number of record {0} is out of range")]
    NumberOutOfRange(Id),
    /// A date lies outside 1970-01-01 to 2199-12-31.
    #[error("a date of record {0} is out of range")]
    DateOutOfRange(Id),
    /// Another term is the one customers are defined by.
    #[error("term {0} would be the second definition of the customer")]
    SecondCustomer(Id),
    /// The department has a view of the term already.
    #[error("department {department} is on the board already")]
    DepartmentExists {
        /// The department.
        department: String,
    },
    /// The project is one department's part, and the view is another's.
    #[error("view {0} is not of the department whose part this is")]
    OtherDepartment(Id),
    /// Another answer to the same question exists.
    #[error("question {question} has an answer already")]
    AnswerExists {
        /// The question.
        question: String,
    },
    /// A measurement's period does not fit the indicator's cadence.
    #[error("period {period} does not fit indicator {indicator}")]
    WrongCadence {
        /// The indicator.
        indicator: Id,
        /// The period.
        period: Period,
        /// What the indicator asks for.
        cadence: Cadence,
    },
    /// Kind or cadence of an indicator cannot change under its measurements.
    #[error("indicator {indicator} has {count} measurements that would no longer fit")]
    MeasurementsWouldNotFit {
        /// The indicator.
        indicator: Id,
        /// How many.
        count: usize,
    },
    /// One step brings two measurements for the same period.
    #[error("indicator {indicator} has two measurements for {period}")]
    SamePeriodTwice {
        /// The indicator.
        indicator: Id,
        /// The period.
        period: Period,
    },
    /// Two records carry the same id.
    #[error("id {0} is used twice")]
    DuplicateId(Id),
    /// The id is not one of the record's kind.
    #[error("id {0} is not one of its kind of record")]
    WrongKindOfId(Id),
}

impl Workspace {
    /// Checks a command and carries it out. On an error nothing has changed.
    pub fn apply(&mut self, command: Command) -> Result<Vec<Change>, CommandError> {
        let changes = match command {
            Command::AddProject(project) => self.add_project(&project)?,
            Command::ReplaceProject(project) => self.replace_project(&project)?,
            Command::RemoveProject(id) => self.remove_project(id)?,
            Command::Save { project, record } => self.save(project, *record)?,
            Command::SaveAll { project, records } => self.save_all(project, records)?,
            Command::Swap { project, record, with } => self.swap(project, record, with)?,
            Command::Remove { project, record } => self.remove_record(project, record)?,
            Command::Measure { project, measurements, note } => {
                self.measure(project, measurements, note)?
            }
        };
        self.replay(&changes);
        Ok(changes)
    }

    pub(super) fn found(&self, id: Id) -> Result<&Project, CommandError> {
        self.project(id).ok_or(CommandError::NoSuchProject(id))
    }

    fn add_project(&self, project: &Project) -> Result<Vec<Change>, CommandError> {
        let id = project.head.id;
        if self.project(id).is_some() {
            return Err(CommandError::ProjectExists(id));
        }
        super::check::check_project(project)?;
        Ok(added(project, self.projects.next_position()))
    }

    fn replace_project(&self, project: &Project) -> Result<Vec<Change>, CommandError> {
        let old = self.found(project.head.id)?;
        super::check::check_project(project)?;
        let position = self.projects.position(project.head.id).unwrap_or_default();
        let new = project.slots();
        let kept: BTreeSet<Id> = new.iter().map(|slot| slot.record.id()).collect();
        let before: BTreeMap<Id, Slot> =
            old.slots().into_iter().map(|slot| (slot.record.id(), slot)).collect();
        let mut changes: Vec<Change> = before
            .iter()
            .filter(|(id, _)| !kept.contains(id))
            .map(|(_, slot)| change(project.head.id, Some(slot.clone()), None))
            .collect();
        for mut slot in new {
            let mut old_slot = before.get(&slot.record.id()).cloned();
            if matches!(slot.record, Record::Head(_)) {
                slot.position = position;
                if let Some(old_slot) = &mut old_slot {
                    old_slot.position = position;
                }
            }
            if old_slot.as_ref() != Some(&slot) {
                changes.extend(moved_period(project.head.id, old_slot.as_ref(), &slot));
                changes.push(change(project.head.id, old_slot, Some(slot)));
            }
        }
        Ok(changes)
    }

    fn remove_project(&self, id: Id) -> Result<Vec<Change>, CommandError> {
        let project = self.found(id)?;
        let position = self.projects.position(id).unwrap_or_default();
        // Taken back in reverse: the head comes first again.
        let removed = added(project, position).iter().rev().map(Change::reversed).collect();
        Ok(removed)
    }

    pub(super) fn save(&self, project_id: Id, record: Record) -> Result<Vec<Change>, CommandError> {
        let project = self.found(project_id)?;
        let record = match record {
            Record::Measurement(one) => return self.measure(project_id, vec![one], None),
            other => other,
        };
        check_record(project, &record)?;
        let id = record.id();
        let mut before = project.slot(id);
        if let Record::Answer(answer) = &record
            && answer.is_blank()
        {
            return Ok(before
                .map(|slot| change(project_id, Some(slot), None))
                .into_iter()
                .collect());
        }
        let position = match (&record, &mut before) {
            (Record::Head(_), before) => {
                let position = self.projects.position(project_id).unwrap_or_default();
                if let Some(before) = before {
                    before.position = position;
                }
                position
            }
            (_, Some(slot)) => slot.position,
            (record, None) => next_position(project, record),
        };
        let after = Slot { position, record };
        if before.as_ref() == Some(&after) {
            return Ok(Vec::new());
        }
        Ok(vec![change(project_id, before, Some(after))])
    }

    fn remove_record(&self, project_id: Id, id: Id) -> Result<Vec<Change>, CommandError> {
        let project = self.found(project_id)?;
        let slot = project.slot(id).filter(|_| id != project_id);
        let slot = slot.ok_or(CommandError::NoSuchRecord(id))?;
        let mut changes = Vec::new();
        if matches!(slot.record, Record::Indicator(_)) {
            let measured = project.series(id).values().cloned().map(Record::Measurement);
            let noted = project
                .imports
                .iter()
                .filter(|note| note.indicator == id)
                .filter_map(|note| project.slot(note.id));
            changes.extend(
                measured
                    .map(|record| Slot { position: 0, record })
                    .chain(noted)
                    .map(|slot| change(project_id, Some(slot), None)),
            );
        }
        if matches!(slot.record, Record::Term(_)) {
            let views = project.views.iter().filter(|view| view.term == id);
            let views = views.filter_map(|view| project.slot(view.id));
            changes.extend(views.map(|slot| change(project_id, Some(slot), None)));
        }
        let lone = super::unlink::lone_trade_offs(project, id).into_iter();
        let lone = lone.filter_map(|lone| project.slot(lone));
        changes.extend(lone.map(|slot| change(project_id, Some(slot), None)));
        changes.extend(unlinked(project, id));
        changes.push(change(project_id, Some(slot), None));
        Ok(changes)
    }

    fn measure(
        &self,
        project_id: Id,
        measurements: Vec<Measurement>,
        note: Option<ImportNote>,
    ) -> Result<Vec<Change>, CommandError> {
        let project = self.found(project_id)?;
        let mut changes = Vec::new();
        let mut used: BTreeSet<Id> = all_measurements(project).map(|found| found.id).collect();
        let mut periods: BTreeSet<(Id, Period)> = BTreeSet::new();
        let count = used.len();
        // Checked against the project as it will be: with the note in place.
        let mut target = std::borrow::Cow::Borrowed(&project.imports);
        if let Some(note) = note {
            let after = Slot {
                position: project.imports.next_position(),
                record: Record::Import(note.clone()),
            };
            check_record(project, &after.record)?;
            changes.push(change(project_id, project.slot(note.id), Some(after)));
            target.to_mut().put(u32::MAX, note);
        }
        for mut measurement in measurements {
            let (indicator, period) = (measurement.indicator, measurement.period);
            if !periods.insert((indicator, period)) {
                return Err(CommandError::SamePeriodTwice { indicator, period });
            }
            let existing = project.measurement(measurement.indicator, measurement.period);
            if let Some(existing) = existing {
                measurement.id = existing.id;
            } else if !used.insert(measurement.id) {
                return Err(CommandError::DuplicateId(measurement.id));
            }
            super::check::check_measurement(project, &target, &measurement)?;
            if existing == Some(&measurement) {
                continue;
            }
            let before = existing
                .cloned()
                .map(|found| Slot { position: 0, record: Record::Measurement(found) });
            let after = Slot { position: 0, record: Record::Measurement(measurement) };
            changes.push(change(project_id, before, Some(after)));
        }
        if used.len() > limits::MEASUREMENTS.max(count) {
            return Err(CommandError::TooMany { limit: limits::MEASUREMENTS });
        }
        Ok(changes)
    }
}

fn all_measurements(project: &Project) -> impl Iterator<Item = &Measurement> {
    project.measurements.values().flat_map(Series::values)
}

pub(super) fn change(project: Id, before: Option<Slot>, after: Option<Slot>) -> Change {
    let record = before.as_ref().or(after.as_ref()).map_or(project, |slot| slot.record.id());
    Change { project, record, before, after }
}

/// Every record of a project as an addition, the head first.
fn added(project: &Project, position: u32) -> Vec<Change> {
    let slots = project.slots().into_iter().map(|mut slot| {
        if matches!(slot.record, Record::Head(_)) {
            slot.position = position;
        }
        change(project.head.id, None, Some(slot))
    });
    slots.collect()
}

/// A measurement that keeps its id but moves to another indicator or period
/// must leave its old place first.
fn moved_period(project: Id, before: Option<&Slot>, after: &Slot) -> Option<Change> {
    match (before.map(|slot| &slot.record), &after.record) {
        (Some(Record::Measurement(old)), Record::Measurement(new))
            if (old.indicator, old.period) != (new.indicator, new.period) =>
        {
            Some(change(project, before.cloned(), None))
        }
        _ => None,
    }
}

fn next_position(project: &Project, record: &Record) -> u32 {
    match record {
        Record::Head(_) | Record::Measurement(_) => 0,
        Record::Person(_) => project.people.next_position(),
        Record::Answer(_) => project.answers.next_position(),
        Record::Stage(_) => project.stages.next_position(),
        Record::CostLine(_) => project.costs.next_position(),
        Record::Term(_) => project.terms.next_position(),
        Record::View(_) => project.views.next_position(),
        Record::Integration(_) => project.integrations.next_position(),
        Record::Channel(_) => project.channels.next_position(),
        Record::Action(_) => project.actions.next_position(),
        Record::Risk(_) => project.risks.next_position(),
        Record::TradeOff(_) => project.trade_offs.next_position(),
        Record::Goal(_) => project.goals.next_position(),
        Record::Indicator(_) => project.indicators.next_position(),
        Record::Snapshot(_) => project.snapshots.next_position(),
        Record::Import(_) => project.imports.next_position(),
    }
}

/// Changes that empty every link to a record about to go.
fn unlinked(project: &Project, gone: Id) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut note = |before: Slot, record: Record| {
        if before.record != record {
            let after = Slot { position: before.position, record };
            changes.push(change(project.head.id, Some(before), Some(after)));
        }
    };
    let keep = |link: &mut Option<Id>| {
        if *link == Some(gone) {
            *link = None;
        }
    };
    each(
        &project.answers,
        Record::Answer,
        |answer| {
            keep(&mut answer.owner);
            answer.respondents.retain(|person| *person != gone);
            answer.voices.retain(|voice| voice.person != gone);
            for evidence in &mut answer.evidence {
                keep(&mut evidence.person);
            }
        },
        &mut note,
    );
    super::unlink::goals(project, gone, &mut note);
    super::unlink::registers(project, gone, &mut note);
    if gone.kind() == Some(IdKind::Import) {
        for measurement in all_measurements(project) {
            let before = Slot { position: 0, record: Record::Measurement(measurement.clone()) };
            let mut measurement = measurement.clone();
            keep(&mut measurement.import);
            note(before, Record::Measurement(measurement));
        }
    }
    changes
}

/// Hands each record of a table that `edit` changes to `note`, before and
/// after.
pub(super) fn each<T: Keyed + Clone>(
    table: &Table<T>,
    record: fn(T) -> Record,
    edit: impl Fn(&mut T),
    note: &mut impl FnMut(Slot, Record),
) {
    for (position, row) in table.placed() {
        let mut edited = row.clone();
        edit(&mut edited);
        note(Slot { position, record: record(row.clone()) }, record(edited));
    }
}
