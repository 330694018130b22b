//! The way beside the question: sections with their progress in words, and a
//! mark for each question. On a phone it waits behind a disclosure.

use crate::assessment::{Judged, Standing, find_judged, progress};
use crate::i18n::Arg;
use crate::key;
use crate::pack::{Question, Section};
use crate::route::{Place, Route};
use crate::web::components::status::{Mark, of_standing};
use crate::web::session::{Here, Session, readiness_pack};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// From this width on, in CSS pixels at the default size, the way stands
/// beside the question; the same as in `.with-aside`.
const WIDE: f64 = 960.0;

/// "2 of 3 answered".
pub fn progress_words<'a>(texts: Texts, judged: impl IntoIterator<Item = &'a Judged>) -> String {
    let found = progress(judged);
    let count = |count: usize| Arg::Count(u64::try_from(count).unwrap_or(u64::MAX));
    let args = [("settled", count(found.settled)), ("all", count(found.all))];
    texts.format(key!("walk.progress"), &args)
}

/// The judgements of the questions of a section.
pub fn of_section<'a>(
    judged: &'a [Judged],
    section: &'a Section,
) -> impl Iterator<Item = &'a Judged> {
    section.questions.iter().filter_map(|question| find_judged(judged, &question.id))
}

/// All sections with their questions.
#[component]
pub fn Way(
    /// Id of the question on the page.
    current: &'static str,
) -> impl IntoView {
    let texts = Texts::here();
    let session = Session::here();
    let project = Here::project();
    let judged = Memo::new(move |_| {
        session.readiness(project).map(|readiness| readiness.judged).unwrap_or_default()
    });
    let is_wide = window()
        .inner_width()
        .ok()
        .and_then(|width| width.as_f64())
        .is_some_and(|width| width >= WIDE);
    let sections: Vec<_> = readiness_pack()
        .map(|pack| pack.sections.iter().map(|section| (section, section.title_key(pack))))
        .into_iter()
        .flatten()
        .map(|(section, title)| {
            let words =
                move || judged.with(|judged| progress_words(texts, of_section(judged, section)));
            let items: Vec<_> = section
                .questions
                .iter()
                .map(|question| view! { <Item question=question current=current judged=judged /> })
                .collect();
            view! {
                <h3>{move || texts.text(&title)}</h3>
                <p class="second small">{words}</p>
                <ul>{items}</ul>
            }
        })
        .collect();
    view! {
        <nav class="walk-way" aria-labelledby="way-title">
            <details open=is_wide>
                <summary>
                    <h2 id="way-title">{t(key!("walk.questions"))}</h2>
                    " "
                    <span class="second small">
                        {move || judged.with(|judged| progress_words(texts, judged))}
                    </span>
                </summary>
                {sections}
            </details>
        </nav>
    }
}

/// A question with its mark, and its sub-checks below it.
#[component]
fn Item(
    /// The question.
    question: &'static Question,
    /// Id of the question on the page.
    current: &'static str,
    /// How all questions stand.
    judged: Memo<Vec<Judged>>,
) -> impl IntoView {
    let checks: Vec<_> = question
        .checks
        .iter()
        .map(|check| view! { <li><ItemLink question=check current=current judged=judged /></li> })
        .collect();
    view! {
        <li>
            <ItemLink question=question current=current judged=judged />
            {(!checks.is_empty()).then(|| view! { <ul>{checks}</ul> })}
        </li>
    }
}

#[component]
fn ItemLink(
    /// The question.
    question: &'static Question,
    /// Id of the question on the page.
    current: &'static str,
    /// How all questions stand.
    judged: Memo<Vec<Judged>>,
) -> impl IntoView {
    let texts = Texts::here();
    let project = Here::project();
    let standing = Memo::new(move |_| {
        judged.with(|judged| {
            find_judged(judged, &question.id).map_or(Standing::Open, |found| found.standing)
        })
    });
    let mark = move || {
        let (shape, class, word) = of_standing(standing.get());
        view! {
            <Mark shape=shape class=class />
            <span class="visually-hidden">{t(word)}": "</span>
        }
    };
    let href = Route::Project(project, Place::Question(question.id.clone())).href();
    let is_current = question.id == current;
    view! {
        <a href=href aria-current=is_current.then_some("page")>
            {mark}
            <span>{move || texts.text(&question.text_key("short"))}</span>
        </a>
    }
}
