//! The root: opens what the browser holds, loads the words, shows the place
//! the address names.

use super::browser::{Local, NAMESPACE, clock, failure};
use super::frame::Frame;
use super::keeping::{Keeping, Opening};
use super::parts::{fetch_rest_later, part};
use super::routing::Routing;
use super::session::{Session, step};
use super::settings::Settings;
use super::texts::{AllWords, Texts, Words, load_first};
use crate::i18n::Arg;
use crate::key;
use crate::route::Route;
use crate::storage::Origin;
use crate::workspace::Workspace;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

/// Milliseconds between two looks at the date: midnight may pass while the
/// page is open.
const DAY_CHECK_MS: u32 = 30_000;

/// Opens everything and mounts the app in place of the static first screen.
pub fn start() {
    // Leptos has no executor before it mounts something.
    wasm_bindgen_futures::spawn_local(async {
        let local = Local::probe(NAMESPACE).ok();
        let preferences = browser_languages();
        let preferences: Vec<&str> = preferences.iter().map(String::as_str).collect();
        let settings = Settings::read(local.as_ref(), &preferences);
        let words = load_first(settings.language).await.unwrap_or_default();
        let (keeping, opening) = match Keeping::open(local).await {
            Ok(opened) => opened,
            // What is stored stays as it is; the rescue bar offers it.
            Err(missing) => return failure::announce(&missing.to_string()),
        };
        let Some(place) = document().get_element_by_id("app") else { return };
        place.set_text_content(None);
        mount_to(place.unchecked_into(), move || {
            view! { <App settings=settings words=words keeping=keeping opening=opening /> }
        })
        .forget();
    });
}

/// The whole page.
#[component]
fn App(
    /// Language and theme of this browser.
    settings: Settings,
    /// The words of the first screen in that language.
    words: Words,
    /// Where changes are kept.
    keeping: Rc<Keeping>,
    /// What the browser held.
    opening: Opening,
) -> impl IntoView {
    let texts = Texts::new(settings.language, words);
    provide_context(texts);
    provide_context(AllWords::new(texts));
    provide_context(Routing::start());
    let keeper = {
        let keeping = Rc::clone(&keeping);
        Rc::new(move |edits| keeping.keep(edits))
    };
    let today = clock::today().unwrap_or_default();
    let session = Session::new(opening.workspace, today, settings, texts, keeper);
    provide_context(session);
    provide_context(Kept(StoredValue::new_local(Rc::clone(&keeping))));
    keeping.joins_into(session);
    provide_context(opening.origin);
    say_origin(session, texts, opening.origin);
    if opening.copy_lost {
        session.fail(untrack(|| texts.text(key!("storage.copy_lost"))));
    }
    follow_settings(session, texts, Rc::clone(&keeping));
    watch_page(session, &keeping);
    watch_day(session);
    watch_keys(session);
    fetch_rest_later();
    view! { <Frame set_aside=opening.set_aside /> }
}

/// The keeping of this page, for the few places that talk to it.
#[derive(Clone, Copy)]
pub struct Kept(pub StoredValue<Rc<Keeping>, LocalStorage>);

impl Kept {
    /// The keeping of this page.
    ///
    /// # Panics
    /// Outside of [`App`], which is a mistake in the code.
    pub fn here() -> Rc<Keeping> {
        expect_context::<Self>().0.get_value()
    }
}

/// Tells when what is shown is not simply what was stored.
fn say_origin(session: Session, texts: Texts, origin: Origin) {
    let key = match origin {
        Origin::FirstVisit | Origin::Store => return,
        // The list of projects says it where the welcome would stand.
        Origin::Unreachable | Origin::Vanished if Routing::here().peek() == Route::Projects => {
            return;
        }
        Origin::Mended => key!("storage.mended"),
        Origin::BootCopy => key!("storage.from_boot_copy"),
        Origin::Unreachable => key!("storage.unreachable"),
        Origin::Vanished => key!("storage.vanished"),
    };
    session.fail(untrack(|| texts.text(key)));
}

