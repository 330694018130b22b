//! A department's part beside the project it came from: what it says
//! otherwise, and the records that taking it changes.

use super::project::{Person, Project};
use super::record::Record;
use crate::base::Id;
use crate::registers::{Decision, SignOff, View, alike};
use std::collections::BTreeSet;

/// Why a file is not merged into a project; nothing changes then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MergeRefusal {
    /// It is a whole plan, nobody's part.
    #[error("the plan is whole, not one department's part")]
    Whole,
    /// The project it would be merged into is a part itself.
    #[error("a part is merged into a whole project")]
    IntoPart,
    /// A view in it has the id of another record of the project.
    #[error("view {0} has the id of another record")]
    OtherRecord(Id),
    /// None of its terms is on a board of the project.
    #[error("the part belongs to another project")]
    OtherProject,
}

/// One thing a part says otherwise than the project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// The term in the department's own words.
    Wording {
        /// Here.
        here: String,
        /// In the file.
        file: String,
    },
    /// What else it says.
    Note {
        /// Here.
        here: String,
        /// In the file.
        file: String,
    },
    /// Its decision on a case, with the comment.
    Case {
        /// The case by its number.
        case: u32,
        /// The case as the file words it, where the board words it otherwise.
        reworded: Option<String>,
        /// Here; `None` while open.
        here: Option<Decision>,
        /// In the file; `None` while open.
        file: Option<Decision>,
    },
    /// Its signature; the person of the file's is one of the project's, or
    /// among those that come along.
    Signature {
        /// Here.
        here: Option<SignOff>,
        /// In the file.
        file: Option<SignOff>,
    },
}

/// How what the file says meets what stands here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meeting {
    /// Nothing stands here yet.
    Fills,
    /// Something else stands here.
    Differs,
    /// The file says nothing: it may have been taken back there, or written
    /// here since the file was handed out.
    OnlyHere,
    /// The case was worded otherwise when the department decided it.
    Reworded,
}

impl Said {
    /// How the two meet.
    pub fn meeting(&self) -> Meeting {
        let (here, file) = match self {
            Self::Case { reworded: Some(_), .. } => return Meeting::Reworded,
            Self::Wording { here, file } | Self::Note { here, file } => {
                (!here.trim().is_empty(), !file.trim().is_empty())
            }
            Self::Case { here, file, .. } => (here.is_some(), file.is_some()),
            Self::Signature { here, file } => (here.is_some(), file.is_some()),
        };
        match (here, file) {
            (_, false) => Meeting::OnlyHere,
            (false, true) => Meeting::Fills,
            (true, true) => Meeting::Differs,
        }
    }

    /// Whether the file's side is taken unless somebody says otherwise: a
    /// department speaks for itself, but nothing is lost by silence, and no
    /// decision is taken for another case than the one decided.
    pub fn takes_file(&self) -> bool {
        matches!(self.meeting(), Meeting::Fills | Meeting::Differs)
    }
}

/// What a part changes of one department's view of a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ViewMerge {
    /// The term.
    pub term: Id,
    /// The view as it stands here; a blank one where the department is not on
    /// the board of the term yet.
    pub here: View,
    /// Whether it is not.
    pub is_new: bool,
    /// What the file says otherwise: wording, cases by number, note,
    /// signature.
    pub said: Vec<Said>,
    /// Decisions on cases that are no longer on the board; they are left out.
    pub gone_cases: usize,
}

/// A part beside the project it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartMerge {
    /// The department.
    pub department: String,
    /// One entry a term that both know.
    pub views: Vec<ViewMerge>,
    /// People the project does not have; they come along when they signed.
    pub people: Vec<Person>,
    /// Names of terms that are not in the project; they are left out.
    pub unknown_terms: Vec<String>,
}

impl PartMerge {
    /// Everything that is said otherwise.
    pub fn all(&self) -> impl Iterator<Item = &Said> {
        self.views.iter().flat_map(|view| &view.said)
    }

    /// Whether there is nothing to merge.
    pub fn changes_nothing(&self) -> bool {
        self.views.iter().all(|view| view.said.is_empty() && !view.is_new)
    }
}

/// Compares a part with the project it came from, view by view. Only what the
/// department says itself is compared: whatever else the file holds cannot
/// change the project.
///
/// # Errors
/// When the file is not a part, or none of this project.
pub fn compare_part(project: &Project, part: &Project) -> Result<PartMerge, MergeRefusal> {
    let department = part.head.department.trim();
    if department.is_empty() {
        return Err(MergeRefusal::Whole);
    }
    if !project.head.department.trim().is_empty() {
        return Err(MergeRefusal::IntoPart);
    }
    let known = |view: &&View| project.terms.get(view.term).is_some();
    if !part.views.is_empty() && !part.views.iter().any(|view| known(&view)) {
        return Err(MergeRefusal::OtherProject);
    }
    // The id of a record that is something else here must not replace it.
    let is_other =
        |view: &&View| project.views.get(view.id).is_some_and(|found| found.term != view.term);
    if let Some(view) = part.views.iter().find(|view| is_other(view)) {
        return Err(MergeRefusal::OtherRecord(view.id));
    }
    let unknown = part.views.iter().filter(|view| !known(view));
    let name = |view: &View| part.terms.get(view.term).map(|term| term.name.clone());
    let views = part.views.iter().filter(known).map(|view| compare_view(project, part, view));
    Ok(PartMerge {
        department: department.to_owned(),
        views: views.collect(),
        people: part
            .people
            .iter()
            .filter(|one| counterpart(project, one).is_none())
            .cloned()
            .collect(),
        unknown_terms: unknown.filter_map(name).collect(),
    })
}

