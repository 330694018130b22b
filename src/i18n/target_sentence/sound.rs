//! How numbers and days sound where that changes the word before them.

use chrono::{Datelike, NaiveDate};

/// Whether a number is read out beginning with "one hundred": 100, 120.5 and
/// 150,000, but not 1,100. Russian says «со ста», not «с ста».
pub(super) fn begins_with_a_hundred(value: f64) -> bool {
    let size = value.abs().trunc();
    let is_leading = |unit: f64| (100.0 * unit..200.0 * unit).contains(&size);
    value >= 0.0 && [1.0, 1e3, 1e6, 1e9, 1e12].into_iter().any(is_leading)
}

/// Russian: «ко второму», «со второго».
pub(super) fn is_second(date: NaiveDate) -> bool {
    date.day() == 2
}
