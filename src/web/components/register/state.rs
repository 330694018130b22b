//! What the parts of one table share, and how keys move through it.

use super::pasting::Pasting;
use crate::base::Id;
use crate::route::Spot;
use crate::sheet::{Column, Sheet, Start, Value};
use crate::web::browser::clipboard::pasted_block;
use crate::web::components::focus::{focus, focus_first, focus_now};
use crate::web::session::{Here, Session};
use crate::web::texts::Texts;
use crate::workspace::{Person, Project, Record};
use leptos::ev::{ClipboardEvent, KeyboardEvent};
use leptos::prelude::*;
use std::collections::BTreeMap;
use wasm_bindgen::JsCast as _;

/// A column that follows from the record and is only read.
#[derive(Clone, Copy)]
pub struct Extra {
    /// Key of its head.
    pub head: &'static str,
    /// Its cell for a record.
    pub cell: Callback<Id, AnyView>,
}

/// Id of the field of a cell.
pub fn cell_id(record: Id, column: &str) -> String {
    format!("{record}-{column}")
}

/// Moves the focus into a cell.
pub fn focus_cell(record: Id, column: &str) {
    focus(&cell_id(record, column));
}

/// Moves the focus into the first new row of the page; `false` without one.
pub fn focus_new_row() -> bool {
    focus_first(".register-new textarea")
}

/// A part of a project as a memo.
fn read<T>(session: Session, project: Id, read: fn(&Project) -> T) -> Memo<T>
where
    T: Default + PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| session.with_project(project, read).unwrap_or_default())
}

/// One table.
#[derive(Clone, Copy)]
pub struct Table {
    /// Its sheet.
    pub sheet: &'static Sheet,
    /// The project shown.
    pub project: Id,
    /// The door to the document.
    pub session: Session,
    /// The words.
    pub texts: Texts,
    /// The id the new row will have once something is written into it.
    pub new: RwSignal<Id>,
    /// Whether every column is shown.
    pub all_columns: RwSignal<bool>,
    pasting: StoredValue<Pasting>,
    /// The records in order. Read once a change, not once a row.
    pub ids: Memo<Vec<Id>>,
    records: Memo<BTreeMap<Id, Record>>,
    around: StoredValue<Around>,
}

/// What cells need of the project around their record.
#[derive(Clone, Copy)]
pub struct Around {
    /// The currency of the project.
    pub currency: Memo<String>,
    /// People by name, as offered.
    pub people: Memo<Vec<(Id, String)>>,
    /// Stages by name, as offered.
    pub stages: Memo<Vec<(Id, String)>>,
}

impl Table {
    /// The table of a sheet for the project shown.
    pub fn new(sheet: &'static Sheet) -> Self {
        let session = Session::here();
        let project = Here::project();
        let rows = move || session.with_project(project, sheet.rows).unwrap_or_default();
        let around = Around {
            currency: read(session, project, |project| project.head.currency.clone()),
            people: read(session, project, |project| {
                let named = |person: &Person| (person.id, person.name.clone());
                project.people.iter().map(named).collect()
            }),
            stages: read(session, project, |project| {
                project.stages.iter().map(|stage| (stage.id, stage.name.clone())).collect()
            }),
        };
        Self {
            sheet,
            project,
            session,
            texts: Texts::here(),
            new: RwSignal::new(session.new_id(sheet.kind)),
            all_columns: RwSignal::new(false),
            pasting: StoredValue::new(Pasting::new()),
            ids: Memo::new(move |_| rows().iter().map(Record::id).collect()),
            records: Memo::new(move |_| {
                rows().into_iter().map(|record| (record.id(), record)).collect()
            }),
            around: StoredValue::new(around),
        }
    }

    /// An id for a record to come.
    pub fn fresh_id(self) -> Id {
        self.session.new_id(self.sheet.kind)
    }

    /// The dialog of a pasted block.
    pub fn pasting(self) -> Pasting {
        self.pasting.get_value()
    }

    /// What its cells need of the project around their record.
    pub fn around(self) -> Around {
        self.around.get_value()
    }

