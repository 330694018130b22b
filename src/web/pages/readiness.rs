//! All questions with their answers.

use crate::key;
use crate::web::texts::t;
use leptos::prelude::*;

/// All questions with their answers.
#[component]
pub fn ReadinessList() -> impl IntoView {
    view! { <h1>{t(key!("frame.readiness"))}</h1> }
}
