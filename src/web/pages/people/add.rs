//! The last row of the register, which adds a person. Enter in any of its
//! fields does, and leads back to its name for the next.

use super::cells::{POSITIONS, SIDES, SelectCell, TextCell};
use crate::base::IdKind;
use crate::i18n::Arg;
use crate::key;
use crate::web::components::focus::focus;
use crate::web::components::people::{position_key, side_key};
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::{Person, Position, Record, Side};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// Id of the name's input.
pub const NAME: &str = "new-name";

/// What was typed into the last row.
#[derive(Clone, Copy)]
struct Draft {
    name: RwSignal<String>,
    role: RwSignal<String>,
    department: RwSignal<String>,
    side: RwSignal<Side>,
    position: RwSignal<Position>,
}

impl Draft {
    fn new() -> Self {
        Self {
            name: RwSignal::new(String::new()),
            role: RwSignal::new(String::new()),
            department: RwSignal::new(String::new()),
            side: RwSignal::new(Side::Own),
            position: RwSignal::new(Position::Other),
        }
    }

    /// Saves the person and empties the row; `false` without a name.
    fn save(self, session: Session, texts: Texts, project: crate::base::Id) -> bool {
        let text = |signal: RwSignal<String>| signal.get_untracked().trim().to_owned();
        let name = text(self.name);
        if name.is_empty() {
            return false;
        }
        let person = Person {
            id: session.new_id(IdKind::Person),
            name: name.clone(),
            role: text(self.role),
            department: text(self.department),
            side: self.side.get_untracked(),
            position: self.position.get_untracked(),
        };
        if !session.save(project, Record::Person(person)) {
            return false;
        }
        for field in [self.name, self.role, self.department] {
            field.set(String::new());
        }
        self.side.set(Side::Own);
        self.position.set(Position::Other);
        session.tell(texts.format(key!("people_page.added"), &[("person", Arg::Text(&name))]));
        true
    }
}

/// The row that adds a person.
#[component]
pub fn AddRow() -> impl IntoView {
    let texts = Texts::here();
    let session = Session::here();
    let project = Here::project();
    let draft = Draft::new();
    let nameless = RwSignal::new(false);
    let add = move || {
        nameless.set(!draft.save(session, texts, project));
        focus(NAME);
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let target = event.target().and_then(|found| found.dyn_into::<web_sys::Element>().ok());
        let in_text = target.is_some_and(|found| found.tag_name() == "INPUT");
        if event.key() == "Enter" && in_text && !event.is_composing() {
            event.prevent_default();
            add();
        }
    };
    let label = move |key: &'static str| {
        Signal::derive(move || {
            let (field, person) = (texts.text(key), texts.text(key!("people.new")));
            let args = [("field", Arg::Text(&field)), ("person", Arg::Text(&person))];
            texts.format(key!("people_page.field_of"), &args)
        })
    };
    let side = Signal::derive(move || side_key(draft.side.get()));
    let position = Signal::derive(move || position_key(draft.position.get()));
    view! {
        <tr class="people-new no-print" on:keydown=on_key>
            <th scope="row">
                <TextCell id=NAME.to_owned() head=key!("people_page.name") label=label(key!("people_page.name"))
                    value=draft.name.into() on_text=move |text: String| { nameless.set(false); draft.name.set(text); } />
                <span class="error small" role="alert" hidden=move || !nameless.get()>{t(key!("people_page.name_needed"))}</span>
            </th>
            <td>
                <TextCell id="new-role".to_owned() head=key!("people_page.role") label=label(key!("people_page.role"))
                    value=draft.role.into() on_text=move |text: String| draft.role.set(text) />
            </td>
            <td>
                <TextCell id="new-department".to_owned() head=key!("people_page.department") label=label(key!("people_page.department"))
                    value=draft.department.into() on_text=move |text: String| draft.department.set(text) />
            </td>
            <td>
                <SelectCell id="new-side".to_owned() head=key!("people.side") label=label(key!("people.side"))
                    options=SIDES.to_vec() value=side on_choice=move |side: Side| draft.side.set(side) />
            </td>
            <td>
                <SelectCell id="new-position".to_owned() head=key!("people.position") label=label(key!("people.position"))
                    options=POSITIONS.to_vec() value=position on_choice=move |position: Position| draft.position.set(position) />
            </td>
            <td><button class="button" type="button" on:click=move |_| add()>{t(key!("people_page.add"))}</button></td>
        </tr>
    }
}
