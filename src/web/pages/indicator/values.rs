//! The table of values, newest first; every value is changed where it stands.

use super::Watched;
use super::cells::{Cell, Draft, NumberCell, RowErrorText, Typed, typed_of};
use super::import::{FileButton, Importing};
use super::new_row::NewRow;
use super::typing::{commit, keep_typed};
use crate::base::{FiscalStart, Period};
use crate::chart::indicator::measured;
use crate::i18n::Arg;
use crate::key;
use crate::kpi::Measurement;
use crate::web::components::focus::focus;
use crate::web::session::Session;
use crate::web::texts::{Texts, t};
use crate::workspace::{Command, Record};
use leptos::prelude::*;

/// Rows shown until more are asked for.
const SHOWN: usize = 120;

/// The values with everything that changes them.
#[component]
pub fn Values(
    /// The indicator.
    watched: Watched,
    /// The import a pasted block opens.
    importing: Importing,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let all = RwSignal::new(false);
    let periods = Memo::new(move |_| {
        let found = session.with_project(watched.project, |found| {
            found.series(watched.indicator).keys().rev().copied().collect::<Vec<_>>()
        });
        found.unwrap_or_default()
    });
    let share = Memo::new(move |_| watched.is_share());
    let shown = move || {
        let mut shown = periods.get();
        if !all.get() {
            shown.truncate(SHOWN);
        }
        shown
    };
    let hidden =
        move || periods.with(Vec::len).saturating_sub(if all.get() { usize::MAX } else { SHOWN });
    let more = move || {
        let count = u64::try_from(hidden()).unwrap_or_default();
        texts.format(key!("indicator.show_more"), &[("count", Arg::Count(count))])
    };
    view! {
        <section class="section" on:paste=move |event| importing.take_block(&event)
            on:dragover=|event| event.prevent_default()
            on:drop=move |event| importing.take_drop(texts, &event, session, watched)>
            <h2 id="values">{t(key!("indicator.values"))}</h2>
            <p class="hint no-print">{t(key!("indicator.paste_hint"))}</p>
            <div class="cluster no-print">
                <button class="button" type="button" on:click=move |_| importing.paste()>{t(key!("indicator.paste"))}</button>
                <FileButton watched=watched importing=importing />
            </div>
            {move || view! {
                <table class="values" class:values-share=share.get() aria-labelledby="values" role="table">
                    <Head watched=watched share=share.get() />
                    <tbody role="rowgroup">
                        <For each=shown key=|period| *period let:period>
                            <ValueRow watched=watched period=period share=share.get_untracked() />
                        </For>
                        <tr role="row" hidden=move || hidden() == 0><td role="cell" colspan="6">
                            <button class="button button-quiet" type="button" on:click=move |_| all.set(true)>{more}</button>
                        </td></tr>
                    </tbody>
                    <tfoot role="rowgroup" class="no-print"><NewRow watched=watched share=share.get() /></tfoot>
                </table>
            }}
        </section>
    }
}

#[component]
fn Head(
    /// The indicator.
    watched: Watched,
    /// Whether it is a share.
    share: bool,
) -> impl IntoView {
    let texts = Texts::here();
    let value = move || {
        let unit = watched.with(|found| found.shown_unit().to_owned()).unwrap_or_default();
        let name = texts.text(key!("chart.column_value"));
        if unit.is_empty() {
            return name;
        }
        let args = [("first", Arg::Text(&name)), ("second", Arg::Text(&unit))];
        texts.format(key!("chart.listed"), &args)
    };
    let counts = share.then(|| {
        view! {
            <th scope="col" role="columnheader" class="number">{t(key!("chart.column_part"))}</th>
            <th scope="col" role="columnheader" class="number">{t(key!("chart.column_whole"))}</th>
        }
    });
    let last = if share {
        view! { <th scope="col" role="columnheader" class="number">{t(key!("chart.column_percent"))}</th> }.into_any()
    } else {
        view! { <th scope="col" role="columnheader" class="number">{value}</th> }.into_any()
    };
    view! {
        <thead role="rowgroup"><tr role="row">
            <th scope="col" role="columnheader">{t(key!("chart.column_period"))}</th>
            {counts}
            {last}
            <th scope="col" role="columnheader">{t(key!("chart.column_note"))}</th>
            <th scope="col" role="columnheader" class="no-print"><span class="visually-hidden">{t(key!("indicator.column_action"))}</span></th>
        </tr></thead>
    }
}

