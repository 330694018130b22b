//! A pasted block before it is taken: every row with what becomes of it.

use super::state::Table;
use crate::i18n::{Arg, numbers};
use crate::key;
use crate::sheet::{LeftOut, Outcome, Pasted, PastedCell, PastedRow};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// Rows shown; all are counted.
const SHOWN: usize = 100;

/// What a pasted block would do.
#[component]
pub fn Preview(
    /// The table.
    table: Table,
    /// What would happen.
    pasted: Memo<Option<Pasted>>,
    /// Whether people who are not in the register are added.
    add_people: RwSignal<bool>,
) -> impl IntoView {
    let texts = Texts::here();
    let say = move |read: fn(Texts, &Pasted) -> Option<String>| {
        move || pasted.with(|pasted| pasted.as_ref().and_then(|pasted| read(texts, pasted)))
    };
    let summary = move || {
        let add = add_people.get();
        pasted.with(|pasted| pasted.as_ref().map(|pasted| summary(texts, pasted, add)))
    };
    let left_out = say(left_out);
    let unknown = say(|texts, pasted| {
        let names = pasted.unknown.join(&texts.text(key!("readiness.list_comma")));
        let args = [("names", Arg::Text(&names))];
        (!names.is_empty()).then(|| texts.format(key!("sheet.paste_add_people"), &args))
    });
    view! {
        <p class="import-counts" role="status">{summary}</p>
        <p class="hint" hidden=move || left_out().is_none()>{left_out}</p>
        <label class="choice" hidden=move || unknown().is_none()>
            <input type="checkbox" prop:checked=move || add_people.get()
                on:change=move |_| add_people.update(|add| *add = !*add) />
            <span>{unknown}</span>
        </label>
        <div class="import-preview" tabindex="0" role="region" aria-label=t(key!("sheet.paste_heading"))>
            {move || pasted.with(|pasted| {
                pasted.as_ref().map(|pasted| rows(table, pasted, add_people.get()))
            })}
        </div>
    }
}

fn summary(texts: Texts, pasted: &Pasted, add_people: bool) -> String {
    let number =
        |count: usize| numbers::count(texts.language(), u64::try_from(count).unwrap_or(u64::MAX));
    let (changed, added) = (number(pasted.changed(add_people)), number(pasted.added(add_people)));
    let refused = number(pasted.refused(add_people));
    let args = [
        ("changed", Arg::Text(&changed)),
        ("added", Arg::Text(&added)),
        ("refused", Arg::Text(&refused)),
    ];
    texts.format(key!("sheet.paste_summary"), &args)
}

fn left_out(texts: Texts, pasted: &Pasted) -> Option<String> {
    let count = u64::try_from(pasted.left_out).unwrap_or(u64::MAX);
    let args = [("count", Arg::Count(count))];
    (count > 0).then(|| texts.format(key!("sheet.paste_left_out"), &args))
}

fn rows(table: Table, pasted: &Pasted, add_people: bool) -> impl IntoView + use<> {
    let texts = table.texts;
    let heads = pasted.columns.iter().filter_map(|name| table.sheet.column(name));
    let heads = heads.map(|column| view! { <th scope="col">{texts.text(column.head)}</th> });
    let heads = heads.collect_view();
    let rows = pasted.rows.iter().take(SHOWN).map(|row| row_of(table, row, add_people));
    view! {
        <table>
            <thead><tr><th scope="col">{texts.text(key!("sheet.paste_row"))}</th>{heads}</tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

fn row_of(table: Table, row: &PastedRow, add_people: bool) -> impl IntoView + use<> {
    let texts = table.texts;
    let name = match (&row.record, row.left_out) {
        (_, Some(LeftOut::Total)) => texts.text(key!("sheet.paste_total")),
        (_, Some(LeftOut::Nameless)) => texts.text(key!("sheet.paste_nameless")),
        (Some(record), None) => table.sheet.row_name(record),
        (None, None) => texts.text(key!("sheet.paste_new")),
    };
    let cells =
        row.cells.iter().map(|cell| cell_of(texts, cell, row.left_out.is_some(), add_people));
    let cells = cells.collect_view();
    view! { <tr><th scope="row" dir="auto">{name}</th>{cells}</tr> }
}

fn cell_of(
    texts: Texts,
    cell: &PastedCell,
    left_out: bool,
    add_people: bool,
) -> impl IntoView + use<> {
    let why = match &cell.outcome {
        Outcome::Refused(refusal) if !left_out && !cell.changes(add_people) => {
            Some(texts.say(refusal))
        }
        _ => None,
    };
    let same = left_out || cell.outcome == Outcome::Same;
    view! {
        <td class:second=same>
            <span dir="auto">{cell.text.clone()}</span>
            {why.map(|why| view! { <span class="error paste-why">{why}</span> })}
        </td>
    }
}
