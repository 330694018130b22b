//! The last row of the table: the next value. Enter adds it and moves on.

use super::Watched;
use super::begun::Begun;
use super::cells::{Cell, Draft, NumberCell, RowError, RowErrorText, Typed, read_row};
use crate::base::{IdKind, Period};
use crate::key;
use crate::kpi::Measurement;
use crate::storage::BegunRow;
use crate::tabular::{PeriodReading, next_missing, parse_period};
use crate::web::components::focus::focus_now;
use crate::web::session::Session;
use crate::web::texts::{Texts, t};
use crate::workspace::Record;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The state of the row.
#[derive(Clone, Copy)]
struct New {
    watched: Watched,
    session: Session,
    texts: Texts,
    /// What was typed as period; `None` offers the next missing one.
    period: RwSignal<Option<String>>,
    period_error: RwSignal<Option<String>>,
    note: RwSignal<String>,
    draft: Draft,
    /// Whether what stands here was typed on an earlier visit.
    again: RwSignal<bool>,
}

impl New {
    /// The row as it was left on an earlier visit, or an empty one.
    fn here(watched: Watched) -> Self {
        let new = Self {
            watched,
            session: Session::here(),
            texts: Texts::here(),
            period: RwSignal::new(None),
            period_error: RwSignal::new(None),
            note: RwSignal::new(String::new()),
            draft: Draft::new(),
            again: RwSignal::new(false),
        };
        let begun = Begun::here(watched);
        if let Some(row) = begun.kept() {
            let period = Some(row.period).filter(|text| *text != untrack(|| new.period_text()));
            new.period.set(period);
            new.note.set(row.note);
            let typed = Typed { value: row.value, part: row.part, whole: row.whole };
            new.draft.typed.set(Some(typed));
            new.again.set(true);
        }
        begun.follow(move || new.begun());
        new
    }

    /// What stands in the row; tracks it.
    fn begun(self) -> BegunRow {
        let typed = self.draft.typed.get().unwrap_or_default();
        let Typed { value, part, whole } = typed;
        BegunRow { period: self.period_text(), value, part, whole, note: self.note.get() }
    }

    /// Whether there is anything left of an earlier visit; tracks it.
    fn is_again(self) -> bool {
        self.again.get() && !self.begun().is_empty()
    }

    /// The period offered.
    fn offered(self) -> Option<Period> {
        let today = self.session.today();
        self.session.with_project(self.watched.project, |found| {
            let series = found.series(self.watched.indicator);
            let fiscal = found.head.fiscal;
            self.watched.with(|record| next_missing(record, series, fiscal, today))
        })?
    }

    fn period_text(self) -> String {
        self.period
            .get()
            .unwrap_or_else(|| self.offered().map(|period| period.to_string()).unwrap_or_default())
    }

    /// The period meant, free of another value.
    fn read_period(self) -> Result<Period, String> {
        let text = untrack(|| self.period_text());
        let found = self.session.peek_project(self.watched.project, |found| {
            let fiscal = found.head.fiscal;
            let cadence = found.indicators.get(self.watched.indicator)?.cadence;
            let reading = parse_period(&text, cadence, fiscal, None);
            let taken = matches!(&reading, Ok(PeriodReading::Certain(period))
                if found.measurement(self.watched.indicator, *period).is_some());
            Some((reading, taken))
        });
        match found.flatten() {
            Some((Ok(PeriodReading::Certain(period)), false)) => Ok(period),
            Some((Ok(PeriodReading::Certain(_)), true)) => {
                Err(self.texts.text(key!("indicator.period_taken")))
            }
            Some((Ok(PeriodReading::Ambiguous { .. }), _)) => {
                Err(self.texts.text(key!("indicator.period_unclear")))
            }
            Some((Err(refusal), _)) => Err(self.texts.say(&refusal)),
            None => Err(self.texts.text(key!("indicator.gone"))),
        }
    }

