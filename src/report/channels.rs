//! What the channel plan lacks, as sentences, and how the figures of channels
//! are worked out.

use super::record_name;
use crate::base::Id;
use crate::chart::indicator::ReceiptLine;
use crate::i18n::values::{money, worked_out_money};
use crate::i18n::{Arg, Catalogue, numbers};
use crate::key;
use crate::registers::{Channel, ChannelGap, channel_figures, channel_gaps, channel_groups};
use crate::workspace::Project;

/// A fact a channel lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelFinding {
    /// The channel.
    pub channel: Id,
    /// Its name.
    pub name: String,
    /// What is missing or wrong, as a sentence.
    pub words: String,
    /// Name of the column where an entry removes it.
    pub column: &'static str,
    /// Key of the head of that column.
    pub head: &'static str,
}

/// Everything the channels of a project lack: missing costs first, then in the
/// order of the channels.
pub fn channel_findings(catalogue: &Catalogue, project: &Project) -> Vec<ChannelFinding> {
    let of = |channel: &Channel| {
        let name = match channel.name.trim() {
            "" => catalogue.text(key!("registers.nameless")).into_owned(),
            name => name.to_owned(),
        };
        let id = channel.id;
        let found = channel_gaps(channel).into_iter().map(move |gap| {
            let (words, column, head) = gap_words(gap);
            let words = catalogue.text(words).into_owned();
            (gap, ChannelFinding { channel: id, name: name.clone(), words, column, head })
        });
        found.collect::<Vec<_>>()
    };
    let mut found: Vec<_> = project.channels.iter().flat_map(of).collect();
    found.sort_by_key(|(gap, _)| !matches!(gap, ChannelGap::Cost | ChannelGap::NoCost));
    found.into_iter().map(|(_, finding)| finding).collect()
}

/// A gap as a sentence, the column that fills it, and the key of its head.
fn gap_words(gap: ChannelGap) -> (&'static str, &'static str, &'static str) {
    match gap {
        ChannelGap::Cost => (key!("channels.lacks_cost"), "cost", key!("channels.cost")),
        ChannelGap::NoCost => (key!("channels.lacks_no_cost"), "cost", key!("channels.cost")),
        ChannelGap::Contacts => {
            (key!("channels.lacks_contacts"), "contacts", key!("channels.contacts"))
        }
        ChannelGap::Outcomes => {
            (key!("channels.lacks_outcomes"), "outcomes", key!("channels.outcomes"))
        }
        ChannelGap::Meaning => {
            (key!("channels.lacks_meaning"), "outcome", key!("channels.outcome"))
        }
        ChannelGap::TooManyOutcomes => {
            (key!("channels.lacks_too_many_outcomes"), "outcomes", key!("channels.outcomes"))
        }
        ChannelGap::Period => (key!("channels.lacks_period"), "period", key!("channels.period")),
    }
}

