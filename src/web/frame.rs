//! What stands around every page: header, places, saved state, notices.

use super::app::Kept;
use super::components::dialog::Menu;
use super::components::overwritten::Overwritten;
use super::components::search::Search;
use super::components::you::YouAre;
use super::pages::Page;
use super::parts::{Later, part};
use super::routing::Routing;
use super::session::{Here, Session, step};
use super::settings::Theme;
use super::texts::{Texts, t};
use crate::base::Id;
use crate::i18n::{Arg, Language};
use crate::key;
use crate::route::{Area, Place, Route};
use crate::storage::{SaveState, StoreError};
use leptos::prelude::*;

/// Header, places and page.
#[component]
pub fn Frame(
    /// Stored texts that could not be used, by name, to offer for download.
    set_aside: Vec<(String, String)>,
) -> impl IntoView {
    let routing = Routing::here();
    let project = Memo::new(move |_| match routing.current() {
        Route::Project(id, _) => Some(id),
        Route::Projects | Route::Unknown => None,
    });
    // Whoever fills in one department's part has one page only.
    let session = Session::here();
    let whole = Memo::new(move |_| {
        let id = project.get()?;
        let is_part = session
            .with_project(id, |project| !project.head.department.trim().is_empty())
            .unwrap_or_default();
        (!is_part).then_some(id)
    });
    view! {
        <a class="skip-link" href="#main" on:click=move |event| { event.prevent_default(); focus_heading(); }>
            {t(key!("frame.skip"))}
        </a>
        <header class="app-header">
            <Switcher project=project />
            <span class="grow"></span>
            <SavedState />
            {move || whole.get().map(|id| view! { <Later view=move || search_button(id) /> })}
            <UndoRedo />
            <MainMenu project=whole />
        </header>
        {move || whole.get().map(|id| view! { <Places project=id /> })}
        <SampleBanner project=project />
        <SetAside rows=set_aside />
        <Overwritten />
        <main id="main">
            <Page />
        </main>
        <NoticeBar />
    }
}

/// The name of the project shown, leading back to all projects.
#[component]
fn Switcher(
    /// The project shown.
    project: Memo<Option<Id>>,
) -> impl IntoView {
    let session = Session::here();
    let name = move || {
        let id = project.get()?;
        session.with_project(id, |project| project.head.name.clone())
    };
    view! {
        <a class="app-name" href=Route::Projects.href() aria-label=t(key!("frame.all_projects"))>
            {t(key!("frame.app"))}
        </a>
        {move || name().map(|name| view! { <span class="project-name" dir="auto">{name}</span> })}
    }
}

/// "Saved", "Saving…" or why not, said politely to screen readers.
#[component]
fn SavedState() -> impl IntoView {
    let texts = Texts::here();
    let kept = Kept::here();
    let state = kept.state();
    let words = move || match state.get() {
        SaveState::Saved => texts.text(key!("frame.saved")),
        SaveState::Saving => texts.text(key!("frame.saving")),
        SaveState::NotSaved(error) => {
            let why = texts.text(store_error_key(&error));
            texts.format(key!("frame.not_saved"), &[("why", Arg::Text(&why))])
        }
    };
    let failed = move || matches!(state.get(), SaveState::NotSaved(_));
    view! {
        <p class="saved-state second small" class:error=failed role="status">{words}</p>
        {move || failed().then(|| {
            let kept = Kept::here();
            view! {
                <button class="button button-quiet" type="button" on:click=move |_| kept.retry()>
                    {t(key!("frame.save_again"))}
                </button>
            }
        })}
    }
}

fn store_error_key(error: &StoreError) -> &'static str {
    match error {
        StoreError::Denied => key!("storage.denied"),
        StoreError::Blocked => key!("storage.blocked"),
        StoreError::NewerVersion | StoreError::VersionChanged => key!("storage.newer_version"),
        StoreError::QuotaExceeded => key!("storage.full"),
        StoreError::Aborted(_) | StoreError::Unavailable(_) => key!("storage.unavailable"),
        StoreError::LostGround { .. } => key!("storage.lost_ground"),
        StoreError::Quarantined(_) => key!("storage.quarantined"),
    }
}

#[component]
fn UndoRedo() -> impl IntoView {
    let session = Session::here();
    view! {
        <button class="button button-quiet" type="button" disabled=move || !session.can_undo()
            on:click=move |_| step(session, false)>{t(key!("frame.undo"))}</button>
        <button class="button button-quiet" type="button" disabled=move || !session.can_redo()
            on:click=move |_| step(session, true)>{t(key!("frame.redo"))}</button>
    }
}

