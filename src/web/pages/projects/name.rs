//! The name of a project: the one field that may not stay empty.

use crate::key;
use crate::web::texts::{Texts, t};
use leptos::html;
use leptos::prelude::*;

/// A name, with its error in place while it is empty.
#[component]
pub fn NameField(
    /// Id of the input, unique on the page.
    #[prop(into)]
    id: String,
    /// The name.
    #[prop(into)]
    value: Signal<String>,
    /// Whether it was left empty.
    #[prop(into)]
    missing: Signal<bool>,
    /// Called while typing.
    #[prop(into)]
    on_text: Callback<String>,
    /// Whether it takes the focus when it appears.
    #[prop(optional)]
    focus: bool,
) -> impl IntoView {
    let texts = Texts::here();
    let input: NodeRef<html::Input> = NodeRef::new();
    Effect::new(move |_| {
        if let Some(input) = input.get().filter(|_| focus) {
            let _ = input.focus();
        }
    });
    let error_id = format!("{id}-error");
    let for_id = id.clone();
    let described_by = error_id.clone();
    view! {
        <div class="field">
            <label for=for_id>{t(key!("projects.name"))}</label>
            <p class="error" id=error_id role="alert" hidden=move || !missing.get()>
                {move || texts.text(key!("projects.name_missing"))}
            </p>
            <input id=id type="text" dir="auto" maxlength="200" autocomplete="off" required node_ref=input
                aria-describedby=described_by
                aria-invalid=move || missing.get().then_some("true")
                prop:value=move || value.get()
                on:input=move |event| on_text.run(event_target_value(&event)) />
        </div>
    }
}
