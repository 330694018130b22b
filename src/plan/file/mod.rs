//! The plan file: one project as YAML text that people read, compare line by
//! line and file, and that comes back as it was.

mod error;
#[cfg(test)]
mod fuzz;
#[cfg(test)]
mod tests;
mod words;

pub use error::PlanError;

use super::v1::{self, FORMAT, PlanV1, SummaryV1};
use super::yaml::{self, Document, Layout, Limits, Step};
use crate::workspace::{Command, Project, Workspace};
use serde_json::Value;

/// The first line of every plan file: editors find the schema by it.
pub const FIRST_LINE: &str = "# yaml-language-server: $schema=./crm-readiness-plan.v1.schema.json";

/// What the names of plan files end in.
pub const FILE_ENDING: &str = ".crm-plan.yaml";

/// What stands before the number of the version in `format`.
const FORMAT_NAME: &str = "crm-readiness-plan/";

/// The text of a project's plan file. Equal projects give equal bytes: it
/// holds no time of export but the one in `summary`.
pub fn write_plan(project: &Project, summary: Option<SummaryV1>) -> String {
    let plan = v1::plan_of(project, summary);
    // Structs with text keys and finite numbers always become a value.
    let value = serde_json::to_value(plan).unwrap_or(Value::Null);
    let layout = Layout::block().one_line("measurements");
    format!("{FIRST_LINE}\n{}", yaml::write(&value, &layout))
}

/// Reads a plan file: its project, sound enough to be added to a workspace,
/// and the summary it was exported with.
///
/// # Errors
/// The first reason to refuse the file, with path and line where it has them.
pub fn read_plan(bytes: &[u8]) -> Result<(Project, Option<SummaryV1>), PlanError> {
    let document = yaml::read(bytes, &Limits::PLAN)?;
    check_format(&document)?;
    let mut plan: PlanV1 = document.typed()?;
    let summary = plan.summary.take();
    let project = v1::project_from(plan).map_err(|fault| error::field(&document, fault))?;
    // Links between records and stated limits are the workspace's to judge.
    Workspace::default()
        .apply(Command::AddProject(Box::new(project.clone())))
        .map_err(|refused| error::refused(&document, refused))?;
    Ok((project, summary))
}

/// A file of another kind, or of a version to come, is named as such instead
/// of by the first field that is unknown here.
fn check_format(document: &Document) -> Result<(), PlanError> {
    let format = document.value().get("format").and_then(Value::as_str);
    let Some(version) = format.and_then(|format| format.strip_prefix(FORMAT_NAME)) else {
        return Err(PlanError::NotAPlan { line: document.line_of(&[]) });
    };
    if format == Some(FORMAT) {
        return Ok(());
    }
    let line = document.line_of(&[Step::from("format")]);
    match version.parse::<u32>() {
        Ok(version) if version > 1 => Err(PlanError::Newer { version, line }),
        _ => Err(PlanError::NotAPlan { line }),
    }
}

/// A file name for a project's plan: [`file_stem`] and [`FILE_ENDING`].
pub fn file_name(project: &str) -> String {
    file_stem(project) + FILE_ENDING
}

/// The name of a project without what file systems refuse, to begin a file
/// name with.
pub fn file_stem(project: &str) -> String {
    let keep = |c: char| if c.is_alphanumeric() { c } else { ' ' };
    let words: String = project.chars().take(200).map(keep).collect();
    let mut slug = String::new();
    for word in words.split_whitespace() {
        // Room for the ending in the 255 bytes a name may have.
        if slug.len() + word.len() > 200 {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word.to_lowercase());
    }
    if slug.is_empty() {
        slug.push_str("project");
    }
    slug
}
