//! Import of a pasted block or a file: what would happen is shown, what is
//! doubtful is asked, and one confirmation makes one step of undo.

mod book;
mod columns;
mod decode;
mod file;
mod habit;
mod history;
mod log;
mod look;
mod preview;
mod questions;
mod source;
mod state;

pub use history::ImportHistory;
pub use source::FileButton;
pub use state::{Importing, RawSource, Taken};

use super::Watched;
use crate::base::{Id, IdKind};
use crate::i18n::Arg;
use crate::key;
use crate::kpi::Measurement;
use crate::tabular::{IntakeError, Looked, Table, TableError};
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
    let table: Read =
        Memo::new(move |_| importing.taken.with(|taken| taken.table(importing.separator.get())));
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
    let session = Session::here();
    view! {
        <div class="import-body" on:dragover=|event| event.prevent_default()
            on:drop=move |event| importing.take_drop(texts, &event, session, watched)>
            <Source importing=importing />
            <RowMeans importing=importing />
            {move || if importing.raw.get() {
                view! { <LogImport watched=watched importing=importing /> }.into_any()
            } else {
                table_parts().into_any()
            }}
        </div>
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
            <label class="choice"><input type="radio" name="row-means" prop:checked=checked
                on:change=move |_| importing.raw.set(raw) /> {t(label)}</label>
        }
    });
    view! { <fieldset class="field"><legend>{t(key!("log.row_is"))}</legend>{choices}</fieldset> }
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
        file: importing.source_name(),
        at: source::now(),
        new: count(counts.new),
        changed: count(counts.changed),
        same: count(counts.same),
        rejected: count(counts.rejected + counts.left_out),
        events: None,
        rule: String::new(),
    }
}
