//! The numbers behind a picture: for its table, its slider, and as files.

use super::words::settled;
use super::{Subject, counts_of, interval_of, measured};
use crate::base::Period;
use crate::chart::Frame;
use crate::i18n::{Arg, Catalogue};
use crate::key;
use crate::kpi::{Actual, Indicator, Measurement, Series, band_on, expected_value};
use crate::tabular::{OutCell, write_csv};
use chrono::NaiveDate;

/// One measurement, ready to be read out.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Its period.
    pub period: Period,
    /// The period in words.
    pub label: String,
    /// The value with its unit; `None` where nothing was counted.
    pub value: Option<String>,
    /// The counts of a share.
    pub counts: Option<String>,
    /// The 95 % interval of a share, both ends in words.
    pub interval: Option<String>,
    /// What was expected at the end of the period.
    pub expected: Option<String>,
    /// Whether the period has not ended.
    pub running: bool,
    /// The process limits of its period, where they are shown.
    pub limits: Option<String>,
    /// The words for the signals it is part of.
    pub signal: Option<String>,
    /// Where the value lies in the picture, in its pixels.
    pub place: Option<(f64, f64)>,
    /// All of it as one line.
    pub spoken: String,
}

impl Subject<'_> {
    /// Every measurement in order of time.
    pub(super) fn readings(&self, frame: Option<Frame>) -> Vec<Reading> {
        self.series.values().map(|found| self.reading(found, frame)).collect()
    }

    fn reading(&self, found: &Measurement, frame: Option<Frame>) -> Reading {
        let day = found.period.last_day(self.fiscal);
        let label = self
            .catalogue
            .format(key!("chart.period"), &[("period", Arg::Period(found.period, self.fiscal))]);
        let value = measured(self.catalogue, self.indicator, &found.actual);
        let counts = counts_of(self.catalogue, &found.actual);
        let interval = interval_of(&found.actual).map(|interval| {
            let (low, high) = (self.computed(interval.low), self.computed(interval.high));
            let args = [("low", Arg::Text(&low)), ("high", Arg::Text(&high))];
            self.catalogue.format(key!("chart.range"), &args)
        });
        let expected = self.expected_on(day);
        let running = self.runs(found.period);
        let place = frame.and_then(|frame| Some((frame.x(day), frame.y(found.actual.number()?))));
        let mut reading = Reading {
            period: found.period,
            label,
            value,
            counts,
            interval,
            expected,
            running,
            limits: self.limits_at(found.period),
            signal: self.signal_at(found.period),
            place,
            spoken: String::new(),
        };
        reading.spoken = self.spoken(&reading);
        reading
    }

    /// What was expected on a day: a value, or a band that changes.
    fn expected_on(&self, day: NaiveDate) -> Option<String> {
        if self.indicator.target.bands.is_empty() {
            let expected = expected_value(self.indicator, day, self.fiscal);
            return expected.map(|value| self.computed(value));
        }
        band_on(self.indicator, day, self.fiscal).map(|ends| self.range(ends))
    }

    fn limits_at(&self, period: Period) -> Option<String> {
        let process = self.process.as_ref()?;
        let place = process.place(period)?;
        let segment = process.segments.iter().find(|found| found.places().contains(&place))?;
        let limits = segment.limits.as_ref().ok()?;
        let point = limits.points.get(place - segment.first).copied().flatten()?;
        let text = |value: f64| self.computed(self.shown_limit(value));
        let (low, high) = (text(point.lower), text(point.upper));
        let args = [("low", Arg::Text(&low)), ("high", Arg::Text(&high))];
        Some(self.catalogue.format(key!("chart.range"), &args))
    }

    fn signal_at(&self, period: Period) -> Option<String> {
        let process = self.process.as_ref()?;
        let place = process.place(period)?;
        let of_place = process.signals.iter().filter(|signal| signal.places.contains(&place));
        let words = of_place.map(|signal| self.word_of(signal).long);
        words.reduce(|first, second| {
            let args = [("first", Arg::Text(&first)), ("second", Arg::Text(&second))];
            self.catalogue.format(key!("chart.listed"), &args)
        })
    }

    fn spoken(&self, reading: &Reading) -> String {
        let none = || self.catalogue.text(key!("chart.nothing_counted")).into_owned();
        let value = reading.value.clone().unwrap_or_else(none);
        let args = [("period", Arg::Text(&reading.label)), ("value", Arg::Text(&value))];
        let first = self.catalogue.format(key!("chart.reading"), &args);
        let expected = reading.expected.as_ref().map(|value| {
            self.catalogue.format(key!("chart.was_expected"), &[("value", Arg::Text(value))])
        });
        let running = reading.running.then(|| {
            let key = if self.lies_ahead(reading.period) {
                key!("chart.not_begun")
            } else {
                key!("chart.still_running")
            };
            self.catalogue.text(key).into_owned()
        });
        let rest = [reading.counts.clone(), expected, running, reading.signal.clone()];
        rest.into_iter().flatten().fold(first, |before, next| {
            let args = [("first", Arg::Text(&before)), ("second", Arg::Text(&next))];
            self.catalogue.format(key!("chart.listed"), &args)
        })
    }
}

