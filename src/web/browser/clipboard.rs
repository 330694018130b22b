//! What was copied elsewhere.

use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast as _;

/// The text of a paste event.
pub fn pasted_text(event: &web_sys::Event) -> Option<String> {
    // By reflection: the bindings of the clipboard would weigh more than this.
    let data = Reflect::get(event, &"clipboardData".into()).ok()?;
    let get: Function = Reflect::get(&data, &"getData".into()).ok()?.dyn_into().ok()?;
    get.call1(&data, &"text/plain".into()).ok()?.as_string()
}

/// The text of a paste event that holds more than one cell; any other is left
/// to the input it was meant for.
pub fn pasted_block(event: &web_sys::Event) -> Option<String> {
    let text = pasted_text(event)?;
    text.trim_end_matches(['\r', '\n']).contains(['\t', '\n']).then_some(text)
}
