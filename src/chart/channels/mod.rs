//! Contact channels: each one's part of the cost beside its part of the
//! outcomes, the finding as a sentence, and the numbers as a table.

mod draw;
mod words;

#[cfg(test)]
mod tests;

pub use draw::{ChannelBar, ChannelPlot, draw_channels};

use super::ChartError;
use super::indicator::CatalogueWords;
use crate::base::Id;
use crate::i18n::values::worked_out_money;
use crate::i18n::{Arg, Catalogue, numbers};
use crate::key;
use crate::registers::{
    Channel, ChannelFigures, ChannelGroup, channel_figures, channel_gaps, channel_groups,
};
use crate::statistics::Share;
use crate::tabular::{OutCell, write_csv};
use crate::workspace::Project;

/// The narrowest and the widest picture drawn, in pixels.
const WIDTHS: std::ops::RangeInclusive<u32> = 320..=1600;

/// What the channels show and say.
#[derive(Debug, Clone, PartialEq)]
pub struct ChannelModel {
    /// The finding as a sentence without full stop: the chart's title; `None`
    /// while no two channels can be compared.
    pub finding: Option<String>,
    /// Two or three sentences more; why nothing is compared otherwise.
    pub summary: String,
    /// The picture of the channels that are compared, or why there is none.
    pub picture: Option<Result<String, ChartError>>,
    /// One row a channel, in order.
    pub rows: Vec<ChannelRow>,
}

/// One channel in numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct ChannelRow {
    /// The channel.
    pub channel: Id,
    /// Its name.
    pub label: String,
    /// Cost per contact and per outcome, outcomes per contact with interval,
    /// part of the cost, part of the outcomes.
    pub cells: [Option<String>; 5],
    /// Whether something is missing or wrong in it.
    pub is_lacking: bool,
}

/// Keys of the heads of [`ChannelRow::cells`].
pub const CHANNEL_HEADS: [&str; 5] = [
    key!("channels.per_contact"),
    key!("channels.per_outcome"),
    key!("channels.reached"),
    key!("channels.cost_part"),
    key!("channels.outcome_part"),
];

/// One project with all that its channels say.
struct Subject<'a> {
    catalogue: &'a Catalogue,
    project: &'a Project,
    channels: Vec<&'a Channel>,
    figures: Vec<ChannelFigures>,
    /// The channels compared in the picture.
    group: Option<ChannelGroup>,
}

impl<'a> Subject<'a> {
    fn new(catalogue: &'a Catalogue, project: &'a Project) -> Self {
        let channels: Vec<&Channel> = project.channels.iter().collect();
        let figures = channel_figures(&channels);
        let group = channel_groups(&channels).into_iter().next();
        Self { catalogue, project, channels, figures, group }
    }

    fn money(&self, amount: f64) -> String {
        worked_out_money(self.catalogue, &self.project.head.currency, amount)
    }

    /// The cost of one outcome, said as such.
    fn each(&self, amount: f64) -> String {
        let amount = self.money(amount);
        self.catalogue.format(key!("channels.note"), &[("amount", Arg::Text(&amount))])
    }

    /// A ratio from 0 to 1 as a percentage.
    fn percent(&self, ratio: f64) -> String {
        numbers::percent_rounded(self.catalogue.language(), ratio * 100.0, 1)
    }

    fn name(&self, channel: &Channel) -> String {
        let name = channel.name.trim();
        if name.is_empty() {
            return self.catalogue.text(key!("registers.nameless")).into_owned();
        }
        name.to_owned()
    }

    /// The channels compared, with their figures.
    fn compared(&self) -> impl Iterator<Item = (&'a Channel, &ChannelFigures)> {
        let pairs = self.channels.iter().copied().zip(&self.figures);
        let group = self.group.as_ref();
        pairs.filter(move |(channel, _)| {
            group.is_some_and(|group| group.channels.contains(&channel.id))
        })
    }

