//! Importing a plan: choose a file, see what it would change, then decide.

mod preview;

use crate::i18n::Arg;
use crate::key;
use crate::plan::file::{PlanError, read_plan};
use crate::plan::preview::{self as counting, Preview, SummaryCheck, check_summary};
use crate::plan::yaml::{Limits, YamlError, YamlErrorKind};
use crate::web::browser::file::{self, FileError};
use crate::web::components::dialog::Dialog;
use crate::web::session::{Session, readiness_pack};
use crate::web::texts::{Texts, t};
use crate::workspace::Project;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use preview::PreviewBody;
use wasm_bindgen::{JsCast as _, JsValue};

/// Id of the button.
pub const BUTTON: &str = "import-plan";

/// A file that was chosen.
#[derive(Clone)]
pub struct Chosen {
    /// Its name.
    pub file: String,
    /// What it holds, or why it cannot be used.
    pub outcome: Outcome,
}

/// What a chosen file holds.
#[derive(Clone)]
pub enum Outcome {
    /// It cannot be used; nothing has changed.
    Refused(Refusal),
    /// A plan, with what it would change.
    Plan(Box<Plan>),
}

/// Why a chosen file cannot be used.
#[derive(Clone)]
pub enum Refusal {
    /// The browser could not read it.
    Unreadable(String),
    /// It is no sound plan.
    Plan(Box<PlanError>),
}

/// A plan, with what it would change.
#[derive(Clone)]
pub struct Plan {
    /// Its project.
    pub project: Project,
    /// Counts by kind of record.
    pub preview: Preview,
    /// Whether its summary follows from it.
    pub summary: SummaryCheck,
}

/// "Import plan": the file chooser, then the preview.
#[component]
pub fn ImportPlan() -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let input: NodeRef<html::Input> = NodeRef::new();
    let chosen = RwSignal::new(None::<Chosen>);
    let open = RwSignal::new(false);
    let choose = move |_| {
        if let Some(input) = input.get_untracked() {
            // The same file again is a choice again.
            input.set_value("");
            input.click();
        }
    };
    let read = move |_| {
        let Some(file) = input.get_untracked().and_then(|input| first_file(&input)) else { return };
        spawn_local(async move {
            let name = file.name();
            let outcome = read_file(session, &file).await;
            chosen.set(Some(Chosen { file: name, outcome }));
            open.set(true);
        });
    };
    let heading = Signal::derive(move || {
        let file = chosen.with(|chosen| chosen.as_ref().map(|chosen| chosen.file.clone()));
        let file = file.unwrap_or_default();
        texts.format(key!("plan.import_heading"), &[("file", Arg::Text(&file))])
    });
    view! {
        <button id=BUTTON class="button" type="button" on:click=choose>{t(key!("plan.import"))}</button>
        <input type="file" accept=".yaml,.yml,text/yaml,application/yaml" hidden node_ref=input
            aria-label=t(key!("plan.import")) on:change=read />
        <Dialog open=open heading=heading>
            {move || chosen.get().map(|chosen| match chosen.outcome {
                Outcome::Refused(refusal) => view! { <Refused refusal=refusal open=open /> }.into_any(),
                Outcome::Plan(plan) => view! { <PreviewBody plan=*plan open=open /> }.into_any(),
            })}
        </Dialog>
    }
}

/// The first file of an input. Asked by name: the list of files is a type of
/// its own that nothing else here needs.
fn first_file(input: &web_sys::HtmlInputElement) -> Option<web_sys::File> {
    let files = js_sys::Reflect::get(input, &JsValue::from_str("files")).ok()?;
    js_sys::Reflect::get_u32(&files, 0).ok()?.dyn_into().ok()
}

async fn read_file(session: Session, chosen: &web_sys::File) -> Outcome {
    let limit = Limits::PLAN.max_bytes;
    let bytes = match file::read(chosen, u64::try_from(limit).unwrap_or(u64::MAX)).await {
        Ok(bytes) => bytes,
        Err(FileError::Unreadable(why)) => return Outcome::Refused(Refusal::Unreadable(why)),
        Err(FileError::TooLarge { size, .. }) => {
            let bytes = usize::try_from(size).unwrap_or(usize::MAX);
            let kind = YamlErrorKind::TooLarge { bytes, limit };
            let error = PlanError::Text(YamlError { kind, line: None, path: None });
            return Outcome::Refused(Refusal::Plan(Box::new(error)));
        }
    };
    match read_plan(&bytes) {
        Ok((project, summary)) => {
            let packs: Vec<_> = readiness_pack().into_iter().collect();
            let preview = session.workspace().with_untracked(|workspace| {
                counting::preview(workspace.project(project.head.id), &project)
            });
            let summary = check_summary(&project, summary.as_ref(), &packs);
            Outcome::Plan(Box::new(Plan { project, preview, summary }))
        }
        Err(error) => Outcome::Refused(Refusal::Plan(Box::new(error))),
    }
}

/// Why a file cannot be used, with line and path.
#[component]
fn Refused(
    /// Why.
    refusal: Refusal,
    /// Whether the dialog is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let texts = Texts::here();
    let words = move || match &refusal {
        Refusal::Unreadable(why) => {
            texts.format(key!("plan.unreadable"), &[("why", Arg::Text(why))])
        }
        Refusal::Plan(error) => texts.with(|catalogue| {
            error.in_words(catalogue, |refused| crate::i18n::InWords::in_words(refused, catalogue))
        }),
    };
    view! {
        <p class="error" role="alert">{words}</p>
        <p>{t(key!("plan.nothing_changed"))}</p>
        <p><button class="button" type="button" on:click=move |_| open.set(false)>{t(key!("plan.close"))}</button></p>
    }
}
