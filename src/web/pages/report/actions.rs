//! Everything to do, by whom and by when.

use super::Scroll;
use crate::key;
use crate::report::Task;
use crate::web::components::people::person_name;
use crate::web::pages::overview::due_words;
use crate::web::pages::overview::next::task_words;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::Readiness;
use leptos::prelude::*;

/// All tasks, what is overdue first.
#[component]
pub fn Actions(
    /// The readiness of the project shown.
    readiness: Memo<Option<Readiness>>,
) -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let tasks = session.agenda(project, readiness);
    let body = move || {
        let tasks = tasks.get().unwrap_or_default();
        if tasks.is_empty() {
            return view! { <p class="second">{t(key!("overview.nothing_next"))}</p> }.into_any();
        }
        let rows: Vec<_> = tasks.into_iter().map(|task| view! { <Row task=task /> }).collect();
        view! {
            <Scroll labelled_by="report-actions">
                <table class="stacks" role="table">
                    <thead role="rowgroup"><tr role="row">
                        <th scope="col" role="columnheader">{t(key!("report.what"))}</th>
                        <th scope="col" role="columnheader">{t(key!("report.who"))}</th>
                        <th scope="col" role="columnheader">{t(key!("report.when"))}</th>
                    </tr></thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </Scroll>
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="report-actions">
            <h2 id="report-actions">{t(key!("overview.next"))}</h2>
            {body}
        </section>
    }
}

#[component]
fn Row(
    /// The task.
    task: Task,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let subject = task.subject.clone();
    let words = move || task_words(session, texts, project, &subject);
    let who = move || match task.owner {
        Some(id) => person_name(session, project, id),
        None => texts.text(key!("people.nobody")),
    };
    let overdue = task.overdue.then(|| {
        view! { " " <strong class="overdue">{t(key!("overview.overdue"))}</strong> }
    });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" dir="auto">{words}</th>
            <td role="cell" dir="auto">{who}</td>
            <td role="cell" class="nowrap">{move || due_words(texts, task.due)}{overdue}</td>
        </tr>
    }
}