/// How the figures are worked out, each with the numbers of the first channel
/// that has them.
pub fn channel_receipt(catalogue: &Catalogue, project: &Project) -> Vec<ReceiptLine> {
    let channels: Vec<&Channel> = project.channels.iter().collect();
    let figures = channel_figures(&channels);
    let pairs = || channels.iter().copied().zip(&figures);
    let language = catalogue.language();
    let currency = &project.head.currency;
    let number = |value: Option<f64>| numbers::number(language, value.unwrap_or_default());
    let line = |term: &str, rule: &str, args: [(&str, String); 4]| {
        let args = args.each_ref().map(|(slot, text)| (*slot, Arg::Text(text)));
        let term = catalogue.text(term).into_owned();
        ReceiptLine { term, text: catalogue.format(rule, &args) }
    };
    let numbers_of = |channel: &Channel, result: String| {
        [
            ("channel", record_name(project, channel.id)),
            ("cost", number(channel.cost)),
            ("result", result),
        ]
    };
    let mut receipt = Vec::new();
    let paid = |amount: f64| worked_out_money(catalogue, currency, amount);
    if let Some((channel, amount)) =
        pairs().find_map(|(row, found)| Some((row, found.per_contact?)))
    {
        let [name, cost, result] = numbers_of(channel, paid(amount));
        let args = [name, cost, result, ("contacts", number(channel.contacts))];
        receipt.push(line(
            key!("channels.receipt_contact"),
            key!("channels.receipt_contact_rule"),
            args,
        ));
    }
    if let Some((channel, amount)) =
        pairs().find_map(|(row, found)| Some((row, found.per_outcome?)))
    {
        let [name, cost, result] = numbers_of(channel, paid(amount));
        let args = [name, cost, result, ("outcomes", number(channel.outcomes))];
        receipt.push(line(
            key!("channels.receipt_outcome"),
            key!("channels.receipt_outcome_rule"),
            args,
        ));
    }
    if let Some((channel, share)) = pairs().find_map(|(row, found)| Some((row, found.reached?))) {
        let result = numbers::percent_rounded(language, share.ratio() * 100.0, 1);
        let [name, _, result] = numbers_of(channel, result);
        let counts =
            [("contacts", number(channel.contacts)), ("outcomes", number(channel.outcomes))];
        let [contacts, outcomes] = counts;
        let args = [name, result, contacts, outcomes];
        receipt.push(line(
            key!("channels.receipt_reached"),
            key!("channels.receipt_reached_rule"),
            args,
        ));
    }
    if let Some(group) = channel_groups(&channels).first() {
        let cost = money(catalogue, currency, group.cost);
        let outcomes = numbers::number(language, group.outcomes);
        let args = [("cost", Arg::Text(&cost)), ("outcomes", Arg::Text(&outcomes))];
        receipt.push(ReceiptLine {
            term: catalogue.text(key!("channels.receipt_parts")).into_owned(),
            text: catalogue.format(key!("channels.receipt_parts_rule"), &args),
        });
    }
    receipt
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{IdKind, Period};
    use crate::i18n::Language;
    use crate::i18n::testing::{catalogue, in_all};
    use crate::sheet::CHANNELS;
    use crate::workspace::{Command, ProjectHead, Record, Workspace};

    fn project(channels: Vec<Channel>) -> Project {
        let id = Id::new(IdKind::Project, 1);
        let mut workspace = Workspace::default();
        let head = ProjectHead { currency: "EUR".to_owned(), ..ProjectHead::new(id, "CRM") };
        let records = channels.into_iter().map(Record::Channel).collect();
        for command in [
            Command::AddProject(Box::new(Project::new(head))),
            Command::SaveAll { project: id, records },
        ] {
            workspace.apply(command).expect("the project is sound");
        }
        workspace.project(id).expect("it was added").clone()
    }

    fn channel(n: u64, cost: Option<f64>) -> Channel {
        Channel {
            name: format!("Channel {n}"),
            period: Period::parse("2026").ok(),
            contacts: Some(400.0),
            cost,
            outcomes: Some(50.0),
            outcome: "Order".to_owned(),
            ..Channel::new(Id::new(IdKind::Channel, n))
        }
    }

    #[test]
    fn a_channel_plan_without_cost_is_said_to_lack_it_first() {
        let silent = Channel { period: None, ..channel(1, Some(10.0)) };
        let project = project(vec![silent, channel(2, None), channel(3, Some(0.0))]);
        let found = channel_findings(&catalogue(Language::English), &project);
        let told: Vec<_> = found.iter().map(|one| (one.name.as_str(), one.column)).collect();
        assert_eq!(told, [("Channel 2", "cost"), ("Channel 3", "cost"), ("Channel 1", "period")]);
        assert!(found[0].words.starts_with("No cost stated"), "{}", found[0].words);
        for finding in &found {
            assert!(CHANNELS.column(finding.column).is_some_and(|one| one.head == finding.head));
        }
    }

    #[test]
    fn every_gap_has_words_in_every_language() {
        for gap in [
            ChannelGap::Cost,
            ChannelGap::NoCost,
            ChannelGap::Contacts,
            ChannelGap::Outcomes,
            ChannelGap::Meaning,
            ChannelGap::TooManyOutcomes,
            ChannelGap::Period,
        ] {
            let (words, column, head) = gap_words(gap);
            assert!(CHANNELS.column(column).is_some_and(|one| one.head == head && !one.more));
            let said = in_all(|catalogue| catalogue.text(words).into_owned());
            assert!(said.iter().all(|text| !text.contains('⟦')) && said[0] != said[1], "{said:?}");
        }
    }

    #[test]
    fn the_receipt_divides_what_the_register_says() {
        let project = project(vec![channel(1, Some(1_000.0)), channel(2, Some(3_000.0))]);
        let lines = channel_receipt(&catalogue(Language::English), &project);
        let said: Vec<String> = lines.iter().map(|one| one.text.replace('\u{a0}', " ")).collect();
        assert!(said[0].contains("1,000 ÷ 400 = 2.50 EUR"), "{}", said[0]);
        assert!(said[1].contains("1,000 ÷ 50 = 20.00 EUR"), "{}", said[1]);
        assert!(said[2].contains("50 ÷ 400 = 12.5%"), "{}", said[2]);
        assert!(said[3].contains("(4,000 EUR)") && said[3].contains("(100)"), "{}", said[3]);
        assert!(channel_receipt(&catalogue(Language::English), &self::project(vec![])).is_empty());
    }
}
