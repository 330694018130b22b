//! The round: a value for every indicator whose last period has none yet.

use super::indicator::cells::{Cell, Draft, NumberCell, RowError, RowErrorText, Typed, read_row};
use crate::base::{Id, IdKind};
use crate::i18n::values::actual_in_words;
use crate::i18n::{Arg, dates};
use crate::key;
use crate::kpi::Measurement;
use crate::report::scorecard::{Due, due_round};
use crate::route::{Place, Route};
use crate::web::browser::clipboard::pasted_block;
use crate::web::components::focus::focus_now;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::Command;
use leptos::ev::ClipboardEvent;
use leptos::prelude::*;

/// One row: what is due, and what is typed.
#[derive(Clone)]
struct Line {
    due: Due,
    share: bool,
    draft: Draft,
}

/// All rows, in order.
type Lines = StoredValue<Vec<Line>>;

/// Every value that is due, with its fields, and one save for all.
#[component]
pub fn Round() -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let due = Memo::new(move |_| {
        let today = session.today();
        session.with_project(project, |project| due_round(project, today)).unwrap_or_default()
    });
    let shown = move || {
        due.with(|due| {
            if due.is_empty() {
                view! { <p role="status">{t(key!("round.done"))}</p> }.into_any()
            } else {
                view! { <Rows due=due.clone() /> }.into_any()
            }
        })
    };
    view! { <h1>{t(key!("round.heading"))}</h1> {shown} }
}

#[component]
fn Rows(
    /// What is due.
    due: Vec<Due>,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let count = u64::try_from(due.len()).unwrap_or(u64::MAX);
    let line = |due: Due| {
        let share = session.peek_project(project, |found| {
            found.indicators.get(due.indicator).is_some_and(|found| found.measure.is_share())
        });
        Line { share: share.unwrap_or_default(), draft: Draft::new(), due }
    };
    let lines: Vec<Line> = due.into_iter().map(line).collect();
    let all = StoredValue::new(lines.clone());
    let failed = RwSignal::new(None::<String>);
    let rows = lines.into_iter().enumerate();
    let rows =
        rows.map(|(place, line)| view! { <Row place=place line=line all=all /> }).collect_view();
    let lead = move || texts.format(key!("round.lead"), &[("count", Arg::Count(count))]);
    view! {
        <p>{lead}</p>
        <p class="hint" id="round-hint">{t(key!("round.hint"))}</p>
        <div class="round-frame">
            <table class="round" role="table" aria-label=t(key!("round.heading")) aria-describedby="round-hint">
                <thead role="rowgroup"><tr role="row">
                    <th scope="col" role="columnheader">{t(key!("round.column_indicator"))}</th>
                    <th scope="col" role="columnheader">{t(key!("round.column_owner"))}</th>
                    <th scope="col" role="columnheader">{t(key!("round.column_period"))}</th>
                    <th scope="col" role="columnheader">{t(key!("round.column_last"))}</th>
                    <th scope="col" role="columnheader">{t(key!("chart.column_value"))}</th>
                    <th scope="col" role="columnheader">{t(key!("chart.column_part"))}</th>
                    <th scope="col" role="columnheader">{t(key!("chart.column_whole"))}</th>
                </tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
        <p class="error" role="alert">{move || failed.get()}</p>
        <button class="button button-primary" type="button"
            on:click=move |_| save(session, texts, project, all, failed)>{t(key!("round.save"))}</button>
    }
}

/// Saves what is filled in as one step; nothing when a row cannot be read.
fn save(session: Session, texts: Texts, project: Id, all: Lines, failed: RwSignal<Option<String>>) {
    let mut measurements = Vec::new();
    let mut unread = Vec::new();
    for (place, line) in all.get_value().into_iter().enumerate() {
        match read(session, texts, project, &line) {
            Ok(found) => {
                line.draft.error.set(None);
                measurements.extend(found);
            }
            Err(error) => {
                line.draft.error.set(Some(error));
                unread.push(place);
            }
        }
    }
    let count = |count: usize| Arg::Count(u64::try_from(count).unwrap_or(u64::MAX));
    if let Some(first) = unread.first() {
        failed.set(Some(texts.format(key!("round.unread"), &[("count", count(unread.len()))])));
        focus_now(&format!("round-{first}-value"));
        return;
    }
    if measurements.is_empty() {
        failed.set(Some(texts.text(key!("round.nothing"))));
        return;
    }
    failed.set(None);
    let saved = texts.format(key!("round.saved"), &[("count", count(measurements.len()))]);
    if session.dispatch(Command::Measure { project, measurements, note: None }) {
        session.tell(saved);
    }
}

fn read(
    session: Session,
    texts: Texts,
    project: Id,
    line: &Line,
) -> Result<Option<Measurement>, RowError> {
    let typed = line.draft.typed.get_untracked().unwrap_or_default();
    if typed.is_empty() {
        return Ok(None);
    }
    let indicator = line.due.indicator;
    let record =
        session.peek_project(project, |found| found.indicators.get(indicator).cloned()).flatten();
    let Some(record) = record else { return Ok(None) };
    let Some(actual) = read_row(&typed, &record, texts)? else {
        return Err(RowError::of_value(texts.text(key!("indicator.count_missing"))));
    };
    let id = session.new_id(IdKind::Measurement);
    let (period, note) = (line.due.period, String::new());
    Ok(Some(Measurement { id, indicator, period, actual, note, import: None }))
}

