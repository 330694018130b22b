//! An indicator: what is measured, from what, and what it should become.

use super::band::BandStep;
use super::link::Link;
use super::role::Role;
use super::steps::TargetStep;
use crate::base::{Cadence, Id, Period};
use chrono::NaiveDate;

/// A unit of time a service level is promised in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeUnit {
    /// Seconds.
    Seconds,
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Days.
    Days,
}

impl TimeUnit {
    /// Shortest first.
    pub const ALL: [Self; 4] = [Self::Seconds, Self::Minutes, Self::Hours, Self::Days];
}

/// What kind of quantity it is.
#[derive(Debug, Clone, PartialEq)]
pub enum Measure {
    /// A plain number in the indicator's unit.
    Number,
    /// Part ÷ whole in percent, with both counts where they are known.
    Share,
    /// A share handled within a time on a channel.
    ServiceLevel {
        /// The time promised, in `unit`; above zero.
        within: Option<f64>,
        /// Unit of `within`.
        unit: TimeUnit,
        /// The channel, for instance calls or e-mails.
        channel: String,
    },
}

impl Measure {
    /// Whether values are part ÷ whole, in percent from 0 to 100.
    pub fn is_share(&self) -> bool {
        matches!(self, Self::Share | Self::ServiceLevel { .. })
    }
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// More is better.
    Up,
    /// Less is better.
    Down,
    /// Between two values is best.
    Within,
}

impl Direction {
    /// As offered in a form.
    pub const ALL: [Self; 3] = [Self::Up, Self::Down, Self::Within];
}

/// Where things stood before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Baseline {
    /// Nobody has said.
    Unset,
    /// It is known that none has been measured yet.
    NoneYet,
    /// A value and the period it was measured in.
    Known {
        /// In the indicator's unit.
        value: f64,
        /// Its period.
        period: Period,
    },
}

/// What it should become and by when.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Target {
    /// The value to reach, in the indicator's unit; unused for *within*.
    pub value: Option<f64>,
    /// Lower end of the band for *within*.
    pub low: Option<f64>,
    /// Upper end of the band for *within*.
    pub high: Option<f64>,
    /// The day it is due.
    pub due: Option<NaiveDate>,
    /// The least that was promised, where that is less than the target.
    pub commit: Option<f64>,
    /// What would be better still than the target.
    pub stretch: Option<f64>,
    /// Values expected on the way, each from a period on; none for the straight
    /// line.
    pub steps: Vec<TargetStep>,
    /// Bands on the way for *within*, each from a period on; none for the one
    /// band all along.
    pub bands: Vec<BandStep>,
}

/// A deviation from the target that somebody has accepted for a while. It ends
/// by itself: from the day after, the status is what the numbers say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Deviation {
    /// The last day it holds.
    pub until: Option<NaiveDate>,
    /// The person who accepted it.
    pub who: Option<Id>,
    /// Why.
    pub why: String,
}

impl Deviation {
    /// Whether it says who, why and until when, and that day has not passed.
    pub fn holds(&self, today: NaiveDate) -> bool {
        self.who.is_some()
            && !self.why.trim().is_empty()
            && self.until.is_some_and(|until| today <= until)
    }
}

/// Something that changed on a day and may show in the numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeMark {
    /// The day.
    pub date: NaiveDate,
    /// What changed, in a few words.
    pub label: String,
    /// Why process limits begin anew here; blank when they do not.
    pub restart: String,
}

impl ChangeMark {
    /// A mark that leaves the process limits as they are.
    pub fn new(date: NaiveDate, label: impl Into<String>) -> Self {
        Self { date, label: label.into(), restart: String::new() }
    }

    /// Whether process limits begin anew here: only with a reason.
    pub fn restarts(&self) -> bool {
        !self.restart.trim().is_empty()
    }
}

/// The definition of one indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// Record id.
    pub id: Id,
    /// The goal it serves.
    pub goal: Option<Id>,
    /// What it is called.
    pub name: String,
    /// Kind of quantity.
    pub measure: Measure,
    /// Unit of the values; `%` for shares, whatever stands here.
    pub unit: String,
    /// Which way is better.
    pub direction: Option<Direction>,
    /// Who or what is counted.
    pub population: String,
    /// The system or file the values come from.
    pub source: String,
    /// How they are worked out.
    pub method: String,
    /// Who answers for it.
    pub owner: Option<Id>,
    /// How often it is measured.
    pub cadence: Cadence,
    /// Where things stood before.
    pub baseline: Baseline,
    /// What it should become.
    pub target: Target,
    /// How much worse than expected still passes; absolute, in the
    /// indicator's unit, zero or more.
    pub tolerance: Option<f64>,
    /// A deviation somebody has accepted for a while.
    pub deviation: Option<Deviation>,
    /// Go-live, training and other changes, by date.
    pub changes: Vec<ChangeMark>,
    /// What it says beyond its value; boxed, because it is large and mostly
    /// empty.
    pub role: Box<Role>,
    /// How it bears on other goals and indicators.
    pub links: Vec<Link>,
    /// Whether moving ranges far above the others are left out of its process
    /// limits.
    pub screening: bool,
}

impl Indicator {
    /// A new indicator with nothing but a kind and a cadence.
    pub fn new(id: Id, measure: Measure) -> Self {
        Self {
            id,
            goal: None,
            name: String::new(),
            measure,
            unit: String::new(),
            direction: None,
            population: String::new(),
            source: String::new(),
            method: String::new(),
            owner: None,
            cadence: Cadence::Month,
            baseline: Baseline::Unset,
            target: Target::default(),
            tolerance: None,
            deviation: None,
            changes: Vec::new(),
            role: Box::default(),
            links: Vec::new(),
            screening: false,
        }
    }

    /// The unit its values are shown in.
    pub fn shown_unit(&self) -> &str {
        if self.measure.is_share() { "%" } else { self.unit.trim() }
    }

    /// The band of a stay-within target from its due date on, low end first; see
    /// [`band_on`](super::band_on) for the days before.
    pub fn band(&self) -> Option<(f64, f64)> {
        match (self.direction?, self.target.low, self.target.high) {
            (Direction::Within, Some(low), Some(high)) if low <= high => Some((low, high)),
            _ => None,
        }
    }

    /// The single value to reach, where the target is one.
    pub fn aim(&self) -> Option<f64> {
        match self.direction {
            Some(Direction::Within) => None,
            _ => self.target.value,
        }
    }
}
