//! Tail probabilities of the normal, chi-square and F distributions.
//!
//! All three follow from the regularised incomplete gamma and beta functions,
//! computed by series and continued fraction (Press, Teukolsky, Vetterling and
//! Flannery, "Numerical Recipes", 3rd edition, sections 6.2 and 6.4).

/// Terms after which a series or fraction is taken to have converged.
const MOST_TERMS: u32 = 10_000;

/// A term this small changes nothing more.
const PRECISE: f64 = 1e-16;

/// Keeps a denominator of the continued fraction from being zero.
const TINY: f64 = 1e-300;

/// The probability that a standard normal value lies at least `|z|` from 0, on
/// either side.
pub fn normal_two_sided(z: f64) -> f64 {
    chi_square_above(z * z, 1.0)
}

/// The probability that a chi-square value with `freedom` degrees of freedom
/// exceeds `value`; 1 for values of 0 and less.
pub fn chi_square_above(value: f64, freedom: f64) -> f64 {
    gamma_above(freedom / 2.0, value / 2.0)
}

/// The probability that an F value with `between` and `within` degrees of
/// freedom exceeds `value`; 1 for values of 0 and less.
pub fn f_above(value: f64, between: f64, within: f64) -> f64 {
    if value <= 0.0 {
        return 1.0;
    }
    if value.is_infinite() {
        return 0.0;
    }
    beta(within / (within + between * value), within / 2.0, between / 2.0)
}

/// The logarithm of the gamma function for positive numbers, by the
/// approximation of C. Lanczos (1964) with g = 7 and nine terms.
fn ln_gamma(x: f64) -> f64 {
    const TERMS: [f64; 8] = [
        676.520_368_121_885_1,
        -1_259.139_216_722_402_8,
        771.323_428_777_653_1,
        -176.615_029_162_140_6,
        12.507_343_278_686_905,
        -0.138_571_095_265_720_12,
        9.984_369_578_019_572e-6,
        1.505_632_735_149_311_6e-7,
    ];
    if x < 0.5 {
        // Γ(x) = Γ(x + 1) ÷ x keeps clear of the reflection.
        return ln_gamma(x + 1.0) - x.ln();
    }
    let x = x - 1.0;
    let (mut total, mut place) = (0.999_999_999_999_809_9, x);
    for term in TERMS {
        place += 1.0;
        total += term / place;
    }
    let t = x + 7.5;
    0.5 * (2.0 * std::f64::consts::PI).ln() + (x + 0.5) * t.ln() - t + total.ln()
}

/// The regularised upper incomplete gamma function Q(a, x).
#[expect(clippy::many_single_char_names, reason = "the letters of the source")]
fn gamma_above(a: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 1.0;
    }
    if x.is_infinite() {
        return 0.0;
    }
    let scale = (a * x.ln() - x - ln_gamma(a)).exp();
    if x < a + 1.0 {
        let (mut place, mut term) = (a, 1.0 / a);
        let mut total = term;
        for _ in 0..MOST_TERMS {
            place += 1.0;
            term *= x / place;
            total += term;
            if term.abs() < total.abs() * PRECISE {
                break;
            }
        }
        return (1.0 - total * scale).clamp(0.0, 1.0);
    }
    let mut b = x + 1.0 - a;
    let mut c = 1.0 / TINY;
    let mut d = 1.0 / b;
    let mut fraction = d;
    for count in 1..MOST_TERMS {
        let count = f64::from(count);
        let step = -count * (count - a);
        b += 2.0;
        d = 1.0 / off_zero(step * d + b);
        c = off_zero(b + step / c);
        let change = d * c;
        fraction *= change;
        if (change - 1.0).abs() < PRECISE {
            break;
        }
    }
    (scale * fraction).clamp(0.0, 1.0)
}

/// The regularised incomplete beta function I(x; a, b).
fn beta(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    let scale = ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b) + a * x.ln() + b * (-x).ln_1p();
    let scale = scale.exp();
    let found = if x < (a + 1.0) / (a + b + 2.0) {
        scale * beta_fraction(x, a, b) / a
    } else {
        1.0 - scale * beta_fraction(1.0 - x, b, a) / b
    };
    found.clamp(0.0, 1.0)
}

/// The continued fraction of the incomplete beta function, by Lentz's method.
#[expect(clippy::many_single_char_names, reason = "the letters of the source")]
fn beta_fraction(x: f64, a: f64, b: f64) -> f64 {
    let mut c = 1.0;
    let mut d = 1.0 / off_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut fraction = d;
    for count in 1..MOST_TERMS {
        let m = f64::from(count);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut change = 1.0;
        for step in [even, odd] {
            d = 1.0 / off_zero(1.0 + step * d);
            c = off_zero(1.0 + step / c);
            change = d * c;
            fraction *= change;
        }
        if (change - 1.0).abs() < PRECISE {
            break;
        }
    }
    fraction
}

fn off_zero(value: f64) -> f64 {
    if value.abs() < TINY { TINY } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_tails_are_met() {
        assert!((normal_two_sided(super::super::Z_95) - 0.05).abs() < 1e-12);
        // Two degrees of freedom: e^(−x/2) exactly.
        assert!((chi_square_above(3.0, 2.0) - (-1.5f64).exp()).abs() < 1e-14);
        // F with (2, 2) degrees of freedom: 1 ÷ (1 + x) exactly.
        assert!((f_above(3.0, 2.0, 2.0) - 0.25).abs() < 1e-13);
    }

    #[test]
    fn the_ends_are_certain() {
        for found in [normal_two_sided(0.0), chi_square_above(-1.0, 3.0), f_above(0.0, 1.0, 1.0)] {
            assert_eq!(found.to_bits(), 1.0f64.to_bits());
        }
        assert!(chi_square_above(1e9, 5.0) < 1e-300);
        assert_eq!(f_above(f64::INFINITY, 3.0, 4.0).to_bits(), 0.0f64.to_bits());
    }

    proptest! {
        #[test]
        fn tails_are_probabilities_and_fall(
            low in 0.0f64..200.0, more in 0.0f64..200.0, one in 1u32..400, other in 1u32..400,
        ) {
            let (one, other) = (f64::from(one), f64::from(other));
            let chi = [chi_square_above(low, one), chi_square_above(low + more, one)];
            let ratio = [f_above(low, one, other), f_above(low + more, one, other)];
            for [first, second] in [chi, ratio] {
                prop_assert!((0.0..=1.0).contains(&first) && (0.0..=1.0).contains(&second));
                prop_assert!(second <= first + 1e-12);
            }
        }
    }
}