#[component]
fn Row(
    /// Its place in the table.
    place: usize,
    /// What is due.
    line: Line,
    /// All rows, for a pasted column.
    all: Lines,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let Line { due, share, draft } = line;
    let told = due.clone();
    let facts = Memo::new(move |_| Facts::of(session, texts, project, &told));
    let fact = move |read: fn(&Facts) -> String| move || facts.with(read);
    let href = Route::Project(project, Place::Indicator(due.indicator)).href();
    let of = Signal::derive(fact(|facts| facts.name.clone()));
    let nothing = Signal::derive(Typed::default);
    let number = move |cell: Cell| {
        view! {
            <NumberCell row=format!("round-{place}") cell=cell share=share of=of draft=draft
                stored=nothing on_change=Callback::new(|()| ()) />
        }
    };
    let on_paste = move |cell: Cell| move |event: ClipboardEvent| paste(&event, place, cell, all);
    let counts = share.then(|| {
        view! {
            <td role="cell" class="number" data-label=move || texts.text(key!("chart.column_part")) on:paste=on_paste(Cell::Part)>{number(Cell::Part)}</td>
            <td role="cell" class="number" data-label=move || texts.text(key!("chart.column_whole")) on:paste=on_paste(Cell::Whole)>{number(Cell::Whole)}</td>
        }
    });
    let empty = (!share)
        .then(|| view! { <td role="cell" class="empty"></td><td role="cell" class="empty"></td> });
    let late = due.late.then(|| view! { <span class="cell-note">{t(key!("round.late"))}</span> });
    let earlier = (due.earlier > 0).then(|| {
        let count = u64::try_from(due.earlier).unwrap_or(u64::MAX);
        let words = move || texts.format(key!("round.earlier"), &[("count", Arg::Count(count))]);
        view! { <span class="cell-note">{words}</span> }
    });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader"><a href=href dir="auto">{fact(|facts| facts.name.clone())}</a></th>
            <td role="cell" data-label=move || texts.text(key!("round.column_owner"))><span dir="auto">{fact(|facts| facts.owner.clone())}</span></td>
            <td role="cell" data-label=move || texts.text(key!("round.column_period"))><span>{fact(|facts| facts.period.clone())}</span> {late} {earlier}</td>
            <td role="cell" data-label=move || texts.text(key!("round.column_last"))><span>{fact(|facts| facts.last.clone())}</span></td>
            <td role="cell" class="number" data-label=move || texts.text(key!("chart.column_value")) on:paste=on_paste(Cell::Value)>
                {number(Cell::Value)}
                <RowErrorText row=format!("round-{place}") draft=draft />
            </td>
            {counts}
            {empty}
        </tr>
    }
}

/// The words of a row.
#[derive(PartialEq)]
struct Facts {
    name: String,
    owner: String,
    period: String,
    last: String,
}

impl Facts {
    fn of(session: Session, texts: Texts, project: Id, due: &Due) -> Self {
        let found = session.peek_project(project, |found| {
            let record = found.indicators.get(due.indicator)?;
            let owner = record.owner.and_then(|owner| found.people.get(owner));
            let series = found.series(due.indicator);
            let last = series.range(..due.period).next_back().map(|(_, found)| found);
            let fiscal = found.head.fiscal;
            Some(texts.with(|catalogue| Self {
                name: match record.name.trim() {
                    "" => catalogue.text(key!("goals.no_name")).into_owned(),
                    name => name.to_owned(),
                },
                owner: owner.map_or_else(|| "–".to_owned(), |owner| owner.name.clone()),
                period: dates::period(catalogue, due.period, fiscal),
                last: last.map_or_else(
                    || "–".to_owned(),
                    |found| actual_in_words(catalogue, record, &found.actual),
                ),
            }))
        });
        found.flatten().unwrap_or_else(|| Self {
            name: String::new(),
            owner: String::new(),
            period: String::new(),
            last: String::new(),
        })
    }
}

/// A pasted column fills the fields from here on downwards; two cells beside
/// each other are part and whole. One cell alone goes in as text does.
fn paste(event: &ClipboardEvent, from: usize, cell: Cell, all: Lines) {
    let Some(block) = pasted_block(event) else { return };
    event.prevent_default();
    let lines = all.get_value();
    for (row, line) in block.lines().zip(lines.iter().skip(from)) {
        let mut cells = row.trim_end_matches('\r').split('\t').map(|text| text.trim().to_owned());
        let mut typed = line.draft.typed.get_untracked().unwrap_or_default();
        match (cells.next(), cells.next()) {
            (Some(part), Some(whole)) if line.share => (typed.part, typed.whole) = (part, whole),
            (Some(text), _) if text.is_empty() => {}
            (Some(text), _) => typed.set(if line.share { cell } else { Cell::Value }, text),
            (None, _) => {}
        }
        line.draft.error.set(None);
        line.draft.typed.set(Some(typed));
    }
}

/// A link to the round where values are due.
#[component]
pub fn RoundLink() -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let due = Memo::new(move |_| {
        let today = session.today();
        session.with_project(project, |project| due_round(project, today).len()).unwrap_or_default()
    });
    let href = Route::Project(project, Place::Round).href();
    move || {
        let count = u64::try_from(due.get()).unwrap_or(u64::MAX);
        (count > 0).then(|| {
            let words =
                move || texts.format(key!("round.overview"), &[("count", Arg::Count(count))]);
            view! { <a class="button" href=href.clone()>{words}</a> }
        })
    }
}
