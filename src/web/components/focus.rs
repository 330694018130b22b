//! Where the focus goes when what had it is gone, or when a key says so.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

/// Moves focus to an element by its id once the page has been drawn.
pub fn focus(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || {
        focus_now(&id);
    });
}

/// Moves focus at once to an element that is there already, so that what is
/// typed next goes into it; `false` when it is not there.
pub fn focus_now(id: &str) -> bool {
    take_focus(document().get_element_by_id(id))
}

/// Moves focus at once to the first element a selector finds.
pub fn focus_first(selector: &str) -> bool {
    take_focus(document().query_selector(selector).ok().flatten())
}

fn take_focus(element: Option<web_sys::Element>) -> bool {
    unfold(element.as_ref());
    let element = element.and_then(|found| found.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

/// Opens the groups an element is folded away in: nothing in them takes focus.
fn unfold(element: Option<&web_sys::Element>) {
    let folded = |element: &web_sys::Element| element.closest("details:not([open])").ok().flatten();
    let mut next = element.and_then(folded);
    while let Some(group) = next {
        if group.set_attribute("open", "").is_err() {
            return;
        }
        next = folded(&group);
    }
}

/// Focuses the element a selector finds, once the page has been drawn; a
/// heading that takes focus when the place changes has had it by then.
pub fn focus_on(selector: impl Into<String>) {
    let selector = selector.into();
    request_animation_frame(move || {
        request_animation_frame(move || {
            focus_first(&selector);
        });
    });
}

/// As [`focus_on`], with another selector for where the first finds nothing.
pub fn focus_on_or(selector: impl Into<String>, other: impl Into<String>) {
    let (selector, other) = (selector.into(), other.into());
    request_animation_frame(move || {
        request_animation_frame(move || {
            if !focus_first(&selector) {
                focus_first(&other);
            }
        });
    });
}

/// The first element of a selector.
pub fn found(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}
