//! Form fields: label, hint and error joined to the input, native controls.

use crate::base::{date_in_range, plain};
use crate::i18n::{Language, numbers};
use crate::key;
use crate::tabular::{DecimalMark, NumberValue, parse_number};
use crate::web::components::goal_check::{Noted, SlotNote};
use crate::web::texts::Texts;
use chrono::NaiveDate;
use leptos::prelude::*;

/// What a field hands on with every change.
pub type OnText = Callback<String>;

/// Ids of hint, error and note, for `aria-describedby`.
pub(super) fn described(id: &str, hint: bool, error: bool, note: bool) -> Option<String> {
    let parts = [
        hint.then(|| format!("{id}-hint")),
        error.then(|| format!("{id}-error")),
        note.then(|| Noted::id_of(id)),
    ];
    let ids: Vec<String> = parts.into_iter().flatten().collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

/// The note of a field that has one.
pub(super) fn slot_note(id: &str, note: Option<Noted>) -> Option<impl IntoView + use<>> {
    let field = id.to_owned();
    note.map(|noted| view! { <SlotNote field=field noted=noted /> })
}

/// One line of text.
#[component]
pub fn TextField(
    /// Id of the input, unique on the page.
    #[prop(into)]
    id: String,
    /// Key of the label.
    label: &'static str,
    /// Key of a hint below the label.
    #[prop(optional)]
    hint: Option<&'static str>,
    /// The text.
    #[prop(into)]
    value: Signal<String>,
    /// Called while typing.
    #[prop(into)]
    on_text: OnText,
    /// Several lines.
    #[prop(optional)]
    multiline: bool,
    /// What the goal check says of the field, below it.
    #[prop(optional)]
    note: Option<Noted>,
) -> impl IntoView {
    let texts = Texts::here();
    let described_by = described(&id, hint.is_some(), false, note.is_some());
    let noted = slot_note(&id, note);
    let hint_id = format!("{id}-hint");
    let for_id = id.clone();
    let input = if multiline {
        view! {
            <textarea id=id rows="3" dir="auto" maxlength="10000" aria-describedby=described_by
                prop:value=move || value.get()
                on:input=move |event| on_text.run(event_target_value(&event))></textarea>
        }
        .into_any()
    } else {
        view! {
            <input id=id type="text" dir="auto" maxlength="10000" autocomplete="off" aria-describedby=described_by
                prop:value=move || value.get()
                on:input=move |event| on_text.run(event_target_value(&event)) />
        }
        .into_any()
    };
    view! {
        <div class="field">
            <label for=for_id>{move || texts.text(label)}</label>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{move || texts.text(hint)}</p> })}
            {input}
            {noted}
        </div>
    }
}

/// A number as people write it, with a unit behind. What cannot be read stays
/// in the field with its error; nothing is handed on until it can.
#[component]
pub fn NumberField(
    /// Id of the input, unique on the page.
    #[prop(into)]
    id: String,
    /// Key of the label.
    label: &'static str,
    /// Key of a hint below the label.
    #[prop(optional)]
    hint: Option<&'static str>,
    /// The number.
    #[prop(into)]
    value: Signal<Option<f64>>,
    /// Unit shown behind the input.
    #[prop(optional, into)]
    unit: Signal<String>,
    /// Says what is wrong with a number that was read; such a number is not
    /// handed on.
    #[prop(optional, into)]
    check: Option<Callback<f64, Option<String>>>,
    /// Called with what was read; `None` for an emptied field.
    #[prop(into)]
    on_number: Callback<Option<f64>>,
    /// What the goal check says of the field, below it.
    #[prop(optional)]
    note: Option<Noted>,
) -> impl IntoView {
    let texts = Texts::here();
    let error = RwSignal::new(None::<String>);
    let draft = RwSignal::new(None::<String>);
    let shown = move || {
        draft.get().unwrap_or_else(|| {
            value.get().map(|value| editable(texts.language(), value)).unwrap_or_default()
        })
    };
    let checked = move |number: Option<f64>| match check.zip(number) {
        Some((check, found)) => check.run(found).map_or(Ok(number), Err),
        None => Ok(number),
    };
    let read = move |text: String, settled: bool| {
        // A field in use that leaves the page reports once more: too late.
        let Some(before) = value.try_get_untracked() else { return };
        match read_number(&text, texts).and_then(checked) {
            Ok(number) => {
                error.set(None);
                draft.set((!settled).then_some(text));
                if before != number {
                    on_number.run(number);
                }
            }
            Err(why) => {
                draft.set(Some(text));
                error.set(settled.then_some(why));
            }
        }
    };
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    let for_id = id.clone();
    let own = id.clone();
    let described_by =
        move || described(&own, hint.is_some(), error.with(Option::is_some), note.is_some());
    let noted = slot_note(&id, note);
    view! {
        <div class="field">
            <label for=for_id>{move || texts.text(label)}</label>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{move || texts.text(hint)}</p> })}
            <p class="error" id=error_id role="alert" hidden=move || error.with(Option::is_none)>{move || error.get()}</p>
            <span class="with-unit">
                <input id=id type="text" inputmode="decimal" autocomplete="off" class="number"
                    aria-describedby=described_by
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    prop:value=shown
                    on:input=move |event| read(event_target_value(&event), false)
                    on:change=move |event| read(event_target_value(&event), true) />
                <span class="unit">{move || unit.get()}</span>
            </span>
            {noted}
        </div>
    }
}

