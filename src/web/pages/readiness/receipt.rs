//! How the score and the verdict are worked out, with their inputs.

use super::words::percent;
use crate::assessment::{Gate, ScoreInput, Standing, score_inputs, score_sums};
use crate::i18n::Arg;
use crate::key;
use crate::pack::{GateCondition, Pack, Question, VerdictRule};
use crate::web::components::status::{StatusWord, of_outcome, of_standing};
use crate::web::texts::{Texts, t};
use crate::workspace::Readiness;
use leptos::prelude::*;

/// Formula, inputs, rules.
#[component]
pub fn Receipt(
    /// The pack.
    pack: &'static Pack,
    /// How everything stands.
    readiness: Memo<Option<Readiness>>,
) -> impl IntoView {
    view! {
        <details class="receipt">
            <summary>{t(key!("readiness.receipt"))}</summary>
            <h2>{t(key!("readiness.receipt_score"))}</h2>
            <ScoreReceipt pack=pack readiness=readiness />
            <h2>{t(key!("readiness.receipt_verdict"))}</h2>
            <VerdictReceipt pack=pack readiness=readiness />
        </details>
    }
}

/// How a score is worked out.
#[component]
pub fn ScoreReceipt(
    /// The pack.
    pack: &'static Pack,
    /// How everything stands.
    readiness: Memo<Option<Readiness>>,
    /// The section whose score it is, by its place; all questions without.
    #[prop(optional_no_strip)]
    section: Option<usize>,
) -> impl IntoView {
    let own = section.and_then(|section| pack.sections.get(section));
    let inputs = Memo::new(move |_| {
        let mut inputs = readiness.with(|all| {
            let judged = all.as_ref().map(|all| all.judged.as_slice()).unwrap_or_default();
            score_inputs(pack.questions().zip(judged))
        });
        if let Some(own) = own {
            inputs.retain(|input| own.questions.iter().any(|one| one.id == input.question));
        }
        inputs
    });
    view! {
        <p>{t(key!("readiness.formula"))}</p>
        <p>{t(key!("readiness.formula_checks"))}</p>
        <Inputs pack=pack inputs=inputs />
    }
}

/// How the verdict is worked out: the rules of the pack, and its gates.
#[component]
pub fn VerdictReceipt(
    /// The pack.
    pack: &'static Pack,
    /// How everything stands.
    readiness: Memo<Option<Readiness>>,
) -> impl IntoView {
    let texts = Texts::here();
    let version = move || {
        let (title, version) =
            (texts.text(&format!("pack.{}.title", pack.id)), pack.version.to_string());
        let args = [("pack", Arg::Text(&title)), ("version", Arg::Text(&version))];
        texts.format(key!("readiness.rules_of"), &args)
    };
    view! {
        <p class="second small">{version}</p>
        <p>{t(key!("readiness.rules"))}</p>
        <Rules pack=pack readiness=readiness />
        <Gates pack=pack readiness=readiness />
    }
}

/// Weight and value of every question, and what they come to.
#[component]
fn Inputs(
    /// The pack.
    pack: &'static Pack,
    /// What goes in.
    inputs: Memo<Vec<ScoreInput>>,
) -> impl IntoView {
    let texts = Texts::here();
    let row = move |input: ScoreInput| {
        let weight =
            texts.format(key!("readiness.plain"), &[("number", Arg::Number(input.weight))]);
        view! {
            <tr>
                <th scope="row">{short(texts, pack, &input.question)}</th>
                <td class="number">{weight}</td>
                <td>{value_words(texts, &input)}</td>
            </tr>
        }
    };
    let total = move || {
        let (weighted, weight) = inputs.with(|inputs| score_sums(inputs));
        if weight <= 0.0 {
            return texts.text(key!("readiness.no_score"));
        }
        let args = [
            ("sum", Arg::Number(weighted)),
            ("weight", Arg::Number(weight)),
            ("value", percent(weighted / weight)),
        ];
        texts.format(key!("readiness.total"), &args)
    };
    view! {
        <div class="table-scroll" role="region" tabindex="0" aria-label=t(key!("readiness.inputs"))>
            <table>
                <caption>{t(key!("readiness.inputs"))}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t(key!("readiness.question"))}</th>
                        <th scope="col" class="number">{t(key!("readiness.weight"))}</th>
                        <th scope="col">{t(key!("readiness.value"))}</th>
                    </tr>
                </thead>
                <tbody>{move || inputs.get().into_iter().map(row).collect::<Vec<_>>()}</tbody>
            </table>
        </div>
        <p class="number">{total}</p>
    }
}

