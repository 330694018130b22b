//! How the shown numbers come about: each rule with its inputs put in.

use super::{Subject, interval_of};
use crate::i18n::{Arg, numbers};
use crate::key;
use crate::kpi::{Attainment, Baseline, Direction, Status, step_on};
use chrono::NaiveDate;

/// One rule with its numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptLine {
    /// What is worked out.
    pub term: String,
    /// The rule and the numbers.
    pub text: String,
}

impl Subject<'_> {
    /// Every rule that had a part in what is shown.
    pub(super) fn receipt(&self) -> Vec<ReceiptLine> {
        let lines = [
            (key!("chart.receipt.points"), Some(self.points_rule())),
            (key!("chart.receipt.expected"), self.expected_rule().or_else(|| self.band_rule())),
            (key!("chart.receipt.attainment"), self.attainment_rule()),
            (key!("chart.receipt.status"), Some(self.status_rule())),
            (key!("chart.receipt.stale"), Some(self.stale_rule())),
            (key!("chart.receipt.interval"), self.interval_rule()),
        ];
        let process = self.process.as_ref().map(|process| self.process_rules(process));
        let lines = lines.into_iter().chain(process.unwrap_or_default());
        let lines = lines.filter_map(|(term, text)| {
            Some(ReceiptLine { term: self.catalogue.text(term).into_owned(), text: text? })
        });
        lines.collect()
    }

    fn number(&self, value: f64) -> String {
        numbers::number(self.catalogue.language(), value)
    }

    fn points_rule(&self) -> String {
        let mut text = self.catalogue.text(key!("chart.receipt.points_rule")).into_owned();
        if self.indicator.measure.is_share() {
            let share = self.catalogue.text(key!("chart.receipt.share_rule"));
            let args = [("first", Arg::Text(&text)), ("second", Arg::Text(&share))];
            text = self.catalogue.format(key!("chart.two_sentences"), &args);
        }
        text
    }

    /// Where the band of the period comes from, if it changes.
    fn band_rule(&self) -> Option<String> {
        let (own, due) = (self.indicator.band()?, self.indicator.target.due?);
        let bands = &self.indicator.target.bands;
        let assessed = self.judgement.assessed.filter(|_| !bands.is_empty())?;
        let end = assessed.period.last_day(self.fiscal);
        let step = step_on(bands, end, self.fiscal);
        let (key, (low, high), period) = match step {
            _ if end >= due => (key!("chart.receipt.band_due"), own, assessed.period),
            Some(step) => (key!("chart.receipt.band_step"), step.value, step.period),
            None => (key!("chart.receipt.band_none"), own, assessed.period),
        };
        let (low, high) = (self.number(low), self.number(high));
        let args = [
            ("low", Arg::Text(&low)),
            ("high", Arg::Text(&high)),
            ("due", Arg::Date(due)),
            ("period", Arg::Period(period, self.fiscal)),
        ];
        Some(self.catalogue.format(key, &args))
    }

    /// The straight line from baseline to target at the end of the period.
    fn expected_rule(&self) -> Option<String> {
        let (target, due) = (self.indicator.aim()?, self.indicator.target.due?);
        let assessed = self.judgement.assessed?;
        let end = assessed.period.last_day(self.fiscal);
        let target_text = self.number(target);
        if end >= due {
            let args = [("target", Arg::Text(&target_text)), ("due", Arg::Date(due))];
            return Some(self.catalogue.format(key!("chart.receipt.expected_due"), &args));
        }
        if let Some(step) = step_on(&self.indicator.target.steps, end, self.fiscal) {
            let value = self.number(step.value);
            let args =
                [("value", Arg::Text(&value)), ("period", Arg::Period(step.period, self.fiscal))];
            return Some(self.catalogue.format(key!("chart.receipt.expected_series"), &args));
        }
        let Baseline::Known { value, period } = self.indicator.baseline else {
            return Some(self.catalogue.text(key!("chart.receipt.expected_none")).into_owned());
        };
        let Some(expected) = assessed.expected else {
            return Some(self.catalogue.text(key!("chart.receipt.expected_none")).into_owned());
        };
        let start = period.last_day(self.fiscal);
        let (start_text, expected) = (self.number(value), self.computed(expected));
        let days = |from: NaiveDate, to: NaiveDate| {
            u64::try_from((to - from).num_days()).unwrap_or_default().to_string()
        };
        let (passed, all) = (days(start, end), days(start, due));
        let args = [
            ("start", Arg::Text(&start_text)),
            ("target", Arg::Text(&target_text)),
            ("from", Arg::Date(start)),
            ("end", Arg::Date(end)),
            ("due", Arg::Date(due)),
            ("passed", Arg::Text(&passed)),
            ("all", Arg::Text(&all)),
            ("expected", Arg::Text(&expected)),
        ];
        Some(self.catalogue.format(key!("chart.receipt.expected_rule"), &args))
    }

    fn attainment_rule(&self) -> Option<String> {
        let assessed = self.judgement.assessed?;
        let text = |key| Some(self.catalogue.text(key).into_owned());
        match (assessed.attainment, self.baseline_value(), self.indicator.aim()) {
            (Attainment::Ratio(ratio), Some(start), Some(target)) => {
                let actual = self.actual();
                let (start, target) = (self.number(start), self.number(target));
                let args = [
                    ("actual", Arg::Text(&actual)),
                    ("start", Arg::Text(&start)),
                    ("target", Arg::Text(&target)),
                    ("done", Arg::PercentRounded(100.0 * ratio, 1)),
                ];
                Some(self.catalogue.format(key!("chart.receipt.attainment_rule"), &args))
            }
            (Attainment::OutsideBand(distance), ..) => {
                let distance = self.computed(distance);
                let args = [("distance", Arg::Text(&distance))];
                Some(self.catalogue.format(key!("chart.receipt.attainment_band"), &args))
            }
            (Attainment::NoBaseline, ..) => text(key!("chart.receipt.attainment_no_baseline")),
            (Attainment::TargetIsBaseline, ..) => text(key!("chart.receipt.attainment_same")),
            _ => None,
        }
    }

    fn status_rule(&self) -> String {
        let tolerance = self.amount(self.indicator.tolerance.unwrap_or(0.0));
        let key = match (self.judgement.status, self.indicator.direction) {
            (Status::NoData, _) => key!("chart.receipt.status_no_data"),
            (Status::NoTarget, _) => key!("chart.receipt.status_no_target"),
            (_, Some(Direction::Within)) if !self.indicator.target.bands.is_empty() => {
                key!("chart.receipt.status_bands")
            }
            (_, Some(Direction::Within)) => key!("chart.receipt.status_band"),
            (_, Some(Direction::Down)) => key!("chart.receipt.status_down"),
            _ => key!("chart.receipt.status_up"),
        };
        self.catalogue.format(key, &[("tolerance", Arg::Text(&tolerance))])
    }

    fn stale_rule(&self) -> String {
        let args = [
            ("count", Arg::Count(u64::from(self.grace_days))),
            ("last", Arg::Period(self.judgement.last_ended, self.fiscal)),
            ("today", Arg::Date(self.today)),
        ];
        self.catalogue.format(key!("chart.receipt.stale_rule"), &args)
    }

    fn interval_rule(&self) -> Option<String> {
        let found = self.assessed()?;
        let interval = interval_of(&found.actual)?;
        let counts = super::counts_of(self.catalogue, &found.actual)?;
        let args = [
            ("counts", Arg::Text(&counts)),
            ("low", Arg::PercentRounded(interval.low, 1)),
            ("high", Arg::PercentRounded(interval.high, 1)),
        ];
        Some(self.catalogue.format(key!("chart.receipt.interval_rule"), &args))
    }
}
