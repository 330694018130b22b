//! One goal: what it says, its form, its indicators.

use super::board::Board;
use super::form::GoalForm;
use super::{AddIndicator, FromLibrary, indicators_under};
use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::kpi::{Goal, Horizon, Repair, Rule, Slot};
use crate::web::components::fit::Questions;
use crate::web::components::goal_check::{FindingList, Found};
use crate::web::components::people::person_name;
use crate::web::pages::definition::focus_on;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// Id of the input a goal's statement is written in.
pub fn statement_id(goal: Id) -> String {
    format!("statement-{goal}")
}

/// The field of a slot in the form of a goal, by its selector.
pub fn field_of(goal: Id, slot: Slot) -> String {
    match slot {
        Slot::Horizon => format!("[name=horizon-{goal}]"),
        _ => format!("#{}", statement_id(goal)),
    }
}

pub(super) fn heading_id(goal: Id) -> String {
    format!("goal-{goal}")
}

pub(super) fn edit_id(goal: Id) -> String {
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
    let own = Found::here().map(|found| found.about(id));
    // An open form says beside its fields what is found in them; words that
    // measure nothing lead to an indicator as well as its absence does.
    let own = Memo::new(move |_| {
        let mut own = own.map(|own| own.get()).unwrap_or_default();
        let leads_there = own.iter().any(|one| one.repair == Repair::Open(Slot::NewIndicator));
        own.retain(|one| {
            let beside = is_open.get() && matches!(one.slot, Slot::Statement | Slot::Horizon);
            !(beside || leads_there && one.rule == Rule::NoIndicator)
        });
        own
    });
    let has_findings = Memo::new(move |_| !own.with(Vec::is_empty));
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
            {move || has_findings.get().then(|| view! {
                <div class="goal-findings no-print"><FindingList found=own /></div>
            })}
            {move || if indicators.with(Vec::is_empty) {
                view! { <p class="second">{t(key!("goals.no_indicators"))}</p> }.into_any()
            } else {
                view! { <Board indicators=indicators labelled_by=heading_id(id) /> }.into_any()
            }}
            <Questions goal=id after=format!("#{}", heading_id(id)) />
            <div class="cluster no-print">
                <AddIndicator goal=Some(id) described_by=heading_id(id) />
                <FromLibrary goal=Some(id) described_by=heading_id(id) />
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
    let session = Session::here();
    let project = Here::project();
    let horizon = move || goal.with(|goal| goal.as_ref()?.horizon);
    let serves = move || {
        let strategy = read(|goal| &goal.strategy)?;
        Some(texts.format(key!("role.serves"), &[("strategy", Arg::Text(&strategy))]))
    };
    let owned = move || {
        let owner = goal.with(|goal| goal.as_ref()?.owner)?;
        let name = person_name(session, project, owner);
        Some(texts.format(key!("role.owned"), &[("person", Arg::Text(&name))]))
    };
    let about = move || {
        let horizon = horizon().map(|horizon| texts.text(horizon_key(horizon)));
        let said: Vec<_> = [horizon, serves(), owned()].into_iter().flatten().collect();
        let line = |words| view! { <span dir="auto">{words}</span> };
        (!said.is_empty()).then(|| view! {
            <p class="goal-about second small">{said.into_iter().map(line).collect::<Vec<_>>()}</p>
        })
    };
    view! {
        <h2 id=heading_id(id) tabindex="-1" dir="auto">{statement}</h2>
        {why}
        {about}
    }
}

pub(super) fn horizon_key(horizon: Horizon) -> &'static str {
    match horizon {
        Horizon::Short => key!("goals.horizon_short"),
        Horizon::Middle => key!("goals.horizon_middle"),
        Horizon::Long => key!("goals.horizon_long"),
    }
}
