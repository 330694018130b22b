//! Removing a person: what points to them is said before it loses its link.

use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::web::components::dialog::Dialog;
use crate::web::components::register::focus_new_row;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::{Command, PersonLinks, person_links};
use leptos::prelude::*;

/// Who is about to be removed, and whether that is being asked.
#[derive(Clone, Copy)]
pub struct Leaving {
    person: RwSignal<Option<Id>>,
    open: RwSignal<bool>,
}

impl Leaving {
    /// Nobody.
    pub fn nobody() -> Self {
        Self { person: RwSignal::new(None), open: RwSignal::new(false) }
    }
}

/// Removes a person nothing points to, and asks about any other.
pub fn ask(session: Session, texts: Texts, project: Id, person: Id, leaving: Leaving) {
    let links = session.peek_project(project, |project| person_links(project, person));
    if links.is_some_and(|links| !links.is_empty()) {
        leaving.person.set(Some(person));
        leaving.open.set(true);
    } else {
        remove(session, texts, project, person);
    }
}

fn remove(session: Session, texts: Texts, project: Id, person: Id) {
    let name = session
        .peek_project(project, |project| project.people.get(person).map(|found| found.name.clone()))
        .flatten()
        .unwrap_or_default();
    if session.dispatch(Command::Remove { project, record: person }) {
        session.tell(texts.format(key!("people_page.removed"), &[("person", Arg::Text(&name))]));
        focus_new_row();
    }
}

/// The links in words, one a line.
fn said(texts: Texts, links: PersonLinks) -> Vec<String> {
    let kinds = [
        (links.gaps, key!("people_page.links_gaps")),
        (links.took_part, key!("people_page.links_took_part")),
        (links.evidence, key!("people_page.links_evidence")),
        (links.indicators, key!("people_page.links_indicators")),
        (links.registers, key!("people_page.links_registers")),
    ];
    let counted = kinds.into_iter().filter(|(count, _)| *count > 0);
    counted
        .map(|(count, key)| {
            let count = u64::try_from(count).unwrap_or(u64::MAX);
            texts.format(key, &[("count", Arg::Count(count))])
        })
        .collect()
}

/// Asks whether a person with links goes.
#[component]
pub fn Leave(
    /// Who is about to be removed.
    leaving: Leaving,
) -> impl IntoView {
    let texts = Texts::here();
    let session = Session::here();
    let project = Here::project();
    let Leaving { person, open } = leaving;
    let heading = Signal::derive(move || {
        let name = person
            .get()
            .and_then(|id| {
                session
                    .with_project(project, |all| all.people.get(id).map(|one| one.name.clone()))?
            })
            .unwrap_or_default();
        texts.format(key!("people_page.remove_question"), &[("person", Arg::Text(&name))])
    });
    let lines = move || {
        let links =
            person.get().and_then(|id| session.with_project(project, |all| person_links(all, id)));
        let items = said(texts, links.unwrap_or_default()).into_iter();
        items.map(|line| view! { <li>{line}</li> }).collect::<Vec<_>>()
    };
    let confirm = move |_| {
        if let Some(person) = person.get_untracked() {
            open.set(false);
            remove(session, texts, project, person);
        }
    };
    view! {
        <Dialog open=open heading=heading>
            <ul>{lines}</ul>
            <p>{t(key!("people_page.links_emptied"))}</p>
            <div class="cluster">
                <button class="button button-primary" type="button" on:click=confirm>{t(key!("people_page.remove_anyway"))}</button>
                <button class="button" type="button" on:click=move |_| open.set(false)>{t(key!("people.cancel"))}</button>
            </div>
        </Dialog>
    }
}
