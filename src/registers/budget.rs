//! What the project costs and whether the money is there: sums, hidden costs,
//! the rule of thumb, what is still to be paid.
//!
//! Sums are exact and rounded once. What nobody has written is no zero: a sum
//! over nothing is `None`.

use super::{CostKind, CostLine, Stage};
use crate::base::Id;
use crate::statistics::sum;

/// What a stage still lacks, in currency units: needed − secured − earmarked,
/// not below zero; `None` while what it needs is not stated.
pub fn stage_gap(stage: &Stage) -> Option<f64> {
    let needed = stage.needed.filter(|needed| *needed > 0.0)?;
    let parts = [needed, -stage.secured.unwrap_or_default(), -stage.earmarked.unwrap_or_default()];
    Some(settled(sum(&parts).max(0.0)))
}

/// What all stages still lack together; `None` while no stage states its need.
/// Money one stage has too much does not fill another one.
pub fn funding_gap<'a>(stages: impl IntoIterator<Item = &'a Stage>) -> Option<f64> {
    total(stages.into_iter().map(stage_gap))
}

/// The sums of some cost lines, each over the lines that state the amount.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Sums {
    /// As planned.
    pub planned: Option<f64>,
    /// Ordered or signed for.
    pub committed: Option<f64>,
    /// Paid.
    pub spent: Option<f64>,
    /// At completion: the forecast of each line, or its plan where it has none.
    pub completion: Option<f64>,
}

impl Sums {
    /// Whether no line states any amount.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// By how much the project costs more at completion than planned; negative
    /// for less. `None` without both.
    pub fn overrun(&self) -> Option<f64> {
        Some(settled(sum(&[self.completion?, -self.planned?])))
    }
}

/// Sums of cost lines.
pub fn sums<'a>(lines: impl IntoIterator<Item = &'a CostLine>) -> Sums {
    let lines: Vec<&CostLine> = lines.into_iter().collect();
    let of = |amount: fn(&CostLine) -> Option<f64>| total(lines.iter().map(|line| amount(line)));
    Sums {
        planned: of(|line| line.planned),
        committed: of(|line| line.committed),
        spent: of(|line| line.spent),
        completion: of(completion),
    }
}

/// What a line will have cost when it is done: its forecast, or its plan.
pub fn completion(line: &CostLine) -> Option<f64> {
    line.forecast.or(line.planned)
}

/// The costs of one stage, or of the lines that belong to none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StageCosts {
    /// The stage; `None` for lines without one.
    pub stage: Option<Id>,
    /// Their sums.
    pub sums: Sums,
}

/// Plan against actual for every stage in order, then for lines without a
/// stage, if there are any.
pub fn costs_by_stage(stages: &[&Stage], lines: &[&CostLine]) -> Vec<StageCosts> {
    let known = |id: Option<Id>| id.filter(|id| stages.iter().any(|stage| stage.id == *id));
    let of = |stage: Option<Id>| {
        let own = lines.iter().copied().filter(|line| known(line.stage) == stage);
        StageCosts { stage, sums: sums(own) }
    };
    let mut all: Vec<StageCosts> = stages.iter().map(|stage| of(Some(stage.id))).collect();
    if lines.iter().any(|line| known(line.stage).is_none()) {
        all.push(of(None));
    }
    all
}

/// Whether a hidden cost is in the plan.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum HiddenCost {
    /// No line of the kind.
    Absent,
    /// Lines of the kind, but no amount above zero.
    Zero,
    /// What its lines come to, at plan or else at forecast.
    Stated(f64),
}

impl HiddenCost {
    /// Whether the plan leaves it out, which is a warning.
    pub fn is_missing(self) -> bool {
        !matches!(self, Self::Stated(_))
    }
}

/// The four costs that plans tend to leave out, in the order of
/// [`CostKind::HIDDEN`].
pub fn hidden_costs(lines: &[&CostLine]) -> [(CostKind, HiddenCost); 4] {
    CostKind::HIDDEN.map(|kind| {
        let of_kind: Vec<&&CostLine> = lines.iter().filter(|line| line.kind == kind).collect();
        let amount = total(of_kind.iter().map(|line| line.planned.or(line.forecast)));
        let found = match amount {
            _ if of_kind.is_empty() => HiddenCost::Absent,
            Some(amount) if amount > 0.0 => HiddenCost::Stated(amount),
            _ => HiddenCost::Zero,
        };
        (kind, found)
    })
}

