//! Open risks, the heaviest first.

use super::Scroll;
use crate::base::Id;
use crate::key;
use crate::registers::{Risk, RiskState};
use crate::web::components::people::person_name;
use crate::web::pages::actions::{Exposure, response_key};
use crate::web::pages::overview::due_words;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// Open risks with what is done about them.
#[component]
pub fn Risks() -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let ids = Memo::new(move |_| {
        let open = session.with_project(project, |project| {
            let mut open: Vec<&Risk> =
                project.risks.iter().filter(|risk| risk.state == RiskState::Open).collect();
            // Stable: what weighs alike, or is not rated, keeps its order.
            open.sort_by_key(|risk| std::cmp::Reverse(risk.exposure()));
            open.into_iter().map(|risk| risk.id).collect::<Vec<Id>>()
        });
        open.unwrap_or_default()
    });
    let rows = move || ids.get().into_iter().map(|id| view! { <Row id=id /> }).collect_view();
    view! {
        <Show when=move || !ids.with(Vec::is_empty)>
            <section aria-labelledby="report-risks">
                <h2 id="report-risks">{t(key!("actions.risks"))}</h2>
                <Scroll labelled_by="report-risks">
                    <table class="stacks" role="table">
                        <thead role="rowgroup"><tr role="row">
                            <th scope="col" role="columnheader">{t(key!("actions.risk"))}</th>
                            <th scope="col" role="columnheader">{t(key!("actions.exposure"))}</th>
                            <th scope="col" role="columnheader">{t(key!("actions.response"))}</th>
                            <th scope="col" role="columnheader">{t(key!("report.who"))}</th>
                            <th scope="col" role="columnheader">{t(key!("actions.review"))}</th>
                        </tr></thead>
                        <tbody role="rowgroup">{rows}</tbody>
                    </table>
                </Scroll>
            </section>
        </Show>
    }
}

#[component]
fn Row(
    /// The risk.
    id: Id,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let risk = Memo::new(move |_| {
        session.with_project(project, |project| project.risks.get(id).cloned()).flatten()
    });
    let part = move |read: fn(&Risk) -> String| {
        move || risk.with(|risk| risk.as_ref().map(read)).unwrap_or_default()
    };
    let response = move || {
        let response = risk.with(|risk| risk.as_ref().and_then(|risk| risk.response))?;
        Some(texts.text(response_key(response)))
    };
    let who = move || match risk.with(|risk| risk.as_ref().and_then(|risk| risk.owner)) {
        Some(owner) => person_name(session, project, owner),
        None => texts.text(key!("people.nobody")),
    };
    let due = move || due_words(texts, risk.with(|risk| risk.as_ref().and_then(|risk| risk.due)));
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" dir="auto">{part(|risk| risk.title.clone())}</th>
            <td role="cell"><Exposure id=id /></td>
            <td role="cell">{response}<span class="under user-text" dir="auto">{part(|risk| risk.plan.clone())}</span></td>
            <td role="cell" class="whole" dir="auto">{who}</td>
            <td role="cell" class="nowrap">{due}</td>
        </tr>
    }
}
