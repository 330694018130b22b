//! What a question that takes an answer of its own needs to come to a
//! standing. Every choice is judged by the rules themselves, so that they
//! stand in one place.

use super::Atom;
use super::cover::Need;
use super::fact::{MissingLink, Wanted};
use super::proof::Level;
use crate::assessment::{
    Answer, AnswerValue, Derived, Evidence, Facts, Judged, PersonFacts, Standing, judge_leaf,
    passes,
};
use crate::base::{Id, IdKind};
use crate::pack::{Proof, Question, Scale};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What a question has to come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Goal {
    /// Proven, or not applicable with a reason.
    Closed,
    /// As a gate it lets the project pass, if only as a named risk.
    Passing,
    /// As a sub-check: yes, and any gap is named.
    Yes,
    /// As a sub-check: answered, and any gap is named.
    Answered,
}

impl Goal {
    fn is_met(self, judged: &Judged) -> bool {
        let open = judged.standing == Standing::Open;
        let yes = matches!(judged.value, Some(AnswerValue::Yes | AnswerValue::Level(5)));
        match self {
            Self::Closed => matches!(judged.standing, Standing::Proven | Standing::NotApplicable),
            Self::Passing => passes(judged),
            Self::Yes => yes && !open && judged.named,
            Self::Answered => !open && judged.named,
        }
    }
}

/// A question with its answer and the levels its register can come to.
pub(super) struct Leaf<'a> {
    /// Its place among the questions that take an answer.
    pub place: usize,
    /// The question.
    pub question: &'a Question,
    /// Its answer; an open one where there is none.
    pub answer: Answer,
    /// What judgements rest on.
    pub facts: &'a Facts,
    /// What its register says now, and what it can be made to say.
    pub levels: Vec<Level>,
}

/// A choice of changes that meets a goal.
struct Choice {
    own: BTreeSet<MissingLink>,
    level: usize,
}

impl Leaf<'_> {
    /// What it needs to meet a goal.
    pub fn need(&self, goal: Goal) -> Need<Atom> {
        let mut choices: Vec<Choice> = Vec::new();
        let mut facts = self.facts.clone();
        let helpers = Helpers::among(&mut facts);
        for (level, register) in self.levels.iter().enumerate() {
            match register.derived {
                Some(derived) => facts.derived.insert(self.question.id.clone(), derived),
                None => facts.derived.remove(&self.question.id),
            };
            for (change, answer) in self.answers(register.derived) {
                for extras in subsets(&self.extras()) {
                    let own: BTreeSet<MissingLink> = extras.into_iter().chain(change).collect();
                    let dominated =
                        |found: &Choice| found.level <= level && found.own.is_subset(&own);
                    if choices.iter().any(dominated) {
                        continue;
                    }
                    let answer = helpers.applied(answer.clone(), &own);
                    if goal.is_met(&judge_leaf(self.question, Some(&answer), &facts)) {
                        choices.push(Choice { own, level });
                    }
                }
            }
        }
        Need::Any(choices.into_iter().map(|choice| self.as_need(choice)).collect())
    }

    fn as_need(&self, choice: Choice) -> Need<Atom> {
        let own = choice.own.into_iter().map(|link| (self.place, link)).collect();
        let mut needs = vec![Need::Facts(own)];
        needs.extend(self.levels.get(choice.level).map(|level| level.need.clone()));
        Need::All(needs)
    }

    /// The answers it may be given, each with the fact that stands for it. A
    /// way never asks for an override: where the register says something, the
    /// only change is to follow it. Nor does it ask to declare a question not
    /// applicable: that is a judgement, not a missing fact.
    fn answers(&self, derived: Option<Derived>) -> Vec<(Option<MissingLink>, Answer)> {
        let given = self.answer.value;
        let with = |value| Answer { value, ..self.answer.clone() };
        let mut answers = vec![(None, self.answer.clone())];
        if let Some(Derived::Value(value)) = derived {
            if given.is_some_and(|given| given != value) {
                answers.push((Some(MissingLink::Withdraw), with(None)));
            }
            return answers;
        }
        for wanted in [Wanted::Any, Wanted::Partly, Wanted::Yes] {
            let value = self.value(wanted);
            let rises = given.is_none_or(|given| given.score() < value.score());
            if rises {
                answers.push((Some(MissingLink::Answer(wanted)), with(Some(value))));
            }
        }
        answers
    }

    fn value(&self, wanted: Wanted) -> AnswerValue {
        match (self.question.scale, wanted) {
            (Scale::YesPartlyNo, Wanted::Any) => AnswerValue::No,
            (Scale::YesPartlyNo, Wanted::Partly) => AnswerValue::Partly,
            (Scale::YesPartlyNo, Wanted::Yes) => AnswerValue::Yes,
            (Scale::Level, Wanted::Any) => AnswerValue::Level(0),
            (Scale::Level, Wanted::Partly) => AnswerValue::Level(1),
            (Scale::Level, Wanted::Yes) => AnswerValue::Level(5),
        }
    }

    /// Facts around the answer that are missing.
    fn extras(&self) -> Vec<MissingLink> {
        let answer = &self.answer;
        let is_blank = answer.evidence.iter().all(Evidence::is_blank);
        let has = |is: fn(&PersonFacts) -> bool| {
            let people = answer.respondents.iter().filter_map(|id| self.facts.people.get(id));
            people.into_iter().any(is)
        };
        let proof = self.question.proof;
        let shows = matches!(proof, Proof::Evidence | Proof::Participants);
        let takes_part = proof == Proof::Participants;
        let given_up = answer.value == Some(AnswerValue::NotApplicable);
        let missing = [
            (given_up && answer.reason.trim().is_empty(), MissingLink::Reason),
            (shows && is_blank, MissingLink::Evidence),
            (takes_part && !has(|person| person.own_leader), MissingLink::Leader),
            (takes_part && !has(|person| person.own_end_user), MissingLink::EndUser),
            (answer.owner.is_none(), MissingLink::Owner),
            (answer.due.is_none(), MissingLink::DueDate),
        ];
        missing.into_iter().filter_map(|(missing, link)| missing.then_some(link)).collect()
    }
}