/// The kinds of cost the rule of thumb multiplies.
pub const RULE_BASE: [CostKind; 4] =
    [CostKind::Software, CostKind::Services, CostKind::Hardware, CostKind::Training];

/// The kinds of cost that what the factor adds has to cover.
pub const RULE_BESIDE: [CostKind; 3] =
    [CostKind::DataUpkeep, CostKind::Integration, CostKind::ProjectManagement];

/// The factor of the source's rule of thumb.
pub const RULE_FACTOR: f64 = 4.0;

/// Whether the rule of thumb is applied: as chosen, else to bought software
/// only, because a subscription's small start says nothing of its yearly fees.
pub fn rule_applies(chosen: Option<bool>, subscription: bool) -> bool {
    chosen.unwrap_or(!subscription)
}

/// The total budget by the source's rule of thumb: (software implementation +
/// services + hardware + training) × factor. Data upkeep, integration and
/// project management are compared with what the factor adds and never added
/// to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RuleOfThumb {
    /// The planned amount of each kind of [`RULE_BASE`].
    pub base: [f64; 4],
    /// Their sum.
    pub base_sum: f64,
    /// The factor.
    pub factor: f64,
    /// The budget the rule asks for: sum × factor.
    pub budget: f64,
    /// What the factor adds to the sum: sum × (factor − 1).
    pub added: f64,
    /// The planned amount of each kind of [`RULE_BESIDE`].
    pub beside: [f64; 3],
    /// Their sum, to be compared with what the factor adds.
    pub beside_sum: f64,
    /// Everything planned, costs of other kinds included.
    pub planned: f64,
    /// By how much the rule's budget exceeds everything planned; negative when
    /// more is planned than the rule asks for.
    pub gap: f64,
}

/// The rule of thumb on the planned amounts, with the source's factor unless
/// another is given; `None` while nothing it multiplies is planned.
pub fn rule_of_thumb(lines: &[&CostLine], factor: Option<f64>) -> Option<RuleOfThumb> {
    let of = |kind: CostKind| {
        let own = lines.iter().filter(|line| line.kind == kind);
        total(own.map(|line| line.planned)).unwrap_or_default()
    };
    let base = RULE_BASE.map(of);
    let base_sum = settled(sum(&base));
    if base_sum <= 0.0 {
        return None;
    }
    let factor = factor.unwrap_or(RULE_FACTOR);
    let beside = RULE_BESIDE.map(of);
    let planned = total(lines.iter().map(|line| line.planned)).unwrap_or_default();
    let budget = settled(base_sum * factor);
    Some(RuleOfThumb {
        base,
        base_sum,
        factor,
        budget,
        added: settled(budget - base_sum),
        beside,
        beside_sum: settled(sum(&beside)),
        planned,
        gap: settled(budget - planned),
    })
}

/// What is still to be paid until the project is done.
#[derive(Debug, Clone, PartialEq)]
pub struct ToComplete {
    /// At completion, over all lines that state it.
    pub completion: f64,
    /// Paid so far on those lines.
    pub spent: f64,
    /// Still to pay: for each line completion − spent, at least zero.
    pub remaining: f64,
    /// Lines whose plan stands for a forecast nobody made.
    pub by_plan: Vec<Id>,
    /// Lines with neither forecast nor plan; nothing can be said of them.
    pub unknown: Vec<Id>,
    /// Lines that have cost more already than they are forecast to.
    pub overspent: Vec<Id>,
}

/// Cost to complete; `None` while no line has a forecast or a plan.
pub fn to_complete(lines: &[&CostLine]) -> Option<ToComplete> {
    let ids = |fits: &dyn Fn(&CostLine) -> bool| -> Vec<Id> {
        lines.iter().filter(|line| fits(line)).map(|line| line.id).collect()
    };
    let known: Vec<(f64, f64)> = lines
        .iter()
        .filter_map(|line| Some((completion(line)?, line.spent.unwrap_or_default())))
        .collect();
    if known.is_empty() {
        return None;
    }
    let of = |amount: fn(&(f64, f64)) -> f64| {
        settled(sum(&known.iter().map(amount).collect::<Vec<f64>>()))
    };
    Some(ToComplete {
        completion: of(|known| known.0),
        spent: of(|known| known.1),
        remaining: of(|known| (known.0 - known.1).max(0.0)),
        by_plan: ids(&|line| line.forecast.is_none() && line.planned.is_some()),
        unknown: ids(&|line| completion(line).is_none()),
        overspent: ids(&|line| {
            completion(line).is_some_and(|completion| line.spent.unwrap_or_default() > completion)
        }),
    })
}

