//! The trap of the library's entry an indicator was made of.

use super::editor::Editor;
use crate::i18n::Arg;
use crate::key;
use crate::web::components::status::{Mark, Shape};
use crate::web::library::LibraryHere;
use crate::web::texts::Texts;
use leptos::prelude::*;

/// Says the trap; nothing for an indicator that is not from the library, or
/// whose entry is gone.
#[component]
pub fn Trap(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    let texts = Texts::here();
    let from = editor.read(|indicator| indicator.role.from.clone());
    let library = LibraryHere::when(move || from.with(|from| !from.is_empty()));
    let trap = move || {
        let shelf = library.shelf()?;
        let entry = from.with(|from| shelf.library.entry(from).cloned())?;
        let trap = shelf.say(&entry, "trap");
        Some(texts.format(key!("library_page.trap_says"), &[("trap", Arg::Text(&trap))]))
    };
    move || {
        trap().map(|trap| {
            view! {
                <p class="trap no-print">
                    <Mark shape=Shape::Triangle class="status-within-tolerance" /> <span>{trap}</span>
                </p>
            }
        })
    }
}
