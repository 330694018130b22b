//! Numbers that may be stored: finite, of bounded size and precision.

/// The largest magnitude a stored number may have.
pub const MAX_MAGNITUDE: f64 = 1e15;

/// A binary double carries this many decimal digits without change.
pub const MAX_SIGNIFICANT_DIGITS: usize = 15;

/// Why a number is kept out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// NaN or infinite.
    #[error("not a finite number")]
    NotFinite,
    /// Beyond [`MAX_MAGNITUDE`].
    #[error("larger than 1e15 in size")]
    TooLarge,
    /// More than [`MAX_SIGNIFICANT_DIGITS`] digits.
    #[error("more than 15 significant digits")]
    TooPrecise,
}

/// Lets a number be stored if it is finite, within bounds and has no more
/// digits than a double carries; `-0` becomes `0`.
pub fn checked(value: f64) -> Result<f64, NumberError> {
    let value = bounded(value)?;
    if significant_digits(value) > MAX_SIGNIFICANT_DIGITS {
        Err(NumberError::TooPrecise)
    } else {
        Ok(value)
    }
}

/// Lets a computed number be shown if it is finite and within bounds; `-0`
/// becomes `0`. A quotient may have as many digits as it likes.
pub fn bounded(value: f64) -> Result<f64, NumberError> {
    if !value.is_finite() {
        Err(NumberError::NotFinite)
    } else if value.abs() > MAX_MAGNITUDE {
        Err(NumberError::TooLarge)
    } else {
        Ok(value + 0.0)
    }
}

/// Digits of the shortest decimal that reads back as the same number, without
/// leading and trailing zeros.
fn significant_digits(value: f64) -> usize {
    let text = format!("{:e}", value.abs());
    let mantissa = text.split('e').next().unwrap_or_default();
    mantissa.bytes().filter(u8::is_ascii_digit).count()
}

/// The shortest plain decimal that reads back as the same number: never an
/// exponent, `.` as decimal mark, no grouping.
pub fn plain(value: f64) -> String {
    // Rust's Display for floats is the shortest round-trip form without exponent.
    format!("{}", value + 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_finite_numbers_of_bounded_size_pass() {
        assert_eq!(checked(f64::NAN), Err(NumberError::NotFinite));
        assert_eq!(checked(f64::INFINITY), Err(NumberError::NotFinite));
        assert_eq!(checked(1.1e15), Err(NumberError::TooLarge));
        assert_eq!(checked(-1e15), Ok(-1e15));
        assert!(checked(-0.0).is_ok_and(f64::is_sign_positive));
    }

    #[test]
    fn more_digits_than_a_double_carries_are_refused() {
        assert_eq!(checked(123_456_789_012_345.0), Ok(123_456_789_012_345.0));
        assert_eq!(checked(0.123_456_789_012_345), Ok(0.123_456_789_012_345));
        assert_eq!(checked(0.1 + 0.2), Err(NumberError::TooPrecise));
        assert_eq!(checked(0.0), Ok(0.0));
    }

    #[test]
    fn extremes_are_written_without_exponent() {
        assert_eq!(plain(1e15), "1000000000000000");
        assert_eq!(plain(1e-15), "0.000000000000001");
        assert_eq!(plain(-0.0), "0");
    }

    proptest! {
        #[test]
        fn plain_text_reads_back_as_the_same_number(value in -1e15f64..1e15) {
            prop_assert_eq!(plain(value).parse::<f64>(), Ok(value));
        }
    }
}
