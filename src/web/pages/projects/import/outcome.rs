//! What a chosen file holds.

use super::preview::PreviewBody;
use super::read_bytes;
use crate::i18n::Arg;
use crate::key;
use crate::plan::file::{PlanError, read_plan};
use crate::plan::preview::{self as counting, Preview, SummaryCheck, check_summary};
use crate::plan::v1::SummaryV1;
use crate::plan::yaml::{Limits, YamlError, YamlErrorKind};
use crate::route::{Place, Route};
use crate::web::browser::file::FileError;
use crate::web::pages::board::{MergeBody, Merging};
use crate::web::routing::Routing;
use crate::web::session::{Session, readiness_pack};
use crate::web::texts::{Texts, t};
use crate::workspace::{MergeRefusal, Project, compare_part};
use leptos::prelude::*;

/// What a chosen file holds.
enum Outcome {
    /// A plan, with what it would change.
    Plan(Box<Plan>),
    /// One department's part of a project that is here.
    Part(Box<Merging>),
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

/// The preview of a plan, or why the file cannot be used; nothing has changed
/// in either case.
pub fn show(content: Result<Vec<u8>, FileError>, open: RwSignal<bool>) -> AnyView {
    let session = Session::here();
    let outcome =
        opened(content).and_then(|(project, summary)| previewed(session, project, summary));
    match outcome {
        Ok(Outcome::Plan(plan)) => view! { <PreviewBody plan=*plan open=open /> }.into_any(),
        Ok(Outcome::Part(merging)) => view! { <PartBody merging=*merging open=open /> }.into_any(),
        Err(refusal) => view! { <Refused refusal=refusal open=open /> }.into_any(),
    }
}

/// Reads a chosen plan file.
pub async fn read_chosen(chosen: &web_sys::File) -> Result<(Project, Option<SummaryV1>), Refusal> {
    opened(read_bytes(chosen).await)
}

fn opened(content: Result<Vec<u8>, FileError>) -> Result<(Project, Option<SummaryV1>), Refusal> {
    let bytes = content.map_err(|error| match error {
        FileError::Unreadable(why) => Refusal::Unreadable(why),
        FileError::TooLarge { size, .. } => {
            let bytes = usize::try_from(size).unwrap_or(usize::MAX);
            let kind = YamlErrorKind::TooLarge { bytes, limit: Limits::PLAN.max_bytes };
            let error = YamlError { kind, line: None, path: None };
            Refusal::Plan(Box::new(PlanError::Text(error)))
        }
    })?;
    read_plan(&bytes).map_err(|error| Refusal::Plan(Box::new(error)))
}

/// What a plan would change here. A department's part of a project that is
/// here as a whole is merged into it: in its place it would remove the rest.
fn previewed(
    session: Session,
    project: Project,
    summary: Option<SummaryV1>,
) -> Result<Outcome, Refusal> {
    session.workspace().with_untracked(|workspace| {
        let existing = workspace.project(project.head.id);
        let is_part = |project: &Project| !project.head.department.trim().is_empty();
        if let Some(whole) = existing.filter(|existing| is_part(&project) && !is_part(existing)) {
            return match compare_part(whole, &project) {
                Ok(merge) => Ok(Outcome::Part(Box::new(Merging {
                    project: whole.head.id,
                    merge,
                    part: project,
                    summary,
                }))),
                Err(refusal) => Err(Refusal::Merge(refusal)),
            };
        }
        let packs: Vec<_> = readiness_pack().into_iter().collect();
        let preview = counting::preview(existing, &project);
        let summary = check_summary(&project, summary.as_ref(), &packs);
        Ok(Outcome::Plan(Box::new(Plan { project, preview, summary })))
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
