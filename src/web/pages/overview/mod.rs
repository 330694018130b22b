//! Verdict, blockers, indicators off target, what to do next, readiness by
//! section, and what it is all for.

mod blockers;
pub mod next;
mod off_target;
pub mod purpose;
pub mod sections;

use crate::assessment::{Judged, Standing};
use crate::base::Id;
use crate::key;
use crate::report;
use crate::route::{Place, Route};
use crate::web::components::dialog::Dialog;
use crate::web::components::people::person_name;
use crate::web::components::profit::{NoProfitLine, facts_here};
use crate::web::components::status::{Mark, of_outcome};
use crate::web::components::way::ShortestWay;
use crate::web::pages::readiness::gates::AtGate;
use crate::web::pages::readiness::receipt::VerdictReceipt;
use crate::web::pages::round::RoundLink;
use crate::web::session::{Here, Session, readiness_pack};
use crate::web::texts::{Texts, t};
use crate::workspace::Readiness;
use chrono::NaiveDate;
use leptos::prelude::*;

/// The overview of the project shown.
#[component]
pub fn Overview() -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let readiness = Memo::new(move |_| session.readiness(project));
    let untouched = Memo::new(move |_| {
        let blank = |project: &crate::workspace::Project| {
            project.answers.is_empty() && project.goals.is_empty() && project.indicators.is_empty()
        };
        session.with_project(project, blank).unwrap_or_default()
    });
    let body = move || {
        if untouched.get() {
            view! { <Begin /> }.into_any()
        } else {
            view! {
                <GoOn readiness=readiness />
                <NoProfitLine facts=facts_here() />
                <ShortestWay />
                <div class="overview-grid">
                    <blockers::Blockers readiness=readiness />
                    <off_target::OffTargets />
                    <next::Next readiness=readiness />
                    <sections::Sections readiness=readiness />
                </div>
            }
            .into_any()
        }
    };
    view! {
        <VerdictHeading readiness=readiness />
        <p class="cluster about-verdict"><AtGate /> <VerdictReceiptButton readiness=readiness /></p>
        {body}
        <purpose::Purpose />
    }
}

/// The verdict as a sentence; nothing on the page is larger.
#[component]
pub fn VerdictHeading(
    /// The readiness of the project shown.
    readiness: Memo<Option<Readiness>>,
) -> impl IntoView {
    let texts = Texts::here();
    let sentence = move || {
        readiness.with(|found| {
            let found = found.as_ref()?;
            Some(texts.with(|catalogue| report::verdict(catalogue, found)))
        })
    };
    let mark = move || {
        let outcome =
            readiness.with(|found| found.as_ref().and_then(|found| found.verdict.outcome));
        let (shape, class, _) = of_outcome(outcome);
        view! { <Mark shape=shape class=class /> }
    };
    view! { <h1 class="verdict overview-verdict">{mark} <span>{sentence}</span></h1> }
}

/// Opens how the verdict is worked out.
#[component]
fn VerdictReceiptButton(
    /// The readiness of the project shown.
    readiness: Memo<Option<Readiness>>,
) -> impl IntoView {
    let texts = Texts::here();
    let open = RwSignal::new(false);
    let heading = Signal::derive(move || texts.text(key!("overview.verdict_receipt")));
    readiness_pack().map(|pack| {
        view! {
            <button class="button button-small button-quiet no-print" type="button" on:click=move |_| open.set(true)>
                {t(key!("overview.verdict_receipt"))}
            </button>
            <Dialog open=open heading=heading>
                <div class="receipt"><VerdictReceipt pack=pack readiness=readiness /></div>
                <button class="button" type="button" on:click=move |_| open.set(false)>{t(key!("plan.close"))}</button>
            </Dialog>
        }
    })
}

/// The one next step of a project in which nothing has been entered.
#[component]
fn Begin() -> impl IntoView {
    let project = Here::project();
    view! {
        <section class="begin" aria-labelledby="begin">
            <h2 id="begin">{t(key!("overview.begin"))}</h2>
            <p class="lead">{t(key!("overview.begin_lead"))}</p>
            <p class="cluster">
                <a class="button button-primary" href=first_question(project)>{t(key!("overview.start_walk"))}</a>
                <a class="button" href=Route::Project(project, Place::Goals).href()>{t(key!("overview.first_target"))}</a>
            </p>
        </section>
    }
}

/// Leads back into the walk while a question is open, and to the first target
/// while there is none.
#[component]
fn GoOn(
    /// The readiness of the project shown.
    readiness: Memo<Option<Readiness>>,
) -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let next_open = Memo::new(move |_| readiness.with(|found| first_open(found.as_ref()?)));
    let without_target = Memo::new(move |_| {
        session.with_project(project, |project| project.indicators.is_empty()).unwrap_or_default()
    });
    let walk = move || {
        next_open.get().map(|question| {
            let href = Route::Project(project, Place::Question(question)).href();
            view! { <a class="button" href=href>{t(key!("overview.continue_walk"))}</a> }
        })
    };
    let target = move || {
        without_target.get().then(|| {
            let href = Route::Project(project, Place::Goals).href();
            view! { <a class="button" href=href>{t(key!("overview.first_target"))}</a> }
        })
    };
    view! { <p class="cluster no-print">{walk} {target} <RoundLink /></p> }
}

fn first_open(readiness: &Readiness) -> Option<String> {
    let mut leaves = readiness.judged.iter().flat_map(Judged::leaves);
    leaves.find(|leaf| leaf.standing == Standing::Open).map(|leaf| leaf.question.clone())
}

fn first_question(project: Id) -> String {
    let pack = crate::web::session::readiness_pack();
    let question = pack.and_then(|pack| pack.answerable().next().map(|first| first.id.clone()));
    let place = question.map_or(Place::Readiness, Place::Question);
    Route::Project(project, place).href()
}

/// The short name of a question in the language in use.
pub fn question_name(texts: Texts, question: &str) -> String {
    texts.text(&format!("pack.{question}.short"))
}

/// "Finance director · 31 Dec 2026", with what is missing said in words.
pub fn who_when(
    session: Session,
    texts: Texts,
    owner: Option<Id>,
    due: Option<NaiveDate>,
) -> String {
    let who = owner.map_or_else(
        || texts.text(key!("people.nobody")),
        |id| person_name(session, Here::project(), id),
    );
    let when = due_words(texts, due);
    let args = [("who", crate::i18n::Arg::Text(&who)), ("when", crate::i18n::Arg::Text(&when))];
    texts.format(key!("overview.who_when"), &args)
}

/// A due date for a table, or that there is none.
pub fn due_words(texts: Texts, due: Option<NaiveDate>) -> String {
    match due {
        Some(due) => texts.with(|catalogue| crate::i18n::dates::short(catalogue, due)),
        None => texts.text(key!("overview.no_date")),
    }
}
