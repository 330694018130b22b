//! What the costs say, in words.

use super::Subject;
use crate::i18n::Arg;
use crate::key;
use crate::registers::Sums;

impl Subject<'_> {
    /// Whether the whole project stays within its plan.
    pub(super) fn finding(&self) -> String {
        let words = self.catalogue;
        let Some(overrun) = self.whole.overrun() else {
            let key = match (self.whole.planned, self.whole.completion) {
                (None, Some(_)) => key!("funding.finding_unplanned"),
                _ => key!("funding.finding_spent"),
            };
            let amount = self.whole.completion.or(self.whole.spent).or(self.whole.committed);
            let amount = self.money(amount.unwrap_or_default());
            return words.format(key, &[("amount", Arg::Text(&amount))]);
        };
        let key = match overrun {
            over if over > 0.0 => key!("funding.finding_over"),
            over if over < 0.0 => key!("funding.finding_under"),
            _ => key!("funding.finding_even"),
        };
        let (difference, completion) =
            (self.money(overrun.abs()), self.money(self.whole.completion.unwrap_or_default()));
        let planned = self.money(self.whole.planned.unwrap_or_default());
        let args = [
            ("difference", Arg::Text(&difference)),
            ("completion", Arg::Text(&completion)),
            ("planned", Arg::Text(&planned)),
        ];
        words.format(key, &args)
    }

    /// What is spent of the plan, and the stage that exceeds its plan most.
    pub(super) fn summary(&self) -> String {
        let words = self.catalogue;
        let mut said = Vec::new();
        if let Some(planned) = self.whole.planned {
            let spent = self.money(self.whole.spent.unwrap_or_default());
            let planned = self.money(planned);
            let args = [("spent", Arg::Text(&spent)), ("planned", Arg::Text(&planned))];
            said.push(words.format(key!("funding.summary_spent"), &args));
        }
        let worst = self.stages.iter().filter_map(|costs| Some((costs, costs.sums.overrun()?)));
        let worst = worst.filter(|(_, over)| *over > 0.0).max_by(|a, b| a.1.total_cmp(&b.1));
        if let Some((costs, over)) = worst.filter(|_| self.stages.len() > 1) {
            let (stage, over) = (self.name(costs), self.money(over));
            let args = [("stage", Arg::Text(&stage)), ("difference", Arg::Text(&over))];
            said.push(words.format(key!("funding.summary_worst"), &args));
        }
        said.into_iter()
            .reduce(|first, second| {
                let args = [("first", Arg::Text(&first)), ("second", Arg::Text(&second))];
                words.format(key!("chart.two_sentences"), &args)
            })
            .unwrap_or_default()
    }

    /// How much a stage costs more or less than planned.
    pub(super) fn note(&self, sums: &Sums) -> String {
        let Some(overrun) = sums.overrun() else {
            let key = match sums.planned {
                None => key!("funding.note_unplanned"),
                Some(_) => key!("funding.note_even"),
            };
            return self.catalogue.text(key).into_owned();
        };
        let key = match overrun {
            over if over > 0.0 => key!("funding.note_over"),
            over if over < 0.0 => key!("funding.note_under"),
            _ => key!("funding.note_even"),
        };
        let difference = self.money(overrun.abs());
        self.catalogue.format(key, &[("difference", Arg::Text(&difference))])
    }
}
