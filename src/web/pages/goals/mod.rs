//! Goals and their indicators.

mod board;
mod check;
mod example;
mod form;
mod goal;
mod links;
mod map;
mod map_table;
mod pairs;
mod trade_offs;

use self::board::Board;
use self::check::GoalCheckList;
use self::example::Example;
use self::goal::GoalSection;
use self::links::Links;
pub use self::map::GoalMap;
use self::trade_offs::TradeOffs;
use super::definition::focus_on;
use crate::base::{Id, IdKind};
use crate::key;
use crate::kpi::Goal;
use crate::route::{Place, Route};
use crate::web::components::goal_check::{Found, OpenGoal, add_indicator};
use crate::web::routing::Routing;
use crate::web::session::{Here, Session};
use crate::web::texts::t;
use crate::workspace::Record;
use leptos::prelude::*;

/// Goals and their indicators.
#[component]
pub fn Goals() -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let goals = Memo::new(move |_| {
        let ids = |project: &crate::workspace::Project| {
            project.goals.iter().map(|goal| goal.id).collect::<Vec<_>>()
        };
        session.with_settled_project(project, ids).unwrap_or_default()
    });
    let loose = indicators_under(None);
    let is_empty = move || goals.with(Vec::is_empty) && loose.with(Vec::is_empty);
    let is_measured = Memo::new(move |_| {
        let any = |project: &crate::workspace::Project| project.indicators.iter().next().is_some();
        session.with_settled_project(project, any).unwrap_or_default()
    });
    // The goal whose form is open.
    let editing = RwSignal::new(None::<Id>);
    let found = Found::provide();
    provide_context(OpenGoal(Callback::new(move |(goal, slot)| {
        editing.set(Some(goal));
        focus_on(goal::field_of(goal, slot));
    })));
    let has_findings = Memo::new(move |_| !found.all().with(Vec::is_empty));
    view! {
        <div class="goals-head">
            <h1>{t(key!("frame.goals"))}</h1>
            <div class="cluster no-print">
                {move || is_measured.get().then(|| view! {
                    <a class="button" href=Route::Project(project, Place::Scoreboard(String::new())).href()>{t(key!("scorecard.link"))}</a>
                    <a class="button" href=Route::Project(project, Place::Round).href()>{t(key!("round.link"))}</a>
                })}
                {move || (!is_empty()).then(|| view! {
                    <a class="button" href=Route::Project(project, Place::GoalMap).href()>{t(key!("goal_map.link"))}</a>
                })}
                <button class="button" class:button-primary=move || goals.with(Vec::is_empty) type="button"
                    on:click=move |_| add_goal(session, project, editing)>
                    {t(key!("goals.add_goal"))}
                </button>
                {move || goals.with(Vec::is_empty).then(|| view! { <AddIndicator goal=None /> })}
                {move || goals.with(Vec::is_empty).then(|| view! { <FromLibrary goal=None /> })}
            </div>
        </div>
        <Links />
        {move || is_empty().then(|| view! { <Example /> })}
        {move || has_findings.get().then(|| view! { <GoalCheckList found=found /> })}
        {move || (!has_findings.get() && !is_empty()).then(|| view! {
            <p class="second no-print">{t(key!("goal_check.none"))}</p>
        })}
        <For each=move || goals.get() key=|id| *id let:id><GoalSection id=id editing=editing /></For>
        {move || (!loose.with(Vec::is_empty)).then(|| view! {
            <section class="goal" aria-labelledby="goal-none">
                <h2 id="goal-none">{t(key!("goals.loose"))}</h2>
                <p class="second">{t(key!("goals.loose_why"))}</p>
                <Board indicators=loose labelled_by="goal-none" />
            </section>
        })}
        <TradeOffs />
    }
}

/// The ids of the indicators under a goal, or of those under none.
fn indicators_under(goal: Option<Id>) -> Memo<Vec<Id>> {
    let session = Session::here();
    let project = Here::project();
    Memo::new(move |_| {
        let ids = |project: &crate::workspace::Project| {
            let under = project.indicators.iter().filter(|found| found.goal == goal);
            under.map(|found| found.id).collect::<Vec<_>>()
        };
        session.with_settled_project(project, ids).unwrap_or_default()
    })
}

/// Adds a goal and opens its form.
fn add_goal(session: Session, project: Id, editing: RwSignal<Option<Id>>) {
    let id = session.new_id(IdKind::Goal);
    if session.save(project, Record::Goal(Goal::new(id, ""))) {
        editing.set(Some(id));
        focus_on(format!("#{}", goal::statement_id(id)));
    }
}

/// Adds an indicator under a goal and opens its definition.
#[component]
fn AddIndicator(
    /// The goal.
    goal: Option<Id>,
    /// Id of the heading that names the goal.
    #[prop(optional)]
    described_by: Option<String>,
) -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let routing = Routing::here();
    let add = move |_| add_indicator(session, project, routing, goal);
    view! {
        <button class="button" type="button" aria-describedby=described_by on:click=add>
            {t(key!("goals.add_indicator"))}
        </button>
    }
}

/// Leads to the library, to add under a goal.
#[component]
fn FromLibrary(
    /// The goal.
    goal: Option<Id>,
    /// Id of the heading that names the goal.
    #[prop(optional)]
    described_by: Option<String>,
) -> impl IntoView {
    let library = Route::Project(Here::project(), Place::Library(goal)).href();
    view! {
        <a class="button" href=library aria-describedby=described_by>{t(key!("library_page.add_from"))}</a>
    }
}
