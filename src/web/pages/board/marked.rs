//! Two wordings as one text with the differences marked.

use crate::key;
use crate::registers::{Piece, difference};
use crate::web::texts::t;
use leptos::prelude::*;

/// What turns the first wording into the second: what goes is struck out, what
/// comes is underlined, and both are said by a screen reader.
#[component]
pub fn Marked(
    /// The first wording.
    before: Signal<String>,
    /// The second wording.
    after: Signal<String>,
) -> impl IntoView {
    let pieces = move || {
        let found = difference(before.get().trim(), after.get().trim());
        found.into_iter().map(shown).collect_view()
    };
    view! { <p class="marked" dir="auto">{pieces}</p> }
}

fn shown(piece: Piece) -> AnyView {
    match piece {
        Piece::Same(text) => view! { <span>{text}</span> }.into_any(),
        Piece::Removed(text) => view! {
            <del><span class="visually-hidden">{t(key!("board.removed_words"))}" "</span>{text}</del>
        }
        .into_any(),
        Piece::Added(text) => view! {
            <ins><span class="visually-hidden">{t(key!("board.added_words"))}" "</span>{text}</ins>
        }
        .into_any(),
    }
}
