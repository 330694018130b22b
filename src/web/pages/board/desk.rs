//! What the parts of one board share: the term, its departments, and the
//! edits of both.

use crate::base::Id;
use crate::registers::{Agreement, Term, View, agreement};
use crate::web::session::{Here, Session};
use crate::web::texts::Texts;
use crate::workspace::{Command, Record};
use leptos::prelude::*;

/// One board.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The door to the document.
    pub session: Session,
    /// The words.
    pub texts: Texts,
    /// The project shown.
    pub project: Id,
    /// The term.
    pub term: Id,
    /// Its record; `None` once it is gone.
    pub record: Memo<Option<Term>>,
    /// What the departments say, in their order.
    pub views: Memo<Vec<View>>,
}

impl Desk {
    /// The board of a term.
    pub fn of(term: Id) -> Self {
        let session = Session::here();
        let project = Here::project();
        let record = Memo::new(move |_| {
            session.with_project(project, |project| project.terms.get(term).cloned()).flatten()
        });
        let views = Memo::new(move |_| {
            let own = |view: &&View| view.term == term;
            session
                .with_project(project, |project| {
                    project.views.iter().filter(own).cloned().collect()
                })
                .unwrap_or_default()
        });
        Self { session, texts: Texts::here(), project, term, record, views }
    }

    /// Something of the term; tracks it.
    pub fn read<T: Default>(self, read: impl FnOnce(&Term) -> T) -> T {
        self.record.with(|term| term.as_ref().map(read)).unwrap_or_default()
    }

    /// Something of a department's view; tracks it.
    pub fn of_view<T: Default>(self, id: Id, read: impl FnOnce(&View) -> T) -> T {
        self.views
            .with(|views| views.iter().find(|view| view.id == id).map(read))
            .unwrap_or_default()
    }

    /// The departments by id; tracks which there are.
    pub fn view_ids(self) -> Memo<Vec<Id>> {
        Memo::new(move |_| self.views.with(|views| views.iter().map(|view| view.id).collect()))
    }

    /// The name of a department; tracks it.
    pub fn department(self, view: Id) -> String {
        self.of_view(view, |view| view.department.trim().to_owned())
    }

    /// A case in words; tracks it.
    pub fn case_text(self, case: u32) -> String {
        self.read(|term| term.case(case).map(|case| case.text.clone()).unwrap_or_default())
    }

    /// What a department decided on a case; tracks it.
    pub fn decision(self, case: u32, view: Id) -> Option<bool> {
        self.of_view(view, |view| view.decision(case).map(|decision| decision.counts))
    }

    /// How the departments stand on a case; tracks it.
    pub fn agreement(self, case: u32) -> Agreement {
        self.views.with(|views| agreement(case, &views.iter().collect::<Vec<_>>()))
    }

    /// Changes the term; with a `field`, while it is typed in.
    pub fn edit(self, field: Option<&str>, change: impl FnOnce(&mut Term)) -> bool {
        let Some(mut term) = self.record.get_untracked() else { return false };
        change(&mut term);
        self.save(field, Record::Term(term))
    }

    /// Changes a department's view; with a `field`, while it is typed in.
    pub fn edit_view(self, view: Id, field: Option<&str>, change: impl FnOnce(&mut View)) -> bool {
        let found =
            self.views.with_untracked(|views| views.iter().find(|found| found.id == view).cloned());
        let Some(mut view) = found else { return false };
        change(&mut view);
        self.save(field, Record::View(view))
    }

    fn save(self, field: Option<&str>, record: Record) -> bool {
        match field {
            Some(field) => self.session.save_typing(self.project, field, record),
            None => self.session.save(self.project, record),
        }
    }

    /// Saves several records as one step of undo.
    pub fn save_all(self, records: Vec<Record>) -> bool {
        self.session.dispatch(Command::SaveAll { project: self.project, records })
    }

    /// Removes a record of the board.
    pub fn remove(self, record: Id) -> bool {
        self.session.dispatch(Command::Remove { project: self.project, record })
    }

    /// A text of the term as a signal, for fields.
    pub fn text(self, read: fn(&Term) -> &String) -> Signal<String> {
        Signal::derive(move || self.read(|term| read(term).clone()))
    }

    /// A text of a department's view as a signal, for fields.
    pub fn view_text(self, view: Id, read: fn(&View) -> &String) -> Signal<String> {
        Signal::derive(move || self.of_view(view, |view| read(view).clone()))
    }
}

/// Id of the button that edits a case.
pub fn case_id(case: u32) -> String {
    format!("case-{case}")
}

/// Id of the cell of a case and a department.
pub fn cell_id(case: u32, view: Id) -> String {
    format!("cell-{case}-{view}")
}

/// Id of the link over a department's column.
pub fn head_id(view: Id) -> String {
    format!("head-{view}")
}

/// Id of the field a department signs in.
pub fn signature_id(view: Id) -> String {
    format!("signer-{view}")
}

/// Id of a department's own wording.
pub fn wording_id(view: Id) -> String {
    format!("wording-{view}")
}

/// Id of the agreed wording.
pub const WORDING: &str = "agreed-wording";
/// Id of the field that adds a case.
pub const NEW_CASE: &str = "new-case";
/// Id of the field that adds a department.
pub const NEW_DEPARTMENT: &str = "new-department";
