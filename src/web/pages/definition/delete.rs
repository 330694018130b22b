//! Removes an indicator with its measurements.

use super::editor::Editor;
use crate::i18n::Arg;
use crate::key;
use crate::route::{Place, Route};
use crate::web::routing::Routing;
use crate::web::texts::{Texts, t};
use crate::workspace::Command;
use leptos::prelude::*;

/// A button that tells how many measurements go with it.
#[component]
pub fn DeleteIndicator(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    let texts = Texts::here();
    let routing = Routing::here();
    let session = editor.session();
    let count = Memo::new(move |_| {
        let count = session.with_project(editor.project, |project| project.series(editor.id).len());
        u64::try_from(count.unwrap_or_default()).unwrap_or(u64::MAX)
    });
    let delete = move |_| {
        let told = count.get_untracked();
        if session.dispatch(Command::Remove { project: editor.project, record: editor.id }) {
            session.tell(match told {
                0 => texts.text(key!("definition.deleted_alone")),
                _ => texts.format(key!("definition.deleted"), &[("count", Arg::Count(told))]),
            });
            routing.go(&Route::Project(editor.project, Place::Goals));
        }
    };
    let hint = move || match count.get() {
        0 => texts.text(key!("definition.delete_hint_alone")),
        count => texts.format(key!("definition.delete_hint"), &[("count", Arg::Count(count))]),
    };
    view! {
        <section class="section no-print">
            <div class="cluster">
                <button class="button" type="button" aria-describedby="definition-delete-hint" on:click=delete>
                    {t(key!("definition.delete"))}
                </button>
                <p class="hint" id="definition-delete-hint">{hint}</p>
            </div>
        </section>
    }
}
