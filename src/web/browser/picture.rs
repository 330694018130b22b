//! A drawing turned into a picture of dots, by the browser itself.

use super::fault;
use js_sys::{Array, Function, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url,
};

/// Why no picture came of a drawing; the text is the browser's reason, for
/// instance that its settings keep pages from drawing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the picture could not be drawn: {0}")]
pub struct PictureError(pub String);

/// Draws an SVG of its own, with styles inside, as PNG: `size` is its width
/// and height in pixels, `scale` how many dots one of them becomes.
pub async fn png(svg: &str, size: (u32, u32), scale: u32) -> Result<Blob, PictureError> {
    let address = address_of(svg).map_err(|thrown| error(&thrown))?;
    let drawn = draw(&address, size, scale).await;
    let _ = Url::revoke_object_url(&address);
    drawn.map_err(|thrown| error(&thrown))
}

fn error(thrown: &JsValue) -> PictureError {
    PictureError(fault::text(thrown))
}

fn address_of(svg: &str) -> Result<String, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("image/svg+xml");
    let parts = Array::of1(&svg.into());
    Url::create_object_url_with_blob(&Blob::new_with_str_sequence_and_options(&parts, &options)?)
}

async fn draw(address: &str, (width, height): (u32, u32), scale: u32) -> Result<Blob, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(address);
    JsFuture::from(image.decode()).await?;
    let missing = || JsValue::from_str("no canvas");
    let document = web_sys::window().and_then(|window| window.document()).ok_or_else(missing)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    let (width, height) = (width.saturating_mul(scale), height.saturating_mul(scale));
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d")?.ok_or_else(missing)?;
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    let (width, height) = (f64::from(width), f64::from(height));
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    let blob = JsFuture::from(bytes_of(&canvas)).await?;
    blob.dyn_into().map_err(|_| JsValue::from_str("an empty picture"))
}

/// What is drawn, as PNG; null if the browser does not let it out.
fn bytes_of(canvas: &HtmlCanvasElement) -> Promise {
    Promise::new(&mut |done: Function, failed: Function| {
        let hand_over = Closure::once_into_js(move |blob: JsValue| {
            let _ = done.call1(&JsValue::UNDEFINED, &blob);
        });
        if let Err(thrown) = canvas.to_blob(hand_over.unchecked_ref()) {
            let _ = failed.call1(&JsValue::UNDEFINED, &thrown);
        }
    })
}

/// Whether the system asks for dark pages.
pub fn prefers_dark() -> bool {
    let asked = web_sys::window()
        .and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok().flatten());
    asked.is_some_and(|query| query.matches())
}
