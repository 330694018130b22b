//! Contact channels: what a contact and an outcome cost in each, and whether
//! a channel's part of the money brings its part of the outcomes.

use super::said;
use crate::base::{Id, Period};
use crate::statistics::{Share, sum};
use std::collections::BTreeMap;

/// One contact channel over one period, money in the project's currency.
#[derive(Debug, Clone, PartialEq)]
pub struct Channel {
    /// Record id.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// The period the numbers are of.
    pub period: Option<Period>,
    /// Contacts handled; a whole number.
    pub contacts: Option<f64>,
    /// What it cost in full: people, rooms, lines, licences.
    pub cost: Option<f64>,
    /// Outcomes reached; a whole number.
    pub outcomes: Option<f64>,
    /// What counts as an outcome, in words; equal words mean the same.
    pub outcome: String,
    /// Anything else.
    pub note: String,
}

impl Channel {
    /// A channel without anything.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            name: String::new(),
            period: None,
            contacts: None,
            cost: None,
            outcomes: None,
            outcome: String::new(),
            note: String::new(),
        }
    }
}

/// A fact that keeps the economics of a channel from being told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChannelGap {
    /// Nobody has said what it costs.
    Cost,
    /// It is said to cost nothing, though people were contacted.
    NoCost,
    /// Nobody has said how many contacts there were.
    Contacts,
    /// Nobody has said how many outcomes there were.
    Outcomes,
    /// Nothing says what counts as an outcome.
    Meaning,
    /// More outcomes than contacts: one of the two counts something else.
    TooManyOutcomes,
    /// Nothing says which period the numbers are of.
    Period,
}

/// What one channel costs and reaches.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChannelFigures {
    /// The channel.
    pub channel: Id,
    /// Cost ÷ contacts; none without both, and of no contacts.
    pub per_contact: Option<f64>,
    /// Cost ÷ outcomes; none without both, and of no outcomes.
    pub per_outcome: Option<f64>,
    /// Outcomes among contacts, with its Wilson interval; none without both,
    /// of no contacts, and where there are more outcomes than contacts.
    pub reached: Option<Share>,
    /// Its part of the cost and of the outcomes of all channels of its
    /// [`ChannelGroup`]; none in a group of one.
    pub parts: Option<ChannelParts>,
}

/// A channel's part of the cost and of the outcomes of a group, from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChannelParts {
    /// Cost ÷ cost of all.
    pub cost: f64,
    /// Outcomes ÷ outcomes of all.
    pub outcomes: f64,
}

/// Channels that can be compared: one period, one meaning of outcome, cost
/// and outcomes stated.
#[derive(Debug, Clone, PartialEq)]
pub struct ChannelGroup {
    /// Their period.
    pub period: Period,
    /// What counts as an outcome, in the words of the first.
    pub outcome: String,
    /// The channels in their order; two at least.
    pub channels: Vec<Id>,
    /// What they cost together; above zero.
    pub cost: f64,
    /// What they reached together; above zero.
    pub outcomes: f64,
}

/// The facts a channel leaves out or says against each other, in the order of
/// [`ChannelGap`].
pub fn channel_gaps(channel: &Channel) -> Vec<ChannelGap> {
    let contacted = channel.contacts.is_some_and(|contacts| contacts > 0.0);
    let too_many = channel
        .outcomes
        .zip(channel.contacts)
        .is_some_and(|(outcomes, contacts)| outcomes > contacts);
    let facts = [
        (ChannelGap::Cost, channel.cost.is_none()),
        (ChannelGap::NoCost, channel.cost == Some(0.0) && contacted),
        (ChannelGap::Contacts, channel.contacts.is_none()),
        (ChannelGap::Outcomes, channel.outcomes.is_none()),
        (ChannelGap::Meaning, channel.outcomes.is_some() && !said(&channel.outcome)),
        (ChannelGap::TooManyOutcomes, too_many),
        (ChannelGap::Period, channel.period.is_none()),
    ];
    facts.into_iter().filter_map(|(gap, is_there)| is_there.then_some(gap)).collect()
}

/// Cost per contact and per outcome, outcomes among contacts, and the parts of
/// each channel; in the order of the channels.
pub fn channel_figures(channels: &[&Channel]) -> Vec<ChannelFigures> {
    let groups = channel_groups(channels);
    let figures = |channel: &&Channel| {
        let group = groups.iter().find(|group| group.channels.contains(&channel.id));
        ChannelFigures {
            channel: channel.id,
            per_contact: ratio(channel.cost, channel.contacts),
            per_outcome: ratio(channel.cost, channel.outcomes),
            reached: reached(channel),
            parts: group.and_then(|group| {
                Some(ChannelParts {
                    cost: ratio(channel.cost, Some(group.cost))?,
                    outcomes: ratio(channel.outcomes, Some(group.outcomes))?,
                })
            }),
        }
    };
    channels.iter().map(figures).collect()
}