    /// A record; `None` for the new row; tracks it.
    pub fn record(self, id: Id) -> Option<Record> {
        self.records.with(|records| records.get(&id).cloned())
    }

    /// The columns shown; tracks the choice.
    pub fn columns(self) -> Vec<&'static Column> {
        let all = self.all_columns.get();
        self.sheet.columns.iter().filter(|column| all || !column.more).collect()
    }

    /// A record as it is now; `None` for the new row.
    pub fn peek(self, id: Id) -> Option<Record> {
        let slot = self.session.peek_project(self.project, |project| project.slot(id));
        slot.flatten().map(|slot| slot.record)
    }

    /// Writes a cell; the first one written makes the record. While typing,
    /// the changes of one cell are one step of undo.
    pub fn write(self, id: Id, column: &Column, value: Value, typing: bool) {
        let before = self.peek(id).unwrap_or_else(|| (self.sheet.blank)(id));
        let mut record = before.clone();
        (column.write)(&mut record, value);
        (self.sheet.settle)(&before, &mut record, self.session.today_signal().get_untracked());
        if typing {
            self.session.save_typing(self.project, column.name, record);
        } else {
            self.session.save(self.project, record);
        }
    }

    /// Begins in a cell, once the page has settled and its heading had the
    /// focus.
    pub fn begin_in(self, spot: &Spot) {
        let column = self.sheet.column(&spot.column);
        let Some(column) = column.filter(|_| self.peek(spot.record).is_some()) else { return };
        if column.more {
            self.all_columns.set(true);
        }
        let record = spot.record;
        request_animation_frame(move || focus_cell(record, column.name));
    }

    /// The rows with the new one, untracked.
    pub fn rows(self) -> Vec<Id> {
        untrack(|| {
            let mut rows = self.ids.get();
            rows.push(self.new.get());
            rows
        })
    }

    /// Row and column of the field an event happened in.
    fn place(self, event: &web_sys::Event) -> Option<(usize, &'static Column)> {
        let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
        let id = target.id();
        let (record, column) = id.split_once('-')?;
        let row = self.rows().iter().position(|row| row.to_string() == record)?;
        Some((row, self.sheet.column(column)?))
    }

    /// Enter goes to the row below, with Shift to the one above; so do the
    /// arrows where they have no other use.
    pub fn on_key(self, event: &KeyboardEvent) {
        let Some((row, column)) = self.place(event) else { return };
        let field = event.target().and_then(|found| found.dyn_into::<web_sys::Element>().ok());
        let field = field.map(|field| (field.tag_name(), field.get_attribute("type")));
        let (is_text, is_line) = match &field {
            Some((tag, kind)) => {
                let line = tag == "INPUT" && kind.as_deref() == Some("text");
                (line || tag == "TEXTAREA" || tag == "INPUT", line)
            }
            None => (false, false),
        };
        let step = match event.key().as_str() {
            _ if event.is_composing() => return,
            "Enter" if is_text && event.shift_key() => -1,
            "Enter" if is_text => 1,
            "ArrowUp" if is_line => -1,
            "ArrowDown" if is_line => 1,
            _ => return,
        };
        event.prevent_default();
        let Some(next) = row.checked_add_signed(step) else { return };
        let Some(record) = self.rows().get(next).copied() else { return };
        // A new row that needs its name first takes nothing else yet.
        let waits = self.sheet.named && self.peek(record).is_none();
        let first = self.sheet.columns.first().filter(|_| waits);
        focus_now(&cell_id(record, first.unwrap_or(column).name));
    }

    /// Takes a pasted block; a single text is left to the field.
    pub fn on_paste(self, event: &ClipboardEvent) {
        let Some(text) = pasted_block(event) else { return };
        event.prevent_default();
        let start = self.place(event).and_then(|(row, column)| {
            let shown = untrack(|| self.columns());
            let column = shown.iter().position(|found| found.name == column.name)?;
            Some(Start { row, column })
        });
        self.pasting().take(self, text, start.unwrap_or_else(|| self.below()));
    }

    /// The first cell of the new row.
    pub fn below(self) -> Start {
        Start { row: self.rows().len().saturating_sub(1), column: 0 }
    }
}
