//! Who is counted, where the values come from, who answers for them, how often.

use super::editor::Editor;
use super::focus::put_choice_back;
use super::target::unit_signal;
use crate::base::Cadence;
use crate::key;
use crate::kpi::Slot;
use crate::web::components::fields::{Choice, NumberField, TextField};
use crate::web::components::people::PersonField;
use crate::web::texts::Texts;
use leptos::prelude::*;

/// Id of the population's input.
pub const POPULATION: &str = "definition-population";
/// Id of the source's input.
pub const SOURCE: &str = "definition-source";
/// Id of the owner's select.
pub const OWNER: &str = "definition-owner";
const CADENCE: &str = "definition-cadence";

/// Population, source, owner and cadence.
#[component]
pub fn CountingFields(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    view! {
        <div class="columns">
            <TextField id=POPULATION label=key!("definition.population") hint=key!("definition.population_hint")
                note=editor.note(&[Slot::Population])
                value=editor.read(|indicator| indicator.population.clone())
                on_text=move |text| { editor.type_in("population", |indicator| indicator.population = text); } />
            <TextField id=SOURCE label=key!("definition.source") hint=key!("definition.source_hint")
                note=editor.note(&[Slot::Source])
                value=editor.read(|indicator| indicator.source.clone())
                on_text=move |text| { editor.type_in("source", |indicator| indicator.source = text); } />
            <PersonField id=OWNER label=key!("definition.owner") hint=key!("definition.owner_hint")
                note=editor.note(&[Slot::Owner])
                value=editor.read(|indicator| indicator.owner)
                on_person=move |owner| { editor.change(|indicator| indicator.owner = owner); } />
            <CadenceField editor=editor />
        </div>
    }
}

/// How often it is measured. A rhythm the measurements do not have is refused,
/// and the choice goes back to what stands.
#[component]
fn CadenceField(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    let choose = move |chosen: Cadence| {
        let Some(before) = editor.peek() else { return };
        if !editor.change(|indicator| indicator.cadence = chosen) {
            let place = Cadence::ALL.into_iter().position(|cadence| cadence == before.cadence);
            put_choice_back(CADENCE, place.unwrap_or_default());
        }
    };
    view! {
        <Choice name=CADENCE label=key!("definition.cadence") hint=key!("definition.cadence_hint")
            options=Cadence::ALL.map(|cadence| (cadence, cadence_key(cadence))).to_vec()
            value=editor.read(|indicator| Some(indicator.cadence)) on_choice=choose />
    }
}

fn cadence_key(cadence: Cadence) -> &'static str {
    match cadence {
        Cadence::Day => key!("definition.cadence_day"),
        Cadence::Week => key!("definition.cadence_week"),
        Cadence::Month => key!("definition.cadence_month"),
        Cadence::Quarter => key!("definition.cadence_quarter"),
        Cadence::Year => key!("definition.cadence_year"),
    }
}

/// Method and tolerance.
#[component]
pub fn MoreFields(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    let texts = Texts::here();
    let not_negative =
        move |amount: f64| (amount < 0.0).then(|| texts.text(key!("definition.tolerance_wrong")));
    // Between two percentages lie points, not percent.
    let is_share = editor.read(|indicator| indicator.measure.is_share());
    let own_unit = unit_signal(editor);
    let unit = Signal::derive(move || {
        if is_share.get() { texts.text(key!("definition.points")) } else { own_unit.get() }
    });
    view! {
        <div class="columns">
            <TextField id="definition-method" label=key!("definition.method") hint=key!("definition.method_hint")
                multiline=true note=editor.note(&[Slot::Method])
                value=editor.read(|indicator| indicator.method.clone())
                on_text=move |text| { editor.type_in("method", |indicator| indicator.method = text); } />
            <NumberField id="definition-tolerance" label=key!("definition.tolerance") hint=key!("definition.tolerance_hint")
                unit=unit check=Callback::new(not_negative)
                value=editor.read(|indicator| indicator.tolerance)
                on_number=move |amount| { editor.type_in("tolerance", |indicator| indicator.tolerance = amount); } />
        </div>
    }
}
