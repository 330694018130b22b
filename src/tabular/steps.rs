//! A series of target values, or of bands, typed or pasted as lines.

use super::number::{DecimalMark, NumberValue, parse_number};
use super::typed_period::read_typed_period;
use crate::base::{Cadence, FiscalStart, Period};
use crate::kpi::{BandStep, Ends, TargetStep};

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepFault {
    /// No period that can be told.
    Period,
    /// No number that can be told, or not both of a band.
    Value,
    /// The lower end of a band is above the upper one.
    UpsideDown,
    /// A period that an earlier line has already.
    Twice,
}

/// Most lines that are read; nobody plans further.
pub const MOST_STEPS: usize = 600;

/// How lines are read: the decimal mark, and the periods they may name.
#[derive(Debug, Clone, Copy)]
pub struct StepForm {
    /// The decimal mark of the language.
    pub mark: DecimalMark,
    /// How often the indicator is measured.
    pub cadence: Cadence,
    /// When the fiscal year begins.
    pub fiscal: FiscalStart,
    /// The period of the first line where none names its own.
    pub start: Period,
}

/// Reads lines of a period and a value, with a tab, semicolon or space between
/// them, in order of time. Lines of values alone stand for one period after
/// the other from `start` on. Empty lines count for nothing.
///
/// # Errors
/// The first line, counted from 1, that cannot be read, and why.
pub fn read_steps(text: &str, form: StepForm) -> Result<Vec<TargetStep>, (usize, StepFault)> {
    let value = |text: &str| number(text, form.mark).ok_or(StepFault::Value);
    read_lines(text, form, cut, value)
}

/// As [`read_steps`], with the two ends of a band in place of the value: `15 30`,
/// `15; 30`, `15–30`.
///
/// # Errors
/// The first line, counted from 1, that cannot be read, and why.
pub fn read_band_steps(text: &str, form: StepForm) -> Result<Vec<BandStep>, (usize, StepFault)> {
    read_lines(text, form, cut_band, |text| ends(text, form.mark))
}

