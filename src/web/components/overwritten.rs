//! What another window had saved and an edit of this one replaced: named, and
//! one press away from coming back.

use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::web::app::Kept;
use crate::web::parts::{Later, part};
use crate::web::session::Session;
use crate::web::texts::{Texts, t};
use crate::workspace::{Record, Slot, Workspace};
use leptos::prelude::*;

/// Offers back what this window has replaced of another one's edits.
#[component]
pub fn Overwritten() -> impl IntoView {
    let kept = Kept::here().overwritten();
    let any = Memo::new(move |_| !kept.with(Vec::is_empty));
    move || any.get().then(|| view! { <Later view=offer /> })
}

part! { work:
/// The records, to take back or to leave.
fn offer() -> AnyView {
    let kept = Kept::here().overwritten();
    let texts = Texts::here();
    let words = move || {
        let count = kept.with(|rows| u64::try_from(rows.len()).unwrap_or(u64::MAX));
        texts.format(key!("storage.overwritten"), &[("count", Arg::Count(count))])
    };
    view! {
        <aside class="banner" aria-label=t(key!("storage.overwritten_label"))>
            <p role="alert">{words}</p>
            <ul>
                {move || kept.get().into_iter()
                    .map(|(project, slot)| view! { <Row project=project stored=slot /> })
                    .collect_view()}
            </ul>
            <button class="button button-quiet" type="button" on:click=move |_| kept.set(Vec::new())>
                {t(key!("storage.overwritten_keep"))}
            </button>
        </aside>
    }
    .into_any()
}
}

/// One record of the other window.
#[component]
fn Row(
    /// The project it belongs to.
    project: Id,
    /// The record as the other window had saved it.
    stored: Slot,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let kept = Kept::here().overwritten();
    let id = stored.record.id();
    let name = session.workspace().with_untracked(|workspace| name(workspace, project, &stored));
    let button = move || texts.text(key!("storage.overwritten_take"));
    let label = {
        let name = name.clone();
        move || format!("{}: {name}", button())
    };
    let take = move |_| {
        if session.save(project, stored.record.clone()) {
            kept.update(|rows| rows.retain(|(_, row)| row.record.id() != id));
        }
    };
    view! {
        <li>
            <span>{name.clone()}</span>" "
            <button class="button button-quiet" type="button" aria-label=label on:click=take>{button}</button>
        </li>
    }
}

/// What a person would call the record: its own name, with the indicator's for
/// a measurement, with the project's where it has none.
fn name(workspace: &Workspace, project: Id, stored: &Slot) -> String {
    let Some(found) = workspace.project(project) else { return project.to_string() };
    let own = match &stored.record {
        Record::Person(person) => person.name.clone(),
        Record::Goal(goal) => goal.statement.clone(),
        Record::Indicator(indicator) => indicator.name.clone(),
        Record::Answer(answer) => answer.question.clone(),
        Record::Term(term) => term.name.clone(),
        Record::View(view) => view.department.clone(),
        Record::Measurement(measurement) => {
            let indicator = found.indicators.get(measurement.indicator);
            let of = indicator.map(|indicator| indicator.name.as_str()).unwrap_or_default();
            format!("{of}, {}", measurement.period)
        }
        _ => String::new(),
    };
    if own.is_empty() { found.head.name.clone() } else { own }
}
