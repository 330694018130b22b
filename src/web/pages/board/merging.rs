//! What a department's file changes, both sides beside each other, and the
//! decision.

use super::cell::decision_key;
use crate::base::Id;
use crate::i18n::{Arg, Catalogue};
use crate::key;
use crate::plan::v1::SummaryV1;
use crate::registers::{Decision, SignOff};
use crate::web::session::Session;
use crate::web::texts::{Texts, t};
use crate::workspace::{Command, Meeting, PartMerge, Project, Said, ViewMerge, merged};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The sides taken from the file, by view and place.
type Takes = RwSignal<BTreeSet<(usize, usize)>>;

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
    let tables = found.with_value(|found| {
        let shown = found.merge.views.iter().enumerate();
        shown
            .map(|(at, _)| view! { <ViewTable found=found_of(found) at=at takes=takes /> })
            .collect_view()
    });
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

fn found_of(found: &Merging) -> StoredValue<Merging> {
    StoredValue::new(found.clone())
}

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

/// What one term's view says otherwise, both sides beside each other; what
/// needs a decision first.
#[component]
fn ViewTable(
    /// The file and what differs.
    found: StoredValue<Merging>,
    /// The view's place.
    at: usize,
    /// The sides taken.
    takes: Takes,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let view = found.with_value(|found| found.merge.views.get(at).cloned());
    let Some(view) = view.filter(|view| !view.said.is_empty()) else { return ().into_any() };
    let project = found.with_value(|found| found.project);
    let name = session.peek_project(project, |project| {
        project.terms.get(view.term).map(|term| term.name.clone()).unwrap_or_default()
    });
    let mut order: Vec<usize> = (0..view.said.len()).collect();
    order.sort_by_key(|place| view.said.get(*place).map(Said::meeting) == Some(Meeting::Fills));
    let rows = order
        .into_iter()
        .map(|place| view! { <SaidRow found=found view=view.clone() at=(at, place) takes=takes /> })
        .collect_view();
    view! {
        <table class="merge-table">
            <caption dir="auto">{super::terms::shown_name(texts, &name.unwrap_or_default())}</caption>
            <thead><tr>
                <th scope="col">{t(key!("board.take_file"))}</th>
                <th scope="col">{t(key!("board.on_board"))}</th>
                <th scope="col">{t(key!("board.in_file"))}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

#[component]
fn SaidRow(
    /// The file and what differs.
    found: StoredValue<Merging>,
    /// The view.
    view: ViewMerge,
    /// Its place, and the place of what is said.
    at: (usize, usize),
    /// The sides taken.
    takes: Takes,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let Some(said) = view.said.get(at.1).cloned() else { return ().into_any() };
    let project = found.with_value(|found| found.project);
    let case = match said {
        Said::Case { case, .. } => session.peek_project(project, |project| {
            let term = project.terms.get(view.term)?;
            term.case(case).map(|case| case.text.clone())
        }),
        _ => None,
    };
    let case = case.flatten();
    let said = StoredValue::new(said);
    let what = {
        let case = case.clone();
        move || {
            said.with_value(|said| what_key(said).map(|key| texts.text(key)))
                .or_else(|| case.clone())
        }
    };
    let side = move |file: bool| {
        move || {
            said.with_value(|said| {
                found
                    .with_value(|found| texts.with(|words| told(words, session, found, said, file)))
            })
        }
    };
    let reworded = said.with_value(|said| match said {
        Said::Case { reworded, .. } => reworded.clone(),
        _ => None,
    });
    let was = move || {
        reworded.clone().map(|text| {
            let words = texts.format(key!("board.was_worded"), &[("case", Arg::Text(&text))]);
            view! { <span class="small second" dir="auto">{words}</span> }
        })
    };
    let toggle = move |event: leptos::ev::Event| {
        let on = event_target_checked(&event);
        takes.update(|takes| {
            if on {
                takes.insert(at)
            } else {
                takes.remove(&at)
            };
        });
    };
    view! {
        <tr>
            <th scope="row">
                <label class="choice">
                    <input type="checkbox" prop:checked=move || takes.with(|takes| takes.contains(&at)) on:change=toggle />
                    <span dir="auto">{what}</span>
                </label>
                {was}
            </th>
            <td data-label=t(key!("board.on_board")) dir="auto" class:is-left=move || takes.with(|takes| takes.contains(&at))>{side(false)}</td>
            <td data-label=t(key!("board.in_file")) dir="auto" class:is-left=move || takes.with(|takes| !takes.contains(&at))>{side(true)}</td>
        </tr>
    }
    .into_any()
}

/// What a row is about; a case speaks for itself.
fn what_key(said: &Said) -> Option<&'static str> {
    match said {
        Said::Wording { .. } => Some(key!("board.row_wording")),
        Said::Note { .. } => Some(key!("board.row_comment")),
        Said::Signature { .. } => Some(key!("board.row_signature")),
        Said::Case { .. } => None,
    }
}

/// One side in words.
fn told(
    catalogue: &Catalogue,
    session: Session,
    found: &Merging,
    said: &Said,
    file: bool,
) -> String {
    let nothing = || catalogue.text(key!("board.says_nothing")).into_owned();
    let text = |text: &String| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    match said {
        Said::Wording { here, file: other } | Said::Note { here, file: other } => {
            text(if file { other } else { here }).unwrap_or_else(nothing)
        }
        Said::Case { here, file: other, .. } => {
            decision(catalogue, if file { other.as_ref() } else { here.as_ref() })
        }
        Said::Signature { here, file: other } => {
            let signed = if file { other } else { here };
            signed
                .as_ref()
                .map_or_else(nothing, |signed| signature(catalogue, session, found, signed))
        }
    }
}

fn decision(catalogue: &Catalogue, decision: Option<&Decision>) -> String {
    let says = catalogue.text(decision_key(decision.map(|one| one.counts))).into_owned();
    match decision.map(|one| one.comment.trim()).filter(|why| !why.is_empty()) {
        Some(why) => {
            let args = [("department", Arg::Text(&says)), ("why", Arg::Text(why))];
            catalogue.format(key!("board.reason"), &args)
        }
        None => says,
    }
}

fn signature(catalogue: &Catalogue, session: Session, found: &Merging, signed: &SignOff) -> String {
    let date = ("date", Arg::Date(signed.date));
    let known = |id: Id| {
        session.peek_project(found.project, |project| {
            project.people.get(id).map(|one| one.name.clone())
        })?
    };
    let comes = |id: Id| found.part.people.get(id).map(|one| one.name.clone());
    let name = signed.person.and_then(|id| known(id).or_else(|| comes(id)));
    match name {
        Some(name) => {
            catalogue.format(key!("board.signed_by"), &[date, ("person", Arg::Text(&name))])
        }
        None => catalogue.format(key!("board.signed_on"), &[date]),
    }
}
