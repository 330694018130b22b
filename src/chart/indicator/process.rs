//! The second layer of an indicator chart: limits, signals and outlook as
//! lines and marks.

use super::Subject;
use super::words::settled;
use crate::base::{MAX_MAGNITUDE, Period};
use crate::chart::{Band, Label, NamedLine, Plot, SignalMark};
use crate::i18n::Arg;
use crate::key;
use crate::kpi::process::{Process, Projection, Segment, SegmentLimits};
use crate::statistics::{PointLimits, Rule, Signal};
use chrono::NaiveDate;

/// Reads one of the three lines.
type Read = fn(&PointLimits) -> f64;

impl Subject<'_> {
    /// What the values can be.
    pub(super) fn possible(&self) -> (f64, f64) {
        if self.indicator.measure.is_share() {
            (0.0, 100.0)
        } else {
            (-MAX_MAGNITUDE, MAX_MAGNITUDE)
        }
    }

    /// A limit as drawn and said: no further than a value can go.
    pub(super) fn shown_limit(&self, value: f64) -> f64 {
        let (least, most) = self.possible();
        settled(value.clamp(least, most))
    }

    /// Adds the layer to a chart, and room for what lies ahead.
    pub(super) fn add_process(&self, plot: &mut Plot<'_>, process: &Process) {
        if let Ok(projected) = &process.projection
            && let Some(band) = self.projected(process, projected)
        {
            let end = band.edges.last().map(|edge| edge.0);
            plot.to = end.map_or(plot.to, |end| end.max(plot.to));
            // The target's ground goes as far.
            if let Some(line) = &mut plot.expected
                && let Some((_, value)) = line.path.last().copied()
            {
                line.path.push((plot.to, value));
            }
            plot.projection = Some(band);
        }
        for (place, segment) in process.segments.iter().enumerate() {
            let Ok(limits) = &segment.limits else { continue };
            let is_last = place + 1 == process.segments.len();
            self.add_limits(plot, process, segment, limits, is_last);
        }
        plot.signals = self.marks_of(process);
    }

    fn add_limits(
        &self,
        plot: &mut Plot<'_>,
        process: &Process,
        segment: &Segment,
        limits: &SegmentLimits,
        is_last: bool,
    ) {
        let lines: [(Read, &str, &str); 3] = [
            (|limits| limits.upper, key!("process.upper"), key!("process.upper_short")),
            (|limits| limits.centre, key!("process.centre"), key!("process.centre_short")),
            (|limits| limits.lower, key!("process.lower"), key!("process.lower_short")),
        ];
        for (index, (read, long, short)) in lines.into_iter().enumerate() {
            for mut path in self.steps(process, segment, limits, read) {
                let Some((_, value)) = path.last().copied() else { continue };
                // The same limits hold until something changes.
                if is_last && (limits.mean_range.is_some() || index == 1) {
                    path.push((plot.to, value));
                }
                let label =
                    if is_last { self.label_of(long, short, value) } else { Label::default() };
                let line = NamedLine { path, label };
                if index == 1 { plot.centres.push(line) } else { plot.limits.push(line) }
            }
        }
        // Only the last piece of a broken line says what it is.
        for lines in [&mut plot.limits, &mut plot.centres] {
            let mut seen: Vec<String> = Vec::new();
            for line in lines.iter_mut().rev() {
                let kind = line.label.long.clone();
                if seen.contains(&kind) {
                    line.label = Label::default();
                }
                seen.push(kind);
            }
        }
    }

    /// A step for each period; missing shares break the line.
    fn steps(
        &self,
        process: &Process,
        segment: &Segment,
        limits: &SegmentLimits,
        read: Read,
    ) -> Vec<Vec<(NaiveDate, f64)>> {
        let mut lines: Vec<Vec<(NaiveDate, f64)>> = vec![Vec::new()];
        for (place, point) in segment.places().zip(&limits.points) {
            let (Some(period), Some(point)) = (process.periods.get(place), point) else {
                lines.push(Vec::new());
                continue;
            };
            let value = self.shown_limit(read(point));
            let start = period.previous(self.fiscal).last_day(self.fiscal);
            let end = period.last_day(self.fiscal);
            let Some(line) = lines.last_mut() else { continue };
            let level = |corner: Option<&(NaiveDate, f64)>| {
                corner.is_some_and(|corner| corner.1.total_cmp(&value).is_eq())
            };
            // A level line needs its ends only.
            if line.len() > 1 && level(line.last()) && level(line.get(line.len() - 2)) {
                line.pop();
            } else {
                line.push((start, value));
            }
            line.push((end, value));
        }
        lines.retain(|line| !line.is_empty());
        lines
    }

    /// A ring for every value of a signal, a word for the latest of each kind.
    fn marks_of(&self, process: &Process) -> Vec<SignalMark> {
        let mut latest: Vec<&Signal> = process.signals.iter().collect();
        latest.sort_by_key(|signal| signal.places.last().copied());
        let alike = |one: &Signal, other: &Signal| (one.rule, one.up) == (other.rule, other.up);
        let mut marks: Vec<(usize, Label)> = Vec::new();
        for (index, signal) in latest.iter().enumerate() {
            let last = signal.places.last().copied();
            let said_later = latest.iter().skip(index + 1).any(|later| alike(signal, later));
            for place in &signal.places {
                let said = !said_later && Some(*place) == last;
                let label = if said { self.word_of(signal) } else { Label::default() };
                match marks.iter_mut().find(|(known, _)| known == place) {
                    Some((_, known)) if known.long.is_empty() => *known = label,
                    Some(_) => {}
                    None => marks.push((*place, label)),
                }
            }
        }
        marks.sort_by_key(|mark| mark.0);
        let mark = |(place, label): (usize, Label)| {
            let date = process.periods.get(place)?.last_day(self.fiscal);
            let value = settled((*process.values.get(place)?)?);
            Some(SignalMark { date, value, label })
        };
        marks.into_iter().filter_map(mark).collect()
    }

    /// The word for a rule, beside the value that completes it.
    pub(super) fn word_of(&self, signal: &Signal) -> Label {
        let count = u64::try_from(signal.places.len()).unwrap_or_default();
        let (long, short) = match (signal.rule, signal.up) {
            (Rule::Outside, true) => (key!("process.word.above"), key!("process.word.outside")),
            (Rule::Outside, false) => (key!("process.word.below"), key!("process.word.outside")),
            (Rule::OneSide, _) => (key!("process.word.side"), key!("process.word.side_short")),
            (Rule::Run, true) => (key!("process.word.rising"), key!("process.word.rising_short")),
            (Rule::Run, false) => {
                (key!("process.word.falling"), key!("process.word.falling_short"))
            }
            (Rule::OuterThird, _) => (key!("process.word.third"), key!("process.word.third_short")),
        };
        let args = [("count", Arg::Count(count))];
        Label::new(self.catalogue.format(long, &args), self.catalogue.format(short, &args))
    }

    /// The area between the flattest and the steepest course, until the
    /// target is reached by both or as far as one can look.
    fn projected(&self, process: &Process, found: &Projection) -> Option<Band> {
        let target = self.indicator.aim()?;
        let last = *process.periods.last()?;
        let end = found.latest.unwrap_or(found.horizon);
        let whole = days(last, found.horizon, self)?;
        let mut edges = Vec::new();
        let mut stops = vec![last, found.earliest, end];
        stops.dedup();
        for stop in stops {
            let gone = days(last, stop, self)? / whole;
            let at = |(from, to): (f64, f64)| {
                let value = from + (to - from) * gone;
                let beyond =
                    if found.steep.1 > found.steep.0 { value > target } else { value < target };
                let reached = stop >= found.earliest;
                self.shown_limit(if beyond && reached { target } else { value })
            };
            let (steep, flat) = (at(found.steep), at(found.flat));
            edges.push((stop.last_day(self.fiscal), steep.min(flat), steep.max(flat)));
        }
        let text = self.catalogue.text(key!("process.projection"));
        Some(Band { edges, label: Label::from(text.as_ref()) })
    }

    fn label_of(&self, long: &str, short: &str, value: f64) -> Label {
        let value = self.computed(value);
        let args = [("value", Arg::Text(&value))];
        Label::new(self.catalogue.format(long, &args), self.catalogue.format(short, &args))
    }
}

/// Days from the end of one period to the end of another.
fn days(from: Period, to: Period, subject: &Subject<'_>) -> Option<f64> {
    let days = to.last_day(subject.fiscal) - from.last_day(subject.fiscal);
    i32::try_from(days.num_days()).ok().map(f64::from)
}
