//! How a person says what a log means, and the rules that follow.

use super::{AskOrder, DateForm, Length, Reckoning, Rest, Rules, Said, Sample, When, seconds_of};
use crate::base::{BusinessClock, Period};
use crate::kpi::{Indicator, Measure, TimeUnit};
use crate::tabular::{DayMonthOrder, DecimalMark, ShortYear};

/// What is worked out for an indicator that is a plain number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// How many rows.
    #[default]
    Count,
    /// The sum of a column.
    Sum,
    /// The median of the durations.
    Median,
    /// The duration that nine of ten rows keep to.
    P90,
}

impl Kind {
    /// As offered.
    pub const ALL: [Self; 4] = [Self::Count, Self::Sum, Self::Median, Self::P90];
}

/// What is chosen so far.
#[derive(Debug, Clone, PartialEq)]
pub struct LogChoices {
    /// The column of the moment a row began; `None`: all belong to `period`.
    pub when: Option<usize>,
    /// The period of a log without moments.
    pub period: Option<Period>,
    /// Which number of two digits is the year, where it had to be asked.
    pub year: Option<ShortYear>,
    /// The order of day and month, where it had to be asked.
    pub order: Option<DayMonthOrder>,
    /// The decimal mark, where numbers are read.
    pub decimal: Option<DecimalMark>,
    /// What is worked out for a plain number.
    pub kind: Kind,
    /// The column added up, or the one that says the outcome.
    pub column: Option<usize>,
    /// The text that says success.
    pub text: String,
    /// The column of the end, or of the duration.
    pub end: Option<usize>,
    /// The unit durations are written in.
    pub end_unit: TimeUnit,
    /// The unit of the result of a median or P90.
    pub unit: TimeUnit,
    /// The column that says a row was abandoned.
    pub abandoned: Option<usize>,
    /// The text that says so.
    pub abandoned_text: String,
    /// What becomes of abandoned rows.
    pub abandoned_rest: Rest,
    /// What becomes of rows without an end.
    pub open_rest: Rest,
    /// Whether only hours of business count.
    pub business: bool,
}

/// What has to be said first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StillOpen {
    /// The definition of the service level names no time.
    NoLimit,
    /// The period all rows belong to.
    Period,
    /// The year of dates with two digits.
    Year,
    /// The order of day and month.
    Order,
    /// The column to add up.
    SumColumn,
    /// The column and the text that say success.
    Outcome,
    /// The column of the end or of the duration.
    End,
    /// A business clock needs moments of beginning and end.
    ClockNeedsMoments,
}

/// Whether durations are needed.
pub fn needs_length(measure: &Measure, kind: Kind) -> bool {
    match measure {
        Measure::ServiceLevel { .. } => true,
        Measure::Share => false,
        Measure::Number => matches!(kind, Kind::Median | Kind::P90),
    }
}

impl LogChoices {
    /// What a log seems to mean: the first column of moments is when a row
    /// began, the second when it ended.
    pub fn guess(sample: &Sample, indicator: &Indicator, last_ended: Period) -> Self {
        let moments = sample.moments();
        Self {
            when: moments.first().copied(),
            period: Some(last_ended),
            year: None,
            order: None,
            decimal: None,
            kind: Kind::Count,
            column: None,
            text: String::new(),
            end: moments.get(1).copied(),
            end_unit: TimeUnit::Seconds,
            unit: unit_named(&indicator.unit).unwrap_or(TimeUnit::Minutes),
            abandoned: None,
            abandoned_text: String::new(),
            abandoned_rest: Rest::NotMet,
            open_rest: Rest::NotMet,
            business: false,
        }
    }

