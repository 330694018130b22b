//! One department's own small page: its wording, its decisions, its comment,
//! its signature, and the file it hands back.

use super::agreed::AgreedFacts;
use super::case::{comment_of, comment_on};
use super::cell::decision_key;
use super::desk::Desk;
use super::field::NamedText;
use super::handing::{ExportPart, HandBack};
use super::sign::SignBlock;
use super::terms::{place_of, shown_name};
use super::wordings::{Comment, OwnWording};
use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::registers::alike;
use crate::route::{Place, Route};
use crate::web::components::focus::focus;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// The page of a department's view; the first one where the project is a part
/// and the address names none of its own.
#[component]
pub fn DepartmentPage(
    /// The view the address names.
    #[prop(optional_no_strip)]
    view: Option<Id>,
) -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let found = Memo::new(move |_| {
        session
            .with_project(project, |project| {
                let named = view.and_then(|id| project.views.get(id));
                let first = || {
                    let is_part = !project.head.department.trim().is_empty();
                    project.views.iter().next().filter(|_| is_part)
                };
                named.or_else(first).map(|view| (view.id, view.term))
            })
            .flatten()
    });
    let pages = move || found.get();
    view! {
        <For each=move || pages().into_iter() key=|found| *found let((view, term))>
            <Lead desk=Desk::of(term) view=view />
        </For>
        <Show when=move || found.with(Option::is_none)>
            <h1>{t(key!("frame.not_here"))}</h1>
            <p>{t(key!("frame.not_here_why"))}</p>
        </Show>
    }
}

#[component]
fn Lead(
    /// The board.
    desk: Desk,
    /// The department's view.
    view: Id,
) -> impl IntoView {
    let texts = desk.texts;
    let is_part = Memo::new(move |_| {
        let part = desk
            .session
            .with_project(desk.project, |project| !project.head.department.trim().is_empty());
        part.unwrap_or_default()
    });
    let heading = move || {
        let (name, term) = (desk.department(view), desk.read(|term| shown_name(texts, &term.name)));
        let args = [("department", Arg::Text(&name)), ("term", Arg::Text(&term))];
        texts.format(key!("board.lead_heading"), &args)
    };
    let board = move || desk.record.with(|term| term.as_ref().map(place_of));
    let back = move || {
        let href = Route::Project(desk.project, board()?).href();
        Some(view! { <p class="no-print"><a href=href>{t(key!("board.to_board"))}</a></p> })
    };
    view! {
        <div class="lead-page">
            {move || (!is_part.get()).then(back)}
            <h1 dir="auto">{heading}</h1>
            <p class="lead second">{t(key!("board.lead_lead"))}</p>
            <Progress desk=desk view=view />
            <OtherTerms desk=desk view=view />
            <section class="section" aria-labelledby="own-wording">
                <h2 id="own-wording">{t(key!("board.step_wording"))}</h2>
                <OwnWording desk=desk view=view />
            </section>
            <Decisions desk=desk view=view />
            <section class="section" aria-labelledby="own-comment">
                <h2 id="own-comment">{t(key!("board.step_comment"))}</h2>
                <Comment desk=desk view=view />
            </section>
            <section class="section" aria-labelledby="own-signature">
                <h2 id="own-signature">{t(key!("board.step_sign"))}</h2>
                <AgreedFacts desk=desk />
                <SignBlock desk=desk view=view />
            </section>
            <section class="section no-print" aria-labelledby="hand-back">
                <Show when=move || is_part.get() fallback=move || view! {
                    <h2 id="hand-back">{t(key!("board.hand_out"))}</h2>
                    <p>{t(key!("board.hand_out_how"))}</p>
                    <p><ExportPart desk=desk view=view /></p>
                }>
                    <h2 id="hand-back">{t(key!("board.hand_back"))}</h2>
                    <p>{t(key!("board.hand_back_how"))}</p>
                    <p><HandBack desk=desk view=view /></p>
                </Show>
            </section>
        </div>
    }
}

/// How far the department is.
#[component]
fn Progress(
    /// The board.
    desk: Desk,
    /// The department's view.
    view: Id,
) -> impl IntoView {
    let words = move || {
        let cases = desk.read(|term| term.cases.iter().map(|case| case.id).collect::<Vec<_>>());
        let decided = cases.iter().filter(|case| desk.decision(**case, view).is_some()).count();
        let count = |count: usize| Arg::Count(u64::try_from(count).unwrap_or(u64::MAX));
        let args = [("count", count(decided)), ("all", count(cases.len()))];
        desk.texts.format(key!("board.progress"), &args)
    };
    view! { <p role="status">{words}</p> }
}