/// One stored value.
#[component]
fn ValueRow(
    /// The indicator.
    watched: Watched,
    /// Its period.
    period: Period,
    /// Whether it is a share.
    share: bool,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let Watched { project, indicator, .. } = watched;
    let stored = Memo::new(move |_| {
        session.with_project(project, |found| found.measurement(indicator, period).cloned())?
    });
    let label = Memo::new(move |_| period_words(session, texts, watched, period));
    let draft = Draft::new();
    let as_typed = Memo::new(move |_| {
        let language = texts.language();
        stored.with(|stored| typed_of(stored.as_ref().map(|found| &found.actual), language))
    });
    let commit = Callback::new(move |()| commit(session, texts, watched, period, draft));
    let keep = Callback::new(move |()| keep_typed(session, texts, watched, period, draft));
    let row = format!("value-{period}");
    let number = move |row: &str, cell: Cell| {
        view! {
            <NumberCell row=row.to_owned() cell=cell share=share of=label draft=draft stored=as_typed on_change=commit on_input=keep />
        }
    };
    let counts = share.then(|| {
        view! {
            <td class="number cell-part" role="cell">{number(&row, Cell::Part)}</td>
            <td class="number cell-whole" role="cell">{number(&row, Cell::Whole)}</td>
        }
    });
    let counted = Memo::new(move |_| {
        draft
            .typed
            .with(|typed| typed.as_ref().map(Typed::counts))
            .unwrap_or_else(|| as_typed.with(Typed::counts))
    });
    let in_words = move || {
        let actual = stored.with(|stored| stored.as_ref().map(|found| found.actual))?;
        texts.with(|catalogue| watched.with(|found| measured(catalogue, found, &actual)).flatten())
    };
    let value_row = row.clone();
    let value = move || {
        if share && counted.get() {
            view! { <span>{move || in_words().unwrap_or_else(|| "—".to_owned())}</span> }.into_any()
        } else {
            number(&value_row, Cell::Value).into_any()
        }
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{move || label.get()}</th>
            {counts}
            <td class="number cell-value" role="cell">{value}</td>
            <td class="cell-note" role="cell">
                <Note watched=watched period=period stored=stored label=label />
                <RowErrorText row=row draft=draft />
            </td>
            <td class="cell-action no-print" role="cell"><Remove watched=watched period=period stored=stored label=label /></td>
        </tr>
    }
}

/// A period in words.
pub fn period_words(session: Session, texts: Texts, watched: Watched, period: Period) -> String {
    let fiscal = session.with_project(watched.project, |found| found.head.fiscal);
    let fiscal = fiscal.unwrap_or(FiscalStart::JANUARY);
    texts.format(key!("chart.period"), &[("period", Arg::Period(period, fiscal))])
}

/// Anything worth knowing about a value.
#[component]
fn Note(
    /// The indicator.
    watched: Watched,
    /// The period.
    period: Period,
    /// The measurement.
    stored: Memo<Option<Measurement>>,
    /// The period in words.
    label: Memo<String>,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let text = move || stored.with(|stored| stored.as_ref().map(|found| found.note.clone()));
    let name = move || {
        let (name, of) = (texts.text(key!("chart.column_note")), label.get());
        let args = [("first", Arg::Text(&name)), ("second", Arg::Text(&of))];
        texts.format(key!("chart.listed"), &args)
    };
    let write = move |note: String| {
        if let Some(found) = stored.get_untracked()
            && found.note != note
        {
            session.save(watched.project, Record::Measurement(Measurement { note, ..found }));
        }
    };
    view! {
        <input id=format!("value-{period}-note") type="text" dir="auto" maxlength="10000" autocomplete="off" class="note"
            aria-label=name
            placeholder=move || texts.text(key!("chart.column_note"))
            prop:value=move || text().unwrap_or_default()
            on:change=move |event| write(event_target_value(&event)) />
    }
}

/// Removes a value; undo brings it back.
#[component]
fn Remove(
    /// The indicator.
    watched: Watched,
    /// The period.
    period: Period,
    /// The measurement.
    stored: Memo<Option<Measurement>>,
    /// The period in words.
    label: Memo<String>,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let name = move || {
        let of = label.get();
        texts.format(key!("indicator.remove_value"), &[("period", Arg::Text(&of))])
    };
    let remove = move |_| {
        let Some(found) = stored.get_untracked() else { return };
        let next = neighbour(session, watched, period);
        let said = texts
            .format(key!("indicator.removed"), &[("period", Arg::Text(&label.get_untracked()))]);
        if session.dispatch(Command::Remove { project: watched.project, record: found.id }) {
            session.tell(said);
            let id = next.map_or_else(|| "new-period".to_owned(), |next| format!("remove-{next}"));
            focus(&id);
        }
    };
    view! {
        <button id=format!("remove-{period}") class="button button-quiet" type="button" aria-label=name on:click=remove>"×"</button>
    }
}

/// The period of the row below, or above the last one.
fn neighbour(session: Session, watched: Watched, period: Period) -> Option<Period> {
    let found = session.peek_project(watched.project, |found| {
        let series = found.series(watched.indicator);
        let below = series.range(..period).next_back();
        below.or_else(|| series.range(period..).nth(1)).map(|(period, _)| *period)
    });
    found.flatten()
}
