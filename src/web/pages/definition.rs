//! The definition of one indicator.

use crate::base::Id;
use crate::key;
use crate::web::texts::t;
use leptos::prelude::*;

/// The definition of one indicator.
#[component]
pub fn Definition(
    /// The indicator.
    indicator: Id,
) -> impl IntoView {
    let _ = indicator;
    view! { <h1>{t(key!("frame.indicator"))}</h1> }
}
