//! How a goal or indicator bears on others: supports, conflicts, drives.

use super::focus::focus;
use crate::base::Id;
use crate::key;
use crate::kpi::{Link, LinkKind};
use crate::report::aim_name;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::Project;
use leptos::prelude::*;

/// A changed list of links, and whether a note is being typed in.
pub type OnLinks = Callback<(Vec<Link>, bool)>;

/// The links of one goal or indicator, each editable, and a row for a new one.
#[component]
pub fn LinkRows(
    /// The goal or indicator that holds them.
    of: Id,
    /// Its links.
    links: Signal<Vec<Link>>,
    /// Called with the changed list.
    on_links: OnLinks,
) -> impl IntoView {
    let count = Memo::new(move |_| links.with(Vec::len));
    view! {
        <fieldset class="field" aria-describedby=format!("links-{of}-hint")>
            <legend>{t(key!("role.links"))}</legend>
            <p class="hint" id=format!("links-{of}-hint")>{t(key!("role.links_hint"))}</p>
            <For each=move || 0..count.get() key=|place| *place let:place>
                <Row of=of place=place links=links on_links=on_links />
            </For>
            <NewLink of=of links=links on_links=on_links />
        </fieldset>
    }
}

fn kind_key(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Supports => key!("role.link_supports"),
        LinkKind::Conflicts => key!("role.link_conflicts"),
        LinkKind::Drives => key!("role.link_drives"),
        LinkKind::Apart => key!("role.link_apart"),
    }
}

#[component]
fn Row(
    /// The goal or indicator that holds it.
    of: Id,
    /// Place in the list.
    place: usize,
    /// All links.
    links: Signal<Vec<Link>>,
    /// Called with the changed list.
    on_links: OnLinks,
) -> impl IntoView {
    let edit = move |typing: bool, change: &dyn Fn(&mut Link)| {
        let mut all = links.get_untracked();
        if let Some(link) = all.get_mut(place) {
            change(link);
            on_links.run((all, typing));
        }
    };
    let kind = Signal::derive(move || links.with(|all| all.get(place).map(|link| link.kind)));
    let to = Signal::derive(move || links.with(|all| all.get(place).map(|link| link.to)));
    let note =
        move || links.with(|all| all.get(place).map(|link| link.note.clone())).unwrap_or_default();
    let remove = move |_| {
        let mut all = links.get_untracked();
        if place < all.len() {
            all.remove(place);
            on_links.run((all, false));
            focus(&format!("link-{of}-new-kind"));
        }
    };
    let id = move |part: &str| format!("link-{of}-{place}-{part}");
    let turn = move |kind| edit(false, &|link| link.kind = kind);
    let lead = move |to: Option<Id>| {
        if let Some(to) = to {
            edit(false, &|link| link.to = to);
        }
    };
    let write = move |note: String| edit(true, &|link| link.note.clone_from(&note));
    view! {
        <div class="link-row">
            <KindSelect id=id("kind") value=kind on_kind=turn />
            <AimSelect id=id("to") of=of value=to on_aim=lead />
            <div class="field">
                <label for=id("note")>{t(key!("role.link_note"))}</label>
                <input id=id("note") type="text" dir="auto" autocomplete="off" maxlength="10000" prop:value=note
                    on:input=move |event| write(event_target_value(&event)) />
            </div>
            <button class="button button-quiet" type="button" on:click=remove>{t(key!("role.link_remove"))}</button>
        </div>
    }
}

