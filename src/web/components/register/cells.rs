//! The fields in the cells, one component a kind of value. Their labels name
//! column and row; the column's head, repeated in the cell, is only seen on a
//! narrow page.

use super::head::head_of;
use super::row::RowOf;
use super::state::{Table, cell_id};
use crate::base::{Cadence, FiscalStart, Id, IdKind, date_in_range};
use crate::i18n::{Arg, numbers};
use crate::key;
use crate::sheet::{Column, Kind, Value, shown};
use crate::tabular::read_typed_period;
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

    /// Whether the row needs its name first.
    fn waits(self) -> bool {
        let sheet = self.row.table.sheet;
        sheet.named && !sheet.needs(self.column) && !self.row.exists.get()
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
        Kind::Money => view! { <AmountCell cell=cell /> }.into_any(),
        Kind::Count => view! { <AmountCell cell=cell whole=true /> }.into_any(),
        Kind::Period => view! { <PeriodCell cell=cell /> }.into_any(),
        Kind::Date => view! { <DateCell cell=cell /> }.into_any(),
        Kind::Choice { options, optional } => {
            view! { <ChoiceCell cell=cell options=options optional=optional /> }.into_any()
        }
        Kind::Person => view! { <PersonCell cell=cell /> }.into_any(),
        Kind::Stage => view! { <StageCell cell=cell /> }.into_any(),
    };
    // On paper fields are no use: a cut word or an empty date would be printed.
    let printed = move || value.with(|value| words_of(row.table, column, value));
    view! {
        <span class="cell-head" aria-hidden="true">{move || head_of(row.table, column)}</span>
        {field}
        <span class="cell-print" aria-hidden="true">{printed}</span>
        <span id=cell.error_id() class="error small" role="alert" hidden=move || cell.error.with(Option::is_none)>
            {move || cell.error.get()}
        </span>
    }
}

/// A value in words; only a link depends on more than the value.
fn words_of(table: Table, column: &'static Column, value: &Value) -> String {
    let names = match column.kind {
        Kind::Person => table.around().people,
        Kind::Stage => table.around().stages,
        Kind::Text
        | Kind::Money
        | Kind::Count
        | Kind::Date
        | Kind::Period
        | Kind::Choice { .. } => {
            return table.texts.with(|catalogue| shown(catalogue, column, value));
        }
    };
    let Value::Link(Some(id)) = value else { return String::new() };
    names.with(|names| {
        let found = names.iter().find(|(own, _)| own == id);
        found.map(|(_, name)| name.clone()).unwrap_or_default()
    })
}

/// A text, as high as it needs.
#[component]
fn TextCell(
    /// The cell.
    cell: CellOf,
) -> impl IntoView {
    let texts = Texts::here();
    let text = Memo::new(move |_| match cell.value.get() {
        Value::Text(text) => text,
        _ => String::new(),
    });
    let needed = cell.row.table.sheet.needs(cell.column);
    // A name that is emptied is not stored, and is back when it is left.
    let write = move |text: String| {
        if needed && text.trim().is_empty() {
            cell.error.set(Some(texts.text(key!("sheet.refused_nameless"))));
        } else {
            cell.write(Value::Text(text), true);
        }
    };
    let leave = move |event: leptos::ev::FocusEvent| {
        if cell.error.try_with_untracked(Option::is_some) == Some(true)
            && !cell.row.forget_if_only_named()
        {
            let field: web_sys::HtmlTextAreaElement = event_target(&event);
            field.set_value(&text.get_untracked());
            cell.error.set(None);
        }
    };
    view! {
        <span class="cell-text" data-text=move || text.get()>
            <textarea id=cell.id() rows="1" dir="auto" maxlength="10000" autocomplete="off"
                disabled=move || cell.waits()
                aria-label=move || cell.label() aria-invalid=move || cell.invalid() aria-describedby=move || cell.described_by()
                prop:value=move || text.get()
                on:input=move |event| write(event_target_value(&event))
                on:blur=leave></textarea>
        </span>
    }
}

