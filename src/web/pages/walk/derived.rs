//! What the plan says by itself, and the reason an answer that differs, or
//! one that does not apply, has to give.

use super::answer::word;
use super::asked::Asked;
use crate::assessment::{AnswerValue, Shortfall, Standing};
use crate::i18n::Arg;
use crate::key;
use crate::pack::Proof;
use crate::route::Route;
use crate::web::components::fields::TextField;
use crate::web::components::proof::{Lacking, register_place};
use crate::web::pages::success::{lacking, shown_name};
use crate::web::session::Session;
use crate::web::texts::{Texts, t};
use crate::workspace::{Criterion, criteria};
use leptos::prelude::*;

/// The derived answer with its reason, for questions that have one.
#[component]
pub fn Derived(
    /// The question.
    asked: Asked,
) -> impl IntoView {
    let Some((says, nothing, take)) = words(asked.question.proof) else {
        return ().into_any();
    };
    let texts = Texts::here();
    let answer = move || match asked.derived() {
        Some(value) => texts.format(says, &[("answer", Arg::Text(&word(texts, value)))]),
        None => texts.text(nothing),
    };
    let because = if asked.question.proof == Proof::SuccessCriteria {
        view! { <Because asked=asked /> }.into_any()
    } else {
        view! { <Lacking proof=asked.question.proof /> }.into_any()
    };
    let differs = Memo::new(move |_| asked.standing() == Standing::Overridden);
    view! {
        <section class="walk-block" aria-labelledby="derived-title">
            <h2 id="derived-title">{answer}</h2>
            {because}
            {register_place(asked.question.proof).map(|(place, link)| view! {
                <p><a href=Route::Project(asked.project, place).href()>{t(link)}</a></p>
            })}
            <Show when=move || differs.get()>
                <button class="button" type="button" on:click=move |_| asked.give(None)>
                    {t(take)}
                </button>
            </Show>
        </section>
    }
    .into_any()
}

/// What a proof says, what is said while it says nothing, and the button that
/// takes its answer.
type Words = (&'static str, &'static str, &'static str);

/// The words of a proof the plan answers by itself.
fn words(proof: Proof) -> Option<Words> {
    match proof {
        Proof::Evidence | Proof::Participants => None,
        Proof::SuccessCriteria => {
            Some((key!("walk.derived"), key!("walk.derived_nothing"), key!("walk.use_derived")))
        }
        Proof::Funding | Proof::Definition | Proof::Integrations => Some((
            key!("walk.register_shows"),
            key!("walk.register_empty"),
            key!("walk.use_register"),
        )),
    }
}

/// Why the derived answer is what it is: the indicators, and what they lack.
#[component]
fn Because(
    /// The question.
    asked: Asked,
) -> impl IntoView {
    let texts = Texts::here();
    let session = Session::here();
    let found = Memo::new(move |_| {
        session
            .with_project(asked.project, |project| {
                let named = |criterion: Criterion| {
                    let indicator = project.indicators.get(criterion.indicator);
                    (indicator.map(|found| found.name.clone()).unwrap_or_default(), criterion)
                };
                criteria(project).into_iter().map(named).collect::<Vec<_>>()
            })
            .unwrap_or_default()
    });
    let line = move |(name, criterion): (String, Criterion)| {
        let name = shown_name(texts, &name);
        if criterion.counts() {
            texts.format(key!("walk.counts"), &[("name", Arg::Text(&name))])
        } else {
            let missing = lacking(texts, &criterion.missing);
            let args = [("name", Arg::Text(&name)), ("missing", Arg::Text(&missing))];
            texts.format(key!("walk.lacks"), &args)
        }
    };
    // Those that count first: they are the reason for a yes.
    let lines = move || {
        let (full, rest): (Vec<_>, Vec<_>) =
            found.get().into_iter().partition(|(_, criterion)| criterion.counts());
        full.into_iter()
            .chain(rest)
            .take(4)
            .map(|row| view! { <li>{line(row)}</li> })
            .collect::<Vec<_>>()
    };
    let is_empty = Memo::new(move |_| found.with(Vec::is_empty));
    view! {
        <Show when=move || !is_empty.get() fallback=move || view! { <p>{t(key!("walk.no_indicator"))}</p> }>
            <ul class="walk-because">{lines}</ul>
        </Show>
    }
}

/// What an answer owes a reason for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owes {
    /// It does not apply.
    NotApplicable,
    /// It differs from the derived answer.
    Difference,
}

/// The reason an answer owes: why it does not apply, or why it differs.
#[component]
pub fn Reason(
    /// The question.
    asked: Asked,
) -> impl IntoView {
    let owes = Memo::new(move |_| match (asked.given(), asked.standing()) {
        (Some(AnswerValue::NotApplicable), _) => Some(Owes::NotApplicable),
        (_, Standing::Overridden) => Some(Owes::Difference),
        _ => None,
    });
    move || {
        let (label, lead, without) = match owes.get()? {
            Owes::NotApplicable => {
                (key!("walk.why_not_applicable"), None, key!("walk.missing_reason"))
            }
            Owes::Difference => (
                key!("walk.why_different"),
                Some(key!("walk.overridden")),
                key!("walk.missing_reason_different"),
            ),
        };
        Some(view! { <ReasonField asked=asked label=label lead=lead without=without /> })
    }
}

#[component]
fn ReasonField(
    /// The question.
    asked: Asked,
    /// Key of the label.
    label: &'static str,
    /// Key of a sentence before it.
    lead: Option<&'static str>,
    /// Key of what is said while there is no reason.
    without: &'static str,
) -> impl IntoView {
    let value =
        Signal::derive(move || asked.read(|answer| answer.reason.clone()).unwrap_or_default());
    let missing = Memo::new(move |_| asked.lacks(Shortfall::Reason));
    view! {
        <div class="walk-block">
            {lead.map(|lead| view! { <p>{t(lead)}</p> })}
            <TextField id="reason" label=label value=value multiline=true
                on_text=move |text: String| asked.type_in("reason", |answer| answer.reason = text) />
            <Show when=move || missing.get()><p class="walk-missing">{t(without)}</p></Show>
        </div>
    }
}