/// A link enters the document once it says where it leads.
#[component]
fn NewLink(
    /// The goal or indicator that will hold it.
    of: Id,
    /// All links.
    links: Signal<Vec<Link>>,
    /// Called with the changed list.
    on_links: OnLinks,
) -> impl IntoView {
    let kind = RwSignal::new(LinkKind::Drives);
    let to = RwSignal::new(None::<Id>);
    let is_incomplete = RwSignal::new(false);
    let add = move |_| {
        let Some(chosen) = to.get_untracked() else {
            is_incomplete.set(true);
            focus(&format!("link-{of}-new-to"));
            return;
        };
        is_incomplete.set(false);
        to.set(None);
        let new = Link { kind: kind.get_untracked(), to: chosen, note: String::new() };
        let mut all = links.get_untracked();
        let place = all.len();
        all.push(new);
        on_links.run((all, false));
        focus(&format!("link-{of}-{place}-note"));
    };
    let error = format!("link-{of}-new-error");
    let described_by = error.clone();
    view! {
        <div class="link-row" role="group" aria-label=t(key!("role.link_new")) aria-describedby=described_by>
            <KindSelect id=format!("link-{of}-new-kind") value=Signal::derive(move || Some(kind.get()))
                on_kind=move |chosen| kind.set(chosen) />
            <AimSelect id=format!("link-{of}-new-to") of=of value=to on_aim=move |chosen| to.set(chosen) />
            <button class="button" type="button" on:click=add>{t(key!("role.link_add"))}</button>
        </div>
        <p class="error" id=error role="alert">
            {move || is_incomplete.get().then(|| t(key!("role.link_unchosen")))}
        </p>
    }
}

#[component]
fn KindSelect(
    /// Id of the select.
    id: String,
    /// The kind chosen.
    value: Signal<Option<LinkKind>>,
    /// Called with the choice.
    #[prop(into)]
    on_kind: Callback<LinkKind>,
) -> impl IntoView {
    let options = LinkKind::ALL.map(|kind| {
        view! {
            <option value=kind_key(kind) prop:selected=move || value.get() == Some(kind)>{t(kind_key(kind))}</option>
        }
    });
    let choose = move |word: String| {
        if let Some(kind) = LinkKind::ALL.into_iter().find(|kind| kind_key(*kind) == word) {
            on_kind.run(kind);
        }
    };
    let for_id = id.clone();
    view! {
        <div class="field">
            <label for=for_id>{t(key!("role.link_kind"))}</label>
            <select id=id on:change=move |event| choose(event_target_value(&event))>{options}</select>
        </div>
    }
}

/// A goal or indicator of the project, other than one.
#[component]
fn AimSelect(
    /// Id of the select.
    id: String,
    /// The one that is left out.
    of: Id,
    /// The one chosen.
    #[prop(into)]
    value: Signal<Option<Id>>,
    /// Called with the choice.
    #[prop(into)]
    on_aim: Callback<Option<Id>>,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let aims = Memo::new(move |_| {
        let read = |project: &Project| {
            let goals = project.goals.iter().map(|goal| goal.id);
            let indicators = project.indicators.iter().map(|indicator| indicator.id);
            let name = |id: Id| texts.with(|catalogue| (id, aim_name(catalogue, project, id)));
            let others = |id: &Id| *id != of;
            let goals: Vec<_> = goals.filter(others).map(name).collect();
            let indicators: Vec<_> = indicators.filter(others).map(name).collect();
            (goals, indicators)
        };
        session.with_project(project, read).unwrap_or_default()
    });
    let option = move |(id, name): (Id, String)| {
        view! { <option value=id.to_string() prop:selected=move || value.get() == Some(id)>{name}</option> }
    };
    let goals = move || aims.get().0.into_iter().map(option).collect::<Vec<_>>();
    let for_id = id.clone();
    let indicators = move || aims.get().1.into_iter().map(option).collect::<Vec<_>>();
    view! {
        <div class="field">
            <label for=for_id>{t(key!("role.link_to"))}</label>
            <select id=id on:change=move |event| on_aim.run(Id::parse_any(&event_target_value(&event)))>
                <option value="" prop:selected=move || value.get().is_none()>{t(key!("role.link_choose"))}</option>
                <optgroup label=t(key!("role.goals"))>{goals}</optgroup>
                <optgroup label=t(key!("role.indicators"))>{indicators}</optgroup>
            </select>
        </div>
    }
}
