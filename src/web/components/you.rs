//! “You are …”: who uses this browser, kept in it and never in a plan.

use crate::base::Id;
use crate::key;
use crate::web::components::people::PersonField;
use crate::web::session::{Here, Session};
use leptos::prelude::*;

/// Chooses oneself from the people of the project shown.
#[component]
pub fn YouAre(
    /// Id of the select, unique on the page.
    id: &'static str,
) -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let value = Signal::derive(move || session.you(project));
    let choose = move |person: Option<Id>| {
        session.settings().update(|settings| settings.you.choose(project, person));
    };
    view! {
        <PersonField id=id label=key!("people.you") hint=key!("people.you_hint") value=value on_person=choose />
    }
}
