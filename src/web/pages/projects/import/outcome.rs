//! What a chosen file holds.

use super::preview::PreviewBody;
use crate::i18n::Arg;
use crate::key;
use crate::plan::file::{PlanError, read_plan};
use crate::plan::preview::{self as counting, Preview, SummaryCheck, check_summary};
use crate::plan::yaml::{Limits, YamlError, YamlErrorKind};
use crate::web::browser::file::FileError;
use crate::web::session::{Session, readiness_pack};
use crate::web::texts::{Texts, t};
use crate::workspace::Project;
use leptos::prelude::*;

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
enum Refusal {
    /// The browser could not read it.
    Unreadable(String),
    /// It is no sound plan.
    Plan(Box<PlanError>),
}

/// The preview of a plan, or why the file cannot be used; nothing has changed
/// in either case.
pub fn show(content: Result<Vec<u8>, FileError>, open: RwSignal<bool>) -> AnyView {
    match inspect(Session::here(), content) {
        Ok(plan) => view! { <PreviewBody plan=plan open=open /> }.into_any(),
        Err(refusal) => view! { <Refused refusal=refusal open=open /> }.into_any(),
    }
}

fn inspect(session: Session, content: Result<Vec<u8>, FileError>) -> Result<Plan, Refusal> {
    let bytes = content.map_err(|error| match error {
        FileError::Unreadable(why) => Refusal::Unreadable(why),
        FileError::TooLarge { size, .. } => {
            let bytes = usize::try_from(size).unwrap_or(usize::MAX);
            let kind = YamlErrorKind::TooLarge { bytes, limit: Limits::PLAN.max_bytes };
            let error = YamlError { kind, line: None, path: None };
            Refusal::Plan(Box::new(PlanError::Text(error)))
        }
    })?;
    let (project, summary) = read_plan(&bytes).map_err(|error| Refusal::Plan(Box::new(error)))?;
    let packs: Vec<_> = readiness_pack().into_iter().collect();
    let preview = session.workspace().with_untracked(|workspace| {
        counting::preview(workspace.project(project.head.id), &project)
    });
    let summary = check_summary(&project, summary.as_ref(), &packs);
    Ok(Plan { project, preview, summary })
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
