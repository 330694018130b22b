//! Adding a case, a department, a term.

use super::desk::{Desk, NEW_CASE, NEW_DEPARTMENT};
use crate::base::IdKind;
use crate::i18n::Arg;
use crate::key;
use crate::registers::{View, alike};
use crate::web::components::focus::{focus, focus_now};
use crate::web::texts::t;
use crate::workspace::Record;
use leptos::prelude::*;

/// Departments offered at most.
const OFFERED: usize = 6;

/// One line and the button that adds it. Enter adds as well, and the field is
/// ready for the next.
#[component]
pub fn AddLine(
    /// Id of the field.
    id: &'static str,
    /// Key of the label.
    label: &'static str,
    /// Key of the button.
    button: &'static str,
    /// Adds what was typed; `false` leaves it in the field.
    #[prop(into)]
    on_add: Callback<String, bool>,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let add = move || {
        let text = typed.get_untracked().trim().to_owned();
        if !text.is_empty() && on_add.run(text) {
            typed.set(String::new());
        }
        focus(id);
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            add();
        }
    };
    view! {
        <div class="add-line no-print">
            <div class="field">
                <label for=id>{t(label)}</label>
                <input id=id type="text" dir="auto" autocomplete="off" maxlength="10000"
                    prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event)) on:keydown=on_key />
            </div>
            <button class="button" type="button" on:click=move |_| add()>{t(button)}</button>
        </div>
    }
}

/// Adds a boundary case.
#[component]
pub fn AddCase(
    /// The board.
    desk: Desk,
) -> impl IntoView {
    let add = move |text: String| {
        let known = untrack(|| desk.read(|term| term.case_by_text(&text).is_some()));
        if known {
            desk.session.fail(desk.texts.text(key!("board.case_known")));
            return false;
        }
        desk.edit(None, |term| term.add_cases([text.as_str()]))
    };
    view! { <AddLine id=NEW_CASE label=key!("board.new_case") button=key!("board.add_case") on_add=add /> }
}

/// Adds a department, by name or from those that are usual here.
#[component]
pub fn AddDepartment(
    /// The board.
    desk: Desk,
) -> impl IntoView {
    let add = move |name: String| {
        let view = View::new(desk.session.new_id(IdKind::View), desk.term, &name);
        desk.session.save(desk.project, Record::View(view))
    };
    let offered = Memo::new(move |_| offered(desk));
    let buttons = move || {
        let button = |(place, name): (usize, String)| {
            let label =
                desk.texts.format(key!("board.add_named"), &[("department", Arg::Text(&name))]);
            let shown = name.clone();
            // The button goes with the choice; the next one takes its place.
            let choose = move |_| {
                add(name.clone());
                focus_offer();
            };
            view! {
                <button id=offer_id(place) class="button" type="button" aria-label=label on:click=choose>{shown}</button>
            }
        };
        offered.get().into_iter().enumerate().map(button).collect_view()
    };
    view! {
        <AddLine id=NEW_DEPARTMENT label=key!("board.new_department") button=key!("board.add_department") on_add=add />
        <p class="cluster offered no-print">{buttons}</p>
    }
}

fn offer_id(place: usize) -> String {
    format!("offer-{place}")
}

/// Moves the focus to the first department that is offered, else to the field.
pub fn focus_offer() {
    request_animation_frame(|| {
        let offer = offer_id(0);
        let there = document().get_element_by_id(&offer).is_some();
        focus_now(if there { &offer } else { NEW_DEPARTMENT });
    });
}

/// The departments of the people register, then the usual ones, without those
/// that are on the board.
fn offered(desk: Desk) -> Vec<String> {
    let people = desk.session.with_project(desk.project, |project| {
        project.people.iter().map(|person| person.department.trim().to_owned()).collect::<Vec<_>>()
    });
    let usual = [
        key!("board.sales"),
        key!("board.marketing"),
        key!("board.service"),
        key!("board.finance"),
        key!("board.it"),
    ];
    let usual = usual.map(|key| desk.texts.text(key));
    let mut seen: Vec<String> =
        desk.views.with(|views| views.iter().map(|view| alike(&view.department)).collect());
    let mut names = people.unwrap_or_default();
    // A board with names of its own needs no usual ones beside them.
    if seen.iter().all(|seen| usual.iter().any(|usual| alike(usual) == *seen)) {
        names.extend(usual);
    }
    names.retain(|name| {
        let new = !name.is_empty() && !seen.contains(&alike(name));
        seen.push(alike(name));
        new
    });
    names.truncate(OFFERED);
    names
}
