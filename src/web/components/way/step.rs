//! One step: what is missing as a link to its field, by when, and what grows
//! out of it.

use crate::i18n::Arg;
use crate::key;
use crate::report::{link_words, place_of};
use crate::route::{Place, Route};
use crate::web::components::gap::{Grow, Origin};
use crate::web::components::goal_check::definition_field;
use crate::web::routing::Routing;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::{MissingLink, Step};
use chrono::NaiveDate;
use leptos::prelude::*;

/// One step.
#[component]
pub fn StepRow(
    /// The step.
    step: Step,
    /// Whether nothing can be made out of it here.
    read_only: bool,
) -> impl IntoView {
    let due = step.due;
    let leads_on = step.fact.leads_on();
    let origin = Origin::of_step(&step);
    let grow = (!read_only).then(|| view! { <Grow origin=Signal::stored(origin) /> });
    view! {
        <li>
            <StepLink question=step.question fact=step.fact />
            <p class="way-about second small">
                <Due due=due />
                {leads_on.then(|| view! { <span>{t(key!("way.leads_on"))}</span> })}
                {grow}
            </p>
        </li>
    }
}

/// A missing fact as a link to the field where it is put in.
#[component]
pub fn StepLink(
    /// The question it is for.
    question: String,
    /// The fact.
    fact: MissingLink,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let routing = Routing::here();
    let asked = question.clone();
    let place = move || {
        session
            .with_project(project, |project| place_of(project, &asked, fact))
            .unwrap_or(Place::Overview)
    };
    let href = move || Route::Project(project, place()).href();
    let words = move || {
        session.with_project(project, |project| {
            texts.with(|catalogue| link_words(catalogue, project, &question, fact))
        })
    };
    view! {
        <a class="fact-name" href=href dir="auto" on:click=move |_| routing.aim_at(field_of(fact))>{words}</a>
    }
}

/// The field of a missing fact on its page, by its selector; the registers'
/// own addresses name their cell.
fn field_of(fact: MissingLink) -> Option<&'static str> {
    Some(match fact {
        MissingLink::Answer(_) | MissingLink::Withdraw => "#answer-1",
        MissingLink::Reason => "#reason",
        MissingLink::Evidence => "#evidence-1-text",
        MissingLink::Leader | MissingLink::EndUser => "#respondent-add",
        MissingLink::Owner => "#owner",
        MissingLink::DueDate => "#due",
        MissingLink::Indicator(_, fact) => {
            fact.slot().and_then(definition_field).unwrap_or("#definition-findings button")
        }
        MissingLink::FirstIndicator | MissingLink::Register(_) => return None,
    })
}

/// By when, and whether that day has passed.
#[component]
fn Due(
    /// The day.
    due: Option<NaiveDate>,
) -> impl IntoView {
    let texts = Texts::here();
    let session = Session::here();
    let late = move || due.is_some_and(|due| due < session.today());
    let words = move || match due {
        Some(due) => {
            let key = if late() { key!("way.overdue") } else { key!("way.due") };
            texts.format(key, &[("date", Arg::DateShort(due))])
        }
        None => texts.text(key!("way.no_date")),
    };
    view! { <span class="number" class:is-late=late>{words}</span> }
}
