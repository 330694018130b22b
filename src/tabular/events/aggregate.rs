//! Rows of a log added up: by day while reading, by period in the end.

use super::moment::{DateForm, MomentFault, parse_moment};
use crate::base::{BusinessClock, Cadence, ClockTable, FiscalStart, Period, checked};
use crate::kpi::{Actual, TimeUnit};
use crate::statistics::quantile;
use crate::tabular::{DecimalMark, NumberValue, parse_number};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// When a row belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// To the period of the moment in a column: when it began.
    Column(usize),
    /// All rows to one period, for a log without moments.
    Fixed(Period),
}

/// How long a row took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// Until the moment in a column.
    Until(usize),
    /// As written in a column, in a unit, or as hours, minutes and seconds.
    Written(usize, TimeUnit),
}

/// A column and the text in it that says something; letter case and blanks
/// around do not matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The column.
    pub column: usize,
    /// The text.
    pub text: String,
}

/// What becomes of rows that have no end, or were abandoned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rest {
    /// They count, as not within the time.
    #[default]
    NotMet,
    /// They are left out, and said to be.
    LeftOut,
}

/// What is worked out.
#[derive(Debug, Clone, PartialEq)]
pub enum Reckoning {
    /// How many rows.
    Count,
    /// The sum of a column.
    Sum(usize),
    /// The share of rows that took at most so many seconds.
    Within(f64),
    /// The share of rows that say something, by when they began: a cohort.
    Conversion(Said),
    /// A quantile of the durations, 0.5 for the median, in a unit.
    Quantile(f64, TimeUnit),
}

/// How the rows of a log are counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Rules {
    /// When a row belongs.
    pub when: When,
    /// How dates are meant.
    pub form: DateForm,
    /// Which mark stands before decimals in numbers.
    pub decimal: Option<DecimalMark>,
    /// What is worked out.
    pub what: Reckoning,
    /// How long a row took, where that matters.
    pub length: Option<Length>,
    /// Rows that were abandoned, where a column says so.
    pub abandoned: Option<Said>,
    /// What becomes of them.
    pub abandoned_rest: Rest,
    /// What becomes of other rows without an end.
    pub open_rest: Rest,
    /// Hours that count; `None`: every hour.
    pub clock: Option<BusinessClock>,
}

/// Why a row is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// When it began is missing.
    NoBeginning,
    /// When it began cannot be read.
    WrongBeginning,
    /// Its end, duration or number cannot be read.
    WrongValue,
    /// It ends before it begins.
    EndsBefore,
    /// It was abandoned, by the rule chosen.
    Abandoned,
    /// It has no end yet, by the rule chosen.
    Open,
}

/// What the rows of one day come to.
#[derive(Debug, Clone, Default, PartialEq)]
struct Day {
    whole: u64,
    part: u64,
    /// Added up in the end, so that the order of chunks does not matter.
    numbers: Vec<f64>,
}

/// What rows come to so far. States of parts of a log merge into that of the
/// whole.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Aggregate {
    /// Rows seen.
    pub rows: u64,
    /// Rows left out, by reason.
    pub left_out: BTreeMap<LeftOut, u64>,
    days: BTreeMap<i32, Day>,
}

/// The result of one period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outcome {
    /// The period.
    pub period: Period,
    /// What it comes to; `None` where the number is too large to be stored.
    pub actual: Option<Actual>,
    /// How many rows it rests on.
    pub rows: u64,
}

/// Adds rows by rules.
#[derive(Debug, Clone)]
pub struct Adder {
    rules: Rules,
    table: Option<ClockTable>,
    /// What they come to.
    pub sum: Aggregate,
}

/// What a row adds.
enum Adds {
    One,
    Share(bool),
    Number(f64),
}

impl Adder {
    /// Nothing added yet.
    pub fn new(rules: Rules) -> Self {
        let days = |year| NaiveDate::from_ymd_opt(year, 1, 1);
        let table = rules.clock.as_ref().zip(days(1970).zip(days(2200)));
        let table = table.map(|(clock, (first, last))| clock.table(first, last));
        Self { rules, table, sum: Aggregate::default() }
    }

