//! Two recorded verdicts, or one and today, beside each other.

use super::snapshot::{GateRecord, Snapshot};
use crate::assessment::Standing;
use crate::pack::Outcome;

/// How one gate stood then and later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GateChange {
    /// The gate's question.
    pub question: String,
    /// How it stood then; `None` when it was not asked.
    pub then: Option<Standing>,
    /// How it stood later; `None` when it was no longer asked.
    pub later: Option<Standing>,
}

/// What differs between two records of readiness.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The two verdicts, the earlier first.
    pub outcomes: [Option<Outcome>; 2],
    /// The two scores in percent; `None` where nothing counted.
    pub percents: [Option<f64>; 2],
    /// Gates that stand otherwise, in the order of the later record, then
    /// those asked only in the earlier one.
    pub changed: Vec<GateChange>,
    /// Gates that stand as they did.
    pub same: usize,
    /// Whether both answered the same pack in the same version. Otherwise the
    /// rules may differ, and with them what the words mean.
    pub same_rules: bool,
}

impl Comparison {
    /// What differs from `then` to `later`.
    pub fn new(then: &Snapshot, later: &Snapshot) -> Self {
        let of = |snapshot: &Snapshot, question: &str| {
            let found = snapshot.gates.iter().find(|gate| gate.question == question);
            found.map(|gate| gate.standing)
        };
        let own = later.gates.iter().map(|gate| (gate, of(then, &gate.question)));
        let own = own.map(|(gate, before)| change(gate, before, Some(gate.standing)));
        let gone = then.gates.iter().filter(|gate| of(later, &gate.question).is_none());
        let gone = gone.map(|gate| change(gate, Some(gate.standing), None));
        let (same, changed): (Vec<_>, Vec<_>) =
            own.chain(gone).partition(|gate| gate.then == gate.later);
        Self {
            outcomes: [then.said, later.said],
            percents: [then.percent, later.percent],
            changed,
            same: same.len(),
            same_rules: then.pack == later.pack && then.version == later.version,
        }
    }

    /// Whether the two say the same.
    pub fn is_empty(&self) -> bool {
        let [then, later] = self.outcomes;
        let [before, after] = self.percents;
        then == later && before == after && self.changed.is_empty()
    }
}

fn change(gate: &GateRecord, then: Option<Standing>, later: Option<Standing>) -> GateChange {
    GateChange { question: gate.question.clone(), then, later }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Id, IdKind};
    use crate::workspace::ProjectGate;

    fn record(said: Outcome, percent: f64, gates: &[(&str, Standing)]) -> Snapshot {
        let gate = |(question, standing): &(&str, Standing)| GateRecord {
            question: (*question).to_owned(),
            standing: *standing,
            counted_as_no: false,
            reason: String::new(),
        };
        Snapshot {
            id: Id::new(IdKind::Snapshot, 1),
            name: String::new(),
            gate: ProjectGate::Start,
            date: chrono::NaiveDate::MIN,
            signer: None,
            signed: String::new(),
            note: String::new(),
            pack: "ready".to_owned(),
            version: 1,
            said: Some(said),
            percent: Some(percent),
            answered: 0,
            not_applicable: 0,
            open: 0,
            gates: gates.iter().map(gate).collect(),
        }
    }

    #[test]
    fn a_record_beside_itself_shows_no_change() {
        let one = record(Outcome::Ready, 100.0, &[("a", Standing::Proven), ("b", Standing::No)]);
        let found = Comparison::new(&one, &one);
        assert!(found.is_empty());
        assert_eq!((found.same, found.same_rules), (2, true));
    }

    #[test]
    fn only_gates_that_stand_otherwise_are_listed() {
        let then = record(
            Outcome::NotReady,
            40.0,
            &[("a", Standing::No), ("b", Standing::Proven), ("gone", Standing::Partly)],
        );
        let mut later = record(
            Outcome::ReadyWithRisks,
            72.5,
            &[("new", Standing::Open), ("a", Standing::Partly), ("b", Standing::Proven)],
        );
        later.version = 2;
        let found = Comparison::new(&then, &later);
        let listed: Vec<_> = found
            .changed
            .iter()
            .map(|gate| (gate.question.as_str(), gate.then, gate.later))
            .collect();
        assert_eq!(
            listed,
            [
                ("new", None, Some(Standing::Open)),
                ("a", Some(Standing::No), Some(Standing::Partly)),
                ("gone", Some(Standing::Partly), None),
            ]
        );
        assert_eq!(found.percents, [Some(40.0), Some(72.5)]);
        assert_eq!((found.same, found.same_rules, found.is_empty()), (1, false, false));
    }

    #[test]
    fn a_verdict_alone_that_changed_is_a_change() {
        let then = record(Outcome::ReadyWithRisks, 80.0, &[("a", Standing::Partly)]);
        let later = record(Outcome::NotReady, 80.0, &[("a", Standing::Partly)]);
        assert!(!Comparison::new(&then, &later).is_empty());
    }
}
