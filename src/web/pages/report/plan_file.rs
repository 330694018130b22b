//! The plan as a file: out and in. On the screen only.

use crate::base::Id;
use crate::key;
use crate::plan::file::{file_name, write_plan};
use crate::plan::summary::summary_of;
use crate::web::browser::download;
use crate::web::pages::projects::import::ImportPlan;
use crate::web::session::{Here, Session, readiness_pack};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// "Export plan (YAML)" and "Import plan".
#[component]
pub fn PlanFile() -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    view! {
        <section class="no-print plan-file" aria-labelledby="plan-file">
            <h2 id="plan-file">{t(key!("plan.heading"))}</h2>
            <p>{t(key!("plan.about"))}</p>
            <div class="cluster">
                <button class="button button-primary" type="button"
                    on:click=move |_| export(session, texts, project)>{t(key!("plan.export"))}</button>
                <ImportPlan />
            </div>
        </section>
    }
}

/// Offers the plan of a project as a file.
fn export(session: Session, texts: Texts, project: Id) {
    let today = session.today_signal().get_untracked();
    let packs: Vec<_> = readiness_pack().into_iter().collect();
    let written = session.peek_project(project, |project| {
        let summary = summary_of(project, &packs, today);
        (file_name(&project.head.name), write_plan(project, Some(summary)))
    });
    let Some((name, text)) = written else { return };
    if download::save_text(&name, "application/yaml", &text).is_err() {
        session.fail(texts.text(key!("report.download_failed")));
    }
}
