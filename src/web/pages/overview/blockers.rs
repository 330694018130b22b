//! The gates that stand in the way.

use super::{question_name, who_when};
use crate::assessment::Standing;
use crate::key;
use crate::report::{Blocker, Weight, blockers};
use crate::route::{Place, Route};
use crate::web::components::status::{StatusWord, of_standing};
use crate::web::session::{Here, Session, readiness_pack};
use crate::web::texts::{Texts, t};
use crate::workspace::Readiness;
use leptos::prelude::*;

/// What stands in the way, the heaviest first.
#[component]
pub fn Blockers(
    /// The readiness of the project shown.
    readiness: Memo<Option<Readiness>>,
) -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let rows = Memo::new(move |_| {
        readiness.with(|found| {
            let (pack, found) = (readiness_pack()?, found.as_ref()?);
            session.with_project(project, |project| blockers(project, pack, found))
        })
    });
    let list = move || match rows.get().unwrap_or_default() {
        rows if rows.is_empty() => {
            view! { <p class="second">{t(key!("overview.no_blockers"))}</p> }.into_any()
        }
        rows => {
            let rows: Vec<_> = rows.into_iter().map(|row| view! { <Row blocker=row /> }).collect();
            view! { <ul class="fact-list">{rows}</ul> }.into_any()
        }
    };
    view! {
        <section aria-labelledby="blockers">
            <h2 id="blockers">{t(key!("overview.blockers"))}</h2>
            {list}
        </section>
    }
}

/// Why an answer differs from what the plan shows.
#[component]
fn Reason(
    /// The question.
    question: String,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let words = move || {
        let reason = session.with_project(project, |project| {
            project.answer(&question).map(|answer| answer.reason.trim().to_owned())
        });
        let reason = reason.flatten().unwrap_or_default();
        if reason.is_empty() { texts.text(key!("report.no_reason")) } else { reason }
    };
    view! { <p class="override-reason user-text" dir="auto">{words}</p> }
}

#[component]
fn Row(
    /// The gate.
    blocker: Blocker,
) -> impl IntoView {
    let texts = Texts::here();
    let session = Session::here();
    let project = Here::project();
    let (shape, class, word) = of_standing(blocker.standing);
    let gate = blocker.question.clone();
    let counts_as_no = (blocker.weight == Weight::No && blocker.standing != Standing::No)
        .then(|| view! { <strong class="small">{t(key!("overview.counts_as_no"))}</strong> });
    let alone = blocker.gaps.len() == 1;
    let first = blocker.gaps.first().map_or(gate.clone(), |gap| gap.question.clone());
    let href = Route::Project(project, Place::Question(first)).href();
    let gaps: Vec<_> = blocker
        .gaps
        .into_iter()
        .map(|gap| {
            let open = gap.standing == Standing::Open;
            let question = gap.question.clone();
            // A gate without parts has said its name already.
            let part = (!alone || question != gate).then(|| {
                let href = Route::Project(project, Place::Question(question.clone())).href();
                view! { <a href=href>{move || question_name(texts, &question)}</a> }
            });
            let who = (!open).then(|| {
                view! { <span>{move || who_when(session, texts, gap.owner, gap.due)}</span> }
            });
            let overridden = gap.standing == Standing::Overridden;
            let reason = overridden.then(|| view! { <Reason question=gap.question.clone() /> });
            view! { <li class="second small">{part} {who} {reason}</li> }
        })
        .collect();
    let name = blocker.question;
    view! {
        <li class="fact">
            <StatusWord shape=shape class=class word=word />
            <div>
                <a class="fact-name" href=href>{move || question_name(texts, &name)}</a> {counts_as_no}
                <ul class="fact-parts">{gaps}</ul>
            </div>
        </li>
    }
}
