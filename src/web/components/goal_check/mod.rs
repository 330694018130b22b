//! What the goal check finds, shown beside its slot and as lists, each finding
//! with the button that removes it.

mod item;
mod mender;
mod slot;

pub use item::FindingList;
pub use mender::{Mender, OpenGoal, add_indicator, definition_field, trade_off_field};
pub use slot::{Noted, SlotNote};

use crate::base::Id;
use crate::kpi::{Finding, Repair, Slot};
use crate::web::session::{Here, Session};
use leptos::prelude::*;

/// The findings of the project shown, for everything on a page that shows
/// some: looked for once, however many slots ask.
#[derive(Clone, Copy)]
pub struct Found(Memo<Vec<Finding>>);

impl Found {
    /// Looks for them, and again with every change.
    pub fn provide() -> Self {
        let session = Session::here();
        let found = Self(session.findings(Here::project()));
        provide_context(found);
        found
    }

    /// Those of this page; none on a page that does not show any.
    pub fn here() -> Option<Self> {
        use_context()
    }

    /// All of them.
    pub fn all(self) -> Memo<Vec<Finding>> {
        self.0
    }

    /// Those about a goal or indicator, conflicts of others with it among them.
    pub fn about(self, id: Id) -> Memo<Vec<Finding>> {
        Memo::new(move |_| {
            let seen = |one: &Finding| {
                if one.about == Some(id) { Some(one.clone()) } else { one.seen_from(id) }
            };
            self.0.with(|all| all.iter().filter_map(seen).collect())
        })
    }

    /// Those about a goal or indicator that an entry in one of some slots
    /// removes.
    pub fn at(self, id: Id, slots: &'static [Slot]) -> Memo<Vec<Finding>> {
        Memo::new(move |_| {
            let here = |one: &&Finding| one.about == Some(id) && slots.contains(&one.slot);
            self.0.with(|all| all.iter().filter(here).cloned().collect())
        })
    }
}

/// Whether a finding only says that a slot is empty, and nothing is at hand to
/// fill it with.
pub fn is_plain_gap(finding: &Finding) -> bool {
    finding.is_empty_slot() && matches!(finding.repair, Repair::Open(_))
}
