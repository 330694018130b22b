//! What the board leaves out.

use crate::base::Id;
use crate::key;
use crate::report::scorecard::{STATUSES, Score, View};
use crate::web::components::status::of_status;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// Status, goal, owner and text.
#[component]
pub fn Filters(
    /// What the board shows.
    shown: RwSignal<View>,
    /// Every indicator: only what occurs is offered.
    all: Memo<Vec<Score>>,
) -> impl IntoView {
    let texts = Texts::here();
    let statuses = move || {
        let there =
            |status: &_| all.with(|all| all.iter().any(|one| one.judgement.status == *status));
        let choice = |status| {
            let (_, _, word) = of_status(status);
            (format!("{status:?}"), texts.text(word))
        };
        STATUSES.into_iter().filter(there).map(choice).collect::<Vec<_>>()
    };
    let status = move || shown.with(|view| view.status.map(|status| format!("{status:?}")));
    let set_status = move |word: String| {
        let status = STATUSES.into_iter().find(|status| format!("{status:?}") == word);
        shown.update(|view| view.status = status);
    };
    let set_goal = move |goal| shown.update(|view| view.goal = goal);
    let set_owner = move |owner| shown.update(|view| view.owner = owner);
    let reset = move |_| {
        shown.update(|view| *view = View { sort: view.sort, ..View::default() });
    };
    view! {
        <div class="scorecard-filters no-print" role="group" aria-label=t(key!("scorecard.filters"))>
            <Choice id="board-status" label=key!("scorecard.filter_status")
                options=Signal::derive(statuses) chosen=Signal::derive(status) on_choose=set_status />
            <ByRecord id="board-goal" label=key!("scorecard.filter_goal") names=goal_names(all)
                chosen=Signal::derive(move || shown.with(|view| view.goal)) on_choose=set_goal />
            <ByRecord id="board-owner" label=key!("scorecard.filter_owner") names=owner_names(all)
                chosen=Signal::derive(move || shown.with(|view| view.owner)) on_choose=set_owner />
            <div class="field">
                <label for="board-text">{t(key!("scorecard.filter_text"))}</label>
                <input id="board-text" type="search" autocomplete="off" dir="auto" maxlength="200"
                    prop:value=move || shown.with(|view| view.text.clone())
                    on:input=move |event| shown.update(|view| view.text = event_target_value(&event)) />
            </div>
            <button class="button button-quiet" type="button" on:click=reset
                hidden=move || !shown.with(View::filters)>{t(key!("scorecard.reset"))}</button>
        </div>
    }
}

/// Goals that have an indicator, by their statement.
fn goal_names(all: Memo<Vec<Score>>) -> Signal<Vec<(Id, String)>> {
    let session = Session::here();
    let project = Here::project();
    Signal::derive(move || {
        let names = session.with_project(project, |project| {
            let goals = project.goals.iter();
            goals.map(|goal| (goal.id, goal.statement.trim().to_owned())).collect::<Vec<_>>()
        });
        let mut names = names.unwrap_or_default();
        names.retain(|(id, _)| all.with(|all| all.iter().any(|one| one.goal == Some(*id))));
        names
    })
}

/// Owners of an indicator, by name.
fn owner_names(all: Memo<Vec<Score>>) -> Signal<Vec<(Id, String)>> {
    Signal::derive(move || {
        let mut names: Vec<(Id, String)> = all.with(|all| {
            all.iter().filter_map(|one| Some((one.owner?, one.owner_name.clone()))).collect()
        });
        names.sort_by(|a, b| a.1.cmp(&b.1).then(a.0.cmp(&b.0)));
        names.dedup();
        names
    })
}

/// A choice among records.
#[component]
fn ByRecord(
    /// Id of the select.
    id: &'static str,
    /// Key of the label.
    label: &'static str,
    /// The records with their names.
    names: Signal<Vec<(Id, String)>>,
    /// The one chosen.
    chosen: Signal<Option<Id>>,
    /// Called with the choice.
    #[prop(into)]
    on_choose: Callback<Option<Id>>,
) -> impl IntoView {
    let options = move || {
        names.get().into_iter().map(|(id, name)| (id.to_string(), name)).collect::<Vec<_>>()
    };
    let choose = move |word: String| {
        let found = names.with_untracked(|names| {
            names.iter().find(|(id, _)| id.to_string() == word).map(|(id, _)| *id)
        });
        on_choose.run(found);
    };
    let chosen = Signal::derive(move || chosen.get().map(|id| id.to_string()));
    view! { <Choice id=id label=label options=Signal::derive(options) chosen=chosen on_choose=choose /> }
}

/// A select whose first option leaves nothing out.
#[component]
fn Choice(
    /// Id of the select.
    id: &'static str,
    /// Key of the label.
    label: &'static str,
    /// Values with their words.
    options: Signal<Vec<(String, String)>>,
    /// The value chosen.
    chosen: Signal<Option<String>>,
    /// Called with the value; empty for all.
    #[prop(into)]
    on_choose: Callback<String>,
) -> impl IntoView {
    let shown = move || {
        let option = |(value, words): (String, String)| {
            let own = value.clone();
            view! { <option value=value prop:selected=move || chosen.get().as_ref() == Some(&own)>{words}</option> }
        };
        options.get().into_iter().map(option).collect_view()
    };
    view! {
        <div class="field">
            <label for=id>{t(label)}</label>
            <select id=id on:change=move |event| on_choose.run(event_target_value(&event))>
                <option value="" prop:selected=move || chosen.get().is_none()>{t(key!("scorecard.all"))}</option>
                {shown}
            </select>
        </div>
    }
}
