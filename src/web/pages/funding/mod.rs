//! Money: what every stage needs and has, what the project costs, and whether
//! the plan leaves out what plans leave out.

mod actual;
mod hidden;
mod stages;
mod terms;
mod thumb;

use crate::chart::indicator::ReceiptLine;
use crate::key;
use crate::pack::Proof;
use crate::report::Money;
use crate::route::Spot;
use crate::sheet::COSTS;
use crate::web::components::proof::ProofBox;
use crate::web::components::register::Register;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// The answer on funding with what it lacks, stages with their money, cost
/// lines with what is to be said of them.
#[component]
pub fn Funding(
    /// The cell to begin in.
    #[prop(optional_no_strip)]
    spot: Option<Spot>,
) -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let no_costs = Memo::new(move |_| {
        session.with_project(project, |project| project.costs.is_empty()).unwrap_or(true)
    });
    view! {
        <h1>{t(key!("frame.funding"))}</h1>
        <p class="lead second">{t(key!("funding.lead"))}</p>
        <ProofBox proof=Proof::Funding question="ready.funding" back=key!("funding.question") rule=key!("funding.rule") />
        <terms::Terms />
        <stages::Stages spot=spot.clone() />
        <section class="section">
            <h2 id="costs">{t(key!("funding.costs"))}</h2>
            <p hidden=move || !no_costs.get()>{t(key!("funding.costs_empty"))}</p>
            <Register sheet=&COSTS labelled_by="costs" spot=spot />
        </section>
        <actual::Actual />
        <div class="columns">
            <hidden::Hidden />
            <thumb::Thumb />
        </div>
    }
}

/// Sentences on the money of the project shown; tracks document and language.
fn said(read: impl Fn(Money<'_>) -> Vec<String> + Send + Sync + 'static) -> Memo<Vec<String>> {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    Memo::new(move |_| {
        texts.with(|catalogue| {
            let found = session.with_project(project, |project| read(Money { catalogue, project }));
            found.unwrap_or_default()
        })
    })
}

/// How the numbers of a part of the page are worked out, behind a summary.
#[component]
fn Receipt(
    /// The rules with their numbers.
    lines: fn(Money<'_>) -> Vec<ReceiptLine>,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let found = Memo::new(move |_| {
        texts.with(|catalogue| {
            let found =
                session.with_project(project, |project| lines(Money { catalogue, project }));
            found.unwrap_or_default()
        })
    });
    let line = |line: ReceiptLine| view! { <dt>{line.term}</dt><dd>{line.text}</dd> };
    view! {
        <details class="money-receipt receipt" hidden=move || found.with(Vec::is_empty)>
            <summary>{t(key!("funding.receipt"))}</summary>
            <dl>{move || found.get().into_iter().map(line).collect_view()}</dl>
        </details>
    }
}
