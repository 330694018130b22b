//! The key terms of a project: their boards, and one more.

use super::adding::AddLine;
use super::desk::Desk;
use crate::base::{Id, IdKind};
use crate::i18n::Arg;
use crate::key;
use crate::registers::{Starter, Term, View, alike};
use crate::report::board_sentences;
use crate::route::{Place, Route};
use crate::web::components::fields::TextField;
use crate::web::routing::Routing;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::{Command, Record};
use leptos::prelude::*;

/// Id of the field that adds a term.
const NEW_TERM: &str = "new-term";

/// The place of a term's board.
pub fn place_of(term: &Term) -> Place {
    if term.customer { Place::Customer(None) } else { Place::Term(term.id, None) }
}

/// The terms with how they stand, and how to add one.
#[component]
pub fn Terms(
    /// The term whose board is shown, if there is one.
    #[prop(optional)]
    current: Option<Id>,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let rows = Memo::new(move |_| {
        session
            .with_project(project, |project| {
                let row = |term: &Term| {
                    let says = texts.with(|catalogue| board_sentences(catalogue, project, term));
                    (term.id, term.name.clone(), place_of(term), says.into_iter().next())
                };
                project.terms.iter().map(row).collect::<Vec<_>>()
            })
            .unwrap_or_default()
    });
    let items = move || {
        let item = |(id, name, place, says): (Id, String, Place, Option<String>)| {
            let here = (current == Some(id)).then_some("page");
            view! {
                <li>
                    <a href=Route::Project(project, place).href() aria-current=here dir="auto">{shown_name(texts, &name)}</a>
                    " "<span class="second small">{says}</span>
                </li>
            }
        };
        rows.get().into_iter().map(item).collect_view()
    };
    let has_crm = Memo::new(move |_| {
        let own = alike(&texts.text(Starter::Crm.name_key()));
        rows.with(|rows| rows.iter().any(|(_, name, ..)| alike(name) == own))
    });
    let begin = move |term: Term| add_term(session, project, term);
    let add = move |name: String| begin(Term::new(session.new_id(IdKind::Term), &name));
    let add_crm = move |_| {
        begin(Starter::Crm.term(session.new_id(IdKind::Term), |key| texts.text(key)));
    };
    view! {
        <section class="section terms" aria-labelledby="terms">
            <h2 id="terms">{t(key!("board.terms"))}</h2>
            <p class="second">{t(key!("board.terms_lead"))}</p>
            <ul class="criteria">{items}</ul>
            <AddLine id=NEW_TERM label=key!("board.new_term") button=key!("board.add_term") on_add=add />
            <Show when=move || !has_crm.get()>
                <div class="starter-crm no-print">
                    <h3>{t(key!("board.crm_offer"))}</h3>
                    <p>{t(key!("board.crm_why"))}</p>
                    <SoldAsCrm />
                    <button class="button" type="button" on:click=add_crm>{t(key!("board.crm_start"))}</button>
                </div>
            </Show>
        </section>
    }
}

/// What is sold under the name of CRM, and what it is by itself.
#[component]
pub fn SoldAsCrm() -> impl IntoView {
    view! {
        <details>
            <summary>{t(key!("board.sold_as_crm"))}</summary>
            <p>{t(key!("board.sold_lead"))}</p>
            <ul>
                <li>{t(key!("board.sold_mailing"))}</li>
                <li>{t(key!("board.sold_home_page"))}</li>
                <li>{t(key!("board.sold_order_centre"))}</li>
                <li>{t(key!("board.sold_research"))}</li>
            </ul>
            <p>{t(key!("board.sold_check"))}</p>
        </details>
    }
}

/// Adds a term with the departments of the boards there are, and goes there.
fn add_term(session: Session, project: Id, term: Term) -> bool {
    let departments = session.peek_project(project, crate::workspace::departments);
    let (id, place) = (term.id, place_of(&term));
    let views = departments
        .unwrap_or_default()
        .into_iter()
        .map(|department| Record::View(View::new(session.new_id(IdKind::View), id, &department)));
    let records = [Record::Term(term)].into_iter().chain(views).collect();
    let added = session.dispatch(Command::SaveAll { project, records });
    if added {
        Routing::here().go(&Route::Project(project, place));
    }
    added
}

/// The name of a term, or that it has none.
pub fn shown_name(texts: Texts, name: &str) -> String {
    let name = name.trim();
    if name.is_empty() { texts.text(key!("registers.nameless")) } else { name.to_owned() }
}

/// Another name for a term, or the term off the list.
#[component]
pub fn RenameTerm(
    /// The board.
    desk: Desk,
) -> impl IntoView {
    let routing = Routing::here();
    let removable = Memo::new(move |_| desk.read(|term| !term.customer));
    let remove = move |_| {
        let name = untrack(|| desk.read(|term| shown_name(desk.texts, &term.name)));
        if desk.remove(desk.term) {
            let args = [("term", Arg::Text(&name))];
            desk.session.tell(desk.texts.format(key!("board.term_removed"), &args));
            routing.go(&Route::Project(desk.project, Place::Customer(None)));
        }
    };
    view! {
        <details class="no-print">
            <summary>{t(key!("board.rename_term"))}</summary>
            <TextField id="term-name" label=key!("board.term_name") value=desk.text(|term| &term.name)
                on_text=move |text: String| { desk.edit(Some("name"), |term| term.name = text); } />
            <Show when=move || removable.get()>
                <button class="button" type="button" on:click=remove>{t(key!("board.remove_term"))}</button>
            </Show>
        </details>
    }
}
