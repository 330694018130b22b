//! What is looked for in the library, and the goal it is added under.

use super::Looking;
use crate::base::{Id, IdKind};
use crate::key;
use crate::library::Group;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::Project;
use leptos::prelude::*;

/// Search, group, and the goal.
#[component]
pub fn Tools(
    /// What is looked for.
    looking: Looking,
) -> impl IntoView {
    view! {
        <div class="library-tools no-print" role="search">
            <div class="field">
                <label for="library-search">{t(key!("library_page.search"))}</label>
                <p class="hint" id="library-search-hint">{t(key!("library_page.search_hint"))}</p>
                <input id="library-search" type="search" autocomplete="off" dir="auto" maxlength="100"
                    aria-describedby="library-search-hint"
                    prop:value=move || looking.search.get()
                    on:input=move |event| looking.search.set(event_target_value(&event)) />
            </div>
            <GroupSelect looking=looking />
            <GoalSelect looking=looking />
        </div>
    }
}

/// The group looked at.
#[component]
fn GroupSelect(
    /// What is looked for.
    looking: Looking,
) -> impl IntoView {
    let choose = move |word: String| {
        looking.group.set(Group::ALL.into_iter().find(|group| group.word() == word));
    };
    let options = Group::ALL.map(|group| {
        view! {
            <option value=group.word() prop:selected=move || looking.group.get() == Some(group)>
                {t(group_key(group))}
            </option>
        }
    });
    view! {
        <div class="field">
            <label for="library-group">{t(key!("library_page.group"))}</label>
            <select id="library-group" on:change=move |event| choose(event_target_value(&event))>
                <option value="" prop:selected=move || looking.group.get().is_none()>
                    {t(key!("library_page.all_groups"))}
                </option>
                {options}
            </select>
        </div>
    }
}

fn group_key(group: Group) -> &'static str {
    match group {
        Group::Revenue => key!("library_page.group_revenue"),
        Group::Cost => key!("library_page.group_cost"),
        Group::Efficiency => key!("library_page.group_efficiency"),
        Group::Customer => key!("library_page.group_customer"),
        Group::Adoption => key!("library_page.group_adoption"),
        Group::Data => key!("library_page.group_data"),
        Group::Risk => key!("library_page.group_risk"),
    }
}

/// The goal an indicator is added under.
#[component]
fn GoalSelect(
    /// What is looked for.
    looking: Looking,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let goals = Memo::new(move |_| {
        let named = |project: &Project| {
            let name = |text: &str| match text.trim() {
                "" => texts.text(key!("goals.no_statement")),
                text => text.to_owned(),
            };
            let goals = project.goals.iter().map(|goal| (goal.id, name(&goal.statement)));
            goals.collect::<Vec<_>>()
        };
        session.with_project(project, named).unwrap_or_default()
    });
    let option = move |(id, name): (Id, String)| {
        view! { <option value=id.to_string() prop:selected=move || looking.goal.get() == Some(id)>{name}</option> }
    };
    let choose = move |text: String| looking.goal.set(Id::parse(IdKind::Goal, &text).ok());
    view! {
        <div class="field">
            <label for="library-goal">{t(key!("library_page.goal"))}</label>
            <select id="library-goal" on:change=move |event| choose(event_target_value(&event))>
                <option value="" prop:selected=move || looking.goal.get().is_none()>
                    {t(key!("definition.no_goal"))}
                </option>
                {move || goals.get().into_iter().map(option).collect_view()}
            </select>
        </div>
    }
}