/// A number as one would type it again: the language's decimal mark, no
/// grouping.
pub fn editable(language: Language, value: f64) -> String {
    plain(value).replace('.', &numbers::decimal_mark(language).to_string())
}

/// Reads a typed number by the language's own decimal mark; empty is `None`.
pub fn read_number(text: &str, texts: Texts) -> Result<Option<f64>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let mark = numbers::decimal_mark(texts.language());
    let convention = if mark == ',' { DecimalMark::Comma } else { DecimalMark::Point };
    // With the language's own mark the reading is plain; another mark may
    // group thousands or be a decimal, and is asked about when it is unclear.
    let own = text.contains(mark).then_some(convention);
    let reading = own.and_then(|own| parse_number(text, Some(own)).ok());
    match reading.map_or_else(|| parse_number(text, None), Ok).map(|found| found.value) {
        Ok(NumberValue::Certain(value)) => Ok(Some(value)),
        Ok(NumberValue::Ambiguous { .. }) => Err(texts.text(key!("fields.number_unclear"))),
        Err(_) => Err(texts.text(key!("fields.number_wrong"))),
    }
}

/// A calendar date.
#[component]
pub fn DateField(
    /// Id of the input, unique on the page.
    #[prop(into)]
    id: String,
    /// Key of the label.
    label: &'static str,
    /// Key of a hint below the label.
    #[prop(optional)]
    hint: Option<&'static str>,
    /// The date.
    #[prop(into)]
    value: Signal<Option<NaiveDate>>,
    /// Called with every full date, `None` for an emptied field.
    #[prop(into)]
    on_date: Callback<Option<NaiveDate>>,
    /// What the goal check says of the field, below it.
    #[prop(optional)]
    note: Option<Noted>,
) -> impl IntoView {
    let texts = Texts::here();
    let wrong = RwSignal::new(false);
    let for_id = id.clone();
    let error_id = format!("{id}-error");
    let hint_id = format!("{id}-hint");
    let own = id.clone();
    let described_by = move || described(&own, hint.is_some(), wrong.get(), note.is_some());
    let noted = slot_note(&id, note);
    let read = move |text: String| {
        // A field in use that leaves the page reports once more: too late.
        let Some(before) = value.try_get_untracked() else { return };
        let date = text.parse::<NaiveDate>().ok().filter(|date| date_in_range(*date));
        wrong.set(!text.is_empty() && date.is_none());
        if (text.is_empty() || date.is_some()) && before != date {
            on_date.run(date);
        }
    };
    view! {
        <div class="field">
            <label for=for_id>{move || texts.text(label)}</label>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{move || texts.text(hint)}</p> })}
            <p class="error" id=error_id role="alert" hidden=move || !wrong.get()>
                {move || texts.text(key!("fields.date_wrong"))}
            </p>
            <input id=id type="date" min="1970-01-01" max="2199-12-31" aria-describedby=described_by
                aria-invalid=move || wrong.get().then_some("true")
                prop:value=move || value.get().map(|date| date.to_string()).unwrap_or_default()
                on:change=move |event| read(event_target_value(&event)) />
            {noted}
        </div>
    }
}

/// One of a few, as radio buttons under a legend.
#[component]
pub fn Choice<T>(
    /// Name of the group, unique on the page.
    #[prop(into)]
    name: String,
    /// Key of the legend.
    label: &'static str,
    /// Key of a hint below the legend.
    #[prop(optional)]
    hint: Option<&'static str>,
    /// The options with the keys of their words.
    options: Vec<(T, &'static str)>,
    /// The option chosen.
    #[prop(into)]
    value: Signal<Option<T>>,
    /// Called with the option chosen.
    #[prop(into)]
    on_choice: Callback<T>,
    /// What the goal check says of the field, below it.
    #[prop(optional)]
    note: Option<Noted>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let texts = Texts::here();
    let hint_id = format!("{name}-hint");
    let described_by = described(&name, hint.is_some(), false, note.is_some());
    let noted = slot_note(&name, note);
    let radios: Vec<_> = options
        .into_iter()
        .map(|(option, word)| {
            let name = name.clone();
            view! {
                <label class="choice">
                    <input type="radio" name=name prop:checked=move || value.get() == Some(option)
                        on:change=move |_| on_choice.run(option) />
                    <span>{move || texts.text(word)}</span>
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="field" aria-describedby=described_by>
            <legend>{move || texts.text(label)}</legend>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{move || texts.text(hint)}</p> })}
            <div class="cluster">{radios}</div>
            {noted}
        </fieldset>
    }
}
