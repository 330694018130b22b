//! What a register proves, and every fact it lacks.

use crate::assessment::Derived;
use crate::i18n::Arg;
use crate::key;
use crate::pack::Proof;
use crate::registers::Missing;
use crate::report::missing_fact;
use crate::route::{Place, Route, Spot, place_of};
use crate::web::components::focus::focus_now;
use crate::web::components::register::{cell_id, focus_new_row};
use crate::web::components::status::{Mark, of_derived};
use crate::web::pages::walk::word;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::register_proof;
use leptos::prelude::*;

/// The answer a register gives to its question, with its rule and everything
/// it lacks; for the page of the register.
#[component]
pub fn ProofBox(
    /// The proof whose register it is.
    proof: Proof,
    /// Id of the question.
    question: &'static str,
    /// Key of the link back to the question.
    back: &'static str,
    /// Key of the rule the answer follows.
    rule: &'static str,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let derived = Memo::new(move |_| {
        let found = session.with_project(project, |project| register_proof(project, proof));
        found.flatten().map_or(Derived::Nothing, |found| found.derived)
    });
    let answer = move || match derived.get() {
        Derived::Nothing => texts.text(key!("walk.register_empty")),
        Derived::Value(value) => {
            let answer = word(texts, value);
            texts.format(key!("walk.register_shows"), &[("answer", Arg::Text(&answer))])
        }
    };
    let mark = move || {
        let (shape, class) = of_derived(derived.get());
        view! { <Mark shape=shape class=class /> }
    };
    let href = Route::Project(project, Place::Question(question.to_owned())).href();
    view! {
        <section class="proof-box" aria-labelledby="proof-title" aria-live="polite">
            <h2 id="proof-title">{mark}{answer}</h2>
            <Lacking proof=proof />
            <details>
                <summary>{t(key!("registers.rule"))}</summary>
                <p>{t(rule)}</p>
            </details>
            <p class="no-print"><a href=href>{t(back)}</a></p>
        </section>
    }
}

/// The facts a register lacks, each as a sentence that says what to do, and as
/// a link that puts the cursor where it is written down.
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
                let say = |fact: &Missing| {
                    (*fact, texts.with(|words| missing_fact(words, project, *fact)))
                };
                Some(found.missing.iter().map(say).collect::<Vec<_>>())
            })
            .flatten()
            .unwrap_or_default()
    });
    let item = move |(fact, said): (Missing, String)| match place_of(fact) {
        Some(place) => {
            let href = Route::Project(project, place.clone()).href();
            view! { <li><a href=href on:click=move |event| go(&event, &place)>{said}</a></li> }
                .into_any()
        }
        None => view! { <li>{said}</li> }.into_any(),
    };
    let items = move || facts.get().into_iter().map(item).collect_view();
    view! {
        <Show when=move || !facts.with(Vec::is_empty) fallback=|| view! { <p>{t(key!("registers.complete"))}</p> }>
            <ul class="walk-because">{items}</ul>
        </Show>
    }
}

/// On the page of the register the cursor moves at once; from elsewhere the
/// link leads there.
fn go(event: &leptos::ev::MouseEvent, place: &Place) {
    let (Place::Funding(spot) | Place::Integrations(spot)) = place else { return };
    let moved = match spot {
        Some(Spot { record, column }) => focus_now(&cell_id(*record, column)),
        None => focus_new_row(),
    };
    if moved {
        event.prevent_default();
    }
}