    /// The rules that follow, or what is open still.
    pub fn rules(
        &self,
        sample: &Sample,
        indicator: &Indicator,
        clock: &BusinessClock,
    ) -> Result<Rules, StillOpen> {
        let when = match (self.when, self.period) {
            (Some(column), _) => When::Column(column),
            (None, Some(period)) => When::Fixed(period),
            (None, None) => return Err(StillOpen::Period),
        };
        let what = self.reckoning(&indicator.measure)?;
        let length = if needs_length(&indicator.measure, self.kind) {
            Some(self.length(sample)?)
        } else {
            None
        };
        let ends_at_moment = matches!(length, Some(Length::Until(_)));
        if ends_at_moment && self.when.is_none() {
            return Err(StillOpen::End);
        }
        if self.business && length.is_some() && !ends_at_moment {
            return Err(StillOpen::ClockNeedsMoments);
        }
        let said = self.abandoned.map(|column| Said { column, text: self.abandoned_text.clone() });
        Ok(Rules {
            when,
            form: self.form(sample)?,
            decimal: self.decimal,
            what,
            length,
            abandoned: said.filter(|said| !said.text.trim().is_empty()),
            abandoned_rest: self.abandoned_rest,
            open_rest: self.open_rest,
            clock: (self.business && ends_at_moment).then(|| clock.clone()),
        })
    }

    /// How dates are meant: the order that the sample shows, else the one chosen.
    fn form(&self, sample: &Sample) -> Result<DateForm, StillOpen> {
        let (year, mut form) = (self.year, DateForm { order: self.order, year: self.year });
        let Some(column) = self.when else { return Ok(form) };
        if year.is_none() && sample.short_year_in(column).is_some() {
            return Err(StillOpen::Year);
        }
        form.order = match sample.order_of(column, year) {
            Ok(order) => order.or(self.order),
            Err(AskOrder) => Some(self.order.ok_or(StillOpen::Order)?),
        };
        Ok(form)
    }

    fn reckoning(&self, measure: &Measure) -> Result<Reckoning, StillOpen> {
        match measure {
            Measure::ServiceLevel { within, unit, .. } => {
                let within = within.filter(|within| *within > 0.0).ok_or(StillOpen::NoLimit)?;
                Ok(Reckoning::Within(within * seconds_of(*unit)))
            }
            Measure::Share => {
                let column = self.column.filter(|_| !self.text.trim().is_empty());
                let column = column.ok_or(StillOpen::Outcome)?;
                Ok(Reckoning::Conversion(Said { column, text: self.text.clone() }))
            }
            Measure::Number => match self.kind {
                Kind::Count => Ok(Reckoning::Count),
                Kind::Sum => self.column.map(Reckoning::Sum).ok_or(StillOpen::SumColumn),
                Kind::Median => Ok(Reckoning::Quantile(0.5, self.unit)),
                Kind::P90 => Ok(Reckoning::Quantile(0.9, self.unit)),
            },
        }
    }

    fn length(&self, sample: &Sample) -> Result<Length, StillOpen> {
        let column = self.end.ok_or(StillOpen::End)?;
        if sample.moments().contains(&column) {
            Ok(Length::Until(column))
        } else {
            Ok(Length::Written(column, self.end_unit))
        }
    }
}

