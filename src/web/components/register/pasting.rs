//! A pasted block: taken at once where every cell fits, shown first where
//! something does not. Either way it is one step of undo.

use super::preview::Preview;
use super::state::Table;
use crate::i18n::Arg;
use crate::key;
use crate::sheet::{Conventions, PasteQuestion, Pasted, Start, paste};
use crate::tabular::{DayMonthOrder, DecimalMark, TableError};
use crate::web::components::dialog::Dialog;
use crate::web::texts::{Texts, t};
use crate::workspace::Command;
use leptos::prelude::*;

/// The state of the dialog.
#[derive(Clone, Copy)]
pub struct Pasting {
    open: RwSignal<bool>,
    text: RwSignal<String>,
    start: RwSignal<Option<Start>>,
    conventions: RwSignal<Conventions>,
    add_people: RwSignal<bool>,
    failed: RwSignal<Option<String>>,
}

/// What the text in the dialog would do; `None` without a text.
type Seen = Memo<Option<Result<Pasted, TableError>>>;

impl Pasting {
    /// A closed dialog.
    pub fn new() -> Self {
        Self {
            open: RwSignal::new(false),
            text: RwSignal::new(String::new()),
            start: RwSignal::new(None),
            conventions: RwSignal::new(Conventions::default()),
            add_people: RwSignal::new(true),
            failed: RwSignal::new(None),
        }
    }

    /// Opens to be pasted into; the block goes below the last row.
    pub fn ask(self) {
        self.show(String::new(), None);
    }

    fn show(self, text: String, start: Option<Start>) {
        self.text.set(text);
        self.start.set(start);
        self.conventions.set(Conventions::default());
        self.add_people.set(true);
        self.failed.set(None);
        self.open.set(true);
    }

    /// Takes a block that was pasted into a cell, or shows what does not fit.
    pub fn take(self, table: Table, text: String, start: Start) {
        let seen = untrack(|| look(table, &text, start, Conventions::default()));
        match seen {
            Some(Ok(pasted)) if pasted.fits() => {
                if let Err(why) = carry_out(table, &pasted, false) {
                    table.session.fail(why);
                }
            }
            Some(_) => self.show(text, Some(start)),
            None => {}
        }
    }
}

/// What a text would do to the table; `None` without a text.
fn look(
    table: Table,
    text: &str,
    start: Start,
    conventions: Conventions,
) -> Option<Result<Pasted, TableError>> {
    if text.trim().is_empty() {
        return None;
    }
    let shown = table.columns();
    table.texts.with(|catalogue| {
        table.session.with_project(table.project, |project| {
            paste(catalogue, project, table.sheet, &shown, start, text, conventions)
        })
    })
}

/// One command for all cells, or why it was refused.
fn carry_out(table: Table, pasted: &Pasted, add_people: bool) -> Result<(), String> {
    let (session, texts) = (table.session, table.texts);
    let today = session.today_signal().get_untracked();
    let records = pasted.records(table.sheet, add_people, today, |kind| session.new_id(kind));
    if records.is_empty() {
        session.tell(texts.text(key!("sheet.pasted_nothing")));
        return Ok(());
    }
    let command = Command::SaveAll { project: table.project, records };
    session.try_dispatch(command, None).map_err(|error| texts.say(&error))?;
    let count = u64::try_from(pasted.changed(add_people)).unwrap_or(u64::MAX);
    session.tell(texts.format(key!("sheet.pasted"), &[("count", Arg::Count(count))]));
    Ok(())
}

/// The block, what it would do, what it asks, and the button that does it.
#[component]
pub fn PasteDialog(
    /// The table.
    table: Table,
) -> impl IntoView {
    let texts = table.texts;
    let heading = Signal::derive(move || texts.text(key!("sheet.paste_heading")));
    view! {
        <Dialog open=table.pasting().open heading=heading><Body table=table /></Dialog>
    }
}

#[component]
fn Body(
    /// The table.
    table: Table,
) -> impl IntoView {
    let texts = Texts::here();
    let pasting = table.pasting();
    let seen: Seen = Memo::new(move |_| {
        let start = pasting.start.get().unwrap_or_else(|| table.below());
        pasting.text.with(|text| look(table, text, start, pasting.conventions.get()))
    });
    let problem = move || {
        let wrong = seen.with(|seen| match seen {
            Some(Err(error)) => Some(texts.say(error)),
            Some(Ok(_)) | None => None,
        });
        pasting.failed.get().or(wrong)
    };
    let pasted = Memo::new(move |_| match seen.get() {
        Some(Ok(pasted)) => Some(pasted),
        Some(Err(_)) | None => None,
    });
    let id = format!("{}-block", table.sheet.name);
    let for_id = id.clone();
    view! {
        <div class="field">
            <label for=for_id>{t(key!("sheet.paste_here"))}</label>
            <textarea id=id rows="4" dir="auto" class="paste-block" autocomplete="off" spellcheck="false"
                prop:value=move || pasting.text.get()
                on:input=move |event| pasting.text.set(event_target_value(&event))></textarea>
        </div>
        <p class="error" role="alert" hidden=move || problem().is_none()>{problem}</p>
        <Asked table=table pasted=pasted />
        {move || pasted.with(Option::is_some).then(|| view! { <Preview table=table pasted=pasted add_people=pasting.add_people /> })}
        <Confirm table=table pasted=pasted />
    }
}