/// Applies language and theme, and stores them, whenever they change.
fn follow_settings(session: Session, texts: Texts, keeping: Rc<Keeping>) {
    let all_words = AllWords::here();
    let settings = session.settings();
    Effect::new(move |before: Option<Settings>| {
        let now = settings.get();
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("lang", now.language.tag());
            let _ = root.set_attribute("data-theme", now.theme.word());
        }
        if before.as_ref().is_some_and(|before| *before != now) {
            now.write(keeping.local());
        }
        if before.as_ref().is_some_and(|before| before.language != now.language) {
            all_words.switch(now.language, move || {
                session.fail(texts.text(key!("frame.language_unreachable")));
            });
        }
        now
    });
}

/// A page that hides writes its journal; one that comes back looks for what
/// other tabs have saved.
fn watch_page(session: Session, keeping: &Rc<Keeping>) {
    let routing = Routing::here();
    let on_hide = Rc::clone(keeping);
    listen("pagehide", move || {
        settle_field();
        on_hide.write_journal();
    });
    let on_turn = Rc::clone(keeping);
    listen("visibilitychange", move || {
        let hidden = document().hidden();
        if hidden {
            settle_field();
            on_turn.write_journal();
        } else {
            refresh(session, routing, &on_turn);
        }
    });
    let on_focus = Rc::clone(keeping);
    listen("focus", move || refresh(session, routing, &on_focus));
}

/// Hands on what stands in the field with the focus: some fields only speak
/// when they are left, and a page that closes leaves none.
fn settle_field() {
    let Some(field) = document().active_element() else { return };
    if writes_text(Some(field.clone().into())) {
        let options = web_sys::EventInit::new();
        options.set_bubbles(true);
        if let Ok(event) = web_sys::Event::new_with_event_init_dict("change", &options) {
            let _ = field.dispatch_event(&event);
        }
    }
}

fn refresh(session: Session, routing: Routing, keeping: &Rc<Keeping>) {
    let keeping = Rc::clone(keeping);
    spawn_local(async move {
        if let Some(workspace) = keeping.newer().await {
            let _ = show(session, routing.peek(), workspace).await;
        }
    });
}

part! { work:
/// Shows a document another window has saved, if it differs.
fn show(session: Session, at: Route, workspace: Workspace) -> () {
    if session.workspace().with_untracked(|shown| *shown == workspace) {
        return;
    }
    if let Route::Project(id, _) = at
        && workspace.project(id).is_none()
        && let Some(name) = session.peek_project(id, |project| project.head.name.clone())
    {
        let args = [("name", Arg::Text(&name))];
        session.fail(untrack(|| session.texts().format(key!("windows.deleted_elsewhere"), &args)));
    }
    session.refresh(workspace);
}
}

/// Listens on the window as long as the page lives.
fn listen(event: &str, call: impl FnMut() + 'static) {
    let closure = Closure::<dyn FnMut()>::new(call);
    let function = closure.as_ref().unchecked_ref();
    let _ = if event == "visibilitychange" {
        document().add_event_listener_with_callback(event, function)
    } else {
        window().add_event_listener_with_callback(event, function)
    };
    closure.forget();
}

/// Ctrl Z and Ctrl Shift Z (⌘ on a Mac) take steps back and forth, except in
/// a text field, where they belong to the text.
fn watch_keys(session: Session) {
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        let wanted =
            (event.ctrl_key() || event.meta_key()) && event.key().eq_ignore_ascii_case("z");
        if !wanted || writes_text(event.target()) {
            return;
        }
        event.prevent_default();
        step(session, event.shift_key());
    });
    on_cleanup(move || handle.remove());
}

/// Whether keys typed at a target go into a text.
fn writes_text(target: Option<web_sys::EventTarget>) -> bool {
    let Some(element) = target.and_then(|target| target.dyn_into::<web_sys::Element>().ok()) else {
        return false;
    };
    let is_choice = |kind: &str| matches!(kind, "radio" | "checkbox" | "button" | "file" | "range");
    match element.tag_name().as_str() {
        "TEXTAREA" => true,
        "INPUT" => !element.get_attribute("type").is_some_and(|kind| is_choice(&kind)),
        _ => false,
    }
}

fn watch_day(session: Session) {
    let today = session.today_signal();
    super::browser::timer::later(DAY_CHECK_MS, move || {
        if let Some(now) = clock::today()
            && today.get_untracked() != now
        {
            today.set(now);
        }
        watch_day(session);
    });
}

fn browser_languages() -> Vec<String> {
    window().navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}
