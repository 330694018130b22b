//! The people register.

use crate::key;
use crate::web::texts::t;
use leptos::prelude::*;

/// The people register.
#[component]
pub fn People() -> impl IntoView {
    view! { <h1>{t(key!("frame.people"))}</h1> }
}
