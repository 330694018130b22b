//! The note, behind a disclosure.

use super::asked::Asked;
use crate::key;
use crate::web::components::fields::TextField;
use crate::web::texts::t;
use leptos::prelude::*;

/// Id of the disclosure.
pub const DETAILS: &str = "note-details";
/// Id of the text.
pub const TEXT: &str = "note";

/// Anything else worth keeping.
#[component]
pub fn Note(
    /// The question.
    asked: Asked,
) -> impl IntoView {
    let text = Signal::derive(move || asked.read(|answer| answer.note.clone()).unwrap_or_default());
    let starts_open = !text.get_untracked().is_empty();
    view! {
        <details id=DETAILS class="walk-note" open=starts_open>
            <summary>{t(key!("walk.add_note"))}</summary>
            <TextField id=TEXT label=key!("walk.note") value=text multiline=true
                on_text=move |text: String| asked.type_in("note", |answer| answer.note = text) />
        </details>
    }
}
