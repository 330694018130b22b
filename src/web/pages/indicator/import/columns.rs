//! What the table was read as, and which of its columns are meant.

use super::super::Watched;
use super::{Importing, Read, Seen};
use crate::base::Period;
use crate::i18n::Arg;
use crate::key;
use crate::tabular::{Columns, PeriodReading, Separator, Table, ValueColumns, parse_period};
use crate::web::session::Session;
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// The separators one can choose.
const SEPARATORS: [Separator; 5] =
    [Separator::Tab, Separator::Semicolon, Separator::Comma, Separator::Bar, Separator::None];

/// Separator, header and the columns of period and values.
#[component]
pub fn ColumnChoices(
    /// The indicator.
    watched: Watched,
    /// The import.
    importing: Importing,
    /// The table.
    table: Read,
    /// What would happen.
    seen: Seen,
) -> impl IntoView {
    let texts = Texts::here();
    let columns = Memo::new(move |_| {
        importing
            .intake
            .with(|intake| intake.columns)
            .or_else(|| seen.with(|seen| seen.as_ref()?.as_ref().ok().map(|looked| looked.columns)))
    });
    let current = move || {
        columns.get().unwrap_or(Columns { period: Some(0), values: ValueColumns::Value(0) })
    };
    let choose = move |columns: Columns| {
        importing.intake.update(|intake| intake.columns = Some(columns));
    };
    let found = move || table.with(|table| Some(described(table.as_ref()?.as_ref().ok()?, texts)));
    let width = move || table.with(|table| table_of(table.as_ref()).map_or(0, Table::width));
    let name = move |column: usize| {
        table.with(|table| column_name(table_of(table.as_ref()), column, texts))
    };
    let pick = move |id: &'static str,
                     label: &'static str,
                     read: fn(&Columns) -> Option<usize>,
                     write: fn(&mut Columns, Option<usize>),
                     none: Option<&'static str>| {
        let chosen = move || read(&current()).map(|column| column.to_string()).unwrap_or_default();
        let options = move || {
            let none = none.map(|key| view! { <option value="" selected=chosen().is_empty()>{texts.text(key)}</option> });
            let all = (0..width()).map(|column| {
                let value = column.to_string();
                view! { <option value=value.clone() selected=chosen() == value>{name(column)}</option> }
            });
            view! { {none} {all.collect_view()} }
        };
        view! {
            <div class="field">
                <label for=id>{t(label)}</label>
                <select id=id prop:value=chosen on:change=move |event| {
                    let mut columns = current();
                    write(&mut columns, event_target_value(&event).parse().ok());
                    choose(columns);
                }>{options}</select>
            </div>
        }
    };
    let period = pick(
        "import-period",
        key!("import.period_column"),
        |columns| columns.period,
        |columns, column| columns.period = column,
        Some(key!("import.no_period_column")),
    );
    let shape = Memo::new(move |_| current().values.shape());
    let values = move || {
        match shape.get() {
        crate::tabular::ValueShape::Counted => view! {
            {pick("import-part", key!("import.part_column"), |columns| columns.values.columns().first().copied(), set_part, None)}
            {pick("import-whole", key!("import.whole_column"), |columns| columns.values.columns().get(1).copied(), set_whole, None)}
        }.into_any(),
        crate::tabular::ValueShape::Number | crate::tabular::ValueShape::Percent => {
            pick("import-value", key!("import.value_column"), |columns| columns.values.columns().first().copied(), set_value, None).into_any()
        }
    }
    };
    let counted = move || matches!(current().values, ValueColumns::Counted { .. });
    let switch = move |to_counts: bool| {
        let mut columns = current();
        let first = columns.values.columns().first().copied().unwrap_or_default();
        columns.values = if to_counts {
            let whole = (first + 1).min(width().saturating_sub(1));
            ValueColumns::Counted { part: first, whole }
        } else {
            ValueColumns::Percent(first)
        };
        choose(columns);
    };
    view! {
        <p class="second">{found}</p>
        <SeparatorChoice importing=importing table=table />
        {move || watched.is_share().then(|| view! {
            <fieldset class="field">
                <legend>{t(key!("import.share_as"))}</legend>
                <div class="cluster">
                    <label class="choice"><input type="radio" name="import-shape" prop:checked=counted on:change=move |_| switch(true) /><span>{t(key!("import.as_counts"))}</span></label>
                    <label class="choice"><input type="radio" name="import-shape" prop:checked=move || !counted() on:change=move |_| switch(false) /><span>{t(key!("import.as_percent"))}</span></label>
                </div>
            </fieldset>
        })}
        <div class="import-columns">{period}{values}</div>
        {move || current().period.is_none().then(|| view! { <Start watched=watched importing=importing seen=seen /> })}
    }
}

fn set_part(columns: &mut Columns, column: Option<usize>) {
    if let (ValueColumns::Counted { part, .. }, Some(column)) = (&mut columns.values, column) {
        *part = column;
    }
}

