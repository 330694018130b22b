//! A register as a table that is edited in place: every cell a field, the last
//! row a new record, a block from a spreadsheet pasted into any cell, Enter to
//! the row below. On a narrow page every row is a card of labelled cells.
//!
//! Which columns there are and what their texts mean says a [`Sheet`] of
//! [`crate::sheet`]; a table of another register needs no component of its own.

mod cells;
mod head;
mod pasting;
mod preview;
mod row;
mod state;

pub use state::{Extra, cell_id, focus_new_row};

use crate::base::Id;
use crate::key;
use crate::route::Spot;
use crate::sheet::Sheet;
use crate::web::texts::{Texts, t};
use head::{Head, Totals};
use leptos::prelude::*;
use pasting::PasteDialog;
use row::Row;
use state::Table;

/// The records of a sheet, edited in place.
#[component]
pub fn Register(
    /// The sheet.
    sheet: &'static Sheet,
    /// Id of the heading that names the table.
    labelled_by: &'static str,
    /// A cell to begin in.
    #[prop(optional_no_strip)]
    spot: Option<Spot>,
    /// Columns that follow from the record and are only read.
    #[prop(optional)]
    extras: Vec<Extra>,
    /// What stands below the first cell of a record and is only read.
    #[prop(optional)]
    under: Option<Callback<Id, AnyView>>,
    /// Removes a row in place of the table, which would ask nothing first.
    #[prop(optional)]
    on_remove: Option<Callback<Id>>,
) -> impl IntoView {
    let table = Table::new(sheet);
    let rows = Memo::new(move |_| {
        let mut rows = table.ids.get();
        let new = table.new.get();
        if !rows.contains(&new) {
            rows.push(new);
        }
        rows
    });
    // The new row has become a record: another one stands below it.
    Effect::new(move |_| {
        if table.ids.with(|ids| ids.contains(&table.new.get())) {
            table.new.set(table.fresh_id());
        }
    });
    if let Some(spot) = spot {
        table.begin_in(&spot);
    }
    let extras = StoredValue::new(extras);
    let has_more = sheet.columns.iter().any(|column| column.more);
    view! {
        <p class="hint no-print">{t(key!("sheet.hint"))}</p>
        <div class="cluster register-tools no-print">
            <button class="button" type="button" on:click=move |_| table.pasting().ask()>{t(key!("sheet.paste"))}</button>
            {has_more.then(|| view! { <MoreColumns table=table /> })}
        </div>
        <div class="register-frame">
            <table class=format!("register sheet-{}", sheet.name) class:register-ordered=sheet.ordered role="table" aria-labelledby=labelled_by
                on:keydown=move |event| table.on_key(&event)
                on:paste=move |event| table.on_paste(&event)>
                <Head table=table extras=extras />
                <tbody role="rowgroup">
                    <For each=move || rows.get() key=|id: &Id| *id let:id>
                        <Row table=table id=id extras=extras under=under on_remove=on_remove />
                    </For>
                </tbody>
                <Totals table=table extras=extras />
            </table>
        </div>
        <PasteDialog table=table />
    }
}

/// Shows the columns that are rarely needed.
#[component]
fn MoreColumns(
    /// The table.
    table: Table,
) -> impl IntoView {
    let texts = Texts::here();
    view! {
        <label class="choice">
            <input type="checkbox" prop:checked=move || table.all_columns.get()
                on:change=move |_| table.all_columns.update(|all| *all = !*all) />
            {move || texts.text(key!("sheet.more_columns"))}
        </label>
    }
}
