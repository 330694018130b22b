//! A call that comes later.

use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// A pending call; dropping it cancels the call.
#[derive(Debug)]
pub struct Timer {
    wanted: Rc<Cell<bool>>,
}

/// Calls `call` once, `delay_ms` milliseconds from now, unless the timer is
/// dropped before. `None` if there is no window to keep time.
pub fn after(delay_ms: u32, call: impl FnOnce() + 'static) -> Option<Timer> {
    web_sys::window()?;
    let wanted = Rc::new(Cell::new(true));
    let still_wanted = Rc::clone(&wanted);
    // A cancelled call still comes, and does nothing: the closure then frees
    // itself, and no handle has to be kept for the browser.
    later(delay_ms, move || {
        if still_wanted.get() {
            call();
        }
    });
    Some(Timer { wanted })
}

impl Drop for Timer {
    fn drop(&mut self) {
        self.wanted.set(false);
    }
}

/// Lets the page act before going on.
pub async fn pause() {
    let turn = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            drop(window.set_timeout_with_callback(&resolve));
        }
    });
    drop(wasm_bindgen_futures::JsFuture::from(turn).await);
}

/// As [`after`], without a way to cancel.
pub fn later(delay_ms: u32, call: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let delay = i32::try_from(delay_ms).unwrap_or(i32::MAX);
    let call = Closure::once_into_js(call);
    // Only fails under a content policy that forbids text as code; this is none.
    drop(window.set_timeout_with_callback_and_timeout_and_arguments_0(call.unchecked_ref(), delay));
}
