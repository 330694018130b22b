//! Values before and after a change.

use super::{as_number, median, normal_two_sided};

/// Two groups of values compared without any assumption about their shape.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    /// The median of the earlier values.
    pub before: f64,
    /// The median of the later values.
    pub after: f64,
    /// How much higher the later values lie: the median of the differences of
    /// all pairs (Hodges and Lehmann 1963).
    pub shift: f64,
    /// Mann and Whitney's U of the later values.
    pub u: f64,
    /// The probability of groups so far apart, in either direction, when
    /// nothing has changed: normal approximation, corrected for ties and
    /// continuity.
    pub p: f64,
}

/// Compares values from before a change with those after it (H. B. Mann and
/// D. R. Whitney 1947). `None` when a group is empty. When all values are
/// equal p is 1. Its cost grows with the product of both numbers.
#[expect(clippy::many_single_char_names, reason = "the letters of the source")]
pub fn compare(before: &[f64], after: &[f64]) -> Option<Comparison> {
    let mut differences = Vec::with_capacity(before.len() * after.len());
    for later in after {
        differences.extend(before.iter().map(|earlier| later - earlier));
    }
    let wins = differences.iter().map(|difference| match difference.total_cmp(&0.0) {
        std::cmp::Ordering::Greater => 1.0,
        _ if difference.abs() <= 0.0 => 0.5,
        _ => 0.0,
    });
    let u: f64 = wins.sum();
    let (n, m) = (as_number(before.len()), as_number(after.len()));
    let all = n + m;
    let mut both: Vec<f64> = before.iter().chain(after).copied().collect();
    both.sort_unstable_by(f64::total_cmp);
    let ties: f64 = both
        .chunk_by(|a, b| a.total_cmp(b).is_eq())
        .map(|group| as_number(group.len()))
        .map(|t| t * t * t - t)
        .sum();
    let variance = n * m / 12.0 * (all + 1.0 - ties / (all * (all - 1.0)));
    let z = ((u - n * m / 2.0).abs() - 0.5).max(0.0) / variance.sqrt();
    let p = if variance > 0.0 { normal_two_sided(z) } else { 1.0 };
    Some(Comparison {
        before: median(before)?,
        after: median(after)?,
        shift: median(&differences)?,
        u,
        p,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn equal_values_show_no_change() {
        let found = compare(&[5.0; 6], &[5.0; 7]).expect("two groups");
        assert_eq!(
            (found.shift.to_bits(), found.p.to_bits()),
            (0.0f64.to_bits(), 1.0f64.to_bits())
        );
        assert_eq!(compare(&[], &[1.0]), None);
        assert_eq!(compare(&[1.0], &[]), None);
    }

    proptest! {
        #[test]
        fn the_groups_can_change_places(
            before in proptest::collection::vec(-50i32..50, 1..20),
            after in proptest::collection::vec(-50i32..50, 1..20),
        ) {
            let floats = |values: &[i32]| values.iter().map(|v| f64::from(*v)).collect::<Vec<_>>();
            let (before, after) = (floats(&before), floats(&after));
            let one = compare(&before, &after).expect("two groups");
            let other = compare(&after, &before).expect("two groups");
            prop_assert!((one.p - other.p).abs() < 1e-12);
            prop_assert!((one.shift + other.shift).abs() < 1e-9);
            prop_assert!((one.u + other.u - as_number(before.len() * after.len())).abs() < 1e-9);
        }
    }
}
