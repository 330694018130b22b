//! Signal or noise? The second layer of the chart: its switch, what it says,
//! and the choices its limits rest on.

use super::Watched;
use crate::chart::indicator::{Layer, ProcessModel, Said};
use crate::i18n::Arg;
use crate::key;
use crate::kpi::Indicator;
use crate::route::{Place, Route};
use crate::web::session::Session;
use crate::web::texts::{Texts, t};
use crate::workspace::Record;
use leptos::prelude::*;

/// Whether the layer is shown.
#[derive(Clone, Copy)]
pub struct Layered(RwSignal<bool>);

impl Layered {
    /// Not shown at first.
    pub fn new() -> Self {
        Self(RwSignal::new(false))
    }

    /// The layers the chart has; tracks the switch.
    pub fn layer(self) -> Layer {
        if self.0.get() { Layer::Process } else { Layer::Target }
    }
}

/// The switch, and below it what the layer says.
#[component]
pub fn ProcessLayer(
    /// The indicator.
    watched: Watched,
    /// Whether it is shown.
    layered: Layered,
    /// What it says; `None` while it is not shown.
    #[prop(into)]
    model: Signal<Option<ProcessModel>>,
) -> impl IntoView {
    let shown = layered.0;
    let entry = |said: Said| {
        let lines = said.lines.into_iter().map(|line| view! { <dd dir="auto">{line}</dd> });
        view! { <div><dt>{said.term}</dt>{lines.collect_view()}</div> }
    };
    let said = move || model.get().map(|model| model.said.into_iter().map(entry).collect_view());
    view! {
        <div class="process">
            <label class="checkbox no-print">
                <input type="checkbox" role="switch" aria-describedby="process-hint"
                    prop:checked=move || shown.get()
                    on:change=move |event| shown.set(event_target_checked(&event)) />
                {t(key!("process.switch"))}
            </label>
            <p class="hint no-print" id="process-hint">{t(key!("process.switch_hint"))}</p>
            <div aria-live="polite">{move || shown.get().then(|| view! { <dl class="process-said">{said}</dl> })}</div>
            {move || shown.get().then(|| view! { <Choices watched=watched /> })}
        </div>
    }
}

/// Screening, and where limits begin anew.
#[component]
fn Choices(
    /// The indicator.
    watched: Watched,
) -> impl IntoView {
    let session = Session::here();
    let Watched { project, indicator, .. } = watched;
    let count = Memo::new(move |_| watched.with(|found| found.changes.len()).unwrap_or_default());
    let screening = move || watched.with(|found| found.screening).unwrap_or_default();
    let screen = move |on: bool| {
        if let Some(found) = watched.record.get_untracked() {
            let changed = Indicator { screening: on, ..found };
            session.save(project, Record::Indicator(changed));
        }
    };
    let definition = Route::Project(project, Place::Definition(indicator)).href();
    let none = move || {
        (count.get() == 0).then(|| {
            let href = definition.clone();
            view! { <p class="second"><a href=href>{t(key!("process.no_marks"))}</a></p> }
        })
    };
    view! {
        <details class="process-choices no-print">
            <summary>{t(key!("process.settings"))}</summary>
            {none}
            <For each=move || 0..count.get() key=|place| *place let:place>
                <Restart watched=watched place=place />
            </For>
            <label class="checkbox">
                <input type="checkbox" id="process-screening" aria-describedby="screening-hint"
                    prop:checked=screening on:change=move |event| screen(event_target_checked(&event)) />
                {t(key!("process.screening"))}
            </label>
            <p class="hint" id="screening-hint">{t(key!("process.screening_hint"))}</p>
        </details>
    }
}

/// The reason for limits to begin anew at a change mark.
#[component]
fn Restart(
    /// The indicator.
    watched: Watched,
    /// The mark, by its place in the list.
    place: usize,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let of_mark = move |read: fn(&crate::kpi::ChangeMark) -> String| {
        watched.with(|found| found.changes.get(place).map(read)).flatten().unwrap_or_default()
    };
    let label = move || {
        let label = of_mark(|mark| mark.label.clone());
        texts.format(key!("process.restart_label"), &[("label", Arg::Text(label.trim()))])
    };
    let write = move |text: String| {
        let Some(mut found) = watched.record.get_untracked() else { return };
        let Some(mark) = found.changes.get_mut(place) else { return };
        mark.restart = text;
        let field = format!("restart-{place}");
        session.save_typing(watched.project, &field, Record::Indicator(found));
    };
    let (id, hint) = (format!("restart-{place}"), format!("restart-{place}-hint"));
    view! {
        <div class="field">
            <label for=id.clone() dir="auto">{label}</label>
            <p class="hint" id=hint.clone()>{t(key!("process.restart_hint"))}</p>
            <input id=id type="text" dir="auto" maxlength="10000" autocomplete="off" aria-describedby=hint
                prop:value=move || of_mark(|mark| mark.restart.clone())
                on:input=move |event| write(event_target_value(&event)) />
        </div>
    }
}
