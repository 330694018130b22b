//! What the table was read as, and which of its columns are meant.

use super::super::Watched;
use super::{Importing, Read, Seen};
use crate::base::Period;
use crate::i18n::Arg;
use crate::key;
use crate::tabular::{
    Columns, PeriodReading, Separator, Table, ValueColumns, ValueShape, parse_period,
};
use crate::web::session::Session;
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// The separators one can choose.
const SEPARATORS: [Separator; 5] =
    [Separator::Tab, Separator::Semicolon, Separator::Comma, Separator::Bar, Separator::None];

/// The columns chosen, or the ones that seem meant.
#[derive(Clone, Copy)]
struct Chosen {
    importing: Importing,
    table: Read,
    columns: Memo<Option<Columns>>,
}

impl Chosen {
    fn new(importing: Importing, table: Read, seen: Seen) -> Self {
        let columns = Memo::new(move |_| {
            importing.intake.with(|intake| intake.columns).or_else(|| {
                seen.with(|seen| seen.as_ref()?.as_ref().ok().map(|looked| looked.columns))
            })
        });
        Self { importing, table, columns }
    }

    /// The columns; the first one where nothing fits.
    fn get(self) -> Columns {
        let first = Columns { period: Some(0), values: ValueColumns::Value(0) };
        self.columns.get().unwrap_or(first)
    }

    fn change(self, change: impl FnOnce(&mut Columns)) {
        let mut columns = untrack(|| self.get());
        change(&mut columns);
        self.importing.intake.update(|intake| intake.columns = Some(columns));
    }

    fn width(self) -> usize {
        self.table.with(|table| table_of(table.as_ref()).map_or(0, Table::width))
    }

    /// Reads a share from its counts, or from a percentage.
    fn switch(self, to_counts: bool) {
        let last = untrack(|| self.width()).saturating_sub(1);
        self.change(|columns| {
            let first = columns.values.columns().first().copied().unwrap_or_default();
            columns.values = if to_counts {
                ValueColumns::Counted { part: first, whole: (first + 1).min(last) }
            } else {
                ValueColumns::Percent(first)
            };
        });
    }
}

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
    let chosen = Chosen::new(importing, table, seen);
    let found =
        move || table.with(|table| table_of(table.as_ref()).map(|table| described(table, texts)));
    let shape = Memo::new(move |_| chosen.get().values.shape());
    let nth = |place: usize| move |columns: &Columns| columns.values.columns().get(place).copied();
    let values = move || {
        if shape.get() == ValueShape::Counted {
            view! {
                <ColumnPick chosen=chosen id="import-part" label=key!("import.part_column") read=nth(0) write=set_part />
                <ColumnPick chosen=chosen id="import-whole" label=key!("import.whole_column") read=nth(1) write=set_whole />
            }.into_any()
        } else {
            view! { <ColumnPick chosen=chosen id="import-value" label=key!("import.value_column") read=nth(0) write=set_value /> }.into_any()
        }
    };
    view! {
        <p class="second">{found}</p>
        {move || (!importing.is_sheet()).then(|| view! { <SeparatorChoice importing=importing table=table /> })}
        {move || watched.is_share().then(|| view! { <ShapeChoice chosen=chosen shape=shape /> })}
        <div class="import-columns">
            <ColumnPick chosen=chosen id="import-period" label=key!("import.period_column")
                read=|columns: &Columns| columns.period write=|columns, column| columns.period = column
                none=key!("import.no_period_column") />
            {values}
        </div>
        {move || chosen.get().period.is_none().then(|| view! { <Start watched=watched importing=importing seen=seen /> })}
    }
}

/// Whether a share stands as counts or as a percentage.
#[component]
fn ShapeChoice(
    /// The columns.
    chosen: Chosen,
    /// How the values are read now.
    shape: Memo<ValueShape>,
) -> impl IntoView {
    let counted = move || shape.get() == ValueShape::Counted;
    view! {
        <fieldset class="field">
            <legend>{t(key!("import.share_as"))}</legend>
            <div class="cluster">
                <label class="choice">
                    <input type="radio" name="import-shape" prop:checked=counted on:change=move |_| chosen.switch(true) />
                    <span>{t(key!("import.as_counts"))}</span>
                </label>
                <label class="choice">
                    <input type="radio" name="import-shape" prop:checked=move || !counted() on:change=move |_| chosen.switch(false) />
                    <span>{t(key!("import.as_percent"))}</span>
                </label>
            </div>
        </fieldset>
    }
}

/// One column of the table, by its name.
#[component]
fn ColumnPick(
    /// The columns.
    chosen: Chosen,
    /// Id of the list.
    id: &'static str,
    /// Key of its label.
    label: &'static str,
    /// Which column it is now.
    read: impl Fn(&Columns) -> Option<usize> + Copy + Send + Sync + 'static,
    /// Makes it another.
    write: fn(&mut Columns, Option<usize>),
    /// Key of the words for no column, where that is a choice.
    #[prop(optional)]
    none: Option<&'static str>,
) -> impl IntoView {
    let texts = Texts::here();
    let value = move || read(&chosen.get()).map(|column| column.to_string()).unwrap_or_default();
    let name = move |column: usize| {
        chosen.table.with(|table| column_name(table_of(table.as_ref()), column, texts))
    };
    let options = move || {
        let none = none.map(|key| {
            view! { <option value="" selected=value().is_empty()>{texts.text(key)}</option> }
        });
        let all = (0..chosen.width()).map(|column| {
            let own = column.to_string();
            view! { <option value=own.clone() selected=value() == own>{name(column)}</option> }
        });
        view! { {none} {all.collect_view()} }
    };
    let pick = move |text: String| chosen.change(|columns| write(columns, text.parse().ok()));
    view! {
        <div class="field">
            <label for=id>{t(label)}</label>
            <select id=id prop:value=value on:change=move |event| pick(event_target_value(&event))>{options}</select>
        </div>
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
