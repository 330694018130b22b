//! The question on the page with its living answer: read and changed here.

use crate::assessment::{Answer, AnswerValue, Judged, Shortfall, Standing, find_judged};
use crate::base::{Id, IdKind};
use crate::pack::{Proof, Question};
use crate::web::session::{Here, Session};
use crate::workspace::{Readiness, Record};
use leptos::prelude::*;

/// The question on the page.
#[derive(Clone, Copy)]
pub struct Asked {
    /// The question.
    pub question: &'static Question,
    /// The project shown.
    pub project: Id,
    session: Session,
    answer: Memo<Option<Answer>>,
    judged: Memo<Option<Judged>>,
}

impl Asked {
    /// A question of the project shown.
    pub fn new(question: &'static Question) -> Self {
        let session = Session::here();
        let project = Here::project();
        let id = question.id.as_str();
        let answer = Memo::new(move |_| {
            session.with_project(project, |project| project.answer(id).cloned()).flatten()
        });
        let judged = Memo::new(move |_| {
            let readiness: Readiness = session.readiness(project)?;
            find_judged(&readiness.judged, id).cloned()
        });
        Self { question, project, session, answer, judged }
    }

    /// Reads the answer; tracks it.
    pub fn read<T>(self, read: impl FnOnce(&Answer) -> T) -> Option<T> {
        self.answer.with(|answer| answer.as_ref().map(read))
    }

    /// The answer given; tracks it.
    pub fn given(self) -> Option<AnswerValue> {
        self.read(|answer| answer.value).flatten()
    }

    /// What counts: the given answer, else the derived one; tracks it.
    pub fn value(self) -> Option<AnswerValue> {
        self.judged.with(|judged| judged.as_ref().and_then(|judged| judged.value))
    }

    /// What the plan says by itself; tracks it.
    pub fn derived(self) -> Option<AnswerValue> {
        self.judged.with(|judged| judged.as_ref().and_then(|judged| judged.derived))
    }

    /// How it stands; tracks it.
    pub fn standing(self) -> Standing {
        self.judged.with(|judged| judged.as_ref().map_or(Standing::Open, |found| found.standing))
    }

    /// Whether this is what is missing; tracks it.
    pub fn lacks(self, shortfall: Shortfall) -> bool {
        self.judged.with(|judged| {
            judged.as_ref().is_some_and(|judged| judged.shortfalls.contains(&shortfall))
        })
    }

    /// Gives an answer, or takes it back. Where it counts who took part,
    /// whoever answers first did.
    pub fn give(self, value: Option<AnswerValue>) {
        let asks_who = self.question.proof == Proof::Participants
            && matches!(value, Some(AnswerValue::Yes | AnswerValue::Partly));
        let you = self.you().filter(|_| asks_who);
        self.edit(|answer| {
            answer.value = value;
            if answer.respondents.is_empty() {
                answer.respondents.extend(you);
            }
        });
    }

    /// Who answers in this browser, if that was chosen.
    pub fn you(self) -> Option<Id> {
        self.session.you_now(self.project)
    }

    /// Changes the answer and saves it.
    pub fn edit(self, change: impl FnOnce(&mut Answer)) {
        let mut answer = self.current();
        change(&mut answer);
        self.session.save(self.project, Record::Answer(answer));
    }

    /// Changes the answer while one of its texts is typed.
    pub fn type_in(self, field: &str, change: impl FnOnce(&mut Answer)) {
        let mut answer = self.current();
        change(&mut answer);
        self.session.save_typing(self.project, field, Record::Answer(answer));
    }

    fn current(self) -> Answer {
        let id = self.question.id.as_str();
        self.session
            .peek_project(self.project, |project| project.answer(id).cloned())
            .flatten()
            .unwrap_or_else(|| Answer::open(self.session.new_id(IdKind::Answer), id))
    }
}
