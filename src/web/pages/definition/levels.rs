//! What a target may say beyond one value: the least that was promised, what
//! would be better still, values on the way, a deviation accepted for a while.

use super::editor::Editor;
use super::series::{SeriesField, Way};
use super::target::{share_check, unit_signal};
use crate::i18n::Arg;
use crate::key;
use crate::kpi::{Deviation, Direction, Indicator};
use crate::web::components::fields::{DateField, NumberField, TextField};
use crate::web::components::people::PersonField;
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// Commit and stretch, and the series; a band has a series alone.
#[component]
pub fn LevelFields(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    let is_band = editor.read(|indicator| indicator.direction == Some(Direction::Within));
    view! {
        {move || if is_band.get() {
            view! { <SeriesField editor=editor way=Way::Bands /> }.into_any()
        } else {
            view! { <SingleLevels editor=editor /> }.into_any()
        }}
        <DeviationFields editor=editor />
    }
}

/// What a single value may have beside it.
#[component]
fn SingleLevels(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    view! {
        <div class="columns">
            <NumberField id="definition-commit" label=key!("definition.commit") hint=key!("definition.commit_hint")
                unit=unit_signal(editor) check=share_check(editor)
                value=editor.read(|indicator| indicator.target.commit)
                on_number=move |value| { editor.type_in("commit", |indicator| indicator.target.commit = value); } />
            <NumberField id="definition-stretch" label=key!("definition.stretch") hint=key!("definition.stretch_hint")
                unit=unit_signal(editor) check=share_check(editor)
                value=editor.read(|indicator| indicator.target.stretch)
                on_number=move |value| { editor.type_in("stretch", |indicator| indicator.target.stretch = value); } />
        </div>
        <SeriesField editor=editor way=Way::Values />
    }
}

/// Who accepts a deviation, why, and until when; it ends by itself.
#[component]
fn DeviationFields(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    let texts = Texts::here();
    let edit = move |field: Option<&str>, change: &dyn Fn(&mut Deviation)| {
        let edit = |indicator: &mut Indicator| {
            let mut deviation = indicator.deviation.take().unwrap_or_default();
            change(&mut deviation);
            indicator.deviation = Some(deviation).filter(|one| *one != Deviation::default());
        };
        match field {
            Some(field) => editor.type_in(field, edit),
            None => editor.change(edit),
        };
    };
    let of = |indicator: &Indicator| indicator.deviation.clone().unwrap_or_default();
    let said = editor.read(of);
    let stands = move || {
        let deviation = said.get();
        if deviation == Deviation::default() {
            return None;
        }
        let today = editor.session().today();
        Some(match (deviation.holds(today), deviation.until) {
            (true, Some(until)) => {
                texts.format(key!("definition.deviation_holds"), &[("date", Arg::Date(until))])
            }
            (false, Some(until)) if until < today => {
                texts.format(key!("definition.deviation_over"), &[("date", Arg::Date(until))])
            }
            _ => texts.text(key!("definition.deviation_open")),
        })
    };
    view! {
        <fieldset class="field" aria-describedby="deviation-hint">
            <legend>{t(key!("definition.deviation"))}</legend>
            <p class="hint" id="deviation-hint">{t(key!("definition.deviation_hint"))}</p>
            <div class="columns">
                <TextField id="definition-deviation-why" label=key!("definition.deviation_why")
                    value=editor.read(move |indicator| of(indicator).why)
                    on_text=move |text: String| edit(Some("deviation"), &|one| one.why.clone_from(&text)) />
                <PersonField id="definition-deviation-who" label=key!("definition.deviation_who")
                    value=editor.read(move |indicator| of(indicator).who)
                    on_person=move |who| edit(None, &|one| one.who = who) />
                <DateField id="definition-deviation-until" label=key!("definition.deviation_until")
                    value=editor.read(move |indicator| of(indicator).until)
                    on_date=move |until| edit(None, &|one| one.until = until) />
            </div>
            <p class="second" role="status">{stands}</p>
        </fieldset>
    }
}