/// The person of the project that a person of the part is: by id, else by
/// name.
fn counterpart(project: &Project, person: &Person) -> Option<Id> {
    let named = || {
        let wanted = alike(&person.name);
        project.people.iter().find(|found| alike(&found.name) == wanted).map(|found| found.id)
    };
    project.people.get(person.id).map(|found| found.id).or_else(named)
}

fn compare_view(project: &Project, part: &Project, file: &View) -> ViewMerge {
    // By department, not by id alone: a file speaks for one department.
    let own =
        |view: &&View| view.term == file.term && alike(&view.department) == alike(&file.department);
    let found = project.views.iter().find(own);
    let renamed = || project.views.get(file.id).filter(|view| view.term == file.term);
    let found = found.or_else(renamed);
    let is_new = found.is_none();
    let blank = || View::new(file.id, file.term, file.department.trim());
    let here = found.cloned().unwrap_or_else(blank);
    let mut said = Vec::new();
    if here.wording.trim() != file.wording.trim() {
        said.push(Said::Wording { here: here.wording.clone(), file: file.wording.clone() });
    }
    let gone_cases = compare_cases(project, part, &here, file, &mut said);
    if here.note.trim() != file.note.trim() {
        said.push(Said::Note { here: here.note.clone(), file: file.note.clone() });
    }
    let signed = file.signed.clone().map(|signed| {
        let person = signed.person.and_then(|id| part.people.get(id));
        let person = person.map(|one| counterpart(project, one).unwrap_or(one.id));
        SignOff { person, ..signed }
    });
    if here.signed != signed {
        said.push(Said::Signature { here: here.signed.clone(), file: signed });
    }
    ViewMerge { term: file.term, here, is_new, said, gone_cases }
}

/// Adds what is decided otherwise; returns how many decisions have lost their
/// case.
fn compare_cases(
    project: &Project,
    part: &Project,
    here: &View,
    file: &View,
    said: &mut Vec<Said>,
) -> usize {
    let Some(term) = project.terms.get(file.term) else { return 0 };
    let handed_out = part.terms.get(file.term);
    for case in &term.cases {
        let (own, other) = (here.decision(case.id), file.decision(case.id));
        // A case the department has not seen is no silence of theirs.
        let seen = handed_out.and_then(|term| term.case(case.id));
        if own == other || (other.is_none() && seen.is_none()) {
            continue;
        }
        let reworded = seen.filter(|seen| alike(&seen.text) != alike(&case.text));
        said.push(Said::Case {
            case: case.id,
            reworded: reworded.map(|seen| seen.text.clone()),
            here: own.cloned(),
            file: other.cloned(),
        });
    }
    file.decisions.iter().filter(|decision| term.case(decision.case).is_none()).count()
}

/// The records that merging a part changes, people before those who point to
/// them. `takes` says of each view, and of each thing it says otherwise, by
/// their places in [`PartMerge`], whether the file's side is taken.
pub fn merged(merge: &PartMerge, takes: impl Fn(usize, usize) -> bool) -> Vec<Record> {
    let mut records = Vec::new();
    let mut signers = BTreeSet::new();
    for (at, change) in merge.views.iter().enumerate() {
        let mut view = change.here.clone();
        let chosen = change.said.iter().enumerate().filter(|(place, _)| takes(at, *place));
        for (_, said) in chosen {
            if let Said::Signature { file: Some(signed), .. } = said {
                signers.extend(signed.person);
            }
            take(&mut view, said);
        }
        if view != change.here || change.is_new {
            records.push(Record::View(view));
        }
    }
    let people = merge.people.iter().filter(|person| signers.contains(&person.id));
    people.cloned().map(Record::Person).chain(records).collect()
}

fn take(view: &mut View, said: &Said) {
    match said {
        Said::Wording { file, .. } => view.wording.clone_from(file),
        Said::Note { file, .. } => view.note.clone_from(file),
        Said::Signature { file, .. } => view.signed.clone_from(file),
        Said::Case { case, file, .. } => {
            view.decide(*case, file.as_ref().map(|decision| decision.counts));
            let found = view.decisions.iter_mut().find(|decision| decision.case == *case);
            if let (Some(found), Some(file)) = (found, file) {
                found.comment.clone_from(&file.comment);
            }
        }
    }
}

#[cfg(test)]
#[path = "merge_tests.rs"]
mod tests;
