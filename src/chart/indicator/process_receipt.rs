//! How the second layer comes about, with the numbers put in.

use super::Subject;
use crate::i18n::Arg;
use crate::key;
use crate::kpi::process::Process;

/// A key of what is worked out, and the rule with its numbers.
type Rule = (&'static str, Option<String>);

impl Subject<'_> {
    /// Every rule behind limits, signals and outlook.
    pub(super) fn process_rules(&self, process: &Process) -> Vec<Rule> {
        vec![
            (key!("process.receipt.limits"), self.limits_rule(process)),
            (key!("process.receipt.rules"), {
                let text = self.catalogue.text(key!("process.receipt.rules_rule"));
                process.last_segment().map(|_| text.into_owned())
            }),
            (key!("process.receipt.season"), Some(self.season_rule(process))),
            (key!("process.receipt.trend"), self.trend_rule(process)),
            (key!("process.receipt.change"), self.change_rule(process)),
        ]
    }

    fn limits_rule(&self, process: &Process) -> Option<String> {
        let limits = process.last_segment()?.limits.as_ref().ok()?;
        let (lower, upper) = self.latest_limits(limits)?;
        let centre = self.computed(limits.centre);
        let range = limits.mean_range.map(|range| self.difference(range)).unwrap_or_default();
        let mut args = vec![
            ("centre", Arg::Text(&centre)),
            ("range", Arg::Text(&range)),
            ("lower", Arg::Text(&lower)),
            ("upper", Arg::Text(&upper)),
        ];
        let (Some(factor), Some(found)) = (limits.sigma_z, &process.dispersion) else {
            let key = if limits.mean_range.is_some() {
                key!("process.receipt.individuals")
            } else {
                key!("process.receipt.shares")
            };
            return Some(self.catalogue.format(key, &args));
        };
        let p = self.probability(found.p());
        args.extend([
            ("factor", Arg::Rounded(factor, 2)),
            ("chi", Arg::Rounded(found.chi_square, 1)),
            ("freedom", Arg::Number(found.freedom)),
            ("p", Arg::Text(&p)),
        ]);
        Some(self.catalogue.format(key!("process.receipt.wide"), &args))
    }

    fn season_rule(&self, process: &Process) -> String {
        let Some(found) = process.season else {
            return self.catalogue.text(key!("process.receipt.season_none")).into_owned();
        };
        let p = self.probability(found.p);
        let args = [
            ("f", Arg::Rounded(found.f, 2)),
            ("between", Arg::Number(found.between)),
            ("within", Arg::Number(found.within)),
            ("p", Arg::Text(&p)),
            ("explained", Arg::PercentRounded(100.0 * found.explained.max(0.0), 0)),
        ];
        self.catalogue.format(key!("process.receipt.season_rule"), &args)
    }

    fn trend_rule(&self, process: &Process) -> Option<String> {
        let trend = process.trend.as_ref().ok()?;
        let line = trend.line;
        let [slope, low, high] = [line.slope, line.low, line.high].map(|one| self.difference(one));
        let per = self.catalogue.nth(key!("process.per"), self.cadence_place()).into_owned();
        let p = self.probability(trend.test.p);
        let args = [
            ("s", Arg::Number(trend.test.s)),
            ("z", Arg::Rounded(trend.test.z, 2)),
            ("p", Arg::Text(&p)),
            ("slope", Arg::Text(&slope)),
            ("per", Arg::Text(&per)),
            ("low", Arg::Text(&low)),
            ("high", Arg::Text(&high)),
        ];
        Some(self.catalogue.format(key!("process.receipt.trend_rule"), &args))
    }

    fn change_rule(&self, process: &Process) -> Option<String> {
        let found = process.change?.found?;
        let p = self.probability(found.p);
        let args = [("u", Arg::Number(found.u)), ("p", Arg::Text(&p))];
        Some(self.catalogue.format(key!("process.receipt.change_rule"), &args))
    }
}
