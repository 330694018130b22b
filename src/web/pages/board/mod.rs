//! The definition board: what departments mean by a term, where they disagree,
//! and the one definition they sign.

mod adding;
mod agreed;
mod case;
mod cell;
mod desk;
mod field;
mod grid;
mod handing;
mod keys;
mod lead;
mod marked;
mod merge_file;
mod merging;
mod pasting;
mod said;
mod sign;
mod start;
mod states;
mod terms;
mod wordings;

pub use lead::DepartmentPage;
pub use merging::{MergeBody, Merging};

use crate::base::Id;
use crate::i18n::Language;
use crate::key;
use crate::registers::definition_proof;
use crate::report::{board_sentences, missing_fact, missing_place};
use crate::route::{BoardSpot, Place, Route};
use crate::web::components::focus::focus;
use crate::web::components::proof::{Fact, Facts};
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use desk::Desk;
use grid::{CaseGrid, Grid};
use leptos::prelude::*;
use pasting::{PasteDialog, Pasting};

/// The board of “customer”, or the way to begin it.
#[component]
pub fn Customer(
    /// The field to begin in.
    #[prop(optional_no_strip)]
    spot: Option<BoardSpot>,
) -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let term = Memo::new(move |_| {
        let term = session.with_project(project, |project| {
            project.terms.iter().find(|term| term.customer).map(|term| term.id)
        });
        term.flatten()
    });
    view! {
        <For each=move || [term.get()] key=|term| *term let:term>
            {match term {
                Some(term) => view! { <Board term=term spot=spot /> }.into_any(),
                None => view! {
                    <h1>{t(key!("frame.customer"))}</h1>
                    <p class="lead second">{t(key!("board.lead"))}</p>
                    <start::StartCustomer />
                    <terms::Terms />
                }
                .into_any(),
            }}
        </For>
    }
}

/// The board of any term.
#[component]
pub fn TermBoard(
    /// The term.
    term: Id,
    /// The field to begin in.
    #[prop(optional_no_strip)]
    spot: Option<BoardSpot>,
) -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let exists = Memo::new(move |_| {
        session.with_project(project, |project| project.terms.get(term).is_some()).unwrap_or(false)
    });
    let customer = Route::Project(project, Place::Customer(None)).href();
    view! {
        <Show when=move || exists.get() fallback=move || view! {
            <h1>{t(key!("frame.not_here"))}</h1>
            <p>{t(key!("frame.not_here_why"))}</p>
            <p><a href=customer.clone()>{t(key!("frame.customer"))}</a></p>
        }>
            <Board term=term spot=spot />
        </Show>
    }
}

#[component]
fn Board(
    /// The term.
    term: Id,
    /// The field to begin in.
    #[prop(optional_no_strip)]
    spot: Option<BoardSpot>,
) -> impl IntoView {
    let desk = Desk::of(term);
    let pasting = Pasting::closed();
    let grid = Grid::new(desk, pasting);
    if let Some(spot) = spot {
        begin(grid, spot);
    }
    let texts = desk.texts;
    let no_cases = Memo::new(move |_| desk.read(|term| term.cases.is_empty()));
    let nobody = Memo::new(move |_| desk.views.with(Vec::is_empty));
    view! {
        <h1 dir="auto">{move || desk.read(|term| terms::shown_name(texts, &term.name))}</h1>
        <Standing desk=desk />
        <Missing desk=desk on_again=move |spot| begin(grid, spot) />
        <section class="section" aria-labelledby="cases">
            <h2 id="cases">{t(key!("board.cases"))}</h2>
            <Show when=move || no_cases.get()><start::OfferSets desk=desk /></Show>
            <Show when=move || nobody.get()><p>{t(key!("board.who_decides"))}</p></Show>
            <Show when=move || !no_cases.get() || !nobody.get()><CaseGrid grid=grid /></Show>
            <div class="board-adds no-print">
                <adding::AddCase desk=desk />
                <div><adding::AddDepartment desk=desk /></div>
            </div>
            <p class="cluster no-print">
                <button class="button" type="button" on:click=move |_| pasting.ask(String::new())>{t(key!("board.paste"))}</button>
                <merge_file::MergeFile desk=desk />
            </p>
        </section>
        <wordings::Wordings desk=desk />
        <agreed::Agreed desk=desk />
        <sign::Signatures desk=desk />
        <terms::Terms current=term />
        <terms::RenameTerm desk=desk />
        <case::CaseDialog grid=grid />
        <PasteDialog desk=desk pasting=pasting />
    }
}

