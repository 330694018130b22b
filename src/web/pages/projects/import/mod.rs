//! Importing a plan: choose a file, see what it would change, then decide.

pub mod outcome;
mod preview;

use crate::i18n::Arg;
use crate::key;
use crate::plan::yaml::Limits;
use crate::web::browser::file::{self, FileError};
use crate::web::components::dialog::Dialog;
use crate::web::parts::{Later, part};
use crate::web::texts::{Texts, t};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast as _, JsValue};

/// Id of the button.
pub const BUTTON: &str = "import-plan";

/// A file that was chosen, read or not.
#[derive(Clone)]
struct Chosen {
    file: String,
    content: Result<Vec<u8>, FileError>,
}

/// "Import plan": the file chooser, then the preview.
#[component]
pub fn ImportPlan() -> impl IntoView {
    let texts = Texts::here();
    let chosen = RwSignal::new(None::<Chosen>);
    let open = RwSignal::new(false);
    let read = move |file: web_sys::File| {
        spawn_local(async move {
            let content = read_bytes(&file).await;
            chosen.set(Some(Chosen { file: file.name(), content }));
            open.set(true);
        });
    };
    let heading = Signal::derive(move || {
        let file = chosen.with(|chosen| chosen.as_ref().map(|chosen| chosen.file.clone()));
        let file = file.unwrap_or_default();
        texts.format(key!("plan.import_heading"), &[("file", Arg::Text(&file))])
    });
    view! {
        <ChooseFile id=BUTTON label=key!("plan.import") on_file=read />
        <Dialog open=open heading=heading>
            {move || chosen.get().map(|Chosen { content, .. }| {
                view! { <Later view=move || found(content.clone(), open) /> }
            })}
        </Dialog>
    }
}

/// A button that opens the browser's file chooser for a plan file.
#[component]
pub fn ChooseFile(
    /// Id of the button.
    #[prop(into)]
    id: String,
    /// Key of its text.
    label: &'static str,
    /// Called with the file chosen.
    #[prop(into)]
    on_file: Callback<web_sys::File>,
) -> impl IntoView {
    let input: NodeRef<html::Input> = NodeRef::new();
    let choose = move |_| {
        if let Some(input) = input.get_untracked() {
            // The same file again is a choice again.
            input.set_value("");
            input.click();
        }
    };
    let read = move |_| {
        if let Some(file) = input.get_untracked().and_then(|input| first_file(&input)) {
            on_file.run(file);
        }
    };
    view! {
        <button id=id class="button" type="button" on:click=choose>{t(label)}</button>
        <input type="file" accept=".yaml,.yml,text/yaml,application/yaml" hidden node_ref=input
            aria-label=t(label) on:change=read />
    }
}

/// The first file of an input. Asked by name: the list of files is a type of
/// its own that nothing else here needs.
fn first_file(input: &web_sys::HtmlInputElement) -> Option<web_sys::File> {
    let files = js_sys::Reflect::get(input, &JsValue::from_str("files")).ok()?;
    js_sys::Reflect::get_u32(&files, 0).ok()?.dyn_into().ok()
}

/// Reads a file unless it is larger than a plan may be.
pub async fn read_bytes(file: &web_sys::File) -> Result<Vec<u8>, FileError> {
    let limit = u64::try_from(Limits::PLAN.max_bytes).unwrap_or(u64::MAX);
    file::read(file, limit).await
}

part! { files:
/// What a chosen file holds, in words, with the decision.
fn found(content: Result<Vec<u8>, FileError>, open: RwSignal<bool>) -> AnyView {
    outcome::show(content, open)
}
}
