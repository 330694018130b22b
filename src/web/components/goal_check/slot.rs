//! What the goal check says of one slot, beside it.

use super::item::{Group, What, groups, shape_of};
use super::{Found, Mender, is_plain_gap};
use crate::base::Id;
use crate::key;
use crate::kpi::{Finding, Repair, Slot};
use crate::report::repair_words;
use crate::web::components::status::Mark;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// The slots a field fills, of one goal or indicator.
#[derive(Debug, Clone, Copy)]
pub struct Noted {
    /// The goal or indicator.
    pub record: Id,
    /// What the field fills.
    pub slots: &'static [Slot],
}

impl Noted {
    /// Id of the note of a field.
    pub fn id_of(field: &str) -> String {
        format!("{field}-note")
    }
}

/// The findings of a field, below it; it is there while there are none, so
/// that the field can name it as its description.
#[component]
pub fn SlotNote(
    /// Id of the field.
    field: String,
    /// Its slots.
    noted: Noted,
) -> impl IntoView {
    let found = Found::here().map(|found| found.at(noted.record, noted.slots));
    let lines = move || found.map(|found| found.with(|found| groups(found))).unwrap_or_default();
    view! {
        <div class="slot-note" id=Noted::id_of(&field)>
            <For each=lines key=|group| format!("{group:?}") let:group><Line group=group /></For>
        </div>
    }
}

/// An empty slot is only called open; whatever else is found is said.
#[component]
fn Line(
    /// One finding, or the empty slots of one field.
    group: Group,
) -> impl IntoView {
    let first = group.first().cloned()?;
    let is_open = is_plain_gap(&first) && first.slot != Slot::Statement;
    let words = if is_open {
        view! { <span>{t(key!("goal_check.open_here"))}</span> }.into_any()
    } else {
        let what = group.iter().cloned().map(|one| view! { <What finding=one /> });
        view! { <span class="finding-what">{what.collect::<Vec<_>>()}</span> }.into_any()
    };
    let at_once = group.into_iter().filter(|one| matches!(one.repair, Repair::Apply(_)));
    let repairs = at_once.map(|one| view! { <AtOnce finding=one /> }).collect::<Vec<_>>();
    Some(view! {
        <div class="slot-finding">
            <Mark shape=shape_of(first.rule.mistake()) class="finding-mark" /> {words} {repairs}
        </div>
    })
}

/// The button of a repair that needs no new fact.
#[component]
fn AtOnce(
    /// The finding.
    finding: Finding,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let mender = Mender::here();
    let said = finding.clone();
    let words = move || {
        session.with_project(project, |project| {
            texts.with(|catalogue| repair_words(catalogue, project, &said))
        })
    };
    view! {
        <button class="button button-small no-print" type="button" on:click=move |_| mender.carry_out(&finding)>
            {words}
        </button>
    }
}
