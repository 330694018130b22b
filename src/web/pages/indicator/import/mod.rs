//! Import of a pasted block or a file: what would happen is shown, what is
//! doubtful is asked, and one confirmation makes one step of undo.

mod columns;
mod habit;
mod history;
mod log;
mod look;
mod preview;
mod questions;
mod source;

pub use history::ImportHistory;
pub use source::FileButton;

use super::Watched;
use crate::base::{Id, IdKind};
use crate::i18n::Arg;
use crate::key;
use crate::kpi::Measurement;
use crate::tabular::{
    Choices, Intake, IntakeError, Looked, Separator, Table, TableError, read_text,
};
use crate::web::browser::clipboard::pasted_block;
use crate::web::components::dialog::Dialog;
use crate::web::session::Session;
use crate::web::texts::{Texts, t};
use crate::workspace::{Command, ImportNote};
use columns::ColumnChoices;
use habit::AsBefore;
use leptos::prelude::*;
use log::LogImport;
use look::{asked, look};
use preview::PreviewTable;
use questions::Questions;
use source::Source;
use std::sync::Arc;

/// Where a text came from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Taken {
    /// The text.
    pub text: String,
    /// Name of the file; empty for a pasted block.
    pub file: String,
    /// The encoding it seemed to have, unless UTF-8.
    pub decoded: Option<&'static str>,
}

/// The state of the import dialog.
#[derive(Clone, Copy)]
pub struct Importing {
    /// Whether it is open.
    pub open: RwSignal<bool>,
    /// The text.
    pub taken: RwSignal<Taken>,
    /// Why a file gave no text.
    pub refused: RwSignal<Option<String>>,
    /// The separator chosen.
    pub separator: RwSignal<Option<Separator>>,
    /// Columns and answers chosen.
    pub intake: RwSignal<Intake>,
    /// Why the import was not carried out.
    pub failed: RwSignal<Option<String>>,
    /// Whether the text is read as the one of the import before.
    pub as_before: RwSignal<bool>,
    /// Whether each row is one contact or case, to be added up.
    pub raw: RwSignal<bool>,
    /// The file, for rows that are read in slices.
    file: StoredValue<Option<web_sys::File>, LocalStorage>,
}

/// Where raw rows come from.
pub enum RawSource {
    /// A file.
    File(web_sys::File),
    /// A pasted text.
    Text(String),
}

impl Importing {
    /// A closed dialog.
    pub fn new() -> Self {
        Self {
            open: RwSignal::new(false),
            taken: RwSignal::new(Taken::default()),
            refused: RwSignal::new(None),
            separator: RwSignal::new(None),
            intake: RwSignal::new(Intake::default()),
            failed: RwSignal::new(None),
            raw: RwSignal::new(false),
            file: StoredValue::new_local(None),
            as_before: RwSignal::new(false),
        }
    }

    /// Where raw rows would come from; `None` without any.
    pub fn raw_source(self) -> Option<RawSource> {
        if let Some(file) = self.file.try_get_value().flatten() {
            return Some(RawSource::File(file));
        }
        let text = self.taken.try_with_untracked(|taken| taken.text.clone())?;
        (!text.is_empty()).then_some(RawSource::Text(text))
    }

    /// Opens with a file: as a table where it was read as one, else for rows to
    /// be added up.
    pub fn start_with(self, file: web_sys::File, taken: Taken, raw: bool) {
        self.file.set_value(Some(file));
        self.raw.set(raw);
        self.replace_text(taken);
        self.open.set(true);
    }

    /// Opens with a text, every choice made anew.
    pub fn start(self, taken: Taken) {
        self.raw.set(false);
        self.replace(taken);
        self.open.set(true);
    }

    /// Opens to be pasted into.
    pub fn paste(self) {
        self.start(Taken::default());
    }

    /// Puts another text in place; choices belonged to the one before.
    pub fn replace(self, taken: Taken) {
        self.file.set_value(None);
        self.replace_text(taken);
    }

    fn replace_text(self, taken: Taken) {
        self.refused.set(None);
        self.failed.set(None);
        self.afresh();
        self.taken.set(taken);
    }

    /// Every choice made anew: what seems meant, not what was meant before.
    pub fn afresh(self) {
        self.as_before.set(false);
        self.separator.set(None);
        self.intake.set(Intake::default());
    }

    /// Answers questions.
    pub fn choose(self, change: impl FnOnce(&mut Choices)) {
        self.intake.update(|intake| change(&mut intake.choices));
    }

    /// Takes a pasted block of more than one cell; anything else is left to
    /// the input it was meant for.
    pub fn take_block(self, event: &leptos::ev::ClipboardEvent) {
        let Some(text) = pasted_block(event) else { return };
        event.prevent_default();
        self.start(Taken { text, ..Taken::default() });
    }
}

/// The table read from the text; `None` while there is no text.
pub type Read = Memo<Option<Result<Arc<Table>, TableError>>>;

/// What the table says for the indicator.
pub type Seen = Memo<Option<Result<Looked, IntakeError>>>;

/// The dialog.
#[component]
pub fn Import(
    /// The indicator.
    watched: Watched,
    /// Its state.
    importing: Importing,
) -> impl IntoView {
    let texts = Texts::here();
    let heading = Signal::derive(move || texts.text(key!("import.heading")));
    view! {
        <Dialog open=importing.open heading=heading>
            <Body watched=watched importing=importing />
        </Dialog>
    }
}

