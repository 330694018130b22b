//! What the table says for the indicator, and what it leaves open.

use super::super::Watched;
use super::Read;
use crate::tabular::{Choices, Intake, IntakeError, Looked, Question};
use crate::web::session::Session;
use leptos::prelude::*;

/// Looks at the table for the indicator as it is now.
pub fn look(watched: Watched, table: Read, intake: Intake) -> Option<Result<Looked, IntakeError>> {
    let session = Session::here();
    let table = match table.get()? {
        Ok(table) => table,
        Err(error) => return Some(Err(error.into())),
    };
    let today = session.today();
    session.with_project(watched.project, |found| {
        let record = found.indicators.get(watched.indicator)?;
        let series = found.series(watched.indicator);
        Some(intake.look(&table, record, series, found.head.fiscal, today))
    })?
}

/// Every question the table raises, answered ones included: an answer can be
/// changed until the import is confirmed.
pub fn asked(watched: Watched, table: Read, intake: Intake) -> Vec<Question> {
    let questions = |choices: Choices| match look(watched, table, Intake { choices, ..intake }) {
        Some(Ok(looked)) => looked.questions,
        Some(Err(_)) | None => Vec::new(),
    };
    let choices = intake.choices;
    let mut all = questions(choices);
    let mut without = |answered: bool, choices: Choices, kind: fn(&Question) -> bool| {
        if answered {
            all.extend(questions(choices).into_iter().filter(kind));
        }
    };
    without(choices.decimal.is_some(), Choices { decimal: None, ..choices }, |question| {
        matches!(question, Question::AmbiguousDecimal { .. })
    });
    without(choices.short_year.is_some(), Choices { short_year: None, ..choices }, |question| {
        matches!(question, Question::ShortYear { .. })
    });
    without(choices.day_month.is_some(), Choices { day_month: None, ..choices }, |question| {
        matches!(question, Question::AmbiguousDayMonth { .. })
    });
    without(choices.percent.is_some(), Choices { percent: None, ..choices }, |question| {
        matches!(question, Question::Percent { .. })
    });
    without(choices.duplicates.is_some(), Choices { duplicates: None, ..choices }, |question| {
        matches!(question, Question::DuplicatePeriod { .. })
    });
    all.sort_by_key(order);
    all
}

/// Questions stand in one order, answered or not.
fn order(question: &Question) -> u8 {
    match question {
        Question::Separator { .. } => 0,
        Question::AmbiguousDecimal { .. } => 1,
        Question::ShortYear { .. } => 2,
        Question::AmbiguousDayMonth { .. } => 3,
        Question::Percent { .. } => 4,
        Question::DuplicatePeriod { .. } => 5,
    }
}
