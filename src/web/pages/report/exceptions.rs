//! Answers that need their reason beside them: what does not apply, and what
//! differs from what the plan shows.

use crate::assessment::{Judged, Standing};
use crate::key;
use crate::web::components::status::{StatusWord, of_standing};
use crate::web::pages::overview::question_name;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::Readiness;
use leptos::prelude::*;

/// Not applicable answers and overrides with their reasons.
#[component]
pub fn Exceptions(
    /// The readiness of the project shown.
    readiness: Memo<Option<Readiness>>,
) -> impl IntoView {
    let rows = Memo::new(move |_| {
        let judged = readiness.get().map(|found| found.judged).unwrap_or_default();
        let leaves = judged.iter().flat_map(Judged::leaves);
        leaves
            .filter(|leaf| matches!(leaf.standing, Standing::NotApplicable | Standing::Overridden))
            .map(|leaf| (leaf.question.clone(), leaf.standing))
            .collect::<Vec<_>>()
    });
    let body = move || {
        let rows = rows.get();
        if rows.is_empty() {
            return view! { <p class="second">{t(key!("report.no_exceptions"))}</p> }.into_any();
        }
        let rows: Vec<_> = rows
            .into_iter()
            .map(|(question, standing)| view! { <Row question=question standing=standing /> })
            .collect();
        view! { <dl class="exceptions">{rows}</dl> }.into_any()
    };
    view! {
        <section aria-labelledby="report-exceptions">
            <h2 id="report-exceptions">{t(key!("report.exceptions"))}</h2>
            {body}
        </section>
    }
}

#[component]
fn Row(
    /// The question.
    question: String,
    /// How it stands.
    standing: Standing,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let (shape, class, word) = of_standing(standing);
    let name = question.clone();
    let reason = move || {
        let reason = session.with_project(project, |project| {
            project.answer(&question).map(|answer| answer.reason.trim().to_owned())
        });
        let reason = reason.flatten().unwrap_or_default();
        if reason.is_empty() { texts.text(key!("report.no_reason")) } else { reason }
    };
    view! {
        <div>
            <dt>{move || question_name(texts, &name)} " " <StatusWord shape=shape class=class word=word /></dt>
            <dd class="user-text" dir="auto">{reason}</dd>
        </div>
    }
}
