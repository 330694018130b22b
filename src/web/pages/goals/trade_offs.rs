//! Trade-offs: what was decided where aims compete.

use crate::base::Id;
use crate::key;
use crate::kpi::{TradeOff, TradeOffPart};
use crate::report::{aim_name, competing, trade_off_words};
use crate::web::components::fields::{DateField, TextField};
use crate::web::components::focus::{focus, focus_first, focus_on};
use crate::web::components::goal_check::trade_off_field;
use crate::web::components::people::PersonField;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::{Command, Project, Record};
use leptos::prelude::*;

/// All trade-offs; nothing while there are none, for they begin with a finding.
#[component]
pub fn TradeOffs() -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let ids = Memo::new(move |_| {
        let ids =
            |project: &Project| project.trade_offs.iter().map(|found| found.id).collect::<Vec<_>>();
        session.with_settled_project(project, ids).unwrap_or_default()
    });
    let is_there = Memo::new(move |_| !ids.with(Vec::is_empty));
    view! {
        {move || is_there.get().then(|| view! {
            <section class="goal" aria-labelledby="trade-offs">
                <h2 id="trade-offs" tabindex="-1">{t(key!("trade_offs.heading"))}</h2>
                <p class="second">{t(key!("trade_offs.lead"))}</p>
                <For each=move || ids.get() key=|id| *id let:id><One id=id /></For>
            </section>
        })}
    }
}

/// One trade-off: what it says, or its form. One that leaves something open
/// shows its form until somebody is done with it.
#[component]
fn One(
    /// The trade-off.
    id: Id,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let found = Memo::new(move |_| {
        session.with_project(project, |project| project.trade_offs.get(id).cloned())?
    });
    let is_open = RwSignal::new(
        found.with_untracked(|found| found.as_ref().is_some_and(|found| !found.open().is_empty())),
    );
    let heading = move || {
        let read = |project: &Project| {
            let found = project.trade_offs.get(id)?;
            Some(texts.with(|catalogue| competing(catalogue, project, found)))
        };
        session.with_project(project, read).flatten().unwrap_or_default()
    };
    let edit = move |_| {
        is_open.set(true);
        focus_on(trade_off_field(id, TradeOffPart::Accepted));
    };
    view! {
        <section class="trade-off" aria-labelledby=heading_id(id)>
            <h3 id=heading_id(id) dir="auto">{heading}</h3>
            {move || if is_open.get() {
                view! { <Form id=id found=found is_open=is_open /> }.into_any()
            } else {
                view! {
                    <Said id=id />
                    <button class="button button-quiet no-print" type="button" id=edit_id(id)
                        aria-describedby=heading_id(id) on:click=edit>{t(key!("trade_offs.edit"))}</button>
                }.into_any()
            }}
        </section>
    }
}

fn heading_id(id: Id) -> String {
    format!("trade-off-{id}")
}

fn edit_id(id: Id) -> String {
    format!("trade-off-{id}-edit")
}

/// What was decided, and what is still open.
#[component]
fn Said(
    /// The trade-off.
    id: Id,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let lines = move || {
        let read = |project: &Project| {
            let found = project.trade_offs.get(id)?;
            Some(texts.with(|catalogue| trade_off_words(catalogue, project, found)))
        };
        session.with_project(project, read).flatten().unwrap_or_default()
    };
    let line = |words: String| view! { <p dir="auto">{words}</p> };
    view! { {move || lines().into_iter().map(line).collect::<Vec<_>>()} }
}

/// Priority, accepted cost, who and when, saved as they are put in.
#[component]
fn Form(
    /// The trade-off's id.
    id: Id,
    /// The trade-off.
    found: Memo<Option<TradeOff>>,
    /// Whether this form is open.
    is_open: RwSignal<bool>,
) -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let change = move |edit: &dyn Fn(&mut TradeOff), field: Option<&str>| {
        let Some(mut found) = found.get_untracked() else { return };
        edit(&mut found);
        let record = Record::TradeOff(found);
        match field {
            Some(field) => session.save_typing(project, field, record),
            None => session.save(project, record),
        };
    };
    let accepted = Signal::derive(move || {
        found.with(|found| found.as_ref().map(|found| found.accepted.clone())).unwrap_or_default()
    });
    let note = Signal::derive(move || {
        found.with(|found| found.as_ref().map(|found| found.note.clone())).unwrap_or_default()
    });
    let who = Signal::derive(move || found.with(|found| found.as_ref()?.who));
    let date = Signal::derive(move || found.with(|found| found.as_ref()?.date));
    let close = move |_| {
        is_open.set(false);
        focus(&edit_id(id));
    };
    view! {
        <div class="inline-form" role="group" aria-labelledby=heading_id(id)>
            <Priority id=id found=found on_priority=move |first| change(&|found| found.priority = Some(first), None) />
            <TextField id=format!("trade-off-{id}-accepted") label=key!("trade_offs.accepted")
                hint=key!("trade_offs.accepted_hint") value=accepted
                on_text=move |text: String| change(&|found| found.accepted.clone_from(&text), Some("accepted")) />
            <PersonField id=format!("trade-off-{id}-who") label=key!("trade_offs.who") value=who
                on_person=move |person| change(&|found| found.who = person, None) />
            <DateField id=format!("trade-off-{id}-date") label=key!("trade_offs.date") value=date
                on_date=move |day| change(&|found| found.date = day, None) />
            <TextField id=format!("trade-off-{id}-note") label=key!("trade_offs.note") value=note
                on_text=move |text: String| change(&|found| found.note.clone_from(&text), Some("note")) />
            <div class="cluster">
                <button class="button button-primary" type="button" on:click=close>{t(key!("trade_offs.done"))}</button>
                <Delete id=id />
            </div>
        </div>
    }
}

/// Which comes first; not asked where there is one alone.
#[component]
fn Priority(
    /// The trade-off's id.
    id: Id,
    /// The trade-off.
    found: Memo<Option<TradeOff>>,
    /// Called with the choice.
    #[prop(into)]
    on_priority: Callback<Id>,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let between = Memo::new(move |_| {
        let read = |project: &Project| {
            let found = project.trade_offs.get(id)?;
            let name = |id: &Id| texts.with(|catalogue| (*id, aim_name(catalogue, project, *id)));
            Some(found.between.iter().map(name).collect::<Vec<_>>())
        };
        session.with_project(project, read).flatten().unwrap_or_default()
    });
    let first = move || found.with(|found| found.as_ref()?.priority);
    let radio = move |(one, name): (Id, String)| {
        view! {
            <label class="choice">
                <input type="radio" name=format!("trade-off-{id}-priority") prop:checked=move || first() == Some(one)
                    on:change=move |_| on_priority.run(one) />
                <span dir="auto">{name}</span>
            </label>
        }
    };
    view! {
        {move || (between.with(Vec::len) > 1).then(|| view! {
            <fieldset class="field">
                <legend>{t(key!("trade_offs.priority"))}</legend>
                <div class="choices-stacked">{between.get().into_iter().map(radio).collect::<Vec<_>>()}</div>
            </fieldset>
        })}
    }
}

/// Removes a trade-off; what it settled is open again.
#[component]
fn Delete(
    /// The trade-off.
    id: Id,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let delete = move |_| {
        if session.dispatch(Command::Remove { project, record: id }) {
            session.tell(texts.text(key!("trade_offs.deleted")));
            request_animation_frame(|| {
                if !focus_first("#trade-offs") {
                    crate::web::frame::focus_heading();
                }
            });
        }
    };
    view! {
        <button class="button button-quiet" type="button" on:click=delete>{t(key!("trade_offs.delete"))}</button>
    }
}
