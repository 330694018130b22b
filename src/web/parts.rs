//! Parts of the page that live in WebAssembly files of their own and are
//! fetched when first needed: whoever opens the page for the first time does
//! not wait for what only a project needs.
//!
//! In a build without the feature `split` they are plain functions of the one
//! file, called the same way.

use super::browser::timer;
use super::frame::focus_heading;
use super::texts::{AllWords, t};
use crate::key;
use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use leptos::task::spawn_local;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// A part did not arrive: no network, or the host has replaced it since.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a part of the app could not be fetched")]
pub struct PartMissing;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for PartMissing {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// Declares functions of a part. Each is called as an `async` function that
/// gives its result, or [`PartMissing`].
macro_rules! part {
    ($($part:ident: $(#[$meta:meta])* $vis:vis fn $name:ident($($arg:ident: $kind:ty),* $(,)?) -> $out:ty $body:block)+) => {$(
        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split($part, fallible)]
        $(#[$meta])*
        $vis fn $name($($arg: $kind),*) -> Result<$out, $crate::web::parts::PartMissing> {
            // So that `?` and `return` are the function's own.
            fn plain($($arg: $kind),*) -> $out $body
            Ok(plain($($arg),*))
        }

        #[cfg(not(feature = "split"))]
        $(#[$meta])*
        #[allow(clippy::unused_async)]
        $vis async fn $name($($arg: $kind),*) -> Result<$out, $crate::web::parts::PartMissing> {
            // So that `?` and `return` are the function's own.
            fn plain($($arg: $kind),*) -> $out $body
            Ok(plain($($arg),*))
        }
    )+};
}
pub(crate) use part;

/// How long a page has stood, in milliseconds, before it fetches what it does
/// not need yet: by then the first visitor's line is free, and whoever loses
/// the network later still has every place.
const FETCH_REST_AFTER_MS: u32 = 4_000;

/// Fetches every part and all words in a while, for use without a network.
/// What does not arrive is asked for again when it is needed.
pub fn fetch_rest_later() {
    let all_words = AllWords::here();
    timer::later(FETCH_REST_AFTER_MS, move || {
        spawn_local(async move {
            let words = all_words.complete();
            let _ = (work_is_here().await, files_are_here().await, words.await);
            let _ = sheets_are_here().await;
        });
    });
}

part! {
work:
fn work_is_here() -> () {}

files:
fn files_are_here() -> () {}

sheets:
fn sheets_are_here() -> () {}
}

/// What a part shows, once it is there.
type Showing = Pin<Box<dyn Future<Output = Result<AnyView, PartMissing>>>>;

/// Shows what a part makes: at once when it is here, else as soon as it has
/// arrived; offers another try when it does not.
#[component]
pub fn Later<F>(
    /// Asks the part for its view; asked again on another try.
    view: impl Fn() -> F + 'static,
    /// Whether the heading takes the focus if the view had to be waited for.
    #[prop(optional)]
    focus: bool,
) -> impl IntoView
where
    F: Future<Output = Result<AnyView, PartMissing>> + 'static,
{
    let all_words = AllWords::here();
    let ask: Rc<dyn Fn() -> Showing> = Rc::new(move || {
        let words = all_words.complete();
        let view = view();
        Box::pin(ScopedFuture::new(async move {
            // Both are on their way; without its words a view is not shown.
            let view = view.await?;
            if words.await { Ok(view) } else { Err(PartMissing) }
        }))
    });
    let mut showing = ask();
    if let Poll::Ready(Ok(view)) = showing.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        return view;
    }
    let arrived: RwSignal<Option<Result<AnyView, PartMissing>>, LocalStorage> =
        RwSignal::new_local(None);
    let wait = move |showing: Showing| {
        spawn_local(async move {
            let outcome = showing.await;
            // The page may be gone by now.
            if arrived.try_set(Some(outcome)).is_none() && focus {
                request_animation_frame(focus_heading);
            }
        });
    };
    wait(showing);
    let again = move || {
        arrived.set(None);
        wait(ask());
    };
    let again = StoredValue::new_local(Rc::new(again) as Rc<dyn Fn()>);
    let shown = move || {
        arrived.track();
        match arrived.try_update_untracked(Option::take).flatten() {
            Some(Ok(view)) => view,
            Some(Err(PartMissing)) => view! { <Missing again=again /> }.into_any(),
            None => {
                view! { <p class="second waiting" role="status">{t(key!("frame.loading"))}</p> }
                    .into_any()
            }
        }
    };
    shown.into_any()
}

/// Says that a part did not arrive, and tries again on request.
#[component]
fn Missing(
    /// Asks for the part again.
    again: StoredValue<Rc<dyn Fn()>, LocalStorage>,
) -> impl IntoView {
    view! {
        <h1>{t(key!("frame.part_missing"))}</h1>
        <p role="alert">{t(key!("frame.part_missing_why"))}</p>
        <p>
            <button class="button button-primary" type="button"
                on:click=move |_| again.with_value(|again| again())>
                {t(key!("frame.try_again"))}
            </button>
        </p>
    }
}
