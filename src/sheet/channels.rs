//! The sheet of contact channels.

use super::columns::{column, field, more};
use super::{Kind, Sheet, Value};
use crate::base::IdKind;
use crate::key;
use crate::registers::Channel;
use crate::workspace::Record;

/// Contact channels with cost and outcomes.
pub static CHANNELS: Sheet = Sheet {
    name: "channels",
    kind: IdKind::Channel,
    new: key!("channels.new"),
    ordered: true,
    named: false,
    columns: &[
        column("name", key!("channels.name"), Kind::Text, field!(Channel.name as Text)),
        column("period", key!("channels.period"), Kind::Period, field!(Channel.period as Period)),
        column(
            "contacts",
            key!("channels.contacts"),
            Kind::Count,
            field!(Channel.contacts as Amount),
        ),
        column("cost", key!("channels.cost"), Kind::Money, field!(Channel.cost as Amount)),
        column(
            "outcomes",
            key!("channels.outcomes"),
            Kind::Count,
            field!(Channel.outcomes as Amount),
        ),
        column("outcome", key!("channels.outcome"), Kind::Text, field!(Channel.outcome as Text)),
        more(column("note", key!("sheet.note"), Kind::Text, field!(Channel.note as Text))),
    ],
    rows: |project| project.channels.iter().cloned().map(Record::Channel).collect(),
    blank: |id| Record::Channel(Channel::new(id)),
    settle: |_, _, _| {},
};
