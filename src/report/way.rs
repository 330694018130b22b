//! The shortest way in words, by owner and date, each step with the place
//! where it is done.

use super::missing::{missing_fact, missing_place};
use crate::base::Id;
use crate::i18n::{Arg, Catalogue};
use crate::key;
use crate::kpi::MissingFact;
use crate::route::Place;
use crate::workspace::{MissingLink, Project, Step, Wanted};

/// The steps of one owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepGroup {
    /// Who; `None` for steps nobody owns.
    pub owner: Option<Id>,
    /// Their steps by date, those without one last.
    pub steps: Vec<Step>,
}

/// Steps by owner: whoever is asked first comes first, what nobody owns last.
pub fn by_owner(steps: &[Step]) -> Vec<StepGroup> {
    let mut groups: Vec<StepGroup> = Vec::new();
    for step in steps {
        match groups.iter_mut().find(|group| group.owner == step.owner) {
            Some(group) => group.steps.push(step.clone()),
            None => groups.push(StepGroup { owner: step.owner, steps: vec![step.clone()] }),
        }
    }
    // Stable: what is alike keeps its order.
    for group in &mut groups {
        group.steps.sort_by_key(|step| (step.due.is_none(), step.due));
    }
    groups.sort_by_key(|group| {
        let first = group.steps.first().and_then(|step| step.due);
        (group.owner.is_none(), first.is_none(), first)
    });
    groups
}

/// What to do about a missing fact of a question: "Add evidence: Funding".
pub fn link_words(
    catalogue: &Catalogue,
    project: &Project,
    question: &str,
    link: MissingLink,
) -> String {
    let key = match link {
        MissingLink::Register(missing) => return missing_fact(catalogue, project, missing),
        MissingLink::Indicator(id, fact) => return indicator_words(catalogue, project, id, fact),
        MissingLink::Answer(Wanted::Any) => key!("way.answer"),
        MissingLink::Answer(Wanted::Partly) => key!("way.answer_partly"),
        MissingLink::Answer(Wanted::Yes) => key!("way.answer_yes"),
        MissingLink::Withdraw => key!("way.withdraw"),
        MissingLink::Reason => key!("way.reason"),
        MissingLink::Evidence => key!("way.evidence"),
        MissingLink::Leader => key!("way.leader"),
        MissingLink::EndUser => key!("way.end_user"),
        MissingLink::Owner => key!("way.owner_of_gap"),
        MissingLink::DueDate => key!("way.due_date"),
        MissingLink::FirstIndicator => key!("way.first_indicator"),
    };
    let name = catalogue.text(&format!("pack.{question}.short"));
    catalogue.format(key, &[("question", Arg::Text(&name))])
}

fn indicator_words(catalogue: &Catalogue, project: &Project, id: Id, fact: MissingFact) -> String {
    let name = project.indicators.get(id).map(|found| found.name.trim()).unwrap_or_default();
    let unnamed = catalogue.text(key!("readiness.unnamed"));
    let name = if name.is_empty() { &*unnamed } else { name };
    let fact = catalogue.text(fact_key(fact));
    let args = [("indicator", Arg::Text(name)), ("fact", Arg::Text(&fact))];
    catalogue.format(key!("way.indicator"), &args)
}

/// The key of a fact an indicator has to state.
pub fn fact_key(fact: MissingFact) -> &'static str {
    match fact {
        MissingFact::Goal => key!("readiness.fact_goal"),
        MissingFact::Value => key!("readiness.fact_value"),
        MissingFact::Unit => key!("readiness.fact_unit"),
        MissingFact::Direction => key!("readiness.fact_direction"),
        MissingFact::Deadline => key!("readiness.fact_deadline"),
        MissingFact::Population => key!("readiness.fact_population"),
        MissingFact::Source => key!("readiness.fact_source"),
        MissingFact::Owner => key!("readiness.fact_owner"),
        MissingFact::Sound => key!("readiness.fact_sound"),
    }
}

/// Where a missing fact is put in: the one mapping from facts to addresses.
pub fn place_of(project: &Project, question: &str, link: MissingLink) -> Place {
    let asked = || Place::Question(question.to_owned());
    match link {
        MissingLink::Register(missing) => missing_place(project, missing).unwrap_or_else(asked),
        MissingLink::Indicator(id, _) => Place::Definition(id),
        MissingLink::FirstIndicator => Place::Goals,
        _ => asked(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::IdKind;
    use crate::registers::Missing;
    use crate::sheet::{INTEGRATIONS, STAGES};

    fn step(owner: Option<u64>, due: Option<&str>, n: u64) -> Step {
        Step {
            question: format!("t.{n}"),
            fact: MissingLink::Evidence,
            owner: owner.map(|n| Id::new(IdKind::Person, n)),
            due: due.map(|due| due.parse().expect("a date")),
            action: None,
        }
    }

    #[test]
    fn whoever_is_asked_first_comes_first_and_what_nobody_owns_last() {
        let steps = [
            step(None, Some("2026-01-01"), 1),
            step(Some(1), None, 2),
            step(Some(2), Some("2026-12-31"), 3),
            step(Some(1), Some("2026-11-30"), 4),
            step(Some(3), None, 5),
            step(Some(2), Some("2026-12-01"), 6),
        ];
        let groups = by_owner(&steps);
        let told: Vec<(Option<Id>, Vec<&str>)> = groups
            .iter()
            .map(|group| {
                let questions = group.steps.iter().map(|step| step.question.as_str()).collect();
                (group.owner, questions)
            })
            .collect();
        let person = |n| Some(Id::new(IdKind::Person, n));
        let wanted = [
            (person(1), vec!["t.4", "t.2"]),
            (person(2), vec!["t.6", "t.3"]),
            (person(3), vec!["t.5"]),
            (None, vec!["t.1"]),
        ];
        assert_eq!(told, wanted);
    }

    #[test]
    fn a_fact_of_a_register_leads_into_a_column_there_is() {
        let (stage, row) = (Id::new(IdKind::Stage, 1), Id::new(IdKind::Integration, 1));
        let facts = [
            Missing::StageNeed(stage),
            Missing::StageMoney(stage),
            Missing::StageSecured(stage),
            Missing::StageRelease(stage),
            Missing::SystemName(row),
            Missing::Data(row),
            Missing::Direction(row),
            Missing::Owner(row),
            Missing::Feasibility(row),
        ];
        let project =
            Project::new(crate::workspace::ProjectHead::new(Id::new(IdKind::Project, 1), "P"));
        for fact in facts {
            let (sheet, spot) = match place_of(&project, "ready.x", MissingLink::Register(fact)) {
                Place::Funding(Some(spot)) => (&STAGES, spot),
                Place::Integrations(Some(spot)) => (&INTEGRATIONS, spot),
                other => panic!("{fact:?} leads to {other:?}"),
            };
            assert_eq!(Some(spot.record), fact.record());
            assert!(sheet.column(&spot.column).is_some(), "{fact:?}: {}", spot.column);
        }
    }
}
