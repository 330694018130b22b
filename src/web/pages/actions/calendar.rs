//! Due dates as a file for a calendar.

use crate::key;
use crate::report::calendar;
use crate::web::browser::download;
use crate::web::session::{Here, Session, readiness_pack};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// The button that hands out the calendar file.
#[component]
pub fn Calendar() -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let save = move |_| {
        let today = session.today_signal().get_untracked();
        let Some(pack) = readiness_pack() else { return };
        let written = session.peek_project(project, |project| {
            untrack(|| texts.with(|words| calendar::write(words, project, pack, today)))
        });
        let Some(file) = written else { return };
        let Some(file) = file else {
            session.tell(texts.text(key!("actions.calendar_empty")));
            return;
        };
        if download::save_text(&file.name, "text/calendar;charset=utf-8", &file.text).is_err() {
            session.fail(texts.text(key!("report.download_failed")));
        }
    };
    view! {
        <section class="section no-print">
            <button class="button" type="button" aria-describedby="calendar-hint" on:click=save>
                {t(key!("actions.calendar"))}
            </button>
            <p id="calendar-hint" class="hint">{t(key!("actions.calendar_hint"))}</p>
        </section>
    }
}
