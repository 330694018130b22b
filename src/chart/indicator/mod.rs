//! The chart of one indicator: its finding as a sentence, what to draw, what
//! to read out, and the numbers behind the status.
//!
//! Everything here follows from the records, the day and the language; the
//! page and the report say the same because both ask here.

mod finding;
mod listing;
mod plot;
mod process;
mod process_receipt;
mod process_words;
mod receipt;
mod summary;
mod words;

#[cfg(test)]
mod tests;

pub use listing::{Reading, csv, dark_tokens, light_tokens};
pub use plot::height;
pub use process_words::{ProcessModel, Said};
pub use receipt::ReceiptLine;
pub use words::{CatalogueWords, amount, computed, counts_of, interval_of, measured};

use super::{ChartError, Picture, draw_picture};
use crate::base::FiscalStart;
use crate::i18n::Catalogue;
use crate::kpi::process::{Process, process};
use crate::kpi::{Indicator, Judgement, Measurement, Series, judge};
use crate::workspace::ProjectHead;
use chrono::NaiveDate;

/// The narrowest and the widest picture drawn, in pixels.
const WIDTHS: std::ops::RangeInclusive<u32> = 320..=1600;

/// What a chart shows and says.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartModel {
    /// The status and its inputs.
    pub judgement: Judgement,
    /// The finding as a sentence without full stop: the chart's title.
    pub finding: String,
    /// Two or three sentences more.
    pub summary: String,
    /// The picture, or why there is none.
    pub picture: Result<Picture, ChartError>,
    /// Width of the picture in pixels.
    pub width: u32,
    /// Whether there is a target to draw, with or without values.
    pub aimed: bool,
    /// Every measurement in order of time, for table, slider and marker.
    pub readings: Vec<Reading>,
    /// The second layer in words, where it is shown.
    pub process: Option<ProcessModel>,
}

/// How much a chart shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layer {
    /// Values against target.
    #[default]
    Target,
    /// Process limits, signals and outlook as well.
    Process,
}

/// One indicator with all that its status and its words depend on.
struct Subject<'a> {
    catalogue: &'a Catalogue,
    indicator: &'a Indicator,
    series: &'a Series,
    fiscal: FiscalStart,
    grace_days: u16,
    today: NaiveDate,
    judgement: Judgement,
    process: Option<Process>,
}

impl<'a> Subject<'a> {
    fn new(
        catalogue: &'a Catalogue,
        head: &ProjectHead,
        indicator: &'a Indicator,
        series: &'a Series,
        today: NaiveDate,
    ) -> Self {
        let (fiscal, grace_days) = (head.fiscal, head.grace_days);
        let judgement = judge(indicator, series, today, fiscal, grace_days);
        Self { catalogue, indicator, series, fiscal, grace_days, today, judgement, process: None }
    }

    /// The same with the second layer, where it is asked for.
    fn with(mut self, layer: Layer) -> Self {
        if layer == Layer::Process {
            self.process = Some(process(self.indicator, self.series, self.today, self.fiscal));
        }
        self
    }

    /// The measurement the judgement rests on.
    fn assessed(&self) -> Option<&'a Measurement> {
        self.series.get(&self.judgement.assessed?.period)
    }

    /// The measurements of ended periods that have a value.
    fn ended(&self) -> impl DoubleEndedIterator<Item = (&'a Measurement, f64)> {
        let last = self.judgement.last_ended;
        self.series
            .values()
            .filter(move |found| found.period <= last)
            .filter_map(|found| Some((found, found.actual.number()?)))
    }

    fn amount(&self, value: f64) -> String {
        amount(self.catalogue, self.indicator, value)
    }

    fn computed(&self, value: f64) -> String {
        computed(self.catalogue, self.indicator, value)
    }

    /// The value the judgement rests on, as measured.
    fn actual(&self) -> String {
        self.assessed()
            .and_then(|found| measured(self.catalogue, self.indicator, &found.actual))
            .unwrap_or_default()
    }
}

/// The chart of an indicator on a day, `width` pixels wide (kept within 320
/// to 1600), with values against target.
pub fn indicator_chart(
    catalogue: &Catalogue,
    head: &ProjectHead,
    indicator: &Indicator,
    series: &Series,
    today: NaiveDate,
    width: u32,
) -> ChartModel {
    layered_chart(catalogue, head, indicator, series, today, width, Layer::Target)
}

/// The same with as many layers as are asked for.
pub fn layered_chart(
    catalogue: &Catalogue,
    head: &ProjectHead,
    indicator: &Indicator,
    series: &Series,
    today: NaiveDate,
    width: u32,
    layer: Layer,
) -> ChartModel {
    let subject = Subject::new(catalogue, head, indicator, series, today).with(layer);
    let width = width.clamp(*WIDTHS.start(), *WIDTHS.end());
    let (finding, summary) = (subject.finding(), subject.summary());
    let process = subject.process.as_ref().map(|process| subject.process_model(process));
    let words = CatalogueWords(catalogue);
    let mut plot = subject.plot(&words, width);
    plot.title.clone_from(&finding);
    plot.description = described(&summary, process.as_ref());
    let picture = draw_picture(&plot);
    let frame = picture.as_ref().ok().map(|picture| picture.frame);
    let readings = subject.readings(frame);
    let aimed = indicator.aim().is_some() || indicator.band().is_some();
    let judgement = subject.judgement;
    ChartModel { judgement, finding, summary, picture, width, aimed, readings, process }
}

/// The description of the picture: the summary, and what the second layer
/// says.
fn described(summary: &str, process: Option<&ProcessModel>) -> String {
    let said = process.map(|process| process.said.as_slice()).unwrap_or_default();
    let lines = said.iter().flat_map(|said| said.lines.iter().map(String::as_str));
    std::iter::once(summary).chain(lines).collect::<Vec<_>>().join(" ")
}

/// The finding alone, for a list of indicators.
pub fn finding(
    catalogue: &Catalogue,
    head: &ProjectHead,
    indicator: &Indicator,
    series: &Series,
    today: NaiveDate,
) -> String {
    Subject::new(catalogue, head, indicator, series, today).finding()
}

/// How the shown numbers come about, with the numbers put in.
pub fn receipt(
    catalogue: &Catalogue,
    head: &ProjectHead,
    indicator: &Indicator,
    series: &Series,
    today: NaiveDate,
) -> Vec<ReceiptLine> {
    layered_receipt(catalogue, head, indicator, series, today, Layer::Target)
}

/// The same for as many layers as are shown.
pub fn layered_receipt(
    catalogue: &Catalogue,
    head: &ProjectHead,
    indicator: &Indicator,
    series: &Series,
    today: NaiveDate,
    layer: Layer,
) -> Vec<ReceiptLine> {
    Subject::new(catalogue, head, indicator, series, today).with(layer).receipt()
}
