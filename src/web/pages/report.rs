//! What gets printed, and the plan file.

use crate::key;
use crate::web::texts::t;
use leptos::prelude::*;

/// What gets printed, and the plan file.
#[component]
pub fn Report() -> impl IntoView {
    view! { <h1>{t(key!("frame.report"))}</h1> }
}
