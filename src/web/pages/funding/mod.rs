//! Money: what every stage needs and has, and what the project costs.

use crate::key;
use crate::route::Spot;
use crate::sheet::{COSTS, STAGES};
use crate::web::components::register::Register;
use crate::web::texts::t;
use leptos::prelude::*;

/// Stages with their money, and cost lines.
#[component]
pub fn Funding(
    /// The cell to begin in.
    #[prop(optional_no_strip)]
    spot: Option<Spot>,
) -> impl IntoView {
    view! {
        <h1>{t(key!("frame.funding"))}</h1>
        <section class="section">
            <h2 id="stages">{t(key!("funding.stages"))}</h2>
            <Register sheet=&STAGES labelled_by="stages" spot=spot.clone() />
        </section>
        <section class="section">
            <h2 id="costs">{t(key!("funding.costs"))}</h2>
            <Register sheet=&COSTS labelled_by="costs" spot=spot />
        </section>
    }
}
