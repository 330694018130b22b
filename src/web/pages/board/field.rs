//! Fields whose label names something people wrote.

use leptos::prelude::*;

/// A text of several lines under a label that follows from the document.
#[component]
pub fn NamedText(
    /// Id of the field, unique on the page.
    id: String,
    /// The label.
    label: Signal<String>,
    /// The text.
    value: Signal<String>,
    /// Called while typing.
    #[prop(into)]
    on_text: Callback<String>,
) -> impl IntoView {
    let for_id = id.clone();
    view! {
        <div class="field">
            <label for=for_id dir="auto">{move || label.get()}</label>
            <textarea id=id rows="2" dir="auto" maxlength="10000"
                prop:value=move || value.get()
                on:input=move |event| on_text.run(event_target_value(&event))></textarea>
        </div>
    }
}
