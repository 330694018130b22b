//! The table of the board; on a narrow page each row is a card.

use crate::i18n::Arg;
use crate::key;
use crate::report::scorecard::{Column, Score, View};
use crate::route::{Place, Route};
use crate::statistics::Assurance;
use crate::web::components::chart::CellPicture;
use crate::web::components::status::{Shape, StatusWord, of_status};
use crate::web::session::Here;
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// Key of a column's head and what it sorts by.
fn columns() -> [(&'static str, Option<Column>); 10] {
    [
        (key!("scorecard.column_name"), Some(Column::Name)),
        (key!("scorecard.column_latest"), None),
        (key!("scorecard.column_target"), None),
        (key!("scorecard.column_way"), Some(Column::Way)),
        (key!("scorecard.column_course"), None),
        (key!("scorecard.column_status"), Some(Column::Status)),
        (key!("scorecard.column_trend"), Some(Column::Trend)),
        (key!("scorecard.column_variation"), Some(Column::Variation)),
        (key!("scorecard.column_age"), Some(Column::Age)),
        (key!("scorecard.column_owner"), Some(Column::Owner)),
    ]
}

/// Head and rows.
#[component]
pub fn Table(
    /// What the board shows, and in which order.
    shown: RwSignal<View>,
    /// The rows, in order.
    rows: Memo<Vec<Score>>,
) -> impl IntoView {
    let heads =
        columns().map(|(name, column)| view! { <Head name=name column=column shown=shown /> });
    let body =
        move || rows.get().into_iter().map(|score| view! { <Row score=score /> }).collect_view();
    let empty = move || rows.with(Vec::is_empty);
    view! {
        <div class="scorecard-frame">
            <table class="scorecard" role="table" aria-label=t(key!("scorecard.heading")) hidden=empty>
                <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
                <tbody role="rowgroup">{body}</tbody>
            </table>
            {move || empty().then(|| view! { <p>{t(key!("scorecard.no_match"))}</p> })}
        </div>
    }
}

/// A head; a button where the table can be sorted by it.
#[component]
fn Head(
    /// Key of the name.
    name: &'static str,
    /// What it sorts by.
    column: Option<Column>,
    /// What the board shows.
    shown: RwSignal<View>,
) -> impl IntoView {
    let Some(column) = column else {
        return view! { <th scope="col" role="columnheader">{t(name)}</th> }.into_any();
    };
    let own = move || shown.with(|view| view.sort.filter(|(sorted, _)| *sorted == column));
    let sorted = move || own().map(|(_, back)| if back { "descending" } else { "ascending" });
    // Once more turns the order round, and again gives back the plan's.
    let turn = move |_| {
        shown.update(|view| {
            view.sort = match view.sort {
                Some((sorted, false)) if sorted == column => Some((column, true)),
                Some((sorted, true)) if sorted == column => None,
                _ => Some((column, false)),
            };
        });
    };
    let arrow = move || match own() {
        Some((_, false)) => "▲",
        Some((_, true)) => "▼",
        None => "",
    };
    view! {
        <th scope="col" role="columnheader" aria-sort=sorted>
            <button class="sort" type="button" on:click=turn>
                {t(name)} <span aria-hidden="true">{arrow}</span>
            </button>
            // Buttons are missing in the heads a browser repeats on the next sheet.
            <span class="print-only">{t(name)} " " {arrow}</span>
        </th>
    }
    .into_any()
}

#[component]
fn Row(
    /// The indicator.
    score: Score,
) -> impl IntoView {
    let texts = Texts::here();
    let href = Route::Project(Here::project(), Place::Indicator(score.id)).href();
    let named = !score.name.is_empty();
    let name = score.name.clone();
    let name = move || if named { name.clone() } else { texts.text(key!("goals.no_name")) };
    let [_, latest, target, way, course, status, trend, variation, age, owner] =
        columns().map(|(name, _)| move || texts.text(name));
    let picture = |svg: Option<String>| svg.map(|svg| view! { <CellPicture svg=svg /> });
    let due = score.due.clone().map(|due| {
        let words = move || texts.format(key!("scorecard.by"), &[("due", Arg::Text(&due))]);
        view! { <span class="cell-note">{words}</span> }
    });
    let when = score.when.clone().map(|when| view! { <span class="cell-note">{when}</span> });
    let dash = |text: Option<String>| text.unwrap_or_else(|| "–".to_owned());
    let owner_name = Some(score.owner_name.clone()).filter(|name| !name.is_empty());
    let (trend_key, days) = (score.trend.key(), score.age);
    view! {
        <tr role="row">
            <th scope="row" role="rowheader"><a href=href dir="auto">{name}</a></th>
            <td role="cell" data-label=latest><span class="value">{dash(score.latest.clone())}</span> {when}</td>
            <td role="cell" data-label=target><span class="value">{dash(score.target.clone())}</span> {due}</td>
            <td role="cell" data-label=way>{picture(score.bullet.clone())}</td>
            <td role="cell" data-label=course>{picture(score.spark.clone())}</td>
            <td role="cell" data-label=status><Standing score=score.clone() /></td>
            <td role="cell" data-label=trend><span>{t(trend_key)}</span></td>
            <td role="cell" data-label=variation><Variation score=score /></td>
            <td role="cell" data-label=age><span>{move || age_words(texts, days)}</span></td>
            <td role="cell" data-label=owner><span dir="auto">{dash(owner_name)}</span></td>
        </tr>
    }
}

fn age_words(texts: Texts, days: Option<i64>) -> String {
    match days.and_then(|days| u64::try_from(days).ok()) {
        Some(days) => texts.format(key!("scorecard.age"), &[("count", Arg::Count(days))]),
        None => texts.text(key!("scorecard.no_age")),
    }
}

/// The status; an old one in grey behind the word that it is old.
#[component]
fn Standing(
    /// The indicator.
    score: Score,
) -> impl IntoView {
    let texts = Texts::here();
    let (shape, class, word) = of_status(score.judgement.status);
    if !score.judgement.stale {
        return view! { <StatusWord shape=shape class=class word=word /> }.into_any();
    }
    let last = move || {
        let word = texts.text(word);
        texts.format(key!("scorecard.last_status"), &[("status", Arg::Text(&word))])
    };
    view! {
        <StatusWord shape=Shape::Clock class="status-stale" word=key!("scorecard.stale") />
        <span class="cell-note">{last}</span>
    }
    .into_any()
}

/// Signals, and whether the target is met by the process as it is.
#[component]
fn Variation(
    /// The indicator.
    score: Score,
) -> impl IntoView {
    let texts = Texts::here();
    let signals = score.signals;
    let seen = move || match signals {
        None => texts.text(key!("scorecard.no_limits")),
        Some(0) => texts.text(key!("scorecard.no_signal")),
        Some(count) => {
            let count = u64::try_from(count).unwrap_or(u64::MAX);
            texts.format(key!("scorecard.signals"), &[("count", Arg::Count(count))])
        }
    };
    let assured = score.assurance.map(|assurance| match assurance {
        Assurance::Always => key!("scorecard.assured_always"),
        Assurance::Never => key!("scorecard.assured_never"),
        Assurance::ByChance => key!("scorecard.assured_chance"),
    });
    let assured = assured.or(score.unsettled.then_some(key!("scorecard.unsettled")));
    view! {
        <span>{seen}</span>
        {assured.map(|assured| view! { <span class="cell-note">{t(assured)}</span> })}
    }
}
