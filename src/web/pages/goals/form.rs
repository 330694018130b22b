//! The form of one goal.

use super::goal::{edit_id, heading_id, horizon_key, statement_id};
use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::kpi::{Goal, Horizon, Link, Slot};
use crate::web::components::fields::{Choice, TextField};
use crate::web::components::goal_check::Noted;
use crate::web::components::links::LinkRows;
use crate::web::components::people::PersonField;
use crate::web::frame::focus_heading;
use crate::web::pages::definition::focus_on;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::{Command, Record};
use leptos::prelude::*;

/// What a goal says, saved while they are typed.
#[component]
pub fn GoalForm(
    /// The goal's id.
    id: Id,
    /// The goal.
    goal: Memo<Option<Goal>>,
    /// The goal whose form is open.
    editing: RwSignal<Option<Id>>,
) -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let read = move |field: fn(&Goal) -> &String| {
        Signal::derive(move || {
            goal.with(|goal| goal.as_ref().map(|goal| field(goal).clone()).unwrap_or_default())
        })
    };
    let write = move |field: &'static str, text: String, place: fn(&mut Goal) -> &mut String| {
        if let Some(mut goal) = goal.get_untracked() {
            *place(&mut goal) = text;
            session.save_typing(project, field, Record::Goal(goal));
        }
    };
    let note = |slots| Noted { record: id, slots };
    let set = move |change: &dyn Fn(&mut Goal)| {
        if let Some(mut goal) = goal.get_untracked() {
            change(&mut goal);
            session.save(project, Record::Goal(goal));
        }
    };
    let horizon =
        Signal::derive(move || goal.with(|goal| goal.as_ref().and_then(|goal| goal.horizon)));
    let owner = Signal::derive(move || goal.with(|goal| goal.as_ref()?.owner));
    let links = Signal::derive(move || {
        goal.with(|goal| goal.as_ref().map(|goal| goal.links.clone())).unwrap_or_default()
    });
    let link = move |(links, typing): (Vec<Link>, bool)| {
        let Some(goal) = goal.get_untracked() else { return };
        let record = Record::Goal(Goal { links, ..goal });
        if typing {
            session.save_typing(project, "links", record);
        } else {
            session.save(project, record);
        }
    };
    let close = move |_| {
        editing.set(None);
        focus_on(format!("#{}", edit_id(id)));
    };
    view! {
        <div class="inline-form" role="group" aria-labelledby=heading_id(id)>
            <TextField id=statement_id(id) label=key!("goals.statement") hint=key!("goals.statement_hint")
                value=read(|goal| &goal.statement) note=note(&[Slot::Statement])
                on_text=move |text| write("statement", text, |goal| &mut goal.statement) />
            <TextField id=format!("why-{id}") label=key!("goals.why") hint=key!("goals.why_hint") multiline=true
                value=read(|goal| &goal.why)
                on_text=move |text| write("why", text, |goal| &mut goal.why) />
            <Choice name=format!("horizon-{id}") label=key!("goals.horizon") value=horizon
                on_choice=move |horizon| set(&|goal| goal.horizon = Some(horizon)) note=note(&[Slot::Horizon])
                options=Horizon::ALL.map(|horizon| (horizon, horizon_key(horizon))).to_vec() />
            <details class="definition-more">
                <summary>{t(key!("definition.more"))}</summary>
                <TextField id=format!("strategy-{id}") label=key!("role.strategy") hint=key!("role.strategy_hint")
                    value=read(|goal| &goal.strategy)
                    on_text=move |text| write("strategy", text, |goal| &mut goal.strategy) />
                <PersonField id=format!("owner-{id}") label=key!("role.goal_owner") hint=key!("role.goal_owner_hint")
                    value=owner on_person=move |person| set(&|goal| goal.owner = person) />
                <LinkRows of=id links=links on_links=Callback::new(link) />
            </details>
            <div class="cluster">
                <button class="button button-primary" type="button" on:click=close>{t(key!("goals.done"))}</button>
                <DeleteGoal id=id editing=editing />
            </div>
        </div>
    }
}

/// Removes a goal; its indicators stay, without a goal.
#[component]
fn DeleteGoal(
    /// The goal.
    id: Id,
    /// The goal whose form is open.
    editing: RwSignal<Option<Id>>,
) -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let texts = Texts::here();
    let delete = move |_| {
        let count = session.peek_project(project, |project| project.indicators_of(id).count());
        if session.dispatch(Command::Remove { project, record: id }) {
            let count = u64::try_from(count.unwrap_or_default()).unwrap_or(u64::MAX);
            session.tell(match count {
                0 => texts.text(key!("goals.deleted_alone")),
                _ => texts.format(key!("goals.deleted"), &[("count", Arg::Count(count))]),
            });
            editing.set(None);
            focus_heading();
        }
    };
    view! {
        <button class="button button-quiet" type="button" on:click=delete>{t(key!("goals.delete"))}</button>
    }
}
