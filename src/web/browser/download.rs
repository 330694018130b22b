//! Files out of the page.

use super::{fault, timer};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the browser may take to fetch the file from the page, in
/// milliseconds, before the page lets go of it.
const KEPT_MS: u32 = 60_000;

/// Why a file could not be offered; the text is the browser's reason.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the file could not be offered: {0}")]
pub struct DownloadError(pub String);

/// Offers a text as a file. Whether the user then stores it, nobody tells.
pub fn save_text(name: &str, media_type: &str, text: &str) -> Result<(), DownloadError> {
    save(name, media_type, &text.into())
}

/// Offers bytes as a file.
pub fn save_bytes(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), DownloadError> {
    save(name, media_type, &Uint8Array::from(bytes).into())
}

/// Offers what the browser holds as a file.
pub fn save_blob(name: &str, blob: &Blob) -> Result<(), DownloadError> {
    offer(name, blob).map_err(|thrown| DownloadError(fault::text(&thrown)))
}

fn save(name: &str, media_type: &str, part: &JsValue) -> Result<(), DownloadError> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(part), &options);
    let offered = blob.and_then(|blob| offer(name, &blob));
    offered.map_err(|thrown| DownloadError(fault::text(&thrown)))
}

fn offer(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let missing = || JsValue::from_str("no document");
    let document = web_sys::window().and_then(|window| window.document()).ok_or_else(missing)?;
    let body = document.body().ok_or_else(missing)?;
    let address = Url::create_object_url_with_blob(blob)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.set_hidden(true);
    body.append_child(&anchor)?;
    anchor.click();
    anchor.remove();
    timer::later(KEPT_MS, move || drop(Url::revoke_object_url(&address)));
    Ok(())
}
