//! Repairs that need no new fact, carried out on a copy.

use super::finding::Fix;
use crate::base::Id;
use crate::kpi::{Baseline, Counts, Indicator, Measure, Profit};

/// An indicator with a fix applied; one that adds a record gives the record,
/// with the id passed in. `None` where the fix has no indicator to act on.
pub fn mend(indicator: Option<&Indicator>, fix: &Fix, new_id: Id) -> Option<Indicator> {
    match fix {
        Fix::AddIndicator(draft) => return Some(Indicator { id: new_id, ..(**draft).clone() }),
        Fix::AddProfitLine => {
            let mut line = Indicator::new(new_id, Measure::Number);
            line.role.profit = Some(Profit::Line);
            return Some(line);
        }
        _ => {}
    }
    let mut mended = indicator?.clone();
    match fix {
        Fix::Direction(direction) => mended.direction = Some(*direction),
        Fix::Value(value) => mended.target.value = Some(*value),
        Fix::Unit(unit) => mended.unit.clone_from(unit),
        Fix::Within(time, unit) => {
            if let Measure::ServiceLevel { within, unit: own, .. } = &mut mended.measure {
                *within = Some(*time);
                *own = *unit;
            }
        }
        Fix::Deadline(day) => mended.target.due = Some(*day),
        Fix::Baseline(value, period) => {
            mended.baseline = Baseline::Known { value: *value, period: *period };
        }
        Fix::Owner(person) => mended.owner = Some(*person),
        Fix::KeepCounts => mended.role.counts = Some(Counts::Kept),
        Fix::AddIndicator(_) | Fix::AddProfitLine => {}
    }
    Some(mended)
}
