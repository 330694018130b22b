//! Indicators as one table: latest value, target, status, owner.

use crate::base::Id;
use crate::i18n::target_sentence::aim_in_words;
use crate::i18n::values::{actual_in_words, attainment_in_words};
use crate::i18n::{Arg, Catalogue};
use crate::key;
use crate::kpi::{Finding, Indicator, Judgement, Measurement, missing_facts};
use crate::report::{deviation_words, levels_words};
use crate::route::{Place, Route};
use crate::web::components::goal_check::Found;
use crate::web::components::status::{Mark, Shape, StatusWord, of_status};
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// The columns; on a narrow page each cell carries its own.
fn columns() -> [&'static str; 6] {
    [
        key!("goals.column_indicator"),
        key!("goals.column_latest"),
        key!("goals.column_target"),
        key!("goals.column_status"),
        key!("goals.column_way"),
        key!("goals.column_owner"),
    ]
}

/// Indicators as one table. The roles are spelled out because the narrow page
/// lays rows and cells out as blocks.
#[component]
pub fn Board(
    /// The indicators, in order.
    #[prop(into)]
    indicators: Signal<Vec<Id>>,
    /// Id of the heading that names the table.
    #[prop(into)]
    labelled_by: String,
) -> impl IntoView {
    let heads =
        columns().map(|column| view! { <th scope="col" role="columnheader">{t(column)}</th> });
    view! {
        <div class="board-frame">
            <table class="board" role="table" aria-labelledby=labelled_by>
                <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
                <tbody role="rowgroup">
                    <For each=move || indicators.get() key=|id| *id let:id><Row id=id /></For>
                </tbody>
            </table>
        </div>
    }
}

/// What a row is drawn from.
#[derive(Clone, PartialEq)]
struct Facts {
    indicator: Indicator,
    latest: Option<Measurement>,
    owner: Option<String>,
    /// Until when, by whom and why a deviation is accepted.
    accepted: Option<String>,
    fiscal: crate::base::FiscalStart,
}

fn facts(id: Id, judged: Memo<Option<Judgement>>) -> Memo<Option<Facts>> {
    let session = Session::here();
    let texts = Texts::here();
    let here = Here::project();
    Memo::new(move |_| {
        let judged = judged.get();
        session.with_settled_project(here, |project| {
            let indicator = project.indicators.get(id)?.clone();
            let owner = indicator.owner.and_then(|owner| project.people.get(owner));
            let accepted = judged.and_then(|judged| {
                texts.with(|words| deviation_words(words, project, &indicator, &judged))
            });
            Some(Facts {
                accepted,
                latest: project.series(id).values().next_back().cloned(),
                owner: owner.map(|person| person.name.clone()),
                fiscal: project.head.fiscal,
                indicator,
            })
        })?
    })
}

#[component]
fn Row(
    /// The indicator.
    id: Id,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let judged = Memo::new(move |_| session.judgement(project, id));
    let facts = facts(id, judged);
    let [_, latest, target, status, way, owner] =
        columns().map(|column| move || texts.text(column));
    let with = move |say: fn(&Catalogue, &Facts) -> AnyView| {
        move || {
            facts.with(|facts| facts.as_ref().map(|facts| texts.with(|words| say(words, facts))))
        }
    };
    let running = move || {
        let latest = facts.with(|facts| facts.as_ref()?.latest.as_ref().map(|found| found.period));
        let ended = judged.get().map(|judged| judged.last_ended);
        latest.zip(ended).is_some_and(|(latest, ended)| latest > ended)
    };
    let way_gone = move || {
        let attainment = judged.get()?.assessed?.attainment;
        let words = facts.with(|facts| {
            let indicator = &facts.as_ref()?.indicator;
            texts.with(|catalogue| attainment_in_words(catalogue, indicator, &attainment))
        });
        Some(words.unwrap_or_else(|| texts.text(key!("goals.no_way"))))
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader"><Name id=id facts=facts /></th>
            <td role="cell" class="number" data-label=latest>
                {with(latest_value)}
                {move || running().then(|| view! { <span class="cell-note">{t(key!("goals.running"))}</span> })}
            </td>
            <td role="cell" class="number" data-label=target>{with(target_value)}</td>
            <td role="cell" data-label=status>
                {move || judged.get().map(|judged| view! { <StatusCell judged=judged facts=facts /> })}
            </td>
            <td role="cell" class="number" data-label=way>{move || way_gone().unwrap_or_else(|| "–".to_owned())}</td>
            <td role="cell" data-label=owner>{with(owner_name)}</td>
        </tr>
    }
}

