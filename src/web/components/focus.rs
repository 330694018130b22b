//! Where the focus goes when what had it is gone, or when a key says so.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

/// Moves focus to an element by its id once the page has been drawn.
pub fn focus(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || focus_now(&id));
}

/// Moves focus at once to an element that is there already, so that what is
/// typed next goes into it.
pub fn focus_now(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Focuses the element a selector finds, once the page has been drawn; a
/// heading that takes focus when the place changes has had it by then.
pub fn focus_on(selector: impl Into<String>) {
    let selector = selector.into();
    request_animation_frame(move || {
        request_animation_frame(move || {
            if let Some(element) = found(&selector) {
                let _ = element.focus();
            }
        });
    });
}

/// The first element of a selector, its group opened where it is folded away.
pub fn found(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}
