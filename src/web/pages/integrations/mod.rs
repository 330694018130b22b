//! Systems the CRM exchanges data with.

use crate::key;
use crate::route::Spot;
use crate::sheet::INTEGRATIONS;
use crate::web::components::register::Register;
use crate::web::texts::t;
use leptos::prelude::*;

/// The register of systems to integrate.
#[component]
pub fn Integrations(
    /// The cell to begin in.
    #[prop(optional_no_strip)]
    spot: Option<Spot>,
) -> impl IntoView {
    view! {
        <h1>{t(key!("frame.integrations"))}</h1>
        <section class="section">
            <h2 id="systems">{t(key!("integrations.systems"))}</h2>
            <Register sheet=&INTEGRATIONS labelled_by="systems" spot=spot />
        </section>
    }
}
