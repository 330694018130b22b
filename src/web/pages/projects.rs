//! The first screen: all projects with their verdicts, or the welcome.

use crate::base::{Id, IdKind};
use crate::key;
use crate::route::{Place, Route};
use crate::web::components::status::{StatusWord, of_outcome};
use crate::web::routing::Routing;
use crate::web::session::Session;
use crate::web::texts::t;
use crate::workspace::{Command, Project, ProjectHead};
use leptos::prelude::*;

/// All projects, or the welcome when there are none.
#[component]
pub fn Projects() -> impl IntoView {
    let session = Session::here();
    let ids = Memo::new(move |_| {
        session.workspace().with(|workspace| {
            workspace.projects.iter().map(|project| project.head.id).collect::<Vec<Id>>()
        })
    });
    view! {
        <h1>{t(key!("projects.question"))}</h1>
        <NewProject />
        <ul class="project-list">
            <For each=move || ids.get() key=|id| *id let:id><ProjectRow id=id /></For>
        </ul>
        <p class="second">{t(key!("projects.stays_here"))}</p>
    }
}

#[component]
fn ProjectRow(
    /// The project.
    id: Id,
) -> impl IntoView {
    let session = Session::here();
    let name =
        move || session.with_project(id, |project| project.head.name.clone()).unwrap_or_default();
    let verdict = move || {
        let outcome = session.readiness(id).and_then(|readiness| readiness.verdict.outcome);
        let (shape, class, word) = of_outcome(outcome);
        view! { <StatusWord shape=shape class=class word=word /> }
    };
    view! {
        <li><a href=Route::Project(id, Place::Overview).href() dir="auto">{name}</a> {verdict}</li>
    }
}

/// Asks for a name and opens the new project.
#[component]
fn NewProject() -> impl IntoView {
    let session = Session::here();
    let routing = Routing::here();
    let name = RwSignal::new(String::new());
    let create = move || {
        let id = session.new_id(IdKind::Project);
        let head = ProjectHead::new(id, name.get_untracked().trim());
        if session.dispatch(Command::AddProject(Box::new(Project::new(head)))) {
            routing.go(&Route::Project(id, Place::Overview));
        }
    };
    view! {
        <button class="button button-primary" type="button" on:click=move |_| create()>
            {t(key!("projects.new"))}
        </button>
    }
}
