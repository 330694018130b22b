//! Shortcuts of the walk: only while focus is inside the question and not in
//! something one writes in, and only while they are switched on.

use super::answer::{options, radio_id};
use super::asked::Asked;
use super::note;
use crate::assessment::{Ask, Focus, ask};
use crate::i18n::Arg;
use crate::key;
use crate::route::{Place, Route};
use crate::web::components::focus::focus;
use crate::web::routing::Routing;
use crate::web::session::Session;
use crate::web::texts::{Texts, t};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, KeyboardEvent};

/// What a key does on a question.
pub fn listener(asked: Asked, previous: Place, next: Place) -> impl Fn(KeyboardEvent) {
    let routing = Routing::here();
    let settings = Session::here().settings();
    let answers = options(asked.question.scale);
    move |event: KeyboardEvent| {
        let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
        let off = settings.with_untracked(|settings| !settings.shortcuts);
        if off || modified || event.repeat() || event.is_composing() || event.default_prevented() {
            return;
        }
        let Some(found) = ask(&event.key(), event.shift_key(), focus_of(&event), answers.len())
        else {
            return;
        };
        event.prevent_default();
        match found {
            Ask::Answer(index) => {
                asked.give(answers.get(index).copied());
                focus(&radio_id(index));
            }
            Ask::Note => {
                if let Some(details) = document().get_element_by_id(note::DETAILS) {
                    let _ = details.set_attribute("open", "");
                }
                focus(note::TEXT);
            }
            Ask::Next => routing.go(&Route::Project(asked.project, next.clone())),
            Ask::Previous => routing.go(&Route::Project(asked.project, previous.clone())),
        }
    }
}

/// What has the focus.
fn focus_of(event: &KeyboardEvent) -> Focus {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(element) = target else { return Focus::Resting };
    match element.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => Focus::Writing,
        "INPUT" => match element.get_attribute("type").as_deref() {
            Some("radio" | "checkbox") => Focus::Resting,
            _ => Focus::Writing,
        },
        "BUTTON" | "A" | "SUMMARY" => Focus::Operating,
        _ => Focus::Resting,
    }
}

/// The shortcuts in words, and the switch for them.
#[component]
pub fn Help(
    /// How many answers there are.
    count: usize,
) -> impl IntoView {
    let texts = Texts::here();
    let settings = Session::here().settings();
    let is_on = Memo::new(move |_| settings.with(|settings| settings.shortcuts));
    let words = move || texts.format(key!("walk.keys"), &[("last", Arg::Text(&count.to_string()))]);
    view! {
        <div class="walk-help second small">
            <label class="choice">
                <input type="checkbox" prop:checked=move || is_on.get()
                    on:change=move |event| {
                        let on = event_target_checked(&event);
                        settings.update(|settings| settings.shortcuts = on);
                    } />
                <span>{t(key!("walk.shortcuts"))}</span>
            </label>
            <Show when=move || is_on.get()><p>{words}</p></Show>
        </div>
    }
}
