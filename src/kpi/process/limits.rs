//! Process limits by stretch, and the signals in them.

use super::Places;
use crate::base::FiscalStart;
use crate::kpi::indicator::Indicator;
use crate::statistics::{
    Counts, Dispersion, FULL_POINTS, LimitsError, PointLimits, Screening, Signal, dispersion,
    process_limits, share_limits, signals,
};

/// The chart that limits come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartKind {
    /// `XmR`, because the values are no shares.
    Individuals,
    /// `XmR`, because so many shares came without counts.
    UncountedShares(usize),
    /// p-chart: limits of each share by its own whole.
    Shares,
    /// Laney's p′: shares scatter more widely than their counts explain.
    WideShares,
}

/// Values that share a centre line.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// The first place.
    pub first: usize,
    /// The last place.
    pub last: usize,
    /// The change mark it begins with, by its place in the indicator's list;
    /// `None` for the first stretch.
    pub mark: Option<usize>,
    /// Its limits, or why there are none.
    pub limits: Result<SegmentLimits, LimitsError>,
}

impl Segment {
    /// Its places.
    pub fn places(&self) -> std::ops::RangeInclusive<usize> {
        self.first..=self.last
    }
}

/// The limits of one stretch, in the unit of the values.
#[derive(Debug, Clone, PartialEq)]
pub struct SegmentLimits {
    /// The centre line.
    pub centre: f64,
    /// Limits by place, the first of the stretch first; `None` where a share
    /// is missing.
    pub points: Vec<Option<PointLimits>>,
    /// How many values they rest on.
    pub count: usize,
    /// The mean moving range of `XmR`.
    pub mean_range: Option<f64>,
    /// The factor of p′.
    pub sigma_z: Option<f64>,
    /// Places whose moving range was screened out.
    pub screened: Vec<usize>,
    /// Whether some share had fewer than five expected cases of the rarer
    /// kind, so that its limits are rough.
    pub rough: bool,
}

impl SegmentLimits {
    /// Whether they rest on too few values to be more than trial limits.
    pub fn is_trial(&self) -> bool {
        self.count < FULL_POINTS
    }
}

/// Chart, test of dispersion and limits.
pub(super) fn of(
    indicator: &Indicator,
    places: &Places,
    fiscal: FiscalStart,
) -> (ChartKind, Option<Dispersion>, Vec<Segment>) {
    let cuts = cuts(indicator, places, fiscal);
    let stretches: Vec<(usize, usize, Option<usize>)> = cuts
        .iter()
        .enumerate()
        .map(|(index, (first, mark))| {
            let next = cuts.get(index + 1).map_or(places.values.len(), |(next, _)| *next);
            (*first, next.saturating_sub(1), *mark)
        })
        .collect();
    let (kind, dispersion) = kind(indicator, places, &stretches);
    let screening = if indicator.screening { Screening::On } else { Screening::Off };
    let segments = stretches.into_iter().map(|(first, last, mark)| {
        let limits = match kind {
            ChartKind::Individuals | ChartKind::UncountedShares(_) => {
                individual(places.values.get(first..=last).unwrap_or_default(), screening, first)
            }
            ChartKind::Shares | ChartKind::WideShares => {
                let counts = places.counts.get(first..=last).unwrap_or_default();
                shared(counts, kind == ChartKind::WideShares)
            }
        };
        Segment { first, last, mark, limits }
    });
    (kind, dispersion, segments.collect())
}

/// First places of stretches: the first of all, and those since each change
/// that restarts the limits.
fn cuts(
    indicator: &Indicator,
    places: &Places,
    fiscal: FiscalStart,
) -> Vec<(usize, Option<usize>)> {
    if places.values.is_empty() {
        return Vec::new();
    }
    let marks = indicator.changes.iter().enumerate().filter(|(_, mark)| mark.restarts());
    let mut cuts: Vec<(usize, Option<usize>)> = marks
        .filter_map(|(index, mark)| Some((places.since(mark, fiscal)?, Some(index))))
        .collect();
    cuts.sort_unstable();
    // Of two changes within one period the later one stands.
    cuts.reverse();
    cuts.dedup_by_key(|cut| cut.0);
    cuts.reverse();
    if cuts.first().is_none_or(|(first, _)| *first > 0) {
        cuts.insert(0, (0, None));
    }
    cuts
}

fn kind(
    indicator: &Indicator,
    places: &Places,
    stretches: &[(usize, usize, Option<usize>)],
) -> (ChartKind, Option<Dispersion>) {
    if !indicator.measure.is_share() {
        return (ChartKind::Individuals, None);
    }
    let known = places.values.iter().flatten().count();
    let counted = places.counts.iter().flatten().count();
    if counted < known {
        return (ChartKind::UncountedShares(known - counted), None);
    }
    let tests = stretches.iter().filter_map(|(first, last, _)| {
        dispersion(places.counts.get(*first..=*last).unwrap_or_default())
    });
    let found = tests.reduce(|one, other| one.with(&other));
    let wide = found.is_some_and(|found| found.is_over());
    (if wide { ChartKind::WideShares } else { ChartKind::Shares }, found)
}

fn individual(
    values: &[Option<f64>],
    screening: Screening,
    first: usize,
) -> Result<SegmentLimits, LimitsError> {
    let found = process_limits(values, screening)?;
    Ok(SegmentLimits {
        centre: found.centre,
        points: vec![Some(found.of_points()); values.len()],
        count: found.points,
        mean_range: Some(found.mean_range),
        sigma_z: None,
        screened: found.screened.iter().map(|place| first + place).collect(),
        rough: false,
    })
}

fn shared(counts: &[Option<Counts>], wide: bool) -> Result<SegmentLimits, LimitsError> {
    let found = share_limits(counts, wide)?;
    Ok(SegmentLimits {
        centre: 100.0 * found.centre,
        points: found.points.iter().map(|one| one.map(|one| one.scaled(100.0))).collect(),
        count: found.count,
        mean_range: None,
        sigma_z: wide.then_some(found.sigma_z),
        screened: Vec::new(),
        rough: found.least_expected < 5.0,
    })
}

/// The signals of every stretch that has limits.
pub(super) fn signals_in(values: &[Option<f64>], segments: &[Segment]) -> Vec<Signal> {
    let mut found = Vec::new();
    for segment in segments {
        let Ok(limits) = &segment.limits else { continue };
        let values = values.get(segment.places()).unwrap_or_default();
        found.extend(signals(values, &limits.points).into_iter().map(|mut signal| {
            for place in &mut signal.places {
                *place += segment.first;
            }
            signal
        }));
    }
    found
}
