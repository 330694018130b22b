//! What no sentence shows: whether an indicator counts those its goal speaks
//! of, and whether it counts the result.

use super::focus::focus_on_or;
use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::kpi::{Asks, Fit, Question, Whom, Yardstick, answered, has_lapsed};
use crate::report::{question_words, whom_key, yardstick_key};
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::{Project, Record, questions_under};
use leptos::ev::Event;
use leptos::prelude::*;

/// An answer to a question.
#[derive(Debug, Clone, Copy)]
enum Answer {
    Whom(Whom),
    Yardstick(Yardstick),
}

impl Answer {
    /// The answers there are to a question.
    fn to(asks: Asks) -> [Self; 3] {
        match asks {
            Asks::Whom => Whom::ALL.map(Self::Whom),
            Asks::Yardstick => Yardstick::ALL.map(Self::Yardstick),
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Whom(whom) => whom_key(whom),
            Self::Yardstick(yardstick) => yardstick_key(yardstick),
        }
    }

    fn give(self, fit: &mut Fit) {
        match self {
            Self::Whom(whom) => fit.whom = Some(whom),
            Self::Yardstick(yardstick) => fit.yardstick = Some(yardstick),
        }
    }
}

/// Saves a change of the answers of an indicator under its goal; `false` where
/// it has none.
pub fn save_fit(session: Session, project: Id, indicator: Id, give: impl FnOnce(&mut Fit)) -> bool {
    let change = |project: &Project| {
        let mut found = project.indicators.get(indicator)?.clone();
        let goal = project.goals.get(found.goal?)?;
        found.role.fit = answered(goal, &found, give);
        Some(found)
    };
    let changed = session.peek_project(project, change).flatten();
    changed.is_some_and(|changed| session.save(project, Record::Indicator(changed)))
}

/// The questions about the indicators of a goal, folded away; nothing while
/// all are answered.
#[component]
pub fn Questions(
    /// The goal.
    goal: Id,
    /// Selector of what takes the focus once the last is answered.
    after: String,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let open = Memo::new(move |_| {
        let asked = |project: &Project| questions_under(project, goal);
        session.with_settled_project(project, asked).unwrap_or_default()
    });
    let is_there = Memo::new(move |_| !open.with(Vec::is_empty));
    let count = move || u64::try_from(open.with(Vec::len)).unwrap_or(u64::MAX);
    // A large plan has hundreds: only those unfolded are kept up to date.
    let is_unfolded = RwSignal::new(false);
    let unfold = move |event: Event| {
        is_unfolded.set(event_target::<web_sys::Element>(&event).has_attribute("open"));
    };
    let shown = move || if is_unfolded.get() { open.get() } else { Vec::new() };
    let list_id = format!("questions-{goal}");
    let next = format!("#{list_id} button");
    view! {
        {move || is_there.get().then(|| {
            let (next, after) = (next.clone(), after.clone());
            view! {
                <details class="questions no-print" id=list_id.clone() on:toggle=unfold>
                    <summary>{move || texts.format(key!("fit.open"), &[("count", Arg::Count(count()))])}</summary>
                    <p class="second small">{t(key!("fit.lead"))}</p>
                    <ul class="findings">
                        <For each=shown key=|one| (one.indicator, one.asks) let:question>
                            <Ask question=question next=next.clone() after=after.clone() />
                        </For>
                    </ul>
                </details>
            }
        })}
    }
}

/// One question with a button for each answer.
#[component]
fn Ask(
    /// The question.
    question: Question,
    /// Selector of the questions that are left.
    next: String,
    /// Selector of what takes the focus once none is.
    after: String,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let id = format!("ask-{}-{:?}", question.indicator, question.asks);
    let words = move || {
        session.with_settled_project(project, |project| {
            texts.with(|catalogue| question_words(catalogue, project, &question))
        })
    };
    let lapsed = move || {
        let lapsed = |project: &Project| {
            let indicator = project.indicators.get(question.indicator)?;
            Some(has_lapsed(project.goals.get(question.goal)?, indicator))
        };
        session.with_settled_project(project, lapsed).flatten().unwrap_or_default()
    };
    let answers = Answer::to(question.asks).map(|answer| {
        let (next, after) = (next.clone(), after.clone());
        let give = move |_| {
            if save_fit(session, project, question.indicator, |fit| answer.give(fit)) {
                let said = untrack(|| texts.text(answer.key()));
                let noted = [("answer", Arg::Text(&said))];
                session.tell(untrack(|| texts.format(key!("fit.answered"), &noted)));
                focus_on_or(next.clone(), after.clone());
            }
        };
        view! { <button class="button button-small" type="button" on:click=give>{t(answer.key())}</button> }
    });
    view! {
        <li class="question">
            <p dir="auto" id=id.clone()>{words}</p>
            {move || lapsed().then(|| view! { <p class="second small">{t(key!("fit.lapsed"))}</p> })}
            <div class="cluster" role="group" aria-labelledby=id>{answers}</div>
        </li>
    }
}
