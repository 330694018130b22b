//! The verdicts recorded so far, the latest first.

use super::gate_key;
use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::web::components::status::{StatusWord, of_outcome, of_standing};
use crate::web::pages::overview::question_name;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::{Command, GateRecord, Snapshot};
use leptos::prelude::*;

/// The verdicts recorded so far.
#[component]
pub fn Recorded(
    /// Whether they can only be read.
    #[prop(optional)]
    read_only: bool,
) -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let rows = Memo::new(move |_| {
        let all = session.with_project(project, |project| {
            let mut all: Vec<Snapshot> = project.snapshots.iter().cloned().collect();
            // Stable: two of one day stay as they were recorded.
            all.sort_by_key(|snapshot| std::cmp::Reverse(snapshot.date));
            all
        });
        all.unwrap_or_default()
    });
    let body = move || {
        if rows.with(Vec::is_empty) {
            return view! { <p class="second">{t(key!("gates.none"))}</p> }.into_any();
        }
        let rows = rows.get().into_iter();
        let rows =
            rows.map(|row| view! { <Row snapshot=row read_only=read_only /> }).collect_view();
        view! {
            <div class="table-scroll" role="region" tabindex="0" aria-label=t(key!("gates.table"))>
                <table class="recorded stacks" role="table">
                    <thead role="rowgroup"><tr role="row">
                        <th scope="col" role="columnheader">{t(key!("gates.name"))}</th>
                        <th scope="col" role="columnheader">{t(key!("gates.gate"))}</th>
                        <th scope="col" role="columnheader">{t(key!("gates.verdict"))}</th>
                        <th scope="col" role="columnheader" class="number">{t(key!("gates.score"))}</th>
                        <th scope="col" role="columnheader">{t(key!("gates.signer"))}</th>
                        <th scope="col" role="columnheader">{t(key!("gates.date"))}</th>
                        {(!read_only).then(|| view! {
                            <td role="cell" class="no-print"><span class="visually-hidden">{t(key!("gates.actions"))}</span></td>
                        })}
                    </tr></thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! { {body} }
}

#[component]
fn Row(
    /// What was recorded.
    snapshot: Snapshot,
    /// Whether it can only be read.
    read_only: bool,
) -> impl IntoView {
    let texts = Texts::here();
    let (shape, class, word) = of_outcome(snapshot.said);
    let (id, date, gate) = (snapshot.id, snapshot.date, snapshot.gate);
    let name = snapshot.name.clone();
    let shown = move || {
        if name.is_empty() { texts.text(key!("registers.nameless")) } else { name.clone() }
    };
    let percent = snapshot.percent;
    let score = move || match percent {
        Some(percent) => {
            let args = [("score", Arg::PercentRounded(percent, 0))];
            texts.format(key!("overview.score"), &args)
        }
        None => texts.text(key!("gates.no_score")),
    };
    let signed = snapshot.signed.clone();
    let signer =
        move || if signed.is_empty() { texts.text(key!("gates.unsigned")) } else { signed.clone() };
    let day = move || texts.format(key!("readiness.due_on"), &[("date", Arg::DateShort(date))]);
    let remove = (!read_only).then(|| {
        let name = shown.clone();
        view! { <td role="cell" class="no-print"><Remove id=id name=Signal::derive(name) /></td> }
    });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" dir="auto">{shown}<Details snapshot=snapshot /></th>
            <td role="cell">{t(gate_key(gate))}</td>
            <td role="cell"><StatusWord shape=shape class=class word=word /></td>
            <td role="cell" class="number">{score}</td>
            <td role="cell" class="whole" dir="auto">{signer}</td>
            <td role="cell" class="nowrap">{day}</td>
            {remove}
        </tr>
    }
}

/// How every gate stood, with the pack and its version.
#[component]
fn Details(
    /// What was recorded.
    snapshot: Snapshot,
) -> impl IntoView {
    let texts = Texts::here();
    let Snapshot { pack, version, note, gates, .. } = snapshot;
    let pack_words = move || {
        let title = texts.text(&format!("pack.{pack}.title"));
        let version = version.to_string();
        let args = [("pack", Arg::Text(&title)), ("version", Arg::Text(&version))];
        texts.format(key!("gates.pack"), &args)
    };
    let row = move |gate: GateRecord| {
        let (shape, class, word) = of_standing(gate.standing);
        let counted = gate.counted_as_no.then(|| {
            view! { " "<span class="second">{t(key!("gates.counted_as_no"))}</span> }
        });
        view! {
            <li>
                {move || question_name(texts, &gate.question)} " "
                <StatusWord shape=shape class=class word=word /> {counted}
                <span class="second" dir="auto">" "{gate.reason}</span>
            </li>
        }
    };
    view! {
        <p class="user-text second small" dir="auto">{note}</p>
        <details class="small">
            <summary>{t(key!("gates.details"))}</summary>
            <p class="second">{pack_words}</p>
            <ul>{gates.into_iter().map(row).collect_view()}</ul>
        </details>
    }
}

#[component]
fn Remove(
    /// What was recorded.
    id: Id,
    /// Its name.
    name: Signal<String>,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let label =
        move || name.with(|name| texts.format(key!("gates.remove"), &[("name", Arg::Text(name))]));
    let remove = move |_| {
        let said = untrack(|| {
            name.with(|name| texts.format(key!("gates.removed"), &[("name", Arg::Text(name))]))
        });
        if session.dispatch(Command::Remove { project, record: id }) {
            session.tell(said);
        }
    };
    view! {
        <button class="button button-quiet" type="button" aria-label=label on:click=remove>"×"</button>
    }
}
