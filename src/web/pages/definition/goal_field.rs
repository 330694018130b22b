//! The goal an indicator serves; a new one can be added on the way.

use super::editor::Editor;
use super::focus::focus_on;
use crate::base::{Id, IdKind};
use crate::key;
use crate::kpi::{Goal, Slot};
use crate::web::components::goal_check::SlotNote;
use crate::web::texts::{Texts, t};
use crate::workspace::Record;
use leptos::prelude::*;

/// Id of the select.
pub const GOAL: &str = "definition-goal";
const NEW_GOAL: &str = "definition-new-goal";

/// The value of the option that adds a goal.
const ADD: &str = "+";

/// A select of the project's goals; its last option adds one.
#[component]
pub fn GoalField(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    let texts = Texts::here();
    let session = editor.session();
    let adding = RwSignal::new(false);
    let current = editor.read(|indicator| indicator.goal);
    let goals = Memo::new(move |_| {
        let list = session.with_project(editor.project, |project| {
            project.goals.iter().map(|goal| (goal.id, goal.statement.clone())).collect::<Vec<_>>()
        });
        list.unwrap_or_default()
    });
    let options = move || {
        let current = current.get();
        let option = |(id, statement): (Id, String)| {
            let blank = statement.trim().is_empty();
            let words = if blank { texts.text(key!("goals.no_statement")) } else { statement };
            view! { <option value=id.to_string() prop:selected=current == Some(id)>{words}</option> }
        };
        goals.get().into_iter().map(option).collect::<Vec<_>>()
    };
    let choose = move |value: String| {
        adding.set(value == ADD);
        if value == ADD {
            focus_on(format!("#{NEW_GOAL}"));
        } else {
            let goal = Id::parse(IdKind::Goal, &value).ok();
            editor.change(|indicator| indicator.goal = goal);
        }
    };
    view! {
        <div class="field">
            <label for=GOAL>{t(key!("definition.goal"))}</label>
            <p class="hint" id="definition-goal-hint">{t(key!("definition.goal_hint"))}</p>
            <select id=GOAL aria-describedby="definition-goal-hint definition-goal-note" on:change=move |event| choose(event_target_value(&event))>
                <option value="" prop:selected=move || current.get().is_none() && !adding.get()>
                    {t(key!("definition.no_goal"))}
                </option>
                {options}
                <option value=ADD prop:selected=move || adding.get()>{t(key!("definition.new_goal"))}</option>
            </select>
            <SlotNote field=GOAL.to_owned() noted=editor.note(&[Slot::Goal]) />
            {move || adding.get().then(|| view! { <NewGoal editor=editor adding=adding /> })}
        </div>
    }
}

/// The statement of a new goal.
#[component]
fn NewGoal(
    /// The indicator.
    editor: Editor,
    /// Whether this form is open.
    adding: RwSignal<bool>,
) -> impl IntoView {
    let session = editor.session();
    let statement = RwSignal::new(String::new());
    let close = move || {
        adding.set(false);
        focus_on(format!("#{GOAL}"));
    };
    let add = move || {
        let statement = statement.get_untracked().trim().to_owned();
        if statement.is_empty() {
            focus_on(format!("#{NEW_GOAL}"));
            return;
        }
        let id = session.new_id(IdKind::Goal);
        if session.save(editor.project, Record::Goal(Goal::new(id, &statement))) {
            editor.change(|indicator| indicator.goal = Some(id));
            close();
        }
    };
    let on_key = move |event: web_sys::KeyboardEvent| match event.key().as_str() {
        "Enter" => add(),
        "Escape" => close(),
        _ => {}
    };
    view! {
        <div class="inline-form">
            <div class="field">
                <label for=NEW_GOAL>{t(key!("definition.new_goal_statement"))}</label>
                <input id=NEW_GOAL type="text" dir="auto" autocomplete="off" maxlength="10000"
                    prop:value=move || statement.get()
                    on:input=move |event| statement.set(event_target_value(&event)) on:keydown=on_key />
            </div>
            <div class="cluster">
                <button class="button" type="button" on:click=move |_| add()>{t(key!("goals.add_goal"))}</button>
                <button class="button button-quiet" type="button" on:click=move |_| close()>
                    {t(key!("definition.cancel"))}
                </button>
            </div>
        </div>
    }
}