/// People who stand in for those not yet named.
struct Helpers {
    leader: Id,
    end_user: Id,
    owner: Id,
}

impl Helpers {
    /// Adds them to the people known.
    fn among(facts: &mut Facts) -> Self {
        let mut unused = (0..).map(|n| Id::new(IdKind::Person, n));
        let mut add = |about: PersonFacts| {
            let id = unused.find(|id| !facts.people.contains_key(id));
            let id = id.unwrap_or_else(|| Id::new(IdKind::Person, 0));
            facts.people.insert(id, about);
            id
        };
        Self {
            leader: add(PersonFacts { own_leader: true, ..PersonFacts::default() }),
            end_user: add(PersonFacts { own_end_user: true, ..PersonFacts::default() }),
            owner: add(PersonFacts::default()),
        }
    }

    /// An answer with the facts around it in place.
    fn applied(&self, mut answer: Answer, links: &BTreeSet<MissingLink>) -> Answer {
        let said = || "x".to_owned();
        for link in links {
            match link {
                MissingLink::Reason => answer.reason = said(),
                MissingLink::Evidence => {
                    answer.evidence.push(Evidence { text: said(), ..Evidence::default() });
                }
                MissingLink::Leader => answer.respondents.push(self.leader),
                MissingLink::EndUser => answer.respondents.push(self.end_user),
                MissingLink::Owner => answer.owner = Some(self.owner),
                MissingLink::DueDate => answer.due = Some(NaiveDate::default()),
                _ => {}
            }
        }
        answer
    }
}

/// Every subset of a handful of facts, the small ones first.
fn subsets(links: &[MissingLink]) -> Vec<Vec<MissingLink>> {
    let mut sets = vec![Vec::new()];
    for link in links {
        let with = sets
            .iter()
            .map(|set: &Vec<MissingLink>| set.iter().copied().chain([*link]).collect::<Vec<_>>());
        let with: Vec<_> = with.collect();
        sets.extend(with);
    }
    sets.sort_by_key(Vec::len);
    sets
}
