//! Tells the page's own script that the program has stopped.

use crate::web::browser::NAMESPACE;
use web_sys::{CustomEvent, CustomEventInit};

/// Raises the event the rescue bar listens for, with a message for its
/// details. Nothing more can be done after a panic.
pub fn announce(message: &str) {
    let init = CustomEventInit::new();
    init.set_detail(&message.into());
    let name = format!("{NAMESPACE}:failed");
    let event = CustomEvent::new_with_event_init_dict(&name, &init);
    if let (Some(window), Ok(event)) = (web_sys::window(), event) {
        let _ = window.dispatch_event(&event);
    }
}
