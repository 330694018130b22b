//! The indicators that prove the success criteria.

use crate::key;
use crate::web::texts::t;
use leptos::prelude::*;

/// The indicators that prove the success criteria.
#[component]
pub fn SuccessCriteria() -> impl IntoView {
    view! { <h1>{t(key!("frame.success_criteria"))}</h1> }
}
