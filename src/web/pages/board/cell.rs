//! One decision of the grid, and how the departments stand on a case, in
//! words.

use super::desk::{Desk, cell_id};
use super::grid::{Grid, Stop};
use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::registers::{Agreement, View};
use crate::report::listed;
use crate::web::components::focus::focus_now;
use crate::web::components::status::{Shape, StatusWord};
use crate::web::texts::Texts;
use leptos::prelude::*;

/// The word of a decision.
pub fn decision_key(counts: Option<bool>) -> &'static str {
    match counts {
        Some(true) => key!("board.yes"),
        Some(false) => key!("board.no"),
        None => key!("board.open"),
    }
}

/// What one department decides on a case: yes, no, or the one that is pressed
/// again for open.
#[component]
pub fn Cell(
    /// The grid.
    grid: Grid,
    /// The case.
    case: u32,
    /// The department's view.
    view: Id,
) -> impl IntoView {
    let desk = grid.desk;
    let texts = desk.texts;
    let stop = Stop::Cell(case, view);
    let decided = Memo::new(move |_| desk.decision(case, view));
    let department = Memo::new(move |_| desk.department(view));
    let label = move || {
        let (name, says) = (department.get(), texts.text(decision_key(decided.get())));
        let args = [("department", Arg::Text(&name)), ("says", Arg::Text(&says))];
        texts.format(key!("board.says"), &args)
    };
    let choice = move |counts: bool| {
        let is_it = move || decided.get() == Some(counts);
        let press = move |_| {
            let wanted = (decided.get_untracked() != Some(counts)).then_some(counts);
            decide(grid, case, view, wanted);
            focus_now(&cell_id(case, view));
        };
        let name = move || {
            let says = texts.text(decision_key(Some(counts)));
            let (name, case) = (department.get(), desk.case_text(case));
            let args = [
                ("says", Arg::Text(&says)),
                ("department", Arg::Text(&name)),
                ("case", Arg::Text(&case)),
            ];
            texts.format(key!("board.decide"), &args)
        };
        view! {
            <button type="button" class="decide" tabindex="-1" aria-label=name
                aria-pressed=move || is_it().to_string() on:click=press>
                {move || texts.text(decision_key(Some(counts)))}
            </button>
        }
    };
    view! {
        <td role="gridcell" id=cell_id(case, view) class="case-cell" aria-label=label
            class:is-yes=move || decided.get() == Some(true) class:is-no=move || decided.get() == Some(false)
            tabindex=move || grid.tab_index(stop)
            on:focusin=move |_| grid.active.set(Some(stop))>
            <span class="cell-head" aria-hidden="true" dir="auto">{move || department.get()}</span>
            <span class="decisions">{choice(true)}{choice(false)}</span>
            <span class="cell-word" aria-hidden="true">{move || texts.text(decision_key(decided.get()))}</span>
        </td>
    }
}

/// Decides, and says so to a screen reader: the name of what has the focus
/// changes without a word otherwise.
pub fn decide(grid: Grid, case: u32, view: Id, counts: Option<bool>) {
    let desk = grid.desk;
    if desk.edit_view(view, None, |found| found.decide(case, counts)) {
        let says = desk.texts.text(decision_key(counts));
        let name = untrack(|| desk.department(view));
        let args = [("department", Arg::Text(&name)), ("says", Arg::Text(&says))];
        grid.said.set(desk.texts.format(key!("board.says"), &args));
    }
}

/// How the departments stand on a case: status, and for a disputed or open one
/// who says what, and why.
#[component]
pub fn Stands(
    /// The board.
    desk: Desk,
    /// The case.
    case: u32,
    /// What stands behind it on the line.
    children: Children,
) -> impl IntoView {
    let agreement = Memo::new(move |_| desk.agreement(case));
    let mark = move || {
        let (shape, class, word) = of_agreement(agreement.get());
        view! { <StatusWord shape=shape class=class word=word /> }
    };
    let words = Memo::new(move |_| {
        let agreement = agreement.get();
        desk.views.with(|views| sides(desk.texts, case, agreement, views))
    });
    let why = Memo::new(move |_| {
        let disputed = agreement.get() == Agreement::Disputed;
        desk.views
            .with(|views| if disputed { reasons(desk.texts, case, views) } else { Vec::new() })
    });
    view! {
        <span class="case-stands">{mark}<span class="case-sides" dir="auto">{move || words.get()}</span>{children()}</span>
        {move || why.get().into_iter().map(|why| view! { <span class="case-why" dir="auto">{why}</span> }).collect_view()}
    }
}

/// Shape, colour class and word of how a case stands.
pub fn of_agreement(agreement: Agreement) -> (Shape, &'static str, &'static str) {
    match agreement {
        Agreement::Disputed => (Shape::Triangle, "status-missed", key!("board.case_disputed")),
        Agreement::Open => (Shape::DashedRing, "status-no-data", key!("board.case_open")),
        Agreement::Agreed(true) => (Shape::Disc, "status-met", key!("board.case_counts")),
        Agreement::Agreed(false) => (Shape::Disc, "status-met", key!("board.case_counts_not")),
    }
}

/// Who says what: "Yes: Sales, Service. No: Finance".
fn sides(texts: Texts, case: u32, agreement: Agreement, views: &[View]) -> String {
    let of = |wanted: Option<bool>| -> Vec<String> {
        let says = |view: &&View| view.decision(case).map(|one| one.counts) == wanted;
        views.iter().filter(says).map(|view| view.department.trim().to_owned()).collect()
    };
    let shown: &[Option<bool>] = match agreement {
        Agreement::Disputed => &[Some(true), Some(false), None],
        Agreement::Open => &[None],
        Agreement::Agreed(_) => &[],
    };
    let parts = shown.iter().filter_map(|wanted| {
        let names = of(*wanted);
        (!names.is_empty()).then(|| {
            let names = texts.with(|catalogue| listed(catalogue, &names));
            let says = texts.text(decision_key(*wanted));
            let args = [("says", Arg::Text(&says)), ("names", Arg::Text(&names))];
            texts.format(key!("board.side"), &args)
        })
    });
    parts.collect::<Vec<_>>().join(" ")
}

/// Why they say so, where they gave a reason.
fn reasons(texts: Texts, case: u32, views: &[View]) -> Vec<String> {
    let given = views.iter().filter_map(|view| {
        let comment = view.decision(case)?.comment.trim();
        (!comment.is_empty()).then(|| {
            let args =
                [("department", Arg::Text(view.department.trim())), ("why", Arg::Text(comment))];
            texts.format(key!("board.reason"), &args)
        })
    });
    given.collect()
}
