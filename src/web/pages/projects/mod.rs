//! The first screen: all projects with their verdicts, or the welcome when
//! there are none.

pub mod import;
mod list;
mod name;
mod new;
pub mod sample;

pub use name::NameField;

use crate::base::Id;
use crate::i18n::Language;
use crate::key;
use crate::storage::Origin;
use crate::web::components::focus::focus;
use crate::web::parts::{Later, part};
use crate::web::session::Session;
use crate::web::texts::{Texts, t};
use import::ImportPlan;
use leptos::prelude::*;
use new::NewProject;
use sample::TrySample;

/// All projects, or the welcome when there are none.
#[component]
pub fn Projects() -> impl IntoView {
    let session = Session::here();
    let ids = Memo::new(move |_| {
        session.workspace().with(|workspace| {
            workspace.projects.iter().map(|project| project.head.id).collect::<Vec<Id>>()
        })
    });
    let none = Memo::new(move |_| ids.with(Vec::is_empty));
    let asked = asked();
    let creating = RwSignal::new(asked == Asked::New);
    if asked == Asked::Import {
        focus(import::BUTTON);
    }
    if asked == Asked::Sample {
        sample::open_sample(session, Texts::here(), true);
    }
    let lost = lost();
    let heading = move || {
        if let Some(why) = lost.filter(|_| none.get()) {
            view! {
                <h1>{t(key!("frame.all_projects"))}</h1>
                <p class="lead" role="alert">{t(why)}</p>
            }
            .into_any()
        } else if none.get() {
            view! {
                <h1 class="welcome">{t(key!("projects.question"))}</h1>
                <p class="lead">{t(key!("projects.lead"))}</p>
            }
            .into_any()
        } else {
            view! { <h1>{t(key!("frame.all_projects"))}</h1> }.into_any()
        }
    };
    view! {
        {heading}
        {move || (!none.get()).then(|| view! { <Later view=move || projects_list(ids) /> })}
        <div class="cluster home-actions">
            <TrySample primary=Memo::new(move |_| none.get() && lost.is_none()) />
            <button class="button" class:button-primary=move || !none.get() type="button"
                aria-expanded=move || creating.get().to_string()
                on:click=move |_| creating.update(|open| *open = !*open)>
                {t(key!("projects.new"))}
            </button>
            <ImportPlan />
        </div>
        {move || creating.get().then(|| view! { <Later view=move || new_project(creating) /> })}
        <p class="second">{t(key!("projects.stays_here"))}</p>
        {move || none.get().then(|| view! { <LanguageSwitch /> })}
    }
}

part! {
work:
/// The form of a new project.
fn new_project(open: RwSignal<bool>) -> AnyView {
    view! { <NewProject open=open /> }.into_any()
}

work:
/// The projects with their verdicts.
fn projects_list(ids: Memo<Vec<Id>>) -> AnyView {
    view! { <list::ProjectList ids=ids /> }.into_any()
}
}

/// Why there may be no projects although some were saved here: no first visit,
/// whatever the browser holds now.
fn lost() -> Option<&'static str> {
    match use_context::<Origin>()? {
        Origin::Vanished => Some(key!("storage.vanished")),
        Origin::Unreachable => Some(key!("storage.unreachable")),
        Origin::FirstVisit | Origin::Store | Origin::Mended | Origin::BootCopy => None,
    }
}

/// What the address of the static first screen asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    Nothing,
    New,
    Sample,
    Import,
}

fn asked() -> Asked {
    match window().location().hash().unwrap_or_default().as_str() {
        "#/new" => Asked::New,
        "#/sample" => Asked::Sample,
        "#/import" => Asked::Import,
        _ => Asked::Nothing,
    }
}

/// The three languages by their own names.
#[component]
fn LanguageSwitch() -> impl IntoView {
    let settings = Session::here().settings();
    let buttons = Language::ALL.map(|language| {
        let current = move || settings.with(|all| all.language == language).to_string();
        view! {
            <button class="button button-quiet" type="button" lang=language.tag() aria-pressed=current
                on:click=move |_| settings.update(|all| all.language = language)>
                {language.own_name()}
            </button>
        }
    });
    view! {
        <div class="cluster language-switch" role="group" aria-label=t(key!("frame.language"))>{buttons}</div>
    }
}
