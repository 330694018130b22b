//! An indicator chart as a figure: finding, picture, a slider that reads the
//! points, files, data table.
//!
//! The only place where markup is inserted as text: the SVG that
//! [`crate::chart`] wrote, which escapes every word of the user.

use super::chart_files::Files;
use super::readings::DataTable;
use crate::chart::indicator::{ChartModel, Reading};
use crate::key;
use crate::web::texts::Texts;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;

/// The narrowest picture worth drawing, in pixels.
const MIN_WIDTH: u32 = 320;

/// The width of an A4 page between its margins, in pixels.
const PAPER_WIDTH: u32 = 680;

/// Half of the slider's thumb, in pixels, so that it stands below its point.
const HALF_THUMB: f64 = 8.0;

/// A chart that fits its place, with everything that reads it.
#[component]
pub fn ChartFigure(
    /// Beginning of the ids inside, unique on the page.
    #[prop(into)]
    id: String,
    /// Name of the files it offers, without ending.
    #[prop(into)]
    file_name: Signal<String>,
    /// The chart at a width in pixels; `None` once its record is gone.
    #[prop(into)]
    model: Callback<u32, Option<ChartModel>>,
    /// Its values as CSV.
    #[prop(into)]
    csv: Callback<(), String>,
) -> impl IntoView {
    let figure: NodeRef<html::Figure> = NodeRef::new();
    let width = measured_width(figure);
    let model = Memo::new(move |_| width.get().and_then(|width| model.run(width)));
    // An empty frame says nothing: without a value it needs at least a target.
    let drawn = Memo::new(move |_| {
        model.with(|model| {
            model.as_ref().is_some_and(|model| !model.readings.is_empty() || model.aimed)
        })
    });
    let svg = move |()| {
        model.with_untracked(|model| {
            model.as_ref().and_then(|model| Some(model.picture.as_ref().ok()?.svg.clone()))
        })
    };
    let finding = move || model.with(|model| model.as_ref().map(|model| model.finding.clone()));
    let summary = move || model.with(|model| model.as_ref().map(|model| model.summary.clone()));
    view! {
        <figure class="chart-figure" node_ref=figure>
            <figcaption class="chart-finding">{finding}</figcaption>
            {move || drawn.get().then(|| view! { <Plot id=id.clone() model=model /> })}
            <p class="chart-summary">{summary}</p>
            {move || drawn.get().then(|| view! {
                <Files file_name=file_name svg=svg csv=csv />
                <DataTable model=model />
            })}
        </figure>
    }
}

/// The width of the figure, measured once it stands in the page and again
/// whenever the window changes.
fn measured_width(figure: NodeRef<html::Figure>) -> ReadSignal<Option<u32>> {
    let (width, set_width) = signal(None);
    let measure = move || {
        let found = figure.try_get_untracked().flatten().map(|figure| figure.client_width());
        let found = found.and_then(|found| u32::try_from(found).ok()).filter(|found| *found > 0);
        if let Some(found) = found.map(|found| found.max(MIN_WIDTH))
            && width.try_get_untracked().is_some_and(|known| known != Some(found))
        {
            set_width.set(Some(found));
        }
    };
    Effect::new(move |_| {
        if figure.get().is_some() {
            request_animation_frame(measure);
        }
    });
    let handle = window_event_listener(ev::resize, move |_| measure());
    on_cleanup(move || handle.remove());
    width
}

/// The readings that have a place in the picture.
fn placed(model: Option<&ChartModel>) -> Vec<(f64, f64, String)> {
    let readings = model.map(|model| model.readings.as_slice()).unwrap_or_default();
    let point = |reading: &Reading| {
        let (x, y) = reading.place?;
        Some((x, y, reading.spoken.clone()))
    };
    readings.iter().filter_map(point).collect()
}

/// The picture, the marker over it and the slider below.
#[component]
fn Plot(
    /// Beginning of the ids inside.
    id: String,
    /// The chart.
    model: Memo<Option<ChartModel>>,
) -> impl IntoView {
    let texts = Texts::here();
    let points = Memo::new(move |_| model.with(|model| placed(model.as_ref())));
    let at = RwSignal::new(None::<usize>);
    let chosen = move || points.with(|points| points.get(at.get()?).cloned());
    let sense: NodeRef<html::Div> = NodeRef::new();
    let point_to = move |x: i32| {
        let shown = sense.get_untracked().map_or(0, |sense| sense.client_width());
        let drawn = model.with_untracked(|model| model.as_ref().map_or(0, |model| model.width));
        if shown > 0 {
            let x = f64::from(x) * f64::from(drawn) / f64::from(shown);
            at.set(points.with_untracked(|points| nearest(points, x)));
        }
    };
    let picture = move || {
        model.with(|model| match model.as_ref().map(|model| &model.picture) {
            Some(Ok(picture)) => picture.svg.clone(),
            Some(Err(_)) | None => String::new(),
        })
    };
    let failed = move || model.with(|model| matches!(model, Some(model) if model.picture.is_err()));
    let percent = move |part: fn(&(f64, f64, String)) -> f64, whole: f64| {
        chosen().map(|point| format!("{}%", 100.0 * part(&point) / whole)).unwrap_or_default()
    };
    let size = move || {
        let width = model.with(|model| model.as_ref().map_or(1, |model| model.width));
        (f64::from(width), f64::from(crate::chart::indicator::height(width)))
    };
    view! {
        <div class="chart-plot">
            <div inner_html=picture></div>
            <div class="chart-sense" node_ref=sense
                on:pointermove=move |event| point_to(event.offset_x())
                on:pointerdown=move |event| point_to(event.offset_x())
                on:pointerleave=move |_| at.set(None)></div>
            <span class="chart-marker" hidden=move || chosen().is_none()
                style:left=move || percent(|point| point.0, size().0)></span>
            <span class="chart-dot" hidden=move || chosen().is_none()
                style:left=move || percent(|point| point.0, size().0)
                style:top=move || percent(|point| point.1, size().1)></span>
        </div>
        <p class="error" hidden=move || !failed()>{move || texts.text(key!("chart.not_drawn"))}</p>
        <Slider id=id points=points at=at />
    }
}

