//! Verdict, blockers, indicators off target, what to do next.

use crate::key;
use crate::web::texts::t;
use leptos::prelude::*;

/// Verdict, blockers, indicators off target, what to do next.
#[component]
pub fn Overview() -> impl IntoView {
    view! { <h1>{t(key!("frame.overview"))}</h1> }
}
