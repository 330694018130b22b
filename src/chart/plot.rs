//! What an indicator chart shows, as plain dates and numbers. It knows no
//! indicator: who fills it in has judged already, and worded the labels.

use super::ticks::CalendarUnit;
use chrono::NaiveDate;

/// The reader's language at the axes.
pub trait AxisWords {
    /// A tick of the value axis; `step` is the distance of two ticks and says
    /// how many decimals are worth writing.
    fn number(&self, value: f64, step: f64) -> String;
    /// The same where [`AxisWords::number`] finds no room: `1.2 M`.
    fn short_number(&self, value: f64, step: f64) -> String;
    /// A day without its year.
    fn day(&self, date: NaiveDate) -> String;
    /// A month without its year.
    fn month(&self, date: NaiveDate) -> String;
    /// The quarter beginning on `date`, without its year.
    fn quarter(&self, date: NaiveDate) -> String;
    /// The year of `date`.
    fn year(&self, date: NaiveDate) -> String;
}

/// A direct label in two lengths; the short one is for narrow pictures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Label {
    /// As it should read: `Target 30 s`.
    pub long: String,
    /// The least that still says it: `30 s`.
    pub short: String,
}

impl Label {
    /// A label with a wording for narrow pictures.
    pub fn new(long: impl Into<String>, short: impl Into<String>) -> Self {
        Self { long: long.into(), short: short.into() }
    }
}

impl From<&str> for Label {
    fn from(text: &str) -> Self {
        Self::new(text, text)
    }
}

/// One measured value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlotPoint {
    /// Its place on the time axis.
    pub date: NaiveDate,
    /// The value; `None` keeps a gap in the line.
    pub value: Option<f64>,
    /// Whether the period still runs; drawn hollow.
    pub running: bool,
    /// Uncertainty, lower and upper end.
    pub interval: Option<(f64, f64)>,
}

impl PlotPoint {
    /// A value of an ended period without interval.
    pub const fn new(date: NaiveDate, value: f64) -> Self {
        Self { date, value: Some(value), running: false, interval: None }
    }

    /// A period whose value is missing.
    pub const fn gap(date: NaiveDate) -> Self {
        Self { date, value: None, running: false, interval: None }
    }
}

/// A line with a name: the expected path, a process limit.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NamedLine {
    /// Corners in order of time; a step is two corners on one date.
    pub path: Vec<(NaiveDate, f64)>,
    /// The label beside it; empty for none.
    pub label: Label,
}

/// An area between two edges.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Band {
    /// Date, lower edge, upper edge, in order of time.
    pub edges: Vec<(NaiveDate, f64, f64)>,
    /// The label beside it; empty for none.
    pub label: Label,
}

impl Band {
    /// A band of constant edges.
    pub fn flat(from: NaiveDate, to: NaiveDate, low: f64, high: f64, label: Label) -> Self {
        Self { edges: vec![(from, low, high), (to, low, high)], label }
    }
}

/// The target.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// The value to reach.
    pub value: f64,
    /// Where its line begins; `None` for the whole width.
    pub from: Option<NaiveDate>,
    /// The day it is due, marked by a diamond if within the range of dates.
    pub due: Option<NaiveDate>,
    /// The label at the end of the line.
    pub label: Label,
}

/// Where the indicator stood before.
#[derive(Debug, Clone, PartialEq)]
pub struct Baseline {
    /// When.
    pub date: NaiveDate,
    /// The value.
    pub value: f64,
    /// The label beside the mark.
    pub label: Label,
}

/// Something that changed: go-live, training.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeMark {
    /// When.
    pub date: NaiveDate,
    /// Its name, above the plot.
    pub label: String,
}

/// A value that makes a signal: a ring around it, and the word for its rule at
/// the last of them.
#[derive(Debug, Clone, PartialEq)]
pub struct SignalMark {
    /// When.
    pub date: NaiveDate,
    /// The value.
    pub value: f64,
    /// The word for the rule; empty where another mark of the signal has it.
    pub label: Label,
}

/// Everything one indicator chart shows.
pub struct Plot<'a> {
    /// Beginning of every id in the picture; unique within a page.
    pub id_prefix: String,
    /// Accessible name: the finding.
    pub title: String,
    /// Accessible description: the summary sentence; may be empty.
    pub description: String,
    /// Width in pixels, 160 to 8000.
    pub width: u32,
    /// Height in pixels, 120 to 8000.
    pub height: u32,
    /// First date of the time axis.
    pub from: NaiveDate,
    /// Last date of the time axis, later than the first.
    pub to: NaiveDate,
    /// What each point is a value of; it stands on the last day of its period.
    pub points_of: CalendarUnit,
    /// What the numbers count, above the value axis: `seconds`.
    pub unit: String,
    /// The least value possible, if there is one: padding stops there.
    pub floor: Option<f64>,
    /// The greatest value possible, if there is one: padding stops there.
    pub ceiling: Option<f64>,
    /// Measured values in order of time.
    pub points: Vec<PlotPoint>,
    /// The label of the measured values, beside the last one.
    pub actual_label: Label,
    /// The path expected from baseline to target.
    pub expected: Option<NamedLine>,
    /// The target.
    pub target: Option<Target>,
    /// The area within tolerance.
    pub tolerance: Option<Band>,
    /// The area a stay-within indicator should keep to.
    pub within: Option<Band>,
    /// The baseline.
    pub baseline: Option<Baseline>,
    /// Process limits, one entry per unbroken line.
    pub limits: Vec<NamedLine>,
    /// Their centre lines, one entry per unbroken line.
    pub centres: Vec<NamedLine>,
    /// Values that make a signal, in order of time.
    pub signals: Vec<SignalMark>,
    /// Where the values may go from here.
    pub projection: Option<Band>,
    /// Changes in order of time.
    pub marks: Vec<ChangeMark>,
    /// The reader's language.
    pub words: &'a dyn AxisWords,
}

impl<'a> Plot<'a> {
    /// An empty chart of 640 × 320 pixels to fill in.
    pub fn new(from: NaiveDate, to: NaiveDate, words: &'a dyn AxisWords) -> Self {
        Self {
            id_prefix: "chart".to_owned(),
            title: String::new(),
            description: String::new(),
            width: 640,
            height: 320,
            from,
            to,
            points_of: CalendarUnit::Month,
            unit: String::new(),
            floor: None,
            ceiling: None,
            points: Vec::new(),
            actual_label: Label::default(),
            expected: None,
            target: None,
            tolerance: None,
            within: None,
            baseline: None,
            limits: Vec::new(),
            centres: Vec::new(),
            signals: Vec::new(),
            projection: None,
            marks: Vec::new(),
            words,
        }
    }

    /// Whether a date lies on the time axis.
    pub(super) fn shows(&self, date: NaiveDate) -> bool {
        (self.from..=self.to).contains(&date)
    }
}
