//! One department's part of a project: what it is handed to fill in.

use super::project::{Person, Project, ProjectHead};
use crate::registers::{View, alike};
use std::collections::BTreeSet;

/// The departments on the boards of a project, each once, in their order.
pub fn departments(project: &Project) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let views = project.views.iter().filter(|view| seen.insert(alike(&view.department)));
    views.map(|view| view.department.trim().to_owned()).collect()
}

/// What a department gets to fill in: the terms it has a view of with their
/// cases and agreed wordings, its own views, the people of the department and
/// whoever signed for it. Nothing else of the project leaves with it.
#[must_use]
pub fn part_of(project: &Project, department: &str) -> Project {
    let head = &project.head;
    let mut part = Project::new(ProjectHead {
        organisation: head.organisation.clone(),
        sample: head.sample,
        department: department.trim().to_owned(),
        ..ProjectHead::new(head.id, &head.name)
    });
    let own = |view: &View| alike(&view.department) == alike(department);
    let mut signers = BTreeSet::new();
    for (position, view) in project.views.placed().filter(|(_, view)| own(view)) {
        signers.extend(view.signed.as_ref().and_then(|signed| signed.person));
        part.views.put(position, view.clone());
    }
    for (position, term) in project.terms.placed() {
        if part.views.iter().any(|view| view.term == term.id) {
            part.terms.put(position, term.clone());
        }
    }
    let works_here = |person: &Person| alike(&person.department) == alike(department);
    for (position, person) in project.people.placed() {
        if signers.contains(&person.id) || works_here(person) {
            part.people.put(position, person.clone());
        }
    }
    part
}
