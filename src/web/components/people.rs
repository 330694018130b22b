//! Choosing a person, and adding one without leaving the page.

use crate::base::{Id, IdKind};
use crate::key;
use crate::web::components::fields::{described, slot_note};
use crate::web::components::focus::focus;
use crate::web::components::goal_check::Noted;
use crate::web::session::{Here, Session};
use crate::web::texts::Texts;
use crate::workspace::{Person, Position, Record, Side};
use leptos::prelude::*;

/// The value of the option that adds a person.
const ADD: &str = "+";

/// A select of everyone in the register; its last option adds a person by
/// name.
#[component]
pub fn PersonField(
    /// Id of the select, unique on the page.
    #[prop(into)]
    id: String,
    /// Key of the label.
    label: &'static str,
    /// Key of a hint below the label.
    #[prop(optional)]
    hint: Option<&'static str>,
    /// Who is chosen.
    #[prop(into)]
    value: Signal<Option<Id>>,
    /// Called with the choice.
    #[prop(into)]
    on_person: Callback<Option<Id>>,
    /// What the goal check says of the field, below it.
    #[prop(optional)]
    note: Option<Noted>,
) -> impl IntoView {
    let texts = Texts::here();
    let session = Session::here();
    let project = Here::project();
    let adding = RwSignal::new(false);
    let people = Memo::new(move |_| {
        session
            .with_project(project, |project| {
                project
                    .people
                    .iter()
                    .map(|person| (person.id, person.name.clone()))
                    .collect::<Vec<_>>()
            })
            .unwrap_or_default()
    });
    let chosen = move |text: String| {
        if text == ADD {
            adding.set(true);
        } else {
            adding.set(false);
            on_person.run(Id::parse(IdKind::Person, &text).ok());
        }
    };
    let options = move || {
        let current = value.get();
        people
            .get()
            .into_iter()
            .map(|(id, name)| {
                view! { <option value=id.to_string() prop:selected=current == Some(id)>{name}</option> }
            })
            .collect::<Vec<_>>()
    };
    let for_id = id.clone();
    let hint_id = format!("{id}-hint");
    let described_by = described(&id, hint.is_some(), false, note.is_some());
    let noted = slot_note(&id, note);
    let name_id = format!("{id}-name");
    let select_id = id.clone();
    let form = move || {
        let (name_id, select_id) = (name_id.clone(), select_id.clone());
        adding.get().then(move || {
            view! { <NewPerson id=name_id on_done=move |person| {
                adding.set(false);
                if let Some(person) = person {
                    on_person.run(Some(person));
                }
                // The form had the focus and is gone.
                focus(&select_id);
            } /> }
        })
    };
    view! {
        <div class="field">
            <label for=for_id>{move || texts.text(label)}</label>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{move || texts.text(hint)}</p> })}
            <select id=id aria-describedby=described_by on:change=move |event| chosen(event_target_value(&event))>
                <option value="" prop:selected=move || value.get().is_none() && !adding.get()>
                    {move || texts.text(key!("people.nobody"))}
                </option>
                {options}
                <option value=ADD prop:selected=move || adding.get()>{move || texts.text(key!("people.add_here"))}</option>
            </select>
            {noted}
            {form}
        </div>
    }
}

/// Name, side and position of a new person.
#[component]
pub fn NewPerson(
    /// Id of the name's input.
    id: String,
    /// Called with the new person, or `None` when given up.
    #[prop(into)]
    on_done: Callback<Option<Id>>,
) -> impl IntoView {
    let texts = Texts::here();
    let session = Session::here();
    let project = Here::project();
    let name = RwSignal::new(String::new());
    let side = RwSignal::new(Side::Own);
    let position = RwSignal::new(Position::Other);
    let add = move || {
        let typed = name.get_untracked().trim().to_owned();
        if typed.is_empty() {
            return;
        }
        let id = session.new_id(IdKind::Person);
        let (side, position) = (side.get_untracked(), position.get_untracked());
        let person = Person { side, position, ..Person::new(id, &typed) };
        if session.save(project, Record::Person(person)) {
            on_done.run(Some(id));
        }
    };
    let for_id = id.clone();
    view! {
        <div class="inline-form" role="group" aria-label=move || texts.text(key!("people.new"))>
            <div class="field">
                <label for=for_id>{move || texts.text(key!("people.name"))}</label>
                <input id=id type="text" dir="auto" autocomplete="off" maxlength="200"
                    prop:value=move || name.get()
                    on:input=move |event| name.set(event_target_value(&event))
                    on:keydown=move |event| if event.key() == "Enter" { event.prevent_default(); event.stop_propagation(); add(); } />
            </div>
            <SideSelect value=side />
            <PositionSelect value=position />
            <div class="cluster">
                <button class="button" type="button" on:click=move |_| add()>{move || texts.text(key!("people.add"))}</button>
                <button class="button button-quiet" type="button" on:click=move |_| on_done.run(None)>
                    {move || texts.text(key!("people.cancel"))}
                </button>
            </div>
        </div>
    }
}

/// Own, vendor or consultant.
#[component]
pub fn SideSelect(
    /// The side chosen.
    value: RwSignal<Side>,
) -> impl IntoView {
    let texts = Texts::here();
    let options = Side::ALL.map(|side| {
        view! { <option value=side_key(side) prop:selected=move || value.get() == side>{move || texts.text(side_key(side))}</option> }
    });
    let choose = move |key: String| {
        if let Some(side) = Side::ALL.into_iter().find(|side| side_key(*side) == key) {
            value.set(side);
        }
    };
    view! {
        <label class="field">
            <span>{move || texts.text(key!("people.side"))}</span>
            <select on:change=move |event| choose(event_target_value(&event))>{options}</select>
        </label>
    }
}

/// Leader, end user, project team, other.
#[component]
pub fn PositionSelect(
    /// The position chosen.
    value: RwSignal<Position>,
) -> impl IntoView {
    let texts = Texts::here();
    let options = Position::ALL.map(|position| {
        view! {
            <option value=position_key(position) prop:selected=move || value.get() == position>
                {move || texts.text(position_key(position))}
            </option>
        }
    });
    let choose = move |key: String| {
        if let Some(found) = Position::ALL.into_iter().find(|found| position_key(*found) == key) {
            value.set(found);
        }
    };
    view! {
        <label class="field">
            <span>{move || texts.text(key!("people.position"))}</span>
            <select on:change=move |event| choose(event_target_value(&event))>{options}</select>
        </label>
    }
}

/// The word of a side.
pub fn side_key(side: Side) -> &'static str {
    match side {
        Side::Own => key!("people.side_own"),
        Side::Vendor => key!("people.side_vendor"),
        Side::Consultant => key!("people.side_consultant"),
    }
}

/// The word of a position.
pub fn position_key(position: Position) -> &'static str {
    match position {
        Position::Leader => key!("people.position_leader"),
        Position::EndUser => key!("people.position_end_user"),
        Position::ProjectTeam => key!("people.position_project_team"),
        Position::Other => key!("people.position_other"),
    }
}

/// The name of a person of the project shown, for reading; tracks it.
pub fn person_name(session: Session, project: Id, person: Id) -> String {
    session
        .with_project(project, |project| {
            project.people.get(person).map(|person| person.name.clone())
        })
        .flatten()
        .unwrap_or_default()
}