/// The unit of time that a word names, in the languages of the page.
fn unit_named(word: &str) -> Option<TimeUnit> {
    let word = word.trim().trim_end_matches('.').to_lowercase();
    let units: [(TimeUnit, &[&str]); 4] = [
        (TimeUnit::Seconds, &["s", "sec", "second", "seconds", "秒", "с", "сек", "секунд"]),
        (TimeUnit::Minutes, &["m", "min", "minute", "minutes", "分钟", "分", "мин", "минут"]),
        (TimeUnit::Hours, &["h", "hour", "hours", "小时", "ч", "час", "часов"]),
        (TimeUnit::Days, &["d", "day", "days", "天", "日", "д", "дн", "дней"]),
    ];
    units.into_iter().find(|(_, words)| words.contains(&word.as_str())).map(|(unit, _)| unit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Id, IdKind};

    fn sample() -> Sample {
        let log = b"began,ended,took,state\n03/04/2026 09:00,03/04/2026 09:01,60,won\n";
        Sample::read(log, true).expect("a log")
    }

    fn of(measure: Measure) -> Indicator {
        Indicator {
            unit: "Min.".to_owned(),
            ..Indicator::new(Id::new(IdKind::Indicator, 1), measure)
        }
    }

    fn month() -> Period {
        Period::parse("2026-10").expect("a month")
    }

    #[test]
    fn what_is_open_is_asked_in_turn_until_the_rules_stand() {
        let level = of(Measure::ServiceLevel {
            within: None,
            unit: TimeUnit::Minutes,
            channel: String::new(),
        });
        let (sample, clock) = (sample(), BusinessClock::default());
        let mut choices = LogChoices::guess(&sample, &level, month());
        assert_eq!(
            (choices.when, choices.end, choices.unit),
            (Some(0), Some(1), TimeUnit::Minutes)
        );
        assert_eq!(choices.rules(&sample, &level, &clock), Err(StillOpen::NoLimit));
        let level = of(Measure::ServiceLevel {
            within: Some(2.0),
            unit: TimeUnit::Minutes,
            channel: String::new(),
        });
        assert_eq!(choices.rules(&sample, &level, &clock), Err(StillOpen::Order));
        choices.order = Some(DayMonthOrder::DayFirst);
        let rules = choices.rules(&sample, &level, &clock).expect("all is said");
        assert_eq!((rules.what, rules.length), (Reckoning::Within(120.0), Some(Length::Until(1))));
        choices.end = Some(2);
        choices.business = true;
        assert_eq!(choices.rules(&sample, &level, &clock), Err(StillOpen::ClockNeedsMoments));
        choices.end = None;
        assert_eq!(choices.rules(&sample, &level, &clock), Err(StillOpen::End));
    }

    #[test]
    fn the_year_is_asked_before_day_and_month_where_it_has_two_digits() {
        let log = b"began,ended\n03/04/26 09:00,03/04/26 09:01\n05/06/26 10:00,\n";
        let (sample, clock) = (Sample::read(log, true).expect("a log"), BusinessClock::default());
        let number = of(Measure::Number);
        let mut choices = LogChoices::guess(&sample, &number, month());
        assert_eq!((choices.when, choices.end), (Some(0), Some(1)));
        assert_eq!(choices.rules(&sample, &number, &clock), Err(StillOpen::Year));
        choices.year = Some(ShortYear::Last);
        assert_eq!(choices.rules(&sample, &number, &clock), Err(StillOpen::Order));
        choices.order = Some(DayMonthOrder::DayFirst);
        let form = choices.rules(&sample, &number, &clock).expect("all is said").form;
        assert_eq!(form, DateForm { order: choices.order, year: choices.year });
        // First, the order of the others needs no question.
        (choices.year, choices.order) = (Some(ShortYear::First), None);
        assert!(choices.rules(&sample, &number, &clock).is_ok());
    }

    #[test]
    fn months_in_words_need_the_year_alone() {
        let log = "began;ended\n31-Oct-26 14:05;31-Oct-26 14:06:10\n1 ноя. 26 09:00;\n";
        let sample = Sample::read(log.as_bytes(), true).expect("a log");
        let (number, clock) = (of(Measure::Number), BusinessClock::default());
        let mut choices = LogChoices::guess(&sample, &number, month());
        assert_eq!((choices.when, choices.end), (Some(0), Some(1)));
        assert_eq!(choices.rules(&sample, &number, &clock), Err(StillOpen::Year));
        let (cell, years) = sample.short_year_in(0).expect("asked");
        assert_eq!(
            (cell.as_str(), years.last, years.first),
            ("31-Oct-26 14:05", Some(2026), Some(2031))
        );
        choices.year = Some(ShortYear::Last);
        assert!(choices.rules(&sample, &number, &clock).is_ok());
    }

    #[test]
    fn a_share_needs_the_text_that_says_success_and_a_sum_its_column() {
        let (sample, clock) = (sample(), BusinessClock::default());
        let share = of(Measure::Share);
        let mut choices = LogChoices::guess(&sample, &share, month());
        choices.order = Some(DayMonthOrder::DayFirst);
        choices.column = Some(3);
        assert_eq!(choices.rules(&sample, &share, &clock), Err(StillOpen::Outcome));
        choices.text = "won".to_owned();
        let rules = choices.rules(&sample, &share, &clock).expect("all is said");
        assert_eq!((rules.length, rules.clock), (None, None));
        let number = of(Measure::Number);
        (choices.kind, choices.column) = (Kind::Sum, None);
        assert_eq!(choices.rules(&sample, &number, &clock), Err(StillOpen::SumColumn));
        (choices.when, choices.period, choices.kind) = (None, None, Kind::Count);
        assert_eq!(choices.rules(&sample, &number, &clock), Err(StillOpen::Period));
    }
}
