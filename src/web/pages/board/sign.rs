//! Signing the agreed wording: by whom, when, and whether it still stands.

use super::desk::{Desk, signature_id};
use super::marked::Marked;
use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::registers::{SignOff, Signature, alike, signature};
use crate::web::components::fields::DateField;
use crate::web::components::focus::focus;
use crate::web::components::people::{PersonField, person_name};
use crate::web::components::status::{Shape, StatusWord};
use crate::web::texts::t;
use leptos::prelude::*;

/// Every department's signature.
#[component]
pub fn Signatures(
    /// The board.
    desk: Desk,
) -> impl IntoView {
    let ids = desk.view_ids();
    view! {
        <section class="section" aria-labelledby="signatures">
            <h2 id="signatures">{t(key!("board.signatures"))}</h2>
            <Show when=move || !ids.with(Vec::is_empty) fallback=|| view! { <p>{t(key!("board.no_departments"))}</p> }>
                <ul class="signatures">
                    <For each=move || ids.get() key=|view| *view let:view>
                        <li>
                            <h3 dir="auto">{move || desk.department(view)}</h3>
                            <SignBlock desk=desk view=view />
                        </li>
                    </For>
                </ul>
            </Show>
        </section>
    }
}

/// Where one department's signature stands, and what it takes.
#[component]
pub fn SignBlock(
    /// The board.
    desk: Desk,
    /// The department's view.
    view: Id,
) -> impl IntoView {
    let state = Memo::new(move |_| {
        desk.views.with(|views| {
            let found = views.iter().find(|found| found.id == view)?;
            desk.record.with(|term| Some(signature(term.as_ref()?, found)))
        })
    });
    let nothing = Memo::new(move |_| desk.read(|term| term.wording.trim().is_empty()));
    let body = move || {
        match (state.get(), nothing.get()) {
        (None, _) => ().into_any(),
        (Some(Signature::Missing), true) => {
            view! { <p class="second">{t(key!("board.nothing_to_sign"))}</p> }.into_any()
        }
        (Some(Signature::Missing), false) => view! {
            <p><StatusWord shape=Shape::DashedRing class="status-no-data" word=key!("board.unsigned") /></p>
            <Form desk=desk view=view />
        }
        .into_any(),
        (Some(Signature::Stands), _) => view! {
            <p>
                <StatusWord shape=Shape::Disc class="status-met" word=key!("board.signed") />" "
                <Whose desk=desk view=view />
            </p>
            <Withdraw desk=desk view=view />
        }
        .into_any(),
        (Some(Signature::Outdated), nothing) => view! {
            <p>
                <StatusWord shape=Shape::HalfDisc class="status-within-tolerance" word=key!("board.signature_outdated") />" "
                <Whose desk=desk view=view />
            </p>
            <Reworded desk=desk view=view />
            {(!nothing).then(|| view! { <Form desk=desk view=view /> })}
            <Withdraw desk=desk view=view />
        }
        .into_any(),
    }
    };
    view! { <div class="sign-block">{body}</div> }
}

/// By whom and when.
#[component]
fn Whose(
    /// The board.
    desk: Desk,
    /// The department's view.
    view: Id,
) -> impl IntoView {
    let words = move || {
        let signed = desk.of_view(view, |view| view.signed.clone())?;
        let name = signed.person.map(|id| person_name(desk.session, desk.project, id));
        let name = name.filter(|name| !name.is_empty());
        let date = ("date", Arg::Date(signed.date));
        Some(match name {
            Some(name) => {
                let args = [date, ("person", Arg::Text(&name))];
                desk.texts.format(key!("board.signed_by"), &args)
            }
            None => desk.texts.format(key!("board.signed_on"), &[date]),
        })
    };
    view! { <span dir="auto">{words}</span> }
}

