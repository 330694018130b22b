//! The target of an indicator as one sentence: "Raise visits per customer from
//! 4.8 visits (October 2026) to 5.4 visits by 31 March 2027".
//!
//! It is put together from the fields alone. What a field does not say yet
//! stays as a labelled gap. Names, units and channels are the user's words and
//! stand as they were typed: the messages are built so that no language has to
//! decline them.

mod sound;

use super::template::{Piece, pieces};
use super::{Arg, Catalogue, DurationUnit, numbers, values};
use crate::base::{FiscalStart, Period};
use crate::key;
use crate::kpi::{Baseline, Direction, Ends, Indicator, Measure, TimeUnit};
use sound::{begins_with_a_hundred, is_second};

/// A part of the sentence that may still be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// What the indicator is called.
    Name,
    /// Which way is better.
    Direction,
    /// Where things stood before.
    Baseline,
    /// The value to reach, or the band.
    Value,
    /// The unit of the values.
    Unit,
    /// The time a service level promises.
    Within,
    /// The channel of a service level.
    Channel,
    /// The due date.
    Deadline,
}

/// A run of the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Words that stand.
    Said(String),
    /// What is still open.
    Gap {
        /// What belongs there.
        slot: Slot,
        /// What is missing, in words: "no deadline yet".
        words: String,
    },
}

/// The target as a sentence without full stop, gaps apart.
pub fn target_sentence(
    catalogue: &Catalogue,
    indicator: &Indicator,
    fiscal: FiscalStart,
) -> Vec<Part> {
    let speaker = Speaker { catalogue, indicator, fiscal };
    match (&indicator.measure, indicator.direction) {
        (_, Some(Direction::Within)) => speaker.keep(),
        (Measure::ServiceLevel { within, unit, channel }, Some(Direction::Up) | None) => {
            speaker.handle(*within, *unit, channel)
        }
        _ => speaker.lead(),
    }
}

/// The target as a sentence without full stop, gaps in square brackets.
pub fn target_in_plain_text(
    catalogue: &Catalogue,
    indicator: &Indicator,
    fiscal: FiscalStart,
) -> String {
    target_sentence(catalogue, indicator, fiscal)
        .into_iter()
        .map(|part| match part {
            Part::Said(words) => words,
            Part::Gap { words, .. } => format!("[{words}]"),
        })
        .collect()
}

/// The value to reach in its unit, or the band: "80%", "10–20 visits".
/// `None` where neither is set.
pub fn aim_in_words(catalogue: &Catalogue, indicator: &Indicator) -> Option<String> {
    let speaker = Speaker { catalogue, indicator, fiscal: FiscalStart::JANUARY };
    match indicator.direction {
        Some(Direction::Within) => {
            indicator.band().map(|ends| speaker.band_as(key!("sentence.band_short"), ends))
        }
        _ => indicator.target.value.map(|value| speaker.in_unit(value)),
    }
}

/// The same, with the band that holds `now` before it, where that is another one: "15 to
/// 30 cases now, then 10 to 20 cases".
pub fn aim_now_in_words(
    catalogue: &Catalogue,
    indicator: &Indicator,
    now: Option<Ends>,
) -> Option<String> {
    let aim = aim_in_words(catalogue, indicator)?;
    let Some(now) = now.filter(|now| indicator.band() != Some(*now)) else { return Some(aim) };
    let speaker = Speaker { catalogue, indicator, fiscal: FiscalStart::JANUARY };
    let now = speaker.band_as(key!("sentence.band_short"), now);
    let args = [("now", Arg::Text(&now)), ("then", Arg::Text(&aim))];
    Some(catalogue.format(key!("sentence.now_then"), &args))
}

/// The unit of a promised time as lengths of time know it.
pub fn duration_unit(unit: TimeUnit) -> DurationUnit {
    match unit {
        TimeUnit::Seconds => DurationUnit::Seconds,
        TimeUnit::Minutes => DurationUnit::Minutes,
        TimeUnit::Hours => DurationUnit::Hours,
        TimeUnit::Days => DurationUnit::Days,
    }
}

