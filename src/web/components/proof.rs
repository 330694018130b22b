//! What a register proves, and every fact it lacks.

use crate::key;
use crate::pack::Proof;
use crate::report::missing_fact;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::register_proof;
use leptos::prelude::*;

/// The facts a register lacks, each as a sentence that says what to do.
#[component]
pub fn Lacking(
    /// The proof whose register it is.
    proof: Proof,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let facts = Memo::new(move |_| {
        session
            .with_project(project, |project| {
                let found = register_proof(project, proof)?;
                let say = |fact: &_| texts.with(|words| missing_fact(words, project, *fact));
                Some(found.missing.iter().map(say).collect::<Vec<String>>())
            })
            .flatten()
            .unwrap_or_default()
    });
    let items =
        move || facts.get().into_iter().map(|fact| view! { <li>{fact}</li> }).collect_view();
    view! {
        <Show when=move || !facts.with(Vec::is_empty) fallback=|| view! { <p>{t(key!("registers.complete"))}</p> }>
            <ul class="walk-because">{items}</ul>
        </Show>
    }
}
