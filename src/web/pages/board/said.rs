//! One thing a department's file says otherwise: both sides in words, and
//! which is taken.

use super::cell::decision_key;
use super::merging::{Merging, Takes};
use crate::base::Id;
use crate::i18n::{Arg, Catalogue};
use crate::key;
use crate::registers::{Decision, SignOff};
use crate::web::session::Session;
use crate::web::texts::{Texts, t};
use crate::workspace::{Meeting, Said, ViewMerge};
use leptos::prelude::*;

/// What one term's view says otherwise, both sides beside each other; what
/// needs a decision first.
#[component]
pub fn ViewTable(
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

/// Both sides of one thing, and the choice between them.
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
    let case = case_text(session, found.with_value(|found| found.project), view.term, &said);
    let was = was_worded(texts, &said);
    let said = StoredValue::new(said);
    let what = move || {
        said.with_value(|said| what_key(said).map(|key| texts.text(key))).or_else(|| case.clone())
    };
    let side = move |file: bool| {
        move || {
            said.with_value(|said| {
                found
                    .with_value(|found| texts.with(|words| told(words, session, found, said, file)))
            })
        }
    };
    let taken = move || takes.with(|takes| takes.contains(&at));
    let toggle = move |event: leptos::ev::Event| {
        let on = event_target_checked(&event);
        takes.maybe_update(|takes| if on { takes.insert(at) } else { takes.remove(&at) });
    };
    view! {
        <tr>
            <th scope="row">
                <label class="choice">
                    <input type="checkbox" prop:checked=taken on:change=toggle />
                    <span dir="auto">{what}</span>
                </label>
                {was}
            </th>
            <td data-label=t(key!("board.on_board")) dir="auto" class:is-left=taken>{side(false)}</td>
            <td data-label=t(key!("board.in_file")) dir="auto" class:is-left=move || !taken()>{side(true)}</td>
        </tr>
    }
    .into_any()
}

/// The case a row is about, as the board words it.
fn case_text(session: Session, project: Id, term: Id, said: &Said) -> Option<String> {
    let Said::Case { case, .. } = said else { return None };
    let found = session.peek_project(project, |project| {
        project.terms.get(term)?.case(*case).map(|case| case.text.clone())
    });
    found.flatten()
}

/// How a case read when it was decided, where the board words it otherwise.
fn was_worded(texts: Texts, said: &Said) -> Option<AnyView> {
    let Said::Case { reworded: Some(text), .. } = said else { return None };
    let text = text.clone();
    let words = move || texts.format(key!("board.was_worded"), &[("case", Arg::Text(&text))]);
    Some(view! { <span class="small second" dir="auto">{words}</span> }.into_any())
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
