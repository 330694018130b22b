//! The target as a sentence, and what it still needs.

use super::editor::Editor;
use super::focus::{focus_choice, focus_on};
use super::{baseline, counting, goal_field, measure, target};
use crate::i18n::Arg;
use crate::i18n::target_sentence::{Part, Slot, target_sentence};
use crate::key;
use crate::kpi::{Direction, Finding, Indicator, Measure, MissingFact, Rule, missing_facts};
use crate::web::components::goal_check::{FindingList, Found, is_plain_gap};
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

/// What keeps it from counting as a success criterion: missing facts, each
/// leading to its field, and what else the goal check found.
#[component]
pub fn Findings(
    /// The indicator.
    editor: Editor,
) -> impl IntoView {
    let about = Found::here().map(|found| found.about(editor.id));
    let all = Memo::new(move |_| about.map(|about| about.get()).unwrap_or_default());
    let missing = editor.read(missing_facts);
    let others = Memo::new(move |_| {
        let named = |one: &&Finding| {
            let fact = missing.with(|facts| facts.iter().any(|fact| fact.slot() == Some(one.slot)));
            !(fact && is_plain_gap(one)) && one.rule != Rule::NoGoal
        };
        all.with(|all| all.iter().filter(named).cloned().collect::<Vec<_>>())
    });
    let is_sound = Memo::new(move |_| {
        missing.with(Vec::is_empty) && !all.with(|all| all.iter().any(Finding::counts_against))
    });
    view! {
        {move || is_sound.get().then(|| view! {
            <p class="stated"><Mark shape=Shape::Disc class="status-met" /> {t(key!("definition.complete"))}</p>
        })}
        {move || (!missing.with(Vec::is_empty)).then(|| view! { <MissingFacts editor=editor missing=missing /> })}
        {move || (!others.with(Vec::is_empty)).then(|| view! {
            <section class="missing" aria-labelledby="definition-check" id="definition-findings">
                <h2 id="definition-check">{t(key!("goal_check.heading"))}</h2>
                <FindingList found=others />
            </section>
        })}
    }
}

/// The missing facts as buttons that lead to their fields.
#[component]
fn MissingFacts(
    /// The indicator.
    editor: Editor,
    /// The facts.
    missing: Signal<Vec<MissingFact>>,
) -> impl IntoView {
    let texts = Texts::here();
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
    view! {
        <section class="missing" aria-labelledby="definition-missing">
            <h2 id="definition-missing">
                {move || texts.format(key!("definition.missing"), &[("count", Arg::Count(count()))])}
            </h2>
            <ul class="cluster">{list}</ul>
        </section>
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
