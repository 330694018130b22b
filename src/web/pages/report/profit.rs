//! The last question: does the organisation earn more?

use crate::base::Id;
use crate::chart::indicator::indicator_chart;
use crate::key;
use crate::web::components::chart::{Drawn, PictureFigure};
use crate::web::components::profit::{ProfitWays, facts_here};
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// The line of overall profit from its baseline on, and what is assumed to
/// lead there; nothing while there is no indicator.
#[component]
pub fn OverallProfit() -> impl IntoView {
    let facts = facts_here();
    let is_there = Memo::new(move |_| facts.with(Option::is_some));
    let lines = Memo::new(move |_| {
        facts.with(|facts| facts.as_ref().map(|facts| facts.lines.clone()).unwrap_or_default())
    });
    view! {
        {move || is_there.get().then(|| view! {
            <section aria-labelledby="report-profit">
                <h2 id="report-profit">{t(key!("profit.heading"))}</h2>
                <For each=move || lines.get() key=|id| *id let:id><Line indicator=id /></For>
                <ProfitWays facts=facts />
            </section>
        })}
    }
}

/// The chart of one line: baseline, values, target.
#[component]
fn Line(
    /// The indicator.
    indicator: Id,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let draw = move |width: u32| {
        let today = session.today();
        let model = session.with_project(project, |project| {
            let found = project.indicators.get(indicator)?;
            let series = project.series(indicator);
            let chart = texts.with(|catalogue| {
                indicator_chart(catalogue, &project.head, found, series, today, width)
            });
            Some(chart)
        });
        let model = model??;
        let svg = model.picture.ok().map(|picture| picture.svg);
        Some(Drawn { finding: model.finding, summary: model.summary, svg })
    };
    let name = Signal::derive(move || {
        let name = session.with_project(project, |project| {
            project.indicators.get(indicator).map(|found| found.name.clone())
        });
        name.flatten().unwrap_or_default()
    });
    view! { <PictureFigure file_name=name draw=draw /> }
}
