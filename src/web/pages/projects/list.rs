//! The projects of this browser.

use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::route::{Place, Route};
use crate::web::components::status::{StatusWord, of_outcome};
use crate::web::session::Session;
use crate::web::texts::{Texts, t};
use crate::workspace::Command;
use leptos::html;
use leptos::prelude::*;

/// All projects with their verdicts, in the order they were added.
#[component]
pub fn ProjectList(
    /// The projects.
    ids: Memo<Vec<Id>>,
) -> impl IntoView {
    view! {
        <ul class="project-list">
            <For each=move || ids.get() key=|id| *id let:id><ProjectRow id=id /></For>
        </ul>
    }
}

#[component]
fn ProjectRow(
    /// The project.
    id: Id,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let head = Memo::new(move |_| session.with_project(id, |project| project.head.clone()));
    let name = move || head.with(|head| head.as_ref().map(|head| head.name.clone()));
    let organisation =
        move || head.with(|head| head.as_ref().map(|head| head.organisation.clone()));
    let is_sample = move || head.with(|head| head.as_ref().is_some_and(|head| head.sample));
    let part = Memo::new(move |_| {
        let department = head.with(|head| head.as_ref().map(|head| head.department.clone()));
        department.filter(|department| !department.trim().is_empty())
    });
    let verdict = move || {
        if let Some(department) = part.get() {
            let args = [("department", Arg::Text(&department))];
            let words = texts.format(key!("projects.part_of"), &args);
            return view! { <span class="second" dir="auto">{words}</span> }.into_any();
        }
        let outcome = session.readiness(id).and_then(|readiness| readiness.verdict.outcome);
        let (shape, class, word) = of_outcome(outcome);
        view! { <StatusWord shape=shape class=class word=word /> }.into_any()
    };
    let asking = RwSignal::new(false);
    let delete_label = move || {
        let name = name().unwrap_or_default();
        texts.format(key!("projects.delete_named"), &[("name", Arg::Text(&name))])
    };
    view! {
        <li class="project-row">
            <div class="project-words">
                <a class="project-link" href=Route::Project(id, Place::Overview).href() dir="auto">{name}</a>
                {move || is_sample().then(|| view! { <span class="tag">{t(key!("sample.label"))}</span> })}
                <span class="second small" dir="auto">{organisation}</span>
            </div>
            {verdict}
            {move || (!asking.get()).then(|| view! {
                <button class="button button-quiet" type="button" aria-label=delete_label
                    on:click=move |_| asking.set(true)>{t(key!("projects.delete"))}</button>
            })}
            {move || asking.get().then(|| view! { <ConfirmDelete id=id asking=asking /> })}
        </li>
    }
}

/// Asks in place before a project goes.
#[component]
fn ConfirmDelete(
    /// The project.
    id: Id,
    /// Whether it is being asked.
    asking: RwSignal<bool>,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let keep: NodeRef<html::Button> = NodeRef::new();
    Effect::new(move |_| {
        if let Some(keep) = keep.get() {
            let _ = keep.focus();
        }
    });
    let question = move || {
        let name = session.with_project(id, |project| project.head.name.clone());
        let name = name.unwrap_or_default();
        texts.format(key!("projects.delete_sure"), &[("name", Arg::Text(&name))])
    };
    let delete = move |_| {
        if session.dispatch(Command::RemoveProject(id)) {
            session.tell(texts.text(key!("projects.deleted")));
            // The button that had the focus is gone with its row.
            request_animation_frame(crate::web::frame::focus_heading);
        }
    };
    view! {
        <div class="confirm" role="group" aria-label=question>
            <p>{question}</p>
            <p class="cluster">
                <button class="button" type="button" on:click=delete>{t(key!("projects.delete"))}</button>
                <button class="button" type="button" node_ref=keep on:click=move |_| asking.set(false)>
                    {t(key!("projects.keep"))}
                </button>
            </p>
        </div>
    }
}
