//! What shows that a yes is true: text or link, date, person.

use super::asked::Asked;
use crate::assessment::{Answer, AnswerValue, Evidence, Shortfall};
use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::web::components::fields::{DateField, TextField};
use crate::web::components::focus::focus;
use crate::web::components::people::PersonField;
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// The pieces of evidence; the last row may be one that is not yet written.
#[component]
pub fn EvidenceList(
    /// The question.
    asked: Asked,
) -> impl IntoView {
    let pieces = Memo::new(move |_| asked.read(|answer| answer.evidence.len()).unwrap_or_default());
    let is_yes = move || matches!(asked.value(), Some(AnswerValue::Yes | AnswerValue::Level(1..)));
    let shown = Memo::new(move |_| is_yes() || pieces.get() > 0);
    // A row to write in beyond those that are kept.
    let more = RwSignal::new(false);
    let rows = Memo::new(move |_| {
        let count = pieces.get();
        if more.get() || count == 0 { count + 1 } else { count }
    });
    let missing = Memo::new(move |_| asked.lacks(Shortfall::Evidence));
    let add = move |_| {
        let row = pieces.get_untracked();
        more.set(true);
        focus(&text_id(row));
    };
    view! {
        <Show when=move || shown.get()>
            <fieldset class="walk-block">
                <legend>{t(key!("walk.evidence"))}</legend>
                <Show when=move || missing.get()><p class="walk-missing">{t(key!("walk.missing_evidence"))}</p></Show>
                <For each=move || 0..rows.get() key=|row| *row let:row>
                    <Piece asked=asked row=row more=more />
                </For>
                <button class="button" type="button" on:click=add>{t(key!("walk.add_evidence"))}</button>
            </fieldset>
        </Show>
    }
}

fn text_id(row: usize) -> String {
    format!("evidence-{}-text", row + 1)
}

/// Changes a piece; writing in the row beyond the last one adds it, and a
/// last piece without anything in it goes.
fn change(answer: &mut Answer, row: usize, edit: impl FnOnce(&mut Evidence)) {
    if row == answer.evidence.len() {
        answer.evidence.push(Evidence::default());
    }
    if let Some(piece) = answer.evidence.get_mut(row) {
        edit(piece);
    }
    if answer.evidence.last() == Some(&Evidence::default()) {
        answer.evidence.pop();
    }
}

/// Writes the text of a piece. A new one is vouched for by whoever writes it,
/// and that alone does not keep one whose text is emptied again.
fn write(answer: &mut Answer, row: usize, text: String, you: Option<Id>) {
    let is_new = row == answer.evidence.len();
    let only_you = Evidence { person: you, ..Evidence::default() };
    change(answer, row, |piece| {
        piece.text = text;
        if is_new && piece.person.is_none() {
            piece.person = you;
        }
        if *piece == only_you {
            piece.person = None;
        }
    });
}

#[component]
fn Piece(
    /// The question.
    asked: Asked,
    /// Which row, from 0.
    row: usize,
    /// Whether a row beyond the last piece is shown.
    more: RwSignal<bool>,
) -> impl IntoView {
    let texts = Texts::here();
    let piece = Memo::new(move |_| {
        asked.read(|answer| answer.evidence.get(row).cloned()).flatten().unwrap_or_default()
    });
    // The row stays while it is emptied, and is no longer beyond once written.
    let settle = move || {
        let kept = asked.read(|answer| answer.evidence.len()).unwrap_or_default();
        more.set(kept <= row);
    };
    let on_text = move |text: String| {
        let you = asked.you();
        asked.type_in(&text_id(row), |answer| write(answer, row, text, you));
        settle();
    };
    let on_date = move |date| {
        asked.edit(|answer| change(answer, row, |piece| piece.date = date));
        settle();
    };
    let on_person = move |person| {
        asked.edit(|answer| change(answer, row, |piece| piece.person = person));
        settle();
    };
    let label = move |key: &'static str| {
        texts.format(key, &[("number", Arg::Text(&(row + 1).to_string()))])
    };
    let link = move || {
        let text = piece.get().text;
        let text = text.trim();
        (text.starts_with("https://") || text.starts_with("http://")).then(|| text.to_owned())
    };
    view! {
        <div class="walk-piece" role="group" aria-label=move || label(key!("walk.piece"))>
            <TextField id=text_id(row) label=key!("walk.evidence_text")
                value=Signal::derive(move || piece.get().text) on_text=on_text />
            <div class="walk-pair">
                <DateField id=format!("evidence-{}-date", row + 1) label=key!("walk.evidence_date")
                    value=Signal::derive(move || piece.get().date) on_date=on_date />
                <PersonField id=format!("evidence-{}-person", row + 1) label=key!("walk.evidence_person")
                    value=Signal::derive(move || piece.get().person) on_person=on_person />
            </div>
            <div class="cluster">
                {move || link().map(|link| view! {
                    <a href=link target="_blank" rel="noopener noreferrer">{t(key!("walk.open_link"))}</a>
                })}
                <Remove asked=asked row=row more=more />
            </div>
        </div>
    }
}

/// Removes a piece; focus moves to the row that takes its place.
#[component]
fn Remove(
    /// The question.
    asked: Asked,
    /// Which row, from 0.
    row: usize,
    /// Whether a row beyond the last piece is shown.
    more: RwSignal<bool>,
) -> impl IntoView {
    let texts = Texts::here();
    let kept = move || asked.read(|answer| answer.evidence.len()).unwrap_or_default();
    // A first row with nothing in it has nothing to remove.
    let shown = Memo::new(move |_| kept() > row || row > 0);
    let remove = move |_| {
        if row < kept() {
            asked.edit(|answer| {
                answer.evidence.remove(row);
            });
        } else {
            more.set(false);
        }
        focus(&text_id(row.min(kept().saturating_sub(1))));
    };
    let label = move || {
        texts.format(key!("walk.remove_piece"), &[("number", Arg::Text(&(row + 1).to_string()))])
    };
    view! {
        <Show when=move || shown.get()>
            <button class="button button-quiet" type="button" on:click=remove>{label}</button>
        </Show>
    }
}
