//! What the stages lack, what the rule of thumb says and what is still to be
//! paid, as sentences; and how each of these numbers is worked out.

use crate::chart::indicator::ReceiptLine;
use crate::i18n::values;
use crate::i18n::{Arg, Catalogue, numbers};
use crate::key;
use crate::registers::{
    CostLine, RuleOfThumb, Stage, funding_gap, rule_applies, rule_of_thumb, stage_gap, sums,
    to_complete,
};
use crate::workspace::Project;

/// A project's money in one language.
#[derive(Clone, Copy)]
pub struct Money<'a> {
    /// The words.
    pub catalogue: &'a Catalogue,
    /// The project.
    pub project: &'a Project,
}

impl Money<'_> {
    fn amount(self, amount: f64) -> String {
        values::money(self.catalogue, &self.project.head.currency, amount)
    }

    fn say(self, key: &str, amounts: &[(&str, f64)]) -> String {
        let texts: Vec<(&str, String)> =
            amounts.iter().map(|(slot, amount)| (*slot, self.amount(*amount))).collect();
        let args: Vec<(&str, Arg<'_>)> =
            texts.iter().map(|(slot, text)| (*slot, Arg::Text(text))).collect();
        self.catalogue.format(key, &args)
    }

    fn lines(&self) -> Vec<&CostLine> {
        self.project.costs.iter().collect()
    }

    /// What all stages still lack together.
    pub fn gap(self) -> String {
        match funding_gap(self.project.stages.iter()) {
            None => self.catalogue.text(key!("funding.gap_unknown")).into_owned(),
            Some(gap) if gap > 0.0 => self.say(key!("funding.gap"), &[("amount", gap)]),
            Some(_) => self.catalogue.text(key!("funding.gap_none")).into_owned(),
        }
    }

    /// What one stage lacks; `None` when it lacks nothing.
    pub fn stage_lacks(self, stage: &Stage) -> Option<String> {
        let gap = stage_gap(stage).filter(|gap| *gap > 0.0)?;
        Some(self.say(key!("funding.lacking"), &[("amount", gap)]))
    }

    /// The rule of thumb, where it is applied and has something to multiply.
    pub fn rule(self) -> Option<RuleOfThumb> {
        let head = &self.project.head;
        let applies = rule_applies(head.budget_rule, head.subscription);
        applies.then(|| rule_of_thumb(&self.lines(), head.budget_factor)).flatten()
    }

    fn line(self, term: &str, text: String) -> ReceiptLine {
        ReceiptLine { term: self.catalogue.text(term).into_owned(), text }
    }

    /// Amounts as they are added up: "92,000 + 70,000".
    fn added(self, amounts: &[f64]) -> String {
        let language = self.catalogue.language();
        let texts: Vec<String> =
            amounts.iter().map(|amount| numbers::number(language, *amount)).collect();
        texts.join(" + ")
    }
}

/// Every stage whose lines will come to more than it has been given,
/// promised money included.
pub fn stages_over(money: Money<'_>) -> Vec<String> {
    let over = |stage: &Stage| {
        let own = money.project.costs.iter().filter(|line| line.stage == Some(stage.id));
        let expected = sums(own).completion?;
        let given = crate::statistics::sum(&[
            stage.secured.unwrap_or_default(),
            stage.earmarked.unwrap_or_default(),
        ]);
        // A cent that rounding made is no cost.
        let over = expected - given;
        (over > 5e-3 && given > 0.0).then_some(over)
    };
    let named = |(stage, over): (&Stage, f64)| {
        let over = money.amount((over * 100.0).round() / 100.0);
        let name = super::record_name(money.project, stage.id);
        let args = [("stage", Arg::Text(name.trim())), ("difference", Arg::Text(&over))];
        money.catalogue.format(key!("funding.stage_over"), &args)
    };
    let stages = money.project.stages.iter();
    stages.filter_map(|stage| Some((stage, over(stage)?))).map(named).collect()
}

