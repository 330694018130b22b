//! What changed between two recorded verdicts, or since one of them.

use crate::assessment::Standing;
use crate::base::{Id, IdKind};
use crate::key;
use crate::report::comparison_words;
use crate::web::components::status::{StatusWord, of_standing};
use crate::web::pages::overview::question_name;
use crate::web::session::{Here, Session, readiness_pack};
use crate::web::texts::{Texts, t};
use crate::workspace::{Comparison, GateChange, Project, Snapshot, readiness};
use chrono::NaiveDate;
use leptos::prelude::*;

/// Id of what stands today; no record has it.
fn today_id() -> Id {
    Id::new(IdKind::Snapshot, 0)
}

/// Recorded verdicts, the earliest first, and today's after them.
fn records(project: &Project, today: NaiveDate) -> Vec<Snapshot> {
    let mut all: Vec<Snapshot> = project.snapshots.iter().cloned().collect();
    all.sort_by_key(|snapshot| snapshot.date);
    if let Some(pack) = readiness_pack() {
        let found = readiness(project, pack);
        all.push(Snapshot::take(today_id(), project, pack, &found, today));
    }
    all
}

/// Two records to choose and what differs between them; nothing while no
/// verdict has been recorded.
#[component]
pub fn Compare(
    /// Whether it only says what changed since the last record.
    #[prop(optional)]
    read_only: bool,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let all = Memo::new(move |_| {
        let today = session.today();
        session.with_project(project, |project| records(project, today)).unwrap_or_default()
    });
    let chosen = [RwSignal::new(None::<Id>), RwSignal::new(None::<Id>)];
    // Without a choice: the last record beside today. A record may be gone.
    let side = move |side: usize| {
        all.with(|all| {
            let wanted = chosen.get(side).and_then(|chosen| chosen.get());
            let found = all.iter().find(|record| Some(record.id) == wanted);
            found.or_else(|| all.get((all.len() + side).checked_sub(2)?)).cloned()
        })
    };
    let pair = Memo::new(move |_| Some((side(0)?, side(1)?)));
    let several = Memo::new(move |_| all.with(|all| all.len() > 1));
    let pickers = move || {
        let picker = |at: usize, label| {
            let value = Signal::derive(move || pair.get().map(|pair| [pair.0.id, pair.1.id][at]));
            view! { <Which at=at label=label all=all value=value chosen=chosen[at] /> }
        };
        view! {
            <div class="cluster no-print">
                {picker(0, key!("gates.compare_from"))}
                {picker(1, key!("gates.compare_to"))}
            </div>
        }
    };
    view! {
        <Show when=move || several.get()>
            <h3>{t(key!("gates.compare"))}</h3>
            {(!read_only).then(pickers)}
            <div aria-live="polite">{move || pair.get().map(|(then, later)| changes(texts, &then, &later))}</div>
        </Show>
    }
}

/// A select of one side.
#[component]
fn Which(
    /// Which side: 0 or 1.
    at: usize,
    /// Key of its label.
    label: &'static str,
    /// All records.
    all: Memo<Vec<Snapshot>>,
    /// The record shown on this side.
    value: Signal<Option<Id>>,
    /// Takes the choice.
    chosen: RwSignal<Option<Id>>,
) -> impl IntoView {
    let texts = Texts::here();
    let id = format!("compare-{at}");
    let options = move || {
        let option = |record: Snapshot| {
            let own = record.id;
            let name = record_name(texts, &record);
            view! { <option value=own.to_string() prop:selected=move || value.get() == Some(own)>{name}</option> }
        };
        all.get().into_iter().map(option).collect_view()
    };
    let choose = move |text: String| chosen.set(Id::parse(IdKind::Snapshot, &text).ok());
    view! {
        <div class="field">
            <label for=id.clone()>{t(label)}</label>
            <select id=id on:change=move |event| choose(event_target_value(&event))>{options}</select>
        </div>
    }
}

/// The name of a record, or that it is today.
fn record_name(texts: Texts, record: &Snapshot) -> String {
    match (record.id == today_id(), record.name.trim()) {
        (true, _) => texts.text(key!("gates.today")),
        (false, "") => texts.text(key!("registers.nameless")),
        (false, name) => name.to_owned(),
    }
}

/// What differs, in sentences and gate by gate; tracks the language.
fn changes(texts: Texts, then: &Snapshot, later: &Snapshot) -> impl IntoView + use<> {
    let found = Comparison::new(then, later);
    let heads = [record_name(texts, then), record_name(texts, later)];
    let words = texts.with(|catalogue| comparison_words(catalogue, &found));
    let cell = |standing: Option<Standing>| match standing {
        Some(standing) => {
            let (shape, class, word) = of_standing(standing);
            view! { <StatusWord shape=shape class=class word=word /> }.into_any()
        }
        None => view! { <span class="second">{t(key!("gates.not_asked"))}</span> }.into_any(),
    };
    let row = move |gate: GateChange| {
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">{question_name(texts, &gate.question)}</th>
                <td role="cell">{cell(gate.then)}</td>
                <td role="cell">{cell(gate.later)}</td>
            </tr>
        }
    };
    let rows = found.changed.into_iter().map(row).collect_view();
    let table = (!rows.is_empty()).then(|| {
        let [then, later] = heads;
        view! {
            <div class="table-scroll" role="region" tabindex="0" aria-label=t(key!("gates.compare"))>
                <table class="compared stacks" role="table">
                    <thead role="rowgroup"><tr role="row">
                        <th scope="col" role="columnheader">{t(key!("report.gate"))}</th>
                        <th scope="col" role="columnheader" dir="auto">{then}</th>
                        <th scope="col" role="columnheader" dir="auto">{later}</th>
                    </tr></thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </div>
        }
    });
    view! { <ul class="plain">{words.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul> {table} }
}
