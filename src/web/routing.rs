//! The address bar as a signal: back, forward and links all lead here.

use crate::route::{Place, Route};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

/// The place shown, kept in step with the address.
#[derive(Clone, Copy)]
pub struct Routing {
    route: RwSignal<Route>,
    aim: StoredValue<Option<String>>,
}

impl Routing {
    /// Starts listening to the address bar.
    pub fn start() -> Self {
        let route = RwSignal::new(Route::parse(&hash()));
        let listener = Closure::<dyn FnMut()>::new(move || route.set(Route::parse(&hash())));
        // Lives as long as the page.
        let _ = window()
            .add_event_listener_with_callback("hashchange", listener.as_ref().unchecked_ref());
        listener.forget();
        Self { route, aim: StoredValue::new(None) }
    }

    /// The routing of this page.
    ///
    /// # Panics
    /// Outside of [`App`](super::app::App), which is a mistake in the code.
    pub fn here() -> Self {
        expect_context()
    }

    /// The place shown; tracks it.
    pub fn current(self) -> Route {
        self.route.get()
    }

    /// The place shown, without tracking.
    pub fn peek(self) -> Route {
        self.route.get_untracked()
    }

    /// The place within the project shown; tracks it.
    pub fn place(self) -> Option<Place> {
        self.route.with(|route| match route {
            Route::Project(_, place) => Some(place.clone()),
            Route::Projects | Route::Unknown => None,
        })
    }

    /// Says which field the next place begins in, by its selector, instead of
    /// with its heading.
    pub fn aim_at(self, selector: Option<impl Into<String>>) {
        self.aim.set_value(selector.map(Into::into));
    }

    /// The field to begin in, once.
    pub fn aim(self) -> Option<String> {
        self.aim.try_update_value(Option::take).flatten()
    }

    /// Writes the address of what is shown by now: the page stays as it is,
    /// and the address opens it so again.
    pub fn note(self, route: &Route) {
        let history = window().history();
        let _ = history.map(|history| {
            history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&route.href()))
        });
    }

    /// Goes to a place, as a click on its link would.
    pub fn go(self, route: &Route) {
        let _ = window().location().set_hash(&route.href());
    }
}

fn hash() -> String {
    window().location().hash().unwrap_or_default()
}
