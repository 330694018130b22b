//! Every department's own wording side by side, with what differs marked.

use super::desk::{Desk, NEW_DEPARTMENT, wording_id};
use super::field::NamedText;
use super::handing::ExportPart;
use super::marked::Marked;
use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::route::{Place, Route};
use crate::web::components::fields::TextField;
use crate::web::components::focus::focus;
use crate::web::texts::t;
use leptos::prelude::*;

/// Id of the heading of a department's card.
pub fn card_id(view: Id) -> String {
    format!("card-{view}")
}

/// What every wording is compared with: the agreed one, or a department's.
type Measure = RwSignal<Option<Id>>;

/// The wordings side by side.
#[component]
pub fn Wordings(
    /// The board.
    desk: Desk,
) -> impl IntoView {
    let measure: Measure = RwSignal::new(None);
    let ids = desk.view_ids();
    view! {
        <section class="section" aria-labelledby="wordings">
            <h2 id="wordings">{t(key!("board.wordings"))}</h2>
            <p class="second">{t(key!("board.wordings_lead"))}</p>
            <Show when=move || !ids.with(Vec::is_empty)><CompareWith desk=desk measure=measure /></Show>
            <div class="wordings">
                <For each=move || ids.get() key=|view| *view let:view>
                    <Card desk=desk view=view measure=measure />
                </For>
            </div>
        </section>
    }
}

/// Chooses what every wording is compared with.
#[component]
fn CompareWith(
    /// The board.
    desk: Desk,
    /// The choice.
    measure: Measure,
) -> impl IntoView {
    let ids = desk.view_ids();
    let chosen = move |text: String| {
        measure
            .set(ids.with_untracked(|ids| ids.iter().copied().find(|id| id.to_string() == text)));
    };
    let options = move || {
        let option = |id: Id| {
            view! {
                <option value=id.to_string() prop:selected=move || measure.get() == Some(id)>
                    {move || desk.department(id)}
                </option>
            }
        };
        ids.get().into_iter().map(option).collect_view()
    };
    view! {
        <label class="compare-with no-print">
            <span>{t(key!("board.compare_with"))}</span>
            <select on:change=move |event| chosen(event_target_value(&event))>
                <option value="" prop:selected=move || measure.get().is_none()>{t(key!("board.agreed_wording"))}</option>
                {options}
            </select>
        </label>
    }
}

/// One department: its name, wording, comment, and the way to its own page.
#[component]
fn Card(
    /// The board.
    desk: Desk,
    /// The department's view.
    view: Id,
    /// What the wording is compared with.
    measure: Measure,
) -> impl IntoView {
    let page = Route::Project(desk.project, Place::Department(view)).href();
    view! {
        <article class="wording-card" aria-labelledby=card_id(view)>
            <h3 id=card_id(view) tabindex="-1" dir="auto">{move || desk.department(view)}</h3>
            <OwnWording desk=desk view=view />
            <Compared desk=desk view=view measure=measure />
            <Comment desk=desk view=view />
            <p class="cluster no-print">
                <a href=page>{t(key!("board.own_page"))}</a>
                <ExportPart desk=desk view=view />
            </p>
            <Rename desk=desk view=view />
        </article>
    }
}

/// The term in the department's own words.
#[component]
pub fn OwnWording(
    /// The board.
    desk: Desk,
    /// The department's view.
    view: Id,
) -> impl IntoView {
    let label = Signal::derive(move || {
        let (name, term) = (desk.department(view), desk.read(|term| term.name.clone()));
        let args = [("department", Arg::Text(&name)), ("term", Arg::Text(&term))];
        desk.texts.format(key!("board.own_wording"), &args)
    });
    view! {
        <NamedText id=wording_id(view) label=label value=desk.view_text(view, |view| &view.wording)
            on_text=move |text: String| { desk.edit_view(view, Some("wording"), |view| view.wording = text); } />
    }
}

/// Anything else the department says.
#[component]
pub fn Comment(
    /// The board.
    desk: Desk,
    /// The department's view.
    view: Id,
) -> impl IntoView {
    let label = Signal::derive(move || {
        let name = desk.department(view);
        desk.texts.format(key!("board.comment"), &[("department", Arg::Text(&name))])
    });
    view! {
        <NamedText id=format!("note-{view}") label=label value=desk.view_text(view, |view| &view.note)
            on_text=move |text: String| { desk.edit_view(view, Some("note"), |view| view.note = text); } />
    }
}

/// The wording beside the one it is compared with.
#[component]
fn Compared(
    /// The board.
    desk: Desk,
    /// The department's view.
    view: Id,
    /// What it is compared with.
    measure: Measure,
) -> impl IntoView {
    let own = desk.view_text(view, |view| &view.wording);
    let other = Signal::derive(move || match measure.get() {
        Some(other) => desk.of_view(other, |view| view.wording.clone()),
        None => desk.read(|term| term.wording.clone()),
    });
    let comparable = Memo::new(move |_| {
        let said = |text: &Signal<String>| text.with(|text| !text.trim().is_empty());
        said(&own) && said(&other) && measure.get() != Some(view)
    });
    let alike = Memo::new(move |_| own.with(|own| other.with(|other| own.trim() == other.trim())));
    let than = move || match measure.get() {
        Some(other) => desk.department(other),
        None => desk.texts.text(key!("board.agreed_wording")),
    };
    let lead = move || {
        let key = if alike.get() { key!("board.same_as") } else { key!("board.differs_from") };
        desk.texts.format(key, &[("other", Arg::Text(&than()))])
    };
    view! {
        <Show when=move || comparable.get()>
            <p class="small second compared-lead">{lead}</p>
            <Show when=move || !alike.get()><Marked before=other after=own /></Show>
        </Show>
    }
}

/// Another name for the department, or off the board with it.
#[component]
fn Rename(
    /// The board.
    desk: Desk,
    /// The department's view.
    view: Id,
) -> impl IntoView {
    let name = desk.view_text(view, |view| &view.department);
    let nameless = RwSignal::new(false);
    let rename = move |text: String| {
        // Without a name nobody could be asked; the old one stays.
        nameless.set(text.trim().is_empty());
        if !text.trim().is_empty() {
            desk.edit_view(view, Some("department"), |view| view.department = text);
        }
    };
    let remove = move |_| {
        let name = untrack(|| desk.department(view));
        if desk.remove(view) {
            let args = [("department", Arg::Text(&name))];
            desk.session.tell(desk.texts.format(key!("board.department_removed"), &args));
            focus(NEW_DEPARTMENT);
        }
    };
    view! {
        <details class="no-print">
            <summary>{t(key!("board.rename_or_remove"))}</summary>
            <TextField id=format!("department-{view}") label=key!("board.department") value=name on_text=rename />
            <p class="error small" role="alert" hidden=move || !nameless.get()>{t(key!("board.department_needed"))}</p>
            <button class="button" type="button" on:click=remove>{t(key!("board.remove_department"))}</button>
        </details>
    }
}
