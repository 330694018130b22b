//! Moves focus, and puts a refused choice back.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// Focuses the element a selector finds, once the page has been drawn; a
/// heading that takes focus when the place changes has had it by then.
pub fn focus_on(selector: String) {
    request_animation_frame(move || {
        request_animation_frame(move || {
            if let Some(element) = found(&selector) {
                let _ = element.focus();
            }
        });
    });
}

/// The first element of a selector, its group opened where it is folded away.
fn found(selector: &str) -> Option<web_sys::HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// Focuses a group of radio buttons: the chosen one, else the first.
pub fn focus_choice(name: &str) {
    let chosen = format!("input[name=\"{name}\"]:checked");
    let any = format!("input[name=\"{name}\"]");
    if let Some(element) = found(&chosen).or_else(|| found(&any)) {
        let _ = element.focus();
    }
}

/// Checks the radio button of a group that the document still says, after a
/// change was refused. `place` counts from 0.
pub fn put_choice_back(name: &str, place: usize) {
    let radio = format!("label:nth-of-type({}) > input[name=\"{name}\"]", place + 1);
    let input = found(&radio).and_then(|found| found.dyn_into::<web_sys::HtmlInputElement>().ok());
    if let Some(input) = input {
        input.set_checked(true);
    }
}