    /// Adds one row. A cell that is not there counts as empty.
    pub fn add<'a>(&mut self, cell: impl Fn(usize) -> &'a [u8]) {
        self.add_known(cell, |_| false);
    }

    /// As [`add`](Self::add), where some cells are known to be numbers with a
    /// decimal point.
    pub fn add_known<'a>(
        &mut self,
        cell: impl Fn(usize) -> &'a [u8],
        is_number: impl Fn(usize) -> bool,
    ) {
        self.sum.rows += 1;
        match self.read(cell, is_number) {
            Err(reason) => *self.sum.left_out.entry(reason).or_default() += 1,
            Ok((day, adds)) => {
                let day = self.sum.days.entry(day).or_default();
                day.whole += 1;
                match adds {
                    Adds::One => {}
                    Adds::Share(part) => day.part += u64::from(part),
                    Adds::Number(number) => day.numbers.push(number),
                }
            }
        }
    }

    fn read<'a>(
        &self,
        cell: impl Fn(usize) -> &'a [u8],
        is_number: impl Fn(usize) -> bool,
    ) -> Result<(i32, Adds), LeftOut> {
        let rules = &self.rules;
        let mark =
            |column| if is_number(column) { Some(DecimalMark::Point) } else { rules.decimal };
        let began = match rules.when {
            When::Fixed(_) => None,
            When::Column(column) => {
                Some(parse_moment(cell(column), rules.form).map_err(|fault| match fault {
                    MomentFault::Empty => LeftOut::NoBeginning,
                    MomentFault::NotAMoment | MomentFault::Order | MomentFault::Year => {
                        LeftOut::WrongBeginning
                    }
                })?)
            }
        };
        let day = began.map_or(0, |began| began.local.date().num_days_from_ce());
        let limit = match &rules.what {
            Reckoning::Count => return Ok((day, Adds::One)),
            Reckoning::Sum(column) => {
                return Ok((day, Adds::Number(number(cell(*column), mark(*column))?)));
            }
            Reckoning::Conversion(said) => return Ok((day, Adds::Share(said.by(&cell)))),
            Reckoning::Within(limit) => Some(*limit),
            Reckoning::Quantile(..) => None,
        };
        let abandoned = rules.abandoned.as_ref().is_some_and(|said| said.by(&cell));
        if abandoned {
            return rest(day, limit, rules.abandoned_rest, LeftOut::Abandoned);
        }
        let text = match rules.length {
            Some(Length::Until(column) | Length::Written(column, _)) => cell(column),
            None => &[],
        };
        if text.trim_ascii().is_empty() {
            return rest(day, limit, rules.open_rest, LeftOut::Open);
        }
        let seconds = match rules.length {
            Some(Length::Written(column, unit)) => duration(text, unit, mark(column))?,
            Some(Length::Until(_)) | None => {
                let ended = parse_moment(text, rules.form).map_err(|_| LeftOut::WrongValue)?;
                let began = began.ok_or(LeftOut::NoBeginning)?;
                let passed = ended.seconds_since(&began);
                if passed < 0.0 {
                    return Err(LeftOut::EndsBefore);
                }
                match &self.table {
                    None => passed,
                    Some(table) => {
                        let open = table.seconds_between(began.local, ended.local);
                        whole(open.ok_or(LeftOut::WrongValue)?).max(0.0)
                    }
                }
            }
        };
        if seconds < 0.0 {
            return Err(LeftOut::EndsBefore);
        }
        let adds = match limit {
            Some(limit) => Adds::Share(seconds <= limit),
            None => Adds::Number(seconds),
        };
        Ok((day, adds))
    }

    /// The result by period, in order of time; periods without a counted row
    /// are left out, for nothing is known of them.
    pub fn outcomes(&self, cadence: Cadence, fiscal: FiscalStart) -> Vec<Outcome> {
        let mut periods: BTreeMap<Period, Day> = BTreeMap::new();
        for (day, found) in &self.sum.days {
            let period = match self.rules.when {
                When::Fixed(period) => period,
                When::Column(_) => {
                    let date = NaiveDate::from_num_days_from_ce_opt(*day).unwrap_or_default();
                    Period::containing(date, cadence, fiscal)
                }
            };
            periods.entry(period).or_default().add(found);
        }
        let outcome = |(period, day): (Period, Day)| Outcome {
            period,
            actual: self.actual(&day),
            rows: day.whole,
        };
        periods.into_iter().map(outcome).collect()
    }

    fn actual(&self, day: &Day) -> Option<Actual> {
        let value = |value: f64| Actual::value(settled(value)).ok();
        match &self.rules.what {
            Reckoning::Count => value(counted(day.whole)),
            Reckoning::Sum(_) => value(crate::statistics::sum(&day.numbers)),
            Reckoning::Within(_) | Reckoning::Conversion(_) => {
                Actual::counted(counted(day.part), counted(day.whole))
            }
            Reckoning::Quantile(part, unit) => {
                value(quantile(&day.numbers, *part)? / seconds_of(*unit))
            }
        }
    }
}

