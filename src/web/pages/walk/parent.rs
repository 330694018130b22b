//! A question whose answer is derived from its sub-checks.

use super::aside::Way;
use crate::assessment::{Standing, find_judged};
use crate::key;
use crate::pack::Question;
use crate::route::{Place, Route};
use crate::web::components::status::{StatusWord, of_standing};
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// How a question or sub-check stands; tracks the document.
fn standing_of(question: &'static Question) -> Memo<Standing> {
    let session = Session::here();
    let project = Here::project();
    Memo::new(move |_| {
        let readiness = session.readiness(project);
        let found = readiness.as_ref().and_then(|all| find_judged(&all.judged, &question.id));
        found.map_or(Standing::Open, |judged| judged.standing)
    })
}

/// Shape and word of how a question stands.
#[component]
fn StandsAs(
    /// The question.
    question: &'static Question,
) -> impl IntoView {
    let standing = standing_of(question);
    move || {
        let (shape, class, word) = of_standing(standing.get());
        view! { <StatusWord shape=shape class=class word=word /> }
    }
}

/// Above a sub-check: the question it belongs to, and its derived answer.
#[component]
pub fn PartOf(
    /// The question it belongs to.
    question: &'static Question,
) -> impl IntoView {
    let texts = Texts::here();
    let project = Here::project();
    let href = Route::Project(project, Place::Question(question.id.clone())).href();
    view! {
        <p class="walk-part-of">
            <a href=href>{move || texts.text(&question.text_key("short"))}</a>
            <span class="second small">{t(key!("walk.derived_from_checks"))}</span>
            <StandsAs question=question />
        </p>
    }
}

/// The question with its derived answer, leading to its sub-checks.
#[component]
pub fn Parent(
    /// The question.
    question: &'static Question,
) -> impl IntoView {
    let texts = Texts::here();
    let project = Here::project();
    let checks: Vec<_> = question
        .checks
        .iter()
        .map(|check| {
            let href = Route::Project(project, Place::Question(check.id.clone())).href();
            view! {
                <li>
                    <a href=href>{move || texts.text(&check.text_key("short"))}</a>
                    " "
                    <StandsAs question=check />
                </li>
            }
        })
        .collect();
    view! {
        <div class="with-aside walk">
            <div class="walk-main">
                <p class="walk-position second small">
                    <a href=Route::Project(project, Place::Readiness).href()>{t(key!("walk.list"))}</a>
                </p>
                <h1>{move || texts.text(&question.text_key("question"))}</h1>
                <p class="lead second">{move || texts.text(&question.text_key("why"))}</p>
                <p class="walk-standing"><span class="second">{t(key!("walk.stands"))}</span>" "<StandsAs question=question /></p>
                <p>{t(key!("walk.from_checks"))}</p>
                <ul class="walk-checks">{checks}</ul>
            </div>
            <Way current=question.id.as_str() />
        </div>
    }
}
