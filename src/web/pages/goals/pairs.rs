//! Pairs of goals and indicators that nobody has looked at together, one at a
//! time.

use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::kpi::{Link, LinkKind, Pairs};
use crate::report::aim_name;
use crate::web::components::focus::{focus_on, focus_on_or};
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::{Project, Record, pairs};
use leptos::prelude::*;

/// Id of the section's heading.
pub const HEADING: &str = "map-pairs";

/// The pairs of the project shown.
pub fn pairs_here() -> Memo<Pairs> {
    let session = Session::here();
    let project = Here::project();
    Memo::new(move |_| session.with_settled_project(project, pairs).unwrap_or_default())
}

fn count(count: usize) -> Arg<'static> {
    Arg::Count(u64::try_from(count).unwrap_or(u64::MAX))
}

/// How many pairs have been looked at, the next one, and those that do not
/// bear on each other; nothing in a plan without pairs.
#[component]
pub fn PairsToLookAt() -> impl IntoView {
    let texts = Texts::here();
    let found = pairs_here();
    let turn = RwSignal::new(0_usize);
    let is_there = Memo::new(move |_| found.with(|found| found.all > 0));
    let pair = Memo::new(move |_| {
        found.with(|found| {
            let place = turn.get().checked_rem(found.open.len())?;
            found.open.get(place).copied()
        })
    });
    let progress = move || {
        let (all, open) = found.with(|found| (found.all, found.open.len()));
        let args = [("all", count(all)), ("seen", count(all - open.min(all)))];
        texts.format(if open == 0 { key!("pairs.done") } else { key!("pairs.progress") }, &args)
    };
    view! {
        {move || is_there.get().then(|| view! {
            <section class="section" aria-labelledby=HEADING>
                <h2 id=HEADING tabindex="-1">{t(key!("pairs.heading"))}</h2>
                {move || pair.get().map(|_| view! { <p class="second no-print">{t(key!("pairs.lead"))}</p> })}
                <p>{progress}</p>
                {move || pair.get().map(|pair| view! { <Card pair=pair turn=turn /> })}
                <Apart />
            </section>
        })}
    }
}

/// What can be said of a pair.
#[derive(Debug, Clone, Copy)]
enum Verdict {
    Conflicts,
    Forward,
    Backward,
    Apart,
}

impl Verdict {
    const ALL: [Self; 4] = [Self::Conflicts, Self::Forward, Self::Backward, Self::Apart];

    fn key(self) -> &'static str {
        match self {
            Self::Conflicts => key!("pairs.conflicts"),
            Self::Forward => key!("pairs.forward"),
            Self::Backward => key!("pairs.backward"),
            Self::Apart => key!("pairs.apart"),
        }
    }

    /// Who holds the link, of which kind, to whom.
    fn link(self, (first, second): (Id, Id)) -> (Id, LinkKind, Id) {
        match self {
            Self::Conflicts => (first, LinkKind::Conflicts, second),
            Self::Forward => (first, LinkKind::Supports, second),
            Self::Backward => (second, LinkKind::Supports, first),
            Self::Apart => (first, LinkKind::Apart, second),
        }
    }
}

/// Saves a goal or indicator with its links changed.
fn save_links(session: Session, project: Id, of: Id, change: impl FnOnce(&mut Vec<Link>)) -> bool {
    let changed = |project: &Project| {
        if let Some(goal) = project.goals.get(of) {
            let mut goal = goal.clone();
            change(&mut goal.links);
            return Some(Record::Goal(goal));
        }
        let mut indicator = project.indicators.get(of)?.clone();
        change(&mut indicator.links);
        Some(Record::Indicator(indicator))
    };
    let record = session.peek_project(project, changed).flatten();
    record.is_some_and(|record| session.save(project, record))
}

