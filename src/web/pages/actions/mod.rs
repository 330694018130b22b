//! Actions and risks: what is overdue first, then every record in a table
//! that is edited in place.

mod calendar;
mod matrix;
mod origin;
mod overdue;

use crate::i18n::Arg;
use crate::key;
use crate::registers::{Response, RiskState, RiskWeight};
use crate::route::{Place, Route, Spot};
use crate::sheet::{ACTIONS, RISKS};
use crate::web::components::register::{Extra, Register};
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::Project;
use leptos::prelude::*;
pub use matrix::Exposure;
use std::sync::Arc;

/// Actions, overdue ones first.
#[component]
pub fn Actions(
    /// The cell to begin in.
    #[prop(optional_no_strip)]
    spot: Option<Spot>,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let state = Memo::new(move |_| {
        let today = session.today();
        let counted = |project: &Project| {
            let open = project.actions.iter().filter(|action| action.state.is_open()).count();
            let late = project.actions.iter().filter(|action| action.is_overdue(today)).count();
            (project.actions.len(), open, late)
        };
        session.with_project(project, counted).unwrap_or_default()
    });
    let words = move || {
        let (all, open, late) = state.get();
        if all == 0 {
            return texts.text(key!("actions.none"));
        }
        let open = count(texts, key!("actions.state_of"), open);
        let late = match late {
            0 => texts.text(key!("actions.none_overdue")),
            late => count(texts, key!("actions.overdue_of"), late),
        };
        in_a_row(texts, [open, late])
    };
    view! {
        <h1>{t(key!("actions.heading"))}</h1>
        <Tabs here=Place::Actions(None) />
        <p class="lead">{words}</p>
        <overdue::Overdue />
        <section class="section">
            <h2 id="all-actions">{t(key!("actions.all"))}</h2>
            <Register sheet=&ACTIONS labelled_by="all-actions" spot=spot under=origin::of_action() />
        </section>
        <calendar::Calendar />
    }
}

/// Risks, on their matrix and in their table.
#[component]
pub fn Risks(
    /// The cell to begin in.
    #[prop(optional_no_strip)]
    spot: Option<Spot>,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let words = move || {
        let today = session.today();
        let said = |project: &Project| {
            let open = || project.risks.iter().filter(|risk| risk.state == RiskState::Open);
            if project.risks.is_empty() {
                return texts.text(key!("actions.no_risks"));
            }
            let high = open().filter(|risk| risk.weight() == Some(RiskWeight::High)).count();
            let late = open().filter(|risk| risk.is_overdue(today)).count();
            let rest = [(key!("actions.risks_high"), high), (key!("actions.risks_late"), late)];
            let rest = rest.into_iter().filter(|(_, number)| *number > 0);
            let rest = rest.map(|(key, number)| count(texts, key, number));
            let first = count(texts, key!("actions.risks_open"), open().count());
            in_a_row(texts, std::iter::once(first).chain(rest))
        };
        session.with_project(project, said)
    };
    let extras = vec![Extra { head: key!("actions.exposure"), cell: matrix::exposure_cell() }];
    view! {
        <h1>{t(key!("actions.risks"))}</h1>
        <Tabs here=Place::Risks(None) />
        <p class="lead">{words}</p>
        <matrix::Matrix />
        <section class="section">
            <h2 id="all-risks">{t(key!("actions.all_risks"))}</h2>
            <Register sheet=&RISKS labelled_by="all-risks" spot=spot extras=extras under=origin::of_risk() />
        </section>
    }
}

/// The key of what is done about a risk.
pub fn response_key(response: Response) -> &'static str {
    match response {
        Response::Avoid => key!("actions.response_avoid"),
        Response::Reduce => key!("actions.response_reduce"),
        Response::Transfer => key!("actions.response_transfer"),
        Response::Accept => key!("actions.response_accept"),
    }
}

/// Sentences one after the other, as the language writes them.
fn in_a_row(texts: Texts, sentences: impl IntoIterator<Item = String>) -> String {
    let join = |first: String, second: String| {
        let args = [("first", Arg::Text(&first)), ("second", Arg::Text(&second))];
        texts.format(key!("actions.sentences"), &args)
    };
    sentences.into_iter().reduce(join).unwrap_or_default()
}

/// A message with a count.
fn count(texts: Texts, key: &str, number: usize) -> String {
    let number = Arg::Count(u64::try_from(number).unwrap_or(u64::MAX));
    texts.format(key, &[("count", number)])
}

/// From actions to risks and back.
#[component]
fn Tabs(
    /// The place shown.
    here: Place,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let here = Arc::new(here);
    let link = move |place: Place, key: &'static str, open: fn(&Project) -> usize| {
        let label = move || {
            let name = texts.text(key);
            let open = session.with_project(project, open).unwrap_or_default();
            let args = [
                ("name", Arg::Text(&name)),
                ("count", Arg::Count(u64::try_from(open).unwrap_or(0))),
            ];
            texts.format(key!("actions.count"), &args)
        };
        let current = (*here == place).then_some("page");
        let href = Route::Project(project, place).href();
        view! { <li><a href=href aria-current=current>{label}</a></li> }
    };
    let open_actions =
        |project: &Project| project.actions.iter().filter(|one| one.state.is_open()).count();
    let open_risks =
        |project: &Project| project.risks.iter().filter(|one| one.state == RiskState::Open).count();
    view! {
        <nav class="tabs no-print" aria-label=t(key!("actions.tabs"))>
            <ul>
                {link(Place::Actions(None), key!("actions.heading"), open_actions)}
                {link(Place::Risks(None), key!("actions.risks"), open_risks)}
            </ul>
        </nav>
    }
}
