//! The target as a sentence, and what it still needs.

use super::editor::Editor;
use super::focus::{focus_choice, focus_on};
use super::{baseline, counting, goal_field, measure, target};
use crate::i18n::Arg;
use crate::i18n::target_sentence::{Part, Slot, target_sentence};
use crate::key;
use crate::kpi::{Direction, Indicator, Measure, MissingFact, missing_facts};
use crate::web::components::status::{Mark, Shape};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// The target as a sentence; each gap leads to the field that fills it.
#[component]
pub fn Sentence(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    let texts = Texts::here();
    let indicator = editor.read(|indicator| Some(indicator.clone()));
    let parts = move || {
        let fiscal = editor.fiscal();
        indicator.with(|indicator| {
            let indicator = indicator.as_ref()?;
            Some(texts.with(|catalogue| target_sentence(catalogue, indicator, fiscal)))
        })
    };
    let draw = move |part: Part| {
        match part {
        Part::Said(words) => view! { <span dir="auto">{words}</span> }.into_any(),
        Part::Gap { slot, words } => view! {
            <button class="gap" type="button" on:click=move |_| focus_slot(editor, slot)>{words}</button>
        }
        .into_any(),
    }
    };
    view! {
        <p class="target-sentence lead">
            {move || parts().unwrap_or_default().into_iter().map(draw).collect::<Vec<_>>()}
        </p>
    }
}

/// What is missing to count as a success criterion, each leading to its field.
#[component]
pub fn MissingFacts(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    let texts = Texts::here();
    let missing = editor.read(missing_facts);
    let is_service = editor.read(|indicator| is_service_level(&indicator.measure));
    let list = move || {
        let facts = missing.get().into_iter().map(|fact| {
            let word = fact_key(fact, is_service.get());
            view! {
                <li>
                    <button class="button button-quiet" type="button" on:click=move |_| focus_fact(editor, fact)>
                        {t(word)}
                    </button>
                </li>
            }
        });
        facts.collect::<Vec<_>>()
    };
    let count = move || u64::try_from(missing.with(Vec::len)).unwrap_or(u64::MAX);
    move || {
        if missing.with(Vec::is_empty) {
            return view! {
                <p class="stated"><Mark shape=Shape::Disc class="status-met" /> {t(key!("definition.complete"))}</p>
            }
            .into_any();
        }
        view! {
            <section class="missing" aria-labelledby="definition-missing">
                <h2 id="definition-missing">
                    {move || texts.format(key!("definition.missing"), &[("count", Arg::Count(count()))])}
                </h2>
                <ul class="cluster">{list}</ul>
            </section>
        }
        .into_any()
    }
}

fn is_service_level(measure: &Measure) -> bool {
    matches!(measure, Measure::ServiceLevel { .. })
}

fn fact_key(fact: MissingFact, is_service_level: bool) -> &'static str {
    match fact {
        MissingFact::Goal => key!("definition.goal"),
        MissingFact::Value => key!("definition.target"),
        MissingFact::Unit if is_service_level => key!("definition.within"),
        MissingFact::Unit => key!("definition.unit"),
        MissingFact::Direction => key!("definition.direction"),
        MissingFact::Deadline => key!("definition.due"),
        MissingFact::Population => key!("definition.population"),
        MissingFact::Source => key!("definition.source"),
        MissingFact::Owner => key!("definition.owner"),
        MissingFact::Sound => key!("readiness.fact_sound"),
    }
}

fn focus_fact(editor: Editor, fact: MissingFact) {
    let Some(indicator) = editor.peek() else { return };
    match fact {
        MissingFact::Goal => focus_id(goal_field::GOAL),
        MissingFact::Value => focus_value(&indicator),
        MissingFact::Unit if is_service_level(&indicator.measure) => focus_id(measure::WITHIN),
        MissingFact::Unit => focus_id(measure::UNIT),
        MissingFact::Direction => focus_choice(measure::DIRECTION),
        MissingFact::Deadline => focus_id(target::DUE),
        MissingFact::Population => focus_id(counting::POPULATION),
        MissingFact::Source => focus_id(counting::SOURCE),
        MissingFact::Owner => focus_id(counting::OWNER),
        MissingFact::Sound => {}
    }
}

fn focus_slot(editor: Editor, slot: Slot) {
    let Some(indicator) = editor.peek() else { return };
    match slot {
        Slot::Name => focus_id(measure::NAME),
        Slot::Direction => focus_choice(measure::DIRECTION),
        Slot::Baseline => focus_choice(baseline::BASELINE),
        Slot::Value => focus_value(&indicator),
        Slot::Unit => focus_id(measure::UNIT),
        Slot::Within => focus_id(measure::WITHIN),
        Slot::Channel => focus_id(measure::CHANNEL),
        Slot::Deadline => focus_id(target::DUE),
    }
}

fn focus_value(indicator: &Indicator) {
    let within = indicator.direction == Some(Direction::Within);
    focus_id(match (within, indicator.target.low) {
        (false, _) => target::VALUE,
        (true, None) => target::LOW,
        (true, Some(_)) => target::HIGH,
    });
}

fn focus_id(id: &str) {
    focus_on(format!("#{id}"));
}
