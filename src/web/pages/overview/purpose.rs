//! Why the project is done, and what it should bring.

use crate::key;
use crate::route::{Place, Route};
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::ProjectHead;
use leptos::prelude::*;

/// Why, and the benefit; what is missing shows as incomplete.
#[component]
pub fn Purpose() -> impl IntoView {
    view! {
        <section class="purpose" aria-labelledby="purpose">
            <h2 id="purpose">{t(key!("overview.purpose"))}</h2>
            <Part label=key!("overview.why") of=|head: &ProjectHead| head.why.clone() />
            <Part label=key!("overview.benefit") of=|head: &ProjectHead| head.benefit.clone() />
        </section>
    }
}

#[component]
fn Part(
    /// Key of its heading.
    label: &'static str,
    /// Which text of the project.
    of: fn(&ProjectHead) -> String,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let text = Memo::new(move |_| {
        session.with_project(project, |project| of(&project.head)).unwrap_or_default()
    });
    let body = move || {
        if text.with(|text| text.trim().is_empty()) {
            let href = Route::Project(project, Place::Settings).href();
            view! {
                <p class="second">
                    {t(key!("overview.incomplete"))} " "
                    <a class="no-print" href=href>{t(key!("overview.write_it"))}</a>
                </p>
            }
            .into_any()
        } else {
            view! { <p class="user-text" dir="auto">{text}</p> }.into_any()
        }
    };
    view! { <h3>{move || texts.text(label)}</h3> {body} }
}
