//! One of a few, or nothing said: a select for what is optional.

use super::fields::{described, slot_note};
use super::goal_check::Noted;
use crate::key;
use crate::web::texts::Texts;
use leptos::prelude::*;

/// A select whose first option says nothing.
#[component]
pub fn Pick<T>(
    /// Id of the select, unique on the page.
    #[prop(into)]
    id: String,
    /// Key of the label.
    label: &'static str,
    /// Key of a hint below the label.
    #[prop(optional)]
    hint: Option<&'static str>,
    /// The options with the keys of their words.
    options: Vec<(T, &'static str)>,
    /// The option chosen.
    #[prop(into)]
    value: Signal<Option<T>>,
    /// Called with the choice.
    #[prop(into)]
    on_pick: Callback<Option<T>>,
    /// What the goal check says of the field, below it.
    #[prop(optional)]
    note: Option<Noted>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let texts = Texts::here();
    let described_by = described(&id, hint.is_some(), false, note.is_some());
    let noted = slot_note(&id, note);
    let (for_id, hint_id) = (id.clone(), format!("{id}-hint"));
    let choices = options.clone();
    let choose = move |word: String| {
        let chosen = choices.iter().find(|(_, key)| *key == word);
        on_pick.run(chosen.map(|(option, _)| *option));
    };
    let shown: Vec<_> = options
        .into_iter()
        .map(|(option, word)| {
            view! {
                <option value=word prop:selected=move || value.get() == Some(option)>{move || texts.text(word)}</option>
            }
        })
        .collect();
    view! {
        <div class="field">
            <label for=for_id>{move || texts.text(label)}</label>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{move || texts.text(hint)}</p> })}
            <select id=id aria-describedby=described_by on:change=move |event| choose(event_target_value(&event))>
                <option value="" prop:selected=move || value.get().is_none()>
                    {move || texts.text(key!("role.not_said"))}
                </option>
                {shown}
            </select>
            {noted}
        </div>
    }
}