/// What the rule says: its budget against the plan, then what it adds
/// against the costs it is there to cover.
pub fn rule_says(money: Money<'_>) -> Vec<String> {
    let head = &money.project.head;
    if !rule_applies(head.budget_rule, head.subscription) {
        let key = match head.budget_rule {
            None => key!("funding.thumb_rented"),
            Some(_) => key!("funding.thumb_off"),
        };
        return vec![money.catalogue.text(key).into_owned()];
    }
    let Some(rule) = money.rule() else {
        return vec![money.catalogue.text(key!("funding.thumb_empty")).into_owned()];
    };
    let key = match rule.gap {
        gap if gap > 0.0 => key!("funding.thumb_short"),
        gap if gap < 0.0 => key!("funding.thumb_long"),
        _ => key!("funding.thumb_even"),
    };
    let beside = if rule.beside_sum > rule.added {
        key!("funding.thumb_beside_over")
    } else {
        key!("funding.thumb_beside")
    };
    vec![
        money.say(
            key,
            &[("budget", rule.budget), ("planned", rule.planned), ("gap", rule.gap.abs())],
        ),
        money.say(beside, &[("added", rule.added), ("beside", rule.beside_sum)]),
    ]
}

/// Cost to complete, and what keeps it from being exact.
pub fn completion_says(money: Money<'_>) -> Vec<String> {
    let Some(found) = to_complete(&money.lines()) else { return Vec::new() };
    let counted = |key: &str, count: usize| {
        let count = u64::try_from(count).unwrap_or(u64::MAX);
        (count > 0).then(|| money.catalogue.format(key, &[("count", Arg::Count(count))]))
    };
    let mut said = vec![money.say(key!("funding.to_complete"), &[("amount", found.remaining)])];
    said.extend(counted(key!("funding.by_plan"), found.by_plan.len()));
    said.extend(counted(key!("funding.unknown"), found.unknown.len()));
    said.extend(found.overspent.iter().map(|line| {
        let name = super::record_name(money.project, *line);
        money.catalogue.format(key!("funding.overspent"), &[("name", Arg::Text(name.trim()))])
    }));
    said
}

/// How what the stages lack is worked out.
pub fn gap_receipt(money: Money<'_>) -> Vec<ReceiptLine> {
    let gaps: Vec<f64> = money.project.stages.iter().filter_map(stage_gap).collect();
    let Some(result) = funding_gap(money.project.stages.iter()) else { return Vec::new() };
    let parts = money.added(&gaps);
    let result = money.amount(result);
    let args = [("parts", Arg::Text(&parts)), ("result", Arg::Text(&result))];
    let text = money.catalogue.format(key!("funding.receipt_gap_rule"), &args);
    vec![money.line(key!("funding.receipt_gap"), text)]
}

/// How the numbers of the rule of thumb are worked out.
pub fn rule_receipt(money: Money<'_>) -> Vec<ReceiptLine> {
    let Some(rule) = money.rule() else { return Vec::new() };
    let (base, beside) = (money.added(&rule.base), money.added(&rule.beside));
    let (budget, result) = (money.amount(rule.budget), money.amount(rule.beside_sum));
    let factor = numbers::number(money.catalogue.language(), rule.factor);
    let multiplied = [
        ("base", Arg::Text(&base)),
        ("factor", Arg::Text(&factor)),
        ("result", Arg::Text(&budget)),
    ];
    let compared = [("parts", Arg::Text(&beside)), ("result", Arg::Text(&result))];
    let added = [("budget", rule.budget), ("base", rule.base_sum), ("result", rule.added)];
    vec![
        money.line(
            key!("funding.receipt_budget"),
            money.catalogue.format(key!("funding.receipt_budget_rule"), &multiplied),
        ),
        money.line(
            key!("funding.receipt_planned"),
            money.say(key!("funding.receipt_planned_rule"), &[("result", rule.planned)]),
        ),
        money.line(
            key!("funding.receipt_added"),
            money.say(key!("funding.receipt_added_rule"), &added),
        ),
        money.line(
            key!("funding.receipt_beside"),
            money.catalogue.format(key!("funding.receipt_beside_rule"), &compared),
        ),
    ]
}

