//! A call that comes later.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// A pending call; dropping it cancels the call.
#[derive(Debug)]
pub struct Timer {
    handle: i32,
    _call: Closure<dyn FnMut()>,
}

/// Calls `call` once, `delay_ms` milliseconds from now, unless the timer is
/// dropped before. `None` if there is no window to keep time.
pub fn after(delay_ms: u32, call: impl FnOnce() + 'static) -> Option<Timer> {
    let window = web_sys::window()?;
    let call = Closure::once(call);
    let delay = i32::try_from(delay_ms).unwrap_or(i32::MAX);
    let function = call.as_ref().unchecked_ref();
    let handle =
        window.set_timeout_with_callback_and_timeout_and_arguments_0(function, delay).ok()?;
    Some(Timer { handle, _call: call })
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            window.clear_timeout_with_handle(self.handle);
        }
    }
}

/// As [`after`], without a way to cancel.
pub fn later(delay_ms: u32, call: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let delay = i32::try_from(delay_ms).unwrap_or(i32::MAX);
    let call = Closure::once_into_js(call);
    // Only fails under a content policy that forbids text as code; this is none.
    drop(window.set_timeout_with_callback_and_timeout_and_arguments_0(call.unchecked_ref(), delay));
}
