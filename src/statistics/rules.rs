//! Run rules: what in a chart with limits is a signal.
//!
//! The four rules of product documents and of NHS England's "Making data
//! count": one value outside the limits; seven in a row on one side of the
//! centre; seven in a row that rise or fall; two of three in the outer third.

use super::PointLimits;

/// So many values in a row on one side, rising or falling, are a signal.
pub const RUN_LENGTH: usize = 7;

/// A rule that tells signal from noise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// One value outside the limits.
    Outside,
    /// [`RUN_LENGTH`] values in a row on one side of the centre line.
    OneSide,
    /// [`RUN_LENGTH`] values in a row, each above the one before, or each
    /// below it.
    Run,
    /// Two of three values in a row in the outer third between centre and
    /// limit, on the same side.
    OuterThird,
}

impl Rule {
    /// In the order they are named.
    pub const ALL: [Self; 4] = [Self::Outside, Self::OneSide, Self::Run, Self::OuterThird];
}

/// Something that chance alone would seldom do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signal {
    /// The rule.
    pub rule: Rule,
    /// Above the centre, or rising; else below, or falling.
    pub up: bool,
    /// The places of the values that make it, in order of time.
    pub places: Vec<usize>,
}

/// Which side of the centre a value lies on, and how far out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Side {
    /// Above, below, or on the centre line.
    up: Option<bool>,
    outer: bool,
    outside: bool,
}

fn side(value: f64, limits: &PointLimits) -> Side {
    let (off, noise, reach) = (value - limits.centre, limits.noise(value), limits.reach());
    let far = |distance: f64| off.abs() > distance + noise;
    Side { up: far(0.0).then_some(off > 0.0), outer: far(reach * 2.0 / 3.0), outside: far(reach) }
}

/// The signals in values of one stretch without restart, missing values as
/// `None`: they break every run, as does a value without limits. Each run and
/// each cluster is one signal, by rule and then by time.
pub fn signals(values: &[Option<f64>], limits: &[Option<PointLimits>]) -> Vec<Signal> {
    let sides: Vec<Option<Side>> = values
        .iter()
        .zip(limits)
        .map(|(value, limits)| Some(side((*value)?, limits.as_ref()?)))
        .collect();
    let mut found = outside(&sides);
    found.extend(one_side(&sides));
    found.extend(running(values, &sides));
    found.extend(outer_third(&sides));
    found
}

fn outside(sides: &[Option<Side>]) -> Vec<Signal> {
    let mut found = Vec::new();
    for (place, side) in sides.iter().enumerate() {
        if let Some(Side { up: Some(up), outside: true, .. }) = side {
            found.push(Signal { rule: Rule::Outside, up: *up, places: vec![place] });
        }
    }
    found
}

/// Collects runs of places that share a direction.
fn runs(rule: Rule, directions: impl Iterator<Item = Option<bool>>, least: usize) -> Vec<Signal> {
    let mut found: Vec<Signal> = Vec::new();
    let mut current: Option<Signal> = None;
    for (place, direction) in directions.enumerate() {
        match (&mut current, direction) {
            (Some(run), Some(up)) if run.up == up => run.places.push(place),
            (_, direction) => {
                found.extend(current.take());
                current = direction.map(|up| Signal { rule, up, places: vec![place] });
            }
        }
    }
    found.extend(current);
    found.retain(|run| run.places.len() >= least);
    found
}

fn one_side(sides: &[Option<Side>]) -> Vec<Signal> {
    runs(Rule::OneSide, sides.iter().map(|side| side.and_then(|side| side.up)), RUN_LENGTH)
}

