//! Contact channels: the register, what the figures say, and what the plan
//! lacks.

mod economics;

use crate::i18n::Arg;
use crate::key;
use crate::report::{ChannelFinding, channel_findings};
use crate::route::{Place, Route, Spot};
use crate::sheet::CHANNELS;
use crate::web::components::focus::focus;
use crate::web::components::register::{Register, cell_id};
use crate::web::components::status::{Mark, Shape};
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use economics::Economics;
pub use economics::{ChannelTable, channel_rows};
use leptos::prelude::*;

/// The register of channels, their economics, and what they lack.
#[component]
pub fn Channels(
    /// The cell to begin in.
    #[prop(optional_no_strip)]
    spot: Option<Spot>,
) -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let is_empty = Memo::new(move |_| {
        session.with_project(project, |project| project.channels.is_empty()).unwrap_or(true)
    });
    let goals = Route::Project(project, Place::Goals).href();
    view! {
        <h1>{t(key!("channels.heading"))}</h1>
        <p class="lead second">{t(key!("channels.lead"))}</p>
        <p class="second small claim">{t(key!("channels.claim"))}</p>
        <p class="no-print"><a href=goals>{t(key!("frame.goals"))}</a></p>
        <section class="section">
            <h2 id="channels">{t(key!("channels.register"))}</h2>
            <p hidden=move || !is_empty.get()>{t(key!("channels.empty"))}</p>
            <p class="hint">{t(key!("channels.hint"))}</p>
            <Register sheet=&CHANNELS labelled_by="channels" spot=spot />
        </section>
        <Show when=move || !is_empty.get()>
            <Findings />
            <Economics />
        </Show>
    }
}

/// What the channel plan lacks, each with the way to its cell.
#[component]
fn Findings() -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let found = Memo::new(move |_| {
        texts.with(|catalogue| {
            let found =
                session.with_project(project, |project| channel_findings(catalogue, project));
            found.unwrap_or_default()
        })
    });
    let item = move |finding: ChannelFinding| {
        let (name, head) = (finding.name.clone(), finding.head);
        let label = move || {
            let (action, column) = (texts.text(key!("channels.open_cell")), texts.text(head));
            let args = [
                ("action", Arg::Text(&action)),
                ("channel", Arg::Text(&name)),
                ("column", Arg::Text(&column)),
            ];
            texts.format(key!("channels.open_named"), &args)
        };
        let open = move |_| focus(&cell_id(finding.channel, finding.column));
        view! {
            <li>
                <Mark shape=Shape::Triangle class="status-within-tolerance" />
                <span><strong dir="auto">{finding.name}</strong> " " {finding.words}</span>
                <button class="button button-quiet no-print" type="button" aria-label=label on:click=open>
                    {t(key!("channels.open_cell"))}
                </button>
            </li>
        }
    };
    let none = move || {
        found.with(Vec::is_empty).then(|| view! {
            <p class="stated"><Mark shape=Shape::Disc class="status-met" /> {t(key!("channels.findings_none"))}</p>
        })
    };
    view! {
        <section class="section" aria-labelledby="channel-findings">
            <h2 id="channel-findings">{t(key!("channels.findings"))}</h2>
            {none}
            <ul class="channel-findings">{move || found.get().into_iter().map(item).collect_view()}</ul>
        </section>
    }
}
