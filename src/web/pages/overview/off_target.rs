//! Indicators that are not where they should be.

use crate::key;
use crate::report::{OffTarget, deviation_words, measured, off_target};
use crate::route::{Place, Route};
use crate::web::components::status::{Shape, StatusWord, of_status};
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// Indicators off target, the worst first.
#[component]
pub fn OffTargets() -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let found = Memo::new(move |_| {
        let today = session.today();
        session.with_project(project, |project| {
            (project.indicators.is_empty(), off_target(project, today))
        })
    });
    let list = move || {
        let (none_at_all, rows) = found.get().unwrap_or_default();
        if none_at_all {
            let href = Route::Project(project, Place::Goals).href();
            view! {
                <p class="second">
                    {t(key!("overview.no_indicators"))} " "
                    <a href=href>{t(key!("overview.first_target"))}</a>
                </p>
            }
            .into_any()
        } else if rows.is_empty() {
            view! { <p class="second">{t(key!("overview.none_off"))}</p> }.into_any()
        } else {
            let rows: Vec<_> = rows.into_iter().map(|row| view! { <Row off=row /> }).collect();
            view! { <ul class="fact-list">{rows}</ul> }.into_any()
        }
    };
    view! {
        <section aria-labelledby="off-target">
            <h2 id="off-target">{t(key!("overview.off_target"))}</h2>
            {list}
        </section>
    }
}

#[component]
fn Row(
    /// The indicator with its judgement.
    off: OffTarget,
) -> impl IntoView {
    let texts = Texts::here();
    let session = Session::here();
    let project = Here::project();
    let (shape, class, word) = of_status(off.judgement.status);
    let href = Route::Project(project, Place::Indicator(off.indicator)).href();
    let name = move || {
        session
            .with_project(project, |project| {
                project.indicators.get(off.indicator).map(|found| found.name.clone())
            })
            .flatten()
    };
    let numbers = move || {
        session
            .with_project(project, |project| {
                let indicator = project.indicators.get(off.indicator)?;
                let fiscal = project.head.fiscal;
                texts.with(|catalogue| measured(catalogue, indicator, &off.judgement, fiscal))
            })
            .flatten()
    };
    let accepted = move || {
        session
            .with_project(project, |project| {
                let indicator = project.indicators.get(off.indicator)?;
                texts.with(|words| deviation_words(words, project, indicator, &off.judgement))
            })
            .flatten()
            .map(|words| view! { <p class="second small" dir="auto">{words}</p> })
    };
    let stale = off.judgement.stale.then(|| {
        view! { <StatusWord shape=Shape::Clock class="status-stale" word=key!("overview.stale") /> }
    });
    view! {
        <li class="fact">
            <span class="fact-status"><StatusWord shape=shape class=class word=word /> {stale}</span>
            <div>
                <a class="fact-name" href=href dir="auto">{name}</a>
                <p class="second small number">{numbers}</p>
                {accepted}
            </div>
        </li>
    }
}
