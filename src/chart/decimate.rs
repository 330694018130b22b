//! Fewer points, same picture: of all points in one pixel column only the
//! first, the lowest, the highest and the last can be seen.

/// One point to draw.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Kept {
    /// Place of the point in the input.
    pub index: usize,
    /// Horizontal place.
    pub x: f64,
    /// Value.
    pub y: f64,
    /// Whether a value is missing between this point and the one before.
    pub after_gap: bool,
}

/// The points of one column seen so far.
#[derive(Clone, Copy)]
struct Column {
    number: i64,
    after_gap: bool,
    first: Kept,
    low: Kept,
    high: Kept,
    last: Kept,
}

impl Column {
    fn new(number: i64, point: Kept) -> Self {
        let after_gap = point.after_gap;
        Self { number, after_gap, first: point, low: point, high: point, last: point }
    }

    fn take(&mut self, point: Kept) {
        if point.y < self.low.y {
            self.low = point;
        }
        if point.y > self.high.y {
            self.high = point;
        }
        self.last = point;
    }

    /// Appends first, lowest, highest and last in input order, each once.
    fn emit(&self, kept: &mut Vec<Kept>) {
        let mut four = [self.first, self.low, self.high, self.last];
        four.sort_by_key(|point| point.index);
        let mut before = None;
        for mut point in four {
            if before != Some(point.index) {
                // A gap narrower than a column cannot be seen.
                point.after_gap = before.is_none() && self.after_gap;
                before = Some(point.index);
                kept.push(point);
            }
        }
    }
}

/// Takes points in rising `x` one by one and keeps at most four per unit of
/// `x`: a point belongs to column ⌊x⌋.
#[derive(Default)]
pub(super) struct Decimator {
    kept: Vec<Kept>,
    open: Option<Column>,
    after_gap: bool,
}

impl Decimator {
    /// Says that a value is missing here.
    pub fn gap(&mut self) {
        self.after_gap = true;
    }

    /// Adds a point; `y` must not be NaN.
    #[allow(clippy::cast_possible_truncation)]
    pub fn push(&mut self, index: usize, x: f64, y: f64) {
        let point = Kept { index, x, y, after_gap: self.after_gap };
        self.after_gap = false;
        if let Some(column) = &mut self.open {
            // Many points share a date; rounding is the dear part.
            if x <= column.last.x || x.floor() as i64 == column.number {
                column.take(point);
                return;
            }
            column.emit(&mut self.kept);
        }
        self.open = Some(Column::new(x.floor() as i64, point));
    }

    /// The points kept, in order of input.
    pub fn finish(mut self) -> Vec<Kept> {
        if let Some(column) = self.open.take() {
            column.emit(&mut self.kept);
        }
        self.kept
    }
}

/// Reduces points in rising `x` to at most four per unit of `x`.
///
/// The input gives `x` (in columns: a point belongs to column ⌊x⌋) and the
/// value, `None` where it is missing. Values must not be NaN.
pub fn decimate(points: impl IntoIterator<Item = (f64, Option<f64>)>) -> Vec<Kept> {
    let mut decimator = Decimator::default();
    for (index, (x, value)) in points.into_iter().enumerate() {
        match value {
            Some(y) => decimator.push(index, x, y),
            None => decimator.gap(),
        }
    }
    decimator.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    type Raw = Vec<(f64, Option<f64>)>;

    fn raw() -> impl Strategy<Value = Raw> {
        prop::collection::vec((0.0f64..30.0, prop::option::weighted(0.9, -1e3f64..1e3)), 0..400)
            .prop_map(|mut points| {
                points.sort_by(|a, b| a.0.total_cmp(&b.0));
                points
            })
    }

    /// Column → lowest, highest, first and last value.
    #[allow(clippy::cast_possible_truncation)]
    fn raster(points: impl Iterator<Item = (f64, f64)>) -> BTreeMap<i64, [f64; 4]> {
        let mut columns = BTreeMap::new();
        for (x, y) in points {
            let column = columns.entry(x.floor() as i64).or_insert([y; 4]);
            *column = [column[0].min(y), column[1].max(y), column[2], y];
        }
        columns
    }

    #[test]
    fn few_points_all_stay_and_gaps_with_them() {
        let points = [(0.0, Some(1.0)), (5.0, None), (9.0, Some(2.0)), (12.0, Some(3.0))];
        let kept = decimate(points);
        assert_eq!(kept.iter().map(|point| point.index).collect::<Vec<_>>(), [0, 2, 3]);
        assert_eq!(
            kept.iter().map(|point| point.after_gap).collect::<Vec<_>>(),
            [false, true, false]
        );
    }

    proptest! {
        #[test]
        fn every_column_keeps_its_first_last_and_extreme_values(points in raw()) {
            let kept = decimate(points.clone());
            let before = raster(points.iter().filter_map(|(x, y)| y.map(|y| (*x, y))));
            let after = raster(kept.iter().map(|point| (point.x, point.y)));
            prop_assert_eq!(&before, &after);
            prop_assert!(kept.len() <= 4 * after.len());
            prop_assert!(kept.windows(2).all(|pair| pair[0].index < pair[1].index));
        }

        #[test]
        fn a_column_without_values_between_two_with_some_stays_a_gap_if_it_was(points in raw()) {
            let kept = decimate(points.clone());
            for pair in kept.windows(2) {
                let apart = pair[1].x.floor() - pair[0].x.floor() >= 1.0;
                let missing = points[pair[0].index..pair[1].index].iter().any(|p| p.1.is_none());
                prop_assert_eq!(pair[1].after_gap, apart && missing);
            }
        }
    }
}
