//! The board: every indicator in one table, to be sorted, filtered, printed.

mod filters;
mod table;

use self::filters::Filters;
use self::table::Table;
use crate::i18n::Arg;
use crate::key;
use crate::report::scorecard::{Score, View, scores};
use crate::route::{Place, Route};
use crate::web::routing::Routing;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// The board with its filters; what they say stands in the address.
#[component]
pub fn Scoreboard(
    /// How it is sorted and filtered.
    #[prop(into)]
    view: String,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let routing = Routing::here();
    let project = Here::project();
    let shown = RwSignal::new(View::parse(&view));
    let all = Memo::new(move |_| {
        let today = session.today();
        let scores = texts.with(|catalogue| {
            session.with_project(project, |project| scores(catalogue, project, today))
        });
        scores.unwrap_or_default()
    });
    let arranged = Memo::new(move |_| {
        all.with(|all| {
            shown.with(|view| view.arranged(all).into_iter().cloned().collect::<Vec<_>>())
        })
    });
    Effect::new(move |before: Option<String>| {
        let address = shown.with(View::address);
        if before.is_some_and(|before| before != address) {
            routing.note(&Route::Project(project, Place::Scoreboard(address.clone())));
        }
        address
    });
    let is_empty = move || all.with(Vec::is_empty);
    let print = move |_| {
        let _ = window().print();
    };
    view! {
        <div class="scorecard-page">
            <div class="goals-head">
                <h1>{t(key!("scorecard.heading"))}</h1>
                <div class="cluster no-print">
                    <button class="button" type="button" on:click=print hidden=is_empty>{t(key!("scorecard.print"))}</button>
                </div>
            </div>
            {move || if is_empty() { view! { <Nothing /> }.into_any() } else {
                view! { <Filters shown=shown all=all /> <Counted all=all arranged=arranged /> <Table shown=shown rows=arranged /> }.into_any()
            }}
        </div>
    }
}

/// How many of how many are shown, and as of when.
#[component]
fn Counted(
    /// Every indicator.
    all: Memo<Vec<Score>>,
    /// Those shown.
    arranged: Memo<Vec<Score>>,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let size = |rows: Memo<Vec<Score>>| u64::try_from(rows.with(Vec::len)).unwrap_or(u64::MAX);
    let counted = move || {
        let args = [("count", Arg::Count(size(arranged))), ("all", Arg::Count(size(all)))];
        texts.format(key!("scorecard.lead"), &args)
    };
    let as_of =
        move || texts.format(key!("scorecard.as_of"), &[("date", Arg::Date(session.today()))]);
    view! { <p class="second"><span role="status">{counted}</span> " · " {as_of}</p> }
}

/// For a project without indicators.
#[component]
fn Nothing() -> impl IntoView {
    let goals = Route::Project(Here::project(), Place::Goals).href();
    view! {
        <p>{t(key!("scorecard.none"))}</p>
        <p><a class="button" href=goals>{t(key!("scorecard.to_goals"))}</a></p>
    }
}