#[component]
fn Body(
    /// The indicator.
    watched: Watched,
    /// The state of the dialog.
    importing: Importing,
) -> impl IntoView {
    let texts = Texts::here();
    let table: Read = Memo::new(move |_| {
        importing.taken.with(|taken| {
            let blank = taken.text.trim().is_empty();
            (!blank).then(|| read_text(&taken.text, importing.separator.get()).map(Arc::new))
        })
    });
    habit::follow(watched, importing);
    let seen: Seen = Memo::new(move |_| look(watched, table, importing.intake.get()));
    let asked = Memo::new(move |_| asked(watched, table, importing.intake.get()));
    let problem = move || {
        let refused = importing.refused.get();
        let told = seen.with(|seen| match seen {
            Some(Err(error)) => Some(texts.say(error)),
            Some(Ok(_)) | None => None,
        });
        refused.or(told)
    };
    let table_parts = move || {
        view! {
            <p class="error" role="alert" hidden=move || problem().is_none()>{problem}</p>
            {move || table.with(|table| matches!(table, Some(Ok(_)))).then(|| view! {
                <AsBefore importing=importing />
                <ColumnChoices watched=watched importing=importing table=table seen=seen />
                <Questions watched=watched importing=importing asked=asked />
                <PreviewTable watched=watched seen=seen />
            })}
            <Confirm watched=watched importing=importing table=table seen=seen />
        }
    };
    view! {
        <Source importing=importing />
        <RowMeans importing=importing />
        {move || if importing.raw.get() {
            view! { <LogImport watched=watched importing=importing /> }.into_any()
        } else {
            table_parts().into_any()
        }}
    }
}

/// Whether a row is a value of a period, or one of many to be added up.
#[component]
fn RowMeans(
    /// The state of the dialog.
    importing: Importing,
) -> impl IntoView {
    let choices = [(false, key!("log.row_value")), (true, key!("log.row_event"))];
    let choices = choices.map(|(raw, label)| {
        let checked = move || importing.raw.get() == raw;
        view! {
            <label><input type="radio" name="row-means" prop:checked=checked
                on:change=move |_| importing.raw.set(raw) /> {t(label)}</label>
        }
    });
    view! { <fieldset class="field row-means"><legend>{t(key!("log.row_is"))}</legend>{choices}</fieldset> }
}

/// The button that does it, and why it may not yet.
#[component]
fn Confirm(
    /// The indicator.
    watched: Watched,
    /// The state of the dialog.
    importing: Importing,
    /// The table.
    table: Read,
    /// What would happen.
    seen: Seen,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let state = move || {
        seen.with(|seen| match seen {
            Some(Ok(looked)) => {
                (looked.counts.new + looked.counts.changed, !looked.questions.is_empty())
            }
            Some(Err(_)) | None => (0, false),
        })
    };
    let ready = move || matches!(state(), (1.., false));
    let label = move || {
        let count = u64::try_from(state().0).unwrap_or_default();
        texts.format(key!("import.confirm"), &[("count", Arg::Count(count))])
    };
    let why_not = move || match state() {
        (_, true) => Some(texts.text(key!("import.answer_first"))),
        (0, false) if seen.with(Option::is_some) => Some(texts.text(key!("import.nothing_new"))),
        _ => None,
    };
    let confirm = move |_| {
        if ready() && carry_out(session, texts, watched, importing, seen) {
            habit::keep(session, watched, importing, table, seen);
        }
    };
    view! {
        <p class="error" role="alert" hidden=move || importing.failed.with(Option::is_none)>{move || importing.failed.get()}</p>
        <p class="hint" id="import-why-not" hidden=move || why_not().is_none()>{why_not}</p>
        <div class="cluster import-actions">
            <button class="button button-primary" type="button"
                aria-disabled=move || if ready() { "false" } else { "true" }
                aria-describedby="import-why-not"
                on:click=confirm>{label}</button>
            <button class="button" type="button" on:click=move |_| importing.open.set(false)>{t(key!("import.cancel"))}</button>
        </div>
    }
}

/// One command for all values, with the note of where they came from; whether
/// it was carried out.
fn carry_out(
    session: Session,
    texts: Texts,
    watched: Watched,
    importing: Importing,
    seen: Seen,
) -> bool {
    let Some(Ok(looked)) = seen.get_untracked() else { return false };
    let Some(accepted) = looked.accepted() else { return false };
    let id = session.new_id(IdKind::Import);
    let count = accepted.len();
    let measurements = accepted.into_iter().map(|(period, actual)| {
        let known = session.peek_project(watched.project, |found| {
            found.measurement(watched.indicator, period).map(|known| known.note.clone())
        });
        Measurement {
            id: session.new_id(IdKind::Measurement),
            indicator: watched.indicator,
            period,
            actual,
            note: known.flatten().unwrap_or_default(),
            import: Some(id),
        }
    });
    let command = Command::Measure {
        project: watched.project,
        measurements: measurements.collect(),
        note: Some(note(id, watched.indicator, &looked, importing)),
    };
    match session.try_dispatch(command, None) {
        Ok(()) => {
            importing.open.set(false);
            let count = u64::try_from(count).unwrap_or_default();
            session.tell(texts.format(key!("import.done"), &[("count", Arg::Count(count))]));
            true
        }
        Err(error) => {
            importing.failed.set(Some(texts.say(&error)));
            false
        }
    }
}

fn note(id: Id, indicator: Id, looked: &Looked, importing: Importing) -> ImportNote {
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let counts = looked.counts;
    ImportNote {
        id,
        indicator,
        file: importing.taken.with_untracked(|taken| taken.file.chars().take(1000).collect()),
        at: source::now(),
        new: count(counts.new),
        changed: count(counts.changed),
        same: count(counts.same),
        rejected: count(counts.rejected + counts.left_out),
        events: None,
        rule: String::new(),
    }
}