    fn reached(&self, share: Share) -> String {
        let interval = share.wilson_95();
        let (share, low, high) =
            (self.percent(share.ratio()), self.percent(interval.low), self.percent(interval.high));
        let args =
            [("share", Arg::Text(&share)), ("low", Arg::Text(&low)), ("high", Arg::Text(&high))];
        self.catalogue.format(key!("channels.reached_says"), &args)
    }

    fn row(&self, channel: &Channel, figures: &ChannelFigures) -> ChannelRow {
        let parts = figures.parts;
        ChannelRow {
            channel: channel.id,
            label: self.name(channel),
            cells: [
                figures.per_contact.map(|amount| self.money(amount)),
                figures.per_outcome.map(|amount| self.money(amount)),
                figures.reached.map(|share| self.reached(share)),
                parts.map(|parts| self.percent(parts.cost)),
                parts.map(|parts| self.percent(parts.outcomes)),
            ],
            is_lacking: !channel_gaps(channel).is_empty(),
        }
    }

    fn bar(&self, channel: &Channel, figures: &ChannelFigures) -> Option<ChannelBar> {
        let parts = figures.parts?;
        Some(ChannelBar {
            label: self.name(channel),
            note: figures.per_outcome.map(|amount| self.each(amount)).unwrap_or_default(),
            parts: [parts.cost, parts.outcomes],
            said: [self.percent(parts.cost), self.percent(parts.outcomes)],
        })
    }
}

/// The chart of a project's channels, `width` pixels wide (kept within 320 to
/// 1600); `None` while there is no channel.
pub fn channel_chart(catalogue: &Catalogue, project: &Project, width: u32) -> Option<ChannelModel> {
    let subject = Subject::new(catalogue, project);
    if subject.channels.is_empty() {
        return None;
    }
    let (finding, summary) = (subject.finding(), subject.summary());
    let words = CatalogueWords(catalogue);
    let picture = finding.as_ref().map(|finding| {
        draw_channels(&ChannelPlot {
            id_prefix: format!("channels-{}", project.head.id),
            title: finding.clone(),
            description: summary.clone(),
            width: width.clamp(*WIDTHS.start(), *WIDTHS.end()),
            legend: [key!("channels.cost_part"), key!("channels.outcome_part")]
                .map(|key| catalogue.text(key).into_owned()),
            zero: numbers::percent(catalogue.language(), 0.0),
            bars: subject
                .compared()
                .filter_map(|(channel, figures)| subject.bar(channel, figures))
                .collect(),
            words: &words,
        })
    });
    let pairs = subject.channels.iter().zip(&subject.figures);
    let rows = pairs.map(|(channel, figures)| subject.row(channel, figures)).collect();
    Some(ChannelModel { finding, summary, picture, rows })
}

/// The channels with their figures as a CSV file with a byte order mark.
/// Ratios stand as percentages.
pub fn channel_csv(catalogue: &Catalogue, project: &Project) -> String {
    let subject = Subject::new(catalogue, project);
    let text = |key: &str| OutCell::Text(catalogue.text(key).into_owned());
    let heads = [
        key!("channels.name"),
        key!("channels.period"),
        key!("channels.contacts"),
        key!("channels.cost"),
        key!("channels.outcomes"),
        key!("channels.outcome"),
        key!("channels.per_contact"),
        key!("channels.per_outcome"),
        key!("channels.cost_part"),
        key!("channels.outcome_part"),
    ];
    let mut rows = vec![heads.map(text).to_vec()];
    let number = |value: Option<f64>| value.map_or(OutCell::Empty, OutCell::Number);
    rows.extend(subject.channels.iter().zip(&subject.figures).map(|(channel, figures)| {
        let period = channel.period.map(|period| OutCell::Text(period.to_string()));
        vec![
            OutCell::Text(subject.name(channel)),
            period.unwrap_or(OutCell::Empty),
            number(channel.contacts),
            number(channel.cost),
            number(channel.outcomes),
            OutCell::Text(channel.outcome.clone()),
            number(figures.per_contact),
            number(figures.per_outcome),
            number(figures.parts.map(|parts| parts.cost * 100.0)),
            number(figures.parts.map(|parts| parts.outcomes * 100.0)),
        ]
    }));
    format!("\u{feff}{}", write_csv(&rows))
}
