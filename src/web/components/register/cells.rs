//! The fields in the cells, one component a kind of value. Their labels name
//! column and row; the column's head, repeated in the cell, is only seen on a
//! narrow page.

use super::head::head_of;
use super::row::RowOf;
use super::state::cell_id;
use crate::base::{Id, IdKind, date_in_range};
use crate::i18n::{Arg, numbers};
use crate::key;
use crate::sheet::{Column, Kind, Value};
use crate::web::components::fields::{editable, read_number};
use crate::web::components::focus::focus;
use crate::web::components::people::NewPerson;
use crate::web::texts::Texts;
use chrono::NaiveDate;
use leptos::prelude::*;

/// A cell as its field sees it.
#[derive(Clone, Copy)]
struct CellOf {
    row: RowOf,
    column: &'static Column,
    value: Memo<Value>,
    error: RwSignal<Option<String>>,
}

impl CellOf {
    fn id(self) -> String {
        cell_id(self.row.id, self.column.name)
    }

    fn label(self) -> String {
        let texts = self.row.table.texts;
        let (field, row) = (texts.text(self.column.head), self.row.name.get());
        let args = [("field", Arg::Text(&field)), ("row", Arg::Text(&row))];
        texts.format(key!("sheet.field_of"), &args)
    }

    fn write(self, value: Value, typing: bool) {
        self.error.set(None);
        if self.value.try_get_untracked().is_some_and(|before| before != value) {
            self.row.table.write(self.row.id, self.column, value, typing);
        }
    }

    fn error_id(self) -> String {
        format!("{}-error", self.id())
    }

    fn invalid(self) -> Option<&'static str> {
        self.error.with(Option::is_some).then_some("true")
    }

    fn described_by(self) -> Option<String> {
        self.error.with(Option::is_some).then(|| self.error_id())
    }
}

/// One cell.
#[component]
pub fn Cell(
    /// Its row.
    row: RowOf,
    /// Its column.
    column: &'static Column,
) -> impl IntoView {
    let value = Memo::new(move |_| row.record.with(|record| (column.read)(record)));
    let cell = CellOf { row, column, value, error: RwSignal::new(None) };
    let field = match column.kind {
        Kind::Text => view! { <TextCell cell=cell /> }.into_any(),
        Kind::Money => view! { <MoneyCell cell=cell /> }.into_any(),
        Kind::Date => view! { <DateCell cell=cell /> }.into_any(),
        Kind::Choice { options, optional } => {
            view! { <ChoiceCell cell=cell options=options optional=optional /> }.into_any()
        }
        Kind::Person => view! { <PersonCell cell=cell /> }.into_any(),
        Kind::Stage => view! { <StageCell cell=cell /> }.into_any(),
    };
    view! {
        <span class="cell-head" aria-hidden="true">{move || head_of(row.table, column)}</span>
        {field}
        <span id=cell.error_id() class="error small" role="alert" hidden=move || cell.error.with(Option::is_none)>
            {move || cell.error.get()}
        </span>
    }
}

/// A text, as high as it needs.
#[component]
fn TextCell(
    /// The cell.
    cell: CellOf,
) -> impl IntoView {
    let text = Memo::new(move |_| match cell.value.get() {
        Value::Text(text) => text,
        _ => String::new(),
    });
    view! {
        <span class="cell-text" data-text=move || text.get()>
            <textarea id=cell.id() rows="1" dir="auto" maxlength="10000" autocomplete="off"
                aria-label=move || cell.label()
                prop:value=move || text.get()
                on:input=move |event| cell.write(Value::Text(event_target_value(&event)), true)></textarea>
        </span>
    }
}

/// An amount of money: grouped to read, plain to edit. What cannot be read
/// stays with its error and is not stored.
#[component]
fn MoneyCell(
    /// The cell.
    cell: CellOf,
) -> impl IntoView {
    let texts = Texts::here();
    let draft = RwSignal::new(None::<String>);
    let stored = move || match cell.value.get() {
        Value::Amount(amount) => amount,
        _ => None,
    };
    let shown = move || {
        let language = texts.language();
        let grouped = || stored().map(|amount| numbers::number(language, amount));
        draft.get().unwrap_or_else(|| grouped().unwrap_or_default())
    };
    // At once, not with the next drawing: what is typed next replaces it all,
    // as in a spreadsheet.
    let begin = move |event: leptos::ev::FocusEvent| {
        let field: web_sys::HtmlInputElement = event_target(&event);
        if draft.with_untracked(Option::is_none) {
            let language = texts.language();
            let plain = untrack(stored).map(|one| editable(language, one)).unwrap_or_default();
            field.set_value(&plain);
            draft.set(Some(plain));
        }
        field.select();
    };
    let read = move |text: String, settled: bool| {
        let checked = read_number(&text, texts).and_then(|number| match number {
            Some(number) if number < 0.0 => Err(texts.text(key!("sheet.refused_negative"))),
            other => Ok(other),
        });
        match checked {
            Ok(number) => {
                draft.set((!settled).then_some(text));
                cell.write(Value::Amount(number), true);
            }
            Err(why) => {
                draft.set(Some(text));
                cell.error.set(settled.then_some(why));
            }
        }
    };
    // Left unchanged, the field shows the stored amount again.
    let leave = move |_| {
        if cell.error.try_with_untracked(Option::is_none) == Some(true) {
            draft.set(None);
        }
    };
    view! {
        <input id=cell.id() type="text" inputmode="decimal" autocomplete="off" class="number"
            aria-label=move || cell.label() aria-invalid=move || cell.invalid() aria-describedby=move || cell.described_by()
            prop:value=shown
            on:focus=begin
            on:input=move |event| read(event_target_value(&event), false)
            on:change=move |event| read(event_target_value(&event), true)
            on:blur=leave />
    }
}

