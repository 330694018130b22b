//! The states in the life of what a term names, each with its time limit.

use super::desk::Desk;
use crate::i18n::Arg;
use crate::key;
use crate::registers::LifeState;
use crate::web::components::fields::{NumberField, TextField};
use crate::web::components::focus::focus;
use crate::web::texts::t;
use leptos::prelude::*;

/// The most months a limit may have: a hundred years.
const MOST_MONTHS: f64 = 1200.0;

/// Id of the button that adds a state.
const ADD: &str = "add-state";

/// The states, in their order, and one more.
#[component]
pub fn LifeStates(
    /// The board.
    desk: Desk,
) -> impl IntoView {
    let count = Memo::new(move |_| desk.read(|term| term.states.len()));
    let add = move |_| {
        let next = count.get_untracked();
        let blank = LifeState { name: String::new(), months: None };
        if desk.edit(None, |term| term.states.push(blank)) {
            focus(&format!("state-{next}"));
        }
    };
    view! {
        <fieldset class="life-states">
            <legend>{t(key!("board.states"))}</legend>
            <p class="hint">{t(key!("board.states_hint"))}</p>
            <For each=move || 0..count.get() key=|at| *at let:at><State desk=desk at=at /></For>
            <button id=ADD class="button no-print" type="button" on:click=add>{t(key!("board.add_state"))}</button>
        </fieldset>
    }
}

/// One state: its name and after how many months without activity it ends.
#[component]
fn State(
    /// The board.
    desk: Desk,
    /// Its place, from 0.
    at: usize,
) -> impl IntoView {
    let name = Signal::derive(move || {
        desk.read(|term| term.states.get(at).map(|state| state.name.clone()).unwrap_or_default())
    });
    let months = Signal::derive(move || {
        desk.read(|term| term.states.get(at).and_then(|state| state.months).map(f64::from))
    });
    let write = move |field: &str, change: &dyn Fn(&mut LifeState)| {
        desk.edit(Some(&format!("state-{at}-{field}")), |term| {
            if let Some(state) = term.states.get_mut(at) {
                change(state);
            }
        });
    };
    let check = Callback::new(move |months: f64| {
        let fits = months.fract() == 0.0 && (1.0..=MOST_MONTHS).contains(&months);
        (!fits).then(|| desk.texts.text(key!("board.months_wrong")))
    });
    let limit = move |months: Option<f64>| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "checked above"
        )]
        write("months", &|state| state.months = months.map(|months| months as u16));
    };
    let label =
        move || desk.texts.format(key!("board.remove_state"), &[("state", Arg::Text(&name.get()))]);
    let remove = move |_| {
        let gone = desk.edit(None, |term| {
            if at < term.states.len() {
                term.states.remove(at);
            }
        });
        if gone {
            focus(ADD);
        }
    };
    view! {
        <div class="life-state">
            <TextField id=format!("state-{at}") label=key!("board.state_name") value=name
                on_text=move |text: String| write("name", &|state| state.name.clone_from(&text)) />
            <NumberField id=format!("months-{at}") label=key!("board.months") value=months check=check
                unit=Signal::derive(move || desk.texts.text(key!("board.months_unit"))) on_number=limit />
            <button class="button button-quiet no-print" type="button" aria-label=label on:click=remove>
                {t(key!("board.remove"))}
            </button>
        </div>
    }
}
