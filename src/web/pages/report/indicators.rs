//! Every indicator with where it was, is, and should be.

use super::Scroll;
use crate::base::Id;
use crate::i18n::Catalogue;
use crate::key;
use crate::kpi::{Baseline, Indicator, Judgement};
use crate::report::{amount, band_words, deviation_words, expected_words, levels_words};
use crate::web::components::status::{Shape, StatusWord, of_status};
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use crate::workspace::Project;
use leptos::prelude::*;

/// One row an indicator, in the order of the plan.
#[component]
pub fn IndicatorTable() -> impl IntoView {
    let session = Session::here();
    let project = Here::project();
    let ids = Memo::new(move |_| {
        let ids =
            |project: &Project| project.indicators.iter().map(|one| one.id).collect::<Vec<Id>>();
        session.with_project(project, ids).unwrap_or_default()
    });
    let body = move || {
        if ids.with(Vec::is_empty) {
            return view! { <p class="second">{t(key!("overview.no_indicators"))}</p> }.into_any();
        }
        let rows: Vec<_> = ids.get().into_iter().map(|id| view! { <Row indicator=id /> }).collect();
        view! {
            <Scroll labelled_by="report-indicators">
                <table class="stacks" role="table">
                    <thead role="rowgroup"><tr role="row">
                        <th scope="col" role="columnheader">{t(key!("report.indicator"))}</th>
                        <th scope="col" role="columnheader">{t(key!("report.status"))}</th>
                        <th scope="col" role="columnheader" class="number">{t(key!("report.latest"))}</th>
                        <th scope="col" role="columnheader" class="number">{t(key!("report.expected"))}</th>
                        <th scope="col" role="columnheader" class="number">{t(key!("report.target"))}</th>
                        <th scope="col" role="columnheader" class="number">{t(key!("report.baseline"))}</th>
                    </tr></thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </Scroll>
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="report-indicators">
            <h2 id="report-indicators">{t(key!("report.indicators"))}</h2>
            {body}
        </section>
    }
}

#[component]
fn Row(
    /// The indicator.
    indicator: Id,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let judged = Memo::new(move |_| session.judgement(project, indicator));
    let cell = move |write: fn(&Catalogue, &Project, &Indicator, &Judgement) -> String| {
        move || {
            let judged = judged.get()?;
            session
                .with_project(project, |project| {
                    let found = project.indicators.get(indicator)?;
                    Some(texts.with(|catalogue| write(catalogue, project, found, &judged)))
                })
                .flatten()
        }
    };
    let name = cell(|_, _, indicator, _| indicator.name.clone());
    let label = move |key| move || texts.text(key);
    let status = move || {
        let judged = judged.get()?;
        let (shape, class, word) = of_status(judged.status);
        let stale = judged.stale.then(|| view! {
            " " <StatusWord shape=Shape::Clock class="status-stale" word=key!("overview.stale") />
        });
        Some(view! { <StatusWord shape=shape class=class word=word /> {stale} })
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" dir="auto">{name}</th>
            <td role="cell">{status}<span class="under accepted" dir="auto">{cell(accepted)}</span></td>
            <td role="cell" class="number" data-label=label(key!("report.latest"))>{cell(latest)}<span class="under">{cell(latest_period)}</span></td>
            <td role="cell" class="number" data-label=label(key!("report.expected"))>{cell(expected)}</td>
            <td role="cell" class="number" data-label=label(key!("report.target"))>{cell(target)}<span class="under">{cell(due)}</span><span class="under">{cell(levels)}</span></td>
            <td role="cell" class="number" data-label=label(key!("report.baseline"))>{cell(baseline)}<span class="under">{cell(baseline_period)}</span></td>
        </tr>
    }
}

fn accepted(
    catalogue: &Catalogue,
    project: &Project,
    indicator: &Indicator,
    judged: &Judgement,
) -> String {
    deviation_words(catalogue, project, indicator, judged).unwrap_or_default()
}

fn levels(catalogue: &Catalogue, _: &Project, indicator: &Indicator, _: &Judgement) -> String {
    levels_words(catalogue, indicator).unwrap_or_default()
}

fn latest(catalogue: &Catalogue, _: &Project, indicator: &Indicator, judged: &Judgement) -> String {
    judged.assessed.map(|found| amount(catalogue, indicator, found.actual)).unwrap_or_default()
}

fn latest_period(
    catalogue: &Catalogue,
    project: &Project,
    _: &Indicator,
    judged: &Judgement,
) -> String {
    let period = judged.assessed.map(|found| found.period);
    let words = |period| crate::i18n::dates::period(catalogue, period, project.head.fiscal);
    period.map(words).unwrap_or_default()
}

fn expected(
    catalogue: &Catalogue,
    _: &Project,
    indicator: &Indicator,
    judged: &Judgement,
) -> String {
    let found = judged.assessed.as_ref();
    found.and_then(|found| expected_words(catalogue, indicator, found)).unwrap_or_default()
}

fn target(catalogue: &Catalogue, _: &Project, indicator: &Indicator, _: &Judgement) -> String {
    if let Some(ends) = indicator.band() {
        return band_words(catalogue, indicator, ends);
    }
    indicator.aim().map(|aim| amount(catalogue, indicator, aim)).unwrap_or_default()
}

fn due(catalogue: &Catalogue, _: &Project, indicator: &Indicator, _: &Judgement) -> String {
    let due = indicator.target.due;
    due.map(|due| crate::i18n::dates::short(catalogue, due)).unwrap_or_default()
}

fn baseline(catalogue: &Catalogue, _: &Project, indicator: &Indicator, _: &Judgement) -> String {
    match indicator.baseline {
        Baseline::Known { value, .. } => amount(catalogue, indicator, value),
        Baseline::NoneYet => catalogue.text(key!("report.none_yet")).into_owned(),
        Baseline::Unset => String::new(),
    }
}

fn baseline_period(
    catalogue: &Catalogue,
    project: &Project,
    indicator: &Indicator,
    _: &Judgement,
) -> String {
    match indicator.baseline {
        Baseline::Known { period, .. } => {
            crate::i18n::dates::period(catalogue, period, project.head.fiscal)
        }
        Baseline::NoneYet | Baseline::Unset => String::new(),
    }
}
