//! Reads and saves the fields of one indicator.

use crate::base::{FiscalStart, Id};
use crate::kpi::{Indicator, Slot};
use crate::web::components::goal_check::Noted;
use crate::web::session::{Here, Session};
use crate::workspace::Record;
use leptos::prelude::*;

/// One indicator being defined. Nothing is kept here: every field is read from
/// the document and saved to it at once.
#[derive(Clone, Copy)]
pub struct Editor {
    session: Session,
    /// The project it belongs to.
    pub project: Id,
    /// The indicator.
    pub id: Id,
}

impl Editor {
    /// The editor of an indicator of the project shown.
    pub fn of(id: Id) -> Self {
        Self { session: Session::here(), project: Here::project(), id }
    }

    /// The session it saves through.
    pub fn session(self) -> Session {
        self.session
    }

    /// Whether the indicator is there.
    pub fn exists(self) -> Memo<bool> {
        Memo::new(move |_| {
            let found = self
                .session
                .with_project(self.project, |project| project.indicators.get(self.id).is_some());
            found.unwrap_or_default()
        })
    }

    /// A field as a signal; the default value once the indicator is gone.
    pub fn read<T>(self, read: impl Fn(&Indicator) -> T + Send + Sync + 'static) -> Signal<T>
    where
        T: Clone + Default + PartialEq + Send + Sync + 'static,
    {
        let field = Memo::new(move |_| {
            let field = self
                .session
                .with_project(self.project, |project| project.indicators.get(self.id).map(&read));
            field.flatten().unwrap_or_default()
        });
        field.into()
    }

    /// What the goal check says of some slots, for the field that fills them.
    pub fn note(self, slots: &'static [Slot]) -> Noted {
        Noted { record: self.id, slots }
    }

    /// The indicator as it stands, without tracking.
    pub fn peek(self) -> Option<Indicator> {
        self.session
            .peek_project(self.project, |project| project.indicators.get(self.id).cloned())?
    }

    /// The fiscal year of the project; tracks it.
    pub fn fiscal(self) -> FiscalStart {
        let fiscal = self.session.with_project(self.project, |project| project.head.fiscal);
        fiscal.unwrap_or(FiscalStart::JANUARY)
    }

    /// Saves a change. One that is refused is said to the user and is `false`.
    pub fn change(self, edit: impl FnOnce(&mut Indicator)) -> bool {
        let Some(mut indicator) = self.peek() else { return false };
        edit(&mut indicator);
        self.session.save(self.project, Record::Indicator(indicator))
    }

    /// Saves a field that is being typed in.
    pub fn type_in(self, field: &str, edit: impl FnOnce(&mut Indicator)) -> bool {
        let Some(mut indicator) = self.peek() else { return false };
        edit(&mut indicator);
        self.session.save_typing(self.project, field, Record::Indicator(indicator))
    }
}
