//! Name, why, fiscal year.

use crate::key;
use crate::web::texts::t;
use leptos::prelude::*;

/// Name, why, fiscal year.
#[component]
pub fn ProjectSettings() -> impl IntoView {
    view! { <h1>{t(key!("frame.settings"))}</h1> }
}
