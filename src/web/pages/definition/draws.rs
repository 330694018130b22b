//! Resources an indicator draws on, and levers it is moved by.

use super::editor::Editor;
use crate::key;
use crate::kpi::{Draw, Indicator, Pull, Role};
use crate::web::components::focus::focus;
use crate::web::session::Session;
use crate::web::texts::t;
use crate::workspace::Project;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Which of both lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Draws {
    /// What reaching the target takes.
    Resources,
    /// What is turned to reach it.
    Levers,
}

impl Draws {
    fn of(self, role: &Role) -> &Vec<Draw> {
        match self {
            Self::Resources => &role.resources,
            Self::Levers => &role.levers,
        }
    }

    fn of_mut(self, role: &mut Role) -> &mut Vec<Draw> {
        match self {
            Self::Resources => &mut role.resources,
            Self::Levers => &mut role.levers,
        }
    }

    /// What ids of its fields begin with.
    fn prefix(self) -> &'static str {
        match self {
            Self::Resources => "resource",
            Self::Levers => "lever",
        }
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Resources => (key!("role.resources"), key!("role.resources_hint")),
            Self::Levers => (key!("role.levers"), key!("role.levers_hint")),
        }
    }
}

fn pull_key(pull: Pull) -> &'static str {
    match pull {
        Pull::More => key!("role.pull_more"),
        Pull::Less => key!("role.pull_less"),
    }
}

/// The entries, each editable, and a row for a new one. Names used elsewhere
/// are offered: only what is named alike is the same thing.
#[component]
pub fn DrawRows(
    /// The indicator.
    editor: Editor,
    /// Which list.
    draws: Draws,
) -> impl IntoView {
    let (label, hint) = draws.words();
    let count = editor.read(move |indicator| draws.of(&indicator.role).len());
    let prefix = draws.prefix();
    let hint_id = format!("{prefix}-hint");
    let described_by = hint_id.clone();
    view! {
        <fieldset class="field" aria-describedby=described_by>
            <legend>{t(label)}</legend>
            <p class="hint" id=hint_id>{t(hint)}</p>
            <Names id=format!("{prefix}-names") project=editor.project />
            <For each=move || 0..count.get() key=|place| *place let:place>
                <Row editor=editor draws=draws place=place />
            </For>
            <NewRow editor=editor draws=draws />
        </fieldset>
    }
}

/// The names of all resources and levers of the project, offered while one is
/// typed.
#[component]
fn Names(
    /// Id of the list.
    id: String,
    /// The project.
    project: crate::base::Id,
) -> impl IntoView {
    let session = Session::here();
    let names = Memo::new(move |_| {
        let read = |project: &Project| {
            let roles = project.indicators.iter().map(|indicator| &indicator.role);
            let all = roles.flat_map(|role| role.resources.iter().chain(&role.levers));
            all.map(|draw| draw.name.trim().to_owned()).collect::<BTreeSet<_>>()
        };
        session.with_project(project, read).unwrap_or_default()
    });
    let options = move || {
        names
            .get()
            .into_iter()
            .map(|name| view! { <option value=name></option> })
            .collect::<Vec<_>>()
    };
    view! { <datalist id=id>{options}</datalist> }
}

