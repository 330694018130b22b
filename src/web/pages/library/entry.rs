//! One entry of the library: what it measures, how it misleads, and the button
//! that makes an indicator of it.

use super::Looking;
use crate::base::{Id, IdKind};
use crate::i18n::Arg;
use crate::key;
use crate::kpi::{Profit, Tells};
use crate::library::{Entry, EntryKind, Shelf};
use crate::report::direction_key;
use crate::route::{Place, Route};
use crate::web::components::focus::focus;
use crate::web::components::status::{Mark, Shape};
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::{Project, Record};
use leptos::prelude::*;
use std::sync::Arc;

/// Id of what unfolds the details of an entry.
pub fn details_id(entry: &str) -> String {
    format!("entry-{entry}-more")
}

fn heading_id(entry: &str) -> String {
    format!("entry-{entry}")
}

/// Id of the link to an indicator made of an entry.
fn edit_id(indicator: Id) -> String {
    format!("edit-{indicator}")
}

/// One entry; nothing where its id names none.
#[component]
pub fn EntryItem(
    /// The library.
    shelf: StoredValue<Arc<Shelf>>,
    /// Id of the entry.
    entry: String,
    /// What is looked for, with the goal to add under.
    looking: Looking,
) -> impl IntoView {
    let found = shelf.with_value(|shelf| {
        let entry = shelf.library.entry(&entry)?.clone();
        let says = [shelf.say(&entry, "name"), shelf.say(&entry, "definition")];
        Some((entry, says))
    });
    found.map(|(entry, [name, definition])| {
        let heading = heading_id(&entry.id);
        view! {
            <li class="library-entry">
                <div class="library-entry-head">
                    <h3 id=heading>{name.clone()}</h3>
                    <Use shelf=shelf entry=entry.clone() name=name looking=looking />
                </div>
                <p class="library-says">{definition}</p>
                <Kinds entry=entry.clone() />
                <Details shelf=shelf entry=entry looking=looking />
            </li>
        }
    })
}

/// Kind, direction, when it tells, and what it is to profit, in a few words.
#[component]
fn Kinds(
    /// The entry.
    entry: Entry,
) -> impl IntoView {
    let kind = match entry.kind {
        EntryKind::Number => key!("definition.kind_number"),
        EntryKind::Share => key!("definition.kind_share"),
        EntryKind::ServiceLevel { .. } => key!("definition.kind_service_level"),
    };
    let tells = match entry.tells {
        Tells::Early => key!("role.tells_early"),
        Tells::Late => key!("role.tells_late"),
    };
    let profit = match entry.profit {
        Profit::Line => Some(key!("role.profit_line")),
        Profit::Guardrail => Some(key!("role.profit_guardrail")),
        Profit::Leads => None,
    };
    let words = [Some(kind), Some(direction_key(entry.direction)), Some(tells), profit];
    let tag = |key| view! { <span class="tag">{t(key)}</span> };
    view! { <p class="library-kinds small second">{words.into_iter().flatten().map(tag).collect_view()}</p> }
}

