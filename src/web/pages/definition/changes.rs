//! Change marks: go-live, training and what else may show in the numbers.

use super::editor::Editor;
use super::focus::focus_on;
use crate::key;
use crate::kpi::ChangeMark;
use crate::web::components::fields::{DateField, TextField};
use crate::web::texts::t;
use chrono::NaiveDate;
use leptos::prelude::*;

const NEW_DATE: &str = "change-new-date";

/// The marks by date, each editable, and a row for a new one.
#[component]
pub fn ChangeMarks(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    let count = editor.read(|indicator| indicator.changes.len());
    view! {
        <fieldset class="field" aria-describedby="change-hint">
            <legend>{t(key!("definition.changes"))}</legend>
            <p class="hint" id="change-hint">{t(key!("definition.changes_hint"))}</p>
            <For each=move || 0..count.get() key=|place| *place let:place>
                <MarkRow editor=editor place=place />
            </For>
            <NewMark editor=editor />
        </fieldset>
    }
}

#[component]
fn MarkRow(
    /// The indicator.
    editor: Editor,
    /// Place in the list of marks.
    place: usize,
) -> impl IntoView {
    let mark = editor.read(move |indicator| indicator.changes.get(place).cloned());
    let set_date = move |date: Option<NaiveDate>| {
        // A mark without a date is none: an emptied field changes nothing.
        let Some(date) = date else { return };
        editor.change(|indicator| {
            if let Some(mark) = indicator.changes.get_mut(place) {
                mark.date = date;
            }
        });
    };
    let set_label = move |label: String| {
        editor.type_in(&format!("change-{place}"), |indicator| {
            if let Some(mark) = indicator.changes.get_mut(place) {
                mark.label = label;
            }
        });
    };
    let remove = move |_| {
        let kept = move |indicator: &mut crate::kpi::Indicator| {
            if place < indicator.changes.len() {
                indicator.changes.remove(place);
            }
        };
        if editor.change(kept) {
            focus_on(format!("#{NEW_DATE}"));
        }
    };
    let date = Signal::derive(move || mark.with(|mark| mark.as_ref().map(|mark| mark.date)));
    let label = Signal::derive(move || {
        mark.with(|mark| mark.as_ref().map(|mark| mark.label.clone()).unwrap_or_default())
    });
    view! {
        <div class="change-row" role="group" aria-label=move || label.get()>
            <DateField id=format!("change-{place}-date") label=key!("definition.change_date") value=date on_date=set_date />
            <TextField id=format!("change-{place}-label") label=key!("definition.change_label") value=label on_text=set_label />
            <button class="button button-quiet" type="button" on:click=remove>{t(key!("definition.change_remove"))}</button>
        </div>
    }
}

/// Date and words of a new mark; it enters the document when both are there.
#[component]
fn NewMark(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    let date = RwSignal::new(None::<NaiveDate>);
    let label = RwSignal::new(String::new());
    let is_incomplete = RwSignal::new(false);
    let add = move |_| {
        let words = label.get_untracked().trim().to_owned();
        let Some(day) = date.get_untracked().filter(|_| !words.is_empty()) else {
            is_incomplete.set(true);
            focus_on(format!("#{NEW_DATE}"));
            return;
        };
        is_incomplete.set(false);
        let added = editor.change(|indicator| {
            indicator.changes.push(ChangeMark::new(day, words));
            indicator.changes.sort_by_key(|mark| mark.date);
        });
        if added {
            date.set(None);
            label.set(String::new());
            focus_on(format!("#{NEW_DATE}"));
        }
    };
    view! {
        <div class="change-row" role="group" aria-label=t(key!("definition.change_new")) aria-describedby="change-new-error">
            <DateField id=NEW_DATE label=key!("definition.change_date") value=date on_date=move |day| date.set(day) />
            <TextField id="change-new-label" label=key!("definition.change_label") value=label
                on_text=move |words| label.set(words) />
            <button class="button" type="button" on:click=add>{t(key!("definition.change_add"))}</button>
        </div>
        <p class="error" id="change-new-error" role="alert">
            {move || is_incomplete.get().then(|| t(key!("definition.change_incomplete")))}
        </p>
    }
}