/// Moves the focus to a field of the board.
fn begin(grid: Grid, spot: BoardSpot) {
    let desk = grid.desk;
    let first_of = |case: u32| {
        let view = untrack(|| grid.columns.get()).first().copied();
        view.map_or_else(|| desk::case_id(case), |view| desk::cell_id(case, view))
    };
    let id = match spot {
        BoardSpot::Wording => desk::WORDING.to_owned(),
        BoardSpot::NewCase => desk::NEW_CASE.to_owned(),
        BoardSpot::NewDepartment => desk::NEW_DEPARTMENT.to_owned(),
        BoardSpot::Case(case) => first_of(case),
        BoardSpot::Open(view) => {
            let open = untrack(|| {
                grid.cases().into_iter().find(|case| desk.decision(*case, view).is_none())
            });
            open.map_or_else(|| desk::head_id(view), |case| desk::cell_id(case, view))
        }
        BoardSpot::Signature(view) => {
            let nothing = untrack(|| desk.read(|term| term.wording.trim().is_empty()));
            if nothing { desk::WORDING.to_owned() } else { desk::signature_id(view) }
        }
    };
    // A heading that takes the focus when the place changes has had it by then.
    request_animation_frame(move || focus(&id));
}

/// Where things stand, in sentences.
#[component]
fn Standing(
    /// The board.
    desk: Desk,
) -> impl IntoView {
    let sentences = Memo::new(move |_| {
        desk.session
            .with_project(desk.project, |project| {
                let term = project.terms.get(desk.term)?;
                Some(desk.texts.with(|catalogue| board_sentences(catalogue, project, term)))
            })
            .flatten()
            .unwrap_or_default()
    });
    let rest = move || {
        // Chinese sentences follow each other without a space.
        let gap = if desk.texts.language() == Language::Chinese { "" } else { " " };
        sentences.with(|all| all.get(1..).unwrap_or_default().join(gap))
    };
    view! {
        <p class="lead board-standing" dir="auto">{move || sentences.with(|all| all.first().cloned())}</p>
        <p class="board-standing-rest" dir="auto">{rest}</p>
    }
}

/// What the board shows, and every fact that is missing, each leading to its
/// field.
#[component]
fn Missing(
    /// The board.
    desk: Desk,
    /// Called when the address of a fact is the one shown already.
    #[prop(into)]
    on_again: Callback<BoardSpot>,
) -> impl IntoView {
    let texts = Texts::here();
    let proof = Memo::new(move |_| {
        desk.session.with_project(desk.project, |project| {
            let found = definition_proof(project.terms.get(desk.term), project.views.iter());
            let facts = found.missing.iter().map(|fact| Fact {
                says: texts.with(|words| missing_fact(words, project, *fact)),
                place: missing_place(project, *fact),
            });
            (found.derived, facts.collect::<Vec<_>>())
        })
    });
    let facts = Memo::new(move |_| proof.get().map(|(_, facts)| facts).unwrap_or_default());
    let again = move |place: Place| {
        if let Place::Customer(Some(spot)) | Place::Term(_, Some(spot)) = place {
            on_again.run(spot);
        }
    };
    let heading = move || {
        let derived = proof.get().map(|(derived, _)| derived);
        match derived {
            Some(crate::assessment::Derived::Value(value)) => {
                let word = crate::web::pages::walk::word(texts, value);
                texts.format(
                    key!("walk.register_shows"),
                    &[("answer", crate::i18n::Arg::Text(&word))],
                )
            }
            Some(crate::assessment::Derived::Nothing) | None => {
                texts.text(key!("walk.register_empty"))
            }
        }
    };
    let question = move || {
        let customer = desk.read(|term| term.customer);
        customer.then(|| {
            let place = Place::Question(QUESTION.to_owned());
            let href = Route::Project(desk.project, place).href();
            view! { <p class="no-print"><a href=href>{t(key!("board.to_question"))}</a></p> }
        })
    };
    view! {
        <section class="board-missing" aria-labelledby="board-missing">
            <h2 id="board-missing">{heading}</h2>
            <Facts facts=facts on_again=again />
            {question}
        </section>
    }
}

/// The question this board proves.
const QUESTION: &str = "ready.customer";
