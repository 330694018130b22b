//! Opening the sample project.

use crate::base::Id;
use crate::key;
use crate::plan::file::read_plan;
use crate::route::{Place, Route};
use crate::sample::moved_to;
use crate::web::parts::part;
use crate::web::session::Session;
use crate::web::texts::{Texts, fetch_file, t};
use crate::workspace::{Command, Workspace};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// "Try the sample project".
#[component]
pub fn TrySample(
    /// Whether it is the first thing to do here.
    #[prop(into)]
    primary: Signal<bool>,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    view! {
        <button class="button" class:button-primary=move || primary.get() type="button"
            on:click=move |_| open_sample(session, texts, false)>
            {t(key!("sample.try"))}
        </button>
    }
}

/// Opens the sample, fetching it first if it is not here. `replacing`: the
/// address shown asked for it, and does not stay in the way back.
pub fn open_sample(session: Session, texts: Texts, replacing: bool) {
    let here = session.workspace().with_untracked(existing);
    if let Some(id) = here {
        return go(id, replacing);
    }
    let language = texts.language_now();
    spawn_local(async move {
        let found = fetch_file("data-sample", language).await;
        let added = match found {
            Some(text) => add_sample(session, text).await.ok().flatten(),
            None => None,
        };
        match added {
            Some(id) => go(id, replacing),
            None => session.fail(texts.text(key!("sample.unreachable"))),
        }
    });
}

part! { files:
/// Adds the sample as it stands today; `None` in a build whose tests failed.
fn add_sample(session: Session, text: String) -> Option<Id> {
    let (project, _) = read_plan(text.as_bytes()).ok()?;
    let project = moved_to(&project, session.today_signal().get_untracked());
    let id = project.head.id;
    session.dispatch(Command::AddProject(Box::new(project))).then_some(id)
}
}

fn existing(workspace: &Workspace) -> Option<Id> {
    workspace.projects.iter().find(|project| project.head.sample).map(|project| project.head.id)
}

fn go(id: Id, replacing: bool) {
    let href = Route::Project(id, Place::Overview).href();
    let location = window().location();
    let _ = if replacing { location.replace(&href) } else { location.set_hash(&href) };
}