/// The measurements as CSV with a byte order mark, which spreadsheets need to
/// take it for UTF-8: periods as stored, numbers plain, names in the language
/// of the catalogue. It can be imported again.
pub fn csv(catalogue: &Catalogue, indicator: &Indicator, series: &Series) -> String {
    let text = |key: &str| OutCell::Text(catalogue.text(key).into_owned());
    let share = indicator.measure.is_share();
    let mut names = vec![text(key!("chart.column_period"))];
    if share {
        names.extend([text(key!("chart.column_part")), text(key!("chart.column_whole"))]);
        names.push(text(key!("chart.column_percent")));
    } else {
        names.push(text(key!("chart.column_value")));
    }
    names.push(text(key!("chart.column_note")));
    let rows = series.values().map(|found| {
        let mut row = vec![OutCell::Text(found.period.to_string())];
        match found.actual {
            Actual::Counted { part, whole } => {
                row.extend([OutCell::Number(part), OutCell::Number(whole)]);
                let percent = found.actual.number().map(settled);
                row.push(percent.map_or(OutCell::Empty, OutCell::Number));
            }
            Actual::Value(value) if share => {
                row.extend([OutCell::Empty, OutCell::Empty, OutCell::Number(value)]);
            }
            Actual::Value(value) => row.push(OutCell::Number(value)),
        }
        row.push(OutCell::Text(found.note.clone()));
        row
    });
    let rows: Vec<Vec<OutCell>> = std::iter::once(names).chain(rows).collect();
    format!("\u{feff}{}", write_csv(&rows))
}

/// The tokens of the style sheet with their light values only, for a picture
/// that leaves the page: `light-dark(#fff, #000)` becomes `#fff`. Comments go.
pub fn light_tokens(css: &str) -> String {
    one_of_each(css, |light, _| light)
}

/// As [`light_tokens`], with the dark values.
pub fn dark_tokens(css: &str) -> String {
    one_of_each(css, |_, dark| dark)
}

fn one_of_each(css: &str, choose: for<'a> fn(&'a str, &'a str) -> &'a str) -> String {
    let bare = replaced(css, "/*", "*/", |_| String::new());
    replaced(&bare, "light-dark(", ")", |pair| {
        let (light, dark) = pair.split_once(',').unwrap_or((pair, pair));
        choose(light, dark).trim().to_owned()
    })
}

/// `text` with everything from `open` to `close` replaced; the rest after an
/// `open` that is never closed is left out.
fn replaced(text: &str, open: &str, close: &str, by: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        out.push_str(before);
        let Some((inside, behind)) = after.split_once(close) else { return out };
        out.push_str(&by(inside));
        rest = behind;
    }
    out.push_str(rest);
    out
}
