//! Inputs that stand in the cells of the values table.

use crate::i18n::{Arg, Language};
use crate::key;
use crate::kpi::{Actual, Indicator};
use crate::web::components::fields::{editable, read_number};
use crate::web::texts::Texts;
use leptos::prelude::*;

/// Which input of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// The value, or the percentage of a share.
    Value,
    /// The part of a share.
    Part,
    /// The whole of a share.
    Whole,
}

impl Cell {
    /// Name of the column, and of the input within its row.
    fn label(self, share: bool) -> &'static str {
        match self {
            Self::Value if share => key!("chart.column_percent"),
            Self::Value => key!("chart.column_value"),
            Self::Part => key!("chart.column_part"),
            Self::Whole => key!("chart.column_whole"),
        }
    }

    /// The end of the input's id.
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Part => "part",
            Self::Whole => "whole",
        }
    }
}

/// What the inputs of one row share.
#[derive(Clone, Copy)]
pub struct Draft {
    /// What was typed and not yet taken; `None` shows what is stored.
    pub typed: RwSignal<Option<Typed>>,
    /// What is wrong with it.
    pub error: RwSignal<Option<RowError>>,
}

impl Draft {
    /// Nothing typed.
    pub fn new() -> Self {
        Self { typed: RwSignal::new(None), error: RwSignal::new(None) }
    }

    /// Forgets what was typed.
    pub fn clear(self) {
        self.typed.set(None);
        self.error.set(None);
    }
}

/// One number in a cell. What was typed stays until it can be read; the error
/// is the row's.
#[component]
pub fn NumberCell(
    /// Beginning of the ids of the row.
    row: String,
    /// Which number.
    cell: Cell,
    /// Whether the row is of a share.
    share: bool,
    /// The period the row is about, in words.
    #[prop(into)]
    of: Signal<String>,
    /// What is typed in the row.
    draft: Draft,
    /// The texts of what is stored.
    #[prop(into)]
    stored: Signal<Typed>,
    /// Called when the input is left with another text, or on Enter.
    on_change: Callback<()>,
    /// Called with every key.
    #[prop(optional)]
    on_input: Option<Callback<()>>,
) -> impl IntoView {
    let texts = Texts::here();
    let shown = move || draft.typed.get().unwrap_or_else(|| stored.get()).of(cell);
    let wrong =
        move || draft.error.with(|error| error.as_ref().is_some_and(|error| error.concerns(cell)));
    let label = move || {
        let (name, of) = (texts.text(cell.label(share)), of.get());
        let args = [("first", Arg::Text(&name)), ("second", Arg::Text(&of))];
        texts.format(key!("chart.listed"), &args)
    };
    let write = move |text: String| {
        let mut typed = draft.typed.get_untracked().unwrap_or_else(|| stored.get_untracked());
        typed.set(cell, text);
        draft.typed.set(Some(typed));
        if let Some(on_input) = on_input {
            on_input.run(());
        }
    };
    let id = format!("{row}-{}", cell.suffix());
    let error_id = row + "-error";
    view! {
        <input id=id type="text" inputmode="decimal" autocomplete="off" class="number"
            aria-label=label
            aria-invalid=move || wrong().then_some("true")
            aria-describedby=move || wrong().then(|| error_id.clone())
            prop:value=shown
            on:input=move |event| write(event_target_value(&event))
            on:change=move |_| on_change.run(()) />
    }
}

/// The error of a row, said at once.
#[component]
pub fn RowErrorText(
    /// Beginning of the ids of the row.
    row: String,
    /// What is typed in the row.
    draft: Draft,
) -> impl IntoView {
    let text = move || draft.error.with(|error| error.as_ref().map(|error| error.text.clone()));
    view! {
        <p class="error small" id=row + "-error" role="alert" hidden=move || text().is_none()>{text}</p>
    }
}

/// What is wrong with the numbers of a row, and which inputs it concerns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowError {
    /// The words.
    pub text: String,
    /// Whether value, or percent, is concerned.
    pub value: bool,
    /// Whether part is concerned.
    pub part: bool,
    /// Whether whole is concerned.
    pub whole: bool,
}

impl RowError {
    /// An error of the value alone.
    pub fn of_value(text: String) -> Self {
        Self { text, value: true, part: false, whole: false }
    }

    /// Whether an input is concerned.
    fn concerns(&self, cell: Cell) -> bool {
        match cell {
            Cell::Value => self.value,
            Cell::Part => self.part,
            Cell::Whole => self.whole,
        }
    }

    /// An error of both counts.
    fn of_counts(text: String) -> Self {
        Self { text, value: false, part: true, whole: true }
    }
}

/// The texts of the inputs of one row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// Value, or percent of a share.
    pub value: String,
    /// Part of a share.
    pub part: String,
    /// Whole of a share.
    pub whole: String,
}

impl Typed {
    fn of(&self, cell: Cell) -> String {
        match cell {
            Cell::Value => self.value.clone(),
            Cell::Part => self.part.clone(),
            Cell::Whole => self.whole.clone(),
        }
    }

    /// Writes one of the texts.
    pub fn set(&mut self, cell: Cell, text: String) {
        match cell {
            Cell::Value => self.value = text,
            Cell::Part => self.part = text,
            Cell::Whole => self.whole = text,
        }
    }

    /// Whether a count is written.
    pub fn counts(&self) -> bool {
        !self.part.trim().is_empty() || !self.whole.trim().is_empty()
    }

    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        !self.counts() && self.value.trim().is_empty()
    }
}

/// Reads a row: counts where both are written, else the value. `Ok(None)`
/// when nothing is written, or only one of the counts so far.
pub fn read_row(
    typed: &Typed,
    indicator: &Indicator,
    texts: Texts,
) -> Result<Option<Actual>, RowError> {
    let part = read_number(&typed.part, texts).map_err(|text| RowError {
        text,
        value: false,
        part: true,
        whole: false,
    })?;
    let whole = read_number(&typed.whole, texts).map_err(|text| RowError {
        text,
        value: false,
        part: false,
        whole: true,
    })?;
    match (part, whole) {
        (Some(part), Some(whole)) => {
            let counted = Actual::counted(part, whole);
            let error = || RowError::of_counts(texts.text(key!("indicator.counts_wrong")));
            return counted.map(Some).ok_or_else(error);
        }
        (Some(_), None) | (None, Some(_)) => return Ok(None),
        (None, None) => {}
    }
    let Some(value) = read_number(&typed.value, texts).map_err(RowError::of_value)? else {
        return Ok(None);
    };
    if indicator.measure.is_share() && !(0.0..=100.0).contains(&value) {
        return Err(RowError::of_value(texts.text(key!("indicator.percent_wrong"))));
    }
    let wrong = |_| RowError::of_value(texts.text(key!("fields.number_wrong")));
    Actual::value(value).map(Some).map_err(wrong)
}

/// The texts that stand for a stored actual.
pub fn typed_of(actual: Option<&Actual>, language: Language) -> Typed {
    match actual {
        Some(Actual::Value(value)) => {
            Typed { value: editable(language, *value), ..Typed::default() }
        }
        Some(Actual::Counted { part, whole }) => Typed {
            part: editable(language, *part),
            whole: editable(language, *whole),
            ..Typed::default()
        },
        None => Typed::default(),
    }
}
