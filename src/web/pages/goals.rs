//! Goals and their indicators.

use crate::key;
use crate::web::texts::t;
use leptos::prelude::*;

/// Goals and their indicators.
#[component]
pub fn Goals() -> impl IntoView {
    view! { <h1>{t(key!("frame.goals"))}</h1> }
}
