//! What to draw. Every point stands at the last day of its period, where the
//! expected value is compared with it.

use super::words::settled;
use super::{CatalogueWords, Subject, interval_of, measured};
use crate::base::{Cadence, MAX_MAGNITUDE, Period};
use crate::chart::{
    Band, Baseline, CalendarUnit, ChangeMark, Label, NamedLine, Plot, PlotPoint, Target,
};
use crate::i18n::Arg;
use crate::i18n::dates::{TickYear, tick};
use crate::key;
use crate::kpi::{self, Direction, Measurement};
use chrono::{Days, NaiveDate};

/// The height of a chart of a width, both in pixels: flatter the wider it is.
pub fn height(width: u32) -> u32 {
    if width < 480 { 264 } else { (width * 2 / 5).clamp(288, 420) }
}

impl Subject<'_> {
    /// The value of the baseline, if it is known.
    pub(super) fn baseline_value(&self) -> Option<f64> {
        match self.indicator.baseline {
            kpi::Baseline::Known { value, .. } => Some(value),
            kpi::Baseline::Unset | kpi::Baseline::NoneYet => None,
        }
    }

    /// The chart at a width, without title and description.
    pub(super) fn plot<'w>(&self, words: &'w CatalogueWords<'w>, width: u32) -> Plot<'w> {
        let (from, to) = self.span();
        let mut plot = Plot::new(from, to, words);
        plot.id_prefix = format!("chart-{}", self.indicator.id);
        plot.width = width;
        plot.height = height(width);
        plot.points_of = self.points_of();
        plot.unit = self.unit();
        if self.indicator.measure.is_share() {
            (plot.floor, plot.ceiling) = (Some(0.0), Some(100.0));
        }
        plot.points = self.points();
        plot.actual_label = self.actual_label();
        let expected = self.expected(to);
        let band = self.band_edges(from, to);
        plot.tolerance = self.tolerance(&expected, &band, to);
        plot.expected = (expected.len() > 1).then(|| NamedLine {
            path: expected,
            label: self.label(key!("chart.expected"), key!("chart.expected"), 0.0),
        });
        plot.target = self.indicator.aim().map(|value| Target {
            value,
            from: None,
            due: self.indicator.target.due,
            label: self.label(key!("chart.target"), key!("chart.target_short"), value),
        });
        plot.within = self.indicator.band().map(|(low, high)| {
            let (first, last) = (self.amount(low), self.amount(high));
            let args = [("low", Arg::Text(&first)), ("high", Arg::Text(&last))];
            let text = self.catalogue.format(key!("chart.within"), &args);
            let short = self.catalogue.format(key!("chart.within_short"), &args);
            Band { edges: band, label: Label::new(text, short) }
        });
        plot.baseline = self.baseline_mark();
        plot.marks = self.marks();
        if let Some(process) = &self.process {
            self.add_process(&mut plot, process);
        }
        plot
    }

    /// First and last date of the axis: everything known fits in, and there
    /// is always room for one period.
    fn span(&self) -> (NaiveDate, NaiveDate) {
        let end = |period: &Period| period.last_day(self.fiscal);
        let path = kpi::path(self.indicator, self.fiscal);
        let first = self.series.first_key_value().map(|(period, _)| end(period));
        let last = self.series.last_key_value().map(|(period, _)| end(period));
        let baseline = match self.indicator.baseline {
            kpi::Baseline::Known { period, .. } => Some(end(&period)),
            kpi::Baseline::Unset | kpi::Baseline::NoneYet => None,
        };
        let begin = path.first().map(|corner| corner.0);
        let band = kpi::band_path(self.indicator, self.fiscal);
        let from = [first, begin, band.first().map(|corner| corner.0), baseline]
            .into_iter()
            .flatten()
            .min();
        let from = from.unwrap_or_else(|| end(&self.judgement.last_ended));
        let period_of = |day| Period::containing(day, self.indicator.cadence, self.fiscal);
        let due = self.indicator.target.due.map(|due| match band.len() {
            0 => due,
            // Room to see the band that holds from then on.
            _ => end(&period_of(due).next(self.fiscal)).max(due),
        });
        let to = [last, due, baseline].into_iter().flatten().max().unwrap_or(from);
        if from < to {
            return (from, to);
        }
        let period = period_of(from);
        let before = end(&period.previous(self.fiscal));
        let after = end(&period.next(self.fiscal));
        // At the very ends of the calendar a neighbour may be no later.
        if before < after { (before, after) } else { (before, before + Days::new(1)) }
    }

    /// What each value is one of, as the calendar of the axis counts: a quarter
    /// or year that begins in another month is so many months to it.
    fn points_of(&self) -> CalendarUnit {
        let begins = self.fiscal.month() - 1;
        match self.indicator.cadence {
            Cadence::Day | Cadence::Week => CalendarUnit::Day,
            Cadence::Quarter if begins.is_multiple_of(3) => CalendarUnit::Quarter,
            Cadence::Year if begins == 0 => CalendarUnit::Year,
            Cadence::Month | Cadence::Quarter | Cadence::Year => CalendarUnit::Month,
        }
    }

    fn unit(&self) -> String {
        let unit = self.indicator.shown_unit();
        let key = match self.indicator.direction {
            Some(Direction::Up) => key!("chart.more_is_better"),
            Some(Direction::Down) => key!("chart.less_is_better"),
            Some(Direction::Within) | None => return unit.to_owned(),
        };
        let better = self.catalogue.text(key);
        if unit.is_empty() {
            return better.into_owned();
        }
        let args = [("first", Arg::Text(unit)), ("second", Arg::Text(&better))];
        self.catalogue.format(key!("chart.listed"), &args)
    }

    /// Measured values, with a gap for every run of periods without one.
    fn points(&self) -> Vec<PlotPoint> {
        let mut points = Vec::with_capacity(self.series.len());
        let mut next: Option<Period> = None;
        for found in self.series.values() {
            if let Some(missing) = next.filter(|next| *next < found.period) {
                points.push(PlotPoint::gap(missing.last_day(self.fiscal)));
            }
            points.push(self.point(found));
            next = Some(found.period.next(self.fiscal));
        }
        points
    }

    fn point(&self, found: &Measurement) -> PlotPoint {
        PlotPoint {
            date: found.period.last_day(self.fiscal),
            value: found.actual.number().map(settled),
            running: self.runs(found.period),
            interval: interval_of(&found.actual).map(|interval| (interval.low, interval.high)),
        }
    }

    /// Whether a period has not ended.
    pub(super) fn runs(&self, period: Period) -> bool {
        period > self.judgement.last_ended
    }

    /// Whether a period has not even begun.
    pub(super) fn lies_ahead(&self, period: Period) -> bool {
        period.first_day(self.fiscal) > self.today
    }

    /// The latest value with its period.
    fn actual_label(&self) -> Label {
        let latest = self.series.values().rev().find_map(|found| {
            Some((found, measured(self.catalogue, self.indicator, &found.actual)?))
        });
        let Some((found, value)) = latest else { return Label::default() };
        let when = tick(self.catalogue, found.period, self.fiscal, TickYear::Hidden);
        let running = self.runs(found.period) && !self.lies_ahead(found.period);
        let key = if running { key!("chart.actual_running") } else { key!("chart.actual") };
        let args = [("when", Arg::Text(&when)), ("value", Arg::Text(&value))];
        Label::new(self.catalogue.format(key, &args), value.clone())
    }

    /// The expected path, kept at the target after the due date.
    fn expected(&self, to: NaiveDate) -> Vec<(NaiveDate, f64)> {
        let mut path = kpi::path(self.indicator, self.fiscal);
        if let Some((due, target)) = path.last().copied()
            && due < to
        {
            path.push((to, target));
        }
        path
    }

    /// Date, lower and upper end of the band: its steps, kept at the target after the
    /// due date, or else the one band all along.
    fn band_edges(&self, from: NaiveDate, to: NaiveDate) -> Vec<(NaiveDate, f64, f64)> {
        let Some((low, high)) = self.indicator.band() else { return Vec::new() };
        let path = kpi::band_path(self.indicator, self.fiscal);
        let mut edges: Vec<_> = path.iter().map(|(date, ends)| (*date, ends.0, ends.1)).collect();
        match edges.last() {
            None => edges.push((from, low, high)),
            Some((last, ..)) if *last >= to => return edges,
            Some(_) => {}
        }
        edges.push((to, low, high));
        edges
    }

    /// The area that is worse than expected but still passes.
    fn tolerance(
        &self,
        expected: &[(NaiveDate, f64)],
        band: &[(NaiveDate, f64, f64)],
        to: NaiveDate,
    ) -> Option<Band> {
        let slack = self.indicator.tolerance.filter(|slack| *slack > 0.0)?;
        let (least, most) = if self.indicator.measure.is_share() {
            (0.0, 100.0)
        } else {
            (-MAX_MAGNITUDE, MAX_MAGNITUDE)
        };
        let label = self.label(key!("chart.tolerance"), key!("chart.tolerance_short"), slack);
        let edge = |(date, value): (NaiveDate, f64)| match self.indicator.direction {
            Some(Direction::Down) => (date, value, settled((value + slack).min(most))),
            _ => (date, settled((value - slack).max(least)), value),
        };
        if !band.is_empty() {
            let wider = |(date, low, high): &(NaiveDate, f64, f64)| {
                (*date, settled((low - slack).max(least)), settled((high + slack).min(most)))
            };
            return Some(Band { edges: band.iter().map(wider).collect(), label });
        }
        // Without a baseline only the target itself is expected, when due.
        let due = || Some((self.indicator.target.due?, self.indicator.aim()?));
        let corners: Vec<(NaiveDate, f64)> = match (expected, due()) {
            ([], Some((due, target))) if due < to => vec![(due, target), (to, target)],
            _ => expected.to_vec(),
        };
        self.indicator.direction?;
        let edges: Vec<_> = corners.into_iter().map(edge).collect();
        (edges.len() > 1).then_some(Band { edges, label })
    }

    fn baseline_mark(&self) -> Option<Baseline> {
        let kpi::Baseline::Known { value, period } = self.indicator.baseline else { return None };
        let label = self.label(key!("chart.baseline"), key!("chart.baseline_short"), value);
        Some(Baseline { date: period.last_day(self.fiscal), value, label })
    }

    fn marks(&self) -> Vec<ChangeMark> {
        let changes = self.indicator.changes.iter();
        let mut marks: Vec<ChangeMark> = changes
            .map(|change| ChangeMark { date: change.date, label: change.label.trim().to_owned() })
            .collect();
        marks.sort_by_key(|mark| mark.date);
        marks
    }

    fn label(&self, long: &str, short: &str, value: f64) -> Label {
        let value = self.amount(value);
        let args = [("value", Arg::Text(&value))];
        Label::new(self.catalogue.format(long, &args), self.catalogue.format(short, &args))
    }
}
