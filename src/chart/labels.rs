//! Direct labels that do not run into each other, nor into the lines.

use super::canvas::Px;
use super::text::{LINE_HEIGHT, text_width};

/// Least distance of two labels in one column, in pixels.
const PITCH: f64 = 14.0;

/// Spreads labels wanted at `wanted` (rising) so that they keep a line's
/// distance and stay within `top..=bottom`, each as near to its place as the
/// others let it. There must be room: (count − 1) × 14 px.
pub(super) fn spread(wanted: &[f64], top: f64, bottom: f64) -> Vec<f64> {
    // Seen from stairs one pitch high the labels only need to keep their
    // order: pool neighbours that do not (isotonic regression).
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for (index, want) in wanted.iter().enumerate() {
        let mut pool = (want - PITCH * count(index), 1_usize);
        while let Some(&(mean, size)) = pools.last() {
            if mean <= pool.0 {
                break;
            }
            pools.pop();
            let both = size + pool.1;
            pool = ((mean * count(size) + pool.0 * count(pool.1)) / count(both), both);
        }
        pools.push(pool);
    }
    let highest = bottom - PITCH * count(wanted.len().saturating_sub(1));
    let means = pools.iter().flat_map(|&(mean, size)| std::iter::repeat_n(mean, size));
    means
        .enumerate()
        .map(|(index, mean)| mean.min(highest).max(top) + PITCH * count(index))
        .collect()
}

/// How many labels fit between `top` and `bottom`.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub(super) fn capacity(top: f64, bottom: f64) -> usize {
    ((bottom - top) / PITCH).floor().max(0.0) as usize + 1
}

#[allow(clippy::cast_precision_loss)]
fn count(number: usize) -> f64 {
    number as f64
}

/// A rectangle in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rect {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Rect {
    /// The box of a line of text whose left end at mid height is `at`.
    pub fn of_text(text: &str, at: Px) -> Self {
        let half = LINE_HEIGHT / 2.0;
        Self { left: at.0, top: at.1 - half, right: at.0 + text_width(text), bottom: at.1 + half }
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn within(&self, outer: &Self) -> bool {
        self.left >= outer.left
            && self.right <= outer.right
            && self.top >= outer.top
            && self.bottom <= outer.bottom
    }

    /// Whether the stretch from `a` to `b` crosses the rectangle.
    fn crossed_by(&self, a: Px, b: Px) -> bool {
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        let sides =
            [(a.0, b.0 - a.0, self.left, self.right), (a.1, b.1 - a.1, self.top, self.bottom)];
        for (start, run, low, high) in sides {
            if run == 0.0 {
                if start < low || start > high {
                    return false;
                }
                continue;
            }
            let (one, two) = ((low - start) / run, (high - start) / run);
            enter = enter.max(one.min(two));
            leave = leave.min(one.max(two));
        }
        enter <= leave
    }
}

/// How many stretches of a line cross the rectangle.
fn crossings(rect: &Rect, line: &[Px]) -> usize {
    if let [only] = line {
        return usize::from(rect.crossed_by(*only, *only));
    }
    let ends = line.iter().zip(line.iter().skip(1));
    ends.filter(|(a, b)| rect.crossed_by(**a, **b)).count()
}

/// What labels should keep clear of.
#[derive(Debug, Default)]
pub(super) struct Obstacles {
    /// Lines, with the cost of covering one stretch of them.
    lines: Vec<(f64, Vec<Px>)>,
    texts: Vec<Rect>,
}

impl Obstacles {
    pub fn add_line(&mut self, cost: f64, line: Vec<Px>) {
        self.lines.push((cost, line));
    }

    pub fn add_text(&mut self, rect: Rect) {
        self.texts.push(rect);
    }

    /// The cost of putting a text here; `None` over another text.
    fn cost(&self, rect: &Rect) -> Option<f64> {
        if self.texts.iter().any(|text| text.overlaps(rect)) {
            return None;
        }
        let costs = self.lines.iter().map(|(cost, line)| cost * count(crossings(rect, line)));
        Some(costs.sum())
    }

