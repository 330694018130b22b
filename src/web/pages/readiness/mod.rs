//! All questions with their answers; first the state in one line, and the way
//! on.

pub mod gates;
pub mod receipt;
mod row;
mod words;

use crate::assessment::{Filter, Judged, first_open, progress};
use crate::i18n::Arg;
use crate::key;
use crate::pack::{Pack, Section};
use crate::route::{Place, Route};
use crate::web::components::status::{StatusWord, of_outcome};
use crate::web::pages::walk::{of_section, progress_words};
use crate::web::session::{Here, Session, readiness_pack};
use crate::web::texts::{Texts, t};
use crate::workspace::Readiness;
use leptos::prelude::*;

/// State, way on, filters, and every question with its answer.
#[component]
pub fn ReadinessList() -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let Some(pack) = readiness_pack() else {
        return view! { <h1>{t(key!("frame.readiness"))}</h1> }.into_any();
    };
    let readiness = Memo::new(move |_| session.readiness(project));
    let filter = RwSignal::new(Filter::All);
    let sections: Vec<_> = pack
        .sections
        .iter()
        .enumerate()
        .map(|(index, section)| {
            view! { <SectionTable pack=pack section=section index=index readiness=readiness filter=filter /> }
        })
        .collect();
    let nothing = Memo::new(move |_| count(readiness, filter.get()) == 0);
    view! {
        <h1>{t(key!("frame.readiness"))}</h1>
        <State readiness=readiness />
        <WayOn readiness=readiness />
        <Proofs />
        <Filters readiness=readiness filter=filter />
        <Show when=move || nothing.get()><p role="status">{t(key!("readiness.none_fits"))}</p></Show>
        <div class="question-sections">{sections}</div>
        <receipt::Receipt pack=pack readiness=readiness />
        <gates::Gates readiness=readiness />
    }
    .into_any()
}

fn count(readiness: Memo<Option<Readiness>>, filter: Filter) -> usize {
    readiness.with(|all| all.as_ref().map_or(0, |all| filter.count(&all.judged)))
}

/// The verdict and the score, each in a sentence.
#[component]
fn State(
    /// How everything stands.
    readiness: Memo<Option<Readiness>>,
) -> impl IntoView {
    let texts = Texts::here();
    let mark = move || {
        let (shape, class, word) =
            of_outcome(readiness.with(|all| all.as_ref().and_then(|all| all.verdict.outcome)));
        view! { <StatusWord shape=shape class=class word=word /> }
    };
    let say = move |read: fn(Texts, &Readiness) -> String| {
        move || readiness.with(|all| all.as_ref().map(|all| read(texts, all)))
    };
    view! {
        <gates::AtGate />
        <p class="lead readiness-state">{mark}</p>
        <p>{say(|texts, all| words::verdict(texts, &all.verdict))}</p>
        <p class="number">{say(words::score)}</p>
    }
}

/// The button that starts or resumes the walk.
#[component]
fn WayOn(
    /// How everything stands.
    readiness: Memo<Option<Readiness>>,
) -> impl IntoView {
    let project = Here::project();
    let target = Memo::new(move |_| {
        readiness.with(|all| {
            let judged = all.as_ref().map(|all| all.judged.as_slice()).unwrap_or_default();
            let first = judged.iter().flat_map(Judged::leaves).next();
            let first = first.map(|leaf| leaf.question.clone());
            match first_open(judged) {
                Some(_) if progress(judged).settled == 0 => (key!("readiness.start"), first),
                Some(open) => (key!("readiness.resume"), Some(open.to_owned())),
                None => (key!("readiness.again"), first),
            }
        })
    });
    move || {
        let (label, question) = target.get();
        let href = Route::Project(project, Place::Question(question?)).href();
        Some(
            view! { <p class="no-print"><a class="button button-primary" href=href>{t(label)}</a></p> },
        )
    }
}