fn set_whole(columns: &mut Columns, column: Option<usize>) {
    if let (ValueColumns::Counted { whole, .. }, Some(column)) = (&mut columns.values, column) {
        *whole = column;
    }
}

fn set_value(columns: &mut Columns, column: Option<usize>) {
    if let (ValueColumns::Value(value) | ValueColumns::Percent(value), Some(column)) =
        (&mut columns.values, column)
    {
        *value = column;
    }
}

fn table_of<E>(table: Option<&Result<std::sync::Arc<Table>, E>>) -> Option<&Table> {
    table?.as_ref().ok().map(std::sync::Arc::as_ref)
}

/// The name of a column, or its number and what stands first in it.
fn column_name(table: Option<&Table>, column: usize, texts: Texts) -> String {
    let name = table.map(|table| table.name(column)).unwrap_or_default();
    if !name.is_empty() {
        return name.to_owned();
    }
    let first = table.and_then(|table| table.rows().first().map(|row| row.cell(column)));
    let number = (column + 1).to_string();
    let args = [("number", Arg::Text(&number)), ("example", Arg::Text(first.unwrap_or_default()))];
    texts.format(key!("import.column"), &args)
}

/// Rows, columns and whether there was a header, in one sentence.
fn described(table: &Table, texts: Texts) -> String {
    let count = |count: usize| Arg::Count(u64::try_from(count).unwrap_or(u64::MAX));
    let rows = texts.format(key!("import.rows_found"), &[("count", count(table.rows().len()))]);
    let header = match (table.turned(), table.header()) {
        (true, _) => texts.text(key!("import.turned")),
        (false, Some(header)) => {
            let line = header.line().to_string();
            texts.format(key!("import.header_found"), &[("line", Arg::Text(&line))])
        }
        (false, None) => texts.text(key!("import.no_header")),
    };
    let args = [("first", Arg::Text(&rows)), ("second", Arg::Text(&header))];
    texts.format(key!("chart.two_sentences"), &args)
}

/// What separates the cells; found, and open to change.
#[component]
fn SeparatorChoice(
    /// The import.
    importing: Importing,
    /// The table.
    table: Read,
) -> impl IntoView {
    let texts = Texts::here();
    let found = move || table.with(|table| table_of(table.as_ref()).map(Table::separator));
    let place =
        move || found().and_then(|found| SEPARATORS.iter().position(|known| *known == found));
    let value = move || place().map(|place| place.to_string()).unwrap_or_default();
    let options = move || {
        SEPARATORS.iter().enumerate().map(|(at, separator)| {
            view! { <option value=at.to_string() selected=place() == Some(at)>{texts.say(separator)}</option> }
        }).collect_view()
    };
    let choose = move |text: String| {
        let chosen = text.parse::<usize>().ok().and_then(|at| SEPARATORS.get(at).copied());
        importing.intake.update(|intake| intake.columns = None);
        importing.separator.set(chosen);
    };
    view! {
        <div class="field">
            <label for="import-separator">{t(key!("import.separator_label"))}</label>
            <select id="import-separator" prop:value=value on:change=move |event| choose(event_target_value(&event))>{options}</select>
        </div>
    }
}

/// The period of the first row, where the table names none.
#[component]
fn Start(
    /// The indicator.
    watched: Watched,
    /// The import.
    importing: Importing,
    /// What would happen.
    seen: Seen,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let error = RwSignal::new(None::<String>);
    let start = move || {
        seen.with(|seen| Some(seen.as_ref()?.as_ref().ok()?.start.to_string())).unwrap_or_default()
    };
    let take = move |text: String| match read_start(session, texts, watched, &text) {
        Ok(period) => {
            error.set(None);
            importing.intake.update(|intake| intake.start = Some(period));
        }
        Err(why) => error.set(Some(why)),
    };
    view! {
        <div class="field">
            <label for="import-start">{t(key!("import.start"))}</label>
            <p class="error" id="import-start-error" role="alert" hidden=move || error.with(Option::is_none)>{move || error.get()}</p>
            <input id="import-start" type="text" autocomplete="off" aria-describedby="import-start-error"
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                prop:value=start on:change=move |event| take(event_target_value(&event)) />
        </div>
    }
}

fn read_start(
    session: Session,
    texts: Texts,
    watched: Watched,
    text: &str,
) -> Result<Period, String> {
    let read = session.peek_project(watched.project, |found| {
        let cadence = found.indicators.get(watched.indicator)?.cadence;
        Some(parse_period(text, cadence, found.head.fiscal, None))
    });
    match read.flatten() {
        Some(Ok(PeriodReading::Certain(period))) => Ok(period),
        Some(Err(refusal)) => Err(texts.say(&refusal)),
        Some(Ok(PeriodReading::Ambiguous { .. })) | None => {
            Err(texts.text(key!("indicator.period_unclear")))
        }
    }
}