/// One pair, with a button for each thing to say of it.
#[component]
fn Card(
    /// The pair.
    pair: (Id, Id),
    /// Which of the open pairs is shown.
    turn: RwSignal<usize>,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let name = move |id: Id| {
        move || {
            session.with_project(project, |project| {
                texts.with(|catalogue| aim_name(catalogue, project, id))
            })
        }
    };
    let go_on = move || focus_on("#pair-ask");
    let say = move |verdict: Verdict| {
        let (of, kind, to) = verdict.link(pair);
        let link = Link { kind, to, note: String::new() };
        if save_links(session, project, of, |links| links.push(link)) {
            let said = untrack(|| texts.text(verdict.key()));
            let noted = [("answer", Arg::Text(&said))];
            session.tell(untrack(|| texts.format(key!("pairs.noted"), &noted)));
            focus_on_or("#pair-ask", format!("#{HEADING}"));
        }
    };
    let verdicts = Verdict::ALL.map(|verdict| {
        view! { <button class="button" type="button" on:click=move |_| say(verdict)>{t(verdict.key())}</button> }
    });
    let later = move |_| {
        turn.update(|turn| *turn = turn.wrapping_add(1));
        go_on();
    };
    view! {
        <div class="pair no-print" role="group" aria-labelledby="pair-ask" aria-describedby="pair-first pair-second">
            <dl class="pair-two">
                <dt>{t(key!("pairs.first"))}</dt>
                <dd id="pair-first" dir="auto">{name(pair.0)}</dd>
                <dt>{t(key!("pairs.second"))}</dt>
                <dd id="pair-second" dir="auto">{name(pair.1)}</dd>
            </dl>
            <p id="pair-ask" tabindex="-1">{t(key!("pairs.ask"))}</p>
            <div class="cluster">
                {verdicts}
                <button class="button button-quiet" type="button" on:click=later>{t(key!("pairs.later"))}</button>
            </div>
        </div>
    }
}

/// Those that do not bear on each other, to be looked at again.
#[component]
fn Apart() -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let all = Memo::new(move |_| {
        let read = |project: &Project| texts.with(|catalogue| apart(catalogue, project));
        session.with_settled_project(project, read).unwrap_or_default()
    });
    let is_there = Memo::new(move |_| !all.with(Vec::is_empty));
    let row = move |(of, to, words): (Id, Id, String)| {
        let again = move |_| {
            let drop = |links: &mut Vec<Link>| {
                links.retain(|link| link.kind != LinkKind::Apart || link.to != to);
            };
            if save_links(session, project, of, drop) {
                focus_on(format!("#{HEADING}"));
            }
        };
        view! {
            <li>
                <span dir="auto">{words}</span> " "
                <button class="button button-quiet button-small no-print" type="button" on:click=again>
                    {t(key!("pairs.again"))}
                </button>
            </li>
        }
    };
    view! {
        {move || is_there.get().then(|| view! {
            <details class="pairs-apart">
                <summary>{move || texts.format(key!("pairs.apart_list"), &[("count", count(all.with(Vec::len)))])}</summary>
                <ul>{move || all.get().into_iter().map(row).collect_view()}</ul>
            </details>
        })}
    }
}

/// Who holds the link, to whom it leads, and both names.
fn apart(catalogue: &crate::i18n::Catalogue, project: &Project) -> Vec<(Id, Id, String)> {
    let goals = project.goals.iter().map(|goal| (goal.id, &goal.links));
    let all = goals.chain(project.indicators.iter().map(|found| (found.id, &found.links)));
    let words = |of: Id, to: Id| {
        let (first, second) = (aim_name(catalogue, project, of), aim_name(catalogue, project, to));
        let args = [("first", Arg::Text(&first)), ("second", Arg::Text(&second))];
        catalogue.format(key!("pairs.apart_pair"), &args)
    };
    let of = |(id, links): (Id, &Vec<Link>)| {
        let apart = links.iter().filter(|link| link.kind == LinkKind::Apart);
        apart.map(|link| (id, link.to, words(id, link.to))).collect::<Vec<_>>()
    };
    all.flat_map(of).collect()
}
