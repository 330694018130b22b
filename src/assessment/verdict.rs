//! The verdict: the pack's rules, in the pack's order, over its gates.

use super::answer::AnswerValue;
use super::standing::{Judged, Standing};
use crate::pack::{GateCondition, Outcome, Pack};

/// One gate with how it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Gate {
    /// Question id.
    pub question: String,
    /// How it stands.
    pub standing: Standing,
    /// Whether it counts as *no*: answered no, or at risk without owner and
    /// date.
    pub counts_as_no: bool,
}

impl Gate {
    /// Partly, overridden, or yes without its proof, with owner and date.
    pub fn is_named_risk(&self) -> bool {
        !self.counts_as_no && at_risk(self.standing)
    }
}

/// What follows from the gates.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// The first rule that held; `None` for a pack without rules.
    pub outcome: Option<Outcome>,
    /// Where that rule stands in the pack's list, from 0.
    pub rule: Option<usize>,
    /// Every gate in the pack's order.
    pub gates: Vec<Gate>,
}

impl Verdict {
    /// Gates that are open.
    pub fn open(&self) -> usize {
        self.gates.iter().filter(|gate| gate.standing == Standing::Open).count()
    }
}

fn at_risk(standing: Standing) -> bool {
    matches!(standing, Standing::Partly | Standing::Overridden | Standing::Unproven)
}

/// Applies the pack's rules to its judged questions.
pub fn verdict(pack: &Pack, judged: &[Judged]) -> Verdict {
    let gates: Vec<Gate> = pack
        .questions()
        .zip(judged)
        .filter(|(question, _)| question.gate)
        .map(|(_, judged)| Gate {
            question: judged.question.clone(),
            standing: judged.standing,
            counts_as_no: counts_as_no(judged),
        })
        .collect();
    let found = Found {
        no: gates.iter().any(|gate| gate.counts_as_no),
        open: gates.iter().any(|gate| gate.standing == Standing::Open),
        at_risk: gates.iter().any(|gate| at_risk(gate.standing)),
    };
    let rule = rule_for(pack, found);
    let outcome = rule.and_then(|rule| pack.verdict.get(rule)).map(|rule| rule.then);
    Verdict { outcome, rule, gates }
}

/// What the rules of a verdict ask about the gates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Found {
    /// One counts as *no*.
    pub no: bool,
    /// One is open.
    pub open: bool,
    /// One is at risk, named or not.
    pub at_risk: bool,
}

/// The first of a pack's rules that holds for such gates, from 0.
pub fn rule_for(pack: &Pack, found: Found) -> Option<usize> {
    let holds = |condition: GateCondition| match condition {
        GateCondition::AnyNo => found.no,
        GateCondition::AnyOpen => found.open,
        GateCondition::AnyAtRisk => found.at_risk,
        GateCondition::Otherwise => true,
    };
    pack.verdict.iter().position(|rule| holds(rule.when))
}

/// Whether a question, seen as a gate, lets the project pass: it is neither
/// open nor does it count as *no*.
pub fn passes(judged: &Judged) -> bool {
    judged.standing != Standing::Open && !counts_as_no(judged)
}

fn counts_as_no(judged: &Judged) -> bool {
    let said_no = matches!(judged.value, Some(AnswerValue::No | AnswerValue::Level(0)));
    let unnamed_risk = at_risk(judged.standing) && !judged.named;
    judged.standing == Standing::No
        || (judged.standing == Standing::Overridden && said_no)
        || unnamed_risk
}
