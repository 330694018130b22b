//! What to do next, by whom and by when.

use super::{question_name, who_when};
use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::report::{Subject, Task, gap_key, record_name};
use crate::route::{Place, Route, Spot};
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::Readiness;
use leptos::prelude::*;

/// Tasks shown here; the report has them all.
const SHOWN: usize = 7;

/// What to do next, what is overdue first.
#[component]
pub fn Next(
    /// The readiness of the project shown.
    readiness: Memo<Option<Readiness>>,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let tasks = session.agenda(project, readiness);
    let list = move || {
        let all = tasks.get().unwrap_or_default();
        if all.is_empty() {
            return view! { <p class="second">{t(key!("overview.nothing_next"))}</p> }.into_any();
        }
        let more = u64::try_from(all.len().saturating_sub(SHOWN)).unwrap_or_default();
        let rows: Vec<_> =
            all.into_iter().take(SHOWN).map(|task| view! { <Row task=task /> }).collect();
        let href = Route::Project(project, Place::Report).href();
        let more = (more > 0).then(|| {
            let words =
                move || texts.format(key!("overview.more_tasks"), &[("count", Arg::Count(more))]);
            view! { <p><a href=href>{words}</a></p> }
        });
        view! { <ol class="task-list">{rows}</ol> {more} }.into_any()
    };
    view! {
        <section aria-labelledby="next">
            <h2 id="next">{t(key!("overview.next"))}</h2>
            {list}
        </section>
    }
}

#[component]
fn Row(
    /// The task.
    task: Task,
) -> impl IntoView {
    let texts = Texts::here();
    let session = Session::here();
    let project = Here::project();
    let place = match &task.subject {
        Subject::Question { question, .. } => Place::Question(question.clone()),
        Subject::Action { action } => Place::Actions(Some(Spot::new(*action, "title"))),
        Subject::Risk { risk } => Place::Risks(Some(Spot::new(*risk, "title"))),
        Subject::Measurement { indicator, .. } => Place::Indicator(*indicator),
    };
    let href = Route::Project(project, place).href();
    let subject = task.subject.clone();
    let words = move || task_words(session, texts, project, &subject);
    let overdue = task.overdue.then(|| {
        view! { <strong class="overdue">{t(key!("overview.overdue"))}</strong> }
    });
    let who = move || who_when(session, texts, task.owner, task.due);
    view! {
        <li>
            <a class="fact-name" href=href dir="auto">{words}</a>
            <p class="second small">{overdue} {who}</p>
        </li>
    }
}

/// A task as a sentence that begins with what to do.
pub fn task_words(session: Session, texts: Texts, project: Id, subject: &Subject) -> String {
    match subject {
        Subject::Question { question, standing, .. } => {
            let name = question_name(texts, question);
            texts.format(gap_key(*standing), &[("question", Arg::Text(&name))])
        }
        Subject::Action { action } => name_of(session, texts, project, *action),
        Subject::Risk { risk } => {
            let name = name_of(session, texts, project, *risk);
            texts.format(key!("actions.calendar_risk"), &[("risk", Arg::Text(&name))])
        }
        Subject::Measurement { indicator, period } => {
            let found = session.with_project(project, |project| {
                let indicator = project.indicators.get(*indicator)?;
                Some((indicator.name.clone(), project.head.fiscal))
            });
            let Some((name, fiscal)) = found.flatten() else { return String::new() };
            let args = [("indicator", Arg::Text(&name)), ("period", Arg::Period(*period, fiscal))];
            texts.format(key!("overview.task_measure"), &args)
        }
    }
}

fn name_of(session: Session, texts: Texts, project: Id, record: Id) -> String {
    let name = session.with_project(project, |project| record_name(project, record));
    let name = name.unwrap_or_default();
    if name.trim().is_empty() { texts.text(key!("registers.nameless")) } else { name }
}