/// What only the person who has the block knows.
#[component]
fn Asked(
    /// The table.
    table: Table,
    /// What would happen.
    pasted: Memo<Option<Pasted>>,
) -> impl IntoView {
    let texts = Texts::here();
    let pasting = table.pasting();
    // Once asked, a question stays to be answered otherwise.
    let asked = Memo::new(move |before: Option<&Vec<PasteQuestion>>| {
        let now = pasted.with(|pasted| pasted.as_ref().map(|pasted| pasted.questions.clone()));
        let mut asked = before.cloned().unwrap_or_default();
        for question in now.unwrap_or_default() {
            let same = |one: &PasteQuestion| {
                std::mem::discriminant(one) == std::mem::discriminant(&question)
            };
            if !asked.iter().any(same) {
                asked.push(question);
            }
        }
        asked
    });
    let decimal = move |mark: DecimalMark, value: f64, key: &'static str| {
        let text = texts.format(key, &[("value", Arg::Number(value))]);
        let chosen = move || pasting.conventions.with(|all| all.decimal == Some(mark));
        let choose = move || pasting.conventions.update(|all| all.decimal = Some(mark));
        answer("paste-decimal", text, chosen, choose)
    };
    let order = move |order: DayMonthOrder, key: &'static str| {
        let chosen = move || pasting.conventions.with(|all| all.order == Some(order));
        let choose = move || pasting.conventions.update(|all| all.order = Some(order));
        answer("paste-order", texts.text(key), chosen, choose)
    };
    let group = move |question: PasteQuestion| {
        let (legend, answers) = match question {
            PasteQuestion::Decimal { as_comma, as_point } => (
                key!("sheet.ask_decimal"),
                vec![
                    decimal(DecimalMark::Point, as_point, key!("sheet.ask_decimal_point")),
                    decimal(DecimalMark::Comma, as_comma, key!("sheet.ask_decimal_comma")),
                ],
            ),
            PasteQuestion::DayMonth => (
                key!("sheet.ask_order"),
                vec![
                    order(DayMonthOrder::DayFirst, key!("sheet.ask_day_first")),
                    order(DayMonthOrder::MonthFirst, key!("sheet.ask_month_first")),
                ],
            ),
        };
        view! {
            <fieldset class="field import-question"><legend>{texts.text(legend)}</legend>{answers}</fieldset>
        }
    };
    move || asked.get().into_iter().map(group).collect_view()
}

fn answer(
    name: &'static str,
    text: String,
    chosen: impl Fn() -> bool + Send + Sync + 'static,
    choose: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    view! {
        <label class="choice">
            <input type="radio" name=name prop:checked=chosen on:change=move |_| choose() />
            <span>{text}</span>
        </label>
    }
    .into_any()
}

/// The button that does it, and the one that does not.
#[component]
fn Confirm(
    /// The table.
    table: Table,
    /// What would happen.
    pasted: Memo<Option<Pasted>>,
) -> impl IntoView {
    let texts = Texts::here();
    let pasting = table.pasting();
    let count = move || {
        let add_people = pasting.add_people.get();
        pasted.with(|pasted| pasted.as_ref().map_or(0, |pasted| pasted.changed(add_people)))
    };
    let waits =
        move || pasted.with(|one| one.as_ref().is_some_and(|one| !one.questions.is_empty()));
    let ready = move || count() > 0 && !waits();
    let label = move || {
        let count = u64::try_from(count()).unwrap_or(u64::MAX);
        texts.format(key!("sheet.paste_confirm"), &[("count", Arg::Count(count))])
    };
    let confirm = move |_| {
        let Some(found) = pasted.get_untracked().filter(|_| untrack(ready)) else { return };
        match carry_out(table, &found, pasting.add_people.get_untracked()) {
            Ok(()) => pasting.open.set(false),
            Err(why) => pasting.failed.set(Some(why)),
        }
    };
    view! {
        <p class="hint" id="paste-waits" hidden=move || !waits()>{t(key!("import.answer_first"))}</p>
        <div class="cluster import-actions">
            <button class="button button-primary" type="button" aria-describedby="paste-waits"
                aria-disabled=move || (!ready()).to_string() on:click=confirm>{label}</button>
            <button class="button" type="button" on:click=move |_| pasting.open.set(false)>{t(key!("sheet.paste_cancel"))}</button>
        </div>
    }
}