/// Language, theme, people, project settings.
#[component]
fn MainMenu(
    /// The project shown; none for one department's part.
    project: Memo<Option<Id>>,
) -> impl IntoView {
    let settings = Session::here().settings();
    let language_choice = Language::ALL.map(|language| {
        view! {
            <label class="choice">
                <input type="radio" name="language" prop:checked=move || settings.with(|all| all.language == language)
                    on:change=move |_| settings.update(|all| all.language = language) />
                <span lang=language.tag()>{language.own_name()}</span>
            </label>
        }
    });
    let theme_choice = Theme::ALL.map(|theme| {
        view! {
            <label class="choice">
                <input type="radio" name="theme" prop:checked=move || settings.with(|all| all.theme == theme)
                    on:change=move |_| settings.update(|all| all.theme = theme) />
                {t(theme_key(theme))}
            </label>
        }
    });
    let links = move || {
        project.get().map(|id| {
            view! {
                <ul class="menu-links">
                    <li><a href=Route::Project(id, Place::People).href()>{t(key!("frame.people"))}</a></li>
                    <li><a href=Route::Project(id, Place::Settings).href()>{t(key!("frame.settings"))}</a></li>
                </ul>
            }
        })
    };
    view! {
        <Menu label=key!("frame.menu")>
            {links}
            {move || project.get().map(|id| view! { <Later view=move || you_choice(id) /> })}
            <fieldset><legend>{t(key!("frame.language"))}</legend>{language_choice}</fieldset>
            <fieldset><legend>{t(key!("frame.theme"))}</legend>{theme_choice}</fieldset>
        </Menu>
    }
}

fn theme_key(theme: Theme) -> &'static str {
    match theme {
        Theme::System => key!("frame.theme_system"),
        Theme::Light => key!("frame.theme_light"),
        Theme::Dark => key!("frame.theme_dark"),
    }
}

/// The places of a project as links.
#[component]
fn Places(
    /// The project shown.
    project: Id,
) -> impl IntoView {
    let routing = Routing::here();
    let area = Memo::new(move |_| routing.place().and_then(|place| place.area()));
    let link = move |own: Area, place: Place, key: &'static str| {
        let current = move || (area.get() == Some(own)).then_some("page");
        let href = Route::Project(project, place).href();
        view! { <li><a href=href aria-current=current>{t(key)}</a></li> }
    };
    view! {
        <nav class="places" aria-label=t(key!("frame.places"))>
            <ul>
                {link(Area::Overview, Place::Overview, key!("frame.overview"))}
                {link(Area::Readiness, Place::Readiness, key!("frame.readiness"))}
                {link(Area::Goals, Place::Goals, key!("frame.goals"))}
                {link(Area::Actions, Place::Actions(None), key!("actions.heading"))}
                {link(Area::Report, Place::Report, key!("frame.report"))}
            </ul>
        </nav>
    }
}

/// Says on every page of the sample that it is one.
#[component]
fn SampleBanner(
    /// The project shown.
    project: Memo<Option<Id>>,
) -> impl IntoView {
    let session = Session::here();
    let is_sample = Memo::new(move |_| {
        let id = project.get()?;
        session.with_project(id, |project| project.head.sample)?.then_some(id)
    });
    move || is_sample.get().map(|id| view! { <Later view=move || sample_banner(id) /> })
}

part! { work:
fn sample_banner(id: Id) -> AnyView {
    let session = Session::here();
    let remove = move |_| {
        if session.dispatch(crate::workspace::Command::RemoveProject(id)) {
            Routing::here().go(&Route::Projects);
        }
    };
    view! {
        <aside class="banner" aria-label=t(key!("sample.label"))>
            <p>{t(key!("sample.is_sample"))}</p>
            <button class="button button-quiet" type="button" on:click=remove>
                {t(key!("sample.remove"))}
            </button>
        </aside>
    }
    .into_any()
}
}

part! { work:
fn search_button(id: Id) -> AnyView {
    view! { <Search project=id /> }.into_any()
}

work:
fn you_choice(id: Id) -> AnyView {
    provide_context(Here(id));
    view! { <YouAre id="menu-you" /> }.into_any()
}
}

/// Offers stored texts that could not be used, byte for byte.
#[component]
fn SetAside(
    /// The texts by name.
    rows: Vec<(String, String)>,
) -> impl IntoView {
    if rows.is_empty() {
        return ().into_any();
    }
    let texts = Texts::here();
    let session = Session::here();
    let count = u64::try_from(rows.len()).unwrap_or(u64::MAX);
    let words = move || texts.format(key!("storage.set_aside"), &[("count", Arg::Count(count))]);
    let download = move |_| {
        let all: serde_json::Map<String, serde_json::Value> =
            rows.iter().map(|(name, body)| (name.clone(), body.clone().into())).collect();
        let text = serde_json::Value::Object(all).to_string();
        let saved =
            super::browser::download::save_text("set-aside.json", "application/json", &text);
        if saved.is_err() {
            session.fail(texts.text(key!("report.download_failed")));
        }
    };
    view! {
        <aside class="banner" aria-label=t(key!("storage.set_aside_label"))>
            <p>{words}</p>
            <button class="button" type="button" on:click=download>{t(key!("storage.download_raw"))}</button>
        </aside>
    }
    .into_any()
}

/// The last thing said, at the foot of the page.
#[component]
fn NoticeBar() -> impl IntoView {
    let notice = Session::here().notice();
    let shown = move || {
        notice.get().map(|said| {
            view! {
                <div class="notice" class:error=said.is_error>
                    <p>{said.text}</p>
                    <button class="button button-quiet" type="button" on:click=move |_| notice.set(None)>
                        {t(key!("frame.dismiss"))}
                    </button>
                </div>
            }
        })
    };
    view! { <div class="notices" aria-live="polite">{shown}</div> }
}

/// Moves focus to the heading of the page shown.
pub fn focus_heading() {
    use wasm_bindgen::JsCast as _;
    let heading = document().query_selector("main h1").ok().flatten();
    if let Some(heading) = heading.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = heading.set_attribute("tabindex", "-1");
        let _ = heading.focus();
    }
}
