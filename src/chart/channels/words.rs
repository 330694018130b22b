//! What the channels say, in words.

use super::Subject;
use crate::i18n::{Arg, dates};
use crate::key;
use crate::registers::ChannelParts;

/// Cost and outcomes this close are shared out alike, as a ratio: 5 points.
const ALIKE: f64 = 0.05;

impl Subject<'_> {
    /// The channel whose parts of cost and outcomes lie furthest apart to its
    /// disadvantage; `None` while nothing is compared.
    pub(super) fn finding(&self) -> Option<String> {
        let worst = self
            .compared()
            .filter_map(|(channel, figures)| Some((channel, figures.parts?)))
            .max_by(|one, other| {
                let gap = |parts: &ChannelParts| parts.cost - parts.outcomes;
                gap(&one.1).total_cmp(&gap(&other.1))
            });
        let (channel, parts) = worst?;
        if parts.cost - parts.outcomes <= ALIKE {
            return Some(self.catalogue.text(key!("channels.finding_even")).into_owned());
        }
        let (name, cost, outcomes) =
            (self.name(channel), self.percent(parts.cost), self.percent(parts.outcomes));
        let args = [
            ("channel", Arg::Text(&name)),
            ("cost", Arg::Text(&cost)),
            ("outcomes", Arg::Text(&outcomes)),
        ];
        Some(self.catalogue.format(key!("channels.finding_more"), &args))
    }

    /// What is compared, between which ends the cost of an outcome lies, and
    /// what is left out.
    pub(super) fn summary(&self) -> String {
        let words = self.catalogue;
        let Some(group) = &self.group else {
            return words.text(key!("channels.compare_none")).into_owned();
        };
        let count = |count: usize| Arg::Count(u64::try_from(count).unwrap_or(u64::MAX));
        let period = dates::period(words, group.period, self.project.head.fiscal);
        let args = [
            ("count", count(group.channels.len())),
            ("period", Arg::Text(&period)),
            ("outcome", Arg::Text(&group.outcome)),
        ];
        let mut said = vec![words.format(key!("channels.summary_group"), &args)];
        said.extend(self.range());
        let rest = self.channels.len() - group.channels.len();
        if rest > 0 {
            said.push(words.format(key!("channels.summary_rest"), &[("count", count(rest))]));
        }
        said.into_iter()
            .reduce(|first, second| {
                let args = [("first", Arg::Text(&first)), ("second", Arg::Text(&second))];
                words.format(key!("chart.two_sentences"), &args)
            })
            .unwrap_or_default()
    }

    /// The cheapest and the dearest outcome, where they differ.
    fn range(&self) -> Option<String> {
        let costs = || self.compared().filter_map(|(row, found)| Some((row, found.per_outcome?)));
        let (cheap, low) = costs().min_by(|one, other| one.1.total_cmp(&other.1))?;
        let (dear, high) = costs().max_by(|one, other| one.1.total_cmp(&other.1))?;
        let (low_said, high_said) = (self.money(low), self.money(high));
        if low_said == high_said {
            return None;
        }
        let (cheap, dear) = (self.name(cheap), self.name(dear));
        let args = [
            ("low", Arg::Text(&low_said)),
            ("cheap", Arg::Text(&cheap)),
            ("high", Arg::Text(&high_said)),
            ("dear", Arg::Text(&dear)),
        ];
        Some(self.catalogue.format(key!("channels.summary_range"), &args))
    }
}
