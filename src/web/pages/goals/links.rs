//! The ways from the goals to what stands beside them: the library, and the
//! channels with what their plan lacks.

use super::pairs::{HEADING, pairs_here};
use crate::i18n::Arg;
use crate::key;
use crate::registers::{ChannelGap, channel_gaps};
use crate::route::{Place, Route, Spot};
use crate::web::routing::Routing;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::Project;
use leptos::prelude::*;

/// Links to the library and the channels, and to pairs nobody has looked at; a channel without cost is named as
/// lacking it, with the way to its cell.
#[component]
pub fn Links() -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let costless = Memo::new(move |_| {
        let lacking = |project: &Project| {
            let lacks = |gap: &ChannelGap| matches!(gap, ChannelGap::Cost | ChannelGap::NoCost);
            let rows = project.channels.iter().filter(|row| channel_gaps(row).iter().any(lacks));
            rows.map(|row| row.id).collect::<Vec<_>>()
        };
        session.with_settled_project(project, lacking).unwrap_or_default()
    });
    let lacking = move || {
        let count = u64::try_from(costless.with(Vec::len)).unwrap_or(u64::MAX);
        let first = costless.with(|rows| rows.first().copied())?;
        let href = Route::Project(project, Place::Channels(Some(Spot::new(first, "cost")))).href();
        let says = move || texts.format(key!("channels.lacking"), &[("count", Arg::Count(count))]);
        Some(view! { <a class="channel-lacking" href=href>{says}</a> })
    };
    let pairs = pairs_here();
    let routing = Routing::here();
    let unseen = move || {
        let count = u64::try_from(pairs.with(|pairs| pairs.open.len())).unwrap_or(u64::MAX);
        let href = Route::Project(project, Place::GoalMap).href();
        let aim = move |_| routing.aim_at(Some(format!("#{HEADING}")));
        let says = move || texts.format(key!("pairs.link"), &[("count", Arg::Count(count))]);
        (count > 0).then(|| view! { <a href=href on:click=aim>{says}</a> })
    };
    view! {
        <p class="cluster no-print">
            <a href=Route::Project(project, Place::Library(None)).href()>{t(key!("library_page.heading"))}</a>
            <a href=Route::Project(project, Place::Channels(None)).href()>{t(key!("channels.link"))}</a>
            {lacking}
            {unseen}
        </p>
    }
}