fn nearest(points: &[(f64, f64, String)], x: f64) -> Option<usize> {
    let distance = |point: &(f64, f64, String)| (point.0 - x).abs();
    points
        .iter()
        .enumerate()
        .min_by(|(_, a), (_, b)| distance(a).total_cmp(&distance(b)))
        .map(|(index, _)| index)
}

/// Reads the points one by one, with arrows or by dragging.
#[component]
fn Slider(
    /// Beginning of the id.
    id: String,
    /// Place and words of every point.
    points: Memo<Vec<(f64, f64, String)>>,
    /// The point chosen.
    at: RwSignal<Option<usize>>,
) -> impl IntoView {
    let texts = Texts::here();
    let last = move || points.with(Vec::len).saturating_sub(1);
    let index = move || at.get().unwrap_or_else(last).min(last());
    let spoken = move || points.with(|points| points.get(index()).map(|point| point.2.clone()));
    let ends = move || {
        points.with(|points| {
            let (first, last) = (points.first()?.0, points.last()?.0);
            Some((first - HALF_THUMB, last - first + 2.0 * HALF_THUMB))
        })
    };
    let choose = move |text: String| at.set(text.parse().ok());
    view! {
        <div class="chart-slider no-print" hidden=move || last() == 0>
            <input id=format!("{id}-slider") type="range" min="0" step="1" max=move || last().to_string()
                aria-label=move || texts.text(key!("chart.read_points"))
                aria-valuetext=spoken
                prop:value=move || index().to_string()
                style:margin-inline-start=move || ends().map(|(start, _)| format!("{start}px"))
                style:inline-size=move || ends().map(|(_, length)| format!("{}px", length.max(96.0)))
                on:focus=move |_| at.set(Some(index()))
                on:blur=move |_| at.set(None)
                on:input=move |event| choose(event_target_value(&event)) />
            <p class="chart-reading small" aria-hidden="true">{spoken}</p>
        </div>
    }
}

/// A picture of a table cell, with its name inside.
#[component]
pub fn CellPicture(
    /// The SVG that [`crate::chart`] wrote.
    svg: String,
) -> impl IntoView {
    view! { <span class="cell-picture" inner_html=svg></span> }
}

/// A picture with what it says.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// The finding: its title.
    pub finding: String,
    /// Some sentences more.
    pub summary: String,
    /// The picture; `None` when it could not be drawn.
    pub svg: Option<String>,
}

/// A picture that fits its place, with its finding, its summary and files.
#[component]
pub fn PictureFigure(
    /// Name of the files it offers, without ending.
    #[prop(into)]
    file_name: Signal<String>,
    /// The picture at a width in pixels; `None` while there is nothing to show.
    #[prop(into)]
    draw: Callback<u32, Option<Drawn>>,
    /// Its values as CSV.
    #[prop(optional)]
    csv: Option<Callback<(), String>>,
    /// What lies over the picture on the screen, at a width in pixels.
    #[prop(optional)]
    over: Option<Callback<u32, AnyView>>,
    /// The same as a table.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let texts = Texts::here();
    let figure: NodeRef<html::Figure> = NodeRef::new();
    let width = measured_width(figure);
    let drawn = Memo::new(move |_| width.get().and_then(|width| draw.run(width)));
    let read = move |part: fn(&Drawn) -> String| {
        move || drawn.with(|drawn| drawn.as_ref().map(part)).unwrap_or_default()
    };
    let picture = read(|drawn| drawn.svg.clone().unwrap_or_default());
    // A picture made for a wide screen has letters too small for paper.
    let paper = move || {
        let svg = draw.run(PAPER_WIDTH).and_then(|drawn| drawn.svg).unwrap_or_default();
        svg.replace(" id=\"", " id=\"paper-").replace("by=\"", "by=\"paper-")
    };
    let failed = move || drawn.with(|drawn| drawn.as_ref().is_some_and(|one| one.svg.is_none()));
    let svg = move |()| drawn.with_untracked(|drawn| drawn.as_ref()?.svg.clone());
    let files = match csv {
        Some(csv) => view! { <Files file_name=file_name svg=svg csv=csv /> }.into_any(),
        None => view! { <Files file_name=file_name svg=svg /> }.into_any(),
    };
    view! {
        <figure class="chart-figure" node_ref=figure>
            <figcaption class="chart-finding">{read(|drawn| drawn.finding.clone())}</figcaption>
            <div class="for-screen"><div class="picture-sheet">
                <div inner_html=picture></div>
                {move || over.zip(width.get()).map(|(over, width)| over.run(width))}
            </div></div>
            <div class="for-paper" inner_html=paper></div>
            <p class="error" hidden=move || !failed()>{move || texts.text(key!("chart.not_drawn"))}</p>
            <p class="chart-summary">{read(|drawn| drawn.summary.clone())}</p>
            {files}
            {children.map(|children| children())}
        </figure>
    }
}