/// The places where answers are proven, as links.
#[component]
fn Proofs() -> impl IntoView {
    let project = Here::project();
    let link = move |(place, key): (Place, &'static str)| {
        let href = Route::Project(project, place).href();
        view! { <li><a href=href>{t(key)}</a></li> }
    };
    let links = [
        (Place::Funding(None), key!("frame.funding")),
        (Place::SuccessCriteria, key!("frame.success_criteria")),
        (Place::Customer(None), key!("frame.customer")),
        (Place::Integrations(None), key!("frame.integrations")),
    ];
    view! {
        <nav class="proofs no-print" aria-labelledby="proofs">
            <h2 id="proofs">{t(key!("readiness.proofs"))}</h2>
            <ul>{links.map(link).into_iter().collect_view()}</ul>
        </nav>
    }
}

/// Which questions to show, as chips with their counts.
#[component]
fn Filters(
    /// How everything stands.
    readiness: Memo<Option<Readiness>>,
    /// The filter chosen.
    filter: RwSignal<Filter>,
) -> impl IntoView {
    let texts = Texts::here();
    let chips = Filter::ALL.map(|option| {
        let label = move || {
            let count = u64::try_from(count(readiness, option)).unwrap_or(u64::MAX);
            texts.format(filter_key(option), &[("count", Arg::Count(count))])
        };
        view! {
            <label class="chip">
                <input type="radio" name="filter" prop:checked=move || filter.get() == option
                    on:change=move |_| filter.set(option) />
                <span>{label}</span>
            </label>
        }
    });
    view! {
        <fieldset class="filters no-print">
            <legend>{t(key!("readiness.show"))}</legend>
            <div class="chips">{chips}</div>
        </fieldset>
    }
}

fn filter_key(filter: Filter) -> &'static str {
    match filter {
        Filter::All => key!("readiness.show_all"),
        Filter::Open => key!("readiness.show_open"),
        Filter::Gaps => key!("readiness.show_gaps"),
        Filter::NotApplicable => key!("readiness.show_not_applicable"),
    }
}

/// A section: progress and score in words, then its questions.
#[component]
fn SectionTable(
    /// The pack.
    pack: &'static Pack,
    /// The section.
    section: &'static Section,
    /// Its place in the pack, from 0.
    index: usize,
    /// How everything stands.
    readiness: Memo<Option<Readiness>>,
    /// The filter chosen.
    filter: RwSignal<Filter>,
) -> impl IntoView {
    let texts = Texts::here();
    let title = section.title_key(pack);
    let title_id = format!("section-{index}");
    let labelled_by = title_id.clone();
    let score =
        move || readiness.with(|all| all.as_ref().and_then(|all| all.sections.get(index).copied()));
    let settled = move || {
        readiness.with(|all| {
            all.as_ref().map(|all| progress_words(texts, of_section(&all.judged, section)))
        })
    };
    let value = Memo::new(move |_| score().and_then(|score| score.value));
    let meter = move || {
        let value = value.get()?;
        let title = texts.text(&section.title_key(pack));
        let label = texts.format(key!("readiness.score_of"), &[("section", Arg::Text(&title))]);
        Some(view! { <meter min="0" max="1" value=value.to_string() aria-label=label></meter> })
    };
    let hidden = Memo::new(move |_| {
        readiness.with(|all| {
            let judged = all.as_ref().map(|all| all.judged.as_slice()).unwrap_or_default();
            let mut leaves = of_section(judged, section).flat_map(Judged::leaves);
            !leaves.any(|leaf| filter.get().keeps(leaf.standing))
        })
    });
    view! {
        <section class="question-section" aria-labelledby=labelled_by hidden=move || hidden.get()>
            <h2 id=title_id>{move || texts.text(&title)}</h2>
            <p class="section-score second small">
                <span>{settled}</span>
                {meter}
                <span class="number">{move || score().map(|score| words::section_score(texts, &score))}</span>
            </p>
            <row::Questions section=section readiness=readiness filter=filter />
        </section>
    }
}
