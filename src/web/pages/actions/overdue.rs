//! Actions that should have been done, each with the button that says it is.

use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::registers::ActionState;
use crate::route::{Place, Route, Spot};
use crate::web::components::focus::focus;
use crate::web::components::people::person_name;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::Record;
use leptos::prelude::*;

/// Id of the list's heading, which has the focus once the last one is done.
const HEADING: &str = "overdue";

/// Overdue actions, the longest overdue first; nothing where there is none.
#[component]
pub fn Overdue() -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let ids = Memo::new(move |_| {
        let today = session.today();
        let late = |project: &crate::workspace::Project| {
            let mut late: Vec<_> =
                project.actions.iter().filter(|action| action.is_overdue(today)).collect();
            late.sort_by_key(|action| action.due);
            late.into_iter().map(|action| action.id).collect::<Vec<Id>>()
        };
        session.with_project(project, late).unwrap_or_default()
    });
    view! {
        <Show when=move || !ids.with(Vec::is_empty)>
            <section class="section" aria-labelledby=HEADING>
                <h2 id=HEADING tabindex="-1">{t(key!("actions.overdue"))}</h2>
                <ul class="task-list overdue-list">
                    <For each=move || ids.get() key=|id| *id let:id><Row id=id /></For>
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn Row(
    /// The action.
    id: Id,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let action = Memo::new(move |_| {
        session.with_project(project, |project| project.actions.get(id).cloned()).flatten()
    });
    let title = move || {
        let title = action.with(|found| found.as_ref().map(|found| found.title.clone()));
        let title = title.unwrap_or_default();
        if title.trim().is_empty() { texts.text(key!("registers.nameless")) } else { title }
    };
    let who = move || match action.with(|found| found.as_ref().and_then(|found| found.owner)) {
        Some(owner) => person_name(session, project, owner),
        None => texts.text(key!("people.nobody")),
    };
    let since = move || {
        let due = action.with(|found| found.as_ref().and_then(|found| found.due))?;
        Some(texts.format(key!("actions.overdue_since"), &[("date", Arg::DateShort(due))]))
    };
    let done = move |_| {
        let stored = session.peek_project(project, |project| project.actions.get(id).cloned());
        let Some(before) = stored.flatten() else { return };
        let mut after = before.clone();
        after.state = ActionState::Done;
        after.settle(&before, session.today_signal().get_untracked());
        let said = untrack(title);
        if session.save(project, Record::Action(after)) {
            session
                .tell(texts.format(key!("actions.marked_done"), &[("action", Arg::Text(&said))]));
            focus(HEADING);
        }
    };
    let label =
        move || texts.format(key!("actions.mark_done_of"), &[("action", Arg::Text(&title()))]);
    let spot = Spot::new(id, "title");
    let href = Route::Project(project, Place::Actions(Some(spot))).href();
    view! {
        <li>
            <a class="fact-name" href=href dir="auto">{title}</a>
            <p class="second small"><span dir="auto">{who}</span>" · "<strong class="overdue">{since}</strong></p>
            <button class="button button-small no-print" type="button" aria-label=label on:click=done>
                {t(key!("actions.mark_done"))}
            </button>
        </li>
    }
}
