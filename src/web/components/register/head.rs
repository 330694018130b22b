//! The heads of the columns, and the sums below them.

use super::state::{Extra, Table};
use crate::i18n::{Arg, numbers};
use crate::key;
use crate::sheet::{Column, Kind};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// The head of a column; money names its currency.
pub fn head_of(table: Table, column: &Column) -> String {
    let texts = table.texts;
    let name = texts.text(column.head);
    if column.kind != Kind::Money {
        return name;
    }
    let currency = table.around().currency.get();
    if currency.is_empty() {
        return name;
    }
    let args = [("column", Arg::Text(&name)), ("unit", Arg::Text(&currency))];
    texts.format(key!("sheet.with_unit"), &args)
}

/// The heads.
#[component]
pub fn Head(
    /// The table.
    table: Table,
    /// Columns that are only read.
    extras: StoredValue<Vec<Extra>>,
) -> impl IntoView {
    let columns = move || {
        let head = |column: &'static Column| {
            let is_number = matches!(column.kind, Kind::Money | Kind::Count);
            let class = if is_number { "number" } else { "" };
            view! {
                <th scope="col" role="columnheader" class=class>{move || head_of(table, column)}</th>
            }
        };
        table.columns().into_iter().map(head).collect_view()
    };
    let extra = extras.with_value(|extras| {
        let head =
            |extra: &Extra| view! { <th scope="col" role="columnheader">{t(extra.head)}</th> };
        extras.iter().map(head).collect_view()
    });
    view! {
        <thead role="rowgroup"><tr role="row">
            {columns}
            {extra}
            <th scope="col" role="columnheader" class="no-print">
                <span class="visually-hidden">{t(key!("sheet.actions"))}</span>
            </th>
        </tr></thead>
    }
}

/// The sums of the columns of money and counts, where there is more than one
/// row.
#[component]
pub fn Totals(
    /// The table.
    table: Table,
    /// Columns that are only read.
    extras: StoredValue<Vec<Extra>>,
) -> impl IntoView {
    let texts = Texts::here();
    let sums = Memo::new(move |_| {
        let sums = table.session.with_project(table.project, |project| {
            let several = (table.sheet.rows)(project).len() > 1;
            if several { table.sheet.totals(project) } else { Vec::new() }
        });
        sums.unwrap_or_default()
    });
    let cells = move || {
        let language = texts.language();
        let cell = |column: &'static Column| {
            let sum = sums.with(|sums| {
                let found = sums.iter().find(|(name, _)| *name == column.name)?;
                Some(found.1.map(|sum| numbers::number(language, sum)).unwrap_or_default())
            });
            let head = sum.is_some().then(|| head_of(table, column));
            let is_empty = sum.as_deref().unwrap_or_default().is_empty();
            view! {
                <td role="cell" class="number" class:is-empty=is_empty>
                    <span class="cell-head" aria-hidden="true">{head}</span>
                    <span>{sum}</span>
                </td>
            }
        };
        table.columns().into_iter().skip(1).map(cell).collect_view()
    };
    let rest = extras.with_value(Vec::len) + 1;
    view! {
        <tfoot role="rowgroup" hidden=move || sums.with(Vec::is_empty)><tr role="row">
            <th scope="row" role="rowheader">{t(key!("sheet.total"))}</th>
            {cells}
            <td role="cell" colspan=rest.to_string() class="is-empty"></td>
        </tr></tfoot>
    }
}
