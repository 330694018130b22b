//! One question of the walk.

use crate::key;
use crate::web::texts::t;
use leptos::prelude::*;

/// One question fills the view.
#[component]
pub fn Walk(
    /// Id of the question.
    question: String,
) -> impl IntoView {
    let _ = question;
    view! { <h1>{t(key!("frame.readiness"))}</h1> }
}
