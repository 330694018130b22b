//! What it should become and by when.

use super::editor::Editor;
use crate::key;
use crate::kpi::{Direction, Indicator, Slot};
use crate::web::components::fields::{DateField, NumberField};
use crate::web::components::goal_check::SlotNote;
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// Id of the value to reach.
pub const VALUE: &str = "definition-target";
/// Id of the lower end of the band.
pub const LOW: &str = "definition-low";
/// Id of the upper end of the band.
pub const HIGH: &str = "definition-high";
/// Id of the due date.
pub const DUE: &str = "definition-due";

/// The unit the values of an indicator are shown in.
pub fn unit_signal(editor: Editor) -> Signal<String> {
    editor.read(|indicator| indicator.shown_unit().to_owned())
}

/// Says what is wrong with a value of a share that lies outside 0 to 100.
pub fn share_check(editor: Editor) -> Callback<f64, Option<String>> {
    let texts = Texts::here();
    Callback::new(move |value: f64| {
        let is_share = editor.peek().is_some_and(|indicator| indicator.measure.is_share());
        let fits = !is_share || (0.0..=100.0).contains(&value);
        (!fits).then(|| texts.text(key!("definition.share_wrong")))
    })
}

/// Target value, or the band of *within*, and the due date.
#[component]
pub fn TargetFields(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    let is_band = editor.read(|indicator| indicator.direction == Some(Direction::Within));
    let value = move || {
        if is_band.get() {
            view! { <Band editor=editor /> }.into_any()
        } else {
            view! {
                <NumberField id=VALUE label=key!("definition.target") hint=key!("definition.target_hint")
                    unit=unit_signal(editor) check=share_check(editor)
                    value=editor.read(|indicator| indicator.target.value) note=editor.note(&[Slot::Value])
                    on_number=move |value| { editor.type_in("target", |indicator| indicator.target.value = value); } />
            }
            .into_any()
        }
    };
    view! {
        {value}
        <DateField id=DUE label=key!("definition.due") hint=key!("definition.due_hint")
            value=editor.read(|indicator| indicator.target.due) note=editor.note(&[Slot::Deadline])
            on_date=move |due| { editor.change(|indicator| indicator.target.due = due); } />
    }
}

/// The two ends of a band.
#[component]
fn Band(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    let upside_down = editor.read(is_upside_down);
    view! {
        <fieldset class="field" aria-describedby="definition-band-hint definition-band-error definition-band-note">
            <legend>{t(key!("definition.target"))}</legend>
            <p class="hint" id="definition-band-hint">{t(key!("definition.band_hint"))}</p>
            <p class="error" id="definition-band-error" role="alert">
                {move || upside_down.get().then(|| t(key!("definition.band_wrong")))}
            </p>
            <div class="field-pair">
                <NumberField id=LOW label=key!("definition.low") unit=unit_signal(editor) check=share_check(editor)
                    value=editor.read(|indicator| indicator.target.low)
                    on_number=move |low| { editor.type_in("low", |indicator| indicator.target.low = low); } />
                <NumberField id=HIGH label=key!("definition.high") unit=unit_signal(editor) check=share_check(editor)
                    value=editor.read(|indicator| indicator.target.high)
                    on_number=move |high| { editor.type_in("high", |indicator| indicator.target.high = high); } />
            </div>
            <SlotNote field="definition-band".to_owned() noted=editor.note(&[Slot::Value]) />
        </fieldset>
    }
}

fn is_upside_down(indicator: &Indicator) -> bool {
    let target = &indicator.target;
    target.low.zip(target.high).is_some_and(|(low, high)| low > high)
}
