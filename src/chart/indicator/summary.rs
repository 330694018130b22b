//! The sentences below the finding. Only facts one can check in the table:
//! no word like "improving", which a few points cannot carry.

use super::{Subject, counts_of, interval_of, measured};
use crate::i18n::Arg;
use crate::key;
use crate::kpi::{Attainment, Direction, Level, Measurement, reached};
use std::cmp::Ordering;

/// Fewer values than this do not tell a change from chance.
const FEW: usize = 5;
/// "The best value since" needs at least so many values in between.
const RUN: usize = 3;

impl Subject<'_> {
    /// Latest value with its counts, a simple comparison, the way to the
    /// target, and what is missing.
    pub(super) fn summary(&self) -> String {
        if self.series.is_empty() {
            return self.catalogue.text(key!("chart.no_values_yet")).into_owned();
        }
        let sentences = [
            self.latest(),
            self.record_since(),
            self.way(),
            self.band_to_come(),
            self.accepted(),
            self.levels(),
            self.running(),
            self.stale(),
            self.open_periods(),
            self.too_few(),
        ];
        let joined = sentences.into_iter().flatten().reduce(|before, next| {
            let args = [("first", Arg::Text(&before)), ("second", Arg::Text(&next))];
            self.catalogue.format(key!("chart.two_sentences"), &args)
        });
        joined.unwrap_or_default()
    }

    /// The counts and the interval of the value the finding names.
    fn latest(&self) -> Option<String> {
        let found = self.assessed()?;
        let counts = counts_of(self.catalogue, &found.actual);
        let when = Arg::Period(found.period, self.fiscal);
        match (counts, interval_of(&found.actual)) {
            (Some(counts), Some(interval)) => {
                let (low, high) = (self.computed(interval.low), self.computed(interval.high));
                let args = [
                    ("when", when),
                    ("counts", Arg::Text(&counts)),
                    ("low", Arg::Text(&low)),
                    ("high", Arg::Text(&high)),
                ];
                Some(self.catalogue.format(key!("chart.latest_interval"), &args))
            }
            (Some(counts), None) => {
                let args = [("when", when), ("counts", Arg::Text(&counts))];
                Some(self.catalogue.format(key!("chart.latest_counts"), &args))
            }
            (None, _) if self.indicator.measure.is_share() => {
                Some(self.catalogue.format(key!("chart.no_count"), &[("when", when)]))
            }
            (None, _) => None,
        }
    }

    /// Whether the latest value beats, or falls behind, all those before it
    /// back to some period.
    fn record_since(&self) -> Option<String> {
        let direction = match self.indicator.direction? {
            Direction::Within => return None,
            other => other,
        };
        let mut values = self.ended().rev();
        let (_, latest) = values.next()?;
        let earlier: Vec<(&Measurement, f64)> = values.collect();
        let better_than = |other: f64| match direction {
            Direction::Down => other.total_cmp(&latest),
            Direction::Up | Direction::Within => latest.total_cmp(&other),
        };
        for (order, all, since) in [
            (Ordering::Greater, key!("chart.best_ever"), key!("chart.best_since")),
            (Ordering::Less, key!("chart.worst_ever"), key!("chart.worst_since")),
        ] {
            let run = earlier.iter().take_while(|(_, value)| better_than(*value) == order).count();
            if run < RUN {
                continue;
            }
            return Some(match earlier.get(run) {
                None => self.catalogue.text(all).into_owned(),
                Some((broken_by, _)) => {
                    let args = [("when", Arg::Period(broken_by.period, self.fiscal))];
                    self.catalogue.format(since, &args)
                }
            });
        }
        None
    }

    /// Target, due date and how much of the way is done.
    fn way(&self) -> Option<String> {
        let assessed = self.judgement.assessed?;
        let due = self.indicator.target.due;
        let when = due.map_or(Arg::Text("—"), Arg::Date);
        let target = self.indicator.aim().map(|value| self.amount(value)).unwrap_or_default();
        let start = self.baseline_value().map(|value| self.amount(value)).unwrap_or_default();
        let (low, high) = assessed.band.or(self.indicator.band()).unwrap_or_default();
        let (low, high) = (self.amount(low), self.amount(high));
        let (key, distance, share) = match assessed.attainment {
            Attainment::Ratio(ratio) if ratio < 0.0 => (key!("chart.way_back"), 0.0, 0.0),
            Attainment::Ratio(ratio) => (key!("chart.way_done"), 0.0, 100.0 * ratio),
            Attainment::NoBaseline => (key!("chart.way_no_baseline"), 0.0, 0.0),
            Attainment::TargetIsBaseline => (key!("chart.way_none"), 0.0, 0.0),
            Attainment::OutsideBand(distance) if distance > 0.0 => {
                (key!("chart.outside_by"), distance, 0.0)
            }
            Attainment::OutsideBand(_) => (key!("chart.inside_band"), 0.0, 0.0),
            Attainment::NoTarget => return None,
        };
        let distance = self.computed(distance);
        let args = [
            ("target", Arg::Text(&target)),
            ("due", when),
            ("start", Arg::Text(&start)),
            ("done", Arg::PercentRounded(share, 0)),
            ("low", Arg::Text(&low)),
            ("high", Arg::Text(&high)),
            ("distance", Arg::Text(&distance)),
        ];
        Some(self.catalogue.format(key, &args))
    }

    /// The band of the target, where another one still holds.
    fn band_to_come(&self) -> Option<String> {
        let now = self.judgement.assessed?.band?;
        let own = self.indicator.band().filter(|own| *own != now)?;
        let (low, high) = (self.amount(own.0), self.amount(own.1));
        let args = [
            ("low", Arg::Text(&low)),
            ("high", Arg::Text(&high)),
            ("due", Arg::Date(self.indicator.target.due?)),
        ];
        Some(self.catalogue.format(key!("chart.band_to_come"), &args))
    }

    /// What the status would be without the deviation somebody accepted, and why
    /// it was.
    fn accepted(&self) -> Option<String> {
        self.judgement.excused?;
        let deviation = self.indicator.deviation.as_ref()?;
        let args = [
            ("why", Arg::Text(deviation.why.trim())),
            ("until", deviation.until.map_or(Arg::Text("—"), Arg::Date)),
        ];
        Some(self.catalogue.format(key!("chart.accepted"), &args))
    }

    /// Whether the least that was promised and what would be better still are
    /// reached.
    fn levels(&self) -> Option<String> {
        let assessed = self.judgement.assessed?;
        let level = reached(self.indicator, assessed.actual);
        let target = &self.indicator.target;
        let said = |value: f64, is_reached: bool, yes, no| {
            let value = self.amount(value);
            self.catalogue
                .format(if is_reached { yes } else { no }, &[("value", Arg::Text(&value))])
        };
        let commit = target.commit.map(|value| {
            said(value, level.is_some(), key!("chart.commit_kept"), key!("chart.commit_open"))
        });
        let stretch = target.stretch.map(|value| {
            let there = level == Some(Level::Stretch);
            said(value, there, key!("chart.stretch_reached"), key!("chart.stretch_open"))
        });
        [commit, stretch].into_iter().flatten().reduce(|before, next| {
            let args = [("first", Arg::Text(&before)), ("second", Arg::Text(&next))];
            self.catalogue.format(key!("chart.two_sentences"), &args)
        })
    }

    /// The value of a period that has not ended: shown, never judged.
    fn running(&self) -> Option<String> {
        let (_, found) = self.series.last_key_value()?;
        if found.period <= self.judgement.last_ended {
            return None;
        }
        let value = measured(self.catalogue, self.indicator, &found.actual)?;
        let args =
            [("value", Arg::Text(&value)), ("when", Arg::PeriodIn(found.period, self.fiscal))];
        let key = if self.lies_ahead(found.period) {
            key!("chart.future_value")
        } else {
            key!("chart.running_value")
        };
        Some(self.catalogue.format(key, &args))
    }

    fn stale(&self) -> Option<String> {
        let assessed = self.judgement.assessed.filter(|_| self.judgement.stale)?;
        let args = [
            ("missing", Arg::Period(self.judgement.last_ended, self.fiscal)),
            ("when", Arg::PeriodIn(assessed.period, self.fiscal)),
        ];
        Some(self.catalogue.format(key!("chart.stale"), &args))
    }

    /// How many periods between the first and the last have no value.
    fn open_periods(&self) -> Option<String> {
        let (first, last) = (self.series.first_key_value()?.0, self.series.last_key_value()?.0);
        let filled = self.series.values().filter(|found| found.actual.number().is_some()).count();
        let mut period = *first;
        let mut all = 1_usize;
        // A series is at most the 84,000 days of the calendar long.
        while period < *last && all < 100_000 {
            period = period.next(self.fiscal);
            all += 1;
        }
        let open = u64::try_from(all.saturating_sub(filled)).unwrap_or_default();
        (open > 0).then(|| {
            self.catalogue.format(key!("chart.open_periods"), &[("count", Arg::Count(open))])
        })
    }

    fn too_few(&self) -> Option<String> {
        let count = self.ended().count();
        (1..FEW).contains(&count).then(|| {
            let count = Arg::Count(u64::try_from(count).unwrap_or_default());
            self.catalogue.format(key!("chart.too_few"), &[("count", count)])
        })
    }
}
