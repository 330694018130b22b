//! How the numbers of the page are worked out.

use super::Watched;
use super::process::Layered;
use crate::chart::indicator::layered_receipt;
use crate::key;
use crate::web::session::Session;
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// Every rule with its numbers, behind a summary.
#[component]
pub fn Receipt(
    /// The indicator.
    watched: Watched,
    /// What the chart shows.
    layered: Layered,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let lines = move || {
        let (today, layer) = (session.today(), layered.layer());
        let lines = texts.with(|catalogue| {
            session.with_project(watched.project, |found| {
                let record = found.indicators.get(watched.indicator)?;
                let series = found.series(watched.indicator);
                Some(layered_receipt(catalogue, &found.head, record, series, today, layer))
            })
        });
        let line = |line: crate::chart::indicator::ReceiptLine| {
            view! { <dt>{line.term}</dt><dd>{line.text}</dd> }
        };
        lines.flatten().unwrap_or_default().into_iter().map(line).collect_view()
    };
    view! {
        <details class="receipt">
            <summary>{t(key!("indicator.receipt"))}</summary>
            <dl>{lines}</dl>
        </details>
    }
}
