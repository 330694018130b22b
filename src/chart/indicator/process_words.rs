//! The second layer in sentences: only what the values carry, and why not
//! where they do not.

use super::Subject;
use crate::base::{Cadence, Period};
use crate::i18n::{Arg, numbers};
use crate::key;
use crate::kpi::process::{
    ChangeEffect, ChartKind, Heading, NoAssurance, NoProjection, NoTrend, Process, Segment,
    SegmentLimits, TREND_LEVEL, TREND_POINTS, Trend,
};
use crate::statistics::{Assurance, LimitsError, MIN_POINTS, Rule, Signal};

/// So many of the latest signals are told.
const TOLD: usize = 8;

/// One thing said, under its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// What it is about.
    pub term: String,
    /// Sentences.
    pub lines: Vec<String>,
}

/// The second layer in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcessModel {
    /// What is said, the season first.
    pub said: Vec<Said>,
    /// How many signals there are.
    pub signals: usize,
    /// Whether there are limits for the latest value.
    pub limited: bool,
}

impl Subject<'_> {
    /// Everything said about the process.
    pub(super) fn process_model(&self, process: &Process) -> ProcessModel {
        let parts = [
            (key!("process.term.season"), self.season_lines(process)),
            (key!("process.term.limits"), self.limit_lines(process)),
            (key!("process.term.signals"), self.signal_lines(process)),
            (key!("process.term.target"), vec![self.assurance_line(process)]),
            (key!("process.term.trend"), self.outlook_lines(process)),
            (key!("process.term.change"), self.change_lines(process)),
        ];
        let parts = parts.into_iter().filter(|(_, lines)| !lines.is_empty());
        let limited = process.last_segment().is_some_and(|segment| segment.limits.is_ok());
        ProcessModel {
            said: parts.map(|(term, lines)| Said { term: self.say(term), lines }).collect(),
            signals: process.signals.len(),
            limited,
        }
    }

    fn say(&self, key: &str) -> String {
        self.catalogue.text(key).into_owned()
    }

    pub(super) fn probability(&self, p: f64) -> String {
        if p < 0.001 {
            return self.say(key!("process.p_small"));
        }
        self.catalogue.format(key!("process.p"), &[("p", Arg::Rounded(p, 3))])
    }

    fn season_lines(&self, process: &Process) -> Vec<String> {
        let Some(found) = process.strong_season() else { return Vec::new() };
        let key = match self.indicator.cadence {
            Cadence::Day => key!("process.season.day"),
            Cadence::Week => key!("process.season.week"),
            Cadence::Month => key!("process.season.month"),
            Cadence::Quarter | Cadence::Year => key!("process.season.quarter"),
        };
        let p = self.probability(found.p);
        let explained = Arg::PercentRounded(100.0 * found.explained, 0);
        vec![self.catalogue.format(key, &[("explained", explained), ("p", Arg::Text(&p))])]
    }

    fn limit_lines(&self, process: &Process) -> Vec<String> {
        let Some(segment) = process.last_segment() else {
            return vec![self.say(key!("process.no_values"))];
        };
        let mut lines: Vec<String> = self.restart_line(process, segment).into_iter().collect();
        let limits = match &segment.limits {
            Ok(limits) => limits,
            Err(error) => {
                lines.push(self.no_limits(error));
                return lines;
            }
        };
        lines.push(self.limits_line(limits));
        lines.extend(self.chart_line(process, limits));
        if limits.is_trial() {
            lines.push(self.say(key!("process.trial")));
        }
        if !limits.screened.is_empty() {
            let count = counted(limits.screened.len());
            lines.push(self.catalogue.format(key!("process.screened"), &[("count", count)]));
        }
        if limits.rough {
            lines.push(self.say(key!("process.rough")));
        }
        lines
    }

    fn restart_line(&self, process: &Process, segment: &Segment) -> Option<String> {
        let mark = self.indicator.changes.get(segment.mark?)?;
        let first = *process.periods.get(segment.first)?;
        let args = [
            ("when", Arg::PeriodIn(first, self.fiscal)),
            ("label", Arg::Text(mark.label.trim())),
            ("reason", Arg::Text(mark.restart.trim())),
        ];
        Some(self.catalogue.format(key!("process.restart"), &args))
    }

    fn no_limits(&self, error: &LimitsError) -> String {
        match error {
            LimitsError::TooFewPoints { found } => {
                let least = u64::try_from(MIN_POINTS).unwrap_or_default().to_string();
                let args = [("count", counted(*found)), ("least", Arg::Text(&least))];
                self.catalogue.format(key!("process.too_few"), &args)
            }
            LimitsError::NoRanges => self.say(key!("process.no_neighbours")),
            LimitsError::NoSpread => self.say(key!("process.no_spread")),
        }
    }

    /// Lower and upper limit of the latest value that has them, as said.
    pub(super) fn latest_limits(&self, limits: &SegmentLimits) -> Option<(String, String)> {
        let point = limits.points.iter().rev().flatten().next()?;
        let text = |value: f64| self.computed(self.shown_limit(value));
        Some((text(point.lower), text(point.upper)))
    }

    fn limits_line(&self, limits: &SegmentLimits) -> String {
        let centre = self.computed(limits.centre);
        let (lower, upper) = self.latest_limits(limits).unwrap_or_default();
        let args = [
            ("count", counted(limits.count)),
            ("centre", Arg::Text(&centre)),
            ("lower", Arg::Text(&lower)),
            ("upper", Arg::Text(&upper)),
        ];
        let flat = limits.points.iter().flatten().all(|point| point.reach() <= 0.0);
        let key = match (flat, limits.mean_range) {
            (true, _) => key!("process.flat"),
            (false, Some(_)) => key!("process.limits"),
            (false, None) => key!("process.share_limits"),
        };
        self.catalogue.format(key, &args)
    }

    /// Why this chart and no other.
    fn chart_line(&self, process: &Process, limits: &SegmentLimits) -> Option<String> {
        match process.kind {
            ChartKind::Individuals => None,
            ChartKind::UncountedShares(count) => {
                let args = [("count", counted(count))];
                Some(self.catalogue.format(key!("process.uncounted"), &args))
            }
            ChartKind::Shares => Some(self.say(key!("process.binomial"))),
            ChartKind::WideShares => {
                let p = self.probability(process.dispersion?.p());
                let args = [
                    ("p", Arg::Text(&p)),
                    ("factor", Arg::Rounded(limits.sigma_z.unwrap_or(1.0), 1)),
                ];
                Some(self.catalogue.format(key!("process.wide"), &args))
            }
        }
    }

    fn signal_lines(&self, process: &Process) -> Vec<String> {
        if process.segments.iter().all(|segment| segment.limits.is_err()) {
            return vec![self.say(key!("process.untested"))];
        }
        if process.signals.is_empty() {
            return vec![self.say(key!("process.no_signal"))];
        }
        let mut latest: Vec<&Signal> = process.signals.iter().collect();
        latest.sort_by_key(|signal| std::cmp::Reverse(signal.places.last().copied()));
        let told = latest.iter().take(TOLD).filter_map(|signal| self.told(process, signal));
        let mut lines: Vec<String> = told.collect();
        if latest.len() > TOLD {
            let count = counted(latest.len() - TOLD);
            lines.push(self.catalogue.format(key!("process.more_signals"), &[("count", count)]));
        }
        lines
    }

    /// One signal as a sentence.
    fn told(&self, process: &Process, signal: &Signal) -> Option<String> {
        let period = |place: &usize| process.periods.get(*place).copied();
        let (first, last) = (period(signal.places.first()?)?, period(signal.places.last()?)?);
        let value = process.values.get(*signal.places.last()?).copied().flatten()?;
        let value = self.computed(value);
        let key = match (signal.rule, signal.up) {
            (Rule::Outside, true) => key!("process.signal.above"),
            (Rule::Outside, false) => key!("process.signal.below"),
            (Rule::OneSide, true) => key!("process.signal.side_above"),
            (Rule::OneSide, false) => key!("process.signal.side_below"),
            (Rule::Run, true) => key!("process.signal.rising"),
            (Rule::Run, false) => key!("process.signal.falling"),
            (Rule::OuterThird, true) => key!("process.signal.third_above"),
            (Rule::OuterThird, false) => key!("process.signal.third_below"),
        };
        let args = [
            ("from", Arg::Period(first, self.fiscal)),
            ("to", Arg::Period(last, self.fiscal)),
            ("value", Arg::Text(&value)),
            ("count", counted(signal.places.len())),
        ];
        Some(self.catalogue.format(key, &args))
    }

    fn assurance_line(&self, process: &Process) -> String {
        let key = match process.assurance {
            Ok(Assurance::Always) => key!("process.assurance.always"),
            Ok(Assurance::Never) => key!("process.assurance.never"),
            Ok(Assurance::ByChance) => key!("process.assurance.chance"),
            Err(NoAssurance::NoTarget) => key!("process.assurance.no_target"),
            Err(NoAssurance::NoLimits) => key!("process.assurance.no_limits"),
        };
        let target = match (self.indicator.band(), self.indicator.aim()) {
            (Some((low, high)), _) => {
                let (low, high) = (self.amount(low), self.amount(high));
                let args = [("low", Arg::Text(&low)), ("high", Arg::Text(&high))];
                self.catalogue.format(key!("chart.range"), &args)
            }
            (None, Some(value)) => self.amount(value),
            (None, None) => String::new(),
        };
        let line = self.catalogue.format(key, &[("target", Arg::Text(&target))]);
        if process.assurance.is_ok() && !process.is_settled() {
            return self.joined(&self.say(key!("process.assurance.unsettled")), &line);
        }
        line
    }

    fn joined(&self, first: &str, second: &str) -> String {
        let args = [("first", Arg::Text(first)), ("second", Arg::Text(second))];
        self.catalogue.format(key!("chart.two_sentences"), &args)
    }

    /// A difference of values: percentage points where the values are shares.
    pub(super) fn difference(&self, value: f64) -> String {
        if self.indicator.measure.is_share() {
            let value = numbers::rounded(self.catalogue.language(), value, 1);
            return self.catalogue.format(key!("process.points"), &[("value", Arg::Text(&value))]);
        }
        self.computed(value)
    }

    fn outlook_lines(&self, process: &Process) -> Vec<String> {
        let trend = match &process.trend {
            Ok(trend) => self.trend_line(trend),
            Err(NoTrend::TooFew { found }) => {
                let least = u64::try_from(TREND_POINTS).unwrap_or_default().to_string();
                let args = [("count", counted(*found)), ("least", Arg::Text(&least))];
                self.catalogue.format(key!("process.trend.too_few"), &args)
            }
            Err(NoTrend::Flat) => self.say(key!("process.trend.flat")),
        };
        std::iter::once(trend).chain(self.projection_line(process)).collect()
    }

    fn trend_line(&self, trend: &Trend) -> String {
        let p = self.probability(trend.test.p);
        let key = match trend.heading() {
            Heading::Rising => key!("process.trend.rising"),
            Heading::Falling => key!("process.trend.falling"),
            Heading::Unclear => key!("process.trend.unclear"),
        };
        let slope = self.difference(trend.line.slope.abs());
        let per = self.catalogue.nth(key!("process.per"), self.cadence_place()).into_owned();
        let args = [
            ("count", counted(trend.count)),
            ("slope", Arg::Text(&slope)),
            ("per", Arg::Text(&per)),
            ("p", Arg::Text(&p)),
        ];
        self.catalogue.format(key, &args)
    }

    pub(super) fn cadence_place(&self) -> u32 {
        let place = Cadence::ALL.iter().position(|found| *found == self.indicator.cadence);
        u32::try_from(place.unwrap_or_default() + 1).unwrap_or(1)
    }

    fn projection_line(&self, process: &Process) -> Option<String> {
        let target = self.indicator.aim().map(|value| self.amount(value)).unwrap_or_default();
        let (key, from, to): (_, Option<Period>, Option<Period>) = match &process.projection {
            Ok(found) => match found.latest {
                Some(latest) if latest == found.earliest => {
                    (key!("process.reached.at"), Some(latest), None)
                }
                Some(latest) => {
                    (key!("process.reached.between"), Some(found.earliest), Some(latest))
                }
                None => (key!("process.reached.earliest"), Some(found.earliest), None),
            },
            Err(NoProjection::NoTarget | NoProjection::NoTrend | NoProjection::Unclear) => {
                return None;
            }
            Err(NoProjection::Season) => (key!("process.reached.season"), None, None),
            Err(NoProjection::Step) => (key!("process.reached.step"), None, None),
            Err(NoProjection::Away) => (key!("process.reached.away"), None, None),
            Err(NoProjection::Reached) => (key!("process.reached.already"), None, None),
            Err(NoProjection::TooFar) => (key!("process.reached.too_far"), None, None),
        };
        let period = |period: Option<Period>| match period {
            Some(period) => Arg::Period(period, self.fiscal),
            None => Arg::Text(""),
        };
        let within = match from {
            Some(period) => Arg::PeriodIn(period, self.fiscal),
            None => Arg::Text(""),
        };
        let args = [
            ("target", Arg::Text(&target)),
            ("from", period(from)),
            ("to", period(to)),
            ("when", within),
        ];
        let line = self.catalogue.format(key, &args);
        let due = self.indicator.target.due.filter(|_| process.projection.is_ok());
        Some(match due {
            Some(due) => {
                let due =
                    self.catalogue.format(key!("process.reached.due"), &[("due", Arg::Date(due))]);
                self.joined(&line, &due)
            }
            None => line,
        })
    }

    fn change_lines(&self, process: &Process) -> Vec<String> {
        let Some(effect) = &process.change else { return Vec::new() };
        let Some(mark) = self.indicator.changes.get(effect.mark) else { return Vec::new() };
        let label = mark.label.trim();
        let label = if label.is_empty() {
            self.say(key!("process.change.unnamed"))
        } else {
            label.to_owned()
        };
        let (earlier, later) = (effect.before.to_string(), effect.after.to_string());
        let mut args = vec![
            ("label", Arg::Text(&label)),
            ("date", Arg::Date(mark.date)),
            ("earlier", Arg::Text(&earlier)),
            ("later", Arg::Text(&later)),
        ];
        let Some(found) = &effect.found else {
            return vec![self.catalogue.format(key!("process.change.too_few"), &args)];
        };
        let (before, after) = (self.computed(found.before), self.computed(found.after));
        let (shift, p) = (self.difference(found.shift.abs()), self.probability(found.p));
        args.extend([
            ("before", Arg::Text(&before)),
            ("after", Arg::Text(&after)),
            ("shift", Arg::Text(&shift)),
            ("p", Arg::Text(&p)),
        ]);
        let mut lines = vec![self.catalogue.format(change_key(effect), &args)];
        if effect.was_moving {
            lines.push(self.say(key!("process.change.was_moving")));
        }
        lines
    }
}

fn change_key(effect: &ChangeEffect) -> &'static str {
    match &effect.found {
        Some(found) if found.p >= TREND_LEVEL => key!("process.change.chance"),
        Some(found) if found.shift > 0.0 => key!("process.change.higher"),
        _ => key!("process.change.lower"),
    }
}

pub(super) fn counted(count: usize) -> Arg<'static> {
    Arg::Count(u64::try_from(count).unwrap_or(u64::MAX))
}
