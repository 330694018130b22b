//! One department's part as a file: handed out, and handed back.

use super::desk::Desk;
use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::plan::file::{file_name, write_plan};
use crate::plan::summary::summary_of;
use crate::web::browser::download;
use crate::web::texts::t;
use crate::workspace::part_of;
use leptos::prelude::*;

/// Hands a department its part.
#[component]
pub fn ExportPart(
    /// The board.
    desk: Desk,
    /// The department's view.
    view: Id,
) -> impl IntoView {
    let label = move || {
        let name = desk.department(view);
        desk.texts.format(key!("board.export_for"), &[("department", Arg::Text(&name))])
    };
    view! {
        <button class="button" type="button" on:click=move |_| hand(desk, view, key!("board.handed_out"))>{label}</button>
    }
}

/// Hands the part back to whoever keeps the project.
#[component]
pub fn HandBack(
    /// The board.
    desk: Desk,
    /// The department's view.
    view: Id,
) -> impl IntoView {
    view! {
        <button class="button button-primary" type="button" on:click=move |_| hand(desk, view, key!("board.handed_back"))>
            {t(key!("board.hand_back"))}
        </button>
    }
}

/// Offers the part of a view's department as a file. Its summary holds nothing
/// but the day: a file cut off on its way has lost it.
fn hand(desk: Desk, view: Id, said: &'static str) {
    let department = untrack(|| desk.department(view));
    let today = desk.session.today_signal().get_untracked();
    let written = desk.session.peek_project(desk.project, |project| {
        let part = part_of(project, &department);
        let name = file_name(&format!("{} {department}", project.head.name));
        (name, write_plan(&part, Some(summary_of(&part, &[], today))))
    });
    let Some((name, text)) = written else { return };
    let texts = desk.texts;
    if download::save_text(&name, "application/yaml", &text).is_err() {
        desk.session.fail(texts.text(key!("report.download_failed")));
    } else {
        desk.session.tell(texts.format(said, &[("file", Arg::Text(&name))]));
    }
}
