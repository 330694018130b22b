//! Whether two that compete have moved together so far.

use crate::base::Id;
use crate::chart::indicator::computed;
use crate::i18n::{Arg, Catalogue};
use crate::key;
use crate::kpi::{Direction, paired};
use crate::statistics::{CorrelationError, MIN_PAIRS, Movement, rank_correlation, ranks};
use crate::workspace::Project;
use chrono::NaiveDate;

/// What the data say about two indicators, with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Together {
    /// The finding, as sentences.
    pub says: String,
    /// How it is worked out; empty where there is nothing to work out.
    pub rule: String,
    /// One line a period both have a value for: period, values, ranks.
    pub rows: Vec<[String; 5]>,
}

/// Whether two indicators moved together in the periods both have a value
/// for, up to `today`. `None` unless both are indicators with values.
pub fn together(
    catalogue: &Catalogue,
    project: &Project,
    (one, other): (Id, Id),
    today: NaiveDate,
) -> Option<Together> {
    let (first, second) = (project.indicators.get(one)?, project.indicators.get(other)?);
    let (left, right) = (project.series(one), project.series(other));
    if left.is_empty() || right.is_empty() {
        return None;
    }
    let fiscal = project.head.fiscal;
    let pairs = paired(left, right, today, fiscal);
    let numbers: Vec<(f64, f64)> = pairs.iter().map(|(_, a, b)| (*a, *b)).collect();
    let count = |count: usize| Arg::Count(u64::try_from(count).unwrap_or(u64::MAX));
    let found = match rank_correlation(&numbers) {
        Ok(found) => found,
        Err(CorrelationError::TooFew { pairs }) => {
            let args = [("count", count(pairs)), ("least", count(MIN_PAIRS))];
            let says = catalogue.format(key!("goal_map.too_few"), &args);
            return Some(Together { says, rule: String::new(), rows: Vec::new() });
        }
        Err(CorrelationError::Constant) => {
            let says = catalogue.text(key!("goal_map.constant")).into_owned();
            return Some(Together { says, rule: String::new(), rows: Vec::new() });
        }
    };
    let movement = found.movement();
    let key = match movement {
        Movement::Together => key!("goal_map.moves_together"),
        Movement::Apart => key!("goal_map.moves_apart"),
        Movement::Unclear => key!("goal_map.moves_unclear"),
    };
    let args = [("rho", Arg::Rounded(found.rho, 2)), ("count", count(found.pairs))];
    let mut says = catalogue.format(key, &args);
    if let Some(costly) = at_a_cost((first.direction, second.direction), movement) {
        let key = if costly { key!("goal_map.at_a_cost") } else { key!("goal_map.both_better") };
        let args = [("first", Arg::Text(&says)), ("second", Arg::Text(&catalogue.text(key)))];
        says = catalogue.format(key!("chart.two_sentences"), &args);
    }
    let (lefts, rights): (Vec<f64>, Vec<f64>) = numbers.into_iter().unzip();
    let ranked = ranks(&lefts).into_iter().zip(ranks(&rights));
    let rank =
        |value: f64| catalogue.format(key!("overview.bare"), &[("value", Arg::Number(value))]);
    let row =
        |((period, a, b), (rank_a, rank_b)): (&(crate::base::Period, f64, f64), (f64, f64))| {
            [
                catalogue.format(key!("chart.period"), &[("period", Arg::Period(*period, fiscal))]),
                computed(catalogue, first, *a),
                computed(catalogue, second, *b),
                rank(rank_a),
                rank(rank_b),
            ]
        };
    let rows = pairs.iter().zip(ranked).map(row).collect();
    let rule = catalogue.format(key!("goal_map.rule"), &args);
    Some(Together { says, rule, rows })
}

/// Whether better of the one went with worse of the other; `None` where
/// nothing is clear, or a direction is not plain.
fn at_a_cost(
    directions: (Option<Direction>, Option<Direction>),
    movement: Movement,
) -> Option<bool> {
    let up = |direction: Option<Direction>| match direction? {
        Direction::Up => Some(true),
        Direction::Down => Some(false),
        Direction::Within => None,
    };
    let same = up(directions.0)? == up(directions.1)?;
    match movement {
        Movement::Together => Some(!same),
        Movement::Apart => Some(same),
        Movement::Unclear => None,
    }
}