/// An amount of money, or a count: grouped to read, plain to edit. What cannot
/// be read stays with its error and is not stored.
#[component]
fn AmountCell(
    /// The cell.
    cell: CellOf,
    /// Whether only whole numbers are taken.
    #[prop(optional)]
    whole: bool,
) -> impl IntoView {
    let texts = Texts::here();
    let draft = RwSignal::new(None::<String>);
    let stored = move || match cell.value.get() {
        Value::Amount(amount) => amount,
        _ => None,
    };
    let text = move || {
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
            Some(number) if whole && number.fract() != 0.0 => {
                Err(texts.text(key!("sheet.refused_not_whole")))
            }
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
            disabled=move || cell.waits()
            aria-label=move || cell.label() aria-invalid=move || cell.invalid() aria-describedby=move || cell.described_by()
            prop:value=text
            on:focus=begin
            on:input=move |event| read(event_target_value(&event), false)
            on:change=move |event| read(event_target_value(&event), true)
            on:blur=leave />
    }
}

/// A period, as people write it. What cannot be read stays with its error and
/// is not stored.
#[component]
fn PeriodCell(
    /// The cell.
    cell: CellOf,
) -> impl IntoView {
    let texts = Texts::here();
    let table = cell.row.table;
    let draft = RwSignal::new(None::<String>);
    let stored = move || {
        cell.value.with(|value| texts.with(|catalogue| shown(catalogue, cell.column, value)))
    };
    let read = move |text: String| {
        let fiscal = table.session.peek_project(table.project, |project| project.head.fiscal);
        let fiscal = fiscal.unwrap_or(FiscalStart::JANUARY);
        let period = match text.trim() {
            "" => Ok(None),
            text => read_typed_period(text, Cadence::Year, fiscal).map(Some),
        };
        match period {
            Ok(period) => {
                draft.set(None);
                cell.write(Value::Period(period), false);
            }
            Err(why) => {
                draft.set(Some(text));
                cell.error.set(Some(texts.say(&why)));
            }
        }
    };
    view! {
        <input id=cell.id() type="text" autocomplete="off" maxlength="40" class="period"
            disabled=move || cell.waits()
            aria-label=move || cell.label() aria-invalid=move || cell.invalid() aria-describedby=move || cell.described_by()
            prop:value=move || draft.get().unwrap_or_else(stored)
            on:change=move |event| read(event_target_value(&event)) />
    }
}

/// A calendar date.
#[component]
fn DateCell(
    /// The cell.
    cell: CellOf,
) -> impl IntoView {
    let texts = Texts::here();
    let text = move || match cell.value.get() {
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
        <input id=cell.id() type="date" disabled=move || cell.waits() min="1970-01-01" max="2199-12-31" class:is-empty=move || cell.value.get().is_empty()
            aria-label=move || cell.label() aria-invalid=move || cell.invalid() aria-describedby=move || cell.described_by()
            prop:value=text
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
        <select id=cell.id() disabled=move || cell.waits() aria-label=move || cell.label() class:is-empty=move || place.get().is_none()
            on:change=move |event| cell.write(Value::Choice(event_target_value(&event).parse().ok()), false)>
            {none}
            {items}
        </select>
    }
}

/// Another record than the row's own by its name, or none.
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
        let others = options.get().into_iter().filter(|(id, _)| *id != cell.row.id);
        others.map(item).collect_view()
    };
    let choose = move |text: String| match last.zip(on_last) {
        Some(((value, _), on_last)) if text == value => on_last.run(()),
        _ => cell.write(Value::Link(Id::parse(kind, &text).ok()), false),
    };
    view! {
        <select id=cell.id() disabled=move || cell.waits() aria-label=move || cell.label() class:is-empty=move || chosen.get().is_none()
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
    let adding = RwSignal::new(false);
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
        <LinkSelect cell=cell kind=IdKind::Person options=cell.row.table.around().people none=key!("sheet.nobody")
            last=("+", key!("sheet.add_person")) on_last=Callback::new(begin) />
        {move || adding.get().then(|| view! { <NewPerson id=format!("{}-name", cell.id()) on_done=done /> })}
    }
}

/// A stage of the implementation.
#[component]
fn StageCell(
    /// The cell.
    cell: CellOf,
) -> impl IntoView {
    let stages = cell.row.table.around().stages;
    view! { <LinkSelect cell=cell kind=IdKind::Stage options=stages none=key!("sheet.no_stage") /> }
}
