//! Currency of the money, and whether the software is bought or rented.

use crate::key;
use crate::tabular::is_currency;
use crate::web::components::fields::Choice;
use crate::web::session::{Here, Session};
use crate::web::texts::t;
use crate::workspace::{ProjectHead, Record};
use leptos::prelude::*;

/// What the money is counted in.
#[component]
pub fn Terms() -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let subscription =
        Signal::derive(move || session.with_project(project, |project| project.head.subscription));
    let choose = move |rented: bool| {
        change(session, |head| head.subscription = rented);
    };
    view! {
        <section class="money-terms no-print" aria-label=t(key!("funding.terms"))>
            <Currency />
            <Choice name="software" label=key!("funding.software")
                options=vec![(false, key!("funding.bought")), (true, key!("funding.rented"))]
                value=subscription on_choice=choose />
        </section>
    }
}

/// Changes the head of the project shown, while it is typed in.
fn change(session: Session, edit: impl FnOnce(&mut ProjectHead)) {
    let project = Here::project();
    if let Some(mut head) = session.peek_project(project, |project| project.head.clone()) {
        edit(&mut head);
        session.save_typing(project, "terms", Record::Head(head));
    }
}

/// The currency, by its code. What is none stays in the field with its error.
#[component]
fn Currency() -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let draft = RwSignal::new(None::<String>);
    let wrong = RwSignal::new(false);
    let stored = move || {
        session.with_project(project, |project| project.head.currency.clone()).unwrap_or_default()
    };
    let read = move |text: String, settled: bool| {
        let code = text.trim().to_uppercase();
        let fits = code.is_empty() || is_currency(&code);
        wrong.set(!fits && (settled || code.chars().count() > 3));
        draft.set((!fits || !settled).then_some(text));
        if fits && untrack(stored) != code {
            change(session, |head| head.currency = code);
        }
    };
    view! {
        <div class="field">
            <label for="currency">{t(key!("funding.currency"))}</label>
            <p class="hint" id="currency-hint">{t(key!("funding.currency_hint"))}</p>
            <p class="error" id="currency-error" role="alert" hidden=move || !wrong.get()>{t(key!("funding.currency_wrong"))}</p>
            <input id="currency" type="text" class="short" autocomplete="off" spellcheck="false" maxlength="20"
                aria-describedby="currency-hint currency-error"
                aria-invalid=move || wrong.get().then_some("true")
                prop:value=move || draft.get().unwrap_or_else(stored)
                on:input=move |event| read(event_target_value(&event), false)
                on:change=move |event| read(event_target_value(&event), true) />
        </div>
    }
}
