//! One module a place.

mod actions;
mod board;
mod channels;
mod definition;
mod funding;
mod goals;
mod indicator;
mod integrations;
mod library;
mod overview;
mod people;
mod projects;
mod readiness;
mod report;
pub mod round;
mod scorecard;
mod settings;
mod success;
pub mod walk;

use super::components::focus::focus_on;
use super::frame::focus_heading;
use super::parts::{Later, part};
use super::routing::Routing;
use super::session::{Here, Session};
use super::texts::Texts;
use crate::base::Id;
use crate::key;
use crate::route::{Place, Route};
use leptos::prelude::*;

/// The page the address names. Focus moves to its heading when it changes, and
/// the document's title follows.
#[component]
pub fn Page() -> impl IntoView {
    let routing = Routing::here();
    let session = Session::here();
    let texts = Texts::here();
    // A project's page is made anew when the place changes, not when a record
    // does.
    let route = Memo::new(move |_| routing.current());
    let exists = Memo::new(move |_| match route.get() {
        Route::Project(id, _) => session.with_project(id, |_| ()).is_some(),
        Route::Projects | Route::Unknown => true,
    });
    let moved = StoredValue::new(false);
    Effect::new(move |before: Option<Route>| {
        let now = route.get();
        if before.is_some_and(|before| before != now) {
            moved.set_value(true);
            match routing.aim() {
                Some(selector) => request_animation_frame(move || {
                    focus_heading();
                    focus_on(selector);
                }),
                // Focus alone leaves a shorter page scrolled by what the last one was.
                None => request_animation_frame(|| {
                    window().scroll_to_with_x_and_y(0.0, 0.0);
                    focus_heading();
                }),
            }
        }
        now
    });
    Effect::new(move |_| {
        let place = texts.text(title_key(&route.get()));
        let app = texts.text(key!("frame.app"));
        document().set_title(&format!("{place} · {app}"));
    });
    // Keyed, so that a page of another record starts afresh: no open dialog,
    // half-typed text or unfolded part comes along.
    let pages = move || [(route.get(), exists.get())];
    view! {
        <For each=pages key=Clone::clone let((route, exists))>
            {shown(route, exists, moved)}
        </For>
    }
}

fn shown(route: Route, exists: bool, moved: StoredValue<bool>) -> AnyView {
    match route {
        _ if !exists => view! { <NotHere /> }.into_any(),
        Route::Projects => view! { <projects::Projects /> }.into_any(),
        Route::Unknown => view! { <NotHere /> }.into_any(),
        Route::Project(id, place) => {
            provide_context(Here(id));
            let view = move || page(part_place(id, place.clone()));
            view! { <Later view=view focus=moved.get_value() /> }.into_any()
        }
    }
}

/// One department's part has one page, whatever place the address names.
fn part_place(id: Id, place: Place) -> Place {
    let first = Session::here().peek_project(id, |project| {
        let view = project.views.iter().next().map(|view| view.id);
        view.filter(|_| !project.head.department.trim().is_empty())
    });
    match (place, first.flatten()) {
        (place @ Place::Department(_), _) | (place, None) => place,
        (_, Some(view)) => Place::Department(view),
    }
}

part! { work:
/// A place of a project.
fn page(place: Place) -> AnyView {
    match place {
        Place::Overview => view! { <overview::Overview /> }.into_any(),
        Place::Readiness => view! { <readiness::ReadinessList /> }.into_any(),
        Place::Question(id) => view! { <walk::Walk question=id /> }.into_any(),
        Place::SuccessCriteria => view! { <success::SuccessCriteria /> }.into_any(),
        Place::Funding(spot) => view! { <funding::Funding spot=spot /> }.into_any(),
        Place::Integrations(spot) => view! { <integrations::Integrations spot=spot /> }.into_any(),
        Place::Customer(spot) => view! { <board::Customer spot=spot /> }.into_any(),
        Place::Term(id, spot) => view! { <board::TermBoard term=id spot=spot /> }.into_any(),
        Place::Department(id) => view! { <board::DepartmentPage view=Some(id) /> }.into_any(),
        Place::Goals => view! { <goals::Goals /> }.into_any(),
        Place::Scoreboard(view) => view! { <scorecard::Scoreboard view=view /> }.into_any(),
        Place::Round => view! { <round::Round /> }.into_any(),
        Place::Library(goal) => view! { <library::LibraryPage goal=goal /> }.into_any(),
        Place::Channels(spot) => view! { <channels::Channels spot=spot /> }.into_any(),
        Place::GoalMap => view! { <goals::GoalMap /> }.into_any(),
        Place::Indicator(id) => view! { <indicator::IndicatorPage indicator=id /> }.into_any(),
        Place::Definition(id) => view! { <definition::Definition indicator=id /> }.into_any(),
        Place::Actions(spot) => view! { <actions::Actions spot=spot /> }.into_any(),
        Place::Risks(spot) => view! { <actions::Risks spot=spot /> }.into_any(),
        Place::Report => view! { <report::Report /> }.into_any(),
        Place::People => view! { <people::People /> }.into_any(),
        Place::Settings => view! { <settings::ProjectSettings /> }.into_any(),
    }
}
}

fn title_key(route: &Route) -> &'static str {
    match route {
        Route::Projects => key!("frame.all_projects"),
        Route::Unknown => key!("frame.not_here"),
        Route::Project(_, place) => match place {
            Place::Overview => key!("frame.overview"),
            Place::Readiness | Place::Question(_) => key!("frame.readiness"),
            Place::SuccessCriteria => key!("frame.success_criteria"),
            Place::Funding(_) => key!("frame.funding"),
            Place::Integrations(_) => key!("frame.integrations"),
            Place::Customer(_) => key!("frame.customer"),
            Place::Term(..) => key!("frame.term"),
            Place::Department(_) => key!("frame.department"),
            Place::Goals => key!("frame.goals"),
            Place::Scoreboard(_) => key!("scorecard.heading"),
            Place::Round => key!("round.heading"),
            Place::Library(_) => key!("library_page.heading"),
            Place::Channels(_) => key!("channels.heading"),
            Place::GoalMap => key!("goal_map.heading"),
            Place::Indicator(_) | Place::Definition(_) => key!("frame.indicator"),
            Place::Actions(_) => key!("actions.heading"),
            Place::Risks(_) => key!("actions.risks"),
            Place::Report => key!("frame.report"),
            Place::People => key!("frame.people"),
            Place::Settings => key!("frame.settings"),
        },
    }
}

/// For an address that names nothing.
#[component]
fn NotHere() -> impl IntoView {
    let texts = Texts::here();
    view! {
        <h1>{move || texts.text(key!("frame.not_here"))}</h1>
        <p>{move || texts.text(key!("frame.not_here_why"))}</p>
        <p><a href=Route::Projects.href()>{move || texts.text(key!("frame.all_projects"))}</a></p>
    }
}