fn read_lines<V: Copy>(
    text: &str,
    form: StepForm,
    cut: fn(&str) -> Option<(&str, &str)>,
    value: impl Fn(&str) -> Result<V, StepFault>,
) -> Result<Vec<TargetStep<V>>, (usize, StepFault)> {
    let StepForm { cadence, fiscal, start, .. } = form;
    let lines = || text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let alone = lines().all(|(_, line)| !matches!(value(line), Err(StepFault::Value)));
    let mut steps: Vec<TargetStep<V>> = Vec::new();
    let mut next = start;
    for (at, line) in lines().take(MOST_STEPS) {
        let fault = |fault| (at + 1, fault);
        let (period, text) = if alone {
            (next, line)
        } else {
            let (period, text) = cut(line).ok_or(fault(StepFault::Period))?;
            let read = read_typed_period(period, cadence, fiscal);
            (read.map_err(|_| fault(StepFault::Period))?, text)
        };
        let value = value(text).map_err(fault)?;
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
    let parts = line.split_once(COLUMNS);
    let (period, value) = parts.or_else(|| line.rsplit_once(char::is_whitespace))?;
    Some((period.trim(), value.trim()))
}

/// Period and both ends of a line.
fn cut_band(line: &str) -> Option<(&str, &str)> {
    let line = line.trim();
    if let Some((period, ends)) = line.split_once(COLUMNS) {
        return Some((period.trim(), ends.trim()));
    }
    // The last two words are the ends, or the last one is both.
    let (rest, last) = line.rsplit_once(char::is_whitespace)?;
    if apart(last).is_some() {
        return Some((rest.trim(), last));
    }
    let (period, _) = rest.trim_end().rsplit_once(char::is_whitespace)?;
    Some((period.trim(), line.get(period.len()..)?.trim()))
}

/// What stands between the columns of a line.
const COLUMNS: [char; 3] = ['\t', ';', '；'];

/// Both ends of a band.
fn ends(text: &str, mark: DecimalMark) -> Result<Ends, StepFault> {
    let text = text.trim();
    let two_words = || {
        let (low, high) = text.split_once(char::is_whitespace)?;
        let high = high.trim();
        (!high.contains(char::is_whitespace)).then_some((low, high))
    };
    let parts = text.split_once(COLUMNS).or_else(|| apart(text)).or_else(two_words);
    let (low, high) = parts.ok_or(StepFault::Value)?;
    let end = |text| number(text, mark).ok_or(StepFault::Value);
    let (low, high) = (end(low)?, end(high)?);
    match low <= high {
        true => Ok((low, high)),
        // 2026-10 is a month.
        false if Period::parse(text).is_ok() => Err(StepFault::Value),
        false => Err(StepFault::UpsideDown),
    }
}

/// The two sides of a dash that is no sign: `15–30`, `15-30`, `-5 – -3`.
fn apart(text: &str) -> Option<(&str, &str)> {
    if let Some(sides) = text.split_once(['–', '—', '~', '～', '至']) {
        return Some(sides);
    }
    let dash = |(at, glyph): (usize, char)| {
        let before = text.get(..at).unwrap_or_default();
        (glyph == '-' && before.ends_with(|c: char| c.is_ascii_digit() || c == '%')).then_some(at)
    };
    let at = text.char_indices().find_map(dash)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
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

    fn form() -> StepForm {
        StepForm {
            mark: DecimalMark::Point,
            cadence: Cadence::Month,
            fiscal: FiscalStart::JANUARY,
            start: Period::parse("2026-10").expect("a period"),
        }
    }

    fn read(text: &str) -> Result<Vec<(String, f64)>, (usize, StepFault)> {
        let steps = read_steps(text, form())?;
        Ok(steps.iter().map(|step| (step.period.to_string(), step.value)).collect())
    }

    fn read_bands(text: &str) -> Result<Vec<(String, Ends)>, (usize, StepFault)> {
        let steps = read_band_steps(text, form())?;
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

    #[test]
    fn bands_are_read_with_two_columns_of_values_or_a_dash_between() {
        let wanted = [("2026-10", (15.0, 30.0)), ("2027-Q1", (12.5, 24.0))];
        let wanted = wanted.map(|(period, ends)| (period.to_owned(), ends)).to_vec();
        for text in [
            "2026-10\t15\t30\n2027-Q1\t12.5\t24",
            "2027-Q1; 12.5; 24\n\nOctober 2026; 15; 30",
            "2026-10 15 30\nQ1 2027 12.5 24",
            "2026-10 15–30\n2027-Q1 12.5-24",
            "October 2026\t15 – 30\n2027-Q1\t12.5 24",
            "2026-10\t15 %\t30 %\n2027-Q1\t12.5%-24%",
        ] {
            assert_eq!(read_bands(text), Ok(wanted.clone()), "{text}");
        }
        let alone = [("2026-10", (-5.0, -3.0)), ("2026-11", (-4.0, 4.0))];
        let alone = alone.map(|(period, ends)| (period.to_owned(), ends)).to_vec();
        for text in ["-5\t-3\n-4\t4", "-5 -3\n-4 4", "-5--3\n-4–4", "-5;-3\n-4;4"] {
            assert_eq!(read_bands(text), Ok(alone.clone()), "{text}");
        }
        assert_eq!(read_bands(""), Ok(Vec::new()));
    }

    #[test]
    fn the_first_line_of_bands_that_cannot_be_read_is_named() {
        assert_eq!(read_bands("2026-10 15 30\nsoon 15 30"), Err((2, StepFault::Period)));
        assert_eq!(read_bands("2026-10 15 30\n2026-11\t15"), Err((2, StepFault::Value)));
        assert_eq!(read_bands("2026-10\t15\t30\t45"), Err((1, StepFault::Value)));
        assert_eq!(read_bands("2026-10 30 15"), Err((1, StepFault::UpsideDown)));
        assert_eq!(read_bands("15 30\n30 15"), Err((2, StepFault::UpsideDown)));
        assert_eq!(read_bands("2026-10 15 30\n2026-10 15 31"), Err((2, StepFault::Twice)));
        assert_eq!(read_bands("2026-10 15"), Err((1, StepFault::Period)));
        assert_eq!(read_bands("2026-10\n2026-11"), Err((1, StepFault::Period)));
        let year = |ends: Ends| Ok(vec![("2026".to_owned(), ends)]);
        assert_eq!(read_bands("2026 15 300"), year((15.0, 300.0)));
        assert_eq!(read_bands("2026 150–300"), year((150.0, 300.0)));
    }

    proptest! {
        #[test]
        fn any_text_is_a_series_of_bands_or_refused_with_a_line_of_it(
            text in "([0-9Q.–;\t% -]|\\PC){0,40}(\n[0-9.–;\t% -]{0,30}){0,4}",
        ) {
            match read_bands(&text) {
                Ok(steps) => prop_assert!(steps.iter().all(|step| step.1.0 <= step.1.1)),
                Err((line, _)) => prop_assert!((1..=text.lines().count()).contains(&line)),
            }
        }

        #[test]
        fn any_text_is_read_or_refused_with_a_line_of_it(text in "\\PC{0,60}(\n\\PC{0,60}){0,4}") {
            match read(&text) {
                Ok(steps) => prop_assert!(steps.len() <= text.lines().count()),
                Err((line, _)) => prop_assert!((1..=text.lines().count()).contains(&line)),
            }
        }
    }
}
