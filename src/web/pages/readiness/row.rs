//! The questions of a section as a table: standing, answer, owner, due date.

use crate::assessment::{Answer, Filter, Judged, Standing, find_judged};
use crate::i18n::Arg;
use crate::key;
use crate::pack::{Question, Section};
use crate::route::{Place, Route};
use crate::web::components::gap::{Grow, Origin};
use crate::web::components::people::person_name;
use crate::web::components::proof::register_place;
use crate::web::components::status::{StatusWord, of_standing};
use crate::web::pages::walk::word;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::Readiness;
use leptos::prelude::*;

/// The questions of a section with their sub-checks.
#[component]
pub fn Questions(
    /// The section.
    section: &'static Section,
    /// How everything stands.
    readiness: Memo<Option<Readiness>>,
    /// The filter chosen.
    filter: RwSignal<Filter>,
) -> impl IntoView {
    let rows: Vec<_> = section
        .questions
        .iter()
        .flat_map(|question| {
            let checks = question.checks.iter().map(|check| (check, true));
            std::iter::once((question, false)).chain(checks)
        })
        .map(|(question, is_check)| {
            view! { <Row question=question is_check=is_check readiness=readiness filter=filter /> }
        })
        .collect();
    view! {
        <table class="question-table">
            <colgroup><col /><col /><col /><col /><col /><col class="no-print" /></colgroup>
            <thead>
                <tr>
                    <th scope="col">{t(key!("readiness.question"))}</th>
                    <th scope="col">{t(key!("readiness.stands"))}</th>
                    <th scope="col">{t(key!("readiness.answer"))}</th>
                    <th scope="col">{t(key!("readiness.owner"))}</th>
                    <th scope="col">{t(key!("readiness.due"))}</th>
                    <th scope="col" class="no-print">{t(key!("actions.from_gap"))}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// One question. A question with sub-checks is shown with any of them.
#[component]
fn Row(
    /// The question.
    question: &'static Question,
    /// Whether it is a sub-check.
    is_check: bool,
    /// How everything stands.
    readiness: Memo<Option<Readiness>>,
    /// The filter chosen.
    filter: RwSignal<Filter>,
) -> impl IntoView {
    let texts = Texts::here();
    let session = Session::here();
    let project = Here::project();
    let judged = Memo::new(move |_| {
        readiness.with(|all| find_judged(&all.as_ref()?.judged, &question.id).cloned())
    });
    let answer = Memo::new(move |_| {
        session.with_project(project, |project| project.answer(&question.id).cloned()).flatten()
    });
    let hidden = Memo::new(move |_| {
        let keeps = |judged: &Judged| judged.leaves().any(|leaf| filter.get().keeps(leaf.standing));
        !judged.with(|judged| judged.as_ref().is_some_and(keeps))
    });
    let standing = Memo::new(move |_| standing(judged));
    let mark = move || {
        let (shape, class, word) = of_standing(standing.get());
        view! { <StatusWord shape=shape class=class word=word /> }
    };
    let owner = move || {
        let owner = answer.with(|answer| answer.as_ref().and_then(|answer| answer.owner))?;
        Some(person_name(session, project, owner))
    };
    let href = Route::Project(project, Place::Question(question.id.clone())).href();
    let label = move |key| move || texts.text(key);
    view! {
        <tr class:is-check=is_check hidden=move || hidden.get()>
            <th scope="row">
                <a href=href>{move || texts.text(&question.text_key("short"))}</a>
                {register_place(question.proof).map(|(place, word)| view! {
                    <a class="register-link small no-print" href=Route::Project(project, place).href()>{t(word)}</a>
                })}
            </th>
            <td>{mark}</td>
            <td data-label=label(key!("readiness.answer"))>{move || said(texts, judged)}</td>
            <td class="whole" data-label=label(key!("readiness.owner")) dir="auto">{owner}</td>
            <td class="whole" data-label=label(key!("readiness.due"))><Due answer=answer standing=standing /></td>
            <td data-label=label(key!("actions.from_gap")) class="no-print">
                {question.checks.is_empty().then(|| view! { <FromGap question=question standing=standing /> })}
            </td>
        </tr>
    }
}

/// The buttons that make an action and a risk out of a gap.
#[component]
fn FromGap(
    /// The question.
    question: &'static Question,
    /// How it stands.
    standing: Memo<Standing>,
) -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let id = question.id.as_str();
    let origin = Memo::new(move |_| {
        session.with_project(project, |project| Origin::of_question(project, id))
    });
    let is_gap = Memo::new(move |_| standing.get().is_gap());
    move || {
        let origin = origin.get().filter(|_| is_gap.get())?;
        Some(view! { <Grow origin=Signal::stored(origin) /> })
    }
}

fn standing(judged: Memo<Option<Judged>>) -> Standing {
    judged.with(|judged| judged.as_ref().map_or(Standing::Open, |judged| judged.standing))
}

/// The answer that counts, and where it comes from when nobody gave it.
fn said(texts: Texts, judged: Memo<Option<Judged>>) -> Option<String> {
    judged.with(|judged| {
        let judged = judged.as_ref()?;
        let answer = word(texts, judged.value?);
        let answer_arg = [("answer", Arg::Text(&answer))];
        Some(match judged.derived {
            _ if !judged.checks.is_empty() => {
                texts.format(key!("readiness.from_checks"), &answer_arg)
            }
            Some(derived) if judged.standing == Standing::Overridden => {
                let derived = word(texts, derived);
                let args = [("answer", Arg::Text(&answer)), ("derived", Arg::Text(&derived))];
                texts.format(key!("readiness.instead_of"), &args)
            }
            Some(_) => texts.format(key!("readiness.from_plan"), &answer_arg),
            None => answer,
        })
    })
}

/// The due date; of a gap that is late, since when.
#[component]
fn Due(
    /// The answer.
    answer: Memo<Option<Answer>>,
    /// How the question stands.
    standing: Memo<Standing>,
) -> impl IntoView {
    let texts = Texts::here();
    let session = Session::here();
    let due = Memo::new(move |_| answer.with(|answer| answer.as_ref().and_then(|found| found.due)));
    let is_late = Memo::new(move |_| {
        standing.get().is_gap() && due.get().is_some_and(|due| due < session.today())
    });
    let words = move || {
        let key = if is_late.get() { key!("readiness.overdue") } else { key!("readiness.due_on") };
        due.get().map(|due| texts.format(key, &[("date", Arg::DateShort(due))]))
    };
    view! { <span class="number" class:is-late=move || is_late.get()>{words}</span> }
}
