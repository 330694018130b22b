//! Importing a plan: choose a file, see what it would change, then decide.

mod preview;

use crate::i18n::Arg;
use crate::key;
use crate::plan::file::{PlanError, read_plan};
use crate::plan::preview::{self as counting, Preview, SummaryCheck, check_summary};
use crate::plan::v1::SummaryV1;
use crate::plan::yaml::{Limits, YamlError, YamlErrorKind};
use crate::route::{Place, Route};
use crate::web::browser::file::{self, FileError};
use crate::web::components::dialog::Dialog;
use crate::web::pages::board::{MergeBody, Merging};
use crate::web::routing::Routing;
use crate::web::session::{Session, readiness_pack};
use crate::web::texts::{Texts, t};
use crate::workspace::{MergeRefusal, Project, compare_part};
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
    /// One department's part of a project that is here.
    Part(Box<Merging>),
}

/// Why a chosen file cannot be used.
#[derive(Clone)]
pub enum Refusal {
    /// The browser could not read it.
    Unreadable(String),
    /// It is no sound plan.
    Plan(Box<PlanError>),
    /// It is no part of the project it is to be merged into.
    Merge(MergeRefusal),
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
    let chosen = RwSignal::new(None::<Chosen>);
    let open = RwSignal::new(false);
    let read = move |file: web_sys::File| {
        spawn_local(async move {
            let name = file.name();
            let outcome = match read_chosen(&file).await {
                Ok((project, summary)) => previewed(session, project, summary),
                Err(refusal) => Outcome::Refused(refusal),
            };
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
        <ChooseFile id=BUTTON label=key!("plan.import") on_file=read />
        <Dialog open=open heading=heading>
            {move || chosen.get().map(|chosen| match chosen.outcome {
                Outcome::Refused(refusal) => view! { <Refused refusal=refusal open=open /> }.into_any(),
                Outcome::Plan(plan) => view! { <PreviewBody plan=*plan open=open /> }.into_any(),
                Outcome::Part(merging) => view! { <PartBody merging=*merging open=open /> }.into_any(),
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

/// Reads a chosen plan file.
pub async fn read_chosen(chosen: &web_sys::File) -> Result<(Project, Option<SummaryV1>), Refusal> {
    let limit = Limits::PLAN.max_bytes;
    let bytes = match file::read(chosen, u64::try_from(limit).unwrap_or(u64::MAX)).await {
        Ok(bytes) => bytes,
        Err(FileError::Unreadable(why)) => return Err(Refusal::Unreadable(why)),
        Err(FileError::TooLarge { size, .. }) => {
            let bytes = usize::try_from(size).unwrap_or(usize::MAX);
            let kind = YamlErrorKind::TooLarge { bytes, limit };
            let error = PlanError::Text(YamlError { kind, line: None, path: None });
            return Err(Refusal::Plan(Box::new(error)));
        }
    };
    read_plan(&bytes).map_err(|error| Refusal::Plan(Box::new(error)))
}

/// What a plan would change here. A department's part of a project that is
/// here as a whole is merged into it: in its place it would remove the rest.
fn previewed(session: Session, project: Project, summary: Option<SummaryV1>) -> Outcome {
    session.workspace().with_untracked(|workspace| {
        let existing = workspace.project(project.head.id);
        let is_part = |project: &Project| !project.head.department.trim().is_empty();
        if let Some(whole) = existing.filter(|existing| is_part(&project) && !is_part(existing)) {
            return match compare_part(whole, &project) {
                Ok(merge) => Outcome::Part(Box::new(Merging {
                    project: whole.head.id,
                    merge,
                    part: project,
                    summary,
                })),
                Err(refusal) => Outcome::Refused(Refusal::Merge(refusal)),
            };
        }
        let packs: Vec<_> = readiness_pack().into_iter().collect();
        let preview = counting::preview(existing, &project);
        let summary = check_summary(&project, summary.as_ref(), &packs);
        Outcome::Plan(Box::new(Plan { project, preview, summary }))
    })
}

/// A department's part that is merged into the project it came from.
#[component]
fn PartBody(
    /// The file and what differs.
    merging: Merging,
    /// Whether the dialog is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let routing = Routing::here();
    let board = Route::Project(merging.project, Place::Customer(None));
    view! { <MergeBody merging=merging open=open on_done=move |()| routing.go(&board) /> }
}

/// Why a file cannot be used, with line and path.
#[component]
pub fn Refused(
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
        Refusal::Merge(refusal) => texts.text(merge_key(refusal)),
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

fn merge_key(refusal: &MergeRefusal) -> &'static str {
    match refusal {
        MergeRefusal::Whole => key!("board.refused_whole"),
        MergeRefusal::IntoPart => key!("board.refused_into_part"),
        MergeRefusal::OtherRecord(_) | MergeRefusal::OtherProject => key!("board.refused_other"),
    }
}
