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
                <table>
                    <thead><tr>
                        <th scope="col">{t(key!("report.what"))}</th>
                        <th scope="col">{t(key!("report.who"))}</th>
                        <th scope="col">{t(key!("report.when"))}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
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
        <tr>
            <th scope="row" dir="auto">{words}</th>
            <td dir="auto">{who}</td>
            <td class="nowrap">{move || due_words(texts, task.due)}{overdue}</td>
        </tr>
    }
}