#[component]
fn Row(
    /// The indicator.
    editor: Editor,
    /// Which list.
    draws: Draws,
    /// Place in the list.
    place: usize,
) -> impl IntoView {
    let prefix = draws.prefix();
    let draw = editor.read(move |indicator| draws.of(&indicator.role).get(place).cloned());
    let edit = move |indicator: &mut Indicator, change: &dyn Fn(&mut Draw)| {
        if let Some(draw) = draws.of_mut(&mut indicator.role).get_mut(place) {
            change(draw);
        }
    };
    let name =
        move || draw.with(|draw| draw.as_ref().map(|draw| draw.name.clone())).unwrap_or_default();
    let rename = move |name: String| {
        let field = format!("{prefix}-{place}");
        editor.type_in(&field, |indicator| edit(indicator, &|draw| draw.name.clone_from(&name)));
    };
    let pull = Signal::derive(move || draw.with(|draw| draw.as_ref().map(|draw| draw.pull)));
    let turn = move |pull: Pull| {
        editor.change(|indicator| edit(indicator, &|draw| draw.pull = pull));
    };
    let remove = move |_| {
        let removed = editor.change(|indicator| {
            let all = draws.of_mut(&mut indicator.role);
            if place < all.len() {
                all.remove(place);
            }
        });
        if removed {
            focus(&format!("{prefix}-new-name"));
        }
    };
    let id = format!("{prefix}-{place}");
    view! {
        <div class="draw-row" role="group" aria-label=name>
            <div class="field">
                <label for=format!("{id}-name")>{t(key!("role.draw_name"))}</label>
                <input id=format!("{id}-name") type="text" dir="auto" autocomplete="off" maxlength="10000"
                    list=format!("{prefix}-names") prop:value=name
                    on:input=move |event| rename(event_target_value(&event)) />
            </div>
            <PullSelect id=format!("{id}-pull") value=pull on_pull=turn />
            <button class="button button-quiet" type="button" on:click=remove>{t(key!("role.draw_remove"))}</button>
        </div>
    }
}

/// Name and direction of a new entry; it enters the document with its name.
#[component]
fn NewRow(
    /// The indicator.
    editor: Editor,
    /// Which list.
    draws: Draws,
) -> impl IntoView {
    let prefix = draws.prefix();
    let name = RwSignal::new(String::new());
    let pull = RwSignal::new(Pull::More);
    let is_incomplete = RwSignal::new(false);
    let name_id = format!("{prefix}-new-name");
    let error_id = format!("{prefix}-new-error");
    let (for_id, focused, described_by) = (name_id.clone(), name_id.clone(), error_id.clone());
    let add = move || {
        let words = name.get_untracked().trim().to_owned();
        is_incomplete.set(words.is_empty());
        if !words.is_empty() {
            let new = Draw { name: words, pull: pull.get_untracked() };
            if editor.change(|indicator| draws.of_mut(&mut indicator.role).push(new)) {
                name.set(String::new());
            }
        }
        focus(&focused);
    };
    let add = StoredValue::new(add);
    let on_key = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            add.with_value(|add| add());
        }
    };
    view! {
        <div class="draw-row" role="group" aria-label=t(key!("role.draw_new")) aria-describedby=described_by>
            <div class="field">
                <label for=for_id>{t(key!("role.draw_name"))}</label>
                <input id=name_id type="text" dir="auto" autocomplete="off" maxlength="10000"
                    list=format!("{prefix}-names") prop:value=move || name.get() on:keydown=on_key
                    on:input=move |event| name.set(event_target_value(&event)) />
            </div>
            <PullSelect id=format!("{prefix}-new-pull") value=Signal::derive(move || Some(pull.get()))
                on_pull=move |chosen| pull.set(chosen) />
            <button class="button" type="button" on:click=move |_| add.with_value(|add| add())>
                {t(key!("role.draw_add"))}
            </button>
        </div>
        <p class="error" id=error_id role="alert">
            {move || is_incomplete.get().then(|| t(key!("role.draw_unnamed")))}
        </p>
    }
}

#[component]
fn PullSelect(
    /// Id of the select.
    id: String,
    /// Which way.
    value: Signal<Option<Pull>>,
    /// Called with the choice.
    #[prop(into)]
    on_pull: Callback<Pull>,
) -> impl IntoView {
    let options = Pull::ALL.map(|pull| {
        view! {
            <option value=pull_key(pull) prop:selected=move || value.get() == Some(pull)>{t(pull_key(pull))}</option>
        }
    });
    let choose = move |word: String| {
        if let Some(pull) = Pull::ALL.into_iter().find(|pull| pull_key(*pull) == word) {
            on_pull.run(pull);
        }
    };
    let for_id = id.clone();
    view! {
        <div class="field">
            <label for=for_id>{t(key!("role.draw_pull"))}</label>
            <select id=id on:change=move |event| choose(event_target_value(&event))>{options}</select>
        </div>
    }
}
