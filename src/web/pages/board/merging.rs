//! What a department's file changes, both sides beside each other, and the
//! decision.

use super::said::ViewTable;
use crate::base::Id;
use crate::i18n::{Arg, Catalogue};
use crate::key;
use crate::plan::v1::SummaryV1;
use crate::web::session::Session;
use crate::web::texts::{Texts, t};
use crate::workspace::{Command, Meeting, PartMerge, Project, merged};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The sides taken from the file, by view and place.
pub type Takes = RwSignal<BTreeSet<(usize, usize)>>;

/// A department's file beside the project it is merged into.
#[derive(Clone)]
pub struct Merging {
    /// The project.
    pub project: Id,
    /// What differs.
    pub merge: PartMerge,
    /// The part itself: the people of its signatures.
    pub part: Project,
    /// The day it was handed back.
    pub summary: Option<SummaryV1>,
}

/// The preview of a merge, with the buttons that use it.
#[component]
pub fn MergeBody(
    /// The file and what differs.
    merging: Merging,
    /// Whether the dialog is open.
    open: RwSignal<bool>,
    /// Called once it is merged.
    #[prop(into)]
    on_done: Callback<()>,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let takes: Takes = RwSignal::new(by_itself(&merging.merge));
    let found = StoredValue::new(merging);
    let department = found.with_value(|found| found.merge.department.clone());
    let lead = move || {
        let args = [("department", Arg::Text(&department))];
        let nothing = found.with_value(|found| found.merge.changes_nothing());
        let key = if nothing { key!("board.merge_nothing") } else { key!("board.merge_lead") };
        texts.format(key, &args)
    };
    let records = move || {
        let chosen = takes.get();
        found.with_value(|found| merged(&found.merge, |view, said| chosen.contains(&(view, said))))
    };
    let useful = Memo::new(move |_| !records().is_empty());
    let apply = move |_| {
        let count = u64::try_from(takes.with_untracked(BTreeSet::len)).unwrap_or(u64::MAX);
        let project = found.with_value(|found| found.project);
        if session.dispatch(Command::SaveAll { project, records: untrack(records) }) {
            open.set(false);
            session.tell(texts.format(key!("board.merged"), &[("count", Arg::Count(count))]));
            on_done.run(());
        }
    };
    let count = found.with_value(|found| found.merge.views.len());
    let tables = (0..count).map(|at| view! { <ViewTable found=found at=at takes=takes /> });
    let tables = tables.collect_view();
    view! {
        <p>{lead}</p>
        <Remarks found=found />
        {tables}
        <div class="cluster">
            <button class="button button-primary" type="button" disabled=move || !useful.get() on:click=apply>
                {t(key!("board.merge"))}
            </button>
            <button class="button" type="button" on:click=move |_| open.set(false)>{t(key!("plan.cancel"))}</button>
        </div>
    }
}

/// The sides that are taken unless somebody says otherwise.
fn by_itself(merge: &PartMerge) -> BTreeSet<(usize, usize)> {
    let views = merge.views.iter().enumerate();
    views
        .flat_map(|(at, view)| {
            let taken = view.said.iter().enumerate().filter(|(_, said)| said.takes_file());
            taken.map(move |(place, _)| (at, place))
        })
        .collect()
}

/// When it was handed back, and what of the file cannot be used.
#[component]
fn Remarks(
    /// The file and what differs.
    found: StoredValue<Merging>,
) -> impl IntoView {
    let texts = Texts::here();
    let lines = move || found.with_value(|found| texts.with(|catalogue| remarks(catalogue, found)));
    let items = move || lines().into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    view! { <ul class="merge-remarks">{items}</ul> }
}

fn remarks(catalogue: &Catalogue, found: &Merging) -> Vec<String> {
    let count = |count: usize| Arg::Count(u64::try_from(count).unwrap_or(u64::MAX));
    let text =
        |key: &str, slot: &str, text: &str| catalogue.format(key, &[(slot, Arg::Text(text))]);
    let mut lines = Vec::new();
    let date = found.summary.as_ref().and_then(|summary| summary.as_of.parse().ok());
    lines.push(match date {
        Some(date) => catalogue.format(key!("board.handed_on"), &[("date", Arg::Date(date))]),
        None => catalogue.text(key!("board.cut_off")).into_owned(),
    });
    let merge = &found.merge;
    for (meeting, key) in [
        (Meeting::Fills, key!("board.count_fills")),
        (Meeting::Differs, key!("board.count_differs")),
        (Meeting::OnlyHere, key!("board.count_only_here")),
        (Meeting::Reworded, key!("board.count_reworded")),
    ] {
        let found = merge.all().filter(|said| said.meeting() == meeting).count();
        if found > 0 {
            lines.push(catalogue.format(key, &[("count", count(found))]));
        }
    }
    for view in &merge.views {
        let here = view.here.department.trim();
        if view.is_new {
            lines.push(text(key!("board.not_on_board"), "department", here));
        } else if crate::registers::alike(here) != crate::registers::alike(&merge.department) {
            lines.push(text(key!("board.called_here"), "department", here));
        }
    }
    let gone = merge.views.iter().map(|view| view.gone_cases).sum();
    if gone > 0 {
        lines.push(catalogue.format(key!("board.gone_cases"), &[("count", count(gone))]));
    }
    for term in &merge.unknown_terms {
        lines.push(text(key!("board.unknown_term"), "term", term));
    }
    lines
}
