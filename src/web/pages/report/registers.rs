//! What the registers behind the readiness answers show.

use crate::key;
use crate::report::{Said, register_words};
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// Money, key terms and systems in sentences; nothing while all are empty.
#[component]
pub fn Registers() -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let found = Memo::new(move |_| {
        let read = |project: &_| texts.with(|catalogue| register_words(catalogue, project));
        session.with_project(project, read).unwrap_or_default()
    });
    let said = |(name, sentences): Said| {
        let lines = sentences.into_iter().map(|line| view! { <dd dir="auto">{line}</dd> });
        view! { <div class="keep-together"><dt dir="auto">{name}</dt>{lines.collect_view()}</div> }
    };
    view! {
        <Show when=move || !found.with(Vec::is_empty)>
            <section aria-labelledby="report-registers">
                <h2 id="report-registers">{t(key!("report.registers"))}</h2>
                <dl class="exceptions">{move || found.get().into_iter().map(said).collect_view()}</dl>
            </section>
        </Show>
    }
}