fn short(texts: Texts, pack: &Pack, question: &str) -> String {
    pack.question(question)
        .map(|found: &Question| texts.text(&found.text_key("short")))
        .unwrap_or_default()
}

fn value_words(texts: Texts, input: &ScoreInput) -> String {
    match (input.value, input.standing) {
        (Some(value), _) => {
            texts.format(key!("readiness.plain"), &[("number", Arg::Number(value))])
        }
        (None, Standing::NotApplicable) => texts.text(key!("readiness.left_out_not_applicable")),
        (None, _) => texts.text(key!("readiness.left_out_open")),
    }
}

/// The rules of the verdict in their order, the one that held marked.
#[component]
fn Rules(
    /// The pack.
    pack: &'static Pack,
    /// How everything stands.
    readiness: Memo<Option<Readiness>>,
) -> impl IntoView {
    let texts = Texts::here();
    let held = Memo::new(move |_| readiness.with(|all| all.as_ref()?.verdict.rule));
    let rules: Vec<_> = pack
        .verdict
        .iter()
        .enumerate()
        .map(|(index, rule)| {
            let words = move || rule_words(texts, *rule);
            let decides = move || {
                (held.get() == Some(index))
                    .then(|| view! { " "<strong>{t(key!("readiness.rule_holds"))}</strong> })
            };
            view! { <li>{words}{decides}</li> }
        })
        .collect();
    view! { <ol>{rules}</ol> }
}

fn rule_words(texts: Texts, rule: VerdictRule) -> String {
    let key = match rule.when {
        GateCondition::AnyNo => key!("readiness.rule_any_no"),
        GateCondition::AnyOpen => key!("readiness.rule_any_open"),
        GateCondition::AnyAtRisk => key!("readiness.rule_any_at_risk"),
        GateCondition::Otherwise => key!("readiness.rule_otherwise"),
    };
    let outcome = texts.text(of_outcome(Some(rule.then)).2);
    texts.format(key, &[("outcome", Arg::Text(&outcome))])
}

/// Every gate with how it stands and what it counts as.
#[component]
fn Gates(
    /// The pack.
    pack: &'static Pack,
    /// How everything stands.
    readiness: Memo<Option<Readiness>>,
) -> impl IntoView {
    let texts = Texts::here();
    let gates = Memo::new(move |_| {
        readiness.with(|all| all.as_ref().map(|all| all.verdict.gates.clone()).unwrap_or_default())
    });
    let item = move |gate: Gate| {
        let (shape, class, word) = of_standing(gate.standing);
        let unnamed = gate.counts_as_no && gate.standing != Standing::No;
        let counts = if unnamed {
            Some(texts.text(key!("readiness.counts_as_no")))
        } else if gate.is_named_risk() {
            Some(texts.text(key!("readiness.named_risk")))
        } else {
            None
        };
        view! {
            <li>
                {short(texts, pack, &gate.question)}": "
                <StatusWord shape=shape class=class word=word />
                {counts.map(|counts| view! { " "<span class="second">{counts}</span> })}
            </li>
        }
    };
    view! {
        <h3>{t(key!("readiness.gates"))}</h3>
        <ul>{move || gates.get().into_iter().map(item).collect::<Vec<_>>()}</ul>
    }
}
