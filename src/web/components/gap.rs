//! Actions and risks grow out of gaps in one click: what a gap is called, who
//! closes it and by when come along.

use crate::base::{Id, IdKind};
use crate::i18n::Arg;
use crate::key;
use crate::registers::{Action, Risk, RiskState};
use crate::report::link_words;
use crate::route::{Place, Route, Spot};
use crate::web::components::focus::focus;
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::{MissingLink, Project, Record, Step};
use chrono::NaiveDate;
use leptos::prelude::*;

/// What an action or a risk grows out of: a question's gap, or one fact of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Origin {
    /// The question that takes the answer.
    pub question: String,
    /// The missing fact; `None` for the gap as a whole.
    pub fact: Option<MissingLink>,
    /// Who closes it.
    pub owner: Option<Id>,
    /// Until when.
    pub due: Option<NaiveDate>,
}

impl Origin {
    /// A step of the shortest way.
    pub fn of_step(step: &Step) -> Self {
        let Step { question, fact, owner, due, .. } = step.clone();
        Self { question, fact: Some(fact), owner, due }
    }

    /// The gap of a question, closed by whom and when its answer says.
    pub fn of_question(project: &Project, question: &str) -> Self {
        let answer = project.answer(question);
        Self {
            question: question.to_owned(),
            fact: None,
            owner: answer.and_then(|answer| answer.owner),
            due: answer.and_then(|answer| answer.due),
        }
    }

    fn code(&self) -> String {
        self.fact.map(MissingLink::code).unwrap_or_default()
    }

    fn question_name(&self, texts: Texts) -> String {
        texts.text(&format!("pack.{}.short", self.question))
    }

    /// What is to be done: the title of its action.
    pub fn action_title(&self, texts: Texts, project: &Project) -> String {
        let Some(fact) = self.fact else {
            let name = self.question_name(texts);
            return texts.format(key!("actions.close_gap"), &[("question", Arg::Text(&name))]);
        };
        texts.with(|words| link_words(words, project, &self.question, fact))
    }

    /// What may go wrong: the title of its risk.
    fn risk_title(&self, texts: Texts, project: &Project) -> String {
        if self.fact.is_some() {
            let fact = self.action_title(texts, project);
            texts.format(key!("actions.risk_of_fact"), &[("fact", Arg::Text(&fact))])
        } else {
            let name = self.question_name(texts);
            texts.format(key!("actions.risk_title"), &[("question", Arg::Text(&name))])
        }
    }

    /// Its open action and its risk. An action that is done leaves room for
    /// another: the gap is still there.
    fn grown(&self, project: &Project) -> Grown {
        let code = self.code();
        let same = |question: &str, gap: &str| question == self.question && gap == code;
        let action = project
            .actions
            .iter()
            .rev()
            .find(|action| action.state.is_open() && same(&action.question, &action.gap));
        let risk = project
            .risks
            .iter()
            .rev()
            .find(|risk| risk.state != RiskState::Closed && same(&risk.question, &risk.gap));
        Grown {
            action: action.map(|action| (action.id, action.title.clone())),
            risk: risk.map(|risk| (risk.id, risk.title.clone())),
        }
    }
}

/// What has grown out of a gap: records with their titles.
#[derive(Debug, Clone, PartialEq, Default)]
struct Grown {
    action: Option<(Id, String)>,
    risk: Option<(Id, String)>,
}

/// The buttons that make an action and a risk out of a gap; a link to each
/// that is there.
#[component]
pub fn Grow(
    /// The gap.
    #[prop(into)]
    origin: Signal<Origin>,
) -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let grown = Memo::new(move |_| {
        let read = |project: &Project| origin.with(|origin| origin.grown(project));
        session.with_project(project, read).unwrap_or_default()
    });
    let action = Memo::new(move |_| grown.get().action);
    let risk = Memo::new(move |_| grown.get().risk);
    view! {
        <span class="sprouts">
            <Sprout sort=Sort::Action origin=origin grown=action />
            " "
            <Sprout sort=Sort::Risk origin=origin grown=risk />
        </span>
    }
}

/// What grows out of a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Action,
    Risk,
}

/// One of both: the record as a link, or the button that makes it.
#[component]
fn Sprout(
    /// Which.
    sort: Sort,
    /// The gap.
    origin: Signal<Origin>,
    /// The record that has grown out of it, with its title.
    grown: Memo<Option<(Id, String)>>,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let (of, make_of, word) = match sort {
        Sort::Action => {
            (key!("actions.action_of"), key!("actions.make_action_of"), key!("actions.make_action"))
        }
        Sort::Risk => {
            (key!("actions.risk_of"), key!("actions.make_risk_of"), key!("actions.make_risk"))
        }
    };
    let link = move |(id, title): (Id, String)| {
        let spot = Some(Spot::new(id, "title"));
        let place = if sort == Sort::Action { Place::Actions(spot) } else { Place::Risks(spot) };
        let href = Route::Project(project, place).href();
        let words = texts.format(of, &[("what", Arg::Text(&title))]);
        view! { <a id=grown_id(id) class="small" href=href dir="auto">{words}</a> }.into_any()
    };
    let label = move || {
        let read = |project: &Project| origin.with(|origin| origin.action_title(texts, project));
        let what = session.with_project(project, read).unwrap_or_default();
        texts.format(make_of, &[("what", Arg::Text(&what))])
    };
    let make = move |_| {
        let origin = origin.get_untracked();
        let made = match sort {
            Sort::Action => make_action(session, texts, project, &origin),
            Sort::Risk => make_risk(session, texts, project, &origin),
        };
        // The button had the focus and is gone.
        if let Some(id) = made {
            focus(&grown_id(id));
        }
    };
    let button = move || {
        view! {
            <button class="button button-small no-print" class:button-quiet=sort == Sort::Risk
                type="button" aria-label=label on:click=make>{t(word)}</button>
        }
        .into_any()
    };
    move || grown.get().map_or_else(button, link)
}

/// Id of the link to what has grown out of a gap.
fn grown_id(record: Id) -> String {
    format!("grown-{record}")
}

fn make_action(session: Session, texts: Texts, project: Id, origin: &Origin) -> Option<Id> {
    let id = session.new_id(IdKind::Action);
    let title =
        session.peek_project(project, |project| untrack(|| origin.action_title(texts, project)));
    let title = title?;
    let action = Action {
        question: origin.question.clone(),
        gap: origin.code(),
        owner: origin.owner,
        due: origin.due,
        ..Action::new(id, &title)
    };
    let saved = session.save(project, Record::Action(action));
    saved.then(|| {
        session.tell(texts.format(key!("actions.made_action"), &[("what", Arg::Text(&title))]));
        id
    })
}

fn make_risk(session: Session, texts: Texts, project: Id, origin: &Origin) -> Option<Id> {
    let id = session.new_id(IdKind::Risk);
    let title =
        session.peek_project(project, |project| untrack(|| origin.risk_title(texts, project)));
    let title = title?;
    let risk = Risk {
        question: origin.question.clone(),
        gap: origin.code(),
        owner: origin.owner,
        due: origin.due,
        ..Risk::new(id, &title)
    };
    let saved = session.save(project, Record::Risk(risk));
    saved.then(|| {
        session.tell(texts.format(key!("actions.made_risk"), &[("what", Arg::Text(&title))]));
        id
    })
}
