//! Years of two digits: `Jan-26`, `03/04/26`. Which number is the year, or
//! whether any is, only the person who has the table knows; once said, the text is
//! read as if the year had been written out.

use super::spelling::{recognise, without_time};
use super::{MAX_CHARACTERS, PeriodRefusal};
use crate::tabular::glyph;
use serde::{Deserialize, Serialize};

/// Which number of two digits is the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ShortYear {
    /// The last one: `Jan-26` is January 2026, `03/04/26` a day of 2026.
    Last,
    /// The first one: `26/10/31` is 31 October 2026.
    First,
    /// None: `Jan-26` is 26 January of a year that is not written.
    None,
}

/// The years that a text may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ShortYears {
    /// If the last number is the year.
    pub last: Option<u32>,
    /// If the first is, where that is another number.
    pub first: Option<u32>,
}

impl ShortYears {
    /// Whether a number may be something else than the year: a text with three
    /// numbers, or with a number that is no day, has its year among them.
    pub const fn any(self) -> bool {
        self.last.is_some() || self.first.is_some()
    }
}

/// The years that a text with a year of two digits may name; `None` for every
/// other text.
pub fn short_years(text: &str) -> Option<ShortYears> {
    if recognise(text).err() != Some(PeriodRefusal::TwoDigitYear) {
        return None;
    }
    let year = |which| {
        let (written_out, year) = written_out(text, which)?;
        recognise(&written_out).is_ok().then_some(year)
    };
    let last = year(ShortYear::Last);
    let several = numbers(&date_of(text)?).len() > 1;
    let first = if several { year(ShortYear::First) } else { None };
    Some(ShortYears { last, first }).filter(|found| found.any())
}

/// The year of two digits: 70 to 99 are the last years of the century before this
/// one, for no earlier ones are kept.
pub const fn long_year(short: u32) -> u32 {
    if short < 70 { 2000 + short } else { 1900 + short }
}

/// The text with its year of two digits written out, and that year.
pub(super) fn written_out(text: &str, which: ShortYear) -> Option<(String, u32)> {
    let folded = glyph::folded(text, MAX_CHARACTERS)?;
    let found = numbers(&date_of(text)?);
    let (start, end) = match which {
        ShortYear::Last => found.last(),
        ShortYear::First => found.first(),
        ShortYear::None => None,
    }?;
    let digits = folded.get(*start..*end).filter(|digits| digits.len() == 2)?;
    let short: u32 = digits.parse().ok()?;
    let year = long_year(short);
    let (before, after) = (folded.get(..*start)?, folded.get(*end..)?);
    Some((format!("{before}{year}{after}"), year))
}

/// The text up to its time of day.
fn date_of(text: &str) -> Option<String> {
    let folded = glyph::folded(text, MAX_CHARACTERS)?.to_lowercase();
    without_time(&folded).map(str::to_owned)
}

/// Where numbers begin and end.
fn numbers(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, glyph) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, glyph.is_ascii_digit()) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                found.push((from, at));
                start = None;
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Cadence, FiscalStart};
    use crate::tabular::when::{PeriodReading, parse_period_with};

    #[test]
    fn the_years_a_text_may_name_are_told() {
        let years = |last, first| Some(ShortYears { last, first });
        let rows = [
            ("Jan-26", years(Some(2026), None)),
            ("Jan '87", years(Some(1987), None)),
            ("янв. 26", years(Some(2026), None)),
            ("10/26", years(Some(2026), None)),
            ("26-10", years(None, Some(2026))),
            ("10/12", years(Some(2012), Some(2010))),
            ("03/04/26", years(Some(2026), Some(2003))),
            ("31.10.26 09:30", years(Some(2026), Some(2031))),
            ("31-Oct-26", years(Some(2026), Some(2031))),
            ("26年10月", years(None, Some(2026))),
            ("Q4 26", years(Some(2026), None)),
            ("２６-１０", years(None, Some(2026))),
            ("Jan-2026", None),
            ("2026-01-02", None),
            ("Oct", None),
            ("45/13", None),
            ("total", None),
            ("", None),
        ];
        for (text, wanted) in rows {
            assert_eq!(short_years(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_text_is_read_as_if_its_year_were_written_out() {
        let read = |text: &str, which, cadence| match parse_period_with(
            text,
            cadence,
            FiscalStart::JANUARY,
            None,
            which,
        ) {
            Ok(PeriodReading::Certain(period)) => Ok(period.to_string()),
            Ok(other) => Ok(format!("{other:?}")),
            Err(refusal) => Err(refusal),
        };
        let (last, first) = (Some(ShortYear::Last), Some(ShortYear::First));
        let month = Cadence::Month;
        assert_eq!(read("Jan-26", last, month), Ok("2026-01".to_owned()));
        assert_eq!(read("Jan-26", Some(ShortYear::None), month), Err(PeriodRefusal::YearMissing));
        assert_eq!(read("Jan-26", None, month), Err(PeriodRefusal::TwoDigitYear));
        assert_eq!(read("26-10", last, month), Err(PeriodRefusal::NoSuchPeriod));
        assert_eq!(read("26-10", first, month), Ok("2026-10".to_owned()));
        assert_eq!(read("26/10/31", first, Cadence::Day), Ok("2026-10-31".to_owned()));
        // Day and month are a question of their own.
        assert!(read("03/04/26", last, month).is_ok_and(|found| found.contains("Ambiguous")));
        // A year that is written out needs no answer.
        assert_eq!(read("2026-10", first, month), Ok("2026-10".to_owned()));
    }
}
