//! Texts of other encodings, by the browser's own tables.

use crate::tabular::Encoding;
use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};

/// Decodes a file piece by piece, cut anywhere.
pub struct Decoder {
    decoder: JsValue,
    decode: Function,
}

impl Decoder {
    /// `None` where the browser does not know the encoding.
    pub fn new(encoding: Encoding) -> Option<Self> {
        let class: Function =
            Reflect::get(&js_sys::global(), &"TextDecoder".into()).ok()?.dyn_into().ok()?;
        let options = Object::new();
        Reflect::set(&options, &"fatal".into(), &JsValue::TRUE).ok()?;
        let arguments = Array::of2(&encoding.label().into(), &options);
        let decoder = Reflect::construct(&class, &arguments).ok()?;
        let decode = Reflect::get(&decoder, &"decode".into()).ok()?.dyn_into().ok()?;
        Some(Self { decoder, decode })
    }

    /// The text of the next bytes, if they fit; `more` if others follow.
    pub fn push(&self, bytes: &[u8], more: bool) -> Option<String> {
        let options = Object::new();
        Reflect::set(&options, &"stream".into(), &more.into()).ok()?;
        let bytes = Uint8Array::from(bytes);
        self.decode.call2(&self.decoder, &bytes, &options).ok()?.as_string()
    }
}

/// Decodes bytes; `None` where the browser does not know the encoding, or
/// where the bytes do not fit.
pub fn decode(bytes: &[u8], encoding: Encoding) -> Option<String> {
    Decoder::new(encoding)?.push(bytes, false)
}
