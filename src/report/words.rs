//! Facts as sentences of the message files.

use crate::base::FiscalStart;
use crate::i18n::{Arg, Catalogue};
use crate::key;
use crate::kpi::{Assessed, Ends, Indicator, Judgement};
use crate::pack::Outcome;
use crate::workspace::Readiness;

/// The verdict as one sentence with its counts.
pub fn verdict(catalogue: &Catalogue, readiness: &Readiness) -> String {
    let gates = &readiness.verdict.gates;
    let count = |count: usize| Arg::Count(u64::try_from(count).unwrap_or(u64::MAX));
    let (key, found) = match readiness.verdict.outcome {
        Some(Outcome::NotReady) => {
            let no = gates.iter().filter(|gate| gate.counts_as_no).count();
            (key!("overview.verdict_not_ready"), no)
        }
        Some(Outcome::ReadyWithRisks) => {
            let risks = gates.iter().filter(|gate| gate.is_named_risk()).count();
            (key!("overview.verdict_ready_with_risks"), risks)
        }
        Some(Outcome::Ready) => (key!("overview.verdict_ready"), gates.len()),
        Some(Outcome::NotAssessed) | None => {
            (key!("overview.verdict_not_assessed"), readiness.verdict.open())
        }
    };
    catalogue.format(key, &[("count", count(found)), ("all", count(gates.len()))])
}

/// A value of an indicator with its unit: "81.4%", "478 thousand euros".
pub fn amount(catalogue: &Catalogue, indicator: &Indicator, value: f64) -> String {
    if indicator.measure.is_share() {
        return catalogue
            .format(key!("overview.bare"), &[("value", Arg::PercentRounded(value, 1))]);
    }
    with_unit(catalogue, indicator, Arg::Number(value))
}

/// As [`amount`], for a value that was worked out and has no precision of its
/// own: three digits or so.
pub fn expected_amount(catalogue: &Catalogue, indicator: &Indicator, value: f64) -> String {
    if indicator.measure.is_share() {
        return amount(catalogue, indicator, value);
    }
    let decimals = match value.abs() {
        size if size >= 100.0 => 0,
        size if size >= 10.0 => 1,
        _ => 2,
    };
    with_unit(catalogue, indicator, Arg::Rounded(value, decimals))
}

fn with_unit(catalogue: &Catalogue, indicator: &Indicator, value: Arg<'_>) -> String {
    let unit = indicator.shown_unit();
    let key = if unit.is_empty() { key!("overview.bare") } else { key!("overview.amount") };
    catalogue.format(key, &[("value", value), ("unit", Arg::Text(unit))])
}

/// What was expected at the end of the period judged: a value, or the band of that
/// period where it changes.
pub fn expected_words(
    catalogue: &Catalogue,
    indicator: &Indicator,
    assessed: &Assessed,
) -> Option<String> {
    let changes = !indicator.target.bands.is_empty();
    if let Some(ends) = assessed.band.filter(|_| changes) {
        return Some(band_words(catalogue, indicator, ends));
    }
    assessed.expected.map(|value| expected_amount(catalogue, indicator, value))
}

/// Both ends of a band.
pub fn band_words(catalogue: &Catalogue, indicator: &Indicator, (low, high): Ends) -> String {
    let (low, high) = (amount(catalogue, indicator, low), amount(catalogue, indicator, high));
    let args = [("low", Arg::Text(&low)), ("high", Arg::Text(&high))];
    catalogue.format(key!("report.band"), &args)
}

/// The value judged, when, and what was expected: "66.0% in October 2026,
/// expected 69.1%". `None` without a measurement of an ended period.
pub fn measured(
    catalogue: &Catalogue,
    indicator: &Indicator,
    judgement: &Judgement,
    fiscal: FiscalStart,
) -> Option<String> {
    let assessed = judgement.assessed?;
    let actual = amount(catalogue, indicator, assessed.actual);
    let expected = expected_words(catalogue, indicator, &assessed);
    let key = match &expected {
        Some(_) => key!("overview.measured"),
        None => key!("overview.measured_only"),
    };
    let args = [
        ("actual", Arg::Text(&actual)),
        ("period", Arg::PeriodIn(assessed.period, fiscal)),
        ("expected", Arg::Text(expected.as_deref().unwrap_or_default())),
    ];
    Some(catalogue.format(key, &args))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Id, IdKind, Period};
    use crate::kpi::{Attainment, BandStep, Direction, Measure};
    use crate::report::tests::words::catalogue;

    #[test]
    fn what_was_expected_is_the_band_of_the_period_only_where_it_changes() {
        let mut load = Indicator {
            direction: Some(Direction::Within),
            ..Indicator::new(Id::new(IdKind::Indicator, 1), Measure::Share)
        };
        let period = Period::parse("2026-10").expect("a month");
        let assessed = Assessed {
            period,
            actual: 22.0,
            expected: None,
            band: Some((12.0, 24.0)),
            attainment: Attainment::OutsideBand(0.0),
        };
        let english = catalogue(crate::i18n::Language::English);
        assert_eq!(expected_words(&english, &load, &assessed), None);
        load.target.bands = vec![BandStep { period, value: (12.0, 24.0) }];
        let said =
            expected_words(&english, &load, &assessed).map(|text| text.replace('\u{a0}', " "));
        assert_eq!(said, Some(band_words(&english, &load, (12.0, 24.0)).replace('\u{a0}', " ")));
        assert!(said.is_some_and(|said| said.contains("12") && said.contains("24")));
    }
}
