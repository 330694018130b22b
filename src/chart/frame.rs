//! Where dates and values lie in the picture.

use chrono::{Datelike, NaiveDate};

/// Room between the ends of the scales and the plot's edge, in pixels, so
/// that a mark on the first or last day is whole.
pub const INSET: f64 = 6.0;

/// The scales of a drawn chart, for what lies over it: the marker a pointer
/// or slider moves. All lengths in pixels of the picture's own size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Where the first date lies.
    pub left: f64,
    /// Where the last date lies.
    pub right: f64,
    /// Where the highest value lies.
    pub top: f64,
    /// Where the lowest value lies: the time axis.
    pub bottom: f64,
    /// First and last day, counted from the first day of year 1.
    pub days: (f64, f64),
    /// Lowest and highest value of the scale.
    pub values: (f64, f64),
}

/// Days since the first day of year 1.
pub(super) fn day_number(date: NaiveDate) -> f64 {
    f64::from(date.num_days_from_ce())
}

impl Frame {
    /// Horizontal place of a date.
    pub fn x(&self, date: NaiveDate) -> f64 {
        self.x_of_day(day_number(date))
    }

    /// Horizontal place of a day's number.
    pub(super) fn x_of_day(&self, day: f64) -> f64 {
        let (from, to) = self.days;
        self.left + (day - from) / (to - from) * (self.right - self.left)
    }

    /// Vertical place of a value.
    pub fn y(&self, value: f64) -> f64 {
        let (low, high) = self.values;
        // Halves keep the difference of two large values finite.
        self.bottom
            - (value / 2.0 - low / 2.0) / (high / 2.0 - low / 2.0) * (self.bottom - self.top)
    }

    /// The date at a horizontal place, kept within the axis.
    #[allow(clippy::cast_possible_truncation)]
    pub fn date_at(&self, x: f64) -> Option<NaiveDate> {
        let (from, to) = self.days;
        let share = ((x - self.left) / (self.right - self.left)).clamp(0.0, 1.0);
        NaiveDate::from_num_days_from_ce_opt((from + share * (to - from)).round() as i32)
    }

    /// Width of the scale of dates.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }
}

/// The scale for values from `extent`: with air above and below, but not
/// beyond what is possible, nor beyond zero on the side where nothing is.
pub(super) fn value_range(
    extent: Option<(f64, f64)>,
    floor: Option<f64>,
    ceiling: Option<f64>,
) -> (f64, f64) {
    let Some((low, high)) = extent else { return (0.0, 1.0) };
    let size = low.abs().max(high.abs());
    let span = high - low;
    let air = if span > 0.0 { (span * 0.08).max(size * 1e-9) } else { size * 0.1 };
    let air = if air > 0.0 { air.max(1e-12) } else { 1.0 };
    let floor = floor.or((low >= 0.0).then_some(0.0)).unwrap_or(f64::MIN);
    let ceiling = ceiling.or((high <= 0.0 && low < 0.0).then_some(0.0)).unwrap_or(f64::MAX);
    let bottom = (low - air).max(floor).min(low);
    let top = (high + air).min(ceiling).max(high);
    if bottom < top { (bottom, top) } else { (bottom - air, top + air) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_scale_stops_at_zero_and_at_what_is_possible() {
        assert_eq!(value_range(Some((1.0, 99.0)), None, Some(100.0)), (0.0, 100.0));
        assert!(value_range(Some((-99.0, -1.0)), None, None).1.abs() < f64::EPSILON);
        assert_eq!(value_range(None, None, None), (0.0, 1.0));
        let (low, high) = value_range(Some((100.0, 200.0)), None, None);
        assert!(low > 0.0 && low < 100.0 && high > 200.0);
    }

    proptest! {
        #[test]
        fn every_scale_has_a_height_and_holds_its_values(
            a in -1e15f64..=1e15, b in -1e15f64..=1e15, same in any::<bool>(),
            floor in prop::option::of(-1e15f64..=1e15),
            ceiling in prop::option::of(-1e15f64..=1e15),
        ) {
            let b = if same { a } else { b };
            let (low, high) = value_range(Some((a.min(b), a.max(b))), floor, ceiling);
            prop_assert!(low < high);
            prop_assert!(low <= a.min(b) && high >= a.max(b));
        }
    }
}