/// The groups of channels that can be compared, those with most channels
/// first, of these the one of the latest period; then by their first channel.
pub fn channel_groups(channels: &[&Channel]) -> Vec<ChannelGroup> {
    let mut found: BTreeMap<(Period, String), Vec<&Channel>> = BTreeMap::new();
    for channel in channels {
        let stated = channel.cost.is_some() && channel.outcomes.is_some();
        if let (Some(period), true, true) = (channel.period, stated, said(&channel.outcome)) {
            found.entry((period, alike(&channel.outcome))).or_default().push(channel);
        }
    }
    let place = |id: Id| channels.iter().position(|channel| channel.id == id);
    let mut groups: Vec<ChannelGroup> = found
        .into_iter()
        .filter_map(|((period, _), rows)| {
            let of = |read: fn(&Channel) -> Option<f64>| {
                sum(&rows.iter().filter_map(|row| read(row)).collect::<Vec<_>>())
            };
            let (cost, outcomes) = (of(|row| row.cost), of(|row| row.outcomes));
            let compared = rows.len() > 1 && cost > 0.0 && outcomes > 0.0;
            compared.then(|| ChannelGroup {
                period,
                outcome: rows.first().map(|row| row.outcome.trim().to_owned()).unwrap_or_default(),
                channels: rows.iter().map(|row| row.id).collect(),
                cost,
                outcomes,
            })
        })
        .collect();
    groups.sort_by_key(|group| {
        let first = group.channels.first().and_then(|id| place(*id));
        (
            std::cmp::Reverse(group.channels.len()),
            std::cmp::Reverse(group.period),
            first.unwrap_or(usize::MAX),
        )
    });
    groups
}

/// Whether all channels that name a period name the same: only then do sums
/// over them mean anything.
pub fn one_period<'a>(channels: impl IntoIterator<Item = &'a Channel>) -> bool {
    let mut periods = channels.into_iter().filter_map(|channel| channel.period);
    let first = periods.next();
    periods.all(|period| Some(period) == first)
}

