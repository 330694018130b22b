//! What a register proves, and every fact it lacks.

use crate::assessment::Derived;
use crate::i18n::Arg;
use crate::key;
use crate::pack::Proof;
use crate::report::{missing_fact, missing_place};
use crate::route::{Place, Route, Spot};
use crate::web::components::focus::focus_now;
use crate::web::components::register::{cell_id, focus_new_row};
use crate::web::components::status::{Mark, of_derived};
use crate::web::pages::walk::word;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::register_proof;
use leptos::prelude::*;

/// Where the register behind a proof is worked out, with the words of the
/// link there.
pub fn register_place(proof: Proof) -> Option<(Place, &'static str)> {
    match proof {
        Proof::SuccessCriteria => Some((Place::SuccessCriteria, key!("walk.derived_link"))),
        Proof::Definition => Some((Place::Customer(None), key!("walk.definition_link"))),
        Proof::Funding => Some((Place::Funding(None), key!("walk.funding_link"))),
        Proof::Integrations => Some((Place::Integrations(None), key!("walk.integrations_link"))),
        Proof::Evidence | Proof::Participants => None,
    }
}

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
        <section class="proof-box" aria-labelledby="proof-title">
            // The answer alone is read out when it changes, not each missing fact.
            <h2 id="proof-title" aria-live="polite">{mark}{answer}</h2>
            <Lacking proof=proof />
            <details>
                <summary>{t(key!("registers.rule"))}</summary>
                <p>{t(rule)}</p>
            </details>
            <p class="no-print"><a href=href>{t(back)}</a></p>
        </section>
    }
}

/// A missing fact as a sentence that says what to do, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// What to do.
    pub says: String,
    /// Where.
    pub place: Option<Place>,
}

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
                let say = |fact: &_| Fact {
                    says: texts.with(|words| missing_fact(words, project, *fact)),
                    place: missing_place(project, *fact),
                };
                Some(found.missing.iter().map(say).collect::<Vec<Fact>>())
            })
            .flatten()
            .unwrap_or_default()
    });
    view! { <Facts facts=facts /> }
}

/// Facts shown at once; the rest is folded away.
const SHOWN: usize = 6;

/// Missing facts as links to the fields that mend them.
#[component]
pub fn Facts(
    /// The facts.
    facts: Memo<Vec<Fact>>,
    /// Called when a link leads to the address shown already, which by itself
    /// does nothing.
    #[prop(optional, into)]
    on_again: Option<Callback<Place>>,
) -> impl IntoView {
    let project = Here::project();
    let item = move |fact: Fact| {
        let Some(place) = fact.place else { return view! { <li>{fact.says}</li> }.into_any() };
        let href = Route::Project(project, place.clone()).href();
        let own = href.clone();
        let follow = move |event: leptos::ev::MouseEvent| {
            go(&event, &place);
            let shown = window().location().hash().unwrap_or_default();
            if let Some(again) = on_again.filter(|_| shown == own) {
                again.run(place.clone());
            }
        };
        view! { <li><a href=href on:click=follow dir="auto">{fact.says}</a></li> }.into_any()
    };
    let texts = Texts::here();
    let shown = move |from: usize, most: usize| {
        move || facts.get().into_iter().skip(from).take(most).map(item).collect_view()
    };
    let more = Memo::new(move |_| facts.with(Vec::len).saturating_sub(SHOWN));
    let more_words = move || {
        let count = u64::try_from(more.get()).unwrap_or(u64::MAX);
        texts.format(key!("registers.more"), &[("count", Arg::Count(count))])
    };
    view! {
        <Show when=move || !facts.with(Vec::is_empty) fallback=|| view! { <p>{t(key!("registers.complete"))}</p> }>
            <ul class="walk-because">{shown(0, SHOWN)}</ul>
        </Show>
        <Show when=move || { more.get() > 0 }>
            <details>
                <summary>{more_words}</summary>
                <ul class="walk-because">{shown(SHOWN, usize::MAX)}</ul>
            </details>
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
