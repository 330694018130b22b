//! What an action or a risk grew out of, as a link to the place where the gap
//! is closed.

use crate::base::Id;
use crate::key;
use crate::registers::ActionState;
use crate::route::{Place, Route};
use crate::web::components::status::{Mark, Shape};
use crate::web::components::way::StepLink;
use crate::web::pages::overview::question_name;
use crate::web::session::{Here, Session, readiness_pack};
use crate::web::texts::{Texts, t};
use crate::workspace::{MissingLink, Project, is_missing};
use leptos::prelude::*;

/// Question and missing fact of a record.
#[derive(Debug, Clone, PartialEq, Default)]
struct Origin {
    question: String,
    fact: Option<MissingLink>,
    /// Whether the action is done and the fact is missing all the same.
    in_vain: bool,
}

/// What stands below the name of an action.
pub fn of_action() -> Callback<Id, AnyView> {
    Callback::new(|id: Id| {
        let read = move |project: &Project| {
            let action = project.actions.get(id)?;
            let fact = MissingLink::parse(&action.gap);
            let is_missing = || {
                let (pack, fact) = (readiness_pack()?, fact?);
                Some(is_missing(project, pack, &action.question, fact))
            };
            let in_vain = action.state == ActionState::Done && is_missing() == Some(true);
            Some(Origin { question: action.question.clone(), fact, in_vain })
        };
        view! { <OriginCell read=Callback::new(move |()| in_project(read)) /> }.into_any()
    })
}

/// What stands below the name of a risk.
pub fn of_risk() -> Callback<Id, AnyView> {
    Callback::new(|id: Id| {
        let read = move |project: &Project| {
            let risk = project.risks.get(id)?;
            let fact = MissingLink::parse(&risk.gap);
            Some(Origin { question: risk.question.clone(), fact, in_vain: false })
        };
        view! { <OriginCell read=Callback::new(move |()| in_project(read)) /> }.into_any()
    })
}

fn in_project(read: impl FnOnce(&Project) -> Option<Origin>) -> Origin {
    Session::here().with_project(Here::project(), read).flatten().unwrap_or_default()
}

#[component]
fn OriginCell(
    /// Reads the origin; tracks it.
    read: Callback<(), Origin>,
) -> impl IntoView {
    let texts = Texts::here();
    let project = Here::project();
    let origin = Memo::new(move |_| read.run(()));
    move || {
        let Origin { question, fact, in_vain } = origin.get();
        // Another pack's question may be gone.
        readiness_pack()?.question(&question)?;
        let name = question.clone();
        let href = Route::Project(project, Place::Question(question.clone())).href();
        let link = match fact {
            Some(fact) => view! { <StepLink question=question fact=fact /> }.into_any(),
            None => view! { <a href=href>{move || question_name(texts, &name)}</a> }.into_any(),
        };
        let note = in_vain.then(|| {
            view! {
                <span class="is-late small">
                    <Mark shape=Shape::Triangle class="status-missed" /> " " {t(key!("actions.still_missing"))}
                </span>
            }
        });
        Some(view! {
            <span class="origin small">
                <span><span class="second">{t(key!("actions.for"))}</span> " " {link}</span>
                {note}
            </span>
        })
    }
}
