//! Moves focus, and puts a refused choice back.

pub use crate::web::components::focus::focus_on;
use crate::web::components::focus::found;
use wasm_bindgen::JsCast as _;

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