    /// Adds the value if both period and value can be read, and moves on.
    fn add(self) {
        let period = self.read_period();
        self.period_error.set(period.as_ref().err().cloned());
        let typed = self.draft.typed.get_untracked().unwrap_or_default();
        let read = self.watched.record.with_untracked(|record| {
            record.as_ref().map(|record| read_row(&typed, record, self.texts))
        });
        let actual = match read {
            Some(Ok(Some(actual))) => actual,
            Some(Ok(None)) | None => {
                let key = if typed.counts() {
                    key!("indicator.count_missing")
                } else {
                    key!("indicator.value_missing_new")
                };
                self.draft.error.set(Some(RowError::of_value(self.texts.text(key))));
                return;
            }
            Some(Err(error)) => {
                self.draft.error.set(Some(error));
                return;
            }
        };
        self.draft.error.set(None);
        let Ok(period) = period else {
            focus_now("new-period");
            return;
        };
        let measurement = Measurement {
            id: self.session.new_id(IdKind::Measurement),
            indicator: self.watched.indicator,
            period,
            actual,
            note: self.note.get_untracked().trim().to_owned(),
            import: None,
        };
        if self.session.save(self.watched.project, Record::Measurement(measurement)) {
            self.draft.clear();
            self.period.set(None);
            self.note.set(String::new());
            self.again.set(false);
            let first = if untrack(|| self.watched.is_share()) { "new-part" } else { "new-value" };
            focus_now(first);
        }
    }
}

/// Period, value and note of a value to be added.
#[component]
pub fn NewRow(
    /// The indicator.
    watched: Watched,
    /// Whether it is a share.
    share: bool,
) -> impl IntoView {
    let new = New::here(watched);
    let texts = new.texts;
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            new.add();
        }
    };
    let of = Signal::derive(move || texts.text(key!("indicator.new_value")));
    let nothing = Signal::derive(Typed::default);
    let number = move |cell: Cell| {
        view! {
            <NumberCell row="new".to_owned() cell=cell share=share of=of draft=new.draft stored=nothing
                on_change=Callback::new(|()| ()) />
        }
    };
    let counts = share.then(|| {
        view! {
            <td class="number cell-part" role="cell">{number(Cell::Part)}</td>
            <td class="number cell-whole" role="cell">{number(Cell::Whole)}</td>
        }
    });
    view! {
        <tr role="row" class="new-row" on:keydown=on_key>
            <td role="cell" class="cell-period"><PeriodInput new=new /></td>
            {counts}
            <td class="number cell-value" role="cell">{number(Cell::Value)}</td>
            <td class="cell-note" role="cell">
                <input id="new-note" type="text" dir="auto" maxlength="10000" autocomplete="off" class="note"
                    aria-label=t(key!("chart.column_note"))
                    placeholder=t(key!("chart.column_note"))
                    prop:value=move || new.note.get()
                    on:input=move |event| new.note.set(event_target_value(&event)) />
                <RowErrorText row="new".to_owned() draft=new.draft />
                <p class="hint small" hidden=move || !new.is_again()>{t(key!("indicator.begun"))}</p>
            </td>
            <td class="cell-action" role="cell">
                <button class="button" type="button" on:click=move |_| new.add()
                    on:keydown=|event| event.stop_propagation()>{t(key!("indicator.add_value"))}</button>
            </td>
        </tr>
    }
}

#[component]
fn PeriodInput(
    /// The row.
    new: New,
) -> impl IntoView {
    let error = new.period_error;
    let wrong = move || error.with(Option::is_some);
    let write = move |text: String| {
        new.period.set(Some(text));
        error.set(None);
    };
    // An emptied field offers the next missing period again.
    let leave = move |text: String| {
        if text.trim().is_empty() {
            new.period.set(None);
        }
    };
    view! {
        <input id="new-period" type="text" autocomplete="off"
            aria-label=t(key!("indicator.new_period"))
            aria-invalid=move || wrong().then_some("true")
            aria-describedby=move || wrong().then_some("new-period-error")
            prop:value=move || new.period_text()
            on:input=move |event| write(event_target_value(&event))
            on:change=move |event| leave(event_target_value(&event)) />
        <p class="error small" id="new-period-error" role="alert" hidden=move || !wrong()>{move || error.get()}</p>
    }
}
