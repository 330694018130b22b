//! Dates and periods in words. Month names and the order of the parts are
//! messages, so the catalogue is the source of both.
//!
//! A fiscal year that does not begin in January lies in two calendar years and
//! is called by both: FY 2026/27.

use super::{Arg, Catalogue};
use crate::base::{Cadence, FiscalStart, Period};
use crate::key;
use chrono::{Datelike, NaiveDate};

/// Whether the mark of an axis names its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TickYear {
    /// Oct.
    Hidden,
    /// Oct 2026: the first mark, and the first of each year.
    Shown,
}

/// A date with the month in words: "31 March 2027", "31 марта 2027 г.".
pub fn long(catalogue: &Catalogue, date: NaiveDate) -> String {
    let month = catalogue.nth(key!("dates.months_in_date"), date.month());
    with_parts(catalogue, key!("dates.long"), date, &month)
}

/// A date for tables: "31 Mar 2027", "31 мар. 2027 г.".
pub fn short(catalogue: &Catalogue, date: NaiveDate) -> String {
    let month = catalogue.nth(key!("dates.months_short_in_date"), date.month());
    with_parts(catalogue, key!("dates.short"), date, &month)
}

/// A date within a sentence: "on 31 March 2027", "31 марта 2027 г.".
pub fn date_in(catalogue: &Catalogue, date: NaiveDate) -> String {
    catalogue.format(key!("dates.long_in"), &[("date", Arg::Text(&long(catalogue, date)))])
}

fn with_parts(catalogue: &Catalogue, key: &str, date: NaiveDate, month: &str) -> String {
    let day = date.day().to_string();
    let year = date.year().to_string();
    let args = [("day", Arg::Text(&day)), ("month", Arg::Text(month)), ("year", Arg::Text(&year))];
    catalogue.format(key, &args)
}

/// A period as a label that stands alone: "October 2026", "октябрь 2026".
pub fn period(catalogue: &Catalogue, period: Period, fiscal: FiscalStart) -> String {
    let parts = Parts::of(period, fiscal);
    let key = match (period.cadence(), parts.is_fiscal) {
        (Cadence::Day, _) => return long(catalogue, parts.first),
        (Cadence::Week, _) => key!("dates.week"),
        (Cadence::Month, _) => {
            let month = catalogue.nth(key!("dates.months"), parts.first.month());
            return with_parts(catalogue, key!("dates.month"), parts.first, &month);
        }
        (Cadence::Quarter, false) => key!("dates.quarter"),
        (Cadence::Quarter, true) => key!("dates.quarter_fiscal"),
        (Cadence::Year, false) => key!("dates.year"),
        (Cadence::Year, true) => key!("dates.year_fiscal"),
    };
    catalogue.format(key, &parts.args())
}

/// A period within a sentence: "in October 2026", "в октябре 2026 г.".
pub fn period_in(catalogue: &Catalogue, period: Period, fiscal: FiscalStart) -> String {
    let parts = Parts::of(period, fiscal);
    let key = match (period.cadence(), parts.is_fiscal) {
        (Cadence::Day, _) => return date_in(catalogue, parts.first),
        (Cadence::Week, _) => key!("dates.week_in"),
        (Cadence::Month, _) => {
            let month = catalogue.nth(key!("dates.months_in"), parts.first.month());
            return with_parts(catalogue, key!("dates.month_in"), parts.first, &month);
        }
        // The preposition depends on the number: "во 2-м квартале".
        (Cadence::Quarter, false) => {
            return catalogue.format_nth(key!("dates.quarter_in"), parts.quarter, &parts.args());
        }
        (Cadence::Quarter, true) => {
            let key = key!("dates.quarter_fiscal_in");
            return catalogue.format_nth(key, parts.quarter, &parts.args());
        }
        (Cadence::Year, false) => key!("dates.year_in"),
        (Cadence::Year, true) => key!("dates.year_fiscal_in"),
    };
    catalogue.format(key, &parts.args())
}

/// The mark of a period on an axis: "Oct", "10月", "окт."; with its year
/// "Oct 2026". A year's mark always names it.
pub fn tick(catalogue: &Catalogue, period: Period, fiscal: FiscalStart, year: TickYear) -> String {
    let parts = Parts::of(period, fiscal);
    let hidden = year == TickYear::Hidden;
    let (key, months) = match period.cadence() {
        Cadence::Day if hidden => (key!("dates.tick_day"), key!("dates.months_short_in_date")),
        Cadence::Day => (key!("dates.tick_day_year"), key!("dates.months_short_in_date")),
        Cadence::Month if hidden => (key!("dates.tick_month"), key!("dates.months_short")),
        Cadence::Month => (key!("dates.tick_month_year"), key!("dates.months_short")),
        Cadence::Week if hidden => return catalogue.format(key!("dates.tick_week"), &parts.args()),
        Cadence::Week => return catalogue.format(key!("dates.tick_week_year"), &parts.args()),
        Cadence::Quarter if hidden => {
            return catalogue.format(key!("dates.tick_quarter"), &parts.args());
        }
        Cadence::Quarter => {
            return catalogue.format(key!("dates.tick_quarter_year"), &parts.args());
        }
        Cadence::Year => return parts.year,
    };
    let month = catalogue.nth(months, parts.first.month());
    with_parts(catalogue, key, parts.first, &month)
}

/// What the names of weeks, quarters and years are made of.
struct Parts {
    first: NaiveDate,
    /// The fiscal year is not the calendar year.
    is_fiscal: bool,
    /// 2026, or 2026/27 for quarters and years of such a fiscal year.
    year: String,
    week: String,
    quarter: u32,
    quarter_text: String,
}

impl Parts {
    fn of(period: Period, fiscal: FiscalStart) -> Self {
        let first = period.first_day(fiscal);
        let in_fiscal_year = matches!(period.cadence(), Cadence::Quarter | Cadence::Year);
        let is_fiscal = in_fiscal_year && fiscal != FiscalStart::JANUARY;
        let year = if is_fiscal {
            format!("{}/{:02}", period.year(), (period.year() + 1) % 100)
        } else {
            period.year().to_string()
        };
        let quarter = (first.month() + 12 - fiscal.month()) % 12 / 3 + 1;
        Self {
            first,
            is_fiscal,
            year,
            week: first.iso_week().week().to_string(),
            quarter,
            quarter_text: quarter.to_string(),
        }
    }

    fn args(&self) -> [(&'static str, Arg<'_>); 3] {
        [
            ("year", Arg::Text(&self.year)),
            ("week", Arg::Text(&self.week)),
            ("quarter", Arg::Text(&self.quarter_text)),
        ]
    }
}

#[cfg(test)]
mod tests;