/// The other terms the department takes part in.
#[component]
fn OtherTerms(
    /// The board.
    desk: Desk,
    /// The department's view.
    view: Id,
) -> impl IntoView {
    let texts = Texts::here();
    let links = move || {
        let own = alike(&desk.department(view));
        let found = desk.session.with_project(desk.project, |project| {
            let views = project.views.iter().filter(|found| alike(&found.department) == own);
            let row = |found: &crate::registers::View| {
                let term = project.terms.get(found.term);
                (found.id, term.map(|term| term.name.clone()).unwrap_or_default())
            };
            views.map(row).collect::<Vec<_>>()
        });
        let found = found.unwrap_or_default();
        (found.len() > 1).then(|| {
            let link = |(id, name): (Id, String)| {
                let href = Route::Project(desk.project, Place::Department(id)).href();
                let here = (id == view).then_some("page");
                view! { <li><a href=href aria-current=here dir="auto">{shown_name(texts, &name)}</a></li> }
            };
            let items = found.into_iter().map(link).collect_view();
            view! {
                <nav class="term-nav" aria-label=t(key!("board.terms"))><ul>{items}</ul></nav>
            }
        })
    };
    view! { {links} }
}

/// Every case with its decision, one below the other.
#[component]
fn Decisions(
    /// The board.
    desk: Desk,
    /// The department's view.
    view: Id,
) -> impl IntoView {
    let cases = Memo::new(move |_| {
        desk.read(|term| term.cases.iter().map(|case| case.id).collect::<Vec<_>>())
    });
    let question = move || {
        let term = desk.read(|term| shown_name(desk.texts, &term.name));
        desk.texts.format(key!("board.step_cases"), &[("term", Arg::Text(&term))])
    };
    view! {
        <section class="section" aria-labelledby="own-cases">
            <h2 id="own-cases" dir="auto">{question}</h2>
            <Show when=move || !cases.with(Vec::is_empty) fallback=|| view! { <p>{t(key!("board.no_cases"))}</p> }>
                <For each=move || cases.get() key=|case| *case let:case>
                    <CaseQuestion desk=desk view=view case=case />
                </For>
            </Show>
        </section>
    }
}

/// A case as a question with three answers, and why.
#[component]
fn CaseQuestion(
    /// The board.
    desk: Desk,
    /// The department's view.
    view: Id,
    /// The case.
    case: u32,
) -> impl IntoView {
    let decided = Memo::new(move |_| desk.decision(case, view));
    let note =
        move || desk.read(|term| term.case(case).map(|case| case.note.clone()).unwrap_or_default());
    let radios = [Some(true), Some(false), None].map(|option| {
        view! {
            <label class="answer">
                <input type="radio" name=format!("decision-{case}") prop:checked=move || decided.get() == option
                    on:change=move |_| { desk.edit_view(view, None, |view| view.decide(case, option)); } />
                <span>{t(decision_key(option))}</span>
            </label>
        }
    });
    view! {
        <fieldset class="case-question">
            <legend dir="auto">{move || desk.case_text(case)}</legend>
            <p class="second small" dir="auto">{note}</p>
            <div class="answers">{radios}</div>
            <Show when=move || decided.get().is_some()><Why desk=desk view=view case=case /></Show>
        </fieldset>
    }
}

/// Why it is decided so: behind a button until there is a reason, or twelve
/// empty fields would make the page look like work.
#[component]
fn Why(
    /// The board.
    desk: Desk,
    /// The department's view.
    view: Id,
    /// The case.
    case: u32,
) -> impl IntoView {
    let comment = comment_of(desk, case, view);
    let asked = RwSignal::new(false);
    let shown = Memo::new(move |_| asked.get() || comment.with(|text| !text.is_empty()));
    // Which case is said by the legend around it.
    let label = Signal::derive(move || desk.texts.text(key!("board.why")));
    let ask = move |_| {
        asked.set(true);
        focus(&format!("why-{case}"));
    };
    view! {
        <Show when=move || shown.get() fallback=move || view! {
            <button class="button button-quiet" type="button" on:click=ask>{t(key!("board.add_why"))}</button>
        }>
            <NamedText id=format!("why-{case}") label=label value=comment
                on_text=move |text: String| { asked.set(true); comment_on(desk, case, view, text) } />
        </Show>
    }
}
