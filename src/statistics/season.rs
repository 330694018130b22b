//! Does the time of year, or the day of the week, explain the spread?

use super::{as_number, f_above, mean, sum, theil_sen};

/// A pattern this unlikely by chance is taken for a season.
pub const SEASON_LEVEL: f64 = 0.01;

/// A season that explains at least this part of the spread is strong.
pub const STRONG_SEASON: f64 = 0.5;

/// What the test of a season says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Seasonality {
    /// The F value: spread between the seasons ÷ spread within them, of ranks.
    pub f: f64,
    /// Its degrees of freedom between seasons
    pub between: f64,
    /// and within them.
    pub within: f64,
    /// The probability of such an F value without a season.
    pub p: f64,
    /// The part of the spread that the season explains, corrected for the
    /// number of seasons (Kelley's ε²); 0 or less where it explains nothing.
    pub explained: f64,
}

impl Seasonality {
    /// Whether it has to be named before any signal: unlikely by chance, and
    /// half of the spread or more.
    pub fn is_strong(&self) -> bool {
        self.p < SEASON_LEVEL && self.explained >= STRONG_SEASON
    }
}

/// Tests for a season of `length` places in values in the order of time,
/// missing ones as `None`: the analysis of variance of ranks (W. J. Conover
/// and R. L. Iman, "Rank Transformations", The American Statistician 35, 1981;
/// with one-way groups it is the Kruskal–Wallis test with an F reference,
/// which holds for few values a season) after taking out the Theil–Sen line,
/// so that a trend is no season. `None` unless every season has two values,
/// and for values that lie on a line. Its cost grows with the square of the
/// number of values.
pub fn seasonality(values: &[Option<f64>], length: usize) -> Option<Seasonality> {
    let points: Vec<(f64, f64)> = values
        .iter()
        .enumerate()
        .filter_map(|(place, value)| Some((as_number(place), (*value)?)))
        .collect();
    let line = theil_sen(&points)?;
    let rest: Vec<f64> = points.iter().map(|(x, y)| y - line.at(*x)).collect();
    let seasons = values.iter().enumerate().filter(|(_, value)| value.is_some());
    let seasons: Vec<usize> = seasons.map(|(place, _)| place % length.max(1)).collect();
    let largest = points.iter().map(|(_, y)| y.abs()).fold(0.0, f64::max);
    analysis(&ranks(&rest, largest * 1e-12), &seasons, length)
}

/// One-way analysis of variance.
fn analysis(values: &[f64], groups: &[usize], count: usize) -> Option<Seasonality> {
    let members = |group: usize| -> Vec<f64> {
        let of = values.iter().zip(groups).filter(|(_, of)| **of == group);
        of.map(|(value, _)| *value).collect()
    };
    let groups: Vec<Vec<f64>> = (0..count).map(members).collect();
    if count < 2 || groups.iter().any(|group| group.len() < 2) {
        return None;
    }
    let centre = mean(values)?;
    let squares = |values: &[f64], centre: f64| {
        sum(&values.iter().map(|value| (value - centre).powi(2)).collect::<Vec<_>>())
    };
    let all = squares(values, centre);
    let inside: Vec<f64> =
        groups.iter().filter_map(|group| Some(squares(group, mean(group)?))).collect();
    let inside = sum(&inside);
    if all <= 0.0 {
        return None;
    }
    let (between, within) = (as_number(count - 1), as_number(values.len() - count));
    let noise = inside / within;
    let explained = (all - inside - between * noise) / all;
    let f = if noise > 0.0 { ((all - inside).max(0.0) / between) / noise } else { f64::INFINITY };
    Some(Seasonality { f, between, within, p: f_above(f, between, within), explained })
}

/// Ranks from 1, ties sharing the mean of theirs; values that differ by no
/// more than `noise` from their neighbour are ties.
fn ranks(values: &[f64], noise: f64) -> Vec<f64> {
    let mut order: Vec<(usize, f64)> = values.iter().copied().enumerate().collect();
    order.sort_by(|a, b| a.1.total_cmp(&b.1));
    let mut ranks = vec![0.0; values.len()];
    let mut before = 0usize;
    for tied in order.chunk_by(|a, b| b.1 - a.1 <= noise) {
        let rank = as_number(before) + f64::midpoint(as_number(tied.len()), 1.0);
        for (place, _) in tied {
            if let Some(slot) = ranks.get_mut(*place) {
                *slot = rank;
            }
        }
        before += tied.len();
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn months(years: usize, value: impl Fn(usize) -> f64) -> Vec<Option<f64>> {
        (0..years * 12).map(|place| Some(value(place))).collect()
    }

    #[test]
    fn two_years_of_one_pattern_are_a_strong_season() {
        let pattern = [3.0, 1.0, 4.0, 1.5, 5.0, 9.0, 2.0, 6.0, 5.3, 5.8, 9.7, 9.3];
        let found = seasonality(&months(2, |place| pattern[place % 12]), 12).expect("two years");
        assert!(found.is_strong(), "{found:?}");
    }

    #[test]
    fn a_trend_alone_is_no_season() {
        // A line with two alternating steps that no month repeats.
        let wave = |place: usize| as_number(place) * 3.0 + as_number(place * 7 % 5);
        let found = seasonality(&months(5, wave), 12).expect("five years");
        assert!(!found.is_strong(), "{found:?}");
        assert_eq!(seasonality(&months(3, as_number), 12), None, "a line leaves nothing");
    }

    #[test]
    fn a_season_needs_two_values_each() {
        let mut values = months(2, |place| as_number(place * place % 7));
        assert!(seasonality(&values, 12).is_some());
        values[3] = None;
        assert_eq!(seasonality(&values, 12), None);
        assert_eq!(seasonality(&[], 12), None);
        assert_eq!(seasonality(&months(2, |_| 5.0), 12), None);
    }

    proptest! {
        #[test]
        fn chance_is_seldom_taken_for_a_season(seed in proptest::collection::vec(-1e3f64..1e3, 36)) {
            let values: Vec<Option<f64>> = seed.into_iter().map(Some).collect();
            if let Some(found) = seasonality(&values, 12) {
                prop_assert!((0.0..=1.0).contains(&found.p));
                prop_assert!(found.explained <= 1.0);
            }
        }
    }
}
