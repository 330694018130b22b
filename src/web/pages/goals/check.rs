//! What the goal check found in the whole plan, by kind of mistake.

use crate::i18n::Arg;
use crate::key;
use crate::kpi::{Finding, Mistake};
use crate::report::mistake_key;
use crate::web::components::goal_check::{FindingList, Found};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// Items of a kind that are shown before one asks for all.
const MOST: usize = 6;

/// Counts by kind in one line, which unfolds into the findings.
#[component]
pub fn GoalCheckList(
    /// What was found.
    found: Found,
) -> impl IntoView {
    let texts = Texts::here();
    let all = found.all();
    let kinds = Mistake::ALL.map(|mistake| (mistake, of_kind(all, mistake)));
    let total = move || u64::try_from(all.with(Vec::len)).unwrap_or(u64::MAX);
    let counts = move || {
        let count = |(mistake, found): &(Mistake, Memo<Vec<Finding>>)| {
            let count = u64::try_from(found.with(Vec::len)).unwrap_or(u64::MAX);
            let kind = texts.text(mistake_key(*mistake));
            let args = [("kind", Arg::Text(&kind)), ("count", Arg::Count(count))];
            (count > 0).then(|| texts.format(key!("goal_check.kind_count"), &args))
        };
        let said: Vec<String> = kinds.iter().filter_map(count).collect();
        said.into_iter().map(|words| view! { <span class="tag">{words}</span> }).collect::<Vec<_>>()
    };
    view! {
        <details class="goal-check no-print">
            <summary id="goal-check">
                <span class="goal-check-head">{t(key!("goal_check.heading"))}</span>
                <span class="second">
                    {move || texts.format(key!("goal_check.found"), &[("count", Arg::Count(total()))])}
                </span>
                {counts}
            </summary>
            {kinds.map(|(mistake, found)| view! { <Kind mistake=mistake found=found /> })}
        </details>
    }
}

fn of_kind(all: Memo<Vec<Finding>>, mistake: Mistake) -> Memo<Vec<Finding>> {
    Memo::new(move |_| {
        let of_kind = |one: &&Finding| one.rule.mistake() == mistake;
        all.with(|all| all.iter().filter(of_kind).cloned().collect())
    })
}

/// The findings of one kind; nothing where there are none.
#[component]
fn Kind(
    /// The kind.
    mistake: Mistake,
    /// Its findings.
    found: Memo<Vec<Finding>>,
) -> impl IntoView {
    let is_there = Memo::new(move |_| !found.with(Vec::is_empty));
    view! {
        {move || is_there.get().then(|| view! {
            <h2 class="goal-check-kind">{t(mistake_key(mistake))}</h2>
            <FindingList found=found named=true most=MOST />
        })}
    }
}
