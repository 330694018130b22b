//! The question itself: a fieldset whose legend it is, with its answers.

use super::asked::Asked;
use crate::assessment::AnswerValue;
use crate::i18n::Arg;
use crate::key;
use crate::pack::{Question, Scale};
use crate::web::components::focus::focus;
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// The answers a scale offers, in the order of their keys.
pub fn options(scale: Scale) -> Vec<AnswerValue> {
    let own = match scale {
        Scale::YesPartlyNo => vec![AnswerValue::Yes, AnswerValue::Partly, AnswerValue::No],
        Scale::Level => (0..=5).map(AnswerValue::Level).collect(),
    };
    own.into_iter().chain([AnswerValue::NotApplicable]).collect()
}

/// An answer in a word.
pub fn word(texts: Texts, value: AnswerValue) -> String {
    match value {
        AnswerValue::Yes => texts.text(key!("walk.yes")),
        AnswerValue::Partly => texts.text(key!("walk.partly")),
        AnswerValue::No => texts.text(key!("walk.no")),
        AnswerValue::NotApplicable => texts.text(key!("walk.not_applicable")),
        AnswerValue::Level(level) => {
            texts.format(key!("walk.level"), &[("level", Arg::Number(f64::from(level)))])
        }
    }
}

/// What an answer means on this question, in the pack's words.
fn meaning(texts: Texts, question: &Question, value: AnswerValue) -> String {
    let part = match value {
        AnswerValue::Yes => "evidence",
        AnswerValue::Partly => "partly",
        AnswerValue::No => "no",
        AnswerValue::NotApplicable => "not_applicable",
        AnswerValue::Level(level) => {
            return texts.text(&question.text_key(&format!("level_{level}")));
        }
    };
    let own = texts.with(|catalogue| catalogue.find(&question.text_key(part)).map(str::to_owned));
    let own = own.unwrap_or_else(|| texts.text(key!("walk.not_applicable_means")));
    match value {
        AnswerValue::Yes => texts.format(key!("walk.yes_means"), &[("evidence", Arg::Text(&own))]),
        _ => own,
    }
}

/// Id of the radio button of an answer, by its number from 0.
pub fn radio_id(index: usize) -> String {
    format!("answer-{}", index + 1)
}

/// The question, why it matters, its answers and what the chosen one means.
#[component]
pub fn Answers(
    /// The question.
    asked: Asked,
) -> impl IntoView {
    let texts = Texts::here();
    let question = asked.question;
    let radios: Vec<_> = options(question.scale)
        .into_iter()
        .enumerate()
        .map(|(index, value)| {
            view! {
                <label class="answer">
                    <input type="radio" name="answer" id=radio_id(index) aria-describedby="answer-means"
                        prop:checked=move || asked.given() == Some(value)
                        on:change=move |_| asked.give(Some(value)) />
                    <span>{move || word(texts, value)}</span>
                    <kbd class="walk-key" aria-hidden="true">{index + 1}</kbd>
                </label>
            }
        })
        .collect();
    let means = move || asked.given().map(|value| meaning(texts, question, value));
    let has_given = Memo::new(move |_| asked.given().is_some());
    view! {
        <fieldset class="walk-question" aria-describedby="question-why">
            <legend><h1>{move || texts.text(&question.text_key("question"))}</h1></legend>
            <p id="question-why" class="lead second">{move || texts.text(&question.text_key("why"))}</p>
            <div class="answers">{radios}</div>
            <p id="answer-means" class="walk-means">{means}</p>
        </fieldset>
        <Show when=move || has_given.get()>
            <button class="button button-quiet walk-clear" type="button" on:click=move |_| clear(asked)>
                {t(key!("walk.clear"))}
            </button>
        </Show>
        <Meanings question=question />
    }
}

/// Takes the answer back; the button goes, so focus moves to the answers.
fn clear(asked: Asked) {
    asked.give(None);
    focus(&radio_id(0));
}

/// All answers with what they mean, for whoever hesitates between two.
#[component]
fn Meanings(
    /// The question.
    question: &'static Question,
) -> impl IntoView {
    let texts = Texts::here();
    let rows = move || {
        options(question.scale)
            .into_iter()
            .map(|value| {
                view! { <div><dt>{word(texts, value)}</dt><dd>{meaning(texts, question, value)}</dd></div> }
            })
            .collect::<Vec<_>>()
    };
    view! {
        <details class="walk-meanings">
            <summary>{t(key!("walk.meanings"))}</summary>
            <dl>{rows}</dl>
        </details>
    }
}
