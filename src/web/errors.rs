//! Refused commands in words: the thing, and the repair.

use crate::i18n::{Arg, Catalogue};
use crate::key;
use crate::workspace::{CommandError, limits};

/// A refused command in one or two sentences.
pub fn command_error(error: &CommandError, catalogue: &Catalogue) -> String {
    let text = |key| catalogue.text(key).into_owned();
    match error {
        CommandError::NoSuchProject(_) | CommandError::NoSuchRecord(_) => {
            text(key!("refused.gone"))
        }
        CommandError::ProjectExists(_) => text(key!("refused.project_exists")),
        CommandError::DanglingLink { record, missing } => {
            let (record, missing) = (record.to_string(), missing.to_string());
            let args = [("record", Arg::Text(&record)), ("missing", Arg::Text(&missing))];
            catalogue.format(key!("refused.dangling"), &args)
        }
        CommandError::TextTooLong(_) => {
            catalogue.format(key!("refused.text_too_long"), &[("limit", count(limits::TEXT))])
        }
        CommandError::TooMany { limit } => {
            catalogue.format(key!("refused.too_many"), &[("limit", count(*limit))])
        }
        CommandError::NumberOutOfRange(_) => text(key!("refused.number")),
        CommandError::DateOutOfRange(_) => text(key!("refused.date")),
        CommandError::SecondCustomer(_) => text(key!("refused.second_customer")),
        CommandError::DepartmentExists { department } => catalogue
            .format(key!("refused.department_exists"), &[("department", Arg::Text(department))]),
        CommandError::OtherDepartment(_) => text(key!("refused.other_department")),
        CommandError::AnswerExists { .. } => text(key!("refused.answer_exists")),
        CommandError::WrongCadence { period, .. }
        | CommandError::SamePeriodTwice { period, .. } => {
            let period = period.to_string();
            catalogue.format(key!("refused.period"), &[("period", Arg::Text(&period))])
        }
        CommandError::MeasurementsWouldNotFit { count: found, .. } => {
            catalogue.format(key!("refused.would_not_fit"), &[("count", count(*found))])
        }
        CommandError::DuplicateId(id) | CommandError::WrongKindOfId(id) => {
            let id = id.to_string();
            catalogue.format(key!("refused.id"), &[("id", Arg::Text(&id))])
        }
    }
}

fn count(count: usize) -> Arg<'static> {
    Arg::Count(u64::try_from(count).unwrap_or(u64::MAX))
}