/// What has changed in the wording since it was signed.
#[component]
fn Reworded(
    /// The board.
    desk: Desk,
    /// The department's view.
    view: Id,
) -> impl IntoView {
    let before = Signal::derive(move || {
        let wording = |signed: Option<&SignOff>| signed.map(|one| one.wording.clone());
        desk.of_view(view, |view| wording(view.signed.as_ref()).unwrap_or_default())
    });
    view! {
        <p class="small second">{t(key!("board.changed_since"))}</p>
        <Marked before=before after=desk.text(|term| &term.wording) />
    }
}

fn withdraw_id(view: Id) -> String {
    format!("withdraw-{view}")
}

/// Takes the signature back.
#[component]
fn Withdraw(
    /// The board.
    desk: Desk,
    /// The department's view.
    view: Id,
) -> impl IntoView {
    let label = move || {
        let name = desk.department(view);
        desk.texts.format(key!("board.withdraw_for"), &[("department", Arg::Text(&name))])
    };
    let withdraw = move |_| {
        if desk.edit_view(view, None, |view| view.signed = None) {
            focus(&signature_id(view));
        }
    };
    view! {
        <button id=withdraw_id(view) class="button button-quiet no-print" type="button" aria-label=label on:click=withdraw>
            {t(key!("board.withdraw"))}
        </button>
    }
}

/// Person, date, and the button that signs.
#[component]
fn Form(
    /// The board.
    desk: Desk,
    /// The department's view.
    view: Id,
) -> impl IntoView {
    let person = RwSignal::new(lead_of(desk, view));
    let date = RwSignal::new(Some(desk.session.today_signal().get_untracked()));
    let nobody = RwSignal::new(false);
    let open_cases = Memo::new(move |_| {
        let cases = desk.read(|term| term.cases.iter().map(|case| case.id).collect::<Vec<_>>());
        cases.into_iter().filter(|case| desk.decision(*case, view).is_none()).count()
    });
    let still_open = move || {
        let count = u64::try_from(open_cases.get()).unwrap_or(u64::MAX);
        desk.texts.format(key!("board.cases_left"), &[("count", Arg::Count(count))])
    };
    let sign = move |_| {
        nobody.set(person.get_untracked().is_none());
        let (Some(person), Some(date)) = (person.get_untracked(), date.get_untracked()) else {
            focus(&signature_id(view));
            return;
        };
        let wording = untrack(|| desk.read(|term| term.wording.clone()));
        let signed = SignOff { date, person: Some(person), wording };
        if desk.edit_view(view, None, |view| view.signed = Some(signed)) {
            focus(&withdraw_id(view));
        }
    };
    let choose = move |chosen: Option<Id>| {
        person.set(chosen);
        nobody.set(false);
    };
    let set_date = move |chosen: Option<chrono::NaiveDate>| date.set(chosen);
    let label = move || {
        let name = desk.department(view);
        desk.texts.format(key!("board.sign_for"), &[("department", Arg::Text(&name))])
    };
    view! {
        <div class="sign-form no-print">
            <Show when=move || { open_cases.get() > 0 }><p class="hint">{still_open}</p></Show>
            <PersonField id=signature_id(view) label=key!("board.signer") value=person
                on_person=choose />
            <p class="error small" role="alert" hidden=move || !nobody.get()>{t(key!("board.signer_needed"))}</p>
            <DateField id=format!("signed-{view}") label=key!("board.sign_date") value=date
                on_date=set_date />
            <button class="button button-primary" type="button" aria-label=label on:click=sign>{t(key!("board.sign"))}</button>
        </div>
    }
}

/// Whom the field begins with: you, if you are of the department; else the one
/// person the register knows of it; else you.
fn lead_of(desk: Desk, view: Id) -> Option<Id> {
    let name = alike(&untrack(|| desk.department(view)));
    let you = desk.session.you_now(desk.project);
    let own = desk.session.peek_project(desk.project, |project| {
        let own = project.people.iter().filter(|one| alike(&one.department) == name);
        own.map(|one| one.id).collect::<Vec<_>>()
    });
    match own.unwrap_or_default().as_slice() {
        own if you.is_some_and(|you| own.contains(&you)) => you,
        [only] => Some(*only),
        _ => you,
    }
}
