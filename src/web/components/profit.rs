//! Overall profit: what leads there and why, what guards, what has no way
//! there yet, with the field that mends it.

use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::kpi::Lack;
use crate::report::{ProfitFacts, WayToProfit, lack_key, profit_facts, profit_summary};
use crate::route::{Place, Route};
use crate::web::routing::Routing;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// What the plan of the project shown says of overall profit.
pub fn facts_here() -> Memo<Option<ProfitFacts>> {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    Memo::new(move |_| {
        let read = |project: &crate::workspace::Project| {
            texts.with(|catalogue| profit_facts(catalogue, project))
        };
        session.with_project(project, read)?
    })
}

/// Says that the plan lacks a line of overall profit; nothing where it has one,
/// or no indicator at all.
#[component]
pub fn NoProfitLine(
    /// What the plan says.
    facts: Memo<Option<ProfitFacts>>,
) -> impl IntoView {
    let goals = Route::Project(Here::project(), Place::Goals).href();
    let is_missing = Memo::new(move |_| {
        facts.with(|facts| facts.as_ref().is_some_and(|one| one.lines.is_empty()))
    });
    view! {
        {move || is_missing.get().then(|| view! {
            <p class="no-profit">
                <span class="gap">{t(key!("profit.incomplete"))}</span> " "
                <a class="no-print" href=goals.clone()>{t(key!("profit.add"))}</a>
            </p>
        })}
    }
}

/// The ways, the guardrails, and what has no way.
#[component]
pub fn ProfitWays(
    /// What the plan says.
    facts: Memo<Option<ProfitFacts>>,
) -> impl IntoView {
    let texts = Texts::here();
    let summary = move || {
        facts.with(|facts| {
            let facts = facts.as_ref()?;
            Some(texts.with(|catalogue| profit_summary(catalogue, facts)))
        })
    };
    let ways =
        move || facts.with(|facts| facts.as_ref().map(|one| one.ways.clone())).unwrap_or_default();
    let guards = move || {
        facts.with(|facts| facts.as_ref().map(|one| one.guardrails.clone())).unwrap_or_default()
    };
    let without = move || {
        facts.with(|facts| facts.as_ref().map(|one| one.without.clone())).unwrap_or_default()
    };
    view! {
        <NoProfitLine facts=facts />
        <p>{summary}</p>
        {move || (!ways().is_empty()).then(|| view! {
            <h3>{t(key!("profit.ways"))}</h3>
            <ul class="profit-ways">{ways().into_iter().map(|way| view! { <Way way=way /> }).collect_view()}</ul>
        })}
        {move || (!guards().is_empty()).then(|| view! {
            <h3>{t(key!("profit.guardrails"))}</h3>
            <ul class="profit-ways">
                {guards().into_iter().map(|(id, name)| view! { <li><Named id=id name=name /></li> }).collect_view()}
            </ul>
        })}
        {move || (!without().is_empty()).then(|| view! {
            <h3>{t(key!("profit.without"))}</h3>
            <ul class="profit-ways">
                {without().into_iter().map(|(id, name, lack)| view! { <Without id=id name=name lack=lack /> }).collect_view()}
            </ul>
        })}
        <p class="second small">{t(key!("profit.no_claim"))}</p>
    }
}

/// One way as its steps, with the assumption it rests on.
#[component]
fn Way(
    /// The way.
    way: WayToProfit,
) -> impl IntoView {
    let texts = Texts::here();
    let WayToProfit { indicator, steps, assumption } = way;
    let mut steps = steps.into_iter();
    let first = steps.next().unwrap_or_default();
    let rest = steps.map(
        |name| view! { " " <span aria-hidden="true">"→"</span> " " <span dir="auto">{name}</span> },
    );
    let says = move || {
        if assumption.is_empty() {
            return texts.text(key!("profit.no_assumption"));
        }
        texts.format(key!("profit.assumption"), &[("assumption", Arg::Text(&assumption))])
    };
    view! {
        <li>
            <Named id=indicator name=first />{rest.collect_view()}
            <span class="under" dir="auto">{says}</span>
        </li>
    }
}

/// An indicator by its name, as a link to its page.
#[component]
fn Named(
    /// The indicator.
    id: Id,
    /// Its name.
    name: String,
) -> impl IntoView {
    let href = Route::Project(Here::project(), Place::Indicator(id)).href();
    view! { <a href=href dir="auto">{name}</a> }
}

/// An indicator without a way, why, and the field that mends it.
#[component]
fn Without(
    /// The indicator.
    id: Id,
    /// Its name.
    name: String,
    /// Why it has none.
    lack: Lack,
) -> impl IntoView {
    let routing = Routing::here();
    let (word, field) = match lack {
        Lack::Role => (key!("profit.mend_role"), "#definition-profit"),
        Lack::How => (key!("profit.mend_how"), "#definition-profit-how"),
    };
    let href = Route::Project(Here::project(), Place::Definition(id)).href();
    view! {
        <li>
            <Named id=id name=name />
            <span class="under">
                {t(lack_key(lack))} " "
                <a class="no-print" href=href on:click=move |_| routing.aim_at(Some(field))>{t(word)}</a>
            </span>
        </li>
    }
}
