//! Waiting for the first of several events.

use crate::web::browser::timer::{self, Timer};
use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// Listens from the moment it is made, so that no event is missed before it is
/// awaited; answers with the name of the first event. Dropping it stops
/// listening and frees the listeners: a session of hours leaks nothing.
pub(super) struct Events {
    seen: Rc<RefCell<Seen>>,
    target: EventTarget,
    listeners: Vec<(&'static str, Listener)>,
    /// Held because dropping a timer cancels it.
    limit: Option<Timer>,
}

type Listener = Closure<dyn FnMut(Event)>;

/// What [`Events::within`] answers when nothing happened in time.
pub(super) const LATE: &str = "late";

#[derive(Default)]
struct Seen {
    first: Option<&'static str>,
    waker: Option<Waker>,
}

impl Events {
    /// Listens to events of these names.
    pub fn of(target: &EventTarget, names: &[&'static str]) -> Self {
        let seen = Rc::new(RefCell::new(Seen::default()));
        let listen = |&name: &&'static str| {
            let seen = Rc::clone(&seen);
            let listener = Closure::new(move |_: Event| note(&seen, name));
            // Only fails for a listener that is neither function nor object.
            let function = listener.as_ref().unchecked_ref();
            drop(target.add_event_listener_with_callback(name, function));
            (name, listener)
        };
        let listeners = names.iter().map(listen).collect();
        Self { seen, target: target.clone(), listeners, limit: None }
    }

    /// As [`Events::of`], but answers [`LATE`] after so many milliseconds.
    pub fn within(limit_ms: u32, target: &EventTarget, names: &[&'static str]) -> Self {
        let mut events = Self::of(target, names);
        let seen = Rc::clone(&events.seen);
        events.limit = timer::after(limit_ms, move || note(&seen, LATE));
        events
    }
}

fn note(seen: &RefCell<Seen>, name: &'static str) {
    let mut seen = seen.borrow_mut();
    seen.first.get_or_insert(name);
    if let Some(waker) = seen.waker.take() {
        waker.wake();
    }
}

impl Future for Events {
    type Output = &'static str;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<&'static str> {
        let mut seen = self.seen.borrow_mut();
        if let Some(name) = seen.first {
            return Poll::Ready(name);
        }
        seen.waker = Some(context.waker().clone());
        Poll::Pending
    }
}

impl Drop for Events {
    fn drop(&mut self) {
        self.limit.take();
        for (name, listener) in &self.listeners {
            let function = listener.as_ref().unchecked_ref();
            drop(self.target.remove_event_listener_with_callback(name, function));
        }
    }
}