/// The name as a link to the chart; missing facts lead to the definition.
#[component]
fn Name(
    /// The indicator's id.
    id: Id,
    /// What the row is drawn from.
    facts: Memo<Option<Facts>>,
) -> impl IntoView {
    let texts = Texts::here();
    let project = Here::project();
    let name = move || {
        let name =
            facts.with(|facts| facts.as_ref().map(|facts| facts.indicator.name.trim().to_owned()));
        name.filter(|name| !name.is_empty()).unwrap_or_else(|| texts.text(key!("goals.no_name")))
    };
    let missing = move || {
        let count = facts
            .with(|facts| facts.as_ref().map_or(0, |facts| missing_facts(&facts.indicator).len()));
        (count > 0).then(|| u64::try_from(count).unwrap_or(u64::MAX))
    };
    let found = Found::here().map(|found| found.about(id));
    let mistakes = Memo::new(move |_| {
        let counts = |one: &&Finding| one.counts_against() && !one.is_empty_slot();
        found.map_or(0, |found| found.with(|all| all.iter().filter(counts).count()))
    });
    let mistakes = move || {
        let count = mistakes.get();
        (count > 0).then(|| u64::try_from(count).unwrap_or(u64::MAX))
    };
    view! {
        <a href=Route::Project(project, Place::Indicator(id)).href() dir="auto">{name}</a>
        {move || missing().map(|count| view! {
            <a class="missing-link" href=Route::Project(project, Place::Definition(id)).href()>
                {move || texts.format(key!("goals.missing"), &[("count", Arg::Count(count))])}
            </a>
        })}
        {move || mistakes().map(|count| view! {
            <a class="missing-link" href=Route::Project(project, Place::Definition(id)).href()>
                {move || texts.format(key!("goal_check.mistakes"), &[("count", Arg::Count(count))])}
            </a>
        })}
    }
}

fn latest_value(catalogue: &Catalogue, facts: &Facts) -> AnyView {
    let Some(latest) = &facts.latest else {
        return view! { <span class="second">{catalogue.text(key!("goals.no_value")).into_owned()}</span> }
            .into_any();
    };
    let value = actual_in_words(catalogue, &facts.indicator, &latest.actual);
    let period = crate::i18n::dates::period(catalogue, latest.period, facts.fiscal);
    view! { <span>{value}</span> <span class="cell-note">{period}</span> }.into_any()
}

fn target_value(catalogue: &Catalogue, facts: &Facts) -> AnyView {
    let open = |key| view! { <span class="second">{catalogue.text(key).into_owned()}</span> };
    let due = match facts.indicator.target.due {
        Some(due) => {
            let words = catalogue.format(key!("goals.due"), &[("date", Arg::DateShort(due))]);
            view! { <span class="cell-note">{words}</span> }.into_any()
        }
        None => view! { <span class="cell-note">{catalogue.text(key!("goals.no_due")).into_owned()}</span> }
            .into_any(),
    };
    let levels = levels_words(catalogue, &facts.indicator)
        .map(|levels| view! { <span class="cell-note">{levels}</span> });
    match aim_in_words(catalogue, &facts.indicator) {
        Some(aim) => view! { <span>{aim}</span> {due} {levels} }.into_any(),
        None => view! { {open(key!("goals.no_target"))} {due} }.into_any(),
    }
}

fn owner_name(catalogue: &Catalogue, facts: &Facts) -> AnyView {
    match &facts.owner {
        Some(name) => view! { <span dir="auto">{name.clone()}</span> }.into_any(),
        None => view! { <span class="second">{catalogue.text(key!("goals.no_owner")).into_owned()}</span> }
            .into_any(),
    }
}

/// The status word with its shape. A stale one says what is missing, and shows
/// the last status in grey.
#[component]
fn StatusCell(
    /// The judgement of today.
    judged: Judgement,
    /// What the row is drawn from.
    facts: Memo<Option<Facts>>,
) -> impl IntoView {
    let texts = Texts::here();
    let (shape, class, word) = of_status(judged.status);
    if !judged.stale {
        let accepted = move || {
            let words = facts.with(|facts| facts.as_ref().and_then(|facts| facts.accepted.clone()));
            words.map(|words| view! { <span class="cell-note" dir="auto">{words}</span> })
        };
        return view! { <StatusWord shape=shape class=class word=word /> {accepted} }.into_any();
    }
    let stale = move || {
        let fiscal = facts.with(|facts| facts.as_ref().map(|facts| facts.fiscal));
        let fiscal = fiscal.unwrap_or(crate::base::FiscalStart::JANUARY);
        let args = [("period", Arg::Period(judged.last_ended, fiscal))];
        texts.format(key!("goals.stale"), &args)
    };
    view! {
        <span class="stale-status"><Mark shape=Shape::Clock class="status-stale" /> <span>{stale}</span></span>
        <span class="cell-note last-status">
            {t(key!("goals.last_status"))} " " <StatusWord shape=shape class="status-stale" word=word />
        </span>
    }
    .into_any()
}
