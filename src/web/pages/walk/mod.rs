//! One question of the walk fills the view.

mod answer;
mod aside;
mod asked;
mod derived;
mod evidence;
mod gap;
mod keys;
mod note;
mod parent;
mod respondents;

use crate::assessment::{Whereabouts, whereabouts};
use crate::i18n::Arg;
use crate::key;
use crate::pack::Question;
use crate::route::{Place, Route};
use crate::web::components::status::{StatusWord, of_standing};
use crate::web::routing::Routing;
use crate::web::session::{Here, readiness_pack};
use crate::web::texts::{Texts, t};
pub use answer::word;
pub use aside::{of_section, progress_words};
use asked::Asked;
use leptos::prelude::*;

/// One question fills the view; a question with sub-checks leads to them.
#[component]
pub fn Walk(
    /// Id of the question.
    question: String,
) -> impl IntoView {
    // Keyed, so that the next question starts with a page of its own instead
    // of what was opened or scrolled on the last one.
    view! {
        <For each=move || [question.clone()] key=Clone::clone let:question>
            {page_of(&question)}
        </For>
    }
}

fn page_of(question: &str) -> AnyView {
    let Some(pack) = readiness_pack() else {
        return view! { <NoSuchQuestion /> }.into_any();
    };
    match (whereabouts(pack, question), pack.question(question)) {
        (Some(at), _) => view! { <Stop at=at /> }.into_any(),
        (None, Some(parent)) => view! { <parent::Parent question=parent /> }.into_any(),
        (None, None) => view! { <NoSuchQuestion /> }.into_any(),
    }
}

/// For a link to a question that is not in the pack.
#[component]
fn NoSuchQuestion() -> impl IntoView {
    view! {
        <h1>{t(key!("walk.no_such"))}</h1>
        <p>{t(key!("walk.no_such_why"))}</p>
        <p><a href=Route::Project(Here::project(), Place::Readiness).href()>{t(key!("walk.list"))}</a></p>
    }
}

/// A question with everything its answer calls for, and the way beside it.
#[component]
fn Stop(
    /// Where on the way.
    at: Whereabouts<'static>,
) -> impl IntoView {
    let asked = Asked::new(at.stop.question);
    let question = at.stop.question;
    let previous = route_to(at.previous).unwrap_or(Place::Readiness);
    let next = route_to(at.next).unwrap_or(Place::Overview);
    let on_key = keys::listener(asked, previous.clone(), next.clone());
    view! {
        <div class="with-aside walk">
            <div class="walk-main" on:keydown=on_key>
                <Position at=at />
                <answer::Answers asked=asked />
                <Standing asked=asked />
                <derived::Derived asked=asked />
                <derived::Reason asked=asked />
                <evidence::EvidenceList asked=asked />
                <respondents::Respondents asked=asked />
                <gap::Gap asked=asked />
                <Trap question=question />
                <note::Note asked=asked />
                <Onward previous=previous next=next is_last=at.next.is_none() is_first=at.previous.is_none() />
                <keys::Help count=answer::options(question.scale).len() />
            </div>
            <aside::Way current=question.id.as_str() />
        </div>
    }
}

fn route_to(question: Option<&Question>) -> Option<Place> {
    question.map(|question| Place::Question(question.id.clone()))
}

/// Section and number; for a sub-check also the question it belongs to.
#[component]
fn Position(
    /// Where on the way.
    at: Whereabouts<'static>,
) -> impl IntoView {
    let texts = Texts::here();
    let project = Here::project();
    let words = move || {
        let section = readiness_pack()
            .map(|pack| texts.text(&at.stop.section.title_key(pack)))
            .unwrap_or_default();
        let args = [
            ("section", Arg::Text(&section)),
            ("number", Arg::Number(as_number(at.number))),
            ("count", Arg::Number(as_number(at.count))),
        ];
        texts.format(key!("walk.position"), &args)
    };
    view! {
        <p class="walk-position second small">
            <a href=Route::Project(project, Place::Readiness).href()>{t(key!("walk.list"))}</a>
            <span>{words}</span>
        </p>
        {at.stop.parent.map(|parent| view! { <parent::PartOf question=parent /> })}
    }
}

#[allow(clippy::cast_precision_loss)] // numbers of questions are far below 2^52
fn as_number(count: usize) -> f64 {
    count as f64
}

/// How the question stands, said when it changes.
#[component]
fn Standing(
    /// The question.
    asked: Asked,
) -> impl IntoView {
    let standing = Memo::new(move |_| asked.standing());
    let mark = move || {
        let (shape, class, word) = of_standing(standing.get());
        view! { <StatusWord shape=shape class=class word=word /> }
    };
    view! {
        <p class="walk-standing" role="status">
            <span class="second">{t(key!("walk.stands"))}</span>
            " "
            {mark}
        </p>
    }
}

/// The mistake people make with this question, where the pack names one.
#[component]
fn Trap(
    /// The question.
    question: &'static Question,
) -> impl IntoView {
    let texts = Texts::here();
    let trap = move || {
        texts.with(|catalogue| catalogue.find(&question.text_key("trap")).map(str::to_owned))
    };
    move || {
        trap().map(|trap| {
            view! {
                <p class="walk-trap"><strong>{t(key!("walk.trap"))}</strong>" "{trap}</p>
            }
        })
    }
}

/// On to the next question and back.
#[component]
fn Onward(
    /// Where "back" leads.
    previous: Place,
    /// Where "on" leads.
    next: Place,
    /// Whether there is no question before.
    is_first: bool,
    /// Whether there is no question after.
    is_last: bool,
) -> impl IntoView {
    let routing = Routing::here();
    let project = Here::project();
    let on = if is_last { key!("walk.verdict") } else { key!("walk.next") };
    let go = move |place: &Place| routing.go(&Route::Project(project, place.clone()));
    view! {
        <div class="walk-onward cluster">
            <button class="button button-primary" type="button" on:click=move |_| go(&next)>{t(on)}</button>
            {(!is_first).then(|| view! {
                <button class="button" type="button" on:click=move |_| go(&previous)>{t(key!("walk.previous"))}</button>
            })}
        </div>
    }
}
