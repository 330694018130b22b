//! The page: mounts the app in `index.html` and does nothing else.

use leptos::{mount::mount_to, prelude::*, wasm_bindgen::JsCast as _};

/// The one line there is until the real app arrives.
#[component]
fn App() -> impl IntoView {
    view! { <h1>"CRM readiness"</h1> }
}

fn main() {
    console_error_panic_hook::set_once();
    let Some(place) = document().get_element_by_id("app") else {
        leptos::logging::error!("index.html has no element #app");
        return;
    };
    // The static first screen stands there until now.
    place.set_inner_html("");
    mount_to(place.unchecked_into(), App).forget();
}