    /// The best wording and place for a label near one of `anchors`, given as
    /// the left end at mid height; `None` when every place lies outside
    /// `bounds` or over another text. A shorter wording is taken only where
    /// the one before it would cover more; earlier anchors and sides win a tie.
    pub fn place<'t>(
        &self,
        wordings: &[&'t str],
        anchors: &[Px],
        bounds: &Rect,
    ) -> Option<(&'t str, Px)> {
        let mut best: Option<(f64, &str, Px)> = None;
        for (brevity, text) in wordings.iter().enumerate() {
            for &anchor in anchors {
                for (order, at) in sides(anchor, text_width(text)).into_iter().enumerate() {
                    let rect = Rect::of_text(text, at);
                    if !rect.within(bounds) {
                        continue;
                    }
                    let Some(cost) = self.cost(&rect) else { continue };
                    let cost = cost + count(order) * 0.05 + count(brevity) * 1.5;
                    if best.is_none_or(|(least, _, _)| cost < least) {
                        best = Some((cost, text, at));
                    }
                }
            }
        }
        best.map(|(_, text, at)| (text, at))
    }
}

/// Places around an anchor for a text of this width, the best first.
fn sides((x, y): Px, width: f64) -> [Px; 14] {
    [
        (x + 9.0, y),
        (x - width / 2.0, y - 15.0),
        (x - width / 2.0, y + 16.0),
        (x + 5.0, y - 14.0),
        (x + 5.0, y + 14.0),
        (x - width - 5.0, y - 14.0),
        (x - width - 5.0, y + 14.0),
        (x - width - 9.0, y),
        (x - 4.0, y - 26.0),
        (x - 4.0, y + 27.0),
        (x - width + 4.0, y - 26.0),
        (x - width + 4.0, y + 27.0),
        (x - 4.0, y + 40.0),
        (x - 4.0, y - 40.0),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn labels_wanted_at_one_place_spread_evenly_around_it() {
        assert_eq!(spread(&[50.0, 50.0, 50.0], 0.0, 200.0), [36.0, 50.0, 64.0]);
        assert_eq!(spread(&[10.0, 100.0], 0.0, 200.0), [10.0, 100.0]);
        assert_eq!(spread(&[199.0, 200.0], 0.0, 200.0), [186.0, 200.0]);
    }

    #[test]
    fn a_label_moves_off_the_line_it_would_lie_on() {
        let mut obstacles = Obstacles::default();
        obstacles.add_line(1.0, vec![(50.0, 50.0), (200.0, 50.0)]);
        let bounds = Rect { left: 0.0, top: 0.0, right: 200.0, bottom: 100.0 };
        let placed = obstacles.place(&["abc"], &[(50.0, 50.0)], &bounds);
        assert!(placed.is_some_and(|(_, (_, y))| (y - 50.0).abs() > 7.0), "{placed:?}");
    }

    #[test]
    fn a_label_is_shortened_rather_than_laid_over_a_line() {
        let mut obstacles = Obstacles::default();
        obstacles.add_line(10.0, vec![(90.0, 0.0), (90.0, 100.0)]);
        let bounds = Rect { left: 45.0, top: 0.0, right: 200.0, bottom: 100.0 };
        let wordings = ["a long label", "ab"];
        let placed = obstacles.place(&wordings, &[(50.0, 50.0)], &bounds);
        assert_eq!(placed.map(|(text, _)| text), Some("ab"));
        let free = Obstacles::default().place(&wordings, &[(50.0, 50.0)], &bounds);
        assert_eq!(free.map(|(text, _)| text), Some("a long label"));
    }

    proptest! {
        #[test]
        fn spread_labels_keep_apart_and_stay_inside(
            mut wanted in prop::collection::vec(-50.0f64..350.0, 1..12),
        ) {
            wanted.sort_by(f64::total_cmp);
            let placed = spread(&wanted, 0.0, 300.0);
            prop_assert_eq!(placed.len(), wanted.len());
            for pair in placed.windows(2) {
                prop_assert!(pair[1] - pair[0] >= PITCH - 1e-9);
            }
            prop_assert!(placed.iter().all(|y| (-1e-9..=300.0 + 1e-9).contains(y)));
        }
    }
}
