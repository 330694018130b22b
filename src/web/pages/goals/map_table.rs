//! The goal map in words, and what the data say of two that compete.

use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::kpi::{Finding, Mistake};
use crate::report::goal_map::{MapModel, MapRow, Together, columns, together};
use crate::web::components::goal_check::{Found, Mender};
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// The lines of the map as a table.
#[component]
pub fn MapTable(
    /// The map.
    words: Memo<Option<MapModel>>,
) -> impl IntoView {
    let rows = Memo::new(move |_| {
        words.with(|words| words.as_ref().map(|words| words.rows.clone()).unwrap_or_default())
    });
    let heads = columns().map(|key| view! { <th scope="col" role="columnheader">{t(key)}</th> });
    let body = move || rows.get().into_iter().map(|row| view! { <Line row=row /> }).collect_view();
    view! {
        <section class="section" aria-labelledby="map-table">
            <h2 id="map-table">{t(key!("goal_map.table"))}</h2>
            <div class="board-frame">
                <table class="board map-table" role="table" aria-labelledby="map-table">
                    <thead role="rowgroup"><tr role="row">
                        <th scope="col" role="columnheader">{t(key!("goal_map.column_number"))}</th>{heads}
                    </tr></thead>
                    <tbody role="rowgroup">{body}</tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
fn Line(
    /// The line in words.
    row: MapRow,
) -> impl IntoView {
    let texts = Texts::here();
    let [from, how, to, what, decided] = columns().map(|key| move || texts.text(key));
    let number = row.number.map(|number| number.to_string()).unwrap_or_default();
    let open = row.rivals.filter(|(_, _, settled)| !settled);
    let is_conflict = row.rivals.is_some();
    view! {
        <tr role="row" class:map-open=open.is_some()>
            <td role="cell" class="number" data-label=move || texts.text(key!("goal_map.column_number"))>{number}</td>
            <th scope="row" role="rowheader" dir="auto" data-label=from>{row.from}</th>
            <td role="cell" data-label=how class:map-conflict=is_conflict>{row.how}</td>
            <td role="cell" data-label=to dir="auto">{row.to}</td>
            <td role="cell" data-label=what dir="auto">{row.what}</td>
            <td role="cell" data-label=decided>
                {(!row.decided.is_empty()).then(|| view! { <span dir="auto">{row.decided.clone()}</span> })}
                {open.map(|(one, other, _)| view! { <Decide one=one other=other /> })}
            </td>
        </tr>
    }
}

/// Begins the trade-off that an undecided conflict waits for.
#[component]
fn Decide(
    /// One of the two.
    one: Id,
    /// The other.
    other: Id,
) -> impl IntoView {
    let mender = Mender::here();
    let found = Found::here();
    let finding = move |found: &Found| {
        let here = |finding: &Finding| {
            let ends = (finding.about, finding.with.last().copied());
            finding.rule.mistake() == Mistake::Conflicting
                && (ends == (Some(one), Some(other)) || ends == (Some(other), Some(one)))
        };
        found.all().with(|all| all.iter().find(|finding| here(finding)).cloned())
    };
    let finding = Memo::new(move |_| found.as_ref().and_then(finding));
    let decide = move |_| {
        if let Some(finding) = finding.get_untracked() {
            mender.carry_out(&finding);
        }
    };
    view! {
        {move || finding.with(Option::is_some).then(|| view! {
            <button class="button button-small no-print" type="button" on:click=decide>
                {t(key!("goal_map.decide"))}
            </button>
        })}
    }
}

/// Whether indicators that compete have moved together so far.
#[component]
pub fn PairsOfData(
    /// The map.
    words: Memo<Option<MapModel>>,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let pairs = Memo::new(move |_| {
        let rows = words.with(|words| words.as_ref().map(|words| words.rows.clone()));
        let today = session.today();
        let said = |row: MapRow| {
            let (one, other, _) = row.rivals?;
            let number = row.number?;
            let read = |project: &crate::workspace::Project| {
                texts.with(|catalogue| together(catalogue, project, (one, other), today))
            };
            let found = session.with_project(project, read)??;
            Some((number, row.from, row.to, found))
        };
        rows.unwrap_or_default().into_iter().filter_map(said).collect::<Vec<_>>()
    });
    let all = move || {
        let one = |(number, first, second, found): (usize, String, String, Together)| {
            view! { <Pair number=number first=first second=second found=found /> }
        };
        pairs.get().into_iter().map(one).collect_view()
    };
    view! {
        {move || (!pairs.with(Vec::is_empty)).then(|| view! {
            <section class="section" aria-labelledby="map-data">
                <h2 id="map-data">{t(key!("goal_map.data_heading"))}</h2>
                <p class="second">{t(key!("goal_map.data_lead"))}</p>
                {all}
            </section>
        })}
    }
}

/// One pair: what the data say, and how that is worked out.
#[component]
fn Pair(
    /// Number of the conflict.
    number: usize,
    /// One of the two.
    first: String,
    /// The other.
    second: String,
    /// What the data say.
    found: Together,
) -> impl IntoView {
    let texts = Texts::here();
    let Together { says, rule, rows } = found;
    let shown = number.to_string();
    let heads = [key!("chart.column_period"), "", "", key!("goal_map.rank"), key!("goal_map.rank")];
    let names = [String::new(), first.clone(), second.clone(), first.clone(), second.clone()];
    let head = move |(key, name): (&'static str, String)| {
        let words = if key.is_empty() { String::new() } else { texts.text(key) };
        let words = [words, name].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        view! { <th scope="col" class="number">{words.join(" · ")}</th> }
    };
    let heads = move || heads.into_iter().zip(names.clone()).map(head).collect_view();
    let heading = move || {
        let args = [
            ("number", Arg::Text(&shown)),
            ("first", Arg::Text(&first)),
            ("second", Arg::Text(&second)),
        ];
        texts.format(key!("goal_map.pair"), &args)
    };
    let line = |[period, a, b, rank_a, rank_b]: [String; 5]| {
        let cells = [a, b, rank_a, rank_b].map(|cell| view! { <td class="number">{cell}</td> });
        view! { <tr><th scope="row">{period}</th>{cells}</tr> }
    };
    let body = rows.clone().into_iter().map(line).collect_view();
    let label = heading.clone();
    view! {
        <section class="map-pair">
            <h3 dir="auto">{heading}</h3>
            <p>{says}</p>
            {(!rows.is_empty()).then(move || view! {
                <details class="no-print">
                    <summary>{t(key!("goal_map.receipt"))}</summary>
                    <p class="second small">{rule}</p>
                    <div class="table-scroll" tabindex="0" role="region" aria-label=label>
                        <table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>
                    </div>
                </details>
            })}
        </section>
    }
}
