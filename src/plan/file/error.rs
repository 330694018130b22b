//! Why a plan file is refused, with the place in it.

use crate::plan::v1::{Fault, FaultKind};
use crate::plan::yaml::{Document, Step, YamlError, show};
use crate::workspace::CommandError;
use serde_json::Value;

/// Why a plan file is refused; nothing of it is used then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// It is no YAML text of the shape a plan has.
    #[error(transparent)]
    Text(#[from] YamlError),
    /// It is sound YAML, but no plan of this app.
    #[error("this is not a plan of this app")]
    NotAPlan {
        /// Where its format is said or should be.
        line: Option<u32>,
    },
    /// A later version of the app wrote it.
    #[error("the plan has format {version}; this app knows format 1")]
    Newer {
        /// The version of the format.
        version: u32,
        /// Where it says so.
        line: Option<u32>,
    },
    /// A field says something it cannot.
    #[error("{path}: {kind:?}")]
    Field {
        /// The field, for instance `indicators[3].baseline.period`.
        path: String,
        /// Its line.
        line: Option<u32>,
        /// What is wrong with it.
        kind: FaultKind,
    },
    /// The records do not fit each other or the stated limits.
    #[error("{error}")]
    Refused {
        /// The record concerned, for instance `indicators[3]`; empty where it
        /// is the plan as a whole.
        path: String,
        /// Its line.
        line: Option<u32>,
        /// Why.
        error: CommandError,
    },
}

impl PlanError {
    /// The line (from 1) the repair begins at, where there is one.
    pub fn line(&self) -> Option<u32> {
        match self {
            Self::Text(error) => error.line,
            Self::NotAPlan { line }
            | Self::Newer { line, .. }
            | Self::Field { line, .. }
            | Self::Refused { line, .. } => *line,
        }
    }

    /// The place in the document, for instance `indicators[2].target`.
    pub fn path(&self) -> Option<&str> {
        let path = match self {
            Self::Text(error) => error.path.as_deref()?,
            Self::NotAPlan { .. } => return None,
            Self::Newer { .. } => "format",
            Self::Field { path, .. } | Self::Refused { path, .. } => path,
        };
        (!path.is_empty()).then_some(path)
    }
}

/// A fault of version 1 with its line.
pub(super) fn field(document: &Document, fault: Fault) -> PlanError {
    let line = document.line_of(&steps(&fault.path));
    PlanError::Field { path: fault.path, line, kind: fault.kind }
}

/// A refusal of the workspace with the place of the record concerned.
pub(super) fn refused(document: &Document, error: CommandError) -> PlanError {
    let path = place_of(document.value(), &error).unwrap_or_default();
    let line = if path.is_empty() { None } else { document.line_of(&path) };
    PlanError::Refused { path: show(&path), line, error }
}

/// Reads `indicators[3].baseline.period` back into steps.
fn steps(path: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    for part in path.split('.') {
        let (key, indices) = part.split_at(part.find('[').unwrap_or(part.len()));
        steps.push(Step::from(key));
        let numbers = indices.split(['[', ']']).filter_map(|text| text.parse::<usize>().ok());
        steps.extend(numbers.map(Step::from));
    }
    steps
}

fn place_of(plan: &Value, error: &CommandError) -> Option<Vec<Step>> {
    let id = match error {
        CommandError::DanglingLink { record: id, .. }
        | CommandError::TextTooLong(id)
        | CommandError::NumberOutOfRange(id)
        | CommandError::DateOutOfRange(id)
        | CommandError::DuplicateId(id)
        | CommandError::WrongKindOfId(id)
        | CommandError::SecondCustomer(id)
        | CommandError::OtherDepartment(id)
        | CommandError::NoSuchRecord(id)
        | CommandError::NoSuchProject(id)
        | CommandError::ProjectExists(id)
        | CommandError::MeasurementsWouldNotFit { indicator: id, .. } => *id,
        CommandError::AnswerExists { question } => {
            return last_with(plan, "answers", &[("question", question)]);
        }
        CommandError::WrongCadence { indicator, period, .. }
        | CommandError::SamePeriodTwice { indicator, period } => {
            let (indicator, period) = (indicator.to_string(), period.to_string());
            let fields = [("indicator", indicator.as_str()), ("period", period.as_str())];
            return last_with(plan, "measurements", &fields);
        }
        CommandError::DepartmentExists { department } => {
            return last_with(plan, "registers.term-views", &[("department", department)]);
        }
        CommandError::TooMany { .. } => return None,
    };
    let id = id.to_string();
    if plan.pointer("/project/id").and_then(Value::as_str) == Some(&id) {
        return Some(vec![Step::from("project")]);
    }
    SECTIONS.into_iter().find_map(|section| last_with(plan, section, &[("id", &id)]))
}

/// Where records stand in a plan.
const SECTIONS: [&str; 14] = [
    "people",
    "answers",
    "registers.funding-stages",
    "registers.cost-lines",
    "registers.terms",
    "registers.term-views",
    "registers.integrations",
    "registers.channels",
    "goals",
    "indicators",
    "measurements",
    "actions",
    "risks",
    "imports",
];

/// The last record of a section that has these fields.
fn last_with(plan: &Value, section: &str, fields: &[(&str, &str)]) -> Option<Vec<Step>> {
    let rows = section.split('.').try_fold(plan, |value, key| value.get(key))?.as_array()?;
    let has = |row: &Value| {
        fields.iter().all(|(key, text)| row.get(key).and_then(Value::as_str) == Some(text))
    };
    let place = rows.iter().rposition(has)?;
    Some(section.split('.').map(Step::from).chain([Step::from(place)]).collect())
}
