//! What the browser threw, as facts.

use crate::storage::StoreError;
use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// The name of an exception, for instance `QuotaExceededError`.
pub(super) fn name(thrown: &JsValue) -> String {
    property(thrown, "name")
}

/// The name and message of an exception, for the details view.
pub(super) fn text(thrown: &JsValue) -> String {
    let (name, message) = (name(thrown), property(thrown, "message"));
    match (name.is_empty(), message.is_empty()) {
        (false, false) => format!("{name}: {message}"),
        (false, true) => name,
        (true, false) => message,
        (true, true) => thrown.as_string().unwrap_or_default(),
    }
}

/// An exception of the database, as far as its name says which; `other` makes
/// the error of what is left.
pub(super) fn store_error(thrown: &JsValue, other: fn(String) -> StoreError) -> StoreError {
    match name(thrown).as_str() {
        "QuotaExceededError" => StoreError::QuotaExceeded,
        "SecurityError" => StoreError::Denied,
        "VersionError" => StoreError::NewerVersion,
        _ => other(text(thrown)),
    }
}

fn property(thrown: &JsValue, key: &str) -> String {
    // Reading a property of undefined or null throws: then there is no text.
    Reflect::get(thrown, &key.into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
}
