//! A single period typed into a form.

use super::{PeriodReading, PeriodRefusal, parse_period};
use crate::base::{Cadence, FiscalStart, Period, PeriodError};

/// Reads the period of a single value, such as a baseline, that is usually of
/// `cadence` and may be of another one: `2026-10`, `October 2026`, `Q4 2026`,
/// `2026`. A calendar date stands for the period of `cadence` it falls in. A
/// date whose day and month cannot be told apart is refused.
pub fn read_typed_period(
    text: &str,
    cadence: Cadence,
    fiscal: FiscalStart,
) -> Result<Period, PeriodError> {
    let read = |cadence| parse_period(text, cadence, fiscal, None);
    let reading = match read(cadence) {
        Err(PeriodRefusal::Finer { found, .. } | PeriodRefusal::Coarser { found, .. }) => {
            read(found)
        }
        other => other,
    };
    match reading {
        Ok(PeriodReading::Certain(period)) => Ok(period),
        Ok(PeriodReading::Ambiguous { .. }) | Err(_) => {
            Err(PeriodError(text.trim().chars().take(40).collect()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, cadence: Cadence) -> Option<String> {
        let period = read_typed_period(text, cadence, FiscalStart::JANUARY).ok()?;
        Some(period.to_string())
    }

    #[test]
    fn a_period_of_the_cadence_is_read_however_it_is_written() {
        for text in ["2026-10", "October 2026", "октябрь 2026", "2026年10月", "2026-10-14"]
        {
            assert_eq!(read(text, Cadence::Month).as_deref(), Some("2026-10"), "{text}");
        }
    }

    #[test]
    fn a_period_of_another_cadence_is_taken_as_it_is() {
        assert_eq!(read("2025", Cadence::Month).as_deref(), Some("2025"));
        assert_eq!(read("Q4 2026", Cadence::Month).as_deref(), Some("2026-Q4"));
        assert_eq!(read("2026-W42", Cadence::Year).as_deref(), Some("2026-W42"));
        assert_eq!(read("2026-10", Cadence::Quarter).as_deref(), Some("2026-10"));
    }

    #[test]
    fn what_is_no_period_or_two_is_refused_with_the_text() {
        assert_eq!(read("03/04/2026", Cadence::Day), None);
        let error = read_typed_period(" soon ", Cadence::Month, FiscalStart::JANUARY);
        assert_eq!(error, Err(PeriodError("soon".to_owned())));
    }
}
