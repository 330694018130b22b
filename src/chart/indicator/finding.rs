//! The finding: the one sentence an executive reads.

use super::Subject;
use crate::i18n::Arg;
use crate::key;
use crate::kpi::{Ends, Status};

impl Subject<'_> {
    /// The name, or what stands for it.
    pub(super) fn name(&self) -> String {
        let name = self.indicator.name.trim();
        if name.is_empty() {
            self.catalogue.text(key!("chart.unnamed")).into_owned()
        } else {
            name.to_owned()
        }
    }

    /// The status as a sentence with the numbers it rests on.
    pub(super) fn finding(&self) -> String {
        let name = self.name();
        let name = Arg::Text(&name);
        let Some(assessed) = self.judgement.assessed else {
            let key = if self.series.is_empty() {
                key!("chart.finding.no_values")
            } else {
                key!("chart.finding.no_ended")
            };
            return self.catalogue.format(key, &[("name", name)]);
        };
        let actual = self.actual();
        let target = self.target_words();
        let expected = assessed.expected.map(|value| self.computed(value)).unwrap_or_default();
        let (low, high) = assessed.band.or(self.indicator.band()).unwrap_or_default();
        let (low, high) = (self.amount(low), self.amount(high));
        let args = [
            ("name", name),
            ("actual", Arg::Text(&actual)),
            ("when", Arg::PeriodIn(assessed.period, self.fiscal)),
            ("target", Arg::Text(&target)),
            ("expected", Arg::Text(&expected)),
            ("low", Arg::Text(&low)),
            ("high", Arg::Text(&high)),
            ("due", self.indicator.target.due.map_or(Arg::Text(""), Arg::Date)),
            ("until", self.accepted_until().map_or(Arg::Text(""), Arg::Date)),
        ];
        self.catalogue.format(self.finding_key(), &args)
    }

    /// The value to reach, or both ends of the band.
    fn target_words(&self) -> String {
        match self.indicator.band() {
            Some(ends) => self.range(ends),
            None => self.indicator.aim().map(|value| self.amount(value)).unwrap_or_default(),
        }
    }

    /// Both ends of a band: "10 to 20".
    pub(super) fn range(&self, (low, high): Ends) -> String {
        let (low, high) = (self.amount(low), self.amount(high));
        let args = [("low", Arg::Text(&low)), ("high", Arg::Text(&high))];
        self.catalogue.format(key!("chart.range"), &args)
    }

    /// The last day the accepted deviation holds.
    fn accepted_until(&self) -> Option<chrono::NaiveDate> {
        self.indicator.deviation.as_ref()?.until
    }

    fn finding_key(&self) -> &'static str {
        let banded = self.indicator.band().is_some();
        match self.judgement.status {
            Status::Accepted => key!("chart.finding.accepted"),
            Status::Met | Status::OnCourse if banded => key!("chart.finding.inside"),
            Status::WithinTolerance if banded => key!("chart.finding.nearly_inside"),
            Status::OffCourse | Status::Missed if banded => key!("chart.finding.outside"),
            Status::Met => key!("chart.finding.met"),
            Status::OnCourse => key!("chart.finding.on_course"),
            Status::WithinTolerance => key!("chart.finding.within_tolerance"),
            Status::OffCourse => key!("chart.finding.off_course"),
            Status::Missed => key!("chart.finding.missed"),
            Status::NotDueYet => key!("chart.finding.not_due_yet"),
            Status::NoTarget | Status::NoData => key!("chart.finding.no_target"),
        }
    }
}
