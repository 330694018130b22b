//! Who took part in the answer, and whether a leader and an end user of the
//! own side are among them.

use super::asked::Asked;
use crate::assessment::{AnswerValue, Shortfall};
use crate::base::Id;
use crate::key;
use crate::pack::Proof;
use crate::web::components::focus::focus;
use crate::web::components::people::{NewPerson, position_key, side_key};
use crate::web::session::Session;
use crate::web::texts::{Texts, t};
use crate::workspace::Person;
use leptos::prelude::*;

/// Id of the button that adds a person.
const ADD: &str = "respondent-add";

/// The people who took part, for questions that ask for them.
#[component]
pub fn Respondents(
    /// The question.
    asked: Asked,
) -> impl IntoView {
    if asked.question.proof != Proof::Participants {
        return ().into_any();
    }
    let session = Session::here();
    let chosen = move |person: Id| {
        asked.read(|answer| answer.respondents.contains(&person)).unwrap_or_default()
    };
    let anyone = move || asked.read(|answer| !answer.respondents.is_empty()).unwrap_or_default();
    let called_for = move || matches!(asked.value(), Some(AnswerValue::Yes | AnswerValue::Partly));
    let shown = Memo::new(move |_| anyone() || called_for());
    let people = Memo::new(move |_| {
        session
            .with_project(asked.project, |project| {
                project.people.iter().cloned().collect::<Vec<_>>()
            })
            .unwrap_or_default()
    });
    let boxes = move || {
        let boxes = people.get().into_iter().map(move |person| {
            let id = person.id;
            view! { <Respondent person=person is_chosen=Signal::derive(move || chosen(id)) asked=asked /> }
        });
        boxes.collect::<Vec<_>>()
    };
    view! {
        <Show when=move || shown.get()>
            <fieldset class="walk-block">
                <legend>{t(key!("walk.respondents"))}</legend>
                <Coverage asked=asked />
                <div class="walk-people">{boxes}</div>
                <AddRespondent asked=asked />
            </fieldset>
        </Show>
    }
    .into_any()
}

#[component]
fn Respondent(
    /// The person.
    person: Person,
    /// Whether they took part.
    is_chosen: Signal<bool>,
    /// The question.
    asked: Asked,
) -> impl IntoView {
    let texts = Texts::here();
    let id = person.id;
    let toggle = move |on: bool| {
        asked.edit(|answer| {
            answer.respondents.retain(|other| *other != id);
            if on {
                answer.respondents.push(id);
            }
        });
    };
    let about = move || {
        let words = [texts.text(side_key(person.side)), texts.text(position_key(person.position))];
        words.join(" · ")
    };
    view! {
        <label class="choice">
            <input type="checkbox" prop:checked=move || is_chosen.get()
                on:change=move |event| toggle(event_target_checked(&event)) />
            <span><span dir="auto">{person.name}</span>" "<small>{about}</small></span>
        </label>
    }
}

/// What is missing among those who took part, or that nothing is.
#[component]
fn Coverage(
    /// The question.
    asked: Asked,
) -> impl IntoView {
    let lacks = move |shortfall| Memo::new(move |_| asked.lacks(shortfall));
    let (leader, end_user, vendor) =
        (lacks(Shortfall::Leader), lacks(Shortfall::EndUser), lacks(Shortfall::VendorAlone));
    // Only a yes is held to it; on a partly it is said as advice.
    let is_yes = Memo::new(move |_| asked.value() == Some(AnswerValue::Yes));
    let complete = move || is_yes.get() && !leader.get() && !end_user.get() && !vendor.get();
    view! {
        <Show when=move || !is_yes.get()><p>{t(key!("walk.who_must"))}</p></Show>
        <Show when=move || leader.get()><p class="walk-missing">{t(key!("walk.missing_leader"))}</p></Show>
        <Show when=move || end_user.get()><p class="walk-missing">{t(key!("walk.missing_end_user"))}</p></Show>
        <Show when=move || vendor.get()><p class="notice notice-error">{t(key!("walk.vendor_alone"))}</p></Show>
        <Show when=complete><p>{t(key!("walk.covered"))}</p></Show>
    }
}

/// Adds a person to the register and to those who took part.
#[component]
fn AddRespondent(
    /// The question.
    asked: Asked,
) -> impl IntoView {
    let adding = RwSignal::new(false);
    let done = move |person: Option<Id>| {
        adding.set(false);
        if let Some(person) = person {
            asked.edit(|answer| answer.respondents.push(person));
        }
        focus(ADD);
    };
    let open = move |_| {
        adding.set(true);
        focus("respondent-name");
    };
    view! {
        <Show when=move || !adding.get()
            fallback=move || view! { <NewPerson id="respondent-name".to_owned() on_done=done /> }>
            <button id=ADD class="button" type="button" on:click=open>{t(key!("walk.add_respondent"))}</button>
        </Show>
    }
}
