//! Texts of other encodings, by the browser's own tables.

use crate::tabular::Encoding;
use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};

/// Decodes bytes; `None` where the browser does not know the encoding, or
/// where the bytes do not fit.
pub fn decode(bytes: &[u8], encoding: Encoding) -> Option<String> {
    let class: Function =
        Reflect::get(&js_sys::global(), &"TextDecoder".into()).ok()?.dyn_into().ok()?;
    let options = js_sys::Object::new();
    Reflect::set(&options, &"fatal".into(), &JsValue::TRUE).ok()?;
    let arguments = Array::of2(&encoding.label().into(), &options);
    let decoder = Reflect::construct(&class, &arguments).ok()?;
    let decode: Function = Reflect::get(&decoder, &"decode".into()).ok()?.dyn_into().ok()?;
    decode.call1(&decoder, &Uint8Array::from(bytes)).ok()?.as_string()
}
