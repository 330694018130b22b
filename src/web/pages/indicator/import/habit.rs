//! The next table of an indicator is read as the last one was, says so, and
//! can be read afresh.

use super::super::Watched;
use super::{Importing, Read, Seen};
use crate::key;
use crate::tabular::{Encoding, Habit, Habits, Intake, Separator};
use crate::web::components::focus::focus;
use crate::web::session::Session;
use crate::web::texts::t;
use leptos::prelude::*;

/// Reads every new text as the last one, if it is of the same source.
pub fn follow(watched: Watched, importing: Importing) {
    let session = Session::here();
    Effect::new(move |_| {
        importing.taken.track();
        let Some((separator, intake)) = untrack(|| settled(session, watched, importing)) else {
            return;
        };
        importing.separator.set(separator);
        importing.intake.set(intake);
        importing.as_before.set(true);
    });
}

/// The choices of the last import, as far as they fit the text.
fn settled(
    session: Session,
    watched: Watched,
    importing: Importing,
) -> Option<(Option<Separator>, Intake)> {
    let habits = session.settings().with(|settings| Habits::parse(&settings.imports));
    let habit = habits.of(watched.indicator)?;
    let separator = habit.separator();
    let table = importing.taken.with(|taken| taken.table(separator))?.ok()?;
    let today = session.today();
    let intake = session.with_project(watched.project, |found| {
        let record = found.indicators.get(watched.indicator)?;
        let series = found.series(watched.indicator);
        habit.settle(&table, record, series, found.head.fiscal, today)
    });
    Some((separator, intake??))
}

/// What matters before there is a table: how the last file was read.
#[derive(Default)]
pub struct Before {
    /// The sheet of the workbook.
    pub sheet: Option<String>,
    /// The encoding that was chosen.
    pub encoding: Option<Encoding>,
}

impl Before {
    /// Of the last import into an indicator.
    pub fn of(session: Session, watched: Watched) -> Self {
        let habits = session.settings().with_untracked(|settings| Habits::parse(&settings.imports));
        let habit = habits.of(watched.indicator);
        Self {
            sheet: habit.and_then(Habit::sheet).map(str::to_owned),
            encoding: habit.and_then(Habit::encoding),
        }
    }
}

/// Remembers how the table of an import was read.
pub fn keep(session: Session, watched: Watched, importing: Importing, table: Read, seen: Seen) {
    let (Some(Ok(table)), Some(Ok(looked))) = (table.get_untracked(), seen.get_untracked()) else {
        return;
    };
    let separator = importing.separator.get_untracked();
    let choices = importing.intake.with_untracked(|intake| intake.choices);
    session.settings().update(|settings| {
        let mut habits = Habits::parse(&settings.imports);
        let before = habits.of(watched.indicator);
        let mut habit = Habit::of(&table, looked.columns, separator, choices, before);
        if let Some(book) = importing.book() {
            habit.remember_sheet(book.sheet());
        }
        let chosen = importing.taken.with_untracked(|taken| {
            taken.encoding.filter(|encoding| taken.encoding_chosen && !encoding.is_sure())
        });
        if let Some(encoding) = chosen {
            habit.remember_encoding(encoding);
        }
        habits.keep(watched.indicator, habit);
        settings.imports = habits.text();
    });
}

/// Says that the text is read as the last one, and offers to read it afresh.
#[component]
pub fn AsBefore(
    /// The import.
    importing: Importing,
) -> impl IntoView {
    let afresh = move |_| {
        importing.afresh();
        // The button is gone; what it changed begins here.
        focus(if untrack(|| importing.is_sheet()) { "import-period" } else { "import-separator" });
    };
    view! {
        <Show when=move || importing.as_before.get()>
            <div class="notice cluster import-as-before">
                <p role="status">{t(key!("import.as_before"))}</p>
                <button class="button button-quiet" type="button" on:click=afresh>{t(key!("import.afresh"))}</button>
            </div>
        </Show>
    }
}