/// What fills a slot: words, a gap, or both.
type Filling = Vec<Part>;

/// Everything one sentence is made of.
#[derive(Clone, Copy)]
struct Speaker<'a> {
    catalogue: &'a Catalogue,
    indicator: &'a Indicator,
    fiscal: FiscalStart,
}

impl Speaker<'_> {
    /// Raise or lower: from the baseline, where there is one, to the target.
    fn lead(self) -> Vec<Part> {
        let known = self.from();
        let key = match (self.indicator.direction, known.is_some()) {
            (Some(Direction::Up), true) => key!("sentence.raise_from"),
            (Some(Direction::Up), false) => key!("sentence.raise"),
            (Some(Direction::Down), true) => key!("sentence.lower_from"),
            (Some(Direction::Down), false) => key!("sentence.lower"),
            (_, true) => key!("sentence.change_from"),
            (_, false) => key!("sentence.change"),
        };
        let slots = [
            ("name", self.name()),
            ("direction", self.gap(Slot::Direction)),
            ("from", known.unwrap_or_default()),
            ("to", self.aim()),
            ("by", self.by()),
            ("start", self.start()),
        ];
        self.fill(key, &slots)
    }

    /// Stay within a band from the due date on, and within others on the way.
    fn keep(self) -> Vec<Part> {
        let first = self.first_band();
        let key = if first.is_some() { key!("sentence.keep_steps") } else { key!("sentence.keep") };
        let slots = [
            ("name", self.name()),
            ("band", self.band()),
            ("since", self.since()),
            ("start", self.start()),
            ("first", first.unwrap_or_default()),
        ];
        self.fill(key, &slots)
    }

    /// "at first between 15 and 30 cases from October 2026 on", where the band changes.
    fn first_band(self) -> Option<Filling> {
        self.indicator.band()?;
        let steps = self.indicator.target.bands.iter();
        let first = steps.min_by_key(|step| step.period.first_day(self.fiscal))?;
        let band = self.band_as(key!("sentence.band"), first.value);
        let args = [("band", Arg::Text(&band)), ("period", Arg::Period(first.period, self.fiscal))];
        Some(said(self.catalogue.format(key!("sentence.first"), &args)))
    }

    /// A share of a channel handled within a time.
    fn handle(self, within: Option<f64>, unit: TimeUnit, channel: &str) -> Vec<Part> {
        let within = match within.filter(|within| *within > 0.0) {
            Some(within) => {
                said(Arg::DurationShort(within, duration_unit(unit)).write(self.catalogue))
            }
            None => self.gap(Slot::Within),
        };
        let slots = [
            ("to", self.aim()),
            ("channel", self.words_or(channel, Slot::Channel)),
            ("within", within),
            ("by", self.by()),
            ("start", self.start()),
        ];
        self.fill(key!("sentence.handle"), &slots)
    }

    fn name(self) -> Filling {
        self.words_or(&self.indicator.name, Slot::Name)
    }

    fn words_or(self, words: &str, slot: Slot) -> Filling {
        let words = words.trim();
        if words.is_empty() { self.gap(slot) } else { said(words.to_owned()) }
    }

    /// "from 62% (October 2026)", where a baseline is known.
    fn from(self) -> Option<Filling> {
        let Baseline::Known { value, period } = self.indicator.baseline else { return None };
        let key = if begins_with_a_hundred(value) {
            key!("sentence.from_a_hundred")
        } else {
            key!("sentence.from")
        };
        Some(said(self.dated(key, value, period)))
    }

    /// "(62% in October 2026)", "(not measured yet)" or a gap.
    fn start(self) -> Filling {
        match self.indicator.baseline {
            Baseline::Known { value, period } => {
                said(self.dated(key!("sentence.start"), value, period))
            }
            Baseline::NoneYet => said(self.catalogue.text(key!("sentence.no_start")).into_owned()),
            Baseline::Unset => self.gap(Slot::Baseline),
        }
    }

    fn dated(self, key: &str, value: f64, period: Period) -> String {
        let value = self.in_unit(value);
        let args = [
            ("value", Arg::Text(&value)),
            ("period", Arg::Period(period, self.fiscal)),
            ("in_period", Arg::PeriodIn(period, self.fiscal)),
        ];
        self.catalogue.format(key, &args)
    }

    fn in_unit(self, value: f64) -> String {
        values::value_in_unit(self.catalogue, self.indicator, value)
    }

    fn aim(self) -> Filling {
        match self.indicator.target.value {
            Some(value) => self.with_unit_gap(said(self.in_unit(value))),
            None => self.gap(Slot::Value),
        }
    }

    fn band(self) -> Filling {
        match self.indicator.band() {
            Some(ends) => self.with_unit_gap(said(self.band_as(key!("sentence.band"), ends))),
            None => self.gap(Slot::Value),
        }
    }

    fn band_as(self, key: &str, (low, high): Ends) -> String {
        // The unit stands once, behind the band; a percent sign twice.
        let low = if self.indicator.measure.is_share() {
            self.in_unit(low)
        } else {
            numbers::number(self.catalogue.language(), low)
        };
        let high = self.in_unit(high);
        self.catalogue.format(key, &[("low", Arg::Text(&low)), ("high", Arg::Text(&high))])
    }

    fn with_unit_gap(self, mut filling: Filling) -> Filling {
        if self.indicator.shown_unit().is_empty() {
            filling.extend(said(" ".to_owned()));
            filling.extend(self.gap(Slot::Unit));
        }
        filling
    }

    fn by(self) -> Filling {
        self.day(key!("sentence.by"), key!("sentence.by_second"))
    }

    fn since(self) -> Filling {
        self.day(key!("sentence.since"), key!("sentence.since_second"))
    }

    /// The due date; Russian prepositions sound otherwise before a second day.
    fn day(self, any: &'static str, second: &'static str) -> Filling {
        let Some(due) = self.indicator.target.due else { return self.gap(Slot::Deadline) };
        let key = if is_second(due) { second } else { any };
        said(self.catalogue.format(key, &[("date", Arg::Date(due))]))
    }

    fn gap(self, slot: Slot) -> Filling {
        let key = match slot {
            Slot::Name => key!("sentence.gap_name"),
            Slot::Direction => key!("sentence.gap_direction"),
            Slot::Baseline => key!("sentence.gap_baseline"),
            Slot::Value => key!("sentence.gap_value"),
            Slot::Unit => key!("sentence.gap_unit"),
            Slot::Within => key!("sentence.gap_within"),
            Slot::Channel => key!("sentence.gap_channel"),
            Slot::Deadline => key!("sentence.gap_deadline"),
        };
        vec![Part::Gap { slot, words: self.catalogue.text(key).into_owned() }]
    }

    /// Fills a message, keeping gaps apart; words that meet become one run.
    fn fill(self, key: &str, slots: &[(&str, Filling)]) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        for piece in pieces(&self.catalogue.text(key)) {
            let filling = match piece {
                Piece::Text(text) => said(text.to_owned()),
                Piece::Slot(name) => slots
                    .iter()
                    .find(|(slot, _)| *slot == name)
                    .map_or_else(|| said(format!("⟦{name}⟧")), |(_, filling)| filling.clone()),
            };
            for part in filling {
                match (parts.last_mut(), part) {
                    (Some(Part::Said(before)), Part::Said(more)) => before.push_str(&more),
                    (_, part) => parts.push(part),
                }
            }
        }
        parts
    }
}

fn said(words: String) -> Filling {
    vec![Part::Said(words)]
}

#[cfg(test)]
mod tests;
