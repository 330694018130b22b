//! A series of target values typed or pasted as lines.

use super::number::{DecimalMark, NumberValue, parse_number};
use super::typed_period::read_typed_period;
use crate::base::{Cadence, FiscalStart, Period};
use crate::kpi::TargetStep;

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepFault {
    /// No period that can be told.
    Period,
    /// No number that can be told.
    Value,
    /// A period that an earlier line has already.
    Twice,
}

/// Most lines that are read; nobody plans further.
pub const MOST_STEPS: usize = 600;

/// Reads lines of a period and a value, with a tab, semicolon or space between
/// them, in order of time. Lines of values alone stand for one period after
/// the other from `start` on. Empty lines count for nothing.
///
/// # Errors
/// The first line, counted from 1, that cannot be read, and why.
pub fn read_steps(
    text: &str,
    mark: DecimalMark,
    cadence: Cadence,
    fiscal: FiscalStart,
    start: Period,
) -> Result<Vec<TargetStep>, (usize, StepFault)> {
    let lines = || text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let alone = lines().all(|(_, line)| number(line, mark).is_some());
    let mut steps: Vec<TargetStep> = Vec::new();
    let mut next = start;
    for (at, line) in lines().take(MOST_STEPS) {
        let fault = |fault| (at + 1, fault);
        let (period, value) = if alone {
            (next, line)
        } else {
            let (period, value) = cut(line).ok_or(fault(StepFault::Period))?;
            let read = read_typed_period(period, cadence, fiscal);
            (read.map_err(|_| fault(StepFault::Period))?, value)
        };
        let value = number(value, mark).ok_or(fault(StepFault::Value))?;
        let begin = period.first_day(fiscal);
        if steps.iter().any(|step| step.period.first_day(fiscal) == begin) {
            return Err(fault(StepFault::Twice));
        }
        steps.push(TargetStep { period, value });
        next = period.next(fiscal);
    }
    steps.sort_by_key(|step| step.period.first_day(fiscal));
    Ok(steps)
}

/// Period and value of a line.
fn cut(line: &str) -> Option<(&str, &str)> {
    let line = line.trim();
    let parts = line.split_once(['\t', ';', '；']);
    let (period, value) = parts.or_else(|| line.rsplit_once(char::is_whitespace))?;
    Some((period.trim(), value.trim()))
}

fn number(text: &str, mark: DecimalMark) -> Option<f64> {
    let read = parse_number(text.trim(), Some(mark)).or_else(|_| parse_number(text.trim(), None));
    match read.ok()?.value {
        NumberValue::Certain(value) => Some(value),
        NumberValue::Ambiguous { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Result<Vec<(String, f64)>, (usize, StepFault)> {
        let start = Period::parse("2026-10").expect("a period");
        let fiscal = FiscalStart::JANUARY;
        let steps = read_steps(text, DecimalMark::Point, Cadence::Month, fiscal, start)?;
        Ok(steps.iter().map(|step| (step.period.to_string(), step.value)).collect())
    }

    fn told(rows: &[(&str, f64)]) -> Vec<(String, f64)> {
        rows.iter().map(|(period, value)| ((*period).to_owned(), *value)).collect()
    }

    #[test]
    fn lines_are_read_however_they_are_separated_and_put_in_order() {
        let wanted = told(&[("2026-10", 64.0), ("2027-Q1", 72.5), ("2027-06", 80.0)]);
        assert_eq!(read("2026-10\t64\n\n2027-Q1; 72.5 %\n2027-06 80\n"), Ok(wanted.clone()));
        assert_eq!(read("2027-06 80\nQ1 2027\t72.5\nOctober 2026 64"), Ok(wanted));
        assert_eq!(read(" \n"), Ok(Vec::new()));
    }

    #[test]
    fn values_alone_stand_for_one_period_after_the_other() {
        assert_eq!(read("64\n66.5\n"), Ok(told(&[("2026-10", 64.0), ("2026-11", 66.5)])));
    }

    #[test]
    fn the_first_line_that_cannot_be_read_is_named() {
        assert_eq!(read("2026-10 64\nsoon 70"), Err((2, StepFault::Period)));
        assert_eq!(read("2026-10 64\n2026-11 many"), Err((2, StepFault::Value)));
        assert_eq!(read("2026-10 64\n\n2026-10 70"), Err((3, StepFault::Twice)));
        assert_eq!(read("2026-10"), Err((1, StepFault::Period)));
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused_with_a_line_of_it(text in "\\PC{0,60}(\n\\PC{0,60}){0,4}") {
            match read(&text) {
                Ok(steps) => prop_assert!(steps.len() <= text.lines().count()),
                Err((line, _)) => prop_assert!((1..=text.lines().count()).contains(&line)),
            }
        }
    }
}
