//! Contact channels with their figures, and what the channel plan lacks.

use crate::chart::channels::channel_chart;
use crate::key;
use crate::report::{ChannelFinding, channel_findings};
use crate::web::pages::channels::{ChannelTable, channel_rows};
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// The figures of the channels in a sentence and a table; nothing where there
/// are none.
#[component]
pub fn Channels() -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let rows = channel_rows();
    let is_there = Memo::new(move |_| !rows.with(Vec::is_empty));
    let says = move || {
        let model = texts.with(|catalogue| {
            session.with_project(project, |project| channel_chart(catalogue, project, 320))
        });
        let model = model.flatten()?;
        let finding = model.finding.map(|finding| view! { <p><strong>{finding}</strong></p> });
        Some(view! { {finding} <p>{model.summary}</p> })
    };
    let lacks = move || {
        let found = texts.with(|catalogue| {
            session.with_project(project, |project| channel_findings(catalogue, project))
        });
        let item = |one: ChannelFinding| {
            view! { <div><dt dir="auto">{one.name}</dt><dd>{one.words}</dd></div> }
        };
        let found = found.unwrap_or_default();
        (!found.is_empty()).then(|| {
            view! {
                <h3>{t(key!("channels.findings"))}</h3>
                <dl class="exceptions">{found.into_iter().map(item).collect_view()}</dl>
            }
        })
    };
    view! {
        {move || is_there.get().then(|| view! {
            <section aria-labelledby="report-channels">
                <h2 id="report-channels">{t(key!("channels.heading"))}</h2>
                {says}
                <ChannelTable rows=rows />
                {lacks}
            </section>
        })}
    }
}
