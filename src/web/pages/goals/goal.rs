//! One goal: what it says, its form, its indicators.

use super::board::Board;
use super::{AddIndicator, indicators_under};
use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::kpi::{Goal, Horizon};
use crate::web::components::fields::{Choice, TextField};
use crate::web::frame::focus_heading;
use crate::web::pages::definition::focus_on;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::{Command, Record};
use leptos::prelude::*;

/// Id of the input a goal's statement is written in.
pub fn statement_id(goal: Id) -> String {
    format!("statement-{goal}")
}

fn heading_id(goal: Id) -> String {
    format!("goal-{goal}")
}

fn edit_id(goal: Id) -> String {
    format!("edit-{goal}")
}

/// A goal with its indicators.
#[component]
pub fn GoalSection(
    /// The goal.
    id: Id,
    /// The goal whose form is open.
    editing: RwSignal<Option<Id>>,
) -> impl IntoView {
    let goal = goal_memo(id);
    let indicators = indicators_under(Some(id));
    let is_open = Memo::new(move |_| editing.get() == Some(id));
    view! {
        <section class="goal" aria-labelledby=heading_id(id)>
            <GoalSaid id=id goal=goal />
            {move || if is_open.get() {
                view! { <GoalForm id=id goal=goal editing=editing /> }.into_any()
            } else {
                view! {
                    <button class="button button-quiet no-print" type="button" id=edit_id(id)
                        aria-describedby=heading_id(id)
                        on:click=move |_| { editing.set(Some(id)); focus_on(format!("#{}", statement_id(id))); }>
                        {t(key!("goals.edit"))}
                    </button>
                }.into_any()
            }}
            {move || if indicators.with(Vec::is_empty) {
                view! { <p class="second">{t(key!("goals.no_indicators"))}</p> }.into_any()
            } else {
                view! { <Board indicators=indicators labelled_by=heading_id(id) /> }.into_any()
            }}
            <div class="cluster no-print">
                <AddIndicator goal=Some(id) described_by=heading_id(id) />
            </div>
        </section>
    }
}

fn goal_memo(id: Id) -> Memo<Option<Goal>> {
    let session = Session::here();
    let project = Here::project();
    Memo::new(move |_| session.with_project(project, |project| project.goals.get(id).cloned())?)
}

/// What a goal says; what it leaves open is shown as open.
#[component]
fn GoalSaid(
    /// The goal's id.
    id: Id,
    /// The goal.
    goal: Memo<Option<Goal>>,
) -> impl IntoView {
    let texts = Texts::here();
    let read = move |field: fn(&Goal) -> &String| {
        goal.with(|goal| goal.as_ref().map(|goal| field(goal).trim().to_owned()))
            .filter(|text| !text.is_empty())
    };
    let statement = move || {
        read(|goal| &goal.statement).unwrap_or_else(|| texts.text(key!("goals.no_statement")))
    };
    let why = move || match read(|goal| &goal.why) {
        Some(why) => view! { <p class="goal-why" dir="auto">{why}</p> }.into_any(),
        None => view! { <p><span class="gap">{t(key!("goals.no_why"))}</span></p> }.into_any(),
    };
    let horizon = move || {
        let horizon = goal.with(|goal| goal.as_ref().and_then(|goal| goal.horizon));
        horizon.map(|horizon| {
            view! { <p class="second small">{t(horizon_key(horizon))}</p> }
        })
    };
    view! {
        <h2 id=heading_id(id) dir="auto">{statement}</h2>
        {why}
        {horizon}
    }
}

fn horizon_key(horizon: Horizon) -> &'static str {
    match horizon {
        Horizon::Short => key!("goals.horizon_short"),
        Horizon::Middle => key!("goals.horizon_middle"),
        Horizon::Long => key!("goals.horizon_long"),
    }
}

/// Statement, why and horizon, saved while they are typed.
#[component]
fn GoalForm(
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
    let horizon =
        Signal::derive(move || goal.with(|goal| goal.as_ref().and_then(|goal| goal.horizon)));
    let choose = move |horizon| {
        if let Some(goal) = goal.get_untracked() {
            session.save(project, Record::Goal(Goal { horizon: Some(horizon), ..goal }));
        }
    };
    let close = move |_| {
        editing.set(None);
        focus_on(format!("#{}", edit_id(id)));
    };
    view! {
        <div class="inline-form" role="group" aria-labelledby=heading_id(id)>
            <TextField id=statement_id(id) label=key!("goals.statement") hint=key!("goals.statement_hint")
                value=read(|goal| &goal.statement)
                on_text=move |text| write("statement", text, |goal| &mut goal.statement) />
            <TextField id=format!("why-{id}") label=key!("goals.why") hint=key!("goals.why_hint") multiline=true
                value=read(|goal| &goal.why)
                on_text=move |text| write("why", text, |goal| &mut goal.why) />
            <Choice name=format!("horizon-{id}") label=key!("goals.horizon") value=horizon on_choice=choose
                options=Horizon::ALL.map(|horizon| (horizon, horizon_key(horizon))).to_vec() />
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
