//! The indicators that prove the success criteria: those that count, and what
//! the others still lack.

use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::kpi::MissingFact;
use crate::report::fact_key;
use crate::route::{Place, Route};
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::{Criterion, Project, criteria};
use leptos::prelude::*;

/// An indicator as this page shows it.
#[derive(Clone, PartialEq)]
struct Shown {
    indicator: Id,
    name: String,
    goal: String,
    missing: Vec<MissingFact>,
}

impl Shown {
    fn of(project: &Project, criterion: Criterion) -> Self {
        let indicator = project.indicators.get(criterion.indicator);
        let goal = criterion.goal.and_then(|goal| project.goals.get(goal));
        Self {
            indicator: criterion.indicator,
            name: indicator.map(|found| found.name.clone()).unwrap_or_default(),
            goal: goal.map(|found| found.statement.clone()).unwrap_or_default(),
            missing: criterion.missing,
        }
    }
}

/// Which indicators count as success criteria, and what the others lack.
#[component]
pub fn SuccessCriteria() -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let shown = Memo::new(move |_| {
        session
            .with_project(project, |project| {
                criteria(project)
                    .into_iter()
                    .map(|found| Shown::of(project, found))
                    .collect::<Vec<_>>()
            })
            .unwrap_or_default()
    });
    let part = move |full: bool| {
        Memo::new(move |_| {
            shown.with(|all| {
                all.iter().filter(|one| one.missing.is_empty() == full).cloned().collect::<Vec<_>>()
            })
        })
    };
    let (full, short) = (part(true), part(false));
    let is_empty = Memo::new(move |_| shown.with(Vec::is_empty));
    let question = Route::Project(project, Place::Question(QUESTION.to_owned())).href();
    view! {
        <h1>{t(key!("frame.success_criteria"))}</h1>
        <p class="lead second">{t(key!("readiness.criteria_lead"))}</p>
        <Show when=move || !is_empty.get() fallback=|| view! { <Empty /> }>
            <section class="section">
                <h2>{t(key!("readiness.criteria_count"))}</h2>
                <Show when=move || !full.with(Vec::is_empty)
                    fallback=move || view! { <p>{t(key!("readiness.criteria_none_counts"))}</p> }>
                    <Criteria rows=full />
                </Show>
            </section>
            <Show when=move || !short.with(Vec::is_empty)>
                <section class="section">
                    <h2>{t(key!("readiness.criteria_lacking"))}</h2>
                    <Criteria rows=short />
                </section>
            </Show>
        </Show>
        <p><a href=question>{t(key!("readiness.criteria_question"))}</a></p>
    }
}

/// The question these indicators prove.
const QUESTION: &str = "ready.success";

/// What belongs here, and the one next step.
#[component]
fn Empty() -> impl IntoView {
    let goals = Route::Project(Here::project(), Place::Goals).href();
    view! {
        <p>{t(key!("readiness.criteria_empty"))}</p>
        <p><a class="button button-primary" href=goals>{t(key!("readiness.criteria_go"))}</a></p>
    }
}

#[component]
fn Criteria(
    /// The indicators.
    rows: Memo<Vec<Shown>>,
) -> impl IntoView {
    let texts = Texts::here();
    let project = Here::project();
    let item = move |row: Shown| {
        let href = Route::Project(project, Place::Definition(row.indicator)).href();
        let goal = if row.goal.trim().is_empty() {
            texts.text(key!("readiness.no_goal"))
        } else {
            texts.format(key!("readiness.for_goal"), &[("goal", Arg::Text(row.goal.trim()))])
        };
        let missing = (!row.missing.is_empty()).then(|| {
            let missing = lacking(texts, &row.missing);
            texts.format(key!("readiness.lacks"), &[("missing", Arg::Text(&missing))])
        });
        view! {
            <li>
                <a href=href dir="auto">{shown_name(texts, &row.name)}</a>
                <p class="second small" dir="auto">{goal}</p>
                {missing.map(|missing| view! { <p class="walk-missing">{missing}</p> })}
            </li>
        }
    };
    view! { <ul class="criteria">{move || rows.get().into_iter().map(item).collect::<Vec<_>>()}</ul> }
}

/// The name of an indicator, or that it has none.
pub fn shown_name(texts: Texts, name: &str) -> String {
    let name = name.trim();
    if name.is_empty() { texts.text(key!("readiness.unnamed")) } else { name.to_owned() }
}

/// Missing facts as a list in words.
pub fn lacking(texts: Texts, missing: &[MissingFact]) -> String {
    let words: Vec<String> = missing.iter().map(|fact| texts.text(fact_key(*fact))).collect();
    words.join(&texts.text(key!("readiness.list_comma")))
}
