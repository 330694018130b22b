//! The imports that filled an indicator, newest first.

use super::super::Watched;
use crate::i18n::Arg;
use crate::key;
use crate::web::session::Session;
use crate::web::texts::{Texts, t};
use crate::workspace::ImportNote;
use chrono::NaiveDate;
use leptos::prelude::*;

/// File, time and row counts of every import.
#[component]
pub fn ImportHistory(
    /// The indicator.
    watched: Watched,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let notes = Memo::new(move |_| {
        let found = session.with_project(watched.project, |found| {
            let own = found.imports.iter().rev().filter(|note| note.indicator == watched.indicator);
            own.cloned().collect::<Vec<ImportNote>>()
        });
        found.unwrap_or_default()
    });
    let rows = move || {
        notes
            .get()
            .into_iter()
            .map(|note| {
                let file = if note.file.is_empty() {
                    texts.text(key!("import.pasted"))
                } else {
                    note.file.clone()
                };
                let when = when(&note.at, texts);
                let log = note.events.map(|events| {
                    let args = [("count", Arg::Count(u64::from(events)))];
                    let of = texts.format(key!("log.of_log"), &args);
                    view! { <span class="cell-note">{of} ": " {note.rule.clone()}</span> }
                });
                view! {
                    <tr>
                        <th scope="row" dir="auto">{file} {log}</th>
                        <td>{when}</td>
                        <td class="number">{note.new}</td>
                        <td class="number">{note.changed}</td>
                        <td class="number">{note.same}</td>
                        <td class="number">{note.rejected}</td>
                    </tr>
                }
            })
            .collect_view()
    };
    move || {
        notes.with(|notes| !notes.is_empty()).then(|| view! {
            <section class="section">
                <h2 id="imports">{t(key!("import.history"))}</h2>
                <div class="table-scroll" tabindex="0" role="region" aria-labelledby="imports">
                    <table>
                        <thead><tr>
                            <th scope="col">{t(key!("import.file"))}</th>
                            <th scope="col">{t(key!("import.when"))}</th>
                            <th scope="col" class="number">{t(key!("import.column_new"))}</th>
                            <th scope="col" class="number">{t(key!("import.column_changed"))}</th>
                            <th scope="col" class="number">{t(key!("import.column_same"))}</th>
                            <th scope="col" class="number">{t(key!("import.column_rejected"))}</th>
                        </tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </section>
        })
    }
}

/// `2026-11-18T10:05` as date and time; as it stands if it is neither.
fn when(at: &str, texts: Texts) -> String {
    let Some((date, time)) = at.split_once('T') else { return at.to_owned() };
    let Ok(date) = date.parse::<NaiveDate>() else { return at.to_owned() };
    let args = [("date", Arg::DateShort(date)), ("time", Arg::Text(time))];
    texts.format(key!("import.date_and_time"), &args)
}