/// How completion, overrun and cost to complete are worked out.
pub fn completion_receipt(money: Money<'_>) -> Vec<ReceiptLine> {
    let lines = money.lines();
    let whole = sums(lines.iter().copied());
    let mut receipt = Vec::new();
    if let Some(result) = whole.completion {
        let text = money.say(key!("funding.receipt_completion_rule"), &[("result", result)]);
        receipt.push(money.line(key!("funding.receipt_completion"), text));
    }
    if let (Some(completion), Some(planned), Some(result)) =
        (whole.completion, whole.planned, whole.overrun())
    {
        let amounts = [("completion", completion), ("planned", planned), ("result", result)];
        let text = money.say(key!("funding.receipt_overrun_rule"), &amounts);
        receipt.push(money.line(key!("funding.receipt_overrun"), text));
    }
    if let Some(found) = to_complete(&lines) {
        let amounts =
            [("completion", found.completion), ("spent", found.spent), ("result", found.remaining)];
        let text = money.say(key!("funding.receipt_remaining_rule"), &amounts);
        receipt.push(money.line(key!("funding.receipt_remaining"), text));
    }
    receipt
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Id, IdKind};
    use crate::i18n::Language;
    use crate::i18n::testing::catalogue;
    use crate::registers::CostKind;
    use crate::workspace::{Command, ProjectHead, Record, Workspace};

    fn project(head: impl FnOnce(&mut ProjectHead), records: Vec<Record>) -> Project {
        let id = Id::new(IdKind::Project, 1);
        let mut own = ProjectHead::new(id, "CRM");
        own.currency = "EUR".to_owned();
        head(&mut own);
        let mut workspace = Workspace::default();
        for command in [
            Command::AddProject(Box::new(Project::new(own))),
            Command::SaveAll { project: id, records },
        ] {
            workspace.apply(command).expect("the project is sound");
        }
        workspace.project(id).expect("it was added").clone()
    }

    fn stage(n: u64, needed: f64, secured: f64) -> Stage {
        let stage = Stage::new(Id::new(IdKind::Stage, n));
        let name = format!("Stage {n}");
        Stage { name, needed: Some(needed), secured: Some(secured), ..stage }
    }

    fn line(n: u64, kind: CostKind, planned: f64) -> CostLine {
        let line = CostLine::new(Id::new(IdKind::CostLine, n), kind);
        CostLine { name: format!("Line {n}"), planned: Some(planned), ..line }
    }

    fn lines(lines: Vec<CostLine>) -> Vec<Record> {
        lines.into_iter().map(Record::CostLine).collect()
    }

    fn english() -> Catalogue {
        catalogue(Language::English)
    }

    fn of<'a>(catalogue: &'a Catalogue, project: &'a Project) -> Money<'a> {
        Money { catalogue, project }
    }

    fn plain(texts: impl IntoIterator<Item = String>) -> Vec<String> {
        texts.into_iter().map(|text| text.replace('\u{a0}', " ")).collect()
    }

    #[test]
    fn what_stages_lack_is_said_with_its_parts() {
        let records =
            vec![Record::Stage(stage(1, 100.0, 100.0)), Record::Stage(stage(2, 95.0, 5.0))];
        let project = project(|_| (), records);
        let said = plain(vec![of(&english(), &project).gap()]);
        assert_eq!(said, ["Still to find for all stages: 90 EUR."]);
        let receipt = gap_receipt(of(&english(), &project));
        assert!(receipt[0].text.contains("0 + 90 = 90"), "{}", receipt[0].text);
        let last = project.stages.iter().next_back().expect("two stages");
        let lacks = of(&english(), &project).stage_lacks(last).expect("it lacks");
        assert_eq!(plain(vec![lacks]), ["90 EUR missing"]);
    }

    #[test]
    fn the_rule_is_said_against_the_plan_and_what_it_adds() {
        let costs =
            || lines(vec![line(1, CostKind::Software, 200.0), line(2, CostKind::DataUpkeep, 10.0)]);
        let bought = project(|_| (), costs());
        assert_eq!(
            plain(rule_says(of(&english(), &bought))),
            [
                "The rule asks for 800 EUR. Planned are 210 EUR: 590 EUR less.",
                "Of the 600 EUR the factor adds, data upkeep, integration and project management have 10 EUR in the plan.",
            ]
        );
        let receipt = rule_receipt(of(&english(), &bought));
        assert!(receipt[0].text.contains("(200 + 0 + 0 + 0) × 4"), "{}", receipt[0].text);
        assert!(receipt[3].text.contains("10 + 0 + 0"), "{}", receipt[3].text);
        let small = project(|head| head.budget_factor = Some(1.04), costs());
        let said = plain(rule_says(of(&english(), &small)));
        assert!(
            said[0].contains("2 EUR more") && said[1].contains("more than the 8 EUR"),
            "{said:?}"
        );
        let rented = project(|head| head.subscription = true, costs());
        assert!(rule_says(of(&english(), &rented))[0].contains("rented"));
        assert!(rule_receipt(of(&english(), &rented)).is_empty());
        let chosen = |head: &mut ProjectHead| {
            head.subscription = true;
            head.budget_rule = Some(true);
        };
        assert_eq!(rule_says(of(&english(), &project(chosen, costs()))).len(), 2);
        assert!(rule_says(of(&english(), &project(|_| (), Vec::new())))[0].contains("needs"));
    }

    #[test]
    fn what_makes_completion_doubtful_is_said() {
        let spent = CostLine { spent: Some(20.0), ..line(2, CostKind::Other, 15.0) };
        let silent = CostLine { planned: None, ..line(3, CostKind::Other, 0.0) };
        let project = project(|_| (), lines(vec![line(1, CostKind::Other, 5.0), spent, silent]));
        assert_eq!(
            plain(completion_says(of(&english(), &project))),
            [
                "Cost to complete: 5 EUR.",
                "2 lines have no forecast; their plan stands for it.",
                "1 line has neither forecast nor plan and is left out.",
                "Has cost more than it is forecast to: Line 2. Renew the forecast.",
            ]
        );
    }

    #[test]
    fn a_stage_that_costs_more_than_it_got_is_named() {
        let own = CostLine {
            stage: Some(Id::new(IdKind::Stage, 1)),
            forecast: Some(110.1),
            ..line(1, CostKind::Other, 100.0)
        };
        let records = vec![Record::Stage(stage(1, 100.0, 100.0)), Record::CostLine(own.clone())];
        let said = plain(stages_over(of(&english(), &project(|_| (), records))));
        assert_eq!(said, ["Stage 1 is expected to cost 10.1 EUR more than it has been given."]);
        let enough = vec![Record::Stage(stage(1, 100.0, 110.1)), Record::CostLine(own)];
        assert!(stages_over(of(&english(), &project(|_| (), enough))).is_empty());
    }

    #[test]
    fn nothing_is_left_unsaid_in_any_language() {
        let own = CostLine {
            stage: Some(Id::new(IdKind::Stage, 1)),
            forecast: Some(110.0),
            ..line(1, CostKind::Training, 100.0)
        };
        let records = vec![Record::Stage(stage(1, 100.0, 90.0)), Record::CostLine(own)];
        let project = project(|_| (), records);
        for language in Language::ALL {
            let words = catalogue(language);
            let money = Money { catalogue: &words, project: &project };
            let mut said = vec![money.gap()];
            said.extend(rule_says(money));
            said.extend(completion_says(money));
            said.extend(stages_over(money));
            let receipts = [gap_receipt(money), rule_receipt(money), completion_receipt(money)];
            for line in receipts.into_iter().flatten() {
                said.extend([line.term, line.text]);
            }
            assert!(said.len() > 15);
            assert!(said.iter().all(|text| !text.is_empty() && !text.contains('⟦')), "{said:?}");
        }
    }
}
