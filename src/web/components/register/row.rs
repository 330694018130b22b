//! One record as a row of fields. The new row is one too: its record comes
//! into being with the first thing written, under the id the row has already,
//! so the row stays and the typing goes on.

use super::cells::Cell;
use super::state::{Extra, Table, focus_cell};
use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::sheet::{Column, Kind, Value};
use crate::web::components::focus::focus;
use crate::web::texts::{Texts, t};
use crate::workspace::{Command, Record};
use leptos::ev::FocusEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// A row as its cells see it.
#[derive(Clone, Copy)]
pub struct RowOf {
    /// The table.
    pub table: Table,
    /// Id of the record, there or to come.
    pub id: Id,
    /// The record; a blank one in the new row.
    pub record: Memo<Record>,
    /// What the row is called.
    pub name: Memo<String>,
    /// Whether it is there already.
    pub exists: Memo<bool>,
    began_new: bool,
}

impl RowOf {
    /// Takes the record out again when it was begun here and nothing but its
    /// name, which was just emptied, was ever written.
    pub fn forget_if_only_named(self) -> bool {
        let sheet = self.table.sheet;
        let only_named = self.table.peek(self.id).is_some_and(|mut record| {
            if let Some(name) = sheet.columns.first() {
                (name.write)(&mut record, Value::Text(String::new()));
            }
            sheet.is_blank(&record)
        });
        let remove = Command::Remove { project: self.table.project, record: self.id };
        self.began_new && only_named && self.table.session.dispatch(remove)
    }
}

/// One row.
#[component]
pub fn Row(
    /// The table.
    table: Table,
    /// Id of the record, there or to come.
    id: Id,
    /// Columns that are only read.
    extras: StoredValue<Vec<Extra>>,
    /// What stands below the first cell.
    under: Option<Callback<Id, AnyView>>,
    /// Removes a row in place of the table.
    on_remove: Option<Callback<Id>>,
) -> impl IntoView {
    let sheet = table.sheet;
    let stored = Memo::new(move |_| table.record(id));
    let exists = Memo::new(move |_| stored.with(Option::is_some));
    let record = Memo::new(move |_| stored.get().unwrap_or_else(|| (sheet.blank)(id)));
    let name = Memo::new(move |_| {
        let name = record.with(|record| sheet.row_name(record));
        let key = if exists.get() { key!("registers.nameless") } else { sheet.new };
        if name.is_empty() { table.texts.text(key) } else { name }
    });
    let began_new = !exists.get_untracked();
    let row = RowOf { table, id, record, name, exists, began_new };
    // What was begun in the new row and emptied again leaves nothing behind.
    let left = move |event: FocusEvent| {
        let outside = || {
            let row = event.current_target()?.dyn_into::<web_sys::Node>().ok()?;
            let next = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
            Some(!row.contains(next.as_ref()))
        };
        let is_blank = || table.peek(id).is_some_and(|record| sheet.is_blank(&record));
        if began_new && outside() == Some(true) && is_blank() {
            table.session.dispatch(Command::Remove { project: table.project, record: id });
        }
    };
    let below = move || under.filter(|_| exists.get()).map(|under| under.run(id));
    let cells = move || {
        let cell = |(place, column): (usize, &'static Column)| {
            if place == 0 {
                view! {
                    <th scope="row" role="rowheader"><Cell row=row column=column />{below}</th>
                }
                .into_any()
            } else {
                let is_number = matches!(column.kind, Kind::Money | Kind::Count);
                view! { <td role="cell" class:number=is_number><Cell row=row column=column /></td> }
                    .into_any()
            }
        };
        table.columns().into_iter().enumerate().map(cell).collect_view()
    };
    let extra = extras.with_value(|extras| {
        let cell = |extra: &Extra| {
            let (head, cell) = (extra.head, extra.cell);
            view! {
                <td role="cell" class="register-extra" class:is-empty=move || !exists.get()>
                    <span class="cell-head" aria-hidden="true">{t(head)}</span>
                    {move || exists.get().then(|| cell.run(id))}
                </td>
            }
        };
        extras.iter().map(cell).collect_view()
    });
    view! {
        <tr role="row" class:register-new=move || !exists.get() class:no-print=move || !exists.get()
            on:focusout=left>
            {cells}
            {extra}
            <td role="cell" class="register-actions no-print">
                {move || exists.get().then(|| view! { <Actions row=row on_remove=on_remove /> })}
            </td>
        </tr>
    }
}

/// The buttons of a row.
#[component]
fn Actions(
    /// The row.
    row: RowOf,
    /// Removes a row in place of the table.
    on_remove: Option<Callback<Id>>,
) -> impl IntoView {
    let texts = Texts::here();
    let RowOf { table, id, name, .. } = row;
    let label = move |key: &'static str| {
        move || name.with(|name| texts.format(key, &[("row", Arg::Text(name))]))
    };
    let remove = move |_| {
        if let Some(remove) = on_remove {
            return remove.run(id);
        }
        let rows = table.rows();
        let at = rows.iter().position(|row| *row == id).unwrap_or_default();
        let said = name.with_untracked(|name| {
            texts.format(key!("sheet.removed"), &[("row", Arg::Text(name))])
        });
        if table.session.dispatch(Command::Remove { project: table.project, record: id }) {
            table.session.tell(said);
            let column = table.sheet.columns.first().map(|column| column.name);
            if let Some((next, column)) = rows.get(at + 1).zip(column) {
                focus_cell(*next, column);
            }
        }
    };
    let swap = move |step: isize, button: &'static str, other: &'static str| {
        let rows = table.ids.get_untracked();
        let at = rows.iter().position(|row| *row == id);
        let with = at.and_then(|at| at.checked_add_signed(step)).and_then(|at| rows.get(at));
        if let Some(with) = with {
            let at_end = rows.first() == Some(with) || rows.last() == Some(with);
            let (project, with) = (table.project, *with);
            table.session.dispatch(Command::Swap { project, record: id, with });
            // At an end the button pressed is gone; the other one goes back.
            let button = if at_end && rows.len() > 1 { other } else { button };
            focus(&format!("{id}.{button}"));
        }
    };
    let order = table.sheet.ordered.then(|| {
        let first = move || table.ids.with(|ids| ids.first() == Some(&id));
        let last = move || table.ids.with(|ids| ids.last() == Some(&id));
        view! {
            <button id=format!("{id}.up") class="button button-quiet" type="button" aria-label=label(key!("sheet.move_up"))
                aria-disabled=move || first().to_string() on:click=move |_| swap(-1, "up", "down")>"↑"</button>
            <button id=format!("{id}.down") class="button button-quiet" type="button" aria-label=label(key!("sheet.move_down"))
                aria-disabled=move || last().to_string() on:click=move |_| swap(1, "down", "up")>"↓"</button>
        }
    });
    view! {
        <span class="register-buttons">
            {order}
            <button class="button button-quiet" type="button" aria-label=label(key!("sheet.remove")) on:click=remove>"×"</button>
        </span>
    }
}
