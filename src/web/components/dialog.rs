//! Things that open over the page: native popover and dialog.

use crate::web::texts::t;
use leptos::html;
use leptos::prelude::*;

/// A button that opens a panel; Escape or a click elsewhere closes it.
#[component]
pub fn Menu(
    /// Key of the button's text.
    label: &'static str,
    /// What the panel holds.
    children: Children,
) -> impl IntoView {
    view! {
        <button class="button button-quiet" type="button" popovertarget="main-menu">{t(label)}</button>
        <div id="main-menu" class="menu" popover="auto">{children()}</div>
    }
}

/// A modal dialog with a heading. It opens when `open` becomes true; Escape
/// and its buttons set it to false.
#[component]
pub fn Dialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Its heading.
    #[prop(into)]
    heading: Signal<String>,
    /// What it holds, made anew each time it opens.
    children: ChildrenFn,
) -> impl IntoView {
    let dialog: NodeRef<html::Dialog> = NodeRef::new();
    Effect::new(move |_| {
        let Some(element) = dialog.get() else { return };
        if open.get() && !element.open() {
            let _ = element.show_modal();
        } else if !open.get() && element.open() {
            element.close();
        }
    });
    let id = format!("dialog-{:x}", crate::web::browser::random::entropy().unwrap_or_default());
    let labelled_by = id.clone();
    view! {
        <dialog class="dialog" node_ref=dialog aria-labelledby=labelled_by on:close=move |_| open.set(false)>
            <h2 id=id>{move || heading.get()}</h2>
            {move || open.get().then(|| children())}
        </dialog>
    }
}