/// A row without an end, or abandoned.
fn rest(day: i32, limit: Option<f64>, rest: Rest, why: LeftOut) -> Result<(i32, Adds), LeftOut> {
    match (limit, rest) {
        // A median has no place for what never ended.
        (None, _) | (_, Rest::LeftOut) => Err(why),
        (Some(_), Rest::NotMet) => Ok((day, Adds::Share(false))),
    }
}

impl Day {
    fn add(&mut self, other: &Self) {
        self.whole += other.whole;
        self.part += other.part;
        self.numbers.extend_from_slice(&other.numbers);
    }
}

impl Aggregate {
    /// Adds what other rows of the same log come to by the same rules.
    pub fn merge(&mut self, other: &Self) {
        self.rows += other.rows;
        for (reason, count) in &other.left_out {
            *self.left_out.entry(*reason).or_default() += count;
        }
        for (day, found) in &other.days {
            self.days.entry(*day).or_default().add(found);
        }
    }

    /// Rows that count.
    pub fn counted(&self) -> u64 {
        self.days.values().map(|day| day.whole).sum()
    }
}

impl Said {
    fn by<'a>(&self, cell: &impl Fn(usize) -> &'a [u8]) -> bool {
        let found = cell(self.column).trim_ascii();
        let wanted = self.text.trim();
        found.eq_ignore_ascii_case(wanted.as_bytes())
            || (!found.is_ascii()
                && std::str::from_utf8(found)
                    .is_ok_and(|found| found.to_lowercase() == wanted.to_lowercase()))
    }
}

/// Seconds of a unit.
pub fn seconds_of(unit: TimeUnit) -> f64 {
    match unit {
        TimeUnit::Seconds => 1.0,
        TimeUnit::Minutes => 60.0,
        TimeUnit::Hours => 3_600.0,
        TimeUnit::Days => 86_400.0,
    }
}

/// `75`, `1:15`, `0:01:15`: a number in the unit, or minutes and seconds, or
/// hours, minutes and seconds.
fn duration(text: &[u8], unit: TimeUnit, decimal: Option<DecimalMark>) -> Result<f64, LeftOut> {
    if !text.contains(&b':') {
        return Ok(number(text, decimal)? * seconds_of(unit));
    }
    // A workbook may know tenths of a second: 0:01:15.250.
    let (text, fraction) = match text.iter().position(|byte| *byte == b'.') {
        Some(point) => text.split_at_checked(point).unwrap_or((text, &[])),
        None => (text, &[][..]),
    };
    let fraction =
        if fraction.is_empty() { 0.0 } else { number(fraction, Some(DecimalMark::Point))? };
    let mut total = 0.0;
    for part in text.trim_ascii().split(|byte| *byte == b':') {
        let digits = (1..=6).contains(&part.len()) && part.iter().all(u8::is_ascii_digit);
        let value = std::str::from_utf8(part).ok().filter(|_| digits);
        let value: f64 = value.and_then(|value| value.parse().ok()).ok_or(LeftOut::WrongValue)?;
        total = total * 60.0 + value;
    }
    let parts = text.split(|byte| *byte == b':').count();
    if parts <= 3 { Ok(total + fraction) } else { Err(LeftOut::WrongValue) }
}

fn number(text: &[u8], decimal: Option<DecimalMark>) -> Result<f64, LeftOut> {
    let text = std::str::from_utf8(text.trim_ascii()).map_err(|_| LeftOut::WrongValue)?;
    // Plain digits, by far the most, need no second look.
    if text.len() <= 15 && !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().map_err(|_| LeftOut::WrongValue);
    }
    match parse_number(text, decimal).map(|found| found.value) {
        Ok(NumberValue::Certain(value)) => Ok(value),
        Ok(NumberValue::Ambiguous { .. }) | Err(_) => Err(LeftOut::WrongValue),
    }
}

/// The 15 digits that can be stored.
fn settled(value: f64) -> f64 {
    if checked(value).is_ok() { value } else { format!("{value:.14e}").parse().unwrap_or(value) }
}

#[expect(clippy::cast_precision_loss, reason = "no log has 2^53 rows")]
fn counted(count: u64) -> f64 {
    count as f64
}

#[expect(clippy::cast_precision_loss, reason = "230 years are 7e9 seconds")]
fn whole(seconds: i64) -> f64 {
    seconds as f64
}
