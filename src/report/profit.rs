//! Overall profit in words: what leads there as the plan says it, what guards,
//! and who has no way. Nothing here says that a change in profit came of the
//! project.

use super::missing::record_name;
use crate::base::Id;
use crate::i18n::{Arg, Catalogue};
use crate::key;
use crate::kpi::{Chain, Lack, ProfitTree};
use crate::workspace::{Project, profit};

/// One way to overall profit in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayToProfit {
    /// The indicator it begins with.
    pub indicator: Id,
    /// The names along the way, overall profit last.
    pub steps: Vec<String>,
    /// The assumption it rests on; may be empty.
    pub assumption: String,
}

/// What a plan says of overall profit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProfitFacts {
    /// The lines of overall profit; none means that the plan is incomplete.
    pub lines: Vec<Id>,
    /// What leads there.
    pub ways: Vec<WayToProfit>,
    /// What guards what must not suffer, with its name.
    pub guardrails: Vec<(Id, String)>,
    /// What has no way, with its name and why not.
    pub without: Vec<(Id, String, Lack)>,
}

/// What a project says of overall profit; `None` while it has no indicator.
pub fn profit_facts(catalogue: &Catalogue, project: &Project) -> Option<ProfitFacts> {
    if project.indicators.is_empty() {
        return None;
    }
    let ProfitTree { lines, chains, guardrails, without } = profit(project);
    let name = |id: Id| plain_name(catalogue, project, id);
    let end = match lines.first() {
        Some(line) => name(*line),
        None => catalogue.text(key!("goal_map.no_profit")).into_owned(),
    };
    let way = |chain: &Chain| {
        let mut steps: Vec<String> = chain.steps.iter().map(|step| name(step.id)).collect();
        steps.push(end.clone());
        let assumption = chain.assumption().to_owned();
        Some(WayToProfit { indicator: chain.indicator()?, steps, assumption })
    };
    Some(ProfitFacts {
        ways: chains.iter().filter_map(way).collect(),
        guardrails: guardrails.into_iter().map(|id| (id, name(id))).collect(),
        without: without.into_iter().map(|(id, lack)| (id, name(id), lack)).collect(),
        lines,
    })
}

/// Why an indicator has no way to overall profit.
pub fn lack_key(lack: Lack) -> &'static str {
    match lack {
        Lack::Role => key!("profit.lacks_role"),
        Lack::How => key!("profit.lacks_how"),
    }
}

/// How many indicators lead there, as one sentence.
pub fn profit_summary(catalogue: &Catalogue, facts: &ProfitFacts) -> String {
    let count = |count: usize| Arg::Count(u64::try_from(count).unwrap_or(u64::MAX));
    let args = [
        ("leading", count(facts.ways.len())),
        ("guarding", count(facts.guardrails.len())),
        ("without", count(facts.without.len())),
    ];
    catalogue.format(key!("profit.summary"), &args)
}

fn plain_name(catalogue: &Catalogue, project: &Project, id: Id) -> String {
    let name = record_name(project, id);
    match name.trim() {
        "" if project.goals.get(id).is_some() => {
            catalogue.text(key!("goals.no_statement")).into_owned()
        }
        "" => catalogue.text(key!("goals.no_name")).into_owned(),
        name => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::IdKind;
    use crate::i18n::Language;
    use crate::kpi::{Goal, Indicator, Measure, Profit};
    use crate::report::tests::words::catalogue;
    use crate::workspace::{Command, ProjectHead, Record, Workspace};

    fn project(with_line: bool) -> Project {
        let id = Id::new(IdKind::Project, 1);
        let goal = Goal::new(Id::new(IdKind::Goal, 1), "Quick answers");
        let named = |n, name: &str, role| {
            let mut found = Indicator::new(Id::new(IdKind::Indicator, n), Measure::Number);
            found.name = name.to_owned();
            found.goal = Some(goal.id);
            found.role.profit = role;
            found
        };
        let mut answered = named(1, "Answered at once", Some(Profit::Leads));
        answered.role.profit_how = "who is served stays".to_owned();
        let mut records = vec![
            Record::Goal(goal.clone()),
            Record::Indicator(answered),
            Record::Indicator(named(2, "Complaints", Some(Profit::Guardrail))),
            Record::Indicator(named(3, "Visits", None)),
            Record::Indicator(named(4, "Leads", Some(Profit::Leads))),
        ];
        if with_line {
            records.push(Record::Indicator(named(5, "Operating profit", Some(Profit::Line))));
        }
        let mut workspace = Workspace::default();
        for command in [
            Command::AddProject(Box::new(Project::new(ProjectHead::new(id, "P")))),
            Command::SaveAll { project: id, records },
        ] {
            workspace.apply(command).expect("sound records");
        }
        workspace.project(id).expect("it was added").clone()
    }

    #[test]
    fn every_indicator_is_named_with_its_way_or_what_it_lacks() {
        let english = catalogue(Language::English);
        let facts = profit_facts(&english, &project(true)).expect("there are indicators");
        assert_eq!(facts.ways.len(), 1);
        assert_eq!(facts.ways[0].steps, ["Answered at once", "Quick answers", "Operating profit"]);
        assert_eq!(facts.ways[0].assumption, "who is served stays");
        assert_eq!(facts.guardrails.len(), 1);
        let lacks: Vec<_> =
            facts.without.iter().map(|(_, name, lack)| (name.as_str(), *lack)).collect();
        assert_eq!(lacks, [("Visits", Lack::Role), ("Leads", Lack::How)]);
        assert_eq!(
            profit_summary(&english, &facts),
            "Leading there: 1. Guardrails: 1. Without a way there: 2."
        );
    }

    #[test]
    fn a_plan_without_a_line_says_so_at_the_end_of_every_way() {
        let english = catalogue(Language::English);
        let facts = profit_facts(&english, &project(false)).expect("there are indicators");
        assert!(facts.lines.is_empty());
        assert_eq!(
            facts.ways[0].steps.last().map(String::as_str),
            Some("No line of overall profit yet")
        );
        let empty = Project::new(ProjectHead::new(Id::new(IdKind::Project, 1), "P"));
        assert_eq!(profit_facts(&english, &empty), None);
    }
}