/// A calendar date.
#[component]
fn DateCell(
    /// The cell.
    cell: CellOf,
) -> impl IntoView {
    let texts = Texts::here();
    let shown = move || match cell.value.get() {
        Value::Date(Some(date)) => date.to_string(),
        _ => String::new(),
    };
    let read = move |text: String| {
        let date = text.parse::<NaiveDate>().ok().filter(|date| date_in_range(*date));
        if text.is_empty() || date.is_some() {
            cell.write(Value::Date(date), false);
        } else {
            cell.error.set(Some(texts.text(key!("fields.date_wrong"))));
        }
    };
    view! {
        <input id=cell.id() type="date" min="1970-01-01" max="2199-12-31" class:is-empty=move || cell.value.get().is_empty()
            aria-label=move || cell.label() aria-invalid=move || cell.invalid() aria-describedby=move || cell.described_by()
            prop:value=shown
            on:change=move |event| read(event_target_value(&event)) />
    }
}

/// One of a few words.
#[component]
fn ChoiceCell(
    /// The cell.
    cell: CellOf,
    /// Keys of the words.
    options: &'static [&'static str],
    /// Whether none may be chosen.
    optional: bool,
) -> impl IntoView {
    let texts = Texts::here();
    let place = Memo::new(move |_| match cell.value.get() {
        Value::Choice(place) => place,
        _ => None,
    });
    let items = options.iter().enumerate().map(|(at, key)| {
        view! {
            <option value=at.to_string() prop:selected=move || place.get() == Some(at)>{move || texts.text(key)}</option>
        }
    });
    let items = items.collect_view();
    let none = optional.then(|| {
        view! {
            <option value="" prop:selected=move || place.get().is_none()>{move || texts.text(key!("sheet.no_choice"))}</option>
        }
    });
    view! {
        <select id=cell.id() aria-label=move || cell.label() class:is-empty=move || place.get().is_none()
            on:change=move |event| cell.write(Value::Choice(event_target_value(&event).parse().ok()), false)>
            {none}
            {items}
        </select>
    }
}

/// Another record by its name, or none.
#[component]
fn LinkSelect(
    /// The cell.
    cell: CellOf,
    /// Kind of the records.
    kind: IdKind,
    /// The records with their names.
    options: Memo<Vec<(Id, String)>>,
    /// Key of the word for none.
    none: &'static str,
    /// A last option that is no record: its value and the key of its word.
    #[prop(optional)]
    last: Option<(&'static str, &'static str)>,
    /// Called with the value of the last option.
    #[prop(optional)]
    on_last: Option<Callback<()>>,
) -> impl IntoView {
    let texts = Texts::here();
    let chosen = Memo::new(move |_| match cell.value.get() {
        Value::Link(link) => link,
        _ => None,
    });
    let items = move || {
        let current = chosen.get();
        let item = |(id, name): (Id, String)| {
            view! { <option value=id.to_string() prop:selected=current == Some(id)>{name}</option> }
        };
        options.get().into_iter().map(item).collect_view()
    };
    let choose = move |text: String| match last.zip(on_last) {
        Some(((value, _), on_last)) if text == value => on_last.run(()),
        _ => cell.write(Value::Link(Id::parse(kind, &text).ok()), false),
    };
    view! {
        <select id=cell.id() aria-label=move || cell.label() class:is-empty=move || chosen.get().is_none()
            on:change=move |event| choose(event_target_value(&event))>
            <option value="" prop:selected=move || chosen.get().is_none()>{move || texts.text(none)}</option>
            {items}
            {last.map(|(value, key)| view! { <option value=value>{move || texts.text(key)}</option> })}
        </select>
    }
}

/// Somebody of the register; the last option adds a person by name.
#[component]
fn PersonCell(
    /// The cell.
    cell: CellOf,
) -> impl IntoView {
    let table = cell.row.table;
    let adding = RwSignal::new(false);
    let people = Memo::new(move |_| {
        table
            .session
            .with_project(table.project, |project| {
                let named = |person: &crate::workspace::Person| (person.id, person.name.clone());
                project.people.iter().map(named).collect::<Vec<_>>()
            })
            .unwrap_or_default()
    });
    let done = move |person: Option<Id>| {
        adding.set(false);
        if let Some(person) = person {
            cell.write(Value::Link(Some(person)), false);
        }
        // The form had the focus and is gone.
        focus(&cell.id());
    };
    let begin = move |()| {
        adding.set(true);
        focus(&format!("{}-name", cell.id()));
    };
    view! {
        <LinkSelect cell=cell kind=IdKind::Person options=people none=key!("sheet.nobody")
            last=("+", key!("sheet.add_person")) on_last=Callback::new(begin) />
        {move || adding.get().then(|| view! { <NewPerson id=format!("{}-name", cell.id()) on_done=done /> })}
    }
}

/// A stage of the implementation, other than the row itself.
#[component]
fn StageCell(
    /// The cell.
    cell: CellOf,
) -> impl IntoView {
    let table = cell.row.table;
    let own = cell.row.id;
    let stages = Memo::new(move |_| {
        table
            .session
            .with_project(table.project, |project| {
                let others = project.stages.iter().filter(|stage| stage.id != own);
                others.map(|stage| (stage.id, stage.name.clone())).collect::<Vec<_>>()
            })
            .unwrap_or_default()
    });
    view! { <LinkSelect cell=cell kind=IdKind::Stage options=stages none=key!("sheet.no_stage") /> }
}
