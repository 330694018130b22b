//! A new project: its name, and what may be said already.

use super::NameField;
use crate::base::IdKind;
use crate::key;
use crate::route::{Place, Route};
use crate::web::components::fields::TextField;
use crate::web::routing::Routing;
use crate::web::session::Session;
use crate::web::texts::t;
use crate::workspace::{Command, Project, ProjectHead};
use leptos::prelude::*;

/// Asks for a name, adds the project and opens it.
#[component]
pub fn NewProject(
    /// Whether the form is open; it closes itself.
    open: RwSignal<bool>,
) -> impl IntoView {
    let session = Session::here();
    let routing = Routing::here();
    let name = RwSignal::new(String::new());
    let organisation = RwSignal::new(String::new());
    let why = RwSignal::new(String::new());
    let missing = RwSignal::new(false);
    let create = move || {
        let typed = name.with_untracked(|name| name.trim().to_owned());
        missing.set(typed.is_empty());
        if typed.is_empty() {
            return;
        }
        let id = session.new_id(IdKind::Project);
        let head = ProjectHead {
            organisation: organisation.with_untracked(|text| text.trim().to_owned()),
            why: why.with_untracked(|text| text.trim().to_owned()),
            ..ProjectHead::new(id, &typed)
        };
        if session.dispatch(Command::AddProject(Box::new(Project::new(head)))) {
            routing.go(&Route::Project(id, Place::Overview));
        }
    };
    let typed = move |text: String| {
        missing.update(|missing| *missing = *missing && text.trim().is_empty());
        name.set(text);
    };
    view! {
        <form class="inline-form new-project" novalidate aria-label=t(key!("projects.new"))
            on:submit=move |event| { event.prevent_default(); create(); }>
            <NameField id="new-name" value=name missing=missing on_text=typed focus=true />
            <TextField id="new-organisation" label=key!("projects.organisation") value=organisation
                on_text=move |text| organisation.set(text) />
            <TextField id="new-why" label=key!("projects.why") hint=key!("projects.why_hint") value=why
                on_text=move |text| why.set(text) multiline=true />
            <p class="cluster">
                <button class="button button-primary" type="submit">{t(key!("projects.create"))}</button>
                <button class="button" type="button" on:click=move |_| open.set(false)>{t(key!("projects.cancel"))}</button>
            </p>
        </form>
    }
}
