//! Values and axes in the language of a catalogue.

use crate::base::{Cadence, FiscalStart, Period, plain};
use crate::chart::AxisWords;
use crate::i18n::dates::{TickYear, tick};
use crate::i18n::{Arg, Catalogue, Language, numbers};
use crate::key;
use crate::kpi::{Actual, Indicator};
use crate::statistics::{Interval, Share};
use chrono::{Datelike, NaiveDate};

/// The axes in the language of a catalogue.
pub struct CatalogueWords<'a>(pub &'a Catalogue);

impl CatalogueWords<'_> {
    fn tick(&self, date: NaiveDate, cadence: Cadence) -> String {
        // The axis names calendar quarters whatever the fiscal year.
        let calendar = FiscalStart::JANUARY;
        tick(self.0, Period::containing(date, cadence, calendar), calendar, TickYear::Hidden)
    }

    /// Sizes that have a short word, largest first, with their places in the
    /// list of words.
    fn scales(&self) -> [(f64, u32); 4] {
        match self.0.language() {
            Language::Chinese => [(1e16, 4), (1e12, 3), (1e8, 2), (1e4, 1)],
            Language::English | Language::Russian | Language::Pseudo => {
                [(1e12, 4), (1e9, 3), (1e6, 2), (1e3, 1)]
            }
        }
    }
}

impl AxisWords for CatalogueWords<'_> {
    fn number(&self, value: f64, step: f64) -> String {
        numbers::rounded(self.0.language(), value, decimals(step))
    }

    fn short_number(&self, value: f64, step: f64) -> String {
        let scale = self.scales().into_iter().find(|(size, _)| value.abs() >= *size);
        let Some((size, word)) = scale else { return self.number(value, step) };
        let number = numbers::rounded(self.0.language(), value / size, decimals(step / size));
        self.0.format_nth(key!("chart.scales"), word, &[("number", Arg::Text(&number))])
    }

    fn day(&self, date: NaiveDate) -> String {
        self.tick(date, Cadence::Day)
    }

    fn month(&self, date: NaiveDate) -> String {
        self.tick(date, Cadence::Month)
    }

    fn quarter(&self, date: NaiveDate) -> String {
        self.tick(date, Cadence::Quarter)
    }

    fn year(&self, date: NaiveDate) -> String {
        date.year().to_string()
    }
}

/// A computed number at the 15 significant digits that can be stored and
/// drawn: part ÷ whole may have more.
pub(super) fn settled(value: f64) -> f64 {
    format!("{value:.14e}").parse().unwrap_or(value)
}

/// How many decimals a step is written with.
fn decimals(step: f64) -> usize {
    plain(step).split_once('.').map_or(0, |(_, fraction)| fraction.len().min(9))
}

/// A stored value with its unit, at its own precision.
pub fn amount(catalogue: &Catalogue, indicator: &Indicator, value: f64) -> String {
    if indicator.measure.is_share() {
        return numbers::percent(catalogue.language(), value);
    }
    with_unit(catalogue, indicator, value)
}

/// A computed value with its unit, rounded to what one can take in: a tenth
/// of a percent, else four significant digits and no fraction beyond 1,000.
pub fn computed(catalogue: &Catalogue, indicator: &Indicator, value: f64) -> String {
    if indicator.measure.is_share() {
        return numbers::percent_rounded(catalogue.language(), value, 1);
    }
    let text = if value.abs() >= 1000.0 { format!("{value:.0}") } else { format!("{value:.3e}") };
    with_unit(catalogue, indicator, text.parse().unwrap_or(value))
}

fn with_unit(catalogue: &Catalogue, indicator: &Indicator, value: f64) -> String {
    let unit = indicator.shown_unit();
    if unit.is_empty() {
        return numbers::number(catalogue.language(), value);
    }
    let args = [("value", Arg::Number(value)), ("unit", Arg::Text(unit))];
    catalogue.format(key!("chart.amount"), &args)
}

/// What was measured, with its unit: a share of counts to a tenth of a
/// percent. `None` where nothing was counted.
pub fn measured(catalogue: &Catalogue, indicator: &Indicator, actual: &Actual) -> Option<String> {
    let value = actual.number()?;
    Some(match actual {
        Actual::Value(_) => amount(catalogue, indicator, value),
        Actual::Counted { .. } => computed(catalogue, indicator, value),
    })
}

/// The counts beside a share: "66 of 100".
pub fn counts_of(catalogue: &Catalogue, actual: &Actual) -> Option<String> {
    let Actual::Counted { part, whole } = *actual else { return None };
    let args = [("part", Arg::Number(part)), ("whole", Arg::Number(whole))];
    Some(catalogue.format(key!("chart.counts"), &args))
}

/// Wilson's 95 % interval of a share of whole counts, in percent.
pub fn interval_of(actual: &Actual) -> Option<Interval> {
    let Actual::Counted { part, whole } = *actual else { return None };
    let interval = Share::new(count(part)?, count(whole)?).ok()?.wilson_95();
    Some(Interval { low: settled(100.0 * interval.low), high: settled(100.0 * interval.high) })
}

/// A number that counts whole things.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked before")]
fn count(value: f64) -> Option<u64> {
    let fits = (0.0..=1e15).contains(&value) && value.fract() == 0.0;
    fits.then_some(value as u64)
}