/// Steps between neighbours, each standing at its later value; the value a
/// run starts from belongs to it.
fn running(values: &[Option<f64>], sides: &[Option<Side>]) -> Vec<Signal> {
    let known: Vec<Option<f64>> =
        values.iter().zip(sides).map(|(value, side)| side.and(*value)).collect();
    let steps = known.windows(2).map(|pair| match pair {
        [Some(before), Some(after)] => {
            let noise = 1e-12 * (before.abs() + after.abs());
            ((after - before).abs() > noise).then_some(after > before)
        }
        _ => None,
    });
    let mut found = runs(Rule::Run, steps, RUN_LENGTH - 1);
    for run in &mut found {
        // A step at place n leads from value n to value n + 1.
        let last = run.places.last().map(|last| last + 1);
        run.places.extend(last);
    }
    found
}

fn outer_third(sides: &[Option<Side>]) -> Vec<Signal> {
    let mut found: Vec<Signal> = Vec::new();
    for up in [true, false] {
        let far = |side: &Side| side.outer && side.up == Some(up);
        let mut current: Option<(usize, Signal)> = None;
        for (first, window) in sides.windows(3).enumerate() {
            let places = window
                .iter()
                .enumerate()
                .filter_map(|(step, side)| side.as_ref().is_some_and(far).then_some(first + step));
            let places: Vec<usize> = places.collect();
            if places.len() < 2 || window.iter().any(Option::is_none) {
                continue;
            }
            // Windows that share a value tell of the same cluster.
            match &mut current {
                Some((last, signal)) if *last >= first => {
                    *last = first + 2;
                    let known = signal.places.last().copied();
                    signal.places.extend(places.into_iter().filter(|place| Some(*place) > known));
                }
                _ => {
                    found.extend(current.take().map(|(_, signal)| signal));
                    let signal = Signal { rule: Rule::OuterThird, up, places };
                    current = Some((first + 2, signal));
                }
            }
        }
        found.extend(current.map(|(_, signal)| signal));
    }
    found.sort_by(|a, b| a.places.cmp(&b.places));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn around(values: &[Option<f64>], centre: f64, reach: f64) -> Vec<Signal> {
        let limits = vec![Some(PointLimits::around(centre, reach)); values.len()];
        signals(values, &limits)
    }

    fn full(values: &[f64]) -> Vec<Option<f64>> {
        values.iter().copied().map(Some).collect()
    }

    fn signal(rule: Rule, up: bool, places: impl IntoIterator<Item = usize>) -> Signal {
        Signal { rule, up, places: places.into_iter().collect() }
    }

    #[test]
    fn one_value_outside_is_a_signal_and_one_on_the_limit_is_none() {
        let found = around(&full(&[0.0, 3.0, -3.0, 3.1, 0.5, -3.2]), 0.0, 3.0);
        let outside: Vec<_> = found.into_iter().filter(|s| s.rule == Rule::Outside).collect();
        assert_eq!(outside, [signal(Rule::Outside, true, [3]), signal(Rule::Outside, false, [5])]);
    }

    #[test]
    fn seven_on_one_side_are_a_signal_and_the_centre_line_breaks_the_run() {
        let six = full(&[0.5, 0.3, 0.6, 0.2, 0.5, 0.4]);
        assert_eq!(around(&six, 0.0, 3.0), []);
        let seven = full(&[0.5, 0.3, 0.6, 0.2, 0.5, 0.4, 0.1]);
        assert_eq!(around(&seven, 0.0, 3.0), [signal(Rule::OneSide, true, 0..7)]);
        let broken = full(&[0.5, 0.3, 0.6, 0.0, 0.5, 0.4, 0.1]);
        assert_eq!(around(&broken, 0.0, 3.0), []);
    }

    #[test]
    fn seven_that_rise_or_fall_are_a_signal_and_equal_neighbours_break_it() {
        let rising = full(&[-1.2, -0.8, -0.4, 0.1, 0.3, 0.5, 0.9]);
        assert_eq!(around(&rising, 0.0, 3.0), [signal(Rule::Run, true, 0..7)]);
        let falling = full(&[2.0, 0.9, 0.5, 0.3, 0.1, -0.4, -0.8, -1.2]);
        assert_eq!(around(&falling, 0.0, 3.5), [signal(Rule::Run, false, 0..8)]);
        let equal = full(&[-1.2, -0.8, -0.4, -0.4, 0.3, 0.5, 0.9]);
        assert_eq!(around(&equal, 0.0, 3.0), []);
    }

    #[test]
    fn two_of_three_in_the_outer_third_are_one_signal_a_cluster() {
        let found = around(&full(&[0.0, 2.5, 0.1, 2.6, 2.2, 0.0]), 0.0, 3.0);
        assert_eq!(found, [signal(Rule::OuterThird, true, [1, 3, 4])]);
        // On different sides of the centre line they are none.
        assert_eq!(around(&full(&[0.0, 2.5, -2.5, 0.0]), 0.0, 3.0), []);
    }

    #[test]
    fn a_missing_value_breaks_every_run() {
        let mut seven = full(&[0.5, 0.3, 0.6, 0.2, 0.5, 0.4, 0.1]);
        seven.insert(3, None);
        assert_eq!(around(&seven, 0.0, 3.0), []);
        let mut rising = full(&[-1.2, -0.8, -0.4, 0.1, 0.3, 0.5, 0.9]);
        rising.insert(5, None);
        assert_eq!(around(&rising, 0.0, 3.0), []);
        let cluster = [Some(2.5), None, Some(2.5), Some(0.0)];
        assert_eq!(around(&cluster, 0.0, 3.0), []);
    }

    #[test]
    fn values_that_never_move_are_no_signal() {
        // The mean of ten tenths is a tenth only up to its last digit.
        let centre = 0.1 + f64::EPSILON / 16.0;
        assert_eq!(around(&full(&[0.1; 20]), centre, 0.0), []);
    }

    fn any_values() -> impl Strategy<Value = Vec<Option<f64>>> {
        let value = proptest::option::weighted(0.9, -4i32..=4);
        proptest::collection::vec(value, 0..40)
            .prop_map(|values| values.into_iter().map(|v| v.map(f64::from)).collect())
    }

    proptest! {
        #[test]
        fn mirrored_values_give_mirrored_signals(values in any_values()) {
            let mirrored: Vec<Option<f64>> = values.iter().map(|v| v.map(|v| -v)).collect();
            let mut turned = around(&mirrored, 0.0, 3.0);
            for signal in &mut turned {
                signal.up = !signal.up;
            }
            let key = |signal: &Signal| (signal.rule, signal.places.clone(), signal.up);
            let mut found = around(&values, 0.0, 3.0);
            found.sort_by_key(key);
            turned.sort_by_key(key);
            prop_assert_eq!(found, turned);
        }

        #[test]
        fn every_signal_keeps_its_rule(values in any_values()) {
            for signal in around(&values, 0.0, 3.0) {
                let of = |place: &usize| values[*place].expect("signals stand on values");
                let up = |value: f64| (value > 0.0) == signal.up && value.abs() > 0.0;
                let places = &signal.places;
                match signal.rule {
                    Rule::Outside => prop_assert!(places.len() == 1 && of(&places[0]).abs() > 3.0),
                    Rule::OneSide => prop_assert!(places.len() >= 7 && places.iter().all(|p| up(of(p)))),
                    Rule::Run => prop_assert!(places.len() >= 7 && places.windows(2)
                        .all(|p| p[1] == p[0] + 1 && (of(&p[1]) > of(&p[0])) == signal.up)),
                    Rule::OuterThird => prop_assert!(places.len() >= 2
                        && places.iter().all(|p| up(of(p)) && of(p).abs() > 2.0)),
                }
            }
        }

        #[test]
        fn seven_on_one_side_never_go_unseen(values in any_values()) {
            let seen = around(&values, 0.0, 3.0);
            for (first, window) in values.windows(7).enumerate() {
                if window.iter().all(|value| value.is_some_and(|value| value > 0.0)) {
                    prop_assert!(seen.iter().any(|s| s.rule == Rule::OneSide && s.places.contains(&first)));
                }
            }
        }
    }
}
