//! The people register: whoever owns, answers or vouches.

mod add;
mod cells;
mod remove;

use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::web::components::people::{position_key, side_key};
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::{Person, Position, Record, Side};
use cells::{SelectCell, TextCell};
use leptos::prelude::*;
use remove::Leaving;

/// The register as a table that is edited in place.
#[component]
pub fn People() -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let ids = Memo::new(move |_| {
        session
            .with_project(project, |project| {
                project.people.iter().map(|person| person.id).collect::<Vec<Id>>()
            })
            .unwrap_or_default()
    });
    let leaving = Leaving::nobody();
    view! {
        <h1>{t(key!("frame.people"))}</h1>
        <p class="second">{t(key!("people_page.lead"))}</p>
        <table class="people-table">
            <thead>
                <tr>
                    <th scope="col">{t(key!("people_page.name"))}</th>
                    <th scope="col">{t(key!("people_page.role"))}</th>
                    <th scope="col">{t(key!("people_page.department"))}</th>
                    <th scope="col">{t(key!("people.side"))}</th>
                    <th scope="col">{t(key!("people.position"))}</th>
                    <td><span class="visually-hidden">{t(key!("people_page.actions"))}</span></td>
                </tr>
            </thead>
            <tbody>
                <For each=move || ids.get() key=|id| *id let:id><Row id=id leaving=leaving /></For>
                <add::AddRow />
            </tbody>
        </table>
        <remove::Leave leaving=leaving />
    }
}

/// Id of the name's input of a person.
fn name_id(person: Id) -> String {
    format!("name-{person}")
}

/// One person, edited in place.
#[component]
fn Row(
    /// The person.
    id: Id,
    /// Who is about to be removed.
    leaving: Leaving,
) -> impl IntoView {
    let texts = Texts::here();
    let session = Session::here();
    let project = Here::project();
    let person = Memo::new(move |_| {
        session.with_project(project, |project| project.people.get(id).cloned()).flatten()
    });
    let read = move |part: fn(&Person) -> String| {
        Signal::derive(move || person.with(|person| person.as_ref().map(part)).unwrap_or_default())
    };
    let name = read(|person| person.name.clone());
    let stored = move || session.peek_project(project, |project| project.people.get(id).cloned());
    let edit = move |field: Option<&'static str>, change: &dyn Fn(&mut Person)| {
        let Some(mut person) = stored().flatten() else { return };
        change(&mut person);
        match field {
            Some(field) => session.save_typing(project, field, Record::Person(person)),
            None => session.save(project, Record::Person(person)),
        };
    };
    let label = move |key: &'static str| {
        Signal::derive(move || {
            let (field, name) = (texts.text(key), name.get());
            let args = [("field", Arg::Text(&field)), ("person", Arg::Text(&name))];
            texts.format(key!("people_page.field_of"), &args)
        })
    };
    let side = Signal::derive(move || {
        person.with(|one| side_key(one.as_ref().map_or(Side::Own, |one| one.side)))
    });
    let position = Signal::derive(move || {
        person.with(|one| position_key(one.as_ref().map_or(Position::Other, |one| one.position)))
    });
    let remove_label = move || {
        texts.format(key!("people_page.remove_person"), &[("person", Arg::Text(&name.get()))])
    };
    view! {
        <tr>
            <th scope="row">
                <TextCell id=name_id(id) head=key!("people_page.name") label=label(key!("people_page.name")) value=name required=true
                    on_text=move |text: String| edit(Some("name"), &|person| person.name.clone_from(&text)) />
            </th>
            <td>
                <TextCell id=format!("role-{id}") head=key!("people_page.role") label=label(key!("people_page.role"))
                    value=read(|person| person.role.clone())
                    on_text=move |text: String| edit(Some("role"), &|person| person.role.clone_from(&text)) />
            </td>
            <td>
                <TextCell id=format!("department-{id}") head=key!("people_page.department") label=label(key!("people_page.department"))
                    value=read(|person| person.department.clone())
                    on_text=move |text: String| edit(Some("department"), &|person| person.department.clone_from(&text)) />
            </td>
            <td>
                <SelectCell id=format!("side-{id}") head=key!("people.side") label=label(key!("people.side"))
                    options=cells::SIDES.to_vec() value=side
                    on_choice=move |side: Side| edit(None, &|person| person.side = side) />
            </td>
            <td>
                <SelectCell id=format!("position-{id}") head=key!("people.position") label=label(key!("people.position"))
                    options=cells::POSITIONS.to_vec() value=position
                    on_choice=move |position: Position| edit(None, &|person| person.position = position) />
            </td>
            <td>
                <button class="button button-quiet" type="button" aria-label=remove_label
                    on:click=move |_| remove::ask(session, texts, project, id, leaving)>
                    {t(key!("people_page.remove"))}
                </button>
            </td>
        </tr>
    }
}
