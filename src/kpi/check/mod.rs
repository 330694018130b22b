//! The goal check: finds the mistakes that make a goal impossible to judge,
//! names the rule and the slot, and offers a repair.
//!
//! Pure and deterministic: equal plans give equal findings in equal order.
//! Rules work on typed fields and on what `reading` reads in sentences.

mod balance;
mod blank;
mod chain;
mod conflict;
mod draws;
mod facts;
mod finding;
mod judged;
mod misread;
mod pairs;
mod repair;
mod sentence;
#[cfg(test)]
mod tests;
mod vague;
mod view;

pub use conflict::Rivals;
pub use draws::Shared;
pub use facts::{MissingFact, is_measurable, missing_facts};
pub use finding::{Finding, Fix, Mistake, Repair, Rule, Slot};
pub use pairs::Pairs;
pub use repair::mend;
pub use view::Aims;

use self::view::Views;
use crate::base::Id;

/// The goal check with a memory of the sentences it has read: a second look
/// at a plan reads only what has changed.
#[derive(Debug, Default)]
pub struct GoalCheck {
    memory: view::Memory,
}

impl GoalCheck {
    /// Everything there is to say about a plan, by rule, then by record.
    pub fn findings(&mut self, aims: &Aims<'_>) -> Vec<Finding> {
        let views = Views::new(aims, &mut self.memory);
        let mut found = about_goals(&views);
        balance::plan(&views, &mut found);
        in_order(&views, &mut found);
        found
    }
}

impl GoalCheck {
    /// Every pair that competes, settled or not.
    pub fn rivals(&mut self, aims: &Aims<'_>) -> Vec<Rivals> {
        conflict::rivals(&Views::new(aims, &mut self.memory))
    }

    /// The pairs worth looking at together, and those nobody has looked at.
    pub fn pairs(&mut self, aims: &Aims<'_>) -> Pairs {
        pairs::pairs(&Views::new(aims, &mut self.memory))
    }

    /// What indicators draw on, with who pulls which way.
    pub fn shared(&mut self, aims: &Aims<'_>) -> Vec<Shared> {
        draws::shared(&Views::new(aims, &mut self.memory))
    }

    /// The indicators that are the overall profit: as typed, or by their name.
    pub fn profit_lines(&mut self, aims: &Aims<'_>) -> Vec<Id> {
        let views = Views::new(aims, &mut self.memory);
        let lines = views.indicators.iter().filter(|view| balance::is_profit_line(view));
        lines.map(|view| view.indicator.id).collect()
    }
}

/// Everything there is to say about a plan, by rule, then by record.
pub fn check(aims: &Aims<'_>) -> Vec<Finding> {
    GoalCheck::default().findings(aims)
}

/// As [`check`], without the balance of the plan as a whole: what can be said
/// of a single goal.
pub fn check_goals(aims: &Aims<'_>) -> Vec<Finding> {
    let mut memory = view::Memory::default();
    let views = Views::new(aims, &mut memory);
    let mut found = about_goals(&views);
    in_order(&views, &mut found);
    found
}

fn about_goals(views: &Views<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    vague::goals(views, &mut found);
    vague::indicators(views, &mut found);
    conflict::all(views, &mut found);
    misread::goals(views, &mut found);
    misread::indicators(views, &mut found);
    balance::records(views, &mut found);
    found
}

/// By rule, then in the order of the records.
fn in_order(views: &Views<'_>, found: &mut [Finding]) {
    let place = |id: Option<Id>| id.and_then(|id| views.place(id)).unwrap_or(usize::MAX);
    found.sort_by_cached_key(|one| (one.rule, place(one.about)));
}
