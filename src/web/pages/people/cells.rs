//! Fields in the cells of the register. Their labels name field and person;
//! the column's head, repeated in the cell, is only seen on a phone.

use crate::key;
use crate::web::components::people::{position_key, side_key};
use crate::web::texts::{Texts, t};
use crate::workspace::{Position, Side};
use leptos::prelude::*;

/// The sides as offered.
pub const SIDES: [Side; 3] = Side::ALL;
/// The positions as offered.
pub const POSITIONS: [Position; 4] = Position::ALL;

/// Something chosen from a few words.
pub trait Worded: Copy + Send + Sync + 'static {
    /// The key of its word.
    fn word(self) -> &'static str;
}

impl Worded for Side {
    fn word(self) -> &'static str {
        side_key(self)
    }
}

impl Worded for Position {
    fn word(self) -> &'static str {
        position_key(self)
    }
}

/// One line of text. A required one that is emptied is not saved, and has its
/// text back when it is left.
#[component]
pub fn TextCell(
    /// Id of the input, unique on the page.
    id: String,
    /// Key of the column's head.
    head: &'static str,
    /// The label.
    label: Signal<String>,
    /// The text.
    value: Signal<String>,
    /// Called while typing.
    #[prop(into)]
    on_text: Callback<String>,
    /// Whether it may not be empty.
    #[prop(optional)]
    required: bool,
) -> impl IntoView {
    let is_empty = RwSignal::new(false);
    let error_id = format!("{id}-error");
    let described_by = error_id.clone();
    let read = move |text: String| {
        let empty = required && text.trim().is_empty();
        is_empty.set(empty);
        if !empty {
            on_text.run(text);
        }
    };
    let leave = move |event: leptos::ev::Event| {
        if is_empty.get_untracked() {
            event_target::<web_sys::HtmlInputElement>(&event).set_value(&value.get_untracked());
            is_empty.set(false);
        }
    };
    view! {
        <span class="cell-head" aria-hidden="true">{t(head)}</span>
        <input id=id type="text" dir="auto" autocomplete="off" maxlength="200"
            aria-label=move || label.get() aria-describedby=required.then_some(described_by)
            aria-invalid=move || is_empty.get().then_some("true")
            prop:value=move || value.get()
            on:input=move |event| read(event_target_value(&event))
            on:change=leave />
        {required.then(move || view! {
            <span id=error_id class="error small" role="alert" hidden=move || !is_empty.get()>
                {t(key!("people_page.name_needed"))}
            </span>
        })}
    }
}

/// One of a few.
#[component]
pub fn SelectCell<T: Worded>(
    /// Id of the select, unique on the page.
    id: String,
    /// Key of the column's head.
    head: &'static str,
    /// The label.
    label: Signal<String>,
    /// What is offered.
    options: Vec<T>,
    /// Key of the word chosen.
    value: Signal<&'static str>,
    /// Called with the choice.
    #[prop(into)]
    on_choice: Callback<T>,
) -> impl IntoView {
    let texts = Texts::here();
    let items: Vec<_> = options
        .iter()
        .map(|option| {
            let word = option.word();
            view! {
                <option value=word prop:selected=move || value.get() == word>{move || texts.text(word)}</option>
            }
        })
        .collect();
    let choose = move |word: String| {
        if let Some(option) = options.iter().find(|option| option.word() == word) {
            on_choice.run(*option);
        }
    };
    view! {
        <span class="cell-head" aria-hidden="true">{t(head)}</span>
        <select id=id aria-label=move || label.get() on:change=move |event| choose(event_target_value(&event))>
            {items}
        </select>
    }
}
