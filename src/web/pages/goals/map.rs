//! The goal map: the picture with its boxes as links, the same as a table,
//! and what the data say of two that compete.

use super::map_table::{MapTable, PairsOfData};
use super::pairs::PairsToLookAt;
use crate::key;
use crate::report::goal_map::{MapModel, MapStop, goal_map, map_csv};
use crate::route::{Place, Route};
use crate::web::components::chart::{Drawn, PictureFigure};
use crate::web::components::focus::focus_now;
use crate::web::components::goal_check::Found;
use crate::web::components::profit::{ProfitWays, facts_here};
use crate::web::routing::Routing;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The width the table is made at: its words do not depend on it.
const ANY_WIDTH: u32 = 1056;

/// The map of a project's goals.
#[component]
pub fn GoalMap() -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    Found::provide();
    let model = move |width: u32| -> Option<MapModel> {
        let read = |project: &crate::workspace::Project| {
            texts.with(|catalogue| goal_map(catalogue, project, width))
        };
        session.with_project(project, read)?
    };
    let words = Memo::new(move |_| model(ANY_WIDTH));
    let is_there = Memo::new(move |_| words.with(Option::is_some));
    let drawn = Memo::new(move |_| {
        words.with(|words| words.as_ref().is_some_and(|words| words.picture.is_some()))
    });
    let summary = move || words.with(|words| words.as_ref().map(|words| words.summary.clone()));
    view! {
        <h1>{t(key!("goal_map.heading"))}</h1>
        <p class="lead second">{t(key!("goal_map.lead"))}</p>
        <p class="no-print">
            <a href=Route::Project(project, Place::Goals).href()>{t(key!("goal_map.back"))}</a>
        </p>
        {move || (!is_there.get()).then(|| view! { <p>{t(key!("goal_map.empty"))}</p> })}
        {move || (is_there.get() && !drawn.get()).then(|| view! { <p>{summary}</p> })}
        {move || drawn.get().then(|| view! { <Picture model=Callback::new(model) /> })}
        {move || is_there.get().then(|| view! {
            <PairsToLookAt /> <MapTable words=words /> <PairsOfData words=words /> <Profit />
        })}
    }
}

/// What leads to overall profit, and what has no way there.
#[component]
fn Profit() -> impl IntoView {
    let facts = facts_here();
    let is_there = Memo::new(move |_| facts.with(Option::is_some));
    view! {
        {move || is_there.get().then(|| view! {
            <section class="section" aria-labelledby="map-profit">
                <h2 id="map-profit">{t(key!("profit.heading"))}</h2>
                <ProfitWays facts=facts />
            </section>
        })}
    }
}

/// The picture with its boxes as links over it.
#[component]
fn Picture(
    /// The map at a width in pixels.
    model: Callback<u32, Option<MapModel>>,
) -> impl IntoView {
    let texts = Texts::here();
    let draw = move |width: u32| {
        let MapModel { finding, summary, picture, .. } = model.run(width)?;
        let svg = picture?.ok().map(|drawn| drawn.svg);
        Some(Drawn { finding, summary, svg })
    };
    let csv = move |()| {
        let rows = model.run(ANY_WIDTH).map(|model| model.rows).unwrap_or_default();
        texts.with(|catalogue| map_csv(catalogue, &rows))
    };
    let over = Callback::new(move |width: u32| {
        let stops =
            Memo::new(move |_| model.run(width).map(|model| model.stops).unwrap_or_default());
        view! { <Stops stops=stops /> }.into_any()
    });
    let name = Signal::derive(move || texts.text(key!("goal_map.heading")));
    view! {
        <PictureFigure file_name=name draw=draw csv=Callback::new(csv) over=over>
            <p class="hint no-print" id="map-keys">{t(key!("goal_map.keys"))}</p>
        </PictureFigure>
    }
}

/// The boxes as links: one stop of the tab key, arrow keys from box to box.
#[component]
fn Stops(
    /// The boxes.
    stops: Memo<Vec<MapStop>>,
) -> impl IntoView {
    let texts = Texts::here();
    // The box the tab key comes to.
    let at = RwSignal::new(0_usize);
    let go = move |event: KeyboardEvent| {
        let key = event.key();
        let from = at.get_untracked();
        let to = stops.with_untracked(|stops| next_stop(stops, from, &key));
        let Some(to) = to else { return };
        event.prevent_default();
        at.set(to);
        focus_now(&stop_id(to));
    };
    let links = move || {
        let stops = stops.get();
        let here = at.get_untracked().min(stops.len().saturating_sub(1));
        at.set(here);
        stops
            .into_iter()
            .enumerate()
            .map(|(place, stop)| view! { <Stop place=place stop=stop at=at /> })
            .collect_view()
    };
    view! {
        <nav class="map-stops no-print" aria-label=move || texts.text(key!("goal_map.boxes"))
            aria-describedby="map-keys" on:keydown=go>{links}</nav>
    }
}

fn stop_id(place: usize) -> String {
    format!("map-stop-{place}")
}

/// Where a key leads from a box.
fn next_stop(stops: &[MapStop], from: usize, key: &str) -> Option<usize> {
    let [left, right, above, below] = &stops.get(from)?.ways;
    match key {
        "ArrowLeft" => left.first().copied(),
        "ArrowRight" => right.first().copied(),
        "ArrowUp" => above.first().copied(),
        "ArrowDown" => below.first().copied(),
        "Home" => Some(0),
        "End" => stops.len().checked_sub(1),
        _ => None,
    }
}

/// One box: a link to its goal or indicator.
#[component]
fn Stop(
    /// Place in the list of boxes.
    place: usize,
    /// The box.
    stop: MapStop,
    /// The box the tab key comes to.
    at: RwSignal<usize>,
) -> impl IntoView {
    use crate::chart::goal_map::Kind;
    use crate::i18n::Arg;
    let texts = Texts::here();
    let project = Here::project();
    let routing = Routing::here();
    let MapStop { record, name, kind, area, .. } = stop;
    let is_goal = kind == Kind::Goal;
    let place_of = if is_goal { Place::Goals } else { Place::Indicator(record) };
    let label = move || {
        let key = match kind {
            Kind::Goal => key!("goal_map.box_goal"),
            Kind::Profit => key!("goal_map.box_profit"),
            Kind::Indicator | Kind::Resource => key!("goal_map.box_indicator"),
        };
        texts.format(key, &[("name", Arg::Text(&name))])
    };
    // A goal has no place of its own: its page begins at it.
    let aim = move |_| {
        if is_goal {
            routing.aim_at(Some(format!("#edit-{record}")));
        }
    };
    view! {
        <a class="map-stop" id=stop_id(place) href=Route::Project(project, place_of).href() aria-label=label
            tabindex=move || if at.get() == place { "0" } else { "-1" }
            style:left=format!("{}px", area.left) style:top=format!("{}px", area.top)
            style:width=format!("{}px", area.right - area.left)
            style:height=format!("{}px", area.bottom - area.top)
            on:focus=move |_| at.set(place) on:click=aim></a>
    }
}