/// The button that adds an indicator, and links to those made already.
#[component]
fn Use(
    /// The library.
    shelf: StoredValue<Arc<Shelf>>,
    /// The entry.
    entry: Entry,
    /// Its name.
    name: String,
    /// The goal to add under.
    looking: Looking,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let own = entry.id.clone();
    let made = Memo::new(move |_| {
        let ids = |project: &Project| {
            let from = project.indicators.iter().filter(|one| one.role.from == own);
            from.map(|one| one.id).collect::<Vec<_>>()
        };
        session.with_project(project, ids).unwrap_or_default()
    });
    let is_used = Memo::new(move |_| !made.with(Vec::is_empty));
    let name = StoredValue::new(name);
    let named = move |action: String| {
        name.with_value(|name| {
            let args = [("action", Arg::Text(&action)), ("name", Arg::Text(name))];
            texts.format(key!("library_page.named"), &args)
        })
    };
    let add_key = move || {
        if is_used.get() { key!("library_page.add_again") } else { key!("library_page.add") }
    };
    let add = move |_| {
        let currency = session.peek_project(project, |project| project.head.currency.clone());
        let currency = currency.unwrap_or_default();
        let goal = looking.goal.get_untracked();
        let id = session.new_id(IdKind::Indicator);
        let indicator = shelf.with_value(|shelf| shelf.indicator(&entry, id, goal, &currency));
        if session.save(project, Record::Indicator(indicator)) {
            session.tell(name.with_value(|name| {
                untrack(|| texts.format(key!("library_page.added"), &[("name", Arg::Text(name))]))
            }));
            focus(&edit_id(id));
        }
    };
    let link = move |id: Id| {
        let href = Route::Project(project, Place::Definition(id)).href();
        let label = move || named(texts.text(key!("library_page.edit")));
        view! { <a id=edit_id(id) href=href aria-label=label>{t(key!("library_page.edit"))}</a> }
    };
    view! {
        <div class="library-use no-print">
            {move || is_used.get().then(|| view! {
                <span class="library-used"><Mark shape=Shape::Disc class="status-met" /> {t(key!("library_page.used"))}</span>
            })}
            {move || made.get().into_iter().map(link).collect_view()}
            <button class="button" class:button-quiet=move || is_used.get() type="button"
                aria-label=move || named(texts.text(add_key())) on:click=add>
                {move || texts.text(add_key())}
            </button>
        </div>
    }
}

/// Formula, trap, example and the rest, folded away.
#[component]
fn Details(
    /// The library.
    shelf: StoredValue<Arc<Shelf>>,
    /// The entry.
    entry: Entry,
    /// What is looked for.
    looking: Looking,
) -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let currency = session.peek_project(project, |project| project.head.currency.clone());
    let currency = currency.unwrap_or_default();
    let example = if entry.claims.is_empty() {
        key!("library_page.example")
    } else {
        key!("library_page.claimed")
    };
    let rows = [
        ("formula", key!("library_page.formula")),
        ("method", key!("library_page.method")),
        ("population", key!("library_page.population")),
        ("part", key!("library_page.part")),
        ("unit", key!("library_page.unit")),
        ("source", key!("library_page.source")),
        ("trap", key!("library_page.trap")),
        ("how", key!("library_page.how")),
        ("example", example),
    ];
    let parts = entry.parts();
    let said = |part: &str| {
        shelf.with_value(|shelf| match part {
            "unit" => shelf.unit(&entry, &currency),
            part => shelf.say(&entry, part),
        })
    };
    let row = |(part, label): (&'static str, &'static str)| {
        let text = parts.contains(&part).then(|| said(part)).filter(|text| !text.is_empty())?;
        let class = if part == "trap" { "library-trap" } else { "" };
        Some(view! { <div class=class><dt>{t(label)}</dt><dd>{text}</dd></div> })
    };
    let rows = rows.into_iter().filter_map(row).collect_view();
    let (id, heading) = (details_id(&entry.id), heading_id(&entry.id));
    view! {
        <details class="library-details">
            <summary id=id.clone() aria-labelledby=format!("{id} {heading}")>{t(key!("library_page.details"))}</summary>
            <dl>{rows}<Beside shelf=shelf entry=entry looking=looking /></dl>
        </details>
    }
}

/// What is read beside it; nothing where that is nothing.
#[component]
fn Beside(
    /// The library.
    shelf: StoredValue<Arc<Shelf>>,
    /// The entry.
    entry: Entry,
    /// What is looked for.
    looking: Looking,
) -> impl IntoView {
    let companion = |id: &String| {
        let id = id.clone();
        let name = shelf
            .with_value(|shelf| shelf.library.entry(&id).map(|entry| shelf.say(entry, "name")));
        view! {
            <li>
                <button class="button button-quiet" type="button" on:click=move |_| looking.show(&id)>{name}</button>
            </li>
        }
    };
    let gameable = entry.gameable.then(|| {
        view! {
            <p class="library-gameable">
                <Mark shape=Shape::Triangle class="status-within-tolerance" /> {t(key!("library_page.gameable"))}
            </p>
        }
    });
    (!entry.companions.is_empty()).then(|| {
        view! {
            <div>
                <dt>{t(key!("library_page.beside"))}</dt>
                <dd>{gameable}<ul class="library-beside">{entry.companions.iter().map(companion).collect_view()}</ul></dd>
            </div>
        }
    })
}