/// Words people mean the same by: without case and outer spaces.
fn alike(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// One ÷ other, where both are there and the other is above zero.
fn ratio(one: Option<f64>, other: Option<f64>) -> Option<f64> {
    let (one, other) = (one?, other?);
    let found = one / other;
    (other > 0.0 && found.is_finite()).then_some(found)
}

fn reached(channel: &Channel) -> Option<Share> {
    Share::new(whole(channel.outcomes?)?, whole(channel.contacts?)?).ok()
}

/// A count, where a number is one.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "counts are whole, not below zero and at most 2^53"
)]
fn whole(count: f64) -> Option<u64> {
    const MOST: f64 = 9_007_199_254_740_992.0;
    (count.fract() == 0.0 && (0.0..=MOST).contains(&count)).then_some(count as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::IdKind;
    use proptest::prelude::*;

    fn channel(n: u64, contacts: f64, cost: f64, outcomes: f64) -> Channel {
        Channel {
            name: format!("Channel {n}"),
            period: Period::parse("2026-Q3").ok(),
            contacts: Some(contacts),
            cost: Some(cost),
            outcomes: Some(outcomes),
            outcome: "Order".to_owned(),
            ..Channel::new(Id::new(IdKind::Channel, n))
        }
    }

    fn close(one: Option<f64>, other: f64) -> bool {
        one.is_some_and(|one| (one - other).abs() <= 1e-12 * other.abs().max(1.0))
    }

    #[test]
    fn costs_and_parts_are_the_plain_quotients() {
        let rows = [channel(1, 4000.0, 24_000.0, 400.0), channel(2, 200.0, 36_000.0, 80.0)];
        let figures = channel_figures(&rows.iter().collect::<Vec<_>>());
        assert!(close(figures[0].per_contact, 6.0) && close(figures[0].per_outcome, 60.0));
        assert!(close(figures[1].per_contact, 180.0) && close(figures[1].per_outcome, 450.0));
        let parts = figures[1].parts.expect("two are compared");
        assert!(close(Some(parts.cost), 0.6) && close(Some(parts.outcomes), 80.0 / 480.0));
    }

    #[test]
    fn outcomes_among_contacts_have_wilsons_interval() {
        // R. G. Newcombe (1998), table I, method 3: 81 of 263 gives 0.2553 to 0.3662.
        let row = channel(1, 263.0, 1.0, 81.0);
        let share = channel_figures(&[&row])[0].reached.expect("both are counted");
        let interval = share.wilson_95();
        assert!((share.ratio() - 81.0 / 263.0).abs() < 1e-15);
        assert!((interval.low - 0.2553).abs() < 5e-5 && (interval.high - 0.3662).abs() < 5e-5);
    }

    #[test]
    fn what_cannot_be_divided_has_no_figure() {
        let nothing = channel(1, 0.0, 50.0, 0.0);
        let silent = Channel { cost: None, ..channel(2, 10.0, 0.0, 3.0) };
        let many = channel(3, 10.0, 5.0, 12.0);
        let figures = channel_figures(&[&nothing, &silent, &many]);
        assert_eq!((figures[0].per_contact, figures[0].per_outcome), (None, None));
        assert_eq!(figures[0].reached, None);
        assert_eq!((figures[1].per_contact, figures[1].per_outcome), (None, None));
        assert!(figures[1].reached.is_some() && figures[1].parts.is_none());
        assert_eq!(figures[2].reached, None);
        assert!(close(figures[2].per_outcome, 5.0 / 12.0));
    }

    #[test]
    fn only_one_period_and_one_meaning_of_outcome_are_compared() {
        let one = channel(1, 10.0, 10.0, 5.0);
        let same = Channel { outcome: "  order ".to_owned(), ..channel(2, 10.0, 30.0, 5.0) };
        let other = Channel { outcome: "Appointment".to_owned(), ..channel(3, 9.0, 9.0, 9.0) };
        let later = Channel { period: Period::parse("2026-Q4").ok(), ..channel(4, 9.0, 9.0, 9.0) };
        let rows = [&other, &one, &later, &same];
        let groups = channel_groups(&rows);
        assert_eq!(groups.len(), 1);
        assert_eq!(groups[0].channels, [one.id, same.id]);
        assert_eq!((groups[0].cost, groups[0].outcomes), (40.0, 10.0));
        let figures = channel_figures(&rows);
        let compared: Vec<bool> = figures.iter().map(|one| one.parts.is_some()).collect();
        assert_eq!(compared, [false, true, false, true]);
        assert!(!one_period(rows.iter().copied()) && one_period([&one, &same]));
    }

    #[test]
    fn every_gap_is_named() {
        let full = channel(1, 10.0, 5.0, 2.0);
        assert_eq!(channel_gaps(&full), []);
        let empty = Channel::new(full.id);
        assert_eq!(
            channel_gaps(&empty),
            [ChannelGap::Cost, ChannelGap::Contacts, ChannelGap::Outcomes, ChannelGap::Period]
        );
        let free = Channel { cost: Some(0.0), ..full.clone() };
        assert_eq!(channel_gaps(&free), [ChannelGap::NoCost]);
        let idle = Channel { contacts: Some(0.0), outcomes: Some(0.0), ..free };
        assert_eq!(channel_gaps(&idle), []);
        let odd = Channel { outcomes: Some(11.0), outcome: " ".to_owned(), ..full };
        assert_eq!(channel_gaps(&odd), [ChannelGap::Meaning, ChannelGap::TooManyOutcomes]);
    }

    fn rows() -> impl Strategy<Value = Vec<Channel>> {
        let amount = || prop::option::of(0u32..5_000);
        let row = (amount(), amount(), amount(), 0usize..3, 0usize..3);
        prop::collection::vec(row, 0..12).prop_map(|rows| {
            type Row = (Option<u32>, Option<u32>, Option<u32>, usize, usize);
            let make = |(n, (contacts, cost, outcomes, period, meaning)): (u64, Row)| {
                let period = ["2026", "2026-Q3", ""][period];
                Channel {
                    period: Period::parse(period).ok(),
                    contacts: contacts.map(f64::from),
                    cost: cost.map(|cost| f64::from(cost) / 4.0),
                    outcomes: outcomes.map(f64::from),
                    outcome: ["Order", "order", ""][meaning].to_owned(),
                    ..Channel::new(Id::new(IdKind::Channel, n))
                }
            };
            (0u64..).zip(rows).map(make).collect()
        })
    }

    proptest! {
        #[test]
        fn the_parts_of_a_group_make_the_whole(rows in rows()) {
            let rows: Vec<&Channel> = rows.iter().collect();
            let figures = channel_figures(&rows);
            prop_assert_eq!(figures.len(), rows.len());
            for group in channel_groups(&rows) {
                let parts: Vec<ChannelParts> = figures
                    .iter()
                    .filter(|one| group.channels.contains(&one.channel))
                    .filter_map(|one| one.parts)
                    .collect();
                prop_assert_eq!(parts.len(), group.channels.len());
                let total = |read: fn(&ChannelParts) -> f64| parts.iter().map(read).sum::<f64>();
                prop_assert!((total(|part| part.cost) - 1.0).abs() < 1e-9);
                prop_assert!((total(|part| part.outcomes) - 1.0).abs() < 1e-9);
            }
            for (row, found) in rows.iter().zip(&figures) {
                if let (Some(per), Some(contacts), Some(cost)) =
                    (found.per_contact, row.contacts, row.cost)
                {
                    prop_assert!((per * contacts - cost).abs() <= 1e-9 * cost.max(1.0));
                }
                let figures = [found.per_contact, found.per_outcome];
                prop_assert!(figures.into_iter().flatten().all(|one| one.is_finite() && one >= 0.0));
            }
        }
    }
}