/// The sum of the amounts that are stated; `None` when none is.
fn total(amounts: impl Iterator<Item = Option<f64>>) -> Option<f64> {
    let stated: Vec<f64> = amounts.flatten().collect();
    (!stated.is_empty()).then(|| settled(sum(&stated)))
}

/// A worked-out amount at the 15 digits a double carries, so that 0.3 − 0.1 is
/// 0.2.
fn settled(amount: f64) -> f64 {
    format!("{amount:.14e}").parse().unwrap_or(amount)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::IdKind;
    use proptest::prelude::*;

    fn line(n: u64, kind: CostKind, planned: Option<f64>) -> CostLine {
        CostLine { planned, ..CostLine::new(Id::new(IdKind::CostLine, n), kind) }
    }

    fn all(lines: &[CostLine]) -> Vec<&CostLine> {
        lines.iter().collect()
    }

    fn stage(n: u64, needed: Option<f64>, secured: f64, earmarked: Option<f64>) -> Stage {
        let stage = Stage::new(Id::new(IdKind::Stage, n));
        Stage { needed, secured: Some(secured), earmarked, ..stage }
    }

    #[test]
    fn what_a_stage_lacks_is_not_filled_by_another() {
        let rich = stage(1, Some(100.0), 150.0, None);
        let poor = stage(2, Some(0.3), 0.1, Some(0.1));
        let silent = stage(3, None, 5.0, None);
        assert_eq!(stage_gap(&rich), Some(0.0));
        assert_eq!(stage_gap(&poor), Some(0.1));
        assert_eq!(stage_gap(&silent), None);
        assert_eq!(funding_gap([&rich, &poor, &silent]), Some(0.1));
        assert_eq!(funding_gap([&silent]), None);
        assert_eq!(funding_gap([]), None);
    }

    #[test]
    fn a_sum_over_nothing_is_no_zero_and_a_plan_stands_for_a_missing_forecast() {
        assert!(sums([]).is_empty());
        let lines = [
            CostLine { spent: Some(5.0), ..line(1, CostKind::Software, Some(10.0)) },
            CostLine { forecast: Some(30.0), ..line(2, CostKind::Services, Some(20.0)) },
        ];
        let found = sums(&lines);
        assert_eq!((found.planned, found.committed), (Some(30.0), None));
        assert_eq!((found.spent, found.completion), (Some(5.0), Some(40.0)));
        assert_eq!(found.overrun(), Some(10.0));
        assert_eq!(sums(&[line(1, CostKind::Other, None)]).overrun(), None);
    }

    #[test]
    fn costs_stand_with_their_stage_and_the_rest_at_the_end() {
        let stages = [stage(1, None, 0.0, None), stage(2, None, 0.0, None)];
        let stages: Vec<&Stage> = stages.iter().collect();
        let of = |n, stage: u64| CostLine {
            stage: Some(Id::new(IdKind::Stage, stage)),
            ..line(n, CostKind::Other, Some(10.0))
        };
        let lines = [of(1, 2), of(2, 2), line(3, CostKind::Other, Some(1.0))];
        let found: Vec<_> = costs_by_stage(&stages, &all(&lines))
            .into_iter()
            .map(|costs| (costs.stage, costs.sums.planned))
            .collect();
        let wanted =
            [(Some(stages[0].id), None), (Some(stages[1].id), Some(20.0)), (None, Some(1.0))];
        assert_eq!(found, wanted);
        assert_eq!(costs_by_stage(&stages, &all(&lines[..2])).len(), 2);
        // A stage of another project is no stage of this one.
        let lost = [of(1, 9)];
        assert_eq!(
            costs_by_stage(&stages, &all(&lost)).last().map(|costs| costs.stage),
            Some(None)
        );
    }

    #[test]
    fn a_hidden_cost_is_missing_when_absent_or_zero() {
        let lines = [
            line(1, CostKind::Training, Some(24.0)),
            line(2, CostKind::DataUpkeep, Some(0.0)),
            CostLine { forecast: Some(3.0), ..line(3, CostKind::Integration, None) },
        ];
        let found = hidden_costs(&all(&lines));
        let wanted = [
            (CostKind::Training, HiddenCost::Stated(24.0)),
            (CostKind::DataUpkeep, HiddenCost::Zero),
            (CostKind::Integration, HiddenCost::Stated(3.0)),
            (CostKind::ProjectManagement, HiddenCost::Absent),
        ];
        assert_eq!(found, wanted);
        assert_eq!(found.iter().filter(|(_, cost)| cost.is_missing()).count(), 2);
    }

    /// By hand: (92 + 70 + 18 + 24) × 4 = 816; the factor adds 612; data
    /// upkeep 0, integration 45 and project management 11 are 56 of them.
    #[test]
    fn the_rule_multiplies_four_kinds_and_compares_three() {
        let lines = [
            line(1, CostKind::Software, Some(92.0)),
            line(2, CostKind::Services, Some(70.0)),
            line(3, CostKind::Hardware, Some(18.0)),
            line(4, CostKind::Training, Some(24.0)),
            line(5, CostKind::Integration, Some(45.0)),
            line(6, CostKind::ProjectManagement, Some(11.0)),
            line(7, CostKind::Other, Some(5.0)),
            line(8, CostKind::Software, None),
        ];
        let rule = rule_of_thumb(&all(&lines), None).expect("there is a base");
        assert_eq!((rule.base_sum, rule.factor, rule.budget), (204.0, 4.0, 816.0));
        assert_eq!((rule.added, rule.beside_sum), (612.0, 56.0));
        assert_eq!((rule.planned, rule.gap), (265.0, 551.0));
        let half = rule_of_thumb(&all(&lines), Some(1.25)).expect("there is a base");
        assert_eq!((half.budget, half.added, half.gap), (255.0, 51.0, -10.0));
        // What it compares changes neither base nor budget.
        let base = rule_of_thumb(&all(&lines[..4]), None).expect("there is a base");
        assert_eq!((base.budget, base.beside_sum), (816.0, 0.0));
        assert_eq!(rule_of_thumb(&all(&lines[4..]), None), None);
    }

    #[test]
    fn the_rule_is_off_for_subscriptions_unless_chosen() {
        assert!(rule_applies(None, false) && !rule_applies(None, true));
        assert!(rule_applies(Some(true), true) && !rule_applies(Some(false), false));
    }

    /// By hand: 88 − 44, 20 (its plan) − 0, 5 − 9 at least 0.
    #[test]
    fn cost_to_complete_is_never_below_zero_for_a_line() {
        let lines = [
            CostLine {
                forecast: Some(88.0),
                spent: Some(44.0),
                ..line(1, CostKind::Software, Some(92.0))
            },
            line(2, CostKind::Services, Some(20.0)),
            CostLine { forecast: Some(5.0), spent: Some(9.0), ..line(3, CostKind::Hardware, None) },
            CostLine { spent: Some(1.0), ..line(4, CostKind::Other, None) },
        ];
        let id = |n| Id::new(IdKind::CostLine, n);
        let found = to_complete(&all(&lines)).expect("lines with a forecast");
        assert_eq!((found.completion, found.spent, found.remaining), (113.0, 53.0, 64.0));
        assert_eq!(found.by_plan, [id(2)]);
        assert_eq!(found.unknown, [id(4)]);
        assert_eq!(found.overspent, [id(3)]);
        assert_eq!(to_complete(&all(&lines[3..])), None);
    }

    proptest! {
        #[test]
        fn stages_add_up_to_the_whole(
            amounts in prop::collection::vec((0u64..4, 0u32..1_000_000, 0u32..1_000_000), 1..20),
        ) {
            let stages: Vec<Stage> = (1..4).map(|n| stage(n, None, 0.0, None)).collect();
            let stages: Vec<&Stage> = stages.iter().collect();
            let lines: Vec<CostLine> = amounts.iter().zip(1..).map(|((at, planned, spent), n)| CostLine {
                stage: (*at > 0).then(|| Id::new(IdKind::Stage, *at)),
                spent: Some(f64::from(*spent) / 100.0),
                ..line(n, CostKind::Other, Some(f64::from(*planned) / 100.0))
            }).collect();
            let whole = sums(&lines);
            let parts = costs_by_stage(&stages, &all(&lines));
            let planned = total(parts.iter().map(|costs| costs.sums.planned));
            let spent = total(parts.iter().map(|costs| costs.sums.spent));
            prop_assert_eq!((planned, spent), (whole.planned, whole.spent));
        }
    }
}
